"""A store stood in for by dictionaries: which articles a fresh one touches, and what became of stories."""

from collections.abc import Iterable, Sequence

import pytest

from stemma.cluster import (
    Profile,
    Rarity,
    StoryEvent,
    count_rarity,
    explain_change,
    find_touched,
    group,
    list_telling,
    make_profile,
)
from stemma.model import Article, Story
from stemma.settings import Settings

FLOOD = "The Hallen dam burst above Ostervik. Three people are missing and 240 houses are under water in Ostervik."
FLOOD_LATER = "In Ostervik 240 houses are flooded after the dam at Hallen broke. Boats of Ostervik search for three."
STRIKE = "Crane drivers in Marstrand walked out over wages on Friday, said Ines Corvo of the harbour union."
TRIAL = "A court in Penmarrow sentenced the banker Orla Finch to six years in prison for stealing pensions."


def make_profile_of(name: str, text: str, published: str | None = "2031-05-01") -> Profile:
    return make_profile(
        Article(id=name, uri=name, sha256="", language="en", title=None, text=text, published=published)
    )


class Store:
    """Rows in memory."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.profiles = {profile.id: profile for profile in profiles}
        self.grouping = group(profiles, {}, Settings(embedder="none"))
        self.rows = [
            (feature, profile.day, profile.id)
            for profile in profiles
            for feature in list_telling(profile, self.grouping.rarity)
        ]

    def find_holders(self, features: Sequence[int], days: tuple[int, int] | None, most: int) -> Iterable[str]:
        for wanted in features:
            fitting = (
                (day or 0, id)
                for feature, day, id in self.rows
                if feature == wanted and (not days or day is None or days[0] <= day <= days[1])
            )
            yield from [id for _, id in sorted(fitting, reverse=True)[:most]]

    def load_profiles(self, ids: Sequence[str]) -> Iterable[Profile]:
        return [self.profiles[id] for id in ids]

    def find_company(self, ids: Iterable[str]) -> Iterable[str]:
        wanted = set(ids)
        threads = {story.thread for story in self.grouping.stories if wanted & set(story.articles)} - {None}
        for story in self.grouping.stories:
            if wanted & set(story.articles) or story.thread in threads:
                yield from story.articles


@pytest.fixture
def store() -> Store:
    texts = {"a": FLOOD, "b": FLOOD_LATER, "s": STRIKE, "t": TRIAL}
    return Store([make_profile_of(name, text) for name, text in texts.items()])


def test_a_fresh_article_touches_the_whole_story_that_it_is_like(store: Store) -> None:
    fresh = make_profile_of("c", FLOOD)
    assert find_touched([fresh], store, store.grouping.rarity) == {"a", "b"}


def test_far_from_its_day_it_touches_nothing(store: Store) -> None:
    fresh = make_profile_of("c", FLOOD, "2034-05-01")
    assert find_touched([fresh], store, store.grouping.rarity) == set()


def test_grouping_what_is_touched_gives_the_stories_of_grouping_all(store: Store) -> None:
    fresh = make_profile_of("c", FLOOD)
    rarity = store.grouping.rarity + count_rarity([fresh])
    touched = [store.profiles[id] for id in find_touched([fresh], store, rarity)]
    some = group([*touched, fresh], {}, Settings(embedder="none"), rarity)
    everything = group([*store.profiles.values(), fresh], {}, Settings(embedder="none"))
    assert {story.id for story in some.stories} <= {story.id for story in everything.stories}
    assert everything.rarity == rarity


def test_an_empty_store_is_touched_by_nothing() -> None:
    assert find_touched([make_profile_of("c", FLOOD)], Store([]), Rarity()) == set()


def tell(name: str, articles: str) -> Story:
    return Story(id=name, title=name, articles=tuple(articles))


@pytest.mark.parametrize(
    ("before", "after", "events"),
    [
        ([], [("1", "ab")], [("begun", "", "1", "ab")]),
        ([("1", "ab")], [("2", "abc")], [("grown", "1", "2", "c")]),
        ([("1", "ab"), ("2", "c")], [("3", "abcd")], [("merged", "12", "3", "cd")]),
        ([("1", "abc")], [("2", "ab"), ("3", "c")], [("split", "1", "23", "c")]),
        ([("1", "ab")], [], [("ended", "1", "", "ab")]),
        ([("1", "ab")], [("1", "ab")], []),
        ([("1", "abc")], [("2", "ab")], []),
        (
            [("1", "abc"), ("2", "de")],
            [("3", "ab"), ("4", "cde")],
            [("merged", "12", "4", "c"), ("split", "1", "34", "c")],
        ),
    ],
)
def test_tells_what_became_of_stories(before, after, events) -> None:
    found = explain_change([tell(*story) for story in before], [tell(*story) for story in after])
    assert found == [
        StoryEvent(kind=kind, before=tuple(old), after=tuple(new), moved=tuple(moved))
        for kind, old, new, moved in events
    ]


def test_names_what_brought_articles_together() -> None:
    profiles = {name: make_profile_of(name, text) for name, text in (("a", FLOOD), ("b", FLOOD_LATER))}
    (event,) = explain_change([tell("1", "a")], [tell("2", "ab")], profiles)
    assert {"ostervik", "hallen"} <= set(event.shared)
