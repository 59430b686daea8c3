"""Bringing one event's stories in several languages together, where words tell too little, by sentence vectors.

A group's vector is the mean of its articles' openings. The likeliest two groups are joined first, but two accounts
(groups that hold articles in one language) only after groups without a language in common, for an account joined too
soon keeps out what belongs to the other; and only for the latter, which words have not been asked about yet, do the
names, numbers and glossed words that both have add to nearness. Where both hold articles in one language, their words
must not speak against it, and names and numbers never may. Vectors of unrelated news are alike by chance, the more so
the more there are to choose from, so the bound rises with the pile.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import log10

import numpy as np

from stemma.cluster.dates import find_day
from stemma.embedders import Vectors
from stemma.model import Article
from stemma.registry import embedders

OPENING = 400  # characters: the headline and the first sentences
SAMPLE = 3  # openings read per language of a group
# Measured on eight events in ten languages (docs/quality.md): of pairs about other events, one in fifty reaches the
# base, and each tenfold of groups to choose from adds the step.
BASE, STEP = 0.45, 0.085
LEAST, MOST = 0.5, 0.8
NEAR_DAYS = 3  # between the days of publication of two groups
WORDS_AGREE = 0.07  # mean likeness of words within one language: a third of what makes a story by itself
MOST_BY_WORDS = 0.1  # that likeness by words can add to that of vectors, between languages
LATER = 0.2  # of likeness, by which two accounts must be ahead of two translations to be joined first
BLOCK = 512

Pair = tuple[int, int]
Share = Callable[[int, int], bool | None]  # do two articles give the same names or numbers? None: not to be told


@dataclass(frozen=True, slots=True)
class _Group:
    members: tuple[int, ...]
    samples: Mapping[str, tuple[int, ...]]  # by language
    days: tuple[int, int] | None
    vector: Vectors

    def join(self, other: "_Group") -> "_Group":
        """Both in one, each article counting alike."""
        samples = {
            language: tuple(sorted({*self.samples.get(language, ()), *other.samples.get(language, ())}))
            for language in sorted({*self.samples, *other.samples})
        }
        days = [day for days in (self.days, other.days) if days for day in days]
        vector = len(self.members) * self.vector + len(other.members) * other.vector
        return _Group(
            tuple(sorted((*self.members, *other.members))),
            samples,
            (min(days), max(days)) if days else None,
            _normalise(vector),
        )


def bridge_groups(
    articles: Sequence[Article],
    groups: Sequence[Sequence[int]],
    words: Mapping[Pair, float],
    share: Share,
    embedder: str,
) -> list[list[int]]:
    """Join groups of articles in different languages that tell of one event.

    Args:
        articles: those that the groups number.
        groups: found by words.
        words: how alike two articles are by their words, where they are at all; the lower number first.
        share: whether two articles give the same names or numbers.
        embedder: name of the sentence encoder; one that gives no vectors leaves the groups as they are.

    Returns:
        The groups, sorted by their first member.
    """
    samples = [_choose_samples(articles, group) for group in groups]
    if len({frozenset(sample) for sample in samples}) < 2:
        return [list(group) for group in groups]
    vectors = _encode(articles, samples, embedder)
    if vectors is None:
        return [list(group) for group in groups]
    made = [
        _Group(tuple(sorted(group)), sample, _find_days(articles, group), vector)
        for group, sample, vector in zip(groups, samples, vectors, strict=True)
    ]
    least = min(MOST, max(LEAST, BASE + STEP * log10(len(made))))
    return sorted(list(group.members) for group in _join_best(made, words, share, least))


def _choose_samples(articles: Sequence[Article], group: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """The first few of each language, by id, so that the outcome hangs on no order."""
    taken: dict[str, list[int]] = defaultdict(list)
    for at in sorted(group, key=lambda at: articles[at].id):
        taken[articles[at].language].append(at)
    return {language: tuple(held[:SAMPLE]) for language, held in sorted(taken.items())}


def _find_days(articles: Sequence[Article], group: Sequence[int]) -> tuple[int, int] | None:
    days = [day for at in group if (day := find_day(articles[at].published)) is not None]
    return (min(days), max(days)) if days else None


def _may_join(one: _Group, other: _Group, words: Mapping[Pair, float], share: Share) -> bool:
    """True for groups in other languages, published within days where both are dated, that nothing they say forbids."""
    if one.samples.keys() == other.samples.keys():
        return False
    if one.days and other.days and max(one.days[0], other.days[0]) - min(one.days[1], other.days[1]) > NEAR_DAYS:
        return False
    return _may_share_words(one, other, words) and _may_share_facts(one, other, share)


def _may_share_words(one: _Group, other: _Group, words: Mapping[Pair, float]) -> bool:
    """False where both hold articles in one language, and their words are too unlike."""
    likenesses = [
        words.get((min(a, b), max(a, b)), 0.0)
        for language in one.samples.keys() & other.samples.keys()
        for a in one.samples[language]
        for b in other.samples[language]
    ]
    return not likenesses or sum(likenesses) / len(likenesses) >= WORDS_AGREE


def _compare_words(one: _Group, other: _Group, words: Mapping[Pair, float]) -> float:
    """Mean likeness by words of the articles of two groups, across languages."""
    here, there = ([at for held in group.samples.values() for at in held] for group in (one, other))
    return sum(words.get((min(a, b), max(a, b)), 0.0) for a in here for b in there) / (len(here) * len(there))


def _may_share_facts(one: _Group, other: _Group, share: Share) -> bool:
    """False where most articles of both that can be compared give no name or number of each other.

    One number in common is soon found among several accounts of two events of one kind.
    """
    here, there = ([at for held in group.samples.values() for at in held] for group in (one, other))
    told = [shared for a in here for b in there if (shared := share(a, b)) is not None]
    return 2 * sum(told) >= len(told)


def _encode(
    articles: Sequence[Article], samples: Sequence[Mapping[str, tuple[int, ...]]], embedder: str
) -> list[Vectors] | None:
    """One unit vector per group: the mean of what some of its articles open with."""
    chosen = [[at for held in sample.values() for at in held] for sample in samples]
    encoded: Vectors | None = embedders.find(embedder)(
        [articles[at].text[:OPENING] for group in chosen for at in group]
    )
    if encoded is None:
        return None
    ends = np.cumsum([len(group) for group in chosen]).tolist()
    return [_normalise(encoded[end - len(group) : end].sum(axis=0)) for group, end in zip(chosen, ends, strict=True)]


def _join_best(groups: Sequence[_Group], words: Mapping[Pair, float], share: Share, least: float) -> list[_Group]:
    """Join the two likeliest groups, again and again, while any two reach `least`."""
    alive, numbers = dict(enumerate(groups)), count(len(groups))
    queue: list[tuple[float, int, int]] = []

    def offer(one: int, other: int, nearness: float) -> None:
        here, there = alive[one], alive[other]
        accounts = not here.samples.keys().isdisjoint(there.samples)
        likeness = nearness if accounts else nearness + min(MOST_BY_WORDS, _compare_words(here, there, words))
        if likeness >= least:
            heapq.heappush(queue, ((LATER if accounts else 0.0) - likeness, one, other))

    for one, other, nearness in _find_near(groups, least - MOST_BY_WORDS):
        offer(one, other, nearness)
    while queue:
        _, one, other = heapq.heappop(queue)
        if one not in alive or other not in alive or not _may_join(alive[one], alive[other], words, share):
            continue
        joined, number = alive.pop(one).join(alive.pop(other)), next(numbers)
        others = list(alive.items())
        alive[number] = joined
        for at, group in others:
            if (nearness := float(joined.vector @ group.vector)) >= least - MOST_BY_WORDS:
                offer(at, number, nearness)
    return list(alive.values())


def _find_near(groups: Sequence[_Group], least: float) -> Iterator[tuple[int, int, float]]:
    matrix = np.stack([group.vector for group in groups])
    for start in range(0, len(groups), BLOCK):
        near = matrix[start : start + BLOCK] @ matrix.T
        for row, other in np.argwhere(near >= least).tolist():
            if start + row < other:
                yield start + row, other, float(near[row, other])


def _normalise(vector: Vectors) -> Vectors:
    result: Vectors = vector / max(float(np.linalg.norm(vector)), 1e-6)
    return result
