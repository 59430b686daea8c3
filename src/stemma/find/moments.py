"""Times: dates, weekdays, clock times and relative times, as precise as their words and no more.

Values:
    2024-10-17  2024-10  2024        a day, month or year
    XXXX-10-03  XXXX-10              the year is not said
    199X                             a decade
    XXXX-WXX-2                       a weekday (Monday is 1), in an unknown week
    T07:37  T07:37Z  T07:37+07:00    a clock time: local, universal, with its zone
    REL:week:-1  REL:day:0           the week before the text's own, its own day …
    REL:year:early  REL:year:-1:late a part of such a period
    REL:day:-2                       "two days ago"
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from stemma.find.terms import KEPT_TEXTS, flatten, index_words, match_at, per_language
from stemma.lang.language import Calendar, Counting, Language
from stemma.model import Moment, Span
from stemma.text import fold

_YEAR = r"(?:19|20)\d\d"
_RUN = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_DIGITS = frozenset({"0"})  # the opening of what begins with a digit

Reader = Callable[[re.Match[str]], str | None]
Openings = Iterable[str]  # words or phrases with one of which every match of a pattern begins; "0" is any digit


class _Rule(NamedTuple):
    """A pattern, what reads its matches, and where these may begin: tried there alone, it costs a tenth."""

    pattern: re.Pattern[str]
    reader: Reader
    group: str | int  # the part of a match that is the moment
    openings: frozenset[str] | None  # first words, flattened; None where a match may begin anywhere

    def find(self, text: str, places: Iterable[int] | None) -> Iterator[re.Match[str]]:
        """The matches in order, of which no two overlap."""
        return self.pattern.finditer(text) if places is None else match_at(self.pattern, text, places, len(text))


def _alternatives(words: Iterable[str]) -> str:
    """An alternation, longest first; "(?!)" where there are no words."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    if not ordered:
        return "(?!)"
    initials = "".join(sorted({re.escape(word[0]) for word in ordered}))  # a quick look before the long list
    return f"(?=[{initials}])(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def _loosen(pattern: str) -> str:
    """The same pattern for a script that leaves no blanks between words, or glues particles to them."""
    return pattern.replace(r"\b", "").replace(r"\s+", r"\s*")


