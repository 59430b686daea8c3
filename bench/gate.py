"""The quality gate: every figure at or above its floor, no contract violation, no trap missed where none may be.

usage: python bench/gate.py [--raise]
Floors (bench/floors.toml) only rise: --raise writes today's figures where they are higher, and the digest of the
corpus they were measured on. Every result is measured with the sentence encoder and without. Where ../shared is
absent the stories are skipped, and the demo is checked by the literal checks below.
"""

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

import casualties
import hard_pairs
import pages
import stories
from arguments import make_parser
from attribution_table import measure_ours
from dossier import (
    ROWS,
    SHARED,
    Result,
    find_demo,
    find_stories,
    make_digest,
    measure_all,
    name_story,
    print_tables,
    take_mean,
    trace_story,
)
from translations import measure_ours as measure_across

FLOORS = Path(__file__).with_name("floors.toml")
WAYS = ("fuse", "none")
WHOLE = ("demo", "north-korean-deserters")  # to be got wholly right: every trap avoided
APART = ("attribution", "translation", "cross", "casualties", "hard", "grouping")  # tables without stories
ACROSS = ("translation", "cross")  # one figure a language, on some two hundred lines each
FEW_LINES = 0.016  # share of these that three lines make
COUNT_APART = "indep. 0, 2, 3"
RIGHT = "figures related right"

Json = dict[str, Any]
Floors = dict[str, Any]
Figures = dict[tuple[str, str, str], float]  # (story, "mean" or "literal"; way; row) -> share


def find_failures(results: Sequence[Result], bars: Floors) -> Iterator[str]:
    """One line for everything that keeps the gate shut."""
    for item in results:
        where = f"{item.story}, {item.way}"
        if item.violations:
            yield f"{where}: {len(item.violations)} contract violations, first: {item.violations[0]}"
        if item.counts["links per article"] > bars["links_per_article"]:
            yield f"{where}: {item.counts['links per article']} links an article"
        if item.counts["articles missing"]:
            yield f"{where}: {item.counts['articles missing']} articles of the gold are missing"
        hits, total = item.rows.get("traps", (0, 0))
        if item.story in WHOLE and hits < total:
            yield f"{where}: {total - hits} traps not avoided"


def find_sunken(figures: Figures, floors: Floors) -> Iterator[str]:
    """One line for every figure below its floor.

    What stands above its bar may be spent on another figure, down to the bar; and one language of several may lose what
    a few of its lines make, while the mean of all holds.
    """
    bars = floors.get("bars", {})
    for (table, way, row), figure in figures.items():
        floor = floors.get(table, {}).get(way, {}).get(row, 0.0)
        if table in APART:
            floor = min(floor, bars.get(table, {}).get(way, {}).get(row, floor))
        if table in ACROSS and way != "mean":
            floor -= FEW_LINES
        if figure < floor - 1e-9:
            yield f"{table}, {way}: {row} is {figure:.3f}, its floor {floor:.3f}"


def find_figures(results: Sequence[Result]) -> Figures:
    """Every figure that has a floor: (story or "mean", way, row) -> share."""
    figures: Figures = {}
    for item in results:
        for row in item.rows:
            if item.story in WHOLE:
                figures[item.story, item.way, row] = item.share(row) or 0.0
    for way in WAYS:
        for row in ROWS:
            mean = take_mean(results, way, row)
            if mean is not None:
                figures["mean", way, row] = mean
        # The share of right relations is one of the figures found, so that finding more may lower it: what has a floor
        # is the share of right ones among all that are listed.
        if (share := figures.pop(("mean", way, "relations"), None)) is not None:
            figures["mean", way, RIGHT] = share * figures["mean", way, "figures"]
    return figures


def take_means(figures: Figures) -> Figures:
    """The mean over the languages of every figure that is measured in several."""
    found: dict[tuple[str, str], list[float]] = {}
    for (table, _, row), figure in figures.items():
        if table in ACROSS:
            found.setdefault((table, row), []).append(figure)
    return {(table, "mean", row): sum(values) / len(values) for (table, row), values in found.items()}


def find_missed_bars(figures: Figures, bars: Mapping[str, Any]) -> Iterator[str]:
    """What still lies below the bar that was set for it: shown, and no reason to stop."""
    for (table, way, row), figure in figures.items():
        if table in APART:
            bar = bars.get(table, {}).get(way, {}).get(row)
        elif way == "fuse":
            bar = bars["mean"].get(row) if table == "mean" else bars["whole"]
        else:
            bar = None
        if bar is not None and figure < bar and not (table == "mean" and row == COUNT_APART):
            where = f"{table} {way}" if table in APART else table
            yield f"{where}: {row} {figure:.2f}, bar {bar:.2f}"


def raise_floors(figures: Figures, floors: Floors, digest: str) -> None:
    """Write floors.toml with every floor at the higher of what it was and what was measured, rounded down."""
    same_corpus = floors["corpus"].get("digest") == digest
    tables: Floors = {"corpus": {"digest": digest}}
    for (table, way, row), figure in figures.items():
        old = floors.get(table, {}).get(way, {}).get(row, 0.0) if same_corpus else 0.0
        tables.setdefault(table, {}).setdefault(way, {})[row] = max(old, int(figure * 1000) / 1000)
    head = FLOORS.read_text(encoding="utf-8").partition("# ---- measured")[0]
    FLOORS.write_text(
        head + "# ---- measured: written by `python bench/gate.py --raise`\n" + write_toml(tables), encoding="utf-8"
    )


