"""Finds the cues of a sentence whose language puts the verb second, and sends each to its reader."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from stemma.extract.syntax.reading import Frame, Lexicon, Range, Reader, find_lexicon
from stemma.extract.verb_second.fields import Clauses, Field
from stemma.extract.verb_second.nominals import Nominals, Prepositions
from stemma.extract.verb_second.orders import Orders
from stemma.extract.verb_second.subjects import Verb
from stemma.lang.language import Language

VERBAL = frozenset({"says", "weak", "tells", "vows", "judges", "confirms", "denies", "doubts", "retracts"})
_SAYS = frozenset({"says"})
_LONGEST_TAIL = 10  # words of “murmelte der Wirt in Ohlau”
_SHORTEST_SPEECH = 30  # characters of a quotation before an unknown verb
_LONGEST = 400  # words of a content
_MOST = 8  # frames behind one that may end its content
_FARTHEST_PARTICLE = 3  # fields over which "teilte …, …, mit" may stretch


def find_verb_frames(reader: Reader, language: Language) -> list[Frame]:
    """The frames of verbs and prepositions of one sentence, in order; contents end where a neighbour begins."""
    clauses = Clauses(reader)
    orders, prepositions = Orders(clauses), Prepositions(clauses)
    frames: list[Frame] = []
    taken: set[int] = set()
    for index in range(reader.sentence.low, reader.sentence.last):
        if (frame := orders.read_silence(index)) is not None:
            frames.append(frame)
            taken.update(range(*frame.cue), *(range(*part) for part in frame.content))
    for verb in _find_verbs(clauses, find_lexicon(language)):
        if verb.cue[0] not in taken and (frame := orders.read(verb)) and not _is_own_view(clauses, frame):
            frames.append(frame)
            taken.update(range(*verb.cue))
    for index in range(reader.sentence.low, reader.sentence.last):
        if index not in taken and (frame := prepositions.read(index)):
            frames.append(frame)
    _add_nominals(clauses, Nominals(clauses, orders), frames)
    frames.sort(key=lambda frame: frame.cue)
    return [cut for frame in frames if (cut := _cut(clauses, frame, frames)).content or cut.back]


def _is_own_view(clauses: Clauses, frame: Frame) -> bool:
    """True for the "er hoffe" of "X sagte, er hoffe, dass": still the same speaker, about himself."""
    if frame.source is None or frame.source[1] - frame.source[0] > 1:
        return False
    spoken = clauses.tokens[frame.cue[0]].fold in clauses.speech.subjunctives
    return spoken and clauses.tokens[frame.source[0]].fold in clauses.speech.persons


def _add_nominals(clauses: Clauses, nominals: Nominals, frames: list[Frame]) -> None:
    """Nouns and colons whose content no verb has taken."""
    begun = {low for frame in frames for low, _ in frame.content}
    found = [nominals.read_noun(index) for index in range(clauses.sentence.low, clauses.last)]
    found += [nominals.read_colon(number) for number in range(1, len(clauses.fields))]
    for frame in found:
        if frame is not None and frame.content[0][0] not in begun:
            frames.append(frame)
            begun.add(frame.content[0][0])


def _find_verbs(clauses: Clauses, lexicon: Lexicon) -> Iterator[Verb]:
    for number, field in enumerate(clauses.fields):
        for index in range(field.low, field.high):
            token = clauses.tokens[index]
            if token.kind != "w" or (token.capital and index > clauses.sentence.low):
                continue
            if token.fold not in lexicon and _is_behind_quotation(clauses, field, index):
                cue = (index, index + 1)
                yield Verb(number=number, finite=index, cue=cue, parts=(cue,), families=_SAYS, last=number)
            for words, families in lexicon.get(token.fold, ()):
                parts = _match(clauses, number, index, words) if families & VERBAL else None
                if parts is not None:
                    if verb := _place(clauses, number, parts, families & VERBAL):
                        yield verb
                    break


def _is_behind_quotation(clauses: Clauses, field: Field, index: int) -> bool:
    """True for the "murmelte" of “Es ist spät geworden”, murmelte der Wirt: an unknown verb, and nothing else."""
    before = index - 2 if field.mark == "," else index - 1
    if index != field.low or before < 0 or clauses.tokens[before].kind != "q" or field.high - index > _LONGEST_TAIL:
        return False
    spoken = clauses.tokens[before].end - clauses.tokens[before].start > _SHORTEST_SPEECH
    word = clauses.tokens[index].fold
    helping = word in clauses.speech.auxiliaries or word in clauses.speech.be
    return spoken and not helping and clauses.is_finite(index)


def _match(clauses: Clauses, number: int, index: int, words: tuple[str, ...]) -> tuple[Range, ...] | None:
    """Where the words of a cue stand: together, or the particle at the end of the field or in a later one."""
    if len(words) == 1:
        return ((index, index + 1),)
    if words[-1] not in clauses.words:
        return None
    if _stands_at(clauses, index, words):
        return ((index, index + len(words)),)
    for split in range(1, len(words)):
        if index + split > clauses.last or clauses.tokens[index + split - 1].fold != words[split - 1]:
            break
        for field in clauses.fields[number : number + _FARTHEST_PARTICLE]:
            low = _find_particle(clauses, field, words[split:])
            if low is not None and low > index:
                return ((index, index + split), (low, low + len(words) - split))
    return None


def _stands_at(clauses: Clauses, index: int, words: tuple[str, ...]) -> bool:
    end = index + len(words)
    return end <= clauses.last and all(clauses.tokens[index + i].fold == word for i, word in enumerate(words))


def _find_particle(clauses: Clauses, field: Field, rest: tuple[str, ...]) -> int | None:
    """Where the particle ends a field."""
    low = field.high - len(rest)
    if low < field.low or any(clauses.tokens[low + i].fold != word for i, word in enumerate(rest)):
        return None
    return low


def _place(clauses: Clauses, number: int, parts: tuple[Range, ...], families: frozenset[str]) -> Verb | None:
    """The verb with its finite part; None where the word is no predicate of its clause."""
    field, cue = clauses.fields[number], parts[0]
    head = cue[0] if _opens_with_verb(clauses, cue) else cue[1] - 1
    low = clauses.open(field)
    if head > field.low and clauses.tokens[head - 1].fold in clauses.speech.openers - clauses.speech.joins:
        return None
    own = {i for part in parts for i in range(*part)}
    negated = any(clauses.tokens[i].fold in clauses.speech.negations for i in range(head, field.high) if i not in own)
    last = clauses.find(parts[-1][0])
    if clauses.is_subordinate(field):
        if head < field.high - 3 and clauses.has_quotation(head, field.high) is None:
            return None
        passive = any(clauses.tokens[i].fold in _passives(clauses) for i in range(head + 1, field.high))
        return Verb(
            number=number,
            finite=cue[0],
            cue=cue,
            parts=parts,
            families=families,
            final=True,
            negated=negated,
            passive=passive or any(clauses.tokens[i].fold in clauses.speech.becomes for i in range(*cue)),
            last=last,
        )
    finite = clauses.find_finite(low, head + 1)
    verb = Verb(number=number, finite=head, cue=cue, parts=parts, families=families, negated=negated, last=last)
    alone = field.high - field.low == 1
    if (finite is None or alone) and head == field.low and (parted := _find_parted(clauses, number)) is not None:
        return replace(verb, number=parted[0], finite=parted[1], last=number)
    if finite is None or finite == head:
        return verb if finite == head else None
    return _join_auxiliary(clauses, verb, finite, field)


def _find_parted(clauses: Clauses, number: int) -> tuple[int, int] | None:
    """The field and the place of the "hat" of "hat der Chef, Herr X, gesagt"."""
    for index in range(number - 1, max(-1, number - 4), -1):
        field = clauses.fields[index]
        finite = clauses.find_finite(clauses.open(field), field.high)
        if finite is not None:
            return (index, finite) if clauses.tokens[finite].fold in clauses.speech.perfects else None
    return None


def _opens_with_verb(clauses: Clauses, cue: Range) -> bool:
    first, speech = clauses.tokens[cue[0]].fold, clauses.speech
    return cue[1] - cue[0] == 1 or not (
        first in speech.expletives or first in speech.verb_particles or first in speech.links or first in speech.adverbs
    )


def _passives(clauses: Clauses) -> frozenset[str]:
    return clauses.speech.becomes | clauses.speech.be


def _join_auxiliary(clauses: Clauses, verb: Verb, finite: int, field: Field) -> Verb | None:
    """“hat … gesagt”, “wurde … mitgeteilt”, “wollte nichts sagen”: the other part ends the field."""
    word = clauses.tokens[finite].fold
    if verb.cue[1] < field.high - 1:
        return None
    negated = any(clauses.tokens[i].fold in clauses.speech.negations for i in range(finite, field.high))
    refused = negated and word in clauses.speech.willing
    if word in clauses.speech.perfects or refused:
        return replace(verb, finite=finite, negated=negated)
    infinitive = clauses.tokens[verb.cue[1] - 1].fold
    if word in _passives(clauses) and ("ge" in infinitive or not infinitive.endswith("en")):
        return replace(verb, finite=finite, negated=negated, passive=True)
    return None


def _cut(clauses: Clauses, frame: Frame, frames: list[Frame]) -> Frame:
    """Ends a content where an "und" or "während" begins a clause with a cue of its own."""
    content = tuple((low, min(high, low + _LONGEST)) for low, high in frame.content)
    following = bisect_right(frames, frame.cue, key=lambda other: other.cue)
    for other in frames[following : following + _MOST]:
        if clauses.tokens[other.cue[0]].fold in clauses.speech.subjunctives:
            continue
        field = clauses.fields[clauses.find(min(other.cue[0], other.source[0] if other.source else other.cue[0]))]
        first = clauses.tokens[field.low].fold
        fronted = field.low == other.cue[0] and clauses.is_subordinate(clauses.fields[clauses.find(frame.cue[0])])
        if fronted and frame.family != "according":
            content = tuple((a, min(b, field.low)) for a, b in content if a < field.low)
        if first in clauses.speech.joins | clauses.speech.contrasts and field.low > frame.cue[0]:
            content = tuple((a, min(b, field.low)) for a, b in content if a < field.low)
    return replace(frame, content=content) if content != frame.content else frame
