"""What a second dossier of a case says that the first did not: a pure comparison.

Ids of collations are hashes of what stands in them, so they change whenever an article joins. A claim is known again by
its place instead: the article, whose id is the hash of its bytes, and the span.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from stemma.model import Article, Assessment, Claim, Collation, Dossier, Evidence, Span, Variant
from stemma.text import fold, make_id

Kind = Literal[
    "retracted", "denied", "confirmed", "contested", "contradiction", "drift", "independent", "dependent", "story",
    "wanted",
]  # fmt: skip
KINDS: tuple[Kind, ...] = Kind.__args__  # type: ignore[attr-defined]  # in the order of their weight
DISPUTES: dict[str, tuple[Kind, str]] = {
    "retracted": ("retracted", "An origin takes it back"),
    "denied": ("denied", "Denied, and nobody here stands behind it"),
    "confirmed-after-denial": ("confirmed", "A party admits what it had denied"),
    "contested": ("contested", "Denied or doubted"),
}
Place = tuple[str, Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article behind a change."""

    article: str
    uri: str
    outlet: str | None
    url: str | None
    revised: bool = False  # a later version of a page that was there


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is otherwise than before.

    Attributes:
        id: the same for the same change.
        kind: what sort of change.
        title: the claim, the story or the source that it is about.
        text: what happened, in one sentence.
        articles: those behind it.
        evidence: the words behind it, where there are such.
        collation: the claim's id in the new dossier; None for stories and sources.
    """

    id: str
    kind: Kind
    title: str
    text: str
    articles: tuple[Told, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    collation: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One dossier, with what is looked up in it."""

    dossier: Dossier
    articles: dict[str, Article]
    claims: dict[str, Claim]
    assessments: dict[str, Assessment]
    names: dict[str, str]
    pages: frozenset[str]

    def place(self, claim: str) -> Place:
        """Where a claim stands, the same in every dossier."""
        found = self.claims[claim]
        return found.article, found.span


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim of the new dossier, and those of the old one that it continues."""

    collation: Collation
    assessment: Assessment
    before: tuple[Collation, ...]


def find_changes(old: Dossier, new: Dossier) -> tuple[Change, ...]:
    """What changed from one dossier of a case to the next, the weightiest first; nothing between two that are alike.

    Args:
        old: the dossier of before.
        new: the one of now, of the same articles and more.
    """
    was, now = _make_side(old), _make_side(new)
    found: dict[str, Change] = {}
    for pair in _pair(was, now):
        for change in (*_compare_disputes(pair, was, now), *_compare_origins(pair, was, now)):
            found[change.id] = change
    disputed = {change.collation for change in found.values() if change.kind in ("denied", "contested")}
    for change in (*_find_variants(was, now, disputed), *_find_stories(was, now), *_find_wanted(was, now)):
        found[change.id] = change
    return tuple(sorted(found.values(), key=lambda change: (KINDS.index(change.kind), change.title, change.id)))


def _make_side(dossier: Dossier) -> Side:
    return Side(
        dossier,
        {article.id: article for article in dossier.articles},
        {claim.id: claim for claim in dossier.claims},
        {assessment.collation: assessment for assessment in dossier.assessments},
        {witness.id: witness.name for witness in dossier.witnesses},
        frozenset(map(_find_page, dossier.articles)),
    )


def _pair(was: Side, now: Side) -> Iterator[Pair]:
    holder = {was.place(claim): col for col in was.dossier.collations for claim in col.claims}
    for collation in now.dossier.collations:
        before = {holder[p].id: holder[p] for claim in collation.claims if (p := now.place(claim)) in holder}
        yield Pair(collation, now.assessments[collation.id], tuple(before.values()))


def _compare_disputes(pair: Pair, was: Side, now: Side) -> Iterator[Change]:
    dispute = pair.assessment.dispute
    if dispute in DISPUTES and dispute not in {was.assessments[col.id].dispute for col in pair.before}:
        kind, words = DISPUTES[dispute]
        who = [now.names[item.witness] for item in pair.assessment.against if item.witness in now.names]
        by = f": {', '.join(dict.fromkeys(who))}" if who else ""
        told = {item.article: None for item in pair.assessment.against}
        told |= {evidence.article: None for step in pair.assessment.steps for evidence in step.evidence}
        new = [article for article in told if article not in was.articles]
        evidence = [item for step in pair.assessment.steps for item in step.evidence if item.article in (new or told)]
        yield _make_change(kind, pair.collation, f"{words}{by}.", _tell(new or told, was, now), evidence)


def _compare_origins(pair: Pair, was: Side, now: Side) -> Iterator[Change]:
    """A claim that was there has more independent origins, or fewer."""
    if not pair.before:
        return
    counts = [was.assessments[col.id].independent.best for col in pair.before]
    best = pair.assessment.independent.best
    known = {was.names.get(origin, origin) for col in pair.before for origin in was.assessments[col.id].origins}
    names = {now.names.get(origin, origin): origin for origin in pair.assessment.origins}
    told = _tell((article for article in pair.assessment.supporting if article not in was.articles), was, now)
    if best > max(counts):
        added = [name for name in names if name not in known]
        if all(item.revised for item in told) and not any(_is_newly_cited(names[name], was, now) for name in added):
            return  # a page that was changed tells again what it told, and from whom
        by = f" New: {', '.join(added)}." if added else ""
        yield _make_change("independent", pair.collation, f"{_count(best)}, {max(counts)} before.{by}", told)
    elif best < min(counts):
        text = f"Only {_count(best)}, {min(counts)} before: {', '.join(names) or 'none'}."
        yield _make_change("dependent", pair.collation, text, told)


def _is_newly_cited(witness: str, was: Side, now: Side) -> bool:
    return any(item.source.witness == witness and item.article not in was.articles for item in now.dossier.attributions)


def _count(number: int) -> str:
    return f"{number} independent origin{'' if number == 1 else 's'} now"


def _find_variants(was: Side, now: Side, disputed: set[str | None]) -> Iterator[Change]:
    """Readings that drifted or contradict and were not read so before; who denies a claim is told as its dispute."""
    known = {key for collation in was.dossier.collations for v in collation.variants for key in _list_readings(v, was)}
    for collation in now.dossier.collations:
        for variant in collation.variants:
            kind: Kind | None = {"drift": "drift", "translation": "drift", "contradiction": "contradiction"}.get(
                variant.label
            )  # type: ignore[assignment]
            new = [key for key in _list_readings(variant, now) if key not in known]
            if kind and new and not (variant.kind == "stance" and collation.id in disputed):
                evidence = [
                    Evidence(article=article, span=span, text=span.of(now.articles[article].text))
                    for _, _, (article, span) in dict.fromkeys(new)
                ]
                told = _tell((item.article for item in evidence), was, now)
                yield _make_change(kind, collation, variant.explanation, told, evidence)


def _list_readings(variant: Variant, side: Side) -> list[tuple[str, str, Place]]:
    """The readings that changed on the way or cannot hold, each with its kind and how the difference is labelled."""
    return [
        (variant.kind, variant.label, (side.claims[reading.claim].article, reading.span))
        for reading in variant.readings
        if reading.relation == "contradiction" or reading.on_path
    ]


def _find_stories(was: Side, now: Side) -> Iterator[Change]:
    """Stories none of whose articles was in a story before."""
    for story in now.dossier.stories:
        if not any(article in was.articles for article in story.articles):
            count = len(story.articles)
            text = f"A new story, told by {count} article{'' if count == 1 else 's'}."
            yield _make_change("story", story.title, text, _tell(story.articles, was, now))


def _find_wanted(was: Side, now: Side) -> Iterator[Change]:
    """Sources that nobody has, and that nobody missed before.

    Two versions of one page are two articles, and no reason to look for what the page cites.
    """
    known = {fold(was.names.get(item.witness, item.witness)) for item in was.dossier.wanted}
    for item in now.dossier.wanted:
        name = now.names.get(item.witness, item.witness)
        citing = {_find_page(now.articles[article]) for article in item.cited_by if article in now.articles}
        if fold(name) not in known and (len(citing) > 1 or not citing <= was.pages):
            yield _make_change("wanted", name, item.why, _tell(item.cited_by, was, now))


def _tell(articles: Iterable[str], was: Side, now: Side) -> tuple[Told, ...]:
    """The articles, of the versions of one page the last."""
    found: dict[str, Article] = {}
    for item in (now.articles[id] for id in articles if id in now.articles):
        page = _find_page(item)
        found[page] = max(found.get(page, item), item, key=lambda article: (article.retrieved or "", article.uri))
    return tuple(
        Told(
            article=item.id, uri=item.uri, outlet=item.outlet, url=item.url,
            revised=page in was.pages and item.id not in was.articles,
        )
        for page, item in found.items()
    )  # fmt: skip


def _find_page(article: Article) -> str:
    return article.url or article.uri


def _make_change(
    kind: Kind, about: Collation | str, text: str, articles: tuple[Told, ...], evidence: Iterable[Evidence] = ()
) -> Change:
    title = about if isinstance(about, str) else about.title
    words = tuple({item.text: item for item in evidence}.values())
    return Change(
        id=make_id(kind, title, text, *sorted(told.article for told in articles)), kind=kind, title=title, text=text,
        articles=articles, evidence=words, collation=None if isinstance(about, str) else about.id,
    )  # fmt: skip
