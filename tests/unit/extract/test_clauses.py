"""Sentences cut into clauses."""

from itertools import pairwise

import pytest

from stemma.extract import extract
from stemma.extract.clauses import LONGEST, find_clauses, is_furniture, trim
from stemma.find import find_quantities
from stemma.lang import find_language
from stemma.model import Article, Span

ENGLISH = find_language("en")


def cut(text, language=ENGLISH, edges=()):
    whole = Span(0, len(text))
    return [part.of(text) for part in find_clauses(text, whole, language, find_quantities(text, language), edges)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ferry sank off Selmar; the crew of twelve was saved by fishermen.",
            ["The ferry sank off Selmar", "the crew of twelve was saved by fishermen"],
        ),
        (
            "As the search for the crew continues, the mayor of Selmar closed the bridge.",
            ["As the search for the crew continues", "the mayor of Selmar closed the bridge"],
        ),
        (
            "The harbour master closed the north pier at noon, as well as the fish market behind the old mill.",
            ["The harbour master closed the north pier at noon, as well as the fish market behind the old mill"],
        ),
        (
            "Both ferries of the Selmar line — old wooden steamers from the river — were sold to a bakery in Orlin.",
            ["Both ferries of the Selmar line — old wooden steamers from the river — were sold to a bakery in Orlin"],
        ),
        (
            "There is no evidence that the north bridge fell into the river.",
            ["There is no evidence that", "the north bridge fell into the river"],
        ),
        (
            "Twelve sailors fled their ranks near Selmar harbour and are now running a small bakery in Orlin.",
            [
                "Twelve sailors fled their ranks near Selmar harbour",
                "and are now running a small bakery in Orlin",
            ],
        ),
        ("The choir bought bread, butter, and honey.", ["The choir bought bread, butter, and honey"]),
        ("The bridge fell.", ["The bridge fell"]),
    ],
)
def test_cuts(text, expected):
    found = cut(text)
    assert [part.removeprefix("and ") for part in found] == [part.removeprefix("and ") for part in expected]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "22 Menschen starben, als die Fähre am Montag vor Selmar sank.", 1),
        ("ru", "22 человека погибли в понедельник, когда у берегов Сельмара затонул паром.", 1),
        ("en", "Nine sailors were hurt, while the mayor of Selmar opened the bridge to 40 guests.", 2),
        ("de", "Zwei Matrosen der alten Fähre wurden verletzt, als die Brücke am Montag einstürzte.", 2),
    ],
)
def test_a_bare_count_stays_with_the_clause_that_says_what_of(code, text, expected):
    assert len(cut(text, find_language(code))) == expected


def test_an_edge_of_content_always_cuts():
    text = "Mayor Holm of Selmar said that the north bridge was unsafe."
    at = text.index("that ") + 5
    assert cut(text, edges=[at]) == ["Mayor Holm of Selmar said that", "the north bridge was unsafe"]


def test_an_edge_inside_a_word_or_number_does_not_cut():
    text = "The works cost 4,500 crowns and the bridge fell."
    assert cut(text, edges=[text.index("orks"), text.index(",500")]) == cut(text)


def test_without_a_language_only_marks_cut():
    text = "Wielki most runął w nocy; nikt nie został ranny w mieście."
    assert cut(text, None) == ["Wielki most runął w nocy", "nikt nie został ranny w mieście"]


@pytest.mark.parametrize("text", ["lamp and boat " * 300, "x" * 2000, "lamp, boat; " * 200])
def test_no_clause_is_too_long(text):
    parts = find_clauses(text, Span(0, len(text)), ENGLISH, [], [])
    assert parts
    assert all(0 < part.end - part.start <= LONGEST for part in parts)
    assert all(left.end <= right.start for left, right in pairwise(parts))


@pytest.mark.parametrize(
    ("text", "expected"), [(' "Bread", ', "Bread"), ("«Pan»…", "Pan"), ("...", ""), ("a—b", "a—b")]
)
def test_trim(text, expected):
    assert trim(text, Span(0, len(text))).of(text) == expected


def test_the_links_of_a_post_are_no_part_of_it():
    text = "The bridge fell at noon https://post.example/x1 pic.post.example/y2"
    assert trim(text, Span(0, len(text))).of(text) == "The bridge fell at noon"


@pytest.mark.parametrize(
    ("text", "furniture"),
    [
        ("Ada Brun (@adabrun) June 3, 2031", True),
        ("Ada Brun (@adabrun) closed the bridge on June 3", False),
        ("To reach the author of this report write to desk@lamp.example", True),
        ("The page www.lamp.example was closed by the port authority", False),
    ],
)
def test_signatures_and_addresses_are_furniture(text, furniture):
    assert is_furniture(text, Span(0, len(text)), ENGLISH) is furniture


def test_a_day_alone_is_no_clause():
    text = "After November 6, I will inspect the bridge at Orra."
    assert len(cut(text)) == 1


def test_the_topic_of_a_headline_is_no_claim_of_its_own():
    title = "Tödliche Schüsse auf Ada Orme: Polizei nimmt einen Verdächtigen im Hafen von Orlin fest"
    text = f"{title}\n\nDie Polizei hat einen Mann festgenommen."
    article = Article(id="a", uri="a", sha256="a", language="de", title=title, text=text)
    assert extract(article).claims[0].text == title
