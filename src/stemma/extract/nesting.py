"""Who reports whom, what a cue refers back to, and what stance its content takes."""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter

from stemma.extract.houses import find_houses
from stemma.extract.speech.speakers import Cast
from stemma.extract.speech.words import Paragraph
from stemma.extract.syntax.reading import Draft
from stemma.lang.language import Speech
from stemma.model import Span
from stemma.text import WORD, find_word_before, find_words, fold

_BACK = 2  # sentences that "the news", "the information" may refer to
_FARTHEST_BACK = 8  # paragraphs between, buttons and captions included
BEFORE_OWN = 8  # characters before a source in which its "our" stands
_FIRST_WORDS = 45  # a rebuttal counts only near the beginning of what is said


def refer_back(paragraphs: list[Paragraph], drafts: list[Draft], speech: Speech) -> list[Draft]:
    """Give "X broke the news" the sentences before it as content; a draft that finds none is dropped."""
    for draft in drafts:
        if draft.back and not draft.contents:
            draft.contents = _find_after(paragraphs, draft)
            if not draft.contents and draft.family == "origins":
                draft.contents = _find_introduction(paragraphs, draft, speech)
            if not draft.contents and draft.family != "announces":
                draft.contents = _find_before(paragraphs, draft)
    return [draft for draft in drafts if draft.contents]


def _find_after(paragraphs: list[Paragraph], draft: Draft) -> list[Span]:
    """Reads “X posted this:” — the next paragraph."""
    paragraph = paragraphs[draft.paragraph]
    if paragraph.tokens[-1].fold != ":" or draft.sentence < len(paragraph.sentences) - 1:
        return []
    following = paragraphs[draft.paragraph + 1 : draft.paragraph + 2]
    return [following[0].span] if following else []


def _find_introduction(paragraphs: list[Paragraph], draft: Draft, speech: Speech) -> list[Span]:
    """Of "… as the source of the rumours": the first sentence that says what the rumours are, "rumours that …"."""
    own = paragraphs[draft.paragraph].sentences[draft.sentence]
    told = {t.fold for t in own.tokens[own.low : own.high] if t.start > draft.cue.end and t.fold in speech.contents}
    for paragraph in paragraphs[: draft.paragraph]:
        for sentence in paragraph.sentences:
            folds = [t.fold for t in sentence.tokens[sentence.low : sentence.high]]
            at = next((i for i, word in enumerate(folds) if word in told), len(folds))
            if speech.that & set(folds[at:]):
                return [Span(sentence.tokens[sentence.low].start, sentence.tokens[sentence.last - 1].end)]
    return []


def _find_before(paragraphs: list[Paragraph], draft: Draft) -> list[Span]:
    found: list[Span] = []
    most = 1 if draft.family == "takes_up" else _BACK
    for number in range(draft.paragraph, max(-1, draft.paragraph - _FARTHEST_BACK), -1):
        paragraph = paragraphs[number]
        sentences = paragraph.sentences[: draft.sentence] if number == draft.paragraph else paragraph.sentences
        for sentence in reversed(sentences):
            tokens = sentence.tokens[sentence.low : sentence.high]
            finished = tokens[-1].fold in (".", "!", "?") or tokens[-1].kind == "q"
            if len(found) < most and len(tokens) > 4 and (finished or (number == 0 and not found)):
                found.append(Span(tokens[0].start, sentence.tokens[max(sentence.low, sentence.last - 1)].end))
    return sorted(found)


def nest_drafts(text: str, drafts: list[Draft], cast: Cast) -> list[Draft]:
    """Link each draft to the one that reports it; outer voices that have no cue of their own are added."""
    made: list[Draft] = []
    agents = [draft for draft in drafts if draft.source is not None and draft.family in ("passives", "according")]
    for draft in drafts:
        _read_inner_agent(draft, agents, text, cast)
        made.extend(_add_voices(draft, cast))
    for voice in made:
        if voice.speaker is None:
            voice.speaker = cast.find_speaker(voice)
    everyone = [d for d in (*drafts, *made) if not _is_own_voice(d, cast) and not _repeats(d, drafts)]
    _turn_citing(everyone)
    _link(everyone)
    everyone += find_houses(text, everyone, cast)
    everyone = [d for d in everyone if d.outer is not None or not _is_self(d, text, cast)]
    passed_on: set[int] = set()  # whoever reports a denial does not deny
    for draft in sorted(everyone, key=lambda d: sum(span.end - span.start for span in d.contents)):
        if id(draft) not in passed_on:
            _read_stance(text, draft, cast.speech)
        if draft.stance in ("denies", "doubts", "declines"):
            passed_on.add(id(draft.outer))
    return everyone


