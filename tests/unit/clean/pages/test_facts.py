"""What an invented page states of itself."""

import json

import pytest

from stemma.clean.pages.facts import choose_outlet, choose_title, cut_ending, read_facts
from stemma.clean.pages.tree import parse_page

RECORD = {
    "@type": ["NewsArticle"],
    "headline": "Ferry &amp; mill closed",
    "datePublished": "2026-05-04T08:30:00+02:00",
    "dateModified": "2026-05-05T09:00:00Z",
    "author": [{"@type": "Person", "name": "Ida Holm"}, {"name": "Jon Reyes"}],
    "publisher": {"@type": "Organization", "name": "Harbour Post"},
    "articleSection": "Region",
    "inLanguage": "en-GB",
}


def read(head: str, body: str = ""):
    return read_facts(parse_page(f"<html><head>{head}</head><body>{body}</body></html>"))


def ld(record: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(record)}</script>'


def test_json_ld_tells_everything() -> None:
    facts = read(ld({"@graph": [{"@type": "WebSite", "name": "Other"}, RECORD]}))
    assert (facts.title, facts.outlet, facts.author) == ("Ferry & mill closed", "Harbour Post", "Ida Holm, Jon Reyes")
    assert (facts.published, facts.modified) == ("2026-05-04T08:30:00+02:00", "2026-05-05T09:00:00+00:00")
    assert (facts.section, facts.language, facts.conflicts) == ("Region", "en", {})


def test_meta_elements_tell_what_json_ld_does_not() -> None:
    facts = read(
        '<meta property="og:title" content="Ferry late - Harbour Post">'
        '<meta property="og:site_name" content="Harbour Post">'
        '<meta property="article:published_time" content="2026-05-04"><meta name="author" content="Ida Holm">'
        '<link rel="canonical" href="https://harbourpost.example/ferry">'
        '<meta property="article:section" content="Region">'
    )
    assert (facts.title, facts.outlet, facts.published) == ("Ferry late", "Harbour Post", "2026-05-04")
    assert (facts.author, facts.section, facts.url) == ("Ida Holm", "Region", "https://harbourpost.example/ferry")


def test_two_days_of_publication_are_a_conflict_and_two_zones_are_none() -> None:
    other = '<meta property="article:published_time" content="{}">'
    assert read(ld(RECORD) + other.format("2026-05-01")).conflicts == {"published": "2026-05-01 (meta)"}
    assert read(ld(RECORD) + other.format("2026-05-04T06:30:00Z")).conflicts == {}
    late = {**RECORD, "datePublished": "2026-05-04T23:30:00Z"}
    assert read(ld(late) + other.format("2026-05-05T01:30:00+02:00")).conflicts == {}


def test_the_day_stands_in_a_time_element_or_in_the_address_at_last() -> None:
    assert read("", '<time datetime="2026-05-04T10:00">today</time>').published == "2026-05-04T10:00:00"
    address = '<link rel="canonical" href="https://harbourpost.example/2026/05/04/ferry">'
    assert read(address).published == "2026-05-04"


@pytest.mark.parametrize("broken", ['{"a": ', "[[[[", "null", '{"@graph": {"@type": 5}}', '{"headline": {"x": []}}'])
def test_broken_json_ld_is_left_out(broken: str) -> None:
    facts = read(f'<script type="application/ld+json">{broken}</script><title>Ferry late</title>')
    assert facts.title == "Ferry late"


def test_the_title_is_that_on_which_most_agree() -> None:
    seen = [("Ferry late", 1.0), ("Timber stops ferry | Post", 0.9), ("Ferry late", 0.8)]
    assert choose_title(seen, ["Post"]) == "Ferry late"
    assert choose_title([], []) is None


def share(title: str) -> str:
    return f'<meta property="og:title" content="{title}"><meta name="twitter:title" content="{title}">'


def test_the_headline_that_metadata_state_wins_where_readers_see_it_nearly_so() -> None:
    stated = ld({**RECORD, "headline": "Ferry leaves the harbour five hours late"})
    shown = "Ferry leaves the harbour five long hours late"
    assert read(stated + share(shown), f"<h1>{shown}</h1>").title == "Ferry leaves the harbour five hours late"
    assert (
        read('<meta name="headline" content="Ferry late"><title>Ferry late-Coast | Post</title>').title == "Ferry late"
    )
    searched = ld({**RECORD, "headline": "Harbour ferry times: all that is known"})
    assert read(searched + share(shown), f"<h1>{shown}</h1>").title == shown


def test_a_stated_headline_that_was_cut_off_loses() -> None:
    shown = "Ferry leaves the harbour five hours late because drifting timber blocked the channel below the old mill"
    for cut in (shown[:40] + "…", shown[:100]):
        assert read(ld({**RECORD, "headline": cut}) + share(shown), f"<h1>{shown}</h1>").title == shown


@pytest.mark.parametrize(
    ("title", "others", "sites", "cut"),
    [
        ("Ferry late - Region - Harbour Post", ["Ferry late"], [], "Ferry late"),
        ("Ferry late | Harbour Post", [], ["Harbour Post"], "Ferry late"),
        ("Ferry late: harbourpost.example", [], ["www.harbourpost.example"], "Ferry late: harbourpost.example"),
        ("Mill - a history", [], ["Harbour Post"], "Mill - a history"),
        ("渡し船が遅れる：港新聞", [], ["港新聞"], "渡し船が遅れる"),
    ],
)
def test_what_is_cut_off_a_title(title: str, others: list[str], sites: list[str], cut: str) -> None:
    assert cut_ending(title, others, sites) == cut


def test_the_outlet_is_the_publisher_and_not_its_owner_or_platform() -> None:
    assert choose_outlet(["Holm Media GmbH", "Harbour Post"], "https://www.harbourpost.example/x", "") == "Harbour Post"
    portal = '<meta property="og:site_name" content="Portal"><link rel="canonical" href="https://portal.example/x">'
    assert (
        read(portal + ld({**RECORD, "publisher": {"name": "Portal"}, "provider": "Harbour Post"})).outlet
        == "Harbour Post"
    )
    assert choose_outlet([], "https://www.harbourpost.example/x", "") == "harbourpost.example"
    assert choose_outlet([], "", "渡し船が遅れる--港新聞") == "港新聞"
    assert choose_outlet([], "", "Ferry late") is None


@pytest.mark.parametrize("broken", ["http://[", "//[x", "", "javascript:alert(1)", "http:///x"])
def test_a_broken_address_is_none(broken: str) -> None:
    link = f'<link rel="canonical" href="{broken}">'
    assert read(link).url is None
    assert read(f'{link}<meta property="og:url" content="https://a.example/x">').url == "https://a.example/x"
