"""The lineage of one claim as a tree for the terminal."""

from typing import TYPE_CHECKING

from stemma.write.urgency import Finding
from stemma.write.view.lineage import Edge, Lineage, Node, make_lineage
from stemma.write.view.lookup import Lookup
from stemma.write.view.pen import Pen
from stemma.write.view.readings import Told
from stemma.write.view.wording import count, quote, say_confidence, say_short_date

if TYPE_CHECKING:
    from rich.tree import Tree

SHOWN = 6  # copies shown under one exemplar
DEEPEST = 8  # generations shown
STYLES = {"changed": "bold yellow", "contradicts": "bold red", "denies": "bold red", "update": "cyan", "unsure": "cyan"}
Parts = list[tuple[str, str]]


def make_trees(pen: Pen, lookup: Lookup, finding: Finding) -> list["Tree"]:
    """One tree an origin; none where the articles name no source at all.

    A witness with several exemplars is told in full once, under the first; elsewhere only its name is repeated.
    """
    from rich.tree import Tree

    lineage = make_lineage(lookup, finding)
    if not lineage.edges:
        return []
    trees, told = [], set[str]()
    for id in lineage.find_roots():
        root = Tree(pen.make_text(*_tell_node((lookup, lineage), lineage.get_node(id), None)), guide_style="dim")
        told.add(id)
        _grow([root], (pen, lookup, lineage), id, told)
        trees.append(root)
    return trees


def _grow(path: list["Tree"], known: tuple[Pen, Lookup, Lineage], id: str, told: set[str]) -> None:
    """Add the copies of a node to the last tree of the path."""
    pen, lookup, lineage = known
    tree = path[-1]
    edges = sorted(lineage.find_copies(id), key=lambda edge: not edge.changed)
    for edge in edges[:SHOWN]:
        node = lineage.get_node(edge.copy)
        if node.id in told:
            repeated: Parts = [(lookup.files.get(node.id, node.name), ""), ("  see above  ", "dim"), *_tell_edge(edge)]
            tree.add(pen.make_text(*repeated))
            continue
        told.add(node.id)
        branch = tree.add(pen.make_text(*_tell_node((lookup, lineage), node, edge)))
        if len(path) < DEEPEST:
            _grow([*path, branch], known, node.id, told)
        elif lineage.find_copies(node.id):
            branch.add(pen.make_text(("… and further copies", "dim")))
    if len(edges) > SHOWN:
        told.update(edge.copy for edge in edges[SHOWN:])
        tree.add(pen.make_text((f"… and {count(len(edges) - SHOWN, 'more')}".removesuffix("s"), "dim")))


def _tell_node(known: tuple[Lookup, Lineage], node: Node, edge: Edge | None) -> Parts:
    lookup, lineage = known
    if node.article is None:
        missing = " not in your files" if node.is_missing and node.kind != "lost" else ""
        missing = " in your files, but not for this claim" if node.elsewhere else missing
        return [(node.name, "cyan"), (missing, "dim"), ("  ", ""), *(_tell_edge(edge) if edge else [])]
    article = lookup.articles[node.article]
    parts: Parts = [
        (lookup.files[article.id], ""),
        (f" {article.language} {say_short_date(article.published)}  ", "dim"),
    ]
    parts += _tell_reading(lookup, node.told) if node.told else []
    is_denial = node.told is not None and node.told.manner == "denies"
    if edge is None and not is_denial and not lineage.find_copies(node.id):
        parts.append(("own report" if node.origin else "names no source", "dim"))
    return parts + (_tell_edge(edge) if edge else [])


def _tell_reading(lookup: Lookup, told: Told) -> Parts:
    if not told.words:
        return []
    parts: Parts = [(told.words, STYLES.get(told.manner, "bold"))]
    if told.manner in STYLES:
        parts.append((f" {told.symbol}", STYLES[told.manner]))
        parts.append((f" was {told.was}" if told.was else "", "yellow"))
        span = lookup.claims[told.claim].span
        parts.append((f"  chars {span.start}–{span.end}", "dim"))
    return [*parts, ("  ", "")]


def _tell_edge(edge: Edge) -> Parts:
    parts: Parts = (
        [("inferred, " + say_confidence(edge.confidence, edge.direction) + " ", "dim")]
        if edge.basis == "inferred"
        else []
    )
    if edge.credit:
        parts.append((quote(edge.credit, 60), "dim"))
    return parts
