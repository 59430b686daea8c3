"""Writers and the media that they write in."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def chains(text: str) -> list[tuple[str, str | None]]:
    """(source, outer source) of every attribution."""
    found = find_attributions(text, find_language("en"))
    by_id = {a.id: a.source for a in found}
    return [(a.source.name, by_id[a.inside].name if a.inside else None) for a in found]


@pytest.mark.parametrize(
    ("text", "name", "outlet"),
    [
        ("The ferry line will close, Mia Lund wrote in the Halden Gazette.", "Mia Lund", "Halden Gazette"),
        ("“It closes,” wrote Politiken’s Mia Lund.", "Mia Lund", "Politiken"),
        ("A report in Politiken said it would close. Journalist Mia Lund says 20 jobs go.", "Mia Lund", "Politiken"),
        ("Mia Lund, a reporter for the Halden Gazette, said the line will close.", "Mia Lund", "Halden Gazette"),
    ],
)
def test_outlet_is_the_outer_voice(text: str, name: str, outlet: str) -> None:
    assert (name, outlet) in chains(text)


def test_nobody_is_housed_by_a_medium_merely_named() -> None:
    text = "The Halden Gazette moved to Oslo. Mayor Mia Lund said the line will close."
    assert ("Mia Lund", None) in chains(text)


def test_citing_goes_inside_who_says() -> None:
    text = "Mia Holst wrote about it. Citing captains at the line, Holst says the owner has known."
    assert ("captains at the line", "Mia Holst") in chains(text)
