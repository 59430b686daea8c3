"""The tables: as the documents describe them, found by Datasette, and brought up to date from older versions."""

import re
import sqlite3
from pathlib import Path

import pytest
import yaml

from stemma.errors import InputError
from stemma.store import open_file, opening
from stemma.store.schema import APPLICATION, MIGRATIONS, VERSION

ROOT = Path(__file__).resolve().parents[3]


def list_columns(connection: sqlite3.Connection) -> dict[str, list[str]]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    return {
        name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
        for (name,) in names
        if not name.startswith("articles_fts") and not name.startswith("sqlite_")
    }


def test_the_documents_describe_every_table_and_column(demo_connection: sqlite3.Connection) -> None:
    text = (ROOT / "docs" / "store.md").read_text(encoding="utf-8")
    told = {
        name: re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", cells))
        for name, cells in re.findall(r"^\| `(\w+)` \| (`.*) \|$", text, re.MULTILINE)
    }
    views = {row[0] for row in demo_connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    held = {name: columns for name, columns in list_columns(demo_connection).items() if not name.startswith("_")}
    assert told == {name: columns for name, columns in held.items() if name not in views}
    assert views == set(re.findall(r"^\| `(\w+)` \| one ", text, re.MULTILINE))


def test_the_queries_of_the_documents_run(demo_connection: sqlite3.Connection) -> None:
    text = (ROOT / "docs" / "store.md").read_text(encoding="utf-8")
    queries = [query for block in re.findall(r"```sql\n(.*?)```", text, re.DOTALL) for query in block.split(";\n")]
    assert len([query for query in queries if query.strip()]) == 5
    assert all(demo_connection.execute(query).fetchall() for query in queries if query.strip())


def test_the_hints_for_datasette_name_what_there_is(demo_connection: sqlite3.Connection) -> None:
    hints = yaml.safe_load((ROOT / "docs" / "metadata.yaml").read_text(encoding="utf-8"))["databases"]["work"]
    columns = list_columns(demo_connection)
    assert hints["tables"].keys() == columns.keys()
    for name, told in hints["tables"].items():
        named = [*told.get("facets", ()), *told.get("columns", ()), told.get("sort_desc"), told.get("label_column")]
        assert {column for column in named if column} <= set(columns[name])
        assert told.get("hidden") or told["description"]
        assert bool(told.get("hidden")) == (name.startswith("_") or name in ("documents", "reviews"))
    for query in hints["queries"].values():
        demo_connection.execute(query["sql"]).fetchall()


def test_datasette_finds_the_index_of_words(demo_connection: sqlite3.Connection) -> None:
    # the question that Datasette asks of a table
    sql = "SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?"
    assert demo_connection.execute(sql, ('%VIRTUAL TABLE%USING FTS%content="articles"%',)).fetchall() == [
        ("articles_fts",)
    ]


def test_the_index_of_words_follows_the_articles(make_store) -> None:  # type: ignore[no-untyped-def]
    connection = make_store({"a.txt": "Ferry late\nThe ferry Orla left Selmar late on Monday."})
    find = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH ?"
    assert connection.execute(find, ("orla",)).fetchone() == (1,)
    connection.execute("UPDATE articles SET text = 'The tram left.'")
    assert connection.execute(find, ("orla",)).fetchone() == (0,)
    assert connection.execute(find, ("tram",)).fetchone() == (1,)
    connection.execute("DELETE FROM articles")
    assert connection.execute(find, ("tram",)).fetchone() == (0,)
    connection.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of this version, and a Stemma that is two versions on."""
    path = tmp_path / "old.stemma"
    with open_file(path, write=True, new=True) as connection:
        connection.execute("INSERT INTO skipped VALUES ('a.txt', 'empty', '')")
    steps = {
        VERSION: "ALTER TABLE skipped ADD COLUMN day TEXT; UPDATE skipped SET day = 'unknown';",
        VERSION + 1: "CREATE TABLE places (name TEXT PRIMARY KEY);",
    }
    monkeypatch.setattr(opening, "VERSION", VERSION + 2)
    monkeypatch.setattr(opening, "MIGRATIONS", {**MIGRATIONS, **steps})
    return path


def test_an_older_store_is_brought_up_to_date(older: Path) -> None:
    with pytest.raises(InputError, match="older Stemma"), open_file(older, write=False):
        pass
    with open_file(older, write=True) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION + 2,)
        assert connection.execute("SELECT uri, day FROM skipped").fetchall() == [("a.txt", "unknown")]
        assert connection.execute("SELECT count(*) FROM places").fetchone() == (0,)
    with open_file(older, write=False) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)


def test_a_step_that_fails_changes_nothing(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {VERSION: "ALTER TABLE skipped ADD COLUMN day TEXT;", VERSION + 1: "CREATE TABLE skipped (a); "}
    monkeypatch.setattr(opening, "MIGRATIONS", {**MIGRATIONS, **broken})
    with pytest.raises(Exception, match="already exists"), open_file(older, write=True):
        pass
    with sqlite3.connect(older) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
        assert connection.execute("SELECT uri FROM skipped").fetchall() == [("a.txt",)]


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.stemma"
    with open_file(path, write=True, new=True) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    for write in (False, True):
        with pytest.raises(InputError, match="made by a newer Stemma"), open_file(path, write=write):
            pass
