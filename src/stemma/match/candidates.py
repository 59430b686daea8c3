"""Which pairs of claims are worth a closer look: the nearest by wording, by meaning, and by what they count.

The work grows with the number of claims, and not with its square: words propose claims through an index, and the
vectors of many claims are compared only inside buckets of like directions.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import ceil, log2

import numpy as np
from numpy.typing import NDArray

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
Numbers = NDArray[np.intp]
Shares = NDArray[np.float64]


def find_candidates(profiles: Sequence[Profile]) -> list[Pair]:
    """Index pairs (smaller first, sorted) of claims that may be the same, each of another article."""
    articles = np.unique([p.claim.article for p in profiles], return_inverse=True)[1]
    return sorted(
        _find_near_words(profiles, articles) | _find_near_vectors(profiles, articles) | _find_equal_counts(profiles)
    )


def _find_near_words(profiles: Sequence[Profile], articles: Numbers) -> set[Pair]:
    """Every claim with its nearest by the cosine of their telling words."""
    postings = _index_terms(profiles)
    likeness = np.zeros(len(profiles))
    pairs: set[Pair] = set()
    for at, profile in enumerate(profiles):
        found = [(weight, *postings[term]) for term, weight in profile.weights.items() if term in postings]
        if not found:
            continue
        others = np.concatenate([numbers for _, numbers, _ in found])
        np.add.at(likeness, others, np.concatenate([weight * shares for weight, _, shares in found]))
        near = others[(likeness[others] > FAINT * profile.norm) & (articles[others] != articles[at])]
        near = np.unique(near)  # sorted, so that of two alike the first is taken
        best = near[np.argsort(-likeness[near], kind="stable")[:NEAREST]]
        likeness[others] = 0.0
        pairs.update(order_pair(at, other) for other in best.tolist())
    return pairs


def _index_terms(profiles: Sequence[Profile]) -> dict[str, tuple[Numbers, Shares]]:
    """For each term that is not too common, and that several have: which claims, and its share in each."""
    postings: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    for at, profile in enumerate(profiles):
        for term, weight in profile.weights.items():
            numbers, shares = postings[term]
            numbers.append(at)
            shares.append(weight / profile.norm)
    return {
        term: (np.array(numbers), np.array(shares))
        for term, (numbers, shares) in postings.items()
        if 1 < len(numbers) <= CROWD
    }


def _find_near_vectors(profiles: Sequence[Profile], articles: Numbers) -> set[Pair]:
    """Every claim with its nearest by the cosine of their vectors; nothing where some have none."""
    vectors = [p.vector for p in profiles if p.vector is not None]
    if len(vectors) < len(profiles) or not vectors:
        return set()
    matrix = np.stack(vectors)
    numbers = np.full((len(matrix), NEAREST), -1)
    likeness = np.full((len(matrix), NEAREST), FAINT, dtype=np.float32)
    for bucket in [np.arange(len(matrix))] if len(matrix) <= EXACT else _part(matrix):
        for start in range(0, len(bucket), BUCKET):
            rows = bucket[start : start + BUCKET]
            near = matrix[rows] @ matrix[bucket].T
            near[articles[rows, None] == articles[bucket]] = -1.0
            _keep_nearest(rows, bucket, near, (numbers, likeness))
    rows, places = np.nonzero(numbers >= 0)
    return set(map(order_pair, rows.tolist(), numbers[rows, places].tolist()))


def _keep_nearest(rows: Numbers, columns: Numbers, near: Vectors, known: tuple[Numbers, Vectors]) -> None:
    """Of those known so far and those found now, the nearest of every row."""
    numbers, likeness = known
    if len(columns) > NEAREST:
        best = np.argpartition(near, -NEAREST, axis=1)[:, -NEAREST:]
        near, found = np.take_along_axis(near, best, axis=1), columns[best]
    else:
        found = np.broadcast_to(columns, near.shape)
    again = (found[:, :, None] == numbers[rows][:, None, :]).any(axis=2)
    every = np.concatenate([likeness[rows], np.where(again, -1.0, near)], axis=1)
    named = np.concatenate([numbers[rows], found], axis=1)
    best = np.argpartition(every, -NEAREST, axis=1)[:, -NEAREST:]
    numbers[rows], likeness[rows] = np.take_along_axis(named, best, axis=1), np.take_along_axis(every, best, axis=1)


def _part(matrix: Vectors) -> Iterator[Numbers]:
    """Buckets of vectors on the same side of some random planes (Charikar 2002), in several ways."""
    bits = ceil(log2(len(matrix) / BUCKET))
    random = np.random.default_rng(0)
    for _ in range(TABLES):
        sides = matrix @ random.standard_normal((matrix.shape[1], bits)).astype(np.float32) > 0
        codes = sides @ (1 << np.arange(bits))
        for code in np.unique(codes):
            yield np.flatnonzero(codes == code)


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
