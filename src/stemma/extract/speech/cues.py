"""Finds the cues of a sentence, sends each to its reader, and ends contents where a neighbour begins."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from stemma.extract.orders.caseless.readers import find_ordered_frames
from stemma.extract.orders.free_order import read_free_order
from stemma.extract.orders.verb_bracket import read_bracket
from stemma.extract.orders.verb_final import read_verb_final
from stemma.extract.speech.cases.frames import read_colon as read_cased_colon
from stemma.extract.speech.forms.according import find_aside, read_according, read_viewpoint
from stemma.extract.speech.forms.citing import read_citing
from stemma.extract.speech.forms.nameless import fold_nameless, unfold
from stemma.extract.speech.forms.sites import find_sites
from stemma.extract.speech.forms.told import add_hearers
from stemma.extract.speech.frames import is_follower
from stemma.extract.speech.others import (
    read_asking,
    read_break,
    read_colon,
    read_decline,
    read_negated,
    read_noun,
    read_origin,
    read_passive,
    read_rate,
    read_taken_up,
)
from stemma.extract.speech.phrases import is_adverb, is_contracted
from stemma.extract.speech.verbal.leads import note_infinitive, pass_connective
from stemma.extract.speech.verbal.participles import is_adjective
from stemma.extract.speech.verbal.senses import has_voice
from stemma.extract.speech.verbal.telling import swallows_cue
from stemma.extract.speech.verbs import read_denied, read_verb
from stemma.extract.speech.words import Sentence
from stemma.extract.syntax.neighbours import cut_contents
from stemma.extract.syntax.nouns import is_view, read_view
from stemma.extract.syntax.orders import read_asked
from stemma.extract.syntax.quoting import read_quotations
from stemma.extract.syntax.reading import Frame, Lexicon, Reader, Site, find_lexicon
from stemma.extract.verb_second.cues import find_verb_frames
from stemma.find.terms import per_language
from stemma.lang.language import Counting, Language, Speech
from stemma.text import join_lists

_LONG_QUOTATION = 70  # characters; a headline quotes less
_SiteReader = Callable[[Reader, Site], Frame | None]
_ANYWHERE = frozenset({"declines", "breaks", "origins", "cites", "rates"})


@per_language
def _find_numbers(language: Language | None) -> frozenset[str]:
    """Words that begin a number: ninety, about, dozens."""
    counting = language.counting if language else Counting()
    return frozenset(
        {*counting.number_words, *counting.multipliers, *counting.vague, *counting.approximators, "$", "€", "£"}
    )


def find_frames(sentence: Sentence, language: Language) -> list[Frame]:
    """Every frame of one sentence, in order of their cues; contents do not yet know of their neighbours."""
    folded = fold_nameless(sentence, language)
    if folded is None:
        return add_hearers(_find_plain_frames(sentence, language), sentence, language)
    shorter, gap = folded
    frames = add_hearers(_find_plain_frames(shorter, language), shorter, language)
    return [unfold(frame, gap, sentence.tokens) for frame in frames]


def _find_plain_frames(sentence: Sentence, language: Language) -> list[Frame]:
    """The frames of a sentence that speaks of no source's wish to stay unnamed."""
    if language.speech.order:
        return find_ordered_frames(sentence, language)
    if language.speech.verb_second:
        reader = Reader(sentence, language.speech, sentence.low, numbers=_find_numbers(language))
        return _add_others(reader, find_verb_frames(reader, language), language)
    sites = list(find_sites(sentence, find_lexicon(language), language.speech))
    return _read_sites(sentence, sites, language) if sites or sentence.quotes else []


def _read_sites(sentence: Sentence, sites: list[Site], language: Language) -> list[Frame]:
    """The frames of the cues found in a sentence, and of the quotations that no cue claims."""
    reader = Reader(sentence, language.speech, sentence.low, numbers=_find_numbers(language))
    for site in sites:
        if _is_read(reader, site) or is_adjective(reader, site):
            continue
        _look_left(reader, site)
        frame = _find_order(reader.speech)(reader, site) or _read_shorter(reader, site, language)
        if frame is not None and has_voice(reader, frame) and not swallows_cue(reader, frame):
            reader.frames += _part_citing(reader, frame)
    spoken = (read_cased_colon if language.speech.cased else read_colon) if language.speech.colon_speaks else None
    if spoken is not None and (frame := spoken(reader)):
        reader.frames.append(frame)
    if language.speech.shares:
        reader.frames += list(read_quotations(reader))
    return cut_contents(reader)


