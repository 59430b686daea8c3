import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.acquire.names import Names, clean_name


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("in/one.txt", "in/one.txt"),
        ("../../etc/passwd", "etc/passwd"),
        ("/abs//a.txt", "abs/a.txt"),
        ("C:\\win\\..\\a.txt", "win/a.txt"),
        ("a\x1b[31m\u202eb.txt", "a_[31m_b.txt"),
        ("..", "unnamed"),
        ("", "unnamed"),
        ("Мост.txt", "Мост.txt"),
    ],
)
def test_names_lead_nowhere_else(name, cleaned):
    assert clean_name(name) == cleaned


@given(st.text(max_size=300))
def test_any_name_becomes_a_harmless_one(name):
    cleaned = clean_name(name)
    assert cleaned
    assert len(cleaned) <= 240
    assert not {"", "..", "."} & set(cleaned.split("/"))
    assert clean_name(cleaned) == cleaned


def test_no_two_documents_have_one_uri():
    names = Names("a.zip")
    taken = [
        names.take("x.txt"),
        names.take("../x.txt"),
        names.take_address("https://a.example/x"),
        names.take("x.txt"),
    ]
    assert taken == ["a.zip/x.txt", "a.zip/x.txt~2", "a.zip/a.example/x", "a.zip/x.txt~3"]
