"""Reads contents that no verb governs: “Laut X C”, “C, so X”, “der Vorwurf der Bahn, dass C”, “X: “C””."""

from stemma.extract.speech.phrases import is_speaking
from stemma.extract.syntax.reading import Frame, Range
from stemma.extract.verb_second.contents import Contents
from stemma.extract.verb_second.fields import Clauses, Field
from stemma.extract.verb_second.nouns import Nouns
from stemma.extract.verb_second.orders import Orders

_LONGEST_PHRASE = 30  # words before "zufolge"
_LONGEST_REST = 2  # words between the noun and its clause: "wurde der Vorwurf laut, dass"
_SHORTEST_QUOTATION = 25  # characters of a quotation behind a colon
_LONGEST_TAIL = 3  # words behind the name in "so X gestern in Wien"


class Nominals:
    """Turns nouns for words and views, and colons, into frames."""

    def __init__(self, clauses: Clauses, orders: Orders) -> None:
        self.clauses = clauses
        self.orders = orders
        self.tokens = clauses.tokens
        self.speech = clauses.speech
        self.nouns = Nouns(clauses)
        self.contents = Contents(clauses)

    def read_noun(self, index: int) -> Frame | None:
        """The frame of the noun at `index`, or None."""
        if not self.tokens[index].capital or self.tokens[index].fold not in self.speech.thoughts:
            return None
        number = self.clauses.find(index)
        field = self.clauses.fields[number]
        end = self.nouns.find_end(index, field.high)
        if field.high - end > _LONGEST_REST or any(self._is_foreign(i) for i in range(end, field.high)):
            return None
        content = self.contents.find_next(number)
        source = self._find_owner(index, end) or self._find_utterer(field, index)
        if not content or source is None:
            return None
        written = self.speech.kinds.get(self.tokens[index].fold) in ("document", "data")
        if index in range(*source) and not written:  # whose blame it is, nobody says
            return Frame(cue=(index, index + 1), content=content, family="passives")
        return Frame(cue=(index, index + 1), source=source, content=content, family="nouns")

    def _is_foreign(self, index: int) -> bool:
        """True for what cannot stand between a noun and its clause: another noun, or a verb of its own."""
        token, speech = self.tokens[index], self.speech
        own = token.fold in speech.verbs and token.fold not in speech.auxiliaries and token.fold not in speech.be
        return token.capital or own

    def _find_owner(self, index: int, end: int) -> Range | None:
        """The Bahn of "der Vorwurf der Bahn"."""
        if end <= index + 1:
            return None
        first = self.tokens[index + 1].fold
        low = index + 2 if first in self.speech.of - self.speech.articles else index + 1
        return (low, end) if low < end else None

    def _find_utterer(self, field: Field, index: int) -> Range | None:
        """The subject of "die Polizei äußerte die Vermutung, dass"; else the phrase itself."""
        low = field.low
        if self.clauses.is_subordinate(field):
            return None
        finite = self.clauses.find_finite(self.clauses.open(field), field.high)
        if finite is not None and finite < index and self.tokens[finite].fold in self.speech.utters:
            return self.orders.find_subject(self.clauses.find(low), finite)
        start = index
        while start > low and not self.tokens[start - 1].capital and self._belongs(start - 1):
            start -= 1
        if finite is not None and (self.tokens[start].fold in self.speech.obliques or self._is_tied(start)):
            subject = self.orders.find_subject(self.clauses.find(low), finite)
            return subject if subject is not None and self.nouns.may_speak(*subject) else None
        return self._find_genitive(low, start) or (start, index + 1)

    def _find_genitive(self, low: int, end: int) -> Range | None:
        """The "Ruiz'" of "Ruiz' Vorwurf", the "Ana Merks" of "Ana Merks Vorwurf": whose words these are."""
        start = end
        while start > low and self.tokens[start - 1].capital and self.tokens[start - 1].kind == "w":
            start -= 1
        owned = start < end and self.tokens[end - 1].fold.endswith("s")
        return (start, end) if owned else None

    def _is_tied(self, start: int) -> bool:
        """True behind a preposition: "mit Hinweis"."""
        return self.tokens[start - 1].fold in self.speech.links if start > self.clauses.sentence.low else False

    def _belongs(self, index: int) -> bool:
        word = self.tokens[index].fold
        attribute = word.endswith(("e", "en", "er", "es", "em")) and not self.clauses.is_finite(index)
        return word in self.speech.determiners or (attribute and word not in self.speech.links | self.speech.openers)

    def read_colon(self, number: int) -> Frame | None:
        """X: “C”, where `number` is the field behind the colon."""
        field = self.clauses.fields[number]
        first = self.tokens[field.low]
        if field.mark != ":" or first.kind != "q" or first.end - first.start < _SHORTEST_QUOTATION or number == 0:
            return None
        before = self.clauses.fields[number - 1]
        source = self._find_announcer(number - 1, before)
        if source is None or not self.nouns.may_speak(*source):
            return None
        content = ((field.low, self.clauses.last),)
        return Frame(cue=(before.high, before.high + 1), source=source, content=content, family="says")

    def _find_announcer(self, number: int, field: Field) -> Range | None:
        finite = self.clauses.find_finite(self.clauses.open(field), field.high)
        if finite is not None:
            return self.orders.find_subject(number, finite)
        if number and (headed := self.orders.find_head(number + 1)):
            return headed
        low, high = self.clauses.open(field), field.high
        while high > low + 1 and self.tokens[high - 1].fold in self.speech.adverbs:
            high -= 1
        return (low, high) if self.nouns.find_end(low, high) == high else None


