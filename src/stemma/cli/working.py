"""Options of the commands that work on a store, and what they show while they do."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from stemma.errors import UsageError
from stemma.settings import PATIENCE

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from stemma.model import RawDocument, Skipped
    from stemma.runs.crews import Crew
    from stemma.runs.progress import Count, Tell

    Documents = Iterable[RawDocument | Skipped]

FEW = 200  # documents that one process reads before others would have started
EVERY = 0.5  # seconds between two lines of --json-progress
DEFAULT_STORE = Path("work.stemma")

StoreOption = Annotated[
    Path, typer.Option("--store", metavar="FILE", help="The store: one SQLite file that keeps all that was read.")
]
KeepOption = Annotated[
    Path | None,
    typer.Option("--store", metavar="FILE", help="Keep all in a store, and compute only what is new. Resumes."),
]
WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", metavar="N", help="Processes that share the work.", show_default="one a core, if many"),
]
DaskOption = Annotated[
    str | None, typer.Option("--dask", metavar="ADDRESS", help="Share the work with the cluster of a Dask scheduler.")
]
ShardsOption = Annotated[
    str | None,
    typer.Option("--shards", metavar="URL", help="Hand work to the cluster through this folder or object store."),
]
PatienceOption = Annotated[
    float,
    typer.Option("--patience", metavar="SECONDS", help="Give up what a worker has not done after so many seconds."),
]
JsonProgressOption = Annotated[
    bool, typer.Option("--json-progress", help="Tell on stderr how far it is, one JSON object a line.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Who does the work, and how it is told of.

    Attributes:
        store: the file that keeps it; None keeps nothing where all fits into memory.
        workers: processes; None is for us to choose.
        dask: address of a scheduler.
        shards: where work is handed over.
        patience: seconds after which a piece of work counts as hanging.
        json_progress: tell on stderr in JSON.
    """

    store: Path | None = None
    workers: int | None = None
    dask: str | None = None
    shards: str | None = None
    patience: float = PATIENCE
    json_progress: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be.

        Raises:
            UsageError: fewer than one worker, no patience at all, or shards without a cluster.
        """
        if self.workers is not None and self.workers < 1:
            raise UsageError(f"--workers {self.workers}: give 1 or more.")
        if not self.patience > 0:
            raise UsageError(f"--patience {self.patience:g}: give more than 0 seconds.")
        if self.shards and not self.dask:
            raise UsageError("--shards: only work for a cluster goes through it. Give --dask ADDRESS too.")

    @property
    def place(self) -> Path:
        """Where the store is."""
        return self.store or DEFAULT_STORE

    @property
    def is_asked(self) -> bool:
        """True where the user wants a store, or several workers."""
        return bool(self.store or self.dask or (self.workers or 1) > 1)


@contextmanager
def hire(work: Work, documents: "Documents") -> "Iterator[tuple[Crew, Documents]]":
    """The crew for these documents, of which no more are looked at than needed to choose it; it is sent home after."""
    from stemma.runs.crews import make_crew

    waiting = iter(documents)
    few = list(islice(waiting, FEW + 1)) if work.workers is None else []
    workers = work.workers if work.workers is not None else (0 if len(few) <= FEW else count_cores())
    crew = make_crew(workers, work.dask, work.shards, work.patience)
    try:
        yield crew, chain(few, waiting)
    finally:
        crew.close()


def count_cores() -> int:
    """The cores that this process may use, which in a container are fewer than there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def watch_run(*, as_json: bool, quiet: bool) -> "Iterator[Tell]":
    """What hears how far a run is: a line of JSON, a bar for somebody who watches, or nobody."""
    if as_json:
        yield JsonLines(sys.stderr)
    elif quiet or not sys.stderr.isatty():
        yield lambda _count: None
    else:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (
            TextColumn("{task.description:11}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(), TextColumn("{task.fields[failed]}", style="red"),
        )  # fmt: skip
        with Progress(*columns, console=Console(stderr=True)) as progress:
            yield Bars(progress)


class Clock:
    """When each part of a run began, and how fast it is."""

    def __init__(self) -> None:
        self._began: dict[str, float] = {}

    def measure(self, count: "Count") -> tuple[float, float | None]:
        """Items a second so far, and the seconds that the rest will take, where that can be told."""
        spent = monotonic() - self._began.setdefault(count.stage, monotonic())
        rate = count.done / spent if spent > 0 else 0.0
        if count.total is None or not rate:
            return rate, None
        return rate, max(0, count.total - count.done - count.known) / rate


class JsonLines:
    """Tells of a run in JSON: at most two lines a second, and one at the end of every part."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._clock, self._told = stream, Clock(), 0.0

    def __call__(self, count: "Count") -> None:
        """Tell what failed, and how far it is."""
        for item in count.failures:
            self._write({"failed": item.uri, "reason": item.reason})
        rate, remaining = self._clock.measure(count)
        if not count.finished and monotonic() - self._told < EVERY:
            return
        self._told = monotonic()
        self._write({
            "stage": count.stage, "done": count.done, "known": count.known, "total": count.total,
            "failures": count.failed, "rate": round(rate, 1),
            "remaining": None if remaining is None else round(remaining, 1), "finished": count.finished,
        })  # fmt: skip

    def _write(self, line: "dict[str, object]") -> None:
        self._stream.write(json.dumps(line) + "\n")
        self._stream.flush()


class Bars:
    """Tells of a run with a bar for each part."""

    def __init__(self, progress: "Progress") -> None:
        self._progress, self._clock = progress, Clock()
        self._bars: dict[str, TaskID] = {}

    def __call__(self, count: "Count") -> None:
        """Move the bar."""
        if count.stage not in self._bars:
            self._bars[count.stage] = self._progress.add_task(count.stage, total=count.total, rate="", failed="")
        rate, _ = self._clock.measure(count)
        done = count.done + count.known
        self._progress.update(
            self._bars[count.stage],
            completed=done,
            total=done if count.finished else count.total,
            rate=f"{rate:.0f}/s" if rate else "",
            failed=f"{count.failed} failed" if count.failed else "",
        )
