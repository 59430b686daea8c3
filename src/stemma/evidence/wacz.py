"""The part of a case that replay programs read: its web pages as WARC records with index and page list (WACZ 1.1.1).

A page is a `resource` record, since its bytes are known and the answer of the server around them is not.
"""

import gzip
import hashlib
import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

WARC, INDEX, PAGES = "archive/data.warc.gz", "indexes/index.cdx", "pages/pages.jsonl"
PACKAGE, PACKAGE_DIGEST = "datapackage.json", "datapackage-digest.json"
UNDATED = "1970-01-01T00:00:00Z"  # a record needs a date; this one says that nobody knows it
PARTIAL_DATE = re.compile(r"\d{4}(-\d\d)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A web page of the case: its address, the day it was fetched or else published, its title and its bytes."""

    url: str
    moment: str | None
    title: str
    content: bytes


def write_web_members(pages: Iterable[Page], target: Path, software: str) -> dict[str, bytes]:
    """Write the pages as WARC records, and say how to find them.

    Args:
        pages: in the order of the page list.
        target: the WARC file to write.
        software: what made the case.

    Returns:
        The index and the page list, by the names of their members.
    """
    head = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
    listed = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}]
    index: list[str] = []
    with target.open("wb") as stream:
        stream.write(_make_record("warcinfo", UNDATED, head, "application/warc-fields"))
        for page in pages:
            moment = make_utc(page.moment)
            record = _make_record("resource", moment, page.content, "text/html", page.url)
            index.append(_make_index_line(page, moment, stream.tell(), len(record)))
            stream.write(record)
            id = hashlib.sha256(f"{page.url} {moment}".encode("utf-8", "replace")).hexdigest()[:12]
            listed.append({"id": id, "url": page.url, "ts": moment, "title": page.title})
    lines = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in listed)
    return {INDEX: "".join(sorted(index)).encode(), PAGES: lines.encode("utf-8", "replace")}


def make_package(members: dict[str, tuple[str, int]], software: str, title: str) -> dict[str, bytes]:
    """The package description of all members, and its digest.

    Args:
        members: SHA-256 and size of every member by its name.
        software: what made the case.
        title: of the collection.
    """
    resources = [
        {"name": name.rpartition("/")[2], "path": name, "hash": f"sha256:{digest}", "bytes": size}
        for name, (digest, size) in sorted(members.items())
    ]
    described = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": title,
        "software": software,
        "resources": resources,
    }
    package = (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
    digest = {"path": PACKAGE, "hash": f"sha256:{hashlib.sha256(package).hexdigest()}"}
    return {PACKAGE: package, PACKAGE_DIGEST: (json.dumps(digest) + "\n").encode()}


def make_utc(moment: str | None) -> str:
    """An ISO date or date-time as WARC writes it; a day is taken at its start, a year or month at its first day."""
    if not moment:
        return UNDATED
    whole = moment + "-01-01"[len(moment) - 4 :] if PARTIAL_DATE.fullmatch(moment) else moment
    try:
        value = datetime.fromisoformat(whole)
        value = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    except (ValueError, OverflowError):
        return UNDATED
    return f"{value:%Y-%m-%dT%H:%M:%SZ}".zfill(20)


def make_key(url: str) -> str:
    """The address as indexes sort it: the host from its end, without www, then the path (SURT)."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    key = ",".join(reversed(host.split("."))) + ")" + (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return re.sub(r"\s", "%20", key.lower())


def _make_index_line(page: Page, moment: str, offset: int, length: int) -> str:
    facts = {
        "url": page.url,
        "mime": "text/html",
        "status": "200",
        "digest": f"sha256:{hashlib.sha256(page.content).hexdigest()}",
        "length": str(length),
        "offset": str(offset),
        "filename": WARC.rpartition("/")[2],
    }
    stamp = re.sub(r"\D", "", moment)
    return f"{make_key(page.url)} {stamp} {json.dumps(facts)}\n"


def _make_record(kind: str, moment: str, content: bytes, mime: str, url: str = "") -> bytes:
    """One record, packed by itself so that it can be read from its place."""
    digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
    id = uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {url} {moment} {digest}")
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{id}>",
        "WARC-Date": moment,
        "WARC-Target-URI": url,
        "WARC-Block-Digest": digest,
        "Content-Type": mime,
        "Content-Length": str(len(content)),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return gzip.compress(f"WARC/1.1\r\n{head}\r\n".encode("utf-8", "replace") + content + b"\r\n\r\n", mtime=0)
