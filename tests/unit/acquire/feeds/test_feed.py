import time
from pathlib import Path

import pytest

from stemma.acquire.feeds.feed import read_feed

HEAD = '<rss version="2.0"><channel><title>Coast News</title><link>https://coast.example/</link>'


def test_entries_with_text_become_documents(read, seeds):
    found = read("a.xml", seeds.make_rss())
    first, second = found.documents
    assert first.uri == "a.xml/gazette.example/2026/05/bridges.html"
    assert first.content.decode() == seeds.TEXT.strip()
    assert first.suffix == ".txt"
    assert first.meta == {
        "url": seeds.ADDRESS,
        "outlet": "Harbour Gazette",  # of the source, not of the feed that collects
        "published": "2026-05-04T15:30:00+07:00",
        "language": "en",
        "section": "Roads",
        "title": seeds.TITLE,  # without " - Harbour Gazette"
    }
    assert second.meta["outlet"] == "News of the Coast"
    assert found.told == ["a.xml: 1 entry without text not read: get it with stemma fetch"]


def test_atom_and_rdf(read, seeds):
    (atom,) = read("a.atom", seeds.make_atom()).documents
    assert atom.meta["author"] == "Ines Roque"
    assert (atom.meta["published"], atom.meta["modified"]) == ("2026-05-04T15:30:00+07:00", "2026-05-05T09:00:00Z")
    assert atom.meta["outlet"] == "Harbour Gazette"
    (rdf,) = read("a.rdf", seeds.make_rdf()).documents
    assert rdf.meta["published"] == "2026-05-04"
    assert rdf.content.decode() == seeds.TEXT.strip()


def test_a_feed_of_many_sites_is_no_outlet(read):
    items = "".join(
        f"<item><title>T</title><link>https://{host}.example.{end}/a</link><description>A text.</description></item>"
        for host, end in (("a", "one"), ("b", "two"), ("www", "three"))
    )
    found = read("a.xml", f"{HEAD}{items}</channel></rss>".encode())
    assert [item.meta.get("outlet") for item in found.documents] == [None, None, None]


def test_a_feed_of_links_alone_lists_addresses(read):
    items = "<item><title>A</title><link>https://a.example/1</link></item>" * 3
    found = read("a.rss", f"{HEAD}{items}</channel></rss>".encode())
    assert found.reasons == ["a.rss: lists 3 addresses: get them with stemma fetch"]
    assert read("b.rss", f"{HEAD}</channel></rss>".encode()).reasons == ["b.rss: no articles in it"]


def test_a_feed_that_ends_too_soon_gives_its_entries(read, seeds):
    cut = seeds.make_rss()
    cut = cut[: cut.index(b"<item><title>Only")]
    assert len(read("a.xml", cut).documents) == 2


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1251", "utf-8-sig"])
def test_feeds_in_other_encodings(read, encoding):
    text = "<item><title>Мост</title><description>Мост закрыт, сообщила мэрия.</description></item></channel></rss>"
    declared = encoding.removesuffix("-sig")
    found = read("a.xml", f'<?xml version="1.0" encoding="{declared}"?>{HEAD}{text}'.encode(encoding))
    assert found.documents[0].content.decode() == "Мост закрыт, сообщила мэрия."


def test_entities_neither_grow_nor_reach_files(read, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "lol"> {lines}]>{HEAD}<item><description>&a9;</description>'
    outside = f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{secret}">]>{HEAD}<item><description>x &x;</description>'
    start = time.perf_counter()
    for content, encoding in ((bomb, "utf-8"), (bomb, "utf-16"), (outside, "utf-8"), (outside, "utf-16")):
        found = read("a.xml", f"{content}</item></channel></rss>".encode(encoding))
        assert all(len(item.content) < 10_000 and b"secret" not in item.content for item in found.documents)
    assert time.perf_counter() - start < 8


@pytest.mark.parametrize("piece", ["<b>", "<item>", "<description>", "&lt;p&gt;", "<![CDATA[", "<!--"])
def test_depth_without_end_ends(read, piece):
    start = time.perf_counter()
    read("a.xml", f"{HEAD}<item><description>x {piece * 10_000}".encode())
    assert time.perf_counter() - start < 8


def test_markup_nested_in_a_description_ends(read):
    found = read("a.xml", f"{HEAD}<item><description>{'&lt;div&gt;' * 20_000}A text.</description></item>".encode())
    assert len(found.documents) <= 1


def test_too_many_tags_are_refused():
    (skipped,) = read_feed(b"<rss>" + b"<a>" * 100_001, "a.xml", None)
    assert skipped.reason == "a feed of more than 5 MB or 100,000 tags"


FEEDS = Path(__file__).resolve().parents[5] / "shared" / "feeds"


@pytest.mark.skipif(not FEEDS.exists(), reason="the shared feeds are not here")
def test_shared_feeds_give_entries_or_one_reason(read):
    for path in sorted(path for path in FEEDS.rglob("*") if path.is_file()):
        start = time.perf_counter()
        found = read(path.name, path.read_bytes())
        assert found.documents or len(found.reasons) == 1, path
        assert time.perf_counter() - start < 10, path
