"""The tables of a store as files, for programs that read no SQLite: one a table, a row a line."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from stemma.text import defuse

HANDED_OVER = (
    "articles", "skipped", "stories", "threads", "story_events", "attributions", "claims", "collations", "steps",
    "origins", "variants", "derivations", "witnesses", "wanted",
)  # fmt: skip


def write_tables(connection: Connection, folder: Path, form: str) -> list[tuple[Path, int]]:
    """Write every table into a folder, each file whole or not at all.

    Args:
        connection: of the store.
        folder: which is there.
        form: csv, with a row of names; or jsonl, one object a row.

    Returns:
        The files, with how many rows each has.
    """
    return [_write_table(connection, table, folder / f"{table}.{form}") for table in HANDED_OVER]


def _write_table(connection: Connection, table: str, path: Path) -> tuple[Path, int]:
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    order = ", ".join(str(number) for number in range(1, len(names) + 1))
    rows = connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY {order}")
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8", newline="") as stream:
        if path.suffix == ".csv":
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(names)
            count = sum(1 for row in rows if writer.writerow(_defuse_all(row)))
        else:
            count = sum(1 for row in rows if stream.write(_make_line(names, row)))
    return part.replace(path), count


def _defuse_all(row: Sequence[Any]) -> list[Any]:
    return [defuse(cell) if isinstance(cell, str) else cell for cell in row]


def _make_line(names: Sequence[str], row: Sequence[Any]) -> str:
    return json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n"
