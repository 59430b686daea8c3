"""Parts of countries by the compass."""

import pytest

from stemma.find import find_regions
from stemma.lang import find_language

ENGLISH = find_language("en")


def read(text, language=ENGLISH):
    return [(place.text, place.region, place.country) for place in find_regions(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fell on the southern regions of Peru.", ("southern regions of Peru", "south", "PE")),
        ("Rain fell on Chile's north-eastern regions.", ("Chile's north-eastern regions", "north-east", "CL")),
        ("South-western regions of Peru flooded.", ("South-western regions of Peru", "south-west", "PE")),
        ("Rain fell on the northern regions.", ("northern regions", "north", None)),
    ],
)
def test_direction_and_country(text, expected):
    assert read(text) == [expected]


def test_the_country_is_the_one_named_last():
    text = "Chile sent boats to Portugal. Rain fell on the eastern part of the country."
    assert read(text) == [("eastern part of the country", "east", "PT")]


def test_the_home_of_a_medium_is_not_the_country():
    text = "In Chile, Portuguese newspaper Lumo wrote that rain fell on the eastern part of the country."
    assert read(text) == [("eastern part of the country", "east", "CL")]


def test_a_country_in_the_next_line_owns_nothing():
    assert read("Rain fell on the eastern part\nPeru won") == [("eastern part", "east", None)]


def test_indonesian_order_of_words():
    found = read("Hujan turun di wilayah barat daya Peru.", find_language("id"))
    assert found == [("wilayah barat daya Peru", "south-west", "PE")]


@pytest.mark.parametrize("text", ["The northern lights shone.", "The Northern Region Choir sang.", "They went south."])
def test_a_direction_alone_is_no_region(text):
    assert read(text) == []


def test_an_unknown_language_has_none():
    assert read("Rain fell on the southern regions of Peru.", None) == []


def test_every_span_equals_its_text_and_bears_its_direction_as_name():
    text = "Peru's northern regions and the southern part of Chile; the eastern regions, too."
    found = find_regions(text, ENGLISH)
    assert [place.span.of(text) for place in found] == [place.text for place in found]
    assert [place.name for place in found] == [place.region for place in found] == ["north", "south", "east"]
