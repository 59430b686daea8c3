import json


def test_entries_of_a_json_feed(read, seeds):
    (document,) = read("a.json", seeds.make_json_feed()).documents
    assert document.content.decode() == " ".join(seeds.TEXT.split())
    assert document.meta == {
        "url": seeds.ADDRESS,
        "outlet": "Harbour Gazette",
        "author": "Ines Roque",
        "published": "2026-05-04T15:30:00+07:00",
        "language": "en",
        "title": seeds.TITLE,
    }


def test_plain_text_is_taken_before_markup_and_odd_values_do_no_harm(read):
    items = [
        {
            "id": 7,
            "content_text": "A plain text with <b>.",
            "content_html": "<p>x</p>",
            "tags": ["Roads"],
            "authors": 3,
        },
        {"title": ["x"], "authors": 3, "date_published": {}, "summary": "A summary."},
        "x",
    ]
    found = read("a.json", json.dumps({"home_page_url": 1, "items": items}).encode())
    assert [item.content for item in found.documents] == [b"A plain text with <b>.", b"A summary."]
    assert found.documents[0].meta == {"section": "Roads"}
    assert found.documents[0].uri == "a.json/7"
