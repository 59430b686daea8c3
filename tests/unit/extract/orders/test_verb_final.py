"""Attribution where the verb ends its clause."""

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def read(text: str) -> list[tuple[str, str, str]]:
    found = find_attributions(text, find_language("tr"))
    return [(a.source.text, a.cue.text, a.content.text) for a in found]


def test_subject_content_and_cue_stand_in_this_order() -> None:
    assert read("Vali Ayla Toprak, yolun cuma günü açılacağını söyledi.") == [
        ("Vali Ayla Toprak", "söyledi", "yolun cuma günü açılacağını")
    ]


def test_a_quotation_stands_before_its_cue() -> None:
    assert read("Vali Ayla Toprak, “Yol açık” dedi.") == [("Vali Ayla Toprak", "dedi", "“Yol açık”")]


def test_the_source_follows_a_participle() -> None:
    found = read("Yolun açıldığını söyleyen Ayla Toprak, herkese teşekkür etti.")
    assert found == [("Ayla Toprak", "söyleyen", "Yolun açıldığını")]


def test_a_postposition_follows_its_source() -> None:
    assert read("Valiliğe göre yol kapalı.") == [("Valiliğe", "göre", "yol kapalı")]


def test_a_verb_without_a_complement_says_nothing() -> None:
    assert read("Vali yeni yolu açtı ve bir şarkı söyledi.") == []
