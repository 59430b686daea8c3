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
