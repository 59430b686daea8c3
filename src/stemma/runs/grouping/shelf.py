"""The profiles of a store, by id and by what their articles tell most about: what grouping asks for."""

import json
from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Connection

from stemma.cluster import Profile
from stemma.model import Story
from stemma.store.finding import find_packed, find_siblings, find_stories
from stemma.store.packing import unpack

UNDATED = -1
_AMONG = "IN (SELECT value FROM json_each(?))"


class Shelf:
    """What `stemma.cluster.find_touched` asks of a store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def load_all(self) -> Iterator[Profile]:
        """Yield every profile, those of copies too, by id."""
        for _, packed in find_packed(self._connection, "_profiles", None):
            yield unpack(packed, Profile)

    def load_profiles(self, ids: Sequence[str], *, copies: bool = False) -> Iterator[Profile]:
        """Yield the profiles of these articles, by id; those of copies only if asked for."""
        known: set[str] = set()
        if not copies:
            sql = f"SELECT id FROM articles WHERE duplicate_of IS NOT NULL AND id {_AMONG}"
            known = {id for (id,) in self._connection.execute(sql, (json.dumps(ids),))}
        for id, packed in find_packed(self._connection, "_profiles", ids):
            if id not in known:
                yield unpack(packed, Profile)

    def find_holders(self, features: Sequence[int], days: tuple[int, int] | None, most: int) -> Iterator[str]:
        """Yield the articles that tell most about one of these features, of each the latest; see `Index`."""
        sql = "SELECT article FROM _features WHERE feature = ? AND day BETWEEN ? AND ? ORDER BY day DESC LIMIT ?"
        spans = [(UNDATED, 1 << 40)] if days is None else [days, (UNDATED, UNDATED)]
        for feature in features:
            for first, last in spans:
                yield from (id for (id,) in self._connection.execute(sql, (feature, first, last, most)))

    def find_company(self, ids: Iterable[str]) -> list[str]:
        """All articles in the stories of these, and in the other stories of the threads of those."""
        return sorted({article for story in self.find_stories_of(ids) for article in story.articles})

    def find_stories_of(self, ids: Iterable[str]) -> list[Story]:
        """The stories of these articles, and the others in their threads."""
        sql = f"SELECT DISTINCT story FROM articles WHERE id {_AMONG} AND story IS NOT NULL"
        own = [story for (story,) in self._connection.execute(sql, (json.dumps(list(ids)),))]
        return find_stories(self._connection, find_siblings(self._connection, own))
