"""Every view, in both themes and at three widths: no complaints, no requests, no barriers, nothing that runs."""

from collections.abc import Callable
from typing import Any

import pytest

Open = Callable[..., Any]
VIEWS = ("story", "matrix", "timeline", "articles", "articles/a4", "compare/a4/a1", "sources", "sources/w3", "wanted")
WIDTHS = {"desk": 1440, "tablet": 820, "phone": 390}
SETTLED = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 60)))"


def wait_for_view(page: Any) -> None:
    """The program is unpacked, and what is drawn after the first sight is there."""
    page.locator("main h1, main h2").first.wait_for(state="attached")
    page.evaluate(SETTLED)


def find_violations(page: Any) -> list[str]:
    """What axe finds against WCAG and its best practices, each with the first element that is at fault."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    found = axe.run(page).response["violations"]
    return [f"{item['id']}: {item['nodes'][0]['html'][:200]} ({len(item['nodes'])})" for item in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", VIEWS)
def test_no_complaints_no_requests_no_barriers(
    open_page: Open, demo_report: str, view: str, width: str, scheme: str
) -> None:
    viewport = {"width": WIDTHS[width], "height": 900}
    opened = open_page(f"{demo_report}#/{view}", viewport=viewport, color_scheme=scheme)
    wait_for_view(opened.page)
    assert opened.page.locator("main h1, main h2").first.is_visible()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]
    assert find_violations(opened.page) == []
    assert opened.messages == []
    assert [address.split("#")[0] for address in opened.requests] == [demo_report]


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_texts_show_as_text(open_page: Open, invented_report: str, view: str) -> None:
    opened = open_page(f"{invented_report}#/{view}")
    wait_for_view(opened.page)
    assert opened.messages == []
    assert opened.page.locator("#app script, #app iframe, #app object, #app embed").count() == 0
    shown = opened.page.locator("#app").inner_text()
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067")
    assert shown.count("\u2068") == shown.count("\u2069")  # our own, which hold a name together inside a sentence
    assert opened.page.locator("#app [onclick]").count() == 0


def test_a_theme_can_be_chosen_and_a_language(open_page: Open, demo_report: str) -> None:
    page = open_page(f"{demo_report}#/story", locale="de-DE").page
    wait_for_view(page)
    assert page.evaluate("document.documentElement.lang") == "de"
    page = open_page(f"{demo_report}#/story", locale="ar").page
    wait_for_view(page)
    assert page.evaluate("document.documentElement.dir") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
