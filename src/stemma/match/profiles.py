"""What matching looks at in a claim: telling words in one vocabulary, weighed by rarity, and a sentence vector."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

import numpy as np

from stemma.embedders import Vectors
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
from stemma.lang import find_language
from stemma.lang.language import Language
from stemma.match.slots import is_compass_region, name_role, name_unit
from stemma.model import Article, Claim, Moment, Place, Quantity, Span
from stemma.registry import embedders
from stemma.text import find_words, fold

COMMON = 0.5  # a term that stands in three of five claims has no weight left
FAINT = 0.05
LONGEST_SENTENCE = 2000  # characters
SLOTS = "#~"  # what the terms for typed slots begin with
TYPED = 1.35
WHOLE = 0.9  # share of its sentence from which a claim stands for it
SHORTEST_PART = 4  # characters of a part of a compound
SHORTEST_HEADLINE = 5  # telling words
CAPITALS = 0.8  # share of them that have a capital
Slot = Literal["counts", "moments", "places"]
_FIRST_WORD = re.compile(r"\W*(\w+)")
_DATE = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Word:
    """One telling word where it stands: what it means, how it is written, what the small word before it makes of it."""

    concept: str
    text: str  # folded
    named: bool  # capitalised as names are, or opening its sentence without being a known word
    placed: bool  # behind "in": where something is
    agent: bool  # behind "by": who does it, however late it is told
    opens: bool = False  # first in its sentence or clause, where every word has a capital


@dataclass(frozen=True, slots=True)
class Profile:
    """One claim as matching sees it. `weights` are inverse document frequencies over the claims of the group."""

    claim: Claim
    language: str
    weights: dict[str, float]
    context: dict[str, float]  # the same for the whole sentence
    names: dict[str, float]
    counts: tuple[Quantity, ...]
    vector: Vectors | None
    order: tuple[Word, ...] = ()  # telling words as they follow each other
    around: tuple[Word, ...] = ()  # the same for the whole sentence
    headline: bool = False
    named: frozenset[str] = frozenset()  # those of its terms that are names, and peoples and countries
    sentence: Vectors | None = None  # vector of the whole sentence, where several languages are compared
    # What every comparison asks for, and which never changes:
    total: float = field(init=False, repr=False)  # of the weights
    square: float = field(init=False, repr=False)  # of their Euclidean length
    context_square: float = field(init=False, repr=False)
    terms: int = field(init=False, repr=False)  # words, and for three words each what is typed: seldom chance
    filled: frozenset[Slot] = field(init=False, repr=False)
    pronoun: str = field(init=False, repr=False)  # "she" or "he" where the claim opens with a person's, else ""

    def __post_init__(self) -> None:
        weights, claim = self.weights.values(), self.claim
        held: dict[Slot, Sequence[object]] = {"counts": self.counts, "moments": claim.moments, "places": claim.places}
        for name, value in (
            ("total", sum(weights)),
            ("square", sum(w * w for w in weights)),
            ("context_square", sum(w * w for w in self.context.values())),
            ("terms", len(weights) + 2 * sum(term[0] in SLOTS for term in self.weights)),
            ("filled", frozenset(slot for slot, found in held.items() if found)),
            ("pronoun", _find_pronoun(claim.text, self.language)),
        ):
            object.__setattr__(self, name, value)

    @property
    def norm(self) -> float:
        """Euclidean length of the weights."""
        return math.sqrt(self.square) or 1.0


def _find_pronoun(text: str, code: str) -> str:
    """Which of the two a claim opens with; "" where it opens with none, or where nouns have a gender too."""
    language, first = find_language(code), _FIRST_WORD.match(text)
    if language is None or first is None or not language.speech.natural_gender:
        return ""
    word, speech = fold(first.group(1)), language.speech
    return "she" if word in speech.feminine else "he" if word in speech.masculine else ""


def make_profiles(claims: Sequence[Claim], articles: dict[str, Article], embedder: str) -> list[Profile]:
    """Profiles of claims that are to be compared with each other.

    Args:
        claims: of one story or thread.
        articles: by id; every claim's article is there.
        embedder: a name from the registry; vectors are centred per language, since what all sentences of a story share
            says nothing about any two of them.
    """
    orders: list[tuple[Word, ...]] = []
    sentences: dict[tuple[str, Span], tuple[Word, ...]] = {}
    for claim in claims:  # side by side, for the finders remember the last few articles
        place = claim.article, claim.sentence
        if place not in sentences:
            sentences[place] = read_words(articles[claim.article], _cut(claim.sentence))
        orders.append(read_words(articles[claim.article], claim.span))
    own = [[*sorted({word.concept for word in order}), *name_slots(c)] for order, c in zip(orders, claims, strict=True)]
    around = [sentences[c.article, c.sentence] for c in claims]
    weights = _weigh_terms(own)
    rarest = max(weights.values(), default=1.0)
    languages = [articles[c.article].language for c in claims]
    texts = [c.text for c in claims]
    several = len(set(languages)) > 1
    whole = [_find_whole(c, articles[c.article].text) for c in claims] if several else []
    raw: Vectors | None = embedders.find(embedder)([*texts, *whole])
    vectors = None if raw is None else _centre(raw[: len(texts)], languages)
    wholes = None if raw is None or not several else _centre(raw[len(texts) :], languages)
    return [
        Profile(
            claim=claim,
            language=languages[at],
            weights={term: weights[term] for term in own[at]},
            context={term: weights.get(term, rarest) for term in sorted({word.concept for word in around[at]})},
            names=_find_name_weights(claim, weights, rarest),
            counts=claim.quantities,
            order=orders[at],
            around=around[at],
            vector=None if vectors is None else vectors[at],
            named=frozenset(w.concept for w in orders[at] if w.named or w.concept.startswith("@")),
            headline=claim.span.start < articles[claim.article].body_start,
            sentence=None if wholes is None else wholes[at],
        )
        for at, claim in enumerate(claims)
    ]


def _cut(sentence: Span) -> Span:
    """A sentence without end says no more about its clauses than its beginning does."""
    return Span(sentence.start, min(sentence.end, sentence.start + LONGEST_SENTENCE))


def name_slots(claim: Claim) -> list[str]:
    """The typed slots of a claim as further concepts: that both count deserters joins them more, the fewer claims do.

    Words for people are one, since reports exchange them: 25 fighters, 25 people.
    """
    counted = {f"#{name_role(q.role)} {name_unit(q)}" for q in claim.quantities if q.role}
    rates = {f"#{q.unit}" for q in claim.quantities if q.unit and "/" in q.unit and not q.role}
    parts = {f"#{p.region}" for p in claim.places if is_compass_region(p)}
    days = {
        f"~{m.value[-5:] if m.value.count('-') == 2 else m.value}"
        for m in claim.moments
        if _is_dated(m) and m != claim.start
    }
    return sorted(counted | rates | parts | days | ({"#start"} if claim.start else set()))


def _is_dated(moment: Moment) -> bool:
    """True for a year, month or day of the event; a weekday comes round too often to prove anything."""
    return moment.of == "event" and bool(_DATE.fullmatch(moment.value))


def find_concepts(article: Article, span: Span) -> list[str]:
    """Telling words of a passage in the vocabulary that all languages share: English stems.

    Words that news texts exchange for one another go by the key word of their set, and a foreign word by the key of its
    gloss; a capitalised one without a gloss is most likely a name, and is stemmed as English
    would, so that it meets itself in other languages; any other word stays as it is and meets only its own language.
    Countries and their peoples go by the country's code. Numbers are left out: they are compared as counts.
    """
    return sorted({word.concept for word in read_words(article, span)})


def read_words(article: Article, span: Span) -> tuple[Word, ...]:
    """The same words in the order of the text, each with its place in the sentence; countries and peoples come last."""
    language = find_language(article.language)
    nations = [(at, code) for at, code in _find_nations(article.text, article.language) if at.overlaps(span)]
    covered = [at for at, _ in nations] + [_find_figure(q) for q in find_quantities(article.text, language, span)]
    covered += [m.span for m in find_moments(article.text, language, span)] + [
        region.span for region in _find_regions(article.text, article.language) if region.span.overlaps(span)
    ]
    found, end = [], span.start
    for term, at in find_terms(article.text, language, span):
        if not any(at.overlaps(other) for other in covered):
            before = {fold(word) for word in find_words(article.text[end : at.start])}
            found.append(_read_word(at.of(article.text), term, before, language, opens=at.start == span.start))
        end = at.end
    codes = sorted({code for _, code in nations})
    return (
        *(found if language and language.speech.capital_nouns else _plain_headline(found)),
        *(Word(f"@{code}", code, named=False, placed=False, agent=False) for code in codes),
    )


def _read_word(word: str, term: str, before: set[str], language: Language | None, *, opens: bool) -> Word:
    concept = find_concept(term, word, language)
    if language is None:
        return Word(concept, fold(word), named=False, placed=False, agent=False)
    glossed = any(w in language.grammar.glosses or w in _find_english_words() for w in (fold(word), term))
    return Word(
        concept=concept,
        text=fold(word),
        named=word[:1].isupper() and not (glossed and (opens or language.speech.capital_nouns)),
        placed=bool(before & language.grammar.locatives),
        agent=bool(before & language.speech.agents),
        opens=opens,
    )


@lru_cache(maxsize=1)
def _find_english_words() -> frozenset[str]:
    """English words of which it is known that they name nobody."""
    english = find_language("en")
    return frozenset(english.grammar.glosses.values()) if english else frozenset()


def _plain_headline(words: list[Word]) -> list[Word]:
    """Where nearly every word has a capital, capitals name nobody."""
    if len(words) < SHORTEST_HEADLINE or sum(w.named for w in words) < CAPITALS * len(words):
        return words
    return [replace(w, named=False) for w in words]


@lru_cache(maxsize=64)
def _find_nations(text: str, code: str) -> tuple[tuple[Span, str], ...]:
    """Countries and peoples of an article with the country's code: "North Korean" and "Korea Utara" are KP."""
    language = find_language(code)
    peoples = [(n.span, find_demonym(n.text)) for n in find_names(text, language) if n.kind == "group"]
    countries = [(p.span, p.country) for p in find_places(text, language) if p.lat is None and not p.region]
    return tuple((span, nation) for span, nation in [*peoples, *countries] if nation)


