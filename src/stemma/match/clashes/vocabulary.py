"""The words by which claims clash, as matching knows them: kinds of things, deeds, opposites, fates and matters."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from stemma.find import stem_word
from stemma.lang import find_language
from stemma.lang.contrasts import DEEDS, FATES, KINDS, MATTERS, OPPOSITES, SEQUELS
from stemma.match.words import find_concept

Members = dict[str, frozenset[tuple[int, int]]]
Groups = dict[str, frozenset[int]]
Opposites = dict[str, frozenset[str]]
Kind = Literal["opposite", "sequel", "any"]
Trait = Literal["kinds", "deeds", "opposites", "matters"]


def find_traits(words: Mapping[str, object]) -> frozenset[Trait]:
    """Of which of these a claim has words; where one of two claims has none, they cannot clash by them."""
    return frozenset(trait for trait, known in _list_traits() if not known.isdisjoint(words))


@lru_cache(maxsize=1)
def _list_traits() -> tuple[tuple[Trait, frozenset[str]], ...]:
    return (
        ("kinds", frozenset(number_kinds())),
        ("deeds", frozenset(number_deeds())),
        ("opposites", frozenset(find_opposites("any"))),
        ("matters", frozenset(find_matters())),
    )


@lru_cache(maxsize=1)
def number_kinds() -> Members:
    """Things, each with its kind and the number of its group there."""
    found: dict[str, set[tuple[int, int]]] = {}
    for kind, line in enumerate(KINDS):
        for group, words in enumerate(line.split()):
            for word in words.split("/"):
                found.setdefault(_find_concept(word), set()).add((kind, group))
    return {concept: frozenset(members) for concept, members in found.items()}


@lru_cache(maxsize=1)
def number_deeds() -> dict[str, int]:
    """Deeds, each with the number of its group."""
    return {_find_concept(word): number for number, words in enumerate(DEEDS) for word in words}


@lru_cache(maxsize=4)
def find_opposites(kind: Kind) -> Opposites:
    """Words with their opposites."""
    found: dict[str, set[str]] = {}
    for pair in {"opposite": OPPOSITES, "sequel": SEQUELS, "any": OPPOSITES + SEQUELS}[kind]:
        one, other = map(_find_concept, pair)
        if one != other:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


@lru_cache(maxsize=1)
def find_fates() -> Groups:
    """What becomes of people, each word with the numbers of its groups."""
    return _number_groups(FATES)


@lru_cache(maxsize=1)
def find_matters() -> Groups:
    """Sums, shares and changes, likewise."""
    return _number_groups(MATTERS)


def _number_groups(groups: Sequence[Sequence[str]]) -> Groups:
    found: dict[str, set[int]] = {}
    for number, words in enumerate(groups):
        for word in words:
            found.setdefault(_find_concept(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _find_concept(word: str) -> str:
    english = find_language("en")
    return find_concept(stem_word(word, english), word, english)
