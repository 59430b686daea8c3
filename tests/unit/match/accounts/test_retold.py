"""Two wordings that no article holds both of are one fact, if the rest of their articles is the same."""

from collections.abc import Sequence

import pytest

from stemma.match.accounts import retold
from stemma.match.accounts.retold import join_retold
from stemma.match.meanings.vectors import Meanings
from stemma.match.profiles import Profile
from stemma.model import Claim, Moment, Quantity, Span

Told = tuple[str, str]  # article, words


def make_profile(number: int, article: str, text: str, headline: bool = False) -> Profile:
    """A claim that shares no word and no vector with any other, and whose numbers are counts or times."""
    span = Span(10 * number, 10 * number + len(text))
    counts = [
        Quantity(span=span, text=word, low=float(word), best=float(word), high=float(word), unit=None)
        for word in text.split()
        if word.isdigit()
    ]
    moments = [Moment(span=span, text=word, value=f"T{word}") for word in text.split() if ":" in word]
    claim = Claim(
        id=str(number),
        article=article,
        span=span,
        text=text,
        sentence=span,
        quantities=tuple(counts),
        moments=tuple(moments),
    )
    return Profile(
        claim=claim,
        language="en",
        weights={},
        context={},
        names={},
        counts=claim.quantities,
        vector=None,
        headline=headline,
    )


@pytest.fixture
def join():
    """The groups of those claims that are more than one, as sets of their words; equal words are one at the outset."""

    def run(*told: Told, near: Sequence[tuple[int, int]] = (), headlines: Sequence[int] = ()) -> set[frozenset[str]]:
        profiles = [make_profile(at, article, text, at in headlines) for at, (article, text) in enumerate(told)]
        words = sorted({text for _, text in told})
        groups = [[at for at, (_, text) in enumerate(told) if text == word] for word in words]
        joined = join_retold(groups, near, Meanings(profiles, "none")).groups
        assert sorted(at for group in joined for at in group) == list(range(len(told)))
        return {frozenset(told[at][1] for at in group) for group in joined}

    return run


REST = [("a", "the mill burned"), ("b", "the mill burned"), ("a", "rain came"), ("b", "rain came")]


def test_one_figure_in_accounts_that_share_the_rest_is_one_fact(join):
    assert frozenset({"127 goats strayed", "127 beasts left"}) in join(
        *REST, ("a", "127 goats strayed"), ("b", "127 beasts left")
    )


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("128 goats strayed", "127 beasts left"),  # another figure
        ("goats strayed", "127 beasts left"),  # none
        ("100 goats strayed", "100 beasts left"),  # one that is told of anything
        ("2 goats strayed", "2 beasts left"),
    ],
)
def test_without_a_telling_figure_wordings_that_share_nothing_stay_apart(here, there, join):
    assert frozenset({here, there}) not in join(("b", there), *REST, ("a", here), near=[(0, 5)])


def test_a_figure_that_is_told_of_anything_tells_more_in_the_same_place(join):
    here, there = "20 goats strayed", "20 beasts left"
    assert frozenset({here, there}) in join(*REST, ("a", here), ("b", there))
    assert frozenset({here, there}) not in join(("b", there), *REST, ("a", here))


def test_of_two_that_would_do_neither_is_taken(join):
    here, there, rival = "3 goats strayed", "3 beasts left", "3 sheep gone"
    assert frozenset({here, there}) in join(*REST, ("a", here), ("b", there))
    assert not any(len(group) > 1 for group in join(*REST, ("a", here), ("b", there), ("b", rival)))


def test_an_article_that_holds_both_keeps_them_apart(join):
    here, there = "127 goats strayed", "127 beasts left"
    assert frozenset({here, there}) not in join(*REST, ("a", here), ("b", there), ("a", there))


def test_a_headline_does_not_keep_its_lead_apart(join):
    told = [("c", "127 gone"), *REST, ("a", "127 goats strayed"), ("b", "127 beasts left"), ("a", "127 beasts left")]
    here, there = "127 goats strayed", "127 beasts left"
    assert any({here, there} <= group for group in join(*told, headlines=[7]))


def test_a_time_of_day_is_a_figure(join):
    here, there = "the bell rang at 06:17", "people woke at 06:17"
    assert frozenset({here, there}) in join(*REST, ("a", here), ("b", there))


def test_accounts_that_share_nothing_else_need_more(join):
    told = [("a", "x"), ("b", "y"), ("a", "v"), ("b", "w"), ("a", "14 goats strayed"), ("b", "14 beasts left")]
    assert frozenset({"14 goats strayed", "14 beasts left"}) not in join(*told)


def test_in_a_large_pile_nothing_is_joined(join, monkeypatch):
    monkeypatch.setattr(retold, "MOST_CLAIMS", 3)
    here, there = "127 goats strayed", "127 beasts left"
    assert frozenset({here, there}) not in join(*REST, ("a", here), ("b", there))


def test_groups_that_may_tell_one_fact_and_stay_apart_are_near(monkeypatch):
    told = [*REST, ("a", "127 goats strayed"), ("b", "127 beasts left")]
    profiles = [make_profile(at, article, text) for at, (article, text) in enumerate(told)]
    monkeypatch.setattr(retold, "JOIN_BLIND", 1.0)
    assert join_retold([[0, 1], [2, 3], [4], [5]], (), Meanings(profiles, "none")).near == [(4, 5)]


def test_accounts_that_share_nothing_else_are_near_at_most():
    profiles = [make_profile(0, "a", "1449 goats strayed"), make_profile(1, "b", "1449 beasts left")]
    assert join_retold([[0], [1]], (), Meanings(profiles, "none")) == ([[0], [1]], [(0, 1)])
