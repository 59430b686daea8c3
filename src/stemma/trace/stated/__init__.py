"""Stated links: whom an article names for what it says, by its attributions and by media that the pile knows."""

from collections.abc import Sequence

from stemma.model import Article, Derivation, Matching
from stemma.trace.stated.citations import find_citations
from stemma.trace.stated.named import find_named

__all__ = ["find_stated"]


def find_stated(matching: Matching, articles: Sequence[Article]) -> list[Derivation]:
    """One derivation per pair of voices of which one names the other.

    Args:
        matching: collations, claims, attributions and witnesses.
        articles: the pile.
    """
    attributed = find_citations(matching, {a.id: a for a in articles})
    return [*attributed, *find_named(matching, articles, attributed)]
