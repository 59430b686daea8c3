"""Opposites, other fates, other matters, other things of one number."""

import pytest

from stemma.match.clashes.meanings import (
    are_turned,
    do_fates_clash,
    do_matters_clash,
    do_opposites_clash,
    do_things_clash,
)


def compare(texts, clash, one, other):
    first, second = texts(one, other).make_profiles()
    assert clash(first, second) is clash(second, first)
    return clash(first, second)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The jury acquitted the Orlin miller of arson.", "A Velden court convicted the Orlin brewer of theft.", True),
        ("Velden sold its old chapel in May.", "Velden bought the old chapel in May.", True),
        ("All the climbers survived the Orlin storm.", "Two young climbers died after the Velden storm.", True),
        ("The climbers did not survive the Orlin storm.", "All the climbers died in the Orlin storm.", False),
        ("Velden sold its chapel and bought a mill.", "Velden bought the mill in May from Orlin.", False),
        ("Velden sold its old chapel in May.", "The old chapel was sold by Velden.", False),
    ],
)
def test_opposites(texts, one, other, expected):
    assert compare(texts, do_opposites_clash, one, other) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The jury acquitted the Orlin miller of arson.", "The jury convicted the Orlin miller of arson.", True),
        ("The jury acquitted the Orlin miller of arson.", "The jury convicted the Orlin brewer of theft.", False),
        (
            "On 3 May the jury acquitted the miller of arson.",
            "On 4 June the jury convicted the miller of arson.",
            False,
        ),
        ("The jury acquitted the Orlin miller of arson.", "The jury convicted the Velden miller of arson.", False),
        ("The Orlin bridge opened for lorries.", "The Orlin bridge closed for lorries.", False),
        ("Sales of Orlin beer rose by 4 percent.", "Sales of Orlin beer fell by 4 percent.", True),
    ],
)
def test_one_thing_turned_into_its_opposite(texts, one, other, expected):
    assert compare(texts, are_turned, one, other) is expected
    assert not expected or not compare(texts, do_opposites_clash, one, other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Seven sailors drowned near Orlin.", "Seven sailors were rescued near Orlin.", True),
        ("Seven sailors drowned near Orlin.", "Seven sailors died near Orlin.", False),
        ("Seven sailors drowned near Orlin.", "Two boats rescued the Orlin crew.", False),
    ],
)
def test_fates_of_as_many(texts, one, other, expected):
    assert compare(texts, do_fates_clash, one, other) is expected


def test_a_profit_is_no_fine(texts):
    profit = "The Orlin brewery made a profit of 6 million crowns."
    assert compare(texts, do_matters_clash, profit, "The Orlin brewery paid fines of 6 million crowns.")
    assert not compare(texts, do_matters_clash, profit, "The Orlin brewery earned 6 million crowns.")
    assert not compare(texts, do_matters_clash, profit, "The Orlin brewery has 6 million crowns.")


def test_as_many_of_another_thing(texts):
    people = "The Orlin barge carried 80 people to Velden."
    assert compare(texts, do_things_clash, people, "The Orlin barge carried 80 barrels to Velden.")
    assert not compare(texts, do_things_clash, people, "The Orlin barge carried 80 passengers to Velden.")
    assert not compare(texts, do_things_clash, people, "The Orlin barge carried 90 barrels to Velden.")


def test_other_languages_take_part_through_their_glosses(article, pile):
    pair = (
        article("a", "Die Brauerei Orlin verkaufte im Mai die Mühle.", language="de"),
        article("b", "La cervecería Orlin compró en mayo el molino.", language="es"),
    )
    assert do_opposites_clash(*pile(*pair).make_profiles())
