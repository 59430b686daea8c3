"""Counts side by side: same, rounded, grown, contradicted, or not to be told."""

import pytest

from stemma.match.relations.counts import find_step

FIRE = "A ferry fire in Selmar harbour killed {} people."
EARLY, LATE = "2024-05-02", "2024-05-03"


def relate(variant):
    return [(reading.value, reading.relation) for reading in variant.readings]


@pytest.mark.parametrize(
    ("one", "other", "days", "relation"),
    [
        ("12", "12", (EARLY, LATE), "same"),
        ("12", "about 12", (EARLY, LATE), "rounding"),
        ("12", "at least 10", (EARLY, LATE), "rounding"),
        ("at least 5", "24", (EARLY, LATE), "update"),
        ("12", "15", (EARLY, LATE), "update"),
        ("15", "12", (EARLY, LATE), "contradiction"),
        ("12", "15", (EARLY, EARLY), "unsure"),
        ("12", "15", (None, None), "unsure"),
        ("12", "15", (EARLY, None), "unsure"),
    ],
)
def test_a_running_toll(texts, one, other, days, relation):
    variant = texts(FIRE.format(one), FIRE.format(other), days=days).compare("quantity")
    assert [reading.relation for reading in variant.readings] == ["reference", relation]
    assert variant.label == relation


def test_a_toll_read_in_either_order_grows(texts):
    variant = texts(FIRE.format("15"), FIRE.format("12"), days=(LATE, EARLY)).compare("quantity")
    assert relate(variant) == [("12 people", "reference"), ("15 people", "update")]


def test_one_article_that_gives_two_tolls_contradicts_itself(texts):
    found = texts(f"{FIRE.format('12')} {FIRE.format('15')}")
    assert found.compare("quantity").label == "contradiction"


@pytest.mark.parametrize(
    ("one", "other"),
    [("10 kilometres", "six miles"), ("2 hours", "120 minutes"), ("3 tonnes", "3,000 kilograms")],
)
def test_two_units_of_one_measure_are_a_rounding(texts, one, other):
    sentence = "The Selmar divers hauled the old anchor {} over the sand."
    pile = texts(sentence.format(one), sentence.format(other))
    units = [q.unit for claim in pile.matching.claims for q in claim.quantities]
    if units[0] != units[1]:
        pytest.fail(f"{one} and {other} were read as {units}")
    assert pile.compare("quantity").label in ("rounding", "same")


def test_depths_in_two_units_are_joined_as_one(texts):
    pile = texts(
        "The quake struck at a depth of 10 kilometres below the town of Selmar.",
        "The quake struck at a depth of six miles below the town of Selmar.",
    )
    assert len(pile.groups) == 1
    assert relate(pile.compare("quantity")) == [("10 kilometres", "reference"), ("six miles", "rounding")]


def test_depths_far_apart_contradict(texts):
    pile = texts(
        "The quake struck at a depth of 10 kilometres below the town of Selmar.",
        "The quake struck at a depth of 40 kilometres below the town of Selmar.",
    )
    assert pile.compare("quantity").label == "contradiction"


def test_what_anything_may_have_is_never_a_contradiction(texts):
    pile = texts("The Selmar hall has 12 doors of heavy oak.", "The Selmar hall has 15 doors of heavy oak.")
    assert pile.compare("quantity").label == "unsure"


@pytest.mark.parametrize(
    ("told", "slots"),
    [
        (
            (
                "The siege of Selmar saw 104 shells.",
                "The siege of Selmar saw 104 blasts.",
                "The siege of Selmar saw 110 blasts.",
            ),
            1,
        ),
        (
            (
                "The siege of Selmar saw 10 shells.",
                "The siege of Selmar saw 10 blasts.",
                "The siege of Selmar saw 12 blasts.",
            ),
            2,
        ),
        (("Selmar lies 19 kilometres from the border.", "Selmar is 19 miles from the border."), 1),
        (("Selmar lies 19 kilometres from the border.", "Selmar is 70 kilometres from the border."), 1),
        (("The mill of Selmar held 359 people.", "The mill of Selmar held 362 workers."), 1),
        (("The mill of Selmar held 359 people.", "The mill of Selmar held 902 workers."), 2),
        (("The mill of Selmar held 359 people.", "The mill of Selmar held 362 looms."), 2),
        (("The mill of Selmar held 40 looms.", "The mill of Selmar held 40 percent."), 2),
        (("The fire of Selmar killed 14 people.", "The fire of Selmar injured 14 people."), 2),
    ],
)
def test_one_thing_counted_under_two_names_is_one_slot(texts, told, slots):
    assert len({v.explanation.split(":")[0] for v in texts(*told).find_variants("quantity")}) <= slots
    found = texts(*told).compare("quantity")
    assert (found is not None and len(found.readings) == len(told)) == (slots == 1)


