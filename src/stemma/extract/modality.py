"""How a clause presents its event: happened, planned, possible or generic; negated or not; hedged or not."""

import re
from collections.abc import Iterable
from functools import lru_cache

from stemma.lang.language import Language
from stemma.model import Mark, Modality, Span
from stemma.text import find_words, fold

NEAR_NEGATION = 3  # words after a negation in which the verb that it denies stands


def find_modality(text: str, span: Span, language: Language | None) -> Modality:
    """The modality of the clause's first marker; `happened` where there is none.

    A marker counts only in the clause itself: "planned" said of a neighbour clause says nothing here.
    """
    if language is None:
        return "happened"
    marks: list[tuple[int, Modality]] = [
        *((mark.span.start, "planned") for mark in find_phrases(text, span, language.speech.planned) if mark.span),
        *((mark.span.start, "possible") for mark in find_phrases(text, span, language.speech.possible) if mark.span),
    ]
    return min(marks)[1] if marks else "happened"


def is_negated(text: str, span: Span, language: Language | None) -> bool:
    """True when the clause holds a word of negation."""
    return bool(language and find_phrases(text, span, language.grammar.negations))


def is_withheld(text: str, span: Span, language: Language | None) -> bool:
    """True where the clause tells that something was not said: "not officially disclosed", "has yet to be confirmed"."""
    if language is None:
        return False
    words = find_words(span.of(text))
    telling = language.speech.says | language.speech.confirms | language.speech.verifies | language.speech.tells
    return any(
        word in language.grammar.negations | language.speech.negations and telling & set(words[at + 1 : at + 1 + NEAR_NEGATION])
        for at, word in enumerate(words)
    )


def takes_up_sentence_before(text: str, sentence: Span, language: Language | None) -> bool:
    """True for a sentence that opens with "this …": it speaks of what the one before told."""
    opening = find_words(sentence.of(text))[:2]
    return bool(language and language.grammar.demonstratives & set(opening))


def find_hedges(text: str, span: Span, language: Language | None) -> tuple[Mark, ...]:
    """Words of doubt inside the clause: reportedly, allegedly, diyakini."""
    return tuple(find_phrases(text, span, language.speech.hedges)) if language else ()


def find_phrases(text: str, span: Span, phrases: frozenset[str]) -> list[Mark]:
    """Whole-word occurrences of folded phrases, in order; the longest wins where two begin alike."""
    if not phrases:
        return []
    return [
        Mark(span=Span(match.start(), match.end()), text=text[match.start() : match.end()])
        for match in _compile(phrases).finditer(_flatten(text), span.start, span.end)
    ]


@lru_cache(maxsize=8)
def _flatten(text: str) -> str:
    """The text without capitals and diacritics, character by character, so that every offset stays."""
    return text.lower() if text.isascii() else "".join(plain if len(plain := fold(letter)) == 1 else letter for letter in text)


@lru_cache(maxsize=256)
def _compile(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
