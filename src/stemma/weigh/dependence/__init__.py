"""Which value is true where many sources give many values, and which sources have theirs from one another.

After Dong, Berti-Équille and Srivastava (2009): agreement on what is true proves nothing, agreement on rare errors
gives a copier away. It takes many objects that the same sources speak of. One story has too few, so no assessment
leans on it; it is here for whoever has a corpus (`bench/truth.py`, docs/quality.md).
"""

from stemma.weigh.dependence.copying import find_dependence, rank_apart_from_copies
from stemma.weigh.dependence.ranking import Sayings, gather, rank_by_accuracy, rank_by_trust, rank_by_votes

__all__ = [
    "Sayings",
    "find_dependence",
    "gather",
    "rank_apart_from_copies",
    "rank_by_accuracy",
    "rank_by_trust",
    "rank_by_votes",
]
