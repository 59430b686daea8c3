"""Do two claims tell of different times? Dates far apart, other days of a week, this week and years ago."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import product

from stemma.match.slots import do_moments_clash, do_values_meet, is_same_slot
from stemma.model import Claim, Moment, Quantity

FAR = 6  # days between two dates that no slip and no change of time zone explains
MOVED = 20  # the same for what is planned, which may be put off
APART = 3  # days between two weekdays; one or two may be a slip, or another part of the same event
AT_ONCE = 7  # days between two articles that may mean the same week
MONTH = 30
YEAR = 365
PAST = -21  # days before the article from which no weekday names what happened
DAYS = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": MONTH, "year": YEAR}
LONGER = 4  # times the other duration
WEEKDAY = "-WXX-"
Days = tuple[float, float]
Compare = Callable[[str, str], bool | None]


def do_dates_clash(one: Claim, other: Claim) -> bool:
    """True where both say when it happened, and the years, or the days of the year, are far apart."""
    mine, theirs = _read_moments(one), _read_moments(other)
    far = MOVED if "planned" in (one.modality, other.modality) else FAR
    return do_moments_clash(mine, theirs) or _do_all_differ(mine, theirs, partial(_compare_dates, far=far))


def do_days_clash(one: Claim, other: Claim) -> bool:
    """True where both say when, and it is another day of the week, or this week and years ago.

    What is counted anew on another day is one claim that is brought up to date.
    """
    if _are_recounted(one.quantities, other.quantities) or not _are_at_once(one, other):
        return False
    return _do_all_differ(_read_moments(one), _read_moments(other), _compare_days)


def do_eras_clash(one: Claim, other: Claim) -> bool:
    """True where one tells of a year gone by and the other of what is planned, or of another number beside it.

    "It will cut 900 jobs, more than the 400 it cut in 1993": one article, two events.
    """
    if not one.moments and not other.moments:
        return False
    mine, theirs = _read_years(one), _read_years(other)
    if bool(mine) == bool(theirs):
        return False
    past, present = (one, other) if mine else (other, one)
    if present.modality == "planned" and past.modality == "happened":
        return present.as_of is None or max(mine or theirs) < present.as_of[:4]
    return one.article == other.article and _are_recounted(one.quantities, other.quantities)


def _read_years(claim: Claim) -> list[str]:
    return [m.value[:4] for m in _read_moments(claim) if m.value[:4].isdigit()]


def _read_moments(claim: Claim) -> list[Moment]:
    return [m for m in claim.moments if m.of == "event"]


def _do_all_differ(one: Sequence[Moment], other: Sequence[Moment], compare: Compare) -> bool:
    verdicts = {compare(a.value, b.value) for a, b in product(one, other)} - {None}
    return verdicts == {False}


def do_durations_clash(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """True where both say how long, and all lengths of the one are many times those of the other."""
    mine, theirs = ([q.best * DAYS[q.unit] for q in some if q.unit in DAYS and q.best > 0] for some in (one, other))
    return bool(mine and theirs) and all(max(a, b) > LONGER * min(a, b) for a, b in product(mine, theirs))


def _are_recounted(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    return any(is_same_slot(a, b) and not do_values_meet(a, b) for a, b in product(one, other))


def _are_at_once(one: Claim, other: Claim) -> bool:
    """True where both articles may count from the same day; two without a date are taken for such."""
    if one.as_of is None or other.as_of is None:
        return one.as_of == other.as_of
    return abs((date.fromisoformat(one.as_of) - date.fromisoformat(other.as_of)).days) <= AT_ONCE


def _compare_dates(one: str, other: str, far: float) -> bool | None:
    """True where two moments can be one, False where they cannot, None where that is not to be told."""
    mine, theirs = _read_dates(one), _read_dates(other)
    return None if not mine or not theirs else _measure_gap(mine, theirs) <= far


def _compare_days(one: str, other: str) -> bool | None:
    if WEEKDAY in one and WEEKDAY in other:
        between = abs(int(one[-1]) - int(other[-1]))
        return min(between, 7 - between) < APART
    mine, theirs = _read_age(one), _read_age(other)
    return None if not mine or not theirs else not _is_long_before(mine, theirs)


def _read_dates(value: str) -> Days | None:
    """The days of a year that a date may be; a year alone says nothing here."""
    parts = value.split("-")
    if len(parts) < 2 or not parts[1].isdigit() or not (parts[0] == "XXXX" or parts[0].isdigit()):
        return None
    first = (int(parts[1]) - 1) * YEAR / 12
    if len(parts) == 3 and parts[2].isdigit():
        return first + int(parts[2]), first + int(parts[2])
    return first + 1, first + MONTH


def _measure_gap(one: Days, other: Days) -> float:
    """Days between two times of a year, the shorter way round."""
    first, second = sorted((one, other))
    between = second[0] - first[1]
    return min(max(between, 0.0), max(first[0] + YEAR - second[1], 0.0))


def _read_age(value: str) -> Days | None:
    """How many days from that of the article, at the earliest and at the latest."""
    if WEEKDAY in value:
        return -7.0, 7.0
    parts = value.split(":")
    if parts[0] != "REL" or len(parts) < 3 or parts[1] not in READERS or not parts[2].lstrip("-").isdigit():
        return None
    return READERS[parts[1]](int(parts[2]))


def _is_long_before(one: Days, other: Days) -> bool:
    """True where one lies weeks back, and the other about the day of the article."""
    first, second = sorted((one, other))
    return first[1] <= PAST and second[0] >= -7


READERS: dict[str, Callable[[int], Days]] = {
    "day": lambda n: (n, n),
    "week": lambda n: (7 * n - 7, 7 * n + 7),
    "month": lambda n: (MONTH * n - MONTH, MONTH * n + 7) if n < 0 else (MONTH * n - MONTH, MONTH * n + MONTH),
    "year": lambda n: (YEAR * n - YEAR, YEAR * n + YEAR - MONTH) if n < 0 else (-YEAR, YEAR * n + YEAR),
    "decade": lambda n: (10 * YEAR * (n - 1), PAST) if n < 0 else (-10 * YEAR, 10 * YEAR),
}
