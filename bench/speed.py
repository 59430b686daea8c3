"""What a cold start costs: CPU seconds and peak memory of `stemma trace` on five articles, and of `stemma --help`.

usage: python bench/speed.py [FOLDER] [--runs N]
Median of five runs, each a process of its own. Exits with 1 when a bar is missed: 3 CPU seconds and 400 MB for a trace,
0.4 CPU seconds for --help.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from arguments import make_parser
from dossier import SHARED, find_demo

ARTICLES = 5
RUNS = 5
SUFFIXES = {".txt", ".md", ".html"}


@dataclass(frozen=True)
class Cost:
    """What one process took."""

    seconds: float
    megabytes: float


def run_once(arguments: Sequence[str]) -> Cost:
    """Run the installed `stemma` and read its CPU time and peak resident memory."""
    command = str(Path(sys.executable).with_name("stemma"))
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen([command, *arguments], env=known, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        raise SystemExit(f"stemma {' '.join(arguments)}: exit {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def take_median(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(statistics.median(c.seconds for c in costs), statistics.median(c.megabytes for c in costs))


def choose_folder() -> Path:
    """A shared story of five files, else the demo."""
    shared = SHARED / "stories" / "north-korean-deserters" / "articles"
    return shared if shared.is_dir() else find_demo() / "articles"


def main(arguments: Sequence[str]) -> int:
    """Print both costs; 1 when a bar is missed."""
    parser = make_parser(__doc__)
    parser.add_argument("folder", metavar="FOLDER", nargs="?", type=Path)
    parser.add_argument("--runs", metavar="N", type=int, default=RUNS)
    given = parser.parse_args(arguments)
    runs = given.runs
    with tempfile.TemporaryDirectory() as place:
        source = Path(place, "in")
        source.mkdir()
        files = sorted(path for path in (given.folder or choose_folder()).iterdir() if path.suffix in SUFFIXES)
        for path in files[:ARTICLES]:
            shutil.copy(path, source)
        order = ["trace", str(source), "-o", str(Path(place, "out"))]
        run_once(order)  # compiles what was never run here; an installed command is compiled
        trace = take_median([run_once(order) for _ in range(runs)])
        bare = take_median([run_once([*order, "--embedder", "none"]) for _ in range(runs)])
    start = take_median([run_once(["--help"]) for _ in range(runs)])
    print(f"trace of {min(ARTICLES, len(files))} articles, cold, median of {runs} runs")
    print(f"  with --embedder fuse: {trace.seconds:.2f} CPU s, {trace.megabytes:.0f} MB")
    print(f"  with --embedder none: {bare.seconds:.2f} CPU s, {bare.megabytes:.0f} MB")
    print(f"stemma --help: {start.seconds:.2f} CPU s")
    missed = trace.seconds >= 3 or trace.megabytes >= 400 or start.seconds >= 0.4
    print("MISSED: 3 CPU s, 400 MB, 0.4 CPU s" if missed else "within 3 CPU s, 400 MB, 0.4 CPU s")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
