"""Translations are known by most of their claims, and then a weaker likeness is enough for each."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from stemma.match.accounts.translations import find_translated
from stemma.match.profiles import Profile
from stemma.model import Claim, Span


def make_profile(article: str, number: int, direction: int, likeness: float, length: int = 40) -> Profile:
    """A claim whose vector has that cosine with the axis of its direction, and is alike to nothing else."""
    vector = np.zeros(64, dtype=np.float32)
    vector[direction] = likeness
    vector[32 + number + 8 * (article == "b")] = (1 - likeness**2) ** 0.5
    span = Span(10 * number, 10 * number + 5)
    claim = Claim(id=f"{article}{number}", article=article, span=span, text="x" * length, sentence=span)
    return Profile(
        claim=claim,
        language="en" if article == "a" else "fr",
        weights={},
        context={},
        names={},
        counts=(),
        vector=vector,
        sentence=vector,
    )


def make_two(*likenesses: float) -> list[Profile]:
    """Two articles of which claim n of the one has that likeness to claim n of the other."""
    one = [make_profile("a", n, n, 1.0) for n in range(len(likenesses))]
    return one + [make_profile("b", n, n, likeness) for n, likeness in enumerate(likenesses)]


def find(profiles: list[Profile]) -> list[tuple[int, int]]:
    return sorted(find_translated(profiles, list(combinations(range(len(profiles)), 2))))


def test_claims_of_a_translation_meet_even_where_one_is_less_alike() -> None:
    assert find(make_two(0.9, 0.8, 0.7, 0.3)) == [(0, 4), (1, 5), (2, 6), (3, 7)]


@pytest.mark.parametrize("likenesses", [(0.9, 0.8), (0.9, 0.1, 0.1, 0.1), (0.3, 0.3, 0.3, 0.3)])
def test_a_few_near_sentences_make_no_translation(likenesses: tuple[float, ...]) -> None:
    assert find(make_two(*likenesses)) == []


def test_less_is_enough_in_a_language_that_the_encoder_was_not_trained_on() -> None:
    profiles = make_two(0.3, 0.3, 0.3, 0.3)
    foreign = [replace(profile, language={"fr": "uk"}.get(profile.language, "en")) for profile in profiles]
    assert find(foreign) == [(0, 4), (1, 5), (2, 6), (3, 7)]


def test_of_two_articles_the_nearer_is_the_translation() -> None:
    profiles = make_two(0.9, 0.8, 0.7)
    other = [
        replace(profile, claim=replace(profile.claim, article="c"), sentence=0.6 * profile.sentence)
        for profile in profiles[3:]
        if profile.sentence is not None
    ]
    assert find([*profiles, *other]) == [(0, 3), (1, 4), (2, 5)]


def test_what_crosses_the_order_of_the_others_has_to_be_sure() -> None:
    directions = range(8)
    one = [make_profile("a", n, n, 1.0) for n in directions]
    moved = [make_profile("b", n, (n + 1) % 8, 0.9 if n < 7 else 0.3) for n in directions]
    assert (0, 15) not in find(one + moved)
    sure = [make_profile("b", n, (n + 1) % 8, 0.9) for n in directions]
    assert (0, 15) in find(one + sure)


def test_a_sentence_is_no_translation_of_one_many_times_its_length() -> None:
    profiles = make_two(0.9, 0.8, 0.7)
    profiles[5] = make_profile("b", 2, 2, 0.7, length=200)
    assert find(profiles) == [(0, 3), (1, 4)]


def test_two_articles_of_one_language_are_left_to_wording() -> None:
    assert find([replace(profile, language="en") for profile in make_two(0.9, 0.8, 0.7)]) == []


def test_nothing_is_compared_without_candidates_or_vectors() -> None:
    profiles = make_two(0.9, 0.8, 0.7)
    assert find_translated(profiles, []) == {}
    assert find([replace(profile, sentence=None) for profile in profiles]) == []
