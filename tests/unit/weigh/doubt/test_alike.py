import pytest

from stemma.weigh.doubt.alike import find_alike, find_proper_names


@pytest.fixture
def pair(scene):
    """Pairs of sources, each told of by an article of its own in a language."""

    def run(*sources):
        kinds = {}
        for at, (name, kind, language) in enumerate(sources):
            scene.add_article(f"a{at}", language=language)
            scene.add_witness(name, kind)
            scene.tell(f"a{at}", "The bridge is shut.", (name,))
            kinds[name] = kind
        return {frozenset(names) for names in find_alike(scene.pile, kinds)}

    return run


def test_unnamed_sources_could_always_be_one(pair):
    assert pair(("an official", "unnamed", "en"), ("two officials", "unnamed", "en"))


def test_unnamed_sources_with_different_proper_names_are_two(pair):
    assert not pair(("a Ruritanian official", "unnamed", "en"), ("a diplomat from Sylvania", "unnamed", "en"))


def test_a_person_who_is_only_described_is_unnamed(pair):
    assert pair(("an official", "unnamed", "en"), ("ein hoher beamter", "person", "de"))


def test_names_are_never_guessed_to_be_one(pair):
    assert not pair(("Orla Port Authority", "organisation", "en"), ("Hafenamt Orla", "organisation", "de"))


def test_bodies_described_in_two_languages_could_be_one(pair):
    assert pair(("residents’ committee", "organisation", "en"), ("asociación de vecinos", "organisation", "es"))


def test_where_nouns_have_capitals_one_word_is_a_description(pair):
    assert pair(("residents’ committee", "organisation", "en"), ("Anwohnerverein", "organisation", "de"))
    assert not pair(("lamp makers’ union", "organisation", "en"), ("Bund Orla", "organisation", "de"))


def test_bodies_of_one_language_are_one_only_with_a_word_in_common(pair):
    assert pair(("районная больница", "organisation", "ru"), ("районной больницы", "organisation", "ru"))
    assert not pair(("police", "organisation", "en"), ("hospital", "organisation", "en"))


def test_words_that_are_known_to_mean_different_things_keep_bodies_apart(pair):
    assert not pair(("police", "organisation", "en"), ("hospital", "organisation", "es"))


def test_two_bodies_that_one_language_keeps_apart_are_not_one_through_a_third(pair):
    found = pair(
        ("dock workers", "group", "en"),
        ("residents’ committee", "organisation", "en"),
        ("asociación de vecinos", "organisation", "es"),
    )
    assert len(found) == 1


def test_proper_names_are_the_capitals_after_the_first_word():
    assert find_proper_names("A Ruritanian official in Tarn") == {"ruritanian", "tarn"}
    assert find_proper_names("Officials") == set()
