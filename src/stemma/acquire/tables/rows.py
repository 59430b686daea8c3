"""From the rows of a table, whatever its format, to documents."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from stemma.acquire.archives.unpacked import open_unpacked
from stemma.acquire.codes import find_code
from stemma.acquire.feeds.fragment import find_text, is_markup
from stemma.acquire.feeds.moments import find_moment, find_order
from stemma.acquire.names import Names
from stemma.acquire.plain import make_document
from stemma.acquire.reading import Read, Reading, TooMuchError, skip
from stemma.acquire.tables.columns import Columns, Row, find_columns, say_columns
from stemma.model import Skipped

SAMPLE = 50  # rows by which columns are told apart
SHOWN = 12  # names of columns in one message
DATES = ("published", "modified", "retrieved")
PLAIN = ("title", "outlet", "author", "section", "url")

Encode = Callable[[str], bytes]


def encode_text(text: str) -> bytes:
    """The text as UTF-8; half a surrogate pair, which no encoding has, becomes "?"."""
    return text.encode("utf-8", "replace")


@dataclass(slots=True, kw_only=True)
class _Table:
    """What is known of a table while its rows are read."""

    uri: str
    columns: Columns
    order: str | None  # of day and month
    names: Names
    reading: Reading
    encode: Encode
    passed: Counter[str] = field(default_factory=Counter)


def read_rows(rows: Iterable[tuple[int, Row]], uri: str, reading: Reading, encode: Encode = encode_text) -> Read:
    """Yield a document for every row with text, and tell which column was read as what.

    Args:
        rows: number and cells of each, in order.
        uri: of the table.
        reading: limits, settings and whom to tell.
        encode: gives the bytes of a text as they stood in the table.
    """
    stream = iter(rows)
    first = list(islice(stream, SAMPLE))
    if not first:
        return
    sample = [row for _, row in first]
    given = reading.settings.columns
    columns = find_columns(sample, given)
    fault = _find_fault(sample, columns, given)
    if fault:
        yield Skipped(uri=uri, reason=fault)
        return
    order = find_order(row.get(columns[what]) for row in sample for what in DATES if what in columns)
    table = _Table(
        uri=uri, columns=columns, order=order, names=Names(uri), reading=reading, encode=encode
    )  # fmt: skip
    reading.tell(uri, f"read as a table: {say_columns(columns)}{'' if given else ' (--column text=NAME changes it)'}")
    for number, row in chain(first, stream):
        yield from _read_row(number, row, table)
    for what, count in table.passed.items():
        reading.tell(uri, f"{count:,} row{'s' if count > 1 else ''} {what}")


def _find_fault(sample: list[Row], columns: Columns, given: Mapping[str, str]) -> str | None:
    names = list(dict.fromkeys(name for row in sample for name in row))
    listed = ", ".join(names[:SHOWN]) + (", …" if len(names) > SHOWN else "")
    for what, name in given.items():
        if name not in names:
            return f'no column "{name}" for {what}. Its columns: {listed}'
    if "text" not in columns:
        return f"no column that holds text among {listed}. Name it with --column text=NAME"
    return None


def _read_row(number: int, row: Row, table: _Table) -> Read:
    cell = row.get(table.columns["text"])
    text = cell if isinstance(cell, str) else ""
    if not text.strip():
        table.passed["without text not read"] += 1
        return
    if is_markup(text):
        text = find_text(text)
    meta, unread = _make_meta(row, table)
    if unread:
        table.passed["with a date that can be read two ways, or not at all; taken without it"] += 1
    identity = row.get(table.columns.get("id", ""))
    name = str(identity if isinstance(identity, str | int) and identity != "" else number)
    limit = table.reading.limits.document
    document = make_document(table.encode(text), table.names.take(name.replace("/", "_")), ".txt", limit)
    yield document if isinstance(document, Skipped) else replace(document, meta=meta)


def _make_meta(row: Row, table: _Table) -> tuple[dict[str, str], bool]:
    """What a row says beside its text, and whether it has a date that cannot be read."""
    cells = {what: row.get(name) for what, name in table.columns.items() if what != "text"}
    meta = {what: text for what in PLAIN if (text := _find_cell(cells.get(what)))}
    moments = {what: find_moment(cells.get(what), table.order) for what in DATES if cells.get(what) not in (None, "")}
    meta |= {what: moment for what, moment in moments.items() if moment}
    code = find_code(str(cells.get("language") or ""))
    meta |= {"language": code} if code else {}
    return meta, "published" in moments and moments["published"] is None


def _find_cell(value: Any) -> str:
    """A cell as one line of text: that of an object is its name, that of a list its parts."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title") or ""
    if isinstance(value, list):
        value = ", ".join(filter(None, map(_find_cell, value[:SHOWN])))
    return " ".join(value.split()) if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def find_rows(value: Any) -> list[Row]:
    """The rows in a JSON value: a list of objects, by itself or under one key of an object; or the one object."""
    if isinstance(value, dict):
        lists = [inner for inner in value.values() if isinstance(inner, list) and inner and isinstance(inner[0], dict)]
        value = lists[0] if len(lists) == 1 else [value]
    return list(_keep_objects(value)) if isinstance(value, list) else []


def _keep_objects(values: list[Any]) -> Iterator[Row]:
    return (value for value in values if isinstance(value, dict) and value)


def read_unpacked(given: tuple[Path, str, Reading], read: Callable[[IO[bytes], list[str]], Read]) -> Read:
    """Yield what a table, packed or not, holds, and last one notice for all that could not be read.

    Args:
        given: the file, what reports call it, and the reading.
        read: yields the articles of the open file, and adds to the list what is wrong with single rows.
    """
    path, uri, reading = given
    faults: list[str] = []
    try:
        with open_unpacked(path, reading.budget) as stream:
            yield from read(stream.file, faults)
            if stream.fault:
                yield Skipped(uri=uri, reason=stream.fault)
    except (OSError, ValueError) as error:
        yield Skipped(uri=uri, reason=str(error)) if isinstance(error, TooMuchError) else skip(uri, error)
    if faults:
        more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
        yield Skipped(uri=uri, reason=f"{faults[0]}{more}: left out")
