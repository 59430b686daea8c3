"""Two named sources that may be one voice corroborate nothing."""

from dataclasses import replace

import pytest

from stemma.weigh.doubt.voices import find_runs

TELLINGS = ("Eighteen miners left the pit.", "The pit was left by eighteen miners.")


@pytest.fixture
def support(scene):
    """The label of a claim that two articles tell, each with a source of its own."""

    def run(one, other, texts=TELLINGS):
        for at, (name, kind) in enumerate((one, other)):
            scene.tell(f"a{at}", texts[at], (scene.add_witness(name, kind),))
        return scene.assess().support

    return run


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ana Ruiz", "person"), ("Jon Berg", "person")),
        (("Orlin Clinic", "organisation"), ("Tarn Police", "organisation")),
    ],
)
def test_two_names_of_their_own_corroborate(support, one, other):
    assert support(one, other) == "corroborated"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ana Ruiz", "person"), ("Radio Tarn", "outlet")),  # whose guest she may have been
        (("Ana Ruiz", "person"), ("Orlin Clinic", "organisation")),  # whose doctor she may be
        (("Ana Ruiz", "person"), ("Orlin woman", "person")),
        (("Ana Ruiz", "person"), ("Ruiz", "person")),
        (("Ana Ruiz", "person"), ("clinic report", "document")),
        (("Orlin Clinic", "organisation"), ("Orlin Clinic Laboratory", "organisation")),
        (("Radio Tarn", "outlet"), ("Weekly Globe", "outlet")),
        (("OPD", "organisation"), ("Orlin Police Department", "organisation")),
        (("Ana Ruiz", "person"), ("a miner", "unnamed")),
    ],
)
def test_what_may_be_one_voice_does_not(support, one, other):
    assert support(one, other) == "single-origin"


def test_the_same_words_are_those_of_one(support):
    told = "We left the pit because the water rose above our boots, all of us."
    assert support(("Ana Ruiz", "person"), ("Jon Berg", "person"), (told, told)) == "single-origin"


def test_words_in_a_row() -> None:
    one = "the water in the pit rose above our boots before noon"
    assert find_runs(one) & find_runs(f"he said that {one}")
    assert not find_runs(one) & find_runs("the water rose above our boots in the pit before noon")
    assert find_runs("all of the miners left") == find_runs("All of the miners left!") != set()
    assert not find_runs("the miners left")


def test_a_name_that_a_pronoun_was_led_to_is_no_second_voice(scene):
    scene.tell("a", TELLINGS[0], (scene.add_witness("Ana Ruiz", "person"),))
    scene.tell("b", TELLINGS[1], (scene.add_witness("Jon Berg", "person"),))
    assert scene.assess().support == "corroborated"
    guessed = scene.attributions["t1"]
    scene.attributions["t1"] = replace(guessed, source=replace(guessed.source, basis="pronoun", confidence=0.74))
    assert scene.assess().support == "single-origin"


@pytest.mark.parametrize(
    ("one", "other", "texts"),
    [
        (("Ana Ruiz", "person"), ("Jon Berg", "person"), ("The pit was left.", "Rain fell on the old mill at noon.")),
        (("Police", "organisation"), ("Officers", "organisation"), TELLINGS),  # words for a kind of body
        (
            ("Ana Ruiz", "person"),
            ("Jon Berg", "person"),
            ("The pit “drowns its own children” each spring.", "Each spring this pit “drowns its own children”."),
        ),
    ],
)
def test_neither_do_two_claims_one_phrase_and_bodies_without_a_name(support, one, other, texts):
    assert support(one, other, texts) == "single-origin"


def test_who_is_credited_with_the_article_corroborates_nothing(scene):
    scene.tell("a", TELLINGS[0], (scene.add_witness("Ana Ruiz", "person"),))
    scene.tell("b", TELLINGS[1])
    scene.link("wb", scene.add_witness("Jon Berg", "person"), "citation")
    assert scene.assess().support == "single-origin"


def test_a_silent_text_that_others_cite_may_have_it_from_the_other_source(scene):
    scene.tell("a", TELLINGS[0], (scene.add_witness("Ana Ruiz", "person"),))
    scene.tell("b", TELLINGS[1])
    scene.tell("c", TELLINGS[1], ("wb",))
    assert scene.assess().support == "single-origin"
