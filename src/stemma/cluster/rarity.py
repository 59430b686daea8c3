"""How much each shared feature tells: inverse document frequency, steadied by what is usual in news.

In a pile of five articles on one event, every name of the event stands in all five, and plain inverse frequency would
call it worthless. So the pile's counts are added to those of an imagined background of `BACKGROUND` articles, in which
a feature of each kind has its usual share. With many articles the pile itself decides.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from stemma.cluster.features import Profile

BACKGROUND = 300
POWER = 1.5  # rare features count more than their plain inverse frequency
USUAL_SHARE = {"c": 0.08, "n": 0.004, "q": 0.02, "v": 0.05, "w": 0.05}  # of the articles that hold one given feature
WORTH = {
    "c": 1.0,
    "n": 1.5,
    "q": 1.0,
    "v": 1.0,
    "w": 1.0,
}  # a name tells events apart better than a word of equal rarity


@dataclass(frozen=True, slots=True)
class Rarity:
    """Weights of features, learned from one pile."""

    size: int
    holders: Mapping[str, int]

    def weigh(self, key: str) -> float:
        """The weight of one occurrence of this feature."""
        kind = key[0]
        expected = self.holders.get(key, 0) + BACKGROUND * USUAL_SHARE[kind]
        rarity: float = log((self.size + BACKGROUND) / expected) ** POWER
        return WORTH[kind] * rarity


def measure_rarity(profiles: Iterable[Profile]) -> Rarity:
    """Count in how many articles of the pile each feature stands."""
    holders: Counter[str] = Counter()
    size = 0
    for profile in profiles:
        holders.update(profile.counts.keys())
        size += 1
    return Rarity(size, holders)
