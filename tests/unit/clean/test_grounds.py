"""Which source is believed for a fact, and who says otherwise."""

import pytest

from stemma.clean import clean
from stemma.model import Article, RawDocument
from stemma.settings import Settings

BODY = (
    "The ferry Alma left the town on Monday with forty passengers, and it came back an hour later, the town said. "
    "Captain Ida Holm said that drifting timber had blocked the narrow channel, and that nobody was hurt."
)


def read(head: str = "", above: str = "", **meta: str) -> Article:
    page = (
        f"<html lang='en'><head><title>Ferry turns back</title>{head}</head><body><article><h1>Ferry turns back</h1>"
        f"<p>{above}{BODY}</p><p>{BODY.replace('Monday', 'Tuesday')}</p></article></body></html>"
    )
    raw = RawDocument(uri="a.html", sha256="0" * 64, content=page.encode(), suffix=".html", meta=meta)
    article = clean(raw, Settings())
    assert isinstance(article, Article)
    return article


def test_metadata_win_and_the_dateline_that_says_otherwise_is_a_conflict() -> None:
    head = '<meta property="article:published_time" content="2026-05-04">'
    article = read(head, "HARBORVIEW, 2 May 2026 (Coast Agency) - ")
    assert (article.published, article.basis["published"]) == ("2026-05-04", "metadata")
    assert article.conflicts == {"published": "2026-05-02 (its text)"}


def test_what_came_with_the_document_wins() -> None:
    head = '<meta property="article:published_time" content="2026-05-04"><meta name="author" content="Ida Reyes">'
    article = read(head, published="2026-05-01", author="Jon Reyes", section="Region")
    assert (article.published, article.author, article.section) == ("2026-05-01", "Jon Reyes", "Region")
    assert article.conflicts == {"published": "2026-05-04 (its metadata)", "author": "Ida Reyes (its metadata)"}


@pytest.mark.parametrize("given", ["2026-05", "2026", "2026-05-04T10:00:00Z"])
def test_a_day_told_more_or_less_exactly_is_no_conflict(given: str) -> None:
    assert read('<meta property="article:published_time" content="2026-05-04">', published=given).conflicts == {}


def test_a_page_that_names_another_language_is_read_in_its_own() -> None:
    article = read('<meta property="og:title" content="Ferry turns back"><script>document.lang</script>')
    assert (article.language, article.conflicts) == ("en", {})
    other = read('<script type="application/ld+json">{"@type":"Article","headline":"x","inLanguage":"de"}</script>')
    assert (other.language, other.conflicts) == ("en", {"language": "de (its metadata)"})
