"""A whole run against the server that plays the web."""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fastwarc.warc import ArchiveIterator

from stemma.errors import InputError, StemmaError, UsageError
from stemma.fetch import fetch
from stemma.settings import FetchSettings


def read_records(path: Path) -> list[dict[str, Any]]:
    records = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, parse_http=False):
            assert record.headers["WARC-Type"] == "warcinfo" or record.verify_block_digest()
            records.append({**dict(record.headers), "block": record.reader.read()})
    return records


def list_pages(folder: Path) -> list[str]:
    return [
        record["WARC-Target-URI"].partition("example")[2].partition("/")[2]
        for path in sorted(folder.glob("*.warc.gz"))
        for record in read_records(path)
        if record["WARC-Type"] == "response"
    ]


def count(harvest: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for result in harvest.results:
        found[result.outcome] = found.get(result.outcome, 0) + 1
    return found


def test_a_feed_brings_its_articles_then_nothing_then_the_one_that_changed(
    web: Any, articles: Callable[[], str], folder: Path
) -> None:
    feed = articles()
    polite = web.make_polite()
    first = fetch([feed], folder, polite=polite)
    assert count(first) == {"fetched": 6}
    assert [result.is_list for result in first.results] == [True] + [False] * 5
    assert list_pages(folder) == ["1-ferry", "2-bridge", "3-harvest", "4-tower", "5-lighthouse"]
    assert count(fetch([feed], folder, polite=polite)) == {"unchanged": 6}
    web.put("/3-harvest", "<html><body><p>Harvest of Orvane was not closed, the mayor said.</p></body></html>")
    last = fetch([feed], folder, polite=polite)
    assert count(last) == {"unchanged": 5, "changed": 1}
    assert len(list(folder.glob("*.warc.gz"))) == 2
    assert list_pages(folder)[-1] == "3-harvest"
    assert web.count("/robots.txt") == 1


def test_a_page_is_kept_byte_for_byte(web: Any, folder: Path) -> None:
    web.put("/page", b"\xff\xfe raw", x_odd="caf\xe9")
    fetch([web.url("/page")], folder, polite=web.make_polite(contact="https://desk.example/about"))
    info, response, request = read_records(next(folder.glob("*.warc.gz")))
    assert info["WARC-Type"] == "warcinfo"
    assert b"software: stemma/" in info["block"]
    assert response["block"] == web.pages["/page"]
    assert response["WARC-IP-Address"] == "127.0.0.1"
    assert response["WARC-Payload-Digest"].startswith("sha256:")
    assert request["block"] == web.asked[-1].raw
    assert request["WARC-Concurrent-To"] == response["WARC-Record-ID"]
    assert b"; https://desk.example/about)" in request["block"]


def test_digests_hold_for_packed_and_chunked_pages(web: Any, folder: Path) -> None:
    chunked = b"Transfer-Encoding: chunked\r\n\r\n5\r\nFerry\r\n8\r\n closed.\r\n0\r\n\r\n"
    web.pages["/chunked"] = b"HTTP/1.1 200 OK\r\n" + chunked
    web.put("/packed", gzip.compress(b"Ferry closed again."), content_encoding="gzip")
    fetch([web.url("/chunked"), web.url("/packed")], folder, polite=web.make_polite())
    with next(folder.glob("*.warc.gz")).open("rb") as file:
        held = [r.verify_payload_digest() for r in ArchiveIterator(file) if r.headers["WARC-Type"] == "response"]
    assert held == [True, True]


def test_what_is_no_page_is_kept_aside(web: Any, articles: Callable[[], str], folder: Path) -> None:
    web.put("/old", "", "301 Moved", location="/1-ferry")
    feed = articles()
    fetch([feed, web.url("/old"), web.url("/none")], folder, polite=web.make_polite())
    asides = [r for r in read_records(next((folder / ".fetch").glob("*.warc.gz"))) if r["WARC-Type"] == "response"]
    assert [r["WARC-Target-URI"].rpartition("/")[2] for r in asides] == ["robots.txt", "feed", "old", "none"]


def test_a_page_that_the_server_calls_unchanged_is_not_sent_again(web: Any, folder: Path) -> None:
    def answer(asked: Any) -> bytes:
        if asked.headers.get("if-none-match") == '"v1"' and "if-modified-since" in asked.headers:
            return b'HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\n\r\n'
        body = b"Ferry closed."
        head = b'HTTP/1.1 200 OK\r\nETag: "v1"\r\nLast-Modified: Sun, 22 Nov 2026 09:00:00 GMT\r\n'
        return head + b"Content-Length: %d\r\n\r\n" % len(body) + body

    web.pages["/page"] = answer
    for outcome in ("fetched", "unchanged", "unchanged"):
        assert count(fetch([web.url("/page")], folder, polite=web.make_polite())) == {outcome: 1}
    last = read_records(sorted((folder / ".fetch").glob("*.warc.gz"))[-1])
    [revisit] = [record for record in last if record["WARC-Type"] == "revisit"]
    assert revisit["WARC-Profile"].endswith("server-not-modified")
    assert revisit["WARC-Refers-To-Target-URI"] == web.url("/page")
    assert revisit["block"].startswith(b"HTTP/1.1 304")


def test_a_page_that_moved_is_the_same_page(web: Any, folder: Path) -> None:
    web.put("/page", "Ferry closed.", etag='"v1"')
    fetch([web.url("/page")], folder, polite=web.make_polite())
    web.put("/page", "", "301 Moved", location="/new")
    web.put("/new", "Ferry closed.", etag='"v2"')
    for _ in range(2):
        assert count(fetch([web.url("/page")], folder, polite=web.make_polite())) == {"unchanged": 1}
    assert [asked.headers.get("if-none-match") for asked in web.asked if asked.path == "/new"] == [None, '"v2"']
    web.put("/new", "", "304 Not Modified")
    web.put("/page", "", "301 Moved", location="/newer")
    web.put("/newer", "", "304 Not Modified")
    assert count(fetch([web.url("/page")], folder, polite=web.make_polite())) == {"failed": 1}


def test_a_stopped_run_goes_on_and_asks_for_nothing_twice(web: Any, articles: Callable[[], str], folder: Path) -> None:
    feed = articles()

    def stop(result: Any) -> None:
        if result.address.endswith("3-harvest"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch([feed], folder, tell=stop, polite=web.make_polite())
    [path] = folder.glob("*.warc.gz")
    whole = path.read_bytes()
    path.write_bytes(whole + b"\x1f\x8b torn")  # as a power cut leaves it
    with (folder / ".fetch" / "state.jsonl").open("a") as state:
        state.write('{"address": "http')
    harvest = fetch([feed], folder, polite=web.make_polite())
    assert count(harvest) == {"kept": 4, "fetched": 2}
    assert [web.count(path) for path in ("/feed", "/1-ferry", "/3-harvest", "/5-lighthouse")] == [1, 1, 1, 1]
    [path] = folder.glob("*.warc.gz")
    assert path.read_bytes().startswith(whole)
    assert len(list_pages(folder)) == 5


def test_a_page_with_a_feed_says_so_and_the_feed_is_not_fetched(web: Any, folder: Path) -> None:
    web.put("/", '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><p>Ferry closed.')
    [result] = fetch([web.url("/")], folder, polite=web.make_polite()).results
    assert result.feed == web.url("/feed")
    assert web.count("/feed") == 0


def test_outlines_name_feeds_and_files_name_addresses(
    web: Any, articles: Callable[[], str], folder: Path, tmp_path: Path
) -> None:
    outline = tmp_path / "list.opml"
    outline.write_text(f'<opml version="2.0"><body><outline text="x" xmlUrl="{articles()}"/></body></opml>')
    assert count(fetch([str(outline)], folder, polite=web.make_polite())) == {"fetched": 6}
    plain = tmp_path / "list.txt"
    plain.write_text(f"# ours\n{web.url('/1-ferry')}\nftp://lantern.example/x\n")
    harvest = fetch([str(plain)], folder, polite=web.make_polite())
    assert [result.outcome for result in harvest.results] == ["unchanged", "failed"]
    assert harvest.results[1].reason == "ftp: only http and https are fetched"


def test_what_is_no_address_is_wrong_usage(folder: Path, tmp_path: Path) -> None:
    for given in ("file:///etc/passwd", "no-such-file", "gopher://lantern.example"):
        with pytest.raises(UsageError, match="neither an http or https address"):
            fetch([given], folder)
    empty = tmp_path / "notes.txt"
    empty.write_text("nothing here")
    with pytest.raises(InputError, match="no addresses in it"):
        fetch([str(empty)], folder)
    with pytest.raises(UsageError, match="--offline"):
        fetch(["https://lantern.example/"], folder, FetchSettings(offline=True))


def test_two_runs_do_not_share_a_folder(web: Any, folder: Path) -> None:
    def inner(_result: Any) -> None:
        with pytest.raises(StemmaError, match="another run is at work there"):
            fetch([web.url("/page")], folder, polite=web.make_polite())

    web.put("/page", "Ferry closed.")
    assert count(fetch([web.url("/page")], folder, tell=inner, polite=web.make_polite())) == {"fetched": 1}


def test_a_big_run_begins_another_file(web: Any, articles: Callable[[], str], folder: Path) -> None:
    fetch([articles()], folder, polite=web.make_polite(warc_size=2500))
    assert len(list(folder.glob("*.warc.gz"))) > 1
    assert len(list_pages(folder)) == 5


def test_hosts_take_turns_and_each_has_its_pause(web: Any, folder: Path, fake_clock: SimpleNamespace) -> None:
    pages = [("lantern.example", "/a"), ("lantern.example", "/b"), ("kabar.example", "/c"), ("kabar.example", "/d")]
    for _, path in pages:
        web.put(path, f"Ferry {path} closed.")
    polite = web.make_polite(fake_clock.clock, delay=2.0)
    fetch([web.url(path, host) for host, path in pages], folder, polite=polite)
    assert [asked.path for asked in web.asked if asked.path != "/robots.txt"] == ["/a", "/c", "/b", "/d"]
    assert fake_clock.slept == [2.0, 2.0]


def give(*answers: bytes) -> Callable[[Any], bytes]:
    waiting: Iterator[bytes] = iter(answers)
    return lambda _asked: next(waiting)


LATER = b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n"
BROKEN = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"
GOOD = b"HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\nFerry closed."


def test_a_server_that_wants_a_pause_gets_it(web: Any, folder: Path, fake_clock: SimpleNamespace) -> None:
    web.pages["/page"] = give(LATER, BROKEN, GOOD)
    polite = web.make_polite(fake_clock.clock, delay=1.0)
    assert count(fetch([web.url("/page")], folder, polite=polite)) == {"fetched": 1}
    assert fake_clock.slept == [1.0, 7.0, 2.0]


def test_a_server_that_wants_a_long_pause_is_left_alone(web: Any, folder: Path, fake_clock: SimpleNamespace) -> None:
    web.put("/page", "", "429 Too Many Requests", retry_after="Sun, 22 Nov 2026 10:00:00 GMT")
    web.put("/other", "Ferry closed.")
    harvest = fetch([web.url("/page"), web.url("/other")], folder, polite=web.make_polite(fake_clock.clock))
    assert [result.reason for result in harvest.results] == [
        "asked too often (429); it wants us to wait 3,600 s: run again later",
        f"lantern.example:{web.port} was given up in this run; run again later",
    ]
    assert web.count("/other") == 0


def test_a_server_that_stays_broken_is_given_up(web: Any, folder: Path, fake_clock: SimpleNamespace) -> None:
    for number in range(5):
        web.put(f"/{number}", "", "500 Oops")
    harvest = fetch([web.url(f"/{n}") for n in range(5)], folder, polite=web.make_polite(fake_clock.clock, retries=1))
    assert [result.reason for result in harvest.results] == [
        *["the server is out of order (500); asked 2 times"] * 3,
        *[f"lantern.example:{web.port} was given up in this run; run again later"] * 2,
    ]
    assert len(web.asked) == 1 + 6


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("404 Not Found", "not found (404)"),
        ("410 Gone", "gone (410)"),
        ("403 Forbidden", "the server forbids it (403)"),
        ("451 Unavailable", "withheld for legal reasons (451)"),
        ("418 Teapot", "the server says 418"),
        ("304 Not Modified", "the server says 304"),
        ("302 Found", "a redirect (302) that does not say where to"),
        ("200 OK", "an empty answer"),
    ],
)
def test_what_brings_no_page_is_told_with_its_reason(web: Any, folder: Path, status: str, reason: str) -> None:
    web.put("/page", "", status)
    harvest = fetch([web.url("/page")], folder, polite=web.make_polite())
    assert [(result.outcome, result.reason) for result in harvest.results] == [("failed", reason)]
    assert not harvest.brought
    assert not list(folder.glob("*.warc.gz"))


