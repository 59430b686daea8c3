"""Versions of one article."""

from dataclasses import replace

import pytest

from stemma.clean.duplicates.revisions import mark_revisions, strip_address
from stemma.model import Article

BODY = (
    "The ferry Alma left Harborview on Monday with forty passengers, and it came back an hour later because of timber."
)
FIRST = Article(
    id="1",
    uri="1.html",
    sha256="1" * 64,
    language="en",
    title="Ferry turns back",
    outlet="Harbour Post",
    published="2026-05-04T08:00:00+00:00",
    url="https://www.harbourpost.example/ferry/?utm_source=feed",
    text=f"Ferry turns back\n{BODY}",
)
LATER = replace(
    FIRST,
    id="2",
    uri="2.html",
    modified="2026-05-04T11:00:00+00:00",
    url="https://harbourpost.example/ferry#top",
    text=f"{FIRST.text} Nobody was hurt, says the harbour master.",
)


def find_links(*articles: Article) -> dict[str, str]:
    return {a.id: a.revision_of for a in mark_revisions(list(articles)) if a.revision_of}


def test_the_later_version_is_the_revision_in_any_order() -> None:
    assert find_links(FIRST, LATER) == find_links(LATER, FIRST) == {"2": "1"}


def test_versions_form_a_chain() -> None:
    last = replace(LATER, id="3", uri="0.html", modified="2026-05-05", text=f"{LATER.text} The line runs again.")
    assert find_links(last, FIRST, LATER) == {"2": "1", "3": "2"}


def test_the_same_outlet_and_headline_will_do() -> None:
    assert find_links(replace(FIRST, url=None), replace(LATER, url=None)) == {"2": "1"}


@pytest.mark.parametrize(
    "other",
    [
        replace(LATER, text=FIRST.text),
        replace(LATER, modified=None),
        replace(LATER, language="de"),
        replace(LATER, outlet="Valley Post", url="https://valleypost.example/ferry"),
        replace(
            LATER, text="Ferry turns back\nAnother year, another ferry: this one sank with all its crew off Calvera."
        ),
    ],
)
def test_what_is_no_revision(other: Article) -> None:
    assert find_links(FIRST, other) == {}


def test_addresses() -> None:
    assert strip_address("https://www.a.example/x/?utm_medium=rss&id=4#top") == "a.example/x?id=4"
    assert strip_address("http://a.example/x?id=4") == "a.example/x?id=4"
    assert strip_address("a.example") != strip_address("b.example")
