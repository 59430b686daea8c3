from tests.unit.runs.conftest import write_news

from stemma.runs import Run
from stemma.runs.crews import Alone
from stemma.runs.tasks import investigate_cases
from stemma.settings import Settings
from stemma.store.finding import find_matters, find_skipped, find_todo

SETTINGS = Settings(embedder="none")


class Lazy(Alone):
    """A crew that reads, but fails at every investigation."""

    def submit(self, work, given):
        return super().submit(self.fail if work is investigate_cases else work, given)

    def fail(self, given):
        raise ValueError("no")


def test_what_cannot_be_investigated_is_shown_and_its_articles_stay(news, store, go) -> None:
    write_news(news, 0, 0)
    write_news(news, 0, 1)
    from stemma.acquire import acquire

    with store() as connection:
        Run(connection, Lazy(), SETTINGS, lambda _: None).go_on(acquire([news], SETTINGS), "news")
        (skipped,) = find_skipped(connection)
        assert skipped.reason == "its 2 articles could not be investigated: ValueError: no"
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)


def test_what_an_earlier_run_left_undone_is_done_by_the_next(news, store, go) -> None:
    write_news(news, 0, 0)
    with store() as connection:
        go(connection)
        connection.execute("INSERT INTO _todo SELECT id FROM stories")
        connection.execute("DELETE FROM _matters")
        assert {count.stage: count.done for count in go(connection)} == {"Read": 0, "Group": 0, "Investigate": 1}
        assert len(find_matters(connection)) == 1
        assert not find_todo(connection)
