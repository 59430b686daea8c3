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


PACKED = (".warc", ".arc", ".tar", ".jsonl", ".csv", ".html", ".txt")  # kinds that are read packed too
MAIL_HEADER = re.compile(rb"([!-9;-~]+):[ \t]")
MAIL_NAMES = frozenset([b"from", b"date", b"subject", b"mime-version", b"message-id", b"received"])
TELLING_HEADERS = 2  # of these in one that is a mail
LONGEST_HEADING = 2000  # bytes of the first row of a table


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
    return f"{suffix}.gz" if suffix in PACKED else ".txt"


def _sniff_text(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    lower = start[:1000].lower()
    if lower.startswith((b"<!doctype html", b"<html")):
        return ".html"
    if lower.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf", b"<opml", b"<urlset")) and XML_ROOTS.search(start):
        return ".xml"
    if re.match(rb"\{\s*\"", start):
        return ".jsonl" if re.search(rb"\}\s*\n\s*\{", start) else ".json"
    if re.match(rb"\[\s*\{", start):
        return ".json"
    return _sniff_mail(start) or (".csv" if _is_table(head) else ".txt")


def _sniff_mail(start: bytes) -> str | None:
    """The suffix of a mailbox, of a mail, or of a page saved as one; None for what has no such head."""
    if re.match(rb"From \S+ .*\d{4}\r?\n[\w-]+: ", start):
        return ".mbox"
    lines = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0].splitlines()
    headers = [MAIL_HEADER.match(line) for line in lines if not line.startswith((b" ", b"\t"))]
    names = [header.group(1).lower() for header in headers if header]
    if len(names) < len(headers) or len(MAIL_NAMES.intersection(names)) < TELLING_HEADERS:
        return None
    head = b"\n".join(lines).lower()
    return ".mhtml" if re.search(rb"^content-type:\s*multipart/related", head, re.MULTILINE) else ".eml"


def _is_table(head: bytes) -> bool:
    """True where the first row names what stands below it, in two columns or more, as a text hardly begins."""
    first, end, rest = head[:LONGEST_HEADING].partition(b"\n")
    if not end or not rest.strip():
        return False
    import csv

    from stemma.acquire.tables.columns import squeeze
    from stemma.acquire.tables.csv import DELIMITERS, KNOWN, find_encoding, is_heading

    line = (first + end).decode(find_encoding(first), "replace")
    rows = [next(csv.reader([line], delimiter=delimiter), []) for delimiter in DELIMITERS]
    return any(sum(squeeze(cell) in KNOWN for cell in row) > 1 and is_heading(row) for row in rows)
