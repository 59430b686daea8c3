"""Which blocks of an invented page are its article."""

import pytest

from stemma.clean.pages.body import choose_blocks, find_best_run
from stemma.clean.pages.tree import lay_out, parse_page

FIRST = "The ferry Alma left Harborview on Monday with forty passengers, and it came back an hour later."
SECOND = "Captain Ida Holm said that drifting timber had blocked the narrow channel below the old mill."
THIRD = "Nobody was hurt, and the harbour master expects the line to run again before the weekend."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"


def read(body: str, lead: str = "", known: str = "") -> list[str]:
    root = parse_page(f"<html><body>{body}</body></html>")
    return [block.text for block in choose_blocks(lay_out(root), lead, known)]


def test_menus_and_footers_stay_out() -> None:
    page = f"<ul><li><a>News</a><li><a>Sport</a></ul><div>{BODY}</div><footer>All rights reserved by the Post.</footer>"
    assert read(page) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "box",
    [
        "<aside>Join twelve thousand readers who get our letter from the harbour each morning.</aside>",
        '<div class="newsletter-box"><p>Join twelve thousand readers who get our letter each morning.</p></div>',
        "<figure><img><figcaption>The ferry Alma below the mill, seen from the other bank.</figcaption></figure>",
        '<div class="related-links"><a>Bridge closed for the whole winter, says mayor of Harborview.</a></div>',
        "<p><a>Read also: the bridge that was closed for the winter</a></p>",
        '<div id="shareBar"><p>Share this story with everybody whom you know in the whole town.</p></div>',
        '<p class="sr-only">This link opens in a new window of your browser on this device.</p>',
        '<p style="display: none">Turn off your blocker to go on with reading this article.</p>',
    ],
)
def test_boxes_inside_the_article_stay_out(box: str) -> None:
    page = f"<article><p>{FIRST}</p>{box}<p>{SECOND}</p><p>{THIRD}</p></article>"
    assert read(page) == [FIRST, SECOND, THIRD]


def test_a_name_like_a_box_on_the_whole_article_drops_nothing() -> None:
    assert read(f'<div class="content sidebar-grid">{BODY}</div>') == [FIRST, SECOND, THIRD]


def test_subheadings_and_lists_of_the_article_stay() -> None:
    page = f"<div><p>{FIRST}</p><h2>Timber again</h2><p>{SECOND}</p><ul><li>{THIRD}</li></ul></div>"
    assert read(page) == [FIRST, "Timber again", SECOND, THIRD]


def test_an_article_in_several_parts_is_one() -> None:
    page = (
        f'<div class="part"><p>{FIRST}</p></div><div class="ad">Buy oars</div><div class="part"><p>{SECOND}</p></div>'
    )
    assert read(page) == [FIRST, SECOND]


def test_the_summary_above_the_article_belongs_to_it() -> None:
    named = (
        f'<header><h1>Ferry late</h1><p class="standfirst">Timber in the channel again</p></header><div>{BODY}</div>'
    )
    assert read(named)[0] == "Timber in the channel again"
    known = f"<header><h1>Ferry late</h1><div>Timber in the channel once more</div></header><div>{BODY}</div>"
    assert read(known, lead="Timber in the channel once more.")[0] == "Timber in the channel once more"


def test_a_quotation_pulled_out_of_the_text_is_not_told_twice() -> None:
    pulled = "<blockquote>drifting timber had blocked the narrow channel</blockquote>"
    page = f"<div><p>{FIRST}</p>{pulled}<p>{SECOND}</p></div>"
    assert read(page) == [FIRST, SECOND]


def test_what_stands_three_times_on_the_page_is_furniture() -> None:
    note = "<p>External content is not shown here because of your settings.</p>"
    assert read(f"<div><p>{FIRST}</p>{note}<p>{SECOND}</p>{note}{note}<p>{THIRD}</p></div>") == [FIRST, SECOND, THIRD]


def test_text_that_metadata_lack_stays_out_where_they_hold_the_rest() -> None:
    offer = "Become a member today and read every article of ours for a whole month."
    page = f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>{offer}</p></div>"
    assert read(page, known=f"{FIRST} {SECOND} {THIRD}") == [FIRST, SECOND, THIRD]
    assert read(page)[-1] == offer


def test_the_best_run() -> None:
    assert find_best_run([-1, 3, -1, 4, -9, 5]) == (1, 4)
    assert find_best_run([-1, -2]) == (0, 0)


def test_nesting_without_end_is_read() -> None:
    page = "<div>" * 50_000 + FIRST + "</div>" * 50_000
    assert read(page) in ([FIRST], [])
