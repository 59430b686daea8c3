"""A floor to stand on: a dossier from quotation marks, the nearest capitalised run, equal numbers and shared 5-grams.

Nobody should trust it; it is what a first afternoon yields. It keeps the dossier contract, so the same scorer reads it.
"""

import hashlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from arguments import make_parser

Json = dict[str, Any]

QUOTE = re.compile(r"[“\"„«]([^“”\"„«»\n]{12,500})[”\"“»]")
CAPITALISED = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4}")
SENTENCE = re.compile(r"[^\n.!?]{15,580}[.!?]?")
NUMBER = re.compile(r"\d[\d.,]*\d|\d")
GRAM = 5
CONTAINED = 0.2  # the share of the shorter text's 5-grams that calls it a copy; the usual rule of thumb, not calibrated


def make_floor(folder: Path) -> Json:
    """A dossier of the folder's text files, as the contract's JSON object."""
    articles = read_articles(folder)
    attributions = [item for article in articles for item in find_quotes(article)]
    claims = [item for article in articles for item in find_claims(article, attributions)]
    collations = collate(claims)
    witnesses, links = trace(articles, attributions)
    return {
        "format": "stemma/dossier/1", "version": "floor", "settings": {}, "articles": articles, "skipped": [],
        "stories": [{"id": "story", "title": folder.name, "articles": [a["id"] for a in articles], "thread": None}],
        "threads": [], "attributions": attributions, "claims": claims, "collations": collations, "witnesses": witnesses,
        "derivations": links, "assessments": weigh(collations, claims), "wanted": [], "timeline": [], "reviews": [],
    }  # fmt: skip


def read_articles(folder: Path) -> list[Json]:
    """The folder's .txt files, the first line taken for the title."""
    found = {}
    for path in sorted(folder.glob("*.txt")):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        text = path.read_text(encoding="utf-8", errors="replace")
        found[digest] = {
            "id": digest[:12], "uri": path.name, "sha256": digest, "language": "und", "title": None, "outlet": None,
            "published": None, "retrieved": None, "basis": {}, "text": text,
            "story": "story", "duplicate_of": None, "revision_of": None,
        }  # fmt: skip
    return list(found.values())


def find_quotes(article: Json) -> list[Json]:
    """Every quotation, its source the nearest capitalised run outside it."""
    text, found = article["text"], []
    runs = [match.span() for match in CAPITALISED.finditer(text)]
    for quote in QUOTE.finditer(text):
        near = [run for run in runs if run[1] <= quote.start() or run[0] >= quote.end()]
        if not near:
            continue
        start, end = min(near, key=lambda run: max(quote.start() - run[1], run[0] - quote.end()))
        found.append({
            "id": f"t{article['id']}{quote.start()}", "article": article["id"],
            "source": {"span": [start, end], "text": text[start:end], "witness": f"w{text[start:end]}"},
            "cue": {"span": None, "text": ""}, "content": {"spans": [list(quote.span(1))], "text": quote.group(1)},
            "type": "direct", "stance": "asserts", "inside": None,
        })  # fmt: skip
    return found


def find_claims(article: Json, attributions: list[Json]) -> list[Json]:
    """Every sentence, with the numbers in it."""
    text, found = article["text"], []
    quotes = [(item["id"], item["content"]["spans"][0]) for item in attributions if item["article"] == article["id"]]
    for sentence in SENTENCE.finditer(text):
        start, end = sentence.span()
        found.append({
            "id": f"c{article['id']}{start}", "article": article["id"], "span": [start, end], "text": sentence.group(),
            "mentions": [], "attributions": [name for name, span in quotes if span[0] < end and span[1] > start],
            "modality": "happened", "hedges": [], "moments": [], "places": [], "as_of": None,
            "quantities": [make_quantity(match, start) for match in NUMBER.finditer(sentence.group())],
        })  # fmt: skip
    return found


def make_quantity(match: "re.Match[str]", offset: int) -> Json:
    """A number as its digits say."""
    value = float(re.sub(r"\D", "", match.group()))
    span = [offset + match.start(), offset + match.end()]
    return {"span": span, "text": match.group(), "low": value, "best": value, "high": value, "unit": None, "role": None}


def collate(claims: list[Json]) -> list[Json]:
    """Sentences with the same number and three long words in common stand together, one an article."""
    by_number, taken, found = defaultdict(list), set(), []
    for claim in claims:
        for text in sorted({quantity["text"] for quantity in claim["quantities"] if len(quantity["text"]) > 1}):
            by_number[text].append(claim)
    for text, group in sorted(by_number.items()):
        members: dict[str, Json] = {}
        for claim in group:
            alike = not members or any(share_words(claim, other) for other in members.values())
            if claim["id"] not in taken and claim["article"] not in members and alike:
                members[claim["article"]] = claim
        if len(members) > 1:
            taken |= {claim["id"] for claim in members.values()}
            found.append(make_collation(list(members.values()), text))
    return found + [make_collation([claim], None) for claim in claims if claim["id"] not in taken]


