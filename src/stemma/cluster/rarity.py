"""How much each shared feature tells: inverse document frequency, steadied by what is usual in news.

In a pile of five articles on one event, every name of the event stands in all five, and plain inverse frequency would
call it worthless. So the pile's counts are added to those of an imagined background of `BACKGROUND` articles, in which
a feature of each kind has its usual share. With many articles the pile itself decides.

A feature is a number of 32 bits: its kind, then a checksum of its key. Of a million features a thousand meet another
by chance, which no likeness notices.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Features = NDArray[np.uint32]
Weights = NDArray[np.float64]

KINDS = "cnqvw"  # what a feature's key begins with; countries, names and numbers come before words
KIND_BITS = 29
FIRST_WORD = KINDS.index("v") << KIND_BITS  # facts are the features below
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
_USUAL = BACKGROUND * np.array([USUAL_SHARE[kind] for kind in KINDS])
_WORTH = np.array([WORTH[kind] for kind in KINDS])


@lru_cache(maxsize=262144)
def number_feature(key: str) -> int:
    """The number of a feature: its kind above, a checksum of the whole key below."""
    checksum = crc32(key.encode("utf-8", "surrogatepass")) & ((1 << KIND_BITS) - 1)
    return KINDS.index(key[0]) << KIND_BITS | checksum


@dataclass(frozen=True, slots=True)
class Rarity:
    """Weights of features, learned from one pile. Plain data: it can be stored, and added to as the pile grows.

    Attributes:
        size: articles counted.
        features: sorted numbers of the features, four bytes each.
        holders: how many articles have each, four bytes each.
    """

    size: int = 0
    features: bytes = b""
    holders: bytes = b""

    def weigh(self, features: Features) -> Weights:
        """The weight of one occurrence of each feature."""
        kinds = features >> KIND_BITS
        expected = self.count_holders(features) + _USUAL[kinds]
        weights: Weights = _WORTH[kinds] * np.log((self.size + BACKGROUND) / expected) ** POWER
        return weights

    def count_holders(self, features: Features) -> Weights:
        """How many articles of the pile have each feature."""
        known, holders = np.frombuffer(self.features, np.uint32), np.frombuffer(self.holders, np.uint32)
        if not len(known):
            return np.zeros(len(features))
        at = np.minimum(np.searchsorted(known, features), len(known) - 1)
        return np.where(known[at] == features, holders[at], 0).astype(np.float64)

    def __add__(self, other: "Rarity") -> "Rarity":
        """The rarity in both piles together, which have no article in common."""
        features = np.frombuffer(self.features + other.features, np.uint32)
        known, places = np.unique(features, return_inverse=True)
        holders = np.bincount(places, np.frombuffer(self.holders + other.holders, np.uint32), len(known))
        return Rarity(self.size + other.size, known.tobytes(), holders.astype(np.uint32).tobytes())


def measure_rarity(pile: Iterable[Features]) -> Rarity:
    """Count in how many articles of the pile, each given by its features, every feature stands."""
    rows = list(pile)
    features, holders = np.unique(np.concatenate([np.zeros(0, np.uint32), *rows]), return_counts=True)
    return Rarity(len(rows), features.tobytes(), holders.astype(np.uint32).tobytes())
