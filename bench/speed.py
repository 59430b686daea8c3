"""What Stemma costs: CPU seconds, beside a reference loop in plain Python, memory, and the budget of each stage.

usage: python bench/speed.py [cold|stages|pile|workers|add|html|warc|peers|costs|all] [--articles N] [--runs N]
       [--a-day N] [--keep FOLDER]

cold     `stemma trace` of five articles, and `--help`, each a process of its own; exits with 1 when a bar is missed:
         3 CPU seconds and 400 MB for the trace, 0.4 CPU seconds for --help
stages   CPU milliseconds an article by stage beside the budget, on invented news and on real ones where they are, and
         the memory held after each stage
pile     whole runs of the command line: 1,000 articles, ten times as many, and so on up to --articles; the exponent
workers  one worker and two on the same pile
add      one more article into a store of so many, cold; the bar is a second on the clock
html     invented web pages read in a CPU second; the bar is 28
warc     the same pages out of a packed web archive
peers    other programs for parts of this, on the same articles (speed_peers.py)
costs    what a day's news would take at the measured rate (speed_costs.py)

--a-day says how many of the invented articles are of one day: 250 however many there are, since a larger pile is one of
more days. --keep keeps them for the next time. Figures are medians of five runs, of three above 1,000 articles, of
one above 5,000. CPU time moves with the machine and its load: compare the multiples of the reference loop.
"""

import json
import math
import shutil
import statistics
import subprocess
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import speed_costs
import speed_peers
from arguments import make_parser
from dossier import SHARED, find_demo
from invented_news import A_DAY, make_news, write_news
from speed_runs import (
    RUNS,
    Asked,
    Cost,
    choose_runs,
    describe_machine,
    list_options,
    repeat,
    run_once,
    run_reference,
    take_median,
)

ARTICLES = 5
SUFFIXES = {".txt", ".md", ".html"}
BUDGET = {"clean": 4, "language": 1, "cluster": 4, "extract": 14, "match": 9, "trace": 4, "weigh": None, "write": 2}
TOLD = {
    "texts encoded": "encoded", "claims": "claims", "words": "words", "articles": "articles", "stories": "stories",
    "s to load": "loading", "MB at most": "peak",
}  # fmt: skip
REAL = ("gva_docs.dev.jsonl", "ecbplus.dev.jsonl", "fnc_stories.dev.jsonl")
PAGES_BAR = 28  # in a CPU second
WORKERS_BAR = 1.6  # times as fast with two
ADD_BAR = 1.0  # seconds on the clock
DEFAULTS = {"stages": 500, "pile": 10_000, "workers": 2_000, "add": 1_000, "html": 300, "warc": 300, "peers": 300}


def choose_folder() -> Path:
    """A shared story of five files, else the demo."""
    shared = SHARED / "stories" / "north-korean-deserters" / "articles"
    return shared if shared.is_dir() else find_demo() / "articles"


def measure_cold(asked: Asked) -> bool:
    """Print what a cold start costs; False when a bar is missed."""
    with tempfile.TemporaryDirectory() as place:
        source = Path(place, "in")
        source.mkdir()
        files = sorted(path for path in choose_folder().iterdir() if path.suffix in SUFFIXES)
        for path in files[:ARTICLES]:
            shutil.copy(path, source)
        order = ["trace", str(source), "-o", str(Path(place, "out"))]
        run_once(order)  # compiles what was never run here; an installed command is compiled
        trace = repeat(lambda: run_once(order), asked.runs)
        bare = repeat(lambda: run_once([*order, "--embedder", "none"]), asked.runs)
    start = repeat(lambda: run_once(["--help"]), asked.runs)
    print(f"trace of {min(ARTICLES, len(files))} articles, cold, median of {asked.runs} runs")
    print(f"  with --embedder fuse: {trace.seconds:.2f} CPU s, {trace.megabytes:.0f} MB")
    print(f"  with --embedder none: {bare.seconds:.2f} CPU s, {bare.megabytes:.0f} MB")
    print(f"stemma --help: {start.seconds:.2f} CPU s")
    missed = trace.seconds >= 3 or trace.megabytes >= 400 or start.seconds >= 0.4
    print("MISSED: 3 CPU s, 400 MB, 0.4 CPU s" if missed else "within 3 CPU s, 400 MB, 0.4 CPU s")
    return not missed


def take_real(name: str, asked: Asked) -> Path | None:
    """So many of the real articles of a file, where there is one."""
    source = SHARED / "corpora" / name
    if not source.exists():
        return None
    path, kept = asked.place / name, list[str]()
    for line in source.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        row["text"] = row.get("text") or " ".join(row.get("sentences", ()))
        if row["text"] and len(kept) < asked.articles:
            kept.append(json.dumps({key: row[key] for key in ("title", "text", "date", "url") if row.get(key)}))
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return path


