import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.find import find_sentences
from stemma.lang import find_language

ENGLISH = find_language("en")


def read(text, language=ENGLISH):
    return [span.of(text) for span in find_sentences(text, language)]


def test_a_capital_after_a_stop_begins_a_sentence():
    assert read("The dam broke. Farmers fled.") == ["The dam broke.", "Farmers fled."]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Roe met Sgt. Doe near the mill.",
        "J. K. Roe wrote it.",
        "It rose 3.5 percent.",
        "The U.S. Navy sailed.",
        "They met at 3 p.m. on the quay.",
        "He waited … and waited.",
    ],
)
def test_some_stops_end_nothing(text):
    assert read(text) == [text]


def test_closing_quotes_stay_with_their_sentence():
    assert read("“We leave … now.” He shut the door.") == ["“We leave … now.”", "He shut the door."]


def test_letters_with_stops_may_end_a_sentence():
    assert read("She works in the U.S. The mill closed.") == ["She works in the U.S.", "The mill closed."]


def test_a_line_break_always_ends_a_sentence():
    assert read("Mill shuts\n\nThe mill by\nthe river") == ["Mill shuts", "The mill by", "the river"]


def test_wide_stops_end_sentences_without_a_space():
    assert read("水が来た。人々は逃げた！") == ["水が来た。", "人々は逃げた！"]


def test_a_language_gives_its_own_abbreviations():
    assert read("Menurut Dr. Roe, air naik.", find_language("id")) == ["Menurut Dr. Roe, air naik."]
    assert read("Dr. Roe ging.", None) == ["Dr.", "Roe ging."]


@settings(deadline=None)
@given(st.text(alphabet="aB .!?…\n\"”'。1", max_size=80))
def test_sentences_cover_all_that_is_not_blank_and_never_overlap(text):
    spans = find_sentences(text, ENGLISH)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))


def test_a_text_that_never_ends_a_sentence_is_cut_at_spaces():
    text = "again and " * 1000
    spans = find_sentences(text, find_language("en"))
    assert all(span.end - span.start <= 3000 for span in spans)
    assert " ".join(span.of(text) for span in spans) == text.strip()
