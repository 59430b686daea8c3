"""One speaker under a name and a description: "a warden of Lake Osk", and "Ana Ruiz, a warden of Lake Osk"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.match.witnesses.mentions import make_key
from stemma.model import Article, Attribution, Extraction
from stemma.text import find_words

FEWEST_WORDS = 3  # of a description, one of them a proper name: "a resident of Ostby"
LONG = 4  # letters: shorter words say nothing of what is told
FEWEST_SHARED = 3  # long words of both contents, which are half of the shorter one's
HALF = 0.5


@dataclass(frozen=True, slots=True)
class _Telling:
    """Somebody with what they say; `called` are the words for a description, or all words around a name."""

    key: str
    called: str
    told: frozenset[str]


def pair_described(extractions: Sequence[Extraction], articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Keys of a description and of the one person of its story who bears it, word for word, and tells the same.

    Two residents of one village are two people, so both must be given much the same content.
    """
    stories = {article.id: article.story for article in articles}
    described: dict[str | None, list[_Telling]] = defaultdict(list)
    named: dict[str | None, list[_Telling]] = defaultdict(list)
    for extraction in extractions:
        known = {a.id: a for a in extraction.attributions}
        for attribution in extraction.attributions:
            story = stories[extraction.article]
            if attribution.source.kind == "person" and attribution.source.name[:1].isupper():
                named[story].append(_make_telling(attribution, known, attribution.source.text))
            elif _is_telling(attribution):
                described[story].append(_make_telling(attribution, known, attribution.source.name))
    return [pair for story in described for pair in _pair(described[story], named[story])]


def _is_telling(attribution: Attribution) -> bool:
    """True for a description of one person in several words, with a proper name behind them."""
    source = attribution.source
    words = source.name.split()
    described = source.kind in ("person", "unnamed") and source.name[:1].islower()
    return described and len(words) >= FEWEST_WORDS and any(word[:1].isupper() for word in words)


def _make_telling(attribution: Attribution, known: dict[str, Attribution], called: str) -> _Telling:
    told = frozenset(word for word in find_words(attribution.content.text) if len(word) >= LONG)
    return _Telling(make_key(attribution, known), f" {' '.join(find_words(called))} ", told)


def _pair(described: Sequence[_Telling], named: Sequence[_Telling]) -> Iterator[tuple[str, str]]:
    for one in described:
        bearers = {other.key for other in named if one.called in other.called and len(other.called) > len(one.called)}
        if len(bearers) != 1:
            continue
        bearer = bearers.pop()
        if any(_tell_the_same(one, other) for other in named if other.key == bearer):
            yield one.key, bearer


def _tell_the_same(one: _Telling, other: _Telling) -> bool:
    shared = len(one.told & other.told)
    return shared >= FEWEST_SHARED and shared >= HALF * min(len(one.told), len(other.told))
