"""Put the same claim of several articles side by side: group claims by the scores of their pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from stemma.match.candidates import find_candidates
from stemma.match.features import compare_numbers, score_pair
from stemma.match.paraphrases import find_paraphrased
from stemma.match.profiles import Profile
from stemma.match.slots import name_role
from stemma.match.translations import find_translated
from stemma.model import Claim, Span

# Calibrated on read pairs of several stories (docs/quality.md): precision before recall.
JOIN = 0.5
CERTAIN = 0.9  # for a claim of a translation between two matched neighbours
TRANSLATED = 0.5  # share of the shorter article's claims that must be matched, in order, for it to be a translation
FEWEST_MATCHED = 5
MOST_ENCLOSED = 4
FAIR = 0.15  # score that is enough between two matched neighbours
ANNOUNCED = 0.5  # mean score from which a headline and a sentence of its article say one thing
REPEATED = 0.75  # the same for two sentences of the body: neighbours share much and tell different things
FEW = 0.2  # share of pairs that slots may forbid between translations, which may get a number wrong
MOST_COMPARED = 60  # claims of a group; a claim that hundreds repeat is known by a few
HOLD = 0.45  # mean score of all pairs between two groups that are to become one


def group_claims(profiles: Sequence[Profile], forced: Iterable[tuple[int, int]] = ()) -> list[list[int]]:
    """Indices of claims, grouped; every claim stands in exactly one group.

    Args:
        profiles: of the claims of one story or thread.
        forced: index pairs that belong together for another reason than their likeness.

    Average linkage from the best pair down, so one bridging claim cannot chain two matters together; a pair that a slot
    forbids keeps its groups apart.
    """
    candidates = find_candidates(profiles)
    translated = find_translated(profiles, candidates)
    scores = {pair: score_pair(profiles[pair[0]], profiles[pair[1]]) for pair in candidates}
    for pair, score in find_paraphrased(profiles).items():
        scores[pair] = max(score, scores.get(pair, 0.0))
    scores |= dict.fromkeys(forced, 1.0)
    scores |= dict.fromkeys(translated, CERTAIN)
    scores |= dict.fromkeys(find_enclosed(profiles, scores), CERTAIN)
    member_of, members = _join_translated(translated, profiles)
    refused: set[tuple[int, int, int, int]] = set()  # two groups at these sizes: groups only grow
    for (a, b), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < JOIN:
            break
        one, other = sorted((member_of[a], member_of[b]))
        state = one, len(members.get(one, ())), other, len(members.get(other, ()))
        if one == other or state in refused:
            continue
        if _score_groups(members[one], members[other], scores, profiles) >= HOLD:
            _merge(one, other, member_of, members)
        else:
            refused.add(state)
    return [sorted(group) for _, group in sorted(members.items())]


def _join_translated(
    translated: Mapping[tuple[int, int], float], profiles: Sequence[Profile]
) -> tuple[list[int], dict[int, list[int]]]:
    """Groups to begin with: every claim with its translations, the surest first, whatever their slots say.

    Two sentences of one article do not meet that way, so an error in one alignment does not spread; nor do two clauses
    of one sentence that both have translations: only one that is left over joins that of its sentence.
    """
    member_of = list(range(len(profiles)))
    members: dict[int, list[int]] = {at: [at] for at in member_of}
    for (a, b), _ in sorted(translated.items(), key=lambda item: (-item[1], item[0])):
        one, other = sorted((member_of[a], member_of[b]))
        here, there = (_find_sentences(members[number], profiles) for number in (one, other))
        lone = min(len(members[one]), len(members[other])) == 1
        if one == other or not (lone or here.keys().isdisjoint(there)):
            continue
        if all(there.get(article, sentence) == sentence for article, sentence in here.items()):
            _merge(one, other, member_of, members)
    return member_of, members


def _find_sentences(group: Sequence[int], profiles: Sequence[Profile]) -> dict[str, Span]:
    return {profiles[at].claim.article: profiles[at].claim.sentence for at in group}


def _merge(one: int, other: int, member_of: list[int], members: dict[int, list[int]]) -> None:
    members[one] += members.pop(other)
    for at in members[one]:
        member_of[at] = one


def _score_groups(
    one: Sequence[int], other: Sequence[int], scores: dict[tuple[int, int], float], profiles: Sequence[Profile]
) -> float:
    """How sure it is that two groups are one claim: the mean score of all pairs; 0 where they must stay apart.

    Pairs within one language tell most, and not every language is known as well: where the better half of the
    languages are surer than all pairs together, they decide.
    """
    pairs = [(min(a, b), max(a, b)) for a in one[:MOST_COMPARED] for b in other[:MOST_COMPARED]]
    for pair in pairs:
        if pair not in scores:
            scores[pair] = score_pair(profiles[pair[0]], profiles[pair[1]])
    within: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for a, b in pairs:
        if profiles[a].language == profiles[b].language:
            within[profiles[a].language].append((a, b))
    told = [pair for found in within.values() for pair in found] or pairs
    forbidden = sum(scores[pair] == 0.0 for pair in told)
    if forbidden > FEW * len(told) * (len(within) > 1) or not _may_repeat(told, scores, profiles):
        return 0.0
    means = sorted((_mean(scores[pair] for pair in found) for found in within.values()), reverse=True)
    return max(_mean(scores[pair] for pair in pairs), _mean(means[: (len(means) + 1) // 2] or [0.0]))


def _may_repeat(
    pairs: Sequence[tuple[int, int]], scores: Mapping[tuple[int, int], float], profiles: Sequence[Profile]
) -> bool:
    """False where two sentences of one article would meet that are not alike enough to say one thing twice."""
    own = [(a, b) for a, b in pairs if _are_sentences_of_one_article(profiles[a].claim, profiles[b].claim)]
    announced = [scores[a, b] for a, b in own if profiles[a].headline or profiles[b].headline]
    told = [scores[a, b] for a, b in own if not _may_differ(profiles[a], profiles[b])]
    return (not announced or _mean(announced) >= ANNOUNCED) and (not told or _mean(told) >= REPEATED)


def _are_sentences_of_one_article(one: Claim, other: Claim) -> bool:
    return one.article == other.article and one.sentence != other.sentence


def _may_differ(one: Profile, other: Profile) -> bool:
    """True for a headline, and for what an article may say twice in two ways: another count, a plan, a denial."""
    a, b = one.claim, other.claim
    varied = a.modality != b.modality or a.negated != b.negated or _count_in_one_role(one, other)
    return one.headline or other.headline or varied


def _count_in_one_role(one: Profile, other: Profile) -> bool:
    """True where both count those that were killed, or moved; two percentages alone are no two readings of one."""
    roles = [{name_role(q.role) for q in profile.counts if q.role} for profile in (one, other)]
    return compare_numbers(one, other) > 0 and bool(roles[0] & roles[1])


def _mean(values: Iterable[float]) -> float:
    found = list(values)
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
