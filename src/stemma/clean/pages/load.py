"""A page taken apart once, for all who look at it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from stemma.clean.pages.facts import Facts, read_facts
from stemma.clean.pages.tree import Layout, lay_out, parse_page


@dataclass(frozen=True, slots=True)
class Page:
    """A page's elements, what it states of itself, and its blocks."""

    root: Any
    facts: Facts
    layout: Layout


@lru_cache(maxsize=2)  # a pile may hold the same page a thousand times, in a row
def load_page(text: str) -> Page | None:
    """The page, or None where there is no element in the text."""
    root = parse_page(text)
    return Page(root, read_facts(root), lay_out(root)) if root is not None else None
