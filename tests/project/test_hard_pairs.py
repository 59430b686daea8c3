"""The hand-written pairs for matching: enough of them, in five languages, and as hard as they claim to be."""

import importlib
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from stemma.find import find_terms
from stemma.lang import find_language
from stemma.model import Span
from stemma.text import fold

BENCH = Path(__file__).resolve().parents[2] / "bench"
LANGUAGES = ("de", "en", "es", "id", "ru")
KINDS = {
    "denial", "killed or injured", "opposite", "other actor", "other day", "other measure", "other place",
    "other thing", "role swapped", "same number",
}  # fmt: skip
LEAST = 150


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(BENCH))
    yield importlib.import_module("hard_pairs")
    sys.modules.pop("hard_pairs", None)


@pytest.mark.parametrize("name", ["hard_negatives", "hard_positives"])
def test_there_are_enough_of_them_in_every_language(bench: ModuleType, name: str) -> None:
    pairs = bench.read_pairs(name)
    counts = Counter(bench.name_languages(pair) for pair in pairs)
    assert len(pairs) >= LEAST
    assert all(counts[language] >= 30 for language in LANGUAGES)
    assert sum(count for languages, count in counts.items() if "-" in languages) >= 15
    assert len({frozenset((pair["a"], pair["b"])) for pair in pairs}) == len(pairs)


def test_a_negative_says_why_it_is_one(bench: ModuleType) -> None:
    for pair in bench.read_pairs("hard_negatives"):
        assert pair["kind"] in KINDS
        assert pair["why"]
        assert pair["expect"] in {"apart", "not agreement", "two stances"}
        assert (pair["expect"] == "two stances") == (pair["kind"] == "denial")


def test_a_positive_shares_nothing_but_names(bench: ModuleType) -> None:
    for pair in bench.read_pairs("hard_positives"):
        one, other = (find_words(pair[side], code) for side, code in zip("ab", pair["languages"], strict=True))
        names = [fold(name)[:3] for name in pair["names"]]
        assert not [word for word in one & other if not word.startswith(tuple(names))], pair


def find_words(text: str, code: str) -> set[str]:
    """The telling words of a text, stemmed in its language."""
    return {fold(term) for term, _ in find_terms(text, find_language(code), Span(0, len(text)))}


@pytest.mark.parametrize(
    ("pair", "verdict", "right"),
    [
        ({"names": []}, "joined", True),
        ({"names": []}, "contradiction", True),
        ({"names": []}, "apart", False),
        ({"expect": "apart"}, "apart", True),
        ({"expect": "apart"}, "contradiction", False),
        ({"expect": "not agreement"}, "contradiction", True),
        ({"expect": "not agreement"}, "joined", False),
        ({"expect": "two stances"}, "two stances", True),
        ({"expect": "two stances"}, "apart", False),
    ],
)
def test_the_bench_knows_right_from_wrong(bench: ModuleType, pair: dict[str, Any], verdict: str, right: bool) -> None:
    assert bench.is_right(pair, verdict) == right


def test_the_bench_judges_a_scene_as_one_story(bench: ModuleType) -> None:
    denial, *_ = [pair for pair in bench.read_pairs("hard_negatives") if pair["kind"] == "denial"]
    assert bench.judge([denial], "none", alone=True) == {0: "two stances"}
    assert bench.judge_words([denial]) == {0: "joined"}
