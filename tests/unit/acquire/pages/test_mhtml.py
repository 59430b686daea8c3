"""Web pages saved in one file."""

import hashlib

from stemma.clean import clean
from stemma.model import RawDocument, Skipped
from stemma.settings import Settings


def test_the_page_with_the_address_of_the_whole_is_the_article(read, make_mhtml):
    content = make_mhtml()
    [document] = read("ferry.mhtml", content)
    assert isinstance(document, RawDocument)
    assert b"Captain Holm" in document.content
    assert b"advertisement" not in document.content
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert (document.suffix, document.uri) == (".html", "ferry.mhtml")
    assert document.meta == {"url": "https://harbour.example/ferry", "retrieved": "2025-03-13T09:10:11+01:00"}


def test_the_character_set_of_the_part_is_kept(read, make_mhtml):
    page = "<html><body><h1>Паром опоздал</h1><p>Паром вышел из гавани позже, сказал в понедельник капитан Холм.</p>"
    for charset in ("windows-1251", "koi8-r", "utf-8"):
        [document] = read("ferry.mht", make_mhtml(page, charset))
        article = clean(document, Settings(language="ru"))
        assert "сказал в понедельник капитан Холм" in article.text


def test_a_file_without_a_page_is_skipped(read, make_mhtml):
    for content in (b"no mail at all", make_mhtml("  "), b"\x00\xff" * 40):
        found = read("ferry.mhtml", content)
        assert [item.uri for item in found if isinstance(item, Skipped)] == ["ferry.mhtml"] or b"advert" in found[
            0
        ].content


def test_only_an_address_of_the_web_becomes_the_url(read, make_mhtml):
    [document] = read("ferry.mhtml", make_mhtml(address="javascript:alert(1)"))
    assert "url" not in document.meta
