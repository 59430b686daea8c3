"""Articles that only a page's scripts hold: pages that are put together in the browser."""

import json
import re
from collections.abc import Iterator
from typing import Any

STRING = re.compile(r'"((?:[^"\\]++|\\.)*+)"?', re.DOTALL)  # an open one too, so that no part is read twice
LONG = 400  # characters
PARAGRAPH = re.compile(r"<p[\s>]|<br\s*/?>", re.IGNORECASE)
ESCAPED = re.compile(r"\\u003c(?:p|br)\b|<(?:p|br)\b", re.IGNORECASE)
DEEPEST = 3  # strings in strings
LARGEST = 3_000_000  # characters of one script


def find_markup(root: Any) -> str:
    """The longest piece of HTML with paragraphs that stands as a string in a script, or ""."""
    pieces = [
        piece
        for script in root.iter("script")
        if script.text and len(script.text) <= LARGEST and ESCAPED.search(script.text)
        for piece in _find_pieces(script.text, DEEPEST)
    ]
    return max(pieces, key=lambda piece: len(PARAGRAPH.findall(piece)), default="")


def _find_pieces(text: str, depth: int) -> Iterator[str]:
    for match in STRING.finditer(text):
        if len(match.group(1)) < LONG:
            continue
        try:
            plain = json.loads(f'"{match.group(1)}"', strict=False)
        except ValueError:
            continue
        if depth and '"' in plain:
            yield from _find_pieces(plain, depth - 1)
        if PARAGRAPH.search(plain):
            yield plain
