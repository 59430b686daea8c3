"""What is read out of a store, in the nouns of the model: articles, stories, and what was found in them."""

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any, Literal

import msgspec

from stemma.model import Article, Extraction, Findings, Mark, Skipped, Story, Thread
from stemma.store.keeping import ARTICLE_COLUMNS, DETAILS
from stemma.store.packing import unpack
from stemma.text import find_words

_AMONG = "IN (SELECT value FROM json_each(?))"
_NAMED = """WITH named AS (
  SELECT 'story' AS kind, id, title FROM stories UNION ALL SELECT 'thread', id, title FROM threads
  UNION ALL SELECT 'article', id, coalesce(title, uri) FROM articles
)"""
_COLUMNS = ", ".join((*ARTICLE_COLUMNS, "details"))
_DETAIL_TYPES: dict[str, Any] = {"basis": dict[str, str], "conflicts": dict[str, str], "corrections": tuple[Mark, ...]}


def find_read(connection: Connection, keys: Iterable[str]) -> set[str]:
    """Those of the documents, by `make_reading_key`, that were read already."""
    rows = connection.execute(f"SELECT key FROM _read WHERE key {_AMONG}", (json.dumps(list(keys)),))
    return {key for (key,) in rows}


def count_articles(connection: Connection) -> int:
    """How many articles there are."""
    count: int = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    return count


def find_articles(connection: Connection, ids: Iterable[str] | None = None) -> list[Article]:
    """The articles of these ids, or all, by uri."""
    among, given = ("", ()) if ids is None else (f"WHERE id {_AMONG}", (json.dumps(list(ids)),))
    rows = connection.execute(f"SELECT {_COLUMNS} FROM articles {among} ORDER BY uri, id", given)
    return [_make_article(row) for row in rows]


def _make_article(row: tuple[Any, ...]) -> Article:
    values = dict(zip(ARTICLE_COLUMNS, row, strict=False))
    kept = msgspec.json.decode(row[-1])
    details = {name: msgspec.convert(kept[name], _DETAIL_TYPES[name]) for name in DETAILS}
    return Article(**{**values, **details, "reprint": bool(values["reprint"])})


def find_same_bytes(connection: Connection, sha256: str) -> list[Article]:
    """The articles made of the same bytes."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM articles WHERE sha256 = ? ORDER BY uri", (sha256,))
    return [_make_article(row) for row in rows]


def find_extractions(connection: Connection, ids: Iterable[str]) -> dict[str, Extraction]:
    """What was extracted from these articles, by article."""
    return {id: unpack(packed, Extraction) for id, packed in find_packed(connection, "_extractions", ids)}


def find_packed(connection: Connection, table: str, ids: Iterable[str] | None) -> Iterator[tuple[str, bytes]]:
    """Yield what is kept packed of these articles, or of all, in the order of ids."""
    among, given = ("", ()) if ids is None else (f"WHERE article {_AMONG}", (json.dumps(list(ids)),))
    return connection.execute(f"SELECT article, packed FROM {table} {among} ORDER BY article", given)


def find_copies(connection: Connection, ids: Iterable[str] | None = None) -> dict[str, str]:
    """Of these articles, or of all, those that are copies, each with what it is a copy of."""
    among, given = ("", ()) if ids is None else (f"AND id {_AMONG}", (json.dumps(list(ids)),))
    return dict(
        connection.execute(f"SELECT id, duplicate_of FROM articles WHERE duplicate_of IS NOT NULL {among}", given)
    )


def find_document(connection: Connection, sha256: str) -> bytes | None:
    """The bytes of a document as they were read; None where there is none of that hash."""
    row = connection.execute("SELECT packed FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
    return zlib.decompress(row[0]) if row else None


def find_document_of(connection: Connection, article: str) -> str:
    """The hash of the document that an article was read from."""
    (sha256,) = connection.execute("SELECT document FROM articles WHERE id = ?", (article,)).fetchone()
    return str(sha256)


def find_fresh(connection: Connection) -> list[str]:
    """Articles that are not yet grouped."""
    return [id for (id,) in connection.execute("SELECT article FROM _fresh ORDER BY article")]


def find_marked(connection: Connection, ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield every mark that one of these articles has, with each article that has it, mark by mark."""
    theirs = f"SELECT mark FROM _marks WHERE article {_AMONG}"
    sql = f"SELECT mark, article FROM _marks WHERE mark IN ({theirs}) ORDER BY mark, article"
    return connection.execute(sql, (json.dumps(list(ids)),))


def find_stories(connection: Connection, ids: Iterable[str] | None = None) -> list[Story]:
    """The stories of these ids, or all, by id; the articles of each by day and uri."""
    among, given = ("", ()) if ids is None else (f"WHERE id {_AMONG}", (json.dumps(list(ids)),))
    told = connection.execute(f"SELECT id, title, thread FROM stories {among} ORDER BY id", given).fetchall()
    held: dict[str, list[str]] = {id: [] for id, *_ in told}
    within = "" if ids is None else f"AND story {_AMONG}"
    rows = connection.execute(
        f"SELECT story, id FROM articles WHERE story IS NOT NULL {within} ORDER BY coalesce(published, '9999'), uri",
        given,
    )
    for story, article in rows:
        if story in held:
            held[story].append(article)
    return [Story(id=id, title=title, thread=thread, articles=tuple(held[id])) for id, title, thread in told]


