from dataclasses import replace

import pytest

from stemma.trace.stated.named import find_named

TOLL = "nine barges were lost in the storm"


def name_in(make_pile, text: str, language: str = "en"):
    """An article that names the outlet of another, and what is found."""
    pile = make_pile()
    pile.add_article("a", text, language=language)
    pile.add_article("b", f"The harbour master counted: {TOLL}.")
    pile.name_outlet("b", "Quiet Corner")
    return find_named(pile.match(), pile.articles, [])


@pytest.mark.parametrize(
    "text",
    [
        "Nine barges were lost, harbour master Ada Rehn told Quiet Corner.",
        "Nine barges were lost, Quiet Corner reported.",
        "Nine barges were lost.\n\nSource: Quiet Corner",
    ],
)
def test_a_medium_of_the_pile_is_a_source_beside_a_word_of_saying(make_pile, text: str) -> None:
    (link,) = name_in(make_pile, text)
    assert (link.copy, link.exemplar, link.kind, link.basis) == ("a", "b", "citation", "stated")
    assert "Quiet Corner" in link.evidence[0].text


@pytest.mark.parametrize(
    "text",
    [
        "Nine barges sank off Quiet Corner during the night of the storm.",
        "Quiet Corner's editor was hurt, the police said.",
    ],
)
def test_a_medium_that_is_only_spoken_of_is_no_source(make_pile, text: str) -> None:
    assert name_in(make_pile, text) == []


def test_a_source_that_an_attribution_has_is_not_told_twice(make_pile) -> None:
    pile = make_pile()
    pile.add_article("a", f"Quiet Corner reported, citing Slow Lamp, that {TOLL}.")
    for name, outlet in (("b", "Quiet Corner"), ("c", "Slow Lamp")):
        pile.add_article(name, "Nothing else.")
        pile.name_outlet(name, outlet)
    pile.add_claim("a", TOLL)
    pile.attributions.append(
        replace(source := pile.add_attribution("a", "Slow Lamp", TOLL), source=replace(source.source, witness="c"))
    )
    assert [link.exemplar for link in find_named(pile.match(), pile.articles, [])] == ["b"]
