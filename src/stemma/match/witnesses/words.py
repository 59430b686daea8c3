"""Words of all languages together: a pile has many, and a name does not say in which one it is."""

from dataclasses import dataclass
from functools import lru_cache

from stemma.lang import find_language, known_codes


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What stands in names beside what is proper to them; folded."""

    bodies: frozenset[str]  # what bodies and outlets are called: ministry, radio
    sources: frozenset[str]  # words for kinds of sources: agency, spokesman
    ofs: frozenset[str]  # tell what something is part of: of, de, von
    joins: frozenset[str]  # "and" in several letters
    local_bodies: frozenset[str]  # of which every place has one: police, Polizei


@lru_cache(maxsize=1)
def find_all_words() -> Words:
    """The words of every language that is known."""
    known = [language for code in known_codes() if (language := find_language(code))]
    return Words(
        bodies=frozenset(w for lang in known for w in lang.grammar.organisation_heads | lang.grammar.outlet_heads),
        sources=frozenset(w for lang in known for w in lang.speech.kinds),
        ofs=frozenset(w for lang in known for w in lang.speech.of),
        joins=frozenset(w for lang in known for w in lang.speech.joins),
        local_bodies=frozenset(w.rpartition(" ")[2] for lang in known for w in lang.speech.local_bodies),
    )
