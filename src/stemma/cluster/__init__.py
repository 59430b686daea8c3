"""Stage 3: which articles tell of one event (a story), and which stories of one continuing matter (a thread).

`cluster` does all at once. A store keeps what `make_profile` makes of each article and gives the profiles to `group`;
when a few articles are added, `find_touched` says which of those it has may change their story, so that only these
are grouped anew.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from stemma.cluster.bridges import Evidence, bridge_groups
from stemma.cluster.changes import Index, StoryEvent, explain_change, find_touched, list_telling
from stemma.cluster.features import Profile, count_features, make_profile
from stemma.cluster.likeness import Likeness, compare_rows, explain_rows, grade_rows, share_facts
from stemma.cluster.pile import Pile, make_pile, merge_rows
from stemma.cluster.rarity import Rarity, measure_rarity, number_feature
from stemma.cluster.stories import STORY_LIKENESS, group_rows, group_threads, weigh_articles
from stemma.cluster.windows import find_telling
from stemma.model import Article, Story, Thread
from stemma.registry import embedders
from stemma.settings import Settings
from stemma.text import make_id

CENTRE_SAMPLE = 40  # of a large story so many articles are compared to find the most central one

__all__ = [
    "Grouping",
    "Index",
    "Likeness",
    "Profile",
    "Rarity",
    "StoryEvent",
    "cluster",
    "count_rarity",
    "explain_change",
    "explain_pair",
    "find_touched",
    "grade_pairs",
    "group",
    "list_telling",
    "make_profile",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Which articles tell of one event, and which stories of one matter.

    Attributes:
        stories: sorted by id; each article stands in one.
        threads: of two or more stories.
        rarity: by which features were weighed.
    """

    stories: tuple[Story, ...]
    threads: tuple[Thread, ...]
    rarity: Rarity


def cluster(articles: Sequence[Article], settings: Settings) -> tuple[list[Article], list[Story], list[Thread]]:
    """Group articles into stories and stories into threads.

    Args:
        articles: in any order; the outcome is the same.
        settings: names the sentence encoder that brings languages together; with one language none is loaded.

    Returns:
        The articles, in the given order, each with its story; the stories; the threads of two or more stories.
    """
    known = {article.id: article for article in articles}
    copies = {a.id: a.duplicate_of for a in known.values() if a.duplicate_of in known and a.duplicate_of}
    profiles = [make_profile(replace(a, text="") if a.id in copies else a) for a in known.values()]
    grouping = group(profiles, copies, settings)
    homes = {id: story.id for story in grouping.stories for id in story.articles}
    return [replace(a, story=homes[a.id]) for a in articles], list(grouping.stories), list(grouping.threads)


def count_rarity(profiles: Sequence[Profile]) -> Rarity:
    """In how many of these articles each feature stands; add it to that of a pile when they are added to the pile."""
    return measure_rarity(profile.read_features() for profile in profiles)


def group(
    profiles: Sequence[Profile], copies: Mapping[str, str], settings: Settings, rarity: Rarity | None = None
) -> Grouping:
    """Group articles by their profiles.

    Args:
        profiles: in any order; the outcome is the same.
        copies: id of an article -> id of the one it is a copy of; it goes where its original goes, if that is here.
        settings: names the sentence encoder that brings languages together.
        rarity: of the whole pile, if these are only the articles of it that may have changed.
    """
    known = {profile.id: profile for profile in profiles}
    ordered = [profile for id, profile in sorted(known.items()) if copies.get(id) not in known]
    rarity = rarity or count_rarity(ordered)
    pile = make_pile(ordered, rarity)
    groups = group_rows(pile, weigh_articles, STORY_LIKENESS)
    groups = bridge_groups(ordered, groups, _make_evidence(pile), settings.embedder, rarity.size / max(1, len(ordered)))
    doubles: dict[str, list[Profile]] = defaultdict(list)
    for id, original in sorted(copies.items()):
        if id in known and original in known:
            doubles[original].append(known[id])
    stories = [_make_story(pile, rows, doubles) for rows in groups]
    return _thread_stories(pile, groups, stories, rarity)


