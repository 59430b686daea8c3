"""How the cost of `match` grows with the number of claims: CPU seconds, exponent and peak memory, beside all pairs.

usage: python bench/growth.py [CLAIMS ...] [--mode threads|thread|event] [--embedder none|drawn|fuse]
Without numbers 1,000, 10,000 and 100,000 claims; without a mode all three. The claims are invented: every scene has its
names and facts, and a dozen articles tell some of the facts in words of their own, with counts that drift.

threads: each scene is a thread, as in a pile of many events; thread: all scenes are one thread, so nothing is parted
beforehand; event: one scene, told by ever more articles, so that a few hundred facts are repeated ever more often.
"drawn" puts vectors drawn by chance for each word in place of the encoder's, whose own cost is one and the same for
every text. The floor scores every pair of claims that may be compared; its cost is estimated from some pairs.
"""

import argparse
import json
import math
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from arguments import make_parser
from stemma.embedders import Vectors
from stemma.match import match
from stemma.match.features import score_pair
from stemma.match.meanings.vectors import make_full_profiles
from stemma.model import (
    Article,
    Attribution,
    Claim,
    Content,
    Extraction,
    Mark,
    Name,
    Quantity,
    Source,
    Span,
    Story,
)
from stemma.registry import embedders
from stemma.settings import Settings
from stemma.text import find_words, make_id

SIZES = (1_000, 10_000, 100_000)
MODES = ("threads", "thread", "event")
ARTICLES_OF_SCENE = 12
CLAIMS_OF_ARTICLE = 16
FACTS = 60  # of a scene
FACTS_OF_EVENT = 300
WORDS = 6_000  # of the invented language
PAIRS = 2_000  # that the floor's cost is measured on
OTHERWISE = 0.15  # share of the words that an article exchanges for another
LEFT_OUT = 0.25
DRIFTED = 0.2
COUNTED = (
    ("killed", "person"),
    ("injured", "person"),
    ("arrested", "person"),
    ("destroyed", "house"),
    ("sold", "copy"),
)


@dataclass(frozen=True)
class Fact:
    """What articles of one scene may tell: words in order, of which those with a capital are names, and a count."""

    words: tuple[str, ...]
    count: int
    counted: tuple[str, str] | None


@dataclass(frozen=True)
class Pile:
    """What `match` is given."""

    articles: list[Article]
    extractions: list[Extraction]
    stories: list[Story]


