"""Bringing one event's stories in several languages together, where words tell too little, by sentence vectors.

A group's vector is the mean of its articles' openings. The likeliest two groups are joined first, but two accounts
(groups that hold articles in one language) only after groups without a language in common, for an account joined too
soon keeps out what belongs to the other; and only for the latter, which words have not been asked about yet, do the
names, numbers and glossed words that both have add to nearness. Where both hold articles in one language, their words
must not speak against it, and names and numbers never may. Vectors of unrelated news are alike by chance, the more so
the more there are to choose from, so the bound rises with the pile.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, count
from math import log10

import numpy as np

from stemma.cluster.features import Profile
from stemma.embedders import Vectors
from stemma.registry import embedders

SAMPLE = 3  # openings read per language of a group
# Measured on eight events in ten languages (docs/quality.md): of pairs about other events, one in fifty reaches the
# base, and each tenfold of groups to choose from adds the step.
BASE, STEP = 0.45, 0.085
LEAST, MOST = 0.5, 0.8
NEAR_DAYS = 3  # between the days of publication of two groups
WORDS_AGREE = 0.07  # mean likeness of words within one language: a third of what makes a story by itself
MOST_BY_WORDS = 0.1  # that likeness by words can add to that of vectors, between languages
LATER = 0.2  # of likeness, by which two accounts must be ahead of two translations to be joined first
FEW_GROUPS = 150  # so many are all asked about each other; of more, those with most names and numbers in common
CROWD = 150  # of the groups that have one name or number, so many, the latest, are asked about
PARTNERS = 20  # groups that one of many is asked about

Pair = tuple[int, int]
Alike = Callable[[Sequence[int], Sequence[int]], float]  # how alike articles are to others by words, in the mean
Share = Callable[[int, int], bool | None]  # do two articles give the same names or numbers? None: not to be told
Facts = Callable[[int], Sequence[int]]  # the most telling names and numbers of an article


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What words, names and numbers say of articles."""

    alike: Alike
    share: Share
    facts: Facts


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
    articles: Sequence[Profile], groups: Sequence[Sequence[int]], evidence: Evidence, embedder: str, pile: float = 1.0
) -> list[list[int]]:
    """Join groups of articles in different languages that tell of one event.

    Args:
        articles: those that the groups number.
        groups: found by words.
        evidence: what words say of the articles.
        embedder: name of the sentence encoder; one that gives no vectors leaves the groups as they are.
        pile: how many times larger the pile is of which these are all articles that matter.

    Returns:
        The groups, sorted by their first member.
    """
    samples = [_choose_samples(articles, group) for group in groups]
    bare = [
        _Group(tuple(sorted(group)), sample, _find_days(articles, group), _NO_VECTOR)
        for group, sample in zip(groups, samples, strict=True)
    ]
    partners = sorted(_find_partners(bare, evidence))
    asked = sorted({at for pair in partners for at in pair})
    vectors = _encode(articles, [bare[at].samples for at in asked], embedder) if asked else None
    if vectors is None:
        return sorted(list(group.members) for group in bare)
    made = dict(enumerate(bare)) | {at: replace(bare[at], vector=v) for at, v in zip(asked, vectors, strict=True)}
    least = min(MOST, max(LEAST, BASE + STEP * log10(len(made) * pile)))
    joining = _Joining(made, evidence, least)
    for one, other in partners:
        joining.offer(one, other)
    return sorted(list(group.members) for group in joining.join_all())


