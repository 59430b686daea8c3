"""Put the same claim of several articles side by side: group claims by the scores of their pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from stemma.match.accounts.retold import join_retold
from stemma.match.accounts.translations import find_translated
from stemma.match.candidates import find_candidates
from stemma.match.features import compare_numbers, score_pair
from stemma.match.meanings.doubts import find_doubtful
from stemma.match.meanings.vectors import Meanings
from stemma.match.paraphrases import find_paraphrased
from stemma.match.profiles import Profile
from stemma.match.slots import name_role
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
MOST_COMPARED = 24
HOLD = 0.47  # mean score of all pairs between two groups that are to become one
SAMPLE = 5  # members of each of two groups that are compared where nothing asked to join them
NEAR = 0.1  # the same for two that may be one: below it, one pair in ten across them is of one claim


class Grouping(NamedTuple):
    """Indices of claims, grouped, and for every two groups that may be one claim all the same a pair across them."""

    groups: list[list[int]]
    near: list[tuple[int, int]]


def group_claims(meanings: Meanings, forced: Iterable[tuple[int, int]] = ()) -> Grouping:
    """Group claims by their indices; every claim stands in exactly one group.

    Args:
        meanings: profiles of the claims of one story or thread; those that have no vector get one where it may decide.
        forced: index pairs that belong together for another reason than their likeness.

    Average linkage from the best pair down, so one bridging claim cannot chain two matters together; a pair that a slot
    forbids keeps its groups apart.
    """
    profiles = meanings.profiles
    candidates = find_candidates(profiles)
    translated = find_translated(profiles, candidates)
    scores = {pair: score_pair(profiles[pair[0]], profiles[pair[1]]) for pair in candidates}
    if meanings.add(find_doubtful(profiles, scores)):
        told = [(a, b) for a, b in candidates if profiles[a].vector is not None and profiles[b].vector is not None]
        scores |= {(a, b): score_pair(profiles[a], profiles[b]) for a, b in told}
    for pair, score in find_paraphrased(profiles).items():
        scores[pair] = max(score, scores.get(pair, 0.0))
    scores |= dict.fromkeys(forced, 1.0)
    scores |= dict.fromkeys(translated, CERTAIN)
    scores |= dict.fromkeys(find_enclosed(profiles, scores), CERTAIN)
    groups = _Groups(profiles, scores)
    _join_translated(translated, groups)
    for (a, b), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < JOIN:
            break
        groups.join_where_alike(a, b)
    families = _find_families(translated, profiles)
    retold = join_retold(list(groups.members.values()), scores, meanings)
    near = sorted({*groups.find_near(), *retold.near})
    parts = (part for group in retold.groups for part in _part_headlines(sorted(group), families, profiles))
    return Grouping(sorted(parts), near)


def _find_families(translated: Iterable[tuple[int, int]], profiles: Sequence[Profile]) -> dict[str, int]:
    """Articles that are translations of one text, by the number of their family."""
    family: dict[str, int] = {}
    for a, b in sorted(translated):
        one, other = profiles[a].claim.article, profiles[b].claim.article
        first, second = family.setdefault(one, len(family)), family.setdefault(other, len(family))
        family |= {article: first for article, number in family.items() if number == second}
    return family


def _part_headlines(group: list[int], families: Mapping[str, int], profiles: Sequence[Profile]) -> list[list[int]]:
    """A headline and its lead apart, each with its translations, where no other account tells either.

    They are joined for the sake of others, who tell the headline's statement in a sentence; between an article and its
    translations every sentence has a counterpart of its own, and readers see how each was rendered.
    """
    told_in = {families.get(profiles[at].claim.article, -1 - at) for at in group}
    heads = [at for at in group if profiles[at].headline]
    body = [at for at in group if not profiles[at].headline]
    if len(told_in) > 1 or len({profiles[at].language for at in group}) == 1 or not heads or not body:
        return [group]
    return [heads, body]


def _join_translated(translated: Mapping[tuple[int, int], float], groups: "_Groups") -> None:
    """Groups to begin with: every claim with its translations, the surest first, whatever their slots say.

    Two sentences of one article do not meet that way, so an error in one alignment does not spread; nor do two clauses
    of one sentence that both have translations: only one that is left over joins that of its sentence.
    """
    for (a, b), _ in sorted(translated.items(), key=lambda item: (-item[1], item[0])):
        one, other = groups.member_of[a], groups.member_of[b]
        here, there = (_find_sentences(groups.members[number], groups.profiles) for number in (one, other))
        lone = min(len(groups.members[one]), len(groups.members[other])) == 1
        if one == other or not (lone or here.keys().isdisjoint(there)):
            continue
        if all(there.get(article, sentence) == sentence for article, sentence in here.items()):
            groups.merge(one, other)


def _find_sentences(group: Sequence[int], profiles: Sequence[Profile]) -> dict[str, Span]:
    return {profiles[at].claim.article: profiles[at].claim.sentence for at in group}


@dataclass(slots=True)
class _Mean:
    """Values as they come: how many, their sum, and how many of them are nothing, which a slot forbids."""

    number: int = 0
    total: float = 0.0
    zeros: int = 0

    def add(self, value: float) -> None:
        self.number += 1
        self.total += value
        self.zeros += value == 0.0

    def is_at_least(self, bound: float) -> bool:
        """Also where there are no values."""
        return self.total >= bound * self.number

    @property
    def mean(self) -> float:
        return self.total / self.number


@dataclass(slots=True)
class _Tally:
    """The scores of all pairs between two groups, summed up; `seen` members of each have been compared."""

    seen: tuple[int, int] = (0, 0)
    every: _Mean = field(default_factory=_Mean)
    within: dict[str, _Mean] = field(default_factory=dict)  # pairs of one language
    announced: _Mean = field(default_factory=_Mean)  # a headline and a sentence of its article
    repeated: _Mean = field(default_factory=_Mean)  # two sentences of one body that may not differ

    def add(self, one: Profile, other: Profile, score: float) -> None:
        """Take in one pair more."""
        self.every.add(score)
        if one.language == other.language:
            self.within.setdefault(one.language, _Mean()).add(score)
        if _are_sentences_of_one_article(one.claim, other.claim):
            if one.headline or other.headline:
                self.announced.add(score)
            elif not _may_differ(one, other):
                self.repeated.add(score)

    def score(self) -> float:
        """How sure it is that two groups are one claim: the mean score of all pairs; 0 where they must stay apart.

        Pairs within one language tell most, and not every language is known as well: where the better half of the
        languages are surer than all pairs together, they decide. Two sentences of one article must be alike enough to
        say one thing twice.
        """
        told = list(self.within.values()) or [self.every]
        most = FEW * sum(mean.number for mean in told) if len(self.within) > 1 else 0
        if sum(mean.zeros for mean in told) > most:
            return 0.0
        if not (self.announced.is_at_least(ANNOUNCED) and self.repeated.is_at_least(REPEATED)):
            return 0.0
        means = sorted((mean.mean for mean in self.within.values()), reverse=True)
        surest = means[: (len(means) + 1) // 2] or [0.0]
        return max(self.every.mean, sum(surest) / len(surest))


class _Groups:
    """Claims in groups that become one, two by two.

    What was compared between two groups is summed up once: when one grows, only its new members are compared. So the
    work is that of comparing each claim with the first members of the few groups that it might join.
    """

    def __init__(self, profiles: Sequence[Profile], scores: Mapping[tuple[int, int], float]) -> None:
        self.profiles = profiles
        self.scores = scores
        self.member_of = list(range(len(profiles)))
        self.members = {at: [at] for at in self.member_of}
        self.tallies: dict[int, dict[int, _Tally]] = defaultdict(dict)  # of each group with each that it met

    def join_where_alike(self, a: int, b: int) -> None:
        """Make one of the groups of two claims, unless they disagree; what was refused is asked again when it grew."""
        one, other = sorted((self.member_of[a], self.member_of[b]))
        if one == other:
            return
        tally = self.tallies[one].get(other) or _Tally()
        if self._compare(one, other, tally) and tally.score() >= HOLD:
            self.merge(one, other)
        else:
            self.tallies[one][other] = self.tallies[other][one] = tally

    def _compare(self, one: int, other: int, tally: _Tally, most: int = MOST_COMPARED) -> bool:
        """Score the pairs that are new since the two groups met last; False where none are."""
        here, there = self.members[one][:most], self.members[other][:most]
        (old, past), tally.seen = tally.seen, (len(here), len(there))
        for at, a in enumerate(here):
            for b in there[past:] if at < old else there:
                pair = (a, b) if a < b else (b, a)
                known, (first, second) = self.scores.get(pair), (self.profiles[pair[0]], self.profiles[pair[1]])
                tally.add(first, second, score_pair(first, second) if known is None else known)
        return (old, past) != tally.seen

    def find_near(self) -> list[tuple[int, int]]:
        """The best pair of every two groups that stayed apart and may be one claim all the same."""
        found: dict[tuple[int, int], tuple[int, int] | None] = {}
        for (a, b), score in sorted(self.scores.items(), key=lambda item: (-item[1], item[0])):
            if score < FAIR:
                break
            one, other = sorted((self.member_of[a], self.member_of[b]))
            if one != other and (one, other) not in found:
                tally = self.tallies[one].get(other) or _Tally()
                if not tally.every.number:
                    self._compare(one, other, tally, SAMPLE)
                found[one, other] = (a, b) if tally.score() >= NEAR else None
        return sorted(pair for pair in found.values() if pair)

    def merge(self, one: int, other: int) -> None:
        """Make one group of two; the larger goes on, so that what is known of it stays true."""
        kept, gone = (other, one) if len(self.members[other]) > len(self.members[one]) else (one, other)
        for met in self.tallies.pop(gone, {}):
            del self.tallies[met][gone]
        for at in self.members[gone]:
            self.member_of[at] = kept
        self.members[kept] += self.members.pop(gone)


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
