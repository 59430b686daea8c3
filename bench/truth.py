"""Which of the values that many sources give is true: ours, which looks for copies, beside vote, TruthFinder and ACCU.

usage: python bench/truth.py CLAIMS.jsonl OUT.jsonl [--method copies|accuracy|trust|votes]
       python bench/truth.py --table
Rows are {"src", "obj", "v"}, or {"obj", "claims": [[src, value], ...]}; OUT gets {"obj", "value"}. The table scores all
four on Population and Birthplaces of ../shared the way ../shared/score/truth.py does. Reported, not gated.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from arguments import make_parser
from dossier import SHARED
from stemma.weigh.dependence import (
    Sayings,
    gather,
    rank_apart_from_copies,
    rank_by_accuracy,
    rank_by_trust,
    rank_by_votes,
)

METHODS: dict[str, Callable[[Sayings], dict[str, dict[str, float]]]] = {
    "copies": rank_apart_from_copies,
    "accuracy": rank_by_accuracy,
    "trust": rank_by_trust,
    "votes": rank_by_votes,
}
CORPORA = {
    "Population": ("td_population_claims.jsonl", "td_population_gold.jsonl"),
    "Birthplaces": ("td_birthplaces.jsonl", "td_birthplaces.jsonl"),
}


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_claims(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """(source, object, value) of both kinds of rows."""
    for row in rows:
        for source, value in row.get("claims") or [(row["src"], row["v"])]:
            yield str(source), str(row["obj"]), str(value)


def choose_values(path: Path, method: str) -> dict[str, str]:
    """The likeliest value of every object."""
    shares = METHODS[method](gather(read_claims(read_rows(path))))
    return {thing: next(iter(values)) for thing, values in shares.items()}


def read_gold(path: Path) -> dict[str, str]:
    """The true value of every object that has one."""
    found = {}
    for row in read_rows(path):
        value = next((row[key] for key in ("norm", "v", "value") if row.get(key) is not None), None)
        found[str(row["obj"])] = str(value if value is not None else row["gold_path"].split(",")[0])
    return found


def score(chosen: dict[str, str], gold: dict[str, str]) -> float:
    """The share of the true values that were chosen."""
    right = (chosen.get(thing, "").strip().casefold() == value.strip().casefold() for thing, value in gold.items())
    return sum(right) / len(gold)


def print_table() -> None:
    """A row a corpus."""
    print(f"{'':14}" + "".join(f"{method:>10}" for method in METHODS))
    for name, (claims, gold) in CORPORA.items():
        truth = read_gold(SHARED / "corpora" / gold)
        shares = [score(choose_values(SHARED / "corpora" / claims, method), truth) for method in METHODS]
        print(f"{name:14}" + "".join(f"{share:>10.4f}" for share in shares))


def main(arguments: Sequence[str]) -> int:
    """Write the likeliest values, or print the table."""
    parser = make_parser(__doc__)
    parser.add_argument("claims", nargs="?", type=Path)
    parser.add_argument("out", nargs="?", type=Path)
    parser.add_argument("--method", choices=METHODS, default="copies")
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args(arguments)
    if options.table:
        if (SHARED / "corpora").exists():
            print_table()
        else:
            print(f"skipped: no corpora, {SHARED.name}/corpora is absent.")
        return 0
    if options.claims is None or options.out is None:
        parser.error("give CLAIMS.jsonl and OUT.jsonl, or --table")
    chosen = choose_values(options.claims, options.method)
    lines = [json.dumps({"obj": thing, "value": value}, ensure_ascii=False) for thing, value in chosen.items()]
    options.out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
