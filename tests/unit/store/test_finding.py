"""What is read out of a store, in the nouns of the model."""

from collections.abc import Callable
from sqlite3 import Connection

import stemma
from stemma.demo import demo_folder
from stemma.settings import Settings
from stemma.store.finding import (
    count_articles,
    find_about,
    find_articles,
    find_document,
    find_document_of,
    find_events,
    find_extractions,
    find_findings,
    find_marked,
    find_matters,
    find_named,
    find_read,
    find_siblings,
    find_stories,
    keep_about,
)

FERRY = "Ferry late\nThe ferry Orla left Selmar late on Monday, the crew said."
HARVEST = "Harvest late\nFarmers near Orvel bring in their barley three weeks behind, wrote the growers of the valley."
Make = Callable[..., Connection]


def test_articles_and_stories_are_those_of_a_fresh_run(demo_connection: Connection) -> None:
    dossier = stemma.investigate([demo_folder()], Settings(embedder="none"))
    assert tuple(find_articles(demo_connection)) == dossier.articles
    assert count_articles(demo_connection) == len(dossier.articles)
    stories = {story.id: (story.title, story.thread, set(story.articles)) for story in dossier.stories}
    found = find_stories(demo_connection)
    assert {story.id: (story.title, story.thread, set(story.articles)) for story in found} == stories


def test_some_are_found_by_id(demo_connection: Connection) -> None:
    one, other, *_ = find_articles(demo_connection)
    assert [article.id for article in find_articles(demo_connection, [other.id, "none"])] == [other.id]
    assert find_extractions(demo_connection, [one.id]).keys() == {one.id}
    assert find_findings(demo_connection, "none") is None
    assert find_read(demo_connection, ["none"]) == set()
    assert [story.id for story in find_stories(demo_connection, [one.story or ""])] == [one.story]
    assert find_siblings(demo_connection, [one.story or ""]) == [one.story]
    assert {article for _, article in find_marked(demo_connection, [one.id])} >= {one.id}


def test_the_bytes_of_a_document_come_back(demo_connection: Connection) -> None:
    for article in find_articles(demo_connection):
        sha256 = find_document_of(demo_connection, article.id)
        assert find_document(demo_connection, sha256) == (demo_folder() / article.uri).read_bytes()
    assert find_document(demo_connection, "none") is None


def test_facts_about_the_store_are_remembered(make_store: Make) -> None:
    connection = make_store({"a.txt": FERRY})
    assert find_about(connection, "colour") is None
    keep_about(connection, "colour", "red")
    keep_about(connection, "colour", "blue")
    assert find_about(connection, "colour") == "blue"


def test_stories_threads_and_articles_are_found_by_what_is_typed(make_store: Make) -> None:
    connection = make_store({"a.txt": FERRY, "b.txt": HARVEST})
    ferry, harvest = find_articles(connection)
    (found,) = find_named(connection, ferry.story or "")
    assert (found.kind, found.articles, found.title) == ("story", (ferry.id,), "Ferry late")
    (found,) = find_named(connection, ferry.id)
    assert (found.kind, found.stories, found.articles) == ("article", (ferry.story,), (ferry.id,))
    assert [item.id for item in find_named(connection, (harvest.story or "")[:8])] == [harvest.story]
    assert [item.id for item in find_named(connection, "LATE harvest")] == [harvest.story]
    assert {item.id for item in find_named(connection, "late")} == {ferry.story, harvest.story}
    assert find_named(connection, "balloon") == find_named(connection, "") == find_named(connection, "%") == []


def test_a_thread_stands_for_its_stories(make_store: Make) -> None:
    connection = make_store({"a.txt": FERRY, "b.txt": HARVEST})
    connection.execute("INSERT INTO threads VALUES ('t', 'Late', 2)")
    connection.execute("UPDATE stories SET thread = 't'")
    (found,) = find_named(connection, "late")
    assert (found.kind, len(found.stories), len(found.articles)) == ("thread", 2, 2)
    assert find_siblings(connection, found.stories[:1]) == sorted(found.stories)


def test_what_happened_to_a_story_is_told_in_order(make_store: Make) -> None:
    connection = make_store({"a.txt": FERRY})
    for number, story in ((2, "s"), (1, "s"), (3, "other")):
        sql = "INSERT INTO story_events VALUES (?, 'grew', ?, '', '', ?)"
        connection.execute(sql, (number, story, f"reason {number}"))
    assert find_events(connection, ["s"]) == [("grew", "reason 1"), ("grew", "reason 2")]


def test_the_largest_matter_comes_first(demo_connection: Connection) -> None:
    sizes = [articles for *_, articles in find_matters(demo_connection)]
    assert sizes == sorted(sizes, reverse=True)
