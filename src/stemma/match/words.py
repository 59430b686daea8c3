"""The telling words of a passage, in one vocabulary that all languages share."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from stemma.find import (
    find_demonym,
    find_moments,
    find_names,
    find_places,
    find_quantities,
    find_regions,
    find_terms,
    stem_word,
)
from stemma.find.terms import per_language
from stemma.lang import find_language
from stemma.lang.language import Language
from stemma.model import Article, Claim, Moment, Name, Place, Quantity, Span
from stemma.text import find_words, fold

KEPT = 65536  # words of a language of which it is remembered what they mean
SHORTEST_PART = 4  # characters of a part of a compound
SHORTEST_HEADLINE = 5  # telling words
CAPITALS = 0.8  # share of them that have a capital


class Word(NamedTuple):
    """One telling word where it stands: what it means, how it is written, what the small word before it makes of it."""

    concept: str
    text: str  # folded
    named: bool  # capitalised as names are, or opening its sentence without being a known word
    placed: bool  # behind "in": where something is
    agent: bool  # behind "by": who does it, however late it is told
    opens: bool = False  # first in its sentence or clause, where every word has a capital


class Typed(NamedTuple):
    """What is compared by its kind and value, and not as words."""

    quantities: Sequence[Quantity]
    moments: Sequence[Moment]
    places: Sequence[Place]
    names: Sequence[Name]


class Reader:
    """Reads passages of one article, and every word of it once, however many passages hold it.

    What is typed is told to it, for the finders cost more than all the rest of matching: numbers, moments and regions,
    which are compared as such and not as words, and countries and their peoples, which go by the country's code.
    """

    def __init__(self, text: str, code: str, typed: Typed) -> None:
        self.text = text
        self.language = find_language(code)
        self.nations = _find_nations(typed)
        covered = [at for at, _ in self.nations] + [_find_figure(q) for q in typed.quantities]
        covered += [m.span for m in typed.moments] + [p.span for p in typed.places if self._is_by_compass(p)]
        self._covered = bytearray(len(text))
        for start, end in covered:
            self._covered[start:end] = b"\1" * (end - start)
        self._read_word = _make_dictionary(self.language)
        self._words: dict[tuple[Span, int, bool], Word | None] = {}

    def read(self, span: Span) -> tuple[Word, ...]:
        """The words in the order of the text, each with its place in the sentence; countries and peoples come last."""
        found, end = [], span.start
        for term, at in find_terms(self.text, self.language, span):
            key = (at, end, at.start == span.start)
            if key not in self._words:
                self._words[key] = None if 1 in self._covered[at.start : at.end] else self._make_word(term, *key)
            word = self._words[key]
            if word is not None:
                found.append(word)
            end = at.end
        codes = sorted({code for at, code in self.nations if at.overlaps(span)})
        return (
            *(found if self.language and self.language.speech.capital_nouns else _plain_headline(found)),
            *(Word(f"@{code}", code, named=False, placed=False, agent=False) for code in codes),
        )

    def find_concepts(self, span: Span) -> list[str]:
        """Telling words of a passage in the vocabulary that all languages share: English stems.

        Words that news texts exchange for one another go by the key word of their set, and a foreign word by the key of
        its gloss; a capitalised one without a gloss is most likely a name, and is stemmed as English would, so that it
        meets itself in other languages; any other word stays as it is and meets only its own language.
        """
        return sorted({word.concept for word in self.read(span)})

    def _is_by_compass(self, place: Place) -> bool:
        """True for "Chile's northern regions": words for a direction, and no name."""
        return self.language is not None and place.name in self.language.grammar.directions.values()

    def _make_word(self, term: str, at: Span, end: int, opens: bool) -> Word:
        """The word at a place; `end` is where the telling word before it ends."""
        word, language = at.of(self.text), self.language
        concept, folded, glossed = self._read_word(term, word)
        if language is None:
            return Word(concept, folded, named=False, placed=False, agent=False)
        before = find_words(self.text[end : at.start])
        return Word(
            concept=concept,
            text=folded,
            named=word[:1].isupper() and not (glossed and (opens or language.speech.capital_nouns)),
            placed=not language.grammar.locatives.isdisjoint(before),
            agent=not language.speech.agents.isdisjoint(before),
            opens=opens,
        )


def make_readers(articles: Mapping[str, Article], claims: Iterable[Claim]) -> dict[str, Reader]:
    """A reader of each article that has claims, which know what is typed in them."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.article].append(claim)
    return {
        id: Reader(
            articles[id].text,
            articles[id].language,
            Typed(
                [quantity for claim in found for quantity in claim.quantities],
                [moment for claim in found for moment in claim.moments],
                [place for claim in found for place in claim.places],
                [name for claim in found for name in claim.names],
            ),
        )
        for id, found in told.items()
    }


