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
from stemma.model import Dossier, Findings, Story
from stemma.pipeline import make_dossier
from stemma.settings import Settings
from stemma.store.finding import (
    count_articles,
    find_articles,
    find_findings,
    find_matters,
    find_skipped,
    find_stories,
    find_threads,
)
from stemma.text import defuse

INDEX, THREADS = "index.json", "threads"
HANDED_OVER = (
    "articles", "skipped", "stories", "threads", "story_events", "attributions", "claims", "collations", "steps",
    "origins", "variants", "derivations", "witnesses", "wanted",
)  # fmt: skip


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One thread in the index: what it is about, how large it is, and how well its claims are supported."""

    id: str
    title: str
    dossier: str
    stories: int
    articles: int
    outlets: int
    languages: list[str]
    first: str | None
    last: str | None
    claims: int
    shared: int
    corroborated: int
    disputed: int


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


def gather_threads(connection: Connection, settings: Settings) -> Iterator[tuple[str, Dossier]]:
    """Yield the id and the dossier of every thread, the largest first; one at a time is in memory."""
    for matter, *_ in find_matters(connection):
        yield matter, gather_thread(connection, matter, settings)


def make_line(matter: str, dossier: Dossier) -> Line:
    """The line of one dossier in the index."""
    titles = [thread.title for thread in dossier.threads] or [story.title for story in dossier.stories]
    days = sorted(article.published for article in dossier.articles if article.published)
    return Line(
        id=matter,
        title=titles[0] if titles else "",
        dossier=f"{THREADS}/{matter}/dossier.json",
        stories=len(dossier.stories),
        articles=len(dossier.articles),
        outlets=len({article.outlet for article in dossier.articles if article.outlet}),
        languages=sorted({article.language for article in dossier.articles}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        claims=len(dossier.collations),
        shared=_count_shared(dossier),
        corroborated=sum(a.support == "corroborated" for a in dossier.assessments),
        disputed=sum(a.dispute != "none" for a in dossier.assessments),
    )


def _count_shared(dossier: Dossier) -> int:
    article_of = {claim.id: claim.article for claim in dossier.claims}
    return sum(len({article_of[claim] for claim in collation.claims}) > 1 for collation in dossier.collations)


def write_index(lines: list[Line]) -> bytes:
    """The index: a JSON list, one line a thread."""
    return b"[\n" + b",\n".join(msgspec.json.encode(line) for line in lines) + b"\n]\n"


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
