"""The first part of a run: documents are read by the crew and kept as they come, each once for all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from sqlite3 import Connection

from stemma.model import RawDocument, Skipped
from stemma.runs.crews import Crew
from stemma.runs.labour import Failed, Labour, Task
from stemma.runs.progress import Tally
from stemma.runs.tasks import Documents, read_documents, rename
from stemma.settings import Settings
from stemma.store import transact
from stemma.store.finding import find_read, find_same_bytes
from stemma.store.keeping import (
    Entry,
    Reading,
    drop_article,
    drop_skipped,
    keep_entry,
    keep_reading,
    keep_skipped,
    make_reading_key,
    pack_document,
)
from stemma.store.packing import pack, unpack
from stemma.text import make_id

LOT = 32  # documents read in one piece of work, and kept in one transaction
LOT_BYTES = 4_000_000


@dataclass(slots=True)
class Reader:
    """Reads what is new to a store.

    Attributes:
        connection: of the store, open for writing.
        crew: who reads.
        settings: of the run.
        given: names the paths that are looked through.
        tally: what is told of it.
    """

    connection: Connection
    crew: Crew
    settings: Settings
    given: str
    tally: Tally
    _noticed: list[Skipped] = field(default_factory=list)

    def read_all(self, documents: Iterable[RawDocument | Skipped]) -> None:
        """Read what was not read before; whatever is told to be kept is kept."""
        labour = Labour[RawDocument](self.crew, read_documents)
        with transact(self.connection):
            drop_skipped(self.connection, self.given)
        for done in labour.do_all(self._make_tasks(documents)):
            readings = [_give_up(done)] if isinstance(done, Failed) else unpack(done[1], list[Reading])
            self._keep(readings)
            self.tally.add(len(readings))
        self._keep([])

    def _make_tasks(self, documents: Iterable[RawDocument | Skipped]) -> Iterator[Task[RawDocument]]:
        for lot in self._make_lots(documents):
            keys = {make_reading_key(raw): raw for raw in lot}
            known = find_read(self.connection, keys)
            self.tally.pass_over(len(lot) - len(keys) + len(known))
            fresh = [raw for key, raw in keys.items() if key not in known]
            if fresh:
                yield Task([(raw, pack(Documents([raw], self.settings))) for raw in fresh])

    def _make_lots(self, documents: Iterable[RawDocument | Skipped]) -> Iterator[list[RawDocument]]:
        lot: list[RawDocument] = []
        size = 0
        for item in documents:
            if isinstance(item, Skipped):
                self._noticed.append(item)
                continue
            lot.append(item)
            size += len(item.content)
            if len(lot) >= LOT or size >= LOT_BYTES:
                yield lot
                lot, size = [], 0
        if lot:
            yield lot

    def _keep(self, readings: list[Reading]) -> None:
        with transact(self.connection):
            keep_skipped(self.connection, self._noticed, self.given)
            for reading in readings:
                keep_reading(self.connection, _name_apart(self.connection, reading))
        self.tally.fail([*self._noticed, *(item for reading in readings for item in reading.skipped)])
        self._noticed = []


def _give_up(failed: Failed[RawDocument]) -> Reading:
    """A document that cannot be read is kept as skipped, so that no later run founders on it again."""
    raw = failed.item
    reason = f"it could not be read: {failed.reason}"
    return Reading(
        key=make_reading_key(raw),
        sha256=raw.sha256,
        suffix=raw.suffix,
        size=len(raw.content),
        packed=pack_document(raw.content),
        entries=(),
        skipped=(Skipped(uri=raw.uri, reason=reason),),
    )


def _name_apart(connection: Connection, reading: Reading) -> Reading:
    """Files with the same bytes have the same hash: the one with the smallest uri keeps the id that it gives."""
    return replace(reading, entries=tuple(_take_id(connection, entry, reading.sha256) for entry in reading.entries))


def _take_id(connection: Connection, entry: Entry, document: str) -> Entry:
    article = entry.article
    same = [other for other in find_same_bytes(connection, article.sha256) if other.uri != article.uri]
    if not same:
        return entry
    if min(other.uri for other in same) < article.uri:
        return rename(article, make_id(article.sha256, article.uri))
    for other in same:
        if other.id == article.id:
            drop_article(connection, other.id)
            keep_entry(connection, rename(other, make_id(other.sha256, other.uri)), document)
    return entry
