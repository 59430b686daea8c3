"""Quotation marks of every kind."""

import pytest

from stemma.extract.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "yes, it is" today.', ["yes, it is"]),
        ("He said “yes, it is” today.", ["yes, it is"]),
        ("He said ‘it’s fine,’ and left.", ["it’s fine,"]),
        ("He said 'it's fine,' and left.", ["it's fine,"]),
        ("Er sagte: „Ja, das ist so.“", ["Ja, das ist so."]),
        ("Il dit «oui, c’est bien» puis.", ["oui, c’est bien"]),
        ("''Yes it is,'' it said.", ["Yes it is,"]),
        ("''He said, 'Go on,''' she wrote.", ["He said, 'Go on,'"]),
        ("As “rivals“ while the “others” left.", ["rivals", "others"]),
        ("tutup.” Saya minta maaf,” katanya.", [" Saya minta maaf,"]),
        ("The soldiers' reasons and the dogs' food.", []),
        ('A 6\'2" man and a 5" pipe.', []),
        ("It’s the 1990s’ biggest show.", []),
    ],
)
def test_inner_words(text: str, inner: list[str]) -> None:
    assert [quotation.inner.of(text) for quotation in find_quotations(text)] == inner


def test_paragraph_break_closes_an_open_quotation() -> None:
    text = "“One is open.\n\n“Two is closed.”"
    first, second = find_quotations(text)
    assert first.open
    assert not second.open
    assert first.span.of(text) == "“One is open."


def test_speech_differs_from_a_title() -> None:
    text = "He read “Blue River” and said “It is over.”"
    title, speech = find_quotations(text)
    assert not title.is_speech(text)
    assert speech.is_speech(text)


def test_a_straight_mark_may_close_a_curly_one() -> None:
    text = '“We have lost the weir," she said. "We will build another.”'
    assert next(q.inner.of(text) for q in find_quotations(text)) == "We have lost the weir,"


def test_straight_marks_inside_curly_ones_close_nothing() -> None:
    text = '“He called it "a shame," and left,” she said.'
    assert [q.span.of(text) for q in find_quotations(text)] == ['“He called it "a shame," and left,”']


def test_an_opening_mark_may_close_a_quotation() -> None:
    text = "“Apparently not,“ she said. “We will build another.”"
    assert [q.inner.of(text) for q in find_quotations(text)] == ["Apparently not,", "We will build another."]


def test_an_opening_mark_may_close_a_straight_one() -> None:
    text = 'She wrote: "It will break.“ He left, and “we saw it.”'
    assert [q.inner.of(text) for q in find_quotations(text)] == ["It will break.", "we saw it."]
