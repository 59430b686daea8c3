"""What is said: the fields before or behind a verb of speech that are its content."""

from itertools import pairwise

from stemma.extract.syntax.reading import Range
from stemma.extract.verb_second.fields import Clauses, Field

_LONGEST_TITLE = 60  # characters
_SHORTEST_SPEECH = 12
_MOST = 12  # fields of one content that are looked at
_NEAR = 40  # words from an inserted "sagte X" to the rest of a quotation
_FARTHEST = 4  # fields between the verb and its content: an apposition, a relative clause


class Contents:
    """Finds contents among the fields of one sentence."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.tokens = clauses.tokens
        self.speech = clauses.speech
        self.last = clauses.last

    def find_right(self, number: int, after: int) -> tuple[Range, ...]:
        """The content that follows a verb in field `number`: a quotation, a clause, an infinitive."""
        field = self.clauses.fields[number]
        quotation = self.clauses.has_quotation(after, field.high)
        if quotation is not None and self._is_speech(quotation, after):
            return self._take_quotation(quotation, field)
        following = self.clauses.fields[number + 1 : number + 1 + _FARTHEST]
        announced = next((f for f in following if f.mark == ":" and self.tokens[f.low].kind == "q"), None)
        if announced is not None and not (following and self._opens_content(number + 1)):
            return ((announced.low, self.last),)
        for offset, candidate in enumerate(following):
            if offset == 0 and self._is_interrupted_main(number + 1):
                return ((candidate.low, self.last),)
            if candidate.mark == ":" or self._opens_content(number + 1 + offset):
                return ((self._skip_that(candidate), self._find_end(number + 1 + offset)),)
            if self._ends_search(candidate):
                return ()
        return ()

    def find_next(self, number: int) -> tuple[Range, ...]:
        """The content that opens right behind field `number`, if one does."""
        if number + 1 >= len(self.clauses.fields):
            return ()
        field = self.clauses.fields[number + 1]
        first = self.tokens[self.clauses.open(field)].fold
        spoken = self.clauses.is_main(field) and self.clauses.is_spoken(field)
        opens = first in self.speech.that or spoken or self.clauses.is_infinitive(field)
        quoted = self.tokens[field.low].kind == "q"
        end = self.last if quoted else self._find_end(number + 1)
        return ((self._skip_that(field), end),) if opens or quoted else ()

    def _find_end(self, number: int) -> int:
        """Where a content ends: before a field whose verb opens it and goes on with the clause before the content."""
        clauses = self.clauses
        for before, field in pairwise(clauses.fields[number : number + _MOST]):
            told = clauses.find_finite(before.low, before.high) is not None or clauses.is_infinitive(before)
            closed = told and (not clauses.is_subordinate(before) or self.tokens[before.low].fold in self.speech.that)
            verb = self.tokens[field.low]
            if closed and clauses.is_verb_first(field) and verb.fold not in self.speech.subjunctives:
                return before.high
        return self.last

    def _take_quotation(self, quotation: int, field: Field) -> tuple[Range, ...]:
        """A quotation to the end of the sentence, without the particle of the verb behind it."""
        rest = range(quotation + 1, field.high)
        empty = all(not self.tokens[i].capital and self.tokens[i].kind != "q" for i in rest) and len(rest) < 3
        return ((quotation, quotation + 1),) if empty and field.high == self.last else ((quotation, self.last),)

    def _is_speech(self, index: int, after: int) -> bool:
        """True for a quotation that is no title behind a noun or inside a name."""
        token = self.tokens[index]
        before, length = self.tokens[index - 1] if index else token, token.end - token.start
        tied = self.speech.determiners | self.speech.of | self.speech.links
        named = before.fold in tied or (before.capital and index > after)
        return length > _LONGEST_TITLE or (not named and length > _SHORTEST_SPEECH)

    def _skip_that(self, field: Field) -> int:
        """Where a content clause begins, behind "dass" but not behind "ob"."""
        low = self.clauses.open(field)
        return low + 1 if self.tokens[low].fold in self.speech.bare_that and low + 1 < field.high else field.low

    def _opens_content(self, number: int) -> bool:
        """True for "dass …", "… zu gehen", "er sei krank", "wie es weitergeht"."""
        clauses, field = self.clauses, self.clauses.fields[number]
        first = self.tokens[clauses.open(field)].fold
        if self.tokens[field.low].kind == "q" or first in self.speech.that:
            return True
        if clauses.is_relative(field):
            return False
        if clauses.is_infinitive(field) and not clauses.is_verb_first(field):
            return True
        if first in self.speech.openers and clauses.is_subordinate(field):
            return self._has_spoken_main(number + 1)
        if self.tokens[field.low].fold in self.speech.joins | self.speech.contrasts:
            return False
        quoted = clauses.has_quotation(field.low, field.high) is not None and field.high == self.last
        return (clauses.is_main(field) or quoted) and field.mark != ""

    def _has_spoken_main(self, number: int) -> bool:
        """True where the main clause behind "wenn …," is reported speech: "werde er gehen"."""
        following = self.clauses.fields[number : number + 2]
        return any(self.clauses.is_verb_first(field) and self.clauses.is_spoken(field) for field in following)

    def _is_interrupted_main(self, number: int) -> bool:
        """True for "die Bahn, die hier fährt, werde teurer": the verb comes after an insertion."""
        field = self.clauses.fields[number]
        closed = self.clauses.is_subordinate(field) or self.clauses.is_infinitive(field)
        if closed or self.clauses.find_finite(field.low, field.high) is not None:
            return False
        following = self.clauses.fields[number + 1 : number + 4]
        return any(
            self.clauses.is_verb_first(resumed) and self.tokens[resumed.low].fold in self.speech.subjunctives
            for resumed in following
        )

    def _ends_search(self, field: Field) -> bool:
        """True where a clause that is no insertion begins."""
        first = self.tokens[field.low].fold
        told = self.clauses.find_finite(field.low, field.high) is not None and not self.clauses.is_relative(field)
        return told or first in self.speech.purposes

    def find_left(self, number: int, end: int) -> tuple[Range, ...]:
        """The content that stands before a verb in field `number`: all the sentence so far."""
        low = self.clauses.sentence.low
        while end > low and self.tokens[end - 1].fold in (",", "–", "—", "-", ":"):
            end -= 1
        first = self.clauses.open(self.clauses.fields[0]) if number else low
        if self.tokens[first].fold in self.speech.bare_that:
            first += 1
        if end - 2 > first and self.tokens[end - 1].kind == "q" and self.tokens[end - 2].fold == ":":
            return ((end - 1, end),)
        if end > first:
            return ((first, end),)
        before = low - 1
        return ((before, low),) if before >= 0 and self.tokens[before].kind == "q" else ()

    def find_rest(self, number: int, left: tuple[Range, ...], after: int, inserted: bool = False) -> tuple[Range, ...]:
        """What goes on behind an inserted "…, sagte X, …": a quotation, or the other half of the clause."""
        following = self.clauses.fields[number + 1 : number + 2]
        if not left:
            return ()
        quotation = self.clauses.has_quotation(after, min(self.last, after + _NEAR))
        quoted = self.tokens[left[-1][1] - 1].kind == "q" or self.tokens[left[0][0]].kind == "q"
        if quotation is not None and (quoted or self.tokens[quotation - 1].fold == ":"):
            return ((quotation, self.last),) if self.tokens[quotation - 1].fold in ",:" else ()
        told = self.clauses.find_finite(left[0][0], left[-1][1]) is not None
        halved = (not told and not quoted) or self.clauses.is_finite(left[-1][1] - 1)
        halved = halved or (inserted and bool(following) and not self._is_new_clause(following[0]))
        opening = following and not self.clauses.is_relative(following[0])
        if opening and (halved or self.clauses.is_verb_first(following[0]) or self._continues(following[0])):
            return ((following[0].low, self.last),)
        return ()

    def _is_new_clause(self, field: Field) -> bool:
        """True for a main clause, false for the end of one: ", im Juni entscheiden"."""
        finite = self.clauses.find_finite(field.low, field.high)
        return self.clauses.is_main(field) and finite != field.high - 1

    def _continues(self, field: Field) -> bool:
        return self.tokens[field.low].fold in self.speech.that or self.clauses.is_spoken(field)

    def find_object(self, number: int, low: int, holes: tuple[Range, ...]) -> tuple[Range, ...]:
        """What follows a verb without source and particle, with the clauses that depend on it."""
        spans, start = [], low
        high = self._find_object_end(number)
        for first, last in sorted(hole for hole in holes if hole[1] > low and hole[0] < high):
            if first > start:
                spans.append((start, first))
            start = max(start, last)
        if start < high:
            spans.append((start, high))
        words = [i for a, b in spans for i in range(a, b) if self.tokens[i].capital or self.tokens[i].kind == "q"]
        return tuple(span for span in spans if self._holds_word(span)) if words else ()

    def _holds_word(self, span: Range) -> bool:
        return any(self.tokens[i].kind != "p" for i in range(*span))

    def _find_object_end(self, number: int) -> int:
        """The end of the last field that still belongs to the object."""
        end = self.clauses.fields[number].high
        for field in self.clauses.fields[number + 1 : number + _MOST]:
            own = self.clauses.is_main(field) or self.clauses.is_verb_first(field) or field.mark in "–—:"
            opened = self.tokens[field.low].fold in self.speech.joins | self.speech.contrasts
            if own or (opened and self.clauses.find_finite(field.low, field.high) is not None):
                break
            end = field.high
        return end
