"""JSON Lines: one object a line, read a line at a time."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from stemma.acquire.archives.unpacked import open_unpacked
from stemma.acquire.reading import Read, Reading, TooMuchError, skip
from stemma.acquire.tables.columns import Row
from stemma.acquire.tables.rows import read_rows
from stemma.model import Skipped

PIECE = 1 << 20


def read_json_lines(path: Path, uri: str, reading: Reading) -> Read:
    """Yield the articles of a JSON Lines file; lines that are no objects are named together."""
    faults: list[str] = []
    try:
        with open_unpacked(path, reading.budget) as stream:
            lines = read_lines(stream.file, reading.limits.document)
            yield from read_rows(_list_rows(lines, faults), uri, reading)
            if stream.fault:
                yield Skipped(uri=uri, reason=stream.fault)
    except (OSError, ValueError) as error:
        yield Skipped(uri=uri, reason=str(error)) if isinstance(error, TooMuchError) else skip(uri, error)
    if faults:
        more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
        yield Skipped(uri=uri, reason=f"{faults[0]}{more}: left out")


def read_lines(file: IO[bytes], limit: int) -> Iterator[bytes | None]:
    """Yield the lines of a file; None for one above the limit, of which no more than a piece is ever in memory."""
    while line := file.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while (rest := file.readline(PIECE)) and not rest.endswith(b"\n"):
            pass
        yield None


def _list_rows(lines: Iterator[bytes | None], faults: list[str]) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(lines, start=1):
        if line is None:
            faults.append(f"line {number} is longer than the limit (--limit document=BYTES)")
        elif line.strip(b" \t\r\n\x00"):
            value = _parse(line)
            if isinstance(value, dict) and value:
                yield number, value
            else:
                faults.append(f"line {number} is no JSON object")


def _parse(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return None
