"""Who says what, as `stemma quotes` shows it."""

import csv
import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from stemma import cli
from stemma.errors import UsageError
from stemma.extract import find_attributions
from stemma.quotes import Quotes, find_quotes, print_quotes, write_csv, write_json
from stemma.settings import Settings

TEXT = (
    "Ada Orme, the harbour master, said the tide gate was closed at noon.\n\n"
    "She denied that a barge had struck it. The Sound Herald, citing two pilots, reported that the pumps had failed."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gate.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    return tmp_path


@pytest.fixture
def quotes(folder: Path) -> Quotes:
    return find_quotes([folder], Settings())


def test_csv_has_a_row_an_attribution(quotes: Quotes) -> None:
    rows = {(row["name"], row["cue"]): row for row in csv.DictReader(io.StringIO(write_csv(quotes)))}
    denied = rows["Ada Orme", "denied"]
    assert (denied["source"], denied["stance"], denied["content"]) == ("She", "denies", "a barge had struck it")
    assert rows["two pilots", "citing"]["inside"] == "Sound Herald"
    assert (denied["basis"], rows["two pilots", "citing"]["basis"]) == ("pronoun", "stated")
    assert float(denied["confidence"]) < float(rows["two pilots", "citing"]["confidence"]) == 1
    assert TEXT[int(denied["start"]) : int(denied["end"])] == denied["content"]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('Ada Orme said: "=SUM(1)+2 is what the ledger of the lock holds now."', "utf-8")
    cells = [cell for row in csv.reader(io.StringIO(write_csv(find_quotes([tmp_path], Settings())))) for cell in row]
    assert any("SUM" in cell for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_json_holds_the_text_and_spans_into_it(quotes: Quotes) -> None:
    found = json.loads(write_json(quotes))
    (article,) = found["articles"]
    for attribution in article["attributions"]:
        start, end = attribution["cue"]["span"]
        assert article["text"][start:end] == attribution["cue"]["text"]
    assert [item["uri"] for item in found["skipped"]] == ["empty.txt"]


def test_the_table_names_who_a_pronoun_means(quotes: Quotes) -> None:
    stream = io.StringIO()
    print_quotes(quotes, Console(file=stream, width=160))
    shown = stream.getvalue()
    assert "She (Ada Orme, 0." in shown
    assert "denied [denies]" in shown
    assert "Set aside: empty.txt" in shown


@pytest.mark.parametrize(("options", "code"), [((), 3), (("--json",), 3), (("--csv",), 3), (("--json", "--csv"), 2)])
def test_the_command_tells_what_it_skipped(folder: Path, options: tuple[str, ...], code: int) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["quotes", str(folder), *options])
    assert left.value.code == code


def test_the_extractor_is_usable_on_its_own() -> None:
    found = find_attributions(TEXT, "en")
    assert [a.source.name for a in found][:2] == ["Ada Orme", "Ada Orme"]
    with pytest.raises(UsageError, match="xx: no such language"):
        find_attributions(TEXT, "xx")
