"""Where what is told ends, when the sentence goes on."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def read(text: str, cue: str = "said") -> str:
    found = [a for a in find_attributions(text, find_language("en")) if a.cue.text == cue]
    assert len(found) == 1, found
    return found[0].content.text


@pytest.mark.parametrize("opener", ["While", "When", "Although", "But even as", "After"])
def test_a_main_clause_ends_what_a_subordinate_one_tells(opener: str) -> None:
    assert read(f"{opener} Ana Ruiz said the weir would hold, the crew left the valley.") == "the weir would hold"


def test_a_main_clause_behind_a_quotation_ends_it() -> None:
    text = "While Ana Ruiz said the weir was “as good as new,” the crew left the valley."
    assert read(text) == "the weir was “as good as new,”"


def test_the_condition_of_what_is_told_belongs_to_it() -> None:
    told = "if the weir fails, the crew will leave"
    assert read(f"Ana Ruiz said {told}.") == told


@pytest.mark.parametrize("mark", [",", " —"])
def test_a_comment_of_the_writer_is_not_told(mark: str) -> None:
    text = f"Ana Ruiz said the weir will be rebuilt{mark} a step that neighbours had long asked for."
    assert read(text) == "the weir will be rebuilt"


def test_a_list_is_no_comment() -> None:
    told = "the weir needs new gates, a pump and a crew of ten with boats"
    assert read(f"Ana Ruiz said {told}.") == told


@pytest.mark.parametrize(
    "ending", [" but he gave her a compliment", " and left the hall", " and said that it was late"]
)
def test_a_quotation_with_a_comma_ends_what_is_told(ending: str) -> None:
    text = f"Ana Ruiz said Lind was “a voice without a town,”{ending}."
    found = find_attributions(text, find_language("en"))
    assert found[0].content.text == "Lind was “a voice without a town,”"


def test_but_said_begins_another_statement() -> None:
    text = "Ana Ruiz said the club will meet, but added, “It is time to change.”"
    found = find_attributions(text, find_language("en"))
    assert [a.content.text for a in found] == ["the club will meet", "“It is time to change.”"]


def test_a_relative_clause_between_commas_is_no_end() -> None:
    told = "a stamp from Lind, who is well liked, would help the club"
    assert read(f"Ana Ruiz hoped {told}.", "hoped") == told


def test_a_main_clause_that_opens_with_a_time_ends_what_is_told() -> None:
    text = "Although Ana Ruiz said the weir would hold, on Friday night she left the valley."
    assert read(text) == "the weir would hold"


def test_what_is_held_goes_on_at_including() -> None:
    told = "every plan for the weir, including the new gates"
    assert read(f"Ana Ruiz praised {told}.", "praised") == told


def test_what_is_held_ends_before_a_clause_of_its_own() -> None:
    text = "Ana Ruiz praised the plan for the weir, and the crew left the valley."
    assert read(text, "praised") == "the plan for the weir"


def test_what_nobody_named_claims_ends_before_the_main_clause() -> None:
    text = "Despite complaints that the weir is unsafe, the crew left the valley."
    assert read(text, "complaints") == "the weir is unsafe"
