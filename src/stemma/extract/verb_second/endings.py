"""Reads verbs of speech that stand last or name nobody: “wie X mitteilte”, “es wurde bekannt”, “heißt es in X”."""

from dataclasses import replace

from stemma.extract.syntax.reading import Frame, Range
from stemma.extract.verb_second.subjects import Subjects, Verb

_LONGEST_END = 5  # words of "der Presse gestern mitteilte"


class Endings(Subjects):
    """Turns verbs at the end of their clause, and passives, into frames."""

    def _find_comparison(self, number: int) -> int | None:
        """The field of the "wie" in "wie der Sprecher, Herr X, sagte"."""
        for index in range(number - 1, max(-1, number - 4), -1):
            field = self.clauses.fields[index]
            if self.clauses.find_finite(field.low, field.high) is not None:
                return None
            if self.tokens[self._skip_openers(field.low, field.high - 1)].fold in self.speech.comparers:
                return index
        return None

    def _read_split_comparison(self, verb: Verb, opened: int) -> Frame | None:
        first, last = self.clauses.fields[opened], self.clauses.fields[verb.number]
        low = self._skip_openers(first.low, first.high - 1) + 1
        end = self.nouns.find_end(last.low, verb.finite) if last.low < verb.finite else last.low
        source = (low, end if end > last.low else self.clauses.fields[verb.number - 1].high)
        before = self.contents.find_left(opened, first.low) if self._has_before(opened) else ()
        following = self.clauses.fields[verb.number + 1 : verb.number + 2]
        after = ((following[0].low, self.clauses.last),) if following else ()
        whole = last.high - max(end, last.low) < _LONGEST_END and self.nouns.may_be_subject(*source)
        return self._make(verb, source, (*before, *after)) if whole else None

    def _read_final(self, verb: Verb) -> Frame | None:
        """“Wie X mitteilte, C”; “X, der sagte, dass C”; “Nachdem X gesagt hatte, dass C”."""
        field = self.clauses.fields[verb.number]
        low = self.clauses.open(field)
        while low < verb.finite and self.tokens[low].fold in self.speech.plain_conjunctions | self.speech.adverbs:
            low += 1
        if self.tokens[low].fold in self.speech.comparers:
            return self._read_comparison(verb, low)
        if verb.passive:
            return self._read_passive(verb)
        right = self.contents.find_right(verb.last, max(verb.cue[1], verb.finite + 1))
        if self.clauses.is_relative(field) and self.tokens[low].fold not in self.speech.links:
            return self._read_relative(verb, low, right)
        source = self.nouns.find_subject(low + 1, verb.finite)
        return self._make(verb, source, right) if source and right else None

    def _read_comparison(self, verb: Verb, low: int) -> Frame | None:
        """“Wie X mitteilte, C” and “C, wie X mitteilte”."""
        source = None if verb.passive else self.nouns.find_subject(low + 1, max(verb.finite, verb.cue[0]))
        field, last = self.clauses.fields[verb.number], self.clauses.last
        if not verb.families & {"says", "weak", "confirms", "tells"} or (source is None and not verb.passive):
            return None
        before = self.contents.find_left(verb.number, field.low) if self._has_before(verb.number) else ()
        following = self.clauses.fields[verb.number + 1 : verb.number + 2]
        after = ((following[0].low, last),) if following and following[0].low < last else ()
        return self._make(verb, source, (*before, *after))

    def _has_before(self, number: int) -> bool:
        low = self.clauses.sentence.low
        return any(
            self.tokens[i].capital or self.tokens[i].kind == "q" for i in range(low, self.clauses.fields[number].low)
        )

    def _read_relative(self, verb: Verb, low: int, right: tuple[Range, ...]) -> Frame | None:
        """“X, der sagte, dass C”: the relative pronoun stands for the phrase before it."""
        if not right or self.tokens[low].fold in self.speech.obliques or self.clauses.fields[verb.number].low == 0:
            return None
        before = self.clauses.fields[verb.number - 1] if verb.number else None
        if before is None:
            return None
        own = self.nouns.find_subject(low + 1, verb.finite)
        if own is not None:
            return self._make(verb, own, right)
        frame = self._make(verb, (low, low + 1), right)
        start = self._find_antecedent(before.low, before.high)
        return frame if frame is None or start is None else replace(frame, antecedent=start)

    def _find_antecedent(self, low: int, high: int) -> Range | None:
        """The last noun phrase of the field before."""
        found, index = None, low
        while index < high:
            end = self.nouns.find_core(index, high)
            if end == high:
                return (index, end)
            index = max(index + 1, end)
        return found

    def _read_passive(self, verb: Verb) -> Frame | None:
        """“Es wurde mitgeteilt, dass C”: nobody is named, unless by "von"."""
        right = self.contents.find_right(verb.last, max(verb.cue[1], verb.finite + 1))
        if not right and self.tokens[verb.cue[0]].fold in self.speech.cites and self._follows_quotation(verb):
            source = self.nouns.find_subject(verb.finite + 1, self._end(verb))
            return self._make(verb, source, self.contents.find_left(verb.number, verb.finite)) if source else None
        if not right or not verb.families & {"says", "tells", "confirms", "weak"}:
            return None
        field = self.clauses.fields[verb.number]
        if self.tokens[verb.cue[0]].fold in self.speech.cites:
            source = self.find_subject(verb.number, verb.finite)
            return self._make(verb, source, right) if source and self.nouns.may_speak(*source) else None
        for index in range(field.low, field.high - 1):
            if self.tokens[index].fold in self.speech.agents:
                end = self.nouns.find_end(index + 1, field.high)
                if end > index + 1:
                    return self._make(verb, (index + 1, end), right)
        return self._make(verb, None, right)

    def _follows_quotation(self, verb: Verb) -> bool:
        """True for "C“, wird X zitiert"."""
        low = self.clauses.fields[verb.number].low
        return verb.finite == low and any(self.tokens[i].kind == "q" for i in range(max(0, low - 2), low))

    def _is_rumour(self, verb: Verb) -> bool:
        """True for "es hieß" and "heißt es"."""
        if self.tokens[verb.cue[1] - 1].fold in self.speech.expletives:
            return True
        return verb.cue[1] - verb.cue[0] > 1 and self.tokens[verb.cue[0]].fold in self.speech.expletives

    def _read_rumour(self, verb: Verb) -> Frame | None:
        """“C, heißt es (in X)”; “In X heißt es, C”."""
        field = self.clauses.fields[verb.number]
        right = self.contents.find_right(verb.last, verb.cue[1])
        content = right or (self.contents.find_left(verb.number, verb.cue[0]) if self._follows_content(verb) else ())
        source = self._find_medium(verb.cue[1], field.high) or self._find_medium(field.low, verb.cue[0])
        if source and content and content[0][0] <= source[0] < content[0][1]:
            source = None
        frame = self._make(verb, source, content)
        return frame

    def _follows_content(self, verb: Verb) -> bool:
        return verb.number > 0 or any(self.tokens[i].kind == "q" for i in range(verb.cue[0] - 1, verb.cue[0]))

    def _find_medium(self, low: int, high: int) -> Range | None:
        """The X of "in X", "aus X": where something is said."""
        for index in range(low, high - 1):
            if self.tokens[index].fold in self.speech.mediums:
                end = self.nouns.find_end(index + 1, high)
                if end > index + 1 and not self._is_timed(index + 1, end):
                    return (index + 1, end)
        return None
