"""Words that look like a verb of speech and mean something else."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def read(text: str) -> list[tuple[str, str]]:
    return [(a.source.text, a.cue.text) for a in find_attributions(text, find_language("en"))]


@pytest.mark.parametrize(
    "text",
    [
        "An Arden man charged with flooding the mill lost his licence.",
        "Two men have been arrested and charged with the theft.",
        "Lock keeper accused of flooding the mill that burned",
        "The diver was taken to the clinic and pronounced dead.",
        "His sister called 911 at noon.",
        "The crews showed up at the weir.",
        "He posted bond on Monday.",
        "The crew met a diver named Ana Ruiz at the weir.",
        "A start-up called Weirwatch makes the gauges.",
        "The Arden champion Ana Ruiz left the race.",
        "The third suspect is twelve years old.",
        "In May a diver also named Ana Ruiz left the town.",
        "The gauges will go on sale in May.",
        "Storms near the weir, residents urged to stay away",
        "They have a mandate to support the divers.",
        "The yard offers numerous boats.",
        "The weir is weak when compared to the old one.",
        "Divers responded to a fire near the weir.",
        "The keepers have neither denied nor confirmed the theft.",
        "A third lock mentioned in the log was an old one.",
        "There are 20,000 Halden City emails that leaked in July.",
        "Weirwatch released the gauge on Monday.",
    ],
)
def test_nothing_is_told(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Prosecutors accused the keeper of theft.", "Prosecutors", "accused"),
        ("The mayor called Ruiz a saboteur.", "The mayor", "called"),
        ("The mayor named Ana Ruiz as her deputy.", "The mayor", "named"),
        ("Weirwatch released details of the plan.", "Weirwatch", "released"),
        ("Ruiz responded to criticism of the plan.", "Ruiz", "responded to"),
        ("Court records show the weir was sold.", "Court records", "show"),
        ("Posted at 2:38 Jon Berg claimed that it was late.", "Jon Berg", "claimed"),
        ("Ruiz urged the divers to leave.", "Ruiz", "urged"),
        ("Critics champion the plan as a way out.", "Critics", "champion"),
    ],
)
def test_an_object_is_told_of(text: str, source: str, cue: str) -> None:
    assert (source, cue) in read(text)


def test_whoever_is_owned_by_another_plans_for_himself() -> None:
    found = read("Ruiz's deputy plans to leave.")
    assert ("Ruiz's", "plans to") not in found


def test_an_antecedent_is_the_agent_behind_by() -> None:
    text = "Ana Ruiz has been taken to task by a rival keeper who countered her claims."
    (found,) = [a for a in find_attributions(text, find_language("en")) if a.source.text == "who"]
    assert found.source.name == "rival keeper"
