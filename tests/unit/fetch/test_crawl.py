"""Whatever a server answers, a run ends with one result for every address."""

import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from stemma.fetch import fetch
from stemma.fetch.polite import make_polite
from stemma.fetch.safety import Guard
from stemma.settings import FetchSettings

QUIET = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
HEAD = b"HTTP/1.1 200 OK\r\n"
CONTENTS = [
    b"Ferry closed.", b"<rss><channel><item><link>http://[</link></item></channel></rss>",
    b'{"version": "https://jsonfeed.org/version/1", "items": [{"url": "\\ud800"}, {"url": "http://\\u0000/"}]}',
    b"<urlset><url><loc>http://lantern.example:99999/</loc></url><url><loc>http://xn--/</loc></url></urlset>",
    b"<opml><outline xmlUrl='mailto:x'/><outline xmlUrl='http://a%00b/'/></opml>",
]  # fmt: skip


class Answers:
    """The network, played: every connection answers each request with the same bytes."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer

    def connect_tcp(self, *_arguments: Any, **_options: Any) -> Any:
        waiting: list[bytes] = []
        return SimpleNamespace(
            read=lambda _size, _timeout: waiting.pop() if waiting else b"",
            write=lambda data, _timeout: waiting.append(self.answer) if data else None,
            close=lambda: None,
            get_extra_info=lambda _info: None,
        )


def run(answer: bytes, clock: Any, folder: Path) -> list[Any]:
    guard = Guard(resolve=lambda _host, _port: ["93.184.215.14"])
    polite = make_polite(FetchSettings(retries=1, most=20), clock, guard)
    polite.network.backend.inner = Answers(answer)
    try:
        return list(fetch(["http://lantern.example/page"], folder, polite=polite).results)
    finally:
        polite.network.close()


@QUIET
@example(b"")
@example(b"HTTP/1.1 302 Found\r\nLocation: http://\xff\xfe[\r\nContent-Length: 0\r\n\r\n")
@example(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n")
@example(b"HTTP/1.1 200 \xff\r\nContent-Length: 2\r\nX\xff: y\r\n\r\nhi")
@given(st.binary(max_size=200) | st.binary(max_size=80).map(lambda tail: HEAD + tail))
def test_any_bytes_are_an_answer_or_a_reason(fake_clock: SimpleNamespace, answer: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        [result] = run(answer, fake_clock.clock, Path(folder))
        assert result.outcome in ("fetched", "robots") or result.reason


@QUIET
@example(200, [("ETag", "\x80")], b"Ferry closed.")
@example(200, [("ETag", ""), ("ETag", "")], CONTENTS[2])
@given(
    st.sampled_from([200, 203, 204, 206, 301, 302, 304, 307, 404, 429, 500]),
    st.lists(
        st.tuples(
            st.sampled_from(["Location", "Retry-After", "ETag", "Last-Modified", "Content-Type", "Content-Encoding"]),
            st.text(st.characters(min_codepoint=33, max_codepoint=255), max_size=20),
        )
    ),
    st.sampled_from(CONTENTS),
)
def test_any_heads_and_lists_are_dealt_with(
    fake_clock: SimpleNamespace, status: int, heads: list[tuple[str, str]], body: bytes
) -> None:
    told = "".join(f"{name}: {value}\r\n" for name, value in heads)
    answer = f"HTTP/1.1 {status} X\r\n{told}Content-Length: {len(body)}\r\n\r\n".encode("latin-1") + body
    with tempfile.TemporaryDirectory() as folder:
        results = run(answer, fake_clock.clock, Path(folder))
        assert results
        for _ in range(2):
            again = run(answer, fake_clock.clock, Path(folder))
            assert {result.address for result in again} == {result.address for result in results}


@pytest.mark.parametrize("body", CONTENTS[1:])
def test_entries_that_are_no_addresses_are_told_one_by_one(
    fake_clock: SimpleNamespace, folder: Path, body: bytes
) -> None:
    answer = HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body
    results = run(answer, fake_clock.clock, folder)
    assert results[0].is_list
    assert all(result.outcome == "failed" and result.reason for result in results[1:])
