"""Make a pile of invented news, told in six languages by hundreds of outlets, as large as asked for.

usage: python bench/invented_news.py ARTICLES PLACE [--form txt|jsonl|html|warc] [--seed N] [--a-day N]
       python bench/invented_news.py --beside DOCS.jsonl [--articles N]

Articles of some 320 words, drawn by a die with a seed: the same words every time. Half of them are alone on their event
or one of two, a few events have fifty and more, and so many a day keep coming however many are asked for. Forms: a
folder of text files with meta.jsonl, one JSON Lines file, a folder of web pages, one packed WARC. People, towns,
outlets and the rare words are made of syllables; the common words and the names of states are real. --beside prints
what an article of these holds, and one of a file of real ones, so that costs can be compared.
"""

import argparse
import heapq
import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import accumulate, islice
from pathlib import Path

from arguments import make_parser
from news_events import START, Article, make_event, tell_event
from news_pages import make_warc_record, write_page

A_DAY = 250
LARGEST = 150  # articles on one event
STEEPNESS = 2.45  # of the power law of how many articles tell an event
WARM = 100  # articles
FORMS = ("txt", "jsonl", "html", "warc")


def make_news(articles: int, seed: int = 8, a_day: int = A_DAY) -> Iterator[Article]:
    """Invented articles in the order of their days.

    Args:
        articles: how many.
        seed: another makes other news.
        a_day: how many are published on one day, whatever their number.
    """
    waiting: list[tuple[str, int, int, Article]] = []
    begun = 0
    for number, size in enumerate(draw_sizes(articles, random.Random(seed))):
        start = START + timedelta(days=begun / a_day)
        while waiting and waiting[0][-1].published < start:
            yield heapq.heappop(waiting)[-1]
        die = random.Random(f"{seed} {number}")
        for place, article in enumerate(tell_event(make_event(number, size, start, die), size, die)):
            heapq.heappush(waiting, (article.published.isoformat(), number, place, article))
        begun += size
    while waiting:
        yield heapq.heappop(waiting)[-1]


def draw_sizes(articles: int, die: random.Random) -> Iterator[int]:
    """How many articles each event has, until all are used."""
    sums = list(accumulate((1 + size) ** -STEEPNESS for size in range(LARGEST)))
    while articles > 0:
        size = min(articles, die.choices(range(1, LARGEST + 1), cum_weights=sums)[0])
        articles -= size
        yield size


def describe(article: Article, number: int) -> dict[str, str]:
    """What is known of an article beside its text."""
    slug = "-".join(article.outlet.casefold().split())
    return {
        "outlet": article.outlet,
        "date": article.published.isoformat(timespec="minutes"),
        "url": f"https://{slug}.example/{article.published:%Y/%m/%d}/{number}",
        **({"author": article.author} if article.author else {}),
    }


def write_texts(articles: Iterable[Article], place: Path) -> None:
    """A folder of text files, with what is known of each."""
    place.mkdir(parents=True)
    with (place / "meta.jsonl").open("w", encoding="utf-8") as meta:
        for number, article in enumerate(articles):
            name = f"{number:06}.txt"
            (place / name).write_text(f"{article.title}\n{article.text}\n", encoding="utf-8")
            meta.write(json.dumps({"file": name, **describe(article, number)}, ensure_ascii=False) + "\n")


def write_rows(articles: Iterable[Article], place: Path) -> None:
    """One JSON Lines file."""
    with place.open("w", encoding="utf-8") as rows:
        for number, article in enumerate(articles):
            row = {"id": f"{number:06}", "title": article.title, "text": article.text, **describe(article, number)}
            rows.write(json.dumps(row, ensure_ascii=False) + "\n")


def write_pages(articles: Iterable[Article], place: Path) -> None:
    """A folder of web pages."""
    place.mkdir(parents=True)
    for number, article in enumerate(articles):
        (place / f"{number:06}.html").write_bytes(write_page(article, describe(article, number)["url"]))


