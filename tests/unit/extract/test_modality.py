"""How a clause presents its event."""

import pytest

from stemma.extract.modality import (
    find_hedges,
    find_modality,
    find_own_reporting,
    is_negated,
    is_withheld,
    takes_up_sentence_before,
)
from stemma.lang import find_language
from stemma.model import Span

ENGLISH = find_language("en")


def whole(text):
    return text, Span(0, len(text)), ENGLISH


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The brewery bought the dairy works", "happened"),
        ("The brewery plans to buy the dairy works", "planned"),
        ("The brewery may buy the dairy works", "possible"),
        ("The brewery plans to buy what may be a dairy", "planned"),
    ],
)
def test_modality(text, modality):
    assert find_modality(*whole(text)) == modality


@pytest.mark.parametrize(
    ("code", "text", "modality"),
    [
        ("en", "The board must close the brewery", "planned"),
        ("en", "The board had to close the brewery", "happened"),
        ("de", "Die Brauerei wird das Werk kaufen", "planned"),
        ("de", "Die Brauerei wird von Nachbarn vergessen", "happened"),
        ("de", "Die Brauerei wird gebaut", "happened"),
        ("de", "Der Vorstand muss die Brauerei schließen", "planned"),
        ("es", "La empresa construirá una planta", "planned"),
        ("es", "Las obras empezarán en Irán", "planned"),
        ("es", "La policía detuvo a un hombre en Panamá", "happened"),
        ("fr", "Les travaux commenceront en mai", "planned"),
        ("fr", "La police a subi un affront", "happened"),
        ("it", "La società costruirà un impianto", "planned"),
        ("it", "I tiranni fuggirono", "happened"),
        ("pt", "A empresa construirá uma fábrica", "planned"),
        ("pt", "A obra começou no verão", "happened"),
        ("tr", "Şirket gelecek hafta fabrikayı satacak", "planned"),
        ("tr", "Şirket gelecek için para ayırdı", "happened"),
        ("uk", "Омбудсмен перевірятиме повідомлення", "planned"),
        ("ru", "Омбудсмен должен проверять сообщения", "planned"),
        ("pl", "Spółka będzie budować zakład", "planned"),
        ("cs", "Firma bude stavět závod", "planned"),
        ("id", "Perusahaan harus menutup pabrik", "planned"),
        ("ar", "سيتم إغلاق المصنع", "planned"),
        ("zh", "公司必须关闭工厂", "planned"),
    ],
)
def test_what_is_to_be_has_not_happened(code: str, text: str, modality: str) -> None:
    assert find_modality(text, Span(0, len(text)), find_language(code)) == modality


def test_a_marker_of_the_neighbour_clause_says_nothing():
    text = "The brewery plans a cellar; the dairy works burned"
    assert find_modality(text, Span(28, len(text)), ENGLISH) == "happened"


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The brewery has not bought the dairy works", True),
        ("The brewery didn't buy the dairy works", True),
        ("The brewery didn’t buy the dairy works", True),
        ("The brewery bought the dairy works", False),
        ("The knotted rope held", False),
        ("Crews passed the sign 'do not enter' on the brewery gate", False),
        ("Crews passed the sign “do not enter” on the brewery gate", False),
        ("It said “we did not buy the dairy works”", True),
    ],
)
def test_negation(text, negated):
    assert is_negated(*whole(text)) is negated


@pytest.mark.parametrize(
    ("text", "withheld"),
    [
        ("The price has not been officially disclosed", True),
        ("The price was disclosed", False),
        ("The works were not sold", False),
    ],
)
def test_what_is_not_said(text, withheld):
    assert is_withheld(*whole(text)) is withheld


@pytest.mark.parametrize(
    ("text", "taken"),
    [("This purchase was secret.", True), ("The purchase was secret.", False), ("In this town it rains.", True)],
)
def test_sentences_that_take_up_the_one_before(text, taken):
    assert takes_up_sentence_before(*whole(text)) is taken


def test_hedges_keep_the_words_of_the_text():
    text = "The brewery ALLEGEDLY bought and reportedly closed the works"
    found = find_hedges(*whole(text))
    assert [hedge.text for hedge in found] == ["ALLEGEDLY", "reportedly"]
    assert [hedge.span.of(text) for hedge in found] == [hedge.text for hedge in found]


def test_an_unknown_language_says_nothing():
    text = "The brewery may not buy the works"
    span = Span(0, len(text))
    assert find_modality(text, span, None) == "happened"
    assert not is_negated(text, span, None)
    assert not is_withheld(text, span, None)
    assert not takes_up_sentence_before(text, span, None)
    assert find_hedges(text, span, None) == ()


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