def test_a_page_that_is_gone_stays_in_the_folder_and_is_asked_for_again(web: Any, folder: Path) -> None:
    web.put("/page", "Ferry closed.")
    fetch([web.url("/page")], folder, polite=web.make_polite())
    web.put("/page", "", "410 Gone")
    assert count(fetch([web.url("/page")], folder, polite=web.make_polite())) == {"failed": 1}
    web.put("/page", "Ferry closed.")
    assert count(fetch([web.url("/page")], folder, polite=web.make_polite())) == {"unchanged": 1}
    assert list_pages(folder) == ["page"]


def test_a_page_is_rechecked_the_less_often_the_longer_it_has_not_changed(
    web: Any, folder: Path, fake_clock: SimpleNamespace
) -> None:
    web.put("/page", "Ferry closed.")
    polite = web.make_polite(fake_clock.clock, recheck=0.5)
    outcomes = []
    for _ in range(8):
        outcomes += [result.outcome for result in fetch([web.url("/page")], folder, polite=polite).results]
        fake_clock.sleep(60)
    assert outcomes == ["fetched", *["unchanged"] * 3, "kept", "unchanged", "kept", "kept"]


def test_a_run_asks_for_no_more_than_it_may(web: Any, articles: Callable[[], str], folder: Path) -> None:
    harvest = fetch([articles()], folder, polite=web.make_polite(most=3))
    assert (len(harvest.results), harvest.left) == (3, 3)
