"""Draw derivations for a judge who reads the articles: 60 over four stories, all bases, and 6 planted wrong ones.

usage: python bench/sample.py SHEET.jsonl KEY.json [--seed N] [STORY_FOLDER ...]
Both files must lie outside the project, for they quote articles. A line of the sheet:
  {"number", "story", "copy", "exemplar", "kind", "evidence": [{"article", "offset", "quote"}]}
The judge answers from the article text alone: did the copy have this from the exemplar? The key knows the planted ones.
"""

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from arguments import make_parser
from dossier import ROOT, SAMPLED, SHARED, name_story, trace_story

DRAWN = 60
PLANTED = 6

Json = dict[str, Any]


def list_links(folder: Path) -> list[Json]:
    """Every derivation of a story, as a judge reads it; `others` are exemplars it could not have."""
    found = trace_story(folder, "fuse")
    uris = {article["id"]: article["uri"] for article in found["articles"]}
    names = {item["id"]: uris.get(item["article"], item["name"]) for item in found["witnesses"]}
    links = []
    exemplars = {item["exemplar"] for item in found["derivations"]}
    for link in found["derivations"]:
        true = {item["exemplar"] for item in found["derivations"] if item["copy"] == link["copy"]} | {link["copy"]}
        links.append(
            {
                "story": name_story(folder),
                "copy": names[link["copy"]],
                "exemplar": names[link["exemplar"]],
                "kind": link["kind"],
                "evidence": [show_evidence(item, uris) for item in link["evidence"]],
                "basis": link["basis"],
                "confidence": link["confidence"],
                "others": sorted({names[name] for name in exemplars - true}),
            }
        )
    return links


def show_evidence(evidence: Json, uris: dict[str, str]) -> Json:
    """Where the words stand, and the words."""
    return {"article": uris[evidence["article"]], "offset": evidence["span"][0], "quote": evidence["text"]}


def plant(link: Json, chance: random.Random) -> Json:
    """The same link with an exemplar that its copy never had."""
    return {**link, "exemplar": chance.choice(link["others"])}


def draw(folders: Sequence[Path], seed: int) -> tuple[list[Json], Json]:
    """The shuffled sheet and its key."""
    chance = random.Random(seed)
    links = [link for folder in folders for link in list_links(folder)]
    chosen = chance.sample(links, min(DRAWN, len(links)))
    rest = [link for link in links if link not in chosen and link["others"]] or [
        link for link in links if link["others"]
    ]
    planted = [plant(link, chance) for link in chance.sample(rest, min(PLANTED, len(rest)))]
    rows = [(link, False) for link in chosen] + [(link, True) for link in planted]
    chance.shuffle(rows)
    shown = ("story", "copy", "exemplar", "kind", "evidence")
    sheet = [{"number": number, **{key: link[key] for key in shown}} for number, (link, _) in enumerate(rows, 1)]
    key = {
        "seed": seed, "planted": [number for number, (_, wrong) in enumerate(rows, 1) if wrong],
        "basis": {number: [link["basis"], link["confidence"]] for number, (link, _) in enumerate(rows, 1)},
    }  # fmt: skip
    return sheet, key


def main(arguments: Sequence[str]) -> int:
    """Write the sheet and the key."""
    parser = make_parser(__doc__)
    parser.add_argument("sheet", metavar="SHEET.jsonl", type=Path)
    parser.add_argument("key", metavar="KEY.json", type=Path)
    parser.add_argument("folders", metavar="STORY_FOLDER", nargs="*", type=Path)
    parser.add_argument("--seed", metavar="N", type=int, default=1)
    given = parser.parse_args(arguments)
    targets = [given.sheet.resolve(), given.key.resolve()]
    if any(target.is_relative_to(ROOT) for target in targets):
        print("The sheet quotes articles: give paths outside the project.")
        return 2
    folders = [folder.resolve() for folder in given.folders] or [SHARED / "stories" / name for name in SAMPLED]
    sheet, key = draw(folders, given.seed)
    targets[0].write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in sheet), encoding="utf-8")
    targets[1].write_text(json.dumps(key, indent=1), encoding="utf-8")
    print(f"{len(sheet) - len(key['planted'])} derivations and {len(key['planted'])} planted ones in {targets[0]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
