"""Cuts a sentence into fields: the stretches between commas, each a clause, a part of one, or an apposition."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from stemma.extract.speech.words import Sentence, Token
from stemma.extract.syntax.reading import Range, Reader
from stemma.lang.language import Speech

_MARKS = (",", ":", "–", "—", "--", "-")
_INFLECTED = ("e", "en", "er", "es", "em")
_SHORTEST_INFINITIVE = 7  # letters of "abzugeben"
_LONGEST = 120  # words of a field: longer ones are no clauses, and are cut for speed
_BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}
_DASHES = ("–", "—", "--", "-")


@dataclass(frozen=True, slots=True)
class Field:
    """Tokens [low, high) and the mark that stands before them."""

    low: int
    high: int
    mark: str = ""


class Clauses:
    """One sentence as fields, with what each of them is."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.sentence: Sentence = reader.sentence
        self.tokens: list[Token] = reader.tokens
        self.speech: Speech = reader.speech
        self.last = reader.sentence.last
        self.words = {token.fold for token in self.tokens[self.sentence.low : self.last]}

    @cached_property
    def fields(self) -> list[Field]:
        """Every field of the sentence, in order; none is empty."""
        found, low, mark, depth = [], self.sentence.low, "", 0
        for index in range(self.sentence.low, self.last):
            fold = self.tokens[index].fold
            if fold in _BRACKETS:
                depth = max(0, depth + _BRACKETS[fold])
            if not depth and fold in self.speech.joins and self._opens_predicate(index, low):
                found.append(Field(low, index, mark))
                low, mark = index, ""
            if index - low >= _LONGEST:
                found.append(Field(low, index, mark))
                low, mark = index, ""
            if depth or fold not in _MARKS or self._is_glued(index):
                continue
            if index > low:
                found.append(Field(low, index, mark))
            low, mark = index + 1, fold
        if self.last > low:
            found.append(Field(low, self.last, mark))
        return found

    def _opens_predicate(self, index: int, low: int) -> bool:
        """True for the "und" of "trat zurück und sagte": a second verb for the same subject."""
        if index == low or index + 2 >= self.last:
            return False
        return self.tokens[index + 1].fold in self.speech.verbs and self.is_finite(index + 1)

    def _is_glued(self, index: int) -> bool:
        """True for the comma of "3,5" and the hyphen of "Ost-West"."""
        if index + 1 >= self.sentence.high or index == self.sentence.low:
            return False
        before, token, after = self.tokens[index - 1 : index + 2]
        if token.fold in _DASHES:
            return token.fold in "-–" and (before.end == token.start or token.end == after.start)
        return token.fold in ",:" and before.end == token.start and token.end == after.start and after.fold.isdigit()

    def find(self, index: int) -> int:
        """The number of the field that holds the token."""
        return max(0, bisect_right(self.fields, index, key=lambda field: field.low) - 1)

    def open(self, field: Field) -> int:
        """Where a field begins behind its conjunctions: "und", "aber"."""
        low = field.low
        while low < field.high - 1 and self.tokens[low].fold in self.speech.joins | self.speech.contrasts:
            low += 1
        return low

    def is_finite(self, index: int) -> bool:
        """True when the token is a finite verb, by the lists or by its ending."""
        token, speech = self.tokens[index], self.speech
        word = token.fold
        if token.kind != "w" or token.capital or word in speech.determiners:
            return False
        if index > self.sentence.low and self.tokens[index - 1].fold in speech.infinitives:
            return False
        if word in speech.auxiliaries or word in speech.be:
            return True
        if word in speech.verbs or word in speech.subjunctives:
            return not (word.endswith(("te", "ten")) and self._is_attribute(index))
        if self._is_reported(index):
            return True
        ends = word.endswith(speech.verb_endings) and word not in speech.adverbs and word not in speech.temporal
        return ends and len(word) > 4 and not self._is_attribute(index)

    def _is_reported(self, index: int) -> bool:
        """True for the "freue" of "er freue sich": behind a pronoun, that ending is a verb's."""
        token, speech = self.tokens[index], self.speech
        if index == self.sentence.low or not token.fold.endswith("e") or len(token.fold) < 4:
            return False
        before = self.tokens[index - 1]
        small = token.fold in speech.adverbs or token.fold in speech.temporal or token.fold in speech.determiners
        if small or token.capital or token.fold in speech.links or token.fold in speech.openers:
            return False
        if before.fold in speech.subjects | speech.expletives:
            return True
        following = self.tokens[index + 1] if index + 1 < self.last else None
        return before.capital and len(token.fold) > 4 and (following is None or not following.capital)

    def _is_attribute(self, index: int) -> bool:
        """True for "geplante" in "die geplante Brücke": between a determiner or preposition and a noun."""
        if index == self.sentence.low or not self.tokens[index].fold.endswith(_INFLECTED):
            return False
        before, ahead = self.tokens[index - 1], index + 1
        while ahead < self.last and self._is_inflected(ahead):
            ahead += 1
        if ahead >= self.last or not (self.tokens[ahead].capital or self.tokens[ahead].kind == "q"):
            return False
        speech = self.speech
        opened = before.fold in speech.determiners | speech.of | speech.links
        opened = opened or before.fold.isdigit() or (before.fold in speech.temporal and not before.capital)
        return opened or (self._is_inflected(index - 1) and not before.capital)

    def _is_inflected(self, index: int) -> bool:
        """True for a word with the ending of an adjective that is nothing else."""
        token, speech = self.tokens[index], self.speech
        small = speech.determiners | speech.openers | speech.links | speech.persons | speech.auxiliaries | speech.be
        plain = token.fold not in small and token.fold not in speech.adverbs and token.fold not in speech.verbs
        return token.kind == "w" and not token.capital and token.fold.endswith(_INFLECTED) and plain

    def find_finite(self, low: int, high: int) -> int | None:
        """The first finite verb in a range."""
        return next((i for i in range(low, high) if self.is_finite(i)), None)

    def is_relative(self, field: Field) -> bool:
        """True for ", der gestern sprach" and ", in dem er lebte"."""
        low, speech = field.low, self.speech
        if self.tokens[low].fold in speech.links | speech.of and low + 1 < field.high:
            low += self.tokens[low].fold not in speech.relatives
        if field.mark == "" or self.tokens[low].fold not in speech.relatives or self.is_infinitive(field):
            return False
        return self._ends_finite(field)

    def _ends_finite(self, field: Field) -> bool:
        """True where the verb stands last, as in subordinate clauses."""
        first = self.find_finite(field.low + 1, field.high)
        last = self.tokens[field.high - 1]
        return first == field.high - 1 or (first is None and not last.capital)

    def is_subordinate(self, field: Field) -> bool:
        """True for a clause that a conjunction or a relative pronoun opens."""
        first = self.tokens[self.open(field)].fold
        speech = self.speech
        plain = speech.joins | speech.contrasts | speech.plain_conjunctions
        if self.open(field) + 1 < field.high and self.tokens[self.open(field) + 1].fold in speech.bare_that:
            return True
        return first in speech.that or (first in speech.openers and first not in plain) or self.is_relative(field)

    def is_infinitive(self, field: Field) -> bool:
        """True for a field that ends in "zu gehen" or "abzuwarten", unless "um" opens it."""
        if self.tokens[field.low].fold in self.speech.purposes:
            return False
        return any(self._is_infinitive_at(index, field) for index in range(field.low, field.high))

    def _is_infinitive_at(self, index: int, field: Field) -> bool:
        token = self.tokens[index]
        if token.fold in self.speech.infinitives and index + 1 < field.high:
            after = self.tokens[index + 1]
            return not after.capital and after.fold.endswith(("n", "tun", "sein"))
        if token.capital or not token.fold.endswith("n") or len(token.fold) < _SHORTEST_INFINITIVE:
            return False
        inside = any(f"{prefix}zu" == token.fold[: len(prefix) + 2] for prefix in self.speech.verb_particles)
        last = index == field.high - 1 or self.tokens[field.high - 1].fold in self.speech.auxiliaries
        marked = any(mark in token.fold[2:-3] for mark in self.speech.infinitives) and token.fold.endswith("en")
        return inside or (last and marked)

    def is_main(self, field: Field) -> bool:
        """True for a clause with its verb second: "er sei krank"."""
        low = self.open(field)
        finite = self.find_finite(low, field.high)
        return finite is not None and finite > low and not self.is_subordinate(field)

    def is_verb_first(self, field: Field) -> bool:
        """True where the verb opens the field: the clause began before the comma."""
        return self.find_finite(field.low, field.low + 1) is not None

    def is_spoken(self, field: Field) -> bool:
        """True where a verb in the mood of reported speech stands."""
        words = range(field.low, field.high)
        return any(
            self.tokens[i].fold in self.speech.subjunctives
            or (self._is_reported(i) and not self.tokens[i].fold.endswith(self.speech.verb_endings))
            for i in words
        )

    def has_quotation(self, low: int, high: int) -> int | None:
        """The first quotation in a range that could be speech; None where there is none."""
        return next((i for i in range(low, high) if self.tokens[i].kind == "q"), None)

    def span(self, first: int, last: int) -> Range:
        """The token range of the fields from `first` to `last`."""
        return (self.fields[first].low, self.fields[last].high)
