"""Nearly the same words with other names, or with the names turned round."""

from pathlib import Path

import pytest

from stemma.compare import compare
from stemma.settings import Settings


@pytest.mark.parametrize(
    ("one", "other", "labels"),
    [
        (
            "Two ballot boxes were stolen from a polling station in Ulmet on Sunday night.",
            "Two ballot boxes were stolen from a polling station in Ganwick on Sunday night.",
            {"other name"},
        ),
        (
            "Pilot Ben Sorrel accused harbour master Ada Orme of hiding the tide gauge readings.",
            "Harbour master Ada Orme accused pilot Ben Sorrel of hiding the tide gauge readings.",
            {"turned round"},
        ),
        (
            "Pilot Ben Sorrel accused harbour master Ada Orme of hiding the tide gauge readings.",
            "Ben Sorrel accused the harbour master of hiding the tide gauge readings.",
            set(),
        ),
    ],
)
def test_names_that_differ_are_shown(tmp_path: Path, one: str, other: str, labels: set[str]) -> None:
    (tmp_path / "one.txt").write_text(f"{one}\n", encoding="utf-8")
    (tmp_path / "other.txt").write_text(f"{other}\n", encoding="utf-8")
    found = compare(tmp_path / "one.txt", tmp_path / "other.txt", Settings(embedder="none", language="en"))
    (row,) = [row for row in found.rows if row.a and row.b]
    assert {change.label for change in row.changes if change.aspect == "name"} == labels
    assert (row.outcome == "changed") == bool(labels)
