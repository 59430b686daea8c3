"""Other programs for parts of what Stemma does, on the same invented articles and the same machine, with naive floors.

usage: python bench/speed_peers.py [--articles N]

Reading web pages: newspaper4k, and trafilatura as it is. Quotations: textacy. Near copies: datasketch. Grouping:
scikit-learn's TF-IDF. CPU milliseconds an article, loading apart, and how good the outcome is where the die that made
the articles knows. They are a group of dependencies for an environment of its own; what is absent is named:

    UV_PROJECT_ENVIRONMENT=.venv-peers uv sync --frozen --no-default-groups --group peers
    .venv-peers/bin/python bench/speed_peers.py
"""

import importlib
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from arguments import make_parser
from invented_news import describe, make_news
from news_events import Article as News
from news_pages import write_page
from pages import PAGES as PLACE
from pages import Page, Reading, measure, read_floor, read_ours, read_pages, read_peer, split_tokens
from speed_runs import Asked
from stemma.clean import mark_duplicates
from stemma.cluster import cluster
from stemma.extract import find_attributions
from stemma.model import Article
from stemma.settings import Settings
from stemma.text import make_id

HOW = "uv sync --frozen --no-default-groups --group peers, in an environment of its own"
PAGES = 100  # that are read at most: newspaper4k is slow
WARM = 3
FAILED = "failed"
SHINGLE, PERMUTATIONS, ALIKE = 5, 128, 0.7  # words; of MinHash; the Jaccard similarity of near copies
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)  # of TF-IDF: the best of them is told, which flatters it
PIPELINES = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg")  # spaCy's own, which it does not give to PyPI
SAID = re.compile(r"[“\"]([^”\"]{20,})[”\"],? (?:said ([A-Z]\w+(?: [A-Z]\w+)*)|([A-Z]\w+(?: [A-Z]\w+)*) said)")


@dataclass(frozen=True)
class Row:
    """What one program took for one article, and what came of it."""

    name: str
    milliseconds: float
    outcome: str


