import gzip
import zlib

import pytest

from stemma.acquire.crawls.response import decode_body, looks_like_html, read_head

BODY = b"Two bridges were closed on Monday. " * 20
PACKED = gzip.compress(BODY)


def test_head_and_charset():
    head = read_head(b'HTTP/1.1 404 Gone\r\nContent-Type: Text/HTML; charset="windows-1251"\r\nX: y\r\n\r\nbody')
    assert (head.status, head.kind, head.charset, head.size) == (404, "text/html", "windows-1251", 76)
    assert read_head(b"HTTP/1.1\n\nbody").status == 200
    assert read_head(b"<html>") is None
    assert read_head(b"HTTP/1.1 200 OK").charset is None


@pytest.mark.parametrize(
    ("packed", "headers"),
    [
        (gzip.compress(BODY), {"content-encoding": "gzip"}),
        (zlib.compress(BODY), {"content-encoding": "deflate"}),
        (zlib.compress(BODY)[2:-4], {"content-encoding": "deflate"}),
        (BODY, {"content-encoding": "gzip"}),  # unpacked by whoever kept it
        (BODY, {"content-encoding": "br"}),
        (BODY, {"transfer-encoding": "chunked"}),
        (b"%x;a=b\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY), {"transfer-encoding": "Chunked"}),
        (b"10\r\n%s\r\n%x\r\n%s" % (BODY[:16], len(BODY) - 16, BODY[16:]), {"transfer-encoding": "chunked"}),
        (
            b"%x\r\n%s\r\n0\r\n" % (len(z := gzip.compress(BODY)), z),
            {"transfer-encoding": "chunked", "content-encoding": "gzip"},
        ),
    ],
)
def test_bodies_are_unpacked_where_they_are_packed(packed, headers):
    assert decode_body(packed, headers, 10_000) == BODY


def test_brotli():
    packed = bytes.fromhex("0b028068656c6c6f03")  # "hello"
    assert decode_body(packed, {"content-encoding": "br"}, 100) == b"hello"


def test_a_bomb_in_a_body_stops_at_the_limit():
    assert len(decode_body(gzip.compress(b"x" * 10_000_000), {"content-encoding": "gzip"}, 1000)) == 1001


def test_html_is_known_by_its_beginning():
    assert looks_like_html(b"\xef\xbb\xbf \n<!DOCTYPE HTML><p>")
    assert looks_like_html(b"<!-- saved --><html>")
    assert not looks_like_html(b"Two <html> tags")
