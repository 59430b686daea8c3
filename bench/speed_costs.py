"""What a day of news takes: processor hours, cores and money, computed from what one article costs.

usage: python bench/speed_costs.py [--articles N] [--milliseconds MS] [--page MS] [--kilobytes KB]
       [--core-hour PRICE] [--gigabyte-month PRICE] [--busy SHARE]

Without --milliseconds and the like, they are measured first: all stages on 500 invented articles, reading on 100 pages.
Prices are no figures of ours: those here are round ones in the range of what providers ask; give your own.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from arguments import make_parser
from speed_runs import Asked

A_DAY = 1_000_000
CORE_HOUR = 0.04  # dollars for an hour of one virtual core: an assumption
GIGABYTE_MONTH = 0.02  # dollars for a gigabyte kept for a month: an assumption
BUSY = 0.7  # share of the day in which a core works: the rest is for peaks, restarts and waiting
MEASURED, PAGES = 500, 100


@dataclass(frozen=True)
class Article:
    """What one article costs: CPU milliseconds for all stages from text, for reading its page, and kilobytes kept."""

    milliseconds: float
    page: float
    kilobytes: float


@dataclass(frozen=True)
class Prices:
    """What is paid, and how full the machines are kept."""

    core_hour: float = CORE_HOUR
    gigabyte_month: float = GIGABYTE_MONTH
    busy: float = BUSY


@dataclass(frozen=True)
class Day:
    """What a day takes."""

    core_hours: float
    cores: float
    dollars: float
    gigabytes: float


def plan_day(articles: int, article: Article, prices: Prices) -> Day:
    """What it takes to trace so many articles a day, as they come.

    Args:
        articles: a day, all as web pages.
        article: what one costs.
        prices: of an hour and a gigabyte; a day's gigabytes are paid for a month.
    """
    core_hours = articles * (article.milliseconds + article.page) / 1000 / 3600
    cores = core_hours / 24 / prices.busy
    gigabytes = articles * article.kilobytes / 1e6
    dollars = cores * 24 * prices.core_hour + gigabytes * prices.gigabyte_month
    return Day(core_hours, cores, dollars, gigabytes)


def measure_article(asked: Asked) -> Article:
    """What an article costs here and now."""

    def run(script: str, pile: Path) -> Any:
        order = [sys.executable, str(Path(__file__).with_name(script)), str(pile)]
        return json.loads(subprocess.run(order, capture_output=True, check=True).stdout)

    stages = run("speed_stages.py", asked.make_pile(MEASURED))
    page = run("speed_reading.py", asked.make_pile(PAGES, "html"))
    spent = stages["milliseconds"]
    return Article(sum(spent.values()) - spent["clean"] - spent["language"], page["read"], stages["bytes"] / 1000)


def print_day(articles: int, article: Article, prices: Prices) -> None:
    """Print the plan, with what it rests on."""
    day = plan_day(articles, article, prices)
    print(
        f"{articles:,} web pages a day, at {article.page:.1f} ms to read one, {article.milliseconds:.1f} ms for all "
        f"stages after that, and {article.kilobytes:.0f} kB of dossier:\n"
        f"  {day.core_hours:.1f} core hours a day: {day.cores:.1f} cores that are busy for {prices.busy:.0%} of it\n"
        f"  {day.gigabytes:.0f} GB of dossiers a day, unpacked\n"
        f"  {day.dollars:.2f} dollars a day, at {prices.core_hour} for a core hour and {prices.gigabyte_month} for a "
        "gigabyte and month (assumed prices)"
    )


def measure_costs(asked: Asked) -> bool:
    """Print what a day takes, at today's rate."""
    print_day(asked.articles or A_DAY, measure_article(asked), Prices())
    return True


def main(arguments: Sequence[str]) -> int:
    """Print what a day takes."""
    parser = make_parser(__doc__)
    parser.add_argument("--articles", metavar="N", type=int, default=A_DAY)
    parser.add_argument("--milliseconds", metavar="MS", type=float)
    parser.add_argument("--page", metavar="MS", type=float)
    parser.add_argument("--kilobytes", metavar="KB", type=float)
    parser.add_argument("--core-hour", metavar="PRICE", type=float, default=CORE_HOUR)
    parser.add_argument("--gigabyte-month", metavar="PRICE", type=float, default=GIGABYTE_MONTH)
    parser.add_argument("--busy", metavar="SHARE", type=float, default=BUSY)
    given = parser.parse_args(arguments)
    figures = [given.milliseconds, given.page, given.kilobytes]
    if None in figures:
        with tempfile.TemporaryDirectory() as place:
            found = measure_article(Asked(Path(place), given.articles))
        measured = (found.milliseconds, found.page, found.kilobytes)
        figures = [now if said is None else said for said, now in zip(figures, measured, strict=True)]
    print_day(given.articles, Article(*figures), Prices(given.core_hour, given.gigabyte_month, given.busy))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
