"""The words of invented news: of each language a vocabulary of which few words make most of a text; names and days."""

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from babel import Locale

PLACE = Path(__file__).with_name("invented_news.toml")
NOUNS = 6_000
OTHERS = 2_000  # adjectives, and verbs
NAMES = 12_000  # towns, and surnames
SYLLABLES = (
    "ve lo mar tin dra sel ku rai on bel ta gor eth il pa run os fe li ka zan mo hal ber wim cor dun ash sto lem ny ro"
)
COUNTRIES = (
    "PT KE NO PE VN GH FI UY TN NP IS BO LA MW JO EC OM LV CR SN MN PY MT ZM BJ BZ FJ GE"  # of no event in particular
)
LATIN = (
    *(("sh", "ш"), ("th", "т"), ("ny", "ни"), ("ch", "ч")),
    *zip("abcdefghiklmnoprstuvwyz", "абкдефгхиклмнопрстувви" + "з", strict=True),
)


@dataclass(frozen=True)
class Words:
    """Words, the frequent ones first, with the sums of how often each is used."""

    words: Sequence[str]
    sums: Sequence[float]

    def draw(self, die: random.Random) -> str:
        return die.choices(self.words, cum_weights=self.sums)[0]


def rank(words: Sequence[str], flat: int) -> Words:
    """Words used as in any language: with one over their rank; `flat` is how many are used about alike."""
    return Words(words, list(accumulate(1 / (place + flat) for place in range(len(words)))))


@dataclass(frozen=True)
class Tongue:
    """A language, with all that invented news is told with in it."""

    code: str
    table: dict[str, Any]
    nouns: Words
    adjectives: Words
    verbs: Words
    things: Sequence[str]
    events: Sequence[str]
    weekdays: Sequence[str]
    months: Sequence[str]

    def write_day(self, day: date, form: int) -> str:
        """A day, in one of the ways to write it."""
        ways = self.table["days"]
        return str(ways[form % len(ways)]).format(
            weekday=self.weekdays[day.weekday()], day=day.day, month=self.months[day.month - 1],
            year=day.year, number=day.month,
        )  # fmt: skip

    def write_name(self, name: str) -> str:
        """A name in the script of the language."""
        return write_cyrillic(name) if self.code == "ru" else name

    def write_country(self, code: str) -> str:
        return str(name_country(self.code, code))

    def write_number(self, number: float) -> str:
        """A number with the separators of the language."""
        written = f"{number:,}" if self.code == "en" else f"{number:,}".translate(str.maketrans(",.", ".,"))
        return written.replace(".", "\u00a0") if self.code in ("fr", "ru") and isinstance(number, int) else written


@cache
def name_country(language: str, code: str) -> str:
    return str(Locale(language).territories[code])


@lru_cache(maxsize=100_000)
def write_cyrillic(name: str) -> str:
    low = name.lower()
    for latin, letter in LATIN:
        low = low.replace(latin, letter)
    return " ".join(word.capitalize() for word in low.split(" "))


@cache
def read_table() -> dict[str, Any]:
    return tomllib.loads(PLACE.read_text(encoding="utf-8"))


def list_shares() -> dict[str, int]:
    """The languages, and of a hundred articles how many are in each."""
    return dict(read_table()["shares"])


@cache
def make_tongue(code: str) -> Tongue:
    """The words of a language: a few real ones, the most frequent, and thousands of invented ones."""
    table = read_table()[code]
    at = list(list_shares()).index(code)
    die = random.Random(f"words of {code}")
    real = {what: [line.split("|")[at] for line in lines] for what, lines in read_table()["things"].items()}
    nouns = real["nouns"] + make_words(die, table, "nouns", NOUNS)
    return Tongue(
        code=code,
        table=table,
        nouns=rank(nouns, 30),
        adjectives=rank(real["adjectives"] + make_words(die, table, "adjectives", OTHERS), 12),
        verbs=rank(real["verbs"] + make_words(die, table, "verbs", OTHERS), 12),
        things=nouns,
        events=real["events"],
        weekdays=table["weekdays"].split(),
        months=table["months"].split(),
    )


def make_words(die: random.Random, table: dict[str, Any], kind: str, number: int) -> list[str]:
    """Invented words that look like those of the language; German nouns have capitals."""
    onsets, nuclei, endings = (table[key].split() for key in ("onsets", "nuclei", kind))
    closing = "nrlsm"
    made: dict[str, None] = {}
    while len(made) < number:
        stem = "".join(die.choice(onsets) + die.choice(nuclei) for _ in range(die.choice((1, 2, 2, 3))))
        word = stem + die.choice(closing) * (kind != "verbs" and table["onsets"].isascii()) + die.choice(endings)
        made[word.capitalize() if kind == "nouns" and "schaften" in endings else word] = None
    return list(made)


@cache
def make_names() -> Words:
    """Names of towns and people, of which some are in the news every day and most once."""
    die = random.Random("names")
    made: dict[str, None] = {}
    while len(made) < NAMES:
        made["".join(die.choices(SYLLABLES.split(), k=die.choice((2, 2, 3, 3, 4)))).capitalize()] = None
    return rank(list(made), 400)
