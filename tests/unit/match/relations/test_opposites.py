"""One thing told in opposite ways."""

ACQUITTED = "The jury acquitted the Orlin miller of arson."
CONVICTED = "The jury convicted the Orlin miller of arson."


def relate(variant):
    return [(reading.value, reading.relation) for reading in variant.readings]


def test_opposite_words_contradict_each_other(texts):
    pile = texts(ACQUITTED, CONVICTED, CONVICTED)
    assert pile.is_joined("acquitted", "convicted")
    variant = pile.compare("wording")
    assert relate(variant) == [("convicted", "reference"), ("convicted", "same"), ("acquitted", "contradiction")]
    assert variant.label == "contradiction"
    assert variant.explanation == "“convicted” in one account, “acquitted” in another: opposites"


def test_other_languages_take_part_through_their_glosses(article, pile):
    pair = (
        article("a", "Das Gericht hat den Müller Orlin freigesprochen.", language="de"),
        article("b", "Das Gericht hat den Müller Orlin verurteilt.", language="de"),
    )
    assert relate(pile(*pair).compare("wording")) == [("freigesprochen", "reference"), ("verurteilt", "contradiction")]


def test_what_may_follow_contradicts_nothing(texts):
    assert texts("Velden sold the old chapel.", "Velden bought the old chapel.").compare("wording") is None


def test_a_denial_is_no_opposite(texts):
    denial = "The judge denied that the jury convicted the Orlin miller of arson."
    assert texts(ACQUITTED, denial).compare("wording") is None
