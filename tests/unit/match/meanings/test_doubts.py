"""Which claims need a vector: of few words, in a pair that is in doubt, each the other's likeliest."""

from collections.abc import Callable
from typing import Any

import pytest

from stemma.match.meanings.doubts import are_words_enough, find_doubtful

SHORT, LONG = "The deal may be signed soon.", "The Selmar ferry company said its old harbour crane fell on three boats."
MANY = (
    "The old mill burned down in May. Rain kept most carters home. A thrush sang at the quay. Bread grew dear. "
    "The mayor left the town hall. Three boats sank in the storm. The bridge was shut for repairs."
)


@pytest.mark.parametrize(("score", "doubtful"), [(0.5, True), (0.2, False), (0.8, False)])
def test_a_pair_is_in_doubt_where_its_words_leave_it_open(
    texts: Callable[..., Any], score: float, doubtful: bool
) -> None:
    profiles = texts(SHORT, SHORT).make_profiles()
    assert find_doubtful(profiles, {(0, 1): score}) == ({0, 1} if doubtful else set())


def test_many_words_tell_enough(texts: Callable[..., Any]) -> None:
    assert find_doubtful(texts(LONG, LONG).make_profiles(), {(0, 1): 0.5}) == set()


def test_only_the_likeliest_of_an_article_counts(texts: Callable[..., Any]) -> None:
    profiles = texts(SHORT, f"{SHORT} The boats left at dawn.").make_profiles()
    assert find_doubtful(profiles, {(0, 1): 0.9, (0, 2): 0.5}) == set()


def test_words_are_enough_for_full_articles_in_one_language(
    texts: Callable[..., Any], article: Callable[..., Any]
) -> None:
    assert are_words_enough(texts(MANY, MANY).make_profiles())
    assert not are_words_enough(texts(SHORT, SHORT).make_profiles())