def test_a_claim_with_both_counts_keeps_them_apart(texts):
    pile = texts(
        "The mill of Selmar held 359 workers and 359 looms.",
        "The mill of Selmar held 359 workers.",
        "The mill of Selmar held 362 looms.",
    )
    assert all(
        "looms" not in r.value or "looms" in v.readings[0].value
        for v in pile.find_variants("quantity")
        for r in v.readings
    )


def test_killed_and_injured_are_two_variants(texts):
    sentence = "A ferry fire in Selmar harbour killed {} sailors and injured {} passengers."
    pile = texts(sentence.format(3, 8), sentence.format(3, 9), days=(EARLY, LATE))
    labels = {v.explanation.split()[0]: v.label for v in pile.find_variants("quantity")}
    assert labels == {"killed": "same", "injured": "update"}


def test_undated_readings_refer_to_the_most_frequent(texts):
    variant = texts(FIRE.format("15"), FIRE.format("12"), FIRE.format("12")).compare("quantity")
    assert variant.readings[0].value == "12 people"


def test_a_sum_of_victims_meets_the_same_number_in_one_word(texts):
    pile = texts("A ferry fire in Selmar harbour killed two men and a woman.", FIRE.format("three"), days=(EARLY, LATE))
    assert relate(pile.compare("quantity")) == [("two men and a woman", "reference"), ("three people", "same")]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("about 360", "326", "contradiction"),
        ("about 360", "355", "rounding"),
        ("about 400", "370", "rounding"),
    ],
)
def test_a_rounded_number_is_near_in_its_own_steps(texts, one, other, relation):
    sentence = "The Orlin dairy had a revenue of {} million euros in the year of the flood."
    assert texts(sentence.format(one), sentence.format(other)).compare("quantity").label == relation


@pytest.mark.parametrize(("value", "step"), [(360, 10), (400, 100), (450, 50), (7, 1), (2.5, 0), (0, 0)])
def test_what_a_number_looks_rounded_to(value, step):
    assert find_step(value) == step


def test_counts_of_two_regions_are_not_compared(texts):
    sentence = "The quake in {} had a magnitude of {}."
    pile = texts(sentence.format("Peru's southern regions", "6.1"), sentence.format("Peru's northern regions", "7.2"))
    assert pile.compare("quantity") is None


def test_an_exact_count_of_the_first_day_stands_for_a_vague_one(texts):
    pile = texts(FIRE.format("at least 20"), FIRE.format("22"), FIRE.format("19"), days=(EARLY, EARLY, EARLY))
    assert relate(pile.compare("quantity"))[0] == ("22 people", "reference")
    assert ("19 people", "unsure") in relate(pile.compare("quantity"))


def test_a_count_that_fits_an_account_of_the_same_number_in_other_words_is_compared(texts):
    pile = texts(
        "The miller dug a passage of 62 metres towards the old quay.",
        "Inspectors found a 62-metre shaft below the floor.",
        "Inspectors found a 68-metre shaft below the floor.",
    )
    values = [reading.value for reading in pile.compare("quantity").readings]
    assert values == ["62 metres", "62-metre", "68-metre"]


@pytest.mark.parametrize("days", [(EARLY, EARLY, LATE), (None, None, None)])
def test_a_text_that_says_which_toll_its_own_replaces_updates_it(texts, days):
    pile = texts(
        FIRE.format("12"),
        "A ferry fire in Selmar harbour killed 12 people, the port said.",
        "The ferry fire in Selmar harbour is now known to have killed 15 people, more than the 12 reported earlier.",
        days=days,
    )
    (variant,) = [v for v in pile.find_variants("quantity") if v.label == "update"]
    assert [reading.relation for reading in variant.readings] == ["reference", "same", "update"]


def test_another_count_of_that_number_replaces_nothing(texts):
    pile = texts(
        FIRE.format("12"),
        "A ferry fire in Selmar harbour killed 15 people and injured 12 people.",
        days=(EARLY, EARLY),
    )
    assert [v.label for v in pile.find_variants("quantity") if v.label == "update"] == []


def test_a_first_account_of_one_part_leaves_a_contradiction_of_the_others(texts):
    first = "The flood wrecked 170 houses in Austria's northern districts."
    whole = "The flood wrecked 170 houses."
    other = "The flood wrecked 230 houses in Austria's southern districts."
    assert relate(texts(first, other).compare("quantity"))[-1] == ("230 houses", "unsure")
    found = relate(texts(first, whole, other).compare("quantity"))
    assert found == [("170 houses", "reference"), ("170 houses", "same"), ("230 houses", "contradiction")]
