"""What one answer may be: limits in bytes and time, and trouble in plain words."""

import gzip
import re
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.errors import StemmaError
from stemma.fetch import fetch
from stemma.fetch.network import AnswerError, Network, cut_block, decode

HEAD = b"HTTP/1.1 200 OK\r\n"


def find_reason(web: Any, folder: Any, **settings: Any) -> str:
    [result] = fetch([web.url("/page")], folder, polite=web.make_polite(retries=0, **settings)).results
    return str(result.reason)


def test_a_big_answer_is_cut_short_while_it_comes(web: Any, folder: Any) -> None:
    sent = []

    def drip() -> Iterator[bytes]:
        yield HEAD + b"\r\n"
        for _ in range(1000):
            sent.append(1)
            yield b"x" * 100_000

    web.pages["/page"] = lambda _asked: drip()
    assert find_reason(web, folder, size=1_000_000) == "bigger than 1,000,000 bytes; the limit is the setting `size`"
    assert len(sent) < 200


def test_headers_without_end_are_cut_short(web: Any, folder: Any) -> None:
    def drip() -> Iterator[bytes]:
        yield HEAD
        for number in range(100_000):
            yield b"X-%d: y\r\n" % number * 100

    web.pages["/page"] = lambda _asked: drip()
    assert "broken" in find_reason(web, folder)


def test_interim_answers_without_end_are_cut_short(web: Any, folder: Any) -> None:
    def drip() -> Iterator[bytes]:
        while True:
            yield b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" * 1000

    web.pages["/page"] = lambda _asked: drip()
    assert find_reason(web, folder, size=100_000).startswith("bigger than")


def test_a_steady_drip_has_a_time_limit_as_a_whole(web: Any, folder: Any) -> None:
    def drip() -> Iterator[bytes]:
        yield HEAD + b"\r\n"
        while True:
            time.sleep(0.05)
            yield b"x"

    web.pages["/page"] = lambda _asked: drip()
    start = time.monotonic()
    assert find_reason(web, folder, time=0.4) in ("too slow: the time for one answer is over", "no answer in time")
    assert time.monotonic() - start < 2


def test_silence_has_a_time_limit_of_its_own(web: Any, folder: Any) -> None:
    def keep_silent() -> Iterator[bytes]:
        time.sleep(1)
        yield b""

    web.pages["/page"] = lambda _asked: keep_silent()
    assert find_reason(web, folder, silence=0.2) == "no answer in time"


def test_a_gzip_bomb_is_not_unpacked(web: Any, folder: Any) -> None:
    bomb = gzip.compress(bytes(25_000_000), 1)
    web.put("/page", bomb, content_encoding="gzip")
    assert find_reason(web, folder) == "unpacks to more than 20,000,000 bytes; the limit is the setting `size`"


def test_a_bomb_inside_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(AnswerError, match="unpacks to more"):
        decode(gzip.compress(gzip.compress(bytes(5_000_000), 1)), "gzip, gzip", 1_000_000)


def test_a_million_tiny_members_do_not_take_a_minute() -> None:
    assert decode(gzip.compress(b"a") * 100_000, "gzip", 1_000_000) == b"a" * 100


def test_a_packed_page_is_kept_as_served(web: Any, folder: Any) -> None:
    web.put("/page", gzip.compress(b"Ferry closed."), content_encoding="gzip")
    assert find_reason(web, folder) == ""
    assert web.asked[-1].headers["accept-encoding"] == "gzip"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"", "Server disconnected without sending a response"),
        (b"SSH-2.0-OpenSSH\r\n", "broken"),
        (HEAD + b"Content-Length: 100\r\n\r\nshort", "without sending complete message body"),
        (HEAD + b"Content-Length: ten\r\n\r\n", "broken"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", "broken"),
        (HEAD + b"Content-Encoding: br\r\nContent-Length: 2\r\n\r\nxx", "compressed as 'br', which was not asked for"),
        (HEAD + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\nxx", "its compression is broken"),
    ],
)
def test_broken_answers_are_told(web: Any, folder: Any, answer: bytes, reason: str) -> None:
    web.pages["/page"] = lambda _asked: iter([answer])
    assert reason in find_reason(web, folder)


