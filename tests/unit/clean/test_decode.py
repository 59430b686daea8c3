"""Every encoding that pages come in, said rightly, wrongly or not at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.clean.decode import decode, mend_misread

TEXT = "Le maire a dit : « l’été fut très sec » – café fermé à midi."
GREEK = (
    "Το πλοίο γύρισε στο λιμάνι, επειδή κορμοί έκλεισαν το στενό πέρασμα. "
    "Αυτό είπε η καπετάνισσα, και στο πλοίο δεν ήταν νέο."
)
HEBREW = "המעבורת חזרה לנמל כי בולי עץ חסמו את המעבר הצר. כך אמרה הקברניטית, ועל הסיפון זה לא היה חדש לאיש."
RUSSIAN = (
    "Паром вернулся в гавань, потому что бревна закрыли узкий пролив. Об "
    "этом сообщил капитан, и это не было на борту новостью."
)
UKRAINIAN = (
    "Пором повернувся до гавані, тому що колоди закрили вузьку протоку. "
    "Про це сказала капітан, і на борту це не було новиною."
)
GERMAN = (
    "Die Fähre kehrte um, weil Hölzer die Enge schließen. Das sagte die "
    "Kapitänin, und für die Gäste war es nicht überraschend."
)
POLISH = (
    "Prom wrócił do portu, ponieważ kłody zamknęły wąski przesmyk. "
    "Powiedziała to kapitan, a dla gości nie było to żadną nowością."
)
TURKISH = (
    "Feribot limana döndü, çünkü kütükler dar geçidi kapattı. Bunu "
    "kaptan söyledi ve yolcular için bu bir sürpriz değildi."
)
ARABIC = (
    "عادت العبارة إلى الميناء لأن جذوع الأشجار أغلقت الممر الضيق. قالت "
    "القبطان ذلك في بيان، ولم يكن هذا خبرا على متن السفينة."
)
CHINESE = (
    "渡轮回到了港口，因为漂来的木头堵住了狭窄的水道。船长在声明"
    "中说，这不是一个新的问题，船上的人也没有受伤，他们都在等。"
)
TAIWANESE = (
    "渡輪回到了港口，因為漂來的木頭堵住了狹窄的水道。船長在聲明"
    "中說，這不是一個新的問題，船上的人也沒有受傷，他們都在等。"
)
KOREAN = (
    "떠내려온 통나무가 좁은 물길을 막아 여객선이 항구로 돌아왔다. 선장은 이것이 "
    "새로운 문제는 아니라고 말했고 다친 사람은 없었다."
)
JAPANESE = (
    "流木が狭い水路をふさいだため、渡し船は港に戻った。船長はこれ"
    "は新しい問題ではないと話しており、けがをした人はいなかった。"
)
WRITTEN = [
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    (UKRAINIAN, "cp1251"),
    (GERMAN, "cp1252"),
    (POLISH, "cp1250"),
    (POLISH, "iso8859-2"),
    (TURKISH, "cp1254"),
    (ARABIC, "cp1256"),
    (CHINESE, "gbk"),
    (TAIWANESE, "big5"),
    (KOREAN, "euc_kr"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc_jp"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_known_encodings(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(("text", "encoding"), WRITTEN)
def test_undeclared(text, encoding):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(("text", "encoding"), WRITTEN)
@pytest.mark.parametrize("declared", ["", "utf-8", "iso-8859-1", "windows-1251", "gb2312", "no-such-thing"])
def test_declared_rightly_or_wrongly(text, encoding, declared):
    page = f'<html><head><meta charset="{declared or encoding}"></head><body>{text}</body></html>'
    assert decode(page.encode(encoding)) == page


def test_declared_by_the_page():
    page = '<html><head><meta charset="windows-1251"></head><body>Мост закрыт</body></html>'
    assert decode(page.encode("cp1251")) == page


def test_the_western_encoding_under_its_smaller_name():
    page = '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>“Nous rentrons” – dit-elle'
    assert decode(page.encode("cp1252")) == page


def test_too_short_to_tell():
    assert decode("Мост закрыт".encode("koi8-r")) is None


def test_cut_inside_a_character():
    assert decode((TEXT + "…").encode()[:-1]) == TEXT + "\ufffd"


def test_noise():
    assert decode(bytes(range(1, 256)) * 20) is None


@pytest.mark.parametrize("text", [TEXT, GERMAN, RUSSIAN, POLISH, TURKISH, ARABIC, KOREAN, JAPANESE, CHINESE])
def test_utf_8_that_was_read_as_western_is_mended(text):
    misread = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    assert decode(misread.encode()) == text


def test_what_only_looks_misread_stays():
    for text in (
        "“Ã©” is what a browser shows for “é” when it takes one for another, says the naïve São João.",
        "L’année où l’été fut sec : « Là, c’est fini », dit-il. Ça va…",
        "ÂNGELA FALOU À NAÇÃO. A ÓRFÃ CHEGOU ÀS 8.",
    ):
        assert decode(text.encode()) == text


@settings(max_examples=50)
@given(st.text())
def test_whatever_is_utf_8_is_read(text):
    assert decode(text.encode("utf-8", "surrogatepass").decode("utf-8", "ignore").encode()) is not None


@settings(max_examples=50)
@given(st.binary())
def test_any_bytes_are_text_or_none(content):
    assert decode(content) is None or isinstance(decode(content), str)


@pytest.mark.parametrize("text", [ARABIC, "המעבורת חזרה לנמל \u200f(עלמא)\u200f ביום שני"])
def test_writing_from_right_to_left_stays_as_it_is(text):
    assert decode(text.encode()) == text == mend_misread(text)


SHORT_ARABIC = "جنحت العبارة يوم الاثنين. وقال القبطان: أصيب اثنا عشر شخصا. وعادت السفينة متأخرة."


@pytest.mark.parametrize(
    ("text", "encoding"), [(UKRAINIAN, "koi8-u"), (JAPANESE, "iso2022_jp"), (SHORT_ARABIC, "cp1256")]
)
def test_rarer_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding: str) -> None:
    for text in (GERMAN, f"<html><head><title>Ferry</title></head><body><p class='text'>{JAPANESE}</p></body></html>"):
        assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(("text", "encoding"), [(GREEK, "iso8859-7"), (HEBREW, "cp1255")])
def test_writing_that_nobody_here_knows_is_not_read_as_another(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) is None
    assert decode(f'<meta charset="{encoding}"><p>{text}'.encode(encoding)) is not None


def test_the_encoding_that_the_server_named_is_asked_where_the_page_names_none() -> None:
    text = "Мост закрыт для грузовиков до понедельника, сообщил городской совет."
    assert decode(text.encode("koi8-r"), "koi8-r") == text
    assert decode(text.encode("cp1251"), "no-such-charset") == text
    page = b'<meta charset="windows-1251"><p>' + text.encode("cp1251")
    assert (decode(page, "koi8-r") or "").endswith(text)
