import hashlib

import pytest

from stemma.clean import clean
from stemma.model import Article, RawDocument, Skipped
from stemma.settings import Settings

LEAD = "Two bridges in Harborview were closed on Monday after the river rose by two metres."
BODY = f"{LEAD}\nNobody was hurt, the road office said."
PAGE = """<html lang="en"><head><title>Two bridges closed in Harborview - Valley Post</title>
<meta property="og:site_name" content="Valley Post">
<meta property="article:published_time" content="2024-10-17T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/n">News</a></nav><article><h1>Two bridges closed in Harborview</h1>
<p>Two bridges in Harborview were closed on <a href="/m">Monday</a> after the river rose by two metres.</p>
<p>Nobody was hurt, the road office said. “We acted in time,” said its head.</p></article>
<footer>Contact us</footer></body></html>"""


def make(content, suffix=".txt", **meta):
    raw = content if isinstance(content, bytes) else content.encode()
    return RawDocument(uri=f"a{suffix}", sha256=hashlib.sha256(raw).hexdigest(), content=raw, suffix=suffix, meta=meta)


def test_plain_text():
    raw = make(f"close\n\n\nTwo bridges closed in Harborview\n\n\n\n{BODY}\nComments (3)\n")
    article = clean(raw, Settings())
    assert isinstance(article, Article)
    assert article.text == f"Two bridges closed in Harborview\n{BODY}"
    assert article.text[article.body_start :] == BODY
    assert (article.id, article.language, article.title) == (raw.sha256[:12], "en", "Two bridges closed in Harborview")
    assert (article.outlet, article.published, article.basis) == (None, None, {})


def test_no_character_is_rewritten():
    text = (
        "Headline with “quotes” and ﬁgures½\nThe mayor’s  note\u00a0– “we’ll  see” – was read aloud … twice, he said.\n"
    )
    article = clean(make(text), Settings())
    assert article.text == text.replace("  ", " ").strip()


def test_a_lead_is_no_title():
    article = clean(make(BODY), Settings())
    assert (article.title, article.text, article.body_start) == (None, BODY, 0)


def test_meta_wins():
    raw = make(
        f"Headline of the page\n{BODY}",
        outlet="Harbour News",
        published="2024-10",
        language="id",
        title="Another title",
    )
    article = clean(raw, Settings())
    assert (article.title, article.outlet, article.published, article.language) == (
        "Another title",
        "Harbour News",
        "2024-10",
        "id",
    )
    assert article.basis == {"outlet": "metadata", "published": "metadata"}
    assert clean(raw, Settings(language="en")).language == "en"


def test_web_page():
    article = clean(make(PAGE, ".html"), Settings())
    assert article.title == "Two bridges closed in Harborview"
    assert (article.outlet, article.published) == ("Valley Post", "2024-10-17T08:00:00+00:00")
    assert article.basis == {"outlet": "metadata", "published": "metadata"}
    assert article.text.split("\n") == [
        "Two bridges closed in Harborview",
        "Two bridges in Harborview were closed on Monday after the river rose by two metres.",
        "Nobody was hurt, the road office said. “We acted in time,” said its head.",
    ]


@pytest.mark.parametrize(
    "page", ["<html><head><title>x</title></head></html>", "<html><body></body></html>", "<p>", "\ufeff<"]
)
def test_web_page_without_an_article(page):
    assert clean(make(page, ".html"), Settings()) == Skipped(uri="a.html", reason="no article text in this web page")


def test_markdown():
    link = "See the [road office](https://example.org/a) for more."
    text = f"# Two bridges closed\n\n{BODY}\n\n## More **rain**\n\n{link}\n\n---\n"
    article = clean(make(text, ".md"), Settings())
    assert article.title == "Two bridges closed"
    assert article.text.endswith("\n\nMore rain\n\nSee the road office for more.")


def test_front_matter():
    text = f"---\ntitle: Two bridges closed\ndate: 2024-10-17\nsource: Valley Post\n---\n{BODY}"
    article = clean(make(text, ".md"), Settings())
    assert (article.title, article.outlet, article.published) == ("Two bridges closed", "Valley Post", "2024-10-17")
    assert article.text == f"Two bridges closed\n{BODY}"


def test_nothing_but_furniture():
    assert clean(make("close\nShare\nComments (2)\n"), Settings()) == Skipped(
        uri="a.txt", reason="no article text in it"
    )


def test_unreadable_encoding():
    skipped = clean(make(bytes(range(128, 256)) * 9), Settings())
    assert isinstance(skipped, Skipped)
    assert "encoding" in skipped.reason


def test_a_heap_of_text_is_no_article():
    skipped = clean(make("word " * 300_000), Settings())
    assert isinstance(skipped, Skipped)
    assert "too long for one article" in skipped.reason
