"""Distance and direction from a place."""

import pytest

LIES = "The Orlin mine caved in {} Lisbon."


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("40 kilometres south of", "25 miles south of the city of", "same"),
        ("40 kilometres south of", "40 kilometres west of the city of", "contradiction"),
        ("40 kilometres south of", "40 km south-west of", "rounding"),
        ("40 kilometres south of", "90 kilometres west of", "unsure"),
    ],
)
def test_directions(texts, one, other, relation):
    variant = texts(LIES.format(one), LIES.format(other)).compare("place", "seen from Lisbon")
    assert [reading.relation for reading in variant.readings] == ["reference", relation]


def test_another_place_is_another_direction(texts):
    pile = texts(LIES.format("40 kilometres south of"), "The Orlin mine caved in 40 kilometres west of Porto.")
    assert pile.compare("place", "seen from") is None
