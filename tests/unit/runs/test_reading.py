from pathlib import Path

import msgspec
from tests.unit.runs.conftest import write_news

from stemma.acquire import acquire
from stemma.model import RawDocument, Skipped
from stemma.runs.crews import Alone
from stemma.runs.progress import Count, Tally
from stemma.runs.reading import Reader
from stemma.runs.tasks import Documents
from stemma.settings import Settings
from stemma.store.finding import find_articles, find_document, find_extractions, find_skipped
from stemma.store.packing import unpack

SETTINGS = Settings(embedder="none")


class Breaking(Alone):
    """A crew to which one document is poison."""

    def submit(self, work, given):
        lots = [unpack(packed, Documents) for packed in msgspec.msgpack.decode(given, type=list[bytes])]
        if any(raw.uri == "bad.txt" for lot in lots for raw in lot.documents):
            work = self.fail
        return super().submit(work, given)

    def fail(self, given):
        raise MemoryError("too large")


def read(connection, documents, crew=None):
    told = []
    tally = Tally(Count(stage="Read"), told.append)
    Reader(connection, crew or Alone(), SETTINGS, "here", tally).read_all(documents)
    return told[-1]


def test_what_was_read_is_kept_with_its_bytes_and_read_once(news: Path, store) -> None:
    path = write_news(news, 0, 0)
    with store() as connection:
        assert read(connection, acquire([news], SETTINGS)).done == 1
        again = read(connection, acquire([news], SETTINGS))
        (article,) = find_articles(connection)
        assert (again.done, again.known) == (0, 1)
        assert find_document(connection, article.sha256) == path.read_bytes()
        assert find_extractions(connection, [article.id])[article.id].claims


def test_files_with_the_same_bytes_are_named_as_in_a_fresh_run_in_whatever_order_they_come(news: Path, store) -> None:
    path = write_news(news, 0, 0)
    later, earlier = (RawDocument(uri=uri, sha256="5" * 64, content=path.read_bytes(), suffix=".txt") for uri in "ba")
    with store() as connection:
        read(connection, [later])
        read(connection, [earlier])
        ids = {article.uri: article.id for article in find_articles(connection)}
        assert ids["a"] == "5" * 12 != ids["b"]
        assert set(find_extractions(connection, ids.values())) == set(ids.values())


def test_a_poisoned_document_is_isolated_and_shown(news: Path, store) -> None:
    documents = list(acquire([write_news(news, event, 0) for event in range(4)], SETTINGS))
    bad = RawDocument(uri="bad.txt", sha256="6" * 64, content=b"poison", suffix=".txt")
    with store() as connection:
        told = read(connection, [*documents[:2], bad, *documents[2:]], Breaking())
        assert len(find_articles(connection)) == 4
        assert [item.uri for item in find_skipped(connection)] == ["bad.txt"]
        assert "it took more memory than there is" in find_skipped(connection)[0].reason
        assert (told.done, told.failed) == (5, 1)
        assert read(connection, [bad], Breaking()).known == 1, "it is not tried again in every run"


def test_what_is_noticed_under_the_same_paths_replaces_what_was_noticed_before(store) -> None:
    with store() as connection:
        read(connection, [Skipped(uri="a.txt", reason="empty file")])
        read(connection, [Skipped(uri="b.txt", reason="empty file")])
        assert [item.uri for item in find_skipped(connection)] == ["b.txt"]
