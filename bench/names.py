"""How often a reader finds the names of sources right that pronouns, descriptions and short names were led back to.

usage: python bench/names.py [JUDGED.jsonl]
A line of the judged file (bench/names.jsonl) holds places and a verdict, no text:
  {"article", "language", "cue", "source", "basis", "name", "right"}
`article` is a path in ../shared, with a line number where the file holds one article a line; `cue` and `source` are
where the words stand; `name` is a digest of the name that was judged. A source that is now led elsewhere is counted as
changed: nobody has judged that. The table groups by how the name was found and the confidence it was given. "left out"
are the shares that a table would give which never saw the story: shares of the same class in all other stories.
"""

import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from arguments import make_parser
from dossier import SHARED
from stemma.extract.attribution import find_attributions
from stemma.lang import find_language

JUDGED = Path(__file__).with_name("names.jsonl")
SLICES = 5  # of a file that holds one article a line: each counts as one story

Json = dict[str, Any]


class Case(NamedTuple):
    """One judged source: its class, the confidence it was given, its story, and the verdict."""

    kind: tuple[str, float]
    story: str
    right: bool


def read_text(article: str) -> str:
    """The text of one article of ../shared: a plain file, a page's gold, or a line of a file of documents."""
    name, _, line = article.partition(":")
    path = SHARED / name
    if line:
        with path.open(encoding="utf-8") as lines:
            return str(json.loads(next(row for number, row in enumerate(lines) if number == int(line)))["text"])
    if path.suffix != ".json":
        return path.read_text(encoding="utf-8", errors="replace")
    page = next(iter(json.loads(path.read_text(encoding="utf-8")).values()))
    body = page["body"]
    parts = [page.get("title") or "", *(body.get("summary") or [])]
    for section in body.get("sections") or []:
        parts += [*(section.get("headline") or []), *(section.get("paragraphs") or [])]
    return "\n".join(parts)


def digest(name: str) -> str:
    """Eight letters that stand for a name."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def find_story(article: str) -> str:
    """What must not be judged by itself: a folder of articles, or a slice of a file of documents."""
    name, _, line = article.partition(":")
    return f"{name}:{int(line) % SLICES}" if line else str(Path(name).parent)


def compare(rows: Sequence[Json]) -> tuple[list[Case], int]:
    """The judged sources that are still led to the same name, and how many are not."""
    cases, changed = [], 0
    articles: dict[tuple[str, str], list[Json]] = defaultdict(list)
    for row in rows:
        articles[row["article"], row["language"]].append(row)
    for (article, language), judged in sorted(articles.items()):
        found = {
            (a.cue.span.start, a.source.span.start if a.source.span else None, a.source.basis): a.source
            for a in find_attributions(read_text(article), find_language(language))
        }
        for row in judged:
            source = found.get((row["cue"], row["source"], row["basis"]))
            if source is None or source.confidence is None or digest(source.name) != row["name"]:
                changed += 1
                continue
            cases.append(Case((row["basis"], source.confidence), find_story(article), row["right"]))
    return cases, changed


def leave_out(cases: Sequence[Case]) -> Iterator[tuple[Case, float]]:
    """Each case with the share of right ones of its class in all other stories."""
    totals: Counter[tuple[str, float]] = Counter(case.kind for case in cases)
    rights: Counter[tuple[str, float]] = Counter(case.kind for case in cases if case.right)
    inside = Counter((case.kind, case.story) for case in cases)
    right_inside = Counter((case.kind, case.story) for case in cases if case.right)
    for case in cases:
        others = totals[case.kind] - inside[case.kind, case.story]
        share = (rights[case.kind] - right_inside[case.kind, case.story]) / others if others else case.kind[1]
        yield case, share


def take_error(pairs: Sequence[tuple[Case, float]]) -> float:
    """Brier score: the mean square of what was claimed less what is."""
    return sum((share - case.right) ** 2 for case, share in pairs) / max(1, len(pairs))


def print_table(cases: Sequence[Case], changed: int) -> None:
    """The reliability table, and two errors of the confidence as a whole."""
    left_out = list(leave_out(cases))
    print(f"{'found by':<14}{'confidence':>11}{'right':>11}{'share':>7}{'left out':>16}")
    gap = 0.0
    for kind in sorted({case.kind for case in cases}, key=lambda kind: (kind[0], -kind[1])):
        verdicts = [case.right for case in cases if case.kind == kind]
        shares = [share for case, share in left_out if case.kind == kind]
        right = sum(verdicts)
        gap += abs(right - kind[1] * len(verdicts))
        print(
            f"{kind[0]:<14}{kind[1]:>11.2f}{f'{right} of {len(verdicts)}':>11}{right / len(verdicts):>7.2f}"
            f"{f'{min(shares):.2f} to {max(shares):.2f}':>16}"
        )
    given = [(case, case.kind[1]) for case in cases]
    print(f"\n{len(cases)} judged in {len({case.story for case in cases})} stories; {changed} are led elsewhere now")
    print(f"calibration error {gap / max(1, len(cases)):.3f}")
    mean = sum(case.right for case in cases) / max(1, len(cases))
    print(f"Brier score {take_error(given):.3f}; left out {take_error(left_out):.3f}; one share for all "
          f"{take_error([(case, mean) for case in cases]):.3f}")  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Print the table for one judged file."""
    parser = make_parser(__doc__)
    parser.add_argument("judged", metavar="JUDGED.jsonl", nargs="?", type=Path, default=JUDGED)
    path: Path = parser.parse_args(arguments).judged
    if not SHARED.exists():
        print(f"{SHARED} is absent: nothing to measure.")
        return 0
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    print_table(*compare(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
