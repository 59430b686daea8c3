"""One speaker by the same quoted words, and who is not."""

QUOTED = "Many of us were hurt but it was hard to move them for the mud on the road."


def test_a_resident_is_the_person_named_elsewhere_for_the_same_words(pile, article):
    found = pile(
        article("a", f"“{QUOTED}” Bea Elian, a resident of Ostby, said on Monday."),
        article("b", f"“{QUOTED}” a village resident said."),
    )
    assert found.find_witness("a", "Elian") == found.find_witness("b", "resident")
    assert found.find_witness("b", "resident").name == "Bea Elian"


def test_short_words_and_two_named_speakers_prove_nothing(pile, article):
    short = pile(
        article("a", "“It was dark,” Bea Elian said on Monday."),
        article("b", "“It was dark,” a village resident said."),
    )
    assert short.find_witness("a", "Elian") != short.find_witness("b", "resident")
    two = pile(
        article("a", f"“{QUOTED}” Bea Elian said on Monday."),
        article("b", f"“{QUOTED}” Oda Brekk said on Monday."),
        article("c", f"“{QUOTED}” a village resident said."),
    )
    assert two.find_witness("c", "resident") not in (two.find_witness("a", "Elian"), two.find_witness("b", "Brekk"))
