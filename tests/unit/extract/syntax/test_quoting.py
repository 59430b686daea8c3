"""Quotations that no known verb claims."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language

QUOTE = "“We shall rebuild the weir before the winter comes,”"
FULL = "“We shall rebuild the weir before the winter comes.”"


def read(text: str) -> list[tuple[str, str]]:
    return [(a.source.text, a.content.text) for a in find_attributions(text, find_language("en"))]


@pytest.mark.parametrize(
    ("behind", "source"),
    [
        ("he mocks.", "he"),
        ("From said.", "From"),
        ("Jun wrote.", "Jun"),
        ("it read.", "it"),
        ("a notice on the gate states.", "a notice on the gate"),
        ("the 43-year-old asked in a letter.", "the 43-year-old"),
        ("beamed Ines Hart.", "Ines Hart"),
    ],
)
def test_somebody_and_a_verb_behind_a_quotation_say_it(behind: str, source: str) -> None:
    assert read(f"{QUOTE} {behind}") == [(source, QUOTE)]


@pytest.mark.parametrize("behind", ["the film opens in May.", "a book about boats, opens in May.", "which won."])
def test_a_title_is_not_said(behind: str) -> None:
    assert read(f"{QUOTE} {behind}") == []


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("As Ines Hart put it,", "Ines Hart"),
        ("As Ines Hart, the head of the club, puts it:", "Ines Hart, the head of the club"),
        ("But back at home, she returned to an old theme:", "she"),
        ("Asked which weir was hers, Ines Hart demurred:", "Ines Hart"),
        ("The mayor went so far as to say:", "The mayor"),
        ("The mayor promised little, but she gave the club a compliment:", "she"),
    ],
)
def test_a_clause_leads_to_a_quotation(before: str, source: str) -> None:
    assert (source, FULL) in read(f"{before} {FULL}")


def test_a_name_signs_before_a_colon() -> None:
    assert read(f"The weir was never safe - Harbour Watch: {FULL}") == [("Harbour Watch", FULL)]


def test_a_slogan_is_no_speech() -> None:
    assert read("She wore a coat with the slogan, “A bridge for every town, and a boat.”") == []


@pytest.mark.parametrize("mark", [":", ","])
def test_a_verb_may_open_the_sentence(mark: str) -> None:
    assert read(f"Said Hart{mark} {FULL}") == [("Hart", FULL)]


def test_a_mark_inside_a_quotation_is_no_end_of_it() -> None:
    text = "“She paid for it. This is why she is the ‘Title Sponsor,’ ” Ines Hart wrote of the gift."
    assert [source for source, _ in read(text)] == ["Ines Hart"]


def test_a_speaker_with_two_offices_is_read_whole() -> None:
    text = "“The weir has stood for a hundred years,” the mayor and former river guide said in a letter."
    assert read(text) == [("the mayor and former river guide", "“The weir has stood for a hundred years,”")]


def test_a_question_that_ends_its_sentence_is_told() -> None:
    text = "“Would it hold for another winter or two?” Hart pressed."
    assert read(text) == [("Hart", "“Would it hold for another winter or two?”")]


def test_a_whole_name_before_a_colon_speaks() -> None:
    assert read(f"The crew left. Ines Hart: {FULL}") == [("Ines Hart", FULL)]
