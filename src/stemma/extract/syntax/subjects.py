"""Whose act a verb tells of when its subject does not stand right before it."""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import NamedTuple

from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import find_subject, is_adverb, is_pronoun
from stemma.extract.syntax.reading import Range, Reader, Site
from stemma.find.terms import per_language
from stemma.lang.language import Speech
from stemma.text import join_lists

DASHES = ("—", "–", "-", "--")
_KEPT = 65536  # words whose form is remembered
_FAR = 70  # words within which the subject of a clause is looked for


def find_shared_subject(reader: Reader, before: int) -> Range | None:
    """The subject of "X praised Y and criticised Z", "…, criticising Z" or "… to criticise Z", seen from its last verb.

    Args:
        reader: the sentence.
        before: the token at which the verb group without a subject of its own begins.
    """
    low = _find_clause(reader, before)
    while True:
        subject = _find_first_subject(reader, low, before)
        if subject is not None or low <= reader.sentence.low:
            return subject
        low = _find_clause(reader, low - 1)


def find_clause_opening(reader: Reader, before: int) -> int:
    """Where the subject of the clause around `before` may begin: behind what opens the clause."""
    return _skip_opening(reader, _find_clause(reader, before), before)


def _find_clause(reader: Reader, before: int) -> int:
    """Where the clause around `before` begins: behind a quotation, a colon or ", while"."""
    speech, low = reader.speech, max(reader.sentence.low, before - _FAR)
    for index in range(before - 2, low, -1):
        token, left = reader.tokens[index], reader.fold(index - 1)
        opens = token.fold in speech.contrasts or (token.fold in speech.coordinators and left == ",")
        if token.fold in (":", ";", "—", "–") or (opens and _opens_clause(reader, index + 1, before)):
            return index + 1
    return low


def _opens_clause(reader: Reader, index: int, high: int) -> bool:
    """True where a noun phrase with a verb of its own follows, not just another verb."""
    return index < high and not is_finite(reader, index) and _find_first_subject(reader, index, high) is not None


def _find_first_subject(reader: Reader, low: int, high: int) -> Range | None:
    """The noun phrase before the first finite verb that has one."""
    start = _skip_opening(reader, low, high)
    for index in range(start + 1, high):
        if not is_finite(reader, index):
            continue
        end = index
        while end > start and is_adverb(reader.tokens[end - 1], reader.speech):
            end -= 1
        if reader.fold(end - 1) in join_lists(reader.speech.relatives, reader.speech.that):
            continue
        subject = find_subject(reader.tokens, end, start, reader.speech)
        if subject is not None and may_act(reader, subject):
            return subject
    return _find_opening_name(reader, start, high)


def _find_opening_name(reader: Reader, start: int, high: int) -> Range | None:
    """The name that opens a clause whose verb is not known as one."""
    end = find_phrase(reader.tokens, start, high, reader.speech)
    named = start < end < high and reader.tokens[end - 1].capital and reader.tokens[start].kind == "w"
    named = named and not (end == start + 1 and reader.fold(start) in reader.speech.adverbs)
    return (start, end) if named and may_act(reader, (start, end)) else None


def _skip_opening(reader: Reader, low: int, high: int) -> int:
    """Passes "After a week of talks,": what a preposition or a subordinator opens, up to its comma."""
    speech = reader.speech
    while low < high and (reader.fold(low) in join_lists(speech.joins, speech.contrasts) or reader.fold(low) == ","):
        low += 1
    low += reader.fold(low) in speech.coordinators and reader.fold(low) in speech.adverbs  # yet some of them said
    first = reader.fold(low)
    if first in speech.determiners and reader.fold(low + 1) in speech.temporal and reader.fold(low + 2) == ",":
        return low + 3
    if first in join_lists(speech.links, speech.of, speech.openers, speech.infinitives) or first in speech.participles:
        comma = next((i for i in range(low + 1, high) if reader.fold(i) == ","), None)
        return comma + 1 if comma is not None else low
    return low