def _repeats(draft: Draft, drafts: list[Draft]) -> bool:
    """True for "Ruiz said this on Monday" behind words that the article has already given to Ruiz."""
    if not draft.back or draft.family not in ("says", "weak") or draft.speaker is None or not draft.speaker.name:
        return False
    words = {*find_words(draft.speaker.name)}
    return any(
        other.speaker is not None and other is not draft and not words.isdisjoint(find_words(other.speaker.name))
        for other in drafts
        if any(span.holds(other.cue) for span in draft.contents)
    )


def _turn_citing(drafts: list[Draft]) -> None:
    """Reads “Citing Y, X says C”: what X says is what Y told."""
    for citing in drafts:
        if citing.family != "cites" or citing.quoted is not None or citing.contents[0].start < citing.cue.end:
            continue
        for other in drafts:
            if other.source is not None and other.source.start == citing.contents[0].start and other is not citing:
                citing.contents, citing.outer = list(other.contents), other


def _is_self(draft: Draft, text: str, cast: Cast) -> bool:
    """The writer's own "I" and "this newspaper" are no sources."""
    if draft.source is None:
        return False
    words = fold(draft.source.of(text))
    self_named = words in cast.speech.selves or words.partition("'")[0] in cast.speech.selves
    return self_named or _is_own_reporter(draft.source, text, cast.speech)


def _is_own_reporter(source: Span, text: str, speech: Speech) -> bool:
    """True for "our reporter on the quay", with its "our" before the source or in it."""
    words = find_words(source.of(text))
    if speech.reporters.isdisjoint(words):
        return False
    led = [*find_word_before(text, source.start, BEFORE_OWN), *words]
    return any(
        phrase in (said[: len(phrase)] for said in (words, led)) for phrase in map(str.split, speech.own_reporting)
    )


def _link(drafts: list[Draft]) -> None:
    """Find each draft's outer voice by its place, where its words did not say; no loops."""
    contents = ((*span, draft) for draft in drafts for span in draft.contents)
    spans = sorted(((low, high, at, draft) for at, (low, high, draft) in enumerate(contents)), key=itemgetter(0))
    for draft in drafts:
        if draft.outer is None:
            draft.outer = _find_holder(draft, drafts, spans)
        elif draft.outer not in drafts:
            draft.outer = None
    _share_contents(drafts)
    for draft in drafts:
        _break_loop(draft)


def _is_own_voice(draft: Draft, cast: Cast) -> bool:
    """The article's own outlet is no source, unless it says that it could not verify."""
    return (
        draft.speaker is not None
        and draft.stance == "asserts"
        and (cast.is_own(draft.speaker.name or draft.speaker.text) or cast.is_own(draft.speaker.text))
    )


def _read_inner_agent(draft: Draft, agents: list[Draft], text: str, cast: Cast) -> None:
    """Officials quoted by the broadcaster said: the broadcaster is the outer voice."""
    if draft.source is None:
        return
    for other in agents:
        if other is draft or not draft.source.holds(other.cue):
            continue
        head = text[draft.source.start : other.cue.start].rstrip(" ,")
        while head and head.split()[-1].casefold() in cast.speech.relatives | cast.speech.be:
            head = head[: -len(head.split()[-1])].rstrip(" ,")
        if head:
            draft.source = Span(draft.source.start, draft.source.start + len(head))
            draft.speaker = cast.find_speaker(draft)
            draft.outer = other
            spans = [draft.source, *draft.contents]
            other.contents = [Span(min(s.start for s in spans), max(s.end for s in spans))]


def _add_voices(draft: Draft, cast: Cast) -> list[Draft]:
    """The hearer of "told NBC News" and the one quoted in "NBC News quoted X" as drafts of their own."""
    made: list[Draft] = []
    if draft.hearer is not None and draft.outer is None and cast.is_other_outlet(draft.hearer):
        voice = replace(
            draft, source=draft.hearer, hearer=None, speaker=None, antecedent=None, stance="asserts", family="hearers"
        )
        voice.contents = list(draft.contents)
        made.append(voice)
        draft.outer = voice
    if draft.quoted is not None:
        inner = replace(
            draft, source=draft.quoted, quoted=None, speaker=None, hearer=None, contents=list(draft.contents)
        )
        inner.outer = draft
        made.append(inner)
    return made


def _find_holder(draft: Draft, drafts: list[Draft], spans: list[tuple[int, int, int, Draft]]) -> Draft | None:
    """The draft with the shortest content that holds this one's cue and source; `spans` are in order of the text."""
    low, high = (
        draft.cue
        if draft.source is None
        else (min(draft.cue.start, draft.source.start), max(draft.cue.end, draft.source.end))
    )
    near = [o for o in drafts if o.paragraph == draft.paragraph] if draft.family == "cites" else ()
    for other in near:
        if other.contents and other.contents == draft.contents and not _is_passed_on(other, draft):
            return other
    before = spans[: bisect_right(spans, low, key=itemgetter(0))]
    around = [(end - start, at, other) for start, end, at, other in before if high <= end]
    fitting = [held for held in around if not _is_passed_on(held[2], draft)]
    return min(fitting, key=itemgetter(0, 1))[2] if fitting else None


