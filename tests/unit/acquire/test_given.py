import pytest

from stemma.acquire.given import Given
from stemma.errors import UsageError
from stemma.model import RawDocument


def make(uri, **meta):
    return RawDocument(uri=uri, sha256="0", content=b"x", suffix=".txt", meta=meta)


def test_facts_of_a_file_are_those_of_the_documents_inside():
    given = Given({"a.zip": {"outlet": "Gazette"}, "one.txt": {"outlet": "Post"}})
    given.check_files(["a.zip"], has_stdin=False)
    items = [make("a.zip/in/one.txt", outlet="Own", url="u"), make("a.zip/two.txt")]
    found = list(given.take(items, "a.zip", {"outlet": "Folder", "title": "T"}))
    assert found[0].meta == {"outlet": "Post", "url": "u", "title": "T"}
    assert found[1].meta == {"outlet": "Gazette", "title": "T"}
    given.check_all()


def test_a_name_that_nothing_has_is_refused_as_soon_as_that_is_known():
    with pytest.raises(UsageError, match=r"--meta two\.txt: no such file"):
        Given({"two.txt": {}}).check_files(["in/one.txt"], has_stdin=False)
    given = Given({"two.txt": {}})
    given.check_files(["a.zip"], has_stdin=False)
    list(given.take([make("a.zip/one.txt")], "a.zip"))
    with pytest.raises(UsageError, match=r"--meta two\.txt: no such file"):
        given.check_all()
