"""Fetch: addresses, feeds and lists → WARC files in a folder, as they were served.

The only way of Stemma to the network. `trace` never comes here; it reads the folder.
"""

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from stemma.errors import InputError, UsageError
from stemma.fetch.crawl import Crawl, Outcome, Result
from stemma.fetch.lists import find_entries, read_addresses
from stemma.fetch.network import AnswerError
from stemma.fetch.polite import Polite, make_polite
from stemma.fetch.state import HIDDEN, State, open_state
from stemma.fetch.warc import WarcWriter
from stemma.settings import FetchSettings

__all__ = ["Harvest", "Outcome", "Result", "fetch"]

RUN = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """What a run brought in, address by address in the order in which they were done."""

    folder: Path
    results: tuple[Result, ...]
    left: int = 0  # addresses beyond the most that one run asks for

    def find(self, *outcomes: Outcome, lists: bool = True) -> list[Result]:
        """The results with one of these outcomes."""
        return [result for result in self.results if result.outcome in outcomes and (lists or not result.is_list)]

    @property
    def brought(self) -> bool:
        """True when a page is new or has changed."""
        return bool(self.find("fetched", "changed", lists=False))


def fetch(
    addresses: Iterable[str],
    folder: Path,
    settings: FetchSettings | None = None,
    tell: Callable[[Result], None] | None = None,
    polite: Polite | None = None,
) -> Harvest:
    """Fetch addresses, and what the feeds and lists among them name, into a folder of WARC files.

    A run that was stopped goes on; what was fetched before is asked for only in case it has changed.

    Args:
        addresses: http and https addresses of pages, feeds, OPML or sitemaps, and files that hold such lists.
        folder: where the WARC files and the state go.
        settings: delays and limits; defaults when None.
        tell: called with each result as soon as it is there.
        polite: asks the servers; kept by whoever fetches again and again, so that robots.txt and pauses are remembered.

    Raises:
        UsageError: the settings forbid the network, or something is neither an address nor a file.
        InputError: a file holds no addresses.
        StemmaError: the folder takes no files, or another run is at work in it.
    """
    settings = settings or FetchSettings()
    if settings.offline:
        raise UsageError("--offline: fetching goes to the network. Leave --offline out, or trace what is there.")
    wanted = list(dict.fromkeys(address for given in addresses for address in read_given(given, settings.size)))
    with open_state(folder) as state:
        if polite is not None:
            return _fetch_all(wanted, state, polite, tell)
        polite = make_polite(settings)
        with closing(polite.network):
            return _fetch_all(wanted, state, polite, tell)


def _fetch_all(wanted: list[str], state: State, polite: Polite, tell: Callable[[Result], None] | None) -> Harvest:
    state.begin(polite.clock.now().strftime(RUN))
    limit = polite.settings.warc_size
    pages = WarcWriter(state.folder, state.run, polite.agent, limit, _find_ends(state, state.run))
    asides = WarcWriter(
        state.folder / HIDDEN, state.run, polite.agent, limit, _find_ends(state, f"{HIDDEN}/{state.run}")
    )
    crawl = Crawl(polite, state, pages, asides, tell or (lambda _result: None))
    results = tuple(crawl.run(wanted))
    state.finish()
    return Harvest(folder=state.folder, results=results, left=len(crawl.left))


def _find_ends(state: State, start: str) -> dict[str, int]:
    """How far the files have come that a stopped run has already written."""
    return {Path(name).name: end for name, end in state.ends.items() if name.startswith(start)}


def read_given(given: str, limit: int) -> list[str]:
    """The addresses that an argument means: itself, or what a file lists.

    Raises:
        UsageError: neither an address nor a file.
        InputError: a file that lists nothing, or cannot be read.
    """
    if given.casefold().startswith(("http://", "https://")):
        return [given.partition("#")[0]]
    path = Path(given)
    if "://" in given or not path.is_file():
        raise UsageError(f"{given}: neither an http or https address nor a file that lists some.")
    try:
        content = path.read_bytes()
        found = find_entries(content, path.absolute().as_uri(), limit)
    except (OSError, AnswerError) as error:
        raise InputError(
            f"{given}: cannot be read ({error}). Give a feed, OPML, a sitemap, or one address a line."
        ) from error
    found = read_addresses(content) if found is None else found
    if not any(address.casefold().startswith(("http://", "https://")) for address in found):
        raise InputError(f"{given}: no addresses in it. Give a feed, OPML, a sitemap, or one address a line.")
    return found
