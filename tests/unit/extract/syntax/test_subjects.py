"""Subjects that do not stand right before their verb."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Karl Ruiz - who flew home on Wednesday - said the weir would hold.",
            "Karl Ruiz",
            "said",
            "the weir would hold",
        ),
        (
            "Some local engineers — including two of the board — warn that the weir could break.",
            "Some local engineers",
            "warn",
            "the weir could break",
        ),
        ("He's also supportive of the plan.", "He's", "supportive of", "the plan"),
        (
            "Ruiz promised Sunday at a town rally to end the program.",
            "Ruiz",
            "promised",
            "end the program",
        ),
        ("A number of engineers support the weir.", "A number of engineers", "support", "the weir"),
        ("All praised the weir.", "All", "praised", "the weir"),
        ("She has since stressed that the weir is safe.", "She", "stressed", "the weir is safe"),
        ("Voters see Lind as the better mayor.", "Voters", "see", "Lind as the better mayor"),
        ("Lind made it clear that the weir was late.", "Lind", "made it clear", "the weir was late"),
        ("Their fear is that the weir is late.", "Their", "fear", "the weir is late"),
        ("Few liked her insistence that the weir be built.", "her", "insistence", "the weir be built"),
    ],
)
def test_the_subject_is_found(text: str, source: str, cue: str, content: str) -> None:
    (found,) = [a for a in find_attributions(text, find_language("en")) if a.cue.text == cue]
    assert (found.source.text, found.content.text) == (source, content)


def test_nobody_is_judged_where_a_clause_follows() -> None:
    text = "Voters saw Lind as she left the hall."
    assert not [a for a in find_attributions(text, find_language("en")) if a.cue.text == "saw"]


@pytest.mark.parametrize("text", ["The award show was late again.", "A talent show drew the whole town."])
def test_a_singular_has_no_plural_verb(text: str) -> None:
    assert not [a for a in find_attributions(text, find_language("en")) if a.cue.text == "show"]
