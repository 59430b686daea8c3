"""What an article offers for comparing: weighed words, names, numbers and countries, and the days it belongs to.

Every feature key begins with its kind: `c:` a country or its people, `n:` a part of a name, `q:` a number, `w:` a word
in English or glossed in English, `v:` a word of another language, which alone means nothing to articles in others.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import pairwise
from math import log, log1p
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stemma.cluster.dates import Day, find_day, find_stated_days
from stemma.cluster.rarity import POWER, USUAL_SHARE, WORTH, Features, number_feature
from stemma.find import find_sentences, stem_word
from stemma.find.gazetteer.countries import LONGEST, find_country
from stemma.lang import find_language
from stemma.model import Article
from stemma.text import WORD, fold

SHORT = 4  # letters; where stop words are not known, words as short are taken for such
SYLLABIC = "\u2e80"  # from here on, writing that needs fewer signs for a word
LEAD = 600  # characters after the title that tell the event itself
TAIL = 4000  # later characters hardly ever do
TITLE_WEIGHT, LEAD_WEIGHT, BODY_WEIGHT, TAIL_WEIGHT = 2.5, 2.0, 1.0, 0.3
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
TOKEN = re.compile(rf"{NUMBER.pattern}(?![^\W\d_])|{WORD.pattern}")
OPENING = re.compile(r"[.!?…:;\n\"“”„«»‘(–—|]\s*$")  # after these a capital says nothing
OPENING_LENGTH = 400  # characters: the headline and the first sentences
TITLE_LENGTH = 120
FOREMOST = 24
USUAL_WEIGHT = {kind: WORTH[kind] * log(1 / share) ** POWER for kind, share in USUAL_SHARE.items()}
SUFFIXED_NAMES = frozenset({"tr"})  # a name's endings stand behind an apostrophe
UNSPACED = frozenset({"ja", "ko", "th", "zh"})  # or words that carry their particles


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """All that grouping needs of one article: plain data, made anywhere, kept and compared later.

    Attributes:
        day: number of the day of publication, where known.
        title: what a story is called in which this article is the most central.
        opening: how the text begins, for the sentence encoder.
        features: sorted numbers of the features, four bytes each.
        counts: how often each stands in the text, early places counting more, damped; four bytes each.
        stated: the days that the text names.
        foremost: names and words that stand out in the article by itself, to tell people what two have in common.
    """

    id: str
    uri: str
    language: str
    published: str | None
    day: int | None
    title: str
    opening: str
    features: bytes
    counts: bytes
    stated: tuple[Day, ...] = ()
    foremost: tuple[str, ...] = ()

    def read_features(self) -> Features:
        """The features as an array."""
        return np.frombuffer(self.features, np.uint32)

    def read_counts(self) -> NDArray[np.float32]:
        """What belongs to each feature."""
        return np.frombuffer(self.counts, np.float32)


def make_profile(article: Article) -> Profile:
    """Read one article: its features, the days it states, and how it is called. Needs no other article."""
    counts = count_features(article)
    numbers = {number_feature(key): count for key, count in counts.items()}
    features = np.array(sorted(numbers), np.uint32)
    return Profile(
        id=article.id,
        uri=article.uri,
        language=article.language,
        published=article.published,
        day=find_day(article.published),
        title=_find_title(article),
        opening=article.text[:OPENING_LENGTH],
        features=features.tobytes(),
        counts=np.array([numbers[number] for number in features.tolist()], np.float32).tobytes(),
        stated=find_stated_days(article),
        foremost=_find_foremost(counts),
    )


def count_features(article: Article) -> dict[str, float]:
    """Feature keys with their damped counts."""
    tokens = _read_tokens(article)
    names = _find_names(article.text, tokens) - _find_nouns(tokens.folded, article.language)
    lead, body = article.body_start + LEAD, article.body_start
    raw: dict[str, float] = defaultdict(float)
    first = 0
    for end, weight in ((body, TITLE_WEIGHT), (lead, LEAD_WEIGHT), (body + TAIL, BODY_WEIGHT), (None, TAIL_WEIGHT)):
        last = len(tokens.starts) if end is None else bisect_left(tokens.starts, end)
        for word, times in Counter(tokens.folded[first:last]).items():
            for key in _make_keys(word, article.language, word in names):
                raw[key] += times * weight
        first = last
    return {key: log1p(value) for key, value in raw.items()}


def _find_foremost(counts: Mapping[str, float]) -> tuple[str, ...]:
    """Those that would tell most if each were as rare as its kind is in general."""
    ranked = nsmallest(FOREMOST, counts, lambda key: (-counts[key] * USUAL_WEIGHT[key[0]], key))
    return tuple(key[2:] for key in ranked)


def _find_title(article: Article) -> str:
    """The headline, or the first sentence where there is none, cut between words."""
    if article.title:
        return article.title
    line = article.text.strip().split("\n", 1)[0]
    sentences = find_sentences(line, find_language(article.language))
    words = sentences[0].of(line) if sentences else line
    if len(words) <= TITLE_LENGTH:
        return words
    cut = words[:TITLE_LENGTH]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–—-") + "…"


class _Tokens(NamedTuple):
    """Words and numbers of a text, folded; the words of a country's name in one, as its feature."""

    starts: list[int]
    folded: list[str]
    capital: list[bool]


