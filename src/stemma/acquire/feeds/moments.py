"""Moments as feeds and tables write them, as ISO dates and date-times; nothing is guessed."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

DAY = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?=$|[ T,])")
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)Z?)?")  # 20260504, 20260504T101500Z
FIRST_SECOND, LAST_SECOND = 10**8, 10**10  # Unix times of 1973 to 2286; in milliseconds a thousand times that
DAY_FIRST, MONTH_FIRST = "day first", "month first"


def find_moment(value: object, order: str | None = None) -> str | None:
    """The ISO date or date-time of a value, with the hour's offset where it has one; None where it cannot be told.

    Args:
        value: a text, a Unix time, a date.
        order: whether 3/4/2026 is of April or of March; without it such a value is of neither.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, date):
        return value.isoformat()
    text = str(value).strip()
    if re.fullmatch(r"\d{9,14}(?:\.\d+)?", text) and not _read_compact(text):
        return _read_seconds(float(text))
    return _read_iso(text) or _read_compact(text) or _read_mail(text) or _read_day(text, order)


def _read_iso(text: str) -> str | None:
    if not re.match(r"\d{4}-\d\d-\d\d", text):
        return text if re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", text) else None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _read_day(text[:10], None)
    return text if len(text) == 10 else _write(moment)


def _write(moment: datetime) -> str:
    written = moment.replace(microsecond=0).isoformat()
    return written.removesuffix("+00:00") + "Z" if written.endswith("+00:00") else written


def _read_seconds(number: float) -> str | None:
    seconds = number / 1000 if number >= LAST_SECOND else number
    if not FIRST_SECOND <= seconds < LAST_SECOND:
        return None
    return _write(datetime.fromtimestamp(int(seconds), UTC))


def _read_compact(text: str) -> str | None:
    match = COMPACT.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = match.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day)).isoformat()
        return _write(datetime(int(year), int(month), int(day), int(hour), int(minute), int(second), tzinfo=UTC))
    except ValueError:
        return None


def _read_mail(text: str) -> str | None:
    """A date as mails and RSS write it: Mon, 04 May 2026 10:15:00 +0700."""
    if not re.search(r"[A-Za-z]{3}", text):
        return None
    try:
        return _write(parsedate_to_datetime(text))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _read_day(text: str, order: str | None) -> str | None:
    match = DAY.match(text)
    if match is None:
        return None
    first, mark, middle, last = match.groups()
    if len(first) == 4:
        year, month, day = first, middle, last
    elif len(last) == 4:
        is_day_first = mark == "." or int(first) > 12 or order == DAY_FIRST
        is_month_first = int(middle) > 12 or order == MONTH_FIRST
        if not (is_day_first or is_month_first):
            return None
        year, day, month = (last, first, middle) if is_day_first else (last, middle, first)
    else:
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def find_order(values: Iterable[object]) -> str | None:
    """Whether the days of a column stand before their months, told by those that can be only one of the two."""
    for value in values:
        match = DAY.match(str(value).strip())
        if match and len(match.group(4)) == 4 and int(match.group(1)) > 12:
            return DAY_FIRST
        if match and len(match.group(4)) == 4 and int(match.group(3)) > 12:
            return MONTH_FIRST
    return None
