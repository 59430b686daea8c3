"""Stage 6, Collation -> Stemma: who has it from whom, stated and inferred."""

from collections.abc import Sequence

from stemma.model import Article, Derivation, Matching, Stemma
from stemma.settings import Settings
from stemma.trace.informants import find_informants
from stemma.trace.reuse import find_reuse
from stemma.trace.stated import find_stated

__all__ = ["trace"]


def trace(matching: Matching, articles: Sequence[Article], settings: Settings) -> Stemma:
    """The family tree of one pile.

    Args:
        matching: collations, claims, attributions and witnesses.
        articles: the pile.
        settings: unused knobs are ignored.

    Returns:
        All witnesses, lost ones included, and all derivations, sorted.
    """
    citations = find_stated(matching, articles)
    reuse, lost = find_reuse(matching, articles, citations)
    links = [*citations, *reuse, *find_informants(matching, citations, reuse)]
    known = {w for link in links for w in (link.copy, link.exemplar)}
    known |= {a.source.witness for a in matching.attributions if a.source.witness}
    known |= {w.speaks_for for w in matching.witnesses if w.speaks_for}
    kept = [w for w in (*matching.witnesses, *lost) if w.article or w.id in known]
    return Stemma(
        witnesses=tuple(sorted(kept, key=lambda w: w.id)),
        derivations=tuple(sorted(links, key=_order)),
    )


def _order(link: Derivation) -> tuple[str, str, str, str]:
    return (link.copy, link.exemplar, link.kind, link.basis)
