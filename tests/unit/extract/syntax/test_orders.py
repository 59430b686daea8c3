"""Verbs whose subject or object stands elsewhere, and impressions that nobody named has."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language
from stemma.model import Attribution


def read(text: str, cue: str) -> list[Attribution]:
    return [a for a in find_attributions(text, find_language("en")) if a.cue.text == cue]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("It is an arrangement the weir board has criticized.", "criticized", "the weir board", "an arrangement"),
        ("There is a plan the mayor opposes", "opposes", "the mayor", "a plan"),  # the text ends with the verb
        ("She is the woman whom Ruiz views as a rival.", "views", "Ruiz", "whom as a rival"),
        ("It is a plan that critics have likened to a wall of sand.", "likened", "critics", "that"),
    ],
)
def test_an_object_stands_before_its_subject(text: str, cue: str, source: str, content: str) -> None:
    (found,) = read(text, cue)
    assert (found.source.text, found.content.text) == (source, content)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Racking up a string of wins in regional contests, Ruiz led the race.", "contests"),
        ("It was the year in which divers had opposed the lock.", "which"),
        ("The crew kept any way they like.", "like"),
    ],
)
def test_nothing_is_told_without_an_object(text: str, cue: str) -> None:
    assert not read(text, cue)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The weir seems ready to break.", "seems", "The weir ready to break"),
        ("It appears that the weir broke.", "appears", "the weir broke"),
        ("The weir did not seem to be in danger.", "seem", "The weir to be in danger"),
    ],
)
def test_nobody_named_has_an_impression(text: str, cue: str, content: str) -> None:
    (found,) = read(text, cue)
    assert (found.source.text, found.content.text, found.stance) == ("", content, "asserts")


def test_places_and_cues_are_no_impressions() -> None:
    assert not read("Ruiz appeared at a rally in Arden on Monday.", "appeared")
    assert not read("Ruiz seemed to say the weir broke.", "seemed")


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The gates are widely seen as a danger to the town.", "seen", "The gates as a danger to the town"),
        ("Ruiz is known for her wit.", "known", "Ruiz for her wit"),
        ("Critics say the gates will be unveiled in May.", "unveiled", "the gates in May"),
    ],
)
def test_what_nobody_named_takes_it_for(text: str, cue: str, content: str) -> None:
    (found,) = read(text, cue)
    assert (found.source.text, found.content.text) == ("", content)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Asked whether the weir would hold, Ruiz left.", "", "the weir would hold"),
        ("When asked by a reporter if it was “safe,” Ruiz left.", "a reporter", "if it was “safe,”"),
        ("Pressed about the cost of the gates, the board fell silent.", "", "about the cost of the gates"),
    ],
)
def test_what_somebody_was_asked(text: str, source: str, content: str) -> None:
    (found,) = [a for a in find_attributions(text, find_language("en")) if a.cue.text in ("Asked", "asked", "Pressed")]
    assert (found.source.text, found.content.text) == (source, content)
