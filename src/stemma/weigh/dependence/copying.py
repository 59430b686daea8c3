"""Who has values from whom, by the errors they share (ACCUCOPY), and what is left of a vote without copies.

Two good sources agree where they are right. That they agree where both are wrong is rare, unless one copies.
"""

import math
from collections.abc import Mapping
from itertools import combinations

from stemma.weigh.dependence.ranking import (
    ACCURACY,
    FALSE_VALUES,
    ROUNDS,
    Sayings,
    Shares,
    find_accuracies,
    find_sources,
    find_weight,
    rank_by_accuracy,
    sort_values,
    turn_into_shares,
)

PRIOR = 0.2  # that of two sources one copies
COPIED = 0.8  # share of a copier's values that it copies
FEWEST = 2  # objects that two sources must share before anything is said of them

Pairs = dict[tuple[str, str], float]


def rank_apart_from_copies(sayings: Sayings) -> Shares:
    """How likely each value is, where a vote that is likely a copy of a better source's counts little."""
    together = find_shared(sayings)
    shares, accuracies = rank_by_accuracy(sayings), dict.fromkeys(find_sources(sayings), ACCURACY)
    for _ in range(ROUNDS):
        dependence = judge_pairs(sayings, shares, accuracies, together)
        shares = {
            thing: sort_values(turn_into_shares(count_apart(told, accuracies, dependence)))
            for thing, told in sayings.items()
        }
        accuracies = find_accuracies(sayings, shares)
    return shares


def find_dependence(sayings: Sayings, shares: Shares) -> Pairs:
    """How likely it is that of two sources one has its values from the other.

    Args:
        sayings: who says what.
        shares: how likely each value is.
    """
    return judge_pairs(sayings, shares, find_accuracies(sayings, shares), find_shared(sayings))


def find_shared(sayings: Sayings) -> dict[tuple[str, str], list[str]]:
    """The objects of which both of two sources speak, where there are enough."""
    found: dict[tuple[str, str], list[str]] = {}
    for thing, told in sorted(sayings.items()):
        for pair in combinations(sorted(told), 2):
            found.setdefault(pair, []).append(thing)
    return {pair: things for pair, things in found.items() if len(things) >= FEWEST}


def judge_pairs(
    sayings: Sayings, shares: Shares, accuracies: Mapping[str, float], together: Mapping[tuple[str, str], list[str]]
) -> Pairs:
    """The same, with what is known of the sources."""
    found = {}
    for (one, other), things in together.items():
        right = wrong = apart = 0.0
        for thing in things:
            value = sayings[thing][one]
            if value != sayings[thing][other]:
                apart += 1
            else:
                right += shares[thing][value]
                wrong += 1 - shares[thing][value]
        found[one, other] = judge_pair((right, wrong, apart), (accuracies[one], accuracies[other]))
    return found


def judge_pair(counts: tuple[float, float, float], accuracies: tuple[float, float]) -> float:
    """The likelihood that one of two copies, by Bayes.

    Args:
        counts: objects on which they agree and are right, agree and are wrong, and differ.
        accuracies: of the two.
    """
    one, other = accuracies
    alone = (one * other, (1 - one) * (1 - other) / FALSE_VALUES)
    chances = [(*alone, 1 - sum(alone))]
    for accuracy in (other, one):  # the first copies from the second, and the other way round
        right = COPIED * accuracy + (1 - COPIED) * alone[0]
        wrong = COPIED * (1 - accuracy) + (1 - COPIED) * alone[1]
        chances.append((right, wrong, 1 - right - wrong))
    priors = (1 - PRIOR, PRIOR / 2, PRIOR / 2)
    logs = [
        math.log(prior) + sum(count * math.log(chance) for count, chance in zip(counts, row, strict=True))
        for prior, row in zip(priors, chances, strict=True)
    ]
    parts = [math.exp(log - max(logs)) for log in logs]
    return 1 - parts[0] / sum(parts)


def count_apart(told: Mapping[str, str], accuracies: Mapping[str, float], dependence: Pairs) -> dict[str, float]:
    """The weight of each value; of those who give one the best count first, the others as far as they are no copies."""
    weights = dict.fromkeys(told.values(), 0.0)
    before: dict[str, list[str]] = {}
    for source in sorted(told, key=lambda name: (-accuracies[name], name)):
        earlier = before.setdefault(told[source], [])
        free = math.prod(1 - COPIED * dependence.get((min(source, o), max(source, o)), 0.0) for o in earlier)
        weights[told[source]] += free * find_weight(accuracies[source])
        earlier.append(source)
    return weights
