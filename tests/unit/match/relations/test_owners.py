"""Whose number is it? Figures of two owners, matters or years are not held against each other."""

import pytest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orlin Foods had revenue of $26 billion last year.", "Selmar Steel had revenue of $90 billion last year."),
        ("The mayor, Jon Ash, 34, opened the Selmar fair.", "The singer, Mia Holt, 61, opened the Selmar fair."),
        ("The Selmar fire killed his wife and two sons.", "The Selmar fire killed two sons."),
        ("No guard was injured in Selmar.", "Two guards were injured in Selmar."),
        ("Police arrested four men in Selmar.", "Police arrested the three other men in Selmar."),
        ("Police arrested four men in Selmar.", "Police arrested one of the men in Selmar."),
        ("The Orlin mill dismissed 900 workers.", "The Orlin mill dismissed 400 workers in 1993."),
        ("The Selmar camp takes 200 soldiers.", "The Selmar camp lost three soldiers in the fog."),
        ("Mia Holt fired four shots at the mayor.", "Jon Ash fired 18 shots at the mayor."),
        ("The mayor, Jon Ash, 34, opened the Selmar fair.", "His mother, Mia Ash, 61, opened the Selmar fair."),
        ("A shooting in Selmar killed two guards.", "Seven guards were killed in three shootings in Selmar."),
        ("A quake on Sunday killed five in Selmar.", "A quake in March killed seven in Selmar."),
        ("The ferry takes 300 people or 40 cars.", "The ferry takes 40 people or 300 cars."),
    ],
)
def test_counts_of_two_things_are_not_compared(texts, one, other):
    found = texts(one, other, days=("2024-05-02", "2024-05-02")).find_variants("quantity")
    assert all(variant.label == "same" for variant in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orlin Foods had revenue of $26 billion last year.", "Last year Orlin Foods made revenue of $29 billion."),
        ("The mayor, Jon Ash, 34, opened the Selmar fair.", "The 43-year-old Jon Ash opened the Selmar fair."),
        (
            "The fair in Selmar drew six nations and 200 singers.",
            "The fair in Selmar drew five nations and 200 singers.",
        ),
    ],
)
def test_counts_of_one_thing_are(texts, one, other):
    labels = {variant.label for variant in texts(one, other).find_variants("quantity")}
    assert labels - {"same"}


def test_the_rest_is_compared_among_itself(texts):
    pile = texts(
        "Police arrested four men in Selmar.",
        "Police arrested four men in Selmar in 1993.",
        "Police arrested seven men in Selmar in 1993.",
    )
    assert all("2024" not in variant.explanation for variant in pile.find_variants("quantity"))
