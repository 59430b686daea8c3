"""Notes by which articles correct themselves."""

import pytest

from stemma.clean import clean
from stemma.clean.corrections import find_corrections, is_correction
from stemma.lang import find_language, known_codes
from stemma.model import RawDocument
from stemma.settings import Settings

BODY = "The ferry Alma left Harborview on Monday with forty passengers, and it came back an hour later."


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Correction: An earlier headline gave a wrong number of passengers.", "en"),
        ("(This story has been updated to add what the captain said.)", "en"),
        ("* Editor’s note: the mill is in Harborview, not in Calvera.", "en"),
        ("Korrektur: In einer früheren Version stand ein falscher Name.", "de"),
        ("Rectificatif : le bac transportait quarante passagers.", "fr"),
        ("Ralat: Jumlah penumpang adalah empat puluh orang.", "id"),
        ("Исправлено: на борту было сорок пассажиров.", "ru"),
        ("【訂正】当初の記事で乗客の数が誤っていました。", "ja"),
        ("更正：渡轮上有四十名乘客。", "zh"),
    ],
)
def test_notes(line: str, code: str) -> None:
    assert is_correction(line, code)


@pytest.mark.parametrize(
    "line",
    [
        "Corrections officers said that the ferry left on Monday.",
        "Update:",
        "The correction: nobody knows it.",
        "Updates on the ferry come from the harbour office.",
    ],
)
def test_what_is_no_note(line: str) -> None:
    assert not is_correction(line, "en")


def test_every_language_has_its_notes() -> None:
    for code in known_codes():
        language = find_language(code)
        assert language is not None
        for opener in language.page.correction_openers:
            assert is_correction(f"{opener} Alma, Holm, Reyes 乗客四十人", code), (code, opener)


def test_spans_are_literal_and_the_title_is_no_note() -> None:
    text = f"Correction: how the ferry came back\n{BODY}\nCorrection: it had fifty passengers."
    (mark,) = find_corrections(text, "en")
    assert mark.span is not None
    assert (mark.span.of(text), mark.text) == ("Correction: it had fifty passengers.",) * 2


def test_a_note_stays_in_the_article() -> None:
    lines = ["Ferry turns back", BODY, BODY.replace("Monday", "Tuesday"), "Update: The line runs again, says the town."]
    content = "\n".join(lines).encode()
    article = clean(RawDocument(uri="a.txt", sha256="0" * 64, content=content, suffix=".txt"), Settings())
    assert [mark.text for mark in article.corrections] == [lines[-1]]  # type: ignore[union-attr]