def write_toml(tables: Floors, above: str = "") -> str:
    """Nested tables of numbers and strings as TOML."""
    plain = {key: value for key, value in tables.items() if not isinstance(value, dict)}
    lines = [f"\n[{above}]"] if plain and above else []
    lines += [f"{json.dumps(key)} = {json.dumps(value)}" for key, value in plain.items()]
    text = "\n".join([*lines, ""]) if lines else ""
    for key, value in tables.items():
        if isinstance(value, dict):
            text += write_toml(value, f"{above}.{key}" if above else key)
    return text


def check_literally(found: Json, gold: Json) -> Iterator[str]:
    """What can be said of the demo's dossier without the shared scorers."""
    texts = {article["id"]: article["text"] for article in found["articles"]}
    spans = [(item["article"], item["span"], item["text"]) for item in found["claims"]]
    spans += [
        (item["article"], item["span"], item["text"]) for link in found["derivations"] for item in link["evidence"]
    ]
    for article, (start, end), text in spans:
        if texts[article][start:end] != text:
            yield f"span {start}-{end} of {article} does not hold its text"
    members = [claim for collation in found["collations"] for claim in collation["claims"]]
    if sorted(members) != sorted(claim["id"] for claim in found["claims"]):
        yield "a claim stands in no collation, or in two"
    if sorted(item["collation"] for item in found["assessments"]) != sorted(item["id"] for item in found["collations"]):
        yield "a collation has no assessment, or two"
    for item in found["assessments"]:
        counts = item["independent"]
        if not counts["low"] <= counts["best"] <= counts["high"] <= len(item["supporting"]):
            yield f"independent {counts} is out of order"
    yield from check_denials(found, gold)


def check_denials(found: Json, gold: Json) -> Iterator[str]:
    """The traps of the gold that are no denials, and were taken for one."""
    denied = [
        (item["article"], span)
        for item in found["attributions"]
        if item["stance"] in {"denies", "doubts", "declines", "retracts"}
        for span in item["content"]["spans"]
    ]
    for item in gold.get("wrong", []):
        if item["what"] == "denial" and is_touched(locate(item, found, gold), denied):
            yield f"trap: a denial in {item['article']} that is none"


def share_cited(found: Json, gold: Json) -> float:
    """The share of the gold's citations whose words are evidence of a link."""
    evidence = [(e["article"], e["span"]) for link in found["derivations"] for e in link["evidence"]]
    citations = gold.get("citations", [])
    return sum(is_touched(locate(item, found, gold), evidence) for item in citations) / max(1, len(citations))


def locate(item: Json, found: Json, gold: Json) -> tuple[str, int, int] | None:
    """Where the words of a gold item stand in the dossier's articles."""
    file = next(Path(article["file"]).name for article in gold["articles"] if article["id"] == item["article"])
    article = next((article for article in found["articles"] if Path(article["uri"]).name == file), None)
    start = article["text"].find(item["quote"]) if article else -1
    return (article["id"], start, start + len(item["quote"])) if article and start >= 0 else None


def is_touched(place: tuple[str, int, int] | None, spans: Sequence[tuple[str, Sequence[int]]]) -> bool:
    """True when a span of the same article overlaps the place."""
    if place is None:
        return False
    return any(article == place[0] and start < place[2] and end > place[1] for article, (start, end) in spans)


def gate_demo() -> tuple[list[str], Figures]:
    """The literal checks on the demo, with the encoder and without: what fails, and the figures that have floors."""
    folder = find_demo()
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    failures: list[str] = []
    figures: Figures = {}
    for way in WAYS:
        found = trace_story(folder, way)
        failures += [f"demo, {way}: {failure}" for failure in check_literally(found, gold)]
        figures["literal", way, "citations"] = share_cited(found, gold)
        print(f"demo, {way}: {figures['literal', way, 'citations']:.2f} of its citations found, by the literal check")
    return failures, figures


def gate_stories() -> tuple[list[str], Figures, str]:
    """Every story by the shared scorers: what fails, the figures that have floors, and the digest of the corpus."""
    folders = find_stories()
    results = measure_all(folders, (*WAYS, "floor"))
    print_tables(results)
    ours = [item for item in results if item.way in WAYS]
    bars = read_floors()["bars"]
    digest = make_digest([folder for folder in folders if name_story(folder) != "demo"])
    return list(find_failures(ours, bars)), find_figures(ours), digest


def read_floors() -> Floors:
    """The bars and the floors."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def main(arguments: Sequence[str]) -> int:
    """Print the tables and what fails; 1 when the gate stays shut."""
    parser = make_parser(__doc__)
    parser.add_argument("--raise", dest="raised", action="store_true", help="write higher floors")
    given = parser.parse_args(arguments)
    floors = read_floors()
    failures, figures = gate_demo()
    if (SHARED / "score").is_dir():
        more, shared_figures, digest = gate_stories()
        failures += more
        across = measure_across()
        figures |= shared_figures | measure_ours() | across | take_means(across) | casualties.measure_ours()
        figures |= hard_pairs.measure_ours() | pages.measure_ours() | stories.measure_ours()
        if given.raised:
            raise_floors(figures, floors, digest)
            floors = read_floors()
        if floors["corpus"].get("digest") != digest:
            failures.append(f"the stories are not those the floors were measured on ({digest}): run with --raise")
    else:
        print("skipped: the shared stories, for ../shared is absent. The demo was checked literally, in both ways.")
    failures += find_sunken(figures, floors)
    print("".join(f"\nbelow its bar: {line}" for line in find_missed_bars(figures, floors["bars"])))
    for failure in failures:
        print(f"FAILED {failure}")
    print("quality gate: " + (f"{len(failures)} failures" if failures else "passed"))
    return int(bool(failures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
