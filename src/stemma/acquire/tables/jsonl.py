"""JSON Lines: one object a line, read a line at a time."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from stemma.acquire.reading import Read, Reading
from stemma.acquire.tables.columns import Row
from stemma.acquire.tables.rows import read_rows, read_unpacked

PIECE = 1 << 20


def read_json_lines(path: Path, uri: str, reading: Reading) -> Read:
    """Yield the articles of a JSON Lines file; lines that are no objects are named together."""

    def read_all(file: IO[bytes], faults: list[str]) -> Read:
        return read_rows(_list_rows(read_lines(file, reading.limits.document), faults), uri, reading)

    yield from read_unpacked((path, uri, reading), read_all)


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
