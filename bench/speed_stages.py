"""What each stage costs an article, and where the memory of a run goes: a process of its own for each run.

usage: python bench/speed_stages.py PILE [--articles N] [--embedder NAME]
Prints one JSON object: CPU milliseconds an article by stage, megabytes held after it, the reference loop.

Grouping sees the whole pile; what comes after it is done for one thread, or one story that is in none, at a time, as a
run on a large pile does it. Before the clock runs, all is done for a few articles, so that what loads once is loaded.
Finding the language is measured inside cleaning and taken off it; sentence vectors stay in grouping and matching, and
are told apart as well.
"""

import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import stemma.clean as cleaning
from arguments import make_parser
from speed_runs import read_own_memory, run_reference
from stemma import __version__
from stemma.acquire import acquire
from stemma.clean import clean, mark_duplicates, split_posts
from stemma.cluster import cluster
from stemma.extract import extract
from stemma.match import match
from stemma.model import Article, Dossier, Extraction, RawDocument, Skipped, Story, Thread
from stemma.registry import embedders
from stemma.settings import Settings
from stemma.trace import trace
from stemma.weigh import weigh
from stemma.write import write

Matter = tuple[list[Article], list[Extraction], list[Story]]  # what is investigated together

WARM = 40  # articles


class Clock:
    """Adds up the CPU seconds of each stage, and looks at the memory after it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.texts = 0
        self.megabytes: dict[str, float] = {"start": read_own_memory()}

    @contextmanager
    def measure(self, stage: str) -> Iterator[None]:
        start = time.process_time()
        yield
        self.seconds[stage] += time.process_time() - start
        self.megabytes[stage] = read_own_memory()

    def wrap(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed on its own."""

        def timed(*arguments: Any) -> Any:
            start = time.process_time()
            found = function(*arguments)
            self.seconds[stage] += time.process_time() - start
            self.texts += len(arguments[0]) if stage == "vectors" else 0
            return found

        return timed


def read_pile(path: Path, most: int, clock: Clock) -> list[Article]:
    """The articles of a pile, at most so many."""
    settings, known = Settings(), cleaning.detect_language
    cleaning.detect_language = clock.wrap("language", known)
    with clock.measure("clean"):
        documents = (item for item in acquire([path], settings) if isinstance(item, RawDocument))
        parts = (part for document in islice(documents, most) for part in split_posts(document))
        done = (clean(part, settings) for part in parts)
        articles = mark_duplicates([item for item in done if not isinstance(item, Skipped)])
    cleaning.detect_language = known
    clock.seconds["clean"] -= clock.seconds["language"]
    return articles


def part_pile(
    articles: Sequence[Article], extractions: Sequence[Extraction], stories: Sequence[Story]
) -> Iterator[Matter]:
    """What is investigated together: the stories of a thread, or a story by itself."""
    known, found = {a.id: a for a in articles}, {e.article: e for e in extractions}
    matters: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        matters[story.thread or story.id].append(story)
    for held in matters.values():
        ids = sorted(id for story in held for id in story.articles)
        yield [known[id] for id in ids], [found[id] for id in ids], held


def investigate_matter(matter: Matter, threads: Sequence[Thread], settings: Settings, clock: Clock) -> int:
    """The stages after extraction; the bytes of the dossier."""
    articles, extractions, stories = matter
    with clock.measure("match"):
        matching = match(extractions, articles, stories, settings)
    with clock.measure("trace"):
        stemma = trace(matching, articles, settings)
    with clock.measure("weigh"):
        weighing = weigh(matching, stemma, articles, settings)
    with clock.measure("write"):
        dossier = Dossier(
            version=__version__, settings={}, articles=tuple(articles), skipped=(), stories=tuple(stories),
            threads=tuple(t for t in threads if t.id == stories[0].thread), attributions=matching.attributions,
            claims=matching.claims, collations=weighing.collations, witnesses=stemma.witnesses,
            derivations=stemma.derivations, assessments=weighing.assessments, wanted=weighing.wanted,
            timeline=weighing.timeline,
        )  # fmt: skip
        written = write(dossier, "json")
    return len(written)


def warm(path: Path, settings: Settings) -> float:
    """Run everything on a few articles, so that what is loaded once is loaded; the CPU seconds that this takes."""
    start, clock = time.process_time(), Clock()
    articles, stories, threads = cluster(read_pile(path, WARM, clock), settings)
    for matter in part_pile(articles, [extract(article) for article in articles], stories):
        investigate_matter(matter, threads, settings, clock)
    return time.process_time() - start


def measure(path: Path, most: int, embedder: str) -> dict[str, Any]:
    """Run all stages over a pile."""
    settings, clock = Settings(embedder=embedder), Clock()
    loading = warm(path, settings)
    clock.megabytes["loaded"] = read_own_memory()
    embedders.register(embedder, clock.wrap("vectors", embedders.find(embedder)))
    before = run_reference()
    articles = read_pile(path, most, clock)
    with clock.measure("cluster"):
        articles, stories, threads = cluster(articles, settings)
    with clock.measure("extract"):
        extractions = [extract(article) for article in articles]
    size, matters = 0, 0
    for matter in part_pile(articles, extractions, stories):
        size += investigate_matter(matter, threads, settings, clock)
        matters += 1
    vectors = clock.seconds.pop("vectors", 0.0)
    return {
        "articles": len(articles),
        "words": sum(len(article.text.split()) for article in articles) / len(articles),
        "claims": sum(len(extraction.claims) for extraction in extractions) / len(articles),
        "stories": len(stories),
        "matters": matters,
        "bytes": size / len(articles),
        "loading": loading,
        "vectors": 1000 * vectors / len(articles),
        "encoded": clock.texts / len(articles),
        "milliseconds": {stage: 1000 * spent / len(articles) for stage, spent in clock.seconds.items()},
        "megabytes": clock.megabytes,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "reference": (before + run_reference()) / 2,
    }


def main(arguments: Sequence[str]) -> int:
    """Measure once."""
    parser = make_parser(__doc__)
    parser.add_argument("pile", metavar="PILE", type=Path)
    parser.add_argument("--articles", metavar="N", type=int, default=10**9)
    parser.add_argument("--embedder", metavar="NAME", default="fuse")
    given = parser.parse_args(arguments)
    print(json.dumps(measure(given.pile, given.articles, given.embedder)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
