import pytest


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.xml", b"<note>hello</note>", "a.xml: XML, but no feed, list of feeds, sitemap or web page"),
        ("a.xml", b"hello", "a.xml: XML, but no feed, list of feeds, sitemap or web page"),
        ("a.json", b"{broken", "a.json: not JSON (Expecting property name enclosed in double quotes)"),
        (
            "a.json",
            b"[" * 100_000,
            "a.json: not JSON (maximum recursion depth exceeded while decoding a JSON array from a unicode string)",
        ),
        ("a.json", b"7", "a.json: JSON, but no feed, article or list of articles"),
        ("a.json", b'{"format": "stemma/dossier/1"}', "a.json: a file that stemma wrote, not an article"),
        ("a.json", b"[]", "a.json: JSON, but no feed, article or list of articles"),
        ("a.json", b'{"name": "x"}', "a.json: no column that holds text among name. Name it with --column text=NAME"),
        ("a.json", b'{"version": "https://jsonfeed.org/version/1", "items": [1, null]}', "a.json: no articles in it"),
    ],
)
def test_what_is_nothing_of_the_kind_is_said(read, name, content, reason):
    found = read(name, content)
    assert found.documents == []
    assert found.reasons == [reason]


def test_a_web_page_that_calls_itself_xml(read, seeds):
    page = b'<?xml version="1.0"?>\n' + seeds.make_page()
    (document,) = read("a.xml", page).documents
    assert document.suffix == ".html"
    assert document.content == page


def test_lists_of_objects_are_tables(read):
    row = b'{"headline": "Two bridges closed", "body": "Two bridges were closed, the road office said."}'
    for content in (b"[" + row + b"]", b'{"status": "ok", "articles": [' + row + b"]}", row):
        (document,) = read("a.json", content).documents
        assert document.meta == {"title": "Two bridges closed"}


def test_depth_without_end_is_no_json(read):
    assert read("a.json", b"[" * 100_000).reasons[0].startswith("a.json: not JSON (maximum recursion")
