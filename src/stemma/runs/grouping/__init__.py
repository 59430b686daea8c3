"""The second part of a run: what is fresh is marked as a copy of what it repeats, and grouped with the rest.

A small pile is grouped as a whole. In a large one, only what an addition may change is grouped anew, weighed as the
whole was when it was last grouped; once a fifth has been added, or when somebody wants the findings handed over, all of
it is grouped again, as a fresh run would.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from stemma import pipeline
from stemma.cluster import Grouping, Profile, Rarity, StoryEvent
from stemma.matters import TOGETHER
from stemma.model import Story
from stemma.runs.grouping.shelf import Shelf
from stemma.runs.progress import Tally
from stemma.settings import Settings
from stemma.store import transact
from stemma.store.finding import (
    count_articles,
    find_about,
    find_articles,
    find_copies,
    find_fresh,
    find_marked,
    find_matters,
    find_stories,
    find_threads,
    keep_about,
)
from stemma.store.keeping import keep_events, keep_features, keep_grouping, mark_copies
from stemma.store.packing import pack, unpack

UNSETTLED = 0.2  # of a store, that may be added before all is grouped again
RARITY, LOOSE = "rarity", "unsettled"  # what a store remembers: the weights, and how much came since they were made
NAMED = 6  # shared words that the record of an event names


def group_fresh(connection: Connection, settings: Settings, tally: Tally, *, settle: bool = False) -> None:
    """Mark the copies among what is fresh, and group it; both are kept together, or neither.

    Args:
        connection: of the store, open for writing.
        settings: names the sentence encoder.
        tally: hears of it.
        settle: group all anew, so that the outcome is that of a fresh run.
    """
    fresh = find_fresh(connection)
    if not fresh and not (settle and is_unsettled(connection)):
        return
    with transact(connection):
        changed = {*fresh, *_mark_copies(connection, fresh)}
        if settle or _wants_all(connection, len(fresh)):
            _group_all(connection, settings, changed)
        else:
            _group_some(connection, settings, changed, len(fresh))
        connection.execute("DELETE FROM _fresh")
    tally.add(len(fresh))


def is_unsettled(connection: Connection) -> bool:
    """True where articles were added since all was last grouped."""
    return bool(find_about(connection, LOOSE))


def _wants_all(connection: Connection, fresh: int) -> bool:
    """True where so many are fresh that it is better to group all."""
    added = fresh + (find_about(connection, LOOSE) or 0)
    settled = count_articles(connection) - added
    return settled <= TOGETHER or added > UNSETTLED * settled


def _mark_copies(connection: Connection, fresh: Iterable[str]) -> set[str]:
    """Compare what is fresh with all that has a mark of it, and keep what is a copy or version of what.

    Returns:
        Ids of the articles of which something else is known than before.
    """
    changed = set[str]()
    for related in _find_related(connection, fresh):
        before = {article.id: article for article in find_articles(connection, related)}
        marked = pipeline.mark_duplicates(list(before.values()))
        told = [article for article in marked if article != before[article.id]]
        mark_copies(connection, told)
        changed |= {article.id for article in told}
    return changed


def _find_related(connection: Connection, fresh: Iterable[str]) -> Iterator[list[str]]:
    """Yield groups of articles that hang together by marks, each of more than one, with one that is fresh."""
    root: dict[str, str] = {}

    def find(article: str) -> str:
        while root.setdefault(article, article) != article:
            root[article] = article = root[root[article]]
        return article

    frontier, seen = set(fresh), set[str]()
    while frontier:
        seen |= frontier
        first: dict[int, str] = {}
        for mark, article in find_marked(connection, sorted(frontier)):
            one, other = sorted((find(first.setdefault(mark, article)), find(article)))
            root[other] = one
        frontier = root.keys() - seen
    groups: dict[str, list[str]] = defaultdict(list)
    for article in sorted(root):
        groups[find(article)].append(article)
    yield from (group for group in groups.values() if len(group) > 1)


def _group_all(connection: Connection, settings: Settings, changed: set[str]) -> None:
    shelf = Shelf(connection)
    grouping = pipeline.group(list(shelf.load_all()), find_copies(connection), settings)
    connection.execute("DELETE FROM _features")
    keep_features(connection, _list_features(shelf.load_all(), grouping.rarity))
    keep_about(connection, RARITY, pack(grouping.rarity))
    keep_about(connection, LOOSE, 0)
    _keep_grouping(
        connection, _Before(find_stories(connection), {t.id for t in find_threads(connection)}), grouping, changed
    )


def _group_some(connection: Connection, settings: Settings, changed: set[str], fresh: int) -> None:
    shelf = Shelf(connection)
    rarity = unpack(find_about(connection, RARITY), Rarity)
    profiles = list(shelf.load_profiles(sorted(changed)))
    keep_features(connection, _list_features(profiles, rarity))
    near = pipeline.find_touched(profiles, shelf, rarity)
    near |= set(find_copies(connection, changed).values())  # a copy goes where its original goes
    ids = sorted({*changed, *near, *shelf.find_company(sorted(changed | near))})
    before = shelf.find_stories_of(ids)
    copies = find_copies(connection, ids)
    grouping = pipeline.group(list(shelf.load_profiles(ids, copies=True)), copies, settings, rarity)
    keep_about(connection, LOOSE, fresh + (find_about(connection, LOOSE) or 0))
    threads = {story.thread for story in before if story.thread}
    _keep_grouping(connection, _Before(before, threads), grouping, changed)


def _list_features(profiles: Iterable[Profile], rarity: Rarity) -> Iterator[tuple[int, int, str]]:
    for profile in profiles:
        day = -1 if profile.day is None else profile.day
        yield from ((feature, day, profile.id) for feature in pipeline.list_telling(profile, rarity))


@dataclass(frozen=True, slots=True)
class _Before:
    stories: Sequence[Story]
    threads: set[str]


def _keep_grouping(connection: Connection, before: _Before, grouping: Grouping, changed: set[str]) -> None:
    """Put the new stories and threads in the place of those before, as far as they differ."""
    old = {story.id: story for story in before.stories}
    gone = {*old, *before.threads} - {s.id for s in grouping.stories} - {t.id for t in grouping.threads}
    moved = {s.id for s in grouping.stories if old.get(s.id) != s or not changed.isdisjoint(s.articles)}
    threads = {story.thread for story in grouping.stories if story.id in moved and story.thread}
    stories = [story for story in grouping.stories if story.id in moved or story.thread in threads]
    _record(connection, [story for story in before.stories if story.id in gone], stories)
    if _is_one_matter(connection):
        stories, gone = list(grouping.stories), gone | {id for id, *_ in find_matters(connection)}
    keep_grouping(connection, sorted(gone), stories, grouping.threads)


def _is_one_matter(connection: Connection) -> bool:
    """True where the pile is investigated as a whole, or was until now."""
    matters = {id for id, *_ in find_matters(connection)}
    known = "SELECT 1 FROM stories WHERE id = ?1 UNION SELECT 1 FROM threads WHERE id = ?1"
    was = len(matters) == 1 and not connection.execute(known, (*matters,)).fetchone()
    return was or count_articles(connection) <= TOGETHER


def _record(connection: Connection, before: Sequence[Story], after: Sequence[Story]) -> None:
    """Keep what became of stories, and why; how the first ones began is no event."""
    if not connection.execute("SELECT 1 FROM stories").fetchone():
        return
    articles = sorted({id for story in (*before, *after) for id in story.articles})
    profiles = {profile.id: profile for profile in Shelf(connection).load_profiles(articles)}
    titles = {story.id: story.title for story in (*before, *after)}
    known = {story.id for story in before} | {id for (id,) in connection.execute("SELECT id FROM stories")}
    events = pipeline.explain_change(before, [s for s in after if s.id not in known], profiles)
    keep_events(connection, (_make_row(event, titles) for event in events))


def _make_row(event: StoryEvent, titles: dict[str, str]) -> tuple[str, str, str, str, str]:
    story, *others = (*event.after, *event.before)
    return event.kind, story, " ".join(others), " ".join(event.moved), _say(event, titles)


def _say(event: StoryEvent, titles: dict[str, str]) -> str:
    """What happened, in one line: the titles, how many articles moved, and what they share."""
    names = [f"“{titles[id]}”" for id in (event.before if event.kind in ("split", "ended") else event.after)]
    number = f"{len(event.moved)} article{'s' if len(event.moved) > 1 else ''}"
    shared = f"; in common: {', '.join(event.shared[:NAMED])}" if event.shared else ""
    what = {
        "begun": f"{number}",
        "grown": f"{number} more{shared}",
        "merged": f"of {len(event.before)} stories{shared}",
        "split": f"into {len(event.after)} stories, {number} apart",
        "ended": f"{number} no longer in any story",
    }[event.kind]
    return f"{', '.join(names)}: {what}"
