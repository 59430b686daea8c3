"""Reads quotations that no known verb claims: “C,” he mocks; X returned to an old theme: “C”."""

from collections.abc import Iterator

from stemma.extract.speech.frames import is_speaker
from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import find_subject, is_adverb, is_speaking
from stemma.extract.syntax.reading import ENDED, Frame, Range, Reader
from stemma.extract.syntax.subjects import find_shared_subject, is_finite
from stemma.text import join_lists

_LONGEST = 25  # words of a speaker with an office
_SHORTEST = 25  # characters from which a quotation is no title, no name and no single word


def read_quotations(reader: Reader) -> Iterator[Frame]:
    """A frame for each longer quotation of the sentence that no frame holds yet."""
    tokens, speech, low = reader.tokens, reader.speech, reader.sentence.low
    for index in [low - 1, *reader.sentence.quotes] if _ends_alone(reader) else reader.sentence.quotes:
        token = tokens[index]
        if _is_held(reader, index):
            continue
        long = token.end - token.start >= _SHORTEST
        frame = _read_behind(reader, index) or (_read_before(reader, index) if long else None)
        cue = reader.fold(frame.cue[0]) if frame is not None else ""
        if frame is not None and (long or cue in speech.says or cue in speech.weak):
            yield frame


def _ends_alone(reader: Reader) -> bool:
    """True behind the “C?” of “C?” X pressed, which stands in a sentence of its own."""
    before = reader.sentence.low - 1
    if before < 0 or reader.tokens[before].fold not in ENDED:
        return False
    return before == 0 or reader.tokens[before - 1].fold in (".", "!", "?") or reader.tokens[before - 1].kind == "q"


def _is_held(reader: Reader, index: int) -> bool:
    spans = (span for frame in reader.frames for span in (frame.source, *frame.content) if span)
    return any(low <= index < high for low, high in spans)


def _read_behind(reader: Reader, index: int) -> Frame | None:
    """The X of “C,” X mocks: somebody and a verb, and then nothing or a preposition."""
    start = index + 1 + (reader.fold(index + 1) == ",")
    closed = reader.tokens[index].fold in ENDED or start > index + 1
    if index > reader.sentence.low or not closed or start >= reader.sentence.last:
        return None
    end = _find_speaker(reader, start)
    if end is None or not _is_verb(reader, end):
        end = _find_said(reader, start) or end
    if end is None:
        return None
    verb = end
    while verb < reader.sentence.last and is_adverb(reader.tokens[verb], reader.speech):
        verb += 1
    if not _is_verb(reader, verb) or not _is_closed(reader, verb + 1) or not _may_say(reader, (start, end), verb):
        return None
    return Frame(cue=(verb, verb + 1), source=(start, end), content=((index, index + 1),))


def _find_speaker(reader: Reader, start: int) -> int | None:
    """Where the phrase ends that begins at `start` and has a verb behind it; a capital is a name: From, Jun."""
    if reader.fold(start) in reader.speech.relatives:
        return None
    end = find_phrase(reader.tokens, start, reader.sentence.high, reader.speech)
    nominal = reader.speech.determiners
    verbs = (i for i in range(start + 1, end) if _is_verb(reader, i) and reader.fold(i - 1) not in nominal)
    end = next(
        (i for i in verbs if _is_closed(reader, i + 1)), end
    )  # a verb that looks like a noun: "the label states in small print"
    if end > start and (is_speaker(reader, start, end) or reader.fold(start) in reader.speech.actors):
        return end
    end = start
    while end < reader.sentence.last and reader.tokens[end].capital:
        end += 1
    return end if end > start else None


def _find_said(reader: Reader, start: int) -> int | None:
    """Where the verb of saying stands behind a longer speaker: “C,” the mayor and former guide said in a letter."""
    speech, first = reader.speech, reader.tokens[start]
    opened = first.capital or any(first.fold in words for words in (speech.determiners, speech.roles, speech.kinds))
    for index in range(start + 1, min(start + _LONGEST, reader.sentence.last) if opened else start):
        word = reader.fold(index)
        if word in speech.says and word not in speech.participles and word not in speech.reports:
            return index
        if reader.tokens[index].kind == "q" or word in (":", ";") or word in speech.that:
            return None
    return None


def _is_verb(reader: Reader, index: int) -> bool:
    if index >= reader.sentence.last or reader.tokens[index].kind != "w" or reader.tokens[index].capital:
        return False
    token, speech = reader.tokens[index], reader.speech
    formed = token.fold.endswith((*speech.verb_endings, "s")) or is_finite(reader, index)
    formed = formed or token.fold in speech.says or token.fold in speech.tells or token.fold in speech.weak
    return formed and token.fold not in speech.be | speech.auxiliaries | speech.links | speech.possessors


