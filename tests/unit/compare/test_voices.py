"""Who is said to say it, on either side."""

from pathlib import Path

import pytest

from stemma.compare import Comparison, compare
from stemma.settings import Settings

CLAIM = "the old tide gate at Morvan Point had been left open through the whole night"


def set_beside(folder: Path, one: str, other: str) -> Comparison:
    (folder / "one.txt").write_text(f"{one}\n", encoding="utf-8")
    (folder / "other.txt").write_text(f"{other}\n", encoding="utf-8")
    return compare(folder / "one.txt", folder / "other.txt", Settings(embedder="none", language="en"))


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (f"Harbour master Ada Orme said {CLAIM}.", f"It emerged on Monday: {CLAIM}.", {"source dropped"}),
        (f"Pilot Ben Sorrel said {CLAIM}.", f"Harbour master Ada Orme said {CLAIM}.", {"source changed"}),
        (f"Officials said {CLAIM}.", f"Harbour master Ada Orme said {CLAIM}.", {"source named"}),
        (f"Harbour master Ada Orme said {CLAIM}.", f"Officials said {CLAIM}.", {"source blurred"}),
        (f"Harbour master Ada Orme said {CLAIM}.", f"Ada Orme told reporters {CLAIM}.", set()),
    ],
)
def test_a_change_of_source_is_named(tmp_path: Path, one: str, other: str, told: set[str]) -> None:
    found = set_beside(tmp_path, one, other)
    changes = [change for row in found.rows if row.a and row.b for change in row.changes]
    assert {change.label for change in changes if change.aspect == "source"} == told
    assert any(row.a and row.b for row in found.rows)


def test_a_denial_contradicts(tmp_path: Path) -> None:
    found = set_beside(tmp_path, f"Pilot Ben Sorrel said {CLAIM}.", f"Harbour master Ada Orme denied that {CLAIM}.")
    (change,) = [change for row in found.rows for change in row.changes if change.aspect == "stance"]
    assert (change.label, change.is_contradiction) == ("denied", True)
    assert change.explanation == "A puts it forward, B has it denied."
