"""Names, offices and the bodies that people speak for."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def speakers(text: str, code: str = "en") -> list[tuple[str, str, str | None]]:
    return [(a.source.name, a.source.kind, a.source.speaks_for) for a in find_attributions(text, find_language(code))]


BOARD = "the wells of the town are low again\nThe Halden Water Board met on Monday. "


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        (BOARD + "Its spokesman, Edo Varl, said the well was dry.", "Edo Varl", "Halden Water Board"),
        (BOARD + "Oda Brekk, the Board's head of safety, said the well was dry.", "Oda Brekk", "Halden Water Board"),
        ("The council's head of roads, Jon Brask, said the bridge was closed.", "Jon Brask", "council"),
        (
            "Petra Mund Halvor of the National Rivers Agency said boats sank.",
            "Petra Mund Halvor",
            "National Rivers Agency",
        ),
        ("Berg’s son-in-law, Nilo, said the boat sank.", "Nilo", None),
        (
            "A spokesman for the Office for the Care of Canals and the Repair of Locks (OCL), Ana Ruiz, said it ran.",
            "Ana Ruiz",
            "Office for the Care of Canals and the Repair of Locks",
        ),
        ("Nilo, Berg’s son-in-law, said the boat sank.", "Nilo", None),
        ("Bea Elian, a resident of Ostby village, said it was dark.", "Bea Elian", None),
        ("Ana Ruiz, 61, a former nurse, wrote that it was cold.", "Ana Ruiz", None),
    ],
)
def test_name_and_body(text: str, name: str, body: str | None) -> None:
    assert (name, "person", body) in speakers(text)


@pytest.mark.parametrize(
    ("text", "code", "name", "body"),
    [
        ("Wali Kota Ostby, Petro Quill, mengatakan jembatan itu ditutup.", "id", "Petro Quill", "Ostby"),
        (
            "Kepala Dinas Jalan Ostby, Sutri Wardana, mengatakan jalan ditutup.",
            "id",
            "Sutri Wardana",
            "Dinas Jalan Ostby",
        ),
        ("„Wir prüfen das“, sagte der Hydrologe Jorin Althaus.", "de", "Jorin Althaus", None),
    ],
)
def test_other_languages(text: str, code: str, name: str, body: str | None) -> None:
    assert (name, "person", body) in speakers(text, code)


def test_a_description_in_scare_quotes_is_named_without_them() -> None:
    text = 'The ferry will be sold, a chatty "person close to the owner" said.'
    assert speakers(text)[0][:2] == ("chatty person close to the owner", "unnamed")


def test_medium_is_named_without_its_noun() -> None:
    assert speakers("Die Brücke ist zu, berichtete der Sender Ostby TV.", "de") == [("Ostby TV", "outlet", None)]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("es", "Radio Tarn informó de que el puente es peligroso.", "Radio Tarn"),
        ("pl", "Most jest niebezpieczny – podało Radio Tarn.", "Radio Tarn"),
        ("cs", "Rádio Tarn uvedlo, že most je nebezpečný.", "Rádio Tarn"),
        ("id", "Radio Tarn melaporkan bahwa jembatan itu berbahaya.", "Radio Tarn"),
        ("es", "La radio Tarn informó de que el puente es peligroso.", "Tarn"),
    ],
)
def test_a_station_keeps_the_noun_that_opens_its_name(code: str, text: str, name: str) -> None:
    assert speakers(text, code)[0][:2] == (name, "outlet")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Oda Brekk, 68, was a nurse. “It was wet,” Brekk said.", "Oda Brekk"),
        ("Jon Brask runs a mill. Brask said it was wet.", "Jon Brask"),
        (BOARD + "Later the Board said the well was dry.", "Halden Water Board"),
        ("The broadcaster Ostby Radio came. It was wet on Friday, the broadcaster said.", "Ostby Radio"),
    ],
)
def test_short_names_go_back_to_full_ones(text: str, name: str) -> None:
    assert speakers(text)[-1][0] == name


def test_weekdays_and_pronouns_are_no_names() -> None:
    assert speakers("It rained on Monday. They went home. The agency said that it rained.")[-1][0] == ""
    assert speakers("According to reports on Friday, the dam was leaking.")[0][0] != "Friday"


def test_a_place_where_somebody_lives_is_not_the_speaker() -> None:
    assert speakers("A builder from Denver said that it rained.")[0][0] != "Denver"
    assert speakers("Ada Orme from Denver, Colorado, wrote that it rained.")[0][0] == "Ada Orme"
    assert speakers("Vessel and Berg said that the lamp was late.")[0][0] == "Vessel and Berg"


@pytest.mark.parametrize("office", ["Nordlane-Chefin", "Gewerkschaftssekretärin", "Polizeisprecherin"])
def test_a_compound_office_is_no_part_of_a_name(office: str) -> None:
    assert speakers(f"{office} Petra Holm sagte, das Schiff sei sicher.", "de") == [("Petra Holm", "person", None)]


def test_an_inspector_of_a_dam_is_not_the_dam() -> None:
    assert speakers("A former inspector of the Orlin Dam wrote that it leaked.")[0][0] != "Orlin Dam"


def test_an_adverb_is_nobody_later() -> None:
    assert speakers("Heartbreakingly, her son left. She wrote: “I told my mother.”")[0][0] == ""


def test_an_adverb_that_opens_a_sentence_is_nobody() -> None:
    found = speakers("Basically all the papers that told of the dam, citing a guard, say it is old.")
    assert "Basically" not in [name for name, _, _ in found]


def test_a_relative_with_a_capital_is_nobody() -> None:
    text = "A pupil wrote a letter.\n\nPupil Writes to Teacher Who came Home\n\nThe teacher said that he was glad."
    assert "Who" not in [name for name, _, _ in speakers(text)]


def test_a_press_office_said_with_a_comma() -> None:
    assert speakers("Ostby press office, said the council announced that the ferry sank.")[0][0] == "Ostby press office"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Taşıma Birliği (TB) Başkanı Hasan Tan, yolun kapatıldığını söyledi.", "Hasan Tan"),
        ("Aile, Çalışma ve Sosyal Hizmetler Bakanı Zeynep Tan, yardımların süreceğini bildirdi.", "Zeynep Tan"),
        ("Ulaştırma Bakanı Hasan Tan'ın açıklamasına göre yol kapatıldı.", "Hasan Tan"),
        ('Filiz, "Yol açılacak." dedi.', "Filiz"),
    ],
)
def test_turkish_names_stand_without_body_and_case(text: str, name: str) -> None:
    assert (name, "person", None) in speakers(text, "tr")