def _is_day(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


class _Patterns:
    """The patterns of one language, most specific first, each with its reader."""

    def __init__(self, language: Language | None) -> None:
        self.calendar = language.calendar if language else Calendar()
        self.numbers: Mapping[str, float] = language.counting.number_words if language else Counting().number_words
        self.loose = language is not None and (language.grammar.unspaced or bool(language.grammar.particles))
        self.rules = [self._make_rule(*made) for made in self._make()]
        self.opened: dict[str, list[int]] = {}  # the rules that a word opens
        for number, rule in enumerate(self.rules):
            for word in rule.openings or ():
                self.opened.setdefault(word, []).append(number)

    def _make_rule(self, pattern: str, flags: int, reader: Reader, openings: Openings) -> _Rule:
        compiled = re.compile(_loosen(pattern) if self.loose else pattern, flags)
        runs = [run.group() for opening in openings if (run := _RUN.match(opening))]
        firsts = frozenset("0" if run[0].isdigit() else flatten(run) for run in runs)
        anywhere = self.loose and firsts != _DIGITS  # where words stand without blanks, one may begin inside a run
        group = "value" if "value" in compiled.groupindex else 0
        return _Rule(compiled, reader, group, None if anywhere else firsts)

    def _make(self) -> Iterator[tuple[str, int, Reader, Openings]]:
        yield from self._make_numeric()
        if self.calendar.months:
            yield from self._make_dates()
            yield from self._make_weekdays()
        yield from self._make_clock()
        yield from self._make_relative()
        yield from self._make_years()

    # ------------------------------------------------------------ digits only

    def _make_numeric(self) -> Iterator[tuple[str, int, Reader, Openings]]:
        yield rf"(?<![\d/.-])(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])", 0, self._read_date, _DIGITS
        first, second = ("month", "day") if self.calendar.order == "mdy" else ("day", "month")
        yield (
            rf"(?<![\d/.-])(?P<{first}>\d{{1,2}})(?P<mark>[/.])(?P<{second}>\d{{1,2}})(?P=mark)(?P<year>{_YEAR})(?![\d/])",
            0,
            self._read_date,
            _DIGITS,
        )
        yield rf"(?<=\()(?P<{first}>\d{{1,2}})/(?P<{second}>\d{{1,2}})(?=\))", 0, self._read_date, _DIGITS
        yield (
            r"(?P<digits>\d{4})[年년](?:\s?(?P<month>\d{1,2})[月월](?:\s?(?P<day>\d{1,2})[日일])?)?",
            0,
            self._read_cjk,
            _DIGITS,
        )
        yield r"(?P<month>\d{1,2})[月월]\s?(?P<day>\d{1,2})[日일]", 0, self._read_date, _DIGITS

    def _read_cjk(self, match: re.Match[str]) -> str | None:
        month, day = match.group("month"), match.group("day")
        return "-".join([match.group("digits"), *(f"{int(part):02}" for part in (month, day) if part)])

    def _read_date(self, match: re.Match[str]) -> str | None:
        groups = match.groupdict()
        day, month = int(groups["day"]), int(groups["month"])
        if not _is_day(day, month):
            return None
        return f"{groups.get('year') or 'XXXX'}-{month:02}-{day:02}"

    # ------------------------------------------------------------ months

    def _make_dates(self) -> Iterator[tuple[str, int, Reader, Openings]]:
        month = rf"(?P<name>{_alternatives(self._capitalise(self.calendar.months))})\b(?:\.(?=\s*\d))?"
        mark = f"(?:{_alternatives(self.calendar.day_marks)})?"
        joiner = f"(?:{_alternatives(self.calendar.date_joiners)})"
        day = rf"(?P<day>\d{{1,2}}){mark}(?![\d:/]|[.,]\d|\s*(?:percent|per cent|%))"
        parts = rf"(?:(?:{_alternatives(self._any_case(self.calendar.day_parts))})[ -])?"
        year = rf"(?:\s*,?\s+(?:{joiner}\s+)?(?P<year>{_YEAR})\b)"
        months, opened = self.calendar.months, self.calendar.date_openers
        yield rf"\b{month}\s+{day}{year}?", 0, self._read_named, months
        yield rf"(?<![\d.,:/])\b(?P<day>\d{{1,2}}){mark}\s+(?:{joiner}\s+)?{month}{year}?", 0, self._read_named, _DIGITS
        dated = rf"\b{parts}{month}\s*,?\s+(?:{joiner}\s+|tahun\s+)?(?P<year>{_YEAR})\b"
        yield dated, 0, self._read_named, [*self.calendar.day_parts, *months]
        openers = _alternatives(self._any_case(opened))
        yield rf"\b(?:{openers})\s+(?:of\s+)?(?P<value>{month})(?!\s+[A-Z\d])", 0, self._read_named, opened
        yield rf"\b(?:last|next|this)\s+(?P<value>{month})(?!\s+[A-Z\d])", 0, self._read_named, ("last", "next", "this")

    def _read_named(self, match: re.Match[str]) -> str | None:
        groups = match.groupdict()
        month = self.calendar.months[fold(groups["name"])]
        if groups.get("day") and not _is_day(int(groups["day"]), month):
            return None
        days = f"-{int(groups['day']):02}" if groups.get("day") else ""
        return f"{groups.get('year') or 'XXXX'}-{month:02}{days}"

    def _capitalise(self, words: Iterable[str]) -> list[str]:
        small = list(words) if self.calendar.lower_case else []
        return small + [
            form
            for word in words
            for form in ((word.capitalize(), word.upper()) if len(word) > 3 else (word.capitalize(),))
        ]

    def _any_case(self, words: Iterable[str]) -> list[str]:
        return [form for word in words for form in (word, word.capitalize())]

    # ------------------------------------------------------------ weekdays

    def _make_weekdays(self) -> Iterator[tuple[str, int, Reader, Openings]]:
        names = _alternatives(self._capitalise(self.calendar.weekdays))
        parts = _alternatives(self._any_case(self.calendar.day_parts))
        openers = _alternatives(self._any_case(self.calendar.weekday_openers))
        yield (
            rf"\b(?:(?:{parts})[\s-]+)?(?:(?:{openers})\s+)?(?P<weekday>{names})\b(?:\s+(?:{parts})\b)*",
            0,
            self._read_weekday,
            [*self.calendar.day_parts, *self.calendar.weekday_openers, *self.calendar.weekdays],
        )

    def _read_weekday(self, match: re.Match[str]) -> str | None:
        word = match.group("weekday")
        following = match.string[match.end() : match.end() + 1]
        if len(word) <= 3 and following not in ("", ",", ".", " ", ")"):
            return None
        return f"XXXX-WXX-{self.calendar.weekdays[fold(word)]}"

    # ------------------------------------------------------------ clock times

    def _make_clock(self) -> Iterator[tuple[str, int, Reader, Openings]]:
        zones = _alternatives(self.calendar.zones or {"gmt": "Z", "utc": "Z"})
        marks = f"(?:{_alternatives(self.calendar.hour_marks)})"  # "15:00 Uhr MEZ", "à 15 heures"
        zone = rf"(?:(?:\s*{marks})?\s*,?\s*\(?(?P<zone>{zones})\b\)?)"
        half = r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)"
        openers = _alternatives(self.calendar.clock_openers)
        flags = re.IGNORECASE
        yield (
            rf"(?<![\d.,:$£€])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?{half}{zone}?",
            flags,
            self._read_clock,
            _DIGITS,
        )
        yield rf"(?<![\d.,:$£€])(?P<hour>\d\d)[:.]?(?P<minute>\d\d)(?::\d\d)?{zone}", flags, self._read_clock, _DIGITS
        yield (
            rf"\b(?:{openers})\s+(?P<value>(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)){zone}?(?![\d%])",
            flags,
            self._read_clock,
            self.calendar.clock_openers,
        )
        if (self.calendar.hour_marks or self.calendar.halves) and not self.loose:
            part = f"(?P<part>{_alternatives(self.calendar.halves)})"
            said = rf"(?:\s?{marks}\b)?\s+{part}\b|\s?{marks}\b(?!\s+d[e'’])"
            yield (
                rf"(?<![\d.,:])(?P<hour>\d{{1,2}})\s?h\s?(?P<minute>[0-5]\d)\b{zone}?",
                flags,
                self._read_clock,
                _DIGITS,
            )
            opened = rf"\b(?:{openers})\s+(?P<value>(?P<hour>\d{{1,2}})(?:{said}){zone}?)"
            yield opened, flags, self._read_clock, self.calendar.clock_openers
        yield r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])", 0, self._read_clock, _DIGITS
        if self.calendar.halves and self.loose:
            yield from self._make_unspaced_clock(zones)

    def _make_unspaced_clock(self, zones: str) -> Iterator[tuple[str, int, Reader, Openings]]:
        """As in "当地时间下午3点", "오전 10시 30분": the zone and the half of the day come first."""
        half = f"(?P<part>{_alternatives(self.calendar.halves)})"
        marks, ends = _alternatives(self.calendar.hour_marks), _alternatives(self.calendar.minute_marks)
        opened = [*self.calendar.zones, *self.calendar.halves]
        hour = rf"(?P<hour>\d{{1,2}})(?:{marks}|:)"
        minute = rf"(?P<minute>[0-5]?\d)(?:{ends})?"
        yield rf"(?:(?P<zone>{zones})\s*)?{half}\s*{hour}(?![间間간])(?:\s*{minute})?", 0, self._read_clock, opened
        yield rf"(?:(?P<zone>{zones})\s*){hour}(?![间間간])(?:\s*{minute})?", 0, self._read_clock, opened

    def _read_clock(self, match: re.Match[str]) -> str | None:
        groups = match.groupdict()
        hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
        if groups.get("half"):
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if groups["half"].lower() == "p" else 0)
        if groups.get("part") and hour < 12:
            hour += self.calendar.halves[re.sub(r"\s+", " ", groups["part"].lower())]
        if hour > 24 or minute > 59:
            return None
        zones = self.calendar.zones or {"gmt": "Z", "utc": "Z"}
        zone = zones.get(re.sub(r"\s+", " ", fold(groups.get("zone") or "")), "")
        return f"T{hour:02}:{minute:02}{zone}"

    # ------------------------------------------------------------ relative times

    def _make_relative(self) -> Iterator[tuple[str, int, Reader, Openings]]:
        calendar, flags = self.calendar, re.IGNORECASE
        if calendar.relative:
            phrase = rf"\b(?P<phrase>{_alternatives(calendar.relative)})\b"
            yield phrase, flags, self._read_relative, calendar.relative
        counts = [word for word, value in self.numbers.items() if value >= 1]
        numbers, period = _alternatives(counts), rf"(?P<period>{_alternatives(calendar.periods)})"
        if calendar.periods:
            ago = _alternatives(calendar.ago)
            pattern = rf"\b(?P<number>\d{{1,3}}|{numbers}|an?)\s+{period}\s+(?P<ago>{ago})\b"
            yield pattern, flags, self._read_ago, [*counts, "a", "an", *_DIGITS]
        if calendar.periods and calendar.before_ago:
            ago = _alternatives(calendar.before_ago)
            pattern = rf"\b(?P<ago>{ago})\s+(?P<number>\d{{1,3}}|{numbers})\s+{period}\b"
            yield pattern, flags, self._read_ago, calendar.before_ago

    def _read_relative(self, match: re.Match[str]) -> str | None:
        return self.calendar.relative.get(re.sub(r"\s+", " ", fold(match.group("phrase"))))

    def _read_ago(self, match: re.Match[str]) -> str | None:
        word = fold(match.group("number"))
        count = int(word) if word.isdigit() else int(self.numbers.get(word, 1))
        sign = (self.calendar.ago | self.calendar.before_ago)[re.sub(r"\s+", " ", fold(match.group("ago")))]
        return f"REL:{self.calendar.periods[fold(match.group('period'))]}:{sign * count}"

    # ------------------------------------------------------------ years

    def _make_years(self) -> Iterator[tuple[str, int, Reader, Openings]]:
        openers = _alternatives(self.calendar.date_openers)
        nouns = _alternatives(self._nouns())
        clear = rf"(?![\d%]|[.,:/]\d|[-–](?!\d)|\s+(?:{nouns}|percent|per cent|million|billion|thousand)\b)"
        year = rf"(?P<value>(?P<year>{_YEAR}){clear})"
        yield r"(?<!\d)(?P<decade>(?:19|20)\d)0s\b", 0, self._read_decade, _DIGITS
        yield rf"(?<=\(){_YEAR}(?=\))", 0, self._read_year, _DIGITS
        opened, flags = self.calendar.date_openers, re.IGNORECASE
        late = r"(?:the\s+(?:year\s+)?|mid-|late\s+|early\s+|tahun\s+)?"
        yield rf"\b(?:{openers})[\s-]+{late}{year}", flags, self._read_year, opened
        yield rf"\b(?:{openers})\s+{_YEAR}\s+(?:and|to|dan|hingga|sampai)\s+{year}", flags, self._read_year, opened
        yield rf"\bthe\s+{year}(?=\s+[a-z])", 0, self._read_year, ("the",)
        yield rf"\b(?P<value>(?P<year>{_YEAR}))(?=['’]s\b)", 0, self._read_year, _DIGITS

    def _nouns(self) -> list[str]:
        return ["people", "orang", "soldiers", "jobs", "troops", "workers", "km", "miles", "meters", "metres"]

    def _read_decade(self, match: re.Match[str]) -> str | None:
        return f"{match.group('decade')}X"

    def _read_year(self, match: re.Match[str]) -> str | None:
        return match.groupdict().get("year") or match.group()

    # ------------------------------------------------------------ the scan

    def _find_places(self, text: str) -> list[list[int] | None]:
        """Where the matches of each rule may begin; None for anywhere."""
        places: list[list[int]] = [[] for _ in self.rules]
        index = index_words(text)
        for word in self.opened.keys() & index.keys():
            for number in self.opened[word]:
                places[number] += index[word]
        digits = [digit.start() for digit in _DIGIT.finditer(text)]
        for number in self.opened.get("0", ()):
            places[number] += digits
        return [
            None if rule.openings is None else sorted(set(found))
            for rule, found in zip(self.rules, places, strict=True)
        ]

    def scan(self, text: str) -> list[Moment]:
        """All moments of a text, in order; of two that overlap the more specific one stands."""
        taken: list[Span] = []
        found: list[Moment] = []
        for rule, places in zip(self.rules, self._find_places(text), strict=True):
            fresh: list[Moment] = []
            for match in rule.find(text, places):
                span = _trim(Span(*match.span(rule.group)), text)
                if any(span.overlaps(other) for other in taken):
                    continue
                value = rule.reader(match)
                if value is not None:
                    fresh.append(Moment(span=span, text=span.of(text), value=value))
            taken.extend(moment.span for moment in fresh)
            found.extend(fresh)
        return sorted(found, key=lambda moment: moment.span)


def _trim(span: Span, text: str) -> Span:
    """Without blanks or a comma at the end."""
    part = span.of(text)
    return Span(span.start, span.start + len(part.rstrip(" ,\u00a0")))


_find_patterns = per_language(_Patterns)


@per_language
def _make_scan(language: Language | None) -> Callable[[str], tuple[list[Moment], list[int]]]:
    @lru_cache(maxsize=KEPT_TEXTS)
    def scan(text: str) -> tuple[list[Moment], list[int]]:
        found = _find_patterns(language).scan(text)
        return found, [moment.span.start for moment in found]

    return scan


def find_moments(text: str, language: Language | None, span: Span | None = None) -> list[Moment]:
    """Times in order, each with a value in the grammar that this module's docstring gives.

    Args:
        text: the article's text, which is read as a whole.
        language: gives months, weekdays and phrases; None reads digits only.
        span: return only the moments inside it.
    """
    moments, starts = _make_scan(language)(text)
    if span is None:
        return moments[:]
    near = moments[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    return [moment for moment in near if moment.span.end <= span.end]
