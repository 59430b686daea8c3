"""Sources set off by a mark alone, in headlines."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def read(text: str, code: str) -> list[tuple[str, str]]:
    return [(a.source.text, a.content.text) for a in find_attributions(text, find_language(code))]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("ru", "Вихров: дамбу достроят к весне", "Вихров"),
        ("ru", "Министр: цены упадут", "Министр"),
        ("ru", "Иван Вихров о поражении: «Мы сами виноваты»", "Иван Вихров"),
        ("ru", "«Мы сами виноваты»: Иван Вихров — о поражении", "Иван Вихров"),
        ("cs", "Starosta: Nový bazén stavět nebudeme", "Starosta"),
        ("cs", "Lesný: Výstavba začne v květnu", "Lesný"),
    ],
)
def test_who_stands_before_a_colon_says_it(code: str, text: str, source: str) -> None:
    assert [said[0] for said in read(text, code)] == [source]


def test_who_stands_behind_a_dash_says_it() -> None:
    assert read("Рубль укрепится к концу года — эксперты", "ru") == [("эксперты", "Рубль укрепится к концу года")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Погода: в выходные похолодает"),
        ("ru", "Цель команды — победа"),
        ("ru", "Победителем стал Иван Вихров — чемпион мира"),
        ("cs", "Počasí: Víkend bude teplý"),
        ("de", "Nach Fährunglück: Untersuchung beginnt in Oster"),
    ],
)
def test_topics_and_descriptions_say_nothing(code: str, text: str) -> None:
    assert read(text, code) == []


def test_a_dateline_says_nothing() -> None:
    told = "The dam above the old town broke early on Monday, and the lower streets are under water."
    assert read(f"It rained for a week.\n\nNEW DELHI: {told}", "en") == []
    assert [said[0] for said in read(f"It rained for a week.\n\nNASA: {told}", "en")] == ["NASA"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Weir breaks\n\nThe lower town is under water.\n\nAna Ruiz: 303-555-0100, ruiz@paper.example or @ruiz"),
        ("en", "Weir breaks\n\nMETHODS: The engineers measured the weir at forty places over two years."),
        ("en", "Weir breaks\n\nThe survivors were fed.\n\nSurvivor: Ana Ruiz, pictured, clawed her way out of the mud"),
        ("en", "Fish and the river\n\nA clean river is good for fish.\n\nRiver Health: Water makes the fish grow."),
        ("es", "Presa Alta: la policía detiene a dos ingenieros por la rotura"),
        ("fr", "Ana Ruiz : la police arrête deux ingénieurs après la rupture"),
    ],
)
def test_headings_captions_and_topics_say_nothing(code: str, text: str) -> None:
    assert not [said for said in find_attributions(text, find_language(code)) if said.cue.text == ":"]


@pytest.mark.parametrize(
    "text",
    [
        "Weir breaks\n\nRUIZ: We asked for repairs in May.\n\nDORVAL: Nobody did.\n\nRUIZ: It is in the minutes.",
        "Weir breaks\n\nThe mayor, Ana Ruiz, was asked about it.\n\nRUIZ: We asked for repairs in May.",
    ],
)
def test_capitals_that_name_somebody_speak(text: str) -> None:
    assert ("RUIZ", "We asked for repairs in May.") in read(text, "en")
