"""Watch: feeds → what is new in a case, each time: a claim gained an origin, was denied, confirmed, retracted, drifted.

A poll fetches what is new, traces the whole case again, and compares the dossier with the last one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stemma.errors import InputError, StemmaError
from stemma.fetch import Harvest, Result, fetch
from stemma.fetch.polite import Polite, make_polite
from stemma.model import Dossier
from stemma.pipeline import investigate
from stemma.settings import FetchSettings, Settings
from stemma.watch.case import ATOM, Case, find_rows
from stemma.watch.changes import Change, find_changes
from stemma.watch.show import write_atom
from stemma.watch.webhook import check_webhook, post_changes

__all__ = ["Change", "Poll", "Watch", "find_changes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """What one look brought.

    Attributes:
        harvest: what was fetched.
        rows: what changed, as it is written down.
        dossier: the new dossier; None where nothing new had come.
        first: True where there was no dossier to compare with.
        troubles: what went wrong and does not end the watch.
    """

    harvest: Harvest
    rows: tuple[dict[str, Any], ...] = ()
    dossier: Dossier | None = None
    first: bool = False
    troubles: tuple[str, ...] = ()


@dataclass(slots=True)
class Watch:
    """Looks after a case.

    Attributes:
        feeds: feeds, OPML lists, sitemaps or pages to ask for, each time.
        case: the folder.
        settings: how the case is traced.
        polite: asks the servers, and remembers from poll to poll when it may ask again.
        webhook: where changes are sent.
        trace: what makes a dossier of the fetched articles.
    """

    feeds: Sequence[str]
    case: Case
    settings: Settings
    polite: Polite
    webhook: str | None = None
    trace: Callable[[Sequence[Path], Settings], Dossier] = investigate
    tell: Callable[[Result], None] | None = None
    troubles: list[str] = field(default_factory=list)

    def poll(self) -> Poll:
        """Fetch what is new, trace the case again if anything is, and tell what changed.

        Raises:
            UsageError: a feed is neither an address nor a file.
            StemmaError: the case takes no files, or another run is at work in it.
        """
        self.troubles.clear()
        harvest = fetch(self.feeds, self.case.articles, self.polite.settings, self.tell, self.polite)
        state = self.case.read_state()
        old = self.case.read_dossier()
        traced = self.case.measure()
        new = self._trace() if traced and (old is None or state.get("traced") != traced) else None
        rows = self._note(old, new)
        if new:
            self.case.write_dossier(new)
            state["traced"] = traced
        state["unsent"] = self._send([*state.get("unsent", []), *(row["id"] for row in rows)])
        self.case.write_state(state)
        return Poll(
            harvest=harvest, rows=tuple(rows), dossier=new, first=bool(new) and old is None,
            troubles=tuple(self.troubles),
        )  # fmt: skip

    def _trace(self) -> Dossier | None:
        try:
            return self.trace([self.case.articles], self.settings)
        except InputError as error:  # nothing but cookie walls today: tomorrow may bring articles
            self.troubles.append(str(error))
            return None

    def _note(self, old: Dossier | None, new: Dossier | None) -> list[dict[str, Any]]:
        """Write the changes down before the new dossier takes the place of the old one, so that none is lost."""
        if new is None:
            return []
        if old and old.version != new.version:
            self.troubles.append(
                f"the last dossier was made by version {old.version}: some changes may come from {new.version} itself"
            )
        rows = self.case.add_changes(find_changes(old, new) if old else (), self.polite.clock.now())
        self.case.write_whole(ATOM, write_atom(self.case.read_changes(), self.case.folder.resolve().name))
        return rows

    def _send(self, ids: list[str]) -> list[str]:
        """Send changes to the webhook.

        Returns:
            Those that are still to be sent.
        """
        rows = find_rows(self.case.read_changes(), ids) if self.webhook else []
        if not self.webhook or not rows:
            return []
        try:
            post_changes(self.polite, self.webhook, self.case.folder.resolve().name, rows)
        except StemmaError as error:
            self.troubles.append(str(error))
            return [row["id"] for row in rows]
        return []


def make_watch(
    feeds: Sequence[str], case: Path, settings: Settings, fetching: FetchSettings, webhook: str | None = None
) -> Watch:
    """A watch with these settings.

    Raises:
        UsageError: the webhook is an address that may not be asked.
    """
    polite = make_polite(fetching)
    if webhook:
        check_webhook(polite, webhook)
    return Watch(feeds, Case(case), settings, polite, webhook)
