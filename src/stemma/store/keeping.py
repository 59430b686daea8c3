"""What is written into a store: documents as they are read, how they are grouped, and what is found in them.

Every function may be called again with the same, and changes nothing then. The caller puts them into transactions.
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

import msgspec

from stemma.matters import Matter
from stemma.model import Article, Assessment, Evidence, Extraction, Findings, RawDocument, Skipped, Story, Thread
from stemma.store.opening import transact
from stemma.store.packing import LEVEL, pack
from stemma.text import make_id

FINDINGS = (
    "attributions", "claims", "collations", "steps", "origins", "variants", "derivations", "witnesses", "wanted"
)  # fmt: skip
ARTICLE_COLUMNS = (
    "id", "uri", "title", "outlet", "author", "language", "published", "modified", "retrieved", "section", "url",
    "story", "duplicate_of", "revision_of", "reprint", "sha256", "text",
)  # fmt: skip
_EARLY = "published IS NULL OR substr(published, 1, 10) <= ?"
_TABLES = ("_extractions", "_profiles", "_marks", "_features")
DETAILS = ("basis", "conflicts", "corrections")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article, with what its later stages need of it.

    Attributes:
        article: as `clean` made it.
        extraction: what `extract` found in it.
        profile: packed, for grouping; the store does not look into it.
        marks: numbers that it has in common with its copies and versions.
    """

    article: Article
    extraction: Extraction
    profile: bytes
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of one document: its articles, or why there are none."""

    key: str
    sha256: str
    suffix: str
    size: int
    packed: bytes
    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...]


def make_reading_key(raw: RawDocument) -> str:
    """What tells a document that was read from every other: its bytes, its place, and what was said of it."""
    return make_id(raw.sha256, raw.uri, raw.suffix, json.dumps(raw.meta, sort_keys=True))


def pack_document(content: bytes) -> bytes:
    """The bytes of a document as they are kept: deflated."""
    return zlib.compress(content, LEVEL)


def keep_reading(connection: Connection, reading: Reading) -> None:
    """Keep what was read, with the document it was read from."""
    document = (reading.sha256, reading.suffix, reading.size, reading.packed)
    connection.execute("INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?)", document)
    for entry in reading.entries:
        keep_entry(connection, entry, reading.sha256)
    keep_skipped(connection, reading.skipped)
    connection.execute("INSERT OR IGNORE INTO _read VALUES (?)", (reading.key,))


def keep_entry(connection: Connection, entry: Entry, document: str) -> None:
    """Keep one article, as fresh: nothing was made of it yet."""
    article = entry.article
    values = [getattr(article, name) for name in ARTICLE_COLUMNS]
    details = msgspec.json.encode({name: getattr(article, name) for name in DETAILS}, order="deterministic").decode()
    columns = ", ".join((*ARTICLE_COLUMNS, "document", "details"))
    marks = ", ".join("?" * (len(ARTICLE_COLUMNS) + 2))
    connection.execute(f"INSERT OR IGNORE INTO articles ({columns}) VALUES ({marks})", (*values, document, details))
    connection.execute("INSERT OR REPLACE INTO _extractions VALUES (?, ?)", (article.id, pack(entry.extraction)))
    connection.execute("INSERT OR REPLACE INTO _profiles VALUES (?, ?)", (article.id, entry.profile))
    connection.executemany("INSERT OR IGNORE INTO _marks VALUES (?, ?)", ((m, article.id) for m in entry.marks))
    connection.execute("INSERT OR IGNORE INTO _fresh VALUES (?)", (article.id,))


def drop_article(connection: Connection, id: str) -> None:
    """Forget an article that is to be kept under another id; those it was grouped with must be grouped anew."""
    connection.execute(
        "INSERT OR IGNORE INTO _fresh SELECT id FROM articles WHERE id <> ?1 AND story IN "
        "(SELECT story FROM articles WHERE id = ?1)",
        (id,),
    )
    connection.execute("DELETE FROM articles WHERE id = ?", (id,))
    for table in ("_extractions", "_profiles", "_marks", "_features", "_fresh"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (id,))


def keep_skipped(connection: Connection, skipped: Iterable[Skipped], given: str = "") -> None:
    """Keep what was left out, and why; `given` names the paths under which it was noticed, where it is no document."""
    rows = ((item.uri, item.reason, given) for item in skipped)
    connection.executemany("INSERT OR IGNORE INTO skipped VALUES (?, ?, ?)", rows)


def drop_skipped(connection: Connection, given: str) -> None:
    """Forget what was noticed under these paths: they are looked through again."""
    connection.execute("DELETE FROM skipped WHERE given = ?", (given,))


def mark_copies(connection: Connection, articles: Iterable[Article]) -> None:
    """Keep which articles are copies or later versions of which."""
    connection.executemany(
        "UPDATE articles SET duplicate_of = ?, revision_of = ? WHERE id = ?",
        ((a.duplicate_of, a.revision_of, a.id) for a in articles),
    )


def keep_grouping(
    connection: Connection, gone: Iterable[str], stories: Sequence[Story], threads: Sequence[Thread]
) -> None:
    """Put new stories and threads in the place of those that are gone, and note what is to be investigated.

    Args:
        connection: of the store.
        gone: ids of stories and threads that are no more.
        stories: new ones, and those to which something has happened.
        threads: new ones.
    """
    for id in gone:
        connection.execute("DELETE FROM stories WHERE id = ?", (id,))
        connection.execute("DELETE FROM threads WHERE id = ?", (id,))
        connection.execute("DELETE FROM _todo WHERE story = ?", (id,))
        drop_matter(connection, id)
    for story in stories:
        connection.executemany(
            "UPDATE articles SET story = ?1 WHERE id = ?2 AND story IS NOT ?1", ((story.id, a) for a in story.articles)
        )
        days = "SELECT min(published), max(published) FROM articles WHERE story = ?"
        row = (
            story.id,
            story.title,
            story.thread,
            len(story.articles),
            *connection.execute(days, (story.id,)).fetchone(),
        )
        connection.execute("INSERT OR REPLACE INTO stories VALUES (?, ?, ?, ?, ?, ?)", row)
        connection.execute("INSERT OR IGNORE INTO _todo VALUES (?)", (story.id,))
        if story.thread:
            drop_matter(connection, story.id)
    connection.executemany(
        "INSERT OR REPLACE INTO threads VALUES (?, ?, ?)", ((t.id, t.title, len(t.stories)) for t in threads)
    )


def keep_features(connection: Connection, rows: Iterable[tuple[int, int, str]]) -> None:
    """Keep by what articles are found again: the number of a telling feature, the day (or -1), and the article."""
    connection.executemany("INSERT OR IGNORE INTO _features VALUES (?, ?, ?)", rows)


def keep_events(connection: Connection, rows: Iterable[tuple[str, str, str, str, str]]) -> None:
    """Keep what became of stories: the kind of event, the story, the others that took part, who moved, and why."""
    sql = "INSERT INTO story_events (kind, story, others, articles, why) VALUES (?, ?, ?, ?, ?)"
    connection.executemany(sql, rows)


def drop_matter(connection: Connection, matter: str) -> None:
    """Forget what was found in a matter that is no more, or is to be found anew."""
    for table in FINDINGS:
        connection.execute(f"DELETE FROM {table} WHERE matter = ?", (matter,))
    connection.execute("DELETE FROM _matters WHERE id = ?", (matter,))


def keep_findings(connection: Connection, matter: Matter, findings: Findings) -> None:
    """Keep what was found in a matter: packed for Stemma itself, and row by row for other tools."""
    drop_matter(connection, matter.id)
    row = (matter.id, matter.title, len(matter.articles), pack(findings))
    connection.execute("INSERT INTO _matters VALUES (?, ?, ?, ?)", row)
    for table, rows in _make_rows(matter.id, findings).items():
        if rows:
            places = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
    connection.executemany("DELETE FROM _todo WHERE story = ?", ((story.id,) for story in matter.stories))


def _make_rows(matter: str, findings: Findings) -> dict[str, list[tuple[object, ...]]]:
    home = {claim: collation.id for collation in findings.collations for claim in collation.claims}
    article_of = {claim.id: claim.article for claim in findings.claims}
    assessed = {assessment.collation: assessment for assessment in findings.assessments}
    return {
        "attributions": [
            (
                a.id, matter, a.article, a.source.text, a.source.witness, a.cue.text, a.content.text,
                *_find_ends(a.content.spans), a.type, a.stance, a.inside,
            )
            for a in findings.attributions
        ],
        "claims": [
            (c.id, matter, c.article, home[c.id], c.text, *c.span, c.modality, c.negated) for c in findings.claims
        ],
        "collations": [
            (c.id, matter, c.title, len({article_of[claim] for claim in c.claims}), *_list_standing(assessed[c.id]))
            for c in findings.collations
        ],
        "steps": [
            (matter, a.collation, number, step.moment, step.witness, step.stance, *_show_first(step.evidence))
            for a in findings.assessments
            for number, step in enumerate(a.steps, start=1)
        ],
        "origins": [(matter, a.collation, origin) for a in findings.assessments for origin in sorted(set(a.origins))],
        "variants": [
            (matter, c.id, v.kind, v.label, r.claim, r.value, r.relation, *r.span, v.explanation)
            for c in findings.collations
            for v in c.variants
            for r in v.readings
        ],
        "derivations": [
            (
                matter, d.copy, d.exemplar, d.kind, d.basis, d.confidence, d.direction,
                *_show_first(d.evidence),
            )
            for d in findings.derivations
        ],
        "witnesses": [
            (w.id, matter, w.name, w.kind, " · ".join(w.aliases), w.article, w.in_pile, w.speaks_for)
            for w in findings.witnesses
        ],
        "wanted": [(matter, w.witness, len(w.cited_by), w.why) for w in findings.wanted],
    }  # fmt: skip


def _show_first(evidence: Sequence[Evidence]) -> tuple[object, ...]:
    """Article, span and words of the first piece of evidence."""
    return (evidence[0].article, *evidence[0].span, evidence[0].text) if evidence else (None,) * 4


def _find_ends(spans: Sequence[tuple[int, int]]) -> tuple[int | None, int | None]:
    return (spans[0][0], spans[-1][1]) if spans else (None, None)


def _list_standing(assessment: Assessment) -> tuple[object, ...]:
    independent = assessment.independent
    return (
        assessment.support, assessment.dispute, independent.low, independent.best, independent.high,
        assessment.circular,
    )  # fmt: skip


def copy_early(source: Connection, target: Connection, day: str) -> None:
    """Copy into an empty store what another holds of articles up to a day, or of no known day; none is grouped yet.

    The later ones are listed as skipped, as a fresh run up to that day would list them.
    """
    (place,) = (file for _, name, file in source.execute("PRAGMA database_list") if name == "main")
    target.execute("ATTACH ? AS whole", (f"{Path(place).as_uri()}?mode=ro",))
    with transact(target):
        _copy_all(target, day)
    target.execute("DETACH whole")


def _copy_all(target: Connection, day: str) -> None:
    names = [row[1] for row in target.execute("PRAGMA table_info(articles)")]
    new = ", ".join("NULL" if name in ("story", "duplicate_of", "revision_of") else name for name in names)
    target.execute(f"INSERT INTO articles ({', '.join(names)}) SELECT {new} FROM whole.articles WHERE {_EARLY}", (day,))
    for table in _TABLES:
        target.execute(f"INSERT INTO {table} SELECT * FROM whole.{table} WHERE article IN (SELECT id FROM articles)")
    target.execute(
        "INSERT INTO documents SELECT * FROM whole.documents WHERE sha256 IN (SELECT document FROM articles)"
    )
    target.execute("INSERT INTO skipped SELECT * FROM whole.skipped")
    late = target.execute(
        "SELECT uri, substr(published, 1, 10) FROM whole.articles WHERE id NOT IN (SELECT id FROM articles)"
    ).fetchall()
    keep_skipped(target, [Skipped(uri=uri, reason=f"published {published}, after {day}") for uri, published in late])
    target.execute("INSERT INTO _fresh SELECT id FROM articles")
