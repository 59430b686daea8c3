import gzip
import time
from pathlib import Path

import pytest

from stemma.acquire import acquire
from stemma.model import Skipped
from stemma.settings import Limits, Settings


def test_pages_of_a_warc_become_documents(read, seeds):
    for name, content in (("a.warc", seeds.make_warc()), ("a.warc.gz", seeds.pack_records(seeds.make_warc()))):
        found = read(name, content)
        assert [item.uri for item in found.documents] == [
            f"{name}/gazette.example/2026/05/bridges.html",
            f"{name}/gazette.example/open",
        ]
        page = found.documents[0]
        assert page.content == seeds.make_page()
        assert page.suffix == ".html"
        assert page.meta == {"url": seeds.ADDRESS, "retrieved": seeds.DAY, "charset": "utf-8"}
        assert found.told == [f"{name}: 1 image, 1 redirect, 1 repeated visit not read"]
        assert found.reasons == []


def test_a_revisit_under_another_address_gives_its_page_again(read, seeds):
    digest = "WARC-Payload-Digest: sha1:AAAA\r\n"
    page = seeds.make_record(seeds.make_response(seeds.make_page()), more=digest)
    again = seeds.make_record(seeds.make_response(b""), "https://coast.example/copy", "revisit", digest)
    found = read("a.warc", again + page)
    assert [item.meta["url"] for item in found.documents] == [seeds.ADDRESS, "https://coast.example/copy"]
    assert found.documents[0].content == found.documents[1].content


def test_a_revisit_by_address_is_resolved_without_a_digest(read, seeds):
    page = seeds.make_record(seeds.make_response(seeds.make_page()))
    target = f"WARC-Refers-To-Target-URI: {seeds.ADDRESS}\r\n"
    again = seeds.make_record(seeds.make_response(b""), "https://coast.example/copy", "revisit", target)
    found = read("a.warc", page + again)
    assert [item.meta["url"] for item in found.documents] == [seeds.ADDRESS, "https://coast.example/copy"]


def list_reasons(*paths):
    items = acquire(paths, Settings())
    return [f"{item.uri}: {item.reason}" for item in items if isinstance(item, Skipped)]


def test_revisits_of_absent_pages_are_named_together(tmp_path, seeds):
    page = seeds.make_record(seeds.make_response(seeds.make_page()))
    more = [
        seeds.make_record(
            seeds.make_response(b""), f"https://a.example/{n}", "revisit", f"WARC-Payload-Digest: {n}\r\n"
        )
        for n in range(3)
    ]
    (tmp_path / "a.warc").write_bytes(page + b"".join(more))
    said = "a.warc: 3 revisit records of pages that no file here holds, such as https://a.example/0"
    assert list_reasons(tmp_path / "a.warc") == [said]


def test_a_revisit_finds_its_page_in_another_file(tmp_path, seeds):
    digest = "WARC-Payload-Digest: sha1:AAAA\r\n"
    unchanged = seeds.make_response(b"", status="304 Not Modified")
    new = seeds.make_record(seeds.make_response(seeds.make_page()), "https://a.example/new")
    (tmp_path / "1.warc").write_bytes(seeds.make_record(unchanged, kind="revisit", more=digest) + new)
    (tmp_path / "2.warc").write_bytes(seeds.make_record(seeds.make_response(seeds.make_page()), more=digest))
    assert list_reasons(tmp_path / "1.warc", tmp_path / "2.warc") == []
    assert len(list_reasons(tmp_path / "1.warc")) == 1


@pytest.mark.parametrize(
    ("kind", "status", "path", "said"),
    [
        ("image/png", "200 OK", "/a.png", "1 image"),
        ("text/css", "200 OK", "/a.css", "1 style sheet"),
        ("text/html", "404 Not Found", "/gone", "1 error page"),
        ("text/html", "302 Found", "/moved", "1 redirect"),
        ("text/plain", "200 OK", "/robots.txt", "1 robots file"),
        ("application/json", "200 OK", "/api", "1 data file"),
        ("application/x-odd", "200 OK", "/odd", "1 other file"),
        ("text/html", "200 OK", "/empty", "1 empty page"),
    ],
)
def test_what_is_no_article_is_counted(read, seeds, kind, status, path, said):
    page = seeds.make_record(seeds.make_response(seeds.make_page()))
    body = b"" if said == "1 empty page" else b"x"
    other = seeds.make_record(seeds.make_response(body, kind, status), f"https://gazette.example{path}")
    found = read("a.warc", page + other)
    assert found.told == [f"a.warc: {said} not read"]
    assert len(found.documents) == 1


def test_a_warc_without_any_page_is_skipped_with_what_it_holds(read, seeds):
    found = read("a.warc", seeds.make_record(seeds.make_response(b"x", "image/png")))
    assert found.reasons == ["a.warc: 1 image not read"]
    assert found.told == []


