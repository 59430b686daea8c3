"""The reader of single documents: one file, one document."""

import hashlib
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from stemma.acquire.pages.saved import read_saved_facts
from stemma.model import RawDocument, Skipped
from stemma.registry import readers

SIZE_LIMIT = 20_000_000  # bytes; no news article comes near it, and everything after this is linear in it
SUFFIXES = (".txt", ".md", ".html", ".htm")
OWN_REPORT = re.compile(rb'<meta name="generator" content="stemma[ "]')
HEAD = 2000  # bytes of a report that hold its generator
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
TOO_BIG = f"bigger than {SIZE_LIMIT // 1_000_000} MB, too big for an article"


def read_plain(path: Path, uri: str) -> Iterator[RawDocument | Skipped]:
    """Yield the one document in a file, or why there is none."""
    try:
        content = _read_bytes(path)
    except OSError as error:
        yield Skipped(uri=uri, reason=f"cannot be read ({error.strerror or error})")
        return
    yield make_document(content, uri, path.suffix.casefold())


def _read_bytes(path: Path) -> bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):  # reading a pipe or a device could wait for ever
        raise OSError("not a regular file")
    if status.st_size > SIZE_LIMIT:
        raise OSError(TOO_BIG)
    return path.read_bytes()


def read_stdin() -> RawDocument | Skipped:
    """The document on standard input; a web page is known by its first tag."""
    content = sys.stdin.buffer.read(SIZE_LIMIT + 1)
    if len(content) > SIZE_LIMIT:
        return Skipped(uri="-", reason=TOO_BIG)
    start = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return make_document(content, "-", ".html" if start.startswith((b"<!doctype html", b"<html")) else ".txt")


def make_document(content: bytes, uri: str, suffix: str) -> RawDocument | Skipped:
    """A document of those bytes, or why they are none."""
    if not content.strip():
        return Skipped(uri=uri, reason="empty file")
    if b"\x00" in content and not content.startswith(BYTE_ORDER_MARKS):
        return Skipped(uri=uri, reason="a binary file, not text")
    if OWN_REPORT.search(content, 0, HEAD):
        return Skipped(uri=uri, reason="a report that stemma wrote, not an article")
    meta = read_saved_facts(content) if suffix in (".html", ".htm") else {}
    return RawDocument(uri=uri, sha256=hashlib.sha256(content).hexdigest(), content=content, suffix=suffix, meta=meta)


def find_suffix(path: Path, kinds: tuple[str, ...]) -> str | None:
    """The suffix among these kinds that the file has (the longer of ".gz" and ".warc.gz"), or None."""
    candidates = ("".join(path.suffixes[-2:]).casefold(), path.suffix.casefold())
    return next((candidate for candidate in candidates if candidate in kinds), None)


def find_kinds() -> tuple[str, ...]:
    """The suffixes of files that are read, the built-in ones first. Looks up plug-ins, so once a run is enough."""
    return (*SUFFIXES, *(name for name in readers.names() if name not in SUFFIXES))


for _suffix in SUFFIXES:
    readers.register(_suffix, read_plain)
