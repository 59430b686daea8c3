"""The commands that go to the network: their options, and what they show."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.showing import DONE, FAILED, SKIPPED, make_console, print_bytes, print_error, print_line
from stemma.settings import FetchSettings

if TYPE_CHECKING:
    from stemma.fetch import Harvest, Result

DEFAULT_FOLDER = Path("fetched")

AddressesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="ADDRESS...", help="Pages, feeds, OPML lists or sitemaps (http, https), or files that hold such lists."
    ),
]
FolderOption = Annotated[
    Path, typer.Option("-o", "--out", metavar="FOLDER", help="Where the WARC files go.", show_default="fetched")
]
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
            print_line(f"Next: stemma trace {folder}")
    return find_exit_code(harvest)


def find_exit_code(harvest: "Harvest") -> int:
    """What the shell is told of a harvest."""
    if not harvest.find("fetched", "changed", "unchanged", "kept", lists=False):
        return FAILED
    return SKIPPED if harvest.find("robots", "failed") else DONE


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
