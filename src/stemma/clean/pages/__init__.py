"""A web page: its article's own lines, and what the page states of it."""

import logging
from functools import lru_cache
from typing import Any

from stemma.clean.draft import Draft, count_words, split_lines
from stemma.clean.pages.body import choose_blocks, squeeze
from stemma.clean.pages.facts import Facts
from stemma.clean.pages.load import Page, load_page
from stemma.clean.pages.scripts import find_markup
from stemma.clean.pages.tree import Block, lay_out, parse_page

__all__ = ["read_page"]

LARGEST_ASKED = 500_000  # characters; the library takes minutes over the largest pages
THIN = 80  # words: below that the page is asked again, in all the other ways
SHORTEST_KNOWN = 100  # characters: less is a summary
FULLER = 2.0  # times the words that the first way found


@lru_cache(maxsize=2)  # a pile may hold the same page a thousand times, in a row
def read_page(text: str) -> Draft | None:
    """The article of a web page with what its metadata state; None where there is no element in it."""
    page = load_page(text)
    if page is None:
        return None
    facts = page.facts
    lines = _find_lines(page, text)
    return Draft(
        lines=tuple(line for line in lines if squeeze(line) != squeeze(facts.title or "")),
        title=facts.title,
        outlet=facts.outlet,
        published=facts.published,
        modified=facts.modified,
        author=facts.author,
        section=facts.section,
        language=facts.language,
        url=facts.url,
        conflicts=facts.conflicts,
        around=tuple(block.text for block in page.layout.blocks) if _count(lines) < THIN else (),
        is_paid=facts.is_paid,
    )


def _find_lines(page: Page, text: str) -> list[str]:
    """The lines of the article, from what is seen; else from what is hidden, in metadata, or in scripts."""
    root, facts = page.root, page.facts
    lines = _write(choose_blocks(page.layout, facts.lead, facts.known))
    found = _count(lines)
    known = _count([facts.known]) if len(facts.known) >= SHORTEST_KNOWN else 0
    if known > FULLER * found:
        hidden = _write(choose_blocks(lay_out(root, hidden=True), facts.lead, facts.known))
        lines = hidden if _count(hidden) >= known / FULLER else _read_markup(facts.known, facts)
    if _count(lines) < THIN:
        lines = _take_fuller(lines, _read_markup(find_markup(root), facts))
    if _count(lines) < THIN and len(text) <= LARGEST_ASKED:
        lines = _take_fuller(lines, _ask_library(text))
    return lines


def _take_fuller(lines: list[str], other: list[str]) -> list[str]:
    return other if _count(other) >= max(1, FULLER * _count(lines)) else lines


def _write(blocks: list[Block]) -> list[str]:
    return [line for block in blocks for line in split_lines(block.text) if line]


def _count(lines: list[str]) -> int:
    return sum(map(count_words, lines))


def _read_markup(markup: str, facts: Facts) -> list[str]:
    """The lines of a piece of HTML, or of plain text with line ends, from metadata or a script."""
    if not markup.strip():
        return []
    root = parse_page(markup if "<p" in markup else "<p>" + markup.replace("\n", "<p>"))
    return _write(choose_blocks(lay_out(root), facts.lead, "")) if root is not None else []


def _ask_library(text: str) -> list[str]:
    from trafilatura import bare_extraction  # half a second to import: only pages that hold hardly any text pay for it

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        document: Any = bare_extraction(text, fast=True, include_comments=False, with_metadata=False)
    except (ValueError, TypeError, RecursionError, AssertionError):  # what broken markup has been seen to raise
        return []
    return [line for line in split_lines(document.text or "") if line] if document is not None else []
