"""Phrases for one person: an article and a noun, a pronoun, a name, "himself", the bare noun of a headline."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from stemma.find.numbers import Token
from stemma.find.terms import per_language
from stemma.lang.language import Language
from stemma.text import join_lists

Kind = Literal["counted", "indefinite", "definite", "pronoun", "name", "self", "both", "nobody"]
_LONGEST = 8  # tokens between an article and its noun: "a 24-year-old off-duty police officer"
_TITLE = 24  # tokens of a first line that may be a headline
_APPOSITION = 9  # tokens between the commas behind a name
_LISTED = 3  # fewer tokens than this from one of a list to the next
_STOPS = frozenset(".!?;:\n")


class Person(NamedTuple):
    """A phrase for people, with the place behind it and behind its apposition."""

    first: int
    last: int  # first token behind the phrase
    after: int  # first token behind ", 45," or ", of Lowtown,"
    kind: Kind
    number: float = 1.0
    noun: str = ""


class PersonFinder:
    """Finds the phrases for people in one text."""

    def __init__(self, tokens: Sequence[Token], taken: frozenset[int], language: Language) -> None:
        self.tokens = tokens
        self.taken = taken  # places of numbers and of times, which are no names
        self.harm = language.counting.harm
        self.grammar = language.grammar
        self.singles = language.counting.singles
        self.speech = language.speech
        self.months, self.weekdays = language.calendar.months, language.calendar.weekdays
        self.title = self._find_title()
        self._joins = self.harm.chains | {","}
        self._articles = join_lists(self.grammar.determiners, self.harm.owners)
        self._openers = _list_openers(language)

    def _find_title(self) -> int:
        """The first token behind the first line, where that has no full stop."""
        for index, token in enumerate(self.tokens[:_TITLE]):
            if token.text.startswith("\n"):
                return index if index and self.tokens[index - 1].text not in ".!?" else 0
        return 0

    def find(self) -> Iterator[Person]:
        """Every phrase, in order; none inside another."""
        end, before = 0, -2  # `before`: the end of the phrase last found
        openers = self._openers
        places = [
            i
            for i, token in enumerate(self.tokens)
            if token.folded in openers or token.kind == "number" or token.text[:1].isupper()
        ]
        for index in places:
            if index >= end and (person := self._read(index, before)):
                yield person
                end, before = person.after, person.last

    def _read(self, index: int, before: int) -> Person | None:
        token = self.tokens[index]
        if token.kind == "number" and self._word(index + 2) in self.harm.ages:
            return self._read_aged(index)
        if token.kind != "word" or index in self.taken:
            return None
        word = token.folded
        if f"{word} {self._word(index + 1)}" in self.harm.nobody or word in self.grammar.negative_subjects:
            return self._read_nobody(index)
        if word in self.harm.pairs:
            return self._read_pair(index)
        if word in self._articles:
            return self._read_phrase(index, "indefinite" if word in self.harm.articles else "definite")
        kind = self._find_kind(word, self._word(index - 1))
        return self._read_word(index, kind) if kind else self._read_noun(index, index - before < _LISTED)

    def _word(self, index: int) -> str:
        return self.tokens[index].folded if 0 <= index < len(self.tokens) else ""

    def _read_word(self, index: int, kind: Kind) -> Person:
        """One word for a person; "one" takes its noun along."""
        end = index + 1 + (kind == "counted" and self._word(index + 1) in self.harm.persons)
        return Person(index, end, end, kind, noun=self._word(index + 1) if end > index + 1 else "")

    def _find_kind(self, word: str, before: str) -> Kind | None:
        """The kind of a word that stands alone for a person."""
        if word in self.harm.selves:
            return "self"
        if word in self.singles and before not in self.grammar.negative_subjects:
            return "counted"
        return "pronoun" if word in self.harm.pronouns else None

    def _read_aged(self, first: int) -> Person | None:
        """As in "20-year-old man killed", "the death of 9-year-old Ida Brown"."""
        place = first + 1
        while place < len(self.tokens) and (self.tokens[place].text in "-‐" or self._word(place) in self.harm.aged):
            place += 1
        if self._word(place) in self.harm.persons:
            person = self._read_phrase(place - 1, "indefinite" if first < self.title else "definite")
        else:
            person = self._read_name(place) if place < len(self.tokens) and self._is_name(place) else None
        return person._replace(first=first) if person else None

    def _read_noun(self, index: int, is_listed: bool) -> Person | None:
        if self.tokens[index].folded in self.harm.persons and is_listed and self._word(index - 1) in self._joins:
            return self._read_phrase(index - 1, "indefinite", index)  # "a woman and toddler"
        if self.tokens[index].folded in self.harm.persons:
            return self._read_bare(index)
        return self._read_name(index) if self.tokens[index].text[:1].isupper() else None

    def _read_pair(self, index: int) -> Person | None:
        """As in "both died", "both men died"; not "both of the guns"."""
        end = index + 1 + (self._word(index + 1) in self.harm.plurals)
        return Person(index, end, end, "both", 2.0)

    def _read_nobody(self, index: int) -> Person | None:
        """As in "no one was hurt", "no officers were hurt"; not "no one else"."""
        word, following = self._word(index), self._word(index + 1)
        pair = f"{word} {following}" in self.harm.nobody or (
            word in self.grammar.negative_subjects and following in self.harm.plurals | self.harm.losses.keys()
        )
        if not pair and word not in self.harm.nobody:
            return None
        last = index + 1 + pair
        if last < len(self.tokens) and self.tokens[last].folded in self.harm.others:
            return None
        return Person(index, last, last, "nobody", 0.0, following if pair else word)

    def _read_phrase(self, before: int, kind: Kind, first: int | None = None) -> Person | None:
        """The last noun for a person within reach of the article."""
        found = 0
        for place in range(before + 1, min(before + 1 + _LONGEST, len(self.tokens))):
            token = self.tokens[place]
            if token.folded in self.harm.persons:
                found = place + 1
            elif found or self._ends_phrase(token, place):
                break
        if not found:
            return None
        noun = self.tokens[found - 1].folded
        found = self._extend_to_name(found)
        return Person(before if first is None else first, found, self._skip_apposition(found, kind), kind, noun=noun)

    def _ends_phrase(self, token: Token, place: int) -> bool:
        if token.kind == "mark":
            return token.text not in "-‐"
        return token.folded in self.grammar.stopwords or token.folded in self.grammar.auxiliaries

    def _extend_to_name(self, index: int) -> int:
        while index < len(self.tokens) and self._is_name(index):
            index += 1
        return index

    def _is_name(self, index: int) -> bool:
        token = self.tokens[index]
        return (
            index >= self.title
            and token.kind == "word"
            and token.text[:1].isupper()
            and index not in self.taken
            and token.folded not in self.grammar.stopwords
            and token.folded not in self.months
            and token.folded not in self.weekdays
            and token.folded not in self.grammar.place_heads
            and token.folded not in self.grammar.organisation_heads
        )

    def _read_bare(self, index: int) -> Person | None:
        """In a headline nouns stand without articles: "Man killed", "Police: Woman and child found dead"."""
        if index >= self.title:
            return self._read_name(index) if self.tokens[index].text[:1].isupper() else None
        end = index + 1
        while end < self.title and self.tokens[end].folded in self.harm.persons:
            end += 1
        return Person(
            index, end, self._skip_apposition(end, "indefinite"), "indefinite", noun=self.tokens[end - 1].folded
        )

    def _read_name(self, first: int) -> Person | None:
        """A run of capitalised words; a single one at the start of a sentence says little."""
        last = first
        while last < len(self.tokens) and (
            self._is_name(last) or (last > first and self.tokens[last].text == "." and self._is_initial(last))
        ):
            last += 1
        starts = first == 0 or self.tokens[first - 1].text[:1] in _STOPS
        if last == first or (starts and last == first + 1 and self.tokens[first].folded in self.speech.kinds):
            return None
        return Person(first, last, self._skip_apposition(last, "name"), "name")

    def _is_initial(self, dot: int) -> bool:
        before = self.tokens[dot - 1]
        following = self.tokens[dot + 1] if dot + 1 < len(self.tokens) else None
        is_short = len(before.text) == 1 or before.folded in self.grammar.titles or before.folded in ("jr", "sr")
        return is_short and following is not None and following.text[:1].isupper()

    def _skip_apposition(self, index: int, kind: Kind) -> int:
        """Behind ", 45," or ", of Lowtown,": the place of the verb; the phrase's own end where there is none."""
        end = index
        while self._word(end if end == index else end - 1) == ",":
            opener = end + 1 if end == index else end
            closing = self._find_comma(opener)
            if not closing or not self._is_apposition(opener, kind):
                break
            end = closing + 1
        return end

    def _find_comma(self, index: int) -> int:
        """The next comma, where no verb comes before it; else 0."""
        for place in range(index, min(index + _APPOSITION, len(self.tokens))):
            token = self.tokens[place]
            if token.text == ",":
                return place
            if token.text[:1] in _STOPS or token.folded in self.harm.verbs or token.folded in self.grammar.auxiliaries:
                return 0
        return 0

    def _is_apposition(self, index: int, kind: Kind) -> bool:
        """An age, a place, or a noun beside a name; two names or two nouns are two people, and "and" goes on a list."""
        token = self.tokens[index]
        if token.folded in self.harm.chains or token.folded in self.harm.owners:
            return False
        if token.folded in self.grammar.determiners or token.folded in self.harm.persons:
            return kind == "name"
        return not (kind == "name" and token.text[:1].isupper())


@per_language
def _list_openers(language: Language) -> frozenset[str]:
    """The words that may open a phrase for people; others open one only as names or ages."""
    harm, grammar = language.counting.harm, language.grammar
    nobody = frozenset(phrase.split()[0] for phrase in harm.nobody)
    articles, alone = grammar.determiners | harm.owners, harm.selves | language.counting.singles | harm.pronouns
    return nobody | grammar.negative_subjects | harm.pairs | articles | alone | harm.persons
