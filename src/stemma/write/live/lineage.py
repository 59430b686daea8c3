"""The lineage of a claim, and the links of all, as a report's data."""

from collections.abc import Mapping

from stemma.write.live.index import Index, Json
from stemma.write.view.lineage import Edge, Lineage, Node


def make_lineage_data(index: Index, lineage: Lineage, tellings: Mapping[str, int]) -> Json:
    """The nodes and edges of one claim; the ends of edges are places among the nodes.

    Args:
        index: places in the report's lists.
        lineage: the family tree.
        tellings: article id -> the place of its telling among the claim's.
    """
    place = {node.id: number for number, node in enumerate(lineage.nodes)}
    return {
        "nodes": [_make_node(index, node, tellings) for node in lineage.nodes],
        "edges": [_make_edge(index, edge, (place[edge.exemplar], place[edge.copy])) for edge in lineage.edges],
    }


def _make_node(index: Index, node: Node, tellings: Mapping[str, int]) -> Json:
    return {
        "article": index.articles.get(node.article or ""),
        "witness": index.witnesses.get(node.id),
        "name": node.name,
        "kind": node.kind,
        "origin": node.origin,
        "wanted": node.wanted,
        "missing": node.is_missing,
        "elsewhere": node.elsewhere,
        "telling": tellings.get(node.article or ""),
    }


def _make_edge(index: Index, edge: Edge, ends: tuple[int, int]) -> Json:
    return {
        "from": ends[0],
        "to": ends[1],
        "kind": edge.kind,
        "basis": edge.basis,
        "confidence": round(edge.confidence, 3),
        "direction": round(edge.direction, 3),
        "changed": edge.changed,
        "denies": edge.denies,
        "credit": edge.credit,
        "evidence": index.make_evidence(edge.evidence),
    }


def make_links(index: Index) -> list[Json]:
    """Every link of the dossier between witnesses that it knows."""
    return [
        {
            "copy": index.witnesses[item.copy],
            "exemplar": index.witnesses[item.exemplar],
            "kind": item.kind,
            "basis": item.basis,
            "confidence": round(item.confidence, 3),
            "direction": round(item.direction, 3),
            "claims": index.find_claims(item.collations),
            "evidence": index.make_evidence(item.evidence),
        }
        for item in index.lookup.dossier.derivations
        if item.copy in index.witnesses and item.exemplar in index.witnesses
    ]
