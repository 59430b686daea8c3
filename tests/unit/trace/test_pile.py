"""What the look-ups of one pile tell of its articles."""

import pytest

from stemma.trace.pile import make_pile as make_lookups


@pytest.mark.parametrize(
    ("language", "last", "is_fed"),
    [
        ("en", "Staff and agencies", True),
        ("de", "Mit Material von Agenturen", True),
        ("es", "Redacción y agencias", True),
        ("en", "The agencies had said so for years before the wall was dry.", False),
        ("en", "By Ana Ruiz", False),
    ],
)
def test_a_line_that_credits_agencies_is_known(make_pile, language: str, last: str, is_fed: bool) -> None:
    pile = make_pile()
    pile.add_article("one", f"Old seam\nA warden wrote.\nHe kept the reply in a tin.\n{last}", language=language)
    assert make_lookups(pile.match(), pile.articles, []).fed == ({"one"} if is_fed else set())
