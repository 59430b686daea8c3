"""Where two accounts tell a thing among what both tell."""

import pytest

from stemma.match.accounts.order import Order
from stemma.match.profiles import Profile
from stemma.model import Claim, Span


def make_profile(article: str, place: int, headline: bool = False) -> Profile:
    span = Span(10 * place, 10 * place + 5)
    claim = Claim(id=f"{article}{place}", article=article, span=span, text="told", sentence=span)
    return Profile(
        claim=claim, language="en", weights={}, context={}, names={}, counts=(), vector=None, headline=headline
    )


def compare(here: str, there: str, one: str, other: str) -> float:
    """Two accounts as strings, in which a letter stands for what is told; a capital for a headline."""
    told = [("a", place, letter) for place, letter in enumerate(here)]
    told += [("b", place, letter) for place, letter in enumerate(there)]
    profiles = [make_profile(article, place, letter.isupper()) for article, place, letter in told]
    order = Order(profiles, {at: ord(letter.lower()) for at, (_, _, letter) in enumerate(told)})
    return order.compare(here.index(one), len(here) + there.index(other))


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("kxl", "kyl", 1.0),  # alone between the same two
        ("xkl", "ykl", 1.0),  # before all
        ("klx", "kly", 1.0),  # behind all
        ("kxml", "kyl", 0.5),  # one of two between them
        ("kxl", "kly", 0.0),  # elsewhere
        ("xkl", "kly", 0.0),  # at the other end
        ("kx", "ky", 0.0),  # too little in common
        ("Kxl", "kyl", 0.0),  # a headline has no place
    ],
)
def test_places_among_what_both_tell(here, there, expected):
    assert compare(here, there, "x", "y") == expected


def test_a_headline_stands_nowhere():
    assert compare("Xkl", "ykl", "X", "y") == 0.0
