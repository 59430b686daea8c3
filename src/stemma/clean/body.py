"""A document's text in lines: plain text as it stands, Markdown without its marks."""

import re
from dataclasses import replace

from stemma.clean.draft import Draft, split_lines

HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
RULE = re.compile(r"^(?:[-*_]\s*){3,}$|^```.*$|^~~~.*$")
QUOTE_OR_COMMENT = re.compile(r"^(?:>\s?)+|<!--.*?-->")
IMAGE = re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)")
LINK = re.compile(r"\[([^\]\n]{1,1000})\]\([^)\n]{0,2000}\)")
EMPHASIS = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,1000}?)(?<=\S)\1")
MATTER_LINE = re.compile(r"^(\w+)\s*:\s*[\"']?(.*?)[\"']?\s*$")
MATTER_KEYS = {
    "title": "title",
    "date": "published",
    "published": "published",
    "modified": "modified",
    "author": "author",
    "section": "section",
    "outlet": "outlet",
    "source": "outlet",
    "url": "url",
}


def read_text(text: str) -> Draft:
    """Plain text: its lines."""
    return Draft(lines=split_lines(text))


def read_markdown(text: str) -> Draft:
    """Markdown: its lines without marks and link addresses; the first heading of the highest rank is the title."""
    matter, lines = _split_matter(split_lines(text))
    title = matter.pop("title", None)
    kept: list[str] = []
    for line in lines:
        if RULE.match(line):
            continue
        heading = HEADING.match(line)
        if heading and title is None and not any(kept):
            title = _strip_marks(heading.group(1))
            continue
        kept.append(_strip_marks(heading.group(1) if heading else line))
    return replace(Draft(lines=tuple(kept), title=title or None), **matter)  # type: ignore[arg-type]


def _split_matter(lines: tuple[str, ...]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The facts between `---` lines at the top, and the lines after them."""
    if not lines or lines[0] != "---" or "---" not in lines[1:60]:
        return {}, lines
    end = lines.index("---", 1)
    found = [match for match in map(MATTER_LINE.match, lines[1:end]) if match]
    facts = {
        MATTER_KEYS[m.group(1).casefold()]: m.group(2)
        for m in found
        if m.group(1).casefold() in MATTER_KEYS and m.group(2)
    }
    return facts, lines[end + 1 :]


def _strip_marks(line: str) -> str:
    plain = IMAGE.sub("", QUOTE_OR_COMMENT.sub("", line))
    return EMPHASIS.sub(r"\2", LINK.sub(r"\1", plain)).strip()
