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

FLOORS = Path(__file__).with_name("floors.toml")
WAYS = ("fuse", "none")
WHOLE = ("demo", "north-korean-deserters")  # to be got wholly right: every trap avoided
COUNT_APART = "indep. 0, 2, 3"

Json = dict[str, Any]
Floors = dict[str, Any]


def find_failures(results: Sequence[Result], floors: Floors) -> Iterator[str]:
    """One line for everything that keeps the gate shut."""
    for item in results:
        where = f"{item.story}, {item.way}"
        if item.violations:
            yield f"{where}: {len(item.violations)} contract violations, first: {item.violations[0]}"
        if item.counts["links per article"] > floors["bars"]["links_per_article"]:
            yield f"{where}: {item.counts['links per article']} links an article"
        if item.counts["articles missing"]:
            yield f"{where}: {item.counts['articles missing']} articles of the gold are missing"
        hits, total = item.rows.get("traps", (0, 0))
        if item.story in WHOLE and hits < total:
            yield f"{where}: {total - hits} traps not avoided"
    for (table, way, row), figure in find_figures(results).items():
        floor = floors.get(table, {}).get(way, {}).get(row, 0.0)
        if figure < floor - 1e-9:
            yield f"{table}, {way}: {row} is {figure:.3f}, its floor {floor:.3f}"


def find_figures(results: Sequence[Result]) -> dict[tuple[str, str, str], float]:
    """Every figure that has a floor: (story or "mean", way, row) -> share."""
    figures = {}
    for item in results:
        for row in item.rows:
            if item.story in WHOLE:
                figures[item.story, item.way, row] = item.share(row) or 0.0
    for way in WAYS:
        for row in ROWS:
            mean = take_mean(results, way, row)
            if mean is not None:
                figures["mean", way, row] = mean
    return figures


def find_missed_bars(results: Sequence[Result], bars: Mapping[str, Any]) -> Iterator[str]:
    """What still lies below the bar that was set for it: shown, and no reason to stop."""
    for (table, way, row), figure in find_figures(results).items():
        bar = bars["mean"].get(row) if table == "mean" else bars["whole"]
        if way == "fuse" and bar is not None and figure < bar and not (table == "mean" and row == COUNT_APART):
            yield f"{table}: {row} {figure:.2f}, bar {bar:.2f}"


def raise_floors(results: Sequence[Result], floors: Floors, digest: str) -> None:
    """Write floors.toml with every floor at the higher of what it was and what was measured, rounded down."""
    same_corpus = floors["corpus"].get("digest") == digest
    tables: Floors = {"corpus": {"digest": digest}}
    for (table, way, row), figure in find_figures(results).items():
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
    yield from check_gold(found, gold)


def check_gold(found: Json, gold: Json) -> Iterator[str]:
    """Every citation and denial that the gold lists is found; no trap about a denial is."""
    by_file = {Path(article["uri"]).name: article for article in found["articles"]}
    files = {item["id"]: Path(item["file"]).name for item in gold["articles"]}

    def locate(item: Json) -> tuple[str, int, int] | None:
        article = by_file.get(files[item["article"]])
        start = article["text"].find(item["quote"]) if article else -1
        return (article["id"], start, start + len(item["quote"])) if article and start >= 0 else None

    evidence = [(e["article"], e["span"]) for link in found["derivations"] for e in link["evidence"]]
    denied = [
        (item["article"], span)
        for item in found["attributions"]
        if item["stance"] in {"denies", "doubts", "declines", "retracts"}
        for span in item["content"]["spans"]
    ]
    for item in gold.get("citations", []):
        if not is_touched(locate(item), evidence):
            yield f"citation of {item['cites']} in {item['article']} not found"
    for item in gold.get("wrong", []):
        if item["what"] == "denial" and is_touched(locate(item), denied):
            yield f"trap: a denial in {item['article']} that is none"


def is_touched(place: tuple[str, int, int] | None, spans: Sequence[tuple[str, Sequence[int]]]) -> bool:
    """True when a span of the same article overlaps the place."""
    if place is None:
        return False
    return any(article == place[0] and start < place[2] and end > place[1] for article, (start, end) in spans)


def gate_demo() -> list[str]:
    """The literal checks on the demo, with the encoder and without."""
    folder = find_demo()
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    return [f"demo, {way}: {failure}" for way in WAYS for failure in check_literally(trace_story(folder, way), gold)]


def main(arguments: Sequence[str]) -> int:
    """Print the tables and what fails; 1 when the gate stays shut."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    failures = gate_demo()
    if (SHARED / "score").is_dir():
        folders = find_stories()
        results = measure_all(folders, (*WAYS, "floor"))
        print_tables(results)
        ours = [item for item in results if item.way in WAYS]
        digest = make_digest([folder for folder in folders if name_story(folder) != "demo"])
        if "--raise" in arguments:
            raise_floors(ours, floors, digest)
            floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
        if floors["corpus"].get("digest") != digest:
            failures.append(f"the stories are not those the floors were measured on ({digest}): run with --raise")
        failures += find_failures(ours, floors)
        print("".join(f"\nbelow its bar: {line}" for line in find_missed_bars(ours, floors["bars"])))
    else:
        print("skipped: the shared stories, for ../shared is absent. The demo was checked literally, in both ways.")
    for failure in failures:
        print(f"FAILED {failure}")
    print("quality gate: " + (f"{len(failures)} failures" if failures else "passed"))
    return int(bool(failures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
