"""Feeds, outlines, sitemaps and plain lists give up their addresses, and nothing else."""

import gzip
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.fetch.lists import find_entries, find_feed, read_addresses
from stemma.fetch.network import AnswerError

URL = "https://lantern.example/news/feed"
A, B = "https://lantern.example/a", "https://lantern.example/b"
ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="enclosure" href="/x.mp3"/>'
    '<link href="/a#top"/></entry><entry><link rel="alternate" href="../b"/></entry></feed>'
)
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
    f"<item><link>{A}</link></item><item><link>{B}</link></item><item><title>none</title></item></rdf:RDF>"
)
RSS = f"<!-- x --><rss version='2'><channel><item><link>{A}</link></item><item><guid>{B}</guid></item></channel></rss>"
OPML = (
    f'<opml><body><outline text="all"><outline xmlUrl="{A}"/><outline type="link" url="{B}"/></outline></body></opml>'
)
SITEMAP = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:i="http://i.example/image">'
    f"<url><loc> {A}\n</loc><i:image><i:loc>https://lantern.example/x.png</i:loc></i:image></url>"
    f"<url><loc>{B}</loc></url></urlset>"
)
INDEX = f"<sitemapindex><sitemap><loc>{A}</loc></sitemap><sitemap><loc>{B}</loc></sitemap></sitemapindex>"
JSON = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"url": A}, {"url": B}, {"id": 1}, "x"]})


@pytest.mark.parametrize("text", [ATOM, RDF, RSS, OPML, SITEMAP, INDEX, JSON])
def test_every_kind_of_list_gives_its_addresses(text: str) -> None:
    assert find_entries(text.encode(), URL, 10_000) == [A, B]


def test_a_packed_sitemap_is_unpacked_within_the_limit() -> None:
    assert find_entries(gzip.compress(SITEMAP.encode()), URL, 10_000) == [A, B]
    with pytest.raises(AnswerError, match="unpacks to more"):
        find_entries(gzip.compress(b" " * 20_000), URL, 10_000)


def test_a_list_in_utf_16_is_one() -> None:
    text = f'<?xml version="1.0" encoding="utf-16"?>{OPML}'
    assert find_entries(text.encode("utf-16"), URL, 10_000) == [A, B]


@pytest.mark.parametrize(
    "text",
    ["<!doctype html><p>how &lt;rss> works", "<html><body><feed></feed></html>", "{}", "", "Ferry closed.", "<svg/>"],
)
def test_a_page_is_no_list(text: str) -> None:
    assert find_entries(text.encode(), URL, 10_000) is None


BOMB = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "form",
    [
        "<opml><body><outline xmlUrl='{}'/></body></opml>",
        "<urlset><url><loc>{}</loc></url></urlset>",
        "<rss><channel><item><link>{}</link></item></channel></rss>",
    ],
)
def test_entities_are_not_resolved(form: str) -> None:
    for document in (
        BOMB + "]>" + form.format("&i;"),
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + form.format("&e;"),
    ):
        found = find_entries(document.encode(), URL, 10_000)
        assert found is not None
        assert not any("root" in address or "haha" in address for address in found)


def test_deep_and_broken_lists_are_read_as_far_as_they_go() -> None:
    assert find_entries(b"<opml>" + b"<outline>" * 100_000, URL, 10_000) == []
    assert find_entries(f"<opml><body><outline xmlUrl='{A}'/><outline".encode(), URL, 10_000) == [A]
    deep = b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000
    assert find_entries(deep, URL, 10_000) == []


@given(st.sampled_from([ATOM, RDF, OPML, SITEMAP, JSON]), st.binary(max_size=20), st.integers(0, 200))
def test_damaged_lists_never_break_the_run(text: str, noise: bytes, place: int) -> None:
    content = text.encode()
    with suppress(AnswerError):
        found = find_entries(content[:place] + noise + content[place:], URL, 10_000)
        assert found is None or all(isinstance(address, str) for address in found)


def test_a_feed_that_its_reader_cannot_read_is_told() -> None:
    with pytest.raises(AnswerError, match="a broken feed"):
        find_entries(RDF[:20].encode() + b"!\x85" + RDF[20:].encode(), URL, 10_000)


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="alternate" type="application/rss+xml" title="a" href="/feed?a=1&amp;b=2">',
        "<LINK href='/feed?a=1&amp;b=2' type=application/atom+xml rel='alternate home'/>",
    ],
)
def test_a_page_names_its_feed(link: str) -> None:
    page = f'<html><head><link rel="alternate" hreflang="de" href="/de"><link rel="icon" href="x">{link}</head>'
    assert find_feed(page.encode(), "https://lantern.example/") == "https://lantern.example/feed?a=1&b=2"
    assert find_feed(page.replace("alternate", "next").encode(), "https://lantern.example/") is None
    assert find_feed(b"<link " * 50_000, "https://lantern.example/") is None


def test_a_plain_list_has_one_address_a_line() -> None:
    assert read_addresses(f"\ufeff{A}\r\n\n# no\n {B} \n{A}".encode()) == [A, B]
