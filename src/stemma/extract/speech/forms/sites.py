"""Where the cues of a sentence stand: words of the lexicon, in one piece or two, that are not misread."""

from collections.abc import Callable, Iterator

from stemma.extract.speech.cases.subjects import is_past
from stemma.extract.speech.words import Sentence, Token
from stemma.extract.syntax.reading import Lexicon, Range, Site
from stemma.find.terms import per_language
from stemma.lang.language import Speech
from stemma.text import join_lists

_Entries = list[tuple[tuple[str, ...], frozenset[str]]]

_DASHES = ("—", "–", "-")
_SPOKEN = 15  # characters of the shortest quotation that is surely said
_SAID = frozenset({"says"})
_VIEWS = frozenset({"views"})
_VIEWPOINTS = frozenset({"viewpoints"})
_FARTHEST_PARTICLE = 18  # words from a verb to its particle


def find_sites(sentence: Sentence, lexicon: Lexicon, speech: Speech) -> Iterator[Site]:
    """Every cue of the lexicon in the sentence, and verbs behind a quotation where any verb says."""
    tokens, end, low = sentence.tokens, sentence.low, sentence.low
    dashed = speech.any_verb_says and speech.dash_speech
    behind = _list_places_behind(sentence) if speech.any_verb_says and not dashed else ()
    listed_places = [i for i, t in enumerate(tokens[low : sentence.high], low) if t.fold in lexicon]
    places = sorted({*listed_places, *behind}) if behind else listed_places
    find_entries = _choose_finder(lexicon, speech)
    for index in range(low, sentence.high) if dashed else places:
        if index < end:
            continue
        listed = tokens[index].kind == "w" and tokens[index].fold in lexicon
        following = tokens[index + 1].fold if index + 1 < sentence.high else ""
        entries = find_entries(tokens[index].fold, following) if listed else None
        site = _match_site(sentence, index, entries, speech) if entries else None
        if site is None and (dashed or index in behind) and _is_verb_behind_quotation(sentence, index, speech):
            site = Site(index, index + 1, _SAID)
        if site is not None:
            yield site
            end = site.high


def _list_places_behind(sentence: Sentence) -> list[int]:
    """The places right behind the quotations of a sentence."""
    return [index + 1 for index in sentence.quotes if index + 1 < sentence.high]


def _find_openings(lexicon: Lexicon) -> dict[str, tuple[_Entries, dict[str, _Entries]]]:
    """The entries of each first word: those of one word, and those that may stand before each second word."""
    openings: dict[str, tuple[_Entries, dict[str, _Entries]]] = {}
    for first, entries in lexicon.items():
        seconds = {words[1] for words, _ in entries if len(words) > 1}
        if not seconds:
            openings[first] = (entries, {})
            continue
        alone = [entry for entry in entries if len(entry[0]) == 1]
        fitting = {s: [entry for entry in entries if len(entry[0]) == 1 or entry[0][1] == s] for s in seconds}
        openings[first] = (alone, fitting)
    return openings


def _choose_finder(lexicon: Lexicon, speech: Speech) -> Callable[[str, str], _Entries]:
    """What finds the entries that a word with another behind it may begin; all where last words may stand apart."""
    if speech.cased:
        return lambda word, following: [*lexicon.get(f"{word} {following}", []), *lexicon[word]]
    if speech.particles:
        return lambda word, following: lexicon[word]
    return _find_fitting(lexicon)


@per_language
def _find_fitting(lexicon: Lexicon) -> Callable[[str, str], _Entries]:
    openings = _find_openings(lexicon)

    def find(word: str, following: str) -> _Entries:
        alone, fitting = openings[word]
        return fitting.get(following, alone)

    return find


def _match_site(sentence: Sentence, index: int, entries: _Entries, speech: Speech) -> Site | None:
    tokens, following = sentence.tokens, index + 1
    for words, families in entries:
        end = index + len(words)
        if end == following:
            whole = True
        elif (following >= sentence.high or words[1] != tokens[following].fold) and words[-1] not in speech.particles:
            continue
        else:
            whole = end <= sentence.high and all(tokens[index + i].fold == word for i, word in enumerate(words))
        if whole and not _is_misread(sentence, index, words, families, speech):
            if _is_part_of_name(sentence, index):
                return None
            return Site(index, end, families)
        if words[-1] in speech.particles and (tail := _find_tail(sentence, index, words, speech)):
            return Site(index, index + 1, families, tail=tail)
    return None


