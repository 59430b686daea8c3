"""One claim in other words: two claims that share hardly a word, and of which each is the other's nearest by far."""

import math
from collections.abc import Sequence

import numpy as np

from stemma.embedders import Vectors
from stemma.match.features import compare_numbers, compare_wording, find_clashes
from stemma.match.profiles import Profile, is_whole

# Measured on hard pairs and on seven stories (docs/quality.md).
NEAR = 0.35  # cosine of the centred vectors in a small pile
SMALL = 20  # claims of such a pile
STEEPER = 0.1  # more for each doubling of the pile: among more claims, somebody is near by chance
PART = 0.15  # more for a clause, which borrows from its sentence
AHEAD = 0.1  # of the second nearest of either
OTHER_WORDS = 0.3  # likeness of wording above which the model of features knows better
MOST = 800  # claims of a pile; in a larger one hardly any pair could reach the bar
JOINED = 0.55  # score of such a pair: enough for the two alone, too little to draw groups together


def find_paraphrased(profiles: Sequence[Profile]) -> dict[tuple[int, int], float]:
    """Index pairs (smaller first) of claims of two articles that say the same in other words, with their scores."""
    vectors = [p.vector for p in profiles if p.vector is not None]
    if len(vectors) < len(profiles) or not 2 < len(profiles) <= MOST:
        return {}
    near = _compare_articles(np.stack(vectors), [p.claim.article for p in profiles])
    bar = NEAR + STEEPER * max(0.0, math.log2(len(profiles) / SMALL))
    bars = np.where([is_whole(p.claim) for p in profiles], bar, bar + PART)
    best = near.argmax(axis=1)
    seconds = np.sort(near, axis=1)[:, -2]
    return {
        (at, int(other)): JOINED
        for at, other in enumerate(best)
        if at < other
        and best[other] == at
        and near[at, other] >= max(bars[at], bars[other], seconds[at] + AHEAD, seconds[other] + AHEAD)
        and compare_wording(profiles[at], profiles[other]) <= OTHER_WORDS
        and _count_alike(profiles[at], profiles[other])
        and not find_clashes(profiles[at], profiles[other])
    }


def _count_alike(one: Profile, other: Profile) -> bool:
    """True unless both count something and nothing in common: whoever tells of one thing in other words counts it."""
    return not (one.counts and other.counts) or compare_numbers(one, other) > 0


def _compare_articles(matrix: Vectors, articles: Sequence[str]) -> Vectors:
    """Cosines of all rows; those of one article are left out."""
    near: Vectors = matrix @ matrix.T
    names = np.array(articles)
    near[names[:, None] == names[None, :]] = -1.0
    return near
