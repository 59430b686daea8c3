"""RSS, Atom and RDF feeds, read by feedparser; neither entities nor addresses in them are followed."""

import io
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from stemma.acquire.feeds.entry import Entry, read_entries
from stemma.acquire.feeds.moments import find_moment
from stemma.acquire.reading import Read, Reading
from stemma.model import Skipped

FEED_LIMIT = 5_000_000  # bytes; feedparser takes some 5 s for 100,000 tags
TAG_LIMIT = 100_000
# what feedparser was seen to raise, or may, on broken feeds
FAILURES = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)
ENTITY = re.compile(rb"<!ENTITY[^<>]*>", re.IGNORECASE)  # no feed needs one of its own, and a bomb is made of them
HTML_TYPES = ("text/html", "application/xhtml+xml")


def read_feed(content: bytes, uri: str, reading: Reading) -> Read:
    """Yield the entries of a feed that have text."""
    if len(content) > FEED_LIMIT or content.count(b"<") > TAG_LIMIT:
        yield Skipped(uri=uri, reason=f"a feed of more than {FEED_LIMIT // 1_000_000} MB or {TAG_LIMIT:,} tags")
        return
    feed = parse_feed(content)
    if feed is None:
        yield Skipped(uri=uri, reason="no feed that can be read")
        return
    yield from read_entries(_list_entries(feed), uri, reading)


def parse_feed(content: bytes) -> Any:
    """What feedparser finds in the bytes; None where it fails."""
    import feedparser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return feedparser.parse(
                io.BytesIO(ENTITY.sub(b"", content)), sanitize_html=False, resolve_relative_uris=False
            )
        except FAILURES:
            return None


def _list_entries(feed: Any) -> Iterator[Entry]:
    home = _find_host(_get(feed.feed, "link"))
    hosts = Counter(_find_host(_get(entry, "link")) for entry in feed.entries)
    is_collected = len([host for host in hosts if host and host != home]) > 1
    for entry in feed.entries:
        is_foreign = is_collected and _find_host(_get(entry, "link")) != home
        yield _make_entry(entry, feed.feed, "" if is_foreign else _get(feed.feed, "title"))


def _make_entry(entry: Any, feed: Any, feed_title: str) -> Entry:
    content, kind, language = _find_content(entry)
    tags = entry.get("tags") or [{}]
    return Entry(
        content=content,
        is_plain=kind not in HTML_TYPES,
        title=_get(entry, "title"),
        url=_get(entry, "link"),
        id=_get(entry, "id"),
        outlet=_get(entry.get("source") or {}, "title") or _get(entry, "publisher") or feed_title,
        author=_get(entry, "author"),
        published=_find_date(entry, "published") or _find_date(entry, "updated") or _find_date(entry, "created"),
        modified=_find_date(entry, "updated"),
        language=language or _get(feed, "language"),
        section=_get(tags[0], "term"),
    )


def _find_content(entry: Any) -> tuple[str, str, str]:
    """The longest text of an entry, its type and its language."""
    parts = [*(entry.get("content") or []), entry.get("summary_detail") or {"value": _get(entry, "summary")}]
    part = max(parts, key=lambda part: len(_get(part, "value")))
    return _get(part, "value"), _get(part, "type") or "text/html", _get(part, "language")


def _find_date(entry: Any, key: str) -> str:
    if key not in entry:  # feedparser would give the day of publication for that of the update
        return ""
    parsed = entry.get(f"{key}_parsed")
    return find_moment(_get(entry, key)) or ("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*parsed) if parsed else "")


def _get(mapping: Any, key: str) -> str:
    value = mapping.get(key)
    return value.strip() if isinstance(value, str) else ""


def _find_host(address: str) -> str:
    """The last two labels of an address's host; near enough to tell one publisher from many."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return ".".join(host.split(".")[-2:])
