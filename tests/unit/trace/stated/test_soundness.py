import pytest

from stemma.extract import find_attributions
from stemma.lang import find_language
from stemma.model import Article
from stemma.trace.stated.soundness import is_sound


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said the gate was shut on Monday.", True),
        ("The gate was shut on Monday, the mayor said.", True),
        ("According to the mayor, the gate was shut on Monday.", True),
        ("The inspection report lists seventeen faults in the gate.", True),
        ("The mayor wondered whether the gate was shut on Monday.", False),
        ("The mayor made it clear that if it rained, the gate was shut.", True),
        ("The heavy search said that the gate was shut.", False),
        ("Two bellringers said that the gate was shut.", True),
        ("The mayor who had been away said the gate was shut on Monday.", True),
        ("At least 50 reported injured and houses destroyed after the flood.", False),
        ("The flood claimed 25 victims below the gate.", False),
        ("The ceremony underscored the deepening ties between the two towns.", False),
    ],
)
def test_a_link_needs_somebody_who_can_speak_and_a_fact(text: str, expected: bool) -> None:
    language = find_language("en")
    assert language is not None
    article = Article(id="a", uri="a.txt", sha256="a", language="en", title=None, text=text)
    found = find_attributions(text, "en")
    assert any(is_sound(attribution, article, language) for attribution in found) is expected
