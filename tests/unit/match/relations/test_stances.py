"""How sure and by whom: plans and facts, hedges, denials, what is not disclosed."""

import pytest

BOUGHT = "The Orlin brewery bought the Selmar dairy works."


def relate(variant):
    return [(reading.value, reading.relation) for reading in variant.readings]


@pytest.mark.parametrize(
    ("plan", "modality"),
    [
        ("The Orlin brewery plans to buy the Selmar dairy works.", "planned"),
        ("The Orlin brewery may buy the Selmar dairy works.", "possible"),
    ],
)
def test_planned_here_happened_there(texts, plan, modality):
    variant = texts(BOUGHT, plan).compare("modality")
    assert relate(variant) == [(modality, "reference"), ("happened", "update")]
    assert texts(BOUGHT, plan).compare("quantity") is None


def test_two_plans_are_no_variant(texts):
    plan = "The Orlin brewery plans to buy the Selmar dairy works."
    assert texts(plan, plan).compare("modality") is None


def test_a_hedge_here_none_there(texts):
    variant = texts("The Orlin brewery reportedly bought the Selmar dairy works.", BOUGHT).compare("hedge")
    assert relate(variant) == [("reportedly", "reference"), ("no hedge", "unsure")]


def test_hedged_everywhere_is_no_variant(texts):
    hedged = "The Orlin brewery reportedly bought the Selmar dairy works."
    assert texts(hedged, hedged).compare("hedge") is None


def test_the_same_words_with_a_negation_deny(texts):
    variant = texts(BOUGHT, "The Orlin brewery has not bought the Selmar dairy works.").compare("stance")
    assert relate(variant) == [("asserts", "reference"), ("denies", "contradiction")]
    assert variant.label == "contradiction"


def test_a_negation_of_something_else_denies_nothing(texts):
    other = "No fisherman of Selmar has ever gone without coffee in winter."
    assert texts(BOUGHT, other).compare("stance") is None


def test_a_denial_is_set_against_the_statement(texts):
    pile = texts(
        f"{BOUGHT[:-1]}, mayor Petra Holm said.", "Director Karl Dorn denied that the brewery bought the dairy works."
    )
    variant = pile.compare("stance")
    assert [r.relation for r in variant.readings] == ["reference", "contradiction"]
    assert variant.readings[1].value == "denies"
    text = next(a.text for a in pile.articles if a.id == "b")
    assert "denied" in variant.readings[1].span.of(text)


def test_denials_alone_have_nothing_to_stand_against(texts):
    denial = "Director Karl Dorn denied that the brewery bought the dairy works."
    assert texts(denial, denial).compare("stance") is None


def test_confirmed_in_one_sentence_and_undisclosed_by_the_next(texts):
    pile = texts(
        "Mayor Petra Holm confirmed that the Orlin brewery bought the Selmar dairy works. "
        "This information has not been publicly announced by the city."
    )
    assert pile.is_joined("bought the Selmar dairy", "publicly announced")
    assert relate(pile.compare("stance")) == [("confirms", "reference"), ("not disclosed", "contradiction")]


def test_what_another_sentence_withholds_is_not_taken_up(texts):
    pile = texts(
        "Mayor Petra Holm confirmed that the Orlin brewery bought the Selmar dairy works. The choir sang. "
        "The names of the cooks have not been publicly announced by the city."
    )
    assert not pile.is_joined("bought the Selmar dairy", "publicly announced")


def test_one_claim_alone_varies_in_nothing(texts):
    pile = texts(BOUGHT)
    assert all(pile.compare(kind) is None for kind in ("quantity", "moment", "place", "modality", "stance", "hedge"))


def test_a_hedge_beside_the_verb_of_saying(texts):
    words = "“The Orlin dairy buys its milk in Selmar and sells no cheese,”"
    variant = texts(f"{words} the board reportedly said.", f"{words} the board explained.").compare("hedge")
    assert relate(variant) == [("reportedly", "reference"), ("no hedge", "unsure")]
    pile = texts(f"{words} the board reportedly said.", f"{words} the board explained.")
    assert [r.span.of(a.text) for r, a in zip(variant.readings, pile.articles, strict=True)][1] == "the board explained"


def test_a_negation_beside_another_number_denies_nothing(texts):
    pile = texts("The flood killed 5 people.", "The flood killed 900 people who were never found.")
    assert pile.compare("stance") is None
