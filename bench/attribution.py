"""Writes the attributions of a JSONL file of texts in the form that a scorer reads.

Usage: python bench/attribution.py IN.jsonl OUT.jsonl
Each input line holds `id`, `lang` and `text`; each output line `id` and `attributions`: spans of source, cue, content.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language
from stemma.model import Attribution


def read_document(document: dict[str, Any]) -> dict[str, Any]:
    """The attributions of one document; one whose content lies in that of another is marked `nested`."""
    found = find_attributions(document["text"], find_language(document["lang"]))
    return {"id": document["id"], "attributions": [write_attribution(a, found) for a in found if a.scope == "content"]}


def write_attribution(attribution: Attribution, others: list[Attribution]) -> dict[str, Any]:
    """One attribution as spans."""
    source = attribution.source.span
    return {
        "source": [list(source)] if source else [],
        "cue": [list(attribution.cue.span)] if attribution.cue.span else [],
        "content": [list(span) for span in attribution.content.spans],
        "stance": attribution.stance,
        "nested": is_nested(attribution, others),
    }


def is_nested(attribution: Attribution, others: list[Attribution]) -> bool:
    """True when the whole of it, cue included, lies in the content of another."""
    cue = attribution.cue.span
    return cue is not None and any(
        span.holds(cue) for other in others if other is not attribution for span in other.content.spans
    )


def main() -> None:
    """Read, write, and print the speed."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    started = time.process_time()
    results = [read_document(json.loads(line)) for line in lines if line.strip()]
    spent = time.process_time() - started
    Path(sys.argv[2]).write_text("".join(json.dumps(result) + "\n" for result in results), encoding="utf-8")
    print(f"{len(results)} documents, {len(results) / spent:.0f} documents per CPU second")


if __name__ == "__main__":
    main()
