"""The demo's gold file is literal and complete: every quote stands in its article."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from stemma.demo import demo_folder

GOLD: dict[str, Any] = yaml.safe_load((demo_folder().parent / "gold.yaml").read_text(encoding="utf-8"))
PLAIN = ["citations", "origins", "independent", "denials", "timeline"]
TRACED = ["attributions", "figures", "drift", "text_reuse", "wrong"]
KEYS = ["id", "title", "origin", "articles", "same_story", "other_story", *PLAIN, *TRACED]


def squash(text: str) -> str:
    """Collapse white space, so that a line break inside a quote does not matter."""
    return " ".join(text.split())


def read_articles() -> dict[str, str]:
    """The articles by their gold id, markup removed."""
    texts = {}
    for entry in GOLD["articles"]:
        text = (demo_folder().parent / entry["file"]).read_text(encoding="utf-8")
        if entry["file"].endswith(".html"):
            text = html.unescape(re.sub(r"<[^>]+>", " ", text))
        texts[entry["id"]] = squash(text)
    return texts


ARTICLES = read_articles()


def find_pairs() -> Iterator[tuple[str, str]]:
    """The (article, quote) of items that hold two: drift, reuse, traps."""
    for item in GOLD["drift"]:
        yield from ((item[f"{side}_article"], item[f"{side}_quote"]) for side in ("from", "to"))
    for item in [*GOLD["text_reuse"], *(trap for trap in GOLD["wrong"] if trap["what"] == "reuse")]:
        yield from ((item[side], item[f"quote_{side}"]) for side in "ab")
    yield from ((trap["other"], trap["other_quote"]) for trap in GOLD["wrong"] if "other" in trap)


def find_quotes() -> Iterator[tuple[str, str]]:
    """Every (article, quote) of the gold file."""
    for item in GOLD["attributions"]:
        yield from ((item["article"], item[part]) for part in ("source", "cue", "content"))
    for figure in GOLD["figures"]:
        yield from ((value["article"], value["quote"]) for value in figure["values"])
    for entry in GOLD["articles"]:
        yield from ((entry["id"], words) for words in [entry["title_starts"], *entry.get("not_in_text", [])])
    items = [*(item for key in PLAIN for item in GOLD[key]), *(trap for trap in GOLD["wrong"] if "quote" in trap)]
    yield from ((item["article"], item["quote"]) for item in items)
    yield from find_pairs()


@pytest.mark.parametrize(("article", "quote"), list(find_quotes()))
def test_every_quote_is_literal(article: str, quote: str) -> None:
    assert squash(quote) in ARTICLES[article]


def test_all_keys_are_there() -> None:
    assert [key for key in KEYS if not GOLD.get(key)] == []


def test_story_is_large_enough() -> None:
    assert len(ARTICLES) >= 9
    assert len({entry["language"] for entry in GOLD["articles"]}) >= 4
    assert len(GOLD["wrong"]) >= 12
    assert {trap["what"] for trap in GOLD["wrong"]} == {"citation", "attribution", "denial", "together", "reuse"}


def test_independence_is_shown_with_none_one_and_two_origins() -> None:
    assert {item["best"] for item in GOLD["independent"]} == {0, 1, 2}


def test_meta_names_every_article_and_leaves_one_undated() -> None:
    lines = (demo_folder() / "meta.jsonl").read_text(encoding="utf-8").splitlines()
    meta = {entry["file"]: entry for entry in map(json.loads, lines)}
    assert sorted(meta) == sorted(path.name for path in demo_folder().iterdir() if path.name != "meta.jsonl")
    assert sum("published" not in entry for entry in meta.values()) == 1
    by_file = {entry["file"].removeprefix("articles/"): entry for entry in GOLD["articles"]}
    assert {name: (entry["outlet"], entry["language"]) for name, entry in meta.items()} == {
        name: (entry["outlet"], entry["language"]) for name, entry in by_file.items()
    }
