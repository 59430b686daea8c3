"""Do two claims say opposite things, or tell of another fate, another matter, or other things of the same number?

Opposites told of one thing on one day are one claim whose accounts contradict each other; elsewhere, two claims.
"""

import re
from collections.abc import Iterable, Set
from itertools import product

from stemma.find.roles import find_family
from stemma.match.clashes.vocabulary import Groups, Kind, find_fates, find_matters, find_opposites
from stemma.match.profiles import SLOTS, Profile
from stemma.match.slots import MEASURES, PEOPLE, do_values_meet, is_same_slot, name_unit
from stemma.model import Quantity

FEW = 2  # counts below this are told of anything
FRAME = 2  # fewest words that two opposite claims share
TURNED = 0.75  # share of the longer's other words
_FIGURE = re.compile(r"\d[\d.,]*")


def do_opposites_clash(one: Profile, other: Profile) -> bool:
    """True where each has a word of which the other has the opposite; a "not" turns it round again.

    Not so where nothing but that word differs: then the two tell one thing in opposite ways, which readers are to see.
    """
    if one.claim.negated != other.claim.negated:
        return False
    opposed = find_opposed(one.weights.keys(), other.weights.keys(), "any")
    return bool(opposed) and not are_turned(one, other)


def are_turned(one: Profile, other: Profile) -> bool:
    """True where two claims of one day tell the same of the same names, with one word turned into its opposite."""
    if one.claim.negated != other.claim.negated or one.claim.as_of != other.claim.as_of:
        return False
    if find_opposed(one.weights.keys(), other.weights.keys()) is None:
        return False
    words = [_find_words(profile) for profile in (one, other)]
    if not are_opposite(words[0], words[1]) or find_opposed(words[0], words[1], "sequel"):
        return False
    if one.names.keys() ^ other.names.keys() or _find_days(one) != _find_days(other):
        return False
    return not any(is_same_slot(a, b) and not do_values_meet(a, b) for a, b in product(one.counts, other.counts))


def _find_words(profile: Profile) -> frozenset[str]:
    return frozenset(word for word in profile.weights if word[0] not in SLOTS)


def _find_days(profile: Profile) -> frozenset[str]:
    return frozenset(m.value for m in profile.claim.moments if m.of == "event")


def are_opposite(one: Set[str], other: Set[str]) -> bool:
    """True where two sets of words are the same but for a word of the one that is the opposite of one of the other."""
    opposed = find_opposed(one, other)
    shared = len(one & other)
    return bool(opposed) and shared >= FRAME and shared >= TURNED * (max(len(one), len(other)) - 1)


def find_opposed(one: Set[str], other: Set[str], kind: Kind = "opposite") -> tuple[str, str] | None:
    """The first word of the one, by the alphabet, that has its opposite among those that only the other has."""
    known = find_opposites(kind)
    here = (one & known.keys()) - other
    if not here:
        return None
    there = other - one
    found = ((word, opposite) for word in sorted(here) for opposite in sorted(known[word]))
    return next(((word, opposite) for word, opposite in found if opposite in there), None)


def do_fates_clash(one: Profile, other: Profile) -> bool:
    """True where both tell what became of as many people, and it is not the same."""
    if one.claim.negated != other.claim.negated or not {q.best for q in one.counts} & {q.best for q in other.counts}:
        return False
    return _do_groups_differ(one, other, find_fates())


def do_matters_clash(one: Profile, other: Profile) -> bool:
    """True where both tell of a sum, a share or a change, and not of the same thing's."""
    return _do_groups_differ(one, other, find_matters())


def do_things_clash(one: Profile, other: Profile) -> bool:
    """True where the same number counts two kinds of things, and nothing else is counted alike.

    A thing may have no name that two languages share; people always have one.
    """
    pairs = list(product(one.counts, other.counts))
    if any(is_same_slot(a, b) and do_values_meet(a, b) for a, b in pairs):
        return False
    alike = one.language == other.language
    return any(_are_other_things(a, b) and (alike or _are_known(a, b)) for a, b in pairs)


def _are_known(one: Quantity, other: Quantity) -> bool:
    """True where a unit is people, or both are measured in the same words in every language: years, metres, euros."""
    units = {one.unit or "", other.unit or ""}
    return "person" in {name_unit(one), name_unit(other)} or all(find_family(unit) != "count" for unit in units)


def _are_other_things(one: Quantity, other: Quantity) -> bool:
    units = {one.unit, other.unit}
    if (
        not _is_one_number(one, other)
        or max(one.best, other.best) <= FEW
        or None in units
        or len({name_unit(one), name_unit(other)}) == 1
    ):
        return False
    return not units <= PEOPLE and not units <= MEASURES and not any("/" in (unit or "") for unit in units)


def _is_one_number(one: Quantity, other: Quantity) -> bool:
    """True for one number, also where it is written once in metres and once in years."""
    figures = [_FIGURE.search(quantity.text) for quantity in (one, other)]
    return one.best == other.best or bool(figures[0] and figures[1] and figures[0][0] == figures[1][0])


def _do_groups_differ(one: Profile, other: Profile, groups: Groups) -> bool:
    mine = _find_groups(one.weights, groups)
    theirs = _find_groups(other.weights, groups) if mine else set()
    return bool(theirs) and not mine & theirs


def _find_groups(words: Iterable[str], groups: Groups) -> set[int]:
    return {number for word in words if word in groups for number in groups[word]}
