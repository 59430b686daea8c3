"""Whom a pronoun means, and when that stays open."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def name_of(text: str, source: str, code: str) -> str:
    found = [a.source for a in find_attributions(text, find_language(code)) if a.source.text == source]
    assert found, source
    return found[-1].name


@pytest.mark.parametrize(
    ("code", "text", "source", "name"),
    [
        ("en", "Robert Orme said the gate was shut. He said the keys were lost.", "He", "Robert Orme"),
        ("en", "Robert Orme said the gate was shut. A local official said it was open. He said it rang.", "He", ""),
        (
            "de",
            "Robert Orm teilte mit, dass das Tor zu sei. Der Wasserminister widersprach. Er sagte, es sei offen.",
            "Er",
            "",
        ),
        ("de", "Robert Orm teilte mit, dass das Tor zu sei. Auch Minister Fenn kam. Er sagte, es sei offen.", "Er", ""),
        ("fr", "Sophie Orme a dit que la porte était fermée. Il a dit que la clé manquait.", "Il", ""),
        ("nl", "Robert Orm zei dat de poort dicht was. Zij zei dat de sleutel weg was.", "Zij", ""),
    ],
)
def test_a_pronoun_means_the_last_speaker_or_stays_open(code: str, text: str, source: str, name: str) -> None:
    assert name_of(text, source, code) == name


def test_a_far_speaker_is_not_meant() -> None:
    between = "The weir was old. The pumps were new. The road was wet. The lock was full. The tide was high. "
    assert name_of(f"Robert Orme said the gate was shut. {between}He said the keys were lost.", "He", "en") == ""


def test_a_verb_without_subject_has_one_speaker_where_its_form_says_so() -> None:
    text = "Ana Brandal dijo que la presa está llena. Añadió que el canal está cerrado. Añadieron que la calle también."
    sources = [a.source for a in find_attributions(text, find_language("es"))]
    assert [(s.name, s.basis) for s in sources[1:]] == [("Ana Brandal", "ellipsis"), ("", None)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("El gobierno de Varela informó que la presa aguanta. Añadió que el canal está cerrado.", "gobierno de Varela"),
        ("La presa fue impulsada por el gobernador Luis Merlo. “Es nueva”, añadió.", ""),
    ],
)
def test_a_verb_without_subject_goes_on_with_the_body_that_spoke(text: str, name: str) -> None:
    assert find_attributions(text, find_language("es"))[-1].source.name == name
