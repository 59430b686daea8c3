"""Whom a description means, and when that stays open."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def read(text: str, code: str) -> list[tuple[str, str]]:
    return [(a.source.text, a.source.name) for a in find_attributions(text, find_language(code))]


@pytest.mark.parametrize(
    ("code", "text", "description", "name"),
    [
        ("ru", "Министр обороны Иван Лесной сообщил, что мост закрыт. Позже министр заявил, что ремонт начнётся в мае.",
         "министр", "Иван Лесной"),
        ("ru", "Агентство «Вестник» сообщило, что мост закрыт. По данным агентства, ремонт начнётся в мае.",
         "агентства", "Вестник"),
        ("uk", "Міністр оборони Іван Лісний повідомив, що міст закрито. Пізніше міністр заявив, що ремонт почнеться.",
         "міністр", "Іван Лісний"),
        ("cs", "Agentura Lípa uvedla, že most je zavřený. Podle agentury začne oprava v květnu.", "agentury", "Lípa"),
        ("pl", "Minister transportu Piotr Leśny powiedział, że most jest zamknięty. Minister dodał, że ruszy remont.",
         "Minister", "Piotr Leśny"),
        ("tr", "Ulaştırma Bakanlığı köprünün kapalı olduğunu açıkladı. Bakanlık, onarımın başlayacağını belirtti.",
         "Bakanlık", "Ulaştırma Bakanlığı"),
        ("ar", "ذكرت وكالة الأنباء السنديانة أن الجسر مغلق. وقالت الوكالة إن الإصلاح سيبدأ في مايو.",
         "الوكالة", "وكالة الأنباء السنديانة"),
        ("zh", "交通部表示，大桥已经关闭。该部说，维修将在五月开始。", "该部", "交通部"),
        ("ja", "国土交通省は橋が閉鎖されたと発表した。同省は修理が５月に始まると述べた。", "同省", "国土交通省"),
        ("ko", "교통부 장관 김산은 다리가 폐쇄됐다고 밝혔다. 장관은 수리가 5월에 시작된다고 말했다.",
         "장관", "교통부 장관 김산"),
    ],
)  # fmt: skip
def test_a_bare_noun_is_whoever_was_introduced_with_it(code: str, text: str, description: str, name: str) -> None:
    assert (description, name) in read(text, code)


def test_a_bare_noun_stays_open_between_two() -> None:
    text = (
        "Ministr dopravy Pavel Lesný řekl, že most je zavřený. Ministr obrany Jan Polní řekl, že je otevřený. "
        "Ministr dodal, že oprava začne v květnu."
    )
    assert ("Ministr", "Ministr") in read(text, "cs")


@pytest.mark.parametrize(
    ("code", "text", "description", "wrong"),
    [
        ("en", "Vice President Joe Alder said it rained. The president said the gate was shut.", "The president",
         "Joe Alder"),
        ("en", "The governor of Halden met Robert Orme. The governor said it was shut.", "The governor", "Halden"),
        ("en", "“He is no judge,” Robert Orme said. The judge said the gate was shut.", "The judge", "Robert Orme"),
        ("en", "The army met in Halden. Halden was full. The administration said the gate was shut.",
         "The administration", "Halden"),
        ("de", "Viele demonstrierten. Die Polizei sprach vom Rückgang. Laut der Polizei blieb es ruhig.", "der Polizei",
         "Rückgang"),
    ],
)  # fmt: skip
def test_nobody_is_meant_who_is_not_called_so(code: str, text: str, description: str, wrong: str) -> None:
    found = dict(read(text, code))
    assert found.get(description, "") != wrong


def test_of_several_the_one_named_far_more_often_is_meant() -> None:
    text = (
        "President Orme met the guests. Mr. Orme smiled. Orme spoke. Bank President Ada Fenn listened. Orme left. "
        "The president said the gate was shut."
    )
    assert ("The president", "Orme") in read(text, "en")


def test_the_head_of_a_phrase_decides() -> None:
    text = "The broadcaster Lantera showed it. The spread of the broadcaster showed that people watch."
    assert ("The spread of the broadcaster", "Lantera") not in read(text, "en")
