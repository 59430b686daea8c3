import json


def test_a_ninjs_item(read, seeds):
    (document,) = read("a.json", seeds.make_ninjs()).documents
    assert document.uri == "a.json/agency.example/items/7"
    assert document.meta == {
        "url": "https://agency.example/items/7",
        "outlet": "Harbour Gazette",
        "author": "Ines Roque",
        "published": "2026-05-04T08:30:00Z",
        "language": "en",
        "title": seeds.TITLE,
    }


def test_version_two_and_pictures(read):
    text = {
        "uri": "urn:agency:1",
        "type": "text",
        "headlines": [{"role": "short", "value": "Bridges"}, {"role": "main", "value": "Two bridges closed"}],
        "bodies": [{"contentType": "text/plain", "value": "Two bridges were closed."}],
        "firstCreated": "2026-05-04T08:00:00+07:00",
        "versionCreated": "2026-05-04T09:00:00+07:00",
        "copyrightHolder": "Calvera Agency",
    }
    picture = {"uri": "urn:agency:2", "type": "picture", "headline": "A bridge", "versionCreated": "2026"}
    found = read("a.json", json.dumps({"items": [text, picture]}).encode())
    (document,) = found.documents
    assert document.meta == {
        "outlet": "Calvera Agency",
        "published": "2026-05-04T08:00:00+07:00",
        "modified": "2026-05-04T09:00:00+07:00",
        "title": "Two bridges closed",
    }
    assert found.told == ["a.json: 1 item that is no text not read"]
