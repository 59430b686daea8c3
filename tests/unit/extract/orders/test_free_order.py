"""Attribution where cases free the order of words."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def read(text: str) -> list[tuple[str, str, str]]:
    found = find_attributions(text, find_language("cs"))
    return [(a.source.text, a.cue.text, a.content.text) for a in found]


@pytest.mark.parametrize(
    "text",
    [
        "Mluvčí drah Robert Mizera uvedl, že trať je sjízdná.",
        "V pondělí uvedl mluvčí drah Robert Mizera, že trať je sjízdná.",
        "Novinářům uvedl mluvčí drah Robert Mizera, že trať je sjízdná.",
    ],
)
def test_the_subject_stands_on_either_side(text: str) -> None:
    assert read(text) == [("mluvčí drah Robert Mizera" if text[0] != "M" else text[:25], "uvedl", "trať je sjízdná")]


def test_the_hearer_is_no_speaker() -> None:
    assert read("„Trať je sjízdná,“ řekl včera agentuře Orbis mluvčí drah Robert Mizera.") == [
        ("mluvčí drah Robert Mizera", "řekl", "„Trať je sjízdná,“")
    ]


def test_a_statement_holds_the_words_of_attribution() -> None:
    assert read("Trať podle mluvčího drah otevřou v pátek.") == [("mluvčího drah", "podle", "Trať otevřou v pátek")]


def test_a_verb_without_a_subject_goes_on_with_the_last_speaker() -> None:
    found = find_attributions(
        "Mluvčí drah Robert Mizera uvedl, že trať je sjízdná. Dodal, že vlaky jedou.", find_language("cs")
    )
    assert [a.source.name for a in found] == ["Robert Mizera", "Robert Mizera"]


def test_an_object_may_come_first() -> None:
    found = find_attributions("Zprávu o nehodě popřela mluvčí drah.", find_language("cs"))
    assert [(a.source.text, a.content.text, a.stance) for a in found] == [("mluvčí drah", "Zprávu o nehodě", "denies")]


def test_who_refuses_to_comment_declines() -> None:
    found = find_attributions("Mluvčí se k nehodě nechtěl vyjádřit.", find_language("cs"))
    assert [(a.source.text, a.stance) for a in found] == [("Mluvčí", "declines")]


def test_a_law_does_not_speak() -> None:
    assert read("Podle zákona musí být trať hotová do dvou let.") == []


def test_two_sources_share_a_sentence() -> None:
    told = read("Podle starosty je most opravený, podle kritiků je v dezolátním stavu.")
    assert [(source, content) for source, _, content in told] == [
        ("starosty", "je most opravený"),
        ("kritiků", "je v dezolátním stavu"),
    ]


def test_a_party_in_brackets_parts_no_clause() -> None:
    told = read("Senátor Jan Malý (SPR) ve čtvrtek po jednání řekl, že most je opravený.")
    assert told == [("Senátor Jan Malý", "řekl", "most je opravený")]


def test_the_preposition_z_is_no_conjunction() -> None:
    told = read("Ze zprávy úřadu vyplývá, že most je opravený.")
    assert told == [("zprávy úřadu", "vyplývá", "most je opravený")]


def test_a_headline_may_name_its_speaker_in_what_is_said() -> None:
    assert read("Malý chce snížit daně, oznámil na sjezdu") == [("Malý", "oznámil", "Malý chce snížit daně")]


def test_a_court_holds_no_view_of_whom_it_condemns() -> None:
    assert read("Soud odsoudil muže k pěti letům.") == []


def test_the_preposition_of_a_verb_may_open_the_sentence() -> None:
    assert read("Před mrazem varují meteorologové.") == [("meteorologové", "varují", "mrazem")]


def test_a_name_in_the_genitive_goes_on_behind_its_body() -> None:
    told = read("Podle místopředsedy hospodářského výboru Jana Malého je zákon špatný.")
    assert told == [("místopředsedy hospodářského výboru Jana Malého", "Podle", "je zákon špatný")]


def test_a_dash_behind_a_full_stop_opens_what_somebody_says() -> None:
    text = "Most jest zamknięty. – To nieprawda – stwierdził minister Piotr Olszak. – Most jest otwarty."
    found = find_attributions(text, find_language("pl"))
    assert [(a.source.name, a.content.text) for a in found] == [
        ("Piotr Olszak", "To nieprawda Most jest otwarty."),
    ]
