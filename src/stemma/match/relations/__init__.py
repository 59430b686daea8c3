"""How the readings of one collation differ, slot by slot, each with a label and one sentence that says why."""

from collections.abc import Sequence

from stemma.match.relations.counts import compare_quantities
from stemma.match.relations.details import Context
from stemma.match.relations.directions import compare_directions
from stemma.match.relations.opposites import compare_opposites
from stemma.match.relations.places import compare_places
from stemma.match.relations.stances import compare_hedges, compare_modality, compare_stance, find_taken_up
from stemma.match.relations.times import compare_moments, compare_starts, find_past, find_years
from stemma.match.relations.tolls import gather_counts
from stemma.model import Claim, Variant

__all__ = ["Context", "find_past", "find_taken_up", "find_variants", "find_years", "gather_counts"]


def find_variants(claims: Sequence[Claim], context: Context) -> tuple[Variant, ...]:
    """All variants of one collation: quantities, moments, places, modality, stance, hedges, opposite words.

    Args:
        claims: in the order of their articles' dates (undated last), then of their ids.
        context: articles and attributions by id.
    """
    if len(claims) < 2:
        return ()
    found = [
        *compare_quantities(claims, context),
        *compare_moments(claims, context),
        *compare_starts(claims, context),
        *compare_places(claims, context),
        *compare_directions(claims, context),
        *compare_modality(claims, context),
        *compare_stance(claims, context),
        *compare_hedges(claims, context),
        *compare_opposites(claims, context),
    ]
    return tuple(v for v in found if v is not None)
