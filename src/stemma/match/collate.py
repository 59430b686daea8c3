"""Put the same claim of several articles side by side: group claims by the scores of their pairs."""

from collections.abc import Iterable, Sequence

from stemma.match.candidates import find_candidates
from stemma.match.features import score_pair
from stemma.match.profiles import Profile

# Calibrated on read pairs of several stories (docs/quality.md): precision before recall.
JOIN = 0.5
HOLD = 0.4  # mean score of all pairs between two groups that are to become one


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
