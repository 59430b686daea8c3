"""Words by which claims may clash, as matching knows them."""

import pytest

from stemma.match.clashes.vocabulary import find_opposites, find_traits, number_kinds


@pytest.mark.parametrize(("word", "trait"), [("bear", "kinds"), ("price", "matters"), ("win", "opposites")])
def test_traits_are_of_known_words(word: str, trait: str) -> None:
    assert trait in find_traits({"lamppost": 1.0, word: 1.0})
    assert not find_traits({"lamppost": 1.0})


def test_opposites_go_both_ways() -> None:
    opposites = find_opposites("any")
    assert all(word in opposites[other] for word, others in opposites.items() for other in others)


def test_a_thing_has_a_kind_and_a_group() -> None:
    assert all(members for members in number_kinds().values())
