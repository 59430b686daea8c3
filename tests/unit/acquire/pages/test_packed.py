"""Single documents packed with gzip."""

import gzip
import hashlib

from stemma.acquire.pages import packed
from stemma.model import Skipped

PAGE = b"<html><body><p>The ferry left late, Captain Holm said.</p></body></html>"


def test_a_packed_page_is_read_as_the_page(read):
    [document] = read("ferry.html.gz", gzip.compress(PAGE))
    assert (document.suffix, document.content) == (".html", PAGE)
    assert document.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert [item.suffix for item in read("wire.2025.TXT.gz", gzip.compress(b"The ferry left late."))] == [".txt"]


def test_what_is_no_gzip_or_cut_off_is_one_skip(read):
    for content in (PAGE, gzip.compress(PAGE)[:-10], gzip.compress(PAGE)[:20] + b"\xff" * 30):
        [item] = read("ferry.html.gz", content)
        assert isinstance(item, Skipped)
        assert "gzip file" in item.reason


def test_a_bomb_is_not_unpacked_further_than_the_limit(read, monkeypatch):
    monkeypatch.setattr(packed, "PACKED_LIMIT", 1_000_000)
    [item] = read("bomb.txt.gz", gzip.compress(b"a" * 3_000_000))
    assert item.reason == "unpacks to more than 1 MB, too big for an article"
