"""Whose number is it? Two figures differ only where both are of one owner, one matter and one time."""

import re

from stemma.lang import find_language
from stemma.match.relations.details import TURNED, Context, Detail
from stemma.match.slots import HARMED, ROLES_OF_PEOPLE, do_values_meet, name_role
from stemma.model import Claim, Quantity
from stemma.text import find_words, fold

ALIKE = 0.5  # share of the shorter claim's telling words from which two claims speak of one thing
FEWEST = 2  # of them
FACTOR = 3
REACH = 40  # characters before and behind an age in which the name of its person stands
BEFORE = 12  # characters before a number that may tell that it counts those besides others
# What a body has one of, in one year: its name tells whose.
OWNED = frozenset({"revenue", "profit", "loss", "price", "debt", "raised", "sold", "employed", "population", "turnout"})
# What grows from report to report, and by much.
GROWING = frozenset(
    {"killed", "injured", "missing", "arrested", "deserted", "displaced", "evacuated", "infected", "rescued"}
)
# Units that are events: a toll "in three shootings" is that of no single one.
INCIDENTS = frozenset(
    {"accident", "attack", "blast", "bombing", "clash", "crash", "explosion", "fire", "incident", "quake", "raid"}
    | {"shooting", "stabbing", "storm", "strike"}
)
_MONTH = re.compile(r"(?:\d{4}|XXXX)-\d\d")
_NAMED = re.compile(r"[^\W\d_][\w’'.-]*")


def count_one_thing(one: Detail, other: Detail, context: Context) -> bool:
    """True unless the two are plainly, or likely, numbers of different things: no reader would hold them together."""
    mine, theirs = one.quantity, other.quantity
    if mine is None or theirs is None:
        return False
    if (mine.low, mine.best, mine.high) == (theirs.low, theirs.best, theirs.high):
        return True
    if mine.unit == "age" or theirs.unit == "age":
        return _are_one_person(_find_aged(one, context), _find_aged(other, context))
    here, there = ((d.claim.article, d.claim.sentence) for d in (one, other))
    if here != there and do_values_meet(mine, theirs) and not _are_of_two_months(one, other):
        return bool(mine.unit or mine.role or theirs.unit or theirs.role)
    return not _are_apart(one, other, context) and (
        _is_of_people(mine) or _is_of_people(theirs) or _have_one_owner(one, other, context)
    )


def _are_apart(one: Detail, other: Detail, context: Context) -> bool:
    """True for the number of another year, for one that is only a part, and for two that one text gives."""
    if _are_of_one_text(one.claim, other.claim, context) or _are_other_sets(one, other, context):
        return True
    past = [_tells_of_past(detail.claim, context) for detail in (one, other)]
    if past[0] != past[1] or _are_of_two_months(one, other):
        return True
    several = [_is_of_several(detail, context) for detail in (one, other)]
    return several[0] != several[1] or _is_part(one, context) or _is_part(other, context)


def _are_of_two_months(one: Detail, other: Detail) -> bool:
    """True for tolls of which one is dated to a month, the other not: news name the day, and the month what was before.

    How many were sold by a month, or met in it, may be told in either way.
    """
    harmed = [detail.quantity and name_role(detail.quantity.role) in HARMED for detail in (one, other)]
    return all(harmed) and _find_bare_months(one.claim) != _find_bare_months(other.claim)


def _find_bare_months(claim: Claim) -> set[str]:
    """Months of the article's year in which something happened, without a day."""
    months = {moment.value for moment in claim.moments if moment.of == "event" and _MONTH.fullmatch(moment.value)}
    return {month[5:] for month in months if month[:4] in ("XXXX", (claim.as_of or "")[:4])}


def _is_of_several(detail: Detail, context: Context) -> bool:
    """True for a toll of several events together: "seven were killed in three shootings"."""
    article = context.articles[detail.claim.article]
    language = find_language(article.language)
    if language is None or detail.quantity is None or not _is_of_people(detail.quantity):
        return False
    events = [
        q for q in detail.claim.quantities if q.unit in INCIDENTS and q.best > 1 and q.span.start > detail.span.end
    ]
    leads = [find_words(article.text[detail.span.end : q.span.start])[-1:] for q in events]
    return any(not language.grammar.prepositions.isdisjoint(lead) for lead in leads)


