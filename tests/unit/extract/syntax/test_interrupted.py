"""Clauses without quotation marks that their speaker interrupts."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def read(text: str, cue: str = "said") -> list[str]:
    found = [a for a in find_attributions(text, find_language("en")) if a.cue.text == cue]
    assert len(found) == 1, found
    return [span.of(text) for span in found[0].content.spans]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("If the weir fails", "the lower town must leave"),
        ("Despite the repairs", "the weir is close to its end"),
        ("The weir", "is close to its end"),
        ("There is a risk", "that the weir will fail"),
        ("The crew stayed", "because the weir might fail"),
        ("The crew knew the weir", "and had checked it twice"),
        ("It is her job", "to speak to the town"),
        ("That is why", "crews check the weir at night"),
    ],
)
def test_the_rest_of_a_clause_goes_on(left: str, right: str) -> None:
    assert read(f"{left}, Ana Ruiz said, {right}.") == [left, right]


def test_half_a_clause_goes_on_behind_an_adjunct() -> None:
    assert read("When the alarm rang, Ana Ruiz said in an interview, crews ran to the weir.")[-1] == (
        "crews ran to the weir"
    )


@pytest.mark.parametrize(
    "right",
    [
        "adding that crews were near",
        "who has worked there for years",
        "and Lind warned of rain",
        "a change from last year",
        "on Monday",
    ],
)
def test_what_follows_a_whole_clause_is_not_told(right: str) -> None:
    assert read(f"The weir will hold, Ana Ruiz said, {right}.") == ["The weir will hold"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("As Ana Ruiz noted, the weir was never safe.", "the weir was never safe"),
        ("But as Ana Ruiz noted in May, the weir was never safe.", "the weir was never safe"),
        ("The weir was never safe, as Ana Ruiz noted in a letter.", "The weir was never safe"),
        ("The weir was never safe, as Ana Ruiz noted.", "The weir was never safe"),
    ],
)
def test_a_clause_that_somebody_said_as_well(text: str, told: str) -> None:
    assert read(text, "noted") == [told]


def test_words_behind_the_hearer_go_on() -> None:
    text = "Instead, Ana Ruiz told her crew, the weir would be rebuilt."
    assert read(text, "told") == ["Instead", "the weir would be rebuilt"]


def test_a_lead_in_without_a_clause_is_not_told() -> None:
    text = "As the crowd waited at the weir, Ana Ruiz acknowledged a mistake."
    assert read(text, "acknowledged") == ["a mistake"]


def test_a_quotation_is_told_by_whom_it_is_likened_to() -> None:
    found = find_attributions("“The weir is a ruin,” as Ana Ruiz put it.", find_language("en"))
    assert [(a.source.text, a.content.text) for a in found] == [("Ana Ruiz", "“The weir is a ruin,”")]


def test_who_goes_on_speaking_tells_nothing_of_the_quotation_before() -> None:
    found = find_attributions("“Quiet,” she demanded, as Lind continued to talk.", find_language("en"))
    assert [(a.source.text, a.content.text) for a in found] == [("she", "“Quiet,”")]
