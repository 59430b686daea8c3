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


@pytest.mark.parametrize(
    "behind",
    [
        ", though nobody had looked at it",
        ", causing a stir in the valley",
        ", a claim that nobody had checked",
        " (although nobody had looked at it)",
        " — the words that Lind had used in May",
    ],
)
def test_a_comment_behind_a_quotation_is_the_writers(behind: str) -> None:
    comma = "," if behind.startswith(",") else ""
    text = f"Ana Ruiz said the weir was “as good as new{comma}”{behind.removeprefix(',')}."
    assert read(text) == f"the weir was “as good as new{comma}”"


def test_a_clause_behind_a_whole_quotation_is_the_writers() -> None:
    assert read("The guests shouted “Open the weir” as Lind walked in.", "shouted") == "“Open the weir”"


@pytest.mark.parametrize("told", ["“as good as new” because it was dry", "“way off,” and have been for years"])
def test_what_goes_on_behind_a_quotation_is_told(told: str) -> None:
    assert read(f"Ana Ruiz said the tables are {told}.") == f"the tables are {told}"


def test_a_judgement_behind_a_time_belongs_to_its_object() -> None:
    text = "Ana Ruiz described the weir during a talk on Monday as “a relic.”"
    assert read(text, "described") == "the weir during a talk on Monday as “a relic.”"


def test_a_judgement_behind_a_relative_clause_belongs_to_its_object() -> None:
    text = "Ana Ruiz praised Lind, who left on Monday, as “a friend of the valley.”"
    assert read(text, "praised") == "Lind, who left on Monday, as “a friend of the valley.”"


def test_an_object_ends_before_a_clause_with_a_pronoun() -> None:
    assert read("Ana Ruiz praised the “old guard” and she left the valley.", "praised") == "the “old guard”"


@pytest.mark.parametrize("answer", ["but it is not", "but that isn't true", "but this did not happen"])
def test_the_writers_own_answer_to_what_is_told_is_nobodys_denial(answer: str) -> None:
    text = f"Ana Ruiz said the weir had failed, {answer}."
    assert read(text) == "the weir had failed"
    assert [a.stance for a in find_attributions(text, find_language("en"))] == ["asserts"]


def test_a_longer_contrast_is_told() -> None:
    told = "the weir had cracked, but the gates did not give way that night"
    assert read(f"Ana Ruiz said {told}.") == told


def test_a_pronoun_opens_the_main_clause_though_no_list_knows_its_verb() -> None:
    text = "While both mayors say the harbour must grow by half, they differ on the dam."
    assert find_attributions(text, find_language("en"))[0].content.text == "the harbour must grow by half"


@pytest.mark.parametrize(
    ("text", "cue", "told"),
    [
        ("Anyone expecting Ruiz to become a quieter speaker should remember last May.", "expecting", "Ruiz to"),
        ("Hackers backing the mayor hijacked the account of the Harbour Post in May.", "backing", "the mayor"),
        ("Senators who wanted to see the fair could be faced with a long way.", "wanted", "see the fair"),
        ("Those who oppose the dam have left the valley.", "oppose", "the dam"),
    ],
)
def test_the_main_verb_ends_what_describes_its_subject(text: str, cue: str, told: str) -> None:
    content = read(text, cue)
    assert content.startswith(told)
    assert not {"should", "hijacked", "could", "have"}.intersection(content.split())