def measure_stages(asked: Asked) -> bool:
    """Print the table of stages; where a budget is missed it is seen there."""
    piles = {"invented": asked.make_pile()}
    piles |= {name.partition(".")[0]: path for name in REAL if (path := take_real(name, asked))}
    missing = [name for name in REAL if name.partition(".")[0] not in piles]
    script = str(Path(__file__).with_name("speed_stages.py"))
    found: dict[str, dict[str, Any]] = {}
    for name, path in piles.items():
        runs_of = choose_runs(asked.runs, asked.articles) if name == "invented" else min(3, asked.runs)
        rows = [
            json.loads(subprocess.run([sys.executable, script, str(path)], capture_output=True, check=True).stdout)
            for _ in range(runs_of)
        ]
        found[name] = take_medians(rows)
    print_stages(found)
    print_memory(found["invented"])
    if missing:
        print(f"absent: {', '.join(missing)} (real articles, {SHARED / 'corpora'})")
    return True


def take_medians(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """One row of the medians of some, also inside their parts."""
    return {
        key: take_medians([row[key] for row in rows])
        if isinstance(value, dict)
        else statistics.median(row[key] for row in rows)
        for key, value in rows[0].items()
    }


def print_stages(found: dict[str, dict[str, Any]]) -> None:
    """CPU milliseconds an article, of each stage and all, beside the budget; and what else is known of each pile."""
    print(f"{'CPU ms an article':19}{'budget':>8}" + "".join(f"{name:>13}" for name in found))
    for stage, budget in BUDGET.items():
        print_row(stage, budget, [one["milliseconds"].get(stage, 0.0) for one in found.values()])
    sums = [sum(one["milliseconds"].values()) for one in found.values()]
    print_row("all", sum(filter(None, BUDGET.values())), sums)
    print_row("of it vectors", None, [one["vectors"] for one in found.values()])
    print_row(
        "loops an article", None, [ms / 1000 / one["reference"] for ms, one in zip(sums, found.values(), strict=True)]
    )
    for title, key in TOLD.items():
        print_row(title, None, [one[key] for one in found.values()])


def print_row(title: str, budget: float | None, values: Sequence[float]) -> None:
    """One row of the table."""
    print(f"  {title:17}{budget or '':>8}" + "".join(f"{value:13,.1f}" for value in values))


def print_memory(row: dict[str, Any]) -> None:
    """Megabytes held after each stage."""
    held = ", ".join(f"{stage} {value:.0f}" for stage, value in row["megabytes"].items())
    print(f"megabytes held after each stage, {row['articles']:,.0f} invented articles: {held}; peak {row['peak']:.0f}")
    print(f"dossiers: {row['bytes'] / 1000:.0f} kB an article")


def run_pile(asked: Asked, articles: int, *options: str) -> Cost:
    """`stemma trace` on a pile of so many; into a store where the command has one."""
    with tempfile.TemporaryDirectory(dir=asked.place) as folder:
        store = ["--store", str(Path(folder, "pile.stemma"))] if "--store" in list_options() else []
        return run_once(["trace", str(asked.make_pile(articles)), "-o", str(Path(folder, "out")), *store, *options])


def measure_pile(asked: Asked) -> bool:
    """Print what whole runs take, and with which power of the articles it grows."""
    sizes = [10**power for power in range(3, 12) if 10**power < asked.articles] + [asked.articles]
    workers = ["--workers", "2"] if "--workers" in list_options() else []
    rows = []
    print(f"stemma trace{''.join(f' {word}' for word in workers)}, files to dossiers")
    for size in sizes:
        times = choose_runs(asked.runs, size)
        loop = run_reference()
        cost = repeat(lambda size=size: run_pile(asked, size, *workers), times)  # type: ignore[misc]
        loop = (loop + run_reference()) / 2
        rows.append((size, cost))
        print(
            f"  {size:9,} articles: {cost.seconds:9.1f} CPU s, {1000 * cost.seconds / size:6.1f} ms an article "
            f"({cost.seconds / size / loop:.3f} loops), {cost.clock:8.1f} s on the clock, "
            f"{size / cost.clock:6.1f} a second, {cost.megabytes:6.0f} MB, median of {times}",
            flush=True,
        )
    for (few, less), (many, more) in pairwise(rows):
        power = math.log(more.seconds / less.seconds) / math.log(many / few)
        print(f"  from {few:,} to {many:,}: grows with the power {power:.2f}")
    return True


def measure_workers(asked: Asked) -> bool:
    """Print how much sooner two workers are done than one."""
    if "--workers" not in list_options():
        print("workers: `stemma trace` has no --workers here")
        return True
    times = choose_runs(asked.runs, asked.articles)
    clocks = {}
    for number in (1, 2):
        cost = repeat(lambda number=number: run_pile(asked, asked.articles, "--workers", str(number)), times)  # type: ignore[misc]
        clocks[number] = cost.clock
        print(f"  {number} workers: {cost.clock:.1f} s on the clock, {cost.seconds:.1f} CPU s, {cost.megabytes:.0f} MB")
    times_as_fast = clocks[1] / clocks[2]
    print(f"two workers are {times_as_fast:.2f} times as fast as one (bar {WORKERS_BAR}), {asked.articles:,} articles")
    return times_as_fast >= WORKERS_BAR


def measure_add(asked: Asked) -> bool:
    """Print what one more article costs, on an event that the store has and later than all."""
    if "--store" not in list_options():
        print("add: `stemma trace` has no --store here")
        return True
    *known, last = make_news(asked.articles + 1, a_day=asked.a_day)
    store = asked.place / f"store-{asked.articles}.stemma"
    with tempfile.TemporaryDirectory(dir=asked.place) as folder:
        if not store.exists():
            pile = Path(folder, "pile.jsonl")
            write_news(known, pile, "jsonl")
            run_once(["trace", str(pile), "-o", str(Path(folder, "out")), "--store", str(store)])
        costs = []
        for number in range(asked.runs):
            copy, more = Path(folder, f"{number}.stemma"), Path(folder, f"more-{number}.jsonl")
            shutil.copy(store, copy)
            write_news([last], more, "jsonl")
            costs.append(run_once(["add", str(more), "--store", str(copy)]))
    cost = take_median(costs)
    print(
        f"one more article into {asked.articles:,}: {cost.clock:.2f} s on the clock (bar {ADD_BAR:.0f}), "
        f"{cost.seconds:.2f} CPU s, {cost.megabytes:.0f} MB, median of {asked.runs}"
    )
    return cost.clock <= ADD_BAR


def measure_reading(asked: Asked, form: str) -> tuple[float, float]:
    """CPU milliseconds to read one page, and to get it out of its file."""
    script = str(Path(speed_peers.__file__).with_name("speed_reading.py"))
    order = [sys.executable, script, str(asked.make_pile(form=form))]
    rows = [json.loads(subprocess.run(order, capture_output=True, check=True).stdout) for _ in range(asked.runs)]
    row = take_medians(rows)
    loops, held = row["read"] / 1000 / row["reference"], "archive" if form == "warc" else "file"
    print(
        f"{form}: {1000 / row['read']:.1f} pages a CPU second ({row['read']:.1f} ms, {loops:.3f} loops; "
        f"{row['acquire']:.2f} ms to get the page out of its {held}), {row['bytes'] / 1000:.0f} kB a page, "
        f"{row['peak']:.0f} MB, median of {asked.runs}"
    )
    return row["read"], row["acquire"]


def measure_html(asked: Asked) -> bool:
    """Print how many pages are read in a CPU second; False below the bar."""
    read, _ = measure_reading(asked, "html")
    return 1000 / read >= PAGES_BAR


def measure_warc(asked: Asked) -> bool:
    """The same for pages out of an archive, whose reading must not be what takes the time."""
    read, acquire = measure_reading(asked, "warc")
    return acquire < read / 4


MODES: dict[str, Callable[[Asked], bool]] = {
    "cold": measure_cold,
    "stages": measure_stages,
    "pile": measure_pile,
    "workers": measure_workers,
    "add": measure_add,
    "html": measure_html,
    "warc": measure_warc,
    "peers": speed_peers.measure_peers,
    "costs": speed_costs.measure_costs,
}


def run_modes(given: Namespace, place: Path) -> int:
    """Measure what was asked for; 1 when a bar is missed."""
    missed = []
    for mode in MODES if given.mode == "all" else [given.mode]:
        if not MODES[mode](Asked(place, given.articles or DEFAULTS.get(mode, 0), given.runs, given.a_day)):
            missed.append(mode)
    if missed:
        print(f"a bar is missed: {', '.join(missed)}")
    return int(bool(missed))


def main(arguments: Sequence[str]) -> int:
    """Print the figures; 1 when a bar is missed."""
    parser = make_parser(__doc__)
    parser.add_argument("mode", nargs="?", choices=[*MODES, "all"], default="cold")
    parser.add_argument("--articles", metavar="N", type=int)
    parser.add_argument("--runs", metavar="N", type=int, default=RUNS)
    parser.add_argument("--a-day", metavar="N", type=int, default=A_DAY, help="invented articles a day")
    parser.add_argument(
        "--keep", metavar="FOLDER", type=Path, help="where the invented piles are kept for the next time"
    )
    given = parser.parse_args(arguments)
    print(describe_machine())
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
        return run_modes(given, given.keep)
    with tempfile.TemporaryDirectory() as place:
        return run_modes(given, Path(place))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
