"""What a page says of its article to machines: JSON-LD, and meta elements by name."""

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any

ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|Posting|Review)$")
CONTROL = re.compile(r"[\x00-\x1f]+")
MOST_OBJECTS = 2000
Record = dict[str, Any]


def read_records(root: Any) -> list[Record]:
    """Every JSON-LD object of a page, the outer before the inner; what is no JSON is left out."""
    records: list[Record] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            records += flatten(_parse(script.text))
    return records


def _parse(text: str) -> Any:
    cleaned = text.strip().removeprefix("<!--").removesuffix("-->").removeprefix("<![CDATA[").removesuffix("]]>")
    for attempt in (cleaned, CONTROL.sub(" ", cleaned), cleaned.strip(" ;\n")):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def flatten(value: Any) -> list[Record]:
    """The objects in a JSON value, breadth first."""
    waiting: deque[Any] = deque([value])
    found: list[Record] = []
    while waiting and len(found) < MOST_OBJECTS:
        item = waiting.popleft()
        if isinstance(item, dict):
            found.append(item)
        inside = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
        waiting += [inner for inner in inside if isinstance(inner, list | dict)]
    return found


def find_types(record: Record) -> list[str]:
    """The names of an object's types."""
    kind = record.get("@type")
    return [str(name) for name in (kind if isinstance(kind, list) else [kind]) if name]


def find_article(records: list[Record], address: str) -> Record:
    """The record of the page's own article, best one with the page's address; {} where there is none."""
    articles = [r for r in records if any(map(ARTICLES.search, find_types(r))) and (r.get("headline") or r.get("name"))]
    own = [
        r
        for r in articles
        if address and address in (read_address(r.get("url")), read_address(r.get("mainEntityOfPage")))
    ]
    return next(iter(own or articles), {})


def read_address(value: Any) -> str:
    """The address in a JSON-LD value, its own or its object's; "" where there is none."""
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value.strip() if isinstance(value, str) else ""


def read_text(value: Any) -> str:
    """A JSON-LD value as words: its own, or its name; entities and tags taken out."""
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if not isinstance(value, str | int | float):
        return ""
    return clean_words(str(value))


def clean_words(text: str) -> str:
    """A text from metadata as a reader would see it: without entities, tags and runs of spaces."""
    plain = re.sub(r"<[^<>]{1,300}>", " ", html.unescape(html.unescape(text)) if "&" in text else text)
    return " ".join(plain.replace("\xad", "").split())


def read_names(value: Any) -> list[str]:
    """The names in a JSON-LD value such as `author`."""
    values = value if isinstance(value, list) else [value]
    return list(dict.fromkeys(name for name in map(read_text, values) if name))


def read_meta(root: Any) -> dict[str, list[str]]:
    """The contents of meta elements by their lower-case name or property, in the order of the page."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = element.get("content")
        for key in {
            element.get("property"),
            element.get("name"),
            element.get("itemprop"),
            element.get("http-equiv"),
        } - {None}:
            if content and content.strip():
                found.setdefault(key.strip().lower(), []).append(clean_words(content))
    return found


def find_links(root: Any) -> Iterator[tuple[str, str]]:
    """Yield (relation, address) of every link element."""
    for element in root.iter("link"):
        if element.get("rel") and element.get("href"):
            yield element.get("rel").lower(), element.get("href").strip()
