"""Marks of an article's own reporting."""

import pytest

from stemma.extract.modality import find_own_reporting
from stemma.lang import find_language
from stemma.model import Span


@pytest.mark.parametrize(
    ("text", "code", "outlet", "mark"),
    [
        ("“It burned,” Ana Ruiz told the Halden Lamp.", "en", "The Halden Lamp", "told the Halden Lamp"),
        ("The pump failed, says a memo seen by Halden Radio.", "en", "Halden Radio", "seen by Halden Radio"),
        ("The Halden Lamp saw two boats.", "en", "Halden Lamp", "Halden Lamp saw"),
        ("A Halden Lamp reporter counted two boats.", "en", "Halden Lamp", "Halden Lamp reporter"),
        ("The gate was open when this reporter arrived.", "en", None, "this reporter"),
        ("“Sudah padam,” ujar Sutri Wardana kepada Kabar Halden.", "id", "Kabar Halden", "kepada Kabar Halden"),
        ("„Es brannte“, sagte Eva Lund der Neuen Turmpost.", "de", "Neue Turmpost", "Turmpost"),
        ("El puente está cerrado, dijo Marta Sol a este diario.", "es", None, "a este diario"),
    ],
)
def test_own_reporting_is_marked(text: str, code: str, outlet: str | None, mark: str) -> None:
    found = find_own_reporting(text, Span(0, len(text)), find_language(code), outlet)
    assert [m.text for m in found] == [mark]


@pytest.mark.parametrize(
    "text",
    [
        "HALDEN LAMP, OSTBY - Two boats sank.",
        "They met where the Halden Lamp had its presses.",
        "Ana Ruiz told the council that two boats sank.",
    ],
)
def test_a_name_alone_is_no_mark(text: str) -> None:
    assert find_own_reporting(text, Span(0, len(text)), find_language("en"), "Halden Lamp") == []


def test_no_language_marks_nothing() -> None:
    assert find_own_reporting("told us", Span(0, 7), None, "Us") == []
