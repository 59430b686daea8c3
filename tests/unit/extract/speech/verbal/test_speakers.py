"""Who speaks where more than a plain noun phrase stands before the verb."""

import pytest

from stemma.extract import find_attributions


def find_spoken(text: str) -> list[tuple[str, str]]:
    return [(a.source.text, a.content.text) for a in find_attributions(text, "en")]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The pilots who wrote to her on Friday say they are tired.",
            "The pilots who wrote to her on Friday",
            "they are tired",
        ),
        ("Ferries trying to dock here say they have no room.", "Ferries trying to dock", "they have no room"),
        (
            "Lind (who has two boats) said it is possible to cross.",
            "Lind (who has two boats)",
            "it is possible to cross",
        ),
        ("All but two said the council should meet.", "two", "the council should meet"),
        ("Yet some guides who left early, by bus or by boat, said he had waved.", "", "he had waved"),
        ("The bridge will be moved, a clerk close to him said.", "a clerk close to him", "The bridge will be moved"),
        ("The quay is shut, she and another guide said.", "she and another guide", "The quay is shut"),
        (
            "The plan “will not work, but is a step,” Ana Ruiz, head of ports, ferries, and locks, said on a call.",
            "Ana Ruiz, head of ports, ferries, and locks",
            "The plan “will not work, but is a step,”",
        ),
        ("Berg, a guide backing the dam, said he has spoken with the mayor.", "", "he has spoken with the mayor"),
        ("Berg, keeper of “The Lamp,” said he will leave.", "", "he will leave"),
        ("Harbour rights advocates said the ruling is late.", "Harbour rights advocates", "the ruling is late"),
        ("People familiar with her thinking say she will go.", "", "she will go"),
    ],
)
def test_a_speaker_may_be_described(text: str, source: str, content: str) -> None:
    found = find_spoken(text)
    assert content in [told for _, told in found]
    assert not source or (source, content) in found


@pytest.mark.parametrize(
    "text",
    [
        "Analysts expect the firm said to be for sale to fail.",
        "The claims that surfaced in Elm are old.",
        "The town hall, built in 1910, was sold on Monday.",
    ],
)
def test_no_speaker(text: str) -> None:
    assert not [source for source, _ in find_spoken(text) if source.startswith(("The claims", "The town"))]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Lind and allies said the dam would hold.", "Lind and allies"),
        ("The mayor and the council said the dam would hold.", "The mayor and the council"),
        ("But Rep. Todd Lind and Speaker Ana Berg said the dam would hold.", "Rep. Todd Lind and Speaker Ana Berg"),
        ("The dam has burst and the mayor said it would be mended.", "the mayor"),
    ],
)
def test_two_who_open_a_sentence_speak_together(text: str, source: str) -> None:
    assert find_spoken(text)[0][0] == source
