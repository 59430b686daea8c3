"""The commands that go to the network: their options, and what they show."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.showing import DONE, FAILED, SKIPPED, make_console, print_bytes, print_error, print_line
from stemma.errors import UsageError
from stemma.settings import FetchSettings, Settings

if TYPE_CHECKING:
    from stemma.fetch import Harvest, Result
    from stemma.watch import Poll, Watch

DEFAULT_FOLDER = Path("fetched")
DEFAULT_CASE = Path("case")
RECHECK = 0.1  # of the time since a page last changed: after an hour every six minutes, after ten days once a day
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
LARGEST = 2000  # MB of one answer, which is held in memory
SHORTEST = 60  # seconds between two polls; feeds are made for minutes, not seconds

AddressesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="ADDRESS...", help="Pages, feeds, OPML lists or sitemaps (http, https), or files that hold such lists."
    ),
]
FolderOption = Annotated[Path, typer.Option("-o", "--out", metavar="FOLDER", help="Where the WARC files go.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object: what became of every address.")]
OfflineOption = Annotated[bool, typer.Option("--offline", help="Forbid every network access: refuses to begin.")]
DelayOption = Annotated[float, typer.Option("--delay", metavar="SECONDS", help="Pause between two requests to a host.")]
TimeOption = Annotated[float, typer.Option("--time", metavar="SECONDS", help="The longest that one answer may take.")]
SizeOption = Annotated[float, typer.Option("--size", metavar="MB", help="The most that one answer may have.")]
MostOption = Annotated[int, typer.Option("--most", metavar="N", help="Ask for at most so many addresses in one run.")]
ContactOption = Annotated[
    str, typer.Option("--contact", metavar="TEXT", help="Told to every server: your page or mail address.")
]
AllowHostOption = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host", metavar="HOST[:PORT]", help="Fetch from this host, inside your own network too. Repeatable."
    ),
]
CaseOption = Annotated[
    Path,
    typer.Option("-o", "--out", metavar="CASE", help="Folder of articles, dossier and changes."),
]
EveryOption = Annotated[str, typer.Option("--every", metavar="TIME", help="Time between two polls: 15m, 2h, 1d.")]
OnceOption = Annotated[bool, typer.Option("--once", help="Poll once and leave.")]
LinesOption = Annotated[bool, typer.Option("--json", help="Print changes as JSON, one a line, and nothing else.")]
WebhookOption = Annotated[
    str | None, typer.Option("--webhook", metavar="ADDRESS", help="Send changes there too (POST, JSON).")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """How often a watch looks, and where it sends what changed."""

    every: str
    once: bool
    webhook: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How much is told."""

    as_json: bool = False
    quiet: bool = False
    verbose: bool = False


def run_fetch(addresses: Sequence[str], folder: Path, settings: FetchSettings, telling: Telling) -> int:
    """Fetch the addresses and show what came.

    Returns:
        The exit code.
    """
    from stemma.fetch import fetch
    from stemma.fetch.show import say_harvest, write_json

    try:
        harvest = fetch(addresses, folder, settings, make_progress(telling))
    except KeyboardInterrupt:
        print_error(f"stopped; what has come is in {folder}. The same command goes on from there.")
        raise
    if telling.as_json:
        print_bytes(write_json(harvest).encode())
    elif not telling.quiet:
        for line in say_harvest(harvest):
            print_line(line)
        if harvest.brought:
            print_line(f"Next: stemma trace {shlex.quote(str(folder))}")
    return find_exit_code(harvest)


def find_exit_code(harvest: "Harvest") -> int:
    """What the shell is told of a harvest."""
    if not harvest.find("fetched", "changed", "unchanged", "kept", lists=False):
        return FAILED
    return SKIPPED if harvest.left or harvest.find("robots", "failed") else DONE


def run_watch(
    what: tuple[Sequence[str], Path], settings: Settings, fetched: FetchSettings, looks: Looks, telling: Telling
) -> int:
    """Poll feeds into a case and tell what changed, once or until it is stopped.

    Returns:
        The exit code of the one poll.
    """
    seconds = read_time(looks.every)
    from contextlib import closing

    from stemma.watch import make_watch

    watch = make_watch(*what, settings, fetched, looks.webhook)
    watch.tell = make_progress(telling)
    with closing(watch.polite.network):
        while True:
            poll = watch.poll()
            tell_poll(poll, watch, telling)
            if looks.once:
                return find_poll_code(poll, watch)
            watch.polite.clock.sleep(seconds)


def read_size(megabytes: float) -> int:
    """Bytes of so many MB.

    Raises:
        UsageError: no size that an answer could have.
    """
    if not 0 < megabytes <= LARGEST:
        raise UsageError(f"--size {megabytes}: give MB, above 0 and at most {LARGEST}.")
    return max(1, int(megabytes * 1_000_000))


def read_time(text: str) -> int:
    """Seconds of "15m".

    Raises:
        UsageError: no such time, or too short a one.
    """
    number, unit = text[:-1], text[-1:].casefold()
    if not (number.isascii() and number.isdigit() and unit in UNITS and len(number) < 7):
        raise UsageError(f"--every {text}: give a number and s, m, h or d, such as 15m.")
    seconds = int(number) * UNITS[unit]
    if seconds < SHORTEST:
        raise UsageError(f"--every {text}: too often for a feed. Give {SHORTEST}s or more.")
    return seconds


def tell_poll(poll: "Poll", watch: "Watch", telling: Telling) -> None:
    """Print what a poll brought: changes on stdout, what went wrong on stderr."""
    from stemma.fetch.show import say_result
    from stemma.watch.case import write_row
    from stemma.watch.show import say_change, say_poll
    from stemma.write.view.wording import show_plain

    if telling.as_json:
        print_bytes("".join(map(write_row, poll.rows)).encode("utf-8", "replace"))
    elif not telling.quiet:
        print_line(say_poll(poll, watch.polite.clock.now(), watch.case.folder))
        for row in poll.rows:
            for line in say_change(row):
                print_line(line)
    for result in poll.harvest.find("robots", "failed"):
        print_error(say_result(result))
    if poll.harvest.left:
        print_error(f"stemma: {poll.harvest.left} addresses left out: one poll asks for no more (--most)")
    for trouble in poll.troubles:
        print_error(show_plain(f"stemma: {trouble}"))


def find_poll_code(poll: "Poll", watch: "Watch") -> int:
    """What the shell is told of one poll."""
    if watch.case.read_dossier() is None:
        return FAILED
    return SKIPPED if poll.troubles or poll.harvest.find("robots", "failed") else DONE


def make_progress(telling: Telling) -> "Progress | None":
    """A line an address on stderr, for somebody who watches."""
    import sys

    watched = sys.stderr.isatty() or telling.verbose
    return Progress() if watched and not telling.quiet else None


class Progress:
    """Prints one line an address."""

    def __init__(self) -> None:
        self.console = make_console(stderr=True)

    def __call__(self, result: "Result") -> None:
        """Tell what became of an address."""
        from stemma.fetch.show import say_result

        self.console.print(say_result(result), markup=False, soft_wrap=True)