def _find_tail(sentence: Sentence, index: int, words: tuple[str, ...], speech: Speech) -> Range | None:
    """Where the "toe" of "gaf vrijdag toe" stands, before the next comma."""
    length = len(words) - 1
    for start in range(index + 1, min(index + _FARTHEST_PARTICLE, sentence.high - length + 1)):
        if sentence.tokens[start].fold in (",", ";", ":") or sentence.tokens[start].kind == "q":
            return None
        if start > index + 1 and all(sentence.tokens[start + i].fold == words[i + 1] for i in range(length)):
            return None if _opens_object(sentence, start + length, speech) else (start, start + length)
    return None


def _opens_object(sentence: Sentence, index: int, speech: Speech) -> bool:
    """True where a noun phrase follows, so that the particle is a preposition: "trekt in" de zaal."""
    if index >= sentence.high or sentence.tokens[index - 1].fold not in speech.links:
        return False
    token = sentence.tokens[index]
    named = token.fold in speech.determiners or token.capital or token.fold[:1].isdigit()
    return named and token.fold not in speech.that


def _is_verb_behind_quotation(sentence: Sentence, index: int, speech: Speech) -> bool:
    """True for the "growled" of “Go,” growled the man: a verb right behind a quotation that goes on."""
    token, before = sentence.tokens[index], sentence.tokens[index - 1] if index > sentence.low else None
    if speech.dash_speech:
        return _is_verb_behind_dash(sentence, index, speech)
    if before is None or before.kind != "q" or before.fold[1:] not in (",", "!", "?") or token.capital:
        return False
    if speech.shares and index - 1 > sentence.low:
        return False  # a list of names that ends in a quotation
    verbal = token.fold.endswith(speech.verb_endings) or token.fold in speech.verbs
    return verbal and token.fold not in speech.be | speech.auxiliaries | speech.adverbs


def _is_verb_behind_dash(sentence: Sentence, index: int, speech: Speech) -> bool:
    """True for the verb of «C», — growled the man."""
    tokens, quotation = sentence.tokens, index - 2
    if quotation < sentence.low or tokens[index - 1].fold not in _DASHES:
        return False
    quotation -= tokens[quotation].fold == ","
    spoken = quotation >= sentence.low and tokens[quotation].kind == "q"
    spoken = spoken and tokens[quotation].end - tokens[quotation].start > _SPOKEN
    token = tokens[index]
    verbal = token.fold in speech.verbs or token.fold.endswith(speech.verb_endings) or is_past(token, speech)
    return spoken and verbal and not token.capital and token.fold not in speech.be | speech.auxiliaries


def _is_misread(
    sentence: Sentence, index: int, words: tuple[str, ...], families: frozenset[str], speech: Speech
) -> bool:
    """True for "to comment about", which is no noun, for the "on" of "reported on Wednesday", for "in" anywhere."""
    tokens, end = sentence.tokens, index + len(words)
    if index > sentence.low and families == _VIEWPOINTS:
        return True  # only what opens a sentence tells whose view it is
    if index > sentence.low and families == _VIEWS:
        verbal = join_lists(speech.infinitives, speech.auxiliaries, speech.persons, speech.groups, speech.selves)
        if tokens[index - 1].fold in verbal:
            return True
    dated = len(words) > 1 and end < sentence.high and "according" not in families
    return dated and _is_dated(tokens[end - 1 : end + 2], speech)


def _is_dated(words: list[Token], speech: Speech) -> bool:
    """True for the "on" of "reported on Wednesday", which is no part of the verb."""
    temporal = any(word.fold in speech.temporal for word in words[1:])
    return temporal and words[0].fold in speech.links and (words[1].fold in speech.temporal | speech.determiners)


def _is_part_of_name(sentence: Sentence, index: int) -> bool:
    """True for the "Per" of "Dr Per Lind": a short capital between capitals, where no headline has them all."""
    if not sentence.tokens[index].capital:
        return False
    around = sentence.tokens[max(sentence.low, index - 1) : min(sentence.high, index + 2)]
    if len(around) < 3 or not all(t.capital and t.kind == "w" for t in around):
        return False
    words = [t for t in sentence.tokens[sentence.low : sentence.high] if t.kind == "w"]
    return 2 * sum(t.capital for t in words) < len(words)