def load(name: str) -> ModuleType | None:
    """A peer, where it is installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def absent(name: str) -> Row:
    return Row(name, float("nan"), f"absent: {HOW}")


def clock(work: Callable[[], Any], articles: int) -> tuple[Any, float]:
    """What the work gives, and CPU milliseconds an article."""
    start = time.process_time()
    found = work()
    return found, 1000 * (time.process_time() - start) / articles


def make_articles(news: Sequence[News]) -> list[Article]:
    """The articles, as cleaning hands them on."""
    return [
        Article(
            id=make_id("article", number), uri=f"{number}.txt", sha256=make_id("hash", one.text), language=one.language,
            title=one.title, text=f"{one.title}\n{one.text}", published=one.published.isoformat(), outlet=one.outlet,
        )
        for number, one in enumerate(news)
    ]  # fmt: skip


# ---- reading web pages


def compare_reading(news: Sequence[News]) -> Iterator[Row]:
    """Ours, newspaper4k, trafilatura, and all visible text, on invented pages."""
    made = [
        Page(
            name=f"{number}", country="", html=write_page(one, describe(one, number)["url"]), body=one.text,
            url=describe(one, number)["url"], title=one.title, published=one.published.isoformat(),
        )
        for number, one in enumerate(news[:PAGES])
    ]  # fmt: skip
    yield from judge_readers(made)


def compare_real_reading(_news: Sequence[News]) -> Iterator[Row]:
    """The same on real pages, where they are."""
    real = list(read_pages([]))
    if real:
        yield from judge_readers(real)
    else:
        yield Row("real pages", float("nan"), f"absent: {PLACE}")


def judge_readers(pages: Sequence[Page]) -> Iterator[Row]:
    yield judge_reading("Stemma", read_ours, pages)
    newspaper = load("newspaper")
    if newspaper:
        yield judge_reading("newspaper4k", partial(read_newspaper, newspaper), pages)
    else:
        yield absent("newspaper4k")
    yield judge_reading("trafilatura", read_peer, pages)
    yield judge_reading("all visible text", read_floor, pages)


def read_newspaper(newspaper: ModuleType, page: Page) -> Reading:
    article = newspaper.Article(page.url or "https://news.example/", fetch_images=False)
    article.download(input_html=page.html.decode("utf-8", "replace"))
    try:
        article.parse()
    except Exception:  # for some languages it asks for more packages, after it has looked at the page
        return Reading(title=FAILED)
    return Reading(body=article.text, title=article.title)


def score_body(gold: str, found: str) -> float:
    """F1 of the words."""
    recall, precision = measure(Counter(split_tokens(gold)), Counter(split_tokens(found)))
    return 2 * recall * precision / ((recall + precision) or 1)


def judge_reading(name: str, read: Callable[[Page], Reading], pages: Sequence[Page]) -> Row:
    for page in pages[:WARM]:
        read(page)
    readings, spent = clock(lambda: [read(page) for page in pages], len(pages))
    pairs = zip(pages, readings, strict=True)
    f1 = sum(score_body(page.body, reading.body) for page, reading in pairs) / len(pages)
    failed = sum(reading.title == FAILED for reading in readings)
    return Row(
        name,
        spent,
        f"{1000 / spent:.0f} pages a CPU second, F1 of words {f1:.3f}" + f", {failed} failed" * bool(failed),
    )


# ---- quotations


def compare_quotations(news: Sequence[News]) -> Iterator[Row]:
    """Ours, textacy, and one pattern; English only, which is all that textacy's pipeline here knows."""
    texts = [one.text for one in news if one.language == "en"]
    for text in texts[:WARM]:
        find_attributions(text, "en")
    found, spent = clock(lambda: [find_attributions(text, "en") for text in texts], len(texts))
    direct = sum(one.type == "direct" for each in found for one in each)
    every = sum(map(len, found))
    yield Row(
        "Stemma", spent, f"{every / len(texts):.1f} an article, {direct / len(texts):.1f} of them direct quotations"
    )
    yield quote_with_textacy(texts)
    matches, spent = clock(lambda: [SAID.findall(text) for text in texts], len(texts))
    yield Row("one pattern", spent, f"{sum(map(len, matches)) / len(texts):.1f} direct quotations an article")


def quote_with_textacy(texts: Sequence[str]) -> Row:
    """With a parser of spaCy's where one is installed; without one it finds nothing, and the cost is a lower bound."""
    spacy, extract = load("spacy"), load("textacy.extract")
    if spacy is None or extract is None:
        return absent("textacy")
    name = next((one for one in PIPELINES if spacy.util.is_package(one)), None)
    pipeline = spacy.load(name) if name else spacy.blank("en")
    if not name:
        pipeline.add_pipe("sentencizer")

    def quote(text: str) -> int:
        try:
            return sum(1 for _ in extract.direct_quotations(pipeline(text)))
        except ValueError:  # an odd number of quotation marks
            return 0

    for text in texts[:WARM]:
        quote(text)
    counts, spent = clock(lambda: [quote(text) for text in texts], len(texts))
    why = "" if name else "; no parser: spaCy's pipelines are not on PyPI, so this is splitting into words alone"
    return Row("textacy", spent, f"{sum(counts) / len(texts):.1f} direct quotations an article{why}")


# ---- near copies


