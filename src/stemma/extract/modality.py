"""How a clause presents its event: happened, planned, possible or generic; negated or not; hedged or not."""

import re

from stemma.find import find_moments
from stemma.find.terms import find_phrases, may_hold, per_language
from stemma.lang.language import Language, Speech
from stemma.model import Mark, Modality, Span
from stemma.text import find_words, fold

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_QUOTED = re.compile(r"“[^“”\n]+”|\"[^\"\n]+\"|„[^„“\n]+“|«[^«»\n]+»|‘[^‘\n]+?’(?!\w)|(?<!\w)'[^\n]+?'(?!\w)")
MOST_QUOTED = 0.5  # of a clause; where more of it is quoted, the quotation is what it says
NEAR_NEGATION = 3  # words after a negation in which the verb that it denies stands


def find_modality(text: str, span: Span, language: Language | None, sentence: Span | None = None) -> Modality:
    """The modality of the clause's first marker; `happened` where there is none.

    A marker counts only in the clause itself, or where it ends right before it: "they plan to | leave". "Planned" said
    of a neighbour clause says nothing here.
    """
    if language is None:
        return "happened"
    if sentence is not None and _follows_plan(text, Span(sentence.start, span.start), language):
        return "planned"
    kinds: tuple[tuple[Modality, frozenset[str]], ...] = (
        ("planned", language.speech.planned),
        ("possible", language.speech.possible),
    )
    found = [(mark.span, kind) for kind, phrases in kinds for mark in find_phrases(text, span, phrases) if mark.span]
    times = [moment.span for moment in find_moments(text, language, span)] if found else []
    # the month of May makes nothing possible
    marks = [(mark.start, kind) for mark, kind in found if not any(mark.overlaps(time) for time in times)]
    marks += [(start, "planned") for start in _find_futures(text, span, language.speech)]
    return min(marks)[1] if marks else "happened"


def _find_futures(text: str, span: Span, speech: Speech) -> list[int]:
    """Where a verb in the future stands: by its ending ("construirá"), or by a helper and an infinitive at the end."""
    if not speech.futures and not speech.future_helpers:
        return []
    words = [match for match in _WORD.finditer(text, span.start, span.end) if match.group().islower()]
    found = [
        match.start()
        for match in words
        if speech.futures and match.group().endswith(speech.futures) and fold(match.group()) not in speech.no_futures
    ]
    if words and _is_infinitive(fold(words[-1].group()), speech):
        found += [match.start() for match in words if fold(match.group()) in speech.future_helpers][:1]
    return found


def _is_infinitive(word: str, speech: Speech) -> bool:
    return bool(speech.future_helpers) and (
        word.endswith(speech.future_ends) and not word.startswith(speech.participle_openings)
    )


def _follows_plan(text: str, before: Span, language: Language) -> bool:
    """True where words of intention end right before the clause."""
    marks = find_phrases(text, before, language.speech.planned) if before.end > before.start else []
    return bool(marks and marks[-1].span and not text[marks[-1].span.end : before.end].strip())


def is_negated(text: str, span: Span, language: Language | None) -> bool:
    """True when the clause denies its verb; "without" and "nobody …" at its head deny something else.

    So do words that the clause only quotes: "marched with the sign “do not pass”".
    """
    if language is None:
        return False
    marks = find_phrases(text, span, _find_full_negations(language))
    heads = language.grammar.negative_subjects
    quoted = _find_quoted(text, span) if marks else []
    return any(
        (mark.span != Span(span.start, span.start + len(mark.text)) or fold(mark.text) not in heads)
        and not any(mark.span and mark.span.overlaps(inner) for inner in quoted)
        for mark in marks
    )


def _find_quoted(text: str, span: Span) -> list[Span]:
    """The lesser parts of a clause in quotation marks."""
    found = (Span(*match.span()) for match in _QUOTED.finditer(text, span.start, span.end))
    return [inner for inner in found if inner.end - inner.start <= MOST_QUOTED * (span.end - span.start)]


