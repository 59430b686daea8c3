"""What a run hands over: one dossier of a small pile, or an index and a dossier for each thread of a large one."""

from collections.abc import Iterator
from sqlite3 import Connection

import msgspec

from stemma.matters import ONE_DOSSIER, merge_findings
from stemma.model import Dossier, Findings, Story
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

INDEX, THREADS = "index.json", "threads"
LOT = 64  # articles whose dossiers are written in one piece of work


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


def gather_thread(connection: Connection, matter: str, settings: Settings) -> Dossier:
    """The dossier of one matter: a thread, or a story that belongs to none."""
    stories = _find_stories_of(connection, matter)
    threads = find_threads(connection, [matter])
    articles = find_articles(connection, [id for story in stories for id in story.articles])
    return make_dossier(articles, [], (stories, threads), find_findings(connection, matter) or Findings(), settings)


def _find_stories_of(connection: Connection, matter: str) -> list[Story]:
    rows = connection.execute("SELECT id FROM stories WHERE thread = ?1 OR id = ?1", (matter,))
    return find_stories(connection, [id for (id,) in rows])


def write_threads(run: Run, redact: tuple[str, ...] = ()) -> Iterator[Written | Failed[str]]:
    """Yield the dossier of every thread, written by the crew as it comes, with its line in the index.

    Args:
        run: on the store.
        redact: names to be taken out.
    """
    tally = Tally(Count(stage="Write", total=len(find_matters(run.connection))), run.tell)
    labour = Labour[str](run.crew, write_dossiers)
    for done in labour.do_all(_make_tasks(run.connection, run.settings, redact)):
        if isinstance(done, Failed):
            tally.fail()
            yield done
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
