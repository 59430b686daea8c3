"""Words of a text that may be parts of names: which carry a capital, which only because they begin a sentence."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from stemma.find.gazetteer import PlaceRecord, find_demonym, find_places_named
from stemma.lang.language import Calendar, Counting, Grammar, Language
from stemma.model import Span
from stemma.text import fold

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.'’\-&/‐‑][^\W_]+)*")
_APOSTROPHES = frozenset("'’")
_SENTENCE_START = re.compile(r"(?:^|[\n.!?…:。！？•*–—])[\"'”’»)\]]*\s*[\"'“‘„«(\[–—\-*•]*\s*$")
_HEADLINE_SHARE = 0.7
_NEXT_WORD = re.compile(r" (\w+)")
_LINE = re.compile(r"[^\n\r]+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LOOK_BACK = 8


class Word(NamedTuple):
    """A word of the text that may be part of a name."""

    start: int
    end: int
    text: str
    folded: str
    is_capital: bool
    is_first: bool  # of its sentence


_make_small: Callable[[tuple[int, int, str, str, bool, bool]], Word] = partial(tuple.__new__, Word)  # most words


class Capitals:
    """The words of one text, with what its language and capitals say of them."""

    def __init__(self, text: str, language: Language | None) -> None:
        self.text = text
        self.language = language
        self.code = language.code if language else None
        self.grammar = language.grammar if language else Grammar()
        counting = language.counting if language else Counting()
        self.calendar = language.calendar if language else Calendar()
        self.numbers = counting.number_words.keys() | counting.vague.keys() | counting.multipliers.keys()
        self.labels = counting.labels
        self.words = list(self._read_words())
        self.lower = {word.folded for word in self.words if word.text.islower()}
        self.inside = {word.folded for word in self.words if word.is_capital and not word.is_first}
        self.headlines = self._find_headlines()

    def places(self, text: str) -> tuple[PlaceRecord, ...]:
        """Gazetteer entries of that name, as the text's language says it."""
        return find_places_named(text, self.code)

    def _read_words(self) -> Iterator[Word]:
        """The words without their 's, two where a hyphen joins two nations: "Russia-North Korea"."""
        for match in _TOKEN.finditer(self.text):
            start, text = match.start(), match.group()
            if text[-1] in "sS" and text[-2:-1] in _APOSTROPHES:
                text = text[:-2]
            if text.islower():
                yield _make_small((start, start + len(text), text, fold(text), False, False))
                continue
            head, hyphen, tail = text.partition("-")
            if hyphen and tail[:1].isupper() and self.is_nation(head):
                yield self._make_word(start, head)
                start, text = start + len(head) + 1, tail
            yield self._make_word(start, text)

    def _make_word(self, start: int, text: str) -> Word:
        is_upper = text[0].isupper()
        return Word(
            start, start + len(text), text, fold(text), self._is_capital(text), is_upper and self.is_first(start)
        )

    def takes_object(self, word: Word) -> bool:
        """True for the "Reading" of "Reading it aloud": behind a word that opens a sentence, no name but a verb."""
        speech = self.language.speech if self.language else None
        following = _NEXT_WORD.match(self.text, word.end)
        found = fold(following.group(1)) if speech and following else ""
        return bool(speech and found in speech.articles | speech.things | speech.possessors)

    def is_nation(self, text: str) -> bool:
        """True for a country or an adjective of nationality."""
        return find_demonym(text) is not None or any(place.kind == "c" for place in self.places(text))

    def _is_capital(self, text: str) -> bool:
        if not text[0].isupper():
            return not text.islower() and text[1:2].isupper() and len(text) > 2  # iPhone, eBay
        head, hyphen, tail = text.partition("-")
        return not (hyphen and tail[:1].islower() and (find_demonym(head) is not None or bool(self.places(head))))

    def is_first(self, start: int) -> bool:
        """True when a sentence, a heading or a quotation begins there."""
        before = self.text[max(0, start - _LOOK_BACK) : start]
        found = _SENTENCE_START.search(before)
        if found is None or (start > _LOOK_BACK and found.start() == 0 and not found.group().strip()):
            return start == 0
        return not self._follows_short_form(start, found)

    def _follows_short_form(self, start: int, found: re.Match[str]) -> bool:
        """As in "Sgt. Roe", "J. Roe": the stop ended no sentence."""
        if not found.group().startswith(".") or found.group().strip() != ".":
            return False
        tail = self.text[max(0, start - 12) : start].rstrip()[:-1]
        word = re.split(r"[^\w.]+", tail)[-1]
        return len(word) == 1 or fold(word) in self.grammar.abbreviations or bool(re.fullmatch(r"(?:\w\.)+\w", word))

    # ------------------------------------------------------------ headlines

    def _find_headlines(self) -> list[Span]:
        """Lines in Title Case or capitals, where a capital says nothing."""
        headlines = []
        for line in _LINE.finditer(self.text):
            long_words = _LONG_WORD.findall(line.group())
            capitals = sum(word[0].isupper() for word in long_words)
            is_short = 2 <= len(long_words) < 5 and capitals == len(long_words) and line.group()[-1:].isalnum()
            is_long = len(long_words) >= 5 and len(line.group()) < 200 and capitals >= _HEADLINE_SHARE * len(long_words)
            if is_short or is_long:
                headlines.append(Span(line.start(), line.end()))
        return headlines

    def list_headline_words(self) -> set[int]:
        """The ids of the words in lines where capitals say nothing."""
        starts = [word.start for word in self.words] if self.headlines else []
        lines = (self.words[bisect_left(starts, line.start) : bisect_left(starts, line.end)] for line in self.headlines)
        return {id(word) for line in lines for word in line}
