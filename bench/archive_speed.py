"""How fast archives and tables of invented pages are read, in CPU seconds: python bench/archive_speed.py [PAGES]"""

import json
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from arguments import make_parser
from seeds import make_page, make_record, make_response, pack_records
from stemma.acquire import acquire
from stemma.model import RawDocument
from stemma.settings import Settings

WORDS = 1200  # of one page, about 9 kB


def make_text(chance: random.Random) -> str:
    """Lines of words that mean nothing."""
    words = ["".join(chance.choices("abdeiklmnorstu", k=chance.randint(2, 10))) for _ in range(WORDS)]
    return "\n".join(" ".join(words[at : at + 40]) for at in range(0, WORDS, 40))


def measure(path: Path) -> None:
    """Print how many documents a CPU second are read from a file."""
    start = time.process_time()
    count = sum(isinstance(item, RawDocument) for item in acquire([path], Settings()))
    seconds = time.process_time() - start
    size = path.stat().st_size / 1e6
    print(f"{path.name}: {count:,} documents, {size:.0f} MB, {seconds:.1f} CPU s, {count / seconds:,.0f} a CPU second")


def main(arguments: Sequence[str]) -> int:
    """Make a WARC and a JSON Lines file of so many pages, and read them."""
    parser = make_parser(__doc__)
    parser.add_argument("pages", metavar="PAGES", nargs="?", type=int, default=5000)
    pages: int = parser.parse_args(arguments).pages
    chance = random.Random(1)
    texts = [make_text(chance) for _ in range(min(pages, 200))]
    with tempfile.TemporaryDirectory() as folder:
        crawl, table = Path(folder) / "crawl.warc.gz", Path(folder) / "table.jsonl"
        with crawl.open("wb") as archive, table.open("w", encoding="utf-8") as rows:
            for number in range(pages):
                text = texts[number % len(texts)]
                response = make_response(make_page(f"Page {number}", text))
                archive.write(pack_records(make_record(response, f"https://gazette.example/{number}")))
                rows.write(json.dumps({"title": f"Page {number}", "text": text}) + "\n")
        measure(crawl)
        measure(table)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
