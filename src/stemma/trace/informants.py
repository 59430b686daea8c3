"""A medium that is not at hand, and the person or body that is known to have told it of the story."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from stemma.model import Derivation, Matching

MEDIA = ("outlet", "agency")
VOICES = ("person", "organisation", "state", "group")
# A guess that a medium had this claim, too, from whom it had another of the story: above the .5 from which a link
# counts, below what readers found of links that a text states.
CONFIDENCE = 0.6


def find_informants(
    matching: Matching, citations: Sequence[Derivation], reuse: Sequence[Derivation]
) -> list[Derivation]:
    """Links from a medium to the one who told it of the story, for claims that some article has from each of the two.

    One article has a claim from the Weekly Globe, another has it from Ana Ruiz, and a third tells that the Weekly Globe
    had other claims of the story from Ana Ruiz: these are not two ways to the claim but one.

    Args:
        matching: collations and witnesses.
        citations: the stated links.
        reuse: the inferred ones, which may lead to a medium, too.
    """
    kinds = {w.id: w.kind for w in matching.witnesses if not w.article}
    stories = {collation.id: frozenset(collation.stories) for collation in matching.collations}
    named = _find_named([*citations, *reuse])
    found = []
    for medium, links in _group(d for d in citations if kinds.get(d.copy) in MEDIA):
        led = {c for link in links for c in link.collations}
        for link in links:
            if kinds.get(link.exemplar) not in VOICES:
                continue
            spoken = frozenset().union(*(stories[c] for c in link.collations))
            fitting = [
                c for c in sorted(set(named) - led) if {medium, link.exemplar} <= named[c] and stories[c] & spoken
            ]
            if fitting:
                found.append(replace(link, basis="inferred", confidence=CONFIDENCE, collations=tuple(fitting)))
    return found


def _group(citations: Iterable[Derivation]) -> list[tuple[str, list[Derivation]]]:
    """Each medium with whom it has its claims from."""
    links: dict[str, list[Derivation]] = defaultdict(list)
    for citation in citations:
        links[citation.copy].append(citation)
    return sorted(links.items())


def _find_named(citations: Iterable[Derivation]) -> dict[str, set[str]]:
    """Collation -> all whom somebody has its claims from, by statement or by its words."""
    named: dict[str, set[str]] = defaultdict(set)
    for citation in citations:
        for collation in citation.collations:
            named[collation].add(citation.exemplar)
    return named
