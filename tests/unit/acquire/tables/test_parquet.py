import importlib.util


def test_rows_with_text_become_documents(read, seeds):
    found = read("a.parquet", seeds.make_parquet())
    assert [item.uri for item in found.documents] == ["a.parquet/a1", "a.parquet/a3"]
    assert found.documents[0].content == seeds.TEXT.encode()
    assert found.documents[0].meta["published"] == "2026-05-04"


def test_without_pyarrow_it_says_what_to_install(read, seeds, monkeypatch):
    monkeypatch.setattr("stemma.acquire.tables.parquet.find_spec", lambda _name: None)
    assert importlib.util.find_spec("pyarrow")
    found = read("a.parquet", seeds.make_parquet())
    assert found.reasons == ['a.parquet: Parquet needs pyarrow: install stemma-news with the extra "parquet"']


def test_damaged_files_are_skipped(read, seeds):
    whole = seeds.make_parquet()
    for content in (b"hello", whole[:-9], whole[:20] + b"\xff" * 40 + whole[60:]):
        found = read("a.parquet", content)
        assert found.documents or len(found.reasons) == 1
