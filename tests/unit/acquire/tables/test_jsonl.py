import gzip
import json
import tracemalloc

from stemma.settings import Limits, Settings


def test_rows_with_text_become_documents(read, seeds):
    for name, content in (
        ("a.jsonl", seeds.make_json_lines()),
        ("a.ndjson.gz", gzip.compress(seeds.make_json_lines())),
    ):
        found = read(name, content)
        assert [item.uri for item in found.documents] == [f"{name}/a1", f"{name}/a3"]
        assert found.documents[0].content == seeds.TEXT.encode()
        assert found.documents[0].meta["outlet"] == "Harbour Gazette"
        assert found.told[1:] == [f"{name}: 1 row without text not read"]


def test_lines_that_are_no_objects_are_named_together(read):
    found = read("a.jsonl", b'{"text": "A text."}\n\nbroken\n[1]\n' + b"[" * 100_000 + b'\n{"text": "B text."}')
    assert len(found.documents) == 2
    assert found.reasons == ["a.jsonl: line 3 is no JSON object, and 2 more: left out"]


def test_cells_of_other_types(read):
    row = {
        "text": "A text.",
        "source": {"id": None, "name": "Harbour Gazette"},
        "authors": ["Ana Belo", {"name": "Ines Roque"}, None],
        "published_at": 1777883400,
        "title": 7,
        "lang": "xx",
        "link": "https://a.example/",
        "id": "one/../two",
    }
    (document,) = read("a.jsonl", json.dumps(row).encode()).documents
    assert document.uri == "a.jsonl/one_.._two"
    assert document.meta == {
        "title": "7",
        "outlet": "Harbour Gazette",
        "author": "Ana Belo, Ines Roque",
        "published": "2026-05-04T08:30:00Z",
        "url": "https://a.example/",
    }


def test_a_line_without_end_does_not_fill_the_memory(read):
    content = gzip.compress(b'{"text": "A text."}\n{"text": "' + b"x" * 20_000_000 + b'"}\n{"text": "B text."}\n', 1)
    tracemalloc.start()
    found = read("a.jsonl.gz", content, Settings(limits=Limits(document=100_000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found.documents) == 2
    assert found.reasons == ["a.jsonl.gz: line 2 is longer than the limit (--limit document=BYTES): left out"]
    assert peak < 8_000_000


def test_a_cut_file_gives_its_rows(read):
    packed = gzip.compress(b"".join(b'{"text": "Text %d."}\n' % n for n in range(4_000)))
    found = read("a.jsonl.gz", packed[:-100])
    assert len(found.documents) > 1_000
    assert "a.jsonl.gz: cut off; read up to there" in found.reasons
