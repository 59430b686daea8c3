"""Figures of two claims side by side, and what else may be said of them."""

from pathlib import Path

import pytest

from stemma.compare import Row, compare
from stemma.settings import Settings


def set_beside(folder: Path, one: str, other: str) -> list[Row]:
    (folder / "one.txt").write_text(f"{one}\n", encoding="utf-8")
    (folder / "other.txt").write_text(f"{other}\n", encoding="utf-8")
    found = compare(folder / "one.txt", folder / "other.txt", Settings(embedder="none", language="en"))
    return [row for row in found.rows if row.a and row.b]


@pytest.mark.parametrize(
    ("one", "other", "outcome", "label"),
    [
        ("the strike", "the strike", "same", ""),
        ("14 tonnes", "about 14 tonnes", "changed", "approximated"),
        ("about 14 tonnes", "14 tonnes", "changed", "made exact"),
        ("almost 15 tonnes", "some 12 tonnes", "changed", "figure down"),
    ],
)
def test_the_change_of_a_figure_has_a_name(tmp_path: Path, one: str, other: str, outcome: str, label: str) -> None:
    say = "Workers at the Morvan quarry lost {} of granite pipe to the spring tide, the Ulm works council said."
    (row,) = set_beside(tmp_path, say.format(one), say.format(other))
    assert row.outcome == outcome
    assert label in {"", *(change.label for change in row.changes)}


def test_what_cannot_both_hold_contradicts(tmp_path: Path) -> None:
    say = "The sea wall at Morvan Point is {} metres high and holds back the spring tide from the old town of Ulm."
    (row,) = set_beside(tmp_path, say.format(14), say.format(41))
    assert (row.outcome, [change.label for change in row.changes]) == ("contradicts", ["figure up"])
    assert row.changes[0].explanation == "“14 metres” in A, “41 metres” in B: both cannot hold."


def test_figures_of_two_years_do_not_contradict(tmp_path: Path) -> None:
    rows = set_beside(
        tmp_path,
        "The Ulm ferry carried 41,000 passengers across the Sound of Morvan last winter.",
        "The Ulm ferry carried 68,000 passengers across the Sound of Morvan in 1987.",
    )
    assert all(row.outcome != "contradicts" for row in rows)


def test_whoever_calls_a_rumour_untrue_contradicts_no_denial(tmp_path: Path) -> None:
    rows = set_beside(
        tmp_path,
        "Ada Orme denied that the bell of the Morvan chapel had been stolen on Sunday night.",
        "Rumours that the bell of the Morvan chapel had been stolen on Sunday night proved to be untrue.",
    )
    assert rows
    assert all(row.outcome != "contradicts" for row in rows)


def test_a_detail_is_left_out_only_where_the_other_article_gives_it_nowhere(tmp_path: Path) -> None:
    one = "A lock gate of the Morvan canal broke and sank 14 barges at dawn, keeper Ben Sorrel said."
    bare = "A lock gate of the Morvan canal broke at dawn, keeper Ben Sorrel said."
    (row,) = set_beside(tmp_path, one, bare)
    assert [(change.label, change.a) for change in row.changes] == [("detail left out", "14 barges")]
    (row, *_) = set_beside(tmp_path, one, f"{bare} The 14 barges were towed to the old basin in the evening.")
    assert not row.changes
