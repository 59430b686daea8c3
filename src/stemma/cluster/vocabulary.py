"""Words as features: stems in their own language, English stems where a language file glosses them."""

from functools import lru_cache

from stemma.find import stem_word
from stemma.lang import find_language
from stemma.text import fold

SHORT = 4  # letters; where stop words are not known, words as short are taken for such
SYLLABIC = "\u2e80"  # from here on, writing that needs fewer signs for a word


@lru_cache(maxsize=65536)
def make_word_key(folded: str, code: str) -> str | None:
    """The feature key of a folded word; None for a word too small to tell anything.

    `w:` and an English stem where one is known, else `v:`, the language and the word's own stem.
    """
    language = find_language(code)
    if language and folded in language.grammar.stopwords:
        return None
    if language is None and len(folded) <= SHORT and folded < SYLLABIC:
        return None
    stem = stem_word(folded, language)
    if code == "en":
        return f"w:{stem}"
    glosses = language.grammar.glosses if language else {}
    gloss = glosses.get(folded) or glosses.get(stem)
    return _make_gloss_key(gloss) if gloss else f"v:{code}:{stem}"


@lru_cache(maxsize=64)
def find_vocabulary(codes: str) -> frozenset[str] | None:
    """The `w:` features that articles in these languages (joined by `+`) can have; None where there is no bound."""
    if "en" in codes.split("+"):
        return None
    known = [language for language in map(find_language, codes.split("+")) if language]
    return frozenset(_make_gloss_key(gloss) for language in known for gloss in language.grammar.glosses.values())


def _make_gloss_key(gloss: str) -> str:
    return f"w:{stem_word(fold(gloss), find_language('en'))}"
