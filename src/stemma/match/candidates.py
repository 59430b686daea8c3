"""Which pairs of claims are worth a closer look: the nearest by wording, by meaning, and by what they count."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from stemma.embedders import Vectors
from stemma.match.profiles import Profile
from stemma.match.slots import name_unit

NEAREST = 8
COLUMNS = 4096  # terms share columns beyond this many; a collision only adds a candidate
BLOCK = 512
TOO_COMMON = 40  # a count found in more claims than this makes no candidates by itself


def find_candidates(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Index pairs (smaller first, sorted) of claims that may be the same.

    A claim is compared with its nearest neighbours of every other article, so a long article crowds out nobody.
    """
    pairs: set[tuple[int, int]] = set()
    articles = np.array([p.claim.article for p in profiles])
    for matrix in (_make_term_matrix(profiles), _make_vector_matrix(profiles)):
        if matrix is not None:
            pairs |= _find_nearest(matrix, articles)
    return sorted(pairs | _find_equal_counts(profiles))


def _make_term_matrix(profiles: Sequence[Profile]) -> Vectors:
    column = {term: at % COLUMNS for at, term in enumerate(sorted({t for p in profiles for t in p.weights}))}
    matrix = np.zeros((len(profiles), min(COLUMNS, max(len(column), 1))), dtype=np.float32)
    for row, profile in enumerate(profiles):
        for term, weight in profile.weights.items():
            matrix[row, column[term]] = weight / profile.norm
    return matrix


def _make_vector_matrix(profiles: Sequence[Profile]) -> Vectors | None:
    vectors = [p.vector for p in profiles if p.vector is not None]
    return np.stack(vectors) if len(vectors) == len(profiles) and vectors else None


def _find_nearest(matrix: Vectors, articles: np.ndarray) -> set[tuple[int, int]]:
    pairs = set()
    for start in range(0, len(matrix), BLOCK):
        near = matrix[start : start + BLOCK] @ matrix.T
        near[articles[start : start + BLOCK, None] == articles[None, :]] = -1.0
        best = np.argsort(-near, axis=1, kind="stable")[:, :NEAREST]
        for row, columns in enumerate(best.tolist()):
            pairs |= {(min(start + row, c), max(start + row, c)) for c in columns if near[row, c] > 0.05}
    return pairs


def _find_equal_counts(profiles: Sequence[Profile]) -> set[tuple[int, int]]:
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
