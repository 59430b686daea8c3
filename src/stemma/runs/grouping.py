"""The second part of a run: what is fresh is marked as a copy of what it repeats, and grouped with the rest."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from stemma import pipeline
from stemma.matters import TOGETHER
from stemma.runs.progress import Tally
from stemma.settings import Settings
from stemma.store import transact
from stemma.store.finding import (
    count_articles,
    find_articles,
    find_fresh,
    find_marked,
    find_matters,
    find_stories,
    find_threads,
)
from stemma.store.keeping import keep_grouping, mark_copies


def group_fresh(connection: Connection, settings: Settings, tally: Tally) -> None:
    """Mark the copies among what is fresh, and group it; both are kept together, or neither."""
    fresh = find_fresh(connection)
    if not fresh:
        return
    with transact(connection):
        changed = _mark_copies(connection, fresh)
        _regroup_all(connection, settings, changed)
        connection.execute("DELETE FROM _fresh")
    tally.add(len(fresh))


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


def _regroup_all(connection: Connection, settings: Settings, changed: set[str]) -> None:
    """Group everything anew, and keep what is other than before."""
    articles, stories, threads = pipeline.cluster(find_articles(connection), settings)
    before = {story.id: story for story in find_stories(connection)}
    gone = {*before, *(thread.id for thread in find_threads(connection))}
    gone -= {*(story.id for story in stories), *(thread.id for thread in threads)}
    touched = {article.story for article in articles if article.id in changed}
    moved = [s for s in stories if before.get(s.id) != s or s.id in touched]
    threaded = {s.thread for s in moved if s.thread}
    moved += [s for s in stories if s.thread in threaded and s not in moved]
    if _is_small(connection):
        moved, gone = list(stories), gone | {id for id, *_ in find_matters(connection)}
    keep_grouping(connection, sorted(gone), moved, threads)


def _is_small(connection: Connection) -> bool:
    """True where the pile is investigated as a whole, or was until now."""
    matters = {id for id, *_ in find_matters(connection)}
    known = {story.id for story in find_stories(connection)} | {thread.id for thread in find_threads(connection)}
    return count_articles(connection) <= TOGETHER or not matters <= known
