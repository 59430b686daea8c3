"""Quantities: a number, what it counts, and what happened to those counted."""

from bisect import bisect
from collections.abc import Callable
from functools import lru_cache

from stemma.find.gazetteer import find_demonym
from stemma.find.measures.money import find_end_of_money, find_sign
from stemma.find.moments import find_moments
from stemma.find.numbers import CURRENCY_SIGNS, Amount, NumberReader, find_tokens
from stemma.find.roles import (
    CONVERSIONS,
    DURATIONS,
    ENDINGS,
    IDIOMS,
    ORDERED,
    OTHER_UNITS,
    PERIODS,
    Counted,
    find_family,
    find_roles,
    make_singular,
)
from stemma.find.terms import KEPT_TEXTS, per_language
from stemma.find.victims.toll import add_counts, correct_roles, make_one, read_toll
from stemma.find.victims.totals import is_total, read_totals
from stemma.lang.language import Counting, Language
from stemma.model import Quantity, Span

_REACH = 4  # words between a number and its noun
_LONGEST = 120


class _Finder:
    """Finds the quantities of one text."""

    def __init__(self, text: str, language: Language | None) -> None:
        self.text = text
        self.language = language
        self.tokens = find_tokens(text, language)
        self.reader = NumberReader(self.tokens, language)
        self.counting = self.reader.counting
        self.stopwords = language.grammar.stopwords if language else frozenset[str]()
        self.times = [moment.span for moment in find_moments(text, language)]

    def find(self) -> list[Quantity]:
        """All quantities, in order."""
        found: list[tuple[Counted, str | None]] = []
        end, numerals = 0, _list_numerals(self.language)
        for index in [i for i, t in enumerate(self.tokens) if t.kind == "number" or t.folded in numerals]:
            item = self._read(index) if index >= end and self._may_begin(index) else None
            if item is not None:
                end = item[0].amount.last
                if not self._is_time(item[0].amount):
                    found.append(item)
        found, totals = read_totals(self.tokens, [item for item in found if item[1] != ""], self.language)
        roles = find_roles(self.tokens, [item[0] for item in found], self.language)
        self.victims = read_toll(self.tokens, found, roles, self.times, self.language)
        roles = correct_roles(self.tokens, found, roles, self.victims, self.language)
        roles = [totals.get(at, role) for at, role in enumerate(roles)]
        made = (self._make(item[0], item[1], role) for item, role in zip(found, roles, strict=True))
        return add_counts(self.text, self.tokens, self.victims, [q for q in made if q is not None], self.language)

    def _may_begin(self, index: int) -> bool:
        token = self.tokens[index]
        if token.kind == "number":
            return not self._is_part_of_name(index)
        if token.kind == "mark" or self.reader.word(index - 1) in self.counting.labels:
            return False
        counting = self.counting
        word = token.folded
        return (
            word in counting.number_words
            or word in counting.vague
            or word in counting.ordinals
            or (word in counting.multipliers and self.reader.word(index - 1) in ("a", "an"))
        )

    def _is_time(self, amount: Amount) -> bool:
        last = self.tokens[amount.last - 1]
        span = Span(self.tokens[amount.first].start, last.end)
        place = bisect(self.times, span)
        return any(time.overlaps(span) for time in self.times[max(0, place - 1) : place + 1])

    def _is_part_of_name(self, index: int) -> bool:
        """Whether the digits belong to a name: F-16, Covid-19, G20, 3/4, 12:30, #5, v1.2, +44."""
        before, after = self.reader.word(index - 1), self.reader.word(index + 1)
        label = self.reader.word(index - 3) if before == "of" else before  # "image 2 of 11"
        if label in self.counting.labels and self.reader.word(index + 1) not in ("%", "percent", "persen"):
            return True
        if after in ("/", ":") and self.reader.touches(index + 1) and self.reader.touches(index + 2):
            return True
        if not self.reader.touches(index):
            return False
        glued = self.language is not None and self.language.grammar.unspaced  # every word touches the one before
        if before in "#@+/:_.&" or (
            self.tokens[index - 1].kind == "word" and not glued and before not in CURRENCY_SIGNS and before != "m"
        ):
            return True
        return before in "-‐‑" and self.reader.touches(index - 1) and self.tokens[index - 2].kind != "mark"

    # ------------------------------------------------------------ the unit

    def _read(self, index: int) -> tuple[Counted, str | None] | None:
        """The number there with its unit; a unit of "" marks a number that is no quantity."""
        amount = self.reader.read(index)
        if amount is None:
            return None
        money = find_sign(self.reader, amount)
        if money:
            return Counted(
                amount._replace(first=money[1]), find_end_of_money(self.reader, amount.last), "money"
            ), money[0]
        unit, end = self._find_rate(*self._find_unit(amount))
        opener = self._find_opener(amount)
        if opener:
            amount = amount._replace(first=opener[1])
        if not self._is_quantity(amount, unit, end):
            unit = ""
        if amount.approximator in ("over", "above") and unit in DURATIONS:
            amount = amount._replace(first=index, low=amount.best, high=amount.best, vague=False, open_ended=False)
        return Counted(amount, end, find_family(unit)), unit

    def _find_unit(self, amount: Amount) -> tuple[str | None, int]:
        """The counted noun as canonical singular, and the first token after it."""
        before = self._find_opener(amount)
        if before:
            following = self._match_unit(amount.last)
            return before[0], following[1] if following and following[0] in ("year", before[0]) else amount.last
        word = self.reader.word(amount.last)
        if word == "%":
            return "percent", amount.last + 1
        if word == "°":
            scale = self.reader.word(amount.last + 1)
            return {"c": "celsius", "f": "fahrenheit"}.get(scale, "degree"), amount.last + (
                2 if scale in ("c", "f") else 1
            )
        if self._is_age(amount):
            return "age", amount.last
        index = self.reader.skip_hyphen(amount.last)
        if index > amount.last:
            return self._find_hyphenated(amount, index)
        return self._find_noun(amount)

    def _find_rate(self, unit: str | None, end: int) -> tuple[str | None, int]:
        """Read "90 litres a second" as litres per second, which no number of litres can be compared with."""
        if not unit:
            return unit, end
        if self.reader.word(end) in self.counting.fillers and self.reader.word(end + 2) in self.counting.per:
            return self._find_rate(unit, end + 2)  # "40 litres of water a second"
        if self.reader.word(end) not in self.counting.per and self.reader.word(end) != "/":
            return unit, end
        word = self.reader.word(end + 1)
        period = self.counting.units.get(word) or self.counting.units.get(f"{word}s")  # "second" alone is an ordinal
        return (f"{unit}/{period}", end + 2) if period in PERIODS else (unit, end)

    def _find_opener(self, amount: Amount) -> tuple[str, int] | None:
        """A unit said before the number ("magnitude 6.1", "aged 55"), and its first token."""
        first = amount.first
        for width in (2, 1):
            phrase = " ".join(self.reader.word(place) for place in range(first - width, first))
            if phrase in self.counting.unit_openers:
                return self.counting.unit_openers[phrase], first - width
        if any(self.reader.word(place) == "richter" for place in range(amount.last, amount.last + 4)):
            return "magnitude", first
        touching = self.reader.word(first - 1) == "m" and self.reader.touches(first)
        return ("magnitude", first - 1) if touching and amount.best < 10 else None

    def _is_age(self, amount: Amount) -> bool:
        """As in ", 61," behind a name; "(61)" where the language writes ages so."""
        if not 1 <= amount.best <= 110 or amount.first < 2 or amount.last - amount.first != 1:
            return False
        before = self.tokens[amount.first - 2]
        is_somebody = before.text[:1].isupper() or before.folded in self.counting.harm.persons
        if self.tokens[amount.first].kind != "number" or not is_somebody:
            return False
        marks = (self.reader.word(amount.first - 1), self.reader.word(amount.last))
        return (marks[0] == "," and marks[1] in (",", ".")) or (self.counting.age_in_brackets and marks == ("(", ")"))

    def _find_hyphenated(self, amount: Amount, index: int) -> tuple[str | None, int]:
        """As in "61-year-old", "seven-hour", "6.1-magnitude", "12-member"."""
        found = self._match_unit(index)
        if found is None:
            return (
                self._find_noun(amount._replace(last=index + 1)) if self.tokens[index].kind == "word" else (None, index)
            )
        unit, end = found
        if unit == "year" and self.reader.word(end + 1) == "old":
            return "age", end + 2
        return unit, end

    def _match_unit(self, index: int) -> tuple[str, int] | None:
        """The longest listed unit at the token: "square kilometres" before "kilometres"."""
        for width in (2, 1):
            if index + width > len(self.tokens):
                continue
            phrase = " ".join(self.reader.word(place) for place in range(index, index + width))
            unit = self.counting.units.get(phrase)
            if unit is not None:
                return unit, index + width
        return None

    def _find_noun(self, amount: Amount) -> tuple[str | None, int]:
        """The first listed noun a few words on, past adjectives; else the first plain plural."""
        index, plural = amount.last, None
        reach = index + _REACH + 1
        while index < min(reach, len(self.tokens)):
            word = self.reader.word(index)
            found = self._match_unit(index)
            if found is None and word in self.counting.pronouns:
                return None, index + 1
            if found:
                return self._finish_noun(amount, *found)
            if word in self.counting.fillers:
                reach += 1
            elif self._ends_phrase(index):
                break
            elif plural is None:
                plural = self._find_plural(index)
            index += 1
        return plural or (None, amount.last)

    def _finish_noun(self, amount: Amount, unit: str, end: int) -> tuple[str, int]:
        """Let a classifier give way to the noun after it, and "police" to "officers"; "61 years old" is an age."""
        following = self._match_unit(end)
        last_word = self.reader.word(end - 1)
        gives_way = last_word in self.counting.classifiers or (
            self.counting.plural and last_word == self.reader.word(end - 1)
        )
        if (
            following
            and gives_way
            and following[0] not in OTHER_UNITS
            and unit not in OTHER_UNITS
            and find_family(unit) == "count"
        ):
            return following
        if unit == "year" and self.reader.word(old := self.reader.skip_hyphen(end)) == "old":
            return "age", old + 1
        nation = (
            find_demonym(self.tokens[end - 2].text) if find_family(unit) == "money" and end - 2 >= amount.last else None
        )
        if nation:
            return nation + last_word[0].upper(), end  # ISO 4217: the country, then the first letter
        if unit == "degree" and self.reader.word(end) in ("celsius", "fahrenheit"):
            return self.reader.word(end), end + 1
        return unit, end

    def _ends_phrase(self, index: int) -> bool:
        token = self.tokens[index]
        word = token.folded
        if token.kind != "word":
            return not (word in "-‐" and self.reader.touches(index) and self.reader.touches(index + 1))
        return (
            word in self.stopwords
            or word in self.counting.roles
            or (self.language is not None and word in self.language.grammar.auxiliaries)
        )

    def _find_plural(self, index: int) -> tuple[str, int] | None:
        """An unlisted plain noun with a plural ending, made singular."""
        token, ending = self.tokens[index], self.counting.plural
        word = token.folded
        if not ending or not word.endswith(ending) or len(word) < 5 or word.endswith(("ss", "us", "is", "'s")):
            return None
        if not token.text.islower() or token.kind != "word":
            return None
        return make_singular(word), index + 1

    # ------------------------------------------------------------ is it one?

    def _is_quantity(self, amount: Amount, unit: str | None, end: int) -> bool:
        word = self.reader.word(amount.last - 1)
        listed = unit is not None and end > amount.last
        if amount.ordinal:
            return unit in ORDERED and end <= amount.last + 2 and (unit != "quarter" or end == amount.last + 2)
        if word in self.counting.singles and amount.last - amount.first == 1:
            return listed and unit not in IDIOMS and end <= amount.last + 2 and self.reader.word(amount.last) != "of"
        if amount.joined and unit is None:
            return is_total(self.tokens, amount, self.language)
        if self.tokens[amount.last - 1].kind == "number":
            return self._is_plausible(amount, unit, end)
        return True

    def _is_plausible(self, amount: Amount, unit: str | None, end: int) -> bool:
        """Bare digits: no year, no number of a thing, no identifier, no ordinal, no decade."""
        token = self.tokens[amount.last - 1]
        if self.reader.touches(amount.last) and self.reader.word(amount.last) in ENDINGS:
            return False
        if unit in ("percent", "age", "magnitude"):
            return True
        if token.text[0] == "0" and len(token.text) > 1 and token.text[1].isdigit():
            return False
        bare = token.text.isdigit()
        if bare and len(token.text) == 4 and 1900 <= amount.best <= 2099:
            return unit is not None and end == amount.last + 1 and not amount.joined
        before = self.tokens[amount.first - 1] if amount.first else token
        follows_name = before.kind == "word" and before.text[:1].isupper()
        return not (unit is None and bare and (len(token.text) >= 7 or follows_name))

    # ------------------------------------------------------------ making

    def _make(self, item: Counted, unit: str | None, role: str | None) -> Quantity | None:
        amount = item.amount
        if unit is None and role is None and not self._stands_alone(amount):
            return None
        if unit == "magnitude":
            role = "magnitude"
        factor = 1.0
        if unit is not None and unit in CONVERSIONS:
            unit, factor = CONVERSIONS[unit]
        if unit == "percent" and amount.best <= 100 < amount.high:
            amount = amount._replace(high=100.0)
        span = self._make_span(item)
        return Quantity(
            span=span,
            text=span.of(self.text),
            low=round(amount.low * factor, 9),
            best=round(amount.best * factor, 9),
            high=round(amount.high * factor, 9),
            unit=unit,
            role=role,
            vague=amount.vague,
            open_ended=amount.open_ended,
        )

    def _stands_alone(self, amount: Amount) -> bool:
        """Without unit and role only a number that surely counts: "18 of them", "about 18", "10,000"."""
        if self.reader.word(amount.last + 1) in self.counting.pronouns or amount.vague:
            return True
        token = self.tokens[amount.last - 1]
        return token.kind == "number" and amount.best >= 1000 and not token.text.isdigit()

    def _make_span(self, item: Counted) -> Span:
        """Approximator, number and unit, where the unit stands right behind."""
        amount = item.amount
        adjacent = all(
            token.folded in _JOINTS or token.kind == "word" for token in self.tokens[amount.last : item.noun_end]
        )
        last = item.noun_end if adjacent and item.noun_end - amount.last <= 4 else amount.last
        span = Span(self.tokens[amount.first].start, self.tokens[last - 1].end)
        if span.end - span.start > _LONGEST:
            span = Span(self.tokens[amount.first].start, self.tokens[amount.last - 1].end)
        return span


