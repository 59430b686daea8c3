"""Dates, counts and confidences in words; text made safe to show."""

import re
from collections.abc import Iterable
from functools import lru_cache

OPEN = 0.6  # below it the order of two texts is told as open
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$")
WEEKDAY = re.compile(r"(?:(\d{4})|XXXX)-W(?:(\d\d)|XX|\.\.)-([1-7])$")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MARKS = "\"'“”„‟«»‹›‘’「」"
ONE_OF_MANY = re.compile(r"(?<![\w.,])1 ([a-z]+?)(ies|s)\b")
SPACES = re.compile(r"\s+")
# Characters that turn the direction of the text around them, or that no reader can see (Unicode 15.1, UAX #9).
HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


class Phrase(str):
    """English words of the interface that other languages have too: a message by its key, with what is put in.

    `args` are names and numbers; a tuple is a list of names.
    """

    __slots__ = ("args", "key")
    key: str
    args: tuple[str | int | tuple[str, ...], ...]

    def __new__(cls, text: str, key: str, *args: str | int | tuple[str, ...]) -> "Phrase":
        """The English text, its key, and what was put in."""
        phrase = super().__new__(cls, text)
        phrase.key, phrase.args = key, args
        return phrase


def is_hidden(character: str) -> bool:
    """True for control characters and bidirectional controls; line breaks and tabs are no such."""
    return HIDDEN.match(character) is not None


def name_hidden(character: str) -> str:
    """A hidden character by its code point, as in "U+202E"."""
    return f"U+{ord(character):04X}"


def show_plain(text: str) -> str:
    """Text on one line for a terminal: runs of white space become one space, hidden characters are left out."""
    return SPACES.sub(" ", HIDDEN.sub("", text)).strip()


def shorten(text: str, length: int) -> str:
    """At most `length` characters on one line, cut between words."""
    plain = show_plain(text)
    if len(plain) <= length:
        return plain
    cut = plain[: length - 1]
    word = cut.rfind(" ")
    return (cut[:word] if word > length // 2 else cut).rstrip(" ,;:–—-") + "…"


def say_claim(title: str, length: int = 140) -> str:
    """A claim as a heading: shortened, its first letter a capital."""
    short = shorten(title, length)
    return short[:1].upper() + short[1:]


def quote(text: str, length: int) -> str:
    """Text in quotation marks, shortened; marks that it already stands in are not doubled."""
    plain = show_plain(text)
    is_quoted = len(plain) > 2 and plain[0] in MARKS and plain[-1] in MARKS
    return f"“{shorten(plain[1:-1] if is_quoted else plain, length)}”"


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 article", "3 articles"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def make_singular(text: str) -> str:
    """A line of counts with "1 stories" as "1 story"."""
    return ONE_OF_MANY.sub(lambda match: f"1 {match[1]}{'y' if match[2] == 'ies' else ''}", text)


def join(words: Iterable[str], last: str = "and") -> str:
    """Words in a row: "a, b and c"."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def say_date(value: str | None) -> str:
    """A date in words: "3 October 2024", "October 2024", "3 October"; what is no date as it stands; none: "undated"."""
    if not value:
        return "undated"
    match = DATE.match(value)
    if not match:
        return _say_weekday(value)
    year, month, day = match.groups()
    if month and not 1 <= int(month) <= 12:
        return value
    parts = [str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", "" if year == "XXXX" else year]
    return " ".join(filter(None, parts)) or value


def _say_weekday(value: str) -> str:
    match = WEEKDAY.match(value)
    if not match:
        return value
    year, week, day = match.groups()
    return WEEKDAYS[int(day) - 1] + (f" of week {int(week)}" if week else "") + (f", {year}" if year else "")


def say_short_date(value: str | None) -> str:
    """A date with a short month: "3 Oct 2024"."""
    return " ".join(word[:3] if word in MONTHS else word for word in say_date(value).split(" "))


def say_period(dates: Iterable[str | None]) -> str:
    """The first and the last of some dates, by month: "October 2024 to August 2025"; "undated" if there are none."""
    known = sorted({date[:7] for date in dates if date and DATE.match(date)})
    if not known:
        return "undated"
    first, last = say_date(known[0]), say_date(known[-1])
    return first if first == last else f"{first} to {last}"


def say_confidence(confidence: float, direction: float = 1.0) -> str:
    """A confidence in words and as a number: "very likely (.93)"; and that either may be first, where nobody can tell.

    Args:
        confidence: that the two are linked at all.
        direction: that it is the copy that has it from the exemplar; .5 is not knowing.
    """
    words = (
        (0.9, "very likely"),
        (0.6, "likely"),
        (0.5, "perhaps"),
    )
    word = next((word for least, word in words if confidence >= least), "doubtful")
    order = ", either may be first" if direction < OPEN else ""
    return f"{word} ({f'{confidence:.2f}'.removeprefix('0')}){order}"


@lru_cache(maxsize=128)
def say_language(code: str) -> str:
    """The English name of a language; the code itself where there is none."""
    from babel import Locale

    if code == "und":
        return "unknown language"
    return str(Locale("en").languages.get(code, code))


@lru_cache(maxsize=128)
def say_country(code: str) -> str:
    """The English name of a country by its ISO 3166 code; the code itself where there is none."""
    from babel import Locale

    return str(Locale("en").territories.get(code, code))
