"""The medium that somebody told, apart from the verb."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def read_chain(text: str, code: str) -> list[tuple[str, str]]:
    found = find_attributions(text, find_language(code))
    outer = {a.id: a.source.name for a in found}
    return [(a.source.text, outer.get(a.inside or "", "")) for a in found if a.inside]


@pytest.mark.parametrize(
    ("code", "text", "source", "medium"),
    [
        ("en", "The lock is closed, the mayor told the Halden Post.", "the mayor", "Halden Post"),
        ("en", "The clinic told The Sextant that three sailors had died.", "The clinic", "Sextant"),
        ("en", "The lock is closed, Ana Ruiz told La Gazette du Lac.", "Ana Ruiz", "La Gazette du Lac"),
        ("es", "La esclusa cerró, declaró la alcaldesa Ana Ruiz a El Vigía del Norte.", "la alcaldesa Ana Ruiz", ""),
        ("it", "La chiusa è ferma, ha detto il sindaco al Corriere di Oster.", "il sindaco", "Corriere di Oster"),
        (
            "nl",
            "De sluis is dicht, zei de burgemeester tegen de Ostense Courant.",
            "de burgemeester",
            "Ostense Courant",
        ),
        ("de", "Die Schleuse sei zu, sagte der Bürgermeister dem Magazin „Seeblick“.", "der Bürgermeister", "Seeblick"),
        ("ru", "Мэр сообщил изданию «Озёрный Вестник», что шлюз закрыт.", "Мэр", "Озёрный Вестник"),
        ("ru", "Шлюз закрыт, рассказал мэр изданию «Le Phare du Lac».", "мэр", "Le Phare du Lac"),
        ("uk", "Мер сказав газеті «Вечірній Остер», що шлюз закрили.", "Мер", "Вечірній Остер"),
    ],
)
def test_the_medium_passes_on_what_it_was_told(code: str, text: str, source: str, medium: str) -> None:
    ((said, told),) = read_chain(text, code)
    assert said == source
    assert told == (medium or "Vigía del Norte")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The lock is closed, the mayor told The Hague."),
        ("en", "The lock is closed, the mayor told Ana Ruiz."),
        ("es", "La esclusa cerró, declaró la alcaldesa a los vecinos."),
        ("ru", "Мэр сообщил газете, что шлюз закрыт."),
    ],
)
def test_nobody_else_is_a_medium(code: str, text: str) -> None:
    assert read_chain(text, code) == []
