"""The markup inside feeds and tables, as text: a piece of an article has no page around it that must be told apart."""

import html
import re
from typing import Any

TAG = re.compile(r"</?[A-Za-z][^<>]*>")
PAGE_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)  # what comes behind it, the parser would drop
BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "body", "br", "center", "dd", "details", "div", "dl", "dt", "footer",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
UNSEEN = frozenset(
    {
        "audio", "button", "canvas", "embed", "figure", "form", "head", "iframe", "input", "math", "nav", "noscript",
        "object", "option", "picture", "script", "select", "style", "svg", "template", "textarea", "title", "video",
    }
)  # fmt: skip


def is_markup(text: str) -> bool:
    """True for a text that holds a tag."""
    return TAG.search(text) is not None


def find_text(fragment: str) -> str:
    """The text of some HTML: a line a block, without scripts, forms and figures; plain text keeps its lines."""
    if not is_markup(fragment):
        return html.unescape(fragment).strip()
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, recover=True)
    content = f"<div>{PAGE_END.sub('', fragment)}</div>".replace("\x00", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    return "" if root is None else _gather(root, etree)


def _gather(root: Any, etree: Any) -> str:
    """The text below an element; walked, not called down into, since markup may be nested without end."""
    pieces: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        hidden += (event == "start") - (event == "end") if name in UNSEEN else 0
        if name in BLOCKS:
            pieces.append("\n")
        text = element.text if event == "start" else element.tail
        if text and not hidden:
            pieces.append(re.sub(r"\s+", " ", text))
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
