"""Zip files, and WACZ files, which are Zip files of web archives."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from zipfile import ZipFile, ZipInfo

from stemma.acquire.archives.entries import add_meta
from stemma.acquire.archives.packing import ERRORS, Packing
from stemma.acquire.meta import META_LIMIT, META_NAME
from stemma.acquire.names import Names, clean_name
from stemma.acquire.reading import Read, Reading, TooMuchError, open_regular, skip
from stemma.acquire.sealed import is_sealed, read_sealed
from stemma.casefile import measure_directory
from stemma.model import RawDocument, Skipped

LEAST_ENTRY = 46  # bytes that an entry takes in that list
ENCRYPTED = 0x1
PAGES = "pages/pages.jsonl"
ARCHIVE = "archive/"


def read_zip(path: Path, uri: str, reading: Reading) -> Read:
    """Yield the documents in a Zip or WACZ file, sealed cases among them; what is encrypted or too much is named."""
    if is_sealed(path):
        yield from read_sealed(path, uri)
        return
    try:
        with open_regular(path) as file:
            _check_size(file, reading)
            with ZipFile(file) as archive:
                yield from _read_entries(archive, uri, reading)
    except TooMuchError as error:
        yield Skipped(uri=uri, reason=str(error))
    except ERRORS as error:
        yield skip(uri, error)


def _check_size(file: IO[bytes], reading: Reading) -> None:
    """Refuse a list of entries that would fill the memory.

    Raises:
        TooMuchError: there are more entries than may be read.
    """
    listed = measure_directory(file) or 0
    if listed // LEAST_ENTRY > 2 * reading.budget.entries:  # names take as much again, or more
        raise TooMuchError("lists more entries than the limit; not read (--limit entries=NUMBER)")


def _read_entries(archive: ZipFile, uri: str, reading: Reading) -> Read:
    # not is_dir(), which fails on an entry whose name is empty
    entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
    packing = Packing(reading=reading, names=Names(uri))
    yield from _gather_meta(archive, entries, packing)
    if _is_wacz(entries):
        yield from _read_wacz(archive, entries, packing)
        return
    for entry in entries:
        yield from _read_entry(archive, entry, packing)
    packing.tell_passed()


def _read_entry(archive: ZipFile, entry: ZipInfo, packing: Packing) -> Read:
    packing.reading.budget.count_entry()
    if entry.flag_bits & ENCRYPTED:
        if packing.find_kind(clean_name(entry.filename)):
            yield Skipped(uri=packing.names.take(entry.filename), reason="encrypted. Unpack it with its password")
        return
    yield from packing.read_entry(entry.filename, lambda: archive.open(entry))


def _gather_meta(archive: ZipFile, entries: list[ZipInfo], packing: Packing) -> Iterator[Skipped]:
    """Take what every `meta.jsonl` says before the files that it speaks of are read."""
    known = {clean_name(entry.filename) for entry in entries}
    for entry in entries:
        if clean_name(entry.filename).rpartition("/")[2] == META_NAME and not entry.flag_bits & ENCRYPTED:
            with archive.open(entry) as file:
                yield from packing.take_meta(entry.filename, file.read(META_LIMIT + 1), known)


# ---------------------------------------------------------------- WACZ


def _is_wacz(entries: list[ZipInfo]) -> bool:
    names = {entry.filename for entry in entries}
    return "datapackage.json" in names and any(name.startswith(ARCHIVE) for name in names)


def _read_wacz(archive: ZipFile, entries: list[ZipInfo], packing: Packing) -> Read:
    """Yield the pages of the web archives inside; its list of pages gives titles to those that have none."""
    titles = _read_titles(archive, packing.reading)
    for entry in entries:
        if entry.filename.startswith(ARCHIVE):
            for item in _read_entry(archive, entry, packing):
                title = titles.get(item.meta.get("url", "")) if isinstance(item, RawDocument) else None
                is_titled = isinstance(item, RawDocument) and item.suffix != ".txt"
                yield from add_meta(iter([item]), {"title": title} if title and not is_titled else {})


def _read_titles(archive: ZipFile, reading: Reading) -> dict[str, str]:
    """The titles in the list of pages, by address."""
    titles: dict[str, str] = {}
    if PAGES not in archive.namelist():
        return titles
    try:
        with archive.open(PAGES) as file:
            content = file.read(META_LIMIT)
    except ERRORS:
        return titles  # the pages themselves may be whole
    reading.budget.spend(len(content))
    for line in content.decode("utf-8", "replace").split("\n"):
        try:
            page = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(page, dict) and isinstance(page.get("url"), str) and isinstance(page.get("title"), str):
            titles[page["url"]] = page["title"]
    return titles
