"""Places: gazetteer names in a text, outside the names of people, bodies and outlets; regions named by the compass."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import zip_longest

from stemma.find.gazetteer import PlaceRecord, find_demonym, find_places_named
from stemma.find.names import find_names
from stemma.find.terms import KEPT_TEXTS, per_language
from stemma.lang.language import Language
from stemma.model import Name, Place, Span
from stemma.text import fold

_KINDS = frozenset({"place", "state", "unknown"})
_LARGE = 1_000_000
_NEAR = 24  # characters between a direction and the country it is a part of
_REST = re.compile(r"[\s\w'’]*")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


def _find_candidates(name: Name, text: str, language: Language | None) -> Iterator[tuple[Span, str]]:
    """The name itself, or a part of it beside a generic word: "Tver Oblast", "Northern Bavaria"."""
    code = language.code if language else None
    if find_places_named(name.text, code):
        yield name.span, name.text
        return
    words = list(_WORD.finditer(text, name.span.start, name.span.end))
    generic = language.grammar.place_heads if language else frozenset()
    plain = [word for word in words if word.group().casefold() not in generic]
    if len(plain) == len(words) or not plain:
        return
    span = Span(plain[0].start(), plain[-1].end())
    if find_places_named(span.of(text), code):
        yield span, span.of(text)


def _choose(records: tuple[PlaceRecord, ...], countries: Counter[str]) -> PlaceRecord:
    """The place in a country that the text names; else the country itself or the most populous."""
    if records[0].kind == "c":
        return records[0]
    named = [record for record in records if record.country in countries]
    return max(named, key=lambda record: countries[record.country]) if named else records[0]


def _count_countries(names: list[Name], code: str | None) -> Counter[str]:
    """How often the text names each country, by its name or its adjective."""
    counted: Counter[str] = Counter()
    for name in names:
        records = find_places_named(name.text, code) if name.kind == "state" else ()
        code = records[0].country if records else find_demonym(name.text)
        if code:
            counted[code] += 1
    return counted


def _find_located(names: list[Name], text: str, language: Language | None) -> frozenset[str]:
    """Names that stand somewhere behind "in" or "near", or before ", Country"."""
    locatives = language.grammar.locatives if language else frozenset()
    located = set()
    for name, following in zip_longest(names, names[1:]):
        before = text[max(0, name.span.start - 12) : name.span.start].split()
        is_behind = bool(before) and before[-1].casefold() in locatives
        is_before = (
            following is not None
            and following.kind in ("state", "place")
            and text[name.span.end : following.span.start] == ", "
        )
        if is_behind or is_before:
            located.add(name.text)
    return frozenset(located)


def _is_sure(record: PlaceRecord, spelling: str, located: frozenset[str], elsewhere: frozenset[str]) -> bool:
    """A city whose country the text does not name: large or shown to be a place, and no part of a longer name."""
    return spelling not in elsewhere and (record.inhabitants >= _LARGE or spelling in located or not located)


def _find_words_of_longer_names(names: list[Name]) -> frozenset[str]:
    """Words of names that are no places: after "Paris Roe", a lone "Paris" is hardly the city."""
    longer = (name for name in names if name.kind in ("person", "unknown") and " " in name.text)
    return frozenset(word for name in longer for word in name.text.split())


def _scan(text: str, language: Language | None) -> Iterator[Place]:
    names = find_names(text, language)
    code = language.code if language else None
    countries = _count_countries(names, code)
    elsewhere = _find_words_of_longer_names(names)
    located = _find_located(names, text, language)
    for name in names:
        if name.kind not in _KINDS:
            continue
        for span, spelling in _find_candidates(name, text, language):
            record = _choose(find_places_named(spelling, code), countries)
            if (
                record.kind == "p"
                and record.country not in countries
                and not _is_sure(record, spelling, located, elsewhere)
            ):
                continue
            yield Place(
                span=span,
                text=span.of(text),
                name=record.name,
                country=record.country,
                region=record.name if record.kind == "r" else None,
                lat=record.latitude,
                lon=record.longitude,
            )


@per_language
def _make_scan(language: Language | None) -> Callable[[str], tuple[Place, ...]]:
    @lru_cache(maxsize=KEPT_TEXTS)
    def scan(text: str) -> tuple[Place, ...]:
        return tuple(_scan(text, language))

    return scan


def find_places(text: str, language: Language | None, span: Span | None = None) -> list[Place]:
    """Places that the text names, in order.

    An ambiguous name is the place in a country that the text names, else the most populous.

    Args:
        text: the article's text, which is read as a whole.
        language: passed to `find_names`.
        span: return only the places inside it.
    """
    return [place for place in _make_scan(language)(text) if span is None or span.holds(place.span)]


# ---------------------------------------------------------------- by the compass


@per_language
def _compile_directions(language: Language | None) -> re.Pattern[str] | None:
    directions = language.grammar.directions if language else {}
    if not directions:
        return None
    longest_first = sorted(directions, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def find_regions(text: str, language: Language | None) -> list[Place]:
    """Regions named by the compass, with their direction as `region`: "Chile's northern regions".

    `country` is the one they belong to, None where the text does not tell.

    "The country" is that of the last place named before, unless that place only says whose medium is quoted
    ("Ukrainian outlet X").
    """
    pattern = _compile_directions(language)
    if pattern is None or language is None:
        return []
    places = sorted(find_places(text, language), key=lambda place: place.span)
    names = [name.span for name in find_names(text, language)]
    found = []
    for match in pattern.finditer(text):
        span = Span(match.start(), match.end())
        noun = _find_noun(text, span, language)
        if noun is None or any(name.overlaps(span) and not span.holds(name) for name in names):
            continue
        owner = _find_owner(text, noun, places, language)
        whole, country = owner or (noun, None)
        covered = Span(min(whole.start, noun.start), max(whole.end, noun.end))
        direction = language.grammar.directions[fold(match.group())]
        found.append(Place(span=covered, text=covered.of(text), name=direction, country=country, region=direction))
    return found


def _find_noun(text: str, direction: Span, language: Language) -> Span | None:
    """The direction with its noun: "northern regions", "wilayah utara"."""
    nouns = language.grammar.region_nouns
    after = re.compile(r"\s+(\w+)").match(text, direction.end)
    if after and fold(after.group(1)) in nouns:
        return Span(direction.start, after.end())
    before = re.compile(r"(\w+)\s+$").search(text[max(0, direction.start - 20) : direction.start])
    if before and fold(before.group(1)) in nouns:
        return Span(direction.start - len(before.group()), direction.end)
    return None


def _find_owner(text: str, noun: Span, places: list[Place], language: Language) -> tuple[Span, str | None] | None:
    """The country right beside the region, or the one that "the country" stands for."""
    for place in places:
        gap = Span(min(place.span.end, noun.end), max(place.span.start, noun.start))
        if (
            place.country
            and gap.end - gap.start <= _NEAR
            and _REST.fullmatch(gap.of(text))
            and "\n" not in gap.of(text)
        ):
            return place.span, place.country
    for phrase in sorted(language.grammar.homelands):
        window = text[noun.start : noun.end + len(phrase) + 6]
        at = fold(window).find(phrase)
        if at >= 0:
            return Span(noun.start + at, noun.start + at + len(phrase)), _find_last_country(
                text, noun.start, places, language
            )
    return None


def _find_last_country(text: str, before: int, places: list[Place], language: Language) -> str | None:
    at = bisect_left([place.span.start for place in places], before)
    names = {name.span.start for name in find_names(text, language)}
    for place in reversed(places[:at]):
        modifies_name = text[place.span.end : place.span.end + 1] == " " and place.span.end + 1 in names
        if place.country and not modifies_name:
            return place.country
    return None
