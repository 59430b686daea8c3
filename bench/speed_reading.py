"""What reading web pages costs: CPU milliseconds a page, and how much of it is getting the page out of its file.

usage: python bench/speed_reading.py PLACE
PLACE is a folder of pages or a web archive. Prints one JSON object.
"""

import json
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from arguments import make_parser
from speed_runs import run_reference
from stemma.acquire import acquire
from stemma.clean import clean
from stemma.model import Article, RawDocument
from stemma.settings import Settings

WARM = 5  # pages that are read before the clock runs: what reading loads is loaded once


def measure(path: Path) -> dict[str, Any]:
    """Read all pages."""
    settings, loop = Settings(), run_reference()
    start = time.process_time()
    raws = [item for item in acquire([path], settings) if isinstance(item, RawDocument)]
    acquired = time.process_time() - start
    for raw in raws[:WARM]:
        clean(raw, settings)
    start = time.process_time()
    articles = sum(isinstance(clean(raw, settings), Article) for raw in raws)
    cleaned = time.process_time() - start
    if articles != len(raws):
        raise SystemExit(f"{path}: {len(raws) - articles} of {len(raws)} pages hold no article")
    return {
        "acquire": 1000 * acquired / articles,
        "read": 1000 * (acquired + cleaned) / articles,
        "bytes": sum(len(raw.content) for raw in raws) / articles,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "reference": (loop + run_reference()) / 2,
    }


def main(arguments: Sequence[str]) -> int:
    """Measure once."""
    parser = make_parser(__doc__)
    parser.add_argument("place", metavar="PLACE", type=Path)
    print(json.dumps(measure(parser.parse_args(arguments).place)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
