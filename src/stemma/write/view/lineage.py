"""The family tree of one claim: who has it from whom, as far as it is stated or inferred."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.model import Basis, Derivation, Evidence, Span
from stemma.text import fold
from stemma.write.urgency import Finding
from stemma.write.view.lookup import Lookup
from stemma.write.view.readings import Told, find_told
from stemma.write.view.wording import show_plain

# Kinds of witnesses that are texts: what the articles credit of these exists or existed, and could be got.
TEXTS = frozenset({"outlet", "agency", "article", "document", "account", "lost", "data"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An article of the pile, or a witness that is not in it."""

    id: str
    name: str
    kind: str
    article: str | None = None
    told: Told | None = None
    wanted: bool = False
    origin: bool = False
    elsewhere: bool = False  # its outlet has an article in the pile, which does not tell this claim

    @property
    def is_missing(self) -> bool:
        """True for a text that exists or existed, but is not in the pile."""
        return not self.elsewhere and self.article is None and self.kind in TEXTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """`copy` has it from `exemplar`."""

    exemplar: str
    copy: str
    kind: str
    basis: Basis
    confidence: float
    evidence: tuple[Evidence, ...]
    direction: float = 1.0
    changed: bool = False
    denies: bool = False
    credit: str = ""  # the words that credit the exemplar


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The nodes and edges of one claim; articles first in their order, then witnesses as they were met."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def get_node(self, id: str) -> Node:
        """The node of that id."""
        return next(node for node in self.nodes if node.id == id)

    def find_roots(self) -> list[str]:
        """Nodes without an exemplar; of a loop that nothing feeds, its first node."""
        copies = {edge.copy for edge in self.edges}
        roots = [node.id for node in self.nodes if node.id not in copies]
        seen = self._reach(roots)
        # Witnesses before articles, so that a loop is told from whoever is credited.
        for node in sorted(self.nodes, key=lambda node: (not node.origin, node.article is not None)):
            if node.id not in seen:
                roots.append(node.id)
                seen |= self._reach([node.id])
        return roots

    def find_copies(self, id: str) -> list[Edge]:
        """The links that lead on from a node."""
        return [edge for edge in self.edges if edge.exemplar == id]

    def _reach(self, roots: list[str]) -> set[str]:
        copies: dict[str, list[str]] = {}
        for edge in self.edges:
            copies.setdefault(edge.exemplar, []).append(edge.copy)
        seen: set[str] = set()
        queue = list(roots)
        while queue:
            id = queue.pop()
            if id not in seen:
                seen.add(id)
                queue += copies.get(id, [])
        return seen


def make_lineage(lookup: Lookup, finding: Finding) -> Lineage:
    """The lineage of one claim, from its articles up to their origins."""
    told = {item.article: item for item in find_told(lookup, finding.collation, finding.assessment)}
    homes = _find_homes(lookup, finding)
    edges = _find_edges(lookup, finding, homes)
    order = dict.fromkeys([*finding.articles, *(id for edge in edges for id in (edge.copy, edge.exemplar))])
    origins = {homes.get(id, id) for id in finding.assessment.origins}
    nodes = tuple(
        replace(_make_node(lookup, id, told.get(id)), wanted=id in lookup.wanted, origin=id in origins) for id in order
    )
    changed = {id for id, item in told.items() if item.manner == "changed"}
    return Lineage(nodes=nodes, edges=tuple(replace(edge, changed=edge.copy in changed) for edge in edges))


def rank_articles(lookup: Lookup, finding: Finding, lineage: Lineage | None = None) -> dict[str, int]:
    """The place of every article on the way of a claim: an exemplar before its copies, else the earlier one first.

    Args:
        lookup: the dossier.
        finding: the claim.
        lineage: its lineage, where that is made already.
    """
    above: dict[str, set[str]] = {}
    for edge in (lineage or make_lineage(lookup, finding)).edges:
        above.setdefault(edge.copy, set()).add(edge.exemplar)
    inside = list(finding.articles)
    date = {id: lookup.articles[id].published or "~" for id in inside if id in lookup.articles}
    ranks: dict[str, int] = {}
    left = sorted(inside, key=lambda id: (date.get(id, "~"), inside.index(id)))
    waiting = set(left)
    while left:
        free = (id for id in left if not any(up in waiting and up != id for up in above.get(id, ())))
        ready = next(free, left[0])  # a loop is cut at its earliest article
        ranks[ready] = len(ranks)
        left.remove(ready)
        waiting.remove(ready)
    return ranks


