"""A name and a description of one speaker, and of two."""

TOLD = "three letters about the damp wall had no reply"


def test_a_description_is_the_person_who_bears_it_elsewhere_and_tells_the_same(pile, article):
    found = pile(
        article("a", f"A former warden of Lake Ostby said that {TOLD}."),
        article("b", f"Bea Elian, 68, a former warden of Lake Ostby, said {TOLD} for years."),
    )
    assert found.find_witness("a", "warden") == found.find_witness("b", "Elian")
    assert found.find_witness("a", "warden").name == "Bea Elian"


def test_two_who_are_called_alike_and_tell_other_things_stay_two(pile, article):
    found = pile(
        article("a", f"A former warden of Lake Ostby said that {TOLD}."),
        article("b", "Bea Elian, a former warden of Lake Ostby, said the ferry would sail again in spring."),
    )
    assert found.find_witness("a", "warden") != found.find_witness("b", "Elian")


def test_of_two_who_bear_the_description_it_is_neither(pile, article):
    found = pile(
        article("a", f"A former warden of Lake Ostby said that {TOLD}."),
        article("b", f"Bea Elian, a former warden of Lake Ostby, said {TOLD}."),
        article("c", f"Oda Brekk, a former warden of Lake Ostby, said {TOLD}."),
    )
    names = [found.find_witness(*where).name for where in (("a", "warden"), ("b", "Elian"), ("c", "Brekk"))]
    assert len(set(names)) == 3
