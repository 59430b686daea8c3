"""Where the boxes of a lineage go: layers from origins to articles, left to right; few crossings; nothing overlaps."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from stemma.write.view.lineage import Edge, Lineage, Node

BOX_WIDTH, ROW_GAP, MARGIN = 178, 22, 8
WIDE_GAP, NARROW_GAP = 142, 104  # between columns: up to four of them, and more
ALIKE_SHOWN = 4  # copies told alike that are drawn one by one
SWEEPS = 6


@dataclass(slots=True, kw_only=True)
class Box:
    """A node with its place; `node` is None where a long link merely passes through a layer."""

    id: str
    node: Node | None
    height: float
    layer: int
    x: float = 0.0  # of the left side
    y: float = 0.0  # of the centre
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A link with the boxes that it runs through; `loop` where it runs backwards."""

    edge: Edge
    boxes: tuple[Box, ...]
    loop: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Placed boxes and routes."""

    boxes: tuple[Box, ...]
    routes: tuple[Route, ...]
    width: float
    height: float
    gap: int


def make_layout(lineage: Lineage, heights: dict[str, float]) -> Layout:
    """Place every node; `heights` says how high each box is."""
    layers = find_layers(lineage)
    boxes = {
        node.id: Box(id=node.id, node=node, height=heights[node.id], layer=layers[node.id]) for node in lineage.nodes
    }
    routes = [_make_route(edge, boxes) for edge in lineage.edges]
    columns: list[list[Box]] = [[] for _ in range(max(layers.values(), default=0) + 1)]
    for box in boxes.values():
        columns[box.layer].append(box)
    for sweep in range(SWEEPS):
        _order(columns, boxes, downwards=sweep % 2 == 0)
    height = _place(columns, boxes)
    loops = sum(route.loop for route in routes)
    gap = WIDE_GAP if len(columns) <= 4 else NARROW_GAP
    for box in boxes.values():
        box.x = MARGIN + box.layer * (BOX_WIDTH + gap)
    width = 2 * MARGIN + len(columns) * (BOX_WIDTH + gap) - gap
    height += 34 * min(loops, 3)
    return Layout(boxes=tuple(boxes.values()), routes=tuple(routes), width=width, height=height, gap=gap)


def find_layers(lineage: Lineage) -> dict[str, int]:
    """The longest way from an origin to each node, loops cut; articles that nobody copies stand in the last layer."""
    layers = {node.id: 0 for node in lineage.nodes}
    forward = _cut_loops(lineage)
    copies = _group_by_exemplar(forward)
    waiting = Counter(edge.copy for edge in forward)
    ready = [node.id for node in lineage.nodes if not waiting[node.id]]
    for id in ready:  # grows while it is walked
        for edge in copies.get(id, []):
            layers[edge.copy] = max(layers[edge.copy], layers[id] + 1)
            waiting[edge.copy] -= 1
            if not waiting[edge.copy]:
                ready.append(edge.copy)
    last = max(layers.values(), default=0)
    exemplars = {edge.exemplar for edge in forward}
    ends = {node.id for node in lineage.nodes if node.id not in exemplars and (node.article or node.kind == "more")}
    return {id: last if id in ends else layer for id, layer in layers.items()}


def _group_by_exemplar(edges: Iterable[Edge]) -> dict[str, list[Edge]]:
    grouped: dict[str, list[Edge]] = {}
    for edge in edges:
        grouped.setdefault(edge.exemplar, []).append(edge)
    return grouped


def _cut_loops(lineage: Lineage) -> list[Edge]:
    """The links without those that lead back to where one came from."""
    copies = _group_by_exemplar(lineage.edges)
    kept: list[Edge] = []
    done: set[str] = set()
    for root in lineage.find_roots():
        _walk(copies, root, kept, done)
    return kept


def _walk(copies: dict[str, list[Edge]], root: str, kept: list[Edge], done: set[str]) -> None:
    """Depth first, without recursion, so that a long chain of copies cannot exhaust the stack."""
    path: dict[str, None] = {}
    stack = [(root, iter(copies.get(root, [])))]
    while stack:
        id, edges = stack[-1]
        path[id] = None
        edge = next(edges, None)
        if edge is None:
            stack.pop()
            path.pop(id)
            done.add(id)
        elif edge.copy not in path:
            kept.append(edge)
            if edge.copy not in done:
                stack.append((edge.copy, iter(copies.get(edge.copy, []))))


def collapse(lineage: Lineage) -> Lineage:
    """The lineage with many copies of one exemplar, all told alike, drawn as one box."""
    exemplars: dict[str, list[Edge]] = {}
    for edge in lineage.edges:
        exemplars.setdefault(edge.copy, []).append(edge)
    copied = {edge.exemplar for edge in lineage.edges}
    groups: dict[tuple[object, ...], list[Node]] = {}
    for node in lineage.nodes:
        alike = node.told is not None and node.told.manner in ("same", "about")
        if node.article is not None and alike and node.id not in copied:
            key = tuple(sorted((edge.exemplar, edge.basis) for edge in exemplars.get(node.id, [])))
            groups.setdefault(key, []).append(node)
    for nodes in groups.values():
        if len(nodes) > ALIKE_SHOWN + 1:
            lineage = _merge(lineage, nodes[ALIKE_SHOWN:])
    return lineage


def _merge(lineage: Lineage, nodes: list[Node]) -> Lineage:
    gone = {node.id for node in nodes[1:]}
    more = Node(id=nodes[0].id, name=f"{len(nodes)} more articles", kind="more")
    return Lineage(
        nodes=tuple(more if node.id == more.id else node for node in lineage.nodes if node.id not in gone),
        edges=tuple(edge for edge in lineage.edges if edge.copy not in gone),
    )


def _make_route(edge: Edge, boxes: dict[str, Box]) -> Route:
    start, end = boxes[edge.exemplar], boxes[edge.copy]
    if end.layer <= start.layer:
        return Route(edge=edge, boxes=(start, end), loop=True)
    through = [start]
    for layer in range(start.layer + 1, end.layer):
        passing = Box(id=f"{edge.exemplar}>{edge.copy}>{layer}", node=None, height=14, layer=layer)
        boxes[passing.id] = passing
        through.append(passing)
    through.append(end)
    for first, second in pairwise(through):
        first.after.append(second.id)
        second.before.append(first.id)
    return Route(edge=edge, boxes=tuple(through), loop=False)


def _order(columns: list[list[Box]], boxes: dict[str, Box], downwards: bool) -> None:
    """One sweep of the barycentre method (Sugiyama, Tagawa, Toda 1981)."""
    place = {box.id: number for column in columns for number, box in enumerate(column)}
    for column in columns if downwards else columns[::-1]:
        keys = {}
        for number, box in enumerate(column):
            neighbours = box.before if downwards else box.after
            keys[box.id] = sum(place[id] for id in neighbours) / len(neighbours) if neighbours else float(number)
        column.sort(key=lambda box: (keys[box.id], box.id))
        for number, box in enumerate(column):
            place[box.id] = number


def _place(columns: list[list[Box]], boxes: dict[str, Box]) -> float:
    """Set every y so that boxes stand near their neighbours and none overlap; gives the height needed."""
    for column in columns:
        _stack(column, [0.0] * len(column))
    for sweep in range(SWEEPS):
        for column in columns[::-1] if sweep % 2 == 0 else columns:
            wishes = []
            for box in column:
                neighbours = (box.after or box.before) if sweep % 2 == 0 else (box.before or box.after)
                wishes.append(sum(boxes[id].y for id in neighbours) / len(neighbours) if neighbours else box.y)
            _stack(column, wishes)
    top = min((box.y - box.height / 2 for box in boxes.values()), default=0.0)
    for box in boxes.values():
        box.y += MARGIN - top
    return max((box.y + box.height / 2 for box in boxes.values()), default=0.0) + MARGIN


def _stack(column: list[Box], wishes: list[float]) -> None:
    """Put boxes one below the other, each as near to its wish as the order allows."""
    bottom = float("-inf")
    for box, wish in zip(column, wishes, strict=True):
        box.y = max(wish, bottom + box.height / 2)
        bottom = box.y + box.height / 2 + ROW_GAP
    if column:
        shift = sum(wish - box.y for box, wish in zip(column, wishes, strict=True)) / len(column)
        for box in column:
            box.y += shift
