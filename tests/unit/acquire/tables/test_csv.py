import gzip
import tracemalloc

import pytest

from stemma.acquire.tables.csv import find_delimiter, find_encoding, is_heading, name_columns
from stemma.settings import Limits, Settings

TOLD = (
    'text from "Body", title from "Headline", outlet from "Newspaper", published from "Date", language from "Lang",'
    ' id from "id" (--column text=NAME changes it)'
)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_rows_with_text_become_documents(read, seeds, delimiter):
    found = read("a.csv", seeds.make_csv(delimiter))
    first, second = found.documents
    assert first.uri == "a.csv/a1"
    assert first.content.decode().splitlines() == seeds.TEXT.splitlines()
    assert first.meta == {
        "title": seeds.TITLE,
        "outlet": "Harbour Gazette",
        "published": "2026-05-04",
        "language": "en",
    }
    assert second.content.decode() == "The ferry ran late; the mayor said: “Sorry.”"
    assert found.told == [f"a.csv: read as a table: {TOLD}", "a.csv: 1 row without text not read"]
    assert found.reasons == []


def test_columns_that_the_caller_names(read, seeds):
    columns = {"text": "Body", "outlet": "Headline"}
    found = read("a.csv", seeds.make_csv(), Settings(columns=columns))
    assert found.documents[0].meta["outlet"] == seeds.TITLE
    absent = read("a.csv", seeds.make_csv(), Settings(columns={"text": "Text"}))
    assert absent.reasons == [
        'a.csv: no column "Text" for text. Its columns: id, Headline, Body, Newspaper, Date, Lang'
    ]


def test_a_table_without_text_says_its_columns(read):
    found = read("a.csv", b"name,age\nAna,7\n")
    assert found.reasons == ["a.csv: no column that holds text among name, age. Name it with --column text=NAME"]
    assert read("a.csv", b"").reasons == ["a.csv: no articles in it"]
    assert read("a.csv", b"text,title\n").reasons == ["a.csv: no articles in it"]


def test_a_table_without_a_heading_has_numbers(read):
    row = '2026-05-04,"Two bridges in Harborview were closed on Monday, the road office said, and may stay so."\n'
    found = read("a.csv", (row * 2).encode())
    assert [item.uri for item in found.documents] == ["a.csv/1", "a.csv/2"]
    assert found.told[0].startswith('a.csv: read as a table: text from "2"')


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1251", "euc-kr"])
def test_the_bytes_of_a_text_stay(read, encoding):
    text = "다리 두 곳이 월요일에 폐쇄되었다" if encoding == "euc-kr" else "Два моста закрыты в понедельник"
    found = read("a.csv", f"title,text\nA,{text}\n".encode(encoding))
    kept = "utf-8" if encoding.startswith("utf") else encoding
    assert found.documents[0].content == text.encode(kept)


def test_broken_utf_8_in_one_row_stays_what_it_is(read):
    content = "text\n" + "Мост закрыт.\n" * 12_000
    found = read("a.csv", content.encode() + b"Caf\xe9 closed.\n")
    assert found.documents[-1].content == b"Caf\xe9 closed."


def test_a_line_without_end_does_not_fill_the_memory(read, tmp_path):
    settings = Settings(limits=Limits(document=100_000))
    content = gzip.compress(b"text\nA first text.\n" + b"x" * 20_000_000 + b"\nA last text.\n", 1)
    tracemalloc.start()
    found = read("a.csv.gz", content, settings)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [item.content for item in found.documents] == [b"A first text.", b"A last text."]
    assert found.reasons == ["a.csv.gz: line 3 is longer than the limit (--limit document=BYTES): left out"]
    assert peak < 8_000_000


def test_an_unclosed_quotation_mark_ends(read):
    found = read("a.csv", b'title,text\na,"never closed\n' + b"b,more text\n" * 1000)
    assert len(found.documents) == 1


def test_cells_in_markup_become_text(read):
    found = read("a.csv", b"text\n<p>One line.</p><p>Two.</p>\n")
    assert found.documents[0].content == b"One line.\nTwo."


def test_dates_that_can_be_read_two_ways_are_left_out(read):
    found = read("a.csv", b"text,date\nA text.,03/04/2026\n")
    assert "published" not in found.documents[0].meta
    assert found.told[-1] == "a.csv: 1 row with a date that can be read two ways, or not at all; taken without it"
    told = read("a.csv", b"text,date\nA text.,03/04/2026\nA text.,25/04/2026\n")
    assert [item.meta["published"] for item in told.documents] == ["2026-04-03", "2026-04-25"]


def test_headings_and_delimiters():
    assert is_heading(["id", "name"])
    assert not is_heading(["17", "https://a.example/", "x"])
    assert not is_heading(["Two bridges were closed, the road office said."])
    assert name_columns(["a", "", " a ", "b  c"]) == ["a", "2", "3", "b c"]
    assert find_delimiter('a;b\n"x;y, z";1\n') == ";"
    assert find_delimiter("only one column, it seems\nno\n") == ","
    assert find_encoding("Мост".encode()[:-1]) == "utf-8-sig"
    assert find_encoding("Мост".encode("windows-1251")) == "latin-1"
