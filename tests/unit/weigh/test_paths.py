import pytest


def relate(scene, kind="quantity", relation="rounding", values=("18", "24"), label=None):
    first, second = list(scene.claims)[:2]
    scene.add_variant(kind, [(first, values[0], "reference"), (second, values[1], relation)], label or relation)
    (collation,) = scene.weigh().collations
    return collation.variants[0]


def test_change_between_article_and_its_copy_is_drift(scene):
    scene.tell("a", "Some 18 miners left.")
    scene.tell("b", "Almost two dozen miners left.", ("wa",))
    variant = relate(scene)
    assert variant.label == "drift"
    assert (variant.readings[1].on_path.copy, variant.readings[1].on_path.exemplar) == ("wb", "wa")
    assert variant.readings[0].on_path is None
    assert variant.explanation == "The b Post has “24” where its source, The a Post, has “18”."


def test_change_between_languages_is_translation(scene):
    scene.tell("a", "Some 18 miners left.")
    scene.add_article("b", language="id")
    scene.tell("b", "Hampir dua lusin penambang pergi.")
    scene.link("wb", "wa", "translation", 0.8)
    assert relate(scene).label == "translation"


def test_change_from_a_common_text_outside_the_pile_is_drift(scene):
    scene.add_witness("Radio Tarn")
    scene.tell("a", "Some 18 miners left.", ("Radio Tarn",))
    scene.tell("b", "Almost two dozen miners left.", ("Radio Tarn",))
    variant = relate(scene, relation="contradiction")
    assert variant.label == "drift"
    assert variant.readings[1].on_path.exemplar == "Radio Tarn"


@pytest.mark.parametrize("order", ["ab", "ba"])
@pytest.mark.parametrize("relation", ["contradiction", "rounding", "unsure"])
def test_what_a_later_version_says_otherwise_is_an_update(scene, order, relation):
    scene.add_article("a", outlet="Post")
    scene.add_article("b", outlet="Post", revision_of="a")
    for article in order:
        scene.tell(article, "Some 18 miners left." if article == "a" else "Some 24 miners left.")
    scene.link("wb", "wa", "reuse", 0.95)
    variant = relate(scene, relation=relation, values=("18", "24") if order == "ab" else ("24", "18"))
    assert (variant.label, [reading.on_path for reading in variant.readings]) == ("update", [None, None])
    assert variant.explanation == "Post has “24” in its later version, and had “18” before."


def test_common_speaker_is_no_path(scene):
    scene.add_witness("The Mayor", "person")
    scene.tell("a", "Some 18 miners left.", ("The Mayor",))
    scene.tell("b", "Some 80 miners left.", ("The Mayor",))
    variant = relate(scene, relation="contradiction")
    assert (variant.label, variant.readings[1].on_path) == ("contradiction", None)
    assert variant.explanation == "As matched."


def test_independent_accounts_keep_their_label(scene):
    scene.tell("a", "Some 18 miners left.", own=True)
    scene.tell("b", "Some 80 miners left.", own=True)
    assert relate(scene, relation="contradiction").label == "contradiction"
    scene.collations["c"].variants[0].readings[1]


def test_known_update_stays_an_update_on_a_path(scene):
    scene.tell("a", "So far 18 miners left.")
    scene.tell("b", "By now 30 miners left.", ("wa",))
    assert relate(scene, relation="update").label == "update"


def test_a_count_credited_to_yesterdays_text_with_another_count_is_drift(scene):
    scene.tell("a", "So far 18 miners left.", as_of="2031-05-01")
    scene.tell("b", "By now 30 miners left.", ("wa",), as_of="2031-05-02")
    assert relate(scene, relation="update").label == "drift"


def test_a_miscited_count_is_shown_before_the_later_count_of_another(scene):
    scene.tell("a", "So far 18 miners left.", as_of="2031-05-01")
    scene.tell("b", "By now 30 miners left.", ("wa",), as_of="2031-05-02")
    scene.tell("c", "By now 25 miners left.", own=True, as_of="2031-05-02")
    first, second, third = list(scene.claims)
    scene.add_variant(
        "quantity", [(first, "18", "reference"), (second, "30", "update"), (third, "25", "update")], "update"
    )
    (collation,) = scene.weigh().collations
    assert collation.variants[0].label == "drift"


def test_a_count_of_another_week_is_an_update_whoever_is_credited(scene):
    scene.tell("a", "So far 18 miners left.", as_of="2031-05-01")
    scene.tell("b", "By now 30 miners left.", ("wa",), as_of="2031-05-09")
    assert relate(scene, relation="update").label == "update"


def test_plan_told_as_fact_by_a_copy_is_drift(scene):
    scene.tell("a", "The mine is to close.")
    scene.tell("b", "The mine closed.", ("wa",))
    variant = relate(scene, kind="modality", relation="update", values=("planned", "happened"))
    assert variant.label == "drift"
    assert variant.explanation == "The b Post has it told as done where its source, The a Post, has it told as planned."


