"""One fact in other words: groups of claims that no article holds both of, in accounts that share much else.

An account of an event seldom tells one fact in two places. So two wordings that stand in different articles, and never
together, are likely one fact, the more the rest of these articles is the same; and surely if both give one figure that
stands for nothing else there. That is seen of groups of claims, not of a pair of sentences.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import NamedTuple

from stemma.find.numbers import NumberReader, find_tokens
from stemma.lang import find_language
from stemma.match.accounts.order import Order
from stemma.match.candidates import Pair, order_pair
from stemma.match.features import weigh_pair
from stemma.match.meanings.vectors import Meanings
from stemma.match.profiles import Profile
from stemma.match.slots import MEASURES

MOST_CLAIMS = 2000  # of a pile; among more, chance keeps too many apart
MOST_MEMBERS = 6  # of a group, that are compared
MOST_SHARING = 12  # groups with one figure; of more it tells nothing
LEAST, GREATEST = -10.0, 4.0  # log odds of a pair
FORBIDDEN = -20.0
ROUND = 3  # a figure that ends in zeros is told of many things: it tells as much as three times its other digits
EXACT_TIME, FULL_HOUR = 4.0, 2.5  # how much a time of day tells
TELLING, MOST_TELLING = 2.3, 5.0
MEASURED = MEASURES | {"percent", "age", "year", "magnitude", "USD", "EUR"}
Figure = tuple[float, str]  # a number, and what it measures
_TIME = re.compile(r"T(\d\d):(\d\d)")

# For what compare() returns, in its order. Fitted by logistic regression on groups of claims that no article shares: of
# synthetic cascades, and of real piles, 190 pairs that were read and count fifteen times each, for in real accounts
# most things are told once only (docs/quality.md); then changed by hand, to trust place less and figures more.
BIAS = -3.3
WEIGHTS = (0.23, 8.6, 2.5, 1.2, -0.6, -0.4, 2.5)
# Taken off by the log of one more than the odds of all rivals: of the group that has more of them, and of the other.
RIVALS = (0.5, 1.0)
JOIN = 0.77  # probability from which two groups are one
JOIN_BLIND = 0.38  # the same without sentence vectors, where likeness of meaning adds nothing to it
MAY_BE = 0.1  # probability from which two groups that stay apart may be one
CROWD, CROWD_OF_FIGURES = 0.7, 0.3  # taken off for every doubling of the groups of a pile: more are alike by chance
SMALL = 30  # groups of such a pile
# Texts of a sentence or two are no accounts: there, on hand-written pairs, wordings that only look alike were joined
# (docs/quality.md, "Hard pairs"), unless they share much.
FEWEST_TOLD = 3  # groups of claims
FEWEST_SHARED = 2  # claims
LEAST_SHARED = 0.2  # of the claims of the shorter account


@dataclass(slots=True)
class _Group:
    """Claims that are one, the articles whose bodies hold them, and the figures that they give."""

    members: list[int]
    articles: frozenset[str]
    figures: dict[Figure, float]  # each with how much it tells


class _Accounts:
    """The groups of a pile, and how much the articles share."""

    def __init__(self, groups: Iterable[Sequence[int]], profiles: Sequence[Profile]) -> None:
        self.profiles = profiles
        self._odds: dict[tuple[int, int, bool], float | None] = {}
        self.figures = [_find_figures(profile) for profile in profiles]
        self.groups = {number: self._make(list(group)) for number, group in enumerate(groups)}
        self.crowd = max(0.0, math.log2(max(1, len(self.groups)) / SMALL))
        self._gather()

    def _make(self, members: list[int]) -> _Group:
        articles = frozenset(self.profiles[at].claim.article for at in members if not self.profiles[at].headline)
        return _Group(members, articles, {key: value for at in members for key, value in self.figures[at].items()})

    def _gather(self) -> None:
        self.told: dict[str, set[int]] = defaultdict(set)
        self.group_of: dict[int, int] = {}
        for number, group in self.groups.items():
            for at in group.members:
                self.told[self.profiles[at].claim.article].add(number)
                self.group_of[at] = number
        self.order = Order(self.profiles, self.group_of)

    def find_candidates(self, near: Iterable[Pair]) -> list[Pair]:
        """Groups that may be one: with claims near each other, or with one figure; no article holds both."""
        found = {order_pair(self.group_of[a], self.group_of[b]) for a, b in near}
        by_figure: dict[Figure, list[int]] = defaultdict(list)
        for number, group in self.groups.items():
            for key in group.figures:
                by_figure[key].append(number)
        for numbers in by_figure.values():
            if len(numbers) <= MOST_SHARING:
                found.update(combinations(sorted(numbers), 2))
        return sorted(pair for pair in found if pair[0] != pair[1] and self._are_apart(*pair))

    def _are_apart(self, one: int, other: int) -> bool:
        here, there = self.groups[one].articles, self.groups[other].articles
        return bool(here and there) and here.isdisjoint(there)

    def score(self, pairs: Sequence[Pair]) -> dict[Pair, tuple[float, bool]]:
        """Probability that two groups tell one fact, and whether their accounts hold enough to make them one."""
        odds, grounds = {}, {}
        for pair in pairs:
            here, there = self.groups[pair[0]], self.groups[pair[1]]
            features = self.compare(here, there)
            odds[pair] = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, features, strict=True))
            odds[pair] -= (CROWD_OF_FIGURES if features[3] >= TELLING else CROWD) * self.crowd
            grounds[pair] = features[2] >= LEAST_SHARED or self._are_accounts(here.articles | there.articles)
        rivals = self._weigh_rivals(odds)
        return {pair: (1 / (1 + math.exp(rivals[pair] - odds[pair])), grounds[pair]) for pair in pairs}

    def find_bar(self, pair: Pair) -> float:
        """Probability from which two groups are one."""
        seen = all(self.profiles[at].vector is not None for at in self.list_members(pair))
        return JOIN if seen else JOIN_BLIND

    def list_members(self, pair: Pair) -> list[int]:
        """The claims of two groups that are compared."""
        return [at for number in pair for at in self.groups[number].members[:MOST_MEMBERS]]

    def _are_accounts(self, articles: Iterable[str]) -> bool:
        return all(len(self.told[article]) >= FEWEST_TOLD for article in articles)

    def _weigh_rivals(self, odds: Mapping[Pair, float]) -> dict[Pair, float]:
        """What to take off the log odds of each pair for others that might be one with either of the two in its place.

        Of two groups that some article tells both, only one can tell what a third does.
        """
        partners: dict[int, list[int]] = defaultdict(list)
        for one, other in odds:
            partners[one].append(other)
            partners[other].append(one)

        def sum_up(group: int, chosen: int) -> float:
            rivals = (rival for rival in partners[group] if rival != chosen and not self._are_apart(rival, chosen))
            return math.log1p(sum(math.exp(odds[order_pair(group, rival)]) for rival in rivals))

        found = {}
        for one, other in odds:
            fewer, more = sorted((sum_up(one, other), sum_up(other, one)))
            found[one, other] = RIVALS[0] * more + RIVALS[1] * fewer
        return found

    def compare(self, here: _Group, there: _Group) -> tuple[float, ...]:
        """What speaks for two groups being one.

        Returns:
            Mean log odds of pairs, likeness of meaning, what the articles share, what the figures say (three values),
            and whether both stand in one place of their accounts.
        """
        members = list(product(here.members[:MOST_MEMBERS], there.members[:MOST_MEMBERS]))
        pairs = [(self.profiles[a], self.profiles[b]) for a, b in members]
        odds = [self._weigh(pair) for pair in members]
        likely = sum(FORBIDDEN if o is None else min(GREATEST, max(LEAST, o)) for o in odds) / len(pairs)
        meaning = sum(_compare_meaning(a, b) for a, b in pairs) / len(pairs)
        kinship = sum(self._compare_articles(a.claim.article, b.claim.article) for a, b in pairs) / len(pairs)
        shared = [value for key, value in here.figures.items() if key in there.figures]
        return (
            max(LEAST, likely),
            meaning,
            kinship,
            max(shared, default=0.0),
            float(bool(here.figures and there.figures and not shared)),
            float(bool(here.figures) != bool(there.figures)),
            sum(self.order.compare(a, b) for a, b in members) / len(members),
        )

    def _weigh(self, pair: Pair) -> float | None:
        """Log odds of two claims, weighed anew only where they have got vectors since."""
        one, other = self.profiles[pair[0]], self.profiles[pair[1]]
        key = (*pair, one.vector is not None and other.vector is not None)
        if key not in self._odds:
            self._odds[key] = weigh_pair(one, other, left_out="things clash")
        return self._odds[key]

    def _compare_articles(self, one: str, other: str) -> float:
        """Share of what the shorter tells that both do; nothing where that is too little to say of."""
        here, there = self.told[one], self.told[other]
        shared = len(here & there)
        return shared / min(len(here), len(there)) if shared >= FEWEST_SHARED else 0.0

    def merge(self, pairs: Iterable[Pair]) -> bool:
        """Make one group of two, each group once; True if there were any."""
        used: set[int] = set()
        for one, other in pairs:
            if one not in used and other not in used:
                used |= {one, other}
                self.groups[one] = self._make(self.groups[one].members + self.groups.pop(other).members)
        self._gather()
        return bool(used)


class Retold(NamedTuple):
    """The groups, and for every two that may tell one fact all the same a pair of claims across them."""

    groups: list[list[int]]
    near: list[Pair]


def join_retold(groups: Sequence[Sequence[int]], near: Iterable[Pair], meanings: Meanings) -> Retold:
    """The groups, with those joined that tell one fact in other words.

    Args:
        groups: indices of claims, each in one group.
        near: index pairs that are worth a look.
        meanings: profiles of the claims; those that are to be joined by their words alone get vectors first.
    """
    if len(meanings.profiles) > MOST_CLAIMS:
        return Retold([list(group) for group in groups], [])
    accounts, near = _Accounts(groups, meanings.profiles), list(near)
    while True:
        scores = accounts.score(accounts.find_candidates(near))
        sure = [
            (-score, pair) for pair, (score, shared) in scores.items() if shared and score >= accounts.find_bar(pair)
        ]
        if meanings.add(at for _, pair in sure for at in accounts.list_members(pair)):
            continue
        if not accounts.merge(pair for _, pair in sorted(sure)):
            firsts = {number: group.members[0] for number, group in accounts.groups.items()}
            doubtful = [order_pair(firsts[a], firsts[b]) for (a, b), (score, _) in scores.items() if score >= MAY_BE]
            return Retold([group.members for group in accounts.groups.values()], sorted(doubtful))


def _compare_meaning(one: Profile, other: Profile) -> float:
    if one.vector is None or other.vector is None:
        return 0.0
    return max(0.0, float(one.vector @ other.vector))


def _find_figures(profile: Profile) -> dict[Figure, float]:
    """The counts, bare numbers and times of day of a claim, each with how much it tells that another has it too.

    A measure goes by the number that is written, too: a unit may slip on the way.
    """
    found: dict[Figure, float] = {}
    for quantity in profile.counts:
        measure = quantity.unit if quantity.unit in MEASURED else ""
        written = _read_numbers(quantity.text, profile.language) if measure else []
        found |= {(value, measure or ""): _weigh(value) for value in (quantity.best, *written)}
    for moment in profile.claim.moments:
        time = _TIME.search(moment.value)
        if time:
            found[float(time[1] + time[2]), "time"] = EXACT_TIME if time[2] != "00" else FULL_HOUR
    if not found and not profile.claim.moments:
        found = {(value, ""): _weigh(value) for value in _read_numbers(profile.claim.text, profile.language)}
    return found


def _read_numbers(text: str, code: str) -> list[float]:
    language = find_language(code)
    tokens = find_tokens(text, language)
    reader = NumberReader(tokens, language)
    amounts = [reader.read(at) for at, token in enumerate(tokens) if token.kind == "number"]
    return [amount.best for amount in amounts if amount is not None]


def _weigh(value: float) -> float:
    """How much a figure tells: 1 and 100 are told of anything, 1,449 of one thing alone."""
    if value <= 0:
        return 0.0
    if value != int(value):
        return min(MOST_TELLING, math.log(ROUND * max(ROUND, value)))
    digits = str(int(value))
    telling = int(digits.rstrip("0"))
    return min(MOST_TELLING, math.log(telling * (ROUND if digits[-1] == "0" else 1)))