@lru_cache(maxsize=1)
def make_language() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Words that nobody knows, with how often each is used: as in any language, few words make most of a text."""
    chance = random.Random(0)
    syllables = [a + b for a in ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z") for b in "aeiou"]
    words = dict.fromkeys("".join(chance.choices(syllables, k=chance.choice((2, 3, 3, 4)))) for _ in range(2 * WORDS))
    return tuple(words)[:WORDS], tuple(1 / (rank + 20) for rank in range(WORDS))


def draw_words(chance: random.Random, number: int) -> list[str]:
    words, weights = make_language()
    return chance.choices(words, weights, k=number)


def make_facts(chance: random.Random, number: int) -> list[Fact]:
    """The facts of one scene: its names recur in them."""
    names = [word.capitalize() for word in draw_words(chance, 6)]
    return [
        Fact(
            words=(chance.choice(names), *draw_words(chance, 7), *chance.sample(names, k=chance.choice((0, 1)))),
            count=chance.randint(2, 90),
            counted=chance.choice(COUNTED) if chance.random() < 0.25 else None,
        )
        for _ in range(number)
    ]


def tell(fact: Fact, chance: random.Random) -> tuple[list[str], int]:
    """A fact in the words of one article, and the count that it gives."""
    words = [
        word if word.istitle() or chance.random() > OTHERWISE else draw_words(chance, 1)[0]
        for word in fact.words
        if word.istitle() or chance.random() > LEFT_OUT
    ]
    return words, fact.count + (chance.choice((-1, 1, 3)) if chance.random() < DRIFTED else 0)


def write_article(facts: Sequence[Fact], story: str, number: int, chance: random.Random) -> tuple[Article, Extraction]:
    """One article that tells these facts, a sentence each, with the claims and sources that `extract` would find."""
    text, told, voices = "", [], []
    id_ = make_id("article", str(number))
    for fact in facts:
        words, count = tell(fact, chance)
        said = " ".join(words) + (f" where {count} {fact.counted[1]} were {fact.counted[0]}" if fact.counted else "")
        start = len(text)
        text += said + ".\n"
        claim = make_claim(id_, said, start, (fact, count))
        if chance.random() < 0.4:
            voices.append(make_attribution(claim, chance.choice(words[:1] + words[-1:]).capitalize()))
            claim = make_claim(id_, said, start, (fact, count), (voices[-1].id,))
        told.append(claim)
    day = f"2024-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    article = Article(
        id=id_, uri=f"{number}.txt", sha256=id_, language="en", title=None, text=text, story=story, published=day
    )
    return article, Extraction(article=id_, attributions=tuple(voices), claims=tuple(told))


def make_claim(
    article: str, said: str, start: int, told: tuple[Fact, int], attributions: tuple[str, ...] = ()
) -> Claim:
    fact, count = told
    span = Span(start, start + len(said))
    names = [Name(span=Span(start + said.index(w), start + said.index(w) + len(w)), text=w) for w in find_names(said)]
    counts = []
    if fact.counted:
        role, unit = fact.counted
        at = start + said.index(f"{count} {unit}")
        counted = f"{count} {unit}"
        counts.append(
            Quantity(
                span=Span(at, at + len(counted)), text=counted, low=count, best=count, high=count, unit=unit, role=role
            )
        )
    return Claim(
        id=make_id("claim", article, str(start)), article=article, span=span, text=said, sentence=span,
        attributions=attributions, quantities=tuple(counts), names=tuple(names),
    )  # fmt: skip


def find_names(said: str) -> list[str]:
    return sorted({word for word in said.split() if word.istitle()})


def make_attribution(claim: Claim, name: str) -> Attribution:
    return Attribution(
        id=make_id("attribution", claim.id), article=claim.article,
        source=Source(span=None, text=name, name=name, kind="person", basis="stated"),
        cue=Mark(span=None, text="said"), content=Content(spans=(claim.span,), text=claim.text), type="indirect",
    )  # fmt: skip


def make_pile(claims: int, mode: str) -> Pile:
    """Invented articles with about as many claims.

    Args:
        claims: how many.
        mode: how they are parted; see above.
    """
    chance = random.Random(claims)
    pile = Pile([], [], [])
    scenes = 1 if mode == "event" else max(1, round(claims / (ARTICLES_OF_SCENE * CLAIMS_OF_ARTICLE)))
    articles = max(1, round(claims / (scenes * CLAIMS_OF_ARTICLE)))
    for scene in range(scenes):
        facts = make_facts(chance, FACTS_OF_EVENT if mode == "event" else FACTS)
        heard = [1 / (rank + 5) for rank in range(len(facts))]
        story = f"story{scene if mode == 'threads' else 0}"
        for _ in range(articles):
            chosen = dict.fromkeys(chance.choices(range(len(facts)), heard, k=4 * CLAIMS_OF_ARTICLE))
            told = [facts[at] for at in list(chosen)[:CLAIMS_OF_ARTICLE]]
            article, extraction = write_article(told, story, len(pile.articles), chance)
            pile.articles.append(article)
            pile.extractions.append(extraction)
    for story in dict.fromkeys(a.story or "" for a in pile.articles):
        of_story = tuple(a.id for a in pile.articles if a.story == story)
        pile.stories.append(Story(id=story, title="", articles=of_story))
    return pile


def draw_vectors(texts: Sequence[str]) -> Vectors:
    """Vectors of 512 dimensions: the sum of one drawn by chance for each word."""
    known: dict[str, Vectors] = {}
    found = np.zeros((len(texts), 512), dtype=np.float32)
    for at, text in enumerate(texts):
        for word in find_words(text):
            if word not in known:
                seed = np.random.default_rng(list(word.encode()))
                known[word] = seed.standard_normal(512).astype(np.float32)
            found[at] += known[word]
    return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)


def measure(claims: int, mode: str, embedder: str) -> dict[str, float]:
    """CPU seconds and peak memory in MB of this process, and the floor's seconds."""
    embedders.register("drawn", draw_vectors)
    pile = make_pile(claims, mode)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    begun = time.process_time()
    found = match(pile.extractions, pile.articles, pile.stories, Settings(embedder=embedder))
    seconds = time.process_time() - begun
    return {
        "claims": len(found.claims),
        "collations": len(found.collations),
        "largest": max(len(c.claims) for c in found.collations),
        "seconds": seconds,
        "before": before,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "floor": estimate_floor(pile, embedder),
    }


