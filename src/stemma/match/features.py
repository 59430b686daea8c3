"""Why two claims may be the same: small named functions, each of which looks at one thing and explains itself.

A feature returns a number in 0…1. The weights make a logistic model; `veto` features forbid a join whatever the others
say. Similarity only finds candidates: slots (counts with their unit and role, moments, places) confirm and veto.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from stemma.match.clashes.actors import do_names_replace, do_roles_swap, do_sexes_clash, do_sides_swap
from stemma.match.clashes.kinds import do_deeds_clash, do_kinds_replace
from stemma.match.clashes.meanings import (
    are_turned,
    do_fates_clash,
    do_matters_clash,
    do_opposites_clash,
    do_things_clash,
)
from stemma.match.clashes.times import do_dates_clash, do_days_clash, do_durations_clash, do_eras_clash
from stemma.match.profiles import FAINT, Profile, Slot
from stemma.match.slots import do_counts_clash, do_crowds_clash, do_places_clash, do_tolls_clash, score_counts

Compare = Callable[[Profile, Profile], float]
Tested = tuple[Compare, float, bool]  # how to compare, what it weighs, whether it forbids


@dataclass(frozen=True, slots=True)
class Feature:
    """One way to compare two claims, with its weight with and without sentence vectors, and across languages."""

    name: str
    compare: Compare
    weight: float = 0.0
    without_vectors: float = 0.0
    across_languages: float = 0.0
    veto: bool = False
    needs: Slot | None = None  # what both must have, or the value is 0

    @property
    def weights(self) -> tuple[float, float, float]:
        """One for each column of the table."""
        return self.weight, self.without_vectors, self.across_languages


def _choose_column(a: Profile, b: Profile) -> int:
    """Which of the weights hold for this pair."""
    if a.vector is None or b.vector is None:
        return 1
    return 0 if a.language == b.language else 2


def compare_wording(a: Profile, b: Profile) -> float:
    """Cosine of the telling words, weighted by rarity."""
    return _cosine(a.weights, b.weights, a.square * b.square)


def compare_context(a: Profile, b: Profile) -> float:
    """The same for the whole sentences: a short clause borrows its subject from there."""
    return _cosine(a.context, b.context, a.context_square * b.context_square)


def compare_meaning(a: Profile, b: Profile) -> float:
    """Cosine of the centred sentence vectors; 0 without an encoder."""
    if a.vector is None or b.vector is None:
        return 0.0
    return max(0.0, float(a.vector @ b.vector))


def compare_containment(a: Profile, b: Profile) -> float:
    """How much of the less telling claim's wording stands in the other; less for a claim of a few words."""
    shared = _weigh_shared(a.weights, b.weights)
    least = min(a.total, b.total)
    if not shared or not least:
        return 0.0
    return min(1.0, min(a.terms, b.terms) / ENOUGH_TERMS) * shared / least


def compare_names(a: Profile, b: Profile) -> float:
    """Share of the rarer names that both mention."""
    if not a.names or not b.names:
        return 0.0
    shared = _weigh_shared(a.names, b.names)
    if not shared:
        return 0.0
    return shared / max(min(sum(a.names.values()), sum(b.names.values())), 1e-9)


def compare_evidence(a: Profile, b: Profile) -> float:
    """How much telling wording is shared in all, however long the claims: two common words are no ground to join."""
    return min(1.0, _weigh_shared(a.weights, b.weights) / ENOUGH)


def compare_bare_names(a: Profile, b: Profile) -> float:
    """1 where all the wording that two claims share is names: who is spoken of, and nothing of what is said."""
    if not (a.named and b.named):
        return 0.0
    shared = [t for t in a.weights.keys() & b.weights.keys() if a.weights[t] > FAINT]
    return float(bool(shared) and all(t in a.named and t in b.named for t in shared))


def compare_numbers(a: Profile, b: Profile) -> float:
    """1 where both count the same thing alike, less where the same slot holds another value: numbers drift."""
    return score_counts(a.counts, b.counts)


def compare_lone_counts(a: Profile, b: Profile) -> float:
    """1 where only one of the two counts something in a known role: a toll is more than the event it belongs to."""
    return float(any(q.role for q in a.counts) != any(q.role for q in b.counts))


