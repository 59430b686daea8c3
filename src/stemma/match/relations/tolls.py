"""Tolls as articles give them: which counts are the whole, and which only a part of it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from stemma.find.terms import find_phrases
from stemma.lang import find_language
from stemma.match.relations.details import Context, Detail
from stemma.match.slots import do_values_meet, name_role
from stemma.model import Article, Claim, Quantity, Span
from stemma.text import fold

TOLLS = frozenset({"killed", "injured"})


# Those who were shot were injured, where nobody is told to have died.
SHOT = "shot"
LONGEST_LINK = 14  # characters of "of the"
MOST_LINKS = 2
MOST_NAMED = 2  # people by whom a toll is greater that counts the one who did it
_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f]\d{3})*(?![\d%])")


def gather_counts(claims: Sequence[Claim]) -> dict[str, list[Quantity]]:
    """All counts with a role, by article; without those of a sentence that tells of a year long past."""
    past = {(c.article, c.sentence) for c in claims if _names_past_year(c)}
    found: dict[str, list[Quantity]] = defaultdict(list)
    for claim in claims:
        if (claim.article, claim.sentence) not in past:
            found[claim.article] += [quantity for quantity in claim.quantities if quantity.role]
    return dict(found)


def _names_past_year(claim: Claim) -> bool:
    """True where a year is named before that of the article; where that has no date, where any is."""
    years = [m.value[:4] for m in claim.moments if m.of == "event" and m.value[:4].isdigit()]
    return any(claim.as_of is None or year < claim.as_of[:4] for year in years)


def leave_out_inner(quantities: Sequence[Quantity], article: Article) -> list[Quantity]:
    """Without what one claim gives as a part: "two men" of "two men and a woman", "one" of "one of four people"."""
    return [
        part
        for part in quantities
        if not any(q.role == part.role and (_holds(q, part) or _is_share(part, q, article)) for q in quantities)
    ]


def _holds(whole: Quantity, part: Quantity) -> bool:
    return whole.span.holds(part.span) and whole.span != part.span


def _is_share(part: Quantity, whole: Quantity, article: Article) -> bool:
    """True for "one of the four people": a number without a noun, and a word or two before a greater one."""
    if part.unit is not None or part.best >= whole.best or not 0 < whole.span.start - part.span.end < LONGEST_LINK:
        return False
    words = article.text[part.span.end : whole.span.start].split()
    language = find_language(article.language)
    chains = language.counting.harm.chains if language else frozenset()
    return len(words) <= MOST_LINKS and all(word.isalpha() and fold(word) not in chains for word in words)


def leave_out_parts(details: Sequence[Detail], context: Context) -> list[Detail]:
    """Without "one in critical condition" of four injured, where another article has four as well.

    Somebody whom no number counts ("a student was killed") is no toll either, where others count more.
    """
    return [detail for detail in details if not _is_part(detail, details, context)]


def _is_part(detail: Detail, details: Sequence[Detail], context: Context) -> bool:
    quantity, article = detail.quantity, detail.claim.article
    if quantity is None or quantity.role not in TOLLS | {SHOT}:
        return False
    if any(d.quantity and d.quantity.best > quantity.best for d in details) and _is_uncounted(
        quantity, article, context
    ):
        return True
    if _is_announced(quantity, article, context):
        return False
    wholes = [q for q in _find_tolls(article, quantity, context) if q.low > quantity.high]
    others = [q for key in context.counts if key != article for q in _find_tolls(key, quantity, context)]
    return any(do_values_meet(whole, other) for whole in wholes for other in others)


def _is_announced(quantity: Quantity, article: str, context: Context) -> bool:
    """True for the greatest count of a headline: "two dead, six injured" gives the whole, whatever follows."""
    body = context.articles[article].body_start
    announced = [q.low for q in _find_tolls(article, quantity, context) if q.span.start < body]
    return quantity.span.start < body and quantity.low >= max(announced, default=quantity.low)


def take_shot_for_injured(detail: Detail, context: Context) -> Detail:
    """Read "four people were shot" as four injured, where the article counts no dead; else it may be both."""
    quantity = detail.quantity
    if (
        quantity is None
        or quantity.role != SHOT
        or any(q.role == "killed" for q in context.counts.get(detail.claim.article, ()))
    ):
        return detail
    return replace(detail, quantity=replace(quantity, role="injured"))


def _find_tolls(article: str, like: Quantity, context: Context) -> list[Quantity]:
    return [q for q in context.counts.get(article, ()) if name_role(q.role) == name_role(like.role)]


def _is_uncounted(quantity: Quantity, article: str, context: Context) -> bool:
    """True for "a man", and "man" in a headline."""
    if quantity.best != 1:
        return False
    language = find_language(context.articles[article].language)
    first = fold(quantity.text.split()[0])
    known = language.counting.number_words if language else {}
    return not first[0].isdigit() and first not in known


def have_died_since(earlier: str, later: str, context: Context) -> bool:
    """True where the later article counts more dead: fewer are injured then, and nothing is contradicted."""
    dead = [[q.best for q in context.counts.get(article, ()) if q.role == "killed"] for article in (earlier, later)]
    return max(dead[1], default=0) > max(dead[0], default=0)


def is_sum(one: Detail, other: Detail, context: Context) -> bool:
    """True where the one number is that of the other and the dead together: all who were shot, and those who lived.

    Of one more, only a word for all who were shot tells that it is so.
    """
    if one.quantity is None or other.quantity is None or other.quantity.role != "injured":
        return False
    apart = abs(one.quantity.best - other.quantity.best)
    return (apart > 1 or _counts_shot(one) != _counts_shot(other)) and any(
        apart == max((q.best for q in context.counts.get(article, ()) if q.role == "killed"), default=0)
        for article in (one.claim.article, other.claim.article)
    )


def _counts_shot(detail: Detail) -> bool:
    """True for a number of people shot, which may have been read as one of injured."""
    return any(q.role == SHOT and q.span == detail.span for q in detail.claim.quantities)


def may_count_one_more(one: Detail, other: Detail, context: Context) -> bool:
    """True for two tolls of which the greater has somebody in it whom its text names: "four, including the gunman"."""
    if one.quantity is None or other.quantity is None or one.quantity.role not in TOLLS:
        return False
    more = max((one, other), key=lambda detail: detail.quantity.best if detail.quantity else 0)
    article = context.articles[more.claim.article]
    language = find_language(article.language)
    if language is None or abs(one.quantity.best - other.quantity.best) > MOST_NAMED:
        return False
    behind = Span(more.span.end, max(more.span.end, more.claim.sentence.end))
    return bool(find_phrases(article.text, behind, language.speech.inclusions))


def restates(later: Detail, earlier: Detail, context: Context) -> bool:
    """True where a larger count stands beside the other one in its own sentence: "rose from 31 to 44".

    A text that gives both replaces the one by the other. A number that counts something else there is another matter,
    and so are two numbers of which the other text gives both as well.
    """
    new, old = later.quantity, earlier.quantity
    if new is None or old is None or new.best <= old.best or old.vague or later.claim.article == earlier.claim.article:
        return False
    if later.claim.as_of and earlier.claim.as_of and later.claim.as_of < earlier.claim.as_of:
        return False
    if new.low != new.high:
        return False  # a range: which of its figures would replace another?
    return _gives_too(later, old, context) and not _gives_too(earlier, new, context)


def _gives_too(detail: Detail, other: Quantity, context: Context) -> bool:
    """True where the sentence of a count has another number in figures, which counts nothing else."""
    article, sentence = detail.claim.article, detail.claim.sentence
    text, role = context.articles[article].text, detail.quantity.role if detail.quantity else None
    places = [Span(m.start(), m.end()) for m in _DIGITS.finditer(text, sentence.start, sentence.end)]
    counted = [q.span for q in context.counts.get(article, ()) if q.role != role]
    return any(
        re.sub(r"\D", "", place.of(text)) == f"{other.best:.0f}"
        for place in places
        if not place.overlaps(detail.span) and not any(place.overlaps(span) for span in counted)
    )


def give_both(one: Detail, other: Detail, context: Context) -> bool:
    """True where each of two sentences has both numbers: neither replaces the other, or stands for it."""
    mine, theirs = one.quantity, other.quantity
    if mine is None or theirs is None:
        return False
    return _gives_too(one, theirs, context) and _gives_too(other, mine, context)
