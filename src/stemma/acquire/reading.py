"""What a reader is given beside its file: the settings, how much it may still unpack, and somebody to tell."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from stemma.acquire.crawls.visits import Visits
from stemma.acquire.plain import find_kinds, find_suffix
from stemma.model import RawDocument, Skipped
from stemma.registry import Part, readers
from stemma.settings import Limits, Settings

Tell = Callable[[str, str], None]
Read = Iterator[RawDocument | Skipped]

SMALL = 50_000_000  # bytes that any file may unpack to, whatever its ratio: runs of spaces pack a thousandfold


class TooMuchError(OSError):
    """A limit of the settings was reached; the message is the reason for a `Skipped`."""


@dataclass(slots=True, kw_only=True)
class Budget:
    """What one given file, with all that is packed inside it, may still unpack to."""

    size: int  # bytes
    entries: int

    def spend(self, size: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            TooMuchError: they are more than the file may hold.
        """
        self.size -= size
        if self.size < 0:
            raise TooMuchError(
                "unpacks to more than the limits allow, as a bomb would; the rest is not read"
                " (--limit unpacked=BYTES and --limit ratio=NUMBER raise them)"
            )

    def count_entry(self) -> None:
        """Count one entry of an archive.

        Raises:
            TooMuchError: there are more than the file may hold.
        """
        self.entries -= 1
        if self.entries < 0:
            raise TooMuchError("holds more entries than the limit; the rest is not read (--limit entries=NUMBER)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The reading of one file.

    Attributes:
        settings: those of the run.
        tell: takes a uri and one line on what was decided or passed over there, which is nobody's fault.
        budget: what may still be unpacked; shared by everything inside one given file.
        kinds: the suffixes of all files that are read.
        visits: the pages of all web archives of the run.
        depth: how many archives deep the reading is.
    """

    settings: Settings
    tell: Tell
    budget: Budget
    kinds: tuple[str, ...]
    visits: Visits
    depth: int = 0

    @property
    def limits(self) -> Limits:
        """How much may be read."""
        return self.settings.limits

    @property
    def deeper(self) -> "Reading":
        """The reading of an archive inside this one."""
        return replace(self, depth=self.depth + 1)


def start_reading(
    path: Path, settings: Settings, tell: Tell, kinds: tuple[str, ...] | None = None, visits: Visits | None = None
) -> Reading:
    """The reading of one given file, which may unpack to so many times its size.

    Args:
        path: the file.
        settings: those of the run.
        tell: takes a uri and a line.
        kinds: the suffixes of all files that are read; looked up where they are not given.
        visits: shared by the files of one run.
    """
    try:
        size = path.stat().st_size
    except OSError:
        size = 0  # its reader will say what is wrong with it
    limits = settings.limits
    budget = Budget(size=min(limits.unpacked, max(limits.ratio * size, SMALL)), entries=limits.entries)
    return Reading(settings=settings, tell=tell, budget=budget, kinds=kinds or find_kinds(), visits=visits or Visits())


def read_path(path: Path, uri: str, reading: Reading) -> Read:
    """Yield what the reader of that kind of file finds in it.

    A file that gives neither a document nor a reason is itself skipped, with what the reader told as the reason.
    """
    suffix = find_suffix(path, reading.kinds)
    if suffix is None:
        yield Skipped(uri=uri, reason="not a kind of file that is read")
        return
    told: list[tuple[str, str]] = []
    found = 0
    own = replace(reading, tell=lambda place, line: told.append((place, line)))
    for item in _call(readers.find(suffix), path, uri, own):
        found += 1
        yield replace(item, reason=_show(item.reason)) if isinstance(item, Skipped) else item
    if not found:
        yield Skipped(uri=uri, reason=_show("; ".join(line for _, line in told)) or "no articles in it")
        return
    for place, line in told:
        reading.tell(place, _show(line))


def _show(line: str) -> str:
    """The line without characters that steer a terminal: names from files stand in it."""
    return "".join(filter(str.isprintable, line))


def _call(reader: Part, path: Path, uri: str, reading: Reading) -> Read:
    """Call a reader of two parameters, as plug-ins are, or one that takes the reading too."""
    parameters = inspect.signature(reader).parameters
    items: Any = reader(path, uri, reading) if "reading" in parameters else reader(path, uri)
    yield from items


def open_regular(path: Path) -> Any:
    """The file, opened for reading bytes.

    Raises:
        OSError: it cannot be read, or is no file but a pipe or a device, which could be waited for without end.
    """
    import stat

    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError("not a regular file")
    return path.open("rb")


def skip(uri: str, error: Exception) -> Skipped:
    """The notice for a file that a library could not read."""
    reason = getattr(error, "strerror", None) or " ".join(str(error).split())[:200] or type(error).__name__
    return Skipped(uri=uri, reason=f"cannot be read ({reason})")
