"""What is written twice is there once, and what is dropped is gone from every table."""

from collections.abc import Callable
from dataclasses import replace
from sqlite3 import Connection

from stemma.matters import part_matters
from stemma.model import RawDocument, Skipped, Story, Thread
from stemma.runs.tasks import read_document
from stemma.settings import Settings
from stemma.store import transact
from stemma.store.finding import (
    find_articles,
    find_copies,
    find_extractions,
    find_findings,
    find_fresh,
    find_matters,
    find_misnamed,
    find_skipped,
    find_stories,
    find_threads,
    find_todo,
)
from stemma.store.keeping import (
    FINDINGS,
    drop_article,
    drop_matter,
    drop_skipped,
    keep_findings,
    keep_grouping,
    keep_reading,
    keep_skipped,
    make_reading_key,
    mark_copies,
)

FERRY = "Ferry late\nThe ferry Orla left Selmar late on Monday, the crew said."
TRAM = "Tram late\nThe tram of Orvel left late on Monday, the driver Karl Dorn said."
Make = Callable[..., Connection]


def dump(connection: Connection) -> list[str]:
    return list(connection.iterdump())


def test_everything_may_be_kept_twice(make_store: Make, tmp_path: object) -> None:
    connection = make_store({"a.txt": FERRY, "b.txt": TRAM})
    before = dump(connection)
    (matter, *_), *_ = find_matters(connection)
    findings = find_findings(connection, matter)
    assert findings
    (part,) = part_matters(find_stories(connection), find_threads(connection))
    with transact(connection):
        keep_findings(connection, part, findings)
        mark_copies(connection, find_articles(connection))
        keep_skipped(connection, find_skipped(connection))
    assert dump(connection) == before


def test_a_reading_may_be_kept_twice_and_is_fresh_again(make_store: Make) -> None:
    connection = make_store({"a.txt": FERRY})
    raw = RawDocument(content=FERRY.encode(), uri="a.txt", suffix=".txt", sha256=find_articles(connection)[0].sha256)
    reading = read_document(raw, Settings(embedder="none"))
    assert reading.key == make_reading_key(raw)
    with transact(connection):
        keep_reading(connection, reading)
    assert find_fresh(connection) == [reading.entries[0].article.id]
    assert connection.execute("SELECT count(*) FROM articles").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM documents").fetchone() == (1,)


def test_a_dropped_article_leaves_nothing_behind(make_store: Make) -> None:
    connection = make_store({"a.txt": FERRY, "b.txt": TRAM})
    gone, kept = find_articles(connection)
    drop_article(connection, gone.id)
    assert [article.id for article in find_articles(connection)] == [kept.id]
    assert not find_extractions(connection, [gone.id])
    for table in ("_profiles", "_marks", "_features", "_fresh"):
        assert not connection.execute(f"SELECT 1 FROM {table} WHERE article = ?", (gone.id,)).fetchone()


def test_a_dropped_matter_leaves_nothing_behind(make_store: Make) -> None:
    connection = make_store({"a.txt": FERRY, "b.txt": TRAM})
    (matter, *_), *_ = find_matters(connection)
    assert connection.execute("SELECT count(*) FROM claims").fetchone() > (0,)
    drop_matter(connection, matter)
    assert not find_matters(connection)
    assert all(not connection.execute(f"SELECT 1 FROM {table}").fetchone() for table in FINDINGS)


def test_every_readable_table_of_findings_holds_what_was_found(demo_connection: Connection) -> None:
    (matter, *_), *_ = find_matters(demo_connection)
    findings = find_findings(demo_connection, matter)
    assert findings
    readings = [r for c in findings.collations for v in c.variants for r in v.readings]
    expected = {
        "attributions": len(findings.attributions),
        "claims": len(findings.claims),
        "collations": len(findings.collations),
        "steps": sum(len(a.steps) for a in findings.assessments),
        "origins": sum(len(set(a.origins)) for a in findings.assessments),
        "variants": len(readings),
        "derivations": len(findings.derivations),
        "witnesses": len(findings.witnesses),
        "wanted": len(findings.wanted),
    }
    held = {table: demo_connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in FINDINGS}
    assert held == expected
    for text, start, end, whole in demo_connection.execute(
        "SELECT c.text, span_start, span_end, a.text FROM claims c JOIN articles a ON a.id = c.article"
    ):
        assert whole[start:end] == text


def test_new_stories_take_the_place_of_those_that_are_gone(make_store: Make) -> None:
    connection = make_store({"a.txt": FERRY, "b.txt": TRAM})
    articles = find_articles(connection)
    old = [story.id for story in find_stories(connection)]
    story = Story(id="s", title="Late", thread="t", articles=tuple(a.id for a in articles))
    keep_grouping(connection, old, [story], [Thread(id="t", title="Late", stories=("s",))])
    assert {article.story for article in find_articles(connection)} == {"s"}
    (found,) = find_stories(connection)
    assert (found.id, found.thread, set(found.articles)) == ("s", "t", set(story.articles))
    assert [thread.stories for thread in find_threads(connection)] == [("s",)]
    assert find_todo(connection) == ["s"]


def test_copies_are_marked_and_unmarked(make_store: Make) -> None:
    connection = make_store({"a.txt": FERRY, "b.txt": TRAM})
    one, other = find_articles(connection)
    mark_copies(connection, [replace(other, duplicate_of=one.id)])
    assert find_copies(connection) == find_copies(connection, [other.id]) == {other.id: one.id}
    assert find_copies(connection, [one.id]) == {}
    mark_copies(connection, [other])
    assert find_copies(connection) == {}


def test_what_was_noticed_under_a_path_is_forgotten_with_it(make_store: Make) -> None:
    connection = make_store({"a.txt": FERRY})
    keep_skipped(connection, [Skipped(uri="x", reason="empty")], "one")
    keep_skipped(connection, [Skipped(uri="x", reason="empty"), Skipped(uri="y", reason="empty")], "other")
    assert [item.uri for item in find_skipped(connection)] == ["x", "y"]
    drop_skipped(connection, "other")
    assert [item.uri for item in find_skipped(connection)] == ["x"]


def test_files_with_the_same_bytes_keep_the_id_of_the_first(make_store: Make) -> None:
    connection = make_store({"b.txt": FERRY})
    connection = make_store({"a.txt": FERRY, "b.txt": FERRY}, "both.stemma")
    first, second = find_articles(connection)
    assert (first.uri, first.id) == ("a.txt", first.sha256[:12])
    assert second.id != second.sha256[:12]
    assert find_misnamed(connection) == []
    drop_article(connection, first.id)
    assert find_misnamed(connection) == [second.id]
