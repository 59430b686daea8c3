"""What a negation speaks of, and whether a denial is of this very claim."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from stemma.find.stances import find_lead
from stemma.find.terms import find_phrases, stem_word
from stemma.lang import find_language
from stemma.lang.contrasts import PETITIONS, REFUSALS
from stemma.lang.language import Language
from stemma.match.relations.details import Context
from stemma.match.relations.scopes.plans import find_concepts_in
from stemma.match.words import find_concept, read_claim
from stemma.model import Claim, Mark, Span
from stemma.text import find_words, fold

FEWEST_SHARED = 2  # telling words of a negated clause that the other text must have
DENIED = 0.5  # and their share
HEAD = 2  # telling words with which a claim opens
_BREAK = re.compile(r"[\n,;:–—()“”\"«»]|(?<!\w)[‘'’]|[’'](?!\w)")
_OPENING, _CLOSING = "“\"«‘'’", "”\"»’'"


def denies_words_of(negated: Claim, positive: Claim, context: Context) -> bool:
    """True where the very clause that a negation stands in is told by the other claim, in which nothing is negated.

    "They called fifty doctors and nobody came" denies nothing of the fifty doctors.
    """
    words = context.find_words(positive)
    if _find_negations(positive, context) or is_negated_before(positive, context) or words & _find_refusals():
        return False
    return any(_turns(clause, words) for clause in _find_denied(negated, context))


def _turns(denied: tuple[frozenset[str], frozenset[str]], words: frozenset[str]) -> bool:
    first, clause = denied
    shared = len(clause & words)
    return bool(first & words) and shared >= FEWEST_SHARED and shared >= DENIED * len(clause)


@lru_cache(maxsize=1)
def _find_refusals() -> frozenset[str]:
    return _find_english_concepts(REFUSALS)


def _find_english_concepts(words: Sequence[str]) -> frozenset[str]:
    english = find_language("en")
    return frozenset(find_concept(stem_word(word, english), word, english) for word in words)


def _find_denied(claim: Claim, context: Context) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """For each negation the first telling word behind it, and all of its clause.

    "Not only", "not the first", "no … until" and "if it is not" deny nothing, nor does a "not" in a quoted slogan.
    """
    article = context.articles[claim.article]
    language = find_language(article.language)
    contrasts = language.speech.contrasts if language else frozenset()
    buts = [(m.span.start, m.span.end) for m in find_phrases(article.text, claim.span, contrasts) if m.span]
    for mark in _find_negations(claim, context):
        clause = _find_clause(article.text, claim.span, mark, buts)
        if (
            language is None
            or clause is None
            or mark.span is None
            or _is_supposed(article.text, clause, mark, language)
        ):
            continue
        behind = Span(mark.span.end, claim.span.end)
        words = find_words(behind.of(article.text))
        if _is_limited(words, language) or not language.grammar.exceptions.isdisjoint(words):
            continue
        whole = frozenset(concept for concept, _ in find_concepts_in(article.text, clause, language))
        first = _find_first(article.text, Span(mark.span.end, clause.end), language)
        if first or language.speech.verb_second:
            yield frozenset(first or whole), whole


def _is_limited(words: Sequence[str], language: Language) -> bool:
    """True for "not only", "not the first" and "not before"."""
    first = [word for word in words[:2] if word not in language.speech.articles | language.speech.determiners][:1]
    return not language.grammar.limits.isdisjoint(first)


def _find_clause(text: str, span: Span, mark: Mark, buts: Sequence[tuple[int, int]]) -> Span | None:
    """The part of a claim in which a negation stands: between marks of punctuation and every "but".

    None inside a quoted phrase.
    """
    if mark.span is None:
        return None
    stops = sorted([*((m.start(), m.end()) for m in _BREAK.finditer(text, span.start, span.end)), *buts])
    before = [end for _, end in stops if end <= mark.span.start]
    behind = [start for start, _ in stops if start >= mark.span.end]
    clause = Span(before[-1] if before else span.start, behind[0] if behind else span.end)
    quoted = text[clause.start - 1 : clause.start] in _OPENING and text[clause.end : clause.end + 1] in _CLOSING
    return None if quoted and clause.start > span.start else clause


def _is_supposed(text: str, clause: Span, mark: Mark, language: Language) -> bool:
    """True where an "if" or "unless" stands before a negation in its clause."""
    end = mark.span.start if mark.span else clause.end
    openers = language.speech.possible & language.speech.openers
    return not openers.isdisjoint(find_words(text[clause.start : end]))


def is_negated_before(claim: Claim, context: Context) -> bool:
    """True where a negation stands right before a claim in its sentence: "they do not believe | it is a threat"."""
    article = context.articles[claim.article]
    language = find_language(article.language)
    before = find_lead(claim, article.text)
    return language is not None and bool(
        find_phrases(article.text, before, language.grammar.negations | language.speech.negations)
    )


def is_put_to_authority(claim: Claim, context: Context) -> bool:
    """True for what is granted or refused: a court that denies a request denies nothing that somebody said."""
    article = context.articles[claim.article]
    first = [word.concept for word in read_claim(article, claim, claim.span)[:HEAD]]
    return not _find_petitions().isdisjoint(first)


@lru_cache(maxsize=1)
def _find_petitions() -> frozenset[str]:
    return _find_english_concepts(PETITIONS)


def _find_first(text: str, span: Span, language: Language) -> set[str]:
    """The first telling word that is no adverb; none where a negation ends its clause: "er kommt nicht"."""
    for concept, place in find_concepts_in(text, span, language):
        word = fold(place.of(text))
        if word not in language.speech.adverbs and not word.endswith(language.speech.adverb_endings):
            return {concept}
    return set()


def _find_negations(claim: Claim, context: Context) -> Sequence[Mark]:
    article = context.articles[claim.article]
    language = find_language(article.language)
    if language is None:
        return ()
    return find_phrases(article.text, claim.span, language.grammar.negations | language.speech.negations)


def is_rebuttal(claim: Claim, context: Context) -> bool:
    """True for a claim that calls something false: it puts nothing forward that another one could deny."""
    article = context.articles[claim.article]
    language = find_language(article.language)
    return language is not None and bool(find_phrases(article.text, claim.span, language.speech.rebuttals))
