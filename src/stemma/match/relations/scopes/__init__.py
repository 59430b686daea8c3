"""What a word of plan, possibility or negation speaks of."""

from stemma.match.relations.scopes.negations import (
    denies_words_of,
    is_negated_before,
    is_put_to_authority,
    is_rebuttal,
)
from stemma.match.relations.scopes.plans import is_done_elsewhere, is_in_doubt

__all__ = [
    "denies_words_of",
    "is_done_elsewhere",
    "is_in_doubt",
    "is_negated_before",
    "is_put_to_authority",
    "is_rebuttal",
]
