"""Whatever stands in a file, a reader gives documents or reasons, and ends."""

import gzip

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.acquire.pages import SUFFIXES
from stemma.model import RawDocument, Skipped
from stemma.registry import readers

WORDS = st.sampled_from([
    b"From: ", b"From ", b"a@b", b"\n", b"\n\n", b"Subject: ", b"=?utf-8?b?", b"?=", b"Date: ", b"Wed, 12 Mar 2025",
    b"Content-Type: ", b"multipart/related; boundary=", b"text/html; charset=", b"message/rfc822", b"x", b"--x",
    b"--x--", b"Content-Transfer-Encoding: base64", b"quoted-printable", b"=3D=\n", b"<html><body><p>",
    b"The ferry left late.",
    b"Snapshot-Content-Location: https://a.example/", b"Content-Disposition: attachment; filename=", b"../../e.pdf",
    b"utf-7", b"idna", b"\xff\xfe", b"\x00", b"%PDF-1.4", b"<!-- saved from url=(0009)http://a -->",
    b"---------- Forwarded message ---------", b"Begin forwarded message:", b"\x1f\x8b", b"<br>", b"format=flowed",
])  # fmt: skip
BYTES = st.one_of(st.binary(max_size=400), st.lists(WORDS, max_size=40).map(b"".join))
FEW = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("suffix", sorted(set(SUFFIXES) - {".pdf"}))  # each PDF costs a child process
@FEW
@given(content=BYTES)
def test_any_bytes(tmp_path, suffix, content):
    path = tmp_path / f"any{suffix}"
    path.write_bytes(gzip.compress(content) if suffix.endswith(".gz") and len(content) % 2 else content)
    check(readers.find(suffix)(path, path.name), path.name)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), min_size=1, max_size=30))
def test_any_change_of_a_pdf(tmp_path, make_pdf, places):
    content = bytearray(make_pdf([[(50, 700, 11, "The ferry left late, Captain Holm said on Monday.")]]))
    for place, byte in places:
        content[place % len(content)] = byte
    (tmp_path / "any.pdf").write_bytes(content)
    check(readers.find(".pdf")(tmp_path / "any.pdf", "any.pdf"), "any.pdf")


def check(found, uri):
    items = list(found)
    assert items
    for item in items:
        assert isinstance(item, RawDocument | Skipped)
        assert item.uri == uri or item.uri.startswith(f"{uri}/")
        assert ".." not in item.uri.split("/")
        assert item.uri.isprintable()
