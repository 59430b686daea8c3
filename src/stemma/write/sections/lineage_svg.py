"""The lineage of a claim as a picture, and the same as a list for whoever cannot see it."""

import unicodedata

from stemma.write.sections.layout import BOX_WIDTH, Box, Layout, Route, collapse, make_layout
from stemma.write.sections.markup import isolate, quote, show, show_attribute
from stemma.write.view import wording
from stemma.write.view.lineage import Edge, Lineage, Node
from stemma.write.view.lookup import Lookup
from stemma.write.view.wording import count, say_confidence, say_short_date, shorten

NAME_LENGTH, TOLD_LENGTH = 21, 18  # characters that fit on a line
LINE, PADDING, LETTER = 15, 10, 8.3
LABEL_LINE, MOST_STEPS = 12, 8  # height of a line of a label; lines by which it may stand beside its place
DRAWN = 40  # boxes in one picture
DEEPEST = 12  # generations in the list

Area = tuple[float, float, float, float]  # left, right, top, bottom


def make_lineage_figure(lookup: Lookup, lineage: Lineage, title: str) -> str:
    """The picture with its list; the list alone where there is too much to draw, nothing where no link is known."""
    if not lineage.edges:
        return ""
    drawn = collapse(lineage)
    listed = _make_list(lookup, lineage if len(lineage.nodes) <= DRAWN else drawn)
    if len(drawn.nodes) > DRAWN:
        return f'<figure class="lineage only-list">{listed}</figure>'
    lines = {node.id: _make_lines(lookup, node) for node in drawn.nodes}
    layout = make_layout(drawn, {id: len(line) * LINE + 2 * PADDING for id, line in lines.items()})
    return f'<figure class="lineage"><div class="scroll">{_draw(layout, lines, title)}</div>{listed}</figure>'


def _draw(layout: Layout, lines: dict[str, list[tuple[str, str]]], title: str) -> str:
    routes = "".join(_draw_route(route, layout.height) for route in layout.routes)
    taken: list[Area] = []
    labels = "".join(_draw_label(route, layout, taken) for route in layout.routes)
    boxes = "".join(_draw_box(box, lines[box.id]) for box in layout.boxes if box.node is not None)
    articles = sum(box.node is not None and box.node.article is not None for box in layout.boxes)
    described = f"{count(articles, 'article')} and where each has the claim from; the same follows as a list."
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {layout.width:.0f} {layout.height:.0f}" '
        f'width="{layout.width:.0f}" height="{layout.height:.0f}"><title>Lineage: {show(title)}</title>'
        f"<desc>{described}</desc>{routes}{boxes}{labels}</svg>"
    )


def _make_lines(lookup: Lookup, node: Node) -> list[tuple[str, str]]:
    """The lines of a box, each with its class."""
    lines = [(line, "name") for line in wrap(node.name, NAME_LENGTH, 2)]
    if node.article is None:
        return [*lines, (_say_kind(node), "small")]
    article = lookup.articles[node.article]
    lines.append((f"{article.language} · {say_short_date(article.published)}", "small"))
    if node.told is not None and (node.told.words or node.told.manner != "same"):
        told = f"{node.told.symbol} {node.told.words}" if node.told.manner != "same" else node.told.words
        lines += [(line, f"told {node.told.manner}") for line in wrap(told, TOLD_LENGTH, 2)]
    return lines


def _say_kind(node: Node) -> str:
    kind = {"lost": "no copy known", "unnamed": "not named", "more": "told alike"}.get(node.kind, node.kind)
    if node.elsewhere:
        return f"{kind} · not for this claim"
    return f"{kind} · not in your files" if node.is_missing and node.kind != "lost" else kind


def wrap(text: str, length: int, most: int) -> list[str]:
    """Text in at most `most` lines of `length` columns (East Asian characters take two), cut with "…"."""
    lines, line = [], ""
    for word in shorten(text, length * most + most).split():
        wanted = f"{line} {word}".strip()
        if line and measure(wanted) > length:
            lines.append(line)
            wanted = word
        line = wanted
    lines.append(line)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] += "…"
    return [_cut(line, length) for line in kept]


