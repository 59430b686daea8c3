import pytest

from stemma.acquire.sniff import sniff_suffix


def test_every_seed_is_known_by_its_first_bytes(seeds):
    same = {
        ".wacz": ".zip",
        ".atom": ".xml",
        ".rdf": ".xml",
        ".opml": ".xml",
        ".csv": ".txt",  # a table of commas is also a text
        ".tsv": ".txt",
    }
    for name, content in seeds.make_seeds().items():
        suffix = name[name.index(".") :]
        assert sniff_suffix(content) == same.get(suffix, suffix), name


@pytest.mark.parametrize(
    "content", [b"", b"Two bridges were closed.", b"\x1f\x8bbroken", b"<?xml version='1.0'?><note/>", b"[1] A footnote"]
)
def test_the_rest_is_text(content):
    assert sniff_suffix(content) == ".txt"
