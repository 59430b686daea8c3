"""What a word of plan or possibility speaks of."""

import pytest

from stemma.match.relations.details import Context
from stemma.match.relations.scopes.plans import is_done_elsewhere

BOUGHT = "The Orlin brewery bought the Selmar dairy works."


def relate(variant):
    return variant and [(reading.value, reading.relation) for reading in variant.readings]


@pytest.mark.parametrize(
    "plan",
    [
        "The Orlin brewery will probably buy the Selmar dairy works.",
        "The Selmar dairy works are to be bought by the Orlin brewery.",
        "The Orlin brewery could soon have bought the Selmar dairy works.",
    ],
)
def test_the_verb_behind_a_plan_is_told_as_done(texts, plan):
    assert relate(texts(BOUGHT, plan).compare("modality"))[-1] == ("happened", "update")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Selmar dairy works would please the Orlin brewery.", BOUGHT),  # another verb
        (
            "The Orlin brewery will buy the Selmar dairy works.",
            "The Orlin brewery wants to buy the Selmar dairy works.",
        ),
        ("The Orlin brewery will buy the Selmar dairy works.", "The Orlin brewery is proud of the Selmar dairy works."),
        ("If the Orlin brewery bought the Selmar dairy works, the town is glad.", BOUGHT),
        ("Anybody can buy the Selmar dairy works from the Orlin brewery.", BOUGHT),  # an ability
        (
            "The Selmar dairy works will be bought by the Orlin brewery.",
            "Orlin's brewery waits for Selmar dairy works to be bought.",
        ),
        ("The Orlin brewery will not buy the Selmar dairy works.", BOUGHT),
        ("The Orlin brewery will buy 5 dairy works in Selmar.", "The Orlin brewery bought 90 dairy works in Selmar."),
        (
            "The Orlin brewery will buy the Selmar works by 2031.",
            "Selmar works bought by 2031, the Orlin brewery has it.",
        ),
    ],
)
def test_what_is_planned_and_what_is_done_are_two_deeds(texts, one, other):
    assert texts(one, other).compare("modality") is None


def test_another_verb_before_the_same_object_tells_the_same_deed(texts):
    plan = "The soldiers were set to be integrated into a special Orlin battalion of carpenters, cooks and tailors."
    done = "The soldiers were assigned to a special Orlin battalion of carpenters, cooks and tailors."
    assert relate(texts(plan, done).compare("modality")) == [("planned", "reference"), ("happened", "update")]


@pytest.mark.parametrize(
    "doubtful",
    ["The Orlin brewery may have bought the Selmar dairy works.", "Perhaps the Orlin brewery bought the works."],
)
def test_a_text_that_leaves_it_open_says_nothing_outright(texts, doubtful):
    assert texts("The Orlin brewery reportedly bought the Selmar dairy works.", doubtful).compare("hedge") is None


def test_a_short_account_of_the_deed_needs_no_more_words_than_it_has(texts):
    pile = texts("The Selmar port plans to evacuate the harbour next month.", "The harbour has been evacuated.")
    assert relate(pile.compare("modality"))[-1] == ("happened", "update")


@pytest.mark.parametrize(("plan", "found"), [("will", False), ("plans to", True)])
def test_a_future_may_stand_in_the_present_in_another_language(article, pile, plan, found):
    """Dutch verbs do not show here whether they tell of the future; "plans to" is a plan in any language."""
    known = pile(
        article("a", f"Orlin Foods {plan} sell 4,300 Selmar lamps to Karno Steel in Ossary."),
        article("b", "Orlin Foods verkocht 4.300 Selmar lampen aan Karno Steel in Ossary.", language="nl"),
    )
    planned, done = sorted(known.matching.claims, key=lambda claim: claim.article)
    context = Context({a.id: a for a in known.articles}, {})
    assert is_done_elsewhere(planned, done, context) is found
