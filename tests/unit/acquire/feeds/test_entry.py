import pytest

from stemma.acquire.feeds.entry import Entry, cut_outlet


@pytest.mark.parametrize(
    ("title", "outlet", "cut"),
    [
        ("Two bridges closed - Harbour Gazette", "harbour gazette", "Two bridges closed"),
        ("Two bridges closed - for weeks", "Harbour Gazette", "Two bridges closed - for weeks"),
        ("Two bridges closed - x", "", "Two bridges closed - x"),
    ],
)
def test_the_outlet_goes_from_the_title(title, outlet, cut):
    assert cut_outlet(title, outlet) == cut


def test_only_what_is_known_is_said():
    assert Entry(language="english", title=" A <b>bold</b>\ntitle ", published="2026", modified="2026").make_meta() == {
        "published": "2026",
        "title": "A bold title",
    }
