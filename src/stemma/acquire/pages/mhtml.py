"""The reader of web pages that a browser saved in one file (.mhtml, .mht)."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from stemma.acquire.pages.parts import (
    Part,
    find_parts,
    parse_message,
    read_header,
    read_moment,
    read_text_content,
)
from stemma.acquire.pages.saved import Unreadable, is_address, read_file
from stemma.model import RawDocument, Skipped

PAGE_TYPES = ("text/html", "application/xhtml+xml")
SIZE_LIMIT = 100_000_000  # bytes; the pictures of the page are in it too
PAGE_LIMIT = 20_000_000  # bytes of the page alone


def read_mhtml(path: Path, uri: str) -> Iterator[RawDocument | Skipped]:
    """Yield the one page in the file, with its address and the moment it was saved; its frames are no articles."""
    try:
        content = read_file(path, SIZE_LIMIT)
    except Unreadable as error:
        yield Skipped(uri=uri, reason=str(error))
        return
    yield make_page(content, uri)


def make_page(content: bytes, uri: str) -> RawDocument | Skipped:
    """The page in the bytes of such a file, or why there is none."""
    message = parse_message(content)
    if message is None:
        return Skipped(uri=uri, reason="a saved page with more parts than can be read")
    address = read_header(message, "Snapshot-Content-Location")
    part = _find_page(message, address)
    page = read_text_content(part) if part else b""
    if part is None or not page.strip():
        return Skipped(uri=uri, reason="no web page in this saved page (.mhtml)")
    if len(page) > PAGE_LIMIT:
        return Skipped(uri=uri, reason=f"its page is bigger than {PAGE_LIMIT // 1_000_000} MB, too big for an article")
    meta = {
        "url": next(filter(is_address, (address, read_header(part, "Content-Location"))), None),
        "retrieved": read_moment(message, "Date"),
    }
    known = {key: value for key, value in meta.items() if value}
    return RawDocument(
        uri=uri, sha256=hashlib.sha256(content).hexdigest(), content=page, suffix=".html", meta=known
    )  # fmt: skip


def _find_page(message: Part, address: str) -> Part | None:
    """The part with the address of the whole, or the one that the message calls its start, or else the first page."""
    pages = [part for part in find_parts(message) if part.get_content_type() in PAGE_TYPES]
    start = message.get_param("start")
    for part in pages:
        if address and read_header(part, "Content-Location") == address:
            return part
    for part in pages:
        if start and read_header(part, "Content-ID") == start:
            return part
    return pages[0] if pages else None
