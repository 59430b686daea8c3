"""Denials without a word of denial: a statement that something is not there, where the article tells that it is."""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from stemma.extract.syntax.reading import Draft
from stemma.find.sentences import find_sentences
from stemma.find.terms import choose_by_first_letter, find_content_words, list_content_words, per_language, stem_word
from stemma.lang.language import Language
from stemma.model import Span
from stemma.text import WORD, find_words, fold, join_lists

FIRST_WORDS = 12  # of a content, in which its first statement stands
FEWEST_SHARED = 2
SUBJECT = 7  # words before the "is not" of "the bridge is not closed"


def mark_denials(text: str, drafts: Sequence[Draft], language: Language) -> None:
    """Give "there is no leak", said of a leak that the article reports, the stance of a denial."""
    absent = [d for d in drafts if d.stance == "asserts" and d.source is not None and _is_absence(text, d, language)]
    if not absent:
        return
    told = _Told(text, drafts, language)
    for draft in absent:
        content = draft.contents[0]
        stated = _find_first_statement(text, content)
        if join_lists(language.speech.reports, language.speech.contents) & set(find_words(stated.of(text))):
            continue  # "no reports of damage" denies nobody's report
        insisted = fold(draft.cue.of(text)) in language.speech.insists and _opens_absent(text, content, language)
        if insisted or told.holds(_list_stems(text, language, stated)):
            draft.stance = "denies"


def _list_stems(text: str, language: Language, span: Span) -> list[str]:
    return [stem_word(word, language) for word in list_content_words(text, language, span)]


class _Told:
    """What an article tells without a negation, and what somebody is said to deny in it; read when first needed."""

    def __init__(self, text: str, drafts: Sequence[Draft], language: Language) -> None:
        self.text = text
        self.language = language
        self.denied = [span for draft in drafts if draft.stance == "denies" for span in draft.contents]

    @cached_property
    def lines(self) -> list[tuple[str, frozenset[str]]]:
        """The lines with their content words, not yet stemmed: most need never be."""
        lines = [Span(*line.span()) for line in re.finditer(r"[^\n]+", self.text)]
        found = ((line, find_content_words(self.text, self.language, line)) for line in lines)
        return [(line.of(self.text), frozenset(word for word, _ in words)) for line, words in found]

    def holds(self, stems: list[str]) -> bool:
        """True where one sentence has the first of the stems and another one of them."""
        sought = set(stems)
        if len(sought) < FEWEST_SHARED:
            return False
        found = [line for line, words in self.lines if self._shares(words, stems[0], sought)]
        parts = [span.of(line) for line in found for span in find_sentences(line, self.language)]
        parts += [span.of(self.text) for span in self.denied]
        negations = join_lists(self.language.speech.negations, self.language.grammar.negations)
        return any(
            self._shares(self._list_words(part), stems[0], sought) and negations.isdisjoint(find_words(part))
            for part in parts
        )

    def _list_words(self, part: str) -> frozenset[str]:
        return frozenset(list_content_words(part, self.language, Span(0, len(part))))

    def _shares(self, words: frozenset[str], first: str, stems: set[str]) -> bool:
        """True where the words have the first stem, and as many of them all as it takes."""
        return self._holds_some(words, {first}, 1) and self._holds_some(words, stems, FEWEST_SHARED)

    def _holds_some(self, words: frozenset[str], stems: set[str], fewest: int) -> bool:
        near = choose_by_first_letter(words, stems, self.language)
        return len(stems & {stem_word(word, self.language) for word in near}) >= fewest


def _is_absence(text: str, draft: Draft, language: Language) -> bool:
    return _opens_absent(text, draft.contents[0], language) or _opens_negated(text, draft.contents[0], language)


def _opens_absent(text: str, content: Span, language: Language) -> bool:
    """True for "there is no …"."""
    part = content.of(text)[:80]
    first, (openers, phrases) = WORD.search(part), _list_openings(language)
    if first is None or fold(first.group()) not in openers:
        return False
    opening = " ".join(find_words(part)[:5])
    return f"{opening} ".startswith(phrases)


@per_language
def _list_openings(language: Language | None) -> tuple[frozenset[str], tuple[str, ...]]:
    """What opens a statement that something is not there: the first words, and the phrases."""
    phrases = language.speech.absences if language else frozenset[str]()
    return frozenset(find_words(p)[0] for p in phrases), tuple(f"{phrase} " for phrase in phrases)


def _opens_negated(text: str, content: Span, language: Language) -> bool:
    """True for "the bridge is not …": a form of be and a negation behind a short subject."""
    words = find_words(text[content.start : min(content.end, content.start + 200)])[: SUBJECT + 2]
    if language.speech.negations.isdisjoint(words):
        return False
    return any(left in language.speech.be and right in language.speech.negations for left, right in pairwise(words[1:]))


def _find_first_statement(text: str, content: Span) -> Span:
    """The first words of a content, up to a mark of punctuation."""
    part = content.of(text)
    stops = [at for mark in ",;.:" if (at := part.find(mark)) > 0]
    words = len(" ".join(part.split(" ")[:FIRST_WORDS]))
    return Span(content.start, content.start + min([words, *stops]))
