"""Hard pairs for matching: what looks alike and is not one claim, and one claim in words that share only names.

usage: python bench/hard_pairs.py [--held] [--alone] [--misses]
The pairs are tests/data/hard_negatives.jsonl and hard_positives.jsonl, written by hand by somebody who had read parts
of the matcher, before seeing what it makes of them; nothing is to be tuned on single pairs. With --held the pairs are
held_positives.jsonl and held_negatives.jsonl, of which only the totals are to be looked at. Pairs of one scene tell of
the same invented people and places and are matched as one story, as in a pile; with --alone each pair is a story of
its own, as `stemma compare` has it. Two floors stand beside the matcher, with usual thresholds: the share of the
shorter text's words that the other has, and the cosine of TF-IDF over all texts.

What is expected of a negative: "apart"; "not agreement" for the same thing turned round (who beat whom, acquitted or
convicted), which may stand together if the two are said to contradict each other; "two stances" for a statement and its
denial, which are one claim: agreement is wrong, apart is a miss.
"""

import hashlib
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from arguments import make_parser
from stemma.extract import extract
from stemma.match import match
from stemma.model import Article, Matching, Story, Variant
from stemma.settings import Settings
from stemma.text import find_words

DATA = Path(__file__).resolve().parent.parent / "tests" / "data"
SHARED_WORDS, COSINE = 0.5, 0.5  # usual thresholds, not calibrated
Json = dict[str, Any]
Verdicts = dict[int, str]  # by place in the list: "joined", "contradiction", "two stances", "apart"
Way = Callable[[Sequence[Json]], Verdicts]


def read_pairs(name: str) -> list[Json]:
    """The records of one file."""
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def name_languages(pair: Json) -> str:
    """One language, or two joined by a dash."""
    return "-".join(dict.fromkeys(pair["languages"]))


def name_kind(pair: Json) -> str:
    """What makes a negative look like a positive."""
    return str(pair["kind"])


def make_article(text: str, language: str, number: int) -> Article:
    """A mini-article that holds the text and nothing else."""
    digest = hashlib.sha256(f"{number} {text}".encode()).hexdigest()
    return Article(
        id=digest[:12], uri=f"{number}.txt", sha256=digest, language=language, title=None, text=text, story="s"
    )


def judge(pairs: Sequence[Json], embedder: str, *, alone: bool) -> Verdicts:
    """What the matcher makes of each pair, in its scene or alone."""
    scenes: dict[object, list[int]] = defaultdict(list)
    for at, pair in enumerate(pairs):
        scenes[at if alone else (name_languages(pair), pair["scene"])].append(at)
    verdicts: Verdicts = {}
    for members in scenes.values():
        articles = {
            (at, side): make_article(
                pairs[at][side], pairs[at]["languages"]["ab".index(side)], 2 * at + "ab".index(side)
            )
            for at in members
            for side in "ab"
        }
        pile = list(articles.values())
        story = Story(id="s", title="", articles=tuple(article.id for article in pile))
        found = match([extract(article) for article in pile], pile, [story], Settings(embedder=embedder))
        for at in members:
            verdicts[at] = judge_pair(found, articles[at, "a"].id, articles[at, "b"].id)
    return verdicts


def judge_pair(found: Matching, one: str, other: str) -> str:
    """Joined as agreement, as two stances, with another contradiction between the two, or apart."""
    article_of = {claim.id: claim.article for claim in found.claims}
    shared = [c for c in found.collations if {one, other} <= {article_of[claim] for claim in c.claims}]
    if not shared:
        return "apart"
    opposed = [variant for c in shared for variant in c.variants if is_opposed(variant, article_of, {one, other})]
    stances = any(variant.kind == "stance" for variant in opposed)
    return "two stances" if stances else "contradiction" if opposed else "joined"


def is_opposed(variant: Variant, article_of: dict[str, str], pair: set[str]) -> bool:
    """True where exactly one of the two contradicts the reference."""
    against = {article_of[reading.claim] for reading in variant.readings if reading.relation == "contradiction"}
    return len(against & pair) == 1


def judge_words(pairs: Sequence[Json]) -> Verdicts:
    """A floor: half the words of the shorter text stand in the other."""
    verdicts = {}
    for at, pair in enumerate(pairs):
        one, other = set(find_words(pair["a"])), set(find_words(pair["b"]))
        near = len(one & other) >= SHARED_WORDS * min(len(one), len(other))
        verdicts[at] = "joined" if near else "apart"
    return verdicts


def judge_cosine(pairs: Sequence[Json]) -> Verdicts:
    """A floor: cosine of words weighted by rarity over all texts given."""
    texts = [Counter(find_words(pair[side])) for pair in pairs for side in "ab"]
    frequency = Counter(word for text in texts for word in text)
    vectors = [{word: count * math.log(len(texts) / frequency[word]) for word, count in text.items()} for text in texts]
    return {
        at: "joined" if take_cosine(vectors[2 * at], vectors[2 * at + 1]) >= COSINE else "apart"
        for at in range(len(pairs))
    }


