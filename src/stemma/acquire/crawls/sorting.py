"""Which records of a web archive are pages, and what the others are."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from stemma.acquire.crawls.response import Head, looks_like_html

SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
}
FAMILIES = {"image": "image", "font": "font", "video": "video", "audio": "sound"}
OTHERS = {
    "application/atom+xml": "feed",
    "application/ecmascript": "script",
    "application/feed+json": "feed",
    "application/javascript": "script",
    "application/json": "data file",
    "application/ld+json": "data file",
    "application/rss+xml": "feed",
    "application/x-javascript": "script",
    "application/xml": "data file",
    "text/css": "style sheet",
    "text/javascript": "script",
    "text/xml": "data file",
}
NOT_MODIFIED = 304
WEB = ("http", "https", "ftp", "file")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record of a web archive.

    Attributes:
        type: response, revisit, resource or conversion.
        address: what was fetched.
        date: when, as an ISO date-time; "" where that is not told.
        kind: the type of its content, where that is no response.
        digest: of its content; "" where that is not told.
        target: the address that a revisit refers to.
        size: bytes that it should have.
        read: reads so many bytes of it, in order; fewer only at its end.
    """

    type: str
    address: str
    date: str
    kind: str
    digest: str = ""
    target: str = ""
    size: int
    read: Callable[[int], bytes]


def find_other(record: Record, head: Head | None) -> str:
    """What a record is that is no page, in one word or two; "" where it may be one."""
    scheme, path = _split(record.address)
    if scheme not in WEB:
        return "crawler's own record"
    if path.endswith("/robots.txt"):
        return "robots file"
    if head and head.status == NOT_MODIFIED:
        return "" if record.type == "revisit" else "empty page"
    if head and 300 <= head.status < 400:
        return "redirect"
    return "error page" if head and not 200 <= head.status < 300 else ""


def _split(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    return parts.scheme.casefold(), parts.path


def find_suffix(kind: str, start: bytes, kinds: tuple[str, ...]) -> str:
    """How a content of this type is read, as a suffix; "" for one that is not read."""
    if kind in ("", "text/plain", "application/octet-stream", "unk") and looks_like_html(start):
        return ".html"
    suffix = SUFFIXES.get(kind, "")
    return suffix if suffix in kinds else ""


def name_kind(kind: str) -> str:
    """What a content of this type is called among those that are not read."""
    family = FAMILIES.get(kind.partition("/")[0])
    return family or OTHERS.get(kind) or ("PDF file" if kind == "application/pdf" else "other file")
