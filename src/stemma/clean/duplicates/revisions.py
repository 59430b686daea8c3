"""Versions of one article: the later is a revision of the earlier."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from stemma.model import Article
from stemma.text import find_words, fold

LEAST_SHARED = 0.5  # of the smaller one's runs of words: less is another article, at the same address or not
RUN = 4  # words
TRACKING = ("utm_", "fbclid", "gclid", "at_", "ref")  # parameters of an address that name no other page


def mark_revisions(articles: list[Article]) -> list[Article]:
    """The same articles, in the same order, with `revision_of` set on each later version of an earlier one.

    Two are versions of one article where they have the same address, or the same outlet and headline, share most of
    their wording, differ in it, and say at which moments they were published, changed or fetched.
    """
    groups: dict[tuple[str, ...], list[Article]] = defaultdict(list)
    for article in articles:
        for key in find_version_keys(article):
            groups[key].append(article)
    earlier: dict[str, str] = {}
    for _, group in sorted(groups.items()):
        ordered = sorted(group, key=lambda a: (_find_moment(a), a.uri))
        for position, article in enumerate(ordered[1:], start=1):
            before = next((a for a in reversed(ordered[:position]) if _is_version(a, article)), None)
            if before is not None:
                earlier.setdefault(article.id, before.id)
    return [replace(article, revision_of=earlier.get(article.id)) for article in articles]


def find_version_keys(article: Article) -> Iterable[tuple[str, ...]]:
    """Yield what two versions of one article have in common: their address; else their outlet and headline."""
    if article.url:
        yield ("url", strip_address(article.url))
    if article.outlet and article.title:
        yield ("title", fold(article.outlet), " ".join(find_words(article.title)))


def strip_address(address: str) -> str:
    """The address without scheme, "www.", trailing slash, fragment, and parameters that only track readers."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:  # a bracket that opens no IPv6 address
        return address
    kept = [item for item in parts.query.split("&") if item and not item.startswith(TRACKING)]
    host = parts.netloc.casefold().removeprefix("www.").removeprefix("amp.")
    return f"{host}{parts.path.rstrip('/')}" + (f"?{'&'.join(sorted(kept))}" if kept else "")


def _find_moment(article: Article) -> str:
    return max(article.modified or "", article.published or "") or article.retrieved or ""


def _is_version(one: Article, other: Article) -> bool:
    stamps = [(a.modified, a.published, a.retrieved) for a in (one, other)]
    if one.text == other.text or one.language != other.language or stamps[0] == stamps[1]:
        return False
    runs, others = _make_runs(one), _make_runs(other)
    return len(runs & others) >= LEAST_SHARED * max(1, min(len(runs), len(others)))


def _make_runs(article: Article) -> set[tuple[str, ...]]:
    words: Sequence[str] = find_words(article.text)
    if len(words) < len(article.text) / 20:  # writing without spaces
        words = [letter for letter in article.text if letter.isalnum()]
    return set(zip(*(words[start:] for start in range(RUN)), strict=False))
