"""Where what is told ends because a neighbour clause begins: "X said that C, and Y denied it"."""

from dataclasses import replace

from stemma.extract.speech.phrases import is_pronoun
from stemma.extract.syntax.reading import Frame, Range, Reader
from stemma.extract.syntax.subjects import is_finite
from stemma.lang.language import Speech
from stemma.text import join_lists

_ATTITUDES = frozenset({"judges", "vows", "weak", "predicates"})
_MARKS = frozenset({",", "—", "–"})
_SHORT = 12  # words that may be half of a subject


def cut_contents(reader: Reader) -> list[Frame]:
    """Ends each content where a neighbour clause with a source of its own begins."""
    if len(reader.frames) < 2:
        return [frame for frame in reader.frames if frame.content or frame.back]
    frames = [frame for frame in reader.frames if not any(_holds(reader, earlier, frame) for earlier in reader.frames)]
    result: list[Frame] = []
    for position, frame in enumerate(frames):
        content = frame.content
        for other in frames[position + 1 :]:
            content = tuple(cut for span in content if (cut := _cut(reader, span, frame, other)))
        result.append(replace(frame, content=content) if content != frame.content else frame)
    return [frame for frame in result if frame.content or frame.back]


def _cut(reader: Reader, span: Range, frame: Frame, other: Frame) -> Range | None:
    """`span` without what belongs to `other`, when that is a neighbour and not nested."""
    start = other.cue[0] if other.inherits or not other.source else min(other.source[0], other.cue[0])
    nested = other.antecedent is not None or (other.nested and (other.source is None or other.family != "cites"))
    if nested or not span[0] < start < span[1] or frame.cue[0] > start:
        return span
    edge, speech = start, reader.speech
    if speech.adjective_endings and _reports(other, frame) and reader.fold(start - 1) == ",":
        return (span[0], start - 1) if start - 1 > span[0] else None
    loose = join_lists(_MARKS, speech.coordinators, speech.adverbs, speech.auxiliaries, speech.clitics)
    if speech.shares and other.inherits:
        loose = join_lists(loose, speech.contrasts)
    while edge - 1 > span[0] and (
        (reader.fold(edge - 1) in loose and not (speech.adjective_endings and _ends_clause(reader, edge - 1, start)))
        or (reader.fold(edge - 1) in speech.contents and reader.fold(edge) not in loose)
    ):
        edge -= 1
    if edge == start and not (other.inherits and _may_follow(reader, frame, start)):
        return _cut_at_colon(reader, span, other) if speech.shares else span
    if not other.inherits and (_is_gerund(reader, frame, other, edge) or _is_half(reader, frame, (span[0], edge))):
        return span
    after_comma = any(reader.fold(i) in (",", "—", "–") for i in range(edge, start))
    joined = any(reader.fold(i) in speech.coordinators for i in range(edge, start))
    mild = speech.shares and other.family in _ATTITUDES and not other.inherits
    neighbour = after_comma and not mild and (not speech.cased or reader.fold(span[0] - 1) not in speech.that)
    if not (neighbour or joined or other.inherits):
        return span
    return (span[0], edge) if edge > span[0] else None


def _ends_clause(reader: Reader, index: int, start: int) -> bool:
    """True for a verb before the comma that parts two clauses: "that there | is |, and added"."""
    finite = reader.fold(index) in reader.speech.auxiliaries
    return finite and any(reader.fold(i) == "," for i in range(index + 1, start))


def _reports(outer: Frame, inner: Frame) -> bool:
    """True where one frame tells that the other was said: “X said that C, reports Y” — C ends before Y."""
    return any(low <= inner.cue[0] < high for low, high in outer.content)


def _may_follow(reader: Reader, frame: Frame, start: int) -> bool:
    """False for the "saying" of "said it was like saying", which goes on with the words before it."""
    speech, before = reader.speech, reader.fold(start - 1)
    bound = before in join_lists(speech.links, speech.of, speech.openers) or (
        reader.fold(start) in speech.participles and reader.tokens[start - 1].kind == "w"
    )
    return not (speech.shares and bound and _is_clause(reader, frame.content[0], frame))


def _is_gerund(reader: Reader, frame: Frame, other: Frame, edge: int) -> bool:
    """True for the "criticising" of "no quarrel with Ruiz or Lind criticising it": it belongs to the clause."""
    if not reader.speech.shares or reader.fold(other.cue[0]) not in reader.speech.participles:
        return False
    return reader.fold(edge) in reader.speech.joins and _is_clause(reader, frame.content[0], frame)


def _cut_at_colon(reader: Reader, span: Range, other: Frame) -> Range:
    """Where "it was late: “I slept,” she wrote" goes on with a quotation that has a cue of its own."""
    opening = other.content[0][0] if other.content else span[1]
    colon = span[0] < opening < span[1] and opening < other.cue[0] and reader.fold(opening - 1) == ":"
    return (span[0], opening - 1) if colon and reader.tokens[opening].kind == "q" else span


def _is_clause(reader: Reader, span: Range, frame: Frame) -> bool:
    """True where a clause is told rather than an object."""
    return frame.family in ("says", "tells", "according") or reader.fold(span[0] - 1) in reader.speech.that


def _is_half(reader: Reader, frame: Frame, span: Range) -> bool:
    """True for the "Ruiz" of "that Ruiz | and Lind have agreed": half of a subject tells nothing."""
    speech, (low, high) = reader.speech, span
    if not speech.shares or reader.fold(high) not in speech.joins or high - low > _SHORT:
        return False
    verbal = any(is_finite(reader, i) or reader.fold(i) in speech.judges for i in range(low, high))
    return _is_clause(reader, span, frame) and not verbal and not is_pronoun(reader.tokens[low], speech)


def _holds(reader: Reader, frame: Frame, other: Frame) -> bool:
    """True for the "supports" of "said the club is small and supports Lind": another form goes on with what is told."""
    speech = reader.speech
    if not speech.shares or not other.inherits or frame.inherits or not frame.content:
        return False
    span, index = frame.content[-1], other.cue[0]
    if not span[0] < index < span[1] or not _is_clause(reader, span, frame):
        return False
    while reader.fold(index - 1) in speech.adverbs:
        index -= 1
    if reader.fold(index - 1) not in speech.joins | speech.contrasts:
        return False
    forms = {_find_form(reader, frame.cue[0]), _find_form(reader, other.cue[0])}
    return len(forms) > 1 and "" not in forms


def _find_form(reader: Reader, index: int) -> str:
    """Third person, base or past; "" behind an auxiliary, and for a participle."""
    word, speech, before = reader.fold(index), reader.speech, index - 1
    while reader.fold(before) in join_lists(speech.adverbs, speech.negations):
        before -= 1
    if word in speech.participles or reader.fold(before) in join_lists(speech.auxiliaries, speech.infinitives):
        return ""
    if word.endswith("s") and _is_known(word[:-1], speech):
        return "third"
    return "base" if _is_known(f"{word}s", speech) else "past"


def _is_known(word: str, speech: Speech) -> bool:
    return word in speech.says or word in speech.judges or word in speech.weak or word in speech.vows
