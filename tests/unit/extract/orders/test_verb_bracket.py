"""Verbs in two parts around their clause."""

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def test_the_particle_of_a_verb_may_stand_apart() -> None:
    text = "De wethouder gaf vrijdag na lang aandringen toe dat de kade verzakt."
    (found,) = find_attributions(text, find_language("nl"))
    assert (found.source.text, found.content.text, found.stance) == ("De wethouder", "de kade verzakt", "confirms")


def test_a_preposition_is_no_particle() -> None:
    assert not find_attributions("De ploeg trekt in de zomer naar de kust.", find_language("nl"))
