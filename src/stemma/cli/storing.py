"""What the commands on a store do: trace into it, add to it, hand its findings over."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from stemma.cli.showing import (
    DONE,
    SKIPPED,
    Showing,
    find_exit_code,
    list_skipped,
    make_console,
    make_progress,
    print_dossier,
    print_error,
    print_json,
    print_json_bytes,
    take_out,
    write_files,
    write_whole,
)
from stemma.cli.working import Work, hire, watch_run
from stemma.errors import InputError, StemmaError, UsageError
from stemma.settings import Settings
from stemma.text import make_id

if TYPE_CHECKING:
    from sqlite3 import Connection

    from stemma.model import Dossier, RawDocument, Skipped
    from stemma.runs import Run
    from stemma.runs.sheets import Line

    Documents = Iterable[RawDocument | Skipped]

MEMORY = 200_000_000  # bytes of documents that are read into memory before a store is made for them
UNFINISHED = ".unfinished.stemma"
SHOWN = 10  # threads of a large run that are printed


@dataclass(frozen=True, slots=True)
class Input:
    """Documents on their way, a name for the paths that they come from, and how many there are, if that is known."""

    documents: "Iterator[RawDocument | Skipped]"
    name: str
    total: int | None = None


def run_trace(paths: Sequence[str], settings: Settings, showing: Showing, work: Work) -> int:
    """Trace the paths and show the dossier as asked.

    Returns:
        The exit code.
    """
    from stemma.pipeline import investigate_documents

    given = open_input(paths, settings, showing)
    if work.store:
        return run_stored(given, settings, showing, work)
    if work.is_asked:
        return run_unkept(given, settings, showing, work)
    few, is_all = _take_few(given.documents)
    if not is_all:
        return run_unkept(replace(given, documents=chain(few, given.documents)), settings, showing, work)
    return show(investigate_documents(few, settings, make_progress(showing)), showing)


def open_input(paths: Sequence[str], settings: Settings, showing: Showing) -> Input:
    """The documents under the paths; what readers decided by themselves is told."""
    from stemma.acquire import acquire, count_documents
    from stemma.pipeline import NOTE

    tell = make_progress(showing)
    documents = acquire(paths, settings, lambda uri, line: tell(NOTE, f"{uri}: {line}") if tell else None)
    return Input(documents, make_id(*sorted(paths)), count_documents(paths))


def _take_few(documents: "Iterator[RawDocument | Skipped]") -> "tuple[list[RawDocument | Skipped], bool]":
    """As many documents as make one dossier, and whether these are all."""
    from stemma.matters import ONE_DOSSIER
    from stemma.model import RawDocument

    few: list[RawDocument | Skipped] = []
    size = 0
    for item in documents:
        few.append(item)
        size += len(item.content) if isinstance(item, RawDocument) else 0
        if len(few) > ONE_DOSSIER or size > MEMORY:
            return few, False
    return few, True


def run_unkept(given: Input, settings: Settings, showing: Showing, work: Work) -> int:
    """Trace through a store that is removed in the end, or taken up by the same command if this one is stopped."""
    from tempfile import TemporaryDirectory

    if not showing.directory:
        with TemporaryDirectory() as folder:
            return run_stored(given, settings, showing, replace(work, store=Path(folder, UNFINISHED)))
    make_folder(showing.directory)
    store = showing.directory / f".{make_id(given.name, settings)}{UNFINISHED}"
    code = run_stored(given, settings, showing, replace(work, store=store))
    for path in (store, Path(f"{store}.lock")):
        path.unlink(missing_ok=True)
    return code


def make_folder(folder: Path) -> None:
    """Make a folder where it is missing.

    Raises:
        StemmaError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StemmaError(f"{folder}: nothing can be written there ({error.strerror}). Name another folder.") from error


def run_stored(given: Input, settings: Settings, showing: Showing, work: Work) -> int:
    """Add the documents to a store, and show all that is in it.

    Returns:
        The exit code.
    """
    from stemma.store import open_file

    with open_file(work.place, write=True, new=True) as connection:
        with begin(connection, settings, given.documents, (showing, work)) as (run, documents):
            run.go_on(documents, given.name, given.total)
            run.settle()
            handed = hand_over(run, showing)
        return show_handed(connection, handed, showing)


@contextmanager
def begin(
    connection: "Connection", settings: Settings, documents: "Documents", how: tuple[Showing, Work]
) -> "Iterator[tuple[Run, Documents]]":
    """A run on a store with those who work for it, who are sent home after."""
    from stemma.runs import Run

    showing, work = how
    with (
        hire(work, documents) as (crew, waiting),
        watch_run(as_json=work.json_progress, quiet=showing.quiet) as tell,
    ):
        yield Run(connection, crew, settings, tell), waiting