def take_cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """Cosine of two sparse vectors."""
    product = sum(weight * other[word] for word, weight in one.items() if word in other)
    lengths = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return product / lengths if lengths else 0.0


def make_ways(*, alone: bool) -> dict[str, Way]:
    """The matcher with and without its encoder, and the floors."""
    return {
        "fuse": lambda pairs: judge(pairs, "fuse", alone=alone),
        "none": lambda pairs: judge(pairs, "none", alone=alone),
        "words": judge_words,
        "tf-idf": judge_cosine,
    }


def is_right(pair: Json, verdict: str) -> bool:
    """True where the verdict is the one expected."""
    expected = pair.get("expect", "joined")
    if expected == "not agreement":
        return verdict != "joined"
    return verdict == expected or (expected == "joined" and verdict == "contradiction")


def print_table(title: str, names: Sequence[str], verdicts: dict[str, dict[int, bool]]) -> None:
    """A line a name, a column a way: how many of the pairs of that name hold."""
    print(f"\n{title:48}" + "".join(f"{way:>13}" for way in verdicts))
    groups = sorted(set(names), key=lambda name: ("-" in name, name))
    for group in [*groups, "all"]:
        members = [at for at, name in enumerate(names) if group in (name, "all")]
        hits = [sum(found[at] for at in members) for found in verdicts.values()]
        cells = [f"{hit}/{len(members)} {hit / len(members):.2f}" for hit in hits]
        print(f"  {group:46}" + "".join(f"{cell:>13}" for cell in cells))


def print_tables(pairs: Sequence[Json], verdicts: dict[str, Verdicts]) -> None:
    """Positives joined, negatives joined wrongly, denials told as two stances, by language; negatives by kind too."""
    expected = [pair.get("expect", "joined") for pair in pairs]
    same = [at for at, what in enumerate(expected) if what == "joined"]
    other = [at for at, what in enumerate(expected) if what in ("apart", "not agreement")]
    denied = [at for at, what in enumerate(expected) if what == "two stances"]
    right = {way: [is_right(pair, found[at]) for at, pair in enumerate(pairs)] for way, found in verdicts.items()}
    for title, members, name, wanted in (
        ("one claim in other words: joined", same, name_languages, True),
        ("not one claim: joined wrongly", other, name_languages, False),
        ("the same by kind: joined wrongly", other, name_kind, False),
        ("statement and denial: one claim, two stances", denied, name_languages, True),
    ):
        held = {way: {i: found[at] == wanted for i, at in enumerate(members)} for way, found in right.items()}
        print_table(title, [name(pairs[at]) for at in members], held)
    wrong = {way: sum(found[at] == "joined" for at in denied) for way, found in verdicts.items()}
    print("\nstatement and denial joined as agreement: " + ", ".join(f"{way} {n}" for way, n in wrong.items()))


def print_misses(pairs: Sequence[Json], verdicts: Verdicts) -> None:
    """Every pair that the matcher with its encoder gets wrong."""
    for at, pair in enumerate(pairs):
        if not is_right(pair, verdicts[at]):
            print(f"{name_languages(pair)} {pair.get('kind', 'same')}: {verdicts[at]} | {pair['a']} | {pair['b']}")


def measure_ours() -> dict[tuple[str, str, str], float]:
    """The figures that have floors: ("hard", way, row) -> share of the pairs that are told right."""
    pairs = [*read_pairs("hard_positives"), *read_pairs("hard_negatives")]
    rows = {"same joined": ("joined",), "others apart": ("apart", "not agreement"), "denials": ("two stances",)}
    figures = {}
    for way in ("fuse", "none"):
        found = judge(pairs, way, alone=False)
        right = [is_right(pair, found[at]) for at, pair in enumerate(pairs)]
        for row, expected in rows.items():
            held = [right[at] for at, pair in enumerate(pairs) if pair.get("expect", "joined") in expected]
            figures["hard", way, row] = sum(held) / len(held)
    return figures


def main(arguments: Sequence[str]) -> int:
    """Print the tables."""
    parser = make_parser(__doc__)
    for name in ("--held", "--alone", "--misses"):
        parser.add_argument(name, action="store_true")
    given = parser.parse_args(arguments)
    kind = "held" if given.held else "hard"
    pairs = [*read_pairs(f"{kind}_positives"), *read_pairs(f"{kind}_negatives")]
    verdicts = {name: way(pairs) for name, way in make_ways(alone=given.alone).items()}
    print_tables(pairs, verdicts)
    if given.misses:
        print_misses(pairs, verdicts["fuse"])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
