"""What the report of a large dossier costs: seconds to write, size, seconds to open, and its interactions.

usage: python bench/report.py [--articles N] [--claims M] [--out FOLDER]
Default: 200 articles and 5,000 claims, invented by a seeded die. --out keeps dossier.json and report.html. Where there
is no Playwright or no chromium, opening is not measured, and that is said. Exits with 1 when a bar is missed: 5 CPU
seconds to write, 400 kB without data, 2 CPU seconds of the page to open, 100 CPU ms an interaction (the median of
several; its first time and its worst are told).
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from arguments import make_parser
from invented import make_dossier
from opening import Clock, measure_actions, open_report
from stemma.model import Dossier
from stemma.write import write
from stemma.write.page import measure_page

BARS = {"write": 5.0, "page": 400.0, "open": 2.0, "interaction": 100.0}
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")


@dataclass(frozen=True)
class Cost:
    """One figure, and the most that it may be."""

    name: str
    figure: float
    unit: str
    bar: float | None = None
    note: str = ""

    @property
    def is_missed(self) -> bool:
        """True when it is more than it may be."""
        return self.bar is not None and self.figure >= self.bar


def measure_writing(dossier: Dossier, folder: Path) -> Iterator[Cost]:
    """Write the report, and say how long it took and how large it is."""
    start = time.process_time()
    page = str(write(dossier, "html"))
    yield Cost("to write the report", time.process_time() - start, "CPU s", BARS["write"])
    (folder / "report.html").write_text(page, encoding="utf-8")
    sizes = measure_page(page)
    yield Cost("report without data", sizes["frame"] / 1000, "kB", BARS["page"])
    yield Cost("its data", sizes["data"] / 1000, "kB")
    yield Cost("the page without script", sizes["paper"] / 1000, "kB")


def measure_opening(folder: Path) -> Iterator[Cost]:
    """Open the report in a browser and do what a reader does."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        clock = Clock(page)
        start = time.perf_counter()
        took = open_report(page, clock, (folder / "report.html").as_uri())
        yield Cost("to open", took["all"] / 1000, "CPU s", BARS["open"])
        yield Cost("to open, by the clock", time.perf_counter() - start, "s")
        for item in sorted(measure_actions(page, clock), key=lambda took: -took.median):
            parts = ", ".join(f"{name} {figure:.0f}" for name, figure in item.parts.items())
            note = f"first {item.first:.0f}, worst {item.worst:.0f}; of these {parts}"
            yield Cost(item.name, item.median, "CPU ms", BARS["interaction"], note)
        browser.close()


def find_browser() -> str:
    """Why opening cannot be measured; empty where it can."""
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "Playwright is not installed"
    return "" if shutil.which("chromium") else "there is no chromium on this machine"


def main(arguments: Sequence[str]) -> int:
    """Print every figure; 1 when a bar is missed."""
    parser = make_parser(__doc__)
    parser.add_argument("--articles", metavar="N", type=int, default=200)
    parser.add_argument("--claims", metavar="M", type=int, default=5000)
    parser.add_argument("--out", metavar="FOLDER", type=Path)
    given = parser.parse_args(arguments)
    dossier = make_dossier(given.articles, given.claims)
    print(dossier)
    with tempfile.TemporaryDirectory() as place:
        folder = given.out or Path(place)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "dossier.json").write_bytes(bytes(write(dossier, "json")))
        costs = list(measure_writing(dossier, folder))
        missing = find_browser()
        costs += [] if missing else measure_opening(folder)
    for cost in costs:
        missed = "MISSED" if cost.is_missed else ""
        print(f"{cost.name:28}{cost.figure:10,.1f} {cost.unit:7}{missed:7}{cost.note}".rstrip())
    if missing:
        print(f"opening is not measured: {missing}")
    return int(any(cost.is_missed for cost in costs))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
