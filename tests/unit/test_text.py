"""Pure text helpers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.text import (
    drop_lone_marks,
    find_wide_encoding,
    find_words,
    fold,
    fold_long,
    is_telling_name,
    join_lists,
    make_id,
)


@given(st.lists(st.text()))
def test_the_same_content_gets_the_same_id(parts: list[str]) -> None:
    assert make_id(*parts) == make_id(*parts)
    assert len(make_id(*parts)) == 12
    assert set(make_id(*parts)) <= set("0123456789abcdef")


def test_parts_do_not_run_together() -> None:
    assert make_id("ab", "c") != make_id("a", "bc")


def test_a_lone_surrogate_has_an_id_too() -> None:
    assert make_id("\ud800")


def test_fold_forgets_case_accents_and_curly_apostrophes() -> None:
    assert fold("L’Été ÉTAIT") == "l'ete etait"


@given(st.text(alphabet=st.characters(codec="utf-8", categories=["Ll", "Lu", "Nd", "Zs"]), max_size=40))
def test_folding_twice_changes_nothing_in_latin_letters(text: str) -> None:
    latin = text.encode("latin-1", "ignore").decode("latin-1")
    assert fold(fold(latin)) == fold(latin)


def test_long_texts_fold_as_words_do() -> None:
    assert fold_long("L’Été ÉTAIT\nlà") == fold("L’Été ÉTAIT\nlà")


def test_joined_lists_hold_the_words_of_each() -> None:
    assert join_lists(frozenset({"on"}), frozenset({"by"}), frozenset()) == {"on", "by"}


def test_words_keep_inner_apostrophes_and_hyphens() -> None:
    assert find_words("The mayor’s well-known boat, no. 12!") == ["the", "mayor's", "well-known", "boat", "no", "12"]


def test_folding_keeps_letters_that_marks_make() -> None:
    assert fold("が") != fold("か")
    assert fold("한국") == "한국"
    assert fold("وفقًا") == fold("وفقا")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ('user "tarn', "user tarn"),
        ("„Tarn", "Tarn"),
        ("Tarn»", "Tarn"),
        ("Ana “Tarn” Ruiz", "Ana “Tarn” Ruiz"),
        ('Ana "Tarn" Ruiz', 'Ana "Tarn" Ruiz'),
        ("„Tarn“", "„Tarn“"),
    ],
)
def test_a_mark_without_its_other_half_goes(name: str, kept: str) -> None:
    assert drop_lone_marks(name) == kept


@pytest.mark.parametrize(
    ("name", "telling"), [("Halden Gazette", True), ("the Corner", False), ("Gazette", False), ("", False)]
)
def test_a_name_of_two_words_with_capitals_tells_whose_it_is(name: str, telling: bool) -> None:
    assert is_telling_name(name) is telling


def test_utf_16_shows_in_its_zeros():
    assert find_wide_encoding("Ferry late".encode("utf-16-le")) == "utf-16-le"
    assert find_wide_encoding("Ferry late".encode("utf-16-be")) == "utf-16-be"
    for content in (b"", b"Ferry late", bytes(100), b"PK\x03\x04\x00\x00" * 50, bytes(range(256)) * 4):
        assert find_wide_encoding(content) is None
