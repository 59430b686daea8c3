import pytest

from stemma.extract import find_attributions
from stemma.lang import find_language
from stemma.model import Article
from stemma.trace.stated.voices import is_voiced


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("The clip shows a barge in the lock.", "en", False),
        ("A clip showing a barge in the lock was found on Monday.", "en", False),
        ("The clip shows that the barge was empty.", "en", True),
        ("The clerk showed reporters that the barge was empty.", "en", True),
        ("The port posted a clip which they claim shows a barge in the lock.", "en", False),
        ("It was a ten-minute radio segment called “Low Tide”.", "en", False),
        ("Mayor Ines Dorval called the plan “a waste of good water”.", "en", True),
        ("The Osterby Lamp has not seen the ledger, but is asking for it.", "en", False),
        ("A man suspected in the fire at the mill spent six years in prison.", "en", False),
        ("Several unknown suspects drove up to the mill and opened fire.", "en", False),
        ("Middlemen from Oster with ties to the port revealed that the barge was sold.", "en", True),
        ("Please note the lock was shut.", "en", False),
        ("Both suspects are well.", "en", False),
        ("There’s no hope, but thinking the lock was shut may help.", "en", False),
        ("El 70% dijo que votaría a favor de la esclusa.", "es", False),
        ("The seats went for two dollars per team.", "en", False),
        ("The clerk paid two dollars, per the Osterby Lamp.", "en", True),
        ("Some insist the barge was empty.", "en", True),
        ("Some neighbours insist the barge was empty.", "en", True),
        ("„Die Schleuse ist zu“, sagte Ines Dorval. Nach ihren Worten bleibt sie bis Montag geschlossen.", "de", True),
        ("70 Prozent sagten, sie würden für die Schleuse stimmen.", "de", False),
    ],
)
def test_a_link_needs_a_voice_that_passes_something_on(text: str, code: str, expected: bool) -> None:
    language = find_language(code)
    assert language is not None
    article = Article(id="a", uri="a.txt", sha256="a", language=code, title=None, text=text)
    found = find_attributions(text, code)
    assert any(is_voiced(attribution, article, language) for attribution in found) is expected