def test_a_cut_file_gives_the_pages_before_the_cut(read, seeds):
    pages = [seeds.make_response(seeds.make_page(f"Title {n}")) for n in range(9)]
    records = [seeds.make_record(page, f"https://a.example/{n}") for n, page in enumerate(pages)]
    whole = b"".join(records)
    plain = read("a.warc", whole[: -len(records[-1]) // 2])
    assert len(plain.documents) == 8
    assert plain.reasons == ["a.warc: cut off inside the record of https://a.example/8: that page is not read"]
    packed = seeds.pack_records(whole)
    cut = read("a.warc.gz", packed[:-40])
    assert len(cut.documents) == 8
    assert any("cut off" in reason for reason in cut.reasons)


def damage(packed, number):
    """The packed records with some bytes of one of them changed."""
    parts = [b"\x1f\x8b\x08" + part for part in packed.split(b"\x1f\x8b\x08")[1:]]
    middle = len(parts[number]) // 2
    parts[number] = parts[number][:middle] + b"\xff" * 40 + parts[number][middle + 40 :]
    return b"".join(parts)


def test_reading_goes_on_behind_a_damaged_record(read, seeds):
    pages = [seeds.make_response(seeds.make_page(f"Title {n}")) for n in range(9)]
    records = [seeds.make_record(page, f"https://a.example/{n}") for n, page in enumerate(pages)]
    packed = seeds.pack_records(b"".join(records))
    found = read("a.warc.gz", damage(packed, 3))
    assert [item.uri[-1] for item in found.documents] == list("01245678")
    [reason] = found.reasons
    assert "damaged in one place; what stands whole behind is read" in reason
    found = read("b.warc.gz", damage(damage(packed, 3), 6)[:-30])
    assert [item.uri[-1] for item in found.documents] == list("012457")
    [reason] = found.reasons
    assert "damaged in 2 places; what stands whole behind is read" in reason
    assert "cut off" in reason


def test_damage_behind_which_nothing_is_whole_ends_the_reading(read, seeds):
    packed = seeds.pack_records(b"".join(seeds.make_record(seeds.make_response(seeds.make_page())) for _ in range(2)))
    [reason] = read("a.warc.gz", damage(packed, 1)).reasons
    assert "read up to there" in reason
    fake = b"\x1f\x8b\x08" * 300_000  # each looks like a record
    start = time.perf_counter()
    assert read("b.warc.gz", damage(packed, 1) + fake).reasons
    assert time.perf_counter() - start < 5


def test_what_is_no_warc_is_said(read):
    assert read("a.warc", b"hello").reasons == ["a.warc: no WARC or ARC file, whatever its name says"]
    assert read("a.warc.gz", b"").reasons == ["a.warc.gz: no WARC or ARC file, whatever its name says"]


def test_a_bomb_of_one_record_stops_at_the_limit(read, seeds):
    bomb = gzip.compress(seeds.make_record(seeds.make_response(b" " * 60_000_000, "image/png")), 1)
    start = time.perf_counter()
    found = read("a.warc.gz", bomb)
    assert "unpacks to more than the limits allow" in found.reasons[0]
    assert time.perf_counter() - start < 8


def test_a_page_above_the_limit_is_skipped_alone(read, seeds):
    big = seeds.make_record(seeds.make_response(b"<html>" + b"x" * 9000), "https://a.example/big")
    small = seeds.make_record(seeds.make_response(seeds.make_page()))
    found = read("a.warc", big + small, Settings(limits=Limits(document=5000)))
    assert [item.meta["url"] for item in found.documents] == [seeds.ADDRESS]
    assert "bigger than 5,000 bytes" in found.reasons[0]


def test_records_above_the_limit_are_left(read, seeds):
    found = read("a.warc", seeds.make_warc(), Settings(limits=Limits(entries=1)))
    assert len(found.documents) == 1
    assert "more entries than the limit" in found.reasons[0]


def test_a_revisit_of_another_state_of_a_page_is_not_that_page(tmp_path, seeds):
    page = seeds.make_record(seeds.make_response(seeds.make_page()), more="WARC-Payload-Digest: sha1:AAAA\r\n")
    later = seeds.make_record(seeds.make_response(b""), kind="revisit", more="WARC-Payload-Digest: sha1:BBBB\r\n")
    (tmp_path / "a.warc").write_bytes(page + later)
    said = f"a.warc: 1 revisit record of pages that no file here holds, such as {seeds.ADDRESS}"
    assert list_reasons(tmp_path / "a.warc") == [said]


def test_nothing_in_a_reason_steers_the_terminal(read, seeds):
    page = seeds.make_record(seeds.make_response(seeds.make_page()), "https://a.example/\x1b[31mred\u202e")
    found = read("a.warc", page[:-300])
    assert found.reasons == ["a.warc: cut off inside the record of https://a.example/[31mred: that page is not read"]


WARCS = Path(__file__).resolve().parents[5] / "shared" / "warc"


@pytest.mark.skipif(not WARCS.exists(), reason="the shared web archives are not here")
def test_shared_archives_give_records_or_one_reason(read, tmp_path):
    for path in sorted(path for path in WARCS.rglob("*") if path.is_file()):
        start = time.perf_counter()
        suffix = ".gz" if path.read_bytes().startswith(b"\x1f\x8b") else ""
        found = read(f"{path.stem.partition('.')[0]}.warc{suffix}", path.read_bytes())
        assert found.documents or len(found.reasons) == 1, path
        assert time.perf_counter() - start < 10, path
