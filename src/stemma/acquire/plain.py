"""The reader of single documents: one file, one document."""

import hashlib
import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from stemma.acquire.pages.saved import read_saved_facts
from stemma.model import RawDocument, Skipped
from stemma.registry import readers
from stemma.text import find_wide_encoding

if TYPE_CHECKING:
    from stemma.acquire.reading import Reading

SIZE_LIMIT = 20_000_000  # bytes; no news article comes near it, and everything after this is linear in it
SUFFIXES = (".txt", ".md", ".html", ".htm")
OWN_REPORT = re.compile(rb'<meta name="generator" content="stemma[ "]')
HEAD = 2000  # bytes of a report that hold its generator
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_plain(path: Path, uri: str, reading: "Reading") -> Iterator[RawDocument | Skipped]:
    """Yield the one document in a file, or why there is none."""
    limit = reading.limits.document
    try:
        content = read_bytes(path, limit)
    except OSError as error:
        yield Skipped(uri=uri, reason=f"cannot be read ({error.strerror or error})")
        return
    yield make_document(content, uri, path.suffix.casefold(), limit)


def _say_too_big(limit: int) -> str:
    size = f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit:,} bytes"
    return f"bigger than {size}, too big for an article"


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a regular file.

    Raises:
        OSError: it cannot be read, is a pipe or a device, or is bigger than the limit.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):  # reading a pipe or a device could wait for ever
        raise OSError("not a regular file")
    if status.st_size > limit:
        raise OSError(_say_too_big(limit))
    return path.read_bytes()


def make_document(content: bytes, uri: str, suffix: str, limit: int = SIZE_LIMIT) -> RawDocument | Skipped:
    """A document of those bytes, or why they are none."""
    if len(content) > limit:
        return Skipped(uri=uri, reason=_say_too_big(limit))
    if not content.strip():
        return Skipped(uri=uri, reason="empty file")
    if b"\x00" in content and not content.startswith(BYTE_ORDER_MARKS) and not find_wide_encoding(content):
        return Skipped(uri=uri, reason="a binary file, not text")
    if OWN_REPORT.search(content, 0, HEAD):
        return Skipped(uri=uri, reason="a report that stemma wrote, not an article")
    meta = read_saved_facts(content) if suffix in (".html", ".htm") else {}
    return RawDocument(uri=uri, sha256=hashlib.sha256(content).hexdigest(), content=content, suffix=suffix, meta=meta)


def find_suffix(path: PurePath, kinds: tuple[str, ...]) -> str | None:
    """The suffix among these kinds that the file has (the longer of ".gz" and ".warc.gz"), or None."""
    candidates = ("".join(path.suffixes[-2:]).casefold(), path.suffix.casefold())
    return next((candidate for candidate in candidates if candidate in kinds), None)


def find_kinds() -> tuple[str, ...]:
    """The suffixes of files that are read, the built-in ones first. Looks up plug-ins, so once a run is enough."""
    names = readers.names()
    return (*SUFFIXES, *(name for name in names if name not in SUFFIXES))
