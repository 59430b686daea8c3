"""What a folder knows of the addresses fetched into it, so that a run goes on where it stopped and asks for news only.

`.fetch/state.jsonl` gains a line as soon as an address is done, after its records are on the disk. A line that broke
off counts for nothing; records that no line knows of are cut off. At the end of a run the file is written anew, whole
or not at all.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from stemma.errors import StemmaError

HIDDEN = ".fetch"
STATE_NAME = "state.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of one address.

    Attributes:
        address: as it was given or listed.
        final: where it led to.
        run: the run that dealt with it last.
        first: when it was first fetched.
        changed: when its content last changed.
        checked: when it was last asked for.
        digest: of the body as served, chunks included.
        sha256: of the body unpacked.
        etag: what the server calls this version.
        modified: since when the server has it.
        entries: what it lists, where it is a feed or another list; None for a page.
        reason: why it was not fetched the last time; empty where it was.
    """

    address: str
    final: str = ""
    run: str = ""
    first: str = ""
    changed: str = ""
    checked: str = ""
    digest: str = ""
    sha256: str = ""
    etag: str = ""
    modified: str = ""
    entries: tuple[str, ...] | None = None
    reason: str = ""


@dataclass(slots=True)
class State:
    """The state of one folder.

    Attributes:
        folder: the folder.
        known: by address.
        run: the run that is going on, or was stopped; empty where the last one came to its end.
        ends: how far each WARC file is known, by its path in the folder.
    """

    folder: Path
    known: dict[str, Known] = field(default_factory=dict)
    run: str = ""
    ends: dict[str, int] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / HIDDEN / STATE_NAME

    def begin(self, run: str) -> None:
        """Begin a run, or go on with the one that was stopped."""
        if not self.run:
            used = {known.run for known in self.known.values()}
            while run in used or any(self.folder.glob(f"{run}-*")) or any((self.folder / HIDDEN).glob(f"{run}-*")):
                run += "b"  # two runs within one second
            self.run = run
        self._append({"run": self.run})

    def note(self, known: Known, ends: dict[str, int]) -> None:
        """Note what became of an address."""
        self.known[known.address] = known
        self.ends |= ends
        self._append({**_drop_empty(asdict(known)), "ends": ends})

    def finish(self) -> None:
        """The run has come to its end."""
        self.run, self.ends = "", {}
        lines = [_drop_empty(asdict(self.known[address])) for address in sorted(self.known)]
        part = self.path.with_suffix(".part")
        with part.open("w", encoding="utf-8") as file:
            file.writelines(_write_line(line) for line in lines)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.path)

    def _append(self, line: dict[str, Any]) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(_write_line(line))

    def take(self, line: dict[str, Any]) -> None:
        """Take what a line of the file says."""
        self.ends |= line.pop("ends", {})
        if "address" not in line:
            self.run = line.get("run", "")
            return
        entries = line.pop("entries", None)
        self.known[line["address"]] = Known(**line, entries=None if entries is None else tuple(entries))


def _write_line(line: dict[str, Any]) -> str:
    return json.dumps(line, ensure_ascii=True, sort_keys=True) + "\n"


def _drop_empty(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in ("", None)}


@contextmanager
def open_state(folder: Path) -> Iterator[State]:
    """The state of a folder, which is made where it is missing; nobody else can use it meanwhile.

    Raises:
        StemmaError: the folder takes no files, or another run is at work in it.
    """
    try:
        (folder / HIDDEN).mkdir(parents=True, exist_ok=True)
        lock = (folder / HIDDEN / "lock").open("a")
    except OSError as error:
        raise StemmaError(
            f"{folder}: nothing can be written there ({error.strerror}). Name another folder with -o."
        ) from error
    with lock:
        _lock(lock.fileno(), folder)
        yield read_state(folder)


def _lock(descriptor: int, folder: Path) -> None:
    with suppress(ImportError):  # only where there is such a lock
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StemmaError(f"{folder}: another run is at work there. Wait for it, or name another folder.") from None


def read_state(folder: Path) -> State:
    """What is known of a folder; records of which nothing is known are cut off its files."""
    state = State(folder)
    with suppress(FileNotFoundError):
        for line in state.path.read_text(encoding="utf-8", errors="replace").splitlines():
            with suppress(ValueError, TypeError, KeyError, AttributeError):  # a line that broke off
                state.take(json.loads(line))
    _cut_torn(state)
    return state


def _cut_torn(state: State) -> None:
    if not state.run:
        return
    for path in sorted([*state.folder.glob(f"{state.run}-*"), *(state.folder / HIDDEN).glob(f"{state.run}-*")]):
        end = state.ends.get(path.relative_to(state.folder).as_posix(), 0)
        if not end:
            path.unlink()
        elif path.stat().st_size > end:
            os.truncate(path, end)