def estimate_floor(pile: Pile, embedder: str) -> float:
    """CPU seconds that scoring every pair inside a story would take, from those that some pairs took."""
    claims = {e.article: e.claims for e in pile.extractions}
    sizes = [sum(len(claims[a]) for a in story.articles) for story in pile.stories]
    some = [c for extraction in pile.extractions[:60] for c in extraction.claims]
    profiles = make_full_profiles(some, {a.id: a for a in pile.articles}, embedder)
    chance = random.Random(0)
    begun = time.process_time()
    for _ in range(PAIRS):
        score_pair(*chance.sample(profiles, 2))
    return (time.process_time() - begun) / PAIRS * sum(size * (size - 1) / 2 for size in sizes)


def find_exponent(rows: Sequence[dict[str, float]], key: str = "seconds") -> Iterator[float]:
    """From each size to the next: the power of the number of claims with which the cost grows."""
    for small, large in pairwise(rows):
        yield math.log(large[key] / small[key]) / math.log(large["claims"] / small["claims"])


def run_alone(claims: int, mode: str, embedder: str) -> dict[str, float]:
    """Measure in a process of its own, so that one run's memory is not another's; with one thread for its vectors."""
    order = [sys.executable, __file__, "--measure", str(claims), mode, embedder]
    done = subprocess.run(order, env=os.environ | {"OPENBLAS_NUM_THREADS": "1"}, check=True, capture_output=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main(arguments: Sequence[str]) -> int:
    """Print a table for each mode."""
    parser = make_parser(__doc__)
    parser.add_argument("claims", metavar="CLAIMS", nargs="*", type=lambda word: int(word.replace(",", "")))
    parser.add_argument("--mode", choices=MODES)
    parser.add_argument("--embedder", choices=("none", "drawn", "fuse"), default="drawn")
    parser.add_argument("--measure", nargs=3, help=argparse.SUPPRESS)  # one size, in a process of its own
    given = parser.parse_args(arguments)
    if given.measure:
        claims, mode, embedder = given.measure
        print(json.dumps(measure(int(claims), mode, embedder)))
        return 0
    embedder, sizes = given.embedder, given.claims or list(SIZES)
    modes = [given.mode] if given.mode else list(MODES)
    for mode in modes:
        print(f"{mode}, --embedder {embedder}")
        print(f"  {'claims':>8} {'collations':>10} {'largest':>7} {'CPU s':>9} {'MB':>6} {'all pairs, CPU s':>17}")
        rows = []
        for size in sizes:
            row = run_alone(size, mode, embedder)
            rows.append(row)
            cells = f"{row['claims']:8,} {row['collations']:10,} {row['largest']:7,} {row['seconds']:9.1f}"
            print(f"  {cells} {row['megabytes']:6.0f} {row['floor']:17,.0f}", flush=True)
        print("  grows with the power " + ", ".join(f"{power:.2f}" for power in find_exponent(rows)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
