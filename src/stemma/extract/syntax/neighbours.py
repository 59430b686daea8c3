"""Where what is told ends because a neighbour clause begins: "X said that C, and Y denied it"."""

from dataclasses import replace

from stemma.extract.speech.phrases import is_pronoun
from stemma.extract.syntax.ends import says_only
from stemma.extract.syntax.reading import ENDED, Frame, Range, Reader
from stemma.extract.syntax.subjects import DASHES, is_finite
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
    before = reader.low > 0 and reader.tokens[reader.low - 1].kind == "q"
    if reader.speech.shares and (before or reader.sentence.quotes):
        result = _drop_repeated(reader, result)
    return [frame for frame in result if frame.content or frame.back]


def _drop_repeated(reader: Reader, frames: list[Frame]) -> list[Frame]:
    """Gives every quotation to one cue of its speaker: “A,” X said, adding, “B”; X said “C,” he said."""
    frames = list(frames)
    for place in range(1, len(frames)):
        for at in range(place):
            frames[at], frames[place] = _part_pair(reader, frames[at], frames[place])
    return frames


def _part_pair(reader: Reader, early: Frame, late: Frame) -> tuple[Frame, Frame]:
    """Two frames of a sentence, no quotation given to both for one speaker."""
    if not late.content or not early.content:
        return early, late
    if not late.content[0][0] <= early.cue[0] < late.content[0][1]:
        return _leave_to(early, late), late
    if len(late.content) > 1 and reader.fold(late.content[0][0]) in reader.speech.openers:
        return early, replace(late, content=late.content[1:])
    return _share_quotation(reader, early, late) if _is_same_speaker(reader, early, late) else (early, late)


def _leave_to(early: Frame, late: Frame) -> Frame:
    """The frame of a cue without the quotation before which another cue stands: “A,” X said, adding, “B”."""
    kept = early.content[:1] + tuple(
        span
        for span in early.content[1:]
        if not (early.cue[0] < late.cue[0] < span[0] and any(low <= span[0] < high for low, high in late.content))
    )
    return early if len(kept) == len(early.content) else replace(early, content=kept)


def _is_same_speaker(reader: Reader, early: Frame, late: Frame) -> bool:
    """True for the "she" of "Lind said that “C,” she said", and for a name said twice."""
    if early.source is None or late.source is None or early.antecedent is not None:
        return False
    speech, last = reader.speech, reader.tokens[early.source[1] - 1]
    name = reader.fold(late.source[1] - 1)
    alone = late.source[1] - late.source[0] == 1 and name in speech.persons | speech.groups
    person = last.capital or last.fold in speech.roles or is_pronoun(last, speech)
    return name == last.fold or (alone and person)


def _share_quotation(reader: Reader, early: Frame, late: Frame) -> tuple[Frame, Frame]:
    """The two frames of “X said that A “B,” he said”: the first keeps A and B, or the second B where there is no A."""
    end = late.content[0][1]
    if reader.tokens[end - 1].kind != "q" or early.content[-1][1] < end - 1:
        return early, late
    low = early.content[-1][0]
    parted = reader.fold(end - 2) in DASHES and low < end - 2
    if low >= end - 1 or parted:
        head = early.content[:-1] + (((low, end - 2),) if parted else ())
        return replace(early, content=head), replace(late, content=((end - 1, end), *late.content[1:]))
    return early, replace(late, content=late.content[1:])


def _cut(reader: Reader, span: Range, frame: Frame, other: Frame) -> Range | None:
    """`span` without what belongs to `other`, when that is a neighbour and not nested, or the verb of whom it tells."""
    if other.source is None or not _describes(reader, span, frame, other):
        return _cut_neighbour(reader, span, frame, other)
    return (span[0], other.source[1]) if other.source[1] > span[0] else None


def _cut_neighbour(reader: Reader, span: Range, frame: Frame, other: Frame) -> Range | None:
    """`span` without the neighbour clause."""
    start = other.cue[0] if other.inherits or not other.source else min(other.source[0], other.cue[0])
    nested = other.antecedent is not None or (other.nested and (other.source is None or other.family != "cites"))
    if nested or not span[0] < start < span[1] or frame.cue[0] > start:
        return span
    edge, speech = start, reader.speech
    if end := _find_parting(reader, span, frame, other):
        return (span[0], end) if end > span[0] else None
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


