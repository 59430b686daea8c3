"""What speed.py measures with: processes of their own, a reference loop, medians, and piles to run on."""

import os
import platform
import re
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

from invented_news import A_DAY, make_news, write_news

RUNS = 5
PILE_ENDINGS = {"txt": "", "html": "-pages", "jsonl": ".jsonl", "warc": ".warc.gz"}
REFERENCE = (
    "The ferry left 47 minutes late because of drifting timber, the harbour master of Vemar said on Monday. " * 2000
)
LOOPS = 7  # of which the median counts
WORD = re.compile(r"\w+")
BETWEEN = 0.25  # seconds between two looks at the memory
PAGE = 4096


@dataclass(frozen=True)
class Cost:
    """What one process took, with those that it started: CPU seconds, seconds on the clock, memory of all at once."""

    seconds: float
    clock: float
    megabytes: float


def run_reference() -> float:
    """CPU seconds of a fixed loop over text in plain Python, by which machines, and hours of one, can be compared."""
    return statistics.median(run_loop() for _ in range(LOOPS))


def run_loop() -> float:
    start = time.process_time()
    counted: Counter[str] = Counter()
    for _ in range(3):
        for match in WORD.finditer(REFERENCE):
            counted[match.group().casefold()] += 1
    sorted(counted.items())
    return time.process_time() - start


def find_command() -> list[str]:
    """The installed `stemma`."""
    return [str(Path(sys.executable).with_name("stemma"))]


@cache
def list_options() -> set[str]:
    """The options of `stemma trace`."""
    asked = subprocess.run([*find_command(), "trace", "--help"], capture_output=True, text=True, check=True)
    return set(re.findall(r"--[a-z-]+", asked.stdout))


def run_once(arguments: Sequence[str], command: Sequence[str] | None = None) -> Cost:
    """Run the installed `stemma`, or another command, and read what it took."""
    words = [*(command or find_command()), *arguments]
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    process = subprocess.Popen(
        words, env=known, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    watch = Watch(process.pid)
    watch.start()
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - begun
    watch.stop()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        raise SystemExit(f"{' '.join(words)}: exit {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, clock, max(usage.ru_maxrss / 1024, watch.megabytes))


class Watch(threading.Thread):
    """Looks now and then at how much memory the processes of a session have together (where /proc tells it)."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.megabytes = 0.0
        self._session, self._over = session, threading.Event()

    def run(self) -> None:
        while not self._over.wait(BETWEEN):
            self.megabytes = max(self.megabytes, sum(map(read_memory, list_session(self._session))))

    def stop(self) -> None:
        self._over.set()
        self.join()


def list_session(session: int) -> list[Path]:
    """The folders of the processes of a session."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if int(fields[3]) == session:
            found.append(folder)
    return found


def read_memory(process: Path) -> float:
    """Megabytes of a process: its own, and its share of what it has in common with others."""
    try:
        text = (process / "smaps_rollup").read_text()
    except OSError:
        return 0.0
    found = re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def read_own_memory() -> float:
    """Megabytes that this process holds now (where /proc tells it)."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 2**20
    except OSError:
        return 0.0


def take_median(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(statistics.median(column) for column in zip(*map(astuple, costs), strict=True)))


def repeat(measure: Callable[[], Cost], runs: int) -> Cost:
    """The median of some runs."""
    return take_median([measure() for _ in range(runs)])


def choose_runs(runs: int, articles: int) -> int:
    """As many runs as were asked for, or fewer of a large pile, so that a table takes hours and not days."""
    return runs if articles <= 1_000 else min(runs, 3) if articles <= 5_000 else 1


@dataclass(frozen=True)
class Asked:
    """What is to be measured: in which folder, on how many articles, how often, and how many of them are of one day."""

    place: Path
    articles: int
    runs: int = RUNS
    a_day: int = A_DAY

    def make_pile(self, articles: int | None = None, form: str = "jsonl") -> Path:
        """A pile of so many invented articles, made once."""
        number = articles or self.articles
        path = self.place / f"news-{number}-{self.a_day}{PILE_ENDINGS[form]}"
        if not path.exists():
            write_news(make_news(number, a_day=self.a_day), path, form)
        return path


def describe_machine() -> str:
    """Where and under what load the figures come about."""
    model = platform.processor() or platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.exists():
        found = re.search(r"^model name\s*:\s*(.*)$", cpus.read_text(), re.MULTILINE)
        model = found[1] if found else model
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return (
        f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}, load at start {load:.1f}, "
        f"reference loop {run_reference():.3f} CPU s"
    )
