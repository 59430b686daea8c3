"""Events told in four languages: which claims of Wikinews articles and their translations are one event.

usage: python bench/meantime.py [--limit N]
Every story of ../shared/corpora/meantime.dev.jsonl is one article in English, Spanish, Italian and Dutch, with chains
of event mentions that go through all four. The four are matched as one story. A joined pair of claims of two languages
is right where some chain has a mention in both; it counts where both hold mentions. A chain that two languages share
is found where some joined pair holds it on both sides. The floor joins sentences that share a name, and whose dates
are the same (or that both have none, and so stand under the date of the article).
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from arguments import make_parser
from dossier import SHARED
from stemma.extract import extract
from stemma.find import find_moments, find_names
from stemma.lang import find_language
from stemma.match import match
from stemma.model import Article, Span, Story
from stemma.settings import Settings
from stemma.text import fold

CORPUS = SHARED / "corpora" / "meantime.dev.jsonl"
GLUED_LEFT = frozenset([",", ".", ";", ":", "!", "?", ")", "%", "'s", "'", "''"])
GLUED_RIGHT = frozenset(["(", "$", "``"])
QUOTES = {"``": '"', "''": '"'}

Json = dict[str, Any]
Part = tuple[str, Span]  # the article and a place in it
Pairs = list[tuple[Part, Part]]


class Telling(NamedTuple):
    """One article in one language: its text, its sentences, and its event mentions by chain."""

    article: Article
    sentences: tuple[Span, ...]
    events: tuple[tuple[str, Span], ...]

    def find_chains(self, span: Span) -> set[str]:
        """The chains with a mention inside."""
        return {chain for chain, place in self.events if span.holds(place)}


def read_document(document: Json) -> Telling:
    """The text of tokenised sentences, one a line."""
    text, sentences, tokens = "", [], []
    for sentence in document["sentences"]:
        start, places, glued = len(text), [], True
        for token in sentence.split():
            gap = "" if glued or token in GLUED_LEFT else " "
            word = QUOTES.get(token, token)
            places.append(Span(len(text) + len(gap), len(text) + len(gap) + len(word)))
            text, glued = text + gap + word, token in GLUED_RIGHT
        sentences.append(Span(start, len(text)))
        tokens.append(places)
        text += "\n"
    events = [
        (chain, Span(tokens[at][first].start, tokens[at][last].end))
        for kind, _, at, first, last, chain, *_ in document["mentions"]
        if kind == "event" and at < len(tokens) and last < len(tokens[at])
    ]
    title = text[: sentences[0].end] if sentences else None
    article = Article(
        id=document["id"], uri=document["id"], sha256="", language=document["lang"], title=title, text=text, story="s"
    )
    return Telling(article, tuple(sentences), tuple(events))


def load() -> Iterator[list[Telling]]:
    """The tellings of every story."""
    stories: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        stories[document["topic"], document["story"]].append(read_document(document))
    yield from (tellings for _, tellings in sorted(stories.items()))


def join_ours(tellings: Sequence[Telling], embedder: str) -> Pairs:
    """Pairs of claims in one collation, of two languages."""
    articles = [t.article for t in tellings]
    story = Story(id="s", title="", articles=tuple(a.id for a in articles))
    matching = match([extract(a) for a in articles], articles, [story], Settings(embedder=embedder))
    claims = {claim.id: claim for claim in matching.claims}
    groups = [[claims[i] for i in collation.claims] for collation in matching.collations]
    return [
        ((a.article, a.span), (b.article, b.span))
        for g in groups
        for a, b in combinations(g, 2)
        if a.article != b.article
    ]


def join_plainly(tellings: Sequence[Telling]) -> Pairs:
    """The floor: sentences with a name in common, and the same dates."""
    keys = []
    for telling in tellings:
        text, language = telling.article.text, find_language(telling.article.language)
        names = [(n.span, fold(n.text)) for n in find_names(text, language)]
        dates = [(m.span, m.value) for m in find_moments(text, language)]
        for span in telling.sentences:
            here = {name for place, name in names if span.holds(place)}
            keys.append(((telling.article.id, span), here, {value for place, value in dates if span.holds(place)}))
    return [
        (a, b)
        for (a, names, dates), (b, others, days) in combinations(keys, 2)
        if a[0] != b[0] and names & others and dates == days
    ]


class Score(NamedTuple):
    """Joined pairs that count, those that are right, chains that two languages share, those that were found."""

    joined: int = 0
    right: int = 0
    shared: int = 0
    found: int = 0

    def add(self, other: "Score") -> "Score":
        """The sums."""
        return Score(*(a + b for a, b in zip(self, other, strict=True)))

    def show(self) -> str:
        """Precision, recall and F1."""
        precision, recall = self.right / max(1, self.joined), self.found / max(1, self.shared)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"{precision:9.3f}{recall:8.3f}{f1:8.3f}   ({self.joined} pairs, {self.shared} chains)"


def score(tellings: Sequence[Telling], pairs: Pairs) -> Score:
    """The figures of one story."""
    by_id = {t.article.id: t for t in tellings}
    held = [(a[0], b[0], by_id[a[0]].find_chains(a[1]), by_id[b[0]].find_chains(b[1])) for a, b in pairs]
    counted = [(one, other, mine & theirs) for one, other, mine, theirs in held if mine and theirs]
    found = {(frozenset((one, other)), chain) for one, other, chains in counted for chain in chains}
    shared = sum(len({c for c, _ in a.events} & {c for c, _ in b.events}) for a, b in combinations(tellings, 2))
    return Score(len(counted), sum(bool(chains) for *_, chains in counted), shared, len(found))


WAYS: dict[str, Callable[[Sequence[Telling]], Pairs]] = {
    "fuse": lambda tellings: join_ours(tellings, "fuse"),
    "none": lambda tellings: join_ours(tellings, "none"),
    "floor": join_plainly,
}


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    parser = make_parser(__doc__)
    parser.add_argument("--limit", metavar="N", type=int, help="the first N stories only")
    given = parser.parse_args(arguments)
    if not CORPUS.exists():
        print(f"skipped: {Path(CORPUS)} is absent.")
        return 0
    stories = list(load())[: given.limit]
    print(f"{len(stories)} stories in four languages\n{'':6}{'precision':>9}{'recall':>8}{'F1':>8}")
    for way, join in WAYS.items():
        started, total = time.process_time(), Score()
        for tellings in stories:
            total = total.add(score(tellings, join(tellings)))
        print(f"{way:6}{total.show()}  {time.process_time() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
