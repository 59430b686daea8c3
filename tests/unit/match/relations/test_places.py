"""Places side by side: towns, and parts of countries."""

import pytest

FLOODS = "Floods hit {} and cut the railway line."


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("Ukraine's southwestern regions", "Ukraine's southwestern regions", "same"),
        ("Ukraine's southwestern regions", "Poland's southwestern regions", "contradiction"),
        ("Ukraine's southwestern regions", "Ukraine's northern regions", "unsure"),
    ],
)
def test_parts_of_countries(texts, one, other, label):
    variant = texts(FLOODS.format(one), FLOODS.format(other)).compare("place")
    assert variant.explanation.startswith("part of the country: ")
    assert variant.label == label


def test_the_country_is_named_by_its_code(texts):
    variant = texts(FLOODS.format("Ukraine's southwestern regions"), FLOODS.format("Poland's southwestern regions"))
    assert [r.value[-2:] for r in variant.compare("place").readings] == ["UA", "PL"]


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [("Lisbon", "Lisbon", "same"), ("Lisbon", "Porto", "unsure"), ("Lisbon", "Portugal", "same")],
)
def test_towns(texts, one, other, label):
    sentence = "The tile ship ran aground near {} with its cargo."
    assert texts(sentence.format(one), sentence.format(other)).compare("place").label == label


def test_one_article_alone_varies_no_place(texts):
    assert texts(f"{FLOODS.format('Lisbon')} {FLOODS.format('Porto')}").compare("place") is None
