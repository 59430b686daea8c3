"""Whom each article has its account from: the one of all that were before it which explains best what it holds.

A text that repeats another's facts with the same sources, in the same order, and has little beside them, was made from
it, whatever its words or language; so was one that has its odd figures.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import exp

from stemma.model import Article, Claim, Matching, Span
from stemma.trace.direction import NEARLY_WHOLE, find_first
from stemma.trace.explained import find_line
from stemma.trace.likeness import RARE_CLAIM, WHOLE, Likeness
from stemma.trace.passages import Passage, find_passages
from stemma.trace.pile import Pile
from stemma.trace.signs import TEXTS, UNDATED, Signs, share_odds

# What a claim of the copy is worth as a sign that it came from the exemplar (docs/quality.md, "How the constants
# were set").
WORDED = 1.2  # told in the same words
SAME_SOURCE = 1.0
NO_SOURCE = 0.8  # neither names anybody
SOURCE_LOST = 0.6
SOURCE_WON = 0.4
OTHER_SOURCE = 0.1
QUOTED = 0.2  # times as much: a quotation may have been heard by both
OTHER_FIGURE = 0.5  # times as much
MISSING = 0.5  # taken off for a claim of the copy that the exemplar lacks
ENOUGH = 1.0
COVERED = 0.6  # share of a claim's sentence in shared wording from which it is told in the same words
SECOND = 3.0  # what a further exemplar must add
LITTLE = 0.4  # worth below which a claim still wants an exemplar
FEWEST_SHARED = 2
FEWEST_COMMON = 4  # where each of them is told by many: what everybody tells proves little
ODD = 1.0  # oddness of the figures that both have from which it may be made from it, little as it shares beside
CHOSEN = 0.3  # probability below which an exemplar is not shown
SURELY = 0.6  # probability of any exemplar from which the likeliest is shown, though several would do
LIKELIEST = 0.15
SUREST_LEAN = 0.65  # how sure a direction may be that no date tells
PARTLY = 0.5  # share of the copy's claims that the exemplar must have
KNOWN = 0.7  # direction below which it is only known which of the two is fuller
IN_ORDER = 0.6
CROWD = 60  # a claim told by more articles than this finds no pairs
MOST_CANDIDATES = 30


@dataclass(frozen=True, slots=True)
class Descent:
    """One article made from another; passages have their `one` in the copy and their `other` in the exemplar."""

    copy: str
    exemplar: str
    direction: float
    likeness: Likeness


@dataclass(slots=True)
class _Support:
    """What speaks for one exemplar of one copy: the worth of each claim of the copy, and where both tell it."""

    exemplar: str
    direction: float
    odds: float
    odd: float  # how odd the figures are that both have
    cited: bool
    whole: bool  # they share most of their wording
    worth: list[float]
    passages: dict[int, Passage] = field(default_factory=dict)
    shared: int = 0
    rare: int = 0  # of the shared claims, those that few articles tell, or that both tell in the same words

    def is_enough(self) -> bool:
        """True where the copy was rather made from it than not."""
        if self.cited or self.whole or self.odd >= ODD:
            return bool(self.passages)
        missing = len(self.worth) - self.shared
        share = PARTLY if self.direction >= KNOWN else NEARLY_WHOLE
        few = self.shared < max(FEWEST_SHARED if self.rare else FEWEST_COMMON, share * len(self.worth))
        return not few and self._is_in_order() and sum(self.worth) - MISSING * missing >= ENOUGH

    def _is_in_order(self) -> bool:
        tails: list[int] = []
        for passage in sorted(self.passages.values(), key=lambda p: (p.one, p.other)):
            at = bisect_left(tails, passage.other.start)
            tails[at : at + 1] = [passage.other.start]
        return len(tails) >= IN_ORDER * len(self.passages)


def find_descents(
    matching: Matching,
    pile: Pile,
    articles: Sequence[Article],
    alike: Sequence[Likeness],
    barred: Collection[frozenset[str]] = (),
) -> list[Descent]:
    """The exemplars of each article, at most two.

    Args:
        matching: claims, collations, attributions and witnesses.
        pile: who cites whom.
        articles: without exact copies.
        alike: pairs that share telling wording.
        barred: pairs that have what they share from a third, unless one cites the other.
    """
    finder = _Finder(matching, pile, articles, alike, barred)
    above: dict[str, set[str]] = {}
    found: list[Descent] = []
    choices = {a.id: finder.find_supports(a) for a in articles}
    for article in sorted(articles, key=lambda a: (-max((s.odds for s in choices[a.id]), default=0.0), a.id)):
        open_ones = [s for s in choices[article.id] if article.id not in find_line(s.exemplar, above)]
        for support in _choose_exemplars(open_ones):  # the surest first: what they settle bars going round in a circle
            above.setdefault(article.id, set()).add(support.exemplar)
            found.append(finder.make_descent(article, support))
    return found


def find_clients(
    matching: Matching, pile: Pile, articles: Sequence[Article], taken: Collection[frozenset[str]]
) -> dict[str, list[Likeness]]:
    """Medium outside the pile -> what two articles that credit it, and no other, tell alike: they have it from there.

    Args:
        matching: claims, collations, attributions and witnesses.
        pile: who cites whom.
        articles: without exact copies.
        taken: pairs of which one has its account from the other.
    """
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for medium, members in sorted(_find_citers(pile, articles).items()):
        for pair in combinations(members[:MOST_CANDIDATES], 2):
            shared[pair].append(medium)
    if not shared:
        return {}
    finder = _Finder(matching, pile, articles, (), ())
    found: dict[str, list[Likeness]] = defaultdict(list)
    for (one, other), media in sorted(shared.items()):
        if len(media) > 1 or frozenset((one, other)) in taken:
            continue  # what stands in both may well have stood in one text before them
        support = finder.support(finder.articles[one], other, KNOWN)
        if support and support.is_enough():
            found[media[0]].append(finder.make_descent(finder.articles[one], support).likeness)
    return dict(found)


def _find_citers(pile: Pile, articles: Sequence[Article]) -> dict[str, list[str]]:
    """Medium outside the pile -> the articles that credit it."""
    citers: dict[str, list[str]] = defaultdict(list)
    for article in sorted(a.id for a in articles):
        for witness in sorted(pile.cites.get(pile.witness_of[article], ())):
            if pile.witnesses[witness].kind in TEXTS and not pile.witnesses[witness].article:
                citers[witness].append(article)
    return citers


def _choose_exemplars(supports: Sequence[_Support]) -> list[_Support]:
    """The likeliest exemplar, and a second one that explains enough of the rest."""
    least = LIKELIEST if sum(s.odds for s in supports) >= SURELY else CHOSEN
    enough = [s for s in supports if s.odds >= least and s.is_enough()]
    if not enough:
        return []
    first = max(enough, key=lambda s: (s.odds, s.exemplar))
    rest = [at for at, worth in enumerate(first.worth) if worth < LITTLE]
    others = [(sum(s.worth[at] for at in rest if s.worth[at] >= NO_SOURCE), s) for s in supports if s is not first]
    best = max(others, key=lambda x: (x[0], x[1].exemplar), default=None)
    if best is None or best[0] < SECOND:
        return [first]
    second = best[1]
    second.passages = {at: second.passages[at] for at in rest if at in second.passages}
    return [first, second]


class _Finder:
    """Look-ups over one matching."""

    def __init__(
        self,
        matching: Matching,
        pile: Pile,
        articles: Sequence[Article],
        alike: Sequence[Likeness],
        barred: Collection[frozenset[str]],
    ) -> None:
        self.coverage = {frozenset((like.one, like.other)): like.coverage for like in alike}
        self.near: dict[str, set[str]] = defaultdict(set)
        for like in alike:
            if like.coverage >= WHOLE:
                self.near[like.one].add(like.other)
                self.near[like.other].add(like.one)
        self.article_of = {pile.witness_of[a.id]: a.id for a in articles}
        self.pile = pile
        self.barred = barred
        self.articles = {a.id: a for a in articles}
        self.attributions = {a.id: a for a in matching.attributions}
        self.claims: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
        self.tellers: dict[str, dict[str, Claim]] = defaultdict(dict)
        collation_of = {claim: c.id for c in matching.collations for claim in c.claims}
        for claim in sorted(matching.claims, key=lambda c: (c.article, c.span)):
            if claim.article in self.articles:
                collation = collation_of[claim.id]
                if claim.article not in self.tellers[collation]:
                    self.tellers[collation][claim.article] = claim
                    self.claims[claim.article].append((collation, claim))
        self.sources = {c.id: self.find_sources(c) for told in self.claims.values() for _, c in told}
        told = {a: [(c, self.sources[c.id]) for _, c in claims] for a, claims in self.claims.items()}
        self.signs = Signs(told, pile, articles)

    def find_sources(self, claim: Claim) -> frozenset[str]:
        """The witnesses that a claim is attributed to, and the bodies that they speak for."""
        named = {w for a in claim.attributions if (w := self.attributions[a].source.witness)}
        bodies = {b for w in named if w in self.pile.witnesses and (b := self.pile.witnesses[w].speaks_for)}
        return frozenset(named | bodies)

    def is_quoted(self, claim: Claim) -> bool:
        """True for a claim in somebody's own words."""
        return any(self.attributions[a].type == "direct" for a in claim.attributions)

    def find_supports(self, article: Article) -> list[_Support]:
        """What speaks for each candidate, and how likely each is among all of them."""
        found = [
            support
            for other, direction in self.find_candidates(article)
            if (support := self.support(article, other, direction))
        ]
        odds = share_odds({s.exemplar: s.odds for s in found})
        for support in found:
            support.odds = odds[support.exemplar]
        return found

    def find_candidates(self, article: Article) -> list[tuple[str, float]]:
        """(article, how sure that it was first) of those that share claims or are cited; the likeliest ones."""
        shared: Counter[str] = Counter()
        for collation, _ in self.claims[article.id]:
            if len(self.tellers[collation]) <= CROWD:
                shared.update(self.tellers[collation].keys())
        shared.update(self.near[article.id])
        cited = self.pile.cites.get(self.pile.witness_of[article.id], set())
        shared.update(self.article_of[w] for w in cited if w in self.article_of)
        likeliest = sorted(shared.keys() - {article.id}, key=lambda a: (-shared[a], a))[:MOST_CANDIDATES]
        return [(a, sure) for a in likeliest if (sure := self.find_sureness(self.articles[a], article)) >= 0.5]

    def find_sureness(self, exemplar: Article, copy: Article) -> float:
        """How sure it is that one was before the other; 0 where it was not."""
        one, other = self.pile.witness_of[exemplar.id], self.pile.witness_of[copy.id]
        cites = one in self.pile.cites.get(other, ()), other in self.pile.cites.get(one, ())
        if cites[0] != cites[1]:
            return 0.95 if cites[0] else 0.0
        if frozenset((exemplar.id, copy.id)) in self.barred:
            return 0.0
        first = find_first(exemplar, copy)
        if first is None and self.signs.hold_apart(exemplar.id, copy.id):
            return 0.0  # each may have cut a third
        if first is None:
            return round(min(SUREST_LEAN, 1 / (1 + exp(-2 * self.signs.lean(copy, exemplar)))), 2)
        return first[1] if first[0] == exemplar.id else 0.0

    def is_ordered(self, exemplar: Article, copy: Article) -> bool:
        """True where a date or a citation tells that one was before the other."""
        one, other = self.pile.witness_of[exemplar.id], self.pile.witness_of[copy.id]
        cites = one in self.pile.cites.get(other, ()), other in self.pile.cites.get(one, ())
        return cites[0] != cites[1] or find_first(exemplar, copy) is not None

    def support(self, copy: Article, exemplar: str, direction: float) -> _Support | None:
        """What speaks for an exemplar, or None where the two share nothing."""
        cited = self.pile.witness_of[exemplar] in self.pile.cites.get(self.pile.witness_of[copy.id], ())
        share = self.coverage.get(frozenset((copy.id, exemplar)), 0.0)
        whole = share >= (WHOLE if direction >= KNOWN else NEARLY_WHOLE)
        odd = self.signs.find_oddness(copy.id, exemplar)
        found = _Support(exemplar, direction, 0.0, odd, cited, whole, [])
        worded = self.find_worded(copy, self.articles[exemplar])
        for at, (collation, claim) in enumerate(self.claims[copy.id]):
            told = self.tellers[collation].get(exemplar)
            same = max(worded, key=lambda p: _overlap(p.one, claim.sentence)) if worded else None
            worth = self.weigh_telling(claim, told) if told else 0.0
            if same and _cover(claim.sentence, worded) >= COVERED:
                worth = max(worth, WORDED * (QUOTED if self.is_quoted(claim) else 1.0))
                found.passages[at] = same
            elif told:
                found.shared += 1
                found.rare += len(self.tellers[collation]) <= RARE_CLAIM
                if self.could_be_taken(claim, told):
                    found.passages[at] = Passage(claim.span, told.span, (), 0)
            found.worth.append(worth)
        worded_claims = sum(bool(p.words) for p in found.passages.values())
        found.shared += worded_claims
        found.rare += worded_claims
        found.odds = self.weigh_signs(copy, self.articles[exemplar], sum(not worth for worth in found.worth))
        return found if found.passages else None

    def weigh_signs(self, copy: Article, exemplar: Article, claims_won: int) -> float:
        """The log odds of an exemplar against none; where nothing tells which was first, of it having been that too."""
        signs = self.signs.weigh(copy, exemplar, claims_won)
        return signs if self.is_ordered(exemplar, copy) else signs + UNDATED + self.signs.lean(copy, exemplar)

    def could_be_taken(self, claim: Claim, other: Claim) -> bool:
        """False where each names somebody else."""
        one, two = self.sources[claim.id], self.sources[other.id]
        return not one or not two or bool(one & two)

    def weigh_telling(self, claim: Claim, other: Claim) -> float:
        """What it is worth that another article tells the same."""
        one, two = self.sources[claim.id], self.sources[other.id]
        if one and two:
            worth = SAME_SOURCE if one & two else OTHER_SOURCE
        elif one or two:
            worth = SOURCE_WON if one else SOURCE_LOST
        else:
            worth = NO_SOURCE
        figures = [{q.best for q in c.quantities} for c in (claim, other)]
        if all(figures) and figures[0].isdisjoint(figures[1]):
            worth *= OTHER_FIGURE
        return worth * (QUOTED if self.is_quoted(claim) else 1.0)

    def find_worded(self, copy: Article, exemplar: Article) -> list[Passage]:
        """Runs of words that both have."""
        if copy.language != exemplar.language:
            return []
        return find_passages(self.pile.reader.read(copy), self.pile.reader.read(exemplar))

    def make_descent(self, copy: Article, support: _Support) -> Descent:
        """The descent that a support stands for."""
        turned = copy.id > support.exemplar
        found = sorted({p.one: p for p in support.passages.values()}.values(), key=lambda p: p.one)
        passages = tuple(Passage(p.other, p.one, p.words, p.chosen) if turned else p for p in found)
        one, other = sorted((copy.id, support.exemplar))
        share = support.shared / len(support.worth)
        strength = round(min(0.9, 0.5 + 0.05 * sum(support.worth) + 0.2 * share), 2)
        across = copy.language != self.articles[support.exemplar].language
        likeness = Likeness(one, other, passages, share, strength, across)
        return Descent(copy.id, support.exemplar, support.direction, likeness)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _cover(span: Span, passages: Sequence[Passage]) -> float:
    return sum(_overlap(p.one, span) for p in passages) / max(1, span.end - span.start)
