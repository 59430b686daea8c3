"""People killed, injured or shot, with a number or without."""

import pytest

from stemma.find.quantities import find_harmed, find_quantities
from stemma.lang import find_language

TITLE = "News of the day.\n"


def read(text: str) -> list[tuple[str, float, str | None]]:
    found = find_quantities(TITLE + text, find_language("en"))
    return [(q.text, q.best, q.role) for q in found if q.role]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was killed on Friday.", [("A man", 1, "killed")]),
        ("The flood killed a 24-year-old farm worker.", [("a 24-year-old farm worker", 1, "killed")]),
        ("A woman was shot and killed.", [("A woman", 1, "killed")]),
        ("Three people were shot and killed.", [("Three people", 3, "killed")]),
        ("Three people were shot, one fatally.", [("Three people", 3, "shot"), ("one", 1, "killed")]),
        ("Guards shot and wounded a suspect.", [("a suspect", 1, "injured")]),
        ("Two girls shot, killed by a neighbour.", [("Two girls", 2, "killed")]),
        ("Eight people were taken to Lowtown General with injuries.", [("Eight people", 8, "injured")]),
        ("A third victim has died.", [("A third victim", 3, "killed")]),
        ("A third man was killed.", [("A third man", 1, "killed")]),
        ("Two were hurt and a third man has died.", [("Two", 2, "injured"), ("a third man", 1, "killed")]),
        ("They shot, killed and robbed a man.", []),
        ("A teacher is in critical condition.", [("A teacher", 1, "injured")]),
        ("Both men died.", [("Both men", 2, "killed")]),
        ("No one was injured.", [("No one", 0, "injured")]),
        ("There were no injuries.", [("no injuries", 0, "injured")]),
    ],
)
def test_people_without_a_number_are_counted(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He tried to kill a man.",
        "A man killed the sheep.",
        "A man was not injured.",
        "A man was charged after the fire.",
        "The victim died.",
        "Ida Brown, 61, was pronounced dead.",
        "No one else was injured.",
        "A hunter shot at the wolves.",
    ],
)
def test_nobody_is_counted_without_need(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("A man and a woman were found dead.", ("A man and a woman", 2, "killed")),
        ("She and two children were killed.", ("She and two children", 3, "killed")),
        ("He killed his wife and two children.", ("his wife and two children", 3, "killed")),
        ("Ida Brown, a nurse, and two children were killed.", ("Ida Brown, a nurse, and two children", 3, "killed")),
    ],
)
def test_joined_victims_are_added_up(text: str, total: tuple[str, float, str]) -> None:
    assert total in read(text)


def test_two_phrases_for_one_person_are_not_added_up() -> None:
    assert not any(best > 1 for _, best, _ in read("Ida Brown, a nurse, was killed."))


@pytest.mark.parametrize(
    "text",
    [
        "Two men, ages 20 and 25, were wounded.",
        "Another woman, also 22, was wounded.",
        "Tom Reed Jr., 11, is recovering from a gunshot wound.",
    ],
)
def test_an_age_is_no_count(text: str) -> None:
    assert all(best < 3 for _, best, _ in read(text))


def test_headlines_leave_articles_out() -> None:
    found = find_quantities(
        "Man killed, 2 women hurt in Lowtown fire\nThe fire broke out at noon.", find_language("en")
    )
    assert [(q.text, q.best, q.role) for q in found] == [("Man", 1, "killed"), ("2 women", 2, "injured")]


def test_named_people_are_harmed_and_not_counted() -> None:
    text = TITLE + "Ida Brown, 61, of Lowtown, was pronounced dead. She was 61."
    assert [(q.text, q.role) for q in find_harmed(text, find_language("en"))] == [("Ida Brown", "killed")]


@pytest.mark.parametrize(
    ("code", "text", "total"),
    [
        ("es", "Un hombre y dos mujeres murieron en el incendio.", "Un hombre y dos mujeres"),
        ("fr", "Un homme et deux femmes ont été tués.", "Un homme et deux femmes"),
        ("de", "Ein Mann und zwei Frauen wurden getötet.", "Ein Mann und zwei Frauen"),
        ("it", "Un uomo e due donne sono morti.", "Un uomo e due donne"),
        ("pt", "Um homem e duas mulheres morreram.", "Um homem e duas mulheres"),
    ],
)
def test_numbers_are_added_up_in_other_languages(code: str, text: str, total: str) -> None:
    found = [(q.text, q.best, q.role) for q in find_quantities(text, find_language(code))]
    assert (total, 3, "killed") in found


def test_a_language_without_words_for_people_finds_nobody() -> None:
    assert find_harmed("A man was killed.", None) == []
