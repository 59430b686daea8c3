"""What is read without a script and printed: it loads nothing, fits a phone and tells every finding."""

from collections.abc import Callable
from typing import Any

import pytest

Open = Callable[..., Any]


def open_paper(open_page: Open, report: str, **options: Any) -> Any:
    return open_page(report, java_script_enabled=False, **options)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_complaints_and_no_requests(open_page: Open, invented_report: str, scheme: str) -> None:
    opened = open_paper(open_page, invented_report, color_scheme=scheme)
    page, messages, requests = opened.page, opened.messages, opened.requests
    page.wait_for_load_state("networkidle")
    assert messages == []
    assert requests == [invented_report]
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 22, 19)"
    assert dark is (scheme == "dark")


def test_readable_without_script(open_page: Open, invented_report: str) -> None:
    page = open_paper(open_page, invented_report).page
    assert page.locator("h1").inner_text() == "Walkout at the container port of Vellmar"
    assert page.locator("#c-k1 svg").is_visible()
    quotes = page.locator("#c-k4 .quotes")
    assert not quotes.is_visible()
    page.locator("#c-k4 .evidence > summary").click()
    assert quotes.is_visible()


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_the_page_never_scrolls_sideways(open_page: Open, invented_report: str, width: int) -> None:
    page = open_paper(open_page, invented_report, viewport={"width": width, "height": 844}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_phone_gets_the_lineage_as_a_list(open_page: Open, invented_report: str) -> None:
    page = open_paper(open_page, invented_report, viewport={"width": 390, "height": 844}).page
    assert not page.locator("#c-k1 svg").is_visible()
    assert page.locator("#c-k1 .lineage-list").bounding_box()["height"] > 100


def test_following_a_link_opens_the_words(open_page: Open, invented_report: str) -> None:
    page = open_paper(open_page, invented_report).page
    page.goto(f"{invented_report}#e-c8")
    assert page.locator("#e-c8").is_visible()


def test_labels_stay_inside_their_boxes(open_page: Open, invented_report: str) -> None:
    page = open_paper(open_page, invented_report, viewport={"width": 1440, "height": 900}).page
    outside = page.evaluate(
        """() => [...document.querySelectorAll('svg .box')].flatMap(box => {
             const frame = box.querySelector('rect').getBBox();
             return [...box.querySelectorAll('text')].filter(text => {
               const words = text.getBBox();
               return words.x + words.width > frame.x + frame.width || words.y + words.height > frame.y + frame.height;
             }).map(text => text.textContent);
           })"""
    )
    assert outside == []


def test_prints_to_paper_with_every_quotation(open_page: Open, invented_report: str) -> None:
    page = open_paper(open_page, invented_report).page
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF-")
    page.emulate_media(media="print")
    assert page.locator("#c-k4 .quotes").is_visible()
    assert not page.locator("nav").is_visible()


def test_paper_is_white_however_dark_the_screen(open_page: Open, demo_report: str) -> None:
    page = open_page(demo_report, color_scheme="dark").page
    page.locator("main h1").first.wait_for()
    page.emulate_media(media="print", color_scheme="dark")
    page.locator("#paper h1").wait_for()
    assert page.evaluate("getComputedStyle(document.querySelector('#paper h1')).color") == "rgb(0, 0, 0)"