def _read_shorter(reader: Reader, site: Site, language: Language) -> Frame | None:
    """The frame of "expressed" alone, where "expressed concern" tells no clause: the noun belongs to its object."""
    if not language.speech.adjective_endings or site.high - site.low == 1:
        return None
    families = next((f for words, f in find_lexicon(language).get(reader.fold(site.low), []) if len(words) == 1), None)
    if families is None:
        return None
    shorter = replace(site, high=site.low + 1, families=families)
    return _find_order(reader.speech)(reader, shorter)


@per_language
def _find_other_lexicon(language: Language | None) -> Lexicon:
    """The cues whose frames stand alike in every language, and those that decline or doubt when negated."""
    if language is None:
        return {}
    refused = language.speech.verifies | language.speech.comments
    return {
        first: kept
        for first, entries in find_lexicon(language).items()
        if (kept := [entry for entry in entries if entry[1] & _ANYWHERE or set(entry[0]) & refused]) or not entries
    }


def _add_others(reader: Reader, frames: list[Frame], language: Language) -> list[Frame]:
    """Adds refusals, second sources and rates, which stand alike in every language, to frames found by word order."""
    reader.frames = list(frames)
    taken = {index for frame in frames for index in range(*frame.cue)}
    for site in find_sites(reader.sentence, _find_other_lexicon(language), language.speech):
        _look_left(reader, site)
        frame = None
        if site.families & _ANYWHERE and site.low not in taken:
            frame = _read_site(reader, replace(site, families=site.families & _ANYWHERE))
        elif site.negated and site.low not in taken:
            frame = _read_refusal(reader, site)
        if frame is not None:
            reader.frames.append(frame)
    return sorted(reader.frames, key=lambda frame: frame.cue)


def _read_refusal(reader: Reader, site: Site) -> Frame | None:
    """A negated cue, where its subject is somebody: no accusation confirms anything."""
    frame = read_negated(reader, site)
    if frame is None or frame.source is None:
        return None
    speech = reader.speech
    words = [reader.fold(index) for index in range(*frame.source)]
    return (
        frame if any(word in speech.kinds or word in speech.roles or word in speech.persons for word in words) else None
    )


def _part_citing(reader: Reader, frame: Frame) -> list[Frame]:
    """Reads “X, citing Y, said C”: X is the source, and Y stands behind it."""
    speech, source = reader.speech, frame.source
    if source is None or frame.family == "cites":
        return [frame]
    for index in range(source[0] + 2, source[1] - 1):
        word = reader.fold(index)
        if reader.fold(index - 1) == "," and word in speech.cites and word in speech.participles:
            outer = replace(frame, source=(source[0], index - 1))
            cited = Frame(
                cue=(index, index + 1),
                source=(index + 1, source[1]),
                content=frame.content,
                family="cites",
                nested=True,
            )
            return [outer, cited]
    return [frame]


def _is_read(reader: Reader, site: Site) -> bool:
    """True for the "saying" of "X quoted Y as saying": it belongs to the frame before."""
    last = reader.frames[-1] if reader.frames else None
    return last is not None and last.quoted is not None and bool(last.content) and site.low < last.content[0][0]


def _look_left(reader: Reader, site: Site) -> None:
    """Walks over adverbs and auxiliaries before the cue: "has since repeatedly" said."""
    speech = reader.speech
    index = site.left = _walk_left(reader, site, pass_connective(reader, site.low))
    bound = "predicates" in site.families or (speech.shares and reader.fold(site.low) in speech.participles)
    site.passive |= bound and is_contracted(reader.fold(index - 1), speech)
    site.taken_up |= bool(speech.takes_up) and _spell(reader, site) in speech.takes_up


def _walk_left(reader: Reader, site: Site, index: int) -> int:
    """Where the words that belong to the cue begin, before `index`; notes what they make of it."""
    speech = reader.speech
    helping = join_lists(speech.auxiliaries, speech.negations)
    while index > reader.sentence.low and _may_pass(word := reader.tokens[index - 1].fold, speech):
        if word in speech.be and not _is_name_inside(reader, index - 1):
            site.passive = True
        elif reader.fold(index - 2) in speech.adverb_openers and _is_manner(reader, index - 1):
            index -= 1
        elif word in speech.infinitives:
            index = note_infinitive(reader, site, index)
        elif _note_pronoun(reader, site, index - 1):
            pass
        elif word not in helping and not _is_between(reader, index - 1):
            break
        site.negated |= word in speech.negations or word.endswith("n't")
        index -= 1
    return index


