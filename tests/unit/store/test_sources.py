"""Who is cited, where claims begin, and what did not stand."""

from collections.abc import Callable
from sqlite3 import Connection

import pytest

from stemma.store.sources import Source, find_profiles, find_sources

PILE = {
    "1.txt": "The Harbour Herald, 4 May 2026\n\nFerry sinks\nThe ferry Orla sank off Selmar, Harbour master "
    "Ilse Tarn said.\n12 people were killed, Tarn said.",
    "2.txt": "Orvel Gazette, 5 May 2026\n\nFerry sinks\nThe ferry Orla sank off Selmar, the Harbour Herald reported.\n"
    "30 people were killed, coast guard chief Karl Dorn said.",
    "3.txt": "Selmar Post, 6 May 2026\n\nFerry did not sink\nThe ferry Orla did not sink off Selmar, coast guard chief "
    "Karl Dorn said. Dorn denied that the ferry Orla sank off Selmar.",
}


@pytest.fixture
def pile(make_store: Callable[..., Connection]) -> Connection:
    return make_store(PILE)


def get(connection: Connection, name: str) -> Source:
    return next(source for source in find_sources(connection) if source.name == name)


def test_citations_count_attributions_of_others(pile: Connection) -> None:
    herald = get(pile, "The Harbour Herald")
    assert (herald.kind, herald.articles, herald.cited, herald.cited_by) == ("outlet", 1, 1, 1)
    tarn = get(pile, "Ilse Tarn")
    assert (tarn.kind, tarn.articles, tarn.cited_by) == ("person", 0, 1)
    assert tarn.cited >= 1


def test_names_are_found_across_spellings(pile: Connection) -> None:
    (profile,) = find_profiles(pile, "harbour HERALD")
    assert profile.source.name == "The Harbour Herald"
    assert profile.cited_by == (("Orvel Gazette", 1),)
    assert ("Ilse Tarn", profile.cites[0][1]) in profile.cites
    assert [found.source.name for found in find_profiles(pile, "tarn")] == ["Ilse Tarn"]
    assert find_profiles(pile, "nobody") == []


def test_the_most_cited_come_first_and_nobody_twice(pile: Connection) -> None:
    sources = find_sources(pile)
    assert [source.cited for source in sources] == sorted((source.cited for source in sources), reverse=True)
    assert len({source.name for source in sources}) == len(sources)
    assert {source.kind for source in sources} <= {"outlet", "agency", "account", "organisation", "state", "person"}
