"""Names across spellings."""

import pytest

from stemma.store.naming import choose_names, fold_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Harbour Herald", "harbour herald"),
        ("Diário Cordal", "Diario Cordal"),
        ("Tarn-Orvel News", "Tarn Orvel News"),
        ("La Voz de Orvel", "VOZ DE ORVEL"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_an_article_alone_is_a_name() -> None:
    assert fold_name("Die") == "die"
    assert fold_name("…") == "…"


def test_the_same_name_wins_over_one_that_has_its_words() -> None:
    names = ["Herald", "The Herald", "Harbour Herald", "Harbour Gazette"]
    assert choose_names("herald", names) == ["Herald", "The Herald"]
    assert choose_names("HARBOUR", names) == ["Harbour Gazette", "Harbour Herald"]
    assert choose_names("Lantern", names) == []
    assert choose_names("…", names) == []
