"""Which attributions a dossier keeps: what nobody named, or a mere thing, is held to think makes no voice."""

from dataclasses import replace

from stemma.extract.attribution import find_attributions
from stemma.find.terms import per_language
from stemma.lang.attitudes import is_attitude, name_sources
from stemma.lang.language import Language, Speech
from stemma.model import Article, Attribution, Source
from stemma.text import find_word_before, find_words, fold

BEFORE_CONTENT = 12  # characters before what is told in which its "that" stands
_list_sources = per_language(name_sources)


def find_voices(article: Article, language: Language | None) -> list[Attribution]:
    """The attributions that tell of somebody: without what nobody named, or a mere thing, is held to think."""
    found = find_attributions(article.text, language, article.id, article.outlet)
    if language is None:
        return found
    dropped = {a.id: a.inside for a in found if _is_idle(a, article.text, language)}
    kept = []
    for attribution in found:
        inside = attribution.inside
        while inside in dropped:
            inside = dropped[inside]
        if attribution.id not in dropped:
            kept.append(replace(attribution, inside=inside) if inside != attribution.inside else attribution)
    return kept


def _is_idle(attribution: Attribution, text: str, language: Language) -> bool:
    source, cue = attribution.source, attribution.cue.span
    if attribution.scope != "content" or not language.speech.shares:
        return False
    if source.span is None and not source.name and cue is not None and attribution.content.spans[0].start < cue.start:
        return True
    if attribution.type != "indirect":
        return False
    words, speech = find_words(attribution.cue.text), language.speech
    nameless = fold(source.text) in speech.things and not source.name
    if nameless or any(" ".join(words) in listed for listed in (speech.origins, speech.breaks)):
        return nameless
    if words[-1:] and words[-1] in speech.agents:
        told = set(words) & speech.says and _opens_with_that(attribution, text, speech)  # it was stated by X that C
        return not told and not set(words) & speech.passives
    plain = any(_passes_on(word, speech) for word in words)
    mild = is_attitude(attribution, text, language) or (attribution.stance == "asserts" and not plain)
    return mild and bool(words) and not _names_somebody(source, language)


def _opens_with_that(attribution: Attribution, text: str, speech: Speech) -> bool:
    return not speech.that.isdisjoint(find_word_before(text, attribution.content.spans[0].start, BEFORE_CONTENT))


def _passes_on(word: str, speech: Speech) -> bool:
    """True for a word that passes something on by itself."""
    said = word in speech.says and word not in speech.reports
    return said or word in speech.tells or word in speech.according or word in speech.cites


def _names_somebody(source: Source, language: Language) -> bool:
    """True where the head of a phrase is a name, a pronoun or a noun for people, bodies and texts."""
    speech, head = language.speech, ""
    ends = (speech.of, speech.links, speech.relatives, speech.that, speech.viewings)
    for word in source.text.replace(",", " , ").split():
        if head and (word == "," or any(fold(word) in words for words in ends)):
            break
        head = word
    last = fold(head).removesuffix("'s")
    if last in speech.relatives | speech.that:
        return source.kind != "unnamed"
    addressed = source.kind in ("outlet", "agency", "account")  # veldengazette.com
    pronoun = last in speech.persons or last in speech.groups
    return head[:1].isupper() or addressed or pronoun or last in _list_sources(speech)
