"""Places side by side: towns and regions, and parts of countries."""

from collections.abc import Sequence

from stemma.match.relations.details import TURNED, Context, Detail, make_variant
from stemma.match.slots import do_places_clash, is_compass_region
from stemma.model import Claim, Place, Relation, Variant

Placed = tuple[Claim, list[Place]]


def compare_places(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """Towns and regions that claims name (a town inside a named country agrees with it), and parts of countries."""
    return [*_compare_towns(claims, context), *_compare_regions(claims)]


def _compare_towns(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """Places that do not fit are held against each other only where each claim names one, in nearly the same words."""
    named = [(c, [p for p in c.places if not is_compass_region(p)]) for c in claims]
    named = [(c, places) for c, places in named if places]
    named = [each for each in named if _fit(named[0][1], each[1]) or _are_comparable(named[0], each, context)]
    if len({c.article for c, _ in named}) < 2:
        return []
    details = [Detail(claim=c, span=places[-1].span, value=places[-1].name) for c, places in named]
    relations: list[Relation] = ["reference"]
    relations += ["same" if _fit(named[0][1], places) else "unsure" for _, places in named[1:]]
    return [make_variant("place", details, relations, "where: " + " / ".join(dict.fromkeys(d.value for d in details)))]


def _are_comparable(one: Placed, other: Placed, context: Context) -> bool:
    words, others = context.find_words(one[0]), context.find_words(other[0])
    alike = len(words & others) >= TURNED * max(len(words), len(others))
    return alike and len(one[1]) == len(other[1]) == 1


def _fit(one: Sequence[Place], other: Sequence[Place]) -> bool:
    """True where a name or a country is shared, and no two towns or regions stand against each other."""
    mine, theirs = {p.country or p.name for p in one}, {p.country or p.name for p in other}
    return bool(mine & theirs) and not do_places_clash(one, other)


def _compare_regions(claims: Sequence[Claim]) -> list[Variant]:
    """The south-west of one country is not the south-west of another.

    One reading a claim: what it shares with the reference, else its first part of that kind. "Aceh" and "the north" of
    one country are two kinds, of which the one may lie in the other.
    """
    named = [(c, parts) for c in claims if (parts := [p for p in c.places if is_compass_region(p) and p.country])]
    if len(named) < 2:
        return []
    reference = named[0][1][0]
    chosen = [(named[0][0], reference)]
    chosen += [(c, part) for c, parts in named[1:] if (part := _choose_part(parts, reference))]
    if len(chosen) < 2:
        return []
    details = [Detail(claim=c, span=p.span, value=f"{p.name} of {p.country}") for c, p in chosen]
    relations: list[Relation] = ["reference"]
    relations += ["same" if _is_one(p, reference) else _relate_regions(reference, p) for _, p in chosen[1:]]
    told = "part of the country: " + " / ".join(dict.fromkeys(d.value for d in details))
    return [make_variant("place", details, relations, told)]


def _choose_part(parts: Sequence[Place], reference: Place) -> Place | None:
    alike = [p for p in parts if p.name.islower() == reference.name.islower()]
    return next((p for p in alike if _is_one(p, reference)), alike[0] if alike else None)


def _is_one(one: Place, other: Place) -> bool:
    return (one.country, one.name) == (other.country, other.name)


def _relate_regions(one: Place, other: Place) -> Relation:
    return "contradiction" if one.name == other.name else "unsure"
