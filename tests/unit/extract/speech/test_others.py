"""Cues that are no plain verbs of speech: documents seen, numbers given, people asked."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language
from stemma.model import Attribution


def find(text: str, code: str = "en", outlet: str | None = None) -> list[Attribution]:
    return find_attributions(text, find_language(code), "a1", outlet)


def outer(found: list[Attribution], name: str) -> str | None:
    by_id = {a.id: a for a in found}
    inner = next(a for a in found if a.source.name == name)
    return by_id[inner.inside].source.name if inner.inside else None


def test_whoever_saw_a_document_is_the_outer_voice() -> None:
    found = find("The valve had failed in May, according to a memo obtained by Reuters.")
    assert outer(found, "memo") == "Reuters"


def test_the_own_outlet_that_saw_it_is_none() -> None:
    found = find("The valve had failed in May, according to a logbook seen by Halden Radio.", outlet="Halden Radio")
    assert [(a.source.name, a.inside) for a in found] == [("logbook", None)]


@pytest.mark.parametrize(
    ("text", "code", "source", "cue", "content"),
    [
        ("Ana Ruiz put the loss at 12 million crowns.", "en", "Ana Ruiz", "put", "the loss at 12 million crowns"),
        ("The mayor estimated the crowd at nearly forty people.", "en", "The mayor", "estimated", "nearly forty"),
        ("Der Minister bezifferte den Schaden auf 90 Millionen Euro.", "de", "Minister", "bezifferte", "90 Millionen"),
        ("El alcalde cifró las pérdidas en 20 millones de euros.", "es", "El alcalde", "cifró", "20 millones"),
    ],
)
def test_a_number_is_given(text: str, code: str, source: str, cue: str, content: str) -> None:
    found = [a for a in find(text, code) if a.cue.text == cue]
    assert len(found) == 1
    assert source in found[0].source.text
    assert content in found[0].content.text


def test_putting_bread_at_a_door_says_nothing() -> None:
    assert find("They put the bread at the door.") == []


def test_who_was_asked_is_the_inner_voice() -> None:
    found = find("Ole Berg said that officers confirmed with the owners of the ship that no crate was lost.")
    assert outer(found, "owners of the ship") == "officers"
    assert outer(found, "officers") == "Ole Berg"


def test_an_errand_to_confirm() -> None:
    found = find("Ole Berg said the crew spoke with the owners of the ship to confirm that no crate was lost.")
    assert outer(found, "owners of the ship") == "Ole Berg"


def test_with_a_subject_of_its_own() -> None:
    found = find("The Halden Gazette reported that the line has shut, with Ole Berg saying that nobody was asked.")
    assert outer(found, "Ole Berg") == "Halden Gazette"


@pytest.mark.parametrize(
    ("text", "code", "content"),
    [
        ("Dewan Kota Halden dengan tegas membantah bahwa kapal itu karam.", "id", "kapal itu karam"),
        ("Die Behörde bestritt am Freitag, dass ein Boot gesunken ist.", "de", "ein Boot gesunken ist"),
        ("Las autoridades negaron el miércoles que el tren llevara gas.", "es", "el tren llevara gas"),
    ],
)
def test_manner_and_time_stand_before_the_content(text: str, code: str, content: str) -> None:
    assert [(a.stance, a.content.text) for a in find(text, code)] == [("denies", content)]


def test_unnamed_speaker_tells_the_own_outlet() -> None:
    found = find("“You lie there and listen,” one father of two told The Daily Lamp.", outlet="The Daily Lamp")
    assert [(a.source.text, a.inside, a.source.speaks_for) for a in found] == [("one father of two", None, None)]


def test_a_group_pronoun_means_the_body_just_named() -> None:
    found = find(
        "Halden Finance reached out to Lumo Bank and they sent us this statement:\n\n“We stay.”",
        outlet="Halden Finance",
    )
    assert [a.source.name for a in found] == ["Lumo Bank"]


@pytest.mark.parametrize(
    "text", ["Wreck: The ferry lies on its side.", "The boat sank in Ostby.\nOstby: The line is shut."]
)
def test_captions_and_places_are_no_labels(text: str) -> None:
    assert [a for a in find(text) if a.cue.text == ":"] == []


@pytest.mark.parametrize("text", ["I think the bridge will hold.", "We expect the bridge to hold."])
def test_the_writer_is_no_source(text: str) -> None:
    assert find(text) == []


def test_a_claim_of_nobody_named_has_no_source() -> None:
    (found,) = [a for a in find("The board faced complaints that the weir is unsafe.") if a.cue.text == "complaints"]
    assert (found.source.text, found.content.text) == ("", "the weir is unsafe")


@pytest.mark.parametrize(
    "text", ["The claim that the weir is unsafe came up in May.", "Ruiz made claims that hurt the board."]
)
def test_a_claim_that_nobody_tells(text: str) -> None:
    assert not [a for a in find(text) if not a.source.text]
