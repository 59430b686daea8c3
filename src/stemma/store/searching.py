"""Articles of a store by words: in any writing, without regard to accents and case, the best first."""

import json
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection

from stemma.store.naming import choose_names
from stemma.text import WORD

OPEN, CLOSE = "\x02", "\x03"  # around what was found, inside SQL only: no cleaned text holds them
AROUND = 60  # characters shown before and after what was found, in writing without spaces
WORDS = 24  # words of a snippet
TITLE_WEIGHT = 4.0  # a word in the headline tells more than one in the body
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)  # Thai, Lao, Tibetan, Burmese, Khmer, kana, Han: no spaces between words
EDGES = re.compile(r"^[\W_]+|[\W_]+$")

_FIELDS = "a.id, a.uri, a.published, a.outlet, a.language, a.title, a.duplicate_of, a.story, s.title, a.text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for.

    Attributes:
        words: a query of SQLite's FTS5, or plain words, of which an article must have all.
        source: an outlet, in any spelling.
        since: the first day; articles without a date are left out.
        until: the last day; likewise.
        language: code of the articles' language.
        limit: how many articles at most.
    """

    words: str
    source: str | None = None
    since: str | None = None
    until: str | None = None
    language: str | None = None
    limit: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that was found.

    Attributes:
        id: of the article.
        story: id of the story; None where it is not grouped yet.
        story_title: of that story.
        snippet: a few words around what was found.
        marks: where in the snippet that stands, as (start, end).
    """

    id: str
    uri: str
    published: str | None
    outlet: str | None
    language: str
    title: str | None
    duplicate_of: str | None
    story: str | None
    story_title: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]


def search(connection: Connection, wanted: Search) -> list[Hit]:
    """The articles that have the words, the best first, then the newest; nothing where no word is given."""
    unspaced = [EDGES.sub("", word) for word in wanted.words.split() if UNSPACED.search(word)]
    spaced = " ".join(word for word in wanted.words.split() if not UNSPACED.search(word))
    where, given = _make_filter(connection, wanted)
    where += ["instr(a.text, ?)"] * len(unspaced)
    given += unspaced
    if not WORD.search(spaced):
        return _find_unspaced(connection, (where, given), unspaced, wanted.limit) if unspaced else []
    try:
        return _find_spaced(connection, spaced, (where, given), wanted.limit)
    except sqlite3.OperationalError as error:
        if not is_bad_query(error):
            raise
        return _find_spaced(connection, make_plain_query(spaced), (where, given), wanted.limit)


def make_plain_query(words: str) -> str:
    """A query for articles that have every one of these words, whatever signs stand among them."""
    return " ".join(f'"{word}"' for word in WORD.findall(words))


def is_bad_query(error: sqlite3.OperationalError) -> bool:
    """True where the fault is in what the user typed, not in the file."""
    return (getattr(error, "sqlite_errorcode", 0) & 0xFF) == sqlite3.SQLITE_ERROR


def _make_filter(connection: Connection, wanted: Search) -> tuple[list[str], list[object]]:
    where, given = ["1"], list[object]()
    if wanted.source is not None:
        outlets = [name for (name,) in connection.execute("SELECT DISTINCT outlet FROM articles WHERE outlet <> ''")]
        where.append("a.outlet IN (SELECT value FROM json_each(?))")
        given.append(json.dumps(choose_names(wanted.source, outlets)))
    for column, sign, value in (
        ("substr(a.published, 1, 10)", ">=", wanted.since),
        ("substr(a.published, 1, 10)", "<=", wanted.until),
        ("a.language", "=", wanted.language),
    ):
        if value is not None:
            where.append(f"{column} {sign} ?")
            given.append(value)
    return where, given


def _find_spaced(connection: Connection, query: str, filtered: tuple[list[str], list[object]], limit: int) -> list[Hit]:
    where, given = filtered
    rows = connection.execute(
        f"SELECT {_FIELDS}, snippet(articles_fts, 1, ?, ?, '…', {WORDS}) FROM articles_fts f "
        "JOIN articles a ON a.number = f.rowid LEFT JOIN stories s ON s.id = a.story "
        f"WHERE articles_fts MATCH ? AND {' AND '.join(where)} "
        f"ORDER BY bm25(articles_fts, {TITLE_WEIGHT}, 1.0), coalesce(a.published, '') DESC, a.uri, a.id LIMIT ?",
        (OPEN, CLOSE, query, *given, limit),
    )
    return [_make_hit(row, row[-1]) for row in rows]


def _find_unspaced(
    connection: Connection, filtered: tuple[list[str], list[object]], words: list[str], limit: int
) -> list[Hit]:
    """Articles that hold all the strings, those that hold the first most often before the others."""
    where, given = filtered
    rows = connection.execute(
        f"SELECT {_FIELDS} FROM articles a LEFT JOIN stories s ON s.id = a.story WHERE {' AND '.join(where)} "
        "ORDER BY length(a.text) - length(replace(a.text, ?, '')) DESC, coalesce(a.published, '') DESC, a.uri, a.id "
        "LIMIT ?",
        (*given, words[0], limit),
    )
    return [_make_hit(row, _cut_snippet(row[-1], words)) for row in rows]


def _cut_snippet(text: str, words: Iterable[str]) -> str:
    """The text around the first of the words, each of them marked."""
    found = re.compile("|".join(re.escape(word) for word in words), re.IGNORECASE)
    first = found.search(text)
    at = first.start() if first else 0
    start, end = max(0, at - AROUND), min(len(text), at + AROUND)
    cut = found.sub(lambda match: f"{OPEN}{match.group()}{CLOSE}", text[start:end])
    return f"{'…' if start else ''}{cut}{'…' if end < len(text) else ''}"


def _make_hit(row: tuple[str, ...], marked: str) -> Hit:
    snippet, marks = "", list[tuple[int, int]]()
    for piece in re.split(f"({OPEN}[^{CLOSE}]*{CLOSE})", " ".join(marked.split())):
        words = piece.strip(OPEN + CLOSE)
        if piece.startswith(OPEN):
            marks.append((len(snippet), len(snippet) + len(words)))
        snippet += words
    names = ("id", "uri", "published", "outlet", "language", "title", "duplicate_of", "story", "story_title")
    return Hit(**dict(zip(names, row, strict=False)), snippet=snippet, marks=tuple(marks))


def find_languages(connection: Connection) -> list[str]:
    """The languages of the articles, by code."""
    return [code for (code,) in connection.execute("SELECT DISTINCT language FROM articles ORDER BY language")]


def find_outlets(connection: Connection) -> list[str]:
    """The outlets of the articles."""
    rows = connection.execute("SELECT DISTINCT outlet FROM articles WHERE outlet <> '' ORDER BY outlet")
    return [name for (name,) in rows]
