"""The kind of a file, told by its first bytes where no name tells it."""

import re
import zlib

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
