"""Group a file of articles into stories, with the settings that every run has.

usage: stories.py DOCS.jsonl OUT.jsonl

DOCS.jsonl holds one object a line: id, text (or sentences), and where known title, date, lang.
OUT.jsonl gets id and story.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from arguments import make_parser
from stemma.cluster import cluster
from stemma.model import Article
from stemma.settings import Settings


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


def main(arguments: Sequence[str]) -> int:
    parser = make_parser(__doc__)
    parser.add_argument("docs", metavar="DOCS.jsonl", type=Path)
    parser.add_argument("out", metavar="OUT.jsonl", type=Path)
    given = parser.parse_args(arguments)
    lines = given.docs.read_text(encoding="utf-8").splitlines()
    articles, stories, threads = cluster([make_article(json.loads(line)) for line in lines], Settings())
    rows = [json.dumps({"id": article.id, "story": article.story}) for article in articles]
    given.out.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(articles)} articles, {len(stories)} stories, {len(threads)} threads")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