def _choose_samples(articles: Sequence[Profile], group: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """The first few of each language, by id, so that the outcome hangs on no order."""
    taken: dict[str, list[int]] = defaultdict(list)
    for at in sorted(group, key=lambda at: articles[at].id):
        taken[articles[at].language].append(at)
    return {language: tuple(held[:SAMPLE]) for language, held in sorted(taken.items())}


def _find_days(articles: Sequence[Profile], group: Sequence[int]) -> tuple[int, int] | None:
    days = [day for at in group if (day := articles[at].day) is not None]
    return (min(days), max(days)) if days else None


def _find_partners(groups: Sequence[_Group], evidence: Evidence) -> Iterator[Pair]:
    """Pairs of groups that could be joined if their vectors are near: only these are worth an encoder's time."""
    if len({frozenset(group.samples) for group in groups}) < 2:
        return
    asked = combinations(range(len(groups)), 2) if len(groups) <= FEW_GROUPS else _find_acquaintances(groups, evidence)
    for one, other in asked:
        if _are_near(groups[one], groups[other]) and _may_share_facts(groups[one], groups[other], evidence.share):
            yield one, other


def _find_acquaintances(groups: Sequence[_Group], evidence: Evidence) -> Iterator[Pair]:
    """Pairs of groups near in time that have names or numbers in common, those with most for each group."""
    holders: dict[int, list[int]] = defaultdict(list)
    for at in sorted(range(len(groups)), key=lambda at: (groups[at].days or (0, 0), at)):
        facts = {fact for held in groups[at].samples.values() for article in held for fact in evidence.facts(article)}
        met: Counter[int] = Counter()
        for fact in sorted(facts):
            met.update(other for other in holders[fact][-CROWD:] if _are_near(groups[at], groups[other]))
            holders[fact].append(at)
        yield from ((min(at, other), max(at, other)) for other, _ in met.most_common(PARTNERS))


def _are_near(one: _Group, other: _Group) -> bool:
    """True for groups in other languages, published within days where both are dated."""
    if one.samples.keys() == other.samples.keys():
        return False
    if one.days is None or other.days is None:
        return True
    return max(one.days[0], other.days[0]) - min(one.days[1], other.days[1]) <= NEAR_DAYS


def _may_join(one: _Group, other: _Group, evidence: Evidence) -> bool:
    """True for groups in other languages, published within days where both are dated, that nothing they say forbids."""
    return (
        _are_near(one, other)
        and _may_share_words(one, other, evidence.alike)
        and _may_share_facts(one, other, evidence.share)
    )


def _may_share_words(one: _Group, other: _Group, alike: Alike) -> bool:
    """False where both hold articles in one language, and their words are too unlike."""
    both = sorted(one.samples.keys() & other.samples.keys())
    sizes = [len(one.samples[language]) * len(other.samples[language]) for language in both]
    sums = [size * alike(one.samples[code], other.samples[code]) for code, size in zip(both, sizes, strict=True)]
    return not both or sum(sums) / sum(sizes) >= WORDS_AGREE


def _list_samples(group: _Group) -> list[int]:
    return [at for held in group.samples.values() for at in held]


def _may_share_facts(one: _Group, other: _Group, share: Share) -> bool:
    """False where most articles of both that can be compared give no name or number of each other.

    One number in common is soon found among several accounts of two events of one kind.
    """
    here, there = _list_samples(one), _list_samples(other)
    told = [shared for a in here for b in there if (shared := share(a, b)) is not None]
    return 2 * sum(told) >= len(told)


def _encode(
    articles: Sequence[Profile], samples: Sequence[Mapping[str, tuple[int, ...]]], embedder: str
) -> list[Vectors] | None:
    """One unit vector per group: the mean of what some of its articles open with."""
    chosen = [[at for held in sample.values() for at in held] for sample in samples]
    encoded: Vectors | None = embedders.find(embedder)([articles[at].opening for group in chosen for at in group])
    if encoded is None:
        return None
    ends = np.cumsum([len(group) for group in chosen]).tolist()
    return [_normalise(encoded[end - len(group) : end].sum(axis=0)) for group, end in zip(chosen, ends, strict=True)]


class _Joining:
    """Groups on their way: the two likeliest partners are joined, again and again, while any two reach `least`."""

    def __init__(self, groups: Mapping[int, _Group], evidence: Evidence, least: float) -> None:
        self.alive = dict(groups)
        self.numbers = count(len(groups))
        self.evidence = evidence
        self.least = least
        self.partners: dict[int, set[int]] = defaultdict(set)
        self.queue: list[tuple[float, int, int]] = []

    def offer(self, one: int, other: int) -> None:
        """Make two groups partners, and queue them if they are alike enough."""
        self.partners[one].add(other)
        self.partners[other].add(one)
        here, there = self.alive[one], self.alive[other]
        likeness = float(here.vector @ there.vector)
        if likeness < self.least - MOST_BY_WORDS:
            return
        accounts = not here.samples.keys().isdisjoint(there.samples)
        if not accounts:
            likeness += min(MOST_BY_WORDS, self.evidence.alike(_list_samples(here), _list_samples(there)))
        if likeness >= self.least:
            heapq.heappush(self.queue, ((LATER if accounts else 0.0) - likeness, one, other))

    def join_all(self) -> list[_Group]:
        """What is left when no two partners are alike enough."""
        while self.queue:
            _, one, other = heapq.heappop(self.queue)
            both = one in self.alive and other in self.alive
            if both and _may_join(self.alive[one], self.alive[other], self.evidence):
                self._join(one, other)
        return list(self.alive.values())

    def _join(self, one: int, other: int) -> None:
        joined = next(self.numbers)
        self.alive[joined] = self.alive.pop(one).join(self.alive.pop(other))
        for at in sorted((self.partners.pop(one) | self.partners.pop(other)) & self.alive.keys()):
            self.offer(at, joined)


def _normalise(vector: Vectors) -> Vectors:
    result: Vectors = vector / max(float(np.linalg.norm(vector)), 1e-6)
    return result


_NO_VECTOR: Vectors = np.zeros(0, dtype=np.float32)
