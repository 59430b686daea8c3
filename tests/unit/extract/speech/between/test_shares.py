"""Shares of those asked are nobody with a name."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


@pytest.mark.parametrize(
    ("text", "code", "share"),
    [
        ("41 percent of voters said the bridge was safe.", "en", "41 percent of voters"),
        ("Dalam survei itu, 70 persen mengatakan jembatan itu aman.", "id", "70 persen"),
        ("41% опрошенных в Лесном заявили, что мост безопасен.", "ru", "41% опрошенных в Лесном"),
        ("民调显示，41%的受访者表示桥梁安全。", "zh", "41%的受访者"),
    ],
)
def test_a_share_is_unnamed(text: str, code: str, share: str) -> None:
    found = find_attributions(text, find_language(code))
    assert [a.source.kind for a in found if a.source.text == share] == ["unnamed"]


def test_an_owner_of_a_share_keeps_a_name() -> None:
    text = "Ana Ruiz, who owns 40 percent of the ferry, said the bridge was safe."
    assert find_attributions(text, find_language("en"))[0].source.name == "Ana Ruiz"
