"""Stemma → Weighing: how many independent ways lead to each claim, who disputes it, what to get next, and when it was.

Read `independence.py` first: it holds the rules of the count on a plain graph.
"""

from collections.abc import Sequence
from dataclasses import replace

from stemma.model import Article, Assessment, Collation, Matching, Stemma, Weighing
from stemma.settings import Settings
from stemma.weigh.counting.shapes import count_firm_by_shape, measure_by_shape
from stemma.weigh.drift.sources import add_lost_sources
from stemma.weigh.grading.credibility import propose_credibility
from stemma.weigh.independence import Ways
from stemma.weigh.paths import mark_paths
from stemma.weigh.pile import Pile
from stemma.weigh.reasons import choose_support, find_reasons
from stemma.weigh.standing import find_dispute, find_steps, judge_standing
from stemma.weigh.timeline import find_timeline
from stemma.weigh.tradition import OWN, make_tradition
from stemma.weigh.wanted import find_wanted

__all__ = ["weigh"]


def weigh(matching: Matching, stemma: Stemma, articles: Sequence[Article], settings: Settings) -> Weighing:
    """Assess every collation, mark where its readings changed, and list missing sources and dated events.

    Args:
        matching: collations with their claims, attributions and witnesses.
        stemma: who has what from whom.
        articles: the cleaned articles, in any order.
        settings: the run's settings; nothing in this stage depends on one yet.

    Returns:
        One assessment a collation, in the collations' order; the collations with paths and labels set.
    """
    pile = Pile(matching, stemma, articles)
    weighed = [weigh_collation(pile, collation) for collation in matching.collations]
    assessments = tuple(assessment for assessment, _ in weighed)
    return Weighing(
        collations=tuple(collation for _, collation in weighed),
        assessments=assessments,
        wanted=find_wanted(pile, assessments),
        timeline=find_timeline(pile, matching.collations),
    )


def weigh_collation(pile: Pile, collation: Collation) -> tuple[Assessment, Collation]:
    """The assessment of one collation, and the collation with paths and labels set on its variants."""
    standing = judge_standing(pile, collation)
    tradition = make_tradition(pile, collation, standing)
    ways = widen(pile, collation, measure_by_shape(tradition))
    firm = count_firm_by_shape(tradition) if ways.independent.low > 1 else ways.independent.low
    claims = pile.find_claims(collation)
    steps = find_steps(pile, standing.voices)
    dispute = find_dispute(pile, standing, steps, ways.origins)
    unsourced = find_articles(pile, standing.putting_forward, ways.unsourced)
    if not (standing.putting_forward or standing.against):  # told, but by nobody: a refusal to comment and no more
        unsourced = tuple(sorted(set(standing.representatives.values())))
    marked = add_lost_sources(pile, mark_paths(pile, collation, ways.links), ways.links)
    assessment = Assessment(
        collation=collation.id,
        supporting=find_articles(pile, standing.putting_forward, ways.supporting),
        against=standing.against,
        unsourced=unsourced,
        independent=ways.independent,
        heard_by=ways.heard_by,
        origins=find_witnesses(pile, ways.origins),
        bottlenecks=find_witnesses(pile, ways.bottlenecks),
        circular=ways.circular,
        support=choose_support(pile, ways, firm, claims),
        dispute=dispute,
        steps=steps,
        reasons=find_reasons(pile, collation, standing, ways, dispute),
        credibility=propose_credibility(pile, marked, tradition, ways, dispute),
    )
    return assessment, marked


def widen(pile: Pile, collation: Collation, ways: Ways) -> Ways:
    """The count with low and high as far apart as they are when the claims that may be the same one are taken in.

    A claim left out may bring an origin of its own, or show that two of those counted have it from one.
    """
    counts, most = ways.independent, len(ways.supporting)
    near = [pile.collations[name] for name in collation.near]
    if not near or (counts.low <= 1 and counts.high == most):
        return ways
    whole = replace(collation, claims=(*collation.claims, *(claim for other in near for claim in other.claims)))
    wide = measure_by_shape(make_tradition(pile, whole, judge_standing(pile, whole))).independent
    low, high = min(counts.low, max(1, wide.low)), max(counts.high, min(wide.best, most))
    return replace(ways, independent=replace(counts, low=low, high=high))


def find_articles(pile: Pile, articles: Sequence[str], nodes: Sequence[str]) -> tuple[str, ...]:
    """Those of the articles whose nodes are listed."""
    return tuple(article for article in articles if pile.find_node(article) in nodes)


def find_witnesses(pile: Pile, nodes: Sequence[str]) -> tuple[str, ...]:
    """The witnesses behind nodes; an article's own reporting is told by the article."""
    return tuple(sorted({name for node in nodes if (name := node.removeprefix(OWN)) in pile.witnesses}))
