"""Finds the subject of a clause: before the verb, behind it, or shared with the clause before."""

from dataclasses import dataclass

from stemma.extract.syntax.reading import FAMILIES, STANCES, Frame, Range
from stemma.extract.verb_second.contents import Contents
from stemma.extract.verb_second.fields import Clauses
from stemma.extract.verb_second.nouns import Nouns
from stemma.model import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb of speech found: where its finite part and its other parts stand."""

    number: int  # of its field
    finite: int
    cue: Range
    parts: tuple[Range, ...]
    families: frozenset[str]
    passive: bool = False
    final: bool = False  # stands last, as in a subordinate clause
    negated: bool = False
    last: int = 0  # the field of its last part


class Subjects:
    """Reads who speaks in the clauses of one sentence, and makes frames of it."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.nouns = Nouns(clauses)
        self.contents = Contents(clauses)
        self.tokens = clauses.tokens
        self.speech = clauses.speech

    def _skip_openers(self, low: int, finite: int) -> int:
        """Passes "und", "doch", "auch" before the subject."""
        speech = self.speech
        while low < finite and (
            self.tokens[low].fold in speech.joins | speech.contrasts | speech.adverbs | speech.plain_conjunctions
            and self.tokens[low].fold not in speech.inverts
        ):
            low += 1
        return low

    def _is_adverbial(self, low: int, finite: int) -> bool:
        """True where a time, a place or an object opens the clause, so that the subject follows the verb."""
        first, speech = self.tokens[low], self.speech
        openers = speech.links | speech.obliques | speech.temporal | speech.openers | speech.inverts
        if first.fold in openers:
            return True
        if low == finite - 1 and first.fold.endswith(speech.adverb_endings) and low == self.clauses.sentence.low:
            return self.nouns.find_core(finite + 1, self.clauses.last) > finite + 1
        if first.fold in speech.of and first.fold not in speech.articles:
            return True
        named = any(self.tokens[i].capital or self.tokens[i].kind == "q" for i in range(low, finite))
        pronoun = first.fold in speech.persons | speech.groups | speech.selves | speech.determiners
        timed = first.fold in speech.determiners and self.tokens[finite - 1].fold in speech.temporal
        return timed or not (named or pronoun) or (not first.capital and self._is_adverb(low))

    def _is_adverb(self, low: int) -> bool:
        """True for the "anschließend" of "Anschließend in Wien sagte"."""
        return self.tokens[low].fold in self.speech.adverbs

    def find_head(self, number: int) -> Range | None:
        """The X of “X, der Sprecher der Bahn, sagte”: a phrase without a verb, then insertions only."""
        for index in range(number - 1, max(-1, number - 5), -1):
            field = self.clauses.fields[index]
            low = self._skip_openers(field.low, field.high)
            if self.clauses.is_relative(field):
                continue
            if self.clauses.find_finite(low, field.high) is not None or self.clauses.is_infinitive(field):
                return None
            begins = index == 0 or self.tokens[field.low].fold in self.speech.joins | self.speech.contrasts
            if begins and low < field.high and self._may_head(low, field.high):
                return (low, self._find_head_end(index, number))
        return None

    def _find_head_end(self, first: int, number: int) -> int:
        """The end of a phrase with its appositions, before a relative clause."""
        end = self.clauses.fields[first].high
        for field in self.clauses.fields[first + 1 : number]:
            if self.clauses.is_relative(field):
                break
            end = field.high
        return end

    def _may_head(self, low: int, high: int) -> bool:
        first = self.tokens[low]
        if first.kind == "q" or self._is_adverbial(low, high):
            return False
        return self.nouns.may_be_subject(low, high)

    def _find_shared_subject(self, number: int) -> Range | None:
        """The subject of the clause before “und sagte”."""
        for index in range(number - 1, max(-1, number - 4), -1):
            field = self.clauses.fields[index]
            low = self._skip_openers(field.low, field.high)
            finite = self.clauses.find_finite(low, field.high)
            if finite is None or self.clauses.is_subordinate(field):
                continue
            return self._find_subject_around(low, finite, field.high, index)
        return None

    def find_subject(self, number: int, finite: int) -> Range | None:
        """The subject of a main clause, given its field and its finite verb."""
        field = self.clauses.fields[number]
        low = self._skip_openers(field.low, finite)
        return self._find_subject_around(low, finite, field.high, number)

    def _find_subject_around(self, low: int, finite: int, high: int, index: int) -> Range | None:
        if finite == low:
            return self.find_head(index) or self.nouns.find_subject(finite + 1, high)
        if self.tokens[low].kind == "q" or self._is_adverbial(low, finite):
            return self.nouns.find_subject(finite + 1, high)
        alone = self.tokens[low].fold in self.speech.things and self.nouns.find_core(low, finite) <= low + 1
        return None if alone else (low, finite)

    def _is_common(self, low: int) -> bool:
        return self.tokens[low].fold in self.speech.determiners

    def _is_timed(self, low: int, high: int) -> bool:
        return any(self.tokens[i].fold in self.speech.temporal for i in range(low, high))

    def _end(self, verb: Verb) -> int:
        """Where the field of the verb ends, without the verb's other parts."""
        high = self.clauses.fields[verb.number].high
        return min([high, *(low for low, _ in verb.parts if low > verb.finite)])

    def _family(self, verb: Verb) -> str:
        return next(f for f in FAMILIES if f in verb.families)

    def _stance(self, verb: Verb) -> Stance:
        return next((STANCES[f] for f in FAMILIES if f in verb.families and f in STANCES), "asserts")

    def _make(self, verb: Verb, source: Range | None, content: tuple[Range, ...]) -> Frame | None:
        if not content:
            return None
        family = self._family(verb) if source else "agentless"
        stance = self._stance(verb)
        named = self.nouns.find_name(*source) if source else None
        return Frame(cue=verb.cue, source=source, content=content, stance=stance, family=family, antecedent=named)