def share_words(one: Json, other: Json) -> bool:
    """True when two sentences have three words of six letters or more in common."""
    return len(find_long_words(one) & find_long_words(other)) >= 3


def find_long_words(claim: Json) -> set[str]:
    """The words that say something, if length says so."""
    return {word.casefold() for word in re.findall(r"\w{6,}", claim["text"])}


def make_collation(claims: list[Json], number: str | None) -> Json:
    """Claims side by side; with a number, one variant on which all agree."""
    readings = [
        {"claim": claim["id"], "span": quantity["span"], "value": number, "relation": "same", "on_path": None}
        for claim in claims
        for quantity in [item for item in claim["quantities"] if item["text"] == number][:1]
    ]
    for reading in readings[:1]:
        reading["relation"] = "reference"
    variant = {"kind": "quantity", "readings": readings, "label": "same", "explanation": "The same number."}
    return {
        "id": f"k{claims[0]['id']}", "title": claims[0]["text"][:80], "stories": ["story"],
        "claims": [claim["id"] for claim in claims], "variants": [variant] if number else [],
    }  # fmt: skip


def trace(articles: list[Json], attributions: list[Json]) -> tuple[list[Json], list[Json]]:
    """A citation for every quotation's source; a reuse link for every overlapping pair, later from earlier."""
    witnesses = {
        f"a{item['id']}": make_witness(f"a{item['id']}", item["uri"], "article", item["id"]) for item in articles
    }
    links: dict[tuple[str, str], Json] = {}
    for item in attributions:
        name, source = item["source"]["witness"], item["source"]
        witnesses.setdefault(name, make_witness(name, source["text"], "person", None))
        evidence = {"article": item["article"], "span": source["span"], "text": source["text"]}
        links.setdefault((f"a{item['article']}", name), make_link(f"a{item['article']}", name, "citation", evidence))
    for exemplar, copy in combinations(articles, 2):
        evidence = find_overlap(copy, exemplar)
        if evidence:
            ends = (f"a{copy['id']}", f"a{exemplar['id']}")
            links[ends] = make_link(*ends, "reuse", evidence)
    return list(witnesses.values()), list(links.values())


def make_witness(name: str, shown: str, kind: str, article: str | None) -> Json:
    """A witness known only by how it is written."""
    return {
        "id": name, "name": shown, "aliases": [], "article": article, "in_pile": bool(article), "kind": kind,
        "speaks_for": None,
    }  # fmt: skip


def make_link(copy: str, exemplar: str, kind: str, evidence: Json) -> Json:
    """A derivation on one piece of evidence."""
    basis = "stated" if kind == "citation" else "inferred"
    return {
        "copy": copy, "exemplar": exemplar, "kind": kind, "basis": basis, "confidence": 0.5, "direction": 0.5,
        "collations": [], "evidence": [evidence],
    }  # fmt: skip


def find_overlap(copy: Json, exemplar: Json) -> Json | None:
    """The first shared 5-gram, when enough of the shorter text's 5-grams are shared."""
    one, other = find_grams(copy["text"]), find_grams(exemplar["text"])
    shared = sorted(one[gram] for gram in one.keys() & other.keys())
    if not shared or len(shared) < CONTAINED * min(len(one), len(other)):
        return None
    start, end = shared[0]
    return {"article": copy["id"], "span": [start, end], "text": copy["text"][start:end]}


def find_grams(text: str) -> dict[tuple[str, ...], tuple[int, int]]:
    """Every run of five words and where it stands."""
    words = list(re.finditer(r"\w+", text))
    runs = [words[i : i + GRAM] for i in range(len(words) - GRAM + 1)]
    return {
        tuple(word.group().casefold() for word in run): (run[0].start(), run[-1].end())
        for run in runs
        if run[-1].end() - run[0].start() <= 600
    }


def weigh(collations: list[Json], claims: list[Json]) -> list[Json]:
    """Every article with a quotation counts as one independent way: the mistake the product exists to avoid."""
    by_id = {claim["id"]: claim for claim in claims}
    found = []
    for collation in collations:
        members = [by_id[name] for name in collation["claims"]]
        supporting = sorted({claim["article"] for claim in members if claim["attributions"]})
        unsourced = sorted({claim["article"] for claim in members} - set(supporting))
        count = len(supporting)
        found.append({
            "collation": collation["id"], "supporting": supporting, "against": [], "unsourced": unsourced,
            "independent": {"low": count, "best": count, "high": count}, "heard_by": count, "origins": [],
            "bottlenecks": [], "circular": False, "dispute": "none", "steps": [], "reasons": [],
            "support": ("unsourced", "single-origin", "corroborated")[min(count, 2)],
        })  # fmt: skip
    return found


def main(arguments: Sequence[str]) -> int:
    """Print the dossier of a folder of articles."""
    parser = make_parser(__doc__)
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    json.dump(make_floor(parser.parse_args(arguments).folder), sys.stdout, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