def find_siblings(connection: Connection, stories: Iterable[str]) -> list[str]:
    """The ids of these stories, and of all that are in one thread with any of them."""
    among = f"id {_AMONG}"
    sql = f"SELECT id FROM stories WHERE {among} OR thread IN (SELECT thread FROM stories WHERE {among}) ORDER BY id"
    given = json.dumps(list(stories))
    return [id for (id,) in connection.execute(sql, (given, given))]


def find_threads(connection: Connection, ids: Iterable[str] | None = None) -> list[Thread]:
    """The threads of these ids, or all, by id."""
    among, given = ("", ()) if ids is None else (f"WHERE id {_AMONG}", (json.dumps(list(ids)),))
    told = connection.execute(f"SELECT id, title FROM threads {among} ORDER BY id", given).fetchall()
    within = "" if ids is None else f"AND thread {_AMONG}"
    held: dict[str, list[str]] = {id: [] for id, _ in told}
    for thread, story in connection.execute(
        f"SELECT thread, id FROM stories WHERE thread IS NOT NULL {within} ORDER BY id", given
    ):
        if thread in held:
            held[thread].append(story)
    return [Thread(id=id, title=title, stories=tuple(held[id])) for id, title in told]


def find_todo(connection: Connection) -> list[str]:
    """Stories that are yet to be investigated."""
    return [id for (id,) in connection.execute("SELECT story FROM _todo ORDER BY story")]


def find_matters(connection: Connection) -> list[tuple[str, str, int]]:
    """Every matter that was investigated: its id, title, and number of articles; the largest first."""
    return connection.execute("SELECT id, title, articles FROM _matters ORDER BY articles DESC, id").fetchall()


def find_findings(connection: Connection, matter: str) -> Findings | None:
    """What was found in a matter; None where it was not investigated yet."""
    row = connection.execute("SELECT packed FROM _matters WHERE id = ?", (matter,)).fetchone()
    return unpack(row[0], Findings) if row else None


def find_packed_findings(connection: Connection, matter: str) -> bytes:
    """The same as they are packed; nothing where it was not investigated yet."""
    row = connection.execute("SELECT packed FROM _matters WHERE id = ?", (matter,)).fetchone()
    return row[0] if row else b""


def find_skipped(connection: Connection) -> list[Skipped]:
    """What was left out."""
    return [
        Skipped(uri=uri, reason=reason)
        for uri, reason in connection.execute("SELECT DISTINCT uri, reason FROM skipped ORDER BY uri, reason")
    ]


def find_about(connection: Connection, key: str) -> Any:
    """A fact about the store itself; None where there is none of that name."""
    row = connection.execute("SELECT value FROM _about WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def keep_about(connection: Connection, key: str, value: str | int | bytes) -> None:
    """Remember a fact about the store itself."""
    connection.execute("INSERT OR REPLACE INTO _about VALUES (?, ?)", (key, value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A story, thread or article that somebody named.

    Attributes:
        stories: its stories; those of an article are the one that it tells.
        articles: ids of its articles.
    """

    kind: Literal["story", "thread", "article"]
    id: str
    title: str
    stories: tuple[str, ...]
    articles: tuple[str, ...]


def find_named(connection: Connection, wanted: str) -> list[Found]:
    """Whatever has this id, or else an id that begins so, or else these words in its title.

    An article is found by its id alone.
    """
    for sql, given in (
        ("SELECT kind, id, title FROM named WHERE id = ?", wanted),
        ("SELECT kind, id, title FROM named WHERE length(?1) >= 3 AND substr(id, 1, length(?1)) = ?1", wanted),
    ):
        rows = connection.execute(f"{_NAMED} {sql} ORDER BY kind DESC, id", (given,)).fetchall()
        if rows:
            return [_make_found(connection, *row) for row in rows]
    words = set(find_words(wanted))
    titled = connection.execute(f"{_NAMED} SELECT kind, id, title FROM named WHERE kind <> 'article' ORDER BY id")
    chosen = [row for row in titled if words and words <= set(find_words(row[2]))]
    threads = {id for kind, id, _ in chosen if kind == "thread"}
    held = {
        id for (id,) in connection.execute(f"SELECT id FROM stories WHERE thread {_AMONG}", (json.dumps([*threads]),))
    }
    return [_make_found(connection, *row) for row in chosen if row[1] not in held]


def _make_found(connection: Connection, kind: Literal["story", "thread", "article"], id: str, title: str) -> Found:
    if kind == "article":
        (story,) = connection.execute("SELECT story FROM articles WHERE id = ?", (id,)).fetchone()
        return Found(kind=kind, id=id, title=title, stories=(story,) if story else (), articles=(id,))
    column = "thread" if kind == "thread" else "id"
    ids = [found for (found,) in connection.execute(f"SELECT id FROM stories WHERE {column} = ? ORDER BY id", (id,))]
    articles = [article for story in find_stories(connection, ids) for article in story.articles]
    return Found(kind=kind, id=id, title=title, stories=tuple(ids), articles=tuple(articles))


def find_events(connection: Connection, stories: Iterable[str]) -> list[tuple[str, str]]:
    """What happened to these stories, and why, in order."""
    sql = f"SELECT kind, why FROM story_events WHERE story {_AMONG} ORDER BY number"
    return connection.execute(sql, (json.dumps(list(stories)),)).fetchall()


def find_misnamed(connection: Connection) -> list[str]:
    """Articles that bear another id than their bytes give, since a file with the same bytes had that id: it is gone."""
    sql = (
        "SELECT min(uri), id FROM articles a WHERE NOT EXISTS "
        "(SELECT 1 FROM articles b WHERE b.sha256 = a.sha256 AND b.id = substr(b.sha256, 1, 12)) GROUP BY sha256"
    )
    return [id for _, id in connection.execute(sql)]
