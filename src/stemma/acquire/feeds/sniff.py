"""What an .xml or .json file holds, told by what it begins with: a feed, a list, a page, a table."""

import json
import re
from pathlib import Path
from typing import Any

from stemma.acquire.feeds.entry import read_entries, say_addresses
from stemma.acquire.feeds.feed import read_feed
from stemma.acquire.feeds.jsonfeed import is_json_feed, list_json_entries
from stemma.acquire.feeds.lists import list_addresses
from stemma.acquire.feeds.ninjs import find_ninjs, read_ninjs
from stemma.acquire.plain import make_document, read_bytes
from stemma.acquire.reading import Read, Reading, skip
from stemma.acquire.tables.rows import find_rows, read_rows
from stemma.model import Skipped

HEAD = 100_000  # bytes in which the first element must stand; a document type may come before it
ROOT = re.compile(rb"<(?:[\w.-]+:)?(rss|feed|rdf|channel|opml|outline|urlset|sitemapindex|html)[\s>/]", re.IGNORECASE)
OWN_FORMAT = "stemma/"
FEEDS = (b"rss", b"feed", b"rdf", b"channel")
LISTS = (b"opml", b"outline", b"urlset", b"sitemapindex")


def read_xml(path: Path, uri: str, reading: Reading) -> Read:
    """Yield the articles of an XML file: the entries of a feed, or a web page; a list of addresses is named."""
    try:
        content = read_bytes(path, reading.limits.document)
    except OSError as error:
        yield skip(uri, error)
        return
    match = ROOT.search(content[:HEAD].replace(b"\x00", b""))  # without the zeros, UTF-16 reads like ASCII
    root = match.group(1).lower() if match else b""
    if root in FEEDS:
        yield from read_feed(content, uri, reading)
    elif root in LISTS:
        yield say_addresses(uri, sum(1 for _ in list_addresses(content)))
    elif root == b"html":
        yield make_document(content, uri, ".html", reading.limits.document)
    else:
        yield Skipped(uri=uri, reason="XML, but no feed, list of feeds, sitemap or web page")


def read_json(path: Path, uri: str, reading: Reading) -> Read:
    """Yield the articles of a JSON file: a JSON Feed, ninjs, or objects with columns, as in a table."""
    try:
        value: Any = json.loads(read_bytes(path, reading.limits.document).decode("utf-8-sig", "replace"))
    except OSError as error:
        yield skip(uri, error)
        return
    except (ValueError, RecursionError) as error:
        yield Skipped(uri=uri, reason=f"not JSON ({str(error).split(':')[0][:100]})")
        return
    if isinstance(value, dict) and str(value.get("format")).startswith(OWN_FORMAT):
        yield Skipped(uri=uri, reason="a file that stemma wrote, not an article")
        return
    articles = find_ninjs(value)
    rows = find_rows(value)
    if is_json_feed(value):
        yield from read_entries(list_json_entries(value), uri, reading)
    elif articles:
        yield from read_ninjs(articles, uri, reading)
    elif rows:
        yield from read_rows(enumerate(rows, start=1), uri, reading)
    else:
        yield Skipped(uri=uri, reason="JSON, but no feed, article or list of articles")