def test_a_doubt_that_a_copy_adds_is_no_drift(scene):
    scene.tell("a", "Miners left.")
    scene.tell("b", "It seems that miners left.", ("wa",))
    assert relate(scene, kind="hedge", relation="unsure", values=("no hedge", "it seems")).label == "unsure"


def test_a_doubt_that_a_copy_leaves_out_is_drift(scene):
    scene.tell("a", "It seems that miners left.")
    scene.tell("b", "Some miners left.", ("wa",))
    variant = relate(scene, kind="hedge", relation="unsure", values=("it seems", "no hedge"))
    assert variant.label == "drift"
    assert variant.explanation == "The b Post has it without “it seems” where its source, The a Post, has “it seems”."


def test_of_a_common_text_nobody_knows_whether_it_had_the_doubt(scene):
    scene.add_witness("Radio Tarn")
    scene.tell("a", "It seems that miners left.", ("Radio Tarn",))
    scene.tell("b", "Some miners left.", ("Radio Tarn",))
    assert relate(scene, kind="hedge", relation="unsure", values=("it seems", "no hedge")).label == "unsure"


def test_a_common_text_taken_for_a_plan_and_for_a_fact_is_drift(scene):
    scene.add_witness("Radio Tarn")
    scene.tell("a", "The mine is to close.", ("Radio Tarn",))
    scene.tell("b", "The mine closed.", ("Radio Tarn",))
    variant = relate(scene, kind="modality", relation="update", values=("planned", "happened"))
    assert variant.explanation == (
        "The b Post has it told as done and The a Post has it told as planned; both have it from Radio Tarn."
    )


def test_plan_told_as_fact_by_another_is_an_update(scene):
    scene.tell("a", "The mine is to close.", own=True)
    scene.tell("b", "The mine closed.", own=True)
    assert relate(scene, kind="modality", relation="update", values=("planned", "happened")).label == "update"


def test_inherited_change_names_the_link_on_which_it_happened(scene):
    scene.tell("a", "Some 18 miners left.")
    scene.tell("b", "Almost two dozen miners left.", ("wa",))
    scene.tell("d", "Almost two dozen miners left.", ("wb",))
    first, second, third = scene.claims
    scene.add_variant(
        "quantity", [(first, "18", "reference"), (second, "24", "rounding"), (third, "24", "rounding")], "rounding"
    )
    readings = scene.weigh().collations[0].variants[0].readings
    assert readings[1].on_path == readings[2].on_path
    assert readings[2].on_path.copy == "wb"


def test_reference_becomes_the_exemplars_reading(scene):
    scene.tell("a", "Almost two dozen miners left.", ())
    scene.tell("b", "Some 18 miners left.")
    scene.link("wa", "wb", "reuse", 0.8)
    variant = relate(scene, values=("24", "18"))
    assert [(r.value, r.relation) for r in variant.readings] == [("18", "reference"), ("24", "rounding")]
    assert variant.readings[1].on_path.exemplar == "wb"
    assert variant.label == "drift"


def test_contradiction_inside_one_article_has_no_path(scene):
    scene.tell("a", "Some 18 miners left.")
    scene.tell("a", "All 80 miners left.")
    assert relate(scene, relation="contradiction").label == "contradiction"


def test_drift_without_a_path_falls_back_to_the_relation(scene):
    scene.tell("a", "Some 18 miners left.", own=True)
    scene.tell("b", "Some 20 miners left.", own=True)
    assert relate(scene, relation="rounding", label="drift").label == "rounding"


def test_denial_is_no_drift(scene):
    scene.tell("a", "The mine closed.")
    scene.tell("b", "The mine closed.", ("wa",))
    variant = relate(scene, kind="stance", relation="contradiction", values=("asserts", "denies"))
    assert (variant.label, variant.readings[1].on_path) == ("contradiction", None)


def test_what_the_exemplar_says_both_ways_was_not_changed(scene):
    scene.tell("a", "It seems that miners left.")
    scene.tell("b", "Some miners left.", ("wa",))
    scene.tell("a", "Some miners left for good.")
    first, second, third = scene.claims
    scene.add_variant(
        "hedge",
        [(first, "it seems", "reference"), (second, "no hedge", "unsure"), (third, "no hedge", "unsure")],
        "unsure",
    )
    (collation,) = scene.weigh().collations
    assert collation.variants[0].label == "unsure"


def test_an_unsure_count_from_a_common_text_may_be_of_another_version(scene):
    scene.add_witness("Radio Tarn")
    scene.tell("a", "Some 18 miners left.", ("Radio Tarn",))
    scene.tell("b", "Some 90 miners left.", ("Radio Tarn",))
    assert relate(scene, relation="unsure").label == "unsure"


def test_a_doubt_of_something_that_a_copy_does_not_tell_was_not_left_out(scene):
    scene.tell("a", "It seems that miners were afraid of gas when the pumps in the old shaft failed.")
    scene.tell("b", "Some pumps failed.", ("wa",))
    assert relate(scene, kind="hedge", relation="unsure", values=("it seems", "no hedge")).label == "unsure"
