"""How much two articles share that neither could have by chance: runs of words, or rare claims in the same order.

Quotations are left out, unless one article cites the other: two reporters at one press conference share its words and
are still two.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Article, Attribution, Claim, Matching, Span
from stemma.trace.passages import Passage, Reader, find_holders, find_passages, find_sharing_pairs, is_rare

# Calibrated on the pairs of seven stories: a lone run below LONG is more often a stock phrase than a copy
# (docs/quality.md).
LONG = 25
TELLING = 7
TELLING_TOGETHER = 16
AFTER_CITATION = 6
QUOTED = 12  # a shorter run that only one of two puts in quotation marks may be one speech told in two ways
FEWEST = 3  # words of its own without which a passage is a name
SEVERAL = 4
SEVERAL_TOGETHER = 20
WHOLE = 0.6  # share of the shorter article from which the whole of it was taken
FEWEST_CLAIMS = 4
RARE_CLAIM = 3  # a claim told by more articles than this says little about any two of them


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two articles share; `one` and `other` are article ids, `one` < `other`."""

    one: str
    other: str
    passages: tuple[Passage, ...]
    coverage: float  # share of the shorter article's words or claims
    strength: float  # 0…1
    across_languages: bool = False

    def spans_in(self, article: str) -> list[Span]:
        """The shared spans as they stand in one of the two."""
        return [p.one if article == self.one else p.other for p in self.passages]


def find_shared_wording(
    articles: Sequence[Article], attributions: Sequence[Attribution], cited: set[frozenset[str]], reader: Reader
) -> list[Likeness]:
    """Pairs of articles of one language with telling runs of words in common, outside quotations.

    Args:
        articles: without exact copies.
        attributions: direct ones tell where quotations stand.
        cited: pairs of article ids of which one cites the other: there a short run is enough.
        reader: keeps the words of articles.
    """
    quoted = _find_quoted(attributions)
    found = []
    for _, group in sorted(_group_by_language(articles).items()):
        if len(group) == 1:
            continue
        documents = [reader.read(a) for a in group]
        holders = find_holders(documents)
        for i, j in find_sharing_pairs(holders):
            one, other = sorted((documents[i], documents[j]), key=lambda w: w.article)
            shared = find_passages(one, other)
            is_cited = frozenset((one.article, other.article)) in cited
            free = shared if is_cited else _leave_out_speech(shared, quoted[one.article], quoted[other.article])
            lengths = [p.chosen for p in free]
            rare = [len(p.words) for p in free if is_rare(p, holders) and p.chosen > 1]
            if is_telling(lengths, rare, is_cited):
                shorter = min(len(one.forms), len(other.forms))
                found.append(
                    Likeness(
                        one.article,
                        other.article,
                        tuple(
                            p
                            for p in free
                            if p.chosen >= FEWEST and (len(p.words) >= AFTER_CITATION or is_rare(p, holders))
                        ),
                        sum(len(p.words) for p in shared) / shorter,
                        weigh_runs(lengths),
                    )
                )
    return found


def _group_by_language(articles: Sequence[Article]) -> dict[str, list[Article]]:
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[article.language].append(article)
    return groups


def _leave_out_speech(shared: Sequence[Passage], one: Sequence[Span], other: Sequence[Span]) -> list[Passage]:
    """The passages that are not one speech quoted by both."""
    free = []
    for passage in shared:
        inside = _lies_in(passage.one, one), _lies_in(passage.other, other)
        if not all(inside) and (len(passage.words) >= QUOTED or not any(inside)):
            free.append(passage)
    return free


def _find_quoted(attributions: Sequence[Attribution]) -> dict[str, list[Span]]:
    quoted: dict[str, list[Span]] = defaultdict(list)
    for attribution in attributions:
        if attribution.type == "direct":
            quoted[attribution.article] += attribution.content.spans
    return defaultdict(list, {article: sorted(spans) for article, spans in quoted.items()})


def _lies_in(span: Span, spans: Sequence[Span]) -> bool:
    """True when more than half of the span lies inside quotations."""
    at = bisect_left(spans, span)
    near = spans[max(0, at - 3) : at + 3]
    covered = sum(max(0, min(s.end, span.end) - max(s.start, span.start)) for s in near)
    return 2 * covered > span.end - span.start


def is_telling(lengths: Sequence[int], rare: Sequence[int], is_cited: bool = False) -> bool:
    """One long run, two fair ones, several short ones that hardly anybody else has, or any after a citation.

    Args:
        lengths: of the shared runs, in words that a writer chooses.
        rare: all words of the runs that few articles have.
        is_cited: one of the two cites the other.
    """
    telling = [n for n in lengths if n >= TELLING]
    if is_cited:
        return max(lengths, default=0) >= AFTER_CITATION
    if len(rare) >= SEVERAL and sum(rare) >= SEVERAL_TOGETHER:
        return True
    return max(lengths, default=0) >= LONG or (len(telling) > 1 and sum(telling) >= TELLING_TOGETHER)


def weigh_runs(lengths: Sequence[int]) -> float:
    """Grows with what exceeds a phrase that two writers hit upon alike."""
    excess = sum(max(0, n - 4) for n in lengths)
    return round(min(0.95, 0.5 + excess / 100), 2)


def find_shared_claims(matching: Matching, articles: dict[str, Article], quoted: bool = False) -> list[Likeness]:
    """Pairs of articles that tell several rare claims alike: a rewrite or a translation shares these, not wording.

    Args:
        matching: collations say which claims are the same.
        articles: by id, without exact copies.
        quoted: count claims from quotations too.
    """
    claims = {c.id: c for c in matching.claims}
    direct = {a.id for a in matching.attributions if a.type == "direct"}
    shared: dict[tuple[str, str], list[tuple[Claim, Claim]]] = defaultdict(list)
    totals: dict[str, int] = defaultdict(int)
    for collation in matching.collations:
        first: dict[str, Claim] = {}
        for claim in (claims[c] for c in collation.claims):
            if claim.article in articles and (quoted or not direct & set(claim.attributions)):
                first.setdefault(claim.article, claim)
        if len(first) <= RARE_CLAIM:  # what more articles tell binds no two of them, nor parts them
            for claim in (claims[c] for c in collation.claims):
                totals[claim.article] += 1
            ordered = sorted(first)
            for at, a in enumerate(ordered):
                for b in ordered[at + 1 :]:
                    shared[a, b].append((first[a], first[b]))
    return [
        _make_likeness(pair, found, totals, articles)
        for pair, found in sorted(shared.items())
        if len(found) >= FEWEST_CLAIMS and _share_in_order(found) >= 0.7
    ]


def _share_in_order(pairs: Sequence[tuple[Claim, Claim]]) -> float:
    """Length of the longest run of claims told in the same order, as a share of all."""
    tails: list[int] = []
    for _, other in sorted(pairs, key=lambda p: (p[0].span, p[1].span)):
        at = bisect_left(tails, other.span.start)
        tails[at : at + 1] = [other.span.start]
    return len(tails) / len(pairs)


def _make_likeness(
    pair: tuple[str, str], found: Sequence[tuple[Claim, Claim]], totals: dict[str, int], articles: dict[str, Article]
) -> Likeness:
    coverage = len(found) / max(1, min(totals[pair[0]], totals[pair[1]]))
    return Likeness(
        *pair,
        tuple(Passage(a.span, b.span, (), 0) for a, b in found),
        coverage,
        round(min(0.9, 0.35 + 0.05 * len(found) + 0.3 * coverage), 2),
        articles[pair[0]].language != articles[pair[1]].language,
    )
