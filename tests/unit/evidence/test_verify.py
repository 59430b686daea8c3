"""Whatever was done to a case after it was sealed is found and named."""

import json
from zipfile import ZipFile

import pytest

from stemma.errors import InputError
from stemma.evidence import verify
from stemma.evidence.spans import find_misfits
from stemma.write.dossier import read_dossier


def read(path, name):
    with ZipFile(path) as source:
        return source.read(name)


def find_raw(path, uri):
    return next(f"raw/{item['sha256']}" for item in json.loads(read(path, "case.json"))["inputs"] if item["uri"] == uri)


def test_a_whole_case_is_intact(case):
    verdict = verify(case)
    assert verdict.is_intact
    assert verdict.articles == 3
    assert verify(case, f" {verdict.head.upper()} ").is_intact


def test_a_changed_file_is_named_as_it_was_called(case, tamper):
    name = find_raw(case, "ferry.txt")
    faults = verify(tamper(**{name: b"The ferry was on time."})).faults
    assert faults == (f"changed: {name} (ferry.txt)",)


def test_missing_and_added_files_are_named(case, tamper):
    name = find_raw(case, "meta.jsonl")
    assert verify(tamper(**{name: None})).faults == (f"missing: {name} (meta.jsonl)",)
    assert verify(tamper(**{"notes.txt": b"x"})).faults == ("added: notes.txt",)


def test_a_line_of_the_manifest_cannot_be_taken_out_or_changed(case, tamper):
    lines = read(case, "manifest.jsonl").splitlines(keepends=True)
    faults = verify(tamper(**{"manifest.jsonl": b"".join(lines[:2] + lines[3:])})).faults
    assert faults[0].startswith("broken chain: line 3 of manifest.jsonl")
    assert faults[1].startswith("added: ")
    changed = lines[0].replace(b'"bytes": ', b'"bytes": 1')
    assert (
        verify(tamper(**{"manifest.jsonl": changed + b"".join(lines[1:])})).faults[0].startswith("broken chain: line 1")
    )
    assert "unreadable" in verify(tamper(**{"manifest.jsonl": b"[1]\n"})).faults[0]


def test_a_case_made_anew_shows_against_the_head_that_was_noted(case, tamper):
    head = verify(case).head
    forged = tamper(reseal=True, **{"report.html": b"<p>Nothing to see</p>"})
    assert verify(forged).is_intact
    [fault] = verify(forged, head).faults
    assert fault.startswith("another head: ")


def test_a_dossier_whose_spans_do_not_fit_is_found_even_when_made_anew(case, tamper):
    dossier = read(case, "dossier.json")
    [claim, *_] = json.loads(dossier)["claims"]
    moved = dossier.replace(json.dumps(claim["text"]).encode(), json.dumps(claim["text"].swapcase()).encode())
    faults = verify(tamper(reseal=True, **{"dossier.json": moved})).faults
    assert faults
    assert all(fault.startswith("no longer fits: ") for fault in faults)
    assert list(find_misfits(read_dossier(dossier))) == []
    rewritten = dossier.replace(b"drifting timber", b"sinking timber!")
    assert any(
        "is not the text that the dossier has" in f
        for f in verify(tamper(reseal=True, **{"dossier.json": rewritten})).faults
    )
    assert any("no dossier" in fault for fault in verify(tamper(reseal=True, **{"dossier.json": b"{}"})).faults)


def test_a_document_under_a_name_that_is_not_its_hash_is_found(case, tamper):
    name = find_raw(case, "ferry.txt")
    faults = verify(tamper(reseal=True, **{name: b"The ferry was on time."})).faults
    assert f"changed: {name} (ferry.txt), its name is not its hash" in faults


def test_an_article_without_its_document_is_found(case, tamper):
    found = json.loads(read(case, "case.json"))
    found["documents"] = found["documents"][1:]
    faults = verify(tamper(reseal=True, **{"case.json": json.dumps(found).encode()})).faults
    assert "no longer fits: no document was sealed for ferry.txt" in faults


def test_a_part_of_a_document_needs_no_document_of_its_own(case, tamper):
    found = json.loads(read(case, "dossier.json"))
    found["articles"][0].update(uri="ferry.txt/1", sha256="0" * 64)
    assert verify(tamper(reseal=True, **{"dossier.json": json.dumps(found).encode()})).is_intact


@pytest.mark.parametrize("place", ["before", "between", "behind"])
def test_bytes_outside_the_members_are_found(case, place):
    content = case.read_bytes()
    with ZipFile(case) as source:
        start = source.start_dir
    hidden = {
        "before": b"#!/bin/sh\n" + content,
        "behind": content + b"more",
        "between": content[:start] + b"more" + content[start:],
    }[place]
    case.write_bytes(hidden)
    assert not verify(case).is_intact


def test_no_flipped_bit_changes_what_an_intact_case_holds(case):
    content = case.read_bytes()
    members = read_members(case)
    for place in range(0, len(content), len(content) // 40):
        case.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        try:
            verdict = verify(case)
        except InputError:
            continue  # its list of members, or the name of the manifest, is gone
        # Fields that no reader uses, such as the time of a member, are the only ones that may change.
        assert not verdict.is_intact or read_members(case) == members


def read_members(path):
    with ZipFile(path) as source:
        return {name: source.read(name) for name in source.namelist()}


def test_what_is_no_case_says_so(tmp_path, pile):
    with pytest.raises(InputError, match="no such file"):
        verify(tmp_path / "none.zip")
    with ZipFile(tmp_path / "other.zip", "w") as target:
        target.writestr("a.txt", "x")
    with pytest.raises(InputError, match="not a sealed case"):
        verify(tmp_path / "other.zip")
    assert verify(pile / "ferry.txt").faults[0].startswith("unreadable: no zip file")
