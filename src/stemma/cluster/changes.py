"""When articles are added to a large pile: which of it must be grouped anew, and how the stories changed by that.

A store keeps, for each article, its profile and its few most telling features, and supplies rows of both; no article
is compared with all others.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

import numpy as np

from stemma.cluster.features import Profile
from stemma.cluster.likeness import NEAR_BONUS, compare, weigh_pairs, weigh_times
from stemma.cluster.pile import make_pile
from stemma.cluster.rarity import Rarity
from stemma.cluster.stories import STORY_LIKENESS
from stemma.cluster.windows import CROWD, MOST_COMPARED, WINDOW_DAYS, find_telling
from stemma.model import Story

TOUCHED_ABROAD = 0.05  # likeness between languages from which an article may be touched: sentence vectors may add to it
SHARED = 12  # shared words that a record names

Kind = Literal["begun", "grown", "merged", "split", "ended"]


class Index(Protocol):
    """What a store must answer, each from one table."""

    def find_holders(self, features: Sequence[int], days: tuple[int, int] | None, most: int) -> Iterable[str]:
        """Ids of the articles that list these features as telling (see `list_telling`), once for each that they list.

        Args:
            features: numbers of features.
            days: first and last day number; articles without a day belong to all. None for all days.
            most: of each feature so many articles, the latest.
        """

    def load_profiles(self, ids: Sequence[str]) -> Iterable[Profile]:
        """The profiles of these articles, without those that are copies of another."""

    def find_company(self, ids: Iterable[str]) -> Iterable[str]:
        """Ids of all articles in the stories of these, and in the other stories of the threads of those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEvent:
    """Why a story is not what it was.

    Attributes:
        before: ids of the stories that took part, as they were.
        after: ids of the stories that came of it.
        moved: articles that are in other company than before, or new.
        shared: names and words that brought them together.
    """

    kind: Kind
    before: tuple[str, ...]
    after: tuple[str, ...]
    moved: tuple[str, ...]
    shared: tuple[str, ...] = ()


def list_telling(profile: Profile, rarity: Rarity) -> tuple[int, ...]:
    """The features by which an article is to be found again; a store keeps them with the article's day."""
    features = profile.read_features()
    values = profile.read_counts() * rarity.weigh(features)
    return tuple(find_telling(features, values).tolist())


def find_touched(fresh: Sequence[Profile], index: Index, rarity: Rarity) -> set[str]:
    """Ids of the articles of the store whose story a fresh one may change; `group` them together with the fresh ones.

    They are those alike enough to a fresh article to be of one story with it, with the whole company of each. What
    holds a feature that very many have, and nothing rarer, is not found: only grouping all anew tells.
    """
    new = {profile.id for profile in fresh}
    met = {id for profile in fresh for id in _find_alike(profile, index, rarity)} - new
    return {*met, *index.find_company(sorted(met))} - new


def _find_alike(profile: Profile, index: Index, rarity: Rarity) -> Iterator[str]:
    days = None if profile.day is None else (profile.day - WINDOW_DAYS, profile.day + WINDOW_DAYS)
    met = Counter(id for id in index.find_holders(list_telling(profile, rarity), days, CROWD) if id != profile.id)
    asked = sorted(met, key=lambda id: (-met[id], id))[:MOST_COMPARED]
    loaded = sorted(index.load_profiles(asked), key=lambda other: other.id)
    pile = make_pile([profile, *loaded], rarity)
    pairs = weigh_pairs(pile, *compare(pile, 0, np.arange(1, len(pile))))
    times = weigh_times(pile, pairs.ones, pairs.others)
    scores = pairs.content * np.where(np.isnan(times), NEAR_BONUS, times)
    for other, score in zip(loaded, scores.tolist(), strict=True):
        if score >= (STORY_LIKENESS if other.language == profile.language else TOUCHED_ABROAD):
            yield other.id


def explain_change(
    before: Iterable[Story], after: Iterable[Story], profiles: Mapping[str, Profile] | None = None
) -> list[StoryEvent]:
    """What became of stories, and why.

    Args:
        before: stories as they were; those that stayed the same may be given or left out.
        after: the stories that came of them.
        profiles: by article, to name what those that came together share; without, nothing is named.

    Returns:
        Events sorted by kind and stories. A story that only lost articles that no story has any more makes none.
    """
    old, new = ({story.id: frozenset(story.articles) for story in stories} for stories in (before, after))
    stayed = old.keys() & new.keys()
    old, new = ({id: held for id, held in side.items() if id not in stayed} for side in (old, new))
    heirs, parents = _find_heirs(old, new)
    events = [StoryEvent(kind="ended", before=(id,), after=(), moved=_sort(old[id])) for id in old if id not in heirs]
    for id, held in new.items():
        event = _explain_story(id, held, {parent: old[parent] for parent in parents.get(id, ())})
        events += [_name_shared(event, held, profiles or {})] if event else []
    for id in old:
        if len(heirs.get(id, ())) > 1:
            parts = sorted((old[id] & new[heir] for heir in heirs[id]), key=lambda part: (-len(part), _sort(part)))
            moved = _sort(frozenset().union(*parts[1:]))
            events.append(StoryEvent(kind="split", before=(id,), after=tuple(sorted(heirs[id])), moved=moved))
    return sorted(events, key=lambda event: (event.kind, event.before, event.after))


def _find_heirs(
    old: Mapping[str, frozenset[str]], new: Mapping[str, frozenset[str]]
) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Old story -> the new ones with articles of it; and new story -> the old ones that it has articles of."""
    homes = {article: id for id, held in old.items() for article in held}
    heirs: dict[str, set[str]] = defaultdict(set)
    parents: dict[str, set[str]] = defaultdict(set)
    for id, held in new.items():
        for article in held & homes.keys():
            heirs[homes[article]].add(id)
            parents[id].add(homes[article])
    return heirs, parents


def _explain_story(id: str, held: frozenset[str], parents: Mapping[str, frozenset[str]]) -> StoryEvent | None:
    """How one story came to be; None where it only lost articles."""
    if not parents:
        return StoryEvent(kind="begun", before=(), after=(id,), moved=_sort(held))
    largest = max(sorted(parents), key=lambda parent: len(parents[parent] & held))
    moved = _sort(held - parents[largest])
    if not moved:
        return None
    kind: Kind = "merged" if len(parents) > 1 else "grown"
    return StoryEvent(kind=kind, before=tuple(sorted(parents)), after=(id,), moved=moved)


def _name_shared(event: StoryEvent, held: frozenset[str], profiles: Mapping[str, Profile]) -> StoryEvent:
    """The event with the foremost words that most articles have on either side, those moved and those joined."""
    moved = set(event.moved)
    sides = [[profiles[id] for id in sorted(side) if id in profiles] for side in (moved, held - moved)]
    here, there = (Counter(word for profile in side for word in profile.foremost) for side in sides)
    ranked = sorted(here.keys() & there.keys(), key=lambda word: (-here[word] * there[word], word))
    return replace(event, shared=tuple(ranked[:SHARED]))


def _sort(articles: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(articles))
