import pytest

from stemma.clean.decode import decode

TEXT = "Le maire a dit : « l’été fut très sec » – café fermé à midi."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_known_encodings(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_declared_by_the_page():
    page = '<html><head><meta charset="windows-1251"></head><body>Мост закрыт</body></html>'
    assert decode(page.encode("cp1251")) == page


def test_undeclared_cyrillic_is_not_guessed():
    assert decode("Мост закрыт, сообщили в среду городские власти".encode("cp1251")) is None


def test_cut_inside_a_character():
    assert decode((TEXT + "…").encode()[:-1]) == TEXT + "\ufffd"


def test_noise():
    assert decode(bytes(range(1, 256)) * 20) is None
