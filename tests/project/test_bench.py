"""The gate's own arithmetic: floors rise and never sink, bars are compared, the floor dossier is literal."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"

BARS = {"links_per_article": 8}
ARTICLES = {
    "one.txt": "Ferry late\nCaptain Holm said “the ferry left 47 minutes late because of drifting timber”.",
    "two.txt": "Ferry delayed\nThe ferry left 47 minutes late because of drifting timber, people noticed.",
}


def test_a_name_is_judged_by_stories_it_was_not_fitted_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    names = importlib.import_module("names")
    kind = ("pronoun", 0.9)
    cases = [names.Case(kind, "a", True), names.Case(kind, "a", True), names.Case(kind, "b", False)]
    assert [share for _, share in names.leave_out(cases)] == [0.0, 0.0, 1.0]
    assert names.take_error([(cases[0], 0.5), (cases[2], 0.0)]) == 0.125
    assert names.find_story("attribution/x.jsonl:7") == "attribution/x.jsonl:2"
    sys.modules.pop("names", None)


def test_the_judged_names_hold_no_text() -> None:
    for line in (BENCH / "names.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert set(row) == {"article", "language", "cue", "source", "basis", "name", "right"}
        assert len(row["name"]) == 8


SCRIPTS = sorted(path.name for path in BENCH.glob("*.py") if "__main__" in path.read_text(encoding="utf-8"))


def run_script(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], cwd=BENCH, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_answers_help(name: str) -> None:
    asked = run_script(name, "--help")
    assert (asked.returncode, asked.stdout.split(" [")[0]) == (0, f"usage: {name}")


def test_a_script_refuses_an_option_that_it_does_not_know() -> None:
    wrong = run_script("sample.py", "--no-such-option", "sheet", "key")
    assert wrong.returncode == 2
    assert "unrecognized arguments: --no-such-option" in wrong.stderr


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    pytest.importorskip("stemma.pipeline")
    monkeypatch.syspath_prepend(str(BENCH))
    yield importlib.import_module("gate")
    for name in ("arguments", "gate", "dossier", "floor_baseline", "sample", "speed"):
        sys.modules.pop(name, None)


def make_result(bench: ModuleType, story: str, hits: int, **counts: float) -> object:
    counts = {"links per article": 2.0, "articles missing": 0, **counts}
    return bench.Result(story, "fuse", [], {"citations": (hits, 4), "traps": (4, 4)}, counts)


def test_a_figure_below_its_floor_shuts_the_gate(bench: ModuleType) -> None:
    floors = {"mean": {"fuse": {"citations": 0.75}}}
    reached = bench.find_figures([make_result(bench, "isis-treasurer", 3)])
    assert list(bench.find_sunken(reached, floors)) == []
    missed = bench.find_figures([make_result(bench, "isis-treasurer", 2)])
    assert list(bench.find_sunken(missed, floors)) == ["mean, fuse: citations is 0.500, its floor 0.750"]


def test_what_stands_above_its_bar_may_be_spent(bench: ModuleType) -> None:
    floors = {"attribution": {"en": {"src_acc": 0.93}}, "bars": {"attribution": {"en": {"src_acc": 0.9}}}}
    assert list(bench.find_sunken({("attribution", "en", "src_acc"): 0.91}, floors)) == []
    assert len(list(bench.find_sunken({("attribution", "en", "src_acc"): 0.89}, floors))) == 1


def test_one_language_may_lose_a_few_lines_while_the_mean_holds(bench: ModuleType) -> None:
    figures = {("translation", "de", "f1"): 0.94, ("translation", "fr", "f1"): 0.96}
    figures |= bench.take_means(figures)
    assert figures["translation", "mean", "f1"] == pytest.approx(0.95)
    floors = {"translation": {"de": {"f1": 0.95}, "fr": {"f1": 0.94}, "mean": {"f1": 0.945}}}
    assert list(bench.find_sunken(figures, floors)) == []
    floors["translation"]["mean"]["f1"] = 0.951
    assert [line.split(":")[0] for line in bench.find_sunken(figures, floors)] == ["translation, mean"]
    floors["translation"]["de"]["f1"] = 0.96
    assert len(list(bench.find_sunken(figures, floors))) == 2


def test_a_missed_bar_is_told(bench: ModuleType) -> None:
    bars = {"whole": 0.9, "mean": {"citations": 0.6}}
    figures = bench.find_figures([make_result(bench, "isis-treasurer", 2), make_result(bench, "demo", 3)])
    assert list(bench.find_missed_bars(figures, bars)) == [
        "demo: citations 0.75, bar 0.90",
        "mean: citations 0.50, bar 0.60",
    ]


def test_links_by_the_dozen_shut_the_gate(bench: ModuleType) -> None:
    result = make_result(bench, "isis-treasurer", 4, **{"links per article": 9.5})
    assert list(bench.find_failures([result], BARS)) == ["isis-treasurer, fuse: 9.5 links an article"]


def test_a_broken_contract_shuts_the_gate(bench: ModuleType) -> None:
    result = bench.Result("isis-treasurer", "none", ["a span"], {}, {"links per article": 1, "articles missing": 0})
    assert list(bench.find_failures([result], BARS)) == ["isis-treasurer, none: 1 contract violations, first: a span"]


def test_a_trap_missed_in_a_story_to_be_got_right_shuts_the_gate(bench: ModuleType) -> None:
    result = bench.Result("demo", "none", [], {"traps": (3, 4)}, {"links per article": 1, "articles missing": 0})
    assert list(bench.find_failures([result], BARS)) == ["demo, none: 1 traps not avoided"]


def test_floors_rise_and_never_sink(bench: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("[bars]\nwhole = 0.9\n# ---- measured: so far\n", encoding="utf-8")
    monkeypatch.setattr(bench, "FLOORS", path)
    demo = ("demo", "fuse", "indep. 0, 2, 3")
    bench.raise_floors({demo: 0.75}, {"corpus": {}}, "d1")
    first = bench.read_floors()
    assert first["bars"] == {"whole": 0.9}
    assert first["demo"]["fuse"]["indep. 0, 2, 3"] == 0.75
    bench.raise_floors({demo: 0.5}, first, "d1")
    assert bench.read_floors()["demo"]["fuse"]["indep. 0, 2, 3"] == 0.75
    bench.raise_floors({demo: 0.5}, first, "d2")
    assert bench.read_floors()["demo"]["fuse"]["indep. 0, 2, 3"] == 0.5


def test_the_naive_dossier_is_literal(bench: ModuleType, tmp_path: Path) -> None:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = importlib.import_module("floor_baseline").make_floor(tmp_path)
    texts = {article["id"]: article["text"] for article in found["articles"]}
    for item in found["attributions"]:
        start, end = item["content"]["spans"][0]
        assert texts[item["article"]][start:end] == item["content"]["text"]
    assert [item["source"]["text"] for item in found["attributions"]] == ["Captain Holm"]
    assert {link["kind"] for link in found["derivations"]} == {"citation", "reuse"}
    cited = {"article": "a", "quote": "Captain Holm said"}
    silent = {"article": "a", "quote": "Ferry late"}
    gold = {"articles": [{"id": "a", "file": "one.txt"}], "citations": [cited, silent]}
    assert list(bench.check_literally(found, gold)) == []
    assert bench.share_cited(found, gold) == 0.5


def test_the_sample_stays_outside_the_project(bench: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    sample = importlib.import_module("sample")
    assert sample.main([str(BENCH / "sheet.jsonl"), str(BENCH / "key.json")]) == 2
    assert "outside the project" in capsys.readouterr().out