class Prepositions:
    """Turns prepositions of attribution into frames."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.tokens = clauses.tokens
        self.speech = clauses.speech
        self.nouns = Nouns(clauses)
        self.contents = Contents(clauses)

    def read(self, index: int) -> Frame | None:
        """The frame of the preposition at `index`, or None."""
        word = self.tokens[index].fold
        if word in self.speech.inverts and not self.tokens[index].capital:
            return self._read_echo(index)
        if word not in self.speech.according:
            return None
        return self._read_before(index, word) or self._read_behind(index, word)

    def _read_before(self, index: int, word: str) -> Frame | None:
        """Laut X."""
        field = self.clauses.fields[self.clauses.find(index)]
        relative = field.mark == "," and field.low == index - 1
        tied = index > field.low and self.tokens[index - 1].fold in self.speech.articles and not relative
        if word in self.speech.postposed - self.speech.prefaces or tied:
            return None
        high = field.high
        end = self.nouns.find_end(index + 1, high)
        if end == index + 1 or not self._may_tell(word, index + 1, end):
            return None
        longer = self.nouns.extend_apposition(index + 1, end)
        end = longer if longer < self.clauses.last else end
        return self._frame((index, index + 1), (index + 1, end), (index, end))

    def _read_behind(self, index: int, cue: str) -> Frame | None:
        """X zufolge; ihrer Meinung nach."""
        following = self.tokens[index + 1] if index + 1 < self.clauses.last else None
        doubtful = cue in self.speech.prefaces and following is not None and following.capital
        if cue not in self.speech.postposed or doubtful:
            return None
        field = self.clauses.fields[self.clauses.find(index)]
        for low in range(max(field.low, index - _LONGEST_PHRASE), index):
            word = self.tokens[low].fold
            if not self.tokens[low].capital and word.endswith("e") and word not in self.speech.determiners:
                continue
            if word in self.speech.articles and self.tokens[low + 1].fold in self.speech.determiners:
                continue
            fits = self._reaches(low, index) and not self._is_inside(low, field.low)
            if fits and (cue not in self.speech.prefaces or self._may_tell(cue, low, index)):
                return self._frame((index, index + 1), (low, index), (low, index + 1))
        return None

    def _reaches(self, low: int, index: int) -> bool:
        """True where one phrase, with what prepositions tie to it, runs from `low` to `index`."""
        end = self.nouns.find_end(low, index)
        while low < end < index and self.tokens[end].fold in self.speech.links:
            further = self.nouns.find_end(end + 1, index)
            if further == end + 1:
                return False
            end = further
        return end == index and end > low

    def _is_inside(self, low: int, start: int) -> bool:
        """True where the phrase began before `low`: "dem" of "trotz dem Bericht"."""
        return low > start and self.tokens[low - 1].fold in self.speech.determiners

    def _may_tell(self, word: str, low: int, high: int) -> bool:
        """True where the noun is one for words and views; after "laut", any noun will do."""
        if word not in self.speech.prefaces:
            return True
        core = self.nouns.find_core(low, high)
        return any(self._is_view(self.tokens[i].fold) for i in range(low, core))

    def _is_view(self, word: str) -> bool:
        return word in self.speech.opinions or word.endswith(self.speech.view_endings)

    def _read_echo(self, index: int) -> Frame | None:
        """C, so X."""
        number = self.clauses.find(index)
        field = self.clauses.fields[number]
        if field.low != index or (number == 0 and not self._follows_quotation(index)):
            return None
        if self.clauses.find_finite(field.low, field.high) is not None:
            return None
        end = self.nouns.find_end(index + 1, field.high)
        if end == index + 1 or field.high - end > _LONGEST_TAIL or not self._names(index + 1, end):
            return None
        left = self.contents.find_left(number, index)
        end = self.nouns.extend_apposition(index + 1, end)
        content = (*left, *self.contents.find_rest(self.clauses.find(end - 1), left, end, inserted=True))
        return (
            Frame(cue=(index, index + 1), source=(index + 1, end), content=content, family="inverts") if left else None
        )

    def _follows_quotation(self, index: int) -> bool:
        return index > 0 and self.tokens[index - 1].kind == "q"

    def _names(self, low: int, high: int) -> bool:
        first = self.tokens[low]
        return first.fold in self.speech.determiners | self.speech.persons or is_speaking(
            self.tokens, low, high, self.speech
        )

    def _frame(self, cue: Range, source: Range, taken: Range) -> Frame | None:
        number = self.clauses.find(cue[0])
        content = self._find_content(number, taken)
        inner = self._find_speaker(source) or self.nouns.find_name(*source)
        if not content:
            return None
        return Frame(cue=cue, source=source, content=content, family="according", antecedent=inner)

    def _find_speaker(self, source: Range) -> Range | None:
        """The X of "Angaben von X": whom the phrase names."""
        core = self.nouns.find_core(*source)
        if core >= source[1] or not self._is_view(self.tokens[core - 1].fold):
            return None
        article = self.tokens[core].fold in self.speech.genitives
        low = core if article or self.tokens[core].fold not in self.speech.of else core + 1
        return (low, source[1]) if low < source[1] else None

    def _find_content(self, number: int, taken: Range) -> tuple[Range, ...]:
        """The clause around the phrase, without it."""
        field, last = self.clauses.fields[number], self.clauses.last
        if (bracket := self._find_bracket(field.low, taken[0])) is not None:
            close = next((i for i in range(taken[1], field.high) if self.tokens[i].fold == ")"), field.high)
            pieces = ((bracket + 1, taken[0]), (taken[1], close))
            return tuple((a, b) for a, b in pieces if self._holds_word(a, b))
        if self.clauses.is_subordinate(field):
            pieces = ((self.clauses.open(field), taken[0]), (taken[1], self._find_clause_end(number)))
            return tuple((a, b) for a, b in pieces if b > a)
        low = self._find_clause_start(number)
        right = taken[1] + (self.tokens[taken[1]].fold == "," if taken[1] < last else 0)
        pieces = ((low, self._strip(taken[0], low)), (right, last))
        return tuple((a, b) for a, b in pieces if self._holds_word(a, b))

    def _find_bracket(self, low: int, index: int) -> int | None:
        """The bracket that is open at `index`."""
        for ahead in range(index - 1, low - 1, -1):
            if self.tokens[ahead].fold in "()":
                return ahead if self.tokens[ahead].fold == "(" else None
        return None

    def _find_clause_end(self, number: int) -> int:
        """Where a subordinate clause ends: with the field whose last word is its verb."""
        fields = self.clauses.fields
        for field in fields[number : number + 3]:
            if self.clauses.is_finite(field.high - 1):
                return field.high
        return fields[number].high

    def _find_clause_start(self, number: int) -> int:
        """Where the main clause with the phrase begins: at an "und" that opens a field of its own, or at the start."""
        field = self.clauses.fields[number]
        first = self.tokens[field.low].fold
        own = number and first in self.speech.joins | self.speech.contrasts | self.speech.plain_conjunctions
        own = own or (number > 0 and self.clauses.is_main(field))
        return self.clauses.open(field) if own else self.clauses.open(self.clauses.fields[0])

    def _strip(self, high: int, low: int) -> int:
        while high > low and self.tokens[high - 1].fold in (",", "–", "—"):
            high -= 1
        return high

    def _holds_word(self, low: int, high: int) -> bool:
        words = [token for token in self.tokens[low:high] if token.kind != "p"]
        return len(words) > 1 or (bool(words) and words[0].kind == "q")
