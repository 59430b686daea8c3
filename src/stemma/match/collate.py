"""Put the same claim of several articles side by side: group claims by the scores of their pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from stemma.match.candidates import find_candidates
from stemma.match.features import score_pair
from stemma.match.profiles import Profile
from stemma.match.translations import find_translated

# Calibrated on read pairs of several stories (docs/quality.md): precision before recall.
JOIN = 0.5
CERTAIN = 0.9  # for a claim of a translation between two matched neighbours
TRANSLATED = 0.5  # share of the shorter article's claims that must be matched, in order, for it to be a translation
FEWEST_MATCHED = 5
MOST_ENCLOSED = 4
FAIR = 0.15  # score that is enough between two matched neighbours
HOLD = 0.45  # mean score of all pairs between two groups that are to become one


def group_claims(profiles: Sequence[Profile], forced: Iterable[tuple[int, int]] = ()) -> list[list[int]]:
    """Indices of claims, grouped; every claim stands in exactly one group.

    Args:
        profiles: of the claims of one story or thread.
        forced: index pairs that belong together for another reason than their likeness.

    Average linkage from the best pair down, so one bridging claim cannot chain two matters together; a pair that a slot
    forbids keeps its groups apart.
    """
    scores = {pair: score_pair(profiles[pair[0]], profiles[pair[1]]) for pair in find_candidates(profiles)}
    scores |= dict.fromkeys(forced, 1.0)
    scores |= dict.fromkeys(find_translated(profiles, list(scores)), CERTAIN)
    scores |= dict.fromkeys(find_enclosed(profiles, scores), CERTAIN)
    member_of = list(range(len(profiles)))
    members: dict[int, list[int]] = {at: [at] for at in member_of}
    for (a, b), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < JOIN:
            break
        one, other = sorted((member_of[a], member_of[b]))
        if one != other and _mean_score(members[one], members[other], scores, profiles) >= HOLD:
            members[one] += members.pop(other)
            for at in members[one]:
                member_of[at] = one
    return [sorted(group) for _, group in sorted(members.items())]


def _mean_score(
    one: Sequence[int], other: Sequence[int], scores: dict[tuple[int, int], float], profiles: Sequence[Profile]
) -> float:
    found = []
    for a in one:
        for b in other:
            pair = (min(a, b), max(a, b))
            if pair not in scores:
                scores[pair] = score_pair(profiles[a], profiles[b])
            score = scores[pair]
            if score == 0.0:
                return 0.0
            found.append(score)
    return sum(found) / len(found)


def find_enclosed(profiles: Sequence[Profile], scores: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Claims of a translation that stand between the same two neighbours as in the original, whatever became of them.

    Where most of an article has its counterpart in another language, in the same order, a claim between two matched
    ones is the counterpart of the claim there: so a number that was mistranslated still meets its original.
    """
    by_pair: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for (a, b), score in sorted(scores.items()):
        if score >= JOIN and profiles[a].language != profiles[b].language:
            by_pair[profiles[a].claim.article, profiles[b].claim.article].append((a, b))
    sizes = Counter(p.claim.article for p in profiles)
    found = []
    for (one, other), pairs in sorted(by_pair.items()):
        matched = _keep_mutual(pairs, scores)
        if len(matched) >= TRANSLATED * min(sizes[one], sizes[other]) and len(matched) >= FEWEST_MATCHED:
            found += _find_between(matched, profiles, scores)
    return found


def _keep_mutual(pairs: Sequence[tuple[int, int]], scores: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Best pairs, each claim once, in the order of the first article, without those that break the second's order."""
    used: set[int] = set()
    kept = []
    for a, b in sorted(pairs, key=lambda pair: (-scores[pair], pair)):
        if a not in used and b not in used:
            used |= {a, b}
            kept.append((a, b))
    kept.sort()
    return [p for at, p in enumerate(kept) if all(q[1] < p[1] for q in kept[max(0, at - 1) : at])]


def _find_between(
    matched: Sequence[tuple[int, int]], profiles: Sequence[Profile], scores: dict[tuple[int, int], float]
) -> list[tuple[int, int]]:
    found = []
    for (a, b), (next_a, next_b) in pairwise(matched):
        here, there = range(a + 1, next_a), range(b + 1, next_b)
        if min(len(here), len(there)) > 0 and max(len(here), len(there)) <= MOST_ENCLOSED:
            near = {(i, j): scores.get((i, j), score_pair(profiles[i], profiles[j])) for i in here for j in there}
            fair = [
                pair for pair, score in near.items() if score >= FAIR or (score > 0 and len(here) == len(there) == 1)
            ]
            found += _keep_mutual(fair, near)
    return found
