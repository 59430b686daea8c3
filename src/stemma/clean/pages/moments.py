"""Moments as pages write them for machines → ISO dates or date-times, never more precise than what is written."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

ISO = re.compile(
    r"^\s*((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])"
    r"(?:[T\s]+([01]\d|2[0-3]):?([0-5]\d)(?::?([0-5]\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?"
)
SLASHED = re.compile(r"^\s*((?:19|20)\d\d)[/.年]\s?(\d{1,2})[/.月]\s?(\d{1,2})")
IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2]|[1-9])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")


def read_moment(value: str) -> str | None:
    """The ISO date or date-time that a machine-readable value states; a bare midnight is a day, not a time."""
    match = ISO.match(value)
    if match is None:
        return _read_other(value)
    year, month, day, hour, minute, second, zone = match.groups()
    if not _is_day(year, month, day):
        return None
    if hour is None or (hour == minute == "00" and second in (None, "00")):
        return f"{year}-{month}-{day}"
    return f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{_write_zone(zone)}"


def _write_zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in ("Z", "UTC", "GMT"):
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _read_other(value: str) -> str | None:
    match = SLASHED.match(value)
    if match:
        year, month, day = match.group(1), match.group(2).zfill(2), match.group(3).zfill(2)
        return f"{year}-{month}-{day}" if _is_day(year, month, day) else None
    if value.strip().isdigit() and len(value.strip()) in (10, 13):  # seconds or milliseconds since 1970
        return None
    from email.utils import parsedate_to_datetime  # loads sockets, which a run over plain text needs not

    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat() if 1900 <= moment.year < 2100 else None


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def read_address_day(address: str) -> str | None:
    """The day in an address such as /2026/05/04/ferry.html."""
    match = IN_ADDRESS.search(address)
    if match is None or not _is_day(*match.groups()):
        return None
    return f"{match.group(1)}-{match.group(2).zfill(2)}-{match.group(3)}"


def find_times(root: Any) -> Iterable[str]:
    """Yield the moments of the page's `time` elements."""
    for element in root.iter("time"):
        moment = read_moment(element.get("datetime") or "")
        if moment:
            yield moment


def is_same_moment(one: str, other: str) -> bool:
    """True where two values can be the same: the same day as written, or the same instant in two time zones."""
    if one[:10] == other[:10]:
        return True
    if len(one) <= 10 or len(other) <= 10:
        return False
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    return bool(first.tzinfo and second.tzinfo) and first == second
