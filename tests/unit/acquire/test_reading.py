import pytest

from stemma.acquire.reading import Budget, TooMuchError, read_path, start_reading
from stemma.model import RawDocument, Skipped
from stemma.registry import readers
from stemma.settings import Limits, Settings


def test_a_budget_is_spent_once():
    budget = Budget(size=10, entries=1)
    budget.spend(10)
    budget.count_entry()
    with pytest.raises(TooMuchError, match="unpacks to more"):
        budget.spend(1)
    with pytest.raises(TooMuchError, match="more entries"):
        budget.count_entry()


def test_what_may_be_unpacked_grows_with_the_file(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(b"x" * 1_000_000)
    sizes = [
        start_reading(path, Settings(limits=limits), print).budget.size
        for limits in (Limits(), Limits(ratio=1), Limits(unpacked=7))
    ]
    assert sizes == [200_000_000, 50_000_000, 7]


@pytest.fixture
def register(monkeypatch):
    def register_part(part):
        monkeypatch.setitem(readers._parts, ".odd", part)

    return register_part


def read(path, told):
    path.write_bytes(b"x")
    return list(read_path(path, "a.odd", start_reading(path, Settings(), lambda *line: told.append(line))))


def test_a_plug_in_takes_path_and_uri_alone(register, tmp_path):
    document = RawDocument(uri="a.odd", sha256="0", content=b"x", suffix=".txt")
    register(lambda path, uri: iter([document]))
    assert read(tmp_path / "a.odd", []) == [document]


def test_a_file_that_gives_nothing_is_skipped_with_what_was_told(register, tmp_path):
    told = []

    def find_nothing(path, uri, reading):
        reading.tell(uri, "3 images not read")
        return iter(())

    register(find_nothing)
    assert read(tmp_path / "a.odd", told) == [Skipped(uri="a.odd", reason="3 images not read")]
    assert told == []
    register(lambda path, uri: iter(()))
    assert read(tmp_path / "a.odd", told) == [Skipped(uri="a.odd", reason="no articles in it")]