def complete_subject(reader: Reader, subject: Range) -> Range | None:
    """The whole of "people who fled the city", of which the nearest noun phrase is "the city"; None for "him" alone.

    A phrase that runs over a verb of another clause loses what stands before that verb.
    """
    speech, (start, end) = reader.speech, subject
    if start == reader.sentence.low and any(_is_headline_verb(reader, i) for i in range(start + 1, end - 1)):
        return None
    verb = _find_inner_verb(reader, subject)
    narrow = _drop_whom(reader, subject) if verb is None or verb < start else subject
    if verb is None or narrow != subject:
        return narrow
    left = verb
    while left > reader.sentence.low and (is_adverb(reader.tokens[left - 1], speech) or is_finite(reader, left - 1)):
        left -= 1
    if reader.fold(left - 1) in join_lists(speech.relatives, speech.that):
        if left - 1 > start:
            return subject
        whole = find_subject(reader.tokens, left - 1, reader.sentence.low, speech)
        return (whole[0], end) if whole and reader.fold(left - 2) != "," else None
    if verb < start:
        return subject if _is_cue(reader.fold(verb), speech) else _find_reduced(reader, left, subject)
    reduced = not _is_cue(reader.fold(verb), speech) or reader.fold(verb + 1) in speech.links  # "briefed on the talks"
    return subject if reduced else _drop_verb(reader, verb, end)


def _drop_whom(reader: Reader, subject: Range) -> Range:
    """The officials of "the hackers who officials say have left"."""
    speech, (start, end) = reader.speech, subject
    opened = (i + 1 for i in range(end - 2, start, -1) if reader.fold(i) in speech.relatives)
    named = (i for i in opened if reader.tokens[i].capital or reader.fold(i) in speech.determiners)
    return (next(named, start), end)


def _find_inner_verb(reader: Reader, subject: Range) -> int | None:
    """The last finite verb inside a phrase, or the one that it is an object of."""
    speech, (start, end) = reader.speech, subject
    verb = next((i for i in range(end - 1, start, -1) if is_finite(reader, i)), None)
    if verb is not None:
        return verb
    verb = next((i for i in (start - 1, start - 2) if i > reader.sentence.low and is_finite(reader, i)), None)
    if verb != start - 2:
        return verb
    return verb if reader.fold(start - 1) in join_lists(speech.links, speech.of, speech.determiners) else None


def _find_reduced(reader: Reader, verb: int, subject: Range) -> Range:
    """The whole of "a log kept at the lock", of which "the lock" stands before the next verb."""
    head = find_subject(reader.tokens, verb, reader.sentence.low, reader.speech)
    if head is None or head[1] != verb or is_pronoun(reader.tokens[head[0]], reader.speech):
        return subject
    return (head[0], subject[1])


def find_parted_subject(reader: Reader, before: int) -> Range | None:
    """The X of "X, who fled the city, said": a phrase that opens the clause, set off from its verb by commas."""
    start = _skip_opening(reader, _find_clause(reader, before), before)
    comma = next((i for i in range(start + 1, before - 2) if reader.fold(i) == ","), None)
    if comma is None or any(is_finite(reader, i) for i in range(start, comma)):
        return None
    if is_finite(reader, comma + 1) or reader.fold(comma + 1) in reader.speech.joins | reader.speech.contrasts:
        return None
    subject = find_subject(reader.tokens, comma, start, reader.speech)
    return (start, before - 1) if subject is not None and subject[0] == start and may_act(reader, subject) else None


def find_dashed_subject(reader: Reader, before: int) -> Range | None:
    """The X of "X — who fled the city — said": a phrase that opens the clause, set off from its verb by dashes."""
    mark, low = before - 1, reader.sentence.low
    if reader.fold(mark) not in DASHES:
        return None
    opener = next((i for i in range(mark - 1, low, -1) if reader.fold(i) in DASHES), None)
    if opener is None or mark - opener < 2:
        return None
    start = _skip_opening(reader, _find_clause(reader, opener), opener)
    subject = find_subject(reader.tokens, opener, start, reader.speech)
    return subject if subject is not None and subject[0] == start and may_act(reader, subject) else None


def extend_description(reader: Reader, end: int) -> int:
    """Takes ", a nurse who lives in the town" after a name, up to a quotation, a participle or the end."""
    speech, last = reader.speech, reader.sentence.last
    first, start = reader.fold(end + 1), end + 1
    if reader.fold(end) != "," or start >= last or reader.tokens[start].kind != "w":
        return end
    if not (first in speech.determiners | speech.relatives or first.isdigit() or first in speech.roles):
        return end
    asides = (speech.participles, speech.coordinators, speech.openers, speech.contrasts, speech.links)
    for index in range(start, last):
        if reader.tokens[index].kind == "q" or reader.fold(index) in (":", ";", "—", "–"):
            return index - 1 if reader.fold(index - 1) == "," else index
        following = reader.fold(index + 1)
        if reader.fold(index) == "," and any(following in words for words in asides):
            return index
    return last


