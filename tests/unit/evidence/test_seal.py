"""What is in a sealed case, and that sealing twice gives the same file."""

import gzip
import hashlib
import io
import json
import sys
from zipfile import ZIP_STORED, ZipFile

import pytest

from stemma.acquire import acquire
from stemma.acquire.walk import STDIN
from stemma.casefile import is_sealed
from stemma.errors import InputError, UsageError
from stemma.evidence import seal, verify
from stemma.evidence.gather import find_inputs
from stemma.model import RawDocument
from stemma.settings import Settings

SETTINGS = Settings(embedder="none")


def read_json(path, name):
    with ZipFile(path) as source:
        return json.loads(source.read(name))


def test_every_input_is_there_byte_for_byte(pile, case):
    with ZipFile(case) as source:
        names = source.namelist()
        for path in (item for item in pile.iterdir() if item.suffix != ".png"):
            content = path.read_bytes()
            assert source.read(f"raw/{hashlib.sha256(content).hexdigest()}") == content
    assert names[:-1] == sorted(names[:-1])
    assert names[-1] == "manifest.jsonl"
    assert {"case.json", "dossier.json", "report.html"} <= set(names)


def test_the_case_says_what_each_file_was_called_and_what_made_it(case):
    found = read_json(case, "case.json")
    assert [item["uri"] for item in found["inputs"]] == ["ferry.txt", "late.txt", "meta.jsonl", "page.html"]
    facts = {item["uri"]: item["meta"] for item in found["documents"]}
    assert facts["page.html"]["url"] == "https://www.harbour.example/timber?x=1"
    assert [item["uri"] for item in found["skipped"]] == ["photo.png"]
    assert found["settings"]["embedder"] == "none"
    assert {"stemma", "python", "numpy"} <= set(found["versions"])


def test_texts_are_those_of_the_dossier(case):
    dossier = read_json(case, "dossier.json")
    with ZipFile(case) as source:
        for article in dossier["articles"]:
            assert source.read(f"text/{article['id']}.txt").decode() == article["text"]


def test_the_same_pile_gives_the_same_bytes(pile, case, tmp_path):
    again = seal([pile], tmp_path / "again.zip", SETTINGS)
    assert again.path.read_bytes() == case.read_bytes()
    assert verify(case).head == again.head


def test_pages_with_addresses_can_be_replayed(case):
    package = read_json(case, "datapackage.json")
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    with ZipFile(case) as source:
        for resource in package["resources"]:
            content = source.read(resource["path"])
            assert (f"sha256:{hashlib.sha256(content).hexdigest()}", len(content)) == (
                resource["hash"],
                resource["bytes"],
            )
        listed = {resource["path"] for resource in package["resources"]}
        extra = {"datapackage.json", "datapackage-digest.json", "manifest.jsonl"}
        assert set(source.namelist()) == listed | extra
        digest = json.loads(source.read("datapackage-digest.json"))
        assert digest["hash"] == f"sha256:{hashlib.sha256(source.read('datapackage.json')).hexdigest()}"
        assert source.getinfo("archive/data.warc.gz").compress_type == ZIP_STORED
        key, moment, facts = source.read("indexes/index.cdx").decode().split(" ", 2)
        place = json.loads(facts)
        record = source.read("archive/data.warc.gz")[int(place["offset"]) :][: int(place["length"])]
        [_, page] = source.read("pages/pages.jsonl").decode().splitlines()
    assert (key, moment) == ("example,harbour)/timber?x=1", "20250310000000")
    assert b"WARC-Target-URI: https://www.harbour.example/timber?x=1\r\n" in gzip.decompress(record)
    assert b"Drifting timber blocked" in gzip.decompress(record)
    assert json.loads(page)["ts"] == "2025-03-10T00:00:00Z"


def test_a_warc_library_reads_the_pages(case):
    fastwarc = pytest.importorskip("fastwarc")
    with ZipFile(case) as source, source.open("archive/data.warc.gz") as stream:
        found = [(record.headers["WARC-Type"], record.reader.read()) for record in fastwarc.ArchiveIterator(stream)]
    assert [kind for kind, _ in found] == ["warcinfo", "resource"]
    assert b"Drifting timber" in found[1][1]


def test_a_case_without_pages_is_no_web_archive(pile, tmp_path):
    (pile / "page.html").unlink()
    (pile / "meta.jsonl").unlink()
    with pytest.raises(UsageError, match=r"no web page with an address is among the articles\. Name the file \.zip"):
        seal([pile], tmp_path / "case.wacz", SETTINGS)
    sealed = seal([pile], tmp_path / "case.zip", SETTINGS)
    with ZipFile(sealed.path) as source:
        assert not [name for name in source.namelist() if name.startswith(("archive/", "datapackage"))]
    assert is_sealed(sealed.path)


def test_a_case_is_never_overwritten_nor_called_anything(pile, case, tmp_path):
    before = case.read_bytes()
    with pytest.raises(UsageError, match="a sealed case is never overwritten"):
        seal([pile], case, SETTINGS)
    assert case.read_bytes() == before
    with pytest.raises(UsageError, match=r"not the name of a case\. End it in \.zip, \.wacz or \.stemma\."):
        seal([pile], tmp_path / "case.html", SETTINGS)


def test_a_file_that_changes_while_it_is_read_is_refused(pile, tmp_path, monkeypatch):
    def read_and_change(paths, settings):
        yield from acquire(paths, settings)
        (pile / "late.txt").write_text("Something else altogether.")

    monkeypatch.setattr(sys.modules["stemma.evidence.seal"], "acquire", read_and_change)
    with pytest.raises(InputError, match=r"late\.txt: changed while it was being read"):
        seal([pile], tmp_path / "case.zip", SETTINGS)
    assert list(tmp_path.glob("*.zip")) == []
    assert list(tmp_path.glob(".*.part")) == []


def test_standard_input_is_sealed_too(tmp_path, monkeypatch):
    content = b"Ferry late\nThe ferry left 47 minutes late, Captain Holm said on Monday.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    sealed = seal([STDIN], tmp_path / "case.zip", SETTINGS)
    with ZipFile(sealed.path) as source:
        assert source.read(f"raw/{hashlib.sha256(content).hexdigest()}") == content
    assert verify(sealed.path).is_intact


def test_a_case_of_a_case_keeps_its_documents(case, tmp_path):
    inner = case.rename(case.with_suffix(".stemma"))
    sealed = seal([inner], tmp_path / "outer.zip", SETTINGS)
    assert [item.uri for item in find_inputs([inner])] == ["case.stemma"]
    assert verify(sealed.path).articles == 3
    documents = [item for item in acquire([inner], SETTINGS) if isinstance(item, RawDocument)]
    assert [item.uri for item in documents] == [
        f"case.stemma/{name}" for name in ("ferry.txt", "late.txt", "page.html")
    ]
