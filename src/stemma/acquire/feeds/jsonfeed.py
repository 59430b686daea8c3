"""JSON Feed, versions 1 and 1.1 (jsonfeed.org)."""

from collections.abc import Iterator, Mapping
from typing import Any

from stemma.acquire.feeds.entry import Entry
from stemma.acquire.feeds.moments import find_moment


def is_json_feed(value: Any) -> bool:
    """True for a JSON value that says of itself that it is a feed."""
    if not isinstance(value, dict) or not isinstance(value.get("items"), list):
        return False
    return "jsonfeed.org" in str(value.get("version")) or "feed_url" in value or "home_page_url" in value


def list_json_entries(feed: Mapping[str, Any]) -> Iterator[Entry]:
    """Yield the entries of a JSON Feed."""
    for item in feed["items"]:
        if isinstance(item, dict):
            yield _make_entry(item, feed)


def _make_entry(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Entry:
    markup = get_text(item, "content_html")
    plain = get_text(item, "content_text")
    tags = item.get("tags")
    return Entry(
        content=plain or markup or get_text(item, "summary"),
        is_plain=bool(plain or not markup),
        title=get_text(item, "title"),
        url=get_text(item, "url") or get_text(item, "external_url"),
        id=get_text(item, "id"),
        outlet=get_text(feed, "title"),
        author=", ".join(_list_authors(item) or _list_authors(feed)),
        published=find_moment(item.get("date_published")) or find_moment(item.get("date_modified")) or "",
        modified=find_moment(item.get("date_modified")) or "",
        language=get_text(item, "language") or get_text(feed, "language"),
        section=str(tags[0]) if isinstance(tags, list) and tags else "",
    )


def _list_authors(item: Mapping[str, Any]) -> list[str]:
    authors = item.get("authors")
    found = [*(authors if isinstance(authors, list) else []), item.get("author")]
    return [name for author in found if isinstance(author, dict) and (name := get_text(author, "name"))]


def get_text(mapping: Mapping[str, Any], key: str) -> str:
    """The text or number under a key, as text; "" for anything else."""
    value = mapping.get(key)
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
