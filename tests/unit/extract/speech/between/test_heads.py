"""Head nouns and names in scripts without capitals."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def read(text: str, code: str) -> list[tuple[str, str]]:
    return [(a.source.name, a.source.kind) for a in find_attributions(text, find_language(code))]


@pytest.mark.parametrize(
    ("text", "code", "name", "kind"),
    [
        ("河港公司负责人王小明表示，大桥将于明年通车。", "zh", "王小明", "person"),
        ("据河港大学的一项调查显示，大桥将于明年通车。", "zh", "河港大学的一项调查", "data"),
        ("وقال سامي إن الجسر سيفتح غدا.", "ar", "سامي", "person"),
        ("وقال مدرب نادي البلدة إن الجسر سيفتح غدا.", "ar", "مدرب نادي البلدة", "person"),
        ("김민수 시민당 수석대변인은 다리가 안전하다고 말했다.", "ko", "김민수 시민당 수석대변인", "person"),
    ],
)
def test_the_head_noun_tells_the_kind(text: str, code: str, name: str, kind: str) -> None:
    assert read(text, code) == [(name, kind)]


def test_a_described_person_is_not_taken_for_a_name() -> None:
    assert read("وقال مؤلف البرنامج إن الجسر سيفتح غدا.", "ar")[0][1] == "unnamed"


def test_he_is_none_of_several() -> None:
    assert read("专家们表示，大桥很安全。她说：“大桥将于明年通车。”", "zh")[-1] == ("", "person")


def test_a_gloss_gives_the_name() -> None:
    assert read("아나 루이스(Ana Ruiz) 시장은 다리가 안전하다고 말했다.", "ko") == [("Ana Ruiz", "person")]


def test_a_gloss_of_one_among_several_is_not_their_name() -> None:
    text = "아나 루이스(Ana Ruiz)를 포함한 지지자들은 다리가 안전하다고 말했다."
    assert read(text, "ko")[0][0] != "Ana Ruiz"
