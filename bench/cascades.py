"""Lineage and independence on synthetic cascades, whose truth is known: every row beside a naive floor and its bar.

usage: python bench/cascades.py [--seeds 1,2,3] [--count 40] [--no-dates] [--embedder fuse|none|both]
Builds the cascades of each seed with ../shared/score/cascades.py in a temporary folder, traces all of them in this
process, and scores the dossiers. Truth holds hidden links that no text shows, so 1.00 cannot be reached. "Saying 1" is
the share of claims whose count is 1.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from arguments import make_parser
from dossier import SHARED, load_scorer
from stemma.pipeline import investigate
from stemma.settings import Settings
from stemma.write import write

Figures = dict[str, float]

# With dates; the second of two bars holds where the articles have none. A minus sign: at most.
BARS: Mapping[str, tuple[float, ...]] = {
    "edges f1": (0.80, 0.62),
    "undirected f1": (0.85,),
    "roots": (0.85,),
    "lost found": (0.60,),
    "lost invented": (-0.15,),
    "citations recall": (0.95,),
    "citations precision": (0.95,),
    "independent exact": (0.80, 0.72),
    "independent off by more than one": (-0.04,),
    "independent inside": (0.92,),
    "gathered f1": (0.85,),
    "variants right": (0.65,),
    "lookalikes out": (0.97,),
    "together": (0.95,),
    "duplicates recall": (1.0,),
    "duplicates precision": (1.0,),
}


def build(scorer: ModuleType, folder: Path, seed: int, count: int, *, dated: bool) -> None:
    """Write the cascades of one seed."""
    bank = json.loads((SHARED / "score" / "cascades_bank.json").read_text(encoding="utf-8"))
    scorer.build(folder, seed, count, bank, dated)


def trace_all(folder: Path, embedder: str) -> None:
    """Write the dossier of every cascade beside its truth."""
    for cascade in sorted(path.parent for path in folder.glob("*/truth.json")):
        written = write(investigate([str(cascade / "in")], Settings(embedder=embedder)), "json")
        (cascade / "dossier.json").write_bytes(written if isinstance(written, bytes) else written.encode())


def read_figures(found: Mapping[str, Any]) -> Figures:
    """The scorer's shares by row."""
    return {row: value[2] for row, value in found.items() if isinstance(value, list) and value[2] is not None}


def find_share_of_ones(folder: Path) -> float:
    """How often an answer of 1 would be right."""
    truths = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*/truth.json"))]
    counts = [claim["independent"] for truth in truths for claim in truth["claims"]]
    return counts.count(1) / max(1, len(counts))


def measure(seed: int, options: argparse.Namespace, embedders: Sequence[str]) -> dict[str, Figures]:
    """The figures of one seed: by encoder, and those of the floor."""
    scorer = load_scorer("cascades")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(scorer, folder, seed, options.count, dated=not options.no_dates)
        found = {"floor": read_figures(scorer.score(folder, True))}
        found["floor"]["saying 1"] = find_share_of_ones(folder)
        for embedder in embedders:
            trace_all(folder, embedder)
            found[embedder] = read_figures(scorer.score(folder))
    return found


def take_means(seeds: Sequence[Mapping[str, Figures]]) -> dict[str, Figures]:
    """The mean over seeds of every row that a seed has."""
    means: dict[str, Figures] = {}
    for way in seeds[0]:
        for row in dict.fromkeys(row for seed in seeds for row in seed[way]):
            known = [seed[way][row] for seed in seeds if row in seed[way]]
            means.setdefault(way, {})[row] = sum(known) / len(known)
    return means


def find_bar(row: str, *, dated: bool) -> float | None:
    """The bar of a row, negative where it is the most allowed."""
    bars = BARS.get(row, ())
    return bars[0] if dated and bars else bars[1] if not dated and len(bars) > 1 else None


def make_lines(found: Mapping[str, Figures], *, dated: bool) -> Iterator[str]:
    """A table: a line a row, those with a bar first."""
    ways = [way for way in found if way != "floor"]
    yield f"{'':42}" + "".join(f"{way:>8}" for way in (*ways, "floor", "bar"))
    rows = dict.fromkeys([*BARS, *(row for figures in found.values() for row in figures)])
    for row in rows:
        shares = [found[way].get(row) for way in (*ways, "floor")]
        bar = find_bar(row, dated=dated)
        sign = "" if bar is None else f"{'≤' if bar < 0 else '≥'} {abs(bar):.2f}"
        yield f"{row:42}" + "".join(f"{'–' if s is None else format(s, '.3f'):>8}" for s in shares) + f"{sign:>8}"


def main(arguments: Sequence[str]) -> int:
    """Print a table a seed, then the mean."""
    parser = make_parser(__doc__)
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--no-dates", action="store_true")
    parser.add_argument("--embedder", choices=("fuse", "none", "both"), default="fuse")
    options = parser.parse_args(arguments)
    if not (SHARED / "score" / "cascades.py").exists():
        print(f"skipped: no scorer, {SHARED.name}/score is absent.")
        return 0
    embedders = ("fuse", "none") if options.embedder == "both" else (options.embedder,)
    seeds = []
    for seed in (int(word) for word in options.seeds.split(",")):
        seeds.append(measure(seed, options, embedders))
        print(f"\nseed {seed}, {options.count} cascades")
        print("\n".join(make_lines(seeds[-1], dated=not options.no_dates)), flush=True)
    if len(seeds) > 1:
        print(f"\nmean of {len(seeds)} seeds")
        print("\n".join(make_lines(take_means(seeds), dated=not options.no_dates)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
