"""Which pairs of claims are worth a closer look: the nearest by wording, by meaning, and by what they count.

The work grows with the number of claims, and not with its square: words propose claims through an index, and the
vectors of many claims are compared only inside buckets of like directions.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from math import ceil, log2

import numpy as np

from stemma.embedders import Vectors
from stemma.match.profiles import Profile
from stemma.match.slots import name_unit

NEAREST = 8
FAINT = 0.05  # likeness below which nothing is proposed
CROWD = 200  # a term of more claims proposes none by itself
TOO_COMMON = 40  # a count found in more claims than this makes no candidates by itself
EXACT = 4096  # of more claims, vectors are compared inside buckets alone
BUCKET = 1024
TABLES = 12  # ways to part them; two vectors at 37 degrees share a bucket in one of them nine times in ten

Pair = tuple[int, int]


def find_candidates(profiles: Sequence[Profile]) -> list[Pair]:
    """Index pairs (smaller first, sorted) of claims that may be the same, each of another article."""
    return sorted(_find_near_words(profiles) | _find_near_vectors(profiles) | _find_equal_counts(profiles))


def _find_near_words(profiles: Sequence[Profile]) -> set[Pair]:
    """Every claim with its nearest by the cosine of their telling words."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        for term, weight in profile.weights.items():
            postings[term].append((at, weight / profile.norm))
    pairs: set[Pair] = set()
    for at, profile in enumerate(profiles):
        likeness: dict[int, float] = defaultdict(float)
        for term, weight in profile.weights.items():
            if len(postings[term]) <= CROWD:
                for other, share in postings[term]:
                    likeness[other] += weight * share
        least = FAINT * profile.norm
        near = [
            (-value, other)
            for other, value in likeness.items()
            if value > least and profiles[other].claim.article != profile.claim.article
        ]
        pairs |= {order_pair(at, other) for _, other in nsmallest(NEAREST, near)}
    return pairs


def _find_near_vectors(profiles: Sequence[Profile]) -> set[Pair]:
    """Every claim with its nearest by the cosine of their vectors; nothing where some have none."""
    vectors = [p.vector for p in profiles if p.vector is not None]
    if len(vectors) < len(profiles) or not vectors:
        return set()
    matrix, articles = np.stack(vectors), np.unique([p.claim.article for p in profiles], return_inverse=True)[1]
    buckets = [np.arange(len(matrix))] if len(matrix) <= EXACT else _part(matrix)
    return {pair for bucket in buckets for pair in _find_nearest(matrix[bucket], articles[bucket], bucket)}


def _part(matrix: Vectors) -> Iterator[np.ndarray]:
    """Buckets of vectors on the same side of some random planes (Charikar 2002), in several ways."""
    bits = ceil(log2(len(matrix) / BUCKET))
    random = np.random.default_rng(0)
    for _ in range(TABLES):
        sides = matrix @ random.standard_normal((matrix.shape[1], bits)).astype(np.float32) > 0
        codes = sides @ (1 << np.arange(bits))
        for code in np.unique(codes):
            yield np.flatnonzero(codes == code)


def _find_nearest(matrix: Vectors, articles: np.ndarray, numbers: np.ndarray) -> Iterator[Pair]:
    for start in range(0, len(matrix), BUCKET):
        near = matrix[start : start + BUCKET] @ matrix.T
        near[articles[start : start + BUCKET, None] == articles[None, :]] = -1.0
        best = np.argpartition(-near, min(NEAREST, len(matrix) - 1), axis=1)[:, :NEAREST]
        for row, columns in enumerate(best.tolist()):
            for column in columns:
                if near[row, column] > FAINT:
                    yield order_pair(int(numbers[start + row]), int(numbers[column]))


def order_pair(one: int, other: int) -> Pair:
    """The two indices, the smaller first."""
    return (one, other) if one < other else (other, one)


def _find_equal_counts(profiles: Sequence[Profile]) -> set[Pair]:
    by_count: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        for key in sorted({(q.best, name_unit(q)) for q in profile.counts}):
            by_count[key].append(at)
    return {
        (a, b)
        for _, found in sorted(by_count.items())
        if len(found) <= TOO_COMMON
        for at, a in enumerate(found)
        for b in found[at + 1 :]
        if profiles[a].claim.article != profiles[b].claim.article
    }
