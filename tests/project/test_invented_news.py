"""The invented news on which speed is measured."""

import importlib
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

from stemma.pipeline import read_articles
from stemma.settings import Settings

BENCH = Path(__file__).resolve().parents[2] / "bench"
OURS = ("arguments", "invented_news", "news_events", "news_pages", "news_words", "seeds")


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(BENCH))
    yield importlib.import_module("invented_news")
    for name in OURS:
        sys.modules.pop(name, None)


def test_the_news_comes_out_the_same_and_in_order(news: ModuleType) -> None:
    made = list(news.make_news(150))
    assert made == list(news.make_news(150))
    assert made != list(news.make_news(150, seed=9))
    assert [a.published for a in made] == sorted(a.published for a in made)
    assert len(made) == 150


def test_as_many_a_day_however_many(news: ModuleType) -> None:
    made = list(news.make_news(300, a_day=20))
    assert 14 <= (made[-1].published - made[0].published).days <= 25
    assert next(iter(news.make_news(10**6))).event >= 0  # no more is made than is asked for


def test_half_of_the_articles_are_alone_or_in_pairs(news: ModuleType) -> None:
    sizes = list(news.draw_sizes(10_000, random.Random(8)))
    assert sum(sizes) == 10_000
    assert 0.4 < sum(size for size in sizes if size <= 2) / 10_000 < 0.6
    assert max(sizes) >= 50


def test_languages_and_lengths_are_those_of_the_plan(news: ModuleType) -> None:
    made = list(news.make_news(500))
    languages = Counter(a.language for a in made)
    assert languages.most_common(1)[0][0] == "en"
    assert set(languages) == {"en", "de", "es", "fr", "id", "ru"}
    assert 270 < sum(len(a.text.split()) for a in made) / 500 < 370
    assert not [a for a in made if "{" in a.text + a.title]


@pytest.mark.parametrize("form", ["txt", "jsonl", "html", "warc"])
def test_every_form_is_read(news: ModuleType, form: str, tmp_path: Path) -> None:
    made = list(islice(news.make_news(12), 12))
    place = tmp_path / {"txt": "pile", "html": "pages", "jsonl": "pile.jsonl", "warc": "pile.warc.gz"}[form]
    news.write_news(made, place, form)
    articles, skipped = read_articles([place], Settings())
    assert (len(articles), skipped) == (12, [])
    assert {a.outlet for a in articles} == {a.outlet for a in made}
    assert {a.title for a in articles} == {a.title for a in made}
    languages = {a.title: a.language for a in made}
    assert sum(a.language == languages[a.title] for a in articles) >= 11


def test_an_article_is_found_again_in_its_page(news: ModuleType, tmp_path: Path) -> None:
    made = list(news.make_news(5))
    news.write_news(made, tmp_path / "pages", "html")
    for article, told in zip(read_articles([tmp_path / "pages"], Settings())[0], made, strict=True):
        assert json.dumps(told.sentences[0])[1:-1] in json.dumps(article.text)
        assert article.published is not None
