"""Runs over a store: for piles that grow, that are too large for memory, or that many workers share.

read → group → investigate, each by the pipeline's own functions; what is done is kept, and never done again.
"""

from ast import literal_eval
from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection

from stemma.errors import UsageError
from stemma.model import RawDocument, Skipped
from stemma.runs.crews import Crew
from stemma.runs.grouping import group_fresh, is_unsettled
from stemma.runs.investigating import investigate_all
from stemma.runs.progress import Count, Tally, Tell
from stemma.runs.reading import Reader
from stemma.runs.tasks import rename
from stemma.settings import Settings
from stemma.store import transact
from stemma.store.finding import (
    count_articles,
    find_about,
    find_articles,
    find_document_of,
    find_fresh,
    find_misnamed,
    find_todo,
    keep_about,
)
from stemma.store.keeping import copy_early, drop_article, keep_entry

__all__ = ["Run", "is_ready", "recall_settings"]

BINDING = ("language", "embedder", "ocr")  # settings that decide what is found: one store, one choice


@dataclass(frozen=True, slots=True)
class Run:
    """One run over a store.

    Attributes:
        connection: of the store, open for writing.
        crew: who does the work.
        settings: the same as in earlier runs on this store, as far as they decide what is found.
        tell: hears how far it is.
    """

    connection: Connection
    crew: Crew
    settings: Settings
    tell: Tell

    def go_back(self, whole: Connection, day: str) -> None:
        """Make this store, which is new, what another one would be if nothing had come after a day."""
        copy_early(whole, self.connection, day)
        with transact(self.connection):
            for article in find_articles(self.connection, find_misnamed(self.connection)):
                document = find_document_of(self.connection, article.id)
                drop_article(self.connection, article.id)
                keep_entry(self.connection, rename(article, article.sha256[:12]), document)
        self.compute()

    def go_on(self, documents: Iterable[RawDocument | Skipped], given: str) -> None:
        """Read what is new, and compute again what it touches; what an earlier run left undone is done too.

        Args:
            documents: of which those that were read before are passed over.
            given: names where they come from, so that what is noticed there replaces what was noticed before.

        Raises:
            UsageError: the store was made with other settings.
        """
        _check_settings(self.connection, self.settings)
        reading = Tally(Count(stage="Read"), self.tell)
        Reader(self.connection, self.crew, self.settings, given, reading).read_all(documents)
        reading.finish()
        self.compute()

    def compute(self) -> None:
        """Group what is fresh, and investigate what that touches."""
        grouping = Tally(Count(stage="Group", total=len(find_fresh(self.connection))), self.tell)
        group_fresh(self.connection, self.settings, grouping)
        grouping.finish()
        self._investigate()

    def settle(self) -> None:
        """Group all anew where articles were added since that was last done, so that all is as a fresh run has it."""
        if is_unsettled(self.connection):
            grouping = Tally(Count(stage="Group", total=count_articles(self.connection)), self.tell)
            group_fresh(self.connection, self.settings, grouping, settle=True)
            grouping.finish()
            self._investigate()
        elif not is_ready(self.connection):
            self.compute()

    def _investigate(self) -> None:
        investigating = Tally(Count(stage="Investigate", total=_count_todo(self.connection)), self.tell)
        investigate_all(self.connection, self.crew, self.settings, investigating)
        investigating.finish()


def _check_settings(connection: Connection, settings: Settings) -> None:
    """One store holds what was found with one choice of settings; it remembers which."""
    for name in BINDING:
        given = repr(getattr(settings, name))
        kept = find_about(connection, name)
        if kept is None:
            with transact(connection):
                keep_about(connection, name, given)
        elif kept != given:
            raise UsageError(
                f"{name} {given}: this store was made with {kept}. Leave the option as it was, or make another store."
            )
    if settings.as_of:
        raise UsageError("--as-of: a store keeps all articles. Give --as-of to stemma export.")


def recall_settings(connection: Connection) -> Settings:
    """The settings that a store was made with, as far as they decide what is found."""
    kept = {name: find_about(connection, name) for name in BINDING}
    return Settings(**{name: literal_eval(value) for name, value in kept.items() if value is not None})


def is_ready(connection: Connection) -> bool:
    """True where all that was read is grouped as a fresh run would group it, and investigated."""
    return not (is_unsettled(connection) or find_fresh(connection) or find_todo(connection))


def _count_todo(connection: Connection) -> int:
    """Articles in stories that are yet to be investigated."""
    if not find_todo(connection):
        return 0
    sql = "SELECT coalesce(sum(articles), 0) FROM stories WHERE id IN (SELECT story FROM _todo)"
    return min(count_articles(connection), int(connection.execute(sql).fetchone()[0]))
