"""Whether a denial or a doubt is one of this claim: a speaker says many things, and denies few of them."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from stemma.find.terms import find_phrases, list_content_words, per_language, stem_word
from stemma.lang import find_language
from stemma.lang.contrasts import COURTS, FACTIVES, PETITIONS
from stemma.lang.language import Language
from stemma.model import Article, Attribution, Claim, Span, Stance
from stemma.text import find_words, join_lists

GOVERNING = 30  # characters before a claim in which a negation governs it
HEAD = 2  # telling words with which a content opens
_BREAK = re.compile(r"[,;:–—()“”\"«»]|(?<!\w)[‘'’]|[’'](?!\w)")


def read_stance(article: Article, claim: Claim, attribution: Attribution) -> Stance:
    """The stance of an attribution to one claim of its content.

    A judge who denies a motion, an office that "will not confirm" and somebody who "does not want to" do something deny
    and doubt nothing; and a denial ends at a "but".
    """
    language = find_language(article.language)
    if language is None or attribution.stance not in ("denies", "doubts"):
        return attribution.stance
    if not shows_stance(article, claim, attribution) or _is_known(attribution, language):
        return "asserts"
    if _stands_behind_but(article, claim, attribution, language):
        return "asserts"
    if _decides(article, attribution, language) or _keeps_to_itself(article, attribution, language):
        return "declines"
    return attribution.stance


def shows_stance(article: Article, claim: Claim, attribution: Attribution) -> bool:
    """True where a denial or doubt is in the verb, or in the words of this very claim.

    "If you doubt that …" is no doubt of anybody.
    """
    language = find_language(article.language)
    if language is None:
        return True
    speech, cue = language.speech, find_words(attribution.cue.text)
    if not speech.addressees.isdisjoint(find_words(attribution.source.text)):
        return False
    if not cue or _is_no_saying(cue, language) or has_verb_of_denial(article, attribution):
        return True
    told = Span(find_lead(claim, article.text).start, claim.span.end)
    return bool(find_phrases(article.text, told, _denying(language)))


def _is_no_saying(cue: list[str], language: Language) -> bool:
    """True for a cue that is no verb of saying: what else it may be shows the stance itself."""
    said = join_lists(language.speech.says, language.speech.tells, language.speech.weak)
    return cue[-1] not in said


@per_language
def _denying(language: Language | None) -> frozenset[str]:
    """Words by which a claim itself denies or doubts something."""
    if language is None:
        return frozenset()
    speech = language.speech
    return speech.negations | language.grammar.negations | speech.rebuttals | speech.misgivings | speech.absences


def has_verb_of_denial(article: Article, attribution: Attribution) -> bool:
    """True for "denied", "doubts", and "did not say"."""
    language = find_language(article.language)
    if language is None:
        return False
    speech = language.speech
    against = speech.negations | language.grammar.negations | speech.denies | speech.doubts
    return not against.isdisjoint(_find_said(article, attribution))


def _find_said(article: Article, attribution: Attribution) -> list[str]:
    """The words of the cue, and those between it and the source before it."""
    source, cue = attribution.source.span, attribution.cue.span
    said = find_words(attribution.cue.text)
    if source and cue and source.end < cue.start:
        said += find_words(article.text[source.end : cue.start])
    return said


def find_lead(claim: Claim, text: str) -> Span:
    """What stands right before a claim in its part of the sentence: "there is no evidence that | …"."""
    start = max(claim.sentence.start, claim.span.start - GOVERNING)
    breaks = [m.end() for m in _BREAK.finditer(text, start, claim.span.start)]
    return Span(breaks[-1] if breaks else start, claim.span.start)


def _stands_behind_but(article: Article, claim: Claim, attribution: Attribution, language: Language) -> bool:
    """True for what goes on with a "but" behind something that was denied; not inside a quotation."""
    cue = attribution.cue.span
    if attribution.type == "direct" or cue is None or claim.span.start <= cue.end:
        return False
    text = article.text
    near = find_words(text[cue.end : claim.span.start])[-1:] + find_words(claim.span.of(text))[:1]
    opens = all(span.start < claim.span.start for span in attribution.content.spans)
    return opens and not language.speech.contrasts.isdisjoint(near)


def _decides(article: Article, attribution: Attribution, language: Language) -> bool:
    """True for a court, a motion, and "rebuffed him": that is a refusal; not "denied that"."""
    cue, content = attribution.cue.span, attribution.content.spans[0]
    if attribution.stance != "denies" or cue is None:
        return False
    if not language.speech.that.isdisjoint(find_words(article.text[cue.end : content.start])):
        return False
    first = list_content_words(attribution.content.text, language, Span(0, len(attribution.content.text)))[:HEAD]
    source, whole = find_words(attribution.source.text), find_words(attribution.content.text)
    if not (language.counting.harm.pronouns - language.counting.harm.nominatives).isdisjoint(whole[:1]):
        return True
    return means_any(source, COURTS, language) or means_any(first, (*PETITIONS, *COURTS), language)


def means_any(words: Iterable[str], english: Sequence[str], language: Language) -> bool:
    """True where one of some folded words is one of some English ones, or has it for a gloss."""
    stems, glosses = _stem_english(tuple(english)), language.grammar.glosses
    known = {glosses.get(word) or glosses.get(stem_word(word, language)) or word for word in words}
    return not stems.isdisjoint(stem_word(word, find_language("en")) for word in known)


@cache
def _stem_english(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem_word(word, find_language("en")) for word in words)


def _keeps_to_itself(article: Article, attribution: Attribution, language: Language) -> bool:
    """True for "will not confirm", and for a wish or feeling that somebody is said not to have."""
    if attribution.stance != "doubts":
        return False
    speech, cue = language.speech, find_words(attribution.cue.text)
    if not speech.confirms.isdisjoint(cue[-1:]):
        return not speech.planned.isdisjoint(_find_said(article, attribution))
    wished = speech.vows - join_lists(speech.says, speech.tells)
    return not wished.isdisjoint(cue[-1:]) or _is_felt(cue, language)


def _is_known(attribution: Attribution, language: Language) -> bool:
    """True for "did not know that": it is so."""
    return attribution.stance == "doubts" and means_any(find_words(attribution.cue.text)[-1:], FACTIVES, language)


def _is_felt(cue: list[str], language: Language) -> bool:
    """True for "(not) surprised to", which holds for true what follows; not for "(not) sure that"."""
    speech = language.speech
    return " ".join(cue[-2:]) in speech.predicates and speech.that.isdisjoint(cue[-1:])
