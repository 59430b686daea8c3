"""Reading sealed cases without trusting them."""

import json
from contextlib import suppress
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma import casefile
from stemma.acquire.sealed import is_sealed, read_sealed
from stemma.casefile import BrokenCaseError, CaseFile
from stemma.errors import InputError
from stemma.evidence import verify
from stemma.model import RawDocument, Skipped


def make_case(path, **members):
    with ZipFile(path, "w", ZIP_DEFLATED) as target:
        for name, data in {"manifest_jsonl": b"", **members}.items():
            target.writestr(name.replace("_", "."), data)
    return path


def test_a_bomb_is_not_unpacked(tmp_path, monkeypatch):
    path = make_case(tmp_path / "bomb.zip", case_json=b" " * 3_000_000)
    monkeypatch.setattr(casefile, "INDEX_LIMIT", 1_000_000)
    with CaseFile(path) as case, pytest.raises(BrokenCaseError, match="bigger than"):
        list(case.stream("case.json", 1_000_000))
    monkeypatch.setattr(casefile, "RATIO_LIMIT", 10)
    monkeypatch.setattr(casefile, "SMALL", 1000)
    with CaseFile(path) as case, pytest.raises(BrokenCaseError, match="far more than it can hold"):
        case.read("case.json")
    monkeypatch.setattr(casefile, "DIRECTORY_LIMIT", 10)
    with pytest.raises(BrokenCaseError, match="more files in it than can be read"):
        CaseFile(path)
    monkeypatch.undo()
    monkeypatch.setattr(casefile, "MEMBERS_LIMIT", 1)
    with pytest.raises(BrokenCaseError, match="more than 1 files"):
        CaseFile(path)


def test_names_inside_a_case_cannot_climb_out(tmp_path):
    digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    uris = ["../../etc/passwd", "/root/x", "a\\..\\..\\b", "\x1b[31mred", ""]
    documents = [{"uri": uri, "content": f"raw/{digest}", "sha256": digest, "suffix": ".txt"} for uri in uris]
    found = {"format": "stemma/case/1", "documents": documents, "skipped": [{"uri": "..", "reason": 1}, 3]}
    path = make_case(tmp_path / "case.zip", case_json=json.dumps(found).encode(), **{f"raw/{digest}": b""})
    names = [item.uri for item in read_sealed(path, "case.zip")]
    assert names == [
        "case.zip/etc/passwd", "case.zip/root/x", "case.zip/a/b", "case.zip/[31mred", "case.zip", "case.zip",
    ]  # fmt: skip


def test_a_document_that_was_changed_is_not_read(tmp_path):
    record = {"uri": "a.txt", "content": "raw/" + "0" * 64, "sha256": "0" * 64, "suffix": ".txt"}
    strange = {**record, "content": "raw/none", "suffix": ".exe"}
    found = {"format": "stemma/case/1", "documents": [record, strange]}
    path = make_case(tmp_path / "case.zip", case_json=json.dumps(found).encode(), **{"raw/" + "0" * 64: b"x"})
    first, second = read_sealed(path, "case.zip")
    assert first.reason == "changed since it was sealed: run stemma verify on the case"
    assert second.reason == "sealed, but raw/none is missing"


def test_only_a_sealed_case_is_one(tmp_path):
    assert not is_sealed(make_case(tmp_path / "a.zip", case_json=b'{"format": "other"}'))
    assert not is_sealed(make_case(tmp_path / "b.zip", a_txt=b"x"))
    assert not is_sealed(tmp_path / "none.zip")
    assert is_sealed(make_case(tmp_path / "c.zip", case_json=b'{"format": "stemma/case/1"}'))
    assert not is_sealed(make_case(tmp_path / "d.zip", case_json=b"[" * 100_000))


KEYS = st.sampled_from(["documents", "skipped", "inputs", "uri", "content", "sha256", "suffix", "meta", "reason"])
JSON = st.recursive(
    st.one_of(st.none(), st.integers(), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=st.dictionaries(KEYS, JSON, max_size=5), cut=st.integers(0, 3000), byte=st.integers(0, 255))
def test_whatever_a_case_says_reading_it_ends_in_documents_or_reasons(tmp_path, found, cut, byte):
    described = json.dumps({**found, "format": "stemma/case/1"}).encode()
    path = make_case(tmp_path / "any.zip", case_json=described, dossier_json=b"{}")
    content = bytearray(path.read_bytes())
    if cut < len(content):
        content[cut] = byte
    path.write_bytes(content)
    assert all(isinstance(item, RawDocument | Skipped) for item in read_sealed(path, "any.zip"))
    with suppress(InputError):  # its list of members is gone
        assert not verify(path).is_intact
