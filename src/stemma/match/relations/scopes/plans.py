"""What a word of plan or possibility speaks of: its verb, and whether another text tells that as done."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from stemma.find.terms import find_content_words, find_phrases, per_language, stem_word
from stemma.lang import find_language
from stemma.lang.language import Language
from stemma.match.relations.details import TURNED, Context
from stemma.match.relations.times import do_moments_agree, name_kind
from stemma.match.slots import do_values_meet, is_same_slot
from stemma.match.words import find_concept
from stemma.model import Claim, Span
from stemma.text import find_words, fold

FEWEST_SHARED = 2  # telling words beside the verb by which two clauses speak of one deed
SHARED = 0.3  # share of the words of a plan that the account of the deed has
FEWEST_WITHOUT_VERB = 5  # and where the verbs are different words: "integrated into", "assigned to"
BEFORE = 30  # characters before a verb in which its helper stands
VARIED = 3  # letters by which an irregular form may be longer


class Form(NamedTuple):
    """How a verb is written, and whether "be" or "have" stands before it: "buy", "be bought"."""

    text: str
    is_participle: bool


Place = tuple[str, Span]  # what a word means, and where it stands


def is_done_elsewhere(planned: Claim, done: Claim, context: Context) -> bool:
    """True where one claim plans, or holds possible, the very deed that the other tells as done.

    That is the same verb, told as done, or another verb before the same object, with nearly all other words the same.
    """
    if planned.negated or done.negated or not _do_counts_meet(planned, done) or _is_to_come(planned, done):
        return False
    verbs, behind = _find_scope(planned, context, plain=_may_be_present(planned, done, context))
    told = _find_told_verbs(done, verbs, context) if behind else {}
    words = context.find_words(done)
    if verbs.keys() & words:
        shared = (context.find_words(planned) & words) - verbs.keys()
        fewest = max(1, min(FEWEST_SHARED, len(words - verbs.keys())))  # "the wreck was raised" says no more
        enough = len(words.intersection(behind)) >= SHARED * len(set(behind))
        return bool(verbs.keys() & told.keys()) and len(shared) >= fewest and enough
    objects = {after for verb, after in pairwise(behind) if verb in verbs}
    shared = words.intersection(behind)
    is_alike = len(shared) >= max(FEWEST_WITHOUT_VERB, TURNED * len({*behind} - verbs.keys()))
    return is_alike and not objects.isdisjoint(told.values())


def _may_be_present(planned: Claim, done: Claim, context: Context) -> bool:
    """True where what "will" be in one language may stand in the present in another, whose verbs do not show it."""
    here, there = (context.articles[claim.article].language for claim in (planned, done))
    language = find_language(there)
    return here != there and (language is None or not language.speech.done_endings)


def _find_scope(claim: Claim, context: Context, *, plain: bool) -> tuple[dict[str, Form], tuple[str, ...]]:
    """What the verbs mean that words of plan and possibility govern, and their forms; all words behind, in order.

    `plain`: only where a word means nothing but a plan, as no auxiliary does.
    """
    article = context.articles[claim.article]
    language = find_language(article.language)
    if language is None:
        return {}, ()
    span = Span(claim.sentence.start, claim.span.end)  # "they plan to | leave"
    governing = _find_plain(language) if plain else _find_governing(language)
    marks = [m.span for m in find_phrases(article.text, span, governing) if m.span]
    if not marks:
        return {}, ()
    scope = Span(max(marks[0].end, claim.span.start), claim.span.end)
    places = list(find_concepts_in(article.text, scope, language))
    governed = [_find_next(article.text, mark.end, claim.span.end, language) for mark in marks]
    governed += places[-1:] if language.speech.verb_second or language.speech.verb_final else []
    verbs = {concept: _read_form(article.text, place, language) for concept, place in filter(None, governed)}
    return verbs, tuple(concept for concept, _ in places)


def _read_form(text: str, place: Span, language: Language) -> Form:
    helpers = language.speech.be | language.speech.done_helpers
    before = find_words(text[max(0, place.start - BEFORE) : place.start])[-1:]
    return Form(fold(place.of(text)), not helpers.isdisjoint(before))


def _find_next(text: str, start: int, end: int, language: Language) -> Place | None:
    """The first telling word, if nothing but adverbs and forms of be and have stand before it."""
    helpers = _list_helpers(language)
    for concept, place in find_concepts_in(text, Span(start, end), language):
        word = place.of(text)
        if _is_adverb(fold(word), language):
            continue
        is_verb = word.islower() and helpers.issuperset(find_words(text[start : place.start]))
        return (concept, place) if is_verb else None
    return None


def _is_adverb(word: str, language: Language) -> bool:
    return word in language.speech.adverbs or word.endswith(language.speech.adverb_endings)


def _find_told_verbs(claim: Claim, planned: Mapping[str, Form], context: Context) -> dict[str, str]:
    """What a claim tells as done, each with the word behind it: no infinitive, no noun behind its article, no plan.

    `planned` has the forms of the verbs that another claim plans, from which those of a deed done differ.
    """
    article = context.articles[claim.article]
    language = find_language(article.language)
    whole = Span(claim.sentence.start, claim.span.end)
    if language is None or find_phrases(article.text, whole, _find_moods(language)):
        return {}
    places = list(find_concepts_in(article.text, whole, language))
    is_finite = not (language.speech.be | language.speech.done_helpers).isdisjoint(find_words(claim.text))
    told, end = {}, claim.sentence.start
    for (concept, place), (after, _) in zip(places, [*places[1:], ("", whole)], strict=True):
        before = find_words(article.text[end : place.start])
        is_verb = _opens_noun(language).isdisjoint(before[-1:]) and language.speech.infinitives.isdisjoint(before)
        form = Form(fold(place.of(article.text)), not language.speech.done_helpers.isdisjoint(before))
        if place.start >= claim.span.start and is_verb and _is_past(form, planned.get(concept), is_finite, language):
            told[concept] = after
        end = end if _is_adverb(form.text, language) else place.end  # "were reportedly moved"
    return told


def _is_past(form: Form, planned: Form | None, is_finite: bool, language: Language) -> bool:
    """True for "has cut", "fitted" and "sold" where "sell" is planned; not for "fits" and "fitting".

    Beside another finite verb, what looks so may as well be a participle: "it is a paper published in May".
    """
    speech = language.speech
    if not speech.done_endings:
        return True
    if form.text.endswith(speech.lasting_endings):
        return False
    if form.is_participle or is_finite:
        return form.is_participle
    return form.text.endswith(speech.done_endings) or (planned is not None and _is_irregular(form.text, planned))


def _is_irregular(form: str, planned: Form) -> bool:
    """True for "sold" beside "sell" and "be sold"; not for "sells"."""
    word = planned.text
    if planned.is_participle:
        return form == word
    return form[0] == word[0] and not form.startswith(word) and abs(len(form) - len(word)) <= VARIED


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
def _find_plain(language: Language | None) -> frozenset[str]:
    """Of those, the ones that are no auxiliaries."""
    if language is None:
        return frozenset()
    return _find_governing(language) - language.speech.auxiliaries - language.grammar.auxiliaries


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


def find_concepts_in(text: str, span: Span, language: Language) -> Iterator[Place]:
    """What the telling words of a passage mean, with their places."""
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
