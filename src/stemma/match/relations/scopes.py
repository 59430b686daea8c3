"""What a word of plan, possibility or negation speaks of: its verb, and whether another text tells that."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from stemma.find.terms import find_content_words, find_phrases, per_language, stem_word
from stemma.lang import find_language
from stemma.lang.language import Language
from stemma.match.profiles import find_concept
from stemma.match.relations.details import TURNED, Context
from stemma.match.relations.times import do_moments_agree, name_kind
from stemma.match.slots import do_values_meet, is_same_slot
from stemma.model import Claim, Mark, Span
from stemma.text import find_words, fold

FEWEST_SHARED = 2  # telling words beside the verb by which two clauses speak of one deed
FEWEST_WITHOUT_VERB = 5  # and where the verbs are different words: "integrated into", "assigned to"
Place = tuple[str, Span]  # what a word means, and where it stands


def is_done_elsewhere(planned: Claim, done: Claim, context: Context) -> bool:
    """True where one claim plans, or holds possible, the very deed that the other tells as done.

    That is the same verb, told as done, or another verb before the same object, with nearly all other words the same.
    """
    if planned.negated or done.negated or not _do_counts_meet(planned, done) or _is_to_come(planned, done):
        return False
    verbs, behind = _find_scope(planned, context)
    told = _find_told_verbs(done, context) if behind else {}
    words = context.find_words(done)
    if verbs & words:
        return bool(verbs & told.keys()) and len((context.find_words(planned) & words) - verbs) >= FEWEST_SHARED
    objects = {after for verb, after in pairwise(behind) if verb in verbs}
    shared = words.intersection(behind)
    is_alike = len(shared) >= max(FEWEST_WITHOUT_VERB, TURNED * len({*behind} - verbs))
    return is_alike and not objects.isdisjoint(told.values())


def _find_scope(claim: Claim, context: Context) -> tuple[frozenset[str], tuple[str, ...]]:
    """What the verbs mean that words of plan and possibility govern, and all words behind these, in order."""
    article = context.articles[claim.article]
    language = find_language(article.language)
    if language is None:
        return frozenset(), ()
    span = Span(claim.sentence.start, claim.span.end)  # "they plan to | leave"
    marks = [m.span for m in find_phrases(article.text, span, _find_governing(language)) if m.span]
    if not marks:
        return frozenset(), ()
    scope = Span(max(marks[0].end, claim.span.start), claim.span.end)
    behind = [concept for concept, _ in _find_places(article.text, scope, language)]
    governed = [_find_next(article.text, mark.end, claim.span.end, language) for mark in marks]
    verbs = {found[0] for found in governed if found}
    if language.speech.verb_second or language.speech.verb_final:
        verbs |= set(behind[-1:])
    return frozenset(verbs), tuple(behind)


def _find_next(text: str, start: int, end: int, language: Language) -> Place | None:
    """The first telling word, if nothing but adverbs and forms of be and have stand before it."""
    speech, helpers = language.speech, _list_helpers(language)
    for concept, place in _find_places(text, Span(start, end), language):
        word = place.of(text)
        if fold(word) in speech.adverbs or fold(word).endswith(speech.adverb_endings):
            continue
        is_verb = word.islower() and helpers.issuperset(find_words(text[start : place.start]))
        return (concept, place) if is_verb else None
    return None


def _find_told_verbs(claim: Claim, context: Context) -> dict[str, str]:
    """What a claim tells as done, each with the word behind it: no infinitive, no noun behind its article, no plan."""
    article = context.articles[claim.article]
    language = find_language(article.language)
    whole = Span(claim.sentence.start, claim.span.end)
    if language is None or find_phrases(article.text, whole, _find_moods(language)):
        return {}
    places = list(_find_places(article.text, whole, language))
    told, end = {}, claim.sentence.start
    for (concept, place), (after, _) in zip(places, [*places[1:], ("", whole)], strict=True):
        before = find_words(article.text[end : place.start])
        is_verb = _opens_noun(language).isdisjoint(before[-1:]) and language.speech.infinitives.isdisjoint(before)
        if place.start >= claim.span.start and is_verb:
            told[concept] = after
        end = place.end
    return told


@per_language
def _find_moods(language: Language | None) -> frozenset[str]:
    """Words of plan and possibility."""
    return language.speech.planned | language.speech.possible if language else frozenset()


@per_language
def _find_governing(language: Language | None) -> frozenset[str]:
    """Of these, the ones that a verb follows: neither "if" nor the "can" of what somebody is able to do."""
    if language is None:
        return frozenset()
    speech = language.speech
    return speech.planned | (speech.possible - speech.openers - speech.abilities)


@per_language
def _list_helpers(language: Language | None) -> frozenset[str]:
    """What may stand between such a word and its verb: "may have already been"."""
    if language is None:
        return frozenset()
    speech, grammar = language.speech, language.grammar
    return frozenset({*speech.be, *speech.auxiliaries, *speech.adverbs, *grammar.auxiliaries, *speech.infinitives})


@per_language
def _opens_noun(language: Language | None) -> frozenset[str]:
    """Small words right behind which no finite verb stands: articles, owners, prepositions."""
    if language is None:
        return frozenset()
    speech, grammar = language.speech, language.grammar
    nouns = speech.determiners | speech.possessors | grammar.prepositions | grammar.determiners
    return (nouns | speech.openers) - speech.relatives - speech.be


def _find_places(text: str, span: Span, language: Language) -> Iterator[Place]:
    for word, place in find_content_words(text, language, span):
        yield find_concept(stem_word(word, language), place.of(text), language), place


def _is_to_come(planned: Claim, done: Claim) -> bool:
    """True where what seems done is set for a day after the article, or for the planned one: "four more by 2031"."""
    moments = [m.value for m in done.moments if m.of == "event" and name_kind(m.value)]
    if done.as_of is not None:
        return any(value[:4].isdigit() and value > done.as_of[: len(value)] for value in moments)
    set_for = [m.value for m in planned.moments if m.of == "event"]
    return any(name_kind(a) == name_kind(b) and do_moments_agree(a, b) for a in moments for b in set_for)


def _do_counts_meet(one: Claim, other: Claim) -> bool:
    counts = [(a, b) for a in one.quantities for b in other.quantities if is_same_slot(a, b)]
    return not counts or any(do_values_meet(a, b) for a, b in counts)


def denies_words_of(negated: Claim, positive: Claim, context: Context) -> bool:
    """True where what stands behind a negation is told by the other claim, in which nothing is negated at all."""
    return not _find_negations(positive, context) and bool(
        _find_denied(negated, context) & context.find_words(positive)
    )


def _find_denied(claim: Claim, context: Context) -> frozenset[str]:
    """What the first telling word behind each negation means; "not only" and "no … until" deny nothing."""
    article = context.articles[claim.article]
    language = find_language(article.language)
    denied: set[str] = set()
    if language is None or not language.speech.possible.isdisjoint(find_words(article.text[slice(*claim.span)])[:1]):
        return frozenset()  # "if it is not …"
    for mark in _find_negations(claim, context):
        behind = Span(mark.span.end if mark.span else claim.span.end, claim.span.end)
        words = find_words(behind.of(article.text))
        if language.grammar.limits.isdisjoint(words[:1]) and language.grammar.exceptions.isdisjoint(words):
            denied |= _find_first(article.text, behind, language) or context.find_words(claim)
    return frozenset(denied)


def _find_first(text: str, span: Span, language: Language) -> set[str]:
    """The first telling word that is no adverb; none where a negation ends its clause: "er kommt nicht"."""
    for concept, place in _find_places(text, span, language):
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


def is_in_doubt(claim: Claim, context: Context) -> bool:
    """True where the sentence up to the end of a claim leaves it open, in whatever words: "may be", "likely", "if"."""
    article = context.articles[claim.article]
    language = find_language(article.language)
    whole = Span(claim.sentence.start, claim.span.end)
    return language is not None and bool(
        find_phrases(article.text, whole, _find_moods(language))
        or find_phrases(article.text, whole, _find_doubts(language))
    )


@per_language
def _find_doubts(language: Language | None) -> frozenset[str]:
    """Words of doubt, and verbs of holding something for true."""
    return language.speech.hedges | language.speech.hearsay if language else frozenset()
