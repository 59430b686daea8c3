import sys

import pytest

from stemma.clean.language import detect_language

ENGLISH = "The mayor said that the bridges would be closed until the river has fallen, and that nobody was hurt."
INDONESIAN = "Wali kota mengatakan bahwa kedua jembatan itu akan ditutup sampai air sungai surut dan tidak ada korban."
MALAY = "Datuk bandar berkata jambatan itu ditutup kerana air sungai naik, bahawa polis dan syarikat itu akan membantu."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (INDONESIAN, "id"),
        ("El alcalde dijo que los puentes estarán cerrados hasta que baje el río y que nadie resultó herido.", "es"),
        ("Le maire a dit que les ponts sont fermés avec l’accord de la région et que personne n’est blessé.", "fr"),
        ("Мэр заявил, что мосты будут закрыты, пока вода в реке не спадёт, и что никто не пострадал.", "ru"),
        ("시장은 강물이 빠질 때까지 다리를 폐쇄한다고 말했다.", "ko"),
        ("市長は川の水が引くまで橋を閉鎖すると述べた。", "ja"),
        ("市长表示，在河水退去之前，桥梁将一直关闭。", "zh"),
        ("12 34 56", "und"),
        ("", "und"),
    ],
)
def test_languages(text, code):
    assert detect_language([text]) == code


def test_malay_is_not_indonesian():
    assert detect_language([MALAY, MALAY]) == "ms"


def test_most_of_the_text_decides():
    assert detect_language([INDONESIAN, INDONESIAN, INDONESIAN, ENGLISH]) == "id"


def test_clear_texts_need_no_guesser(monkeypatch):
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert detect_language([ENGLISH]) == "en"
