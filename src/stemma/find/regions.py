"""Parts of a country named by the compass: "Ukraine's southwestern regions", "wilayah barat daya negara itu"."""

import re
from bisect import bisect_left

from stemma.find.names import find_names
from stemma.find.places import find_places
from stemma.find.terms import per_language
from stemma.lang.language import Language
from stemma.model import Place, Span
from stemma.text import fold

NEAR = 24  # characters between a direction and the country it is a part of
_REST = re.compile(r"[\s\w'’]*")


@per_language
def _compile(language: Language | None) -> re.Pattern[str] | None:
    directions = language.grammar.directions if language else {}
    if not directions:
        return None
    longest_first = sorted(directions, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def find_regions(text: str, language: Language | None) -> list[Place]:
    """Regions with the direction as `region` and the country they belong to, None where the text does not tell.

    "The country" is that of the last place named before, unless that place only says whose medium is quoted
    ("Ukrainian outlet X").
    """
    pattern = _compile(language)
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
    """The direction with its noun: "southwestern regions", "wilayah barat daya"."""
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
        if place.country and gap.end - gap.start <= NEAR and _REST.fullmatch(gap.of(text)) and "\n" not in gap.of(text):
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
