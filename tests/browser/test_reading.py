"""Reading with the keyboard alone, on paper, without a script, and to the exact character."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import stemma
from stemma.model import Article, Dossier, Span

Open = Callable[..., Any]
EMOJI = "🚢\U0001d519 "  # two characters beyond the basic plane, which a browser counts as four


def wait_for_views(page: Any) -> None:
    page.locator("main h1").first.wait_for()


def shift_article(dossier: Dossier, article: Article, prefix: str) -> Dossier:
    """The dossier with some characters before the text of one article, and every place in it moved."""
    by = len(prefix)

    def move(item: Any, inside: bool) -> Any:
        if isinstance(item, Span):
            return Span(item.start + by, item.end + by) if inside else item
        if isinstance(item, tuple):
            return tuple(move(member, inside) for member in item)
        if hasattr(item, "__dataclass_fields__") and not isinstance(item, Article):
            here = getattr(item, "article", None)
            inside = here == article.id if isinstance(here, str) else inside
            return replace(item, **{name: move(getattr(item, name), inside) for name in item.__dataclass_fields__})
        return item

    moved = move(replace(dossier, articles=(), collations=()), False)
    claims = {claim.id: claim.article for claim in dossier.claims}
    collations = tuple(
        replace(
            item,
            variants=tuple(
                replace(v, readings=tuple(move(r, claims[r.claim] == article.id) for r in v.readings))
                for v in item.variants
            ),
        )
        for item in dossier.collations
    )
    articles = tuple(
        replace(item, text=prefix + item.text, title=prefix + (item.title or "")) if item.id == article.id else item
        for item in dossier.articles
    )
    return replace(moved, articles=articles, collations=collations)


def test_words_are_exact_behind_characters_beyond_the_basic_plane(
    open_page: Open, demo: Dossier, tmp_path: Path
) -> None:
    article = demo.articles[0]
    shifted = shift_article(demo, article, EMOJI)
    (tmp_path / "report.html").write_text(str(stemma.write(shifted, "html")), encoding="utf-8")
    page = open_page((tmp_path / "report.html").as_uri()).page
    wait_for_views(page)
    data = json.loads(page.locator("#report").text_content())
    number = next(n for n, claim in enumerate(data["claims"]) if claim["tellings"][0]["article"] == 0)
    page.goto(f"{(tmp_path / 'report.html').as_uri()}#/story/c{number}")
    page.locator("[role=group].pane mark").first.wait_for()
    told = page.locator("[role=group].pane").inner_text()
    assert data["articles"][0]["name"] in told
    [(start, end)] = re.findall(r"(\d+)–(\d+)", told.replace(",", ""))
    words = shifted.articles[0].text[int(start) : int(end)]
    assert words == article.text[int(start) - len(EMOJI) : int(end) - len(EMOJI)]
    marked = "".join(page.locator("[role=group].pane mark").all_text_contents())
    assert "".join(marked.split()) == "".join(words.split())


def test_the_keyboard_alone_reaches_claims_and_words(open_page: Open, demo_report: str) -> None:
    page = open_page(demo_report).page
    wait_for_views(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.matches('input')")
    page.keyboard.type("reservoir")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash.startsWith('#/')")
    assert page.evaluate("location.hash") != ""


def test_a_cell_of_the_table_opens_its_words_and_escape_closes_them(open_page: Open, demo_report: str) -> None:
    page = open_page(f"{demo_report}#/matrix").page
    grid = page.locator("[role=grid]")
    grid.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.locator("[role=group].pane mark").first.wait_for()
    page.keyboard.press("Escape")
    page.locator("[role=group].pane").wait_for(state="detached")


def test_the_back_button_leads_back(open_page: Open, demo_report: str) -> None:
    page = open_page(f"{demo_report}#/articles/a1").page
    page.locator("nav a[href='#/matrix'], nav a[href^='#/matrix']").first.click()
    page.locator("[role=grid]").wait_for()
    page.go_back()
    page.locator("[role=grid]").wait_for(state="detached")
    assert page.evaluate("location.hash") == "#/articles/a1"


def test_what_is_printed_is_the_page_for_paper(open_page: Open, demo_report: str, demo: Dossier) -> None:
    page = open_page(demo_report).page
    wait_for_views(page)
    assert page.locator("#paper").count() == 0
    page.emulate_media(media="print")
    page.locator("#paper h1").wait_for()
    assert not page.locator("#app").is_visible()
    page.emulate_media(media="screen")
    page.locator("#paper").wait_for(state="detached")
    assert len(page.pdf(format="A4")) > 30_000  # bytes; an empty sheet has a twentieth of them


def test_without_a_script_the_page_for_paper_is_read(open_page: Open, demo_report: str) -> None:
    page = open_page(demo_report, java_script_enabled=False).page
    assert page.locator("#paper h1").is_visible()
    assert page.locator("#claims .claim").count() > 3


def test_a_program_that_fails_leaves_the_page_for_paper(open_page: Open, demo_report: str, tmp_path: Path) -> None:
    page = Path(demo_report.removeprefix("file://")).read_text(encoding="utf-8")
    torn = page.replace(
        '<script type="application/json" id="report">{', '<script type="application/json" id="report">['
    )
    assert torn != page
    (tmp_path / "torn.html").write_text(torn, encoding="utf-8")
    opened = open_page((tmp_path / "torn.html").as_uri())
    opened.page.locator("#paper h1").wait_for()
    assert opened.page.locator("#paper h1").is_visible()


def test_a_day_puts_aside_what_came_later(open_page: Open, demo_report: str, demo: Dossier) -> None:
    page = open_page(f"{demo_report}#/timeline").page
    page.locator("input[type=range]").focus()
    page.keyboard.press("Home")
    strip = page.locator(f"text=/As of .*: [0-9]+ of {len(demo.articles)} articles/").first
    strip.wait_for()
    page.locator("nav a[href^='#/articles']").first.click()
    page.locator("main h1").first.wait_for()
    assert strip.is_visible()  # in every view
    page.locator(".strip button").click()
    strip.wait_for(state="detached")