def _find_homes(lookup: Lookup, finding: Finding) -> dict[str, str]:
    """Witness id -> article id, where the witness is one of the articles or the outlet of just one of them."""
    homes: dict[str, str] = {}
    outlets: dict[str, list[str]] = {}
    for id in finding.articles:
        outlet = lookup.articles[id].outlet if id in lookup.articles else None
        if outlet:
            outlets.setdefault(fold(outlet), []).append(id)
    inside = set(finding.articles)
    ids = [id for item in _get_derivations(lookup, finding) for id in (item.copy, item.exemplar)]
    ids += [*finding.assessment.origins, *(item.witness or "" for item in finding.assessment.against)]
    for witness in [lookup.witnesses[id] for id in dict.fromkeys(ids) if id in lookup.witnesses]:
        if witness.article is not None:
            original = lookup.get_original(witness.article)
            if original in inside:
                homes[witness.id] = original
        elif witness.kind in ("outlet", "agency"):
            own = {id for name in (witness.name, *witness.aliases) for id in outlets.get(fold(name), [])}
            if len(own) == 1:
                homes[witness.id] = own.pop()
    return homes


def _find_edges(lookup: Lookup, finding: Finding, homes: dict[str, str]) -> list[Edge]:
    """Links reached upwards from the articles; between two nodes only the surest."""
    by_copy: dict[str, list[tuple[str, Derivation]]] = {}
    for derivation in _get_derivations(lookup, finding):
        copy = homes.get(derivation.copy, derivation.copy)
        exemplar = homes.get(derivation.exemplar, derivation.exemplar)
        if copy != exemplar:
            by_copy.setdefault(copy, []).append((exemplar, derivation))
    edges: dict[tuple[str, str], Edge] = {}
    told = _find_spans(lookup, finding)
    queue, seen = list(finding.articles), set(finding.articles)
    while queue:
        copy = queue.pop(0)
        for exemplar, derivation in sorted(by_copy.get(copy, []), key=_get_sureness):
            edges.setdefault((exemplar, copy), _make_edge(lookup, told, (exemplar, copy), derivation))
            if exemplar not in seen:
                seen.add(exemplar)
                queue.append(exemplar)
    denials = _find_denials(finding, homes, edges)
    return [*edges.values(), *denials]


def _get_derivations(lookup: Lookup, finding: Finding) -> list[Derivation]:
    """The links of this claim; links of whole articles only between articles that both tell it."""
    inside = set(finding.articles)

    def is_inside(id: str) -> bool:
        witness = lookup.witnesses.get(id)
        return witness is None or witness.article is None or lookup.get_original(witness.article) in inside

    own = lookup.derivations.get(finding.collation.id, [])
    whole = sorted((pair for id in ("", *inside) for pair in lookup.whole.get(id, ())), key=lambda pair: pair[0])
    return [*own, *(item for _, item in whole if is_inside(item.copy) and is_inside(item.exemplar))]


def _find_denials(finding: Finding, homes: dict[str, str], known: dict[tuple[str, str], Edge]) -> list[Edge]:
    """Whoever denies the claim, tied to the article that says so; a link already there is turned into a denial."""
    denials: dict[tuple[str, str], Edge] = {}
    for against in finding.assessment.against:
        if against.witness is None or against.article not in finding.articles:
            continue
        exemplar = homes.get(against.witness, against.witness)
        found = known.pop((exemplar, against.article), None)
        edge = found or Edge(
            exemplar=exemplar, copy=against.article, kind="citation", basis="stated", confidence=1.0, evidence=()
        )
        if exemplar != against.article:
            denials[exemplar, against.article] = replace(edge, denies=True)
    return list(denials.values())


def _find_spans(lookup: Lookup, finding: Finding) -> dict[str, list[Span]]:
    """Where each article tells the claim."""
    spans: dict[str, list[Span]] = {}
    for id in finding.collation.claims:
        if id in lookup.claims:
            spans.setdefault(lookup.claims[id].article, []).append(lookup.claims[id].span)
    return spans


def _make_edge(
    lookup: Lookup, told: Mapping[str, Sequence[Span]], ends: tuple[str, str], derivation: Derivation
) -> Edge:
    exemplar, copy = ends

    def rank(item: Evidence) -> tuple[bool, bool]:
        """The copy's own words first, and of shared ones those that tell this claim."""
        shown = derivation.basis == "stated" or any(span.overlaps(item.span) for span in told.get(item.article, ()))
        return lookup.get_original(item.article) != copy, not shown

    evidence = sorted(derivation.evidence, key=rank)
    credits = (lookup.find_credit(item.article, derivation.exemplar, item.span) for item in evidence)
    credit = next(filter(None, credits), "") or (evidence[0].text if evidence else "")
    return Edge(
        exemplar=exemplar,
        copy=copy,
        kind=derivation.kind,
        basis=derivation.basis,
        confidence=derivation.confidence,
        direction=derivation.direction,
        evidence=derivation.evidence,
        credit=show_plain(credit),
    )


def _get_sureness(pair: tuple[str, Derivation]) -> tuple[str, bool, float]:
    exemplar, derivation = pair
    return exemplar, derivation.basis != "stated", -derivation.confidence


def _make_node(lookup: Lookup, id: str, told: Told | None) -> Node:
    if id in lookup.articles:
        return Node(id=id, name=lookup.names[id], kind="article", article=id, told=told)
    witness = lookup.witnesses.get(id)
    kind = witness.kind if witness else "unnamed"
    return Node(id=id, name=lookup.name_witness(id), kind=kind, elsewhere=bool(lookup.find_own(id)))
