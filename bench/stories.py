"""Group a file of articles into stories, with the settings that every run has.

usage: stories.py DOCS.jsonl OUT.jsonl

DOCS.jsonl holds one object a line: id, text (or sentences), and where known title, date, lang.
OUT.jsonl gets id and story.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from arguments import make_parser
from dossier import SHARED
from stemma.cluster import cluster
from stemma.model import Article
from stemma.settings import Settings

CORPORA = {"rumours": ("fnc_stories", "story"), "ecbplus": ("ecbplus", "subtopic"), "gva": ("gva_docs", "incident")}


def make_article(record: dict[str, Any]) -> Article:
    title = record.get("title") or None
    body = record.get("text") or " ".join(record.get("sentences", ()))
    return Article(
        id=record["id"],
        uri=record["id"],
        sha256="",
        language=record.get("lang") or "en",
        title=title,
        published=record.get("date") or None,
        text=f"{title}\n{body}" if title else body,
    )


def group_file(docs: Path, out: Path) -> str:
    """Group the articles of one file into another, and say how many there are of what."""
    lines = docs.read_text(encoding="utf-8").splitlines()
    articles, stories, threads = cluster([make_article(json.loads(line)) for line in lines], Settings())
    rows = [json.dumps({"id": article.id, "story": article.story}) for article in articles]
    out.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return f"{len(articles)} articles, {len(stories)} stories, {len(threads)} threads"


def measure_ours() -> dict[tuple[str, str, str], float]:
    """For the quality gate: B³ F1 on the shared corpora, by the shared scorer."""
    figures = {}
    with tempfile.TemporaryDirectory() as place:
        for name, (file, label) in CORPORA.items():
            docs, out = SHARED / "corpora" / f"{file}.dev.jsonl", Path(place, name)
            group_file(docs, out)
            scorer = [sys.executable, str(SHARED / "score" / "stories.py"), str(docs), str(out), label]
            scored = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout
            figures["grouping", name, "b3"] = float(json.loads(scored)["f1"])
            print(f"grouping, {name}: B³ F1 {figures['grouping', name, 'b3']:.4f}")
    return figures


def main(arguments: Sequence[str]) -> int:
    parser = make_parser(__doc__)
    parser.add_argument("docs", metavar="DOCS.jsonl", type=Path)
    parser.add_argument("out", metavar="OUT.jsonl", type=Path)
    given = parser.parse_args(arguments)
    print(group_file(given.docs, given.out))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
