"""Where something lies by the compass: 40 kilometres south of a town here, 40 kilometres west of it there."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from stemma.lang import find_language
from stemma.match.relations.details import LONGEST_READING, Context, Detail, make_variant
from stemma.match.slots import do_values_meet
from stemma.model import Claim, Quantity, Relation, Span, Variant
from stemma.text import fold

NEAR = 16  # characters between a distance and its direction: "kilometres to the south"
PLACED = 30  # from there to the place: "south of the town of"
POINTS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_WORD = re.compile(r"[\w-]+")


def compare_directions(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """One variant for every place from which several claims tell distance and direction."""
    by_place: dict[str, list[Detail]] = defaultdict(list)
    for claim in claims:
        for place, detail in _find_directions(claim, context):
            by_place[place].append(detail)
    found = []
    for place, details in sorted(by_place.items()):
        if len({d.claim.id for d in details}) > 1:
            relations: list[Relation] = ["reference", *(_relate(details[0], d) for d in details[1:])]
            points = " / ".join(dict.fromkeys(d.value for d in details))
            found.append(make_variant("place", details, relations, f"seen from {place}: {points}"))
    return found


def _find_directions(claim: Claim, context: Context) -> Iterator[tuple[str, Detail]]:
    """Every distance with a direction behind it and a place behind that."""
    article = context.articles[claim.article]
    language = find_language(article.language)
    directions = language.grammar.directions if language else {}
    for quantity in (q for q in claim.quantities if q.unit == "kilometre"):
        end = quantity.span.end
        told = _find_point(article.text, Span(end, min(claim.span.end, end + NEAR)), directions)
        if told is None:
            continue
        word, point = told
        place = next((p for p in claim.places if 0 <= p.span.start - word.end <= PLACED), None)
        if place and place.span.end - quantity.span.start <= LONGEST_READING:
            span = Span(quantity.span.start, place.span.end)
            yield place.name, Detail(claim=claim, span=span, value=point, quantity=quantity)


def _find_point(text: str, within: Span, directions: dict[str, str]) -> tuple[Span, str] | None:
    for word in _WORD.finditer(text, within.start, within.end):
        point = directions.get(fold(word[0]))
        if point in POINTS:
            return Span(word.start(), word.end()), point
    return None


def _relate(reference: Detail, detail: Detail) -> Relation:
    """Two directions an eighth of the circle apart may be one, told less exactly; another distance is another thing."""
    turn = abs(POINTS.index(reference.value) - POINTS.index(detail.value))
    apart = min(turn, len(POINTS) - turn)
    if not _are_as_far(reference.quantity, detail.quantity):
        return "unsure"
    return "same" if apart == 0 else "rounding" if apart == 1 else "contradiction"


def _are_as_far(one: Quantity | None, other: Quantity | None) -> bool:
    return one is not None and other is not None and do_values_meet(one, other)
