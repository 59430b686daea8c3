"""What a run hands over: one dossier of a small pile, an index and one for each thread of a large one, or tables."""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import msgspec

from stemma.matters import ONE_DOSSIER, merge_findings, narrow_findings
from stemma.model import Dossier, Findings, Skipped, Story
from stemma.pipeline import make_dossier
from stemma.runs import Run
from stemma.runs.labour import Failed, Labour, Task
from stemma.runs.progress import Count, Tally
from stemma.runs.sheets import Line, Sheet, Written, write_dossiers
from stemma.settings import Settings
from stemma.store.finding import (
    count_articles,
    find_articles,
    find_findings,
    find_matters,
    find_packed_findings,
    find_skipped,
    find_stories,
    find_threads,
)
from stemma.store.packing import pack, unpack
from stemma.text import defuse

INDEX, THREADS = "index.json", "threads"
LOT = 64  # articles whose dossiers are written in one piece of work
HANDED_OVER = (
    "articles", "skipped", "stories", "threads", "story_events", "attributions", "claims", "collations", "steps",
    "origins", "variants", "derivations", "witnesses", "wanted",
)  # fmt: skip


def is_one_dossier(connection: Connection) -> bool:
    """True where the pile is small enough for one dossier of all."""
    return count_articles(connection) <= ONE_DOSSIER


def gather_dossier(connection: Connection, settings: Settings) -> Dossier:
    """The dossier of all that is in a store, as a fresh run on the same articles would make it."""
    parts = [find_findings(connection, id) or Findings() for id, *_ in sorted(find_matters(connection))]
    grouping = find_stories(connection), find_threads(connection)
    return make_dossier(
        find_articles(connection), find_skipped(connection), grouping, merge_findings(parts or [Findings()]), settings
    )


def gather_part(connection: Connection, matter: str, articles: Sequence[str], settings: Settings) -> Dossier:
    """The dossier of some articles of a matter, with what others tell of the same claims."""
    findings, held = narrow_findings(find_findings(connection, matter) or Findings(), articles)
    told = find_articles(connection, sorted(held))
    stories = [
        replace(story, articles=tuple(id for id in story.articles if id in held))
        for story in find_stories(connection, sorted({article.story for article in told if article.story}))
    ]
    return make_dossier(told, [], (stories, []), findings, settings)


def find_matter_of(connection: Connection, story: str) -> str | None:
    """The matter in which a story was investigated; None where it was not yet."""
    thread = connection.execute("SELECT thread FROM stories WHERE id = ?", (story,)).fetchone()
    known = {id for id, *_ in find_matters(connection)}
    own = [id for id in (story, *(thread or ())) if id in known]
    return next(iter(own or (sorted(known) if len(known) == 1 else ())), None)


def _find_stories_of(connection: Connection, matter: str) -> list[Story]:
    rows = connection.execute("SELECT id FROM stories WHERE thread = ?1 OR id = ?1", (matter,))
    return find_stories(connection, [id for (id,) in rows])


def write_threads(run: Run, redact: tuple[str, ...] = ()) -> Iterator[Written | Skipped]:
    """Yield the dossier of every thread, written by the crew as it comes, with its line in the index.

    Args:
        run: on the store.
        redact: names to be taken out.
    """
    tally = Tally(Count(stage="Write", total=len(find_matters(run.connection))), run.tell)
    labour = Labour[str](run.crew, write_dossiers)
    for done in labour.do_all(_make_tasks(run.connection, run.settings, redact)):
        if isinstance(done, Failed):
            skipped = Skipped(uri=f"thread {done.item}", reason=f"it could not be written: {done.reason}")
            tally.fail([skipped], 1)
            yield skipped
            continue
        task, result = done
        tally.add(len(task.items))
        yield from unpack(result, list[Written])
    tally.finish()


def _make_tasks(connection: Connection, settings: Settings, redact: tuple[str, ...]) -> Iterator[Task[str]]:
    lot: list[tuple[str, bytes]] = []
    size = 0
    for matter, _, articles in find_matters(connection):
        lot.append((matter, pack(_make_sheet(connection, matter, settings, redact))))
        size += articles
        if size >= LOT:
            yield Task(lot)
            lot, size = [], 0
    if lot:
        yield Task(lot)


def _make_sheet(connection: Connection, matter: str, settings: Settings, redact: tuple[str, ...]) -> Sheet:
    stories = _find_stories_of(connection, matter)
    return Sheet(
        matter=matter,
        articles=find_articles(connection, [id for story in stories for id in story.articles]),
        stories=stories,
        threads=find_threads(connection, [matter]),
        findings=find_packed_findings(connection, matter),
        settings=settings,
        redact=redact,
    )


def write_index(lines: list[Line]) -> bytes:
    """The index: a JSON list, one line a thread, the largest first."""
    ordered = sorted(lines, key=lambda line: (-line.articles, line.id))
    return b"[\n" + b",\n".join(msgspec.json.encode(line) for line in ordered) + b"\n]\n"


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
