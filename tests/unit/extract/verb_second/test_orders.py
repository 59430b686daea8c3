"""German word order: where the speaker stands, where what is said begins and ends, and who goes on speaking."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.extract.speech.words import find_paragraphs
from stemma.extract.syntax.reading import Reader
from stemma.extract.verb_second.fields import Clauses
from stemma.lang import find_language
from stemma.model import Attribution


def find(text: str) -> list[Attribution]:
    return find_attributions(text, find_language("de"))


def cut(text: str) -> list[str]:
    language = find_language("de")
    assert language is not None
    sentence = find_paragraphs(text, language)[0].sentences[0]
    clauses = Clauses(Reader(sentence, language.speech, sentence.low))
    tokens = sentence.tokens
    return [text[tokens[field.low].start : tokens[field.high - 1].end] for field in clauses.fields]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Er sagte, es sei spät.", ["Er sagte", "es sei spät"]),
        ("Das kostet 3,5 Millionen Euro.", ["Das kostet 3,5 Millionen Euro"]),
        ("Er stand auf und sagte nichts.", ["Er stand auf", "und sagte nichts"]),
        ("Die Bahn (CDU, SPD) fährt.", ["Die Bahn (CDU, SPD) fährt"]),
        ("Am 21. Mai fuhr er los.", ["Am 21. Mai fuhr er los"]),
    ],
)
def test_a_sentence_falls_into_fields(text: str, fields: list[str]) -> None:
    assert cut(text) == fields


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Am Abend teilte der Vogt, ein Bauer, mit, dass es regne.", "der Vogt, ein Bauer", "es regne"),
        ("Als es regnete, sagte Ida Kroll, das Zelt sei dicht.", "Ida Kroll", "das Zelt sei dicht"),
        ("Ida Kroll, die das Zelt kaufte, sagte, es sei dicht.", "Ida Kroll", "es sei dicht"),
        ("Auf die Frage, ob es regne, antwortete Ida Kroll: „Nein, noch nicht heute.“", "Ida Kroll", "„Nein"),
        (
            "Die Gruppe um Ida Kroll forderte, die Deiche zu erhöhen.",
            "Die Gruppe um Ida Kroll",
            "die Deiche zu erhöhen",
        ),
        ("Gestern war laut Jon Lerche der neue Pegel falsch.", "Jon Lerche", "Gestern war der neue"),
        ("Während der Wirt erklärte, es sei voll, lachte Ida.", "der Wirt", "es sei voll"),
        ("Bleiben wolle man, so der Wirt, im Juni nicht.", "der Wirt", "Bleiben wolle man im Juni nicht"),
    ],
)
def test_the_subject_is_found_wherever_it_stands(text: str, source: str, content: str) -> None:
    assert any(a.source.text == source and a.content.text.startswith(content) for a in find(text)), find(text)


def test_what_is_said_ends_where_the_main_clause_goes_on() -> None:
    found = find("Der Angeklagte hatte erklärt, er sei unschuldig, erkannte das Gericht aber nicht an.")
    assert [a.content.text for a in found] == ["er sei unschuldig"]


def test_whoever_spoke_goes_on_in_the_subjunctive() -> None:
    found = find(
        "Der Vogt sagte, es regne. Die Straßen seien leer. Niemand gehe aus dem Haus. Im Mai schien die Sonne."
    )
    assert found[-1].source.text == "Der Vogt"
    assert found[-1].content.text == "Die Straßen seien leer. Niemand gehe aus dem Haus"
    assert found[-1].cue.text == "seien"


def test_a_wish_alone_tells_of_nobody() -> None:
    assert not find("Die Straßen wären leer. Ohne Regen würden die Felder verdorren.")


def test_hearsay_names_nobody() -> None:
    (found,) = find("Es hieß, der Vogt sei krank.")
    assert (found.source.span, found.source.name, found.source.kind) == (None, "", "unnamed")


def test_the_statement_of_somebody_is_resolved_to_him() -> None:
    (found,) = find("Nach Angaben von Landrat Emil Harkort sind alle Straßen frei.")
    assert (found.source.text, found.source.name) == ("Angaben von Landrat Emil Harkort", "Emil Harkort")


@pytest.mark.parametrize(
    "text",
    [
        "Die Mannschaft bestreitet das Spiel im Mai.",
        "Der Schaden, den die Flut anrichtete, war groß.",
        "Das laut brummende Gerät stand in der Küche.",
        "Eine Forderung nach mehr Lohn liegt vor.",
        "Sie hoffte auf gutes Wetter und packte die Koffer.",
    ],
)
def test_other_senses_attribute_nothing(text: str) -> None:
    assert not find(text)


def test_a_view_belongs_to_its_owner() -> None:
    found = find("Ana Merks Behauptung, dass der Damm hält, ist falsch.")
    assert [(a.source.text, a.content.text) for a in found] == [("Ana Merks", "der Damm hält")]


def test_a_view_that_nobody_owns_has_no_source() -> None:
    found = [a for a in find("Die Stadt wies die Vorwürfe, dass der Damm bricht, zurück.") if a.cue.text == "Vorwürfe"]
    assert [a.source.text for a in found] == [""]


def test_a_medium_that_is_told_is_no_part_of_a_name() -> None:
    for told in ("der Osterner Zeitung", "der Redaktion von Radio Ostern", "dem Redaktionsnetzwerk Ostern"):
        found = find(f"„Der Damm hält“, sagte Petra Merk {told}.")
        assert [a.source.text for a in found] == ["Petra Merk"]


def test_an_adverb_stands_inside_a_phrase() -> None:
    found = find("Laut einem kürzlich ergangenen Urteil muss die Stadt den Damm räumen.")
    assert [a.source.text for a in found] == ["einem kürzlich ergangenen Urteil"]


def test_readers_called_upon_say_nothing() -> None:
    assert not find("Der Damm ist alt. Man stelle sich vor, er würde brechen.")
