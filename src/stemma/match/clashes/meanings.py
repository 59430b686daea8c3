"""Do two claims say opposite things, or tell of another fate, another matter, or other things of the same number?"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product

from stemma.find import stem_word
from stemma.lang import find_language
from stemma.lang.contrasts import FATES, MATTERS, OPPOSITES
from stemma.match.profiles import Profile, find_concept
from stemma.match.slots import MEASURES, PEOPLE, do_values_meet, is_same_slot, name_unit
from stemma.model import Quantity

FEW = 2  # counts below this are told of anything
Groups = dict[str, frozenset[int]]


def do_opposites_clash(one: Profile, other: Profile) -> bool:
    """True where each has a word of which the other has the opposite; a "not" turns it round again."""
    if one.claim.negated != other.claim.negated:
        return False
    opposites = _find_opposites()
    here = (opposites.keys() & one.weights.keys()) - other.weights.keys()
    if not here:
        return False
    there = other.weights.keys() - one.weights.keys()
    return any(not opposites[word].isdisjoint(there) for word in here)


def do_fates_clash(one: Profile, other: Profile) -> bool:
    """True where both tell what became of as many people, and it is not the same."""
    if one.claim.negated != other.claim.negated or not {q.best for q in one.counts} & {q.best for q in other.counts}:
        return False
    return _do_groups_differ(one, other, _find_fates())


def do_matters_clash(one: Profile, other: Profile) -> bool:
    """True where both tell of a sum, a share or a change, and not of the same thing's."""
    return _do_groups_differ(one, other, _find_matters())


def do_things_clash(one: Profile, other: Profile) -> bool:
    """True where the same number counts two kinds of things, and nothing else is counted alike.

    A thing may have no name that two languages share; people always have one.
    """
    pairs = list(product(one.counts, other.counts))
    if any(is_same_slot(a, b) and do_values_meet(a, b) for a, b in pairs):
        return False
    alike = one.language == other.language
    return any(_are_other_things(a, b) and (alike or "person" in {name_unit(a), name_unit(b)}) for a, b in pairs)


def _are_other_things(one: Quantity, other: Quantity) -> bool:
    units = {one.unit, other.unit}
    if one.best != other.best or one.best <= FEW or None in units or len({name_unit(one), name_unit(other)}) == 1:
        return False
    return not units <= PEOPLE and not units <= MEASURES and not any("/" in (unit or "") for unit in units)


def _do_groups_differ(one: Profile, other: Profile, groups: Groups) -> bool:
    mine = _find_groups(one.weights, groups)
    theirs = _find_groups(other.weights, groups) if mine else set()
    return bool(theirs) and not mine & theirs


def _find_groups(words: Iterable[str], groups: Groups) -> set[int]:
    return {number for word in words if word in groups for number in groups[word]}


@lru_cache(maxsize=1)
def _find_opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in OPPOSITES:
        one, other = map(_find_concept, pair)
        if one != other:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


@lru_cache(maxsize=1)
def _find_fates() -> Groups:
    return _number_groups(FATES)


@lru_cache(maxsize=1)
def _find_matters() -> Groups:
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
