"""Content words: folded, stemmed, without stopwords; what matching compares."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, TypeVar

from stemma.lang.cutting import Cutter, find_cutter
from stemma.lang.language import Language
from stemma.model import Span
from stemma.text import WORD, fold

Made = TypeVar("Made")

_UNSPACED = re.compile(r"[\u3400-\u9fff]")  # letters that are nearly words
_LONGEST_UNCUT = 3
_TERM = re.compile(rf"\d+(?:[.,]\d+)+|{WORD.pattern}")  # "6.1" and "10,000" are one term


def per_language(make: Callable[[Language | None], Made]) -> Callable[[Language | None], Made]:
    """Keep what `make` builds, once for each language object.

    A Language holds dictionaries and so cannot be hashed; the entry keeps the object alive, so its id stays its own.
    """
    made: dict[int, tuple[Language | None, Made]] = {}

    def find(language: Language | None) -> Made:
        entry = made.get(id(language))
        if entry is None:
            entry = made[id(language)] = (language, make(language))
        return entry[1]

    return find


@per_language
def _find_stemmer(language: Language | None) -> Callable[[str], str]:
    if language is None or language.grammar.stemmer is None:
        return str
    import snowballstemmer

    stemmer: Any = snowballstemmer.stemmer(language.grammar.stemmer)
    stem: Callable[[str], str] = lru_cache(maxsize=65536)(stemmer.stemWord)
    return stem


def stem_word(word: str, language: Language | None) -> str:
    """The stem of one word, folded; the folded word itself where the language has no stemmer."""
    return _find_stemmer(language)(fold(word).removesuffix("'s"))


def _strip_elision(word: str, elisions: frozenset[str]) -> str:
    """The "agenzia" of "dell'agenzia"."""
    head, mark, rest = word.partition("'")
    return rest if rest and head + mark in elisions else word


def find_terms(text: str, language: Language | None, span: Span | None = None) -> list[tuple[str, Span]]:
    """Content words with their places, in the order of the text.

    Args:
        text: the article's text.
        language: None keeps every word of two letters or more.
        span: the part to read; the whole text by default.

    Returns:
        Pairs of stem and span; numbers stay as they are.
    """
    start, end = span or (0, len(text))
    stopwords = language.grammar.stopwords if language else frozenset()
    elisions = language.speech.elisions if language else frozenset()
    stem = _find_stemmer(language)
    cut = find_cutter(language)
    terms: list[tuple[str, Span]] = []
    for match in _TERM.finditer(text, start, end):
        for low, high in _cut_term(match.group(), cut):
            word = _strip_elision(fold(match.group()[low:high]).removesuffix("'s"), elisions)
            if word not in stopwords and (len(word) > 1 or word.isdigit()):
                terms.append((stem(word), Span(match.start() + low, match.start() + high)))
    return terms


def _cut_term(word: str, cut: Cutter | None) -> Iterator[tuple[int, int]]:
    """The words in a run of letters; where they are not known, pairs of letters, which two texts can share."""
    for low, high in cut(word) if cut is not None else ((0, len(word)),):
        if high - low > _LONGEST_UNCUT and _UNSPACED.match(word, low):
            yield from ((at, at + 2) for at in range(low, high - 1))
        else:
            yield low, high
