"""Content words: folded, stemmed, without stopwords; what matching compares."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Any, NamedTuple, TypeVar

from stemma.lang.cutting import Cutter, find_cutter
from stemma.lang.language import Language
from stemma.model import Mark, Span
from stemma.text import WORD, fold

Made = TypeVar("Made")
Known = TypeVar("Known")

_UNSPACED = re.compile(r"[\u3400-\u9fff]")  # letters that are nearly words
_BLANKLESS = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")  # scripts that leave no blanks between words
_LONGEST_UNCUT = 3
KEPT_TEXTS = 128  # whose findings are remembered: what works on a story asks for those of its articles again and again
_KEPT = 65536  # words whose stem or reading is remembered
# Stemmers that cut off ends only; others take a prefix or an article away as well.
_FIRST_LETTER_STAYS = frozenset({"english", "german", "spanish", "portuguese", "russian", "czech", "polish"})
_make_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)  # without the call of its constructor
_RUN = re.compile(r"[^\W_]+")
_IN_RUN = re.compile(r"\w\w")
_TERM = re.compile(rf"\d+(?:[.,]\d+)+|{WORD.pattern}")  # "6.1" and "10,000" are one term


def per_language(make: Callable[[Known], Made]) -> Callable[[Known], Made]:
    """Keep what `make` builds, once for each language object, or part of one.

    A Language holds dictionaries and so cannot be hashed; the list keeps the object alive, so its id stays its own.
    """
    made: dict[int, Made] = {}
    kept: list[Known] = []

    def find(language: Known) -> Made:
        try:
            return made[id(language)]
        except KeyError:
            kept.append(language)
            found = made[id(language)] = make(language)
            return found

    return find


@per_language
def _find_stemmer(language: Language | None) -> Callable[[str], str]:
    if language is None or language.grammar.stemmer is None:
        return str
    import Stemmer

    stemmer: Any = Stemmer.Stemmer(language.grammar.stemmer)
    stem: Callable[[str], str] = lru_cache(maxsize=_KEPT)(stemmer.stemWord)
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
    span, stem = span or Span(0, len(text)), _find_stemmer(language)
    runs = _make_scan(language)(text)
    words = runs.find_within(span)
    if words is None:
        return [(stem(word), place) for word, place in _read_runs(text, language, span).words]
    if not runs.stemmed:
        runs.stemmed.extend([(stem(word), place) for word, place in runs.words])
    return runs.stemmed[words]


def find_content_words(text: str, language: Language | None, span: Span | None = None) -> list[tuple[str, Span]]:
    """The words of `find_terms`, folded but not yet stemmed, which costs far more than to find them."""
    span, runs = span or Span(0, len(text)), _make_scan(language)(text)
    words = runs.find_within(span)
    return _read_runs(text, language, span).words if words is None else runs.words[words]


def list_content_words(text: str, language: Language | None, span: Span) -> list[str]:
    """The words of `find_content_words` without their places: cheaper where only a few parts of a text are read."""
    read = _find_reader(language)
    return [word for run in _TERM.findall(text, *span) for word, _, _ in read(run)]


class _Runs(NamedTuple):
    """The runs of letters and digits of a text, where each starts and ends, and how many content words stand before."""

    starts: list[int]
    ends: list[int]
    before: list[int]
    words: list[tuple[str, Span]]
    stemmed: list[tuple[str, Span]]  # the same by their stems; empty until somebody asks

    def find_within(self, span: Span) -> slice | None:
        """Which of the words stand in the span; None where an edge inside a run makes other words of its letters."""
        low, high = span
        first, last = bisect_left(self.starts, low), bisect_left(self.starts, high)
        cut = (first and self.ends[first - 1] > low) or (last and self.ends[last - 1] > high)
        return None if cut else slice(self.before[first], self.before[last])


@per_language
def _make_scan(language: Language | None) -> Callable[[str], _Runs]:
    @lru_cache(maxsize=KEPT_TEXTS)
    def scan(text: str) -> _Runs:
        return _read_runs(text, language, Span(0, len(text)))

    return scan


def _read_runs(text: str, language: Language | None, span: Span) -> _Runs:
    read = _find_reader(language)
    runs = _Runs([], [], [0], [], [])
    starts, ends, before, words, _ = runs
    for match in _TERM.finditer(text, *span):
        at, end = match.span()
        starts.append(at)
        ends.append(end)
        for word, low, high in read(match.group()):
            words.append((word, _make_span((at + low, at + high))))
        before.append(len(words))
    return runs


@per_language
def _find_reader(language: Language | None) -> Callable[[str], tuple[tuple[str, int, int], ...]]:
    """What tells the content words in a run of letters, with their places in it; remembers what it has read."""
    stopwords = language.grammar.stopwords if language else frozenset()
    elisions = language.speech.elisions if language else frozenset()
    cut = find_cutter(language)

    @lru_cache(maxsize=_KEPT)
    def read(run: str) -> tuple[tuple[str, int, int], ...]:
        pieces = (
            (_strip_elision(fold(run[low:high]).removesuffix("'s"), elisions), low, high)
            for low, high in _cut_term(run, cut)
        )
        return tuple(p for p in pieces if p[0] not in stopwords and (len(p[0]) > 1 or p[0].isdigit()))

    return read


def choose_by_first_letter(words: Iterable[str], stems: Iterable[str], language: Language | None) -> list[str]:
    """Of folded words, those that may have one of the stems: cheaper than to stem them all."""
    if language is None or language.grammar.stemmer not in _FIRST_LETTER_STAYS:
        return list(words)
    letters = {stem[:1] for stem in stems}
    return [word for word in words if word[:1] in letters]


def _cut_term(word: str, cut: Cutter | None) -> Iterator[tuple[int, int]]:
    """The words in a run of letters; where they are not known, pairs of letters, which two texts can share."""
    for low, high in cut(word) if cut is not None else ((0, len(word)),):
        if high - low > _LONGEST_UNCUT and _UNSPACED.match(word, low):
            yield from ((at, at + 2) for at in range(low, high - 1))
        else:
            yield low, high


def find_phrases(text: str, span: Span, phrases: frozenset[str]) -> list[Mark]:
    """Whole-word occurrences of folded phrases, in order; the longest wins where two begin alike."""
    if not phrases:
        return []
    openings = _find_openings(text, phrases)
    if openings is None or _IN_RUN.match(text, span.end - 1):  # what cuts a word makes another word of it
        found = _compile_phrases(phrases).finditer(flatten(text), *span)
    elif places := openings[bisect_left(openings, span.start) : bisect_left(openings, span.end)]:
        found = match_at(_compile_phrases(phrases), flatten(text), places, span.end)
    else:
        return []
    return [Mark(span=Span(*match.span()), text=text[match.start() : match.end()]) for match in found]


def may_hold(text: str, span: Span, words: frozenset[str]) -> bool:
    """False where none of the words, or of the first words of the phrases, stands in that part of the text."""
    openings = _find_openings(text, words)
    if openings is None:
        return True
    at = bisect_left(openings, span.start)
    return at < len(openings) and openings[at] < span.end


def match_at(pattern: re.Pattern[str], text: str, places: Iterable[int], end: int) -> Iterator[re.Match[str]]:
    """The matches that begin at one of the places, of which no two overlap: far cheaper than to try everywhere."""
    reached = 0
    for place in places:
        if place >= reached and (match := pattern.match(text, place, end)):
            reached = match.end()
            yield match


@lru_cache(maxsize=4096)
def _find_openings(text: str, phrases: frozenset[str]) -> list[int] | None:
    """Where a text has a word with which one of the phrases begins, mostly nowhere; None where words have no blanks."""
    firsts = _list_first_words(phrases)
    if firsts is None:
        return None
    places = index_words(text)
    return sorted(place for word in firsts & places.keys() for place in places[word])


@lru_cache(maxsize=256)
def _list_first_words(phrases: frozenset[str]) -> frozenset[str] | None:
    """The first words of the phrases; None where one of them may begin inside a run of letters, or with a mark."""
    firsts = [_RUN.match(phrase) for phrase in phrases if not _BLANKLESS.match(phrase)]
    known = [first.group() for first in firsts if first]
    return frozenset(known) if len(known) == len(phrases) else None


@lru_cache(maxsize=KEPT_TEXTS)
def index_words(text: str) -> dict[str, list[int]]:
    """Where each run of letters of a text stands, without capitals and diacritics."""
    places: dict[str, list[int]] = {}
    for run in _RUN.finditer(flatten(text)):
        places.setdefault(run.group(), []).append(run.start())
    return places


@lru_cache(maxsize=KEPT_TEXTS)
def flatten(text: str) -> str:
    """The text without capitals and diacritics, character by character, so that every offset stays."""
    return text.lower() if text.isascii() else text.translate(_FLAT)


class _Flat(dict[int, str]):
    """What stands for each letter; found out when one is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = fold(letter)
        self[code] = plain if len(plain) == 1 else letter
        return self[code]


_FLAT = _Flat()


@lru_cache(maxsize=256)
def _compile_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    unspaced = "|".join(re.escape(phrase) for phrase in longest_first if _BLANKLESS.match(phrase))
    spaced = "|".join(re.escape(phrase) for phrase in longest_first if not _BLANKLESS.match(phrase))
    parts = [rf"(?<!\w)(?:{spaced})(?!\w)" if spaced else "", unspaced]
    return re.compile("|".join(part for part in parts if part))
