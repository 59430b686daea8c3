"""Dates of publication as a line states them: never more precise than the words."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from stemma.lang import find_language
from stemma.text import WORD, fold

ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
NUMERIC = re.compile(r"\b(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)\b")
DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:de\s+)?([^\W\d_]{3,12})\.?,?\s+(?:de\s+)?((?:19|20)\d\d)\b"
)
MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b")
MONTH_ONLY = re.compile(r"^([^\W\d_]{3,12})\.?\s+((?:19|20)\d\d)$")
CLOCK = re.compile(r"\b\d{1,2}\s?[:.]\s?\d{2}(?::\d{2})?\s*(?:[aApP]\.?[mM]\.?)?")
LONGEST_LINE = 14  # words
MOST_OTHER_WORDS = 4  # beside the date: a weekday, a place, an agency, "last updated at", a time zone
DAY_MONTH_YEAR = {"en": False}  # English writes both orders; elsewhere the day comes first


@lru_cache(maxsize=32)
def _find_months(code: str) -> dict[str, int]:
    months: dict[str, int] = {}
    for name in ("en", code):
        language = find_language(name)
        months |= language.calendar.months if language else {}
    return months


def find_dates(line: str, code: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield every full date in a line as (ISO date, where it stands)."""
    months = _find_months(code)
    for match in ISO.finditer(line):
        yield from _make(match, match.group(1), int(match.group(2)), match.group(3))
    for match in DAY_FIRST.finditer(line):
        yield from _make(match, match.group(3), months.get(fold(match.group(2)), 0), match.group(1))
    for match in MONTH_FIRST.finditer(line):
        yield from _make(match, match.group(3), months.get(fold(match.group(1)), 0), match.group(2))
    for match in NUMERIC.finditer(line):
        yield from _make_numeric(match, code)


def _make(match: re.Match[str], year: str, month: int, day: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        yield date(int(year), month, int(day)).isoformat(), match.span()
    except ValueError:
        return


def _make_numeric(match: re.Match[str], code: str) -> Iterator[tuple[str, tuple[int, int]]]:
    first, second = int(match.group(1)), int(match.group(3))
    if DAY_MONTH_YEAR.get(code, True) or first > 12 or first == second:
        yield from _make(match, match.group(4), second, str(first))
    elif second > 12:
        yield from _make(match, match.group(4), first, str(second))


def find_line_date(line: str, code: str) -> str | None:
    """The first date of a line that is nothing but dates with a few words around them, or None."""
    if len(line) > 120 or len(line.split()) > LONGEST_LINE:
        return None
    match = MONTH_ONLY.match(line)
    month = _find_months(code).get(fold(match.group(1)), 0) if match else 0
    if match and month:
        return f"{match.group(2)}-{month:02}"
    dates = list(find_dates(line, code))
    if not dates:
        return None
    rest = list(line)
    for _, (start, end) in dates:
        rest[start:end] = " " * (end - start)
    others = CLOCK.sub(" ", "".join(rest)).rstrip()
    is_date_line = len(WORD.findall(others)) <= MOST_OTHER_WORDS and not others.endswith(".")
    return min(dates, key=lambda found: found[1])[0] if is_date_line else None
