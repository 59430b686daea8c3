"""Runs of words that two articles of one language share: where they stand in both, and how rare they are.

Seeds are shared word n-grams, grown to the longest common run (greedy string tiling, Wise 1993), weighed by how few
articles of the pile have them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from stemma.lang import find_language
from stemma.lang.language import Grammar, Language
from stemma.model import Article, Span
from stemma.text import fold

SEED = 5
MANY = 30  # a run of words in more documents than this is furniture or a stock phrase
FEW = 3
LONGEST_APPEAL = 300  # characters
MOST_SMALL = 3  # small words between two parts of one name
_LINE = re.compile(r".+")
_TOKEN = re.compile(r"[^\W_]+(?:['’.,]?[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one article, folded, with their spans."""

    article: str
    forms: tuple[str, ...]
    spans: tuple[Span, ...]
    is_name: tuple[bool, ...]  # names, titles of works and dates: two writers have no choice there
    seeds: Mapping[tuple[str, ...], Sequence[int]] = field(compare=False, repr=False)  # run of words -> its places


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of words shared by two articles."""

    one: Span
    other: Span
    words: tuple[str, ...]
    chosen: int  # of these, the words that a writer chooses: no names, titles of works, numbers


def split_words(article: Article) -> Words:
    """Words of an article in order, without lines that only ask readers for something."""
    language = find_language(article.language)
    found = [
        (fold(m.group()), Span(m.start(), m.end()))
        for line in _LINE.finditer(article.text)
        if not _is_appeal(line.group(), language)
        for m in _TOKEN.finditer(article.text, line.start(), line.end())
    ]
    capital_nouns = language is not None and language.speech.capital_nouns
    names = [_is_name(s.of(article.text), capital_nouns) for _, s in found]
    forms = tuple(f for f, _ in found)
    if language is not None:
        _fill_bodies(names, forms, language.grammar)
    seeds: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(forms) - SEED + 1):
        seeds[forms[at : at + SEED]].append(at)
    return Words(article.id, forms, tuple(s for _, s in found), tuple(names), dict(seeds))


def _fill_bodies(names: list[bool], forms: Sequence[str], grammar: Grammar) -> None:
    """The small words of a body's name belong to it: "Office for the Care of Canals and the Repair of Locks"."""
    body, before = False, 0
    for at in [at for at, named in enumerate(names) if named]:
        small = at - before <= MOST_SMALL + 1 and grammar.stopwords.issuperset(forms[before + 1 : at])
        if body and small:
            names[before + 1 : at] = [True] * (at - before - 1)
        body, before = forms[at] in grammar.organisation_heads or (body and small), at


def _is_appeal(line: str, language: Language | None) -> bool:
    """True for "Get our app and follow us on Twitter!": two formulas of page furniture in one line of running text."""
    folded = fold(line) if language and len(line) < LONGEST_APPEAL else ""
    formulas = language.page.furniture_parts if language and folded else ()
    return sum(all(part in folded for part in parts) for parts in formulas) > 1


def _is_name(word: str, capital_nouns: bool) -> bool:
    return word[0].isdigit() or (word[0].isupper() and not capital_nouns)


def find_holders(documents: Sequence[Words]) -> dict[tuple[str, ...], set[int]]:
    """For every run of five words, the indices of the documents that have it."""
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for at, words in enumerate(documents):
        for seed in words.seeds:
            holders[seed].add(at)
    return holders


def find_sharing_pairs(holders: dict[tuple[str, ...], set[int]], fewest: int = 2) -> list[tuple[int, int]]:
    """Index pairs of documents that share at least `fewest` seeds; linear in the number of shared seeds."""
    counts: Counter[tuple[int, int]] = Counter()
    for found in holders.values():
        if 1 < len(found) <= MANY:
            ordered = sorted(found)
            counts.update((a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :])
    return sorted(pair for pair, count in counts.items() if count >= fewest)


def is_rare(passage: Passage, holders: dict[tuple[str, ...], set[int]]) -> bool:
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
                    Span(one.spans[at].start, one.spans[at + length - 1].end),
                    Span(other.spans[there].start, other.spans[there + length - 1].end),
                    one.forms[at : at + length],
                    one.is_name[at : at + length].count(False),
                )
            )
    return found
