import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.find import find_demonym, find_names, find_outlet
from stemma.lang import find_language

ENGLISH, INDONESIAN = find_language("en"), find_language("id")


def read(text, language=ENGLISH):
    return [(name.text, name.kind) for name in find_names(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met President Ann Roe there.", [("Ann Roe", "person")]),
        ("They met Mr Qwist there.", [("Qwist", "person")]),
        ("They asked General Kim Dae-ho twice.", [("Kim Dae-ho", "person")]),
        ("Then Robert Q. Vellum sang.", [("Robert Q. Vellum", "person")]),
        ("the Institute of Rural Mills closed", [("Institute of Rural Mills", "organisation")]),
        ("the U.S. Geological Survey said", [("U.S. Geological Survey", "organisation")]),
        ("as the Marlow Herald reported", [("Marlow Herald", "outlet")]),
        ("as the Detroit Free Press wrote", [("Detroit Free Press", "outlet")]),
        ("told the Kyodo News Agency", [("Kyodo News Agency", "agency")]),
        ("reached by AFP late", [("AFP", "agency")]),
        ("rain over North Korea fell", [("North Korea", "state")]),
        ("rain over Vienna fell", [("Vienna", "place")]),
        ("three Ukrainian bakers", [("Ukrainian", "group")]),
        ("the Indian Ocean rose", [("Indian Ocean", "place")]),
        ("Russia's mills", [("Russia", "state")]),
        ("under Article 5 of it", []),
        ("Yesterday Meanwhile it rained", []),
    ],
)
def test_english_names(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hujan di Korea Utara turun", [("Korea Utara", "state")]),
        ("kata Presiden Rusia Anna Roe kemarin", [("Rusia", "state"), ("Anna Roe", "person")]),
        ("menurut Kementerian Pertanian kemarin", [("Kementerian Pertanian", "organisation")]),
        ("dikutip dari Kompas kemarin", [("Kompas", "outlet")]),
    ],
)
def test_indonesian_names(text, expected):
    assert read(text, INDONESIAN) == expected


def test_a_first_word_counts_only_with_support():
    assert read("Bread was dear.") == []
    assert read("Qwistol was late. Later Qwistol sang, and the Qwistol sank.")[0] == ("Qwistol", "unknown")


def test_a_headline_is_no_name():
    text = "Angry Bakers Leave Vienna Over Cheap Flour Deal\nThe bakers left on foot."
    assert read(text) == [("Vienna", "place")]


def test_a_last_name_is_a_person_once_the_full_name_was():
    assert read("We met Ann Qwist. On the road Qwist sang.") == [("Ann Qwist", "person"), ("Qwist", "person")]


def test_outlets_have_aliases():
    assert find_outlet("WSJ") == ("The Wall Street Journal", "outlet")
    assert find_outlet("AP") == ("Associated Press", "agency")
    assert find_outlet("the new york times") == ("The New York Times", "outlet")
    assert find_outlet("ap") is None
    assert find_outlet("Qwist") is None


def test_demonyms_give_codes():
    assert find_demonym("North Korean") == "KP"
    assert find_demonym("European") == ""
    assert find_demonym("wooden") is None


WORDS = [
    "Ann",
    "Roe",
    "of",
    "the",
    "News",
    "Ministry",
    "Mr",
    "North",
    "Korean",
    "Korea's",
    "A.",
    "—",
    "\n",
    "“",
    ".",
    "and",
    "Al-Roe",
    "XYZ",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_every_span_equals_its_text_and_none_overlap(words):
    text = " ".join(words)
    for language in (ENGLISH, INDONESIAN, None):
        names = find_names(text, language)
        assert all(name.span.of(text) == name.text and name.text for name in names)
        assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(names))


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text):
    for language in (ENGLISH, None):
        assert all(name.span.of(text) == name.text for name in find_names(text, language))


def test_one_long_name_runs_over_its_second_article():
    long, beside = "Office for the Care of Canals and the Repair of Locks", "The Bank of Oster and the Fen Council met."
    assert read(f"It rained on the fields, and the {long} closed its gates early that day.") == [(long, "organisation")]
    assert [name for name, _ in read(f"It rained on the fields that day. {beside}")] == ["Bank of Oster", "Fen Council"]


def test_a_verb_that_opens_a_sentence_is_no_town():
    assert read("“Reading it brought tears to my eyes,” she told the class on the hill.") == []
    assert [name for name, _ in read("Reading has a bridge, and she lives there with her sister.")] == ["Reading"]