def _describes(reader: Reader, span: Range, frame: Frame, other: Frame) -> bool:
    """True for the "writing" of "Ruiz, a writing teacher, said": its cue stands in the name of who speaks."""
    within = other.source is not None and other.source[0] <= frame.cue[0] < other.source[1]
    told = span[0] < other.cue[0] < span[1] and says_only(reader.fold(other.cue[0]), reader.speech)
    relative = frame.antecedent is not None or not is_finite(reader, frame.cue[0])
    return reader.speech.shares and within and told and relative


def _find_parting(reader: Reader, span: Range, frame: Frame, other: Frame) -> int:
    """Where the words before a neighbour end for sure: before "which he called", ", Y reports", "before claiming"."""
    start = other.cue[0] if other.inherits or not other.source else min(other.source[0], other.cue[0])
    if reader.speech.shares and _is_called(reader, frame, other) and start - 2 > span[0]:
        return start - 2
    if _is_object(reader, span, frame, other):
        return start
    spoken = reader.speech.shares and other.source is not None and reader.fold(start - 1) in ENDED
    if spoken and not other.inherits and start - 1 == span[0]:
        return start  # shouted, “C,” Y joked
    if _reports(other, frame) and (end := _end_reported(reader, span, start)):
        return end
    return start - 1 if reader.speech.shares and _goes_before(reader, other, start) and start - 1 > span[0] else 0


def _is_object(reader: Reader, span: Range, frame: Frame, other: Frame) -> bool:
    """True for the "it" of "although he denied it X says C"."""
    speaks = other.source is not None and other.source[0] == span[0] + 1
    return speaks and frame.stance == "denies" and reader.fold(span[0]) in reader.speech.body_pronouns


def _is_called(reader: Reader, frame: Frame, other: Frame) -> bool:
    """True for the "which he called" of "said it was the law, which he called “a shame”"."""
    if other.source is None or other.source[1] - other.source[0] > 1 or not _is_clause(reader, frame.content[0], frame):
        return False
    speech, start = reader.speech, other.source[0]
    pronoun = reader.fold(start) in speech.persons or reader.fold(start) in speech.groups
    return pronoun and reader.fold(start - 1) in speech.relatives and reader.fold(start - 2) in (",", *DASHES)


def _goes_before(reader: Reader, other: Frame, start: int) -> bool:
    """True for the "before claiming" of "said that C before claiming that D": both are told by one speaker."""
    speech = reader.speech
    return other.inherits and reader.fold(start) in speech.participles and reader.fold(start - 1) in speech.closers


def _ends_clause(reader: Reader, index: int, start: int) -> bool:
    """True for a verb before the comma that parts two clauses: "that there | is |, and added"."""
    finite = reader.fold(index) in reader.speech.auxiliaries
    return finite and any(reader.fold(i) == "," for i in range(index + 1, start))


def _reports(outer: Frame, inner: Frame) -> bool:
    """True where one frame tells that the other was said: “X said that C, reports Y” — C ends before Y."""
    return any(low <= inner.cue[0] < high for low, high in outer.content)


def _end_reported(reader: Reader, span: Range, start: int) -> int:
    """Where the C of "X said that C, Y reports" ends, behind a quotation too; 0 where no mark parts it from Y."""
    speech = reader.speech
    if not (speech.adjective_endings or speech.shares):
        return 0
    if reader.fold(start - 1) == "," or (speech.shares and reader.fold(start - 1) in DASHES and start - 1 > span[0]):
        return start - 1
    return start if speech.shares and reader.fold(start - 1) in ENDED else 0


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
    parted = reader.fold(high) in speech.joins or reader.fold(low) == ","  # that, with Lind …
    opened = reader.fold(low) in speech.openers and not any(reader.fold(i) == "," for i in range(low, high))
    opened = opened and high - low > 2
    if speech.shares and opened and reader.fold(high) == "," and _is_clause(reader, span, frame):
        return True  # that if the dam breaks, X will …
    if not speech.shares or not parted or high - low > _SHORT or not _is_clause(reader, span, frame):
        return False
    if high - low == 1:
        return reader.tokens[low].kind != "q"
    verbal = any(is_finite(reader, i) or reader.fold(i) in speech.judges for i in range(low, high))
    return not verbal and not is_pronoun(reader.tokens[low], speech)


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
