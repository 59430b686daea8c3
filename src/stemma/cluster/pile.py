"""Profiles side by side, as flat arrays: the weighed features of all articles, and dot products between them.

A row is an article, or a whole story. Names, numbers and places of a row (its facts) stand before its words.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from stemma.cluster.dates import list_days
from stemma.cluster.features import Profile, find_vocabulary
from stemma.cluster.rarity import FIRST_WORD, KIND_BITS, KINDS, Features, Rarity, Weights

Rows = NDArray[np.int64]
KEPT = 8192  # rows whose facts are remembered: groups near in time are asked about again and again
CHUNK = 1000  # rows that are multiplied or measured at once
NAMES = KINDS.index("n")
GLOSSED = KINDS.index("w")


class Pile:
    """Rows of weighed features, each with its language and days."""

    def __init__(self, heads: Sequence[Profile], features: Features, rows: Sequence[tuple[NDArray[np.int32], Weights]]):
        """Lay out rows.

        Args:
            heads: for each row a profile that gives its id, language and days.
            features: sorted; the columns.
            rows: for each the ascending numbers of its columns, and their weights.
        """
        self.heads = heads
        self.features = features
        self.starts = np.concatenate([[0], np.cumsum([len(columns) for columns, _ in rows])]).astype(np.int64)
        self.columns = np.concatenate([np.zeros(0, np.int32), *(columns for columns, _ in rows)])
        self.values = np.concatenate([np.zeros(0, np.float32), *(values.astype(np.float32) for _, values in rows)])
        first_word = np.searchsorted(features, FIRST_WORD)
        facts_sizes = [int(np.searchsorted(columns, first_word)) for columns, _ in rows]
        self.facts_ends = self.starts[:-1] + np.array(facts_sizes, np.int64)
        self.languages = sorted({head.language for head in heads})
        number = {language: at for at, language in enumerate(self.languages)}
        self.language = np.array([number[head.language] for head in heads], np.int64)
        self.days = np.array([np.nan if head.day is None else head.day for head in heads], np.float64)
        self.get_facts = lru_cache(maxsize=KEPT)(self._read_facts)
        self._dense = np.zeros(len(features), np.float64)
        self._reaches: dict[str, Weights] = {}
        self._stated: dict[int, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self.heads)

    def get_row(self, row: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Columns and weights of one row."""
        held = slice(self.starts[row], self.starts[row + 1])
        return self.columns[held], self.values[held]

    def _read_facts(self, row: int, kinds: str) -> tuple[Mapping[int, float], float]:
        """Column -> weight, of the names and numbers of these kinds, and the square of their length."""
        held = slice(self.starts[row], self.facts_ends[row])
        columns, values = self.columns[held], self.values[held]
        kept = np.isin(self.features[columns] >> KIND_BITS, [KINDS.index(kind) for kind in kinds])
        weights = values[kept].tolist()
        return dict(zip(columns[kept].tolist(), weights, strict=True)), sum(value * value for value in weights)

    def multiply(self, row: int, others: Rows) -> tuple[Weights, Weights]:
        """The dot products of one row with others: of their facts, and of their words."""
        columns, values = self.get_row(row)
        self._dense[columns] = values
        dots = [self._multiply(others[start : start + CHUNK]) for start in range(0, len(others), CHUNK)]
        self._dense[columns] = 0
        both = np.concatenate([np.zeros((0, 2)), *dots])
        return both[:, 0], both[:, 1]

    def _multiply(self, others: Rows) -> Weights:
        bounds = np.stack([self.starts[others], self.facts_ends[others], self.starts[others + 1]])
        places = join_ranges(bounds[0], bounds[2])
        products = self._dense[self.columns[places]] * self.values[places]
        parts = np.repeat(np.arange(2 * len(others)), np.diff(bounds, axis=0).T.ravel())
        return np.bincount(parts, products, 2 * len(others)).astype(np.float64).reshape(-1, 2)

    def get_stated(self, row: int) -> tuple[int, ...]:
        """The numbers of the days that a row names, its own with them."""
        if row not in self._stated:
            self._stated[row] = list_days(self.heads[row].stated)
        return self._stated[row]

    @cached_property
    def sizes(self) -> Rows:
        """How many features each row has."""
        return np.diff(self.starts)

    @cached_property
    def facts_sizes(self) -> Rows:
        """How many names, numbers and places each row has."""
        return self.facts_ends - self.starts[:-1]

    @cached_property
    def names(self) -> Rows:
        """How many parts of names each row has."""
        first, end = np.searchsorted(self.features, [NAMES << KIND_BITS, (NAMES + 1) << KIND_BITS])
        counts = [((first <= row) & (row < end)).sum() for row, _ in map(self.get_row, range(len(self)))]
        return np.array(counts, np.int64)

    @cached_property
    def facts_lengths(self) -> Weights:
        """The length of each row's facts."""
        return self._measure(np.arange(len(self.features)) < np.searchsorted(self.features, FIRST_WORD))

    @cached_property
    def words_lengths(self) -> Weights:
        """The length of each row's words."""
        return self._measure(np.arange(len(self.features)) >= np.searchsorted(self.features, FIRST_WORD))

    def measure_words(self, rows: Rows, others: Rows) -> Weights:
        """The lengths of the words of rows, as far as the row beside each in `others` could share them."""
        lengths = self.words_lengths[rows]
        foreign = np.flatnonzero(self.language[rows] != self.language[others])
        there = self.language[others[foreign]]
        for at in np.unique(there).tolist():
            chosen = foreign[there == at]
            lengths[chosen] = self._find_reach(self.languages[at])[rows[chosen]]
        return lengths

    def _find_reach(self, language: str) -> Weights:
        """The length of each row's words that articles in another, given language can have."""
        key = "en" if find_vocabulary(language) is None else language
        if key not in self._reaches:
            vocabulary = find_vocabulary(key)
            shared = self.features >> KIND_BITS == GLOSSED
            if vocabulary is not None:
                shared &= np.isin(self.features, vocabulary)
            self._reaches[key] = self._measure(shared)
        return self._reaches[key]

    def _measure(self, counted: NDArray[np.bool_]) -> Weights:
        lengths = np.zeros(len(self))
        for start in range(0, len(self), CHUNK):
            rows = np.arange(start, min(start + CHUNK, len(self)))
            held = slice(self.starts[rows[0]], self.starts[rows[-1] + 1])
            squares = np.where(counted[self.columns[held]], self.values[held].astype(np.float64) ** 2, 0)
            lengths[rows] = np.sqrt(np.bincount(np.repeat(rows - start, self.sizes[rows]), squares, len(rows)))
        return lengths


