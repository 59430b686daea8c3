"""CSV and TSV tables: the delimiter, the encoding and the heading are told from the first rows."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from stemma.acquire.reading import Read, Reading
from stemma.acquire.tables.columns import NAMES, Row, squeeze
from stemma.acquire.tables.rows import encode_text, read_rows, read_unpacked

HEAD = 200_000  # bytes that are looked at beforehand
DELIMITERS = ",;\t|"
SAMPLE = 20  # rows by which the delimiter is found
SENTENCE = re.compile(r"\d{3}|://|[.!?]\s|.{30}[.!?]$")  # or a date, a number, an address
LONGEST_HEADING = 100  # characters of a cell that may be a heading
KNOWN = frozenset(squeeze(word) for words in NAMES.values() for word in words.split())
UNKNOWN = "latin-1"  # gives every byte back as it was; `clean` then finds the encoding of each article


def read_csv(path: Path, uri: str, reading: Reading) -> Read:
    """Yield the articles of a CSV or TSV file; rows that cannot be read are named together."""
    yield from read_unpacked((path, uri, reading), lambda file, faults: _read_table(file, uri, reading, faults))


def _read_table(file: IO[bytes], uri: str, reading: Reading, faults: list[str]) -> Read:
    head = _peek(file)
    encoding = find_encoding(head)
    text = io.TextIOWrapper(file, encoding, "surrogateescape", newline="")
    sample = head.decode(encoding, "replace")
    csv.field_size_limit(max(csv.field_size_limit(), reading.limits.document))
    lines = _read_lines(text, reading.limits.document, faults)
    cells = csv.reader(lines, delimiter=find_delimiter(sample))
    rows = _make_rows(_list_cells(cells, faults))
    encode = (lambda value: value.encode(UNKNOWN, "replace")) if encoding == UNKNOWN else _encode
    yield from read_rows(rows, uri, reading, encode)
    text.detach()


def _peek(file: IO[bytes]) -> bytes:
    if file.seekable():
        head = file.read(HEAD)
        file.seek(0)
        return head
    head = b""
    with suppress(AttributeError):
        head = file.peek(HEAD)[:HEAD]  # type: ignore[attr-defined]
    return head


def _encode(text: str) -> bytes:
    """The bytes that stood in the table, those that are no UTF-8 among them."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return encode_text(text)


def find_encoding(head: bytes) -> str:
    """UTF-16 or UTF-8, or one that keeps every byte where it is neither."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # a character cut at the end is no fault
    except UnicodeDecodeError:
        return UNKNOWN
    return "utf-8-sig"


def find_delimiter(sample: str) -> str:
    """The delimiter that parts the first rows into equally many cells, and the most of them."""
    return max(DELIMITERS, key=lambda delimiter: _rate(sample, delimiter))


def _rate(sample: str, delimiter: str) -> tuple[int, int]:
    rows: list[list[str]] = []
    with suppress(csv.Error):
        for row in csv.reader(io.StringIO(sample[:HEAD], newline=""), delimiter=delimiter):
            rows += [row] if row else []
            if len(rows) == SAMPLE:
                break
    width = len(rows[0]) if rows else 0
    return (sum(len(row) == width for row in rows) if width > 1 else 0, width)


def _read_lines(text: io.TextIOWrapper, limit: int, faults: list[str]) -> Iterator[str]:
    """Yield the lines; one above the limit is left out, and never in memory as a whole."""
    number = 0
    while line := text.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith("\n"):
            faults.append(f"line {number} is longer than the limit (--limit document=BYTES)")
            while (rest := text.readline(1 << 20)) and not rest.endswith("\n"):
                pass
        else:
            yield line.replace("\x00", "")


def _list_cells(reader: Iterator[list[str]], faults: list[str]) -> Iterator[list[str]]:
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            faults.append(f"a row is no CSV ({error})")


def _make_rows(cells: Iterator[list[str]]) -> Iterator[tuple[int, Row]]:
    first = next((row for row in cells if any(row)), None)
    if first is None:
        return
    has_heading = is_heading(first)
    names = name_columns(first) if has_heading else [str(number) for number in range(1, len(first) + 1)]
    if not has_heading:
        yield 1, dict(zip(names, first, strict=False))
    for number, row in enumerate(cells, start=1 if has_heading else 2):
        if any(row):
            yield number, dict(zip(names, row, strict=False))


def is_heading(cells: Sequence[str]) -> bool:
    """True for a row of names: a known one among them, or nothing but short words."""
    if any(squeeze(cell) in KNOWN for cell in cells):
        return True
    return not any(len(cell) > LONGEST_HEADING or SENTENCE.search(cell) for cell in cells)


def name_columns(cells: Sequence[str]) -> list[str]:
    """The names of the columns; one without a name, or with that of another, has its number."""
    names: list[str] = []
    for number, cell in enumerate(cells, start=1):
        name = " ".join(cell.split())
        names.append(name if name and name not in names else str(number))
    return names
