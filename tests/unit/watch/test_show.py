"""Changes at a terminal and as a feed, with what strangers write in them."""

import io
from typing import Any
from xml.etree import ElementTree as Xml

import feedparser
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.watch.show import ATOM, say_change, write_atom

HOSTILE = '</title><script>x</script> & "q" \x1b[31m\x00\u202e\ud800]]> ferry'


def make_row(title: str = "the ferry sank", **changes: Any) -> dict[str, Any]:
    return {
        "id": "x1", "moment": "2026-11-22T09:00:00Z", "kind": "denied", "title": title, "text": "Denied: Tarn.",
        "articles": [{"article": "a", "uri": "a.html", "outlet": "The Lantern", "url": "https://lantern.example/a"}],
        "evidence": [{"article": "a", "text": "did not sink"}], "collation": "k", **changes,
    }  # fmt: skip


def test_a_change_is_told_with_claim_place_and_words() -> None:
    assert list(say_change(make_row())) == [
        "DENIED  The ferry sank",
        "    Denied: Tarn.",
        "    The Lantern: https://lantern.example/a",
        "    “did not sink”",
    ]


def test_a_changed_page_is_told() -> None:
    row = make_row(articles=[{"article": "a", "uri": "a.html", "revised": True}])
    assert "    a.html (the page was changed)" in say_change(row)


def test_hostile_words_steer_nothing() -> None:
    told = [{"article": "a", "uri": HOSTILE, "outlet": HOSTILE, "url": "javascript:alert(1)"}]
    row = make_row(HOSTILE, text=HOSTILE, articles=told, evidence=[{"article": "a", "text": HOSTILE}])
    shown = "\n".join(say_change(row))
    assert not set(shown) & set("\x1b\x00\u202e\ud800")
    root = Xml.fromstring(write_atom([row], HOSTILE.replace("\ud800", "")))
    assert [child.tag.partition("}")[2] for child in root].count("entry") == 1
    assert not root.findall(f".//{{{ATOM}}}link")
    assert all("script" not in child.tag for child in root.iter())


def test_the_feed_is_one_that_readers_take() -> None:
    rows = [make_row(id=f"x{number}", moment=f"2026-11-22T09:{number % 60:02}:00Z") for number in range(250)]
    feed = feedparser.parse(io.BytesIO(write_atom(rows, "case-17")))
    assert not feed.bozo
    assert feed.feed.title == "Stemma: case-17"
    assert len(feed.entries) == 200
    assert feed.entries[0].title == "DENIED: The ferry sank"
    assert feed.entries[0].link == "https://lantern.example/a"
    assert len({entry.id for entry in feed.entries}) == 200
    assert Xml.fromstring(write_atom([], "case-17")).find(f"{{{ATOM}}}updated") is not None


@settings(max_examples=40)
@given(st.text(), st.text(), st.text())
def test_any_text_makes_a_well_formed_feed(title: str, text: str, place: str) -> None:
    told = [{"article": "a", "uri": place, "url": f"https://lantern.example/{place}"}]
    Xml.fromstring(write_atom([make_row(title, text=text, articles=told)], title))
