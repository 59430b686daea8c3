"""Which rows of a pile are compared at all, so that cost grows with their number, not with its square.

Each row is compared with those before it, in order of time, that share one of its most telling features; of a feature
that many have, only the latest are asked. Pairs that are alike enough hold rows together, and inside such a
neighbourhood all are compared with all; only where it is very large, the pairs found so far must do.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stemma.cluster.likeness import NEAR_BONUS, Pairs, compare, weigh_pairs
from stemma.cluster.pile import Pile, Rows
from stemma.cluster.rarity import Weights

WINDOW_DAYS = 400  # a year and a month: the day of an event is recalled when it comes round
LEAST_LIKENESS = 0.05  # pairs below are not kept: far from any story
OPENED = 0.5  # of the bound; until a neighbourhood is known, pairs below are not kept either
TELLING = 32  # features of a row that open comparisons
CROWD = 150  # of the rows that have one telling feature, so many, the latest, are compared
MOST_COMPARED = 200  # rows, those with most telling features in common, that one row is compared with
WHOLE = 300  # rows of a neighbourhood that is compared all with all
BATCH = 20_000  # pairs weighed at once

Compared = tuple[Rows, Rows, Weights, Weights]
Measure = Callable[[Pile, Pairs], tuple[Weights, Weights]]  # of pairs, the likeness, and the weight of time or NaN


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Ascending rows and their pairs, the lower row first: the likeness, and the weight of time or NaN."""

    rows: Rows
    ones: Rows
    others: Rows
    likeness: Weights
    times: Weights

    def split(self, least: float) -> Iterator["Neighbourhood"]:
        """Yield the parts, of two or more rows, that pairs as alike as `least` hold together."""
        most = np.nanmax(self.times, initial=1.0)  # what a pair without days may be lent by others of its group
        near = self.likeness * np.where(np.isnan(self.times), most, self.times) >= least
        ones, others = np.searchsorted(self.rows, self.ones), np.searchsorted(self.rows, self.others)
        home = _find_components(len(self.rows), ones[near], others[near])
        inside = np.flatnonzero(home[ones] == home[others])
        pairs = inside[np.argsort(home[ones[inside]], kind="stable")]
        rows = np.argsort(home, kind="stable")
        home_of_pairs, home_of_rows = home[ones[pairs]], home[rows]
        for first in np.unique(home[ones[near]]).tolist():
            held = pairs[_find_run(home_of_pairs, first)]
            mine = self.rows[rows[_find_run(home_of_rows, first)]]
            yield Neighbourhood(mine, self.ones[held], self.others[held], self.likeness[held], self.times[held])


def find_neighbourhoods(pile: Pile, measure: Measure, least: float) -> Iterator[Neighbourhood]:
    """Yield the neighbourhoods of two or more rows: pairs as alike as `least` stand in one of them."""
    found = _join_batches(_weigh_all(pile, _open_pairs(pile), measure, least * OPENED))
    for part in Neighbourhood(np.arange(len(pile)), *found).split(least):
        if len(part.rows) <= WHOLE:
            compared = _join_batches(_weigh_all(pile, _pair_all(pile, part.rows), measure, LEAST_LIKENESS))
            yield Neighbourhood(part.rows, *compared)
        else:
            yield part


def find_telling(columns: NDArray[Any], values: NDArray[Any]) -> NDArray[Any]:
    """Of a row's columns or features those that weigh most; the lower among equals."""
    return columns[np.argsort(-values, kind="stable")[:TELLING]]


def _open_pairs(pile: Pile) -> Iterator[tuple[int, Rows]]:
    """Each row, and the rows before it that it is compared with."""
    holders: dict[int, list[int]] = defaultdict(list)
    shared = np.bincount(pile.columns, minlength=len(pile.features)) > 1
    ids = [head.id for head in pile.heads]
    order = sorted(range(len(pile)), key=lambda row: (pile.heads[row].day or 0, ids[row]))
    for row in order:
        columns, values = pile.get_row(row)
        open_ = shared[columns]
        telling = find_telling(columns[open_], values[open_]).tolist()
        met: Counter[int] = Counter()
        for column in telling:
            met.update(holders[column][-CROWD:])
            holders[column].append(row)
        others = _find_most(met)
        yield row, others[~(np.abs(pile.days[others] - pile.days[row]) > WINDOW_DAYS)]


def _find_most(met: Mapping[int, int]) -> Rows:
    """The rows met most often; of such as were met as often, those met first."""
    rows = np.fromiter(met.keys(), np.int64, len(met))
    if len(met) <= MOST_COMPARED:
        return rows
    times = np.fromiter(met.values(), np.int64, len(met))
    return rows[np.argsort(-times, kind="stable")[:MOST_COMPARED]]


def _pair_all(pile: Pile, rows: Rows) -> Iterator[tuple[int, Rows]]:
    """Each of these rows, and those behind it in the window."""
    for at, row in enumerate(rows.tolist()):
        others = rows[at + 1 :]
        yield row, others[~(np.abs(pile.days[others] - pile.days[row]) > WINDOW_DAYS)]


def _find_run(ascending: Rows, value: int) -> slice:
    return slice(*np.searchsorted(ascending, [value, value + 1]).tolist())


def _weigh_all(pile: Pile, opened: Iterator[tuple[int, Rows]], measure: Measure, least: float) -> Iterator[Compared]:
    """The pairs worth keeping, the lower row first."""
    held: list[Compared] = []
    waiting = 0
    for row, others in opened:
        held.append(compare(pile, row, others))
        waiting += len(others)
        if waiting >= BATCH:
            yield _weigh_batch(pile, held, measure, least)
            held, waiting = [], 0
    if held:
        yield _weigh_batch(pile, held, measure, least)


def _weigh_batch(pile: Pile, held: Sequence[Compared], measure: Measure, least: float) -> Compared:
    ones, others, facts, words = (np.concatenate(parts) for parts in zip(*held, strict=True))
    pairs = weigh_pairs(pile, ones, others, facts, words)
    pairs = pairs.choose(pairs.content * NEAR_BONUS >= LEAST_LIKENESS)
    likeness, times = measure(pile, pairs)
    kept = likeness * np.where(np.isnan(times), 1.0, times) >= least
    ones, others = pairs.ones[kept], pairs.others[kept]
    return np.minimum(ones, others), np.maximum(ones, others), likeness[kept], times[kept]


def _join_batches(batches: Iterator[Compared]) -> Compared:
    none = (np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0), np.zeros(0))
    ones, others, likeness, times = (np.concatenate(parts) for parts in zip(*(none, *batches), strict=True))
    return ones, others, likeness, times


def _find_components(size: int, ones: Rows, others: Rows) -> Rows:
    """For each row the lowest row that pairs connect it with."""
    parent = list(range(size))

    def find(row: int) -> int:
        while parent[row] != row:
            parent[row] = parent[parent[row]]
            row = parent[row]
        return row

    for one, other in zip(ones.tolist(), others.tolist(), strict=True):
        low, high = sorted((find(one), find(other)))
        parent[high] = low
    return np.array([find(row) for row in range(size)], np.int64)
