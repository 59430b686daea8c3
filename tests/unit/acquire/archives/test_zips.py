import io
import struct
import time
import zipfile

from stemma.settings import Limits, Settings


def test_files_of_a_zip_are_read_with_what_its_folder_says(read, seeds):
    meta = b'{"file": "one.txt", "outlet": "Harbour Gazette"}\n{"file": "gone.txt", "outlet": "x"}'
    found = read(
        "a.zip", seeds.make_zip({"in/one.txt": seeds.TEXT.encode(), "in/meta.jsonl": meta, "b.html": seeds.make_page()})
    )
    assert {item.uri: item.meta for item in found.documents} == {
        "a.zip/in/one.txt": {"outlet": "Harbour Gazette"},
        "a.zip/b.html": {},
    }
    assert found.reasons == ["a.zip/in/meta.jsonl: line 2: gone.txt: no such file here, left out."]


def test_files_of_other_kinds_are_counted_and_hidden_ones_passed(read, seeds):
    files = {"a.txt": b"A text.", "b.jpg": b"x", "c.JPG": b"x", "d": b"x", "__MACOSX/a.txt": b"x", ".git/a.txt": b"x"}
    found = read("a.zip", seeds.make_zip(files))
    assert [item.uri for item in found.documents] == ["a.zip/a.txt"]
    assert found.told == ["a.zip: 2 .jpg, 1 file without a suffix not read"]


def test_hostile_names_lead_nowhere(read, seeds):
    names = ["../../etc/a.txt", "/abs/a.txt", "C:\\win\\a.txt", "a\x1b[31m.txt", "\u202etxt.a.txt", "x" * 500 + ".txt"]
    found = read("a.zip", seeds.make_zip({name: f"Text {n}".encode() for n, name in enumerate(names)}))
    uris = [item.uri for item in found.documents]
    assert uris[:3] == ["a.zip/etc/a.txt", "a.zip/abs/a.txt", "a.zip/win/a.txt"]
    assert len(uris) == 6
    assert all(uri.isprintable() and ".." not in uri and len(uri) < 250 for uri in uris)


def test_archives_are_read_one_deep(read, seeds):
    inner = seeds.make_zip({"a.txt": b"A text."})
    deep = seeds.make_zip({"in.zip": seeds.make_zip({"deeper.zip": inner, "b.txt": b"B text."})})
    found = read("a.zip", deep)
    assert [item.uri for item in found.documents] == ["a.zip/in.zip/b.txt"]
    assert found.reasons == ["a.zip/in.zip/deeper.zip: an archive too deep inside archives (--limit nested=NUMBER)"]
    assert len(read("a.zip", deep, Settings(limits=Limits(nested=2))).documents) == 2


def test_tables_feeds_and_warcs_inside_a_zip(read, seeds):
    files = {"t.csv": seeds.make_csv(), "f.xml": seeds.make_rss(), "w.warc.gz": seeds.pack_records(seeds.make_warc())}
    found = read("a.zip", seeds.make_zip(files))
    assert [item.uri for item in found.documents] == [
        "a.zip/t.csv/a1",
        "a.zip/t.csv/a3",
        "a.zip/f.xml/gazette.example/2026/05/bridges.html",
        "a.zip/f.xml/coast.example/ferry",
        "a.zip/w.warc.gz/gazette.example/2026/05/bridges.html",
        "a.zip/w.warc.gz/gazette.example/open",
    ]
    assert any(line.startswith('a.zip/t.csv: read as a table: text from "Body"') for line in found.told)


