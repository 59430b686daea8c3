"""What an article offers for comparing: weighed words, names, numbers and countries, and the days it belongs to.

Every feature key begins with its kind: `c:` a country or its people, `n:` a part of a name, `q:` a number, `w:` a word
in English or glossed in English, `v:` a word of another language, which alone means nothing to articles in others.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log1p

from stemma.cluster.dates import Day, find_day, find_stated_days
from stemma.find import stem_word
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
UNSPACED = frozenset({"ja", "ko", "th", "zh"})  # or words that carry their particles


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One article, ready to be compared.

    Attributes:
        day: number of the day of publication, where known.
        counts: how often each feature stands in the text, early places counting more, damped.
        stated: the days that the text names.
    """

    id: str
    language: str
    day: int | None
    counts: dict[str, float]
    stated: tuple[Day, ...] = ()


def make_profile(article: Article) -> Profile:
    """Read one article's features."""
    raw: dict[str, float] = defaultdict(float)
    for key, start in _find_keys(article):
        raw[key] += _weigh_position(start, article.body_start)
    return Profile(
        id=article.id,
        language=article.language,
        day=find_day(article.published),
        counts={key: log1p(value) for key, value in sorted(raw.items())},
        stated=find_stated_days(article),
    )


def _weigh_position(start: int, body_start: int) -> float:
    if start < body_start:
        return TITLE_WEIGHT
    if start < body_start + LEAD:
        return LEAD_WEIGHT
    return BODY_WEIGHT if start < body_start + TAIL else TAIL_WEIGHT


def _find_keys(article: Article) -> Iterator[tuple[str, int]]:
    """Yield feature keys in the order of the text, each with its position."""
    matches = list(TOKEN.finditer(article.text))
    folded = [_fold_word(match.group()) for match in matches]
    names = _find_names(article.text, matches, folded) - _find_nouns(folded, article.language)
    taken = 0
    for index, match in enumerate(matches):
        if index < taken:
            continue
        country = None
        if match.group()[0].isupper():
            country = find_country(tuple(folded[index : index + LONGEST]), article.language)
        if country:
            taken = index + country[1]
            yield f"c:{country[0]}", match.start()
        else:
            for key in _make_keys(folded[index], article.language, names):
                yield key, match.start()


def _find_names(text: str, matches: list[re.Match[str]], folded: list[str]) -> set[str]:
    """The folded words that are names: capitalised inside a sentence, and hardly ever written small."""
    capital: dict[str, int] = defaultdict(int)
    small: dict[str, int] = defaultdict(int)
    inside: set[str] = set()
    for word, match in zip(folded, matches, strict=True):
        start = match.start()
        if not text[start].isupper():
            small[word] += 1
            continue
        capital[word] += 1
        if start > 0 and not OPENING.search(text, max(0, start - 3), start):
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


def _make_keys(folded: str, language: str, names: set[str]) -> list[str]:
    if NUMBER.fullmatch(folded):
        folded = re.sub("[.,]", "", folded) if THOUSANDS.fullmatch(folded) else folded  # "1,449" is "1.449" elsewhere
        return [f"q:{folded}"] if len(folded) > 1 else []
    if len(folded) < 2:
        return []
    if language in UNSPACED and not folded.isascii():
        return [f"v:{language}:{folded[i : i + 2]}" for i in range(len(folded) - 1)]
    key = make_word_key(folded, language)
    return [f"n:{folded}" if folded in names else key] if key else []


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
def find_vocabulary(codes: str) -> frozenset[str] | None:
    """The `w:` features that articles in these languages (joined by `+`) can have; None where there is no bound."""
    if "en" in codes.split("+"):
        return None
    known = [language for language in map(find_language, codes.split("+")) if language]
    return frozenset(_make_gloss_key(gloss) for language in known for gloss in language.grammar.glosses.values())


def _make_gloss_key(gloss: str) -> str:
    return f"w:{stem_word(fold(gloss), find_language('en'))}"