def _may_pass(word: str, speech: Speech) -> bool:
    """False for most words, which never stand between a cue and its subject."""
    return word in _find_passed(speech) or word.endswith(speech.adverb_endings) or bool(speech.adverb_openers)


@per_language
def _find_passed(speech: Speech) -> frozenset[str]:
    """The words that may stand before a cue and belong to it, but for adverbs by their endings."""
    small = (speech.be, speech.infinitives, speech.enclitics, speech.clitics, speech.auxiliaries, speech.negations)
    return frozenset().union(*small, speech.adverbs, speech.openers)


def _spell(reader: Reader, site: Site) -> str:
    return " ".join(reader.fold(i) for i in range(site.low, site.high))


def _note_pronoun(reader: Reader, site: Site, index: int) -> bool:
    """True for a small pronoun before the verb, and for the "il" of "a-t-il dit", which speaks."""
    speech, word = reader.speech, reader.fold(index)
    if word in speech.enclitics and reader.fold(index - 1) in join_lists(speech.auxiliaries, speech.be):
        site.enclosed = index
        return True
    site.taken_up |= word in speech.clitics and word in speech.takes_up
    return word in speech.clitics


def _is_between(reader: Reader, index: int) -> bool:
    """True for an adverb before a cue, the "since" of "has since said" included; not for the "both" of "Both said"."""
    speech, token, before = reader.speech, reader.tokens[index], reader.fold(index - 1)
    if not is_adverb(token, speech):
        return speech.shares and token.fold in speech.openers and before in speech.auxiliaries
    opens = index == reader.sentence.low or before == "," or before in join_lists(speech.coordinators, speech.openers)
    return not (speech.shares and opens and token.fold in speech.kinds)


def _is_name_inside(reader: Reader, index: int) -> bool:
    """True for the "Stato" of "il capo dello Stato ha detto": a capital within a sentence that is no headline."""
    return reader.tokens[index].capital and index > reader.sentence.low and not is_headline(reader)


def _is_manner(reader: Reader, index: int) -> bool:
    """True for the "tegas" of "dengan tegas": a small word that names nobody."""
    token, speech = reader.tokens[index], reader.speech
    named = token.fold in speech.kinds or token.fold in speech.roles or token.fold in speech.determiners
    return token.kind == "w" and not token.capital and not named


def _find_order(speech: Speech) -> Callable[[Reader, Site], Frame | None]:
    """The reader for the word order of a language."""
    if speech.verb_final:
        return read_verb_final
    return read_free_order if speech.free_order else _read_site


def _read_site(reader: Reader, site: Site) -> Frame | None:
    """The frame of one cue, or None where the words only look like one."""
    families = site.families
    if aside := find_aside(reader, site):
        return read_according(reader, aside)
    passive = "passives" in families or (reader.speech.shares and _is_participial(reader, site))
    if passive and reader.fold(site.high) in reader.speech.agents:
        return _read_question(reader, site) or read_passive(reader, site)
    if frame := _read_first(reader, site):
        return frame
    read, attempts = _find_readers(families)
    if read is not None:
        return read(reader, site)
    for attempt in attempts:
        if frame := attempt(reader, site):
            return frame
    return _read_word(reader, site)


def _read_first(reader: Reader, site: Site) -> Frame | None:
    """Questions put to somebody, passives whose agent stands bare behind them, and sources cited behind the first."""
    if frame := _read_question(reader, site):
        return frame
    if "passives" in site.families and reader.speech.bare_agents and (frame := read_passive(reader, site)):
        return frame
    return read_citing(reader, site) if "cites" in site.families and reader.frames else None


def _read_question(reader: Reader, site: Site) -> Frame | None:
    return read_asked(reader, site) if reader.fold(site.low) in reader.speech.asked else None


def _is_participial(reader: Reader, site: Site) -> bool:
    """True for the "praised" of "praised by X"."""
    word = reader.fold(site.high - 1)
    return word.endswith(reader.speech.verb_endings) and word not in reader.speech.viewings and not site.infinitive