def _weigh_shared(one: dict[str, float], other: dict[str, float]) -> float:
    """Sum of the weights of what both have, always in the same order, so that the last digit never changes."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return sum([weight for term, weight in few.items() if term in many])


def _cosine(one: dict[str, float], other: dict[str, float], squares: float) -> float:
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    shared = sum([weight * many[term] for term, weight in few.items() if term in many])
    return shared / math.sqrt(squares) if shared else 0.0


FAINT_GROUNDS = ("lone count", "bare names")  # they weaken a pair, but say nothing against it
ENOUGH_TERMS = 4  # a claim of fewer words is contained in another by chance
ENOUGH = 15.0  # sum of inverse document frequencies
# Fitted by logistic regression on pairs of lines of different outlets, read by hand (docs/quality.md); refit as a set.
BIAS = (-5.5, -5.4, -4.9)
FEATURES: Sequence[Feature] = (
    Feature("wording", compare_wording, 2.5, 2.8, 1.6),
    Feature("context", compare_context, 2.5, 2.8, 1.6),
    Feature("meaning", compare_meaning, 2.7, 0.0, 4.9),
    Feature("containment", compare_containment, 4.1, 4.6, 4.1),
    Feature("evidence", compare_evidence, 2.7, 3.2, 3.2),
    Feature("names", compare_names, 0.6, 0.8, 1.0),
    Feature("bare names", compare_bare_names, -3.0, -3.0, -2.0),
    Feature("numbers", compare_numbers, 2.4, 2.4, 2.0, needs="counts"),
    Feature("lone count", compare_lone_counts, -0.7, -0.7, -0.7),
    Feature(
        "places clash",
        lambda a, b: float(do_places_clash(a.claim.places, b.claim.places)),
        -1.2,
        -1.2,
        -1.2,
        needs="places",
    ),
    Feature("counts clash", lambda a, b: float(do_counts_clash(a.counts, b.counts)), veto=True, needs="counts"),
    Feature("crowds clash", lambda a, b: float(do_crowds_clash(a.counts, b.counts)), -3.0, -3.0, -3.0, needs="counts"),
    Feature("tolls clash", lambda a, b: float(do_tolls_clash(a.counts, b.counts)), -8.0, -8.0, -8.0, needs="counts"),
    Feature("dates clash", lambda a, b: float(do_dates_clash(a.claim, b.claim)), veto=True, needs="moments"),
    Feature("days clash", lambda a, b: float(do_days_clash(a.claim, b.claim)), -10.0, -10.0, -10.0, needs="moments"),
    Feature("eras clash", lambda a, b: float(do_eras_clash(a.claim, b.claim)), -10.0, -10.0, -10.0),
    Feature("roles swap", do_roles_swap, -10.0, -10.0, -10.0, needs="doers"),
    Feature("sides swap", do_sides_swap, -10.0, -10.0, -10.0),
    Feature("sexes clash", do_sexes_clash, -4.0, -4.0, -4.0, needs="pronoun"),
    Feature("names replace", do_names_replace, -9.0, -9.0, -9.0),
    Feature("kinds replace", do_kinds_replace, -9.0, -9.0, -9.0, needs="kinds"),
    Feature("deeds clash", do_deeds_clash, -6.0, -6.0, -6.0, needs="deeds"),
    Feature("opposites clash", do_opposites_clash, -8.0, -8.0, -8.0, needs="opposites"),
    Feature("turned", are_turned, 5.0, 5.0, 5.0, needs="opposites"),
    Feature("fates clash", do_fates_clash, -8.0, -8.0, -8.0, needs="counts"),
    Feature("matters clash", do_matters_clash, -9.0, -9.0, -9.0, needs="matters"),
    Feature("things clash", do_things_clash, -8.0, -8.0, -8.0, needs="counts"),
    Feature(
        "durations clash", lambda a, b: float(do_durations_clash(a.counts, b.counts)), -2.0, -2.0, -2.0, needs="counts"
    ),
)


def score_pair(a: Profile, b: Profile) -> float:
    """Probability that two claims are the same claim; 0 where a slot forbids it."""
    total = weigh_pair(a, b)
    return 0.0 if total is None else 1 / (1 + math.exp(-total))


def weigh_pair(a: Profile, b: Profile, left_out: str = "") -> float | None:
    """The same as log odds; None where a slot forbids it.

    Args:
        a: one claim.
        b: the other.
        left_out: name of a feature that is not to count.
    """
    column = _choose_column(a, b)
    total = BIAS[column]
    for compare, weight, veto in _list_features(column, a.filled & b.filled, left_out):
        value = compare(a, b)
        if value:
            if veto:
                return None
            total += weight * value
    return total


@cache
def _list_features(column: int, filled: frozenset[Slot], left_out: str) -> tuple[Tested, ...]:
    """Those that can have a value where both claims fill these slots; a veto spares the others."""
    possible = [f for f in FEATURES if (f.needs is None or f.needs in filled) and f.name != left_out]
    possible.sort(key=lambda feature: not feature.veto)
    return tuple((f.compare, f.weights[column], f.veto) for f in possible)


def find_clashes(a: Profile, b: Profile) -> list[str]:
    """Names of the features that speak against the pair, whatever speaks for it."""
    against = [f for f in FEATURES if f.veto or f.weight < 0]
    return [f.name for f in against if f.name not in FAINT_GROUNDS and f.compare(a, b)]


def explain_pair(a: Profile, b: Profile) -> list[tuple[str, float, float]]:
    """Per feature: its name, its value and what it added to the score (log odds)."""
    column = _choose_column(a, b)
    rows = [(f.name, f.compare(a, b), f.weights[column]) for f in FEATURES]
    return [(name, value, value * weight) for name, value, weight in rows]
