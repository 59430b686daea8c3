"""Where a content ends before a neighbour clause, and where it goes on over one."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def read(text: str, cue: str) -> str:
    found = [a for a in find_attributions(text, find_language("en")) if a.cue.text == cue]
    assert len(found) == 1, found
    return found[0].content.text


@pytest.mark.parametrize(
    ("told", "cue"),
    [
        ("the club is small and supports Lind", "said"),
        ("crews are ready but just want more pumps", "said"),
        ("Lind and Berg have agreed on the weir", "noted that"),
        ("it was like saying that rain is dry", "said"),
    ],
)
def test_one_clause_is_told_whole(told: str, cue: str) -> None:
    assert read(f"Ana Ruiz {cue} {told}.", cue.split(maxsplit=1)[0]) == told


def test_a_verb_in_the_same_form_is_the_speakers() -> None:
    assert read("Ana Ruiz said the club is small and praised Lind.", "said") == "the club is small"


def test_a_neighbour_with_a_source_of_its_own_is_not_told() -> None:
    text = "Ana Ruiz said the weir would hold, and Lind warned that it would fail."
    assert read(text, "said") == "the weir would hold"


def test_a_quotation_with_a_cue_of_its_own_behind_a_colon_is_not_told() -> None:
    text = "Ana Ruiz said she was too busy to look: “I have much to do before winter,” she wrote."
    assert read(text, "said") == "she was too busy to look"


def test_a_participle_without_a_comma_belongs_to_the_clause() -> None:
    told = "she has no quarrel with mayors or ministers criticising judges"
    assert read(f"Ana Ruiz said {told}.", "said") == told


def list_told(text: str) -> list[tuple[str, str]]:
    return [(a.cue.text, a.content.text) for a in find_attributions(text, find_language("en"))]


def test_what_a_report_tells_of_is_not_told_by_whom_it_names() -> None:
    text = "Ana Ruiz told the crew the weir was “as good as new,” a report shows."
    assert list_told(text) == [
        ("told", "the weir was “as good as new,”"),
        ("shows", "Ana Ruiz told the crew the weir was “as good as new,”"),
    ]


def test_a_speaker_named_on_both_sides_tells_a_quotation_once() -> None:
    assert list_told("Ana Ruiz said that the weir was “as good as new,” she said.") == [
        ("said", "the weir was “as good as new,”")
    ]


def test_a_quotation_between_dashes_has_its_own_cue() -> None:
    text = "Ana Ruiz suggested that the weir was old - “We need to look at it again,” she said - and left."
    assert list_told(text) == [("suggested", "the weir was old"), ("said", "“We need to look at it again,”")]


def test_a_quotation_behind_the_next_cue_is_told_by_that() -> None:
    text = "“The weir is old,” Ana Ruiz said, adding, “We need to look at it again.”"
    assert list_told(text) == [("said", "“The weir is old,”"), ("adding", "“We need to look at it again.”")]


def test_a_crowd_that_opens_the_sentence_is_not_quoted_by_the_next_speaker() -> None:
    text = "When somebody in the hall shouted, “More water,” Ana Ruiz joked, “Come up and carry it down to us!”"
    assert list_told(text) == [("shouted", "“More water,”"), ("joked", "“Come up and carry it down to us!”")]


def test_what_comes_before_another_claim_is_told_apart() -> None:
    text = "Ana Ruiz said the weir had “kept them dry” before claiming that it was new."
    assert list_told(text) == [("said", "the weir had “kept them dry”"), ("claiming", "it was new")]


def test_what_somebody_calls_the_thing_told_of_is_told_apart() -> None:
    text = "Ana Ruiz said it was the plan, which she called “the best for the valley.”"
    assert list_told(text) == [("said", "it was the plan"), ("called", "“the best for the valley.”")]
