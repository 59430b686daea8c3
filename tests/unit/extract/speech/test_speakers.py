"""Name, kind and body of a source."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.extract.speech.speakers import Cast
from stemma.extract.speech.words import find_paragraphs
from stemma.lang import find_language
from stemma.model import Source, Span


def read(text: str, phrase: str, code: str = "en") -> Source:
    language = find_language(code)
    assert language is not None
    start = text.rindex(phrase)
    return Cast(text, find_paragraphs(text, language), language, None).find_source(Span(start, start + len(phrase)))


@pytest.mark.parametrize(
    ("phrase", "name", "kind", "body"),
    [
        ("Norwegian public broadcaster Lantera", "Lantera", "outlet", None),
        ("two officials familiar with the matter", "two officials familiar with the matter", "unnamed", None),
        ("Norwegian intelligence officials", "Norwegian intelligence officials", "unnamed", None),
        ("Oslo police spokesman Sgt. Peter Novak", "Peter Novak", "person", "Oslo police"),
        ("a Halden spokeswoman", "Halden spokeswoman", "person", "Halden"),
        ("a report by Reuters", "Reuters", "agency", None),
        ("new findings from Politiken", "Politiken", "outlet", None),
        ("Norwegian Defence Minister Olga Brandt", "Olga Brandt", "person", None),
        ("a respected journalist for Politiken", "Politiken", "outlet", None),
        ("residents", "residents", "unnamed", None),
        ("his neighbour, Ana-Lyn Dorval of Osterby Hills", "Ana-Lyn Dorval", "person", None),
        ("the Halden County medical examiner", "Halden County medical examiner", "unnamed", None),
        ("the Dorval family", "Dorval family", "unnamed", None),
        ("the family of the nurse Ana Dorval", "family of the nurse Ana Dorval", "unnamed", None),
        ("valleynews.com", "valleynews.com", "outlet", None),
    ],
)
def test_phrases(phrase: str, name: str, kind: str, body: str | None) -> None:
    source = read(f"Yesterday it rained, {phrase} said.", phrase)
    assert (source.name, source.kind) == (name, kind)
    assert body is None or source.speaks_for == body


def test_description_goes_back_to_the_name() -> None:
    text = "The broadcaster Lantera showed it. Later the broadcaster said more."
    assert read(text, "the broadcaster").name == "Lantera"


def test_unknown_description_stays_open() -> None:
    assert read("It rained, and the minister said so.", "the minister").name == ""


def test_indonesian_medium_with_its_country() -> None:
    assert read("Hal itu dikabarkan oleh media Norwegia Lantera.", "media Norwegia Lantera", "id").name == "Lantera"


@pytest.mark.parametrize(
    ("text", "phrase", "code", "name"),
    [
        (
            "Die Wasserbehörde von Orla räumte ein Leck ein. Die Behörde schwieg zuvor.",
            "Die Behörde", "de", "Wasserbehörde von Orla",
        ),
        ("Nerea Brandal dirige los riegos. Brandal espera. Según la cooperativa, no hay.", "la cooperativa", "es", ""),
    ],
)  # fmt: skip
def test_a_description_is_led_back_only_to_a_body_that_it_fits(text: str, phrase: str, code: str, name: str) -> None:
    assert read(text, phrase, code).name == name


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Robert Orme said the gate was shut. Linda Venn said it was not. Then he said it rang.", "he", "Robert Orme"),
        ("Robert Orme said the gate was shut. Then she said the keys were lost.", "she", ""),
        ("Orme's campaign said the gate was shut.", "Orme's campaign", "Orme's campaign"),
        ("The council met in Tennessee. The chief said the gate was shut.", "The chief", ""),
    ],
)  # fmt: skip
def test_nobody_is_taken_for_another_kind_or_gender(text: str, phrase: str, name: str) -> None:
    language = find_language("en")
    assert language is not None
    found = [a for a in find_attributions(text, language) if a.source.text == phrase]
    assert [a.source.name for a in found] == [name]


def test_a_speaker_left_out_is_the_one_before() -> None:
    text = "Livia Tonani ha parlato per prima. «La scuola è aperta», ha detto Tonani. Ha aggiunto che il bus è gratis."
    assert find_attributions(text, find_language("it"))[-1].source.name == "Livia Tonani"


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "Ana Ruiz opened the lock. The Ruiz campaign said it was safe.", "Ruiz campaign"),
        (
            "fr",
            "Anne Merlot est là. « Oui », a dit un porte-parole de l'équipe Merlot.",
            "porte-parole de l'équipe Merlot",
        ),
        ("nl", "Jan Merk van Weirwatch kwam. Weirwatch zei dat het veilig is.", "Weirwatch"),
        ("es", "Ana Ruiz y Luis Merlo firmaron. Merlo dijo que la presa aguanta.", "Merlo"),
        ("it", "Attualmente Weirwatch misura. Weirwatch ha detto che la diga regge.", "Weirwatch"),
        ("en", "Some in Halden welcomed the news.", "Some in Halden"),
        ("en", "Lawyers for Jon Berg Jr. and Ana Ruiz said it was late.", "Lawyers for Jon Berg Jr. and Ana Ruiz"),
        ("nl", "De Weirwatch B90 vaart. De B90 is groot. Weirwatch zei dat het veilig is.", "Weirwatch"),
        ("es", "El 64,5% considera que la presa aguanta.", "64,5%"),
    ],
)
def test_a_body_or_a_pair_is_no_fuller_name(code: str, text: str, name: str) -> None:
    found = find_attributions(text, find_language(code))[-1]
    assert found.source.name == name
    assert found.source.basis == "stated"


@pytest.mark.parametrize(
    ("text", "phrase", "code", "name"),
    [
        ("The road is shut, the police said.", "the police", "en", "police"),
        ("La carretera está cortada, informó la policía.", "la policía", "es", "policía"),
        ("La route est coupée, a déclaré la police.", "la police", "fr", "police"),
        ("The road is shut, the company said.", "the company", "en", ""),  # some company named elsewhere
        ("Orla Police and Velden Police came. The road is shut, the police said.", "the police", "en", ""),
    ],
)
def test_a_body_of_which_an_event_has_one_needs_no_name(text: str, phrase: str, code: str, name: str) -> None:
    source = read(text, phrase, code)
    assert (source.name, source.kind) == (name, "organisation")


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        ("Está cerrado, dijo un empleado que pidió el anonimato.", "un empleado que pidió el anonimato", "es"),
        ("Selon un employé sous couvert d’anonymat, il est fermé.", "un employé sous couvert d’anonymat", "fr"),
    ],
)  # fmt: skip
def test_who_asks_not_to_be_named_is_unnamed(text: str, phrase: str, code: str) -> None:
    assert read(text, phrase, code).kind == "unnamed"
