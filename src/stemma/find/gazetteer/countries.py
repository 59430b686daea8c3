"""Country names in running text, with their people: so common in news that they tell few events apart.

Names come from the CLDR in the article's language; their people from the gazetteer, and from regular English endings.
"""

import re
from collections import Counter
from functools import lru_cache

from stemma.find.gazetteer import find_demonym
from stemma.text import WORD, fold

LONGEST = 3  # words in a country's name, as far as we look
ENDINGS = ("", "a", "an", "ans", "e", "ese", "i", "ian", "ians", "is", "li", "lis", "n", "ns", "o", "y")
BARE_END = re.compile(r"(?:istan|[aeoy])$")


@lru_cache(maxsize=32)
def find_country_names(code: str) -> dict[tuple[str, ...], str]:
    """Folded words of a country's name in that language, or of its people -> ISO 3166 code."""
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale(code).territories
    except (UnknownLocaleError, ValueError):
        return {}
    names: dict[tuple[str, ...], str] = {}
    for country, name in sorted(territories.items()):
        words = tuple(fold(word) for word in WORD.findall(name))
        if len(country) == 2 and 0 < len(words) <= LONGEST:
            names.setdefault(words, country)
    names |= {(word,): word for word in _find_shared(names) if (word,) not in names and not find_demonym(word)}
    return names | {form: country for form, country in _find_peoples(names) if form not in names}


@lru_cache(maxsize=65536)
def find_country(words: tuple[str, ...], code: str) -> tuple[str, int] | None:
    """The country that the first of these folded words begin to name, and how many words it takes."""
    names = find_country_names(code)
    for size in range(min(LONGEST, len(words)), 0, -1):
        country = names.get(words[:size]) or find_demonym(" ".join(words[:size]))
        if country:
            return country, size
    return None


def _find_peoples(names: dict[tuple[str, ...], str]) -> list[tuple[tuple[str, ...], str]]:
    forms = []
    for words, country in sorted(names.items()):
        bare = BARE_END.sub("", words[-1])
        if len(bare) > 3:
            forms += [((*words[:-1], bare + ending), country) for ending in ENDINGS]
    return forms


def _find_shared(names: dict[tuple[str, ...], str]) -> list[str]:
    """Words that several countries have in their names: north, united, islands, korea."""
    found = Counter(word for words in names for word in set(words) if len(words) > 1)
    return sorted(word for word, times in found.items() if times > 1)
