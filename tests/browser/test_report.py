"""The report in a real browser: it loads nothing, needs no script, fits a phone and prints."""

import importlib.util
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from stemma.write import write

INVENTED = Path(__file__).parent.parent / "unit" / "write" / "invented.py"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
chromium = shutil.which("chromium")
playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
pytestmark = pytest.mark.skipif(chromium is None, reason="there is no chromium on this machine")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    spec = importlib.util.spec_from_file_location("invented_dossier", INVENTED)
    assert spec is not None
    assert spec.loader is not None
    invented = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(invented)
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(str(write(invented.make_dossier(), "html")), encoding="utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


def open_page(browser: Any, report: str, **options: Any) -> tuple[Any, list[str], list[str]]:
    page = browser.new_context(**options).new_page()
    messages: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(report)
    return page, messages, requests


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_complaints_and_no_requests(browser: Any, report: str, scheme: str) -> None:
    page, messages, requests = open_page(browser, report, color_scheme=scheme)
    page.wait_for_load_state("networkidle")
    assert messages == []
    assert requests == [report]
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 22, 19)"
    assert dark is (scheme == "dark")
    page.context.close()


def test_readable_without_script(browser: Any, report: str) -> None:
    page, _, _ = open_page(browser, report, java_script_enabled=False)
    assert page.locator("h1").inner_text() == "Walkout at the container port of Vellmar"
    assert page.locator("#c-k1 svg").is_visible()
    quotes = page.locator("#c-k4 .quotes")
    assert not quotes.is_visible()
    page.locator("#c-k4 .evidence > summary").click()
    assert quotes.is_visible()
    page.context.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_the_page_never_scrolls_sideways(browser: Any, report: str, width: int) -> None:
    page, _, _ = open_page(browser, report, viewport={"width": width, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_a_phone_gets_the_lineage_as_a_list(browser: Any, report: str) -> None:
    page, _, _ = open_page(browser, report, viewport={"width": 390, "height": 844})
    assert not page.locator("#c-k1 svg").is_visible()
    assert page.locator("#c-k1 .lineage-list").bounding_box()["height"] > 100
    page.context.close()


def test_following_a_link_opens_the_words(browser: Any, report: str) -> None:
    page, _, _ = open_page(browser, report)
    page.goto(f"{report}#e-c8")
    assert page.locator("#e-c8").is_visible()
    page.context.close()


def test_labels_stay_inside_their_boxes(browser: Any, report: str) -> None:
    page, _, _ = open_page(browser, report, viewport={"width": 1440, "height": 900})
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
    page.context.close()


def test_prints_to_paper_with_every_quotation(browser: Any, report: str) -> None:
    page, _, _ = open_page(browser, report)
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF-")
    page.emulate_media(media="print")
    assert page.locator("#c-k4 .quotes").is_visible()
    assert not page.locator("nav").is_visible()
    page.context.close()
