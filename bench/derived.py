"""Is a text made from another, and from which: ours beside word n-grams on two sets that are no news; not gated.

usage: python bench/derived.py
Clough and Stevenson (2011): 83 short answers, each written from a given source text (copied, lightly or heavily
revised) or without it. The bound of a measure is set on four of the five tasks and scored on the fifth. "as it is" is
what `trace` takes for telling, with nothing set.
Notre Besoin (Baret, Macé and Robinson 2006): thirteen hand copies of one French text, who copied whom is known. Found
edges are counted without direction, beside the minimum spanning tree of the texts.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from arguments import make_parser
from dossier import SHARED
from stemma.model import Article
from stemma.pipeline import investigate
from stemma.settings import Settings
from stemma.text import find_words
from stemma.trace.likeness import is_telling
from stemma.trace.passages import Passage, Words, find_passages

CORPORA = SHARED / "corpora"
Measure = Callable[[str, str], float]  # of an answer and its source
Edges = set[frozenset[str]]


def make_article(name: str, text: str, language: str) -> Article:
    """A text as an article without date or outlet."""
    return Article(id=name, uri=f"{name}.txt", sha256=name, language=language, title=None, text=text)


def find_runs(answer: str, source: str) -> tuple[list[Passage], int]:
    """The runs of words that both have, and how many words the answer has."""
    one, other = (Words(make_article(n, t, "en")) for n, t in (("a", answer), ("b", source)))
    return find_passages(one, other), len(one.forms)


def measure_runs(answer: str, source: str) -> float:
    """The share of the answer that stands in runs which the source has too."""
    runs, words = find_runs(answer, source)
    return sum(len(run.words) for run in runs) / max(1, words)


def contain_ngrams(answer: str, source: str) -> float:
    """The share of the answer's word 3-grams that the source has."""
    grams, others = (set(zip(w, w[1:], w[2:], strict=False)) for w in map(find_words, (answer, source)))
    return len(grams & others) / max(1, len(grams))


def tell_as_it_is(answer: str, source: str) -> float:
    """1 where `trace` takes the runs that both have for telling."""
    lengths = [run.chosen for run in find_runs(answer, source)[0]]
    return float(is_telling(lengths, lengths))


def score_left_out(rows: Sequence[Mapping[str, Any]], measure: Measure) -> float:
    """Share of answers that are told right, the bound being the best on the other tasks."""
    values = [(measure(r["text"], r["source"]), r["label"] != "non", r["source_id"]) for r in rows]
    right = 0
    for task in sorted({task for _, _, task in values}):
        known = [(value, derived) for value, derived, other in values if other != task]
        steps = sorted({value for value, _ in known})
        bounds = [(low + high) / 2 for low, high in pairwise(steps)]
        bound = max(bounds, key=lambda b: sum((v >= b) == derived for v, derived in known))
        right += sum((value >= bound) == derived for value, derived, other in values if other == task)
    return right / len(values)


def span_tree(texts: Mapping[str, str]) -> Edges:
    """The minimum spanning tree (Prim) by the words' 3-grams that two texts do not share."""
    grams = {n: set(zip(w, w[1:], w[2:], strict=False)) for n, w in ((n, find_words(t)) for n, t in texts.items())}
    far = {
        frozenset((a, b)): 1 - len(grams[a] & grams[b]) / len(grams[a] | grams[b]) for a, b in combinations(grams, 2)
    }
    inside, edges = {min(grams)}, set[frozenset[str]]()
    while len(inside) < len(grams):
        edge = min((e for e in far if len(e & inside) == 1), key=lambda e: (far[e], sorted(e)))
        edges.add(edge)
        inside |= edge
    return edges


def list_links(texts: Mapping[str, str]) -> Iterator[frozenset[str]]:
    """The links between the texts that our lineage has, without direction."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            Path(folder, f"{name}.txt").write_text(text, encoding="utf-8")
        found = investigate([folder], Settings(embedder="none"))
    names = {a.id: a.uri.rsplit("/", 1)[-1].removesuffix(".txt") for a in found.articles}
    of = {w.id: names[w.article] for w in found.witnesses if w.article}
    for link in found.derivations:
        if link.copy in of and link.exemplar in of:
            yield frozenset((of[link.copy], of[link.exemplar]))


def main(arguments: Sequence[str]) -> int:
    """Print both tables."""
    make_parser(__doc__).parse_args(arguments)
    if not CORPORA.is_dir():
        print("skipped: ../shared/corpora is absent.")
        return 0
    rows = [json.loads(line) for line in (CORPORA / "clough_stevenson.jsonl").read_text(encoding="utf-8").splitlines()]
    print(f"Clough and Stevenson, {len(rows)} answers, one task left out")
    for name, measure in (("ours", measure_runs), ("3-grams", contain_ngrams)):
        print(f"  {name:12}{score_left_out(rows, measure):.3f}")
    told = sum((tell_as_it_is(r["text"], r["source"]) == 1) == (r["label"] != "non") for r in rows)
    print(f"  {'as it is':12}{told / len(rows):.3f}")
    besoin = json.loads((CORPORA / "notre_besoin.json").read_text(encoding="utf-8"))
    gold = {frozenset(edge) for edge in besoin["gold_edges"]}
    print(f"Notre Besoin, {len(gold)} edges: found, of how many shown")
    for name, edges in (("ours", set(list_links(besoin["witnesses"]))), ("tree", span_tree(besoin["witnesses"]))):
        print(f"  {name:12}{len(edges & gold)} of {len(edges)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