def make_pile(profiles: Sequence[Profile], rarity: Rarity) -> Pile:
    """Weigh the features of all profiles by how much they tell."""
    read = [profile.read_features() for profile in profiles]
    features = np.unique(np.concatenate([np.zeros(0, np.uint32), *read]))
    weights = rarity.weigh(features)

    def weigh_rows() -> Iterator[tuple[NDArray[np.int32], Weights]]:
        for profile, held in zip(profiles, read, strict=True):
            columns = np.searchsorted(features, held).astype(np.int32)
            yield columns, (profile.read_counts() * weights[columns]).astype(np.float32)

    return Pile(profiles, features, list(weigh_rows()))


def merge_rows(pile: Pile, heads: Sequence[Profile], groups: Sequence[Sequence[int]]) -> Pile:
    """A pile with one row for each group: the mean of its rows. `heads` gives each group's id, language and days."""
    merged = []
    for group in groups:
        rows = [pile.get_row(row) for row in group]
        columns, places = np.unique(np.concatenate([columns for columns, _ in rows]), return_inverse=True)
        sums = np.bincount(places, np.concatenate([values for _, values in rows]), len(columns))
        merged.append((columns.astype(np.int32), sums / len(group)))
    return Pile(heads, pile.features, merged)


def join_ranges(starts: Rows, ends: Rows) -> Rows:
    """All the numbers from each start to before its end, one range after the other."""
    lengths = ends - starts
    offsets = np.repeat(starts - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths)
    return offsets + np.arange(lengths.sum())
