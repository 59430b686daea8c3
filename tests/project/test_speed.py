"""The arithmetic of what is measured, and that each measure runs."""

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(BENCH))
    before = set(sys.modules)
    yield importlib.import_module("speed")
    for name in set(sys.modules) - before:
        if (BENCH / f"{name}.py").exists():
            sys.modules.pop(name)


def test_medians_are_taken_inside_the_parts(bench: ModuleType) -> None:
    rows = [{"peak": n, "milliseconds": {"match": 10 * n}} for n in (1, 3, 2)]
    assert bench.take_medians(rows) == {"peak": 2, "milliseconds": {"match": 20}}


def test_large_piles_are_run_less_often(bench: ModuleType) -> None:
    assert [bench.choose_runs(5, size) for size in (1_000, 5_000, 10_000)] == [5, 3, 1]


def test_a_day_is_counted_in_cores_and_money(bench: ModuleType) -> None:
    costs = sys.modules["speed_costs"]
    day = costs.plan_day(864_000, costs.Article(60, 40, 50), costs.Prices(core_hour=0.1, gigabyte_month=1, busy=0.5))
    assert day.core_hours == pytest.approx(24)
    assert day.cores == pytest.approx(2)
    assert day.gigabytes == pytest.approx(43.2)
    assert day.dollars == pytest.approx(2 * 24 * 0.1 + 43.2)


def test_groups_are_scored_by_article(bench: ModuleType) -> None:
    score = sys.modules["speed_peers"].score_groups
    gold = {"a": 1, "b": 1, "c": 2}
    assert score(gold, gold) == 1
    assert score(gold, {"a": 1, "b": 2, "c": 3}) == pytest.approx(0.8)


def test_an_absent_peer_is_named(bench: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    peers = sys.modules["speed_peers"]
    monkeypatch.setattr(peers, "load", lambda _name: None)
    assert "--group peers" in peers.quote_with_textacy(["“Nobody came,” said Ana Belo."]).outcome


def test_a_process_is_watched(bench: ModuleType) -> None:
    cost = sys.modules["speed_runs"].run_once(["-c", "sum(range(10**6))"], [sys.executable])
    assert cost.seconds > 0
    assert cost.clock > 0
    assert cost.megabytes > 1


def test_every_stage_is_measured(bench: ModuleType, tmp_path: Path) -> None:
    pile = sys.modules["speed_runs"].Asked(tmp_path, 6).make_pile()
    order = [sys.executable, str(BENCH / "speed_stages.py"), str(pile), "--embedder", "none"]
    found = json.loads(subprocess.run(order, capture_output=True, check=True).stdout)
    assert set(found["milliseconds"]) == set(bench.BUDGET)
    assert found["articles"] == 6


def test_reading_is_measured(bench: ModuleType, tmp_path: Path) -> None:
    pile = sys.modules["speed_runs"].Asked(tmp_path, 3).make_pile(form="warc")
    order = [sys.executable, str(BENCH / "speed_reading.py"), str(pile)]
    found = json.loads(subprocess.run(order, capture_output=True, check=True).stdout)
    assert 0 < found["acquire"] < found["read"]
