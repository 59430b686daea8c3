"""Copies that tell as a fact what their exemplar has from somebody."""

import pytest


def find_lost(scene):
    (collation,) = scene.weigh().collations
    return [variant for variant in collation.variants if variant.kind == "attribution"]


@pytest.fixture
def copied(scene):
    """An article with a source for its claim, and a copy without."""
    scene.add_witness("The Mayor", "person")
    scene.tell("a", "The old bridge is unsafe, the Mayor said.", ("The Mayor",))
    scene.tell("b", "The old bridge is unsafe.")
    return scene


def test_a_copy_that_leaves_out_who_says_it_has_drifted(copied):
    copied.link("wb", "wa", "reuse", 0.9)
    (variant,) = find_lost(copied)
    assert variant.label == "drift"
    assert [(r.value, r.relation) for r in variant.readings] == [("The Mayor", "reference"), ("no source", "unsure")]
    assert (variant.readings[1].on_path.copy, variant.readings[1].on_path.exemplar) == ("wb", "wa")
    assert variant.explanation == "The b Post tells as a fact what its source, The a Post, has from “The Mayor”."


def test_a_copy_of_the_copy_has_the_loss_from_it(copied):
    copied.tell("c", "The old bridge is unsafe today.")
    copied.link("wb", "wa", "reuse", 0.9)
    copied.link("wc", "wb", "reuse", 0.9)
    (variant,) = find_lost(copied)
    assert [r.on_path.copy for r in variant.readings[1:]] == ["wb", "wb"]


def test_a_loss_in_another_language_is_translation(scene):
    scene.add_witness("The Mayor", "person")
    scene.tell("a", "The old bridge is unsafe, the Mayor said.", ("The Mayor",))
    scene.add_article("b", language="id")
    scene.tell("b", "Jembatan tua itu tidak aman.")
    scene.link("wb", "wa", "translation", 0.9)
    assert [variant.label for variant in find_lost(scene)] == ["translation"]


@pytest.mark.parametrize("confidence", [0.3, None])
def test_without_a_likely_link_nothing_is_lost(copied, confidence):
    if confidence:
        copied.link("wb", "wa", "reuse", confidence)
    assert find_lost(copied) == []


@pytest.mark.parametrize(
    "text",
    [
        "The old bridge is unsafe, it was said.",
        "The old bridge is “unsafe”.",
        "The old bridge is reportedly unsafe.",
    ],
)
def test_words_that_tell_of_a_speaker_are_no_bare_fact(scene, text):
    scene.add_witness("The Mayor", "person")
    scene.tell("a", "The old bridge is unsafe, the Mayor said.", ("The Mayor",))
    scene.tell("b", text)
    scene.link("wb", "wa", "reuse", 0.9)
    assert find_lost(scene) == []


def test_a_copy_that_credits_a_text_still_tells_where_to_look(copied):
    copied.tell("b", "More follows, Radio Tarn reports.", (copied.add_witness("Radio Tarn"),), collation="d")
    copied.link("wb", "wa", "reuse", 0.9)
    assert not any(v.kind == "attribution" for c in copied.weigh().collations for v in c.variants)


def test_what_another_exemplar_tells_as_a_fact_was_not_lost(copied):
    copied.tell("c", "The old bridge is unsafe for all.")
    copied.link("wb", "wa", "reuse", 0.9)
    copied.link("wb", "wc", "reuse", 0.9)
    assert find_lost(copied) == []


@pytest.mark.parametrize(
    "text",
    [
        "The new road is closed.",  # another claim, in the copy's own words
        "The old bridge is unsafe. The Mayor waits.",  # the copy names its source next to the claim
    ],
)
def test_what_is_told_otherwise_or_beside_the_name_of_its_source_lost_none(scene, text):
    scene.add_witness("The Mayor", "person")
    scene.tell("a", "The old bridge is unsafe, the Mayor said.", ("The Mayor",))
    scene.tell("b", text)
    scene.link("wb", "wa", "reuse", 0.9)
    assert find_lost(scene) == []
