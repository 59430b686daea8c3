"""A source that one article describes and the article it cites knows better."""

LEAK = "the pipe in the old mill has leaked since March"


def test_the_log_that_a_citer_describes_is_the_log_of_the_cited(pile, article):
    found = pile(
        article("a", f"According to an internal log, {LEAK}.", outlet="Velden Radio"),
        article("b", f"{LEAK.capitalize()}, Velden Radio reported, citing an internal log.", outlet="Orlin Post"),
        article("c", f"According to an internal log, {LEAK}.", outlet="Selby Star"),
    )
    assert found.find_attribution("b", "internal log").inside
    assert found.find_witness("b", "internal log") == found.find_witness("a", "internal log")


def test_without_a_citation_two_descriptions_stay_two(pile, article):
    found = pile(
        article("a", f"According to an official, {LEAK}.", outlet="Velden Radio"),
        article("b", f"An official of the mill said {LEAK.removeprefix('the ')}.", outlet="Orlin Post"),
    )
    assert found.find_witness("a", "official") != found.find_witness("b", "official")
