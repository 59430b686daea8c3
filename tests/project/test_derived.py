"""bench/derived.py: what it counts, on invented texts."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"
SOURCE = "The old ferry left the harbour late because drifting timber had blocked the narrow channel below the mill"
COPY = "As drifting timber had blocked the narrow channel below the mill, the old ferry left the harbour late"
OTHER = "A choir of fishermen sang in the chapel, and the baker gave bread to everybody who came to hear it"


@pytest.fixture
def derived(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(BENCH))
    yield importlib.import_module("derived")
    for name in ("derived", "dossier", "floor_baseline"):
        sys.modules.pop(name, None)


def test_a_copy_shares_more_than_another_text(derived: ModuleType) -> None:
    for measure in (derived.measure_runs, derived.contain_ngrams):
        assert measure(COPY, SOURCE) > 0.4
        assert measure(OTHER, SOURCE) == 0
    assert (derived.tell_as_it_is(COPY, SOURCE), derived.tell_as_it_is(OTHER, SOURCE)) == (1.0, 0.0)


def test_the_bound_of_a_task_is_set_on_the_others(derived: ModuleType) -> None:
    values = {"a": 0.9, "b": 0.1, "c": 0.8, "d": 0.2, "e": 0.3, "f": 0.7}
    told = [*zip("abcdef", ["cut", "non"] * 3, "112233", strict=True)]
    rows = [{"text": text, "source": "", "label": label, "source_id": task} for text, label, task in told]
    assert derived.score_left_out(rows, lambda text, _: values[text]) == pytest.approx(3 / 6)


def test_the_tree_joins_what_is_nearest(derived: ModuleType) -> None:
    tree = derived.span_tree({"source": SOURCE, "copy": COPY, "other": OTHER})
    assert frozenset(("source", "copy")) in tree
    assert len(tree) == 2
