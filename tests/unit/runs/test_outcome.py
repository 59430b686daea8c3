"""What a run hands over: a dossier, some of it, an index, tables."""

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import msgspec
import pytest

import stemma
from stemma import Settings
from stemma.acquire import acquire
from stemma.demo import demo_folder
from stemma.runs import Run, outcome, recall_settings
from stemma.runs.crews import make_crew
from stemma.runs.outcome import (
    HANDED_OVER,
    find_matter_of,
    gather_dossier,
    gather_part,
    is_one_dossier,
    write_index,
    write_tables,
    write_threads,
)
from stemma.runs.sheets import Line, Written, make_line
from stemma.store import open_file
from stemma.store.finding import find_matters, find_stories
from stemma.write.dossier import read_dossier, write_json

SETTINGS = Settings(embedder="none")


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with open_file(tmp_path_factory.mktemp("outcome") / "demo.stemma", write=True, new=True) as connection:
        crew = make_crew(0, None)
        Run(connection, crew, SETTINGS, lambda _count: None).go_on(acquire([demo_folder()], SETTINGS), "demo")
        crew.close()
        yield connection


def test_the_dossier_is_that_of_a_fresh_run(connection: Connection) -> None:
    assert is_one_dossier(connection)
    fresh = stemma.investigate([demo_folder()], SETTINGS)
    assert write_json(gather_dossier(connection, recall_settings(connection))) == write_json(fresh)


def test_a_part_is_a_whole_dossier_by_itself(connection: Connection) -> None:
    for story in find_stories(connection):
        matter = find_matter_of(connection, story.id)
        assert matter
        dossier = gather_part(connection, matter, story.articles, SETTINGS)
        assert read_dossier(write_json(dossier)).articles == dossier.articles
        held = {article.id for article in dossier.articles}
        assert held >= set(story.articles)
        assert {id for told in dossier.stories for id in told.articles} <= held
        assert stemma.write(dossier, "html")


def test_the_matter_of_a_story_is_its_thread_or_itself(connection: Connection) -> None:
    (story, *_) = find_stories(connection)
    (pile, *_), *_ = find_matters(connection)
    assert find_matter_of(connection, story.id) == pile
    connection.execute("BEGIN")
    connection.execute("INSERT INTO _matters SELECT 't', title, articles, packed FROM _matters")
    connection.execute("UPDATE stories SET thread = 't' WHERE id = ?", (story.id,))
    assert find_matter_of(connection, story.id) == "t"
    connection.execute("INSERT INTO _matters SELECT ?, title, articles, packed FROM _matters LIMIT 1", (story.id,))
    connection.execute("UPDATE stories SET thread = NULL")
    assert find_matter_of(connection, story.id) == story.id
    assert find_matter_of(connection, "none") is None
    connection.execute("ROLLBACK")


def test_the_index_has_a_line_a_thread(connection: Connection) -> None:
    dossier = gather_dossier(connection, SETTINGS)
    line = make_line("m", dossier)
    assert (line.dossier, line.stories, line.articles) == ("threads/m/dossier.json", 3, 13)
    assert (line.first, line.last, line.languages) == ("2023-09-08", "2025-03-15", ["de", "en", "es", "id"])
    assert 0 < line.shared < line.claims
    assert msgspec.json.decode(write_index([line, line]), type=list[Line]) == [line, line]
    assert msgspec.json.decode(write_index([])) == []


def test_threads_come_one_by_one(connection: Connection) -> None:
    story = max(find_stories(connection), key=lambda story: len(story.articles))
    connection.execute("BEGIN")
    connection.execute("UPDATE _matters SET id = ?", (story.id,))
    (written,) = write_threads(Run(connection, make_crew(0, None), SETTINGS, lambda _count: None))
    assert isinstance(written, Written)
    assert written.line.id == story.id
    assert {article.id for article in read_dossier(written.dossier).articles} == set(story.articles)
    connection.execute("ROLLBACK")


def test_a_large_store_is_no_one_dossier(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcome, "ONE_DOSSIER", 12)
    assert not is_one_dossier(connection)


def test_tables_are_written_whole_and_in_order(connection: Connection, tmp_path: Path) -> None:
    for form in ("csv", "jsonl"):
        written = write_tables(connection, tmp_path, form)
        assert [path.name for path, _ in written] == [f"{table}.{form}" for table in HANDED_OVER]
        for path, rows in written:
            (count,) = connection.execute(f"SELECT count(*) FROM {path.stem}").fetchone()
            assert rows == count
        before = [path.read_bytes() for path, _ in written]
        assert [path.read_bytes() for path, _ in write_tables(connection, tmp_path, form)] == before
