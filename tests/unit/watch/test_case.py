"""What a case keeps: whole files, no change twice, nothing lost."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from stemma.errors import StemmaError
from stemma.model import Evidence, Span
from stemma.watch.case import Case, write_row
from stemma.watch.changes import Change, Told

MOMENT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
CHANGE = Change(
    id="x1", kind="denied", title="Ferry sank", text="Denied.", collation="k",
    articles=(Told(article="a", uri="a.html", outlet=None, url=None),),
    evidence=(Evidence(article="a", span=Span(0, 4), text="Ferry"),),
)  # fmt: skip


def test_a_change_is_written_once(tmp_path: Path) -> None:
    case = Case(tmp_path / "case")
    [row] = case.add_changes([CHANGE], MOMENT)
    assert row["articles"] == [{"article": "a", "uri": "a.html"}]
    assert case.add_changes([CHANGE], MOMENT) == []
    assert case.read_changes() == [row]


def test_lines_that_broke_off_count_for_nothing(tmp_path: Path) -> None:
    case = Case(tmp_path)
    case.add_changes([CHANGE], MOMENT)
    with (tmp_path / "changes.jsonl").open("a") as file:
        file.write('[1]\n{"id": 7}\n{"id": "torn')
    assert [row["id"] for row in case.read_changes()] == ["x1"]


def test_a_state_that_cannot_be_read_is_an_empty_one(tmp_path: Path) -> None:
    case = Case(tmp_path)
    assert case.read_state() == {}
    for content in (b"[]", b"\xff{", b""):
        case.write_whole(".watch.json", content)
        assert case.read_state() == {}


def test_a_place_that_takes_no_files_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StemmaError, match="nothing can be written there"):
        Case(tmp_path / "file" / "case").write_whole("dossier.json", b"{}")


def test_no_line_steers_a_terminal() -> None:
    hostile = "\x1b[31m\x9b2J\x7f\u202eevil\u2028\u2066"
    line = write_row({"id": "x", "title": hostile})
    assert line.count("\n") == 1
    assert not set(line) & set(hostile) - set("[31m2Jevil")
    assert json.loads(line)["title"] == hostile
