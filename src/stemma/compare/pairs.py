"""Which claim of the one article stands beside which of the other, and what stands alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from stemma.compare.changes import find_changes
from stemma.compare.sides import Change, Pile, soften
from stemma.match.collate import JOIN
from stemma.model import Article, Claim, Collation, Derivation, Matching, Witness
from stemma.text import find_words

Outcome = Literal["same", "changed", "contradicts", "only-a", "only-b"]
Wording = Literal["identical", "reworded", "translated"]
FEWEST = 3  # telling words that two claims of one article must share, to be one claim told twice
SURE = 0.8  # score of a further pair of a claim that stands in one already
EQUAL = 0.8  # share of the longer claim's words from which two claims differ in figures and days alone
REPEATED = 0.6  # share of the longer claim's words from which two claims of one article tell the same
OUTCOMES: tuple[Outcome, ...] = ("same", "changed", "contradicts", "only-a", "only-b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A claim of A and what B has for it, or a claim that only one of them has."""

    outcome: Outcome
    a: Claim | None = None
    b: Claim | None = None
    wording: Wording | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """Two claims of one article that cannot both hold."""

    article: str
    claims: tuple[Claim, Claim]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two articles, A and B, claim by claim. Rows stand in the order of A's text, then what only B has in B's."""

    articles: tuple[Article, Article]
    rows: tuple[Row, ...]
    within: tuple[Within, ...]
    matching: Matching
    derivations: tuple[Derivation, ...] = ()
    witnesses: tuple[Witness, ...] = ()

    def count(self) -> dict[Outcome, int]:
        """How many rows of each outcome."""
        counts = Counter(row.outcome for row in self.rows)
        return {outcome: counts[outcome] for outcome in OUTCOMES}


def pair_claims(
    articles: Sequence[Article], matching: Matching, embedder: str
) -> tuple[tuple[Row, ...], tuple[Within, ...]]:
    """The rows of a comparison, and the contradictions inside either article.

    Args:
        articles: the two, A first.
        matching: of their claims.
        embedder: that it was made with.
    """
    pile = Pile(articles, matching, embedder)
    claims = {claim.id: claim for claim in matching.claims}
    rows: list[Row] = []
    within: list[Within] = []
    for collation in matching.collations:
        told = [_find_own(collation, claims, article) for article in articles]
        rows += _pair_collation(told[0], told[1], pile)
        for own in told:
            within += _find_within(own, pile)
    rows = _pair_apart(rows, pile)
    return tuple(sorted(rows, key=_order)), tuple(sorted(within, key=lambda w: (w.article, w.claims[0].span)))


def _find_own(collation: Collation, claims: dict[str, Claim], article: Article) -> list[Claim]:
    return sorted((claims[id] for id in collation.claims if claims[id].article == article.id), key=lambda c: c.span)


def _order(row: Row) -> tuple[int, tuple[int, int], tuple[int, int]]:
    """Matched rows by A's text, then what only A has, then what only B has."""
    part = OUTCOMES.index(row.outcome) if row.outcome.startswith("only") else 0
    return part, row.a.span if row.a else (0, 0), row.b.span if row.b else (0, 0)


def _pair_collation(mine: Sequence[Claim], theirs: Sequence[Claim], pile: Pile) -> list[Row]:
    """Each claim beside the one most like it; one that repeats another stands beside what that one stands beside.

    A collation may hold two claims that only a third one joins: these two are not set side by side.
    """
    pairs = [(a, b) for a in mine for b in theirs if pile.is_across_languages(a, b) or pile.score(a, b) >= JOIN]
    ranked = sorted((_make_row(a, b, pile) for a, b in pairs), key=lambda row: _rank(row, pile))
    chosen: list[Row] = []
    for row in ranked:
        if not _is_shown(row, chosen)[0] and not _is_shown(row, chosen)[1]:
            chosen.append(row)
    for row in ranked:
        if not all(_is_shown(row, chosen)) and _is_sure(row, pile):
            chosen.append(row)
    alone = [Row(outcome="only-a", a=claim) for claim in mine if claim not in [row.a for row in chosen]]
    return chosen + alone + [Row(outcome="only-b", b=c) for c in theirs if c not in [row.b for row in chosen]]


def _is_shown(row: Row, chosen: Sequence[Row]) -> tuple[bool, bool]:
    return row.a in [known.a for known in chosen], row.b in [known.b for known in chosen]


def _is_sure(row: Row, pile: Pile) -> bool:
    """True for a repetition: a claim that stands beside one already needs more to stand beside another."""
    score = pile.score(row.a, row.b) if row.a and row.b else 0.0
    return score >= SURE and not any(change.is_doubtful for change in row.changes)


def _pair_apart(rows: Sequence[Row], pile: Pile) -> list[Row]:
    """The rows, with claims that `match` keeps apart beside each other where but a figure, a day or a name differs.

    In a pile two years are two events; whoever compares two articles wants to see "repaired in 2021" beside "in 2019".
    """
    found = list(rows)
    for mine in [row for row in rows if row.outcome == "only-a"]:
        for theirs in [row for row in found if row.outcome == "only-b"]:
            if mine.a is None or theirs.b is None or pile.is_across_languages(mine.a, theirs.b):
                continue
            shared, _, share = pile.measure_overlap(mine.a, theirs.b)
            row = _make_row(mine.a, theirs.b, pile) if shared >= FEWEST - 1 and share >= EQUAL else mine
            if any(change.aspect in ("figure", "moment", "name") for change in row.changes):
                row = replace(row, outcome="changed", changes=tuple(map(soften, row.changes)))
                found = [row if known is mine else known for known in found if known is not theirs]
                break
    return found


def _make_row(a: Claim, b: Claim, pile: Pile) -> Row:
    changes = find_changes(a, b, pile)
    grave = any(change.is_contradiction for change in changes)
    worded: Wording = "reworded" if find_words(a.text) != find_words(b.text) else "identical"
    return Row(
        outcome="contradicts" if grave else "changed" if changes else "same",
        a=a,
        b=b,
        wording="translated" if pile.is_across_languages(a, b) else worded,
        changes=changes,
    )


def _rank(row: Row, pile: Pile) -> tuple[int, float, str, str]:
    """The least changed first, then the surest."""
    score = pile.score(row.a, row.b) if row.a and row.b else 0.0
    return OUTCOMES.index(row.outcome), -score, row.a.id if row.a else "", row.b.id if row.b else ""


def _find_within(claims: Sequence[Claim], pile: Pile) -> list[Within]:
    """Nearly the same words twice, and yet not the same: two figures of one article are mostly of two things."""
    found = []
    for at, one in enumerate(claims):
        for other in claims[at + 1 :]:
            changes = tuple(change for change in find_changes(one, other, pile) if change.is_contradiction)
            shared, _, share = pile.measure_overlap(one, other)
            if changes and shared >= FEWEST and share >= REPEATED:
                found.append(Within(article=one.article, claims=(one, other), changes=changes))
    return found
