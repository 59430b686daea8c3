"""Whom each article has its account from: the earlier one that tells the most of what it tells, in the same way.

A text that repeats another's facts with the same sources, in the same order, and has little beside them, was made from
it, whatever its words or language.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from stemma.model import Article, Claim, Matching, Span
from stemma.trace.direction import NEARLY_WHOLE, find_first, find_fuller
from stemma.trace.explained import find_line
from stemma.trace.likeness import RARE_CLAIM, WHOLE, Likeness
from stemma.trace.passages import Passage, Words, find_passages, split_words
from stemma.trace.pile import Pile

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
LEFT_OUT = 0.1  # taken off for one that only the exemplar has: of two the one with less beside is nearer
CITED = 3.0  # added where the copy names the exemplar
ENOUGH = 1.0
COVERED = 0.6  # share of a claim's sentence in shared wording from which it is told in the same words
SECOND = 3.0  # what a further exemplar must add
LITTLE = 0.4  # worth below which a claim still wants an exemplar
FEWEST_SHARED = 2
FEWEST_COMMON = 4  # where each of them is told by many: what everybody tells proves little
TEXTS = frozenset({"article", "outlet", "agency"})
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
    beside: int
    cited: bool
    whole: bool  # they share most of their wording
    worth: list[float]
    passages: dict[int, Passage] = field(default_factory=dict)
    shared: int = 0
    rare: int = 0  # of the shared claims, those that few articles tell, or that both tell in the same words

    def measure(self) -> float:
        """How well the exemplar explains the copy, to compare it with others."""
        return sum(self.worth) - LEFT_OUT * self.beside + CITED * self.cited

    def is_enough(self) -> bool:
        """True where the copy was rather made from it than not."""
        if self.cited or self.whole:
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
    for article in sorted(articles, key=lambda a: (a.published or "", a.id)):
        for support in finder.choose_exemplars(article, above):
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
    finder = _Finder(matching, pile, articles, (), ())
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for medium, members in sorted(_find_citers(pile, articles).items()):
        for pair in combinations(members[:MOST_CANDIDATES], 2):
            shared[pair].append(medium)
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
        self.whole = {pair for pair, share in self.coverage.items() if share >= WHOLE}
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
        self.words: dict[str, Words] = {}

    def find_sources(self, claim: Claim) -> frozenset[str]:
        """The witnesses that a claim is attributed to, and the bodies that they speak for."""
        named = {w for a in claim.attributions if (w := self.attributions[a].source.witness)}
        bodies = {b for w in named if w in self.pile.witnesses and (b := self.pile.witnesses[w].speaks_for)}
        return frozenset(named | bodies)

    def is_quoted(self, claim: Claim) -> bool:
        """True for a claim in somebody's own words."""
        return any(self.attributions[a].type == "direct" for a in claim.attributions)

    def choose_exemplars(self, article: Article, above: Mapping[str, set[str]]) -> list[_Support]:
        """The exemplar that explains the most, and a second one that explains enough of the rest."""
        supports = [
            support
            for other, direction in self.find_candidates(article)
            if article.id not in find_line(other, above) and (support := self.support(article, other, direction))
        ]
        credits = self.credits_text(article)
        enough = [s for s in supports if s.is_enough() and (s.cited or s.whole or not credits)]
        if not enough:
            return []
        first = max(enough, key=lambda s: (s.measure(), s.exemplar))
        rest = [at for at, worth in enumerate(first.worth) if worth < LITTLE]
        others = [(sum(s.worth[at] for at in rest if s.worth[at] >= NO_SOURCE), s) for s in supports if s is not first]
        best = max(others, key=lambda x: (x[0], x[1].exemplar), default=None)
        if best is None or best[0] < SECOND:
            return [first]
        second = best[1]
        second.passages = {at: second.passages[at] for at in rest if at in second.passages}
        return [first, second]

    def credits_text(self, article: Article) -> bool:
        """True for an article that names another text for what it says: it rather has its account from there."""
        cited = self.pile.cites.get(self.pile.witness_of[article.id], ())
        return any(self.pile.witnesses[w].kind in TEXTS for w in cited)

    def find_candidates(self, article: Article) -> list[tuple[str, float]]:
        """(article, how sure that it was first) of those that share claims or are cited; the likeliest ones."""
        shared: Counter[str] = Counter()
        for collation, _ in self.claims[article.id]:
            if len(self.tellers[collation]) <= CROWD:
                shared.update(self.tellers[collation].keys())
        shared.update(other for pair in self.whole if article.id in pair for other in pair)
        cited = self.pile.cites.get(self.pile.witness_of[article.id], set())
        shared.update(a for a in self.articles if self.pile.witness_of[a] in cited)
        likeliest = sorted(shared.keys() - {article.id}, key=lambda a: (-shared[a], a))[:MOST_CANDIDATES]
        return [(a, sure) for a in likeliest if (sure := self.find_sureness(self.articles[a], article))]

    def find_sureness(self, exemplar: Article, copy: Article) -> float:
        """How sure it is that one was before the other; 0 where it was not."""
        one, other = self.pile.witness_of[exemplar.id], self.pile.witness_of[copy.id]
        cites = one in self.pile.cites.get(other, ()), other in self.pile.cites.get(one, ())
        if cites[0] != cites[1]:
            return 0.95 if cites[0] else 0.0
        if frozenset((exemplar.id, copy.id)) in self.barred:
            return 0.0
        pair = frozenset((exemplar.id, copy.id))
        first = find_first(exemplar, copy)
        if first is None and self.coverage.get(pair, 1.0) >= NEARLY_WHOLE:
            first = find_fuller(exemplar, copy)
        return first[1] if first and first[0] == exemplar.id else 0.0

    def support(self, copy: Article, exemplar: str, direction: float) -> _Support | None:
        """What speaks for an exemplar, or None where the two share nothing."""
        own = {collation for collation, _ in self.claims[copy.id]}
        beside = sum(collation not in own for collation, _ in self.claims[exemplar])
        cited = self.pile.witness_of[exemplar] in self.pile.cites.get(self.pile.witness_of[copy.id], ())
        share = self.coverage.get(frozenset((copy.id, exemplar)), 0.0)
        whole = share >= (WHOLE if direction >= KNOWN else NEARLY_WHOLE)
        found = _Support(exemplar, direction, beside, cited, whole, [])
        worded = self.find_worded(copy, self.articles[exemplar])
        for at, (collation, claim) in enumerate(self.claims[copy.id]):
            told = self.tellers[collation].get(exemplar)
            same = max(worded, key=lambda p: _overlap(p.one, claim.sentence), default=None)
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
        return found if found.passages else None

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
        for article in (copy, exemplar):
            if article.id not in self.words:
                self.words[article.id] = split_words(article)
        return find_passages(self.words[copy.id], self.words[exemplar.id])

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
