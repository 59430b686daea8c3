"""The reader of sealed cases: the documents that were sealed, with the facts that were known of them."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stemma.casefile import BrokenCaseError, CaseFile, is_sealed, read_case
from stemma.model import RawDocument, Skipped

__all__ = ["is_sealed", "read_sealed"]

DOCUMENT_LIMIT = 200_000_000  # bytes; readers of the inputs have limits of their own
SUFFIXES = (".txt", ".md", ".html", ".htm")  # what `clean` can read
LONGEST_NAME = 1000


def read_sealed(path: Path, uri: str) -> Iterator[RawDocument | Skipped]:
    """Yield the documents of a sealed case under `uri/their uri`, and what was left out when it was sealed.

    A document whose bytes are not those that were sealed is skipped; `stemma verify` tells the rest.
    """
    try:
        with CaseFile(path) as case:
            found = read_case(case)
            for record in _list(found, "documents"):
                yield _read_document(case, record, uri)
            for record in _list(found, "skipped"):
                yield Skipped(uri=_name(record, uri), reason=str(record.get("reason", "left out")))
    except BrokenCaseError as error:
        yield Skipped(uri=uri, reason=f"a sealed case that cannot be opened: {error}. Run stemma verify on it")


def _list(found: dict[str, Any], key: str) -> list[dict[str, Any]]:
    records = found.get(key)
    return [record for record in records if isinstance(record, dict)] if isinstance(records, list) else []


def _name(record: dict[str, Any], uri: str) -> str:
    """A uri inside the case: relative, on one line, never above the case."""
    given = str(record.get("uri", ""))[:LONGEST_NAME].replace("\\", "/")
    parts = ["".join(filter(str.isprintable, part)) for part in given.split("/")]
    return "/".join([uri, *(part for part in parts if part not in ("", ".", ".."))])


def _read_document(case: CaseFile, record: dict[str, Any], uri: str) -> RawDocument | Skipped:
    name, content = _name(record, uri), str(record.get("content", ""))
    sha256, suffix, meta = record.get("sha256"), record.get("suffix"), record.get("meta")
    try:
        data = case.read(content, DOCUMENT_LIMIT)
    except BrokenCaseError as error:
        return Skipped(uri=name, reason=f"sealed, but {error}")
    if hashlib.sha256(data).hexdigest() != content.rpartition("/")[2]:
        return Skipped(uri=name, reason="changed since it was sealed: run stemma verify on the case")
    if not isinstance(sha256, str) or suffix not in SUFFIXES:
        return Skipped(uri=name, reason="sealed in a way that this version does not know")
    facts = {str(key): value for key, value in meta.items() if isinstance(value, str)} if isinstance(meta, dict) else {}
    return RawDocument(uri=name, sha256=sha256, content=data, suffix=suffix, meta=facts)
