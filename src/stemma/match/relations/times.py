"""Moments side by side: days, clock times, and since when."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from stemma.match.relations.details import TURNED, Context, Detail, make_variant
from stemma.match.slots import do_values_meet, is_same_slot
from stemma.match.words import read_claim
from stemma.model import Article, Claim, Relation, Span, Variant

BEFORE, BEHIND = 1, 1  # telling words next to a moment: the verb that it belongs to, or what its event is called
FEWEST = 3  # telling words that two accounts of one moment share
YEARS_AGO = (*(f"REL:year:-{years}" for years in range(2, 10)), "REL:decade:-")
QUARTER = 15  # minutes


def compare_moments(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """One variant for every kind of moment (date, weekday, time of day) that several claims name for the event."""
    by_kind: dict[str, list[Detail]] = defaultdict(list)
    for claim in claims:
        for moment in (m for m in claim.moments if m.of == "event" and m != claim.start):
            kind = name_kind(moment.value)
            if kind:
                by_kind[kind].append(Detail(claim=claim, span=moment.span, value=moment.value))
    found = []
    for kind, known in sorted(by_kind.items()):
        details = _leave_out_others(known, context)
        if len({d.claim.id for d in details}) > 1:
            relations: list[Relation] = ["reference", *(_relate_moments(details[0], d) for d in details[1:])]
            values = " / ".join(dict.fromkeys(d.value for d in details))
            found.append(make_variant("moment", details, relations, f"{kind}: {values}"))
    return found


def _leave_out_others(details: Sequence[Detail], context: Context) -> list[Detail]:
    """The first, all that agree with it, and of the rest those that tell when the same thing happened."""
    first = details[0]
    agreeing = [d for d in details if do_moments_agree(first.value, d.value)]
    told = {d.claim.id for d in agreeing}
    counts = Counter(d.claim.id for d in details)
    lone = [d for d in details if d.claim.id not in told and counts[d.claim.id] == counts[first.claim.id] == 1]
    others = [d for d in lone if d.claim.article != first.claim.article and _tell_of_one(first, d, context)]
    return [d for d in details if d in agreeing or d in others]


def _tell_of_one(one: Detail, other: Detail, context: Context) -> bool:
    """True for nearly the same words, with the same ones about the moment, that count nothing differently."""
    words, others = (context.find_words(d.claim) for d in (one, other))
    enough = max(FEWEST, TURNED * min(len(words), len(others)))
    if len(words & others) < enough and not (words == others and len(words) > 1):
        return False
    counts = [(a, b) for a in one.claim.quantities for b in other.claim.quantities if is_same_slot(a, b)]
    if not all(do_values_meet(a, b) for a, b in counts):
        return False
    return not _find_near(one, context).isdisjoint(_find_near(other, context))


def _find_near(detail: Detail, context: Context) -> set[str]:
    """What stands about a moment and names nobody: mostly the verb that it belongs to."""
    article, at, span = context.articles[detail.claim.article], detail.span, detail.claim.span
    before = read_claim(article, detail.claim, Span(span.start, max(span.start, at.start)))
    behind = read_claim(article, detail.claim, Span(min(at.end, span.end), span.end))
    near = [w for w in before if not w.concept.startswith("@")][-BEFORE:] + list(behind[:BEHIND])
    return {word.concept for word in near if not word.named or word.opens}


def _relate_moments(reference: Detail, detail: Detail) -> Relation:
    """Other days contradict each other; a quarter of an hour does not."""
    if do_moments_agree(reference.value, detail.value):
        return "same"
    return "rounding" if _is_minutes_apart(reference.value, detail.value) else "contradiction"


def _is_minutes_apart(one: str, other: str) -> bool:
    minutes = [_read_universal(v) if v[6:] else 60 * int(v[1:3]) + int(v[4:6]) for v in (one, other) if v[:1] == "T"]
    return len(minutes) == 2 and abs((minutes[0] or 0) - (minutes[1] or 0)) <= QUARTER


def compare_starts(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """Since when: "began in May 2019" against "is in its ninth year"."""
    known = [(c, c.start) for c in claims if c.start]
    if len({c.article for c, _ in known}) < 2:
        return []
    bounds = [_bound_start(claim, moment.value, context.years) for claim, moment in known]
    details = [Detail(claim=c, span=m.span, value=m.text) for c, m in known]
    first = bounds[0]
    relations: list[Relation] = ["reference"]
    relations += [
        _relate_starts(known[0][1].value, m.value, first, b) for (_, m), b in zip(known[1:], bounds[1:], strict=True)
    ]
    return [
        make_variant("moment", details, relations, "since when: " + " / ".join(dict.fromkeys(d.value for d in details)))
    ]


def _relate_starts(one: str, other: str, first: tuple[int, int] | None, bound: tuple[int, int] | None) -> Relation:
    """Years tell; without them, "since January" and "sinds januari" are the same."""
    if one == other:
        return "same"
    if first is None or bound is None:
        return "unsure"
    return "same" if bound[0] <= first[1] and first[0] <= bound[1] else "contradiction"


def find_years(articles: Iterable[Article], claims: Iterable[Claim]) -> tuple[int, int] | None:
    """The years in which an undated article of this pile may have been written.

    A thread is one matter: a year before its first dated article to two years after the last. Without any date, the
    latest year in which something is told to have happened stands for it.
    """
    dated = sorted(int(a.published[:4]) for a in articles if a.published and a.published[:4].isdigit())
    if not dated:
        told = [m.value[:4] for c in claims if c.modality == "happened" for m in c.moments if m.value[:4].isdigit()]
        dated = [int(max(told))] if told else []
    return (dated[0] - 1, dated[-1] + 2) if dated else None


def find_past(claims: Iterable[Claim], years: tuple[int, int] | None) -> frozenset[tuple[str, Span]]:
    """Article and sentence of what is told of a year before the one that ended last when the article was written."""
    return frozenset((c.article, c.sentence) for c in claims if _names_past_year(c, years))


def _names_past_year(claim: Claim, years: tuple[int, int] | None) -> bool:
    first = int(claim.as_of[:4]) - 1 if claim.as_of else years[0] if years else 0
    return any(m.of == "event" and _is_before(m.value, first) for m in claim.moments)


def _is_before(value: str, year: int) -> bool:
    """True for an earlier year, and for "three years ago"."""
    return value.startswith(YEARS_AGO) or (value[:4].isdigit() and int(value[:4]) < year)


def _bound_start(claim: Claim, value: str, years: tuple[int, int] | None) -> tuple[int, int] | None:
    """The first and the last year in which it can have begun."""
    if not value.startswith("REL:start:"):
        return (int(value[:4]), int(value[:4])) if value[:4].isdigit() else None
    written = (int(claim.as_of[:4]), int(claim.as_of[:4])) if claim.as_of else years
    count = int(value.rsplit(":", 1)[1])
    return (written[0] - count, written[1] - count + 1) if written else None


def name_kind(value: str) -> str | None:
    """What kind of moment a value is; None for one that is relative to the day of writing."""
    if value.startswith("T"):
        return "time of day"
    if value.startswith("REL"):
        return None
    if "W" in value:
        return "weekday"
    return "date"


def do_moments_agree(one: str, other: str) -> bool:
    """True when two values could be one moment: equal up to the coarser precision, X standing for anything.

    Two clock times with zones are compared as universal time; one without a zone, as it stands.
    """
    if one.startswith("T"):
        mine, theirs = _read_universal(one), _read_universal(other)
        return one[:6] == other[:6] if mine is None or theirs is None else mine == theirs
    return all(a == b or "X" in (a, b) for a, b in zip(one, other, strict=False))


def _read_universal(value: str) -> int | None:
    """The minute of the day in universal time; None without a zone."""
    minute, zone = 60 * int(value[1:3]) + int(value[4:6]), value[6:]
    if not zone:
        return None
    offset = 0 if zone == "Z" else int(f"{zone[0]}1") * (60 * int(zone[1:3]) + int(zone[4:6]))
    return (minute - offset) % (24 * 60)