def _is_passed_on(other: Draft, draft: Draft) -> bool:
    """True for the draft itself, for what it reports, and for whoever was told the same."""
    return other is draft or other.outer is draft or (other.family == "hearers" and other.cue == draft.cue)


def _share_contents(drafts: list[Draft]) -> None:
    """Reads “The news was reported by A, as quoted from B”: what A reports is what B passes on."""
    for draft in drafts:
        if draft.back and draft.outer is not None:
            draft.outer.contents = sorted({*draft.outer.contents, *draft.contents})


def _break_loop(draft: Draft) -> None:
    """No chain of voices comes back to where it began."""
    seen, current = {id(draft)}, draft.outer
    while current is not None:
        if id(current) in seen:
            draft.outer = None
            return
        seen.add(id(current))
        current = current.outer


def spread_headline(text: str, paragraphs: list[Paragraph], drafts: list[Draft]) -> None:
    """Words quoted without a speaker, as in a headline, belong to whoever is quoted with them elsewhere."""
    voices = [d for d in drafts if d.source is not None or d.family not in ("passives", "views")]
    taken = sorted(span for draft in voices for span in draft.contents)
    reached = list(accumulate((span.end for span in taken), max))  # where the furthest of those so far ends
    told: list[str] = []
    for paragraph in paragraphs:
        for start in sorted(paragraph.quotations) if paragraph.quotations else ():
            quotation = paragraph.quotations[start]
            low, high = quotation.span
            begun = bisect_left(taken, (high,))
            if begun and reached[begun - 1] > low:
                continue
            words = find_words(quotation.inner.of(text))
            if len(words) < 4:
                continue
            phrase = f" {' '.join(words)} "
            told = told or [f" {' '.join(find_words(d.contents[-1].of(text)))} " for d in voices]
            draft = next((d for d, words_told in zip(voices, told, strict=True) if phrase in words_told), None)
            if draft is not None:
                draft.contents.append(quotation.span)


# ---------------------------------------------------------------- stance


def _read_stance(text: str, draft: Draft, speech: Speech) -> None:
    """Finds the stance of the content itself: "the rumour was baseless" denies, "we do not comment" declines."""
    behind = draft.back and draft.contents[0].start < draft.cue.start
    if (
        behind
        or draft.stance not in ("asserts", "confirms")
        or draft.family in ("vows", "labels", "hearers", "credits")
    ):
        return
    words = _spell(draft.contents[0].of(text), speech)[:_FIRST_WORDS]
    if draft.family == "judges":
        if not speech.contents.isdisjoint(words) and _find_phrase(words, speech.rebuttals) is not None:
            draft.stance = "denies"
    elif draft.stance == "asserts" and _find_phrase(words[:14], speech.refusals) is not None:
        draft.stance = "declines"
    elif _find_phrase(words, speech.misgivings) is not None:
        draft.stance = "doubts"
    elif _is_rebuttal(words, speech):
        draft.stance = "denies"


def _spell(part: str, speech: Speech) -> list[str]:
    """The words as the language's lists spell them."""
    if not speech.spellings:
        return find_words(part)
    return [speech.spellings.get(word.lower(), fold(word)) for word in WORD.findall(part)]


def _find_phrase(words: list[str], phrases: frozenset[str]) -> tuple[int, str] | None:
    """Where the first of the phrases stands."""
    if _list_last_words(phrases).isdisjoint(words):
        return None
    padded = f" {' '.join(words)} "
    for phrase, sought in _list_sought(phrases):
        if sought in padded:
            return padded[: padded.find(sought) + 1].count(" ") - 1, phrase
    return None


@lru_cache(maxsize=256)
def _list_last_words(phrases: frozenset[str]) -> frozenset[str]:
    """One of these stands wherever a phrase does."""
    return frozenset(phrase.split()[-1] for phrase in phrases)


@lru_cache(maxsize=256)
def _list_sought(phrases: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Each phrase with what is looked for in a row of words; "n't true" matches "isn't true"."""
    return tuple((p, f"{p} " if p.startswith("n't") else f" {p} ") for p in sorted(phrases))


def _is_rebuttal(words: list[str], speech: Speech) -> bool:
    """True for "the rumour was baseless", "no such crime"; not for "reported a rumour"."""
    found = _find_phrase(words, speech.rebuttals)
    if found is None:
        return False
    at, phrase = found
    if phrase.split()[0] in speech.negations or phrase.startswith("n't"):
        return True
    predicate = speech.noun_first or bool(speech.be & set(words[max(0, at - 5) : at]))
    return predicate and (" " in phrase or bool(speech.contents & set(words)))