def write_archive(articles: Iterable[Article], place: Path) -> None:
    """A packed WARC of the same pages."""
    with place.open("wb") as archive:
        for number, article in enumerate(articles):
            address = describe(article, number)["url"]
            archive.write(make_warc_record(write_page(article, address), address))


def write_news(articles: Iterable[Article], place: Path, form: str) -> None:
    """A pile in one of the forms."""
    {"txt": write_texts, "jsonl": write_rows, "html": write_pages, "warc": write_archive}[form](articles, place)


def count_findings(path: Path, number: int) -> dict[str, float]:
    """What an article of a file holds on average, and what reading and extraction find in it."""
    from stemma.extract import extract
    from stemma.pipeline import read_articles
    from stemma.settings import Settings

    for article in read_articles([path], Settings())[0][:WARM]:  # each language is loaded before the clock runs
        extract(article)
    started = time.process_time()
    articles, _ = read_articles([path], Settings())
    read = time.process_time()
    extractions = [extract(article) for article in articles[:number]]
    ended = time.process_time()
    claims = [claim for extraction in extractions for claim in extraction.claims]
    counts = {
        "words": sum(len(article.text.split()) for article in articles[:number]),
        "claims": len(claims),
        "attributions": sum(len(extraction.attributions) for extraction in extractions),
        "quantities": sum(len(claim.quantities) for claim in claims),
        "names": sum(len(claim.names) for claim in claims),
        "places": sum(len(claim.places) for claim in claims),
        "moments": sum(len(claim.moments) for claim in claims),
        "ms to extract": 1000 * (ended - read),
    }
    return {"ms to read": 1000 * (read - started) / len(articles)} | {
        key: value / len(extractions) for key, value in counts.items()
    }


def count_words(texts: Iterable[str]) -> tuple[int, int, float]:
    """All words, those that differ, and the share that the hundred most frequent have."""
    counted = Counter(word for text in texts for word in text.casefold().split())
    return counted.total(), len(counted), sum(n for _, n in counted.most_common(100)) / counted.total()


def compare(path: Path, number: int) -> None:
    """Print what invented and real articles hold."""
    with tempfile.TemporaryDirectory() as folder:
        invented, real = Path(folder, "invented.jsonl"), Path(folder, "real.jsonl")
        write_rows(make_news(number), invented)
        with path.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in islice(lines, number)]
        kept = [{"text": " ".join(row.get("sentences", ()))} | row for row in rows]
        kept = [
            {key: row[key] for key in ("title", "text", "date", "url") if row.get(key)} for row in kept if row["text"]
        ]
        real.write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")
        found = {name: count_findings(file, number) for name, file in (("invented", invented), ("real", real))}
        invented_texts = (json.loads(line)["text"] for line in invented.read_text(encoding="utf-8").splitlines())
        words = {"invented": count_words(invented_texts), "real": count_words(row["text"] for row in kept)}
    print(f"{'an article has':16}{'invented':>10}{'real':>10}")
    for key in found["real"]:
        print(f"{key:16}{found['invented'][key]:10.1f}{found['real'][key]:10.1f}")
    for name, (total, different, head) in words.items():
        print(f"{name}: {total:,} words, {different:,} different, the hundred most frequent make {head:.0%}")


def main(arguments: Sequence[str]) -> int:
    """Write a pile, or compare."""
    parser = make_parser(__doc__)
    parser.add_argument("number", metavar="ARTICLES", nargs="?", type=int)
    parser.add_argument("place", metavar="PLACE", nargs="?", type=Path)
    parser.add_argument("--form", choices=FORMS, default="txt")
    parser.add_argument("--seed", metavar="N", type=int, default=8)
    parser.add_argument("--a-day", metavar="N", type=int, default=A_DAY)
    parser.add_argument("--beside", metavar="DOCS.jsonl", type=Path)
    parser.add_argument("--articles", metavar="N", type=int, default=300, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.beside:
        compare(given.beside, given.articles)
    elif given.number and given.place:
        write_news(make_news(given.number, given.seed, given.a_day), given.place, given.form)
    else:
        parser.error("give ARTICLES and PLACE, or --beside DOCS.jsonl")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
