"""Standard input: one article, or a file of another kind, known by its first bytes."""

import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

from stemma.acquire.plain import make_document
from stemma.acquire.reading import Tell, read_path, start_reading
from stemma.acquire.walk import STDIN
from stemma.model import RawDocument, Skipped
from stemma.settings import Settings

HEAD = 65_536  # bytes that are looked at
XML_ROOTS = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF|opml|urlset|sitemapindex)\b", re.IGNORECASE)
MARKS = (
    (b"WARC/", ".warc"),
    (b"filedesc://", ".arc"),
    (b"PK\x03\x04", ".zip"),
    (b"PK\x05\x06", ".zip"),
    (b"BZh", ".tar.bz2"),
    (b"\xfd7zXZ\x00", ".tar.xz"),
    (b"PAR1", ".parquet"),
    (b"%PDF-", ".pdf"),
)


def read_stdin(settings: Settings, tell: Tell, kinds: tuple[str, ...]) -> Iterator[RawDocument | Skipped]:
    """Yield the documents on standard input: one text or web page, or those in an archive, a feed or a table."""
    limit = settings.limits.document
    head = sys.stdin.buffer.read(HEAD)
    suffix = sniff_suffix(head)
    if suffix in (".txt", ".html") or suffix not in kinds:
        content = head + sys.stdin.buffer.read(max(0, limit + 1 - len(head)))
        yield make_document(content, STDIN, suffix if suffix == ".html" else ".txt", limit)
        return
    import shutil  # these two load more than a run over texts needs
    import tempfile

    with tempfile.NamedTemporaryFile(prefix="stemma-", suffix=suffix) as file:
        file.write(head)
        shutil.copyfileobj(sys.stdin.buffer, file)
        file.flush()
        path = Path(file.name)
        reading = start_reading(path, settings, tell, kinds)
        yield from read_path(path, STDIN, reading)
        yield from reading.visits.name_absent()


def sniff_suffix(head: bytes) -> str:
    """The suffix that a file with such first bytes would have; ".txt" where nothing else shows."""
    for mark, suffix in MARKS:
        if head.startswith(mark):
            return suffix
    if head.startswith(b"\x1f\x8b"):
        return _sniff_packed(head)
    if head[257:262] == b"ustar":
        return ".tar"
    return _sniff_text(head)


def _sniff_packed(head: bytes) -> str:
    try:
        inside = zlib.decompressobj(wbits=31).decompress(head, HEAD)
    except zlib.error:
        return ".txt"
    suffix = sniff_suffix(inside) if not inside.startswith(b"\x1f\x8b") else ".txt"
    return {".warc": ".warc.gz", ".arc": ".arc.gz", ".tar": ".tar.gz", ".jsonl": ".jsonl.gz"}.get(suffix, ".txt")


def _sniff_text(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    lower = start[:1000].lower()
    if lower.startswith((b"<!doctype html", b"<html")):
        return ".html"
    if lower.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf", b"<opml", b"<urlset")) and XML_ROOTS.search(start):
        return ".xml"
    if re.match(rb"\{\s*\"", start):
        return ".jsonl" if re.search(rb"\}\s*\n\s*\{", start) else ".json"
    return ".json" if re.match(rb"\[\s*\{", start) else ".txt"
