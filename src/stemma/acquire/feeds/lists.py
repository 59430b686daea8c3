"""OPML files and sitemaps: lists of addresses, not of articles."""

import io
from collections.abc import Iterator
from typing import Any

ATTRIBUTES = ("xmlUrl", "xmlurl", "url", "htmlUrl")
PARENTS = ("url", "sitemap")  # of an address in a sitemap; those of its pictures and films stand in others


def list_addresses(content: bytes) -> Iterator[str]:
    """Yield the addresses in an OPML file or a sitemap; entities are not followed, and damage ends the list."""
    from lxml import etree

    seen: set[str] = set()
    walk = etree.iterparse(
        io.BytesIO(content), events=("end",), recover=True, resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False,
    )  # fmt: skip
    try:
        for _, element in walk:
            address = _read_address(element)
            element.clear()
            if address and address not in seen:
                seen.add(address)
                yield address
    except (etree.XMLSyntaxError, ValueError):
        return


def _read_address(element: Any) -> str:
    name = _name(element)
    if name == "outline":
        return next((element.get(key).strip() for key in ATTRIBUTES if element.get(key)), "")
    if name == "loc" and _name(element.getparent()) in PARENTS:
        return (element.text or "").strip()
    return ""


def _name(element: Any) -> str:
    """The name of an element without its namespace, in small letters; "" for none, and for comments."""
    tag = element.tag if element is not None else None
    return tag.rpartition("}")[2].casefold() if isinstance(tag, str) else ""
