import gzip
import io
import sys

import pytest

from stemma.acquire import acquire
from stemma.acquire.stdin import sniff_suffix
from stemma.model import RawDocument
from stemma.settings import Limits, Settings


@pytest.fixture
def pipe(monkeypatch):
    def read(content, **settings):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        return list(acquire(["-"], Settings(**settings)))

    return read


def test_archives_feeds_and_tables_are_known_by_their_first_bytes(pipe, seeds):
    for name, count in (("crawl.warc.gz", 2), ("pile.zip", 1), ("rss.xml", 2), ("table.jsonl", 2), ("feed.json", 1)):
        found = pipe(seeds.make_seeds()[name])
        assert len([item for item in found if isinstance(item, RawDocument)]) == count, name
        assert all(item.uri.startswith("-/") for item in found)


def test_a_page_and_a_text_are_one_document(pipe, seeds):
    assert [(item.uri, item.suffix) for item in pipe(seeds.make_page())] == [("-", ".html")]
    assert [(item.uri, item.suffix) for item in pipe(b"{Two} bridges")] == [("-", ".txt")]
    (document,) = pipe(b"A text.", meta={"-": {"outlet": "Gazette"}})
    assert (document.suffix, document.meta) == (".txt", {"outlet": "Gazette"})


def test_a_text_above_the_limit_is_skipped(pipe):
    (skipped,) = pipe(b"A text. " * 100, limits=Limits(document=100))
    assert "bigger than 100 bytes" in skipped.reason


def test_every_seed_is_known_by_its_first_bytes(seeds):
    same = {
        ".wacz": ".zip",
        ".atom": ".xml",
        ".rdf": ".xml",
        ".opml": ".xml",
        ".tsv": ".csv",
        ".htm": ".html",
        ".stemma": ".zip",
    }
    for name, content in seeds.make_seeds().items():
        suffix = name[name.index(".") :]
        assert sniff_suffix(content) == same.get(suffix, suffix), name


def test_tables_and_mails_are_known_by_their_first_lines(pipe, seeds):
    for name, count in (("table.csv", 2), ("table.tsv", 2), ("box.mbox", 4), ("page.mhtml", 1), ("packed.html.gz", 1)):
        found = pipe(seeds.make_seeds()[name])
        assert len([item for item in found if isinstance(item, RawDocument)]) == count, name
    assert sniff_suffix(gzip.compress(seeds.make_csv())) == ".csv.gz"
    assert sniff_suffix("titre;texte\nPont fermé;Le pont est fermé.\n".encode("latin-1")) == ".csv"
    assert sniff_suffix(b"From: the coast\nTwo bridges were closed.\n") == ".txt"
    assert sniff_suffix(b"Text, date and place were wrong.\nTwo bridges were closed.\n") == ".txt"


@pytest.mark.parametrize(
    "content", [b"", b"Two bridges were closed.", b"\x1f\x8bbroken", b"<?xml version='1.0'?><note/>", b"[1] A footnote"]
)
def test_the_rest_is_text(content):
    assert sniff_suffix(content) == ".txt"
