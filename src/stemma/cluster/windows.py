"""Which articles are compared at all: those that share something telling, inside a sliding window of days.

Dated articles are read in order of time, and an entry leaves the index once it is too old, so cost grows with the
number of articles, not with its square. Undated articles are compared with all.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence

from stemma.cluster.likeness import Likeness, Vector, make_likeness

WINDOW_DAYS = 200
LEAST_LIKENESS = 0.05  # pairs below are not kept: far from any story
CROWD = 150  # a feature that more articles of the window share opens no comparison


class Window:
    """Articles by feature, for as long as they are near enough in time."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self.vectors = vectors
        self.holders: dict[str, deque[int]] = defaultdict(deque)
        self.undated: dict[str, list[int]] = defaultdict(list)

    def enter(self, position: int) -> None:
        """Add an article."""
        vector = self.vectors[position]
        for key in (*vector.facts, *vector.words):
            if vector.day is None:
                self.undated[key].append(position)
            else:
                self.holders[key].append(position)

    def find_holders(self, key: str, day: int | None) -> list[int]:
        """The articles in the window that have this feature; those too old for `day` are dropped for good."""
        held = self.holders.get(key)
        while held and day is not None and (self.vectors[held[0]].day or 0) < day - WINDOW_DAYS:
            held.popleft()
        return [*self.undated.get(key, ()), *(held or ())]

    def find_dots(self, vector: Vector) -> dict[int, tuple[float, float]]:
        """Position -> dot products of facts and of words, for every article that shares an uncrowded feature."""
        dots: dict[int, list[float]] = {}
        crowded: list[tuple[str, float, int]] = []
        for part, features in enumerate((vector.facts, vector.words)):
            for key, value in features.items():
                holders = self.find_holders(key, vector.day)
                if len(holders) > CROWD:
                    crowded.append((key, value, part))
                    continue
                for position in holders:
                    self._add(dots.setdefault(position, [0.0, 0.0]), position, (key, value, part))
        for position, sums in dots.items():
            for feature in crowded:
                self._add(sums, position, feature)
        return {position: (sums[0], sums[1]) for position, sums in dots.items()}

    def _add(self, sums: list[float], position: int, feature: tuple[str, float, int]) -> None:
        key, value, part = feature
        other = self.vectors[position]
        sums[part] += value * (other.words if part else other.facts).get(key, 0.0)


def find_pairs(vectors: Sequence[Vector]) -> Iterator[tuple[int, int, Likeness]]:
    """Yield positions of two articles and their likeness, for all pairs worth keeping."""
    window = Window(vectors)
    order = sorted(range(len(vectors)), key=lambda i: (vectors[i].day is not None, vectors[i].day or 0, vectors[i].id))
    for position in order:
        vector = vectors[position]
        for other, dots in sorted(window.find_dots(vector).items()):
            likeness = make_likeness(vectors[other], vector, dots)
            if likeness.score >= LEAST_LIKENESS:
                yield min(position, other), max(position, other), likeness
        window.enter(position)
