"""What is investigated together: a small pile as a whole, of a large one each thread and each story by itself.

Who is who across articles is decided inside a matter. In a small pile that is all of it, so that an outlet cited on one
event is the one that writes of another. In a large one the cost of that would grow faster than the pile, and all who
bear one name would be one person.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.model import Article, Assessment, Derivation, Findings, Story, Thread, Wanted, Witness
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


def narrow_findings(findings: Findings, articles: Iterable[str]) -> tuple[Findings, set[str]]:
    """What was found in these articles, and every article that this speaks of.

    A claim stays whole: where an article elsewhere tells it too, that one is among the articles that come back.
    """
    wanted = set(articles)
    article_of = {claim.id: claim.article for claim in findings.claims}
    witnesses = {witness.id: witness for witness in findings.witnesses}
    collations = [c for c in findings.collations if any(article_of[claim] in wanted for claim in c.claims)]
    kept = {collation.id for collation in collations}
    claims = {claim for collation in collations for claim in collation.claims}
    assessments = tuple(a for a in findings.assessments if a.collation in kept)
    named = {id for assessment in assessments for id in _list_named(assessment)} & witnesses.keys()
    held = (
        wanted | {article_of[claim] for claim in claims} | {article for a in assessments for article in _list_quoted(a)}
    )
    held |= {article for id in named if (article := witnesses[id].article)}
    attributions = tuple(a for a in findings.attributions if a.article in held)
    named |= {a.source.witness for a in attributions if a.source.witness}
    named |= {witness.id for witness in findings.witnesses if witness.article in held}
    known = {id for id, witness in witnesses.items() if witness.article is None or witness.article in held}
    links = [d for d in findings.derivations if (not d.collations or kept & set(d.collations))]
    named, links = _follow_links(named, links, known)
    named |= {body for id in named if (body := witnesses[id].speaks_for) in known}
    return Findings(
        attributions=attributions,
        claims=tuple(claim for claim in findings.claims if claim.id in claims),
        collations=tuple(replace(c, near=tuple(id for id in c.near if id in kept)) for c in collations),
        witnesses=tuple(w for w in findings.witnesses if w.id in named),
        derivations=tuple(replace(d, collations=tuple(id for id in d.collations if id in kept)) for d in links),
        assessments=assessments,
        wanted=tuple(_narrow_wanted(w, kept, held) for w in findings.wanted if kept & set(w.collations)),
        timeline=tuple(t for t in findings.timeline if t.article in held and (not t.collation or t.collation in kept)),
    ), held


def _list_named(assessment: Assessment) -> Iterator[str]:
    """Every witness that an assessment names."""
    yield from (*assessment.origins, *assessment.bottlenecks)
    yield from (against.witness for against in assessment.against if against.witness)
    yield from (step.witness for step in assessment.steps if step.witness)


def _list_quoted(assessment: Assessment) -> Iterator[str]:
    """Every article that an assessment names."""
    yield from (*assessment.supporting, *assessment.unsourced)
    yield from (against.article for against in assessment.against)
    yield from (piece.article for reason in assessment.reasons for piece in reason.evidence)
    yield from (piece.article for step in assessment.steps for piece in step.evidence)


def _follow_links(named: set[str], links: Sequence[Derivation], known: set[str]) -> tuple[set[str], list[Derivation]]:
    """Those to whom the named go back, step by step, and the links that lead there."""
    exemplars: dict[str, list[Derivation]] = defaultdict(list)
    for link in links:
        if {link.copy, link.exemplar} <= known:
            exemplars[link.copy].append(link)
    reached, frontier = set(named), list(named)
    while frontier:
        for link in exemplars[frontier.pop()]:
            if link.exemplar not in reached:
                reached.add(link.exemplar)
                frontier.append(link.exemplar)
    return reached, [link for id in sorted(reached) for link in exemplars[id]]


def _narrow_wanted(wanted: Wanted, kept: set[str], held: set[str]) -> Wanted:
    return replace(
        wanted,
        cited_by=tuple(article for article in wanted.cited_by if article in held),
        collations=tuple(id for id in wanted.collations if id in kept),
    )
