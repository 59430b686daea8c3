"""OPML files and sitemaps: lists of addresses, not of articles."""

import io
from collections.abc import Iterator

ATTRIBUTES = ("xmlUrl", "url", "htmlUrl")


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
            name = etree.QName(element).localname.casefold() if isinstance(element.tag, str) else ""
            address = ""
            if name == "outline":
                address = next((element.get(key) for key in ATTRIBUTES if element.get(key)), "")
            elif name == "loc":
                address = (element.text or "").strip()
            element.clear()
            if address and address not in seen:
                seen.add(address)
                yield address
    except (etree.XMLSyntaxError, ValueError):
        return
