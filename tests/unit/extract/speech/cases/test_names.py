"""Names in languages that inflect them."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def read(text: str, code: str = "ru") -> list[tuple[str, str]]:
    return [(a.source.name, a.source.kind) for a in find_attributions(text, find_language(code))]


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("Президент Бартавии Иван Лесной заявил, что мост закрыт.", "ru", "Иван Лесной"),
        ("Сенатор от штата Бартава Анна Лесная заявила, что мост закрыт.", "ru", "Анна Лесная"),
        ("Рэпер Иван Лесной заявил, что мост закрыт.", "ru", "Иван Лесной"),
        ("Президент Бартавії Іван Лісовий заявив, що міст закрито.", "uk", "Іван Лісовий"),
        ("Глава Комитета Городской думы заявил, что мост закрыт.", "ru", "Глава Комитета Городской думы"),
        ("Посол США заявил, что мост закрыт.", "ru", "Посол США"),
    ],
)
def test_a_name_stands_without_what_the_office_is_of(text: str, code: str, name: str) -> None:
    assert read(text, code) == [(name, "person")]


def test_the_country_before_a_name_is_no_part_of_it_later_on() -> None:
    text = "На встрече был президент Бартавии Иван Лесной.\n\nЛесной заявил, что мост закрыт."
    assert read(text) == [("Иван Лесной", "person")]


def test_a_noun_that_opens_a_headline_is_no_part_of_a_name() -> None:
    text = "Выбор Лесного\n\nИван Лесной сделал свой выбор. Лесной заявил, что мост закрыт."
    assert read(text) == [("Иван Лесной", "person")]


def test_a_lone_name_is_a_person_unless_it_looks_like_a_body() -> None:
    assert read("Трандов заявил, что мост закрыт.") == [("Трандов", "person")]
    assert read("Минтранс заявил, что мост закрыт.") == [("Минтранс", "organisation")]


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("Prezident Bartavie Ivan Lesný prohlásil, že most je bezpečný.", "cs", "Ivan Lesný"),
        ("Šéf nemocnice Tomáš Rybář prohlásil, že most je bezpečný.", "cs", "Tomáš Rybář"),
        ("Wójt gminy Dolna Ewa Mała powiedziała, że most jest bezpieczny.", "pl", "Ewa Mała"),
        ("Dyrektor szpitala Tomasz Rybak powiedział, że most jest bezpieczny.", "pl", "Tomasz Rybak"),
        ("Minister Jan Maria Wierzba powiedział, że most jest bezpieczny.", "pl", "Jan Maria Wierzba"),
    ],
)
def test_a_given_name_begins_a_name_behind_an_office(text: str, code: str, name: str) -> None:
    assert read(text, code) == [(name, "person")]


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("Глава Комитета по делам рыбаков Иван Лесной заявил, что мост закрыт.", "ru", "Иван Лесной"),
        ("«Мост закрыт», — сообщил глава Комитета по водным делам Иван Лесной.", "ru", "Иван Лесной"),
        ("Глава Речного комитета Халдена Иван Лесной заявил, что мост закрыт.", "ru", "Иван Лесной"),
        ("Голова Комітету у справах рибалок Іван Лісний заявив, що міст закрито.", "uk", "Іван Лісний"),
    ],
)
def test_an_office_before_a_name_is_no_part_of_it(text: str, code: str, name: str) -> None:
    assert read(text, code) == [(name, "person")]


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("В Министерстве транспорта Халдена заявили, что мост закрыт.", "ru", "Министерство транспорта Халдена"),
        ("«Мост закрыт», — сообщили в ведомстве.", "ru", "ведомство"),
        ("Компании заявили, что мост закрыт.", "ru", "Компании"),
        ("У поліції Халдена розповіли, що міст закрито.", "uk", "поліція Халдена"),
    ],
)
def test_a_body_behind_a_preposition_is_named_in_its_plain_form(text: str, code: str, name: str) -> None:
    assert read(text, code) == [(name, "organisation")]
