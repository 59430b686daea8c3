"""Exact and near copies: marked, never dropped."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import Indel

from stemma.clean.duplicates.revisions import mark_revisions
from stemma.model import Article
from stemma.text import find_words, make_id

SHINGLE = 5  # words
LEAST_SHARED = 0.965  # of the shorter text's shingles; a changed figure or a lost source is worth a look of its own
LEAST_RATIO = 0.9  # of the lengths
LONGEST_INSERTED = 4  # words in a row that one has more; a longer run may be a source that the other lost
EDGE = 0.05  # of a text at either end, where what is inserted is a dateline or a byline
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
# Two texts that pass share at least .965 of the shorter's shingles, so .87 of the longer's: of any .13 of either's,
# taken in one order, one must be among the same part of the other's. Only those are looked up (prefix filtering,
# Chaudhuri et al. 2006).
LOOKED_UP = 1 - LEAST_SHARED * LEAST_RATIO


def mark_duplicates(articles: list[Article]) -> list[Article]:
    """The same articles, in the same order: copies have `duplicate_of`, later versions `revision_of`, each an own id.

    The representative of a group is no reprint by its own account if one is none, then the article published first;
    among equals, that with the smallest uri.
    """
    named = _name_apart(articles)
    order = sorted(named, key=lambda a: (a.reprint, a.published is None, a.published or "", a.uri))
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in order:
        groups[" ".join(find_words(article.text)) or article.sha256].append(article)
    copies = {copy.id: group[0].id for group in groups.values() for copy in group[1:]}
    near = _find_near_copies([group[0] for group in groups.values()])
    final = {copy: near.get(first, first) for copy, first in copies.items()} | near
    return mark_revisions([replace(article, duplicate_of=final.get(article.id)) for article in named])


def _name_apart(articles: list[Article]) -> list[Article]:
    """Files with the same bytes have the same hash: the one with the smallest uri keeps the id that it gives."""
    first: dict[str, str] = {}
    for article in articles:
        first[article.sha256] = min(article.uri, first.get(article.sha256, article.uri))
    return [
        article if article.uri == first[article.sha256] else replace(article, id=make_id(article.sha256, article.uri))
        for article in articles
    ]


def _find_near_copies(articles: list[Article]) -> dict[str, str]:
    """Id of each near copy → id of the first article that it is a copy of; both in the order given."""
    shingled = [(article.id, frozenset(make_shingles(article.text))) for article in articles]
    figures = [Counter(_FIGURE.findall(article.text)) for article in articles]
    frequency = Counter(shingle for _, shingles in shingled for shingle in shingles)
    firsts: dict[int, list[int]] = defaultdict(list)  # shingle -> positions of representatives
    copies: dict[str, str] = {}
    for position, (identifier, shingles) in enumerate(shingled):
        rarest = _take_rarest(shingles, frequency)
        candidates = sorted({first for shingle in rarest for first in firsts.get(shingle, ())})
        likely = (first for first in candidates if _is_near_copy(shingles, shingled[first][1]))
        same = (first for first in likely if _have_figures_in_common(figures[position], figures[first]))
        exemplar = next((first for first in same if _is_whole(articles[position].text, articles[first].text)), None)
        if exemplar is not None:
            copies[identifier] = shingled[exemplar][0]
            continue
        for shingle in rarest:
            firsts[shingle].append(position)
    return copies


def _take_rarest(shingles: frozenset[int], frequency: Counter[int]) -> list[int]:
    shared = [shingle for shingle in shingles if frequency[shingle] > 1]
    unique = len(shingles) - len(shared)  # no other text has them, so they need no look-up, but they fill the quota
    quota = int(LOOKED_UP * len(shingles)) + 1 - unique
    return sorted(shared, key=lambda shingle: (frequency[shingle], shingle))[: max(quota, 0)]


def _is_near_copy(first: frozenset[int], second: frozenset[int]) -> bool:
    shorter, longer = sorted((len(first), len(second)))
    if shorter < LEAST_RATIO * longer:
        return False
    return shorter > 0 and len(first & second) >= LEAST_SHARED * shorter


def _have_figures_in_common(one: Counter[str], other: Counter[str]) -> bool:
    """False where each has a figure that the other lacks: one of them was changed, and that is to be seen."""
    return not (one - other and other - one)


def _is_whole(one: str, other: str) -> bool:
    """False where one of them has a run of words inside that the other has not."""
    words, others = list(_find_units(one)), list(_find_units(other))
    edges = EDGE * len(words), (1 - EDGE) * len(words)
    runs = (op for op in Indel.opcodes(words, others) if op.tag != "equal" and edges[0] < op.src_start < edges[1])
    return all(max(op.src_end - op.src_start, op.dest_end - op.dest_start) <= LONGEST_INSERTED for op in runs)


def make_shingles(text: str) -> Iterator[int]:
    """Yield a number for every run of five words; in writing without spaces, of five characters."""
    codes = make_codes(text)
    for run in zip(*(codes[start:] for start in range(SHINGLE)), strict=False):
        yield hash(run)  # of whole numbers, so the same in every process


def make_codes(text: str) -> list[int]:
    """A number of 32 bits for every word; in writing without spaces, for every character."""
    return [_hash(unit) for unit in _find_units(text)]


def _find_units(text: str) -> Iterable[str]:
    for word in find_words(text):
        if any("\u3040" <= character <= "\u9fff" or "\u0e00" <= character <= "\u0e7f" for character in word):
            yield from word
        else:
            yield word


@lru_cache(maxsize=65536)
def _hash(unit: str) -> int:
    return zlib.crc32(unit.encode("utf-8", "surrogatepass"))
