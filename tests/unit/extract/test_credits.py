"""Credits that cover a whole article."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def credited(text: str, code: str = "en", outlet: str | None = None) -> list[str]:
    found = find_attributions(text, find_language(code), "a1", outlet)
    return [a.source.name for a in found if a.scope == "article"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Title here\nBody text.\nSources: Reuters, Politiken and Lantera", ["Reuters", "Politiken", "Lantera"]),
        ("Title here\nOSLO (Reuters) - The bridge is open.", ["Reuters"]),
        ("Title here\nThe Associated Press contributed to this report.", ["The Associated Press"]),
        ("Title here\nStaff writer Jon Berg and Reuters contributed to this report.", ["Jon Berg", "Reuters"]),
        ("Title here\nThis story originally appeared at Politiken.", ["Politiken"]),
        ("Title here\nPhoto Source: Wikipedia", []),
        ("Title here\nFollow Politiken on Twitter", []),
        ("Title here\nMore from Politiken: ten things", []),
        ("Title here\nPresented by Politiken", []),
        ("Title here\nRead more: Reuters on bridges", []),
    ],
)
def test_credits(text: str, names: list[str]) -> None:
    found = credited(text)
    assert [name.removeprefix("The ") for name in found] == [name.removeprefix("The ") for name in names]


def test_own_outlet_is_no_credit() -> None:
    assert credited("Title here\nSource: Politiken", outlet="Politiken") == []
