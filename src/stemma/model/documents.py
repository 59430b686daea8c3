"""What is read: words and their places, files, articles, and the stories that articles tell."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """Characters [start, end) of an article's text, in Unicode code points. Serialised as `[start, end]`."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """True when `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Some words of a known article: a hedge, a cue, a name. `text` equals the span's characters."""

    span: Span | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The exact words of one article that support a finding; at most 600 characters."""

    article: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """Bytes as they were found, with what `meta.jsonl` says of them. `uri` is relative to the given path, with `/`."""

    uri: str
    sha256: str
    content: bytes
    suffix: str  # ".txt", ".md", ".html", …; decides how `clean` reads it
    meta: dict[str, str] = field(default_factory=dict)  # what is known of it from outside: see meta.jsonl


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An input that could not be used, and why; shown in every report."""

    uri: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Cleaned text of one document. `text` = title, newline, body (the body alone where there is no title)."""

    id: str  # first 12 hex of sha256
    uri: str
    sha256: str
    language: str  # ISO 639-1, or "und"
    title: str | None
    outlet: str | None = None
    published: str | None = None  # ISO date or date-time
    retrieved: str | None = None
    author: str | None = None
    modified: str | None = None  # ISO date or date-time of the last change, where the document states it
    section: str | None = None
    basis: dict[str, str] = field(default_factory=dict)  # field above -> stated|metadata|inferred
    conflicts: dict[str, str] = field(default_factory=dict)  # field above -> what else the document says, and where
    corrections: tuple[Mark, ...] = ()  # where it says itself that it was corrected, updated or edited
    text: str = ""
    url: str | None = None
    story: str | None = None
    duplicate_of: str | None = None
    revision_of: str | None = None
    reprint: bool = False  # it says itself that it first appeared elsewhere

    @property
    def body_start(self) -> int:
        """Where the body begins in `text`."""
        return len(self.title) + 1 if self.title else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One event with its direct consequences within days."""

    id: str
    title: str
    articles: tuple[str, ...]
    thread: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Stories on one continuing matter."""

    id: str
    title: str
    stories: tuple[str, ...]
