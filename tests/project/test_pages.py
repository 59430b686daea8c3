"""bench/pages.py: what it counts, on an invented page."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"
HTML = """<html><head><title>Ferry late | Harbour Post</title><meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2026-05-04"></head><body><nav><a>News</a></nav><h1>Ferry late</h1>
<p>The ferry left the harbour late on Monday.</p><p hidden>Nobody sees it.</p></body></html>"""


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(BENCH))
    yield importlib.import_module("pages")
    sys.modules.pop("pages", None)


def make(pages: ModuleType, **other: object) -> object:
    facts = {
        "name": "xx/HarbourPost_2026_05_04",
        "country": "xx",
        "html": HTML.encode(),
        "url": "https://harbourpost.example/ferry",
        "body": "The ferry left the harbour late on Monday.",
        "title": "Ferry late",
        "published": "2026-05-04 08:00:00+00:00",
    }
    return pages.Page(**{**facts, **other})


def test_a_page_read_rightly_scores_in_full(pages: ModuleType) -> None:
    result = pages.score(pages.read_ours, [make(pages)])
    assert list(result.f1.values()) == [1.0]
    assert result.tokens["left"] == 0
    assert {key: [right for _, right, _ in hits] for key, hits in result.hits.items()} == {
        key: [True] for key in ("title", "title, nearly", "date", "outlet")
    }


def test_the_floor_is_what_a_reader_sees(pages: ModuleType) -> None:
    seen = pages.dump_visible(HTML.encode())
    assert seen.split("\n") == ["News", "Ferry late", "The ferry left the harbour late on Monday."]
    assert pages.measure_seen(make(pages)) == 1.0
    assert pages.measure_seen(make(pages, body="Nobody sees it.")) < 0.5


def test_the_version_is_that_whose_words_the_page_holds(pages: ModuleType) -> None:
    versions = {
        name: {"body": {"summary": [], "sections": [{"headline": [], "paragraphs": [text]}]}}
        for name, text in (("V1", "A mill burned down."), ("V2", "The ferry left the harbour late on Monday."))
    }
    assert pages.find_version(versions, pages.Counter(pages.split_tokens(HTML))) is versions["V2"]


def test_days_titles_and_outlets(pages: ModuleType) -> None:
    assert pages.is_same_day("2026-05-04 23:30:00+00:00", "2026-05-05T01:30:00+02:00")
    assert not pages.is_same_day("2026-05-04 23:30:00+00:00", "2026-05-05")
    assert not pages.is_same_title("Ferry late", "Ferry very late")
    assert pages.is_near_title("Ferry late", "Ferry very late")
    assert [pages.is_outlet(make(pages), name) for name in ("Harbour Post", "Valley Post", "")] == [True, False, False]
