"""The days that an article speaks of, as far as it states them; a clue to its time where its own date is unknown."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from stemma.find import find_moments
from stemma.lang import find_language
from stemma.model import Article, Span

READ = 6000  # characters in which days are looked for
DAY = re.compile(r"(\d{4}|XXXX)-(\d{2})-(\d{2})")
LEAP = 2000  # stands for an unknown year: a leap year, so that every day exists
YEAR_DAYS = 366


class Day(NamedTuple):
    """A day of the calendar; year None where the text leaves it open."""

    year: int | None
    month: int
    day: int


def find_day(published: str | None) -> int | None:
    """The day number of an ISO date or date-time, or None where there is no whole date."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def find_stated_days(article: Article) -> tuple[Day, ...]:
    """The days named in the text, with the day of publication where that is known; sorted, each once.

    A day without a year is the last one before publication, where that is known.
    """
    span = Span(0, min(len(article.text), READ))
    moments = find_moments(article.text, find_language(article.language), span)
    values = [article.published or "", *(moment.value for moment in moments)]
    published = find_day(article.published)
    days = {day if published is None else _find_year(day, published) for day in _read_days(values)}
    return tuple(sorted(days, key=lambda day: (day.year or 0, day.month, day.day)))


def _find_year(day: Day, published: int) -> Day:
    if day.year:
        return day
    year = date.fromordinal(published).year
    past = [Day(year, day.month, day.day), Day(year - 1, day.month, day.day)]
    return next((known for known in past if _is_real(known) and date(*known).toordinal() <= published + 1), day)  # type: ignore[arg-type]


def list_days(stated: Iterable[Day]) -> tuple[int, ...]:
    """The numbers of those days of which the year is known."""
    return tuple(date(*day).toordinal() for day in stated if day.year)  # type: ignore[arg-type]


def count_days_between(some: Iterable[Day], others: Iterable[Day]) -> int | None:
    """Days between the two nearest of the stated days; a missing year is taken as the other's. None without any."""
    others = tuple(others)
    gaps = [_count_gap(one, other) for one in some for other in others]
    return min(gaps) if gaps else None


def _read_days(values: Iterable[str]) -> Iterator[Day]:
    for value in values:
        match = DAY.match(value)
        if match:
            year = None if match[1] == "XXXX" else int(match[1])
            day = Day(year, int(match[2]), int(match[3]))
            if _is_real(day):
                yield day


def _is_real(day: Day) -> bool:
    try:
        date(day.year or LEAP, day.month, day.day)
    except ValueError:
        return False
    return True


def _count_gap(one: Day, other: Day) -> int:
    if one.year and other.year:
        return abs((date(*one) - date(*other)).days)  # type: ignore[arg-type]
    gap = abs((date(LEAP, one.month, one.day) - date(LEAP, other.month, other.day)).days)
    return min(gap, YEAR_DAYS - gap)
