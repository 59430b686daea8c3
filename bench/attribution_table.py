"""Who said what, beside a naive floor and a peer in the same run: the development documents of ../shared/attribution.

usage: python bench/attribution_table.py [CODE ...]
Ways: ours; "floor", quotation marks and the nearest capitalised run; "textacy", where it and a spaCy pipeline for the
language are installed (pip install textacy, and the pipeline named in PIPELINES), else said to be left out.
English and Indonesian golds hold no nested attributions, so these are left out there; the Indonesian gold holds direct
quotations only, and lacks many true ones: read its recall.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from arguments import make_parser
from attribution import read_document
from dossier import SHARED, load_scorer
from floor_baseline import CAPITALISED

QUOTE = re.compile(r"[“”\"„«»]([^“”\"„«»\n]{3,})[“”\"„«»]")  # any pair of marks: some papers open with ”
GOLD = {"en": "en_polnear.dev", "de": "de_wikinews.dev", "id": "id_pfsa.dev"}
FLAT = ("en", "id")  # golds without nested attributions
ONLY_DIRECT = ("id",)
PIPELINES = {"en": "en_core_web_sm"}
ROWS = ("content_half", "ar_half", "src_acc", "long content", "long ar", "direct", "mixed", "indirect")

Json = dict[str, Any]
Reader = Callable[[Json], Json]


def read_naively(document: Json) -> Json:
    """Every quotation, its source the nearest capitalised run outside it."""
    text = document["text"]
    runs = [match.span() for match in CAPITALISED.finditer(text)]
    found = []
    for quote in QUOTE.finditer(text):
        near = [run for run in runs if run[1] <= quote.start() or run[0] >= quote.end()]
        source = min(near, key=lambda run: max(quote.start() - run[1], run[0] - quote.end()), default=None)
        found.append({"source": list(source) if source else [], "cue": [], "content": [list(quote.span(1))]})
    return {"id": document["id"], "attributions": found}


def load_textacy(code: str) -> Reader | None:
    """The peer for a language, or None where it cannot run here."""
    try:
        import spacy
        import textacy.extract

        pipeline = spacy.load(PIPELINES[code])
    except (ImportError, OSError, KeyError):
        return None

    def read(document: Json) -> Json:
        try:
            found = list(textacy.extract.direct_quotations(pipeline(document["text"])))
        except Exception:  # it raises on many articles; those count as empty
            found = []
        attributions = [
            {
                "source": [q.speaker[0].idx, q.speaker[-1].idx + len(q.speaker[-1])] if q.speaker else [],
                "cue": [q.cue[0].idx, q.cue[-1].idx + len(q.cue[-1])] if q.cue else [],
                "content": [[q.content.start_char, q.content.end_char]],
            }
            for q in found
        ]
        return {"id": document["id"], "attributions": attributions}

    return read


def list_ways(code: str) -> Iterator[tuple[str, Reader]]:
    """Everybody who can be measured on a language here."""
    yield "ours", read_document
    yield "floor", read_naively
    textacy = load_textacy(code)
    if textacy is not None:
        yield "textacy", textacy
    elif code in PIPELINES:
        print(f"textacy: left out, for it or its pipeline {PIPELINES[code]} is not installed")


def measure(code: str, read: Reader) -> dict[str, float]:
    """The rows of one way on one language, by the shared scorer, and the documents per CPU second."""
    lines = (SHARED / "attribution" / f"{GOLD[code]}.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {document["id"]: document for document in map(json.loads, lines)}
    started = time.process_time()
    predicted = {identifier: read(document) for identifier, document in gold.items()}
    spent = time.process_time() - started
    scores = load_scorer("attribution").score(
        gold, predicted, ignore_nested=code in FLAT, only_type="direct" if code in ONLY_DIRECT else None
    )
    long, types = scores["long_recall"] or {}, scores["recall_by_type"]
    return {
        "content_half": scores["content_half"]["f1"], "ar_half": scores["ar_half"]["f1"],
        "src_acc": scores["src_acc"] or 0.0, "long content": long.get("content", 0.0), "long ar": long.get("ar", 0.0),
        **{kind: types.get(kind, {}).get("recall", 0.0) for kind in ("direct", "mixed", "indirect")},
        "documents/s": len(gold) / spent,
    }  # fmt: skip


def measure_ours() -> dict[tuple[str, str, str], float]:
    """The figures that have floors: ("attribution", language, row) -> share."""
    return {
        ("attribution", code, row): share
        for code in GOLD
        for row, share in measure(code, read_document).items()
        if row in ROWS
    }


def main(arguments: Sequence[str]) -> int:
    """Print one table a language."""
    parser = make_parser(__doc__)
    parser.add_argument("codes", metavar="CODE", nargs="*", help=", ".join(GOLD))
    codes = parser.parse_args(arguments).codes
    if not (SHARED / "attribution").is_dir():
        print("skipped: ../shared/attribution is absent.")
        return 0
    for code in codes or GOLD:
        print(f"\n{GOLD[code]}{', direct quotations only' if code in ONLY_DIRECT else ''}")
        print(f"{'':10}" + "".join(f"{row:>14}" for row in (*ROWS, "documents/s")))
        for way, read in list_ways(code):
            print(f"{way:10}" + "".join(f"{figure:14.3f}" for figure in measure(code, read).values()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
