"""Names that are one although their letters differ."""

import pytest

from stemma.match.witnesses.mentions import Mention, body_key, compact
from stemma.match.witnesses.spellings import is_one_name, is_respelt, pair_reports, pair_spellings, pair_titled
from stemma.model import Article, Kind


def mention(name: str, kind: Kind = "person", article: str = "a") -> Mention:
    return Mention(body_key(name), name, kind, article)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jason Stweard", "Jason Steward"),  # two letters changed places
        ("Dorella Tarnow", "Dorrella Tarnow"),
        ("Volodymyr Kalinskyy", "Wolodymyr Kalinskyj"),
        ("Abdul Yaqoobi", "Abdul Yaqubi"),
    ],
)
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    assert is_respelt(one, other)
    assert is_respelt(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria Tarnow", "Mario Tarnow"),
        ("Ivan Petrov", "Ivana Petrova"),
        ("Viktor Lesnik", "Viktor Lesnika"),
        ("Ana Ruiz", "Ana Ruis Berg"),
        ("Ana Berg", "Ana Borg"),  # too short for a slip
        ("Jon Tarnow", "Ana Tarnow"),
        ("Edvard Yau", "Edvard Yeung"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert not is_respelt(one, other)


def write(name: str, story: str) -> Article:
    return Article(id=name, uri=name, sha256=name, language="en", title=None, text="", story=story)


def test_a_slip_joins_inside_one_story_and_across_articles() -> None:
    articles = [write("a", "s"), write("b", "s"), write("c", "t")]
    one, slip = mention("Jason Steward"), mention("Jason Stweard", article="b")
    assert list(pair_spellings([one, slip], articles)) == [(one.key, slip.key)]
    assert not list(pair_spellings([one, mention("Jason Stweard", article="c")], articles))
    assert not list(pair_spellings([one, slip, mention("Jason Stweard")], articles))  # one article names both
    assert not list(pair_spellings([one, mention("Jason Stweard", "organisation", "b")], articles))


@pytest.mark.parametrize(
    "name", ["Orlin chief Ana Ruiz", "Orlin Police Station SHO Ana Ruiz", "Ana Ruiz of Velden Lamp"]
)
def test_an_office_or_a_body_beside_a_name_is_the_person(name: str) -> None:
    person = mention("Ana Ruiz")
    assert list(pair_titled([person, mention(name, "organisation")])) == [(person.key, body_key(name))]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Velden Foundation Ana Ruiz", "organisation"),  # bears her name
        ("Jon Berg and Ana Ruiz", "person"),
        ("brother of Ana Ruiz", "person"),
        ("friends Ana Ruiz", "unnamed"),
        ("Ana Ruiz", "person"),
    ],
)
def test_what_only_holds_a_name_is_somebody_else(name: str, kind: Kind) -> None:
    assert not list(pair_titled([mention("Ana Ruiz"), mention(name, kind)]))


def test_a_report_of_a_medium_is_the_medium() -> None:
    medium = mention("Velden Lamp", "outlet")
    for name in ("Velden Lamp report", "2015 Velden Lamp editorial"):
        assert list(pair_reports([medium, mention(name, "document")], {"a": "en"})) == [(medium.key, body_key(name))]
    for name in ("Orlin Post report", "internal report", "Velden Lamp"):
        assert not list(pair_reports([medium, mention(name, "document")], {"a": "en"}))


def test_a_document_noun_may_stand_before_the_name() -> None:
    medium = mention("Suara Velden", "outlet")
    report = mention("laporan Suara Velden", "document")
    assert list(pair_reports([medium, report], {"a": "id"})) == [(medium.key, report.key)]


def test_two_people_joined_by_a_word_are_no_name() -> None:
    assert is_one_name("Ana Ruiz")
    assert not is_one_name("Ana Ruiz and Jon Berg")


def test_a_legal_form_is_no_part_of_a_name() -> None:
    assert compact("Velden Motors Inc.") == compact("Velden Motors") == compact("PT Velden Motors Tbk")
    assert compact("Velden Motors") != compact("Velden")
    assert compact("PT") == "pt"
