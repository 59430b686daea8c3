"""Which counts of people are a toll, and which only a part of one."""

import pytest

EARLY, LATE = "2024-05-02", "2024-05-03"
FIRE = "A ferry fire in Selmar harbour injured {}."


def label(pile):
    variant = pile.compare("quantity", "injured")
    return variant.label if variant else None


def test_a_part_contradicts_no_whole(texts):
    whole = FIRE.format("eight people")
    pile = texts(
        whole,
        f"{whole} Of the eight people injured on the ferry, three sailors were badly injured.",
        days=(EARLY, LATE),
    )
    assert label(pile) == "same"


def test_somebody_without_a_number_is_no_toll(texts):
    pile = texts(FIRE.format("eight people"), FIRE.format("a sailor"), days=(EARLY, LATE))
    assert label(pile) is None


def test_one_of_several_contradicts_nothing(texts):
    pile = texts(FIRE.format("eight people"), FIRE.format("one sailor"), days=(EARLY, LATE))
    assert label(pile) == "unsure"


def test_fewer_are_injured_when_some_have_died(texts):
    pile = texts(
        FIRE.format("eight people"),
        "A ferry fire in Selmar harbour killed two and injured six people.",
        days=(EARLY, LATE),
    )
    assert label(pile) == "update"


@pytest.mark.parametrize("year", ["In 1998", "In May 2003"])
def test_a_toll_of_another_year_contradicts_nothing(texts, year):
    pile = texts(
        f"{year} a ferry fire in Selmar harbour injured 60 people.", FIRE.format("eight people"), days=(EARLY, LATE)
    )
    assert label(pile) == "unsure"


def test_a_toll_of_years_ago_is_no_whole_of_which_todays_is_a_part(texts):
    past = "In 1998 a ferry fire in Selmar harbour injured ninety people."
    pile = texts(f"{FIRE.format('eight people')} {past}", f"{FIRE.format('nine people')} {past}", days=(EARLY, LATE))
    values = {r.value for v in pile.find_variants("quantity") for r in v.readings}
    assert {"eight people", "nine people"} <= values
