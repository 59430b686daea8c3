import pytest

from stemma.acquire.tables.columns import NAMES, find_columns, say_columns, squeeze

LONG = "Two bridges in Harborview were closed on Monday, the road office said, and nobody knows for how long."


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ({"title": "A", "content": LONG, "source": "X"},
         {"text": "content", "title": "title", "outlet": "source"}),
        ({"Full_Text": LONG, "pubDate": "Mon, 04 May 2026 10:00:00 GMT"},
         {"text": "Full_Text", "published": "pubDate"}),
        ({"judul": "A", "isi_berita": LONG, "tanggal": "2026-05-04"},
         {"text": "isi_berita", "title": "judul", "published": "tanggal"}),
        ({"Заголовок": "A", "Текст": LONG, "Дата": "04.05.2026"},
         {"text": "Текст", "title": "Заголовок", "published": "Дата"}),
        ({"标题": "A", "正文": LONG, "来源": "X"}, {"text": "正文", "title": "标题", "outlet": "来源"}),
        ({"date_publish": "2026-05-04 08:30:00", "maintext": LONG, "source_domain": "gazette.example"},
         {"text": "maintext", "outlet": "source_domain", "published": "date_publish"}),
        ({"x1": "A", "x2": LONG}, {"text": "x2"}),  # by its length
        ({"link": "see below", "text": LONG}, {"text": "text"}),  # no address in it
        ({"data": "nothing", "testo": LONG}, {"text": "testo"}),  # Italian for date, or anything
        ({"language": "clear", "text": LONG}, {"text": "text"}),
        ({"text": LONG, "body": "B"}, {"text": "text"}),
        ({"a": "x", "b": 7}, {}),
    ],
)  # fmt: skip
def test_columns_are_told_by_name_and_content(row, columns):
    assert find_columns([row] * 3, {}) == columns


def test_the_caller_wins():
    row = {"text": LONG, "title": "A", "Body": LONG}
    assert find_columns([row], {"text": "Body", "outlet": "title"}) == {"text": "Body", "outlet": "title"}
    assert "text" not in find_columns([row], {"text": "absent"})


def test_the_columns_are_shown():
    assert say_columns({"text": "Body", "title": "Head"}) == 'text from "Body", title from "Head"'


def test_no_name_means_two_things_in_one_place():
    assert all(len(set(words.split())) == len(words.split()) for words in NAMES.values())
    assert squeeze("Full_Text") == squeeze("full text") == squeeze("fullText") == "fulltext"
