"""Group a file of articles into stories, with the settings that every run has.

usage: stories.py DOCS.jsonl OUT.jsonl

DOCS.jsonl holds one object a line: id, text (or sentences), and where known title, date, lang.
OUT.jsonl gets id and story.
"""

import json
import sys
from pathlib import Path
from typing import Any

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


def main(docs: str, out: str) -> None:
    lines = Path(docs).read_text(encoding="utf-8").splitlines()
    articles, stories, threads = cluster([make_article(json.loads(line)) for line in lines], Settings())
    rows = [json.dumps({"id": article.id, "story": article.story}) for article in articles]
    Path(out).write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(articles)} articles, {len(stories)} stories, {len(threads)} threads")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
