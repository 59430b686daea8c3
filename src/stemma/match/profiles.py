"""What matching looks at in a claim: its telling words in one shared vocabulary, weights by rarity, and a sentence vector."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from stemma.find import find_terms, stem_word
from stemma.lang import find_language
from stemma.lang.language import Language
from stemma.match.embedders import Vectors
from stemma.model import Article, Claim, Quantity, Span
from stemma.registry import embedders
from stemma.text import find_words, fold


COMMON = 0.5  # a term that stands in three of five claims has no weight left
FAINT = 0.05


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

    @property
    def norm(self) -> float:
        """Euclidean length of the weights."""
        return math.sqrt(sum(w * w for w in self.weights.values())) or 1.0


def make_profiles(claims: Sequence[Claim], articles: dict[str, Article], embedder: str) -> list[Profile]:
    """Profiles of claims that are to be compared with each other.

    Args:
        claims: of one story or thread.
        articles: by id; every claim's article is there.
        embedder: a name from the registry; vectors are centred per language, since what all sentences of a story share
            says nothing about any two of them.
    """
    own = [find_concepts(articles[c.article], c.span) for c in claims]
    around = [find_concepts(articles[c.article], c.sentence) for c in claims]
    weights = _weigh_terms(own)
    vectors = _make_vectors(claims, articles, embedder)
    return [
        Profile(
            claim=claim,
            language=articles[claim.article].language,
            weights={term: weights[term] for term in own[at]},
            context={term: weights.get(term, max(weights.values(), default=1.0)) for term in around[at]},
            names=_find_name_weights(claim, weights),
            counts=claim.quantities,
            vector=None if vectors is None else vectors[at],
        )
        for at, claim in enumerate(claims)
    ]


def find_concepts(article: Article, span: Span) -> list[str]:
    """Telling words of a passage in the vocabulary that all languages share: English stems.

    A foreign word goes by its gloss; a capitalised one without a gloss is most likely a name, and is stemmed as English
    would, so that it meets itself in other languages; any other word stays as it is and meets only its own language.
    """
    language = find_language(article.language)
    found = find_terms(article.text, language, span)
    if article.language == "en":
        return sorted({term for term, _ in found})
    english = find_language("en")
    return sorted({_translate(term, at.of(article.text), language, english) for term, at in found})


def _translate(term: str, word: str, language: Language | None, english: Language | None) -> str:
    glosses = language.grammar.glosses if language else {}
    meaning = glosses.get(fold(word)) or glosses.get(term)
    if meaning:
        return stem_word(meaning, english)
    return stem_word(fold(word), english) if word[:1].isupper() or word[:1].isdigit() else term


def _weigh_terms(documents: Sequence[Sequence[str]]) -> dict[str, float]:
    """Inverse document frequency, with what most claims of the pool share taken off: the story's actors prove nothing."""
    counts = Counter(term for document in documents for term in document)
    total = len(documents)
    return {term: max(FAINT, math.log(total / count) - COMMON) for term, count in counts.items()}


def _find_name_weights(claim: Claim, weights: dict[str, float]) -> dict[str, float]:
    rarest = max(weights.values(), default=1.0)
    words = sorted({word for name in claim.names for word in find_words(name.text) if len(word) > 2})
    return {word: weights.get(word, rarest) for word in words}


def _make_vectors(claims: Sequence[Claim], articles: dict[str, Article], embedder: str) -> Vectors | None:
    raw: Vectors | None = embedders.find(embedder)([c.text for c in claims])
    if raw is None:
        return None
    centred = np.array(raw)
    languages = np.array([articles[c.article].language for c in claims])
    for language in sorted(set(languages.tolist())):
        chosen = languages == language
        centred[chosen] -= centred[chosen].mean(axis=0) * (chosen.sum() > 1)
    lengths = np.linalg.norm(centred, axis=1, keepdims=True)
    result: Vectors = centred / np.maximum(lengths, 1e-6)
    return result
