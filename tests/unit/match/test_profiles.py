"""Words in the vocabulary that matching shares between texts and languages."""

from collections.abc import Callable
from typing import Any

import pytest

from stemma.find import stem_word
from stemma.lang import find_language
from stemma.match.profiles import find_concepts, find_parts, name_slots
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


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("A ferry fire killed 12 people in the harbour.", ["#killed person"]),
        ("A ferry fire killed 12 villagers in the harbour.", ["#killed person"]),
        ("Twelve soldiers deserted the Selmar barracks.", ["#left person"]),
        ("Floods hit Peru's southwestern regions near the mine.", ["#south-west"]),
        ("The strike began in February 2022 at the docks.", ["#start"]),
        ("The Selmar mill burned down in May 2024.", ["~2024-05"]),
        ("Rain kept the carters of Selmar at home on Monday.", []),
    ],
)
def test_typed_slots(texts: Callable[..., Any], text: str, slots: list[str]) -> None:
    (claim,) = texts(text).matching.claims
    assert name_slots(claim) == slots


def test_a_term_of_most_claims_has_next_to_no_weight(texts: Callable[..., Any]) -> None:
    profiles = texts(*(f"The Selmar ferry {verb} by night." for verb in ("sank", "burned", "sailed"))).make_profiles()
    weights = profiles[0].weights
    assert weights["ferri"] < 0.1 < max(weights.values())


@pytest.mark.parametrize("embedder", ["none", "fuse"])
def test_vectors_only_with_an_encoder(texts: Callable[..., Any], embedder: str) -> None:
    profiles = texts("The Selmar ferry sank by night.", "A thrush sang in the tree.").make_profiles(embedder)
    assert [profile.vector is None for profile in profiles] == [embedder == "none"] * 2


def test_a_compound_is_read_as_its_two_words() -> None:
    german = find_language("de")
    assert find_parts("Wasserbehörde", german) == ["wasser", "behorde"]
    assert find_parts("Behörde", german) == ["Behörde"]
    assert find_parts("waterboard", find_language("en")) == ["waterboard"]
