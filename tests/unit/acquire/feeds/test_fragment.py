import time

import pytest

from stemma.acquire.feeds.fragment import find_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Plain &amp; simple", "Plain & simple"),
        ("Two\nlines", "Two\nlines"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<p>One <b>bold</b>\nline.</p><p>Two.</p>", "One bold line.\nTwo."),
        ("One<br/>two<br>three", "One\ntwo\nthree"),
        ("<p>A</p><script>alert(1)</script><style>x</style>tail", "A\ntail"),
        ("<figure><figcaption>Photo</figcaption></figure><p>Text</p>", "Text"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<p>Мост &#1079;акрыт</p>", "Мост закрыт"),
        ("<p>a\x00b\ud800</p>", "ab?"),
        ("</div></body></html><p>out</p>", "out"),
    ],
)
def test_text_of_markup(markup, text):
    assert find_text(markup) == text


def test_nesting_without_end_ends():
    start = time.perf_counter()
    find_text("<div>" * 100_000 + "deep")
    find_text("<b>" * 100_000 + "deep")
    assert time.perf_counter() - start < 8
