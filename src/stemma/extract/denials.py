"""Denials without a word of denial: a statement that something is not there, where the article tells that it is."""

from collections.abc import Sequence
from itertools import pairwise

from stemma.extract.syntax.reading import Draft
from stemma.find.sentences import find_sentences
from stemma.find.terms import find_terms
from stemma.lang.language import Language
from stemma.model import Span
from stemma.text import find_words, fold

FIRST_WORDS = 12  # of a content, in which its first statement stands
FEWEST_SHARED = 2
SUBJECT = 7  # words before the "is not" of "the bridge is not closed"


def mark_denials(text: str, drafts: Sequence[Draft], language: Language) -> None:
    """Give "there is no leak", said of a leak that the article reports, the stance of a denial."""
    absent = [d for d in drafts if d.stance == "asserts" and d.source is not None and _is_absence(text, d, language)]
    if not absent:
        return
    told = [_find_stems(text, sentence, language) for sentence in _find_positive(text, drafts, language)]
    for draft in absent:
        insisted = fold(draft.cue.of(text)) in language.speech.insists and _opens_absent(
            text, draft.contents[0], language
        )
        stated = _find_first_statement(text, draft.contents[0])
        stems = [term for term, _ in find_terms(text, language, stated)]
        hushed = (language.speech.reports | language.speech.contents) & set(find_words(stated.of(text)))
        taken_up = (
            any(stems[0] in other and len(other & set(stems)) >= FEWEST_SHARED for other in told) if stems else False
        )
        if (insisted or taken_up) and not hushed:  # "no reports of damage" denies nobody's report
            draft.stance = "denies"


def _is_absence(text: str, draft: Draft, language: Language) -> bool:
    return _opens_absent(text, draft.contents[0], language) or _opens_negated(text, draft.contents[0], language)


def _opens_absent(text: str, content: Span, language: Language) -> bool:
    """True for "there is no …"."""
    opening = " ".join(find_words(content.of(text)[:80])[:5]).replace("’", "'")
    return any(f"{opening} ".startswith(f"{phrase} ") for phrase in sorted(language.speech.absences))


def _opens_negated(text: str, content: Span, language: Language) -> bool:
    """True for "the bridge is not …": a form of be and a negation behind a short subject."""
    words = find_words(content.of(text)[:200])[: SUBJECT + 2]
    return any(left in language.speech.be and right in language.speech.negations for left, right in pairwise(words[1:]))


def _find_first_statement(text: str, content: Span) -> Span:
    """The first words of a content, up to a mark of punctuation."""
    part = content.of(text)
    stops = [at for mark in ",;.:" if (at := part.find(mark)) > 0]
    words = len(" ".join(part.split(" ")[:FIRST_WORDS]))
    return Span(content.start, content.start + min([words, *stops]))


def _find_positive(text: str, drafts: Sequence[Draft], language: Language) -> list[Span]:
    """Sentences without a negation, and what somebody is said to deny."""
    negations = language.speech.negations | language.grammar.negations
    denied = [span for draft in drafts if draft.stance == "denies" for span in draft.contents]
    sentences = find_sentences(text, language)
    return [s for s in (*sentences, *denied) if not negations & set(find_words(s.of(text)))]


def _find_stems(text: str, span: Span, language: Language) -> frozenset[str]:
    return frozenset(term for term, _ in find_terms(text, language, span))
