import pytest

from stemma.acquire.walk import find_root, name_files
from stemma.errors import InputError


def test_meta_is_never_an_article(tmp_path):
    (tmp_path / "meta.jsonl").write_text("{}")
    assert find_root(str(tmp_path)).files == ()
    assert find_root(str(tmp_path / "meta.jsonl")).files == ()


def test_uris_do_not_depend_on_the_order_of_roots(tmp_path):
    for name in ("x/sub", "y/sub"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "1.txt").write_text("x")
    roots = [find_root(str(tmp_path / name)) for name in ("x/sub", "y/sub")]
    uris = [found.uri for found in name_files(roots)]
    assert uris == [found.uri for found in name_files(roots[::-1])]
    assert uris == ["x/sub/1.txt", "y/sub/1.txt"]


@pytest.mark.parametrize("count", [0, 1])
def test_few_roots(tmp_path, count):
    (tmp_path / "1.txt").write_text("x")
    assert len(name_files([find_root(str(tmp_path))] * count)) == count


def test_what_stemma_writes_into_a_watched_case_is_no_source(tmp_path):
    (tmp_path / "articles").mkdir()
    names = ("1.txt", "report.html", "changes.jsonl", "changes.atom", "dossier.json", "articles/2.txt")
    for name in names:
        (tmp_path / name).write_text("x")
    assert len(find_root(str(tmp_path)).files) == len(names)
    (tmp_path / ".watch.json").write_text("{}")
    assert [path.name for path in find_root(str(tmp_path)).files] == ["1.txt", "2.txt"]


def test_an_address_is_told_from_a_missing_file():
    with pytest.raises(InputError, match=r"^https://a.example/b: an address.* stemma fetch ADDRESS -o FOLDER"):
        find_root("https://a.example/b")
