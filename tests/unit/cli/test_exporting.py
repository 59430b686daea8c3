"""`stemma export` as a user calls it."""

import csv
import json
from pathlib import Path

import pytest

from stemma import cli
from stemma.demo import demo_folder

Capture = pytest.CaptureFixture[str]


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main([str(argument) for argument in arguments])
    return int(left.value.code or 0)


def test_the_dossier_is_that_of_a_fresh_run(store: Path, tmp_path: Path) -> None:
    assert run("export", "--store", store, "-o", tmp_path / "ours", "-q") == 0
    assert run("trace", demo_folder(), "--embedder", "none", "-o", tmp_path / "fresh", "-q") == 0
    for name in ("dossier.json", "report.html"):
        assert (tmp_path / "ours" / name).read_bytes() == (tmp_path / "fresh" / name).read_bytes()


def test_a_day_that_is_past_is_that_of_a_fresh_run_up_to_it(store: Path, tmp_path: Path, capsys: Capture) -> None:
    before = store.read_bytes()
    day = ("--as-of", "2025-03-13")
    assert run("export", "--store", store, *day, "-o", tmp_path / "ours", "-q") == 3
    assert "skipped 08-tamsel-valley-tv.txt: published 2025-03-14, after 2025-03-13" in capsys.readouterr().err
    assert run("trace", demo_folder(), *day, "--embedder", "none", "-o", tmp_path / "fresh", "-q") == 3
    assert (tmp_path / "ours/dossier.json").read_bytes() == (tmp_path / "fresh/dossier.json").read_bytes()
    assert store.read_bytes() == before


def test_before_the_first_day_there_is_nothing(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.txt").write_text("Orvel Gazette, 4 May 2026\n\nFerry late\nThe ferry left late, the crew said.")
    path = tmp_path / "one.stemma"
    assert run("add", tmp_path / "a.txt", "--store", path, "--embedder", "none", "-q") == 0
    assert run("export", "--store", path, "--as-of", "2026-05-03", "--json") == 1
    assert "no usable article" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_tables_are_written_row_by_row(store: Path, tmp_path: Path, form: str, capsys: Capture) -> None:
    assert run("export", "--store", store, "--form", form, "-o", tmp_path / "tables") == 0
    assert f"articles.{form}: 13 rows" in capsys.readouterr().out
    path = tmp_path / "tables" / f"claims.{form}"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream)) if form == "csv" else [json.loads(line) for line in stream]
    assert len(rows) > 100
    assert {"id", "article", "collation", "text", "span_start"} <= rows[0].keys()
    assert not list((tmp_path / "tables").glob(".*"))


def test_a_cell_is_no_formula(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("=HYPERLINK(1)\nThe ferry Orla left Selmar late on Monday, the crew said.")
    path = tmp_path / "one.stemma"
    assert run("add", tmp_path / "a.txt", "--store", path, "--embedder", "none", "-q") == 0
    assert run("export", "--store", path, "--form", "csv", "-o", tmp_path / "t", "-q") == 0
    with (tmp_path / "t/articles.csv").open(encoding="utf-8", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith("=")]


def test_what_does_not_go_together_is_refused(store: Path, capsys: Capture) -> None:
    for option in (("--json",), ("--full",), ("--redact", "Ilse Maran"), ("--fail-on", "loop")):
        assert run("export", "--store", store, "--form", "csv", *option) == 2
        assert f"{option[0]} --form csv" in capsys.readouterr().err
    assert run("export", "--store", store, "--as-of", "yesterday") == 2
    assert run("export", "--store", store, "--form", "xml") == 2


def test_a_folder_that_takes_no_files_is_told(store: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "file").touch()
    assert run("export", "--store", store, "--form", "csv", "-o", tmp_path / "file" / "x") == 1
    assert "nothing can be written there" in capsys.readouterr().err
