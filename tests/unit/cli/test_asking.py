"""`stemma search`, `show` and `sources` as a user calls them."""

import json
import re
import sqlite3
from pathlib import Path
from zipfile import ZipFile

import pytest

from stemma import cli
from stemma.write.dossier import read_dossier

Capture = pytest.CaptureFixture[str]


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main([str(argument) for argument in arguments])
    return int(left.value.code or 0)


def test_search_shows_day_outlet_title_and_story(store: Path, capsys: Capture) -> None:
    assert run("search", "bendungan bocor", "--store", store) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "LARI! Keluarga yang Sedang Tidur Kabur Saat Bendungan Raksasa Bocor 13 Mar 2025, Kabar Selat, id" in shown
    assert "story cafce8c27769: Families moved out below Tamsel Dam" in shown


def test_search_as_json_says_where_it_stands(store: Path, capsys: Capture) -> None:
    arguments = ("--since", "2025-03-14", "--until", "2025-03-14", "--language", "en", "--limit", "1", "--json")
    assert run("search", "leak", "--store", store, *arguments) == 0
    (hit,) = json.loads(capsys.readouterr().out)
    assert hit["published"] == "2025-03-14"
    assert {hit["snippet"][start:end].casefold() for start, end in hit["marks"]} == {"leak"}


def test_search_says_when_there_is_more_and_when_there_is_nothing(store: Path, capsys: Capture) -> None:
    assert run("search", "dam", "--store", store, "--limit", "2") == 0
    assert "The best 2 are shown; more with --limit." in capsys.readouterr().out
    assert run("search", "zeppelin", "--store", store) == 0
    assert capsys.readouterr().out == "Nothing found.\n"
    assert run("search", "zeppelin", "--store", store, "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("words", ['"', "a AND", "(", "NEAR(", "col:x", "-", "*", "^"])
def test_search_takes_bad_queries_as_words(store: Path, words: str) -> None:
    assert run("search", "--store", store, "--", words) == 0


def test_search_refuses_what_it_cannot_know(store: Path, capsys: Capture) -> None:
    for arguments, reason in (
        (("--source", "Harbour Herald"), "--source Harbour Herald: no article is by it"),
        (("--language", "xx"), "--language xx: no article is in it. There are: de, en, es, id."),
        (("--since", "March"), "--since March: not a date"),
        (("--until", "2025-02-30"), "--until 2025-02-30: not a date"),
    ):
        assert run("search", "dam", "--store", store, *arguments) == 2
        assert reason in capsys.readouterr().err
    assert run("search", "dam", "--store", store, "--limit", "0") == 2


def test_show_prints_a_story_and_writes_it_when_asked(store: Path, tmp_path: Path, capsys: Capture) -> None:
    assert run("show", "tamsel reports", "--store", store, "-o", tmp_path / "case") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Story cafce8c27769: Families moved out below Tamsel Dam after reports of leak\n")
    assert "Wrote " in shown
    dossier = read_dossier((tmp_path / "case" / "dossier.json").read_bytes())
    (story,) = (story for story in dossier.stories if story.id == "cafce8c27769")
    assert {a.id for a in dossier.articles} >= set(story.articles)
    assert "<html" in (tmp_path / "case" / "report.html").read_text(encoding="utf-8")


def test_show_writes_nothing_unasked(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("show", "grelland", "--store", store) == 0
    assert not list(tmp_path.iterdir())
    assert "Leak at Grelland Dam" in capsys.readouterr().out


def test_show_takes_an_article_and_the_beginning_of_an_id(store: Path, capsys: Capture) -> None:
    assert run("show", "cafc", "--store", store, "--json") == 0
    whole = read_dossier(capsys.readouterr().out)
    assert run("show", whole.articles[0].id, "--store", store, "--json") == 0
    one = read_dossier(capsys.readouterr().out)
    assert whole.articles[0] in one.articles
    assert 0 < len(one.claims) < len(whole.claims)


def test_show_tells_the_history(store: Path, tmp_path: Path, capsys: Capture) -> None:
    copy = tmp_path / "copy.stemma"
    copy.write_bytes(store.read_bytes())
    with sqlite3.connect(copy) as connection:
        connection.execute(
            "INSERT INTO story_events VALUES (99, 'grew', 'cafce8c27769', '', '', 'two more tell of it')"
        )
    assert run("show", "cafce8c27769", "--store", copy) == 0
    assert "\ngrew: two more tell of it\n" in capsys.readouterr().out


def test_show_names_those_that_may_be_meant(store: Path, capsys: Capture) -> None:
    assert run("show", "dam", "--store", store) == 1
    assert re.search(r"dam: \d have this\. Give the id of one: \w{12} ", capsys.readouterr().err)
    assert run("show", "zeppelin", "--store", store) == 1
    assert "zeppelin: no story, thread or article has this id" in capsys.readouterr().err


def test_show_redacts(store: Path, capsys: Capture) -> None:
    assert run("show", "cafc", "--store", store, "--json", "--redact", "Ilse Maran") == 0
    assert "Ilse Maran" not in capsys.readouterr().out


def test_sources_are_listed_and_told_in_full(store: Path, capsys: Capture) -> None:
    assert run("sources", "--store", store, "--limit", "3") == 0
    shown = capsys.readouterr().out
    assert "Calvera Water Authority" in shown
    assert re.search(r"3 of \d+ sources are shown", shown)
    assert run("sources", "daily lantern", "--store", store) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.startswith("The Daily Lantern outlet 1 article here; cited twice" if "twice" in shown else "The Daily")
    assert "Is cited by Harian Samudra (2)" in shown


def test_sources_as_json(store: Path, capsys: Capture) -> None:
    assert run("sources", "--store", store, "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert listed[0]["cited"] >= listed[-1]["cited"]
    assert run("sources", "LANTERN", "--store", store, "--json") == 0
    (profile,) = json.loads(capsys.readouterr().out)
    assert profile.keys() == {"source", "cites", "cited_by", "later"}


def test_sources_says_when_there_is_none(store: Path, capsys: Capture) -> None:
    assert run("sources", "zeppelin", "--store", store) == 1
    assert "zeppelin: nobody of that name" in capsys.readouterr().err


@pytest.mark.parametrize("command", [("search", "dam"), ("show", "dam"), ("sources",), ("export",)])
def test_what_is_no_store_is_told(command: tuple[str, ...], tmp_path: Path, capsys: Capture) -> None:
    sealed, text, empty = tmp_path / "case.stemma", tmp_path / "text.stemma", tmp_path / "empty.stemma"
    with ZipFile(sealed, "w") as archive:
        archive.writestr("manifest.jsonl", "{}")
    text.write_text("no store")
    empty.touch()
    for path, reason in (
        (tmp_path / "none.stemma", "no such store"),
        (tmp_path, "a folder, not a store"),
        (sealed, "no store but a sealed case"),
        (text, "no store but another kind of file"),
        (empty, "no such store"),
    ):
        assert run(*command, "--store", path) == 1
        error = capsys.readouterr().err
        assert error.startswith(f"stemma: {path}: {reason}")
        assert error.count("\n") == 1
