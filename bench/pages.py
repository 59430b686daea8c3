"""Score how web pages are read against hand-checked articles: body, title, day, outlet, furniture left in, speed.

usage: python bench/pages.py [--misses] [--plain] [--ours] [PART OF A NAME ...]

Reads ../shared/pages: a folder a country, in it NAME_DATE.html.gz, NAME.json with the article's parts for each version
of the page's layout, and meta.info with the addresses. Beside our reading stand trafilatura as it is (the peer) and all
visible text (the floor). --plain reads the visible text instead of the pages, as somebody copies a page into a file
(pages whose article is not to be seen are left out).

Tokens are words, and single characters in writing without spaces; F1 is over their counts. "left in" is the share of
our tokens that the gold has not. An outlet is right where its letters and those of the publisher's name hold one
another; a name in another script than Latin is right where the page's address says the publisher and the page the name.
"""

import gzip
import hashlib
import json
import re
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import mean
from typing import Any

import lxml.html

from arguments import make_parser
from stemma.clean import clean
from stemma.clean.language import detect_language
from stemma.model import RawDocument, Skipped
from stemma.settings import Settings

SEEN = 0.5  # of an article that is visible in its page
PAGES = Path(__file__).resolve().parents[2] / "shared" / "pages"
TOKEN = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+")
LANGUAGE_ENDING = re.compile(r"(?<=[a-z])(?:[A-Z]{2}|Com|Eu)$")
BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "br", "button", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "label", "legend", "li", "main", "nav",
    "ol", "option", "p", "pre", "section", "table", "td", "th", "tr", "ul",
])  # fmt: skip
UNSEEN = frozenset(
    ["head", "iframe", "noscript", "script", "select", "style", "svg", "template", "textarea", "title", "video"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page with the article that it holds."""

    name: str
    country: str
    html: bytes
    url: str
    body: str
    title: str
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader took from a page."""

    body: str = ""
    title: str | None = None
    published: str | None = None
    outlet: str | None = None


@dataclass(slots=True)
class Score:
    """A reader's figures, page by page."""

    f1: dict[str, float] = field(default_factory=dict)
    tokens: Counter[str] = field(default_factory=Counter)
    hits: dict[str, list[tuple[str, bool, str]]] = field(default_factory=lambda: defaultdict(list))
    seconds: float = 0.0


def read_pages(wanted: list[str]) -> Iterator[Page]:
    """Yield every page whose name holds one of the wanted words."""
    for path in sorted(PAGES.rglob("*.html.gz")):
        name = f"{path.parent.name}/{path.name.removesuffix('.html.gz')}"
        if wanted and not any(word in name for word in wanted):
            continue
        html = gzip.decompress(path.read_bytes())
        publisher = re.sub(r"_\d{4}_\d\d_\d\d$", "", path.name.removesuffix(".html.gz"))
        versions = json.loads((path.parent / f"{publisher}.json").read_text(encoding="utf-8"))
        meta = json.loads((path.parent / "meta.info").read_text(encoding="utf-8"))
        gold = find_version(versions, Counter(split_tokens(html.decode("utf-8", "replace"))))
        yield Page(
            name=name,
            country=path.parent.name,
            html=html,
            url=meta.get(path.name, {}).get("url", ""),
            body=join_body(gold),
            title=gold.get("title") or "",
            published=gold.get("publishing_date"),
        )


def find_version(versions: dict[str, Any], seen: Counter[str]) -> dict[str, Any]:
    """The version whose words stand in this page's source; the same publisher's other pages have other words."""
    return max(versions.values(), key=lambda version: measure(Counter(split_tokens(join_body(version))), seen)[0])


def join_body(version: dict[str, Any]) -> str:
    body = version.get("body") or {}
    parts = list(body.get("summary") or ())
    for section in body.get("sections") or ():
        parts += section.get("headline") or ()
        parts += section.get("paragraphs") or ()
    return "\n".join(parts)


def split_tokens(text: str) -> list[str]:
    return TOKEN.findall(text.replace("\xad", "").casefold())  # a soft hyphen is where a word may break, no letter


def measure(gold: Counter[str], found: Counter[str]) -> tuple[float, float]:
    """Recall of the gold and precision of what was found."""
    shared = (gold & found).total()
    return shared / max(gold.total(), 1), shared / max(found.total(), 1)


def dump_visible(html: bytes) -> str:
    """All text that a reader sees on a page, a line for each block."""
    tree = lxml.html.document_fromstring(
        html.decode("utf-8", "replace").replace("\x00", "") or "<p>", ensure_head_body=True
    )
    return "\n".join(line for line in "".join(walk(tree)).split("\n") if line.strip())


def walk(node: Any) -> Iterator[str]:
    if not isinstance(node.tag, str) or node.tag in UNSEEN or is_hidden(node):
        return
    edge = "\n" if node.tag in BLOCKS else ""
    yield edge + re.sub(r"\s+", " ", node.text or "")
    for child in node:
        yield from walk(child)
        yield re.sub(r"\s+", " ", child.tail or "")
    yield edge


def is_hidden(node: Any) -> bool:
    return node.get("hidden") is not None or "display:none" in (node.get("style") or "").replace(" ", "")


def measure_seen(page: Page) -> float:
    """The share of the gold's tokens that stand in the visible text."""
    return measure(Counter(split_tokens(page.body)), Counter(split_tokens(dump_visible(page.html))))[0]


# ---------------------------------------------------------------- readers


def read_ours(page: Page) -> Reading:
    return read_raw(page.html, ".html", page.name)


def read_plain(page: Page) -> Reading:
    return read_raw(dump_visible(page.html).encode(), ".txt", page.name)


def read_raw(content: bytes, suffix: str, name: str) -> Reading:
    raw = RawDocument(uri=name, sha256=hashlib.sha256(content).hexdigest(), content=content, suffix=suffix)
    article = clean(raw, Settings())
    if isinstance(article, Skipped):
        return Reading(title=f"SKIPPED: {article.reason}")
    return Reading(
        body=article.text[article.body_start :],
        title=article.title,
        published=article.published,
        outlet=article.outlet,
    )


def read_peer(page: Page) -> Reading:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(page.html.decode("utf-8", "replace"), include_comments=False, with_metadata=True)
    if found is None:
        return Reading()
    return Reading(body=found.text or "", title=found.title, published=found.date, outlet=found.sitename)


def read_floor(page: Page) -> Reading:
    return Reading(body=dump_visible(page.html))


# ---------------------------------------------------------------- scores


def score(read: Callable[[Page], Reading], pages: list[Page]) -> Score:
    result = Score()
    read(min(pages, key=lambda page: len(page.html)))  # start-up, as libraries load, is no part of a page's time
    detect_language(["umfula omkhulu wasemini ugcwele izikhukhula eziningi kakhulu namuhla ekuseni"])
    for page in pages:
        start = time.process_time()
        reading = read(page)
        result.seconds += time.process_time() - start
        gold, found = Counter(split_tokens(page.body)), Counter(split_tokens(reading.body))
        recall, precision = measure(gold, found)
        result.f1[page.name] = 2 * recall * precision / max(recall + precision, 1e-9)
        result.tokens.update(all=found.total(), left=(found - gold).total())
        for key, is_right, shown in judge(page, reading):
            result.hits[key].append((page.name, is_right, shown))
    return result


def judge(page: Page, reading: Reading) -> Iterator[tuple[str, bool, str]]:
    if page.title:
        yield "title", is_same_title(page.title, reading.title or ""), f"{reading.title} | {page.title}"
        yield "title, nearly", is_near_title(page.title, reading.title or ""), ""
    if page.published:
        yield "date", is_same_day(page.published, reading.published), f"{reading.published} | {page.published}"
    yield "outlet", is_outlet(page, reading.outlet or ""), f"{reading.outlet}"


def is_same_title(gold: str, found: str) -> bool:
    return split_tokens(gold) == split_tokens(found)


def is_near_title(gold: str, found: str) -> bool:
    """Four words in five the same: a page may have one headline for readers and one for search engines."""
    recall, precision = measure(Counter(split_tokens(gold)), Counter(split_tokens(found)))
    return 2 * recall * precision >= 0.8 * (recall + precision) > 0


def is_same_day(gold: str, found: str | None) -> bool:
    """The day as either writes it, or the same moment written for another time zone."""
    if not found:
        return False
    if gold[:10] == found[:10]:
        return True
    there, here = datetime.fromisoformat(gold), datetime.fromisoformat(found)
    return bool(there.tzinfo and here.tzinfo and there == here)


def is_outlet(page: Page, outlet: str) -> bool:
    publisher = re.sub(r"_\d{4}_\d\d_\d\d$", "", page.name.partition("/")[2])
    gold, found = squeeze(LANGUAGE_ENDING.sub("", publisher)), squeeze(outlet)
    if len(found) > 1 and not found.isascii():
        host = squeeze(page.url.split("/")[2]) if page.url.count("/") > 1 else ""
        return any(gold[:4] in place for place in (host, squeeze(page.url))) and outlet.encode() in page.html
    return len(found) > 1 and (gold in found or found in gold or is_short_for(gold, found))


def is_short_for(short: str, name: str) -> bool:
    """True where the letters of the short name stand in the long one in that order, from the first on."""
    rest = iter(name)
    return short[0] == name[0] and all(letter in rest for letter in short)


def squeeze(name: str) -> str:
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return re.sub(r"^(?:the|www)|[\W_]+", "", plain.casefold()).replace("oe", "o").replace("ae", "a").replace("ue", "u")


def print_table(scores: dict[str, Score], pages: list[Page]) -> None:
    rows: dict[str, Callable[[Score], float]] = {
        "body F1": lambda s: mean(s.f1.values()),
        "left in": lambda s: s.tokens["left"] / max(s.tokens["all"], 1),
        **{key: make_share(key) for key in ("title", "title, nearly", "date", "outlet")},
        "pages a CPU second": lambda s: len(s.f1) / max(s.seconds, 1e-9),
    }
    for country, count in sorted(Counter(page.country for page in pages).items()):
        rows[f"F1 {country} ({count})"] = make_country(country)
    print(" " * 20, *(f"{name:>12}" for name in scores))
    for label, figure in rows.items():
        print(f"{label:20}", *(f"{figure(result):12.3f}" for result in scores.values()))


def measure_ours() -> dict[tuple[str, str, str], float]:
    """The figures that have floors: ("pages", "ours", row), and ("pages", "plain", row) of pages copied into a file."""
    pages = list(read_pages([]))
    result, seen = score(read_ours, pages), [page for page in pages if measure_seen(page) >= SEEN]
    rows = {key: make_share(key)(result) for key in ("title", "title, nearly", "date", "outlet")}
    rows |= {"body": mean(result.f1.values()), "no furniture": 1 - result.tokens["left"] / max(result.tokens["all"], 1)}
    counts = Counter(page.country for page in pages)
    rows["lowest country"] = min(make_country(country)(result) for country, count in counts.items() if count > 1)
    plain = mean(score(read_plain, seen).f1.values())
    return {("pages", "ours", row): value for row, value in rows.items()} | {("pages", "plain", "body"): plain}


def make_share(key: str) -> Callable[[Score], float]:
    return lambda result: mean(right for _, right, _ in result.hits[key]) if result.hits[key] else 0.0


def make_country(country: str) -> Callable[[Score], float]:
    return lambda result: mean(value for name, value in result.f1.items() if name.startswith(f"{country}/"))


def print_misses(result: Score) -> None:
    for name, value in sorted(result.f1.items(), key=lambda item: item[1]):
        if value < 0.95:
            print(f"{value:.3f} {name}")
    for key, hits in result.hits.items():
        for name, is_right, shown in hits:
            if not is_right and shown:
                print(f"{key}: {name}: {shown}")


def main(arguments: Sequence[str]) -> int:
    """Print the table of each reader, and where ours fails."""
    parser = make_parser(__doc__)
    parser.add_argument("parts", metavar="PART OF A NAME", nargs="*")
    for name in ("--misses", "--plain", "--ours"):
        parser.add_argument(name, action="store_true")
    given = parser.parse_args(arguments)
    if not PAGES.is_dir():
        print("skipped: ../shared/pages is absent.")
        return 0
    pages = list(read_pages(given.parts))
    if given.plain:  # what no reader sees, nobody copies
        pages = [page for page in pages if measure_seen(page) >= SEEN]
    ours = read_plain if given.plain else read_ours
    readers: dict[str, Callable[[Page], Reading]] = {"ours": ours}
    if not given.ours:
        readers |= {"trafilatura": read_peer, "all visible": read_floor}
    scores = {name: score(read, pages) for name, read in readers.items()}
    print_table(scores, pages)
    if given.misses:
        print_misses(scores["ours"])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
