"""The invented piles on which the growth of matching is measured."""

import importlib
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"


@pytest.fixture
def growth(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(BENCH))
    yield importlib.import_module("growth")
    sys.modules.pop("growth", None)


@pytest.mark.parametrize("mode", ["threads", "thread", "event"])
def test_a_pile_has_the_claims_asked_for_and_is_literal(growth: ModuleType, mode: str) -> None:
    pile = growth.make_pile(1000, mode)
    texts = {article.id: article.text for article in pile.articles}
    claims = [claim for extraction in pile.extractions for claim in extraction.claims]
    assert abs(len(claims) - 1000) < 50
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        found = [claim, *claim.quantities, *claim.names]
        assert all(part.span.of(texts[claim.article]) == part.text for part in found)


def test_only_threads_part_a_pile_beforehand(growth: ModuleType) -> None:
    stories = {mode: growth.make_pile(2000, mode).stories for mode in growth.MODES}
    assert len(stories["threads"]) == 10
    assert len(stories["thread"]) == len(stories["event"]) == 1
    assert all(len(story.articles) == growth.ARTICLES_OF_SCENE for story in stories["threads"])


def test_a_pile_comes_out_the_same_and_repeats_its_facts(growth: ModuleType) -> None:
    pile = growth.make_pile(200, "threads")
    assert pile == growth.make_pile(200, "threads")
    openings = Counter(c.text.split()[0] for e in pile.extractions for c in e.claims)
    assert openings.most_common(1)[0][1] > 5


def test_the_exponent_is_read_off_two_sizes(growth: ModuleType) -> None:
    rows = [{"claims": 100, "seconds": 1.0}, {"claims": 1000, "seconds": 10.0}, {"claims": 2000, "seconds": 40.0}]
    assert list(growth.find_exponent(rows)) == pytest.approx([1.0, 2.0])


def test_a_drawn_vector_is_that_of_its_words(growth: ModuleType) -> None:
    one, other, far = growth.draw_vectors(["basa melu", "melu basa", "kori"])
    assert np.allclose(one, other)
    assert abs(float(one @ far)) < 0.3


def test_a_measure_tells_cost_and_floor(growth: ModuleType) -> None:
    found = growth.measure(100, "threads", "none")
    assert found["claims"] > 50
    assert found["seconds"] > 0
    assert found["floor"] > 0
    assert found["megabytes"] >= found["before"]
