"""Frames that only languages with cases have."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def read(text: str) -> list[tuple[str, str, str]]:
    found = find_attributions(text, find_language("ru"))
    return [(a.source.text, a.cue.text, a.content.text) for a in found]


def test_a_topic_may_open_the_sentence() -> None:
    assert read("О закрытии рудника сообщил мэр.") == [("мэр", "сообщил", "закрытии рудника")]


def test_the_preposition_of_a_verb_may_open_the_sentence() -> None:
    assert read("На скорую встречу надеется президент.") == [("президент", "надеется", "скорую встречу")]


@pytest.mark.parametrize(
    "text",
    [
        "«Мы готовы к зиме», — приводит слова министра «Полюс».",
        "«Мы готовы к зиме», — цитирует «Полюс» слова министра.",
    ],
)
def test_words_passed_on_belong_to_who_said_them(text: str) -> None:
    assert [(source, content) for source, _, content in read(text)] == [("министра", "«Мы готовы к зиме»")]


def test_a_document_may_be_set_off_by_a_comma() -> None:
    told = read("Из письма, с которым ознакомился «Полюс», следует, что завод закроют.")
    assert told == [("письма", "следует", "завод закроют")]


def test_what_is_said_agentless_stands_behind_its_comma() -> None:
    told = read("В докладе, подготовленном экспертами, отмечается, что экономика растёт.")
    assert told == [("докладе", "отмечается", "экономика растёт")]


def test_an_unknown_word_behind_a_quotation_may_be_the_speaker() -> None:
    told = read("«Почему нас не предупредили?» — недоумевает пасечница.")
    assert told == [("пасечница", "недоумевает", "«Почему нас не предупредили?»")]


def test_a_body_behind_a_preposition_is_more_than_its_last_letters() -> None:
    assert read("Пострадавших нет, сообщили в пресс-службе МЧС.") == [
        ("пресс-службе МЧС", "сообщили", "Пострадавших нет")
    ]


def test_an_object_ends_at_a_participle() -> None:
    assert read("Депутат осудил сделку, назвав реформу «грабежом».") == [
        ("Депутат", "осудил", "сделку"),
        ("Депутат", "назвав", "реформу «грабежом»"),
    ]


def test_an_object_ends_at_the_next_verb() -> None:
    assert read("Врач оценил снимок и отпустил больного.") == [("Врач", "оценил", "снимок")]


@pytest.mark.parametrize("text", ["Закон следует отменить.", "Фильм рассказывает о жизни моряков."])
def test_duties_and_works_tell_nothing(text: str) -> None:
    assert read(text) == []
