"""Where accounts tell a thing: two wordings between the same neighbours are likely one fact.

A copy tells nearly in the order of its exemplar, and accounts of one event go from its toll to its background.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from stemma.match.profiles import Profile

FEWEST_SHARED = 2  # groups that two accounts must share before their order tells anything
Places = list[tuple[int, int]]  # of what two accounts share: which place in the one, and which in the other


class Order:
    """The order in which the body of each account tells things."""

    def __init__(self, profiles: Sequence[Profile], group_of: Mapping[int, int]) -> None:
        told: dict[str, list[int]] = defaultdict(list)
        for at, profile in enumerate(profiles):
            if not profile.headline:
                told[profile.claim.article].append(at)
        self.profiles = profiles
        self.place: dict[int, int] = {}
        self.groups: dict[str, dict[int, int]] = {}  # of each account: what it tells, and where first
        self.length = {article: len(found) for article, found in told.items()}
        for article, found in told.items():
            found.sort(key=lambda at: (profiles[at].claim.span, at))
            places = self.groups[article] = {}
            for place, at in enumerate(found):
                self.place[at] = place
                places.setdefault(group_of[at], place)
        self.shared: dict[tuple[str, str], Places] = {}

    def compare(self, one: int, other: int) -> float:
        """How sure two claims are each other's counterpart by where they stand among what their accounts share.

        Returns:
            1 where they alone stand between the same two neighbours, less the more claims stand there, and 0 where the
            neighbours differ or too little is shared to say.
        """
        if one not in self.place or other not in self.place:
            return 0.0
        here, there = self.profiles[one].claim.article, self.profiles[other].claim.article
        shared = self._find_shared(here, there)
        if len(shared) < FEWEST_SHARED:
            return 0.0
        return self._measure_gap(shared, (here, there), (self.place[one], self.place[other]))

    def _find_shared(self, here: str, there: str) -> Places:
        """Places of what both tell, in the order of the first."""
        found = self.shared.get((here, there))
        if found is None:
            one, other = self.groups[here], self.groups[there]
            found = sorted((one[group], other[group]) for group in one.keys() & other.keys())
            self.shared[here, there] = found
        return found

    def _measure_gap(self, shared: Places, articles: tuple[str, str], places: tuple[int, int]) -> float:
        """One divided by the claims that stand between the same two neighbours as both; 0 where these differ."""
        at = bisect_left(shared, (places[0], -1))
        others = sorted(place for _, place in shared)
        behind = bisect_left(others, places[1])
        before = shared[at - 1] if at else (-1, -1)
        after = shared[at] if at < len(shared) else (self.length[articles[0]], self.length[articles[1]])
        if before[1] != ([-1, *others])[behind] or after[1] != ([*others, self.length[articles[1]]])[behind]:
            return 0.0
        return 1 / max(after[0] - before[0] - 1, after[1] - before[1] - 1, 1)
