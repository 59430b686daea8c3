"""What is investigated together: a small pile as a whole, of a large one each thread and each story by itself.

Who is who across articles is decided inside a matter. In a small pile that is all of it, so that an outlet cited on one
event is the one that writes of another. In a large one the cost of that would grow faster than the pile, and all who
bear one name would be one person.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.model import Article, Findings, Story, Thread, Wanted, Witness
from stemma.text import make_id

TOGETHER = 500  # articles up to which a pile is one matter
ONE_DOSSIER = 2_000  # articles up to which a run hands over one dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Stories that are investigated together.

    Attributes:
        id: of the thread, or of the story that belongs to none; of the whole pile, one of its stories.
        stories: those of one thread, one story, or all.
        articles: ids, sorted.
    """

    id: str
    title: str
    stories: tuple[Story, ...]
    threads: tuple[Thread, ...]
    articles: tuple[str, ...]


def part_matters(stories: Sequence[Story], threads: Sequence[Thread], *, apart: bool = False) -> list[Matter]:
    """The matters of a pile, sorted by id; together they hold each story once.

    Args:
        stories: all of the pile; or some, with all others of their threads.
        threads: those that the stories are in.
        apart: the stories are some of a pile that is too large to be investigated as a whole.
    """
    if not apart and sum(len(story.articles) for story in stories) <= TOGETHER:
        return [_make_matter(make_id("pile", *sorted(s.id for s in stories)), "", stories, threads)] if stories else []
    by_thread: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        by_thread[story.thread or story.id].append(story)
    known = {thread.id: thread for thread in threads}
    return [
        _make_matter(id, known[id].title if id in known else held[0].title, held, [known[id]] if id in known else [])
        for id, held in sorted(by_thread.items())
    ]


def _make_matter(id: str, title: str, stories: Sequence[Story], threads: Sequence[Thread]) -> Matter:
    return Matter(
        id=id,
        title=title,
        stories=tuple(sorted(stories, key=lambda story: story.id)),
        threads=tuple(threads),
        articles=tuple(sorted(article for story in stories for article in story.articles)),
    )


def choose_articles(matter: Matter, articles: Mapping[str, Article]) -> list[Article]:
    """The articles of a matter, by uri, out of all by id."""
    return sorted((articles[id] for id in matter.articles), key=lambda a: (a.uri, a.id))


def merge_findings(parts: Sequence[Findings]) -> Findings:
    """All findings of several matters; a witness or wanted source that several have is one."""
    if len(parts) == 1:
        return parts[0]
    return Findings(
        attributions=tuple(item for part in parts for item in part.attributions),
        claims=tuple(item for part in parts for item in part.claims),
        collations=tuple(item for part in parts for item in part.collations),
        witnesses=_merge_witnesses(item for part in parts for item in part.witnesses),
        derivations=tuple(item for part in parts for item in part.derivations),
        assessments=tuple(item for part in parts for item in part.assessments),
        wanted=_merge_wanted(item for part in parts for item in part.wanted),
        timeline=tuple(item for part in parts for item in part.timeline),
    )


def _merge_witnesses(witnesses: Iterable[Witness]) -> tuple[Witness, ...]:
    """One of each id: by all its names, in the pile if any matter has it there, speaking for whom the first says."""
    held: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        held[witness.id].append(witness)
    return tuple(_join_witnesses(same) for _, same in sorted(held.items()))


def _join_witnesses(same: Sequence[Witness]) -> Witness:
    first = same[0]
    names = {name for witness in same for name in (witness.name, *witness.aliases)} - {first.name}
    bodies = sorted({witness.speaks_for for witness in same if witness.speaks_for})
    return replace(
        first,
        aliases=tuple(sorted(names)),
        in_pile=any(witness.in_pile for witness in same),
        speaks_for=bodies[0] if bodies else None,
    )


def _merge_wanted(wanted: Iterable[Wanted]) -> tuple[Wanted, ...]:
    held: dict[str, list[Wanted]] = defaultdict(list)
    for item in wanted:
        held[item.witness].append(item)
    return tuple(
        replace(
            max(same, key=lambda item: (len(item.cited_by), item.why)),
            cited_by=tuple(sorted({article for item in same for article in item.cited_by})),
            collations=tuple(sorted({collation for item in same for collation in item.collations})),
        )
        for _, same in sorted(held.items())
    )
