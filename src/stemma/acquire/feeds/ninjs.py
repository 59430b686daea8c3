"""ninjs, the news industry's JSON (IPTC), versions 1 to 3: one item, or a list of them."""

from collections.abc import Iterator, Mapping
from typing import Any

from stemma.acquire.feeds.entry import Entry, read_entries
from stemma.acquire.feeds.jsonfeed import get_text
from stemma.acquire.feeds.moments import find_moment
from stemma.acquire.reading import Read, Reading

MARKS = frozenset(["body_text", "body_html", "body_xhtml", "bodies", "headlines", "versioncreated", "versionCreated"])
HEADLINES = ("main", "headline", "medium", "")  # roles, the best first
Item = Mapping[str, Any]


def find_ninjs(value: Any) -> list[Item]:
    """The ninjs items in a JSON value; none where it is something else."""
    if isinstance(value, dict) and isinstance(value.get("items"), list):
        value = value["items"]
    items = value if isinstance(value, list) else [value]
    found: list[Item] = [item for item in items if isinstance(item, dict) and "uri" in item and MARKS & set(item)]
    return found if len(found) == len(items) else []


def read_ninjs(items: list[Item], uri: str, reading: Reading) -> Read:
    """Yield the texts among the items; tell how many are pictures and the like."""
    texts = [item for item in items if get_text(item, "type") in ("", "text", "composite")]
    yield from read_entries(_list_entries(texts), uri, reading)
    if len(texts) < len(items):
        others = len(items) - len(texts)
        reading.tell(uri, f"{'1 item that is' if others == 1 else f'{others:,} items that are'} no text not read")


def _list_entries(items: list[Item]) -> Iterator[Entry]:
    for item in items:
        content, is_plain = _find_body(item)
        yield Entry(
            content=content,
            is_plain=is_plain,
            title=_find_headline(item.get("headlines")) or get_text(item, "headline") or get_text(item, "title"),
            url=_find_address(item),
            id=get_text(item, "uri"),
            outlet=_find_outlet(item),
            author=get_text(item, "byline") or get_text(item, "by"),
            published=_find_date(item, "firstcreated", "contentcreated", "versioncreated"),
            modified=_find_date(item, "versioncreated"),
            language=get_text(item, "language"),
        )  # fmt: skip


def _find_body(item: Item) -> tuple[str, bool]:
    """The text of an item, and whether it is plain."""
    plain = get_text(item, "body_text")
    if plain:
        return plain, True
    bodies = item.get("bodies")
    for body in bodies if isinstance(bodies, list) else []:
        if isinstance(body, dict) and get_text(body, "value"):
            kind = get_text(body, "contenttype") + get_text(body, "contentType")
            return get_text(body, "value"), "html" not in kind
    return next((found for key in ("body_xhtml", "body_html") if (found := get_text(item, key))), ""), False


def _find_headline(headlines: Any) -> str:
    """The main one of several headlines."""
    found = [value for value in headlines if isinstance(value, dict)] if isinstance(headlines, list) else []
    roles = {get_text(value, "role"): get_text(value, "value") for value in reversed(found)}
    return next((roles[role] for role in (*HEADLINES, *roles) if role in roles), "")


def _find_address(item: Item) -> str:
    for address in (get_text(item, "url"), get_text(item, "uri")):
        if address.startswith(("http://", "https://")):
            return address
    return ""


def _find_outlet(item: Item) -> str:
    """The one who gave the news out: the named source of information, the provider, or who holds the rights."""
    sources = item.get("infosources", item.get("infoSources"))
    for source in sources if isinstance(sources, list) else []:
        if isinstance(source, dict) and get_text(source, "name"):
            return get_text(source, "name")
    return get_text(item, "source") or get_text(item, "copyrightholder") or get_text(item, "copyrightHolder")


def _find_date(item: Item, *keys: str) -> str:
    """The first date there is; version 2 writes its keys with capitals inside."""
    both = (name for key in keys for name in (key, key.removesuffix("created") + "Created"))
    return next((moment for name in both if (moment := find_moment(item.get(name)))), "")