def compare_copies(news: Sequence[News]) -> Iterator[Row]:
    """Ours, datasketch, and the same text."""
    articles = make_articles(news)
    marked, spent = clock(lambda: mark_duplicates(articles), len(articles))
    ours = sum(bool(one.duplicate_of or one.revision_of) for one in marked)
    yield Row("Stemma", spent, f"{ours} copies and later versions of {len(articles)}")
    datasketch = load("datasketch")
    if datasketch:
        found, spent = clock(partial(find_near_copies, datasketch, articles), len(articles))
        yield Row("datasketch", spent, f"{found} that are near another ({PERMUTATIONS} permutations, Jaccard {ALIKE})")
    else:
        yield absent("datasketch")
    texts, spent = clock(lambda: len({" ".join(one.text.casefold().split()) for one in articles}), len(articles))
    yield Row("the same text", spent, f"{len(articles) - texts} copies")


def find_near_copies(datasketch: ModuleType, articles: Sequence[Article]) -> int:
    index, found = datasketch.MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS), 0
    for article in articles:
        words = article.text.casefold().split()
        shingles = {" ".join(words[at : at + SHINGLE]).encode() for at in range(max(1, len(words) - SHINGLE + 1))}
        sketch = datasketch.MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch(list(shingles))
        found += bool(index.query(sketch))
        index.insert(article.id, sketch)
    return found


# ---- grouping


def compare_grouping(news: Sequence[News]) -> Iterator[Row]:
    """Ours, TF-IDF of scikit-learn with the best of some thresholds, every article by itself, and all together."""
    articles = make_articles(news)
    gold = {article.id: one.event for article, one in zip(articles, news, strict=True)}
    (grouped, _, _), spent = clock(lambda: cluster(articles, Settings()), len(articles))
    yield Row("Stemma", spent, f"B³ F1 {score_groups(gold, {one.id: one.story for one in grouped}):.3f}")
    if load("sklearn"):
        best, spent = clock(partial(group_by_words, articles, gold), len(articles))
        share = f"B³ F1 {best:.3f}, the best of {len(THRESHOLDS)} thresholds; the time is for all of them"
        yield Row("scikit-learn TF-IDF", spent, share)
    else:
        yield absent("scikit-learn TF-IDF")
    yield Row("each by itself", 0, f"B³ F1 {score_groups(gold, {id: id for id in gold}):.3f}")


def group_by_words(articles: Sequence[Article], gold: dict[str, int]) -> float:
    """Whoever is near enough to another is in one group with it."""
    from scipy.sparse.csgraph import connected_components
    from sklearn.feature_extraction.text import TfidfVectorizer

    rows = TfidfVectorizer(sublinear_tf=True).fit_transform(one.text for one in articles)
    near = rows @ rows.T
    best = 0.0
    for threshold in THRESHOLDS:
        _, groups = connected_components(near > threshold, directed=False)
        told = dict(zip(gold, map(str, groups), strict=True))
        best = max(best, score_groups(gold, told))
    return best


def score_groups(gold: dict[str, int], told: dict[str, Any]) -> float:
    """B-cubed F1."""
    both = Counter((gold[id], told[id]) for id in gold)
    real, found = Counter(gold.values()), Counter(told[id] for id in gold)
    precision = sum(n * n / found[group] for (_, group), n in both.items()) / len(gold)
    recall = sum(n * n / real[event] for (event, _), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


TASKS: dict[str, Callable[[Sequence[News]], Iterator[Row]]] = {
    "reading invented web pages": compare_reading,
    "reading real web pages": compare_real_reading,
    "quotations": compare_quotations,
    "near copies": compare_copies,
    "grouping": compare_grouping,
}


def measure_peers(asked: Asked) -> bool:
    """Print all peers, task by task."""
    news = list(make_news(asked.articles, a_day=asked.a_day))
    for task, compare in TASKS.items():
        print(f"{task}, CPU milliseconds an article")
        for row in compare(news):
            print(f"  {row.name:22}{row.milliseconds:9.2f}   {row.outcome}", flush=True)
    return True


def main(arguments: Sequence[str]) -> int:
    """Compare."""
    parser = make_parser(__doc__)
    parser.add_argument("--articles", metavar="N", type=int, default=300)
    measure_peers(Asked(Path(), parser.parse_args(arguments).articles))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
