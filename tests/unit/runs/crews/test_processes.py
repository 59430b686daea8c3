"""Processes that are killed, hang, crash and are left behind, for real."""

import importlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from stemma.errors import UsageError
from stemma.runs.crews.processes import Processes
from stemma.runs.labour import Failed, Labour, Task

DEEDS = Path(__file__).resolve().parents[3] / "crash"
LONG = 120.0


@pytest.fixture
def deeds(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(DEEDS))
    yield importlib.import_module("deeds")
    sys.modules.pop("deeds", None)


@pytest.fixture
def crew() -> Iterator[Processes]:
    crew = Processes(2, LONG)
    yield crew
    crew.close()
    assert not find_workers(crew)


def find_workers(crew: Processes) -> list[int]:
    held = [worker._process for worker in crew._workers]
    return [process.pid for process in held if process is not None and process.pid and process.is_alive()]


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def await_that(is_so: Callable[[], bool]) -> None:
    """Wait until it is so; for what tells nobody that it happens."""
    end = time.monotonic() + LONG
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


def do_all(crew: Processes, deeds: ModuleType, items: list[str], lot: int = 4) -> tuple[list[str], dict[str, str]]:
    done, failed = [], {}
    tasks = (
        Task([(item, item.encode()) for item in items[start : start + lot]]) for start in range(0, len(items), lot)
    )
    for outcome in Labour[str](crew, deeds.do).do_all(tasks):
        if isinstance(outcome, Failed):
            failed[outcome.item] = outcome.reason
        else:
            done += [item for item, _ in outcome[0].items]
    return sorted(done), failed


def test_the_items_that_end_their_process_are_named_and_all_others_done(crew: Processes, deeds: ModuleType) -> None:
    items = [f"item {n}" for n in range(16)]
    bad = {
        "fail": "ValueError: a bad item",
        "odd": "Odd: <function",
        "panic": "PanicError: in a library",
        "leave": "it ended the process that did it (exit code 7)",
        "crash": "it ended the process that did it (SIGSEGV)",
        "killed": "the process that did it was killed",
        "grow": "it took more memory than there is",
    }
    done, failed = do_all(crew, deeds, [*items[:8], *bad, *items[8:]])
    assert done == sorted(items)
    assert {item: failed[item].startswith(reason) for item, reason in bad.items()} == dict.fromkeys(bad, True)
    assert failed.keys() == bad.keys()


def test_a_process_that_was_killed_once_loses_nothing(crew: Processes, deeds: ModuleType, tmp_path: Path) -> None:
    items = [f"once {tmp_path / 'mark'}", *(f"item {n}" for n in range(7))]
    assert do_all(crew, deeds, items) == (sorted(items), {})


def test_what_hangs_is_given_up_even_where_it_holds_the_interpreter(deeds: ModuleType) -> None:
    crew = Processes(2, 4.0)
    try:
        done, failed = do_all(crew, deeds, ["hold", "item 1", "item 2"], lot=3)
    finally:
        crew.close()
    assert (done, failed) == (["item 1", "item 2"], {"hold": "it was not done after 4 seconds"})


def test_what_no_document_is_to_blame_for_comes_through(crew: Processes, deeds: ModuleType) -> None:
    with pytest.raises(UsageError, match="no such language"):
        do_all(crew, deeds, ["item", "refuse"])


def test_processes_killed_at_random_lose_nothing(crew: Processes, deeds: ModuleType) -> None:
    rng, done = random.Random(8), []
    items = [f"slow {n} {'x' * rng.randrange(300_000)}" for n in range(60)]  # more than a pipe holds
    tasks = (Task([(item, item.encode()) for item in items[start : start + 3]]) for start in range(0, len(items), 3))
    for outcome in Labour[str](crew, deeds.do).do_all(tasks):
        assert not isinstance(outcome, Failed)
        done += [item for item, _ in outcome[0].items]
        if len(done) % 4 == 3 and (alive := find_workers(crew)):
            threading.Timer(rng.uniform(0, 0.1), os.kill, [rng.choice(alive), signal.SIGKILL]).start()
    assert sorted(done) == sorted(items)


def test_closing_ends_what_is_going_on_with_the_programs_that_it_called(deeds: ModuleType, tmp_path: Path) -> None:
    crew, told = Processes(1, LONG), tmp_path / "told"
    import msgspec

    crew.submit(deeds.do, msgspec.msgpack.encode([f"call {told}".encode()]))
    await_that(lambda: told.exists() and told.read_text() != "")
    [worker] = find_workers(crew)
    crew.close()
    assert not is_alive(worker)
    await_that(lambda: not is_alive(int(told.read_text())))


PARENT = """
import msgspec, sys
from stemma.runs.crews.processes import Processes
import deeds
if __name__ == "__main__":
    crew = Processes(2, 600.0)
    for what in sys.argv[1:]:
        crew.submit(deeds.do, msgspec.msgpack.encode([what.encode()]))
    input()
"""


def test_processes_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    script, held, called = tmp_path / "parent.py", tmp_path / "held", tmp_path / "called"
    script.write_text(PARENT)
    path = os.pathsep.join([str(DEEDS), *sys.path])
    command = [sys.executable, str(script), f"tell {held}", f"call {called}"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}) as parent:
        await_that(lambda: all(told.exists() and told.read_text() != "" for told in (held, called)))
        parent.kill()
    pids = [int(told.read_text()) for told in (held, called)]
    await_that(lambda: not any(is_alive(pid) for pid in pids))
