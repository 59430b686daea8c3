import bz2
import gzip
import lzma

import pytest

from stemma.acquire.archives.unpacked import open_unpacked
from stemma.acquire.reading import Budget

DATA = bytes(range(256)) * 300


def unpack(path, size=10_000_000):
    with open_unpacked(path, Budget(size=size, entries=1)) as stream:
        return stream.file.read(), stream.fault


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, bytes])
def test_streams_of_several_members(tmp_path, pack):
    path = tmp_path / "a"
    path.write_bytes(pack(DATA) + (pack(b"more") if pack is not bytes else b"more"))
    assert unpack(path) == (DATA + b"more", None)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_cut_and_damaged_streams_give_what_they_have(tmp_path, pack):
    path = tmp_path / "a"
    packed = pack(b"start") + pack(DATA)
    path.write_bytes(packed[:-20])
    content, fault = unpack(path)
    assert content.startswith(b"start")
    assert fault == "cut off; read up to there"
    path.write_bytes(pack(b"start") + b"no packed member")
    assert unpack(path)[1].startswith("damaged (")


def test_the_budget_ends_the_stream(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(gzip.compress(bytes(5_000_000)))
    content, fault = unpack(path, size=1_000_000)
    assert len(content) <= 1_000_000
    assert "more than the limits allow" in fault


def test_padding_behind_the_last_member_is_no_damage(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(gzip.compress(DATA) + bytes(512))
    assert unpack(path) == (DATA, None)
