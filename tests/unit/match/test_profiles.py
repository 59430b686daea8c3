"""Words in the vocabulary that matching shares between texts and languages."""

import pytest

from stemma.find import stem_word
from stemma.lang import find_language
from stemma.match.profiles import find_concepts
from stemma.model import Article, Span

CODES = ("de", "en", "es", "id")


def find_all(text: str, language: str = "en") -> set[str]:
    article = Article(id="a", uri="a.txt", sha256="0", language=language, title=None, text=text)
    return set(find_concepts(article, Span(0, len(text))))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a tremor woke the valley", "the quake came at dawn"),
        ("three servicemen left the barracks", "some soldiers left the barracks"),
        ("they fled", "two deserters"),
        ("clashes near the mill", "the battle was short"),
        ("fatalities were few", "a miner died"),
        ("several wounded sailors", "a sailor was hurt"),
        ("the brewery purchased a rival", "an acquisition by the brewery"),
        ("the theatre reopened", "a theater reopened"),
        ("prices rose", "prices grew"),
        ("the mayor quit", "the mayor resigned"),
        ("she won", "her victory"),
    ],
)
def test_words_exchanged_for_one_fact_share_a_concept(one: str, other: str) -> None:
    ignored = find_all("the valley left three barracks mill brewery sailor reopened prices mayor short")
    assert (find_all(one) & find_all(other)) - ignored


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rose", "fell"),
        ("won", "lost"),
        ("bought", "sold"),
        ("killed", "injured"),
        ("confirmed", "denied"),
        ("arrested", "charged"),
        ("charged", "convicted"),
        ("convicted", "acquitted"),
        ("opened", "closed"),
        ("accepted", "rejected"),
        ("banned", "allowed"),
        ("started", "stopped"),
        ("hired", "axed"),
        ("born", "died"),
        ("arrived", "departed"),
        ("surrendered", "fled"),
        ("attack", "defence"),
        ("planned", "happened"),
        ("murder", "suicide"),
        ("true", "false"),
        ("authorities", "writers"),
        ("according", "agreement"),
        ("imports", "vital"),
    ],
)
def test_opposites_and_different_roles_stay_apart(one: str, other: str) -> None:
    assert find_all(one)
    assert not find_all(one) & find_all(other)


@pytest.mark.parametrize(
    ("language", "foreign", "english"),
    [
        ("id", "gempa", "tremor"),
        ("id", "tewas", "fatalities"),
        ("id", "pertempuran", "clashes"),
        ("de", "erdbeben", "quake"),
        ("es", "terremoto", "temblor"),
    ],
)
def test_a_foreign_word_meets_every_synonym_of_its_gloss(language: str, foreign: str, english: str) -> None:
    assert find_all(foreign, language) == find_all(english)


def test_a_foreign_word_without_a_gloss_is_no_english_word() -> None:
    assert not find_all("sale", "es") & find_all("sale")


@pytest.mark.parametrize("code", CODES)
def test_no_word_leads_back_to_itself(code: str) -> None:
    english, language = find_language("en"), find_language(code)
    assert english
    assert language
    keys = {stem_word(word, english): stem_word(key, english) for word, key in english.grammar.glosses.items()}
    for gloss in language.grammar.glosses.values():
        passed, stem = set(), stem_word(gloss, english)
        while stem in keys:
            assert stem not in passed, gloss
            passed.add(stem)
            stem = keys[stem]


def test_forms_of_one_english_word_have_one_key() -> None:
    english = find_language("en")
    assert english
    glosses = english.grammar.glosses
    keys: dict[str, str] = {}
    for word, key in glosses.items():
        assert keys.setdefault(stem_word(word, english), key) == key, word
        assert stem_word(word, english) != stem_word(key, english), word
        assert word not in english.grammar.stopwords
    assert list(glosses) == sorted(glosses)
