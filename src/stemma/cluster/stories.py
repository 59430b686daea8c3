"""Grouping: average-link clustering of articles into stories, by likeness."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

STORY_LIKENESS = 0.2

Pair = tuple[int, int]


@dataclass(slots=True)
class Link:
    """What is known between two groups: summed content likeness, and summed time weights of the pairs that have one."""

    content: float = 0.0
    time: float = 0.0
    timed: int = 0

    def __iadd__(self, other: "Link") -> "Link":
        """Take in what is known of another part of the same group."""
        self.content += other.content
        self.time += other.time
        self.timed += other.timed
        return self

    def weigh(self, pairs: int) -> float:
        """Mean likeness over so many pairs. Articles without dates thereby share the dates of their group."""
        return self.content / pairs * (self.time / self.timed if self.timed else 1.0)


class Grouping:
    """Groups that are joined, likeliest first, while their mean likeness reaches a bound.

    Pairs that were never compared, or were far apart, count as unlike (0). Ties go to the lower numbers, so the outcome
    hangs on the numbering alone; callers number articles by id.
    """

    def __init__(self, size: int, links: Mapping[Pair, Link], least: float) -> None:
        self.least = least
        self.members: dict[int, list[int]] = {i: [i] for i in range(size)}
        self.links: dict[int, dict[int, Link]] = defaultdict(dict)
        self.queue: list[tuple[float, int, int]] = []
        for (i, j), link in sorted(links.items()):
            self._link(i, j, link)
        self.next_id = size

    def join_all(self) -> list[list[int]]:
        """Join until nothing is alike enough; groups sorted by their first member."""
        while self.queue:
            _, i, j = heapq.heappop(self.queue)
            if i in self.members and j in self.members:
                self._join(i, j)
        return sorted(sorted(group) for group in self.members.values())

    def _join(self, i: int, j: int) -> None:
        joined, self.next_id = self.next_id, self.next_id + 1
        self.members[joined] = self.members.pop(i) + self.members.pop(j)
        links: dict[int, Link] = defaultdict(Link)
        for half in (self.links.pop(i, {}), self.links.pop(j, {})):
            for other, link in half.items():
                if other not in (i, j):
                    links[other] += link
        for other, link in sorted(links.items()):
            self.links[other].pop(i, None)
            self.links[other].pop(j, None)
            self._link(other, joined, link)

    def _link(self, i: int, j: int, link: Link) -> None:
        self.links[i][j] = self.links[j][i] = link
        mean = link.weigh(len(self.members[i]) * len(self.members[j]))
        if mean >= self.least:
            heapq.heappush(self.queue, (-mean, i, j))


def group_pairs(size: int, pairs: Iterable[tuple[int, int, float, float | None]], least: float) -> list[list[int]]:
    """Group the numbers 0…size-1 so that inside each group the mean likeness reaches `least`.

    Args:
        size: how many there are to group.
        pairs: two numbers, the lower first, the likeness of their content, and the weight of the time between or None.
        least: the mean likeness, content times time, below which nothing is joined.
    """
    links = {(i, j): Link(content, time or 0.0, int(time is not None)) for i, j, content, time in pairs}
    return Grouping(size, links, least).join_all()