def _is_headline_verb(reader: Reader, index: int) -> bool:
    """True for the "to report" of "Harbour firm to report record sales"."""
    following, speech = reader.tokens[index + 1], reader.speech
    nominal = following.capital or following.fold in join_lists(speech.determiners, speech.possessors)
    return reader.fold(index) in speech.infinitives and not nominal


def _drop_verb(reader: Reader, verb: int, end: int) -> Range | None:
    """What follows a verb, without prepositions."""
    start = verb + 1
    while start < end and reader.fold(start) in reader.speech.links | reader.speech.of | reader.speech.infinitives:
        start += 1
    return (start, end) if start < end else None


def may_act(reader: Reader, subject: Range) -> bool:
    """False for "it", "there" and a day, which hold no view."""
    speech, first = reader.speech, reader.tokens[subject[0]]
    if subject[1] - subject[0] == 1 and (first.fold in speech.things or first.fold in speech.that):
        return first.fold in speech.actors
    return first.fold not in speech.temporal or is_pronoun(first, speech)


def agrees(reader: Reader, subject: Range, verb: Range) -> bool:
    """True for "40 percent support the dam": a plural, a base form that may be a noun, and an object."""
    speech, last, following = reader.speech, subject[1] - 1, reader.fold(verb[1])
    if not speech.shares or reader.fold(verb[0]).endswith("s") or not following:
        return False
    plural = reader.fold(last).endswith("s") or reader.fold(last - 1)[:1].isdigit()
    token = reader.tokens[verb[1]]
    object_follows = token.capital or token.kind == "q" or is_pronoun(token, speech)
    return plural and (
        object_follows or following in join_lists(speech.determiners, speech.possessors, speech.participles)
    )


def is_singular(reader: Reader, subject: Range, site: Site) -> bool:
    """True for the "award" of "the award show is late": a singular before a form that only a plural has."""
    speech, word = reader.speech, reader.fold(site.low)
    bare = speech.shares and site.left == site.low
    known = bare and any(f"{word}s" in words for words in (speech.judges, speech.weak, speech.says))
    if not known or word in speech.unchanged or subject[1] - subject[0] == 1:
        return False
    small = (speech.of, speech.links, speech.relatives, speech.that, speech.joins, speech.unmarked)
    for index in range(*subject):
        token = reader.tokens[index]
        plain = token.kind == "w" and token.fold[:1].isalpha() and not any(token.fold in words for words in small)
        if not plain or token.fold.endswith(speech.verb_endings):
            return False
    head, before = reader.tokens[subject[1] - 1], reader.fold(subject[0] - 1)
    if before in speech.of or before in speech.links or reader.fold(subject[0] - 2) in speech.infinitives:
        return False  # many officials on the island believe
    return not (head.capital or head.fold.endswith("s") or is_pronoun(head, speech))


def is_finite(reader: Reader, index: int) -> bool:
    """True for a form that has a subject before it: an auxiliary, a past tense, a known verb in the present."""
    form = _find_forms(reader.speech)(reader.fold(index))
    if form is None or reader.tokens[index].kind != "w" or reader.tokens[index].capital:
        return False
    if form.known:
        return reader.fold(index - 1) not in reader.speech.infinitives
    if reader.fold(index + 1) in reader.speech.agents:
        return False
    return form.told or not _is_owned(reader.fold(index - 1), reader.speech)


class _Form(NamedTuple):
    """How a word may be finite: as a verb of the lists, as a verb of saying; else by the ending of a past tense."""

    known: bool
    told: bool


@per_language
def _find_forms(speech: Speech) -> Callable[[str], _Form | None]:
    """What reads a word's form, None for no finite one; remembers it, for this is asked of half the words of a text."""
    return lru_cache(maxsize=_KEPT)(partial(_read_form, speech))


def _read_form(speech: Speech, word: str) -> _Form | None:
    known = word in speech.be or word in speech.auxiliaries or word in speech.verbs
    told = _is_cue(word, speech) and word not in speech.nounlike
    if not known and (word in speech.supines or not (told or word.endswith(speech.verb_endings))):
        return None
    return _Form(known, told)


def _is_owned(before: str, speech: Speech) -> bool:
    """True behind these words for the "promised" of "the promised dam", which is no past tense."""
    return before in speech.determiners or before in speech.of or before in speech.links or before.endswith("'s")


def _is_cue(word: str, speech: Speech) -> bool:
    """True for a finite form of a verb of saying."""
    known = word in speech.says or word in speech.tells or word in speech.weak
    return known and word not in speech.participles and word not in speech.reports
