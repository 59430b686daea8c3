from pathlib import Path

import pytest
from tests.unit.runs.conftest import EVENTS, write_news

from stemma import pipeline, write
from stemma.acquire import acquire
from stemma.runs import Run, grouping, investigating
from stemma.runs.crews import Alone
from stemma.runs.grouping import is_unsettled
from stemma.runs.outcome import gather_dossier
from stemma.settings import Settings
from stemma.store.finding import find_articles, find_matters, find_stories

SETTINGS = Settings(embedder="none")


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Piles of a few articles are treated as those of many thousands are."""
    for place in (grouping, investigating):
        monkeypatch.setattr(place, "TOGETHER", 3)
    monkeypatch.setattr("stemma.matters.TOGETHER", 3)
    monkeypatch.setattr(grouping, "UNSETTLED", 0.5)


def write_all(news: Path) -> None:
    for event in range(len(EVENTS)):
        for way in (0, 1):
            write_news(news, event, way)


@pytest.mark.usefixtures("large")
def test_an_article_added_to_a_large_store_joins_its_story_and_leaves_the_others_alone(news, store, go) -> None:
    write_all(news)
    with store() as connection:
        go(connection)
        before = {story.id for story in find_stories(connection)}
        matters = dict(connection.execute("SELECT id, packed FROM _matters").fetchall())
        write_news(news, 1, 2)
        counts = {count.stage: count for count in go(connection)}
        after = {story.id: story for story in find_stories(connection)}
        (grown,) = after.keys() - before
        assert len(before - after.keys()) == 1
        assert len(after[grown].articles) == 3
        assert counts["Investigate"].done == 3, "only what it touches is investigated"
        assert is_unsettled(connection)
        kept = dict(connection.execute("SELECT id, packed FROM _matters").fetchall())
        assert len(matters.items() & kept.items()) == len(EVENTS) - 1
        (event,) = connection.execute("SELECT kind, story, why FROM story_events").fetchall()
        assert event[:2] == ("grown", grown)
        assert "1 article more; in common: " in event[2]


@pytest.mark.usefixtures("large")
def test_a_store_that_grew_hands_over_what_a_fresh_run_finds(news, store, go) -> None:
    write_all(news)
    with store() as connection:
        go(connection)
        for event in (3, 0):
            write_news(news, event, 2)
            go(connection)
        Run(connection, Alone(), SETTINGS, lambda _: None).settle()
        assert not is_unsettled(connection)
        kept = write(gather_dossier(connection, SETTINGS), "json")
    assert kept == write(pipeline.investigate([news], SETTINGS), "json")


@pytest.mark.usefixtures("large")
def test_a_copy_that_comes_later_is_a_copy_of_what_was_there(news, store, go) -> None:
    write_all(news)
    first = news / "0-0.txt"
    with store() as connection:
        go(connection)
        (news / "z.txt").write_text(first.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        go(connection)
        articles = {article.uri: article for article in find_articles(connection)}
        assert articles["z.txt"].duplicate_of == articles["0-0.txt"].id
        assert articles["z.txt"].story == articles["0-0.txt"].story


def test_a_small_store_is_investigated_as_a_whole_until_it_is_large(news, store, go, monkeypatch) -> None:
    write_news(news, 0, 0)
    write_news(news, 1, 0)
    with store() as connection:
        go(connection)
        assert len(find_matters(connection)) == 1
        for place in ("stemma.runs.grouping.TOGETHER", "stemma.runs.investigating.TOGETHER", "stemma.matters.TOGETHER"):
            monkeypatch.setattr(place, 2)
        write_news(news, 2, 0)
        go(connection)
        assert {id for id, *_ in find_matters(connection)} == {story.id for story in find_stories(connection)}
        kept = write(gather_dossier(connection, SETTINGS), "json")
    assert kept == write(pipeline.investigate_documents(acquire([news], SETTINGS), SETTINGS), "json")