@per_language
def _list_numerals(language: Language | None) -> frozenset[str]:
    """The words with which a number may begin."""
    counting = language.counting if language else Counting()
    return frozenset({*counting.number_words, *counting.vague, *counting.ordinals, *counting.multipliers})


_Found = tuple[tuple[Quantity, ...], tuple[Quantity, ...]]
_JOINTS = frozenset("-‐‑%°'’")


@per_language
def _make_scan(language: Language | None) -> Callable[[str], _Found]:
    @lru_cache(maxsize=KEPT_TEXTS)
    def scan(text: str) -> _Found:
        finder = _Finder(text, language)
        return tuple(finder.find()), tuple(make_one(text, finder.tokens, v, language) for v in finder.victims)

    return scan


def find_quantities(text: str, language: Language | None, span: Span | None = None) -> list[Quantity]:
    """Numbers with what they count, in order; dates, clock times, years and numbers inside names are left out.

    Lengths come in kilometres, areas in square kilometres, weights in kilograms, speeds in kilometres an hour; hours,
    minutes and seconds in hours; days, weeks, months and years stay as they are; money in full, by currency code.

    Args:
        text: the article's text, which is read as a whole.
        language: gives number words, units and roles; None reads digits, signs and percents.
        span: return only the quantities inside it.
    """
    return [quantity for quantity in _make_scan(language)(text)[0] if span is None or span.holds(quantity.span)]


def find_harmed(text: str, language: Language | None) -> list[Quantity]:
    """Everybody told to be killed, injured or shot, also those whom nobody counts: "he died" is at least one."""
    return list(_make_scan(language)(text)[1])
