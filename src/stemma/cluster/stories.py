"""Grouping by average link: articles into stories, and stories on one continuing matter into threads."""

import heapq
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan

import numpy as np

from stemma.cluster.likeness import Pairs, weigh_times
from stemma.cluster.pile import Pile
from stemma.cluster.rarity import Weights
from stemma.cluster.windows import LEAST_LIKENESS, Measure, Neighbourhood, find_neighbourhoods

STORY_LIKENESS = 0.2
THREAD_FACTS = 0.3
THREAD_WORDS = 0.1

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


def group_rows(pile: Pile, measure: Measure, least: float) -> list[list[int]]:
    """Group the rows of a pile so that inside each group the mean likeness reaches `least`; sorted by first member."""
    alone = set(range(len(pile)))
    groups = []
    for near in find_neighbourhoods(pile, measure, least):
        alone.difference_update(near.rows.tolist())
        groups += group_neighbours(near, least)
    return sorted([*groups, *([row] for row in alone)])


def group_neighbours(near: Neighbourhood, least: float) -> list[list[int]]:
    """Group the rows of one neighbourhood."""
    ones, others = (np.searchsorted(near.rows, part).tolist() for part in (near.ones, near.others))
    links = {
        (one, other): Link(likeness, 0.0 if isnan(time) else time, int(not isnan(time)))
        for one, other, likeness, time in zip(ones, others, near.likeness.tolist(), near.times.tolist(), strict=True)
    }
    rows = near.rows.tolist()
    return [[rows[at] for at in group] for group in Grouping(len(rows), links, least).join_all()]


def weigh_articles(pile: Pile, pairs: Pairs) -> tuple[Weights, Weights]:
    """What makes articles one story: content, and time."""
    return pairs.content, weigh_times(pile, pairs.ones, pairs.others)


def group_threads(stories: Pile) -> list[list[int]]:
    """Rows of the stories of each thread of two or more: the same actors and theme, later or elsewhere."""
    return [group for group in group_rows(stories, _weigh_stories, 1.0) if len(group) > 1]


def _weigh_stories(pile: Pile, pairs: Pairs) -> tuple[Weights, Weights]:
    """1 or more where both actors and theme are the same; nothing where the days they state are too far apart."""
    likeness = np.minimum(np.nan_to_num(pairs.facts) / THREAD_FACTS, np.nan_to_num(pairs.words) / THREAD_WORDS)
    times = np.nan_to_num(weigh_times(pile, pairs.ones, pairs.others), nan=1.0)
    return likeness * (pairs.content * times >= LEAST_LIKENESS), np.ones(len(likeness))
