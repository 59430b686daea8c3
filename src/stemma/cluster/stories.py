"""Grouping by average link: articles into stories, and stories on one continuing matter into threads."""

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from stemma.cluster.likeness import Pairs, weigh_times
from stemma.cluster.pile import Pile
from stemma.cluster.rarity import Weights
from stemma.cluster.windows import LEAST_LIKENESS, WHOLE, Measure, Neighbourhood, find_neighbourhoods

STORY_LIKENESS = 0.2
FAINT = LEAST_LIKENESS / STORY_LIKENESS  # of the bound; pairs below count as unlike
CLOSER = 1.5  # times the bound: by such steps a very large neighbourhood is taken apart
THREAD_FACTS = 0.3
THREAD_WORDS = 0.1


@dataclass(slots=True)
class Link:
    """What is known between two groups: summed content likeness, and summed time weights of the pairs that have one."""

    content: float
    time: float
    timed: int

    def weigh(self, pairs: int) -> float:
        """Mean likeness over so many pairs. Articles without dates thereby share the dates of their group."""
        return self.content / pairs * (self.time / self.timed if self.timed else 1.0)


class Joining:
    """Groups that are joined, likeliest first, while their mean likeness reaches a bound.

    Pairs that were never compared, or were far apart, count as unlike (0). Ties go to the lower numbers, so the outcome
    hangs on the numbering alone; callers number articles by id.

    Of two groups the one with fewer links is poured into the other. What is alone linked with a third group thereby
    becomes less like it, so that what stands in the queue is never too low, and is set right when its turn comes.
    """

    def __init__(self, groups: Iterable[list[int]], links: Iterable[tuple[int, int, Link]], least: float) -> None:
        self.least = least
        self.members = dict(enumerate(groups))
        self.home = list(self.members)
        self.links: list[dict[int, Link]] = [{} for _ in self.home]
        self.queue: list[tuple[float, int, int]] = []
        for one, other, link in links:
            self.links[one][other] = self.links[other][one] = link
            self._offer(one, other)

    def join_all(self) -> list[list[int]]:
        """Join until nothing is alike enough; groups sorted by their first member."""
        while self.queue:
            told, one, other = heapq.heappop(self.queue)
            here, there = sorted((self._find_home(one), self._find_home(other)))
            if here == there:
                continue
            mean = self._weigh(here, there)
            if mean >= -told:
                self._join(here, there)
            elif mean >= self.least:
                heapq.heappush(self.queue, (-mean, here, there))
        return sorted(sorted(group) for group in self.members.values())

    def _find_home(self, at: int) -> int:
        while self.home[at] != at:
            self.home[at] = at = self.home[self.home[at]]
        return at

    def _join(self, one: int, other: int) -> None:
        if len(self.links[one]) < len(self.links[other]):
            one, other = other, one
        kept, poured = self.links[one], self.links[other]
        del kept[other], poured[one]
        self.home[other] = one
        self.members[one] += self.members.pop(other)
        for third, link in poured.items():
            theirs = self.links[third]
            del theirs[other]
            known = kept.get(third)
            if known is None:
                kept[third] = theirs[one] = link
            else:
                known.content += link.content
                known.time += link.time
                known.timed += link.timed
                self._offer(min(one, third), max(one, third))
        self.links[other] = {}

    def _weigh(self, one: int, other: int) -> float:
        return self.links[one][other].weigh(len(self.members[one]) * len(self.members[other]))

    def _offer(self, one: int, other: int) -> None:
        mean = self._weigh(one, other)
        if mean >= self.least:
            heapq.heappush(self.queue, (-mean, one, other))


def group_rows(pile: Pile, measure: Measure, least: float) -> list[list[int]]:
    """Group the rows of a pile so that inside each group the mean likeness reaches `least`; sorted by first member."""
    alone = set(range(len(pile)))
    groups = []
    for near in find_neighbourhoods(pile, measure, least):
        alone.difference_update(near.rows.tolist())
        groups += group_neighbours(near, least)
    return sorted([*groups, *([row] for row in alone)])


def group_neighbours(near: Neighbourhood, least: float) -> list[list[int]]:
    """Group the rows of one neighbourhood.

    What is joined at a high likeness is held together by pairs as alike, so the parts that these make of a very large
    neighbourhood can be grouped by themselves first, with the same outcome.
    """
    groups = [[row] for row in near.rows.tolist()]
    closer = least * CLOSER
    if len(near.rows) > WHOLE and closer < 1:
        groups = [group for part in near.split(closer) for group in group_neighbours(part, closer)]
        grouped = {row for group in groups for row in group}
        groups = sorted([*groups, *([row] for row in near.rows.tolist() if row not in grouped)])
    return Joining(groups, _link_groups(near, groups, least), least).join_all()


def _link_groups(near: Neighbourhood, groups: list[list[int]], least: float) -> Iterator[tuple[int, int, Link]]:
    """Pairs of groups that have pairs of rows, with what these come to; none so faint that it will hardly matter."""
    home, sizes = np.empty(len(near.rows), np.int64), np.array([len(group) for group in groups])
    for at, group in enumerate(groups):
        home[np.searchsorted(near.rows, group)] = at
    sides = [home[np.searchsorted(near.rows, part)] for part in (near.ones, near.others)]
    between = np.flatnonzero(sides[0] != sides[1])
    pairs = np.minimum(*sides)[between] * len(groups) + np.maximum(*sides)[between]
    known, places = np.unique(pairs, return_inverse=True)
    times = near.times[between]
    content, time, timed = (
        np.bincount(places, weights, len(known))
        for weights in (near.likeness[between], np.nan_to_num(times, nan=0.0), ~np.isnan(times))
    )
    ones, others = np.divmod(known, len(groups))
    means = content / (sizes[ones] * sizes[others]) * np.divide(time, timed, out=np.ones(len(time)), where=timed > 0)
    for at in np.flatnonzero(means >= least * FAINT).tolist():
        yield int(ones[at]), int(others[at]), Link(float(content[at]), float(time[at]), int(timed[at]))


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
