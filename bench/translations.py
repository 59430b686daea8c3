"""The same statement across languages and outlets: line-aligned translations of ../shared/ntrex, in shuffled order.

usage: python bench/translations.py [STORY ...]
Ways: "fuse", with the sentence encoder; "none", without it; "floor", equal numbers (floor_baseline.py). Each row is the
mean over the stories: "translation", an English article against its translation; "cross", against another outlet's
article, in English or in a translation. Titles and leads that say one thing are one claim to Stemma, and two lines, so
an error, to the scorer.
"""

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from arguments import make_parser
from dossier import SHARED, load_scorer
from floor_baseline import make_floor
from stemma import Settings, investigate, write

FOLDER = SHARED / "ntrex"
LARGE = 30  # articles; a story of more is left out of the gate, for time
SEED = 1

Json = dict[str, Any]
Figures = dict[tuple[str, str, str], list[float]]  # (part, language, measure) -> one a story


def trace_folder(folder: Path, embedder: str) -> Json:
    """The product's dossier of a folder."""
    found: Json = json.loads(write(investigate([str(folder)], Settings(embedder=embedder)), "json"))
    return found


WAYS: dict[str, Callable[[Path], Json]] = {
    "fuse": lambda folder: trace_folder(folder, "fuse"),
    "none": lambda folder: trace_folder(folder, "none"),
    "floor": make_floor,
}


def find_stories(names: Sequence[str] = ()) -> list[Path]:
    """The stories of these names, or all."""
    return [path for path in sorted(FOLDER.iterdir()) if path.is_dir() and (not names or path.name in names)]


def measure(stories: Sequence[Path], read: Callable[[Path], Json]) -> Figures:
    """Every figure of the shared scorer, one a story."""
    scorer = load_scorer("ntrex")
    cross = json.loads((FOLDER / "cross.json").read_text(encoding="utf-8"))
    figures: Figures = defaultdict(list)
    for story in stories:
        with tempfile.TemporaryDirectory() as made:
            out = Path(made)
            scorer.prepare(story, out, SEED)
            for part, table in scorer.score(out, read(out / "in"), cross).items():
                for language, row in table.items():
                    for name in ("precision", "recall", "f1"):
                        figures[part, language, name].append(row[name])
    return figures


def measure_ours() -> dict[tuple[str, str, str], float]:
    """The figures that have floors: (part, language, precision or F1), over the smaller stories."""
    small = [story for story in find_stories() if len(list(story.glob("*.txt"))) <= LARGE]
    figures = measure(small, WAYS["fuse"])
    return {key: mean(found) for key, found in figures.items() if key[2] != "recall"}


def list_rows(figures: Figures) -> Iterator[tuple[str, float, float, float]]:
    """Each part and language with its means, and the mean of the languages other than English."""
    for part in ("translation", "cross"):
        languages = sorted({language for p, language, _ in figures if p == part})
        rows = {
            language: tuple(mean(figures[part, language, name]) for name in ("precision", "recall", "f1"))
            for language in languages
        }
        for language, (precision, recall, f1) in rows.items():
            yield f"{part} {language}", precision, recall, f1
        others = [row for language, row in rows.items() if language != "en"]
        precision, recall, f1 = (mean(row[at] for row in others) for at in range(3))
        yield f"{part}, mean of {len(others)}", precision, recall, f1


def main(arguments: Sequence[str]) -> int:
    """Print one table, precision, recall and F1 for each way."""
    parser = make_parser(__doc__)
    parser.add_argument("stories", metavar="STORY", nargs="*")
    names = parser.parse_args(arguments).stories
    if not FOLDER.is_dir():
        print("skipped: ../shared/ntrex is absent.")
        return 0
    stories = find_stories(names)
    tables = {way: list(list_rows(measure(stories, read))) for way, read in WAYS.items()}
    print(f"{len(stories)} stories; precision, recall, F1\n{'':24}" + "".join(f"{way:>20}" for way in tables))
    for rows in zip(*tables.values(), strict=True):
        cells = "".join(f"{precision:8.2f}{recall:6.2f}{f1:6.2f}" for _, precision, recall, f1 in rows)
        print(f"{rows[0][0]:24}{cells}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
