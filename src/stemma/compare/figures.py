"""Figures of two claims side by side: more, fewer, rounded, made exact, or not told at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stemma.compare.sides import Change, Pile, say
from stemma.match.relations import find_variants
from stemma.match.slots import do_values_meet, is_same_slot
from stemma.model import Claim, Quantity, Relation
from stemma.write.view.groups import find_unit_words
from stemma.write.view.wording import say_short_date

FEW = 2  # "two governments" are "both" elsewhere, "one man" is "a man"
NEAR = 1.5  # times the smaller figure, up to which the larger may be the same in round words
ALIKE = 0.4  # share of the shorter claim's words below which two figures may be of two things
RELATIVE = re.compile(r"REL:year:-?\d+")
Pair = tuple[Quantity, Quantity]


def compare_figures(a: Claim, b: Claim, pile: Pile) -> list[Change]:
    """Counts of one thing that differ; what agrees is taken out first, so that "12, among them 3" meets "12"."""
    changes = [_compare(a, b, pair, pile) for pair in _pair_counts(a.quantities, b.quantities)]
    return [change for change in changes if change is not None]


def find_missing_figures(claim: Claim, other: Claim, pile: Pile) -> Iterator[tuple[Quantity, str]]:
    """Counts of a claim that the other article tells nowhere, each in its article's words."""
    article = pile.articles[claim.article]
    for item in claim.quantities:
        if (item.unit is None and item.role is None) or item.best <= FEW:
            continue
        if any(is_same_slot(item, told) for told in other.quantities):
            continue  # told, if with another value
        told_there = [told for known in pile.find_claims(other.article) for told in known.quantities]
        if not any(do_values_meet(item, told) for told in told_there):
            yield item, find_unit_words(article, claim, item)


def _pair_counts(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> list[Pair]:
    """Counts of one slot that are not the same value, each once: those that could be one value first."""
    left, right = list(mine), list(theirs)
    pairs: list[Pair] = []
    for is_fit in (_is_equal, do_values_meet, lambda _one, _other: True):
        for one in list(left):
            other = next((item for item in right if is_same_slot(one, item) and is_fit(one, item)), None)
            if other is None:
                continue
            left.remove(one)
            right.remove(other)
            if is_fit is not _is_equal:
                pairs.append((one, other))
    return pairs


def _is_equal(one: Quantity, other: Quantity) -> bool:
    if one.best != other.best:
        return False
    return (one.low, one.high) == (other.low, other.high) or (one.vague or one.open_ended) == (
        other.vague or other.open_ended
    )


def _compare(a: Claim, b: Claim, pair: Pair, pile: Pile) -> Change | None:
    one, other = pair
    relation = _relate(a, b, pair, pile)
    if relation is None or relation == "same":
        return None
    mine, theirs = (
        find_unit_words(pile.articles[claim.article], claim, item) for claim, item in zip((a, b), pair, strict=True)
    )
    told = f"{say(mine)} in {pile.name(a)}, {say(theirs)} in {pile.name(b)}"
    return Change(
        aspect="figure",
        label=_name_change(one, other, relation),
        a=mine,
        b=theirs,
        a_span=one.span,
        b_span=other.span,
        explanation=_explain(told, a, b, relation),
        is_contradiction=relation == "contradiction",
        is_doubtful=relation == "unsure",
    )


def _relate(a: Claim, b: Claim, pair: Pair, pile: Pile) -> Relation | None:
    """What a collation makes of these two counts alone; a count of another time contradicts nothing."""
    alone = [replace(claim, quantities=(item,)) for claim, item in zip((a, b), pair, strict=True)]
    variants = [variant for variant in find_variants(alone, pile.context) if variant.kind == "quantity"]
    relations = [reading.relation for variant in variants for reading in variant.readings]
    relation = next((relation for relation in relations if relation != "reference"), None)
    if relation in ("contradiction", "rounding") and not _tell_of_one_year(a, b):
        return "unsure"
    if relation != "contradiction":
        return relation
    if any(item.vague for item in pair) and _is_near(*pair):
        return "rounding"
    alike = pile.is_across_languages(a, b) or pile.measure_overlap(a, b)[1] >= ALIKE
    return relation if alike else "unsure"


def _is_near(one: Quantity, other: Quantity) -> bool:
    least, most = sorted((one.best, other.best))
    return 0 < most <= NEAR * least


def _tell_of_one_year(a: Claim, b: Claim) -> bool:
    """True unless one names a year that is neither named by the other nor the year of its article."""
    mine, theirs = (_find_years(claim) for claim in (a, b))
    return bool(mine & theirs) or all(
        not named or bool(other.as_of and other.as_of[:4] in named) for named, other in ((mine, b), (theirs, a))
    )


def _find_years(claim: Claim) -> set[str]:
    """The years that a claim names: "in 1993", "last year"."""
    values = [moment.value for moment in claim.moments if moment.of == "event"]
    years = {value[:4] for value in values if value[:4].isdigit()}
    back = [int(value.rsplit(":", 1)[1]) for value in values if RELATIVE.fullmatch(value)]
    written = int(claim.as_of[:4]) if claim.as_of else None
    return years | {str(written + count) if written else f"{count}" for count in back}


def _name_change(one: Quantity, other: Quantity, relation: Relation) -> str:
    loose = one.vague or one.open_ended, other.vague or other.open_ended
    if relation == "rounding" and loose != (True, True) and (do_values_meet(one, other) and _is_near(one, other)):
        return {(False, True): "approximated", (True, False): "made exact"}.get(loose, "rounded")
    if one.best == other.best:
        return "figure differs"
    return "figure up" if other.best > one.best else "figure down"


def _explain(told: str, a: Claim, b: Claim, relation: Relation) -> str:
    if relation == "contradiction":
        return f"{told}: both cannot hold."
    if relation == "update" and a.as_of and b.as_of and a.as_of[:10] != b.as_of[:10]:
        return f"{told}; they are of {say_short_date(a.as_of)} and {say_short_date(b.as_of)}."
    if relation == "unsure":
        return f"{told}; the texts do not tell whether they speak of one moment."
    return f"{told}."
