"""The third part of a run: every matter to which something happened is investigated by the crew, and kept."""

from collections.abc import Iterable, Iterator
from sqlite3 import Connection

import msgspec

from stemma.matters import TOGETHER, Matter, part_matters
from stemma.model import Findings, Skipped
from stemma.runs.crews import Crew
from stemma.runs.labour import Failed, Labour, Task
from stemma.runs.progress import Tally
from stemma.runs.tasks import Case, investigate_cases
from stemma.settings import Settings
from stemma.store import transact
from stemma.store.finding import (
    count_articles,
    find_articles,
    find_extractions,
    find_siblings,
    find_stories,
    find_threads,
    find_todo,
)
from stemma.store.keeping import keep_findings, keep_skipped
from stemma.store.packing import pack, unpack

LOT = 48  # articles investigated in one piece of work; a larger matter is one by itself


def investigate_all(connection: Connection, crew: Crew, settings: Settings, tally: Tally) -> None:
    """Investigate what is yet to be, and keep the findings as they come."""
    labour = Labour[Matter](crew, investigate_cases)
    for done in labour.do_all(_make_tasks(connection, _find_matters(connection), settings)):
        if isinstance(done, Failed):
            reason = f"its {len(done.item.articles)} articles could not be investigated: {done.reason}"
            failure = Skipped(uri=f"thread {done.item.id}", reason=reason)
            with transact(connection):
                keep_skipped(connection, [failure])
                keep_findings(connection, done.item, Findings())
            tally.fail([failure], done=len(done.item.articles))
            continue
        task, result = done
        packed = msgspec.msgpack.decode(result, type=list[bytes])
        with transact(connection):
            for (matter, _), findings in zip(task.items, packed, strict=True):
                keep_findings(connection, matter, unpack(findings, Findings))
        tally.add(sum(len(matter.articles) for matter, _ in task.items))


def _find_matters(connection: Connection) -> list[Matter]:
    todo = find_todo(connection)
    if not todo:
        return []
    if count_articles(connection) <= TOGETHER:
        return part_matters(find_stories(connection), find_threads(connection))
    stories = find_stories(connection, find_siblings(connection, todo))
    threads = find_threads(connection, sorted({story.thread for story in stories if story.thread}))
    return part_matters(stories, threads, apart=True)


def _make_tasks(connection: Connection, matters: Iterable[Matter], settings: Settings) -> Iterator[Task[Matter]]:
    """Yield matters with all that is needed, the largest first, so that nobody waits for one at the end."""
    lot: list[Matter] = []
    for matter in sorted(matters, key=lambda matter: (-len(matter.articles), matter.id)):
        if lot and sum(len(held.articles) for held in lot) + len(matter.articles) > LOT:
            yield _make_task(connection, lot, settings)
            lot = []
        lot.append(matter)
    if lot:
        yield _make_task(connection, lot, settings)


def _make_task(connection: Connection, lot: Iterable[Matter], settings: Settings) -> Task[Matter]:
    return Task([(matter, pack(make_case(connection, matter, settings))) for matter in lot])


def make_case(connection: Connection, matter: Matter, settings: Settings) -> Case:
    """What is needed to investigate a matter."""
    articles = find_articles(connection, matter.articles)
    extractions = find_extractions(connection, matter.articles)
    return Case(articles, [extractions[article.id] for article in articles], list(matter.stories), settings)
