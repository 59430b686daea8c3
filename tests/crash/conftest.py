"""A pile of invented articles, and a command line that can be killed at any moment."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO, Any

import pytest

HERE = Path(__file__).parent
LONG = 180.0
PLACES = ["Orvane", "Tarnhollow", "Port Ellery", "Sundhal", "Calvera", "Brennick", "Mosswick", "Harrowmere", "Vellin"]
THINGS = [
    ("the ferry", "ran aground on a sandbank", "Harbour master Ilse Tarn", "passengers"),
    ("the old bridge", "was closed after cracks were found", "Engineer Joren Falk", "drivers"),
    ("the grain store", "burned down overnight", "Fire chief Mirel Oda", "firefighters"),
]
OUTLETS = ["Lantern", "Courier"]


def make_articles() -> dict[str, str]:
    """Two reports on each of three events in each of nine places."""
    articles = {}
    for place_number, place in enumerate(PLACES):
        for thing_number, (thing, happened, speaker, people) in enumerate(THINGS):
            number = 11 + 7 * place_number + thing_number
            for outlet in OUTLETS:
                name = f"{place.replace(' ', '-').lower()}-{thing.split()[-1]}-{outlet.lower()}.txt"
                articles[name] = (
                    f"{thing.capitalize()} of {place}\nThe {place} {outlet}, {place_number + 2} May 2026\n\n"
                    f"{thing.capitalize()} of {place} {happened} on Monday. {speaker} of {place} said {number} "
                    f"{people} were sent home. “We will look into {thing} before the week ends,” {speaker} "
                    f"told the {outlet}.\n"
                )
    return articles


@pytest.fixture(scope="session")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    for name, text in make_articles().items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def await_that(is_so: Callable[[], bool]) -> None:
    """Wait until it is so; for what tells nobody that it happens."""
    end = time.monotonic() + LONG
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.002)


@dataclass
class Run:
    """A run that is going on, or was."""

    pid: int
    told: Path
    shown: Path
    stream: IO[str]

    def read_lines(self) -> list[dict[str, Any]]:
        """What --json-progress has told so far."""
        whole = self.told.read_text(encoding="utf-8").rpartition("\n")[0]
        return [json.loads(line) for line in whole.splitlines() if line.startswith("{")]

    @property
    def message(self) -> str:
        """What was said on stderr beside progress."""
        lines = self.told.read_text(encoding="utf-8").splitlines()
        return "\n".join(line for line in lines if not line.startswith("{"))

    @property
    def output(self) -> str:
        return self.shown.read_text(encoding="utf-8")

    def is_going_on(self) -> bool:
        try:
            return Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
        except OSError:
            return False

    def kill(self, how: signal.Signals = signal.SIGKILL) -> int:
        os.kill(self.pid, how)
        return self.end()

    def end(self) -> int:
        """Wait until it ends; its exit code."""
        late = Timer(LONG, os.kill, [self.pid, signal.SIGKILL])
        late.start()
        try:
            return int(self.stream.readline())
        finally:
            late.cancel()


class Commands:
    """Starts the command line."""

    def __init__(self, process: "subprocess.Popen[str]", folder: Path) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._asked, self._told, self._folder, self._count = process.stdin, process.stdout, folder, 0

    def start(self, *arguments: str | Path, **worse: Any) -> Run:
        self._count += 1
        told, shown = (self._folder / f"{self._count}.{name}" for name in ("err", "out"))
        told.touch()
        what = {"arguments": [str(word) for word in arguments], "stderr": str(told), "stdout": str(shown), **worse}
        self._asked.write(json.dumps(what) + "\n")
        self._asked.flush()
        return Run(int(self._told.readline()), told, shown, self._told)

    def run(self, *arguments: str | Path, **worse: Any) -> tuple[int, Run]:
        run = self.start(*arguments, **worse)
        return run.end(), run


@pytest.fixture(scope="session")
def commands(tmp_path_factory: pytest.TempPathFactory, pile: Path) -> Iterator[Commands]:
    command = [sys.executable, str(HERE / "victim.py"), str(pile)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=make_env()) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield Commands(process, tmp_path_factory.mktemp("runs"))
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture(scope="session")
def undisturbed(commands: Commands, pile: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store that nobody disturbed, and what it hands over."""
    store = tmp_path_factory.mktemp("undisturbed") / "work.stemma"
    code, run = commands.run("add", pile, "--store", store, "--embedder", "none", "--json-progress")
    assert code == 0, run.message
    code, run = commands.run("export", "--store", store, "--json")
    assert code == 0, run.message
    return store, run.output


class Helpers:
    """A cluster of processes on this machine, each with one that looks after it."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._asked, self._told = process.stdin, process.stdout
        self.address = self._told.readline().strip()

    def list_pids(self) -> list[int]:
        """The workers of this moment."""
        self._asked.write("\n")
        self._asked.flush()
        return [int(pid) for pid in self._told.readline().split()]


@pytest.fixture
def cluster() -> Iterator[Helpers]:
    command = [sys.executable, str(HERE / "cluster.py")]
    # The first end of a worker is told, not the fourth: each takes seconds to start.
    env = make_env(DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env) as process:
        yield Helpers(process)
        assert process.stdin is not None
        process.stdin.close()


def make_env(**more: str) -> dict[str, str]:
    path = os.pathsep.join([str(HERE), *sys.path])
    return {**os.environ, "OPENBLAS_NUM_THREADS": "1", "NO_COLOR": "1", "COLUMNS": "200", "PYTHONPATH": path, **more}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "work.stemma"


def ask(store: Path, sql: str) -> Any:
    """The one value that a query gives."""
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True, timeout=LONG)) as connection:
        return connection.execute(sql).fetchone()[0]


@pytest.fixture(name="ask")
def give_ask() -> Callable[[Path, str], Any]:
    return ask


@pytest.fixture(name="await_that")
def give_await_that() -> Callable[[Callable[[], bool]], None]:
    return await_that


@pytest.fixture(name="make_env")
def give_make_env() -> Callable[[], dict[str, str]]:
    return make_env
