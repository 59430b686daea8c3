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


def test_a_word_in_another_case_is_no_subject() -> None:
    assert read("Kartepe'de belediyenin yolu kapattığını söyledi.") == [
        ("", "söyledi", "Kartepe'de belediyenin yolu kapattığını")
    ]


def test_a_phrase_before_a_postposition_is_no_subject() -> None:
    assert read("Deniz Hizmeti için başvuranlara bilgi verildiğini söyledi.")[0][0] == ""


def test_too_or_whereas_marks_the_subject() -> None:
    assert read("Toplantıda konuşan Hasan Tan da yolun kapatıldığını söyledi.")[0][0] == "Hasan Tan"
    assert read("Karataş ise köprünün güvenli olduğunu söyledi.")[0][0] == "Karataş"


def test_a_list_inside_the_name_of_an_office_is_not_parted() -> None:
    found = read("Aile, Çalışma ve Sosyal Hizmetler Bakanı Zeynep Tan, yardımların süreceğini bildirdi.")
    assert found[0][0] == "Aile, Çalışma ve Sosyal Hizmetler Bakanı Zeynep Tan"


def test_the_occasion_is_no_part_of_the_speaker() -> None:
    found = read("Vali Hasan Tan cuma günü yaptığı açıklamada, yolun kapatıldığını söyledi.")
    assert found == [("Vali Hasan Tan", "söyledi", "yolun kapatıldığını")]


def test_what_is_said_of_somebody_is_not_said_by_them() -> None:
    assert read("Kent polisinin burada, 6 kişiyi gözaltına aldığı ileri sürüldü.")[0][0] != "Kent polisinin"