def explain_pair(one: Article, other: Article, pile: Sequence[Article] = ()) -> Likeness:
    """Why two articles are, or are not, alike; `pile` is what they were clustered with, and decides what is rare."""
    articles = {article.id: article for article in (*pile, one, other)}
    profiles = {id: make_profile(article) for id, article in articles.items()}
    both = make_pile([profiles[one.id], profiles[other.id]], count_rarity(list(profiles.values())))
    return explain_rows(both, 0, 1, {number_feature(key): key[2:] for key in sorted(count_features(one))})


def grade_pairs(profiles: Sequence[Profile], pairs: Sequence[tuple[int, int]], settings: Settings) -> list[float]:
    """How much of the same the articles of each pair tell, 0 to 1: a grade to rank by, finer than one story or two.

    Args:
        profiles: the pile, which decides what is rare.
        pairs: positions in it.
        settings: names the sentence encoder that adds to what words tell.
    """
    if not pairs:
        return []
    ones, others = np.array(pairs, np.int64).T
    vectors = embedders.find(settings.embedder)([profile.opening for profile in profiles])
    nearness = None if vectors is None else (vectors[ones] * vectors[others]).sum(axis=1)
    grades: list[float] = grade_rows(make_pile(profiles, count_rarity(profiles)), ones, others, nearness).tolist()
    return grades


def _make_evidence(pile: Pile) -> Evidence:
    def find_facts(row: int) -> list[int]:
        held = slice(pile.starts[row], pile.facts_ends[row])
        telling: list[int] = find_telling(pile.columns[held], pile.values[held]).tolist()
        return telling

    return Evidence(
        alike=lambda here, there: float(compare_rows(pile, tuple(here), tuple(there)).mean()),
        share=lambda one, other: share_facts(pile, one, other),
        facts=find_facts,
    )


def _make_story(pile: Pile, rows: Sequence[int], copies: Mapping[str, Sequence[Profile]]) -> Story:
    heads = {row: pile.heads[row] for row in rows}
    articles = [*heads.values(), *(copy for head in heads.values() for copy in copies.get(head.id, ()))]
    counts = Counter(article.language for article in articles)
    language = min(counts, key=lambda code: (-counts[code], code))
    native = [row for row, head in heads.items() if head.language == language] or list(rows)
    ordered = sorted(articles, key=lambda article: (article.published or "9999", article.uri))
    return Story(
        id=make_id("story", *sorted(article.id for article in articles)),
        title=heads[_find_central(pile, native)].title,
        articles=tuple(article.id for article in ordered),
    )


def _find_central(pile: Pile, rows: Sequence[int]) -> int:
    """The article that is most like the others; the first by id among equals."""
    sample = rows[:CENTRE_SAMPLE]
    if len(sample) == 1:
        return sample[0]
    scores = compare_rows(pile, tuple(sample), tuple(sample))
    np.fill_diagonal(scores, 0)
    return sample[int(scores.sum(axis=1).argmax())]


def _thread_stories(pile: Pile, groups: Sequence[Sequence[int]], stories: Sequence[Story], rarity: Rarity) -> Grouping:
    firsts = [pile.heads[rows[0]] for rows in groups]
    codes = ["+".join(sorted({pile.heads[row].language for row in rows})) for rows in groups]
    heads = [replace(first, day=None, language=code) for first, code in zip(firsts, codes, strict=True)]
    threads: list[Thread] = []
    homes: dict[str, str] = {}
    for together in group_threads(merge_rows(pile, heads, groups)):
        members = [stories[at] for at in together]
        largest = max(members, key=lambda story: (len(story.articles), story.id))
        ids = sorted(story.id for story in members)
        threads.append(Thread(id=make_id("thread", *ids), title=largest.title, stories=tuple(ids)))
        homes.update(dict.fromkeys(ids, threads[-1].id))
    joined = [replace(story, thread=homes.get(story.id)) for story in stories]
    return Grouping(
        stories=tuple(sorted(joined, key=lambda story: story.id)),
        threads=tuple(sorted(threads, key=lambda thread: thread.id)),
        rarity=rarity,
    )
