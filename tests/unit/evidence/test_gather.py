"""Which input a document is from."""

from pathlib import Path

from stemma.evidence.gather import Input, find_input, find_inputs, list_parents


def test_a_document_belongs_to_the_file_it_stands_in():
    inputs = {uri: Input(uri=uri, path=Path(uri), sha256="", size=0) for uri in ("a.zip", "folder/b.eml")}
    assert list_parents("a.zip/b.eml/1.pdf") == ["a.zip/b.eml", "a.zip"]
    assert find_input("a.zip/b.eml/1.pdf", inputs) is inputs["a.zip"]
    assert find_input("folder/b.eml", inputs) is inputs["folder/b.eml"]
    assert find_input("folder/c.eml", inputs) is None
    assert find_input("", inputs) is None


def test_inputs_are_what_is_read_and_the_facts_beside_it(tmp_path):
    for name in ("in/a.txt", "in/meta.jsonl", "in/x.png", "b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("The ferry left late.")
    assert [item.uri for item in find_inputs([tmp_path])] == ["b.txt", "in/a.txt", "in/meta.jsonl"]
    assert [item.uri for item in find_inputs([tmp_path / "in", tmp_path / "b.txt"])] == [
        "a.txt",
        "b.txt",
        "in/meta.jsonl",
    ]
    assert [item.uri for item in find_inputs([tmp_path / "in" / "a.txt"])] == ["a.txt", "meta.jsonl"]