def test_encrypted_entries_are_skipped_with_a_reason(read, seeds):
    content = bytearray(seeds.make_zip({"a.txt": b"A text.", "b.txt": b"B text."}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(mark)
        content[at + offset] |= 1
    found = read("a.zip", bytes(content))
    assert found.reasons == ["a.zip/a.txt: encrypted. Unpack it with its password"]
    assert [item.uri for item in found.documents] == ["a.zip/b.txt"]


def test_a_damaged_entry_leaves_the_others(read, seeds):
    content = bytearray(seeds.make_zip({"a.txt": seeds.TEXT.encode(), "b.txt": b"B text."}))
    at = content.index(b"a.txt") + 8
    content[at : at + 9] = b"\xff" * 9
    found = read("a.zip", bytes(content))
    assert [item.uri for item in found.documents] == ["a.zip/b.txt"]
    assert found.reasons[0].startswith("a.zip/a.txt: cannot be unpacked (")


def test_bombs_stop_at_the_limit(read, seeds):
    start = time.perf_counter()
    bomb = seeds.make_zip({"a.txt": b"A text.", "b.csv": b" " * 4_000_000, "c.txt": b"C text."})
    few = Settings(limits=Limits(unpacked=3_000_000))
    found = read("a.zip", bomb, few)
    assert [item.uri for item in found.documents] == ["a.zip/a.txt"]
    assert "unpacks to more than the limits allow" in found.reasons[-1]
    nested = seeds.make_zip({f"{n}.zip": seeds.make_zip({"b.csv": b" " * 1_000_000}) for n in range(4)})
    assert "unpacks to more than the limits allow" in read("n.zip", nested, few).reasons[-1]
    assert time.perf_counter() - start < 8


def test_many_entries_stop_at_the_limit(read, seeds):
    content = seeds.make_zip({f"{n}.txt": b"A text." for n in range(20)})
    found = read("a.zip", content, Settings(limits=Limits(entries=15)))
    assert len(found.documents) == 15
    assert "more entries than the limit" in found.reasons[0]
    assert "lists more entries" in read("a.zip", content, Settings(limits=Limits(entries=5))).reasons[0]


def test_a_list_that_claims_to_be_huge_is_bounded_by_the_file(read, seeds):
    content = bytearray(seeds.make_zip({"a.txt": b"A text."}))
    at = content.rindex(b"PK\x05\x06")
    content[at + 12 : at + 16] = struct.pack("<L", 0xFFFFFFFE)
    assert len(read("a.zip", bytes(content)).reasons) == 1


def test_what_is_no_zip_is_said(read):
    assert read("a.zip", b"hello").reasons == ["a.zip: cannot be read (File is not a zip file)"]
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    assert read("a.zip", empty.getvalue()).reasons == ["a.zip: no articles in it"]


def test_wacz(read, seeds):
    found = read("a.wacz", seeds.make_wacz())
    assert [item.uri for item in found.documents] == [
        "a.wacz/archive/data.warc.gz/gazette.example/2026/05/bridges.html",
        "a.wacz/archive/data.warc.gz/gazette.example/open",
    ]
    assert found.documents[0].meta["url"] == seeds.ADDRESS
    assert found.told == ["a.wacz/archive/data.warc.gz: 1 image, 1 redirect, 1 repeated visit not read"]


def test_the_list_of_pages_gives_titles_to_texts(read, seeds):
    text = seeds.make_record(seeds.make_response(seeds.TEXT.encode(), "text/plain"))
    pages = f'{{"url": "{seeds.ADDRESS}", "title": "Bridges"}}\nbroken\n[1]'.encode()
    files = {"datapackage.json": b"{}", "archive/a.warc": text, "pages/pages.jsonl": pages}
    (document,) = read("a.wacz", seeds.make_zip(files)).documents
    assert document.meta["title"] == "Bridges"


def test_an_entry_without_a_name_is_no_crash(read, seeds):  # found by fuzzing
    found = read("a.zip", seeds.make_zip({"": b"x", "a.txt": b"A text."}))
    assert [item.uri for item in found.documents] == ["a.zip/a.txt"]


def enlarge(content: bytes) -> bytes:
    """The Zip file as programs write those above 4 GB: its end points to a larger record (ZIP64)."""
    at = content.rindex(b"PK\x05\x06")
    count, size, place = struct.unpack("<HLL", content[at + 10 : at + 20])
    record = struct.pack("<4sQHHLLQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, place)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    end = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return content[:at] + record + locator + end


def test_the_list_of_a_file_above_4_gb_is_measured_where_it_says(read, seeds):
    content = enlarge(seeds.make_zip({"a.txt": seeds.TEXT.encode() * 100}) + b"")
    found = read("a.zip", content, Settings(limits=Limits(entries=1)))
    assert [item.uri for item in found.documents] == ["a.zip/a.txt"]
    assert len(content) // 46 > 2
