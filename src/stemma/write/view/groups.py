"""Readings side by side: equal values are one value, with all who give it."""

from collections.abc import Mapping
from dataclasses import dataclass

from stemma.model import Article, Claim, Collation, Quantity, Reading, Variant
from stemma.text import WORD, fold
from stemma.write.view.lookup import Lookup
from stemma.write.view.readings import Manner, find_quantity, find_readings, get_manner, get_words
from stemma.write.view.wording import join, show_plain

VALUED = frozenset({"quantity", "moment", "place", "actor"})  # where other words may give one value
NEAR = 6  # words after a number among which its unit stands
NAMED = 3  # speakers of one value
Value = tuple[float, float, float, str | None] | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One value of a detail, and the claims that give it."""

    words: str
    manner: Manner
    claims: tuple[Claim, ...]
    readings: tuple[Reading, ...]  # of the claims, in their order

    def find_speakers(self, lookup: Lookup) -> list[str]:
        """Who says it, innermost voices only; an outlet that passes on what somebody said is not named beside them."""
        voices = [lookup.find_speakers(claim)[:1] for claim in self.claims]
        names = list(dict.fromkeys(name for voice in voices for name in voice))
        return [name for name in names if not lookup.is_outlet(name)] or names

    def find_articles(self, lookup: Lookup) -> list[str]:
        """The articles that give it, copies of one text once."""
        return lookup.find_originals(claim.article for claim in self.claims)


def group_readings(
    lookup: Lookup, collation: Collation, variant: Variant, ranks: Mapping[str, int] | None = None
) -> list[Group]:
    """The values of a detail, each once.

    Args:
        lookup: the dossier.
        collation: the claim.
        variant: the detail.
        ranks: places of articles on the way of the claim; values come in that order, else as the readings do.
    """
    readings = [item for item in find_readings(lookup, collation, variant) if item.claim in lookup.claims]
    if ranks:
        last = len(ranks)
        readings.sort(key=lambda item: ranks.get(lookup.get_original(lookup.claims[item.claim].article), last))
    first = next((item for item in readings if get_manner(lookup, variant, item) == "same"), None)
    grouped: dict[Value, list[Reading]] = {}
    for reading in readings:
        is_same = variant.kind in VALUED and get_manner(lookup, variant, reading) == "same"
        like = first if first is not None and is_same else reading
        grouped.setdefault(_get_value(lookup, like), []).append(reading)
    return [_make_group(lookup, variant, members) for members in grouped.values()]


def explain(lookup: Lookup, collation: Collation, variant: Variant) -> str:
    """Why a variant matters, as a sentence: the one given, else, for a contradiction, one made from its readings."""
    given = " ".join(variant.explanation.split())
    if given.endswith((".", "!", "?", "。")):
        return given
    groups = [group for group in group_readings(lookup, collation, variant) if group.manner in ("same", "contradicts")]
    if variant.label != "contradiction" or len(groups) < 2:
        return ""
    told = join(_say_group(lookup, group) for group in groups[:4])
    return f"{told} cannot {'both' if len(groups) == 2 else 'all'} hold."


def _say_group(lookup: Lookup, group: Group) -> str:
    speakers = group.find_speakers(lookup) or [lookup.names[id] for id in group.find_articles(lookup)]
    return f"{group.words} ({join(speakers[:NAMED])})"


def _make_group(lookup: Lookup, variant: Variant, members: list[Reading]) -> Group:
    wordings = [(_get_full_words(lookup, variant, item), item) for item in members]
    # English before other languages, since the views are; then in the order of the readings.
    words, _ = min(wordings, key=lambda pair: not _is_english(lookup, pair[1]))
    return Group(
        words=words,
        manner=get_manner(lookup, variant, members[0]),
        claims=tuple(lookup.claims[item.claim] for item in members),
        readings=tuple(members),
    )


def _is_english(lookup: Lookup, reading: Reading) -> bool:
    article = lookup.articles.get(lookup.claims[reading.claim].article)
    return article is not None and article.language == "en"


def _get_value(lookup: Lookup, reading: Reading) -> Value:
    found = find_quantity(lookup, reading)
    return (found.low, found.best, found.high, found.unit) if found else fold(reading.value)


def _get_full_words(lookup: Lookup, variant: Variant, reading: Reading) -> str:
    """The words of a reading; a bare number is followed by the words of its unit where they stand close behind it."""
    words = get_words(lookup, variant, reading)
    found = find_quantity(lookup, reading)
    article = lookup.articles.get(lookup.claims[reading.claim].article)
    if found is None or article is None or any(character.isalpha() for character in words):
        return words
    return find_unit_words(article, lookup.claims[reading.claim], found)


def find_unit_words(article: Article, claim: Claim, quantity: Quantity) -> str:
    """A quantity in the article's words; a bare number with the words of its unit: "40 litres of water a second"."""
    if not quantity.unit or any(character.isalpha() for character in quantity.text):
        return show_plain(quantity.text)
    end, units = quantity.span.end, tuple(fold(unit) for unit in quantity.unit.split("/"))
    for number, match in enumerate(WORD.finditer(article.text, quantity.span.end, claim.span.end)):
        if number >= NEAR:
            break
        if fold(match.group()).startswith(units):
            end = match.end()
    return show_plain(article.text[quantity.span.start : end])