@per_language
def _find_full_negations(language: Language | None) -> frozenset[str]:
    return language.grammar.negations - language.grammar.privatives if language else frozenset()


def is_withheld(text: str, span: Span, language: Language | None) -> bool:
    """True where the clause tells that something was not said: "not yet announced", "was never confirmed"."""
    if language is None:
        return False
    negations, telling = _find_denied_verbs(language)
    if not may_hold(text, span, negations):
        return False
    words = find_words(span.of(text))
    return any(
        word in negations and not telling.isdisjoint(words[at + 1 : at + 1 + NEAR_NEGATION])
        for at, word in enumerate(words)
    )


@per_language
def _find_denied_verbs(language: Language | None) -> tuple[frozenset[str], frozenset[str]]:
    """Negations, and the verbs of telling behind them."""
    if language is None:
        return frozenset(), frozenset()
    speech = language.speech
    return language.grammar.negations | speech.negations, speech.says | speech.confirms | speech.verifies | speech.tells


def takes_up_sentence_before(text: str, sentence: Span, language: Language | None) -> bool:
    """True for a sentence that opens with "this …": it speaks of what the one before told."""
    opening = find_words(sentence.of(text))[:2]
    return bool(language and language.grammar.demonstratives & set(opening))


def find_hedges(text: str, span: Span, language: Language | None) -> tuple[Mark, ...]:
    """Words of doubt inside the clause: reportedly, allegedly, diyakini."""
    return tuple(find_phrases(text, span, language.speech.hedges)) if language else ()


def find_own_reporting(text: str, sentence: Span, language: Language | None, outlet: str | None) -> list[Mark]:
    """Words that show an article's own reporting: "told this newspaper", "our correspondent", "told" and its own name.

    Args:
        text: the whole article.
        sentence: where to look.
        language: None finds nothing.
        outlet: the article's own outlet, if known.
    """
    if language is None:
        return []
    found = find_phrases(text, sentence, language.speech.own_reporting)
    if outlet:
        found += [
            mark
            for name in _find_name(text, sentence, outlet)
            if (mark := _read_presence(text, sentence, name, language))
        ]
    return sorted(found, key=lambda mark: mark.span or sentence)


def _find_name(text: str, sentence: Span, outlet: str) -> list[Span]:
    """Where a sentence names the outlet, in full or by its last word."""
    words = outlet.removeprefix("The ").split()
    if words and text.find(words[-1], *sentence) < 0:
        return []
    full = re.escape(" ".join(words))
    pattern = rf"\b(?:{full}|{re.escape(words[-1])})\b" if len(words) > 1 and len(words[-1]) > 4 else rf"\b{full}\b"
    return [Span(*match.span()) for match in re.compile(pattern).finditer(text, sentence.start, sentence.end)]


def _read_presence(text: str, sentence: Span, name: Span, language: Language) -> Mark | None:
    """The name with the word that makes it a witness: "told the Lamp", "seen by the Lamp", "the Lamp saw"."""
    speech = language.speech
    before = list(_WORD.finditer(text, sentence.start, name.start))[-5:]
    told = bool((speech.says | speech.tells | speech.inverts) & set(find_words(text[sentence.start : name.start])))
    small = (speech.determiners | speech.of) - speech.hearings
    while before and (fold(before[-1].group()) in small or before[-1].group()[0].isupper()):
        dative = fold(before.pop().group()) in small
        if dative and speech.capital_nouns and text[name.end : name.end + 1] in ("", ".", ",") and told:
            return Mark(span=name, text=name.of(text))
    after = _WORD.match(text, name.end + 1)
    if after and fold(after.group()) in speech.reporters | speech.sees:
        span = Span(name.start, after.end())
        return Mark(span=span, text=span.of(text))
    prior, word = ["", "", *(fold(m.group()) for m in before)][-2:]
    viewed = word in speech.agents and prior in speech.viewings
    if word in speech.tells or viewed or (word in speech.hearings and told):
        span = Span(before[-2 if viewed else -1].start(), name.end)
        return Mark(span=span, text=span.of(text))
    return None
