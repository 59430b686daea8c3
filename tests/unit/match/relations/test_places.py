"""Places side by side: towns, and parts of countries."""

import pytest

PART = "part of the country: "
FLOODS = "Floods hit {} and cut the railway line."


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("Bolivia's southwestern regions", "Bolivia's southwestern regions", "same"),
        ("Bolivia's southwestern regions", "Peru's southwestern regions", "contradiction"),
        ("Bolivia's southwestern regions", "Bolivia's northern regions", "unsure"),
    ],
)
def test_parts_of_countries(texts, one, other, label):
    variant = texts(FLOODS.format(one), FLOODS.format(other)).compare("place", PART)
    assert variant.label == label


def test_the_country_is_named_by_its_code(texts):
    variant = texts(FLOODS.format("Bolivia's southwestern regions"), FLOODS.format("Peru's southwestern regions"))
    assert [r.value[-2:] for r in variant.compare("place", PART).readings] == ["BO", "PE"]


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [("Lisbon", "Lisbon", "same"), ("Lisbon", "Porto", "unsure"), ("Lisbon", "Portugal", "same")],
)
def test_towns(texts, one, other, label):
    sentence = "The tile ship ran aground near {} with its cargo."
    assert texts(sentence.format(one), sentence.format(other)).compare("place").label == label


def test_one_article_alone_varies_no_place(texts):
    assert texts(f"{FLOODS.format('Lisbon')} {FLOODS.format('Porto')}").compare("place") is None


def test_what_several_named_parts_share_is_the_same(texts):
    north, south = "Peru's northern regions", "Peru's southern regions"
    variant = texts(FLOODS.format(north), FLOODS.format(f"{south} and {north}")).compare("place", PART)
    assert [reading.relation for reading in variant.readings] == ["reference", "same"]


def test_places_told_in_other_words_are_not_compared(texts):
    pile = texts(
        "A ferry sank off Lisbon with forty sheep.", "The owner of the ferry that sank came from Porto by car."
    )
    assert pile.compare("place") is None
