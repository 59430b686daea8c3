"""Invented web pages: an article among the furniture of a news site, as large as real ones (1,000 elements, 250 kB)."""

import gzip
import json
import random
from functools import lru_cache
from html import escape

from news_events import Article
from news_words import Tongue, make_tongue
from seeds import make_record, make_response

SECTIONS, FOOTER, TEASERS = 100, 80, 60  # links of the head and foot of a site, and to other articles
SCRIPTS, SCRIPT = 28, 6_800  # how many, and characters of each


def write_page(article: Article, address: str) -> bytes:
    """The page of one article."""
    tongue, die = make_tongue(article.language), random.Random(address)
    day = article.published.isoformat(timespec="seconds")
    title = escape(article.title)
    head, foot = write_site(article.outlet, article.language)
    facts = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": article.title, "datePublished": day,
        "publisher": {"@type": "Organization", "name": article.outlet},
        **({"author": {"@type": "Person", "name": article.author}} if article.author else {}),
    }  # fmt: skip
    meta = (
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{escape(article.outlet)}">'
        f'<meta property="og:type" content="article"><meta property="article:published_time" content="{day}">'
        f'<link rel="canonical" href="{address}">'
        f'<script type="application/ld+json">{json.dumps(facts, ensure_ascii=False)}</script>'
    )
    byline = f'<span class="author">{escape(article.author)}</span>' if article.author else ""
    page = (
        f'<!DOCTYPE html><html lang="{tongue.code}"><head><meta charset="utf-8">'
        f"<title>{title} - {escape(article.outlet)}</title>{meta}{head}"
        f'<main><article><header><h1>{title}</h1><div class="byline">{byline}'
        f'<time datetime="{day}">{day[:10]}</time></div>'
        f'<ul class="share">{"".join(f"<li><a href=/share/{way}>{way}</a></li>" for way in "abcdef")}</ul></header>'
        f'<div class="article-body">{write_body(article, tongue, die)}</div>'
        f'<ul class="tags">{"".join(f"<li><a href=/tag/{n}>{tongue.nouns.draw(die)}</a></li>" for n in range(8))}</ul>'
        f"</article><aside>{write_teasers(tongue, die)}</aside></main>{foot}</body></html>"
    )
    return page.encode()


def write_body(article: Article, tongue: Tongue, die: random.Random) -> str:
    """The paragraphs, with pictures, boxes of advertisement and links between them."""
    parts = []
    for place, line in enumerate(article.text.split("\n")):
        words = escape(line)
        if die.random() < 0.2:
            first, _, rest = words.partition(" ")
            words = f'<a href="/topic/{die.randrange(999)}">{first}</a> {rest}'
        parts.append(f'<p class="paragraph">{words}</p>')
        if place % 5 == 1:
            caption = " ".join(tongue.nouns.draw(die) for _ in range(6))
            parts.append(f'<figure><img src="/{place}.jpg" alt=""><figcaption>{caption}</figcaption></figure>')
        if place % 4 == 3:
            parts.append(f'<div class="ad-slot" id="ad-{place}"><div><span>&nbsp;</span></div></div>')
    return "".join(parts)


def write_teasers(tongue: Tongue, die: random.Random) -> str:
    """Links to other articles, each with a picture, a headline and a time."""
    return "".join(
        f'<div class="teaser"><a href="/{die.randrange(10**6)}"><img src="/t{n}.jpg" alt=""><h3>'
        f"{' '.join(tongue.nouns.draw(die) for _ in range(7))}</h3></a><span class='time'>{n} min</span></div>"
        for n in range(TEASERS)
    )


@lru_cache(maxsize=500)
def write_site(outlet: str, language: str) -> tuple[str, str]:
    """What all pages of a site have above and below the article."""
    tongue, die = make_tongue(language), random.Random(outlet)

    def link(number: int) -> str:
        return f'<li class="item"><a href="/section/{number}"><span>{tongue.nouns.draw(die)}</span></a></li>'

    scripts = "".join(f"<script>window.s{n}={write_state(die)}</script>" for n in range(SCRIPTS))
    styles = "".join(f".c{n}{{margin:{n}px;padding:{n % 7}px;color:#{n:06x}}}" for n in range(400))
    above = "".join(map(link, range(SECTIONS)))
    below = "".join(map(link, range(FOOTER)))
    head = (
        f"<style>{styles}</style>{scripts}</head><body><header class='site'><a href='/'>{escape(outlet)}</a>"
        f"<nav><ul>{above}</ul></nav></header><div id='consent'><p>{tongue.nouns.draw(die)}</p>"
        "<button>OK</button></div>"
    )
    return head, f"<footer><nav><ul>{below}</ul></nav><p>© {escape(outlet)}</p></footer>"


def write_state(die: random.Random) -> str:
    """What a script holds: numbers and short words."""
    return json.dumps({f"k{n}": [n, f"{die.random():.12f}", True] for n in range(SCRIPT // 38)})


def make_warc_record(page: bytes, address: str) -> bytes:
    """A page as one packed record of a web archive."""
    return gzip.compress(make_record(make_response(page), address), compresslevel=6, mtime=0)
