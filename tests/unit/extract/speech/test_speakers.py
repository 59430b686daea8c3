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
        ("the Velden police", "Velden police", "organisation", None),
        ("the Velden city council", "Velden city council", "organisation", None),
        ("the Weirwatch company", "Weirwatch", "organisation", None),
        ("the Green Front in Tarn and Orvel (GFTO)", "Green Front in Tarn and Orvel", "organisation", None),
        (
            "the families of the sailors Odo Brask and Ana Ruiz",
            "families of the sailors Odo Brask and Ana Ruiz",
            "unnamed",
            None,
        ),
        ("footage of President Odo Brask", "", "unnamed", None),
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
    ("code", "text", "name"),
    [
        ("en", "Two men ran. The police said they had a knife.", "police"),
        ("es", "La policía dijo que dos hombres huyeron.", "policía"),
        ("fr", "La police a déclaré que deux hommes ont fui.", "police"),
        ("de", "Die Polizei sagte, dass zwei Männer flohen.", "Polizei"),
        ("nl", "De politie zei dat twee mannen zijn gevlucht.", "politie"),
        ("en", "The Halden Harbour Police came. The police said two men ran.", "Halden Harbour Police"),
        ("en", "The interior ministry said two men ran.", "interior ministry"),
        ("en", "The company said two men ran.", ""),
    ],
)
def test_every_place_has_one_police(code: str, text: str, name: str) -> None:
    source = find_attributions(text, find_language(code))[-1].source
    assert (source.name, source.kind) == (name, "organisation")


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "A man who police say fired shots was held.", "police"),
        ("en", "The Prime Minister of Halden, Mr. Brask, came. The Prime Minister said it was late.", ""),
        ("es", "En el Palacio Alto el Alcalde habló ayer. El Alcalde dijo que la presa aguanta.", ""),
        ("en", "In a picture the harbour of Velden they say was flooded.", ""),
        (
            "en",
            "Weirwatch released a new Gate Explorer. “It is late,” said the company in a statement.",
            "",
        ),
        (
            "en",
            "Odo Brask, chief of the harbour, left. The police union chief said it was late.",
            "",
        ),
        ("en", "It was late, according to Comdr. Ana Ruiz.", "Ana Ruiz"),
        ("en", "“She was kind,” said Brask's step-grandmother, Darla Fenn.", "Darla Fenn"),
        ("en", "Three were taken to the harbour.Fire officials said one was dead.", "Fire officials"),
        (
            "en",
            "They saw Gate Song, a man close to the company told us. It rained. The company said it was late.",
            "",
        ),
        ("es", "Luis Merlo, jefe de la policía local, habló. La policía local dijo que no.", "policía local"),
        ("en", "The singer Sami al-Tarn said it was late.", "Sami al-Tarn"),
    ],
)
def test_nobody_is_named_by_what_stands_beside(code: str, text: str, name: str) -> None:
    assert find_attributions(text, find_language(code))[-1].source.name == name


@pytest.mark.parametrize(
    "text",
    [
        "La policía dice que admitió haber huido.",
        "«Estén listos», dijo, al tiempo que predijo que habrá luz.",
        "De acuerdo con la minuta de la reunión que sostuvo Banco Varela el lunes, el mercado cae.",
    ],
)
def test_a_conjunction_stands_for_nobody(text: str) -> None:
    assert not any(a.source.text == "que" and a.source.name for a in find_attributions(text, find_language("es")))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "Los pagos empiezan el lunes según terminación de cédula."),
        ("it", "Nel 2007 Lumen è arrivata come secondo rivenditore di barche."),
    ],
)
def test_a_bare_noun_is_no_authority(code: str, text: str) -> None:
    assert not find_attributions(text, find_language(code))


def test_what_is_denied_by_a_pronoun_ends_before_the_next_speaker() -> None:
    denied = find_attributions("Although he denied it police believe that he fled.", find_language("en"))[0]
    assert (denied.stance, denied.content.text) == ("denies", "it")


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        ("Está cerrado, dijo un empleado que pidió el anonimato.", "un empleado que pidió el anonimato", "es"),
        ("Selon un employé sous couvert d’anonymat, il est fermé.", "un employé sous couvert d’anonymat", "fr"),
    ],
)  # fmt: skip
def test_who_asks_not_to_be_named_is_unnamed(text: str, phrase: str, code: str) -> None:
    assert read(text, phrase, code).kind == "unnamed"
