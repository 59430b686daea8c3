"""Live blogs are as many articles as they have posts."""

import json

from stemma.clean import clean, split_posts
from stemma.clean.pages.live import find_posts
from stemma.model import Article, RawDocument
from stemma.settings import Settings

TEXTS = [
    "The ferry Alma has come back to Harborview, says the harbour office.",
    "Timber blocks the narrow channel below the old mill, says Captain Ida Holm.",
    "Forty passengers were on board, and nobody of them was hurt.",
    "The line will run again before the weekend, the town expects.",
]
CLOCKS = ["10:05", "9.40", "9:12", "8:55"]


def make(page: str) -> RawDocument:
    meta = {"outlet": "Harbour Post", "title": "Live: ferry"}
    return RawDocument(uri="live.html", sha256="0" * 64, content=page.encode(), suffix=".html", meta=meta)


def make_listed() -> str:
    updates = [
        {
            "@type": "BlogPosting",
            "headline": f"Post {number}",
            "articleBody": f"<p>{text}</p>",
            "datePublished": f"2026-05-04T1{number}:00:00Z",
        }
        for number, text in enumerate(TEXTS)
    ]
    record = {"@type": "LiveBlogPosting", "headline": "Live: ferry", "liveBlogUpdate": updates}
    return f'<html><head><script type="application/ld+json">{json.dumps(record)}</script></head><body></body></html>'


def make_timed() -> str:
    posts = "".join(
        f'<div class="post"><div class="stamp">{clock} Uhr</div><h3>Post {clock}</h3><p>{text}</p></div>'
        for clock, text in zip(CLOCKS, TEXTS, strict=True)
    )
    head = '<meta property="article:published_time" content="2026-05-04T08:00:00">'
    return f'<html><head>{head}</head><body><div class="liveblog">{posts}</div></body></html>'


def test_posts_that_the_page_lists() -> None:
    posts = find_posts(make_listed(), make(make_listed()))
    assert [post.uri for post in posts] == [f"live.html/{number}" for number in range(1, 5)]
    assert [post.content.decode() for post in posts] == TEXTS
    assert (posts[1].meta["title"], posts[1].meta["published"]) == ("Post 1", "2026-05-04T11:00:00+00:00")


def make_marked(texts: list[str]) -> str:
    posts = "".join(
        f'<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting"><h3>Post {number}</h3>'
        f'<time itemprop="datePublished" datetime="2026-05-04T1{number}:00:00Z">1{number}:00</time>'
        f'<div itemprop="articleBody"><p>{text}</p></div></div>'
        for number, text in enumerate(texts)
    )
    return (
        f'<html><body itemscope itemtype="https://schema.org/LiveBlogPosting"><h1>Live: ferry</h1>{posts}</body></html>'
    )


def test_posts_that_elements_mark() -> None:
    posts = find_posts(make_marked(TEXTS[:3]), make(make_marked(TEXTS[:3])))
    assert [post.content.decode() for post in posts] == TEXTS[:3]
    assert (posts[1].meta["title"], posts[1].meta["published"]) == ("Post 1", "2026-05-04T11:00:00+00:00")
    assert find_posts(make_marked(TEXTS[:1]), make(make_marked(TEXTS[:1]))) == []


def test_posts_below_clock_times() -> None:
    posts = split_posts(make(make_timed()))
    articles = [clean(post, Settings(language="en")) for post in posts]
    assert all(isinstance(article, Article) for article in articles)
    assert [(a.title, a.published, a.outlet, a.text) for a in articles] == [  # type: ignore[union-attr]
        (f"Post {clock}", f"2026-05-04T{clock.replace('.', ':').zfill(5)}:00", "Harbour Post", f"Post {clock}\n{text}")
        for clock, text in zip(CLOCKS, TEXTS, strict=True)
    ]
    assert len({article.id for article in articles}) == 4  # type: ignore[union-attr]


def test_other_pages_stay_whole() -> None:
    for page in (make_timed().replace("liveblog", "article"), make_timed().replace("<p>", "<p><a>"), "<p>liveblog"):
        raw = make(page)
        assert split_posts(raw) == [raw]
    text = RawDocument(uri="a.txt", sha256="0" * 64, content=b"liveblog", suffix=".txt")
    assert split_posts(text) == [text]


def test_what_stands_above_the_posts_is_an_article_too() -> None:
    intro = "".join(
        f"<p>Paragraph {number} tells at length what the harbour office knows of it.</p>" for number in range(9)
    )
    page = make_listed().replace("<body>", f"<body><article>{intro}</article>")
    first, *posts = find_posts(page, make(page))
    assert (first.uri, len(posts)) == ("live.html/0", 4)
    assert "Paragraph 8 tells" in first.content.decode()
