"""Feeds, OPML, sitemaps and plain lists: which addresses they hold."""

import html
import io
import json
import re
from collections.abc import Iterable
from urllib.parse import urljoin

from stemma.acquire.feeds.lists import list_addresses
from stemma.fetch.network import AnswerError, decode

HEAD = 4000  # characters in which a list shows what it is, behind comments and declarations
ROOT = re.compile(rb"<(?:\w+:)?(rss|feed|rdf|opml|urlset|sitemapindex)[\s>]", re.IGNORECASE)
WEB_PAGE = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
PAGE_HEAD = 200_000  # bytes of a page in which its head stands
LINK = re.compile(rb"<link\s[^<>]{1,2000}>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([a-zA-Z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
FEED_TYPE = re.compile(r"application/(?:rss|atom|feed)\+(?:xml|json)")
JSON_FEED = b"jsonfeed.org/version"
GZIP = b"\x1f\x8b"


def find_entries(content: bytes, url: str, limit: int) -> list[str] | None:
    """The addresses that a list holds, in its order; None where it is no list.

    Args:
        content: what was served, unpacked.
        url: where; relative addresses start there.
        limit: bytes that a packed sitemap may unpack to.

    Raises:
        AnswerError: a list is broken, or unpacks to too much.
    """
    if content.startswith(GZIP):
        content = decode(content, "gzip", limit)
    head = content[:HEAD].replace(b"\x00", b"")  # UTF-16 shows its letters then
    root = ROOT.search(head)
    if JSON_FEED in head and head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return _clean(_read_json_feed(content), url)
    page = WEB_PAGE.search(head)
    if not root or (page and page.start() < root.start()):
        return None
    if root.group(1).lower() in (b"rss", b"feed", b"rdf"):
        return _clean(_read_feed(content, url), url)
    return _clean(list_addresses(content), url)


def read_addresses(content: bytes) -> list[str]:
    """The addresses of a plain list, one a line; lines that begin with # say nothing."""
    lines = [line.strip() for line in content.decode("utf-8-sig", "replace").splitlines()]
    return list(dict.fromkeys(line for line in lines if line and not line.startswith("#")))


def find_feed(page: bytes, url: str) -> str | None:
    """The first feed that a web page says it has (`<link rel="alternate">`), as an absolute address."""
    for link in LINK.findall(page[:PAGE_HEAD]):
        told = {name.lower(): html.unescape(a or b or c) for name, a, b, c in ATTRIBUTE.findall(link.decode("latin-1"))}
        if "alternate" in told.get("rel", "").lower() and FEED_TYPE.fullmatch(told.get("type", "").strip().lower()):
            return next(iter(_clean([told.get("href", "")], url)), None)
    return None


def _clean(addresses: Iterable[str], url: str) -> list[str]:
    """Each address once, absolute, without its fragment; what is no web address is left to the guard to refuse."""
    found: dict[str, None] = {}
    for address in addresses:
        try:
            whole = urljoin(url, address.strip()).partition("#")[0] if address.strip() else ""
        except ValueError:  # brackets that hold no IPv6 address
            continue
        if whole:
            found[whole] = None
    return list(found)


def _read_feed(content: bytes, url: str) -> list[str]:
    import feedparser

    # As a stream: a string that looks like a file name or an address would be opened.
    try:
        feed = feedparser.parse(io.BytesIO(content), response_headers={"content-location": url}, sanitize_html=False)
    except Exception as error:  # it lets errors of its parts through, of any kind
        raise AnswerError(f"a broken feed ({type(error).__name__})") from error
    return [entry.get("link", "") for entry in feed.entries]


def _read_json_feed(content: bytes) -> list[str]:
    try:
        feed = json.loads(content)
    except (ValueError, RecursionError):
        return []
    items = feed.get("items") if isinstance(feed, dict) else None
    found = [item.get("url") for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return [address for address in found if isinstance(address, str)]
