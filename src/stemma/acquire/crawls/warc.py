"""WARC files: what a crawler wrote down, packed or not; ARC files are known by their first bytes."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stemma.acquire.archives.unpacked import Stream, list_rest, open_unpacked
from stemma.acquire.crawls.arc import ARC_MARK, list_arc_records
from stemma.acquire.crawls.records import read_records
from stemma.acquire.crawls.sorting import Record
from stemma.acquire.reading import Read, Reading, TooMuchError, skip
from stemma.model import Skipped

WARC_MARK = b"WARC/"
HEADERS_LIMIT = 1_000_000  # bytes
MOST_DAMAGES = 1000  # of one file, after each of which reading goes on


def read_web_archive(path: Path, uri: str, reading: Reading) -> Read:
    """Yield the pages of a WARC or ARC file; of one that is damaged those before it, packed ones behind it too."""
    faults: list[str] = []
    try:
        yield from read_records(lambda: _list_records(path, reading, faults), uri, reading, faults)
    except TooMuchError as error:
        yield Skipped(uri=uri, reason=str(error))
    except OSError as error:
        yield skip(uri, error)
    if faults:
        yield Skipped(uri=uri, reason="; ".join(dict.fromkeys(faults)))


def _list_records(path: Path, reading: Reading, faults: list[str]) -> Iterator[Record]:
    with open_unpacked(path, reading.budget) as stream:
        head = stream.file.peek(16)[:16] if stream.raw else stream.file.read(16)  # type: ignore[attr-defined]
        if not stream.raw:
            stream.file.seek(0)
        if head.startswith(ARC_MARK):
            yield from list_arc_records(stream.file, faults)
        elif head.lstrip(b"\r\n").startswith(WARC_MARK):
            yield from _list_warc_records(stream, faults)
            yield from _list_behind_damage(stream, reading, faults)
            return
        else:
            faults.append("no WARC or ARC file, whatever its name says")
        faults += [stream.fault] if stream.fault else []


def _list_behind_damage(stream: Stream, reading: Reading, faults: list[str]) -> Iterator[Record]:
    """Yield the records of members that are whole behind one that is not; says how many are not."""
    damages, last = 0, stream
    for rest in list_rest(stream, reading.budget, WARC_MARK):
        damages += 1
        if damages > MOST_DAMAGES:
            faults.append(f"damaged in more than {MOST_DAMAGES:,} places; the rest is not read")
            return
        yield from _list_warc_records(rest, [])
        last = rest
    if damages:
        places = f"{damages:,} places" if damages > 1 else "one place"
        faults.append(f"damaged in {places}; what stands whole behind is read")
    if last.fault and not (damages and last.is_damaged):
        faults.append(last.fault)


def _list_warc_records(stream: Stream, faults: list[str]) -> Iterator[Record]:
    from fastwarc.warc import ArchiveIterator, conversion, resource, response, revisit

    wanted = conversion | resource | response | revisit
    try:
        for record in ArchiveIterator(
            stream.file,
            record_types=wanted,
            parse_http=False,
            quirks_mode=True,
            stream_detect=False,
            max_header_len=HEADERS_LIMIT,
        ):
            yield _make_record(record)
    except (OSError, ValueError, UnicodeError) as error:
        if isinstance(error, TooMuchError):
            raise
        faults.append(f"damaged ({' '.join(str(error).split())[:100]}); read up to there")


def _make_record(record: Any) -> Record:
    headers = record.headers
    reader = record.reader

    def read(size: int) -> bytes:
        pieces: list[bytes] = []
        while size > 0 and (piece := reader.read(size)):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def find(name: str) -> str:
        return _clean(headers.get(name, "") or "")

    size = 0
    with contextlib.suppress(ValueError):
        size = int(find("Content-Length"))
    return Record(
        type=find("WARC-Type").casefold(),
        address=find("WARC-Target-URI"),
        date=find("WARC-Date"),
        kind=find("Content-Type").partition(";")[0].strip().casefold(),
        digest=find("WARC-Payload-Digest"),
        target=find("WARC-Refers-To-Target-URI"),
        size=size,
        read=read,
    )


def _clean(value: str) -> str:
    """The value of a header; older crawlers put addresses in angle brackets."""
    bare = value.strip().strip("<>")
    return bare if bare.isprintable() else "".join(filter(str.isprintable, bare))
