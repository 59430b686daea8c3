"""Tolls as articles give them: which counts are the whole, and which only a part of it."""

from collections import defaultdict
from collections.abc import Sequence

from stemma.lang import find_language
from stemma.match.relations.details import Context, Detail
from stemma.match.slots import do_values_meet, name_role
from stemma.model import Claim, Quantity
from stemma.text import fold

TOLLS = frozenset({"killed", "injured"})


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


def leave_out_parts(details: Sequence[Detail], context: Context) -> list[Detail]:
    """Without "one in critical condition" of four injured, where another article has four as well.

    Somebody whom no number counts ("a student was killed") is no toll either, where others count more.
    """
    return [detail for detail in details if not _is_part(detail, details, context)]


def _is_part(detail: Detail, details: Sequence[Detail], context: Context) -> bool:
    quantity, article = detail.quantity, detail.claim.article
    if quantity is None or quantity.role not in TOLLS:
        return False
    if any(d.quantity and d.quantity.best > quantity.best for d in details) and _is_uncounted(
        quantity, article, context
    ):
        return True
    wholes = [q for q in _find_tolls(article, quantity, context) if q.low > quantity.high]
    others = [q for key in context.counts if key != article for q in _find_tolls(key, quantity, context)]
    return any(do_values_meet(whole, other) for whole in wholes for other in others)


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
