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


def test_the_count_of_a_headline_is_no_part(article, pile):
    titles = {"a": "Ferry fire in Selmar harbour: two dead, six injured", "b": "Two dead, seven injured in ferry fire"}
    bodies = {"a": "Among the seven injured is a boy who was taken ashore.", "b": "A ferry burned in Selmar harbour."}
    found = pile(*(article(n, f"{titles[n]}\n{bodies[n]}", title=titles[n], published=EARLY) for n in titles))
    readings = found.compare("quantity", "injured").readings
    assert {r.value for r in readings} >= {"six", "seven"}


def test_one_of_four_is_a_part_of_them(texts):
    fire = "A sailor was one of four people injured in the ferry fire in Selmar harbour."
    assert label(texts(fire, FIRE.format("four people"), days=(EARLY, LATE))) == "same"


@pytest.mark.parametrize(("death", "expected"), [("", "update"), (" Two men died.", None)])
def test_who_was_shot_was_injured_where_nobody_died(texts, death, expected):
    pile = texts(
        f"At the Selmar harbour market in Lowtown three people were shot on Friday night.{death}",
        "At the Selmar harbour market in Lowtown four people were injured on Friday night.",
        days=(EARLY, LATE),
    )
    assert label(pile) == expected


def test_all_who_were_shot_are_the_dead_and_the_wounded(texts):
    pile = texts(
        "Three people were killed and two were injured in the Selmar mill.",
        "All five people who were injured in the Selmar mill were taken away, and three people were killed.",
        days=(EARLY, LATE),
    )
    assert label(pile) in (None, "unsure")


def test_a_toll_with_the_one_who_did_it_contradicts_none_without(texts):
    pile = texts(
        "Four people were killed in Selmar harbour, including the gunman.",
        "Three people were killed in Selmar harbour.",
        days=(EARLY, LATE),
    )
    assert pile.compare("quantity", "killed").label == "unsure"


def test_all_who_were_shot_are_the_wounded_and_the_one_who_died(texts):
    pile = texts(
        "One sailor was killed and six were injured in a shooting in Selmar harbour.",
        "Seven people were shot in Selmar harbour.",
        days=(EARLY, LATE),
    )
    assert label(pile) in (None, "unsure")


def test_two_numbers_that_both_texts_give_replace_nothing(texts):
    text = "The Selmar ferry carries 40 guests in cabins or 90 guests on deck."
    labels = {v.label for v in texts(text, text, days=(EARLY, LATE)).find_variants("quantity")}
    assert labels <= {"same"}
