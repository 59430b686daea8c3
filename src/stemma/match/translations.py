"""Articles that are translations of one another, and which claim of the one is which claim of the other.

Between two languages wording tells little, and one pair of near vectors may be chance; a translation shows in most of
its claims having their mutual nearest neighbour in the other article. Once that is sure, a weaker likeness is enough
for each claim, so that one with a mistranslated number still meets its original.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from stemma.match.embedders import Vectors
from stemma.match.profiles import Profile

# Chosen on eight stories in ten languages; hardly anything hangs on a tenth more or less.
CLOSE = 0.45  # cosine of centred vectors that counts for two articles being one text
FAIR = 0.25  # the same for two claims of articles that are
MOST = 0.4  # share of the shorter article's claims that must be close
FEWEST = 3


def find_translated(profiles: Sequence[Profile], candidates: Iterable[tuple[int, int]]) -> dict[tuple[int, int], float]:
    """Index pairs (smaller first) of claims of which one translates the other, with the cosine of their vectors.

    Args:
        profiles: of the claims of one story or thread.
        candidates: index pairs that may be the same; only articles that share some are compared.
    """
    members: dict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        if profile.vector is not None:
            members[profile.claim.article].append(at)
    matrices = {article: _stack(profiles, found) for article, found in members.items()}
    found: dict[tuple[int, int], float] = {}
    for one, other in _pair_articles(profiles, candidates):
        near = _find_mutual(matrices[one] @ matrices[other].T)
        if _is_translation(near, min(len(members[one]), len(members[other]))):
            found |= {_order(members[one][i], members[other][j]): s for i, j, s in near if s >= FAIR}
    return found


def _pair_articles(profiles: Sequence[Profile], candidates: Iterable[tuple[int, int]]) -> list[tuple[str, str]]:
    """Articles of two languages with enough candidates between them, each pair in order."""
    shared: Counter[tuple[str, str]] = Counter()
    for a, b in candidates:
        one, other = profiles[a], profiles[b]
        if one.language != other.language and one.vector is not None and other.vector is not None:
            first, second = sorted((one.claim.article, other.claim.article))
            shared[first, second] += 1
    return sorted(pair for pair, count in shared.items() if count >= FEWEST)


def _stack(profiles: Sequence[Profile], found: Sequence[int]) -> Vectors:
    stacked: Vectors = np.stack([vector for at in found if (vector := profiles[at].vector) is not None])
    return stacked


def _find_mutual(near: Vectors) -> list[tuple[int, int, float]]:
    """Pairs of rows and columns that are each other's nearest."""
    best, back = near.argmax(axis=1), near.argmax(axis=0)
    return [(i, int(j), float(near[i, j])) for i, j in enumerate(best) if back[j] == i]


def _is_translation(near: Sequence[tuple[int, int, float]], fewest: int) -> bool:
    close = sum(score >= CLOSE for _, _, score in near)
    return close >= FEWEST and close >= MOST * fewest


def _order(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
