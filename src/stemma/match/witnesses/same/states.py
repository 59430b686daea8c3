"""States by their names in every language (CLDR), and by their capitals: "Грузия" and "Tbilisi" are one voice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from stemma.find.gazetteer import find_places_named, load_capitals
from stemma.find.gazetteer.countries import find_country
from stemma.match.witnesses.mentions import Mention
from stemma.model import Kind
from stemma.text import find_words

Place = tuple[str, ...]
# Without capitals nobody can tell a name by its look, so that "그리스" is read as an unnamed source.
CASELESS: frozenset[str] = frozenset({"ar", "fa", "he", "ja", "ko", "th", "zh"})
UNSURE: frozenset[Kind] = frozenset({"unnamed", "organisation", "group"})


def pair_states(mentions: Sequence[Mention], languages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Keys of names that mean one state, its capital or another city, each in the language of its article."""
    keys: dict[Place, set[str]] = defaultdict(set)
    for mention in mentions:
        code = languages[mention.article]
        is_state = mention.kind == "state" or (code in CASELESS and mention.kind in UNSURE)
        if is_state and (place := _find_place(mention.name, code)):
            keys[place].add(mention.key)
    for _, found in sorted(keys.items()):
        yield from ((min(found), key) for key in sorted(found))


def _find_place(name: str, code: str) -> Place | None:
    """The country that a whole name is for, or whose capital it is, else the city."""
    words = tuple(find_words(name))
    country = find_country(words, code)
    if country and country[1] == len(words):
        return ("country", country[0])
    records = find_places_named(name, code)
    for record in records:
        if load_capitals().get(record.country) == record.name:
            return ("country", record.country)
    return (records[0].kind, records[0].name, records[0].country) if records else None
