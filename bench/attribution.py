"""Writes the attributions of a JSONL file of texts in the form that a scorer reads.

Usage: python bench/attribution.py IN.jsonl OUT.jsonl
Each input line holds `id`, `lang` and `text`; each output line `id` and `attributions`: spans of source, cue, content.
"""

import json
import sys
import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from arguments import make_parser
from stemma.extract.attribution import find_attributions
from stemma.extract.quotations import find_quotations
from stemma.lang import find_language
from stemma.model import Attribution, Span

FIRST = "“The old bridge is closed,” Ana Ruiz said."  # read before the clock starts
Contents = list[tuple[int, int, str]]  # every span of a content with its attribution's id, in the order of the text
MOST = 0.8  # of a content, above which its quotation is the content itself


def read_document(document: dict[str, Any]) -> dict[str, Any]:
    """The attributions of one document; one whose content lies in that of another is marked `nested`."""
    found = find_attributions(document["text"], find_language(document["lang"]))
    contents = sorted((*span, attribution.id) for attribution in found for span in attribution.content.spans)
    others = {attribution.id: attribution for attribution in found}
    told = {a.inside for a in found if is_repeated(a, others)}
    written = [
        write_attribution(a, a.id in told or is_nested(a, contents, others)) for a in found if a.scope == "content"
    ]
    return {"id": document["id"], "attributions": written + list(find_quoted_words(document["text"], written))}


def find_quoted_words(text: str, written: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Words quoted inside a longer content, once more as nested attributions: corpora that have these count them so."""
    left = [quotation.span for quotation in find_quotations(text)]
    for attribution in sorted(written, key=measure) if left else ():
        most = MOST * measure(attribution)
        for span in list_inside(left, attribution["content"]):
            if span.end - span.start < most:
                left.remove(span)
                yield {**attribution, "content": [list(span)], "nested": True}


def list_inside(spans: list[Span], parts: list[list[int]]) -> list[Span]:
    """Those of the spans, which are in the order of the text, that lie wholly in one of the parts."""
    found = []
    for low, high in parts:
        first, last = bisect_left(spans, (low,)), bisect_left(spans, (high,))
        found += [span for span in spans[first:last] if span.end <= high]
    return sorted(set(found)) if len(parts) > 1 else found


def measure(attribution: dict[str, Any]) -> int:
    """The characters of a content."""
    return sum(high - low for low, high in attribution["content"])


def write_attribution(attribution: Attribution, nested: bool) -> dict[str, Any]:
    """One attribution as spans."""
    source = attribution.source.span
    return {
        "source": [list(source)] if source else [],
        "cue": [list(attribution.cue.span)] if attribution.cue.span else [],
        "content": [list(span) for span in attribution.content.spans],
        "stance": attribution.stance,
        "nested": nested,
    }


def is_nested(attribution: Attribution, contents: Contents, others: dict[str, Attribution]) -> bool:
    """True when the whole of it, cue included, lies in the content of another, and for a second source behind one."""
    if attribution.cue.span is None:
        return False
    low, high = attribution.cue.span
    for _, end, other in contents[: bisect_right(contents, (low, sys.maxsize, ""))]:
        if high <= end and other != attribution.id:
            return True
    outer = others.get(attribution.inside or "")
    return outer is not None and is_cited(attribution, outer)


def is_repeated(inner: Attribution, others: dict[str, Attribution]) -> bool:
    """True for the X of "X told the Y that C": Y, whom corpora annotate as no source, has its cue and its content."""
    outer = others.get(inner.inside or "")
    return outer is not None and inner.cue.span == outer.cue.span and inner.content.spans == outer.content.spans


def is_cited(attribution: Attribution, outer: Attribution) -> bool:
    """True for the Y of "X reports, citing Y, that C", which has a cue of its own and the content of X."""
    return attribution.cue.span != outer.cue.span and attribution.content.spans == outer.content.spans


def main(arguments: Sequence[str]) -> int:
    """Read, write, and print the speed; word lists and gazetteers, which are loaded once, are counted apart."""
    parser = make_parser(__doc__)
    parser.add_argument("source", metavar="IN.jsonl", type=Path)
    parser.add_argument("target", metavar="OUT.jsonl", type=Path)
    given = parser.parse_args(arguments)
    lines = given.source.read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines if line.strip()]
    begun = time.process_time()
    for code in sorted({document["lang"] for document in documents}):
        read_document({"id": "", "lang": code, "text": FIRST})
    started = time.process_time()
    results = [read_document(document) for document in documents]
    spent, loading = time.process_time() - started, started - begun
    given.target.write_text("".join(json.dumps(result) + "\n" for result in results), encoding="utf-8")
    speed = f"{len(results) / spent:.0f} documents per CPU second"
    print(f"{len(results)} documents, {speed}; its lists were loaded in {loading:.2f} CPU seconds before")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
