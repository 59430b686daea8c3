"""Two articles set side by side, as `stemma compare` shows them."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from stemma import cli
from stemma.compare import Comparison, compare, print_comparison, write_json
from stemma.errors import InputError, UsageError
from stemma.settings import Settings

ONE = (
    "Bridge at Varnholt closed after crash\n\n"
    "HALDEN, 3 May 2025 - Two lorries collided on the Varnholt bridge on Friday and four people were injured, police "
    "chief Ketil Brand said.\n\nOne lorry carried 12 tonnes of fertiliser. The railing had been repaired in 2021.\n\n"
    "The ferry company has 41 employees in Halden.\n"
)
OTHER = (
    "Trucks crash on bridge\n\n"
    "HALDEN, 4 May 2025 - Seven people were injured when two lorries collided on the Varnholt bridge on Friday.\n\n"
    "One lorry allegedly carried about 12 tonnes of fertiliser. The railing was repaired in 2019.\n\n"
    "Wild geese came back to the marsh of Ulm this week.\n"
)
INDONESIAN = (
    "Dua truk bertabrakan di jembatan Varnholt\n\n"
    "HALDEN, 4 Mei 2025 - Empat orang terluka ketika dua truk bertabrakan di jembatan Varnholt pada hari Jumat.\n"
)
NONE = Settings(embedder="none")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path / "one.txt", tmp_path / "other.txt"


@pytest.fixture
def found(pair: tuple[Path, Path]) -> Comparison:
    return compare(*pair, NONE)


def show(found: Comparison, width: int = 110, encoding: str = "utf-8") -> str:
    buffer = io.BytesIO()
    stream = io.TextIOWrapper(buffer, encoding=encoding, write_through=True)
    print_comparison(found, Console(file=stream, width=width, highlight=False))
    return buffer.getvalue().decode(encoding)


def labels(found: Comparison, words: str) -> set[str]:
    return {change.label for row in found.rows if row.a and words in row.a.text for change in row.changes}


def test_every_claim_of_either_article_stands_in_a_row(found: Comparison) -> None:
    shown = {claim.id for row in found.rows for claim in (row.a, row.b) if claim}
    assert shown == {claim.id for claim in found.matching.claims}


def test_rows_follow_the_text_and_say_what_changed(found: Comparison) -> None:
    matched = [row.a.span for row in found.rows if row.a and row.b]
    assert matched == sorted(matched)
    assert {"figure up", "source dropped"} <= labels(found, "four people were injured")
    assert {"approximated", "hedge added"} <= labels(found, "12 tonnes")


def test_nearly_the_same_words_with_another_year_stand_side_by_side(found: Comparison) -> None:
    (row,) = [row for row in found.rows if row.a and "railing" in row.a.text]
    assert (row.outcome, row.b and "2019" in row.b.text) == ("changed", True)


def test_what_only_one_has_stands_alone(found: Comparison) -> None:
    alone = {row.outcome: (row.a or row.b) for row in found.rows if row.outcome.startswith("only")}
    assert "ferry" in alone["only-a"].text  # type: ignore[union-attr]
    assert "geese" in alone["only-b"].text  # type: ignore[union-attr]


def test_the_head_counts_the_rows(found: Comparison) -> None:
    counts = found.count()
    assert sum(counts.values()) == len(found.rows)
    head = f"{counts['same']} same, {counts['changed']} changed, {counts['contradicts']} contradicted, "
    assert head + f"{counts['only-a']} only in A, {counts['only-b']} only in B" in show(found)


def test_a_doubt_is_told_with_both_readings(found: Comparison) -> None:
    assert "other time: “2021” in A, “2019” in B; either they contradict each other" in show(found)


def test_an_article_is_the_same_as_its_copy(tmp_path: Path) -> None:
    for folder in ("here", "there"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.txt").write_text(ONE, encoding="utf-8")
    found = compare(tmp_path / "here" / "one.txt", tmp_path / "there" / "one.txt", NONE)
    assert {row.outcome for row in found.rows} == {"same"}
    assert {row.wording for row in found.rows} == {"identical"}
    assert len({article.uri for article in found.articles}) == 2


def test_two_languages_meet(pair: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "tiga.txt").write_text(INDONESIAN, encoding="utf-8")
    found = compare(pair[0], tmp_path / "tiga.txt", NONE)
    translated = [row for row in found.rows if row.wording == "translated"]
    assert any(row.a and row.b and "four people" in row.a.text and "Empat orang" in row.b.text for row in translated)
    assert not any(change.aspect == "figure" for row in translated for change in row.changes)


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_no_line_is_wider_than_the_terminal(found: Comparison, width: int, encoding: str) -> None:
    assert max(map(len, show(found, width, encoding).splitlines())) <= width


def test_nothing_in_a_text_steers_the_terminal(pair: tuple[Path, Path]) -> None:
    pair[1].write_text(OTHER.replace("One lorry", "One \x1b[31mlorry\u202e\x07"), encoding="utf-8")
    shown = show(compare(*pair, NONE))
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_json_holds_spans_into_the_texts(found: Comparison) -> None:
    told = json.loads(write_json(found))
    assert told["format"] == "stemma/compare/1"
    assert told["counts"] == found.count()
    for row in told["rows"]:
        for side in "ab":
            if row[side]:
                start, end = row[side]["span"]
                assert told[side]["text"][start:end] == row[side]["text"]
            for reading in (change[side] for change in row["changes"] if change[side]):
                assert 0 <= reading["span"][0] < reading["span"][1] <= len(told[side]["text"])


def test_the_order_of_the_two_turns_the_change_round(pair: tuple[Path, Path]) -> None:
    back = compare(*reversed(pair), NONE)
    told = {change.label for row in back.rows for change in row.changes}
    assert {"figure down", "made exact", "hedge dropped", "source added"} <= told


def test_what_is_wrong_with_the_two_is_said(pair: tuple[Path, Path], tmp_path: Path) -> None:
    one, other = map(str, pair)
    with pytest.raises(UsageError, match="given twice"):
        compare(one, one)
    with pytest.raises(UsageError, match="given twice"):
        compare("-", "-")
    with pytest.raises(UsageError, match="a folder"):
        compare(one, tmp_path)
    with pytest.raises(UsageError, match=r"--meta third\.txt: no such file"):
        compare(one, other, Settings(meta={"third.txt": {"outlet": "The Lamp"}}))
    with pytest.raises(InputError, match="no such file"):
        compare(one, tmp_path / "third.txt")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match=r"empty\.txt"):
        compare(one, tmp_path / "empty.txt")


def test_meta_is_known_by_name_and_by_path(pair: tuple[Path, Path]) -> None:
    one, other = map(str, pair)
    meta = {"one.txt": {"outlet": "The Lamp"}, other: {"outlet": "The Sound Herald"}}
    found = compare(one, other, Settings(embedder="none", meta=meta))
    assert [article.outlet for article in found.articles] == ["The Lamp", "The Sound Herald"]


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_the_command_prints_it(
    pair: tuple[Path, Path], options: tuple[str, ...], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["compare", *map(str, pair), "--embedder", "none", *options])
    assert left.value.code == 0
    shown = capfdbinary.readouterr()
    assert shown.err == b""
    assert json.loads(shown.out)["counts"] if options else b"contradicted" in shown.out


@pytest.mark.parametrize("given", [("one.txt",), ("one.txt", "other.txt", "third.txt"), ("one.txt", "one.txt")])
def test_the_command_wants_two_articles(given: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["compare", *given])
    assert left.value.code == 2
    assert "Traceback" not in capsys.readouterr().err
