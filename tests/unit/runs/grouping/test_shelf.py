from tests.unit.runs.conftest import write_news

from stemma.runs.grouping.shelf import Shelf
from stemma.store.finding import find_articles, find_stories
from stemma.store.keeping import keep_features


def test_articles_are_found_by_feature_and_day_the_latest_first(store) -> None:
    with store() as connection:
        keep_features(connection, [(7, 100, "a"), (7, 101, "b"), (7, 300, "c"), (7, -1, "d"), (8, 100, "e")])
        shelf = Shelf(connection)
        assert list(shelf.find_holders([7], (90, 110), 5)) == ["b", "a", "d"], "without a day it belongs to all"
        assert list(shelf.find_holders([7], None, 2)) == ["c", "b"]
        assert list(shelf.find_holders([9], None, 2)) == []


def test_profiles_of_copies_are_given_only_if_asked_for(news, store, go) -> None:
    path = write_news(news, 0, 0)
    (news / "z.txt").write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with store() as connection:
        go(connection)
        ids = [article.id for article in find_articles(connection)]
        shelf = Shelf(connection)
        assert len(list(shelf.load_profiles(ids, copies=True))) == len(list(shelf.load_all())) == 2
        assert [profile.uri for profile in shelf.load_profiles(ids)] == ["0-0.txt"]


def test_the_company_of_an_article_are_its_story_and_the_stories_of_its_thread(news, store, go) -> None:
    for event, way in ((0, 0), (0, 1), (1, 0)):
        write_news(news, event, way)
    with store() as connection:
        go(connection)
        (ferry,) = (story for story in find_stories(connection) if len(story.articles) == 2)
        (dairy,) = (story for story in find_stories(connection) if len(story.articles) == 1)
        shelf = Shelf(connection)
        assert shelf.find_company(ferry.articles[:1]) == sorted(ferry.articles)
        connection.execute("UPDATE stories SET thread = 't'")
        assert shelf.find_company(ferry.articles[:1]) == sorted(ferry.articles + dairy.articles)
