"""A web page as blocks of text in the order of reading, each with its place in the tree of elements."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from stemma.clean.draft import SENTENCE_END, count_words

BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "ul",
])  # fmt: skip
INLINE_BREAKS = frozenset(["br", "hr", "time"])
UNSEEN = frozenset([
    "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "map", "math", "noscript",
    "object", "option", "script", "select", "style", "svg", "template", "textarea", "title", "video",
])  # fmt: skip
NAMING = ("class", "id", "itemprop", "data-testid", "data-component", "role")
HIDING = frozenset([
    "d-none", "hidden", "screen-reader-text", "screenreader-only", "sr-only", "u-hidden", "visually-hidden",
    "visuallyhidden",
])  # fmt: skip
SHOWN_AGAIN = re.compile(r":(?:block|flex|grid|inline)|-(?:block|flex)\b")  # on wider screens
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
LONGEST_TAG = 20_000  # characters; parsing takes the square of its attributes
LONG_TAG = re.compile(rf"<([A-Za-z][\w-]{{0,30}})[^<>]{{{LONGEST_TAG},}}")
SPACE = re.compile(r"[^\S\xa0\u3000\u2002-\u200a]+")
LONGEST_NAME = 300  # characters of an element's names
SHORTEST_PROSE = 6  # words
MOST_LINKED = 0.4  # of the letters of running text
LONGEST_UNENDED = 18  # words without a full stop that are running text all the same


@dataclass(slots=True)
class Node:
    """An element: where it hangs, and how it is called."""

    parent: int
    tag: str
    marks: str
    words: int = 0  # of running text below it


@dataclass(slots=True)
class Block:
    """A run of text between two edges of blocks."""

    text: str
    node: int
    linked: int  # letters inside links
    words: int = 0
    is_prose: bool = False
    is_heading: bool = False


@dataclass(slots=True)
class Layout:
    """All blocks of a page, and the elements that hold them; a parent stands before its children."""

    nodes: list[Node] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def climb(self, node: int) -> Iterator[int]:
        """Yield an element and all that hold it, innermost first."""
        while node >= 0:
            yield node
            node = self.nodes[node].parent


def parse_page(text: str) -> Any | None:
    """The page's root element, or None where there is no element at all."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        content = _shorten_tags(text).encode("utf-8", "replace")
        return html.document_fromstring(content, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError, ValueError):
        return None


def _shorten_tags(text: str) -> str:
    """The page without the attributes of tags that are longer than any that people write."""
    long = any(len(part) > LONGEST_TAG and part.find(">", 0, LONGEST_TAG) < 0 for part in text.split("<"))
    return LONG_TAG.sub(r"<\1 ", text) if long else text


def lay_out(root: Any, *, hidden: bool = False) -> Layout:
    """The page's blocks; what no reader sees is left out, but for what a script may show where `hidden` is wanted."""
    builder = _Builder(hidden)
    builder.walk(root)
    layout = builder.layout
    for block in layout.blocks:
        if block.is_prose:
            layout.nodes[block.node].words += block.words
    for node in reversed(layout.nodes):
        if node.parent >= 0:
            layout.nodes[node.parent].words += node.words
    return layout


class _Builder:
    def __init__(self, hidden: bool) -> None:
        self.with_hidden = hidden
        self.layout = Layout()
        self.open: list[int] = []
        self.parts: list[str] = []
        self.linked = 0
        self.links = 0

    def walk(self, root: Any) -> None:
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        unseen: Any = None
        for event, element in walker:
            if event == "start":
                if element.tag in UNSEEN or not self._enter(element):
                    walker.skip_subtree()
                    unseen = element
            else:
                self._leave(element, element is unseen)
        self._flush()

    def _enter(self, element: Any) -> bool:
        tag, stated = element.tag, element.items()
        attributes = dict(stated) if stated else {}
        if stated and not self.with_hidden and is_hidden(attributes):
            return False
        if tag in BLOCKS:
            self._flush()
            if tag not in INLINE_BREAKS:
                marks = " ".join([attributes[name] for name in NAMING if name in attributes])[:LONGEST_NAME]
                self.layout.nodes.append(Node(self.open[-1] if self.open else -1, tag, marks))
                self.open.append(len(self.layout.nodes) - 1)
        elif tag == "a":
            self.links += 1
        self._add(element.text)
        return True

    def _leave(self, element: Any, is_unseen: bool) -> None:
        tag = element.tag
        if is_unseen:
            pass
        elif tag in BLOCKS:
            self._flush()
            if tag not in INLINE_BREAKS:
                self.open.pop()
        elif tag == "a":
            self.links -= 1
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            if self.links:
                self.linked += len(text.strip())

    def _flush(self) -> None:
        if not self.parts:
            return
        text = "".join(self.parts)
        if self.open and not text.isspace():  # as most are
            text = SPACE.sub(" ", text).strip()
            self.layout.blocks.append(make_block(text, self.open[-1], self.linked, self._is_in_heading()))
        self.parts.clear()
        self.linked = 0

    def _is_in_heading(self) -> bool:
        return any(self.layout.nodes[node].tag in HEADINGS for node in self.open[-3:])


def is_hidden(attributes: dict[str, str]) -> bool:
    """True for what no reader sees, by an element's own attributes."""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style, names = attributes.get("style", ""), attributes.get("class", "")
    if style and "display:none" in style.replace(" ", "").lower():
        return True
    return not HIDING.isdisjoint(names.split()) and not SHOWN_AGAIN.search(names)


def make_block(text: str, node: int, linked: int, is_heading: bool) -> Block:
    """The block with what can be told from its text alone."""
    words = count_words(text)
    is_ended = SENTENCE_END.search(text) is not None
    long_enough = words >= SHORTEST_PROSE and (is_ended or words > LONGEST_UNENDED)
    is_prose = long_enough and not is_heading and linked <= MOST_LINKED * len(text)
    return Block(text=text, node=node, linked=linked, words=words, is_prose=is_prose, is_heading=is_heading)
