"""When things happened: the dated events of the claims, with a year filled in only where it can be no other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from stemma.lang import find_language
from stemma.model import Basis, Claim, Collation, Evidence, Moment, Span, TimelineEntry
from stemma.text import find_words
from stemma.weigh.pile import Pile

ABSOLUTE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T[\d:.+\-Z]*)?")
YEARLESS = re.compile(r"XXXX-(\d{2})-(\d{2})")
WEEK = re.compile(r"(\d{4})-W(\d{2})-([1-7])")
WEEKDAY = re.compile(r"XXXX-W(?:\.\.|XX)-([1-7])")
LONGEST_TEXT = 200


class Dating(NamedTuple):
    """A full date, and the words that it rests on."""

    value: str
    basis: Basis
    evidence: tuple[Evidence, ...]


def find_timeline(pile: Pile, collations: Sequence[Collation]) -> tuple[TimelineEntry, ...]:
    """The dated events of all claims, oldest first; one entry for each date of a collation.

    Args:
        pile: what the run knows.
        collations: the claims side by side.
    """
    years = find_years(pile)
    entries: dict[tuple[str, str], TimelineEntry] = {}
    for collation in collations:
        claims = pile.find_claims(collation)
        for claim, dating in find_datings(pile, claims, years):
            key = (dating.value, collation.id)
            entry = entries.get(key)
            if entry is None or (entry.basis, dating.basis) == ("inferred", "stated"):
                entries[key] = make_entry(pile, claim, collation, dating)
    return tuple(sorted(entries.values(), key=lambda e: (e.value, e.article, e.span, e.collation or "")))


def find_years(pile: Pile) -> dict[str | None, tuple[int, ...]]:
    """For each story the years that its dated articles allow: theirs, the one before and the one after."""
    found: dict[str | None, set[int]] = {}
    for article in pile.articles.values():
        published = parse_date(article.published)
        if published and article.story:
            found.setdefault(article.story, set()).update((published.year - 1, published.year, published.year + 1))
    return {story: tuple(sorted(years)) for story, years in found.items()}


def find_datings(
    pile: Pile, claims: Sequence[Claim], years: dict[str | None, tuple[int, ...]]
) -> Iterator[tuple[Claim, Dating]]:
    """The date of every moment of the claims that stands for one."""
    full = [(claim, moment) for claim in claims for moment in claim.moments if ABSOLUTE.fullmatch(moment.value)]
    for claim in claims:
        for moment in claim.moments:
            allowed = years.get(pile.articles[claim.article].story, ())
            dating = date_moment(pile, claim, moment, allowed) or date_by_other(pile, claim, moment, full)
            if dating:
                yield claim, dating


def date_moment(pile: Pile, claim: Claim, moment: Moment, years: Iterable[int]) -> Dating | None:
    """The date that a moment and its own article settle."""
    own = (pile.cut_evidence(claim.article, moment.span),)
    if ABSOLUTE.fullmatch(moment.value):
        return Dating(moment.value.split("T")[0], moment.basis, own)
    if week := WEEK.fullmatch(moment.value):
        value = parse_week(*(int(part) for part in week.groups()))
        return Dating(value, "inferred", own) if value else None
    if weekday := WEEKDAY.fullmatch(moment.value):
        value = date_weekday(pile, claim, int(weekday.group(1)))
        return Dating(value, "inferred", own) if value else None
    if day := YEARLESS.fullmatch(moment.value):
        value = fill_year(pile, claim, moment, (int(day.group(1)), int(day.group(2)), years))
        return Dating(value, "inferred", own) if value else None
    return None


def parse_week(year: int, week: int, weekday: int) -> str | None:
    """The day of an ISO week, if there is such a week."""
    try:
        return date.fromisocalendar(year, week, weekday).isoformat()
    except ValueError:
        return None


def date_weekday(pile: Pile, claim: Claim, weekday: int) -> str | None:
    """The last such weekday up to the article's day, for what had happened by then; a plan's day is left open."""
    published = parse_date(pile.articles[claim.article].published)
    if published is None or claim.modality != "happened":
        return None
    return (published - timedelta(days=(published.isoweekday() - weekday) % 7)).isoformat()


def fill_year(pile: Pile, claim: Claim, moment: Moment, fit: tuple[int, int, Iterable[int]]) -> str | None:
    """The one allowed year in which day and month fall on the weekday that stands beside them."""
    month, day, years = fit
    weekdays = find_weekdays(pile, claim, moment)
    if len(weekdays) != 1:
        return None
    dates = [parse_date(f"{year:04}-{month:02}-{day:02}") for year in years]
    fitting = [found for found in dates if found and found.isoweekday() in weekdays]
    return fitting[0].isoformat() if len(fitting) == 1 else None


def find_weekdays(pile: Pile, claim: Claim, moment: Moment) -> set[int]:
    """The weekdays named in a moment's own words or right before them."""
    article = pile.articles[claim.article]
    language = find_language(article.language)
    if language is None:
        return set()
    before = article.text[max(0, moment.span.start - 16) : moment.span.start].rpartition("\n")[2]
    words = [*find_words(before)[-1:], *find_words(moment.text)]
    return {language.calendar.weekdays[word] for word in words if word in language.calendar.weekdays}


def date_by_other(pile: Pile, claim: Claim, moment: Moment, full: Iterable[tuple[Claim, Moment]]) -> Dating | None:
    """The date of a yearless moment by another article that gives the same day of the same event with its year."""
    day = YEARLESS.fullmatch(moment.value)
    if day is None:
        return None
    found = [
        (other, dated)
        for other, dated in full
        if other.article != claim.article and dated.value[4:10] == moment.value[4:]
    ]
    if len({dated.value[:10] for _, dated in found}) != 1:
        return None
    other, dated = found[0]
    evidence = (pile.cut_evidence(claim.article, moment.span), pile.cut_evidence(other.article, dated.span))
    return Dating(dated.value[:10], "inferred", evidence)


def make_entry(pile: Pile, claim: Claim, collation: Collation, dating: Dating) -> TimelineEntry:
    """A timeline entry in the words of one claim, cut between words where it is long."""
    text, span = claim.text, claim.span
    if len(text) > LONGEST_TEXT:
        text = text[:LONGEST_TEXT].rpartition(" ")[0] or text[:LONGEST_TEXT]
        span = Span(span.start, span.start + len(text))
    return TimelineEntry(
        value=dating.value,
        basis=dating.basis,
        text=text,
        article=claim.article,
        span=span,
        collation=collation.id,
        evidence=dating.evidence,
    )


def parse_date(value: str | None) -> date | None:
    """The day of an ISO date or date-time, or None where it is not one."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
