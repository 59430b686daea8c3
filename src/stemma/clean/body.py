"""A document's text in lines: plain text as it stands, Markdown without its marks, web pages without the page."""

import logging
import re
from functools import lru_cache
from typing import Any

from stemma.clean.draft import Draft, count_words, split_lines
from stemma.text import fold

HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
RULE = re.compile(r"^(?:[-*_]\s*){3,}$|^```.*$|^~~~.*$")
QUOTE_OR_COMMENT = re.compile(r"^(?:>\s?)+|<!--.*?-->")
IMAGE = re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)")
LINK = re.compile(r"\[([^\]\n]{1,1000})\]\([^)\n]{0,2000}\)")
EMPHASIS = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,1000}?)(?<=\S)\1")
SITE_SEPARATOR = re.compile(r"(\s+[|\-–—:·»]\s+|[：｜])")
BARE_ADDRESS = re.compile(r"https?:|@")
SENTENCE = 6  # words
SHORT = 1500  # characters: an article this short may be only its beginning
MATTER_LINE = re.compile(r"^(\w+)\s*:\s*[\"']?(.*?)[\"']?\s*$")
MATTER_KEYS = {
    "title": "title",
    "date": "published",
    "published": "published",
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
    return Draft(lines=tuple(kept), title=title or None, **matter)


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


@lru_cache(maxsize=2)  # a pile may hold the same page a thousand times, in a row
def read_page(text: str) -> Draft | None:
    """A web page: its article, found by trafilatura, and what its metadata state; None where it holds no article."""
    document = _extract(text, fast=True)
    if document is None or not any(count_words(line) >= SENTENCE for line in split_lines(document.text)):
        return None  # nothing, or nothing but the names of its sections
    if len(document.text) < SHORT:
        document = _take_fuller(document, _extract(text, fast=False))
    sites = [site for site in (document.sitename, document.hostname) if site]
    return Draft(
        lines=split_lines(document.text),
        title=cut_site(document.title or "", sites),
        outlet=next((site for site in sites if not BARE_ADDRESS.match(site)), None),
        published=document.date or None,
        url=document.url or None,
    )


def _extract(text: str, *, fast: bool) -> Any:
    from trafilatura import bare_extraction  # takes half a second to import: only runs with web pages pay for it

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    try:
        document: Any = bare_extraction(
            text,
            fast=fast,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ValueError, TypeError, RecursionError, AssertionError):  # what broken markup has been seen to raise
        return None
    return document if document is not None and (document.text or "").strip() else None


def _take_fuller(document: Any, other: Any) -> Any:
    """The slower reading where it goes on after the same beginning, and is at least twice as long."""
    start = document.text.split("\n")[0]
    return other if other and len(other.text) >= 2 * len(document.text) and start in other.text else document


def cut_site(title: str, sites: list[str]) -> str | None:
    """The title without the site's name at its end; None for an empty one."""
    names = [_squeeze(site) for site in sites]
    parts = SITE_SEPARATOR.split(title.strip())
    while len(parts) > 2 and any(_is_site(parts[-1], name) for name in names):
        parts = parts[:-2]
    return "".join(parts).strip() or None


def _is_site(part: str, name: str) -> bool:
    squeezed = _squeeze(part)
    first = _squeeze(part.split(maxsplit=1)[0]) if part.split() else ""
    is_name = squeezed in name or name in squeezed or (len(first) > 2 and name.startswith(first))
    return len(squeezed) > 2 and is_name and len(part.split()) <= 5


def _squeeze(name: str) -> str:
    return re.sub(r"^www\.|\.(?:com?|org|net)\b.*$|[\W_]+", "", fold(name))
