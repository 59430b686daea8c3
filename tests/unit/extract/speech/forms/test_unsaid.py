"""What looks like a saying and is none."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def read(text: str) -> list[tuple[str, str]]:
    return [(a.cue.text, a.stance) for a in find_attributions(text, find_language("en"))]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry withdrew its troops from the valley.",
        "The council is withdrawing the tax on boats.",
        "The gallery showed a picture of the barge.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert read(text) == []


def test_a_claim_is_taken_back() -> None:
    assert ("withdrew", "retracts") in read("The army withdrew its claim that the weir had been blown up.")


def test_what_was_not_heard_of_is_not_the_quotation_before_it() -> None:
    text = "Jo Lee said, “We raised our hands to show we have no weapons.” Lee had not heard of the Orlin protests."
    assert read(text) == [("said", "asserts")]


@pytest.mark.parametrize("text", ["The storm claimed 13 lives.", "The slide has claimed the lives of four hikers."])
def test_what_is_taken_is_not_said(text: str) -> None:
    assert read(text) == []


def test_what_is_claimed_of_lives_is_said() -> None:
    assert read("He claimed lives were lost in the storm.") == [("claimed", "asserts")]


def test_what_an_earlier_version_said_is_taken_back() -> None:
    text = "Correction: an earlier version of this article said the weir had burst; in fact it held."
    (found,) = find_attributions(text, find_language("en"))
    assert (found.stance, found.source.name, found.content.text) == ("retracts", "", "the weir had burst")