def _are_of_one_text(one: Claim, other: Claim, context: Context) -> bool:
    """True for two numbers of one sentence, or of one article in other words: it tells them apart itself."""
    if one.article != other.article:
        return False
    words, others = context.find_words(one), context.find_words(other)
    return one.sentence == other.sentence or len(words & others) < TURNED * min(len(words), len(others))


def _are_other_sets(one: Detail, other: Detail, context: Context) -> bool:
    """True for "his wife and two sons" beside "two sons", for nobody beside some, and for far more people."""
    mine, theirs = one.quantity, other.quantity
    if mine is None or theirs is None or min(mine.best, theirs.best) <= 0:
        return True
    more, less = (one, other) if mine.best > theirs.best else (other, one)
    if _is_sum_of_parts(more, context) and not _is_sum_of_parts(less, context):
        return True
    is_far = max(mine.best, theirs.best) > FACTOR * min(mine.best, theirs.best)
    return is_far and _is_of_people(theirs) and theirs.role not in GROWING and not (mine.vague or theirs.vague)


def _is_sum_of_parts(detail: Detail, context: Context) -> bool:
    """True for a count of several kinds: "a woman and two men", "his wife and two sons"."""
    language = find_language(context.articles[detail.claim.article].language)
    text = detail.span.of(context.articles[detail.claim.article].text)
    return ", " in text or (language is not None and not language.counting.harm.chains.isdisjoint(find_words(text)))


def _is_of_people(quantity: Quantity) -> bool:
    return name_role(quantity.role) in ROLES_OF_PEOPLE | HARMED


def _have_one_owner(one: Detail, other: Detail, context: Context) -> bool:
    """True where two claims name one body or person and what is counted of it, or have much the same words.

    What has no role is the same thing only while its numbers are near each other. Across languages, few words can be
    held against each other.
    """
    mine, theirs = one.quantity, other.quantity
    if one.claim.id == other.claim.id or mine is None or theirs is None:
        return False
    if not (mine.role and theirs.role) and max(mine.best, theirs.best) > FACTOR * min(mine.best, theirs.best):
        return False
    names, others = _find_names(one.claim), _find_names(other.claim)
    if names and others and not names & others:
        return False
    if context.articles[one.claim.article].language != context.articles[other.claim.article].language:
        return True
    return bool(names & others) if mine.role in OWNED else _are_alike(one.claim, other.claim, context)


def _are_alike(one: Claim, other: Claim, context: Context) -> bool:
    words, others = context.find_words(one), context.find_words(other)
    shared = len(words & others)
    return shared >= FEWEST and shared >= ALIKE * min(len(words), len(others))


def _find_names(claim: Claim) -> set[str]:
    return {word for name in claim.names for word in find_words(name.text)}


def _find_aged(detail: Detail, context: Context) -> set[str]:
    """Names around an age: "Jon Ash, 27," and "27-year-old Jon Ash"."""
    text, at = context.articles[detail.claim.article].text, detail.span
    before = text[max(detail.claim.sentence.start, at.start - REACH) : at.start].rstrip()
    if before.endswith((",", "(")):
        words = _NAMED.findall(before)[-2:]
    else:
        words = _NAMED.findall(text[at.end : min(detail.claim.sentence.end, at.end + REACH)])[:3]
    return {fold(word) for word in words if word[:1].isupper()}


def _are_one_person(names: set[str], others: set[str]) -> bool:
    """True where one name is a part of the other: a family name alone tells nobody from his mother."""
    return bool(names & others) and (names <= others or others <= names)


def _is_part(detail: Detail, context: Context) -> bool:
    """True for a number besides others or out of them: "another two", "the three others", "one of the victims".

    The injured are others than the dead.
    """
    article = context.articles[detail.claim.article]
    language = find_language(article.language)
    if language is None or (detail.quantity and detail.quantity.role == "injured"):
        return False
    start = max(detail.claim.sentence.start, detail.span.start - BEFORE)
    words = find_words(detail.span.of(article.text))
    behind = find_words(article.text[detail.span.end : detail.span.end + BEFORE])[:1]
    around = {*find_words(article.text[start : detail.span.start])[-1:], *words, *behind}
    return not language.counting.further.isdisjoint(around) or not language.counting.harm.of.isdisjoint(
        [*words, *behind][1:2]
    )


def _tells_of_past(claim: Claim, context: Context) -> bool:
    """True where its sentence names a year before the last: what was counted then is not counted now."""
    return (claim.article, claim.sentence) in context.past