_READERS: dict[str, _SiteReader] = {
    "according": read_according,
    "breaks": read_break,
    "declines": read_decline,
    "viewpoints": read_viewpoint,
}
_ATTEMPTS: dict[str, _SiteReader] = {
    "origins": read_origin,
    "cites": read_citing,
    "confirms": read_asking,
    "says": read_asking,
}


@lru_cache(maxsize=1024)
def _find_readers(families: frozenset[str]) -> tuple[_SiteReader | None, tuple[_SiteReader, ...]]:
    """The reader that alone reads cues of these families, and those that may find nothing."""
    alone = next((read for family, read in _READERS.items() if family in families), None)
    return alone, tuple(dict.fromkeys(attempt for family, attempt in _ATTEMPTS.items() if family in families))


def _read_word(reader: Reader, site: Site) -> Frame | None:
    """A cue that is a verb, or a noun that looks like one."""
    if "views" in site.families and is_view(reader, site):
        return read_view(reader, site)
    if "rates" in site.families and ((frame := read_rate(reader, site)) or site.families == {"rates"}):
        return frame
    if site.taken_up and (frame := read_taken_up(reader, site)):
        return frame
    if site.families == {"reports"} or _is_noun(reader, site):
        return read_noun(reader, site)
    return _read_as_verb(reader, site)


def _read_as_verb(reader: Reader, site: Site) -> Frame | None:
    if reader.speech.verb_brackets and ((frame := read_bracket(reader, site)) or site.tail):
        return frame
    if not site.negated:
        return read_verb(reader, site)
    return read_negated(reader, site) or (read_denied(reader, site) if reader.speech.shares else None)


def _is_placed_as_noun(before: str, after: str, speech: Speech) -> bool:
    """True between a determiner and anything, or before a verb or "of"."""
    owned = before in speech.determiners or before in speech.of
    return owned or any(after in words for words in (speech.verbs, speech.auxiliaries, speech.be, speech.of))


def is_headline(reader: Reader) -> bool:
    """True where nearly every longer word has a capital, outside a quotation that is no headline's."""
    tokens = reader.tokens[reader.sentence.low : reader.sentence.high]
    if any(t.kind == "q" and t.end - t.start > _LONG_QUOTATION for t in tokens):
        return False
    words = [t for t in tokens if t.kind == "w" and len(t.fold) > 3]
    return sum(t.capital for t in words) > 0.7 * len(words)


def _is_trailing(reader: Reader, site: Site) -> bool:
    """True for the "warning" of ", warning" and "by warning (darkly) that"."""
    before, after = reader.fold(site.low - 1), site.high
    after += is_adverb(reader.tokens[after], reader.speech) if after < reader.sentence.last else 0
    return before == "," or (before in reader.speech.agents and reader.fold(after) in reader.speech.that)


def _closes_report(reader: Reader, site: Site) -> bool:
    """True for the "reports" of "C, the Elm Post reports": a name before it, and nothing behind."""
    comma = next((i for i in range(site.low - 1, reader.sentence.low, -1) if reader.fold(i) == ","), site.low)
    named = reader.tokens[site.low - 1].capital and site.low - comma > 1
    return named and site.high >= reader.sentence.last


def _is_noun(reader: Reader, site: Site) -> bool:
    """True for "the report", "its claim": the cue is no verb here."""
    speech, word = reader.speech, reader.fold(site.low)
    trailing = speech.shares and word in speech.participles and _is_trailing(reader, site)
    helped = (speech.shares or word in speech.compounds) and any(
        reader.fold(i) in speech.auxiliaries for i in range(site.left, site.low)
    )
    if trailing or helped:
        return False
    if reader.tokens[site.low].capital and site.low > reader.sentence.low and not is_headline(reader):
        return True
    before, after = reader.fold(site.low - 1), reader.fold(site.high)
    if word in speech.nounlike and _is_placed_as_noun(before, after, speech):
        return True
    noun = word in speech.reports or word in speech.contents or word in speech.kinds
    if not noun or before in speech.infinitives:
        return False
    if before.endswith(("'s", "s'")) or before in speech.determiners or before in speech.of or before in speech.links:
        return True
    verbal = after in speech.that or after in speech.determiners or is_follower(reader, site.high)
    intends = "vows" in site.families and after in speech.infinitives and word not in speech.kinds
    verbal = verbal or (speech.shares and (intends or _closes_report(reader, site)))
    return not verbal and before not in speech.persons and before not in speech.groups