def run_add(paths: Sequence[str], settings: Settings, showing: Showing, work: Work) -> int:
    """Add the paths to a store, and say what that changed.

    Returns:
        The exit code.
    """
    from stemma.store import open_file
    from stemma.store.finding import count_articles, find_skipped

    given = open_input(paths, settings, showing)
    with open_file(work.place, write=True, new=True) as connection:
        before, left_out = count_articles(connection), set(find_skipped(connection))
        last = connection.execute("SELECT coalesce(max(number), 0) FROM story_events").fetchone()[0]
        with begin(connection, settings, given.documents, (showing, work)) as (run, documents):
            run.go_on(documents, given.name, given.total)
        skipped = [item for item in find_skipped(connection) if item not in left_out]
        if not showing.quiet:
            _print_added(connection, count_articles(connection) - before, last, work.place)
        list_skipped(skipped)
    return SKIPPED if skipped else DONE


def _print_added(connection: "Connection", added: int, last: int, store: Path) -> None:
    from stemma.write.view.wording import make_singular

    console = make_console()
    total, stories = (connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("articles", "stories"))
    told = f"{added:,} articles added to {store}: {total:,} articles in {stories:,} stories."
    console.print(make_singular(told), markup=False, soft_wrap=True)
    sql = "SELECT kind, why FROM story_events WHERE number > ? ORDER BY number"
    events = connection.execute(sql, (last,)).fetchall()
    for kind, why in events[:SHOWN]:
        console.print(f"  {kind}: {why}", markup=False)
    if len(events) > SHOWN:
        console.print(f"  and {len(events) - SHOWN:,} more: see story_events in the store.", markup=False)


@dataclass(frozen=True, slots=True)
class Threads:
    """What was written of a large store: a line for each thread; and the threads that could not be written."""

    lines: "list[Line]"
    failed: "list[Skipped]"


def hand_over(run: "Run", showing: Showing) -> "Dossier | Threads":
    """One dossier of all that is in a store; of a large one, the lines of its threads, whose dossiers are written.

    Raises:
        InputError: there is no article in it.
        UsageError: something is asked for that needs one dossier.
    """
    from stemma.runs.outcome import gather_dossier, is_one_dossier
    from stemma.store.finding import count_articles, find_skipped

    if not count_articles(run.connection):
        reasons = "; ".join(f"{item.uri}: {item.reason}" for item in find_skipped(run.connection)[:3])
        raise InputError(f"no usable article{': ' if reasons else ''}{reasons}. Give a file or a folder of articles.")
    if is_one_dossier(run.connection):
        return gather_dossier(run.connection, run.settings)
    if showing.fail_on:
        raise UsageError("--fail-on: only for up to 2,000 articles. Look into the threads' dossiers.")
    return _write_threads(run, showing)


def _write_threads(run: "Run", showing: Showing) -> Threads:
    """Write every thread's dossier; a thread that cannot be written is named."""
    from stemma.model import Skipped
    from stemma.runs.outcome import INDEX, THREADS, write_index, write_threads

    threads = Threads([], [])
    for done in write_threads(run, showing.redact):
        if isinstance(done, Skipped):
            threads.failed.append(done)
            continue
        threads.lines.append(done.line)
        for note in done.notes:
            print_error(note)
        if showing.directory:
            write_whole(showing.directory / THREADS / done.line.id, "dossier.json", done.dossier)
    threads.lines.sort(key=lambda line: (-line.articles, line.id))
    if showing.directory:
        write_whole(showing.directory, INDEX, write_index(threads.lines))
    return threads


def show_handed(connection: "Connection", handed: "Dossier | Threads", showing: Showing) -> int:
    """Show what was handed over.

    Returns:
        The exit code.
    """
    from stemma.runs.outcome import write_index
    from stemma.store.finding import find_skipped

    if not isinstance(handed, Threads):
        return show(handed, showing)
    if showing.as_json:
        print_json_bytes(write_index(handed.lines))
    elif not showing.quiet:
        _print_threads(handed.lines, showing.directory)
    skipped = [*find_skipped(connection), *handed.failed]
    list_skipped(skipped)
    return SKIPPED if skipped else DONE


def show(dossier: "Dossier", showing: Showing) -> int:
    """Write and print one dossier as asked.

    Returns:
        The exit code.
    """
    dossier = take_out(dossier, showing)
    written = write_files(dossier, showing)
    if showing.as_json:
        print_json(dossier)
    if showing.as_json or showing.quiet:
        list_skipped(dossier.skipped)
    else:
        print_dossier(dossier, written)
    return find_exit_code(dossier, showing.fail_on)


def _print_threads(lines: "Sequence[Line]", folder: Path | None) -> None:
    """The threads that most articles tell of, with how well their claims are supported."""
    from stemma.write.view.wording import show_plain

    console = make_console()
    for line in lines[:SHOWN]:
        console.print(show_plain(line.title), style="bold", markup=False, soft_wrap=True)
        console.print(
            f"   {line.articles:,} articles of {line.outlets:,} outlets; {line.shared:,} claims told more than once, "
            f"{line.corroborated:,} corroborated, {line.disputed:,} disputed",
            style="dim", markup=False, soft_wrap=True,
        )  # fmt: skip
    articles = sum(line.articles for line in lines)
    console.print(f"{articles:,} articles in {len(lines):,} threads; the {min(SHOWN, len(lines))} largest are shown.")
    if folder:
        console.print(f"Index: {folder / 'index.json'}. Dossiers: {folder / 'threads'}/ID/dossier.json.", markup=False)
