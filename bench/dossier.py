"""How good a dossier is, beside a naive floor: our rows with and without the encoder, on every story with a gold list.

usage: python bench/dossier.py [STORY_FOLDER ...] [--misses]
A story folder holds articles/ and gold.yaml. Default: the packaged demo and ../shared/stories, where that is present.
"""

import hashlib
import importlib.util
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from arguments import make_parser
from floor_baseline import make_floor
from stemma.pipeline import investigate
from stemma.settings import Settings
from stemma.write import write

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
WAYS = ("fuse", "none", "floor")
IN_MEAN = (
    "aceh-quake-2013",
    "afghan-mother-farah",
    "batmobile-stolen",
    "ibm-project-chrome-layoffs",
    "isis-treasurer",
    "microsoft-mojang",
)
SAMPLED = ("aceh-quake-2013", "batmobile-stolen", "isis-treasurer", "north-korean-deserters")
ROWS = (
    "citations", "chains", "figures", "relations", "drift", "origins", "denials", "reuse", "independent",
    "indep. 0, 2, 3", "said", "cleaning", "stories", "dates", "traps",
)  # fmt: skip


@dataclass(frozen=True)
class Result:
    """What one way of making a dossier got on one story: hits and totals by row, contract violations, counts."""

    story: str
    way: str
    violations: list[str]
    rows: dict[str, tuple[int, int]]
    counts: dict[str, float] = field(default_factory=dict)
    misses: list[tuple[str, str]] = field(default_factory=list)

    def share(self, row: str) -> float | None:
        """Hits over total; None where the gold has no such item."""
        hits, total = self.rows.get(row, (0, 0))
        return hits / total if total else None


def find_demo() -> Path:
    """The folder of the packaged demo that holds gold.yaml."""
    from stemma.demo import demo_folder

    folder = Path(str(demo_folder()))
    return folder if (folder / "gold.yaml").exists() else folder.parent


def find_stories() -> list[Path]:
    """The demo and, where present, every shared story."""
    shared = sorted(path.parent for path in (SHARED / "stories").glob("*/gold.yaml"))
    return [find_demo(), *shared]


@lru_cache(maxsize=4)
def load_scorer(name: str) -> ModuleType:
    """A scorer of ../shared/score, imported by its path."""
    spec = importlib.util.spec_from_file_location(f"score_{name}", SHARED / "score" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED / "score" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def trace_story(folder: Path, embedder: str) -> dict[str, Any]:
    """The product's dossier of a story, as a reader of dossier.json gets it."""
    dossier = investigate([str(folder / "articles")], Settings(embedder=embedder))
    found: dict[str, Any] = json.loads(write(dossier, "json"))
    return found


def name_story(folder: Path) -> str:
    """A story's name in every table."""
    return "demo" if folder == find_demo() else folder.name


def measure(folder: Path, way: str) -> Result:
    """Score one story made in one way."""
    found = make_floor(folder / "articles") if way == "floor" else trace_story(folder, way)
    violations = load_scorer("contract").check(found)
    scorer = load_scorer("dossier")
    rows, counts, misses = scorer.score(scorer.View(folder, found))
    return Result(name_story(folder), way, violations, rows, counts, misses)


def measure_all(folders: Iterable[Path], ways: Sequence[str] = WAYS) -> list[Result]:
    """Every story in every way."""
    return [measure(folder, way) for folder in folders for way in ways]


def take_mean(results: Iterable[Result], way: str, row: str) -> float | None:
    """The mean over the stories that count and have such items; None where none has."""
    shares = [item.share(row) for item in results if item.way == way and item.story in IN_MEAN]
    known = [share for share in shares if share is not None]
    return sum(known) / len(known) if known else None


def make_digest(folders: Iterable[Path]) -> str:
    """First 16 hex of a SHA-256 over the stories' names and bytes: figures of another corpus can't be compared."""
    digest = hashlib.sha256()
    for folder in sorted(folders):
        for path in sorted([folder / "gold.yaml", *(folder / "articles").iterdir()]):
            digest.update(f"{folder.name}/{path.name}".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def show(share: float | None) -> str:
    """A share as it stands in a table."""
    return "    –" if share is None else f"{share:5.2f}"


def print_story(results: Sequence[Result]) -> None:
    """One story: a line a row, a column a way."""
    print(f"\n{results[0].story:28}" + "".join(f"{item.way:>14}" for item in results))
    print(f"{'  violations':28}" + "".join(f"{len(item.violations):>14}" for item in results))
    for row in ROWS:
        if any(row in item.rows for item in results):
            cells = ["{}/{}".format(*item.rows.get(row, (0, 0))) + show(item.share(row)) for item in results]
            print(f"  {row:26}" + "".join(f"{cell:>14}" for cell in cells))
    print(f"{'  links an article':28}" + "".join(f"{item.counts['links per article']:>14}" for item in results))
    print(f"{'  largest collation':28}" + "".join(f"{item.counts['largest collation']:>14}" for item in results))


def print_means(results: Sequence[Result], ways: Sequence[str]) -> None:
    """The mean over the stories that count."""
    print(f"\n{f'mean of {len(IN_MEAN)} stories':28}" + "".join(f"{way:>14}" for way in ways))
    for row in ROWS:
        shares = [take_mean(results, way, row) for way in ways]
        if any(share is not None for share in shares):
            print(f"  {row:26}" + "".join(f"{show(share):>14}" for share in shares))


def print_tables(results: Sequence[Result], ways: Sequence[str] = WAYS) -> None:
    """Every story, then the means."""
    for story in dict.fromkeys(item.story for item in results):
        print_story([item for item in results if item.story == story])
    print_means(results, ways)


def main(arguments: Sequence[str]) -> int:
    """Print the tables; 1 when a dossier of ours breaks the contract."""
    parser = make_parser(__doc__)
    parser.add_argument("folders", metavar="STORY_FOLDER", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args(arguments)
    folders = [folder.resolve() for folder in given.folders] or find_stories()
    if not (SHARED / "score").is_dir():
        print(f"skipped: no scorers, {SHARED.name}/score is absent. bench/gate.py checks the demo by itself.")
        return 0
    results = measure_all(folders)
    print_tables(results)
    for item in results:
        if item.way != "floor":
            for violation in item.violations[:10]:
                print(f"violation, {item.story}, {item.way}: {violation}")
        if given.misses and item.way == "fuse":
            for row, what in item.misses:
                print(f"missed, {item.story}: {row} | {what}")
    return int(any(item.violations for item in results if item.way != "floor"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
