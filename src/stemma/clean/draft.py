"""What the parts of this stage hand to each other: lines of text with what the page itself says of them."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

SENTENCE_END = re.compile(r"[.!?…:;。！？︒।؟]['\"”’»)\]]*$")
FULL_STOP = re.compile(r"[.…;。।]['\"”’»)\]]*$")
WIDE = re.compile("[\u3040-\u9fff]")
SPACES = re.compile(r"[^\S\n]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document on its way to an article; all but its lines only where its metadata state them."""

    lines: tuple[str, ...]
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    author: str | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    around: tuple[str, ...] = ()  # short lines elsewhere on the page, where it holds hardly any article
    is_paid: bool = False  # the page says that only subscribers read all of it
    conflicts: dict[str, str] = field(default_factory=dict)


def split_lines(text: str) -> tuple[str, ...]:
    """The lines of a text, without space at their ends; runs inside a line are still there."""
    return tuple(line.strip("\ufeff \t\r\n\x0b\x0c") for line in text.splitlines())


def collapse_spaces(line: str) -> str:
    """The line with every run of spaces as one; a single unusual space stays what it is."""
    return SPACES.sub(lambda match: " " if " " in match.group() else match.group()[0], line.strip())


@lru_cache(maxsize=4096)  # each line is asked for by all who judge it
def count_words(line: str) -> int:
    """Words of a line; in writing without spaces, two characters count as one word."""
    wide = 0 if line.isascii() else len(WIDE.findall(line))
    return len(line.split()) + wide // 2


def is_headline_like(line: str) -> bool:
    """True for a line that could be a headline: short, and no sentence that ends in a full stop."""
    return 0 < count_words(line) <= 30 and len(line) <= 220 and not FULL_STOP.search(line)


def is_body_like(line: str) -> bool:
    """True for a line of running text: a whole sentence of some length, or anything very long."""
    words = count_words(line)
    return words > 40 or (words >= 5 and SENTENCE_END.search(line) is not None)
