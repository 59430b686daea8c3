"""Cues that are no verb with a clause: refusals, as X said, according to X, citing X, the claim of X that."""

from dataclasses import replace

from stemma.extract.orders.parts import (
    SPOKEN,
    find_apposition,
    find_oblique,
    find_subject_in,
    is_mark,
    is_that,
    make_plain,
)
from stemma.extract.syntax.reading import Frame, Range, Reader, Site
from stemma.lang.language import Speech

_REFUSED = 7  # words between "refused" and "to comment"


def find_refusal(reader: Reader, site: Site, clause: Range) -> Frame | None:
    """X refused (it) to comment; X did not comment."""
    speech = reader.speech
    at = opened = site.high
    if "declines" not in site.families and reader.fold(site.low) not in speech.refuses:
        return None
    if reader.fold(site.low) in speech.refuses:
        around = range(max(clause[0], site.low - 1), min(site.high + _REFUSED, clause[1]))
        found = next((i for i in around if reader.fold(i) in speech.comments), None)
        if found is None:
            return None
        site, at = replace(site, low=min(site.low, found), left=min(site.left, found)), max(found + 1, site.high)
    source = find_subject_in(reader, clause[0], site.left) or find_subject_in(reader, site.high, clause[1])
    if source is None and not speech.subject_left_out:
        return None
    refusal = replace(site, high=at, families=frozenset({"declines"}))
    stop, last = clause[1], reader.sentence.last
    matter = (at, stop) if stop > at and (source is None or source[0] < at) else (site.low, at)
    between = (opened, at - 1)  # refused | the affair | to comment on
    if matter[0] == site.low and between[1] > between[0] and (source is None or source[1] <= opened):
        matter = between
    if matter[0] == site.low and reader.fold(stop) == "," and reader.fold(stop + 1) in speech.asks and last - stop > 2:
        matter = (stop + 1, last)
    return make_plain(refusal, source, (matter,))


def read_aside(reader: Reader, site: Site, clause: Range) -> Frame | None:
    """As X said, C; C, as X said, C."""
    if not site.families & SPOKEN:
        return None
    source = find_subject_in(reader, site.high, clause[1]) or find_subject_in(reader, clause[0] + 1, site.left)
    if source is None:
        return None
    low, last, stop = reader.sentence.low, reader.sentence.last, find_apposition(reader, clause[1])
    left = ((low, clause[0] - 1),) if clause[0] - 1 - low >= 1 else ()
    right = ((stop + 1, last),) if reader.fold(stop) == "," and last - stop > 2 else ()
    source = (source[0], stop) if source[1] == clause[1] else source
    return make_plain(site, source, (*left, *right)) if left or right else None


def read_according(reader: Reader, site: Site) -> Frame | None:
    """According to X C; C according to X; also in the midst of C."""
    high = reader.sentence.last
    if reader.fold(site.low - 1) in reader.speech.possessors and high - site.high > 1:
        return make_plain(site, (site.low - 1, site.low), ((site.high, high),))  # in his opinion C
    if site.high >= high or reader.tokens[site.high].kind == "p":
        return None
    end = find_oblique(reader, site.high, high)
    if not is_voice(reader, site.high, end):
        return None
    closed = find_apposition(reader, end)
    after = _skip_relative(reader, closed)
    low = max(_find_clause_start(reader, site.low), _find_end_of_other(reader, site.low))
    left = ((low, site.low),) if site.low > low else ()
    right = ((after, high),) if high > after else ()
    if site.low - low + high - after < 2:
        return None
    return make_plain(site, (site.high, closed), (*left, *right))


def is_voice(reader: Reader, low: int, high: int) -> bool:
    """True for a name, a pronoun and a noun for people, bodies and documents; not for a law or a plan."""
    speech = reader.speech
    words = reader.tokens[low:high]
    if any(t.fold in speech.standards for t in words[:2]):
        return False
    if words and words[0].fold in speech.persons | speech.groups:
        return True
    return any((t.capital or t.kind == "q" or _is_noun_of_speech(t.fold, speech)) for t in words)


def _is_noun_of_speech(word: str, speech: Speech) -> bool:
    """True for people, bodies and documents, and for words and reports: according to his words, to early reports."""
    listed = word in speech.kinds or word in speech.roles or word in speech.reports
    return listed or word.endswith(speech.voice_endings)


def _skip_relative(reader: Reader, end: int) -> int:
    """Past the comma behind a source, and past a relative clause about it."""
    if reader.fold(end) != ",":
        return end
    if reader.fold(end + 1) not in reader.speech.relatives:
        return end + 1
    comma = next((i for i in range(end + 1, reader.sentence.last) if reader.fold(i) == ","), None)
    return comma + 1 if comma is not None else end + 1


def _find_clause_start(reader: Reader, index: int) -> int:
    """Where the statement around "according to X" begins: at the sentence, or behind a word that opens a clause."""
    speech = reader.speech
    openers = speech.openers - speech.coordinators - speech.relatives
    starts = (
        i + 1
        for i in range(index - 1, reader.sentence.low, -1)
        if is_that(reader, i) or (reader.fold(i - 1) == "," and reader.fold(i) in openers)
    )
    low = next(starts, reader.sentence.low)
    while low < index and (reader.fold(low) in reader.speech.coordinators or is_mark(reader.tokens[low])):
        low += 1
    return low


def _find_end_of_other(reader: Reader, index: int) -> int:
    """Behind the comma that parts "according to X C, according to Y D"."""
    others = [frame.source[1] for frame in reader.frames if frame.family == "according" and frame.source]
    floor = max((end for end in others if end < index), default=reader.sentence.low)
    if floor == reader.sentence.low:
        return floor
    return next((i + 1 for i in range(index - 1, floor, -1) if reader.fold(i) == ","), reader.sentence.low)


def read_citing(reader: Reader, site: Site) -> Frame | None:
    """…, citing Y: a second source behind the one before."""
    if reader.fold(site.low) not in reader.speech.participles or not reader.frames:
        return None
    end = find_oblique(reader, site.high, reader.sentence.last)
    content = reader.frames[-1].content
    if end == site.high or not content or not is_voice(reader, site.high, end):
        return None
    return replace(make_plain(site, (site.high, end), content), family="cites", nested=True)


def read_noun(reader: Reader, site: Site) -> Frame | None:
    """The claim of X, that C."""
    end = find_oblique(reader, site.high, reader.sentence.last) if site.high < reader.sentence.last else site.high
    if end == site.high or reader.fold(end) != "," or reader.fold(end + 1) not in reader.speech.that:
        return None
    if not is_voice(reader, site.high, end) or reader.sentence.last - end < 4:
        return None
    content = ((end + 2, reader.sentence.last),)
    return Frame(cue=(site.low, site.high), source=(site.high, end), content=content, family="nouns")


def find_cited(reader: Reader, site: Site, clause: Range) -> Range | None:
    """The Y of “X with reference to Y said that C”: a second source behind the first."""
    speech = reader.speech
    for index in range(clause[0] + 1, site.low):
        for length in (1, 2, 3):
            words = " ".join(reader.fold(i) for i in range(index, index + length))
            if words in speech.cites and words in speech.participles and index + length < site.low:
                end = find_oblique(reader, index + length, site.low)
                return (index + length, end) if is_voice(reader, index + length, end) else None
    return None