def _read_tokens(article: Article) -> _Tokens:
    matches = list(TOKEN.finditer(article.text))
    words = [match.group() for match in matches]
    tokens = _Tokens(
        [match.start() for match in matches], list(map(_fold_word, words)), [word[0].isupper() for word in words]
    )
    _mark_countries(tokens, article.language)
    return tokens


def _mark_countries(tokens: _Tokens, code: str) -> None:
    """Put the feature of a country where its name begins, and nothing where it goes on."""
    folded, taken = tokens.folded, 0
    for at, capital in enumerate(tokens.capital):
        if not capital or at < taken:
            continue
        country = find_country(tuple(folded[at : at + LONGEST]), code)
        if country:
            taken = at + country[1]
            folded[at:taken] = [f"c:{country[0]}", *[""] * (country[1] - 1)]


def _find_names(text: str, tokens: _Tokens) -> set[str]:
    """The folded words that are names: capitalised inside a sentence, and hardly ever written small."""
    capital: dict[str, int] = defaultdict(int)
    small = Counter(word for word, large in zip(tokens.folded, tokens.capital, strict=True) if not large)
    inside: set[str] = set()
    for at, large in enumerate(tokens.capital):
        if not large:
            continue
        start, word = tokens.starts[at], tokens.folded[at]
        capital[word] += 1
        if start > 0 and word not in inside and not OPENING.search(text, max(0, start - 3), start):
            inside.add(word)
    return {word for word in inside if small[word] * 3 <= capital[word]}


def _find_nouns(folded: list[str], code: str) -> set[str]:
    """Words that name nobody, where nouns have capitals too: known ones, and those behind an article or a number."""
    language = find_language(code)
    if language is None or not language.speech.capital_nouns:
        return set()
    glosses, small = language.grammar.glosses, language.speech.articles | language.speech.determiners
    told = {word for before, word in pairwise(folded) if before in small or NUMBER.fullmatch(before)}
    return {word for word in folded if word in told or word in glosses or stem_word(word, language) in glosses}


@lru_cache(maxsize=131072)
def _make_keys(folded: str, language: str, is_name: bool) -> tuple[str, ...]:
    if folded.startswith("c:"):
        return (folded,)
    if NUMBER.fullmatch(folded):
        folded = re.sub("[.,]", "", folded) if THOUSANDS.fullmatch(folded) else folded  # "1,449" is "1.449" elsewhere
        return (f"q:{folded}",) if len(folded) > 1 else ()
    if len(folded) < 2:
        return ()
    if language in UNSPACED and not folded.isascii():
        return tuple(f"v:{language}:{folded[i : i + 2]}" for i in range(len(folded) - 1))
    key = make_word_key(folded, language)
    if not is_name or key is None:
        return (key,) if key else ()
    name = folded.partition("'")[0] if language in SUFFIXED_NAMES else folded
    return (f"n:{name}",)


@lru_cache(maxsize=131072)
def _fold_word(word: str) -> str:
    return fold(word).removesuffix("'s")


@lru_cache(maxsize=65536)
def make_word_key(folded: str, code: str) -> str | None:
    """The feature key of a folded word; None for a word too small to tell anything.

    `w:` and an English stem where one is known, else `v:`, the language and the word's own stem.
    """
    language = find_language(code)
    if language and folded in language.grammar.stopwords:
        return None
    if language is None and len(folded) <= SHORT and folded < SYLLABIC:
        return None
    stem = stem_word(folded, language)
    if code == "en":
        return f"w:{stem}"
    glosses = language.grammar.glosses if language else {}
    gloss = glosses.get(folded) or glosses.get(stem)
    return _make_gloss_key(gloss) if gloss else f"v:{code}:{stem}"


@lru_cache(maxsize=64)
def find_vocabulary(codes: str) -> Features | None:
    """The `w:` features that articles in these languages (joined by `+`) can have; None where there is no bound."""
    if "en" in codes.split("+"):
        return None
    known = [language for language in map(find_language, codes.split("+")) if language]
    keys = {_make_gloss_key(gloss) for language in known for gloss in language.grammar.glosses.values()}
    return np.array(sorted(map(number_feature, keys)), np.uint32)


def _make_gloss_key(gloss: str) -> str:
    return f"w:{stem_word(fold(gloss), find_language('en'))}"
