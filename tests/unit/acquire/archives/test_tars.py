import bz2
import gzip
import io
import lzma
import tarfile

import pytest

from stemma.settings import Limits, Settings


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.tar", bytes),
        ("a.tar.gz", gzip.compress),
        ("a.tgz", gzip.compress),
        ("a.tar.bz2", bz2.compress),
        ("a.txz", lzma.compress),
    ],
)
def test_tars_of_every_packing(read, seeds, name, pack):
    meta = b'{"file": "one.txt", "outlet": "Harbour Gazette"}'
    files = {"../in/one.txt": seeds.TEXT.encode(), "in/x.png": b"x", "in/meta.jsonl": meta}
    found = read(name, pack(seeds.make_tar(files)))
    (document,) = found.documents
    assert document.uri == f"{name}/in/one.txt"
    assert document.meta == {"outlet": "Harbour Gazette"}
    assert found.told == [f"{name}: 1 .png not read"]


def test_links_and_devices_are_passed_over(read, seeds):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for kind, name in ((tarfile.SYMTYPE, "a.txt"), (tarfile.LNKTYPE, "b.txt"), (tarfile.CHRTYPE, "c.txt")):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    assert read("a.tar", file.getvalue()).reasons == ["a.tar: no articles in it"]


def test_a_cut_tar_gives_what_stands_before_the_cut(read, seeds):
    packed = gzip.compress(seeds.make_tar({"a.txt": b"A text.", "b.txt": bytes(range(33, 120)) * 999}))
    found = read("a.tar.gz", packed[:-30])
    assert [item.uri for item in found.documents][:1] == ["a.tar.gz/a.txt"]
    assert found.reasons


def test_bombs_stop_at_the_limit(read, seeds):
    bomb = gzip.compress(seeds.make_tar({"a.txt": b"A text.", "b.csv": b" " * 4_000_000}))
    found = read("a.tar.gz", bomb, Settings(limits=Limits(unpacked=1_000_000)))
    assert "unpacks to more than the limits allow" in found.reasons[-1]


def test_what_is_no_tar_is_said(read):
    assert read("a.tar", b"hello").reasons[0].startswith("a.tar: cannot be read (")
