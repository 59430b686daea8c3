"""The lists that ship with Stemma: places, outlets, demonyms, given names. Read once, parsed on demand."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from stemma.lang import find_language
from stemma.text import fold

LARGE = 200_000  # inhabitants of a city known in every form of its name
LONGEST_ENDING = 3
SHORTEST_STEM = 3
_DATA = Path(__file__).parent


class PlaceRecord(NamedTuple):
    """One place of a name: kind c (country), r (region) or p (populated place)."""

    kind: str
    name: str
    country: str
    latitude: float | None
    longitude: float | None
    inhabitants: int
    languages: str = ""  # of a country's name: the codes it is said so in; "" for English, and for all others


@lru_cache(maxsize=1)
def load_capitals() -> Mapping[str, str]:
    """ISO 3166 code of a country -> its capital by the name that `PlaceRecord` gives it."""
    return _read_pairs("capitals.tsv")


def _read_pairs(file: str) -> dict[str, str]:
    """Two fields a line, all cut at once: the places are many."""
    fields = (_DATA / file).read_text(encoding="utf-8").rstrip("\n").replace("\n", "\t").split("\t")
    return dict(zip(fields[::2], fields[1::2], strict=True))


@lru_cache(maxsize=1)
def _load_places() -> Mapping[str, str]:
    return _read_pairs("places.tsv")


@lru_cache(maxsize=1)
def _load_demonyms() -> Mapping[str, str]:
    return _read_pairs("demonyms.tsv")


@lru_cache(maxsize=1)
def _load_given_names() -> Mapping[str, str]:
    """Given names, with f or m where only women or only men bear them."""
    return _read_pairs("given_names.tsv")


@lru_cache(maxsize=1)
def _load_bodies() -> frozenset[str]:
    return frozenset((_DATA / "bodies.txt").read_text(encoding="utf-8").splitlines())


@lru_cache(maxsize=1)
def _load_outlets() -> Mapping[str, tuple[str, str]]:
    """Spelling, folded and without "the", to canonical name and kind."""
    outlets: dict[str, tuple[str, str]] = {}
    for line in (_DATA / "outlets.tsv").read_text(encoding="utf-8").splitlines():
        name, kind, aliases = line.split("\t")
        for spelling in (name, *aliases.split(";")):
            if spelling:
                outlets.setdefault(_make_key(spelling), (name, kind))
    return outlets


@lru_cache(maxsize=8192)
def find_places_named(name: str, language: str | None = None) -> tuple[PlaceRecord, ...]:
    """All known places of that name (any case and accents): countries first, then the most populous first.

    Args:
        name: as it stands in a text.
        language: code of the text's language: "Island" is Iceland in German only; None takes every language's names.
    """
    found = _find_records(fold(name), language)
    return found if found or language is None else _find_inflected(fold(name), language)


def _find_records(folded: str, language: str | None) -> tuple[PlaceRecord, ...]:
    packed = _load_places().get(folded)
    if not packed:
        return ()
    records = (_parse(folded, record) for record in packed.split(";"))
    return tuple(record for record in records if language is None or _is_spoken(record, language))


def _find_inflected(folded: str, code: str) -> tuple[PlaceRecord, ...]:
    """Countries and large cities by a form of their name: "Москве" is Москва."""
    language = find_language(code)
    endings = language.grammar.place_endings if language else {}
    for length in range(min(LONGEST_ENDING, len(folded) - SHORTEST_STEM), 0, -1):
        for ending in endings.get(folded[-length:], ()):
            records = _find_records(folded[:-length] + ending, code)
            if known := tuple(r for r in records if r.kind == "c" or r.inhabitants >= LARGE):
                return known
    return ()


def _is_spoken(record: PlaceRecord, language: str) -> bool:
    return not record.languages or language in record.languages.split(",")


def _parse(folded: str, record: str) -> PlaceRecord:
    kind, name, country, latitude, longitude, inhabitants = record.split("|")
    return PlaceRecord(
        kind=kind[0],
        name=name or folded.title(),
        country=country,
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        inhabitants=int(inhabitants),
        languages=kind[2:],
    )


def _make_key(name: str) -> str:
    """Folded, without "the" before two words or more: "The Sun" is a medium, "Sun" a word."""
    folded = fold(name.strip())
    return folded.removeprefix("the ") if folded.count(" ") > 1 else folded


@lru_cache(maxsize=8192)
def find_outlet(name: str) -> tuple[str, str] | None:
    """Canonical name and kind ("outlet" or "agency") of a known medium, or None.

    A short name in capitals ("AP", "TASS") is known only in capitals: "ap" and "who" are words.
    """
    folded = _make_key(name)
    found = _load_outlets().get(folded)
    if found and len(folded) <= 4 and name.islower():
        return None
    return found


def find_demonym(word: str) -> str | None:
    """The ISO 3166 code that an adjective of nationality stands for: "North Korean" is KP.

    "" for one that names no single country ("European"); None for any other word.
    """
    return _load_demonyms().get(fold(word))


def is_body(name: str) -> bool:
    """True for a body that its name does not show to be one: "Kremlin", "NATO", "Hamas"."""
    return fold(name) in _load_bodies()


def is_given_name(word: str) -> bool:
    """True for a common given name."""
    return fold(word) in _load_given_names()


def find_gender(name: str) -> str:
    """The "f" or "m" of a full name whose first word only women or only men bear; "" where that is not certain."""
    first = fold(name).split()[:1]
    return _load_given_names().get(first[0], "").strip("-") if first and " " in name.strip() else ""
