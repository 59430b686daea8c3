"""Words in the vocabulary that matching shares between texts and languages."""

from collections.abc import Callable
from typing import Any

import pytest

from stemma.find import stem_word
from stemma.lang import find_language
from stemma.match.words import find_concepts, find_parts, make_readers
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


@pytest.mark.parametrize(
    ("text", "language"),
    [("North Korean sailors", "en"), ("pelaut Korea Utara", "id"), ("Seeleute aus Nordkorea", "de")],
)
def test_countries_and_their_peoples_go_by_one_code(text: str, language: str) -> None:
    assert "@KP" in find_all(text, language)
    assert not {"north", "korea", "korean"} & find_all(text, language)


@pytest.mark.parametrize(
    "text", ["Twelve boats sank", "20 boats sank in 1987", "boats sank on 3 May", "boats sank on Monday at 13:00"]
)
def test_numbers_and_times_are_left_out(text: str) -> None:
    assert find_all(text) == find_all("boats sank")


def test_a_compound_is_read_as_its_two_words() -> None:
    german = find_language("de")
    assert find_parts("Wasserbehörde", german) == ["wasser", "behorde"]
    assert find_parts("Behörde", german) == ["Behörde"]
    assert find_parts("waterboard", find_language("en")) == ["waterboard"]


@pytest.mark.parametrize(
    "text", ["Twelve boats sank on Monday.", "Two Peruvian boats burned in Peru's northern regions."]
)
def test_a_reader_knows_what_is_typed_by_the_claims(texts: Callable[..., Any], text: str) -> None:
    pile = texts(text)
    reader = make_readers({a.id: a for a in pile.articles}, pile.matching.claims)["a"]
    assert set(reader.find_concepts(Span(0, len(text)))) == find_all(text)
    assert not {"12", "twelv", "monday", "peru", "north"} & find_all(text)
