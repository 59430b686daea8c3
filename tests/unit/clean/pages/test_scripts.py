"""Articles that stand in a page's scripts alone."""

import json

from stemma.clean.pages import read_page

PARAGRAPHS = [
    f"Sentence number {number} tells how the ferry Alma waited for the timber to drift past the old mill." * 2
    for number in range(5)
]


def test_an_article_in_a_script_is_read() -> None:
    inner = json.dumps({"body": "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)})
    pushed = json.dumps([1, inner]).replace("<", "\\u003c")
    page = f"<html><head><title>Ferry late</title></head><body><div></div><script>push({pushed})</script></body></html>"
    draft = read_page(page)
    assert draft is not None
    assert list(draft.lines) == PARAGRAPHS


def test_an_article_in_the_metadata_alone_is_read() -> None:
    record = {"@type": "NewsArticle", "headline": "Ferry late", "articleBody": "\n".join(PARAGRAPHS)}
    head = f'<script type="application/ld+json">{json.dumps(record)}</script>'
    page = f"<html><head>{head}</head><body><p>Hello</p></body></html>"
    draft = read_page(page)
    assert draft is not None
    assert (draft.title, list(draft.lines)) == ("Ferry late", PARAGRAPHS)


def test_a_hidden_article_is_read_where_metadata_bear_it_out() -> None:
    record = {"@type": "NewsArticle", "headline": "Ferry late", "articleBody": " ".join(PARAGRAPHS)}
    hidden = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:])
    page = (
        f'<html><head><script type="application/ld+json">{json.dumps(record)}</script></head>'
        f"<body><article><p>{PARAGRAPHS[0]}</p><div hidden>{hidden}</div></article></body></html>"
    )
    draft = read_page(page)
    assert draft is not None
    assert list(draft.lines) == PARAGRAPHS


def test_a_page_without_an_article_tells_what_stands_on_it() -> None:
    draft = read_page("<html><body><ul><li><a>News</a></li></ul></body></html>")
    assert draft is not None
    assert draft.around == ("News",)
    assert read_page("") is None
