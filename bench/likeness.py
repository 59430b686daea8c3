"""How well the likeness that grouping goes by agrees with people's judgement of pairs of articles.

usage: likeness.py PAIRS.jsonl

PAIRS.jsonl holds one object a line: lang, title1, text1, title2, text2, and overall, from 1 (the same) to 4. Prints for
each language Pearson's correlation with the inverted judgement: of our likeness, with the encoder and without, and of
the cosine of TF-IDF. All texts of a language make the pile that decides what is rare.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log, sqrt
from pathlib import Path
from statistics import correlation
from typing import Any

from arguments import make_parser
from stemma.cluster import grade_pairs, make_profile
from stemma.model import Article
from stemma.settings import Settings

WORD = re.compile(r"\w\w+")


def make_article(record: dict[str, Any], side: str) -> Article:
    title, body = record[f"title{side}"] or None, record[f"text{side}"]
    name = f"{record['id']}-{side}"
    text = f"{title}\n{body}" if title else body
    return Article(id=name, uri=name, sha256="", language=record["lang"], title=title, text=text)


def weigh_words(texts: Sequence[str]) -> list[dict[str, float]]:
    """TF-IDF as usual: smoothed, and of length 1."""
    counts = [Counter(WORD.findall(text.lower())) for text in texts]
    holders = Counter(word for count in counts for word in count)
    rarity = {word: log((1 + len(texts)) / (1 + held)) + 1 for word, held in holders.items()}
    weighed = [{word: times * rarity[word] for word, times in count.items()} for count in counts]
    lengths = [sqrt(sum(value * value for value in vector.values())) or 1.0 for vector in weighed]
    return [
        {word: value / length for word, value in vector.items()}
        for vector, length in zip(weighed, lengths, strict=True)
    ]


def measure(records: Sequence[dict[str, Any]]) -> list[float]:
    """Pearson's correlation of our likeness, of the same without the encoder, and of TF-IDF."""
    gold = [-record["overall"] for record in records]
    articles = [make_article(record, side) for record in records for side in "12"]
    pairs = [(at, at + 1) for at in range(0, len(articles), 2)]
    profiles = [make_profile(article) for article in articles]
    ours, words = (grade_pairs(profiles, pairs, Settings(embedder=name)) for name in ("fuse", "none"))
    vectors = weigh_words([article.text for article in articles])
    cosines = [sum(value * vectors[j].get(word, 0.0) for word, value in vectors[i].items()) for i, j in pairs]
    return [correlation(gold, likeness) for likeness in (ours, words, cosines)]


def main(arguments: Sequence[str]) -> int:
    parser = make_parser(__doc__)
    parser.add_argument("pairs", metavar="PAIRS.jsonl", type=Path)
    by_language: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in parser.parse_args(arguments).pairs.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        by_language[record["lang"]].append(record)
    for language, records in sorted(by_language.items()):
        ours, words, floor = measure(records)
        print(f"{language}: {len(records)} pairs, likeness {ours:.3f} (none {words:.3f}), TF-IDF {floor:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