def read_claim(article: Article, claim: Claim, span: Span) -> tuple[Word, ...]:
    """The words of a part of one claim."""
    return make_readers({article.id: article}, [claim])[article.id].read(span)


def find_concepts(article: Article, span: Span) -> list[str]:
    """Telling words of a passage, whatever claims it holds; see `Reader.find_concepts`."""
    return _make_reader(article.text, article.language).find_concepts(span)


@lru_cache(maxsize=8)
def _make_reader(text: str, code: str) -> Reader:
    """A reader of a text whose claims are not known."""
    language = find_language(code)
    places = [*find_places(text, language), *find_regions(text, language)]
    counts, moments = find_quantities(text, language), find_moments(text, language)
    return Reader(text, code, Typed(counts, moments, places, find_names(text, language)))


@per_language
def _make_dictionary(language: Language | None) -> Callable[[str, str], tuple[str, str, bool]]:
    """What tells of a stem and the word that has it: what it means, how it is written, whether it is a known word."""

    @lru_cache(maxsize=KEPT)
    def read(term: str, word: str) -> tuple[str, str, bool]:
        known = language.grammar.glosses if language else {}
        folded = fold(word)
        glossed = any(w in known or w in _find_english_words() for w in (folded, term))
        return find_concept(term, word, language), folded, glossed

    return read


@lru_cache(maxsize=1)
def _find_english_words() -> frozenset[str]:
    """English words of which it is known that they name nobody."""
    english = find_language("en")
    return frozenset(english.grammar.glosses.values()) if english else frozenset()


def _plain_headline(words: list[Word]) -> list[Word]:
    """Where nearly every word has a capital, capitals name nobody."""
    if len(words) < SHORTEST_HEADLINE or sum(w.named for w in words) < CAPITALS * len(words):
        return words
    return [w._replace(named=False) for w in words]


def _find_nations(typed: Typed) -> list[tuple[Span, str]]:
    """Countries and peoples with the country's code: "North Korean" and "Korea Utara" are KP."""
    peoples = [(name.span, find_demonym(name.text)) for name in typed.names if name.kind == "group"]
    countries = [(p.span, p.country) for p in typed.places if p.lat is None and not p.region]
    return [(span, nation) for span, nation in [*peoples, *countries] if nation]


def _find_figure(quantity: Quantity) -> Span:
    """The part of a count that is its number: up to its last digit or, for number words, its first two words."""
    digits = max((i for i, c in enumerate(quantity.text) if c.isdigit()), default=-1)
    if digits >= 0:
        return Span(quantity.span.start, quantity.span.start + digits + 1)
    words = quantity.text.split(" ")
    length = len(quantity.text) if len(words) == 1 else len(" ".join(words[:-1]))
    return Span(quantity.span.start, quantity.span.start + length)


def find_concept(term: str, word: str, language: Language | None) -> str:
    """One word in the vocabulary that all languages share; `term` is its stem in its own language."""
    english = find_language("en")
    if language is english:
        return _find_key(term)
    glosses = language.grammar.glosses if language else {}
    meaning = glosses.get(fold(word)) or glosses.get(term)
    if not meaning and not (word[:1].isupper() or word[:1].isdigit()):
        return term
    return _find_key(stem_word(meaning or word, english))


def find_parts(word: str, language: Language | None) -> list[str]:
    """A compound as the two words of the language that it is made of: "Wasserbehörde" is Wasser and Behörde."""
    grammar, folded = language.grammar if language else None, fold(word)
    if grammar is None or folded in grammar.glosses:
        return [word]
    for at in range(SHORTEST_PART, len(folded) - SHORTEST_PART + 1):
        for link in grammar.compound_links:
            first = folded[:at].removesuffix(link)
            if len(first) + len(link) == at and first in grammar.glosses and folded[at:] in grammar.glosses:
                return [first, folded[at:]]
    return [word]


def _find_key(stem: str) -> str:
    """The stem of the key word of a word's set of synonyms: "quake" meets "tremor" in "earthquake"."""
    keys = _find_english_keys()
    passed: set[str] = set()
    while stem in keys and stem not in passed:
        passed.add(stem)
        stem = keys[stem]
    return stem


@lru_cache(maxsize=1)
def _find_english_keys() -> dict[str, str]:
    english = find_language("en")
    glosses = english.grammar.glosses if english else {}
    return {stem_word(word, english): stem_word(key, english) for word, key in glosses.items()}