def test_nobody_there_is_told(web: Any, folder: Any) -> None:
    polite = web.make_polite(retries=0)
    object.__setattr__(polite.guard, "allowed", frozenset({"lantern.example:1"}))
    [result] = fetch(["http://lantern.example:1/"], folder, polite=polite).results
    assert "no connection" in result.reason


def test_more_than_was_announced_is_not_taken(web: Any, folder: Any) -> None:
    answer = HEAD + b"Content-Length: 5\r\n\r\nFerryHTTP/1.1 200 OK\r\n\r\nforged"
    web.pages["/page"] = answer
    web.put("/more", "Bridge closed.")
    outcomes = [
        r.outcome for r in fetch([web.url("/page"), web.url("/more")], folder, polite=web.make_polite()).results
    ]
    assert outcomes == ["fetched", "fetched"]
    assert web.count("/more") == 1


def test_cookies_are_not_kept(web: Any, folder: Any) -> None:
    web.put("/page", "Ferry closed.", set_cookie="id=1")
    web.put("/more", "Bridge closed.")
    fetch([web.url("/page"), web.url("/more")], folder, polite=web.make_polite())
    assert all("cookie" not in asked.headers for asked in web.asked)


def test_proxies_of_the_environment_are_not_asked(web: Any, folder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    web.put("/page", "Ferry closed.")
    assert find_reason(web, folder) == ""


def test_without_the_check_nothing_is_asked(web: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import httpx

    class Other:
        def __init__(self, **_options: Any) -> None:
            self._pool = object()

    monkeypatch.setattr(httpx, "HTTPTransport", Other)
    polite = web.polite
    with pytest.raises(StemmaError, match="does not let connections be checked"):
        Network(polite, None)  # type: ignore[arg-type]


def test_interim_answers_are_no_part_of_the_record() -> None:
    import httpx

    block = HEAD + b"Content-Length: 2\r\n\r\nhi"
    told = httpx.Headers({"content-length": "2"})
    assert (
        cut_block(b"HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + block + b"rest", told, 2) == block
    )


@given(st.binary(), st.sampled_from(["gzip", "deflate", "", "identity", "gzip, gzip", "x"]))
def test_any_bytes_unpack_within_the_limit_or_are_refused(body: bytes, encoding: str) -> None:
    for content in (body, gzip.compress(body), zlib.compress(body)):
        with suppress(AnswerError):
            assert len(decode(content, encoding, 50)) <= max(50, len(content))


def test_a_certificate_of_the_name_is_accepted(web: Any, folder: Any, serve_tls: Any) -> None:
    secure = serve_tls("good")
    web.put("/page", "<p>The ferry left late.</p>")
    [result] = fetch([f"{secure}/page"], folder, polite=web.make_polite(retries=0)).results
    assert (result.outcome, result.reason) == ("fetched", "")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("expired", "certificate has expired"), ("other", "not valid for 'lantern.example'"), ("own", "self.signed")],
)
def test_a_certificate_that_proves_nothing_is_refused_at_once(
    web: Any, folder: Any, serve_tls: Any, name: str, reason: str
) -> None:
    secure = serve_tls(name)
    [result] = fetch([f"{secure}/page"], folder, polite=web.make_polite(retries=3)).results
    assert result.outcome == "failed"
    assert result.reason.startswith("no trust in its certificate (")
    assert re.search(reason, result.reason)
    assert "_ssl" not in result.reason
    assert (web.connections, web.asked) == (1, [])


def test_redirects_between_http_and_https_are_followed(web: Any, folder: Any, serve_tls: Any) -> None:
    secure = serve_tls("good")
    web.put("/page", "<p>The ferry left late.</p>")
    web.put("/down", "", "302 Found", location=web.url("/page"))
    web.put("/up", "", "302 Found", location=f"{secure}/page")
    results = fetch([f"{secure}/down", web.url("/up")], folder, polite=web.make_polite(retries=0)).results
    assert [result.outcome for result in results] == ["fetched", "fetched"]
    warc = b"".join(gzip.decompress(path.read_bytes()) for path in folder.rglob("*.warc.gz"))
    for address in (web.url("/page"), f"{secure}/page", f"{secure}/down"):
        assert b"WARC-Target-URI: " + address.encode() in warc
