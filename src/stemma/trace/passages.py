"""Runs of words that two articles of one language share: where they stand in both, and how rare they are.

Seeds are shared word n-grams, grown to the longest common run (greedy string tiling, Wise 1993), weighed by how few
articles of the pile have them.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from sys import intern

from stemma.lang import find_language
from stemma.lang.language import Grammar, Language
from stemma.model import Article, Span
from stemma.text import fold, fold_long

SEED = 5
MANY = 30  # a run of words in more documents than this is furniture or a stock phrase
FEW = 3
LONGEST_APPEAL = 300  # characters
MOST_SMALL = 3  # small words between two parts of one name
_LINE = re.compile(r".+")
_TOKEN = re.compile(r"[^\W_]++(?:['’.,][^\W_]++)*+")
_Seed = tuple[str, ...]
_Holders = dict[_Seed, set[int]]


class Words:
    """The words of one article in order, without lines that only ask readers for something.

    Most articles share nothing with another, so that only their runs of words are looked at.
    """

    def __init__(self, article: Article) -> None:
        self.article = article.id
        self.language = find_language(article.language)
        self.text = _blank_appeals(article.text, self.language)
        if self.text.isascii():
            self.forms = tuple(map(intern, _TOKEN.findall(self.text.casefold())))
        else:
            self.forms = tuple(map(fold, _TOKEN.findall(self.text)))

    @cached_property
    def edges(self) -> Sequence[int]:
        """Where each word begins and ends, word after word."""
        return array("L", [edge for match in _TOKEN.finditer(self.text) for edge in match.span()])

    def find_span(self, first: int, length: int) -> Span:
        """Where so many words stand."""
        return Span(self.edges[2 * first], self.edges[2 * (first + length) - 1])

    @cached_property
    def is_name(self) -> tuple[bool, ...]:
        """For each word whether it is of a name, a title of a work or a date: two writers have no choice there."""
        capital_nouns = self.language is not None and self.language.speech.capital_nouns
        names = [_is_name(word, capital_nouns) for word in _TOKEN.findall(self.text)]
        if self.language is not None:
            _fill_bodies(names, self.forms, self.language.grammar)
        return tuple(names)

    @cached_property
    def seeds(self) -> dict[_Seed, tuple[int, ...]]:
        """Each run of five words with its places."""
        forms = self.forms
        seeds: dict[_Seed, tuple[int, ...]] = {}
        for at, seed in enumerate(zip(*(forms[first:] for first in range(SEED)), strict=False)):
            place = (at,)
            known = seeds.setdefault(seed, place)
            if known is not place:
                seeds[seed] = known + place
        return seeds


class Reader:
    """Splits each article into words once."""

    def __init__(self) -> None:
        self.known: dict[str, Words] = {}

    def read(self, article: Article) -> Words:
        """The words of an article."""
        if article.id not in self.known:
            self.known[article.id] = Words(article)
        return self.known[article.id]


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of words shared by two articles."""

    one: Span
    other: Span
    words: tuple[str, ...]
    chosen: int  # of these, the words that a writer chooses: no names, titles of works, numbers


def _fill_bodies(names: list[bool], forms: Sequence[str], grammar: Grammar) -> None:
    """The small words of a body's name belong to it: "Office for the Care of Canals and the Repair of Locks"."""
    body, before = False, 0
    for at in [at for at, named in enumerate(names) if named]:
        small = at - before <= MOST_SMALL + 1 and grammar.stopwords.issuperset(forms[before + 1 : at])
        if body and small:
            names[before + 1 : at] = [True] * (at - before - 1)
        body, before = forms[at] in grammar.organisation_heads or (body and small), at


def _blank_appeals(text: str, language: Language | None) -> str:
    """The text with blanks for lines that only ask readers for something; all else keeps its place."""
    if language is None or not _is_appeal(text, language):
        return text
    return _LINE.sub(lambda line: _blank_appeal(line.group(), language), text)


def _blank_appeal(line: str, language: Language) -> str:
    return " " * len(line) if len(line) < LONGEST_APPEAL and _is_appeal(line, language) else line


def _is_appeal(line: str, language: Language) -> bool:
    """True for "Get our app and follow us on Twitter!": two formulas of page furniture in one line of running text."""
    folded = fold_long(line)
    return sum(all(part in folded for part in parts) for parts in language.page.furniture_parts) > 1


def _is_name(word: str, capital_nouns: bool) -> bool:
    return word[0].isdigit() or (word[0].isupper() and not capital_nouns)


def find_holders(documents: Sequence[Words]) -> _Holders:
    """For every run of five words that several documents have, their indices."""
    seen: set[_Seed] = set()
    shared: set[_Seed] = set()
    for words in documents:
        shared |= seen.intersection(words.seeds)
        seen.update(words.seeds)
    holders: _Holders = defaultdict(set)
    for at, words in enumerate(documents):
        for seed in shared.intersection(words.seeds):
            holders[seed].add(at)
    return holders


def find_sharing_pairs(holders: _Holders, fewest: int = 2) -> list[tuple[int, int]]:
    """Index pairs of documents that share at least `fewest` seeds; linear in the number of shared seeds."""
    counts: Counter[tuple[int, int]] = Counter()
    for found in holders.values():
        if len(found) <= MANY:
            ordered = sorted(found)
            counts.update((a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :])
    return sorted(pair for pair, count in counts.items() if count >= fewest)


def is_rare(passage: Passage, holders: _Holders) -> bool:
    """True where some five words of the passage stand in at most three documents: no phrase that everybody uses."""
    words = passage.words
    return any(len(holders[words[at : at + SEED]]) <= FEW for at in range(len(words) - SEED + 1))


def find_passages(one: Words, other: Words) -> list[Passage]:
    """Longest shared runs of at least five words, longest first, that overlap in neither article."""
    runs = {}
    for at, there in _find_common_seeds(one, other):
        if at and there and one.forms[at - 1] == other.forms[there - 1]:
            continue  # already inside a run that began earlier
        length = SEED
        while (
            at + length < len(one.forms)
            and there + length < len(other.forms)
            and one.forms[at + length] == other.forms[there + length]
        ):
            length += 1
        runs[(at, there)] = length
    return _tile(runs, one, other)


def _find_common_seeds(one: Words, other: Words) -> Iterator[tuple[int, int]]:
    """Where both have the same run of five words."""
    for seed in one.seeds.keys() & other.seeds.keys():
        yield from product(one.seeds[seed], other.seeds[seed])


def _tile(runs: dict[tuple[int, int], int], one: Words, other: Words) -> list[Passage]:
    used_one: set[int] = set()
    used_other: set[int] = set()
    found = []
    for (at, there), length in sorted(runs.items(), key=lambda item: (-item[1], item[0])):
        here, yonder = range(at, at + length), range(there, there + length)
        if used_one.isdisjoint(here) and used_other.isdisjoint(yonder):
            used_one.update(here)
            used_other.update(yonder)
            found.append(
                Passage(
                    one.find_span(at, length),
                    other.find_span(there, length),
                    one.forms[at : at + length],
                    one.is_name[at : at + length].count(False),
                )
            )
    return found
