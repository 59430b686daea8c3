"""A run that is killed loses nothing that it has told of, wherever it was, and the same command goes on from there."""

import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

STAGES = ["Read", "Group", "Investigate"]


def check_kept(store: Path, lines: list[dict[str, Any]], ask: Callable[[Path, str], Any]) -> None:
    """The store is whole, and holds what was told."""
    assert ask(store, "PRAGMA integrity_check") == "ok"
    last = {line["stage"]: line for line in lines}
    if "Read" in last:
        assert ask(store, "SELECT count(*) FROM _read") >= last["Read"]["done"] + last["Read"]["known"]
    if last.get("Group", {}).get("finished"):
        assert ask(store, "SELECT count(*) FROM _fresh") == 0
    if "Investigate" in last:
        left = ask(store, "SELECT coalesce(sum(articles), 0) FROM stories WHERE id IN (SELECT story FROM _todo)")
        assert left <= last["Investigate"]["total"] - last["Investigate"]["done"]


def kill_in(run: Any, stage: str, rng: random.Random, await_that: Callable[[Callable[[], bool]], None]) -> None:
    """Kill it somewhere in a stage; it may be faster."""
    wanted, place = rng.choice([1, 1, 2]), STAGES.index(stage)

    def is_there() -> bool:
        here = [STAGES.index(line["stage"]) for line in run.read_lines()]
        return here.count(place) >= wanted or any(stage > place for stage in here) or not run.is_going_on()

    await_that(is_there)
    time.sleep(rng.uniform(0, 0.05))
    assert run.kill() == -signal.SIGKILL, run.message


@pytest.mark.parametrize(("how", "kills", "command"), [([], 30, "add"), (["--workers", "2"], 6, "trace")])
def test_a_run_killed_at_random_loses_nothing(
    how: list[str],
    kills: int,
    command: str,
    commands: Any,
    pile: Path,
    store: Path,
    undisturbed: tuple[Path, str],
    ask: Callable[[Path, str], Any],
    await_that: Callable[[Callable[[], bool]], None],
) -> None:
    rng, where = random.Random(kills), Counter[str]()
    words = [command, pile, "--store", store, "--embedder", "none", "--json-progress", "-q", *how]
    for number in range(kills):
        stage = STAGES[number * len(STAGES) // kills]
        if stage == "Group":  # is over within a moment: it is killed by itself, at some statement to the store
            run = commands.start(*words, statements=rng.randrange(1, 60))
            assert run.end() == -signal.SIGKILL, run.message
        else:
            run = commands.start(*words)
            kill_in(run, stage, rng, await_that)
        lines = run.read_lines()
        check_kept(store, lines, ask)
        where.update([lines[-1]["stage"]])
    code, run = commands.run(*words)
    assert code == 0, run.message
    check_kept(store, run.read_lines(), ask)
    code, run = commands.run("export", "--store", store, "--json")
    assert run.output == undisturbed[1]
    assert all(where[stage] >= kills // 6 for stage in STAGES), where


@pytest.mark.parametrize("how", [[], ["--workers", "2"]])
def test_ctrl_c_ends_a_run_at_once_and_it_goes_on_later(
    how: list[str],
    commands: Any,
    pile: Path,
    store: Path,
    undisturbed: tuple[Path, str],
    await_that: Callable[[Callable[[], bool]], None],
) -> None:
    words = ["add", pile, "--store", store, "--embedder", "none", "--json-progress", *how]
    run = commands.start(*words)
    await_that(lambda: len(run.read_lines()) > 2 or not run.is_going_on())
    assert run.kill(signal.SIGINT) == 130
    assert "Traceback" not in run.message
    code, run = commands.run(*words)
    assert code == 0, run.message
    assert commands.run("export", "--store", store, "--json")[1].output == undisturbed[1]
