"""How likely each value of each object is: by votes, by trust (TruthFinder), by accuracy (ACCU).

All three give every object its values with a share, the likeliest first; equal ones in the order of their letters.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

Sayings = Mapping[str, Mapping[str, str]]  # object -> source -> value
Shares = dict[str, dict[str, float]]  # object -> value -> how likely

ROUNDS = 20  # enough for the third digit to stand still
FALSE_VALUES = 10  # how many wrong values an object could have, where fewer are seen
ACCURACY = 0.8  # of a source of which nothing is known
BOUNDS = 0.05, 0.95  # of an accuracy: nobody is always right
TRUST, DAMPING = 0.9, 0.3  # TruthFinder's first trust, and its factor against sources that are not independent

Weigh = Callable[[str, Mapping[str, str], Mapping[str, float]], dict[str, float]]


def gather(rows: Iterable[tuple[str, str, str]]) -> Sayings:
    """What each source says of each object, from (source, object, value); of several the last."""
    found: dict[str, dict[str, str]] = {}
    for source, thing, value in rows:
        found.setdefault(thing, {})[source] = value
    return found


def rank_by_votes(sayings: Sayings) -> Shares:
    """The share of the sources that give a value."""
    return {
        thing: sort_values({value: number / len(told) for value, number in Counter(told.values()).items()})
        for thing, told in sayings.items()
    }


def rank_by_trust(sayings: Sayings) -> Shares:
    """TruthFinder (Yin, Han and Yu 2008) without likeness of values: a fact is as sure as its sources are trusted."""
    trust = dict.fromkeys(find_sources(sayings), TRUST)
    shares: Shares = {}
    for _ in range(ROUNDS):
        shares = {}
        for thing, told in sayings.items():
            sums = dict.fromkeys(told.values(), 0.0)
            for source, value in sorted(told.items()):
                sums[value] -= math.log(1 - trust[source])
            shares[thing] = sort_values({v: 1 / (1 + math.exp(-DAMPING * total)) for v, total in sums.items()})
        trust = find_accuracies(sayings, shares)
    return shares


def rank_by_accuracy(sayings: Sayings) -> Shares:
    """ACCU (Dong et al. 2009): values by the accuracies of those who give them, and accuracies by the values."""
    return rank_in_rounds(sayings, lambda _thing, told, accuracies: count_by_accuracy(told, accuracies))


def rank_in_rounds(sayings: Sayings, weigh: Weigh) -> Shares:
    """Values from accuracies and accuracies from values, in turns.

    Args:
        sayings: who says what.
        weigh: the weight of each value of one object, given who says it and how accurate they are.
    """
    accuracies = dict.fromkeys(find_sources(sayings), ACCURACY)
    shares: Shares = {}
    for _ in range(ROUNDS):
        shares = {
            thing: sort_values(turn_into_shares(weigh(thing, told, accuracies))) for thing, told in sayings.items()
        }
        accuracies = find_accuracies(sayings, shares)
    return shares


def count_by_accuracy(told: Mapping[str, str], accuracies: Mapping[str, float]) -> dict[str, float]:
    """The weight of each value: the log odds of all who give it."""
    weights = dict.fromkeys(told.values(), 0.0)
    for source, value in sorted(told.items()):
        weights[value] += find_weight(accuracies[source])
    return weights


def find_weight(accuracy: float) -> float:
    """How much one source of that accuracy speaks for its value."""
    return math.log(FALSE_VALUES * accuracy / (1 - accuracy))


def turn_into_shares(weights: Mapping[str, float]) -> dict[str, float]:
    """Probabilities from log weights; values that nobody gives have their part too."""
    most = max(0.0, *weights.values())
    parts = {value: math.exp(weight - most) for value, weight in weights.items()}
    unseen = max(0, FALSE_VALUES + 1 - len(parts)) * math.exp(-most)
    total = sum(parts.values()) + unseen
    return {value: part / total for value, part in parts.items()}


def find_accuracies(sayings: Sayings, shares: Shares) -> dict[str, float]:
    """The mean likelihood of what a source says."""
    sums: dict[str, list[float]] = {}
    for thing, told in sayings.items():
        for source, value in told.items():
            sums.setdefault(source, []).append(shares[thing][value])
    low, high = BOUNDS
    return {source: min(high, max(low, sum(found) / len(found))) for source, found in sums.items()}


def find_sources(sayings: Sayings) -> list[str]:
    """Everyone who says something, sorted."""
    return sorted({source for told in sayings.values() for source in told})


def sort_values(shares: Mapping[str, float]) -> dict[str, float]:
    """The likeliest first."""
    return dict(sorted(shares.items(), key=lambda item: (-round(item[1], 12), item[0])))