def measure(text: str) -> int:
    """Columns that a text takes."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text if not unicodedata.combining(c))


def _cut(line: str, length: int) -> str:
    if measure(line) <= length + 1:
        return line
    while measure(line) > length:
        line = line[:-1]
    return line.rstrip("…") + "…"


def _draw_box(box: Box, lines: list[tuple[str, str]]) -> str:
    node = box.node
    assert node is not None
    top = box.y - box.height / 2
    classes = ["box", "article" if node.article else "witness"]
    classes += ["missing"] if node.is_missing else []
    classes += ["wanted"] if node.wanted else []
    classes += ["origin"] if node.origin else []
    classes += [node.told.manner] if node.told else []
    rows = [
        f'<text class="{name}" x="{box.x + 12:.0f}" y="{top + PADDING + LINE * (row + 0.75):.1f}">{show(words)}</text>'
        for row, (words, name) in enumerate(lines)
    ]
    shape = (
        f'<g class="{" ".join(classes)}"><title>{show(node.name)}</title>'
        f'<rect x="{box.x:.0f}" y="{top:.1f}" width="{BOX_WIDTH}" height="{box.height:.0f}" rx="4"/>{"".join(rows)}</g>'
    )
    return f'<a href="#e-{show_attribute(node.told.claim)}">{shape}</a>' if node.told else shape


def _draw_route(route: Route, height: float) -> str:
    edge, end = route.edge, route.boxes[-1]
    tip_x, tip_y = end.x, end.y
    if route.loop:
        start = route.boxes[0]
        from_x, from_y = start.x + BOX_WIDTH / 2, start.y + start.height / 2
        tip_x, tip_y = end.x + BOX_WIDTH / 2 - 30, end.y + end.height / 2
        path = (
            f"M{from_x:.1f} {from_y:.1f}C{from_x:.1f} {height:.1f} {tip_x:.1f} {height:.1f} {tip_x:.1f} {tip_y + 7:.1f}"
        )
        arrow = f"M{tip_x - 4:.1f} {tip_y + 8:.1f}L{tip_x:.1f} {tip_y:.1f}L{tip_x + 4:.1f} {tip_y + 8:.1f}Z"
    else:
        path = _make_path(route)
        arrow = f"M{tip_x - 8:.1f} {tip_y - 4:.1f}L{tip_x:.1f} {tip_y:.1f}L{tip_x - 8:.1f} {tip_y + 4:.1f}Z"
    classes = f"link {edge.basis}{' changed' if edge.changed else ''}{' denies' if edge.denies else ''}"
    classes += " loop" if route.loop else ""
    return f'<g class="{classes}"><path class="line" d="{path}"/><path class="arrow" d="{arrow}"/></g>'


def _make_path(route: Route) -> str:
    """A curve from side to side, level where it passes a layer."""
    start = route.boxes[0]
    pieces = [f"M{start.x + BOX_WIDTH:.1f} {start.y:.1f}"]
    x, y = start.x + BOX_WIDTH, start.y
    for box in route.boxes[1:]:
        middle, end = (x + box.x) / 2, box.x - (7 if box.node else 0)
        pieces.append(f"C{middle:.1f} {y:.1f} {middle:.1f} {box.y:.1f} {end:.1f} {box.y:.1f}")
        if box.node is None:
            pieces.append(f"H{box.x + BOX_WIDTH:.1f}")
        x, y = box.x + BOX_WIDTH, box.y
    return "".join(pieces)


def _draw_label(route: Route, layout: Layout, taken: list[Area]) -> str:
    """What ties the two: the words that credit the source, or how likely the link is; clear of the labels so far."""
    words = _say_link(route.edge)
    if not words:
        return ""
    before, end = route.boxes[-2], route.boxes[-1]
    x, y = (before.x + BOX_WIDTH + end.x) / 2, (before.y + end.y) / 2
    length = int(layout.gap / LETTER)
    if route.loop:
        x, y, length = (before.x + end.x + BOX_WIDTH) / 2, layout.height - 16, 40
    lines = wrap(words, length, 2 if length > 15 else 3)
    half = max(map(measure, lines)) * LETTER / 2
    y = find_free((x - half, x + half), (y, len(lines) * LABEL_LINE / 2), taken, layout.height)
    first = y - (len(lines) - 1) * 6 + 3
    text = "".join(
        f'<text class="label" x="{x:.0f}" y="{first + number * LABEL_LINE:.1f}">{show(line)}</text>'
        for number, line in enumerate(lines)
    )
    return f'<g class="{route.edge.basis}{" changed" if route.edge.changed else ""}">{text}</g>'


def find_free(sides: tuple[float, float], wish: tuple[float, float], taken: list[Area], height: float) -> float:
    """The middle nearest to the wished one where a label covers no other; the label is taken down.

    Args:
        sides: left and right.
        wish: the middle that would be best, and half the height.
        taken: areas of the labels so far, to which this one is added.
        height: that of the picture.
    """
    (left, right), (middle, half) = sides, wish
    steps = [middle + sign * step * LABEL_LINE / 2 for step in range(2 * MOST_STEPS) for sign in (1, -1)]

    def is_free(y: float) -> bool:
        inside = half <= y <= height - half
        return inside and not any(
            left < area[1] and area[0] < right and y - half < area[3] and area[2] < y + half for area in taken
        )

    y = next(filter(is_free, steps), middle)
    taken.append((left, right, y - half, y + half))
    return y


def _say_link(edge: Edge) -> str:
    if edge.denies:
        return "denies"
    if edge.basis == "inferred":
        return say_confidence(edge.confidence, edge.direction)
    return wording.quote(edge.credit, 34) if edge.credit else ""


def _make_list(lookup: Lookup, lineage: Lineage) -> str:
    told: set[str] = set()
    items = "".join(_make_item(lookup, lineage, (id, None, 0), told) for id in lineage.find_roots())
    return f'<div class="lineage-list"><ul>{items}</ul></div>'


def _make_item(lookup: Lookup, lineage: Lineage, step: tuple[str, Edge | None, int], told: set[str]) -> str:
    id, edge, depth = step
    node = lineage.get_node(id)
    words = [isolate(node.name, "who")]
    words += [_say_reading(lookup, node) if node.article else f'<span class="quiet">{show(_say_kind(node))}</span>']
    words += [f'<span class="quiet">{_say_basis(edge)}</span>'] if edge is not None else []
    copies = [] if id in told else lineage.find_copies(id)
    told.add(id)
    if copies and depth >= DEEPEST:
        words.append('<span class="quiet">… and further copies</span>')
        copies = []
    inner = "".join(_make_item(lookup, lineage, (item.copy, item, depth + 1), told) for item in copies)
    return f"<li>{' '.join(words)}{f'<ul>{inner}</ul>' if inner else ''}</li>"


def _say_reading(lookup: Lookup, node: Node) -> str:
    article = lookup.articles[node.article or ""]
    known = f'<span class="quiet">{show(article.language)}, {show(say_short_date(article.published))}</span>'
    if node.told is None or not (node.told.words or node.told.was):
        return known
    was = f", was {isolate(node.told.was)}" if node.told.was else ""
    return f'{known} <b class="{node.told.manner}">{node.told.symbol} {isolate(node.told.words)}{was}</b>'


def _say_basis(edge: Edge) -> str:
    how = f"inferred, {say_confidence(edge.confidence, edge.direction)}" if edge.basis == "inferred" else ""
    how = "denies it" if edge.denies else how
    quoted = quote(edge.credit, 120) if edge.credit else ""
    return " ".join(filter(None, [how, quoted]))