def _may_say(reader: Reader, source: Range, verb: int) -> bool:
    """True for somebody, and for a text that "reads" or "states"; no film that "opens" says its title."""
    speech, last = reader.speech, reader.tokens[source[1] - 1]
    told = reader.fold(verb) in speech.says | speech.tells | speech.weak
    small = last.fold in speech.links | speech.of or (last.fold in speech.determiners and not told)
    if small and not last.capital:
        return False
    return told or last.capital or is_speaking(reader.tokens, *source, speech)


def _is_closed(reader: Reader, index: int) -> bool:
    speech, word = reader.speech, reader.fold(index)
    behind = (speech.links, speech.of, speech.temporal, speech.openers, speech.coordinators, ",")
    return index >= reader.sentence.last or any(word in words for words in behind)


def _read_before(reader: Reader, index: int) -> Frame | None:
    """The X of "As X put it, “C.”": a clause that leads to the quotation with which the sentence ends."""
    mark = index - 1
    if turned := _find_turned(reader, mark):
        low = reader.sentence.low
        return Frame(cue=(low, low + 1), source=turned, content=((index, reader.sentence.last),))
    if reader.fold(mark) not in (",", ":") or index < reader.sentence.last - 1:
        return None
    source = _find_signer(reader, mark) or _find_leader(reader, mark) or find_shared_subject(reader, mark)
    if source is None or not is_speaking(reader.tokens, *source, reader.speech):
        return None
    verb = next((i for i in range(source[1], mark) if is_finite(reader, i)), None)
    if reader.fold(mark) == "," and (verb is None or not _leads_on(reader, verb, index)):
        return None
    cue = (mark, index) if verb is None else (verb, verb + 1)
    return Frame(cue=cue, source=source, content=((index, reader.sentence.last),))


def _leads_on(reader: Reader, verb: int, index: int) -> bool:
    """True for "as X put it, “C.”" and "X announced on a page, “C.”"; not for "has a new slogan, “C.”"."""
    speech, before = reader.speech, reader.tokens[index - 2]
    if reader.fold(index)[1:] not in (".", "?", "!") or index != reader.sentence.high - 1:
        return False
    spoken = any(reader.fold(i) in join_lists(speech.says, speech.tells, speech.weak) for i in range(verb, index - 1))
    return spoken or before.fold in speech.things or is_adverb(before, speech) or is_finite(reader, index - 2)


def _find_turned(reader: Reader, mark: int) -> Range | None:
    """The X of "Said X: “C”"."""
    low, speech = reader.sentence.low, reader.speech
    first = reader.fold(low)
    said = (first in speech.says or first in speech.weak) and first not in speech.participles
    opens = reader.tokens[low].capital and said
    named = opens and mark > low + 1 and reader.tokens[low + 1].capital and reader.fold(mark) in (",", ":")
    return (low + 1, mark) if named and find_phrase(reader.tokens, low + 1, mark, speech) == mark else None


def _find_signer(reader: Reader, mark: int) -> Range | None:
    """The name between a dash and the colon, and the longer name that opens the sentence."""
    low = mark
    while low > reader.sentence.low and (reader.tokens[low - 1].capital or reader.fold(low - 1) in reader.speech.joins):
        low -= 1
    dashed = mark > low > reader.sentence.low and reader.fold(low - 1) in ("—", "–", "-")
    opens = low == reader.sentence.low and mark - low > 1
    return (low, mark) if (dashed or opens) and reader.fold(mark) == ":" else None


def _find_leader(reader: Reader, high: int) -> Range | None:
    """The subject of the last clause before the quotation: a phrase with a verb behind it."""
    low = reader.sentence.low
    marks = reader.speech.contrasts | {","}
    starts = [i + 1 for i in range(high - 2, low, -1) if reader.fold(i) in marks]
    for start in (*starts, low):
        if (source := _find_subject_at(reader, start, high)) is not None:
            return source
    return None


def _find_subject_at(reader: Reader, low: int, high: int) -> Range | None:
    speech, opens = reader.speech, low == reader.sentence.low
    if reader.fold(low) in speech.relatives:
        return find_subject(reader.tokens, low - 1, reader.sentence.low, speech)
    while low < high and (reader.fold(low) in speech.coordinators or is_adverb(reader.tokens[low], speech)):
        low += 1
    end = find_phrase(reader.tokens, low, high, speech)
    if end == low or reader.fold(low) in speech.openers | speech.links:
        return None
    end = next((i for i in range(low + 1, end) if is_finite(reader, i) and reader.tokens[i - 1].capital), end)
    verb = end
    if opens and reader.fold(end) == ",":
        commas = (i for i in range(end, high - 1) if reader.fold(i) == "," and is_finite(reader, i + 1))
        end = next(commas, end)
        verb = end + 1
    while verb < high and is_adverb(reader.tokens[verb], speech):
        verb += 1
    return (low, end) if is_finite(reader, verb) else None
