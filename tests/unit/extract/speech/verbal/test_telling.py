"""Whether a verb tells something."""

import pytest

from stemma.extract import find_attributions


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lind promised to open the lock.", "open the lock"),
        ("Both vowed to be stricter.", "be stricter"),
        ("The suit claims that Lind sold the dam.", "Lind sold the dam"),
        ("The bridge was old and rusty, the Elm Post reports.", "The bridge was old and rusty"),
        ("The lock is shut, the Lamp found.", "The lock is shut"),
        ("“This is the one shot we have,” Lind said.", "“This is the one shot we have,”"),
        ("Lind told the Post he’d sell the dam.", "he’d sell the dam"),
        ("Ruiz is telling a crowd in Elm, Ohio, on the last day that the dam is safe.", "the dam is safe"),
        ("A poll of the county released on Sunday found that few have boats.", "few have boats"),
        ("An Elm College poll released Sunday showed Lind taking a lead.", "Lind taking a lead"),
        ("Members backing the dam have said they will stay.", "they will stay"),
        ("Ruiz, who was speaking in Elm, did not mention Lind, but told guides that the dam is old.", "the dam is old"),
        ("Ruiz has said for weeks he’s the only guide here.", "he’s the only guide here"),
        ("However, as the Lamp has reported, locks that leak were sold.", "locks that leak were sold"),
        ("Asked during a talk in Elm why the dam broke, Ruiz left.", "why the dam broke"),
        ("He told voters that if the dam were a boat, he would sell it.", "if the dam were a boat, he would sell it"),
        ("The storm led many to say that the dam is old.", "the dam is old"),
        ("He is right to note that the dam is old.", "the dam is old"),
        ("The dam broke, according to early reports.", "The dam broke"),
        ("Lind explained to the paper why the dam broke.", "why the dam broke"),
        ("Ruiz said — on the radio, as it happens — that the dam broke.", "the dam broke"),
        ("Lind insisted that, with the dam gone, there is no hope.", "with the dam gone, there is no hope"),
    ],
)
def test_what_is_told(text: str, content: str) -> None:
    assert content in [a.content.text.lstrip(", ") for a in find_attributions(text, "en")]


@pytest.mark.parametrize(
    "text",
    ["People briefed on the talks left.", "The storm led Lind to the dam.", "She posted a new picture of the dam."],
)
def test_nothing_is_told(text: str) -> None:
    assert not find_attributions(text, "en")