@lru_cache(maxsize=64)
def _find_regions(text: str, code: str) -> tuple[Place, ...]:
    return tuple(find_regions(text, find_language(code)))


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


def _weigh_terms(documents: Sequence[Sequence[str]]) -> dict[str, float]:
    """Inverse document frequency, with what most claims of the pool share taken off: the story's actors prove nothing.

    A typed slot ("#deserted person") counts for more than a word of the same rarity: words are chosen, slots are meant.
    """
    counts = Counter(term for document in documents for term in document)
    total = len(documents)
    return {
        term: max(FAINT, math.log(total / count) - COMMON) * (TYPED if term.startswith("#") else 1.0)
        for term, count in counts.items()
    }


def _find_name_weights(claim: Claim, weights: dict[str, float], rarest: float) -> dict[str, float]:
    words = sorted({word for name in claim.names for word in find_words(name.text) if len(word) > 2})
    return {word: weights.get(word, rarest) for word in words}


def _find_whole(claim: Claim, text: str) -> str:
    """The sentence of a claim; the claim itself where it is nearly all of it, and need not be encoded twice."""
    return claim.text if is_whole(claim) else _cut(claim.sentence).of(text)


def is_whole(claim: Claim) -> bool:
    """True where the claim is nearly all of its sentence, and stands for it."""
    return len(claim.text) >= WHOLE * (claim.sentence.end - claim.sentence.start)


def _centre(raw: Vectors, languages: Sequence[str]) -> Vectors:
    """Unit vectors, each centred on the mean of its language."""
    centred, codes = np.array(raw), np.array(languages)
    for language in sorted(set(languages)):
        chosen = codes == language
        centred[chosen] -= centred[chosen].mean(axis=0) * (chosen.sum() > 1)
    lengths = np.linalg.norm(centred, axis=1, keepdims=True)
    result: Vectors = centred / np.maximum(lengths, 1e-6)
    return result
