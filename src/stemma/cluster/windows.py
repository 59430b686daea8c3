"""Which rows of a pile are compared at all, so that cost grows with their number, not with its square.

Each row is compared with those before it, in order of time, that share one of its most telling features; of a feature
that many have, only the latest are asked. Pairs that are alike enough hold rows together, and inside such a
neighbourhood all are compared with all; only where it is very large, the pairs found so far must do.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stemma.cluster.likeness import NEAR_BONUS, Pairs, compare, weigh_pairs
from stemma.cluster.pile import Pile, Rows
from stemma.cluster.rarity import Weights

WINDOW_DAYS = 200
LEAST_LIKENESS = 0.05  # pairs below are not kept: far from any story
TELLING = 32  # features of a row that open comparisons
CROWD = 150  # of the rows that have one telling feature, so many, the latest, are compared
MOST_COMPARED = 200  # rows, those with most telling features in common, that one row is compared with
WHOLE = 300  # rows of a neighbourhood that is compared all with all
BATCH = 20_000  # pairs weighed at once

Compared = tuple[Rows, Rows, Weights, Weights]
Measure = Callable[[Pile, Pairs], tuple[Weights, Weights]]  # of pairs, the likeness, and the weight of time or NaN


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Rows held together by pairs that are alike, and their pairs: the likeness, and the weight of time or NaN."""

    rows: Rows
    ones: Rows
    others: Rows
    likeness: Weights
    times: Weights


def find_neighbourhoods(pile: Pile, measure: Measure, least: float) -> Iterator[Neighbourhood]:
    """Yield the neighbourhoods of two or more rows: pairs as alike as `least` stand in one of them."""
    ones, others, likeness, times = _join_batches(_weigh_all(pile, _open_pairs(pile), measure))
    most = np.nanmax(times, initial=1.0)  # what a pair without days may be lent by others of its group
    near = likeness * np.where(np.isnan(times), most, times) >= least
    home = _find_components(len(pile), ones[near], others[near])
    inside = np.flatnonzero(home[ones] == home[others])
    pairs_by_home = inside[np.argsort(home[ones[inside]], kind="stable")]
    rows_by_home = np.argsort(home, kind="stable")
    for first in np.unique(home[ones[near]]).tolist():
        rows = rows_by_home[_find_run(home[rows_by_home], first)]
        if len(rows) <= WHOLE:
            yield Neighbourhood(rows, *_join_batches(_weigh_all(pile, _pair_all(pile, rows), measure)))
        else:
            held = pairs_by_home[_find_run(home[ones[pairs_by_home]], first)]
            yield Neighbourhood(rows, ones[held], others[held], likeness[held], times[held])


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
        others = np.array(sorted(other for other, _ in met.most_common(MOST_COMPARED)), np.int64)
        yield row, others[~(np.abs(pile.days[others] - pile.days[row]) > WINDOW_DAYS)]


def _pair_all(pile: Pile, rows: Rows) -> Iterator[tuple[int, Rows]]:
    """Each of these rows, and those behind it in the window."""
    for at, row in enumerate(rows.tolist()):
        others = rows[at + 1 :]
        yield row, others[~(np.abs(pile.days[others] - pile.days[row]) > WINDOW_DAYS)]


def _find_run(ascending: Rows, value: int) -> slice:
    return slice(*np.searchsorted(ascending, [value, value + 1]).tolist())


def _weigh_all(pile: Pile, opened: Iterator[tuple[int, Rows]], measure: Measure) -> Iterator[Compared]:
    """The pairs worth keeping, the lower row first."""
    held: list[Compared] = []
    waiting = 0
    for row, others in opened:
        held.append(compare(pile, row, others))
        waiting += len(others)
        if waiting >= BATCH:
            yield _weigh_batch(pile, held, measure)
            held, waiting = [], 0
    if held:
        yield _weigh_batch(pile, held, measure)


def _weigh_batch(pile: Pile, held: Sequence[Compared], measure: Measure) -> Compared:
    ones, others, facts, words = (np.concatenate(parts) for parts in zip(*held, strict=True))
    pairs = weigh_pairs(pile, ones, others, facts, words)
    pairs = pairs.choose(pairs.content * NEAR_BONUS >= LEAST_LIKENESS)
    likeness, times = measure(pile, pairs)
    kept = likeness * np.where(np.isnan(times), 1.0, times) >= LEAST_LIKENESS
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
