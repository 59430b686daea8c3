import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


@pytest.mark.parametrize(("pronoun", "name"), [("She", "neighbour's sister"), ("He", "")])
def test_a_noun_for_women_is_nobody_whom_he_means(pronoun: str, name: str) -> None:
    text = f"A neighbour's sister said the boat was gone. {pronoun} said the lock was shut."
    found = find_attributions(text, find_language("en"))
    assert found[-1].source.name == name
