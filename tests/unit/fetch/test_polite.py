"""robots.txt, redirects, and the waits that servers ask for."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from stemma.fetch import fetch
from stemma.fetch.network import Answer
from stemma.fetch.polite import find_wait


def reasons(web: Any, folder: Any, *paths: str, **settings: Any) -> list[str]:
    polite = web.make_polite(**{"retries": 0, **settings})
    return [result.reason for result in fetch(map(web.url, paths), folder, polite=polite).results]


def test_robots_txt_is_obeyed_also_behind_a_redirect(web: Any, folder: Any) -> None:
    web.put("/robots.txt", "User-agent: *\nDisallow: /private\nAllow: /private/open\n\nUser-agent: other\nDisallow: /")
    web.put("/private/open", "Ferry closed.")
    web.put("/old", "", "301 Moved", location="/private/a")
    assert reasons(web, folder, "/private/a", "/private/open", "/old") == [
        "its robots.txt forbids it", "", "its robots.txt forbids it"
    ]  # fmt: skip
    assert [asked.path for asked in web.asked] == ["/robots.txt", "/private/open", "/old"]


def test_our_own_name_in_robots_txt_wins(web: Any, folder: Any) -> None:
    web.put("/robots.txt", "User-agent: *\nAllow: /\n\nUser-agent: Stemma\nDisallow: /")
    assert reasons(web, folder, "/page") == ["its robots.txt forbids it"]


@pytest.mark.parametrize("status", ["404 Not Found", "401 Unauthorized", "403 Forbidden", "410 Gone"])
def test_a_host_without_robots_txt_does_not_mind(web: Any, folder: Any, status: str) -> None:
    web.put("/robots.txt", "Disallow: /", status)
    web.put("/page", "Ferry closed.")
    assert reasons(web, folder, "/page") == [""]


@pytest.mark.parametrize("status", ["500 Oops", "503 Later", "429 Too Many"])
def test_a_host_that_cannot_say_is_left_alone(web: Any, folder: Any, status: str) -> None:
    web.put("/robots.txt", "", status)
    web.put("/page", "Ferry closed.")
    code = status.partition(" ")[0]
    assert reasons(web, folder, "/page") == [f"its robots.txt cannot be read now ({code}): run again later"]
    assert web.count("/page") == 0


def test_robots_txt_may_have_moved_and_may_lie_in_a_loop(web: Any, folder: Any) -> None:
    web.put("/robots.txt", "", "301 Moved", location="/rules")
    web.put("/rules", "User-agent: *\nDisallow: /private")
    assert reasons(web, folder, "/private") == ["its robots.txt forbids it"]
    web.put("/rules", "", "302 Found", location="/robots.txt")
    web.put("/page", "Ferry closed.")
    assert reasons(web, folder, "/page") == [""]


def test_robots_txt_that_leads_inside_is_not_followed(web: Any, folder: Any) -> None:
    web.put("/robots.txt", "", "302 Found", location="http://10.0.0.1/robots.txt")
    object.__setattr__(web.make_polite().guard, "resolve", None)
    [reason] = reasons(web, folder, "/page")
    assert reason.startswith("its robots.txt has moved: 10.0.0.1 leads to")


def test_robots_txt_is_read_again_after_a_day(web: Any, folder: Any, fake_clock: SimpleNamespace) -> None:
    web.put("/page", "Ferry closed.")
    polite = web.make_polite(fake_clock.clock)
    for hours in (0, 23, 2):
        fake_clock.sleep(hours * 3600)
        fetch([web.url("/page")], folder, polite=polite)
    assert web.count("/robots.txt") == 2


def test_a_pause_that_robots_txt_asks_for_is_kept(web: Any, folder: Any, fake_clock: SimpleNamespace) -> None:
    web.put("/robots.txt", "User-agent: *\nCrawl-delay: 9")
    paths = [f"/{number}" for number in range(3)]
    for path in paths:
        web.put(path, f"Ferry {path} closed.")
    fetch(map(web.url, paths), folder, polite=web.make_polite(fake_clock.clock, delay=1.0))
    assert sum(fake_clock.slept) == pytest.approx(27, abs=1.1)


def test_a_pause_too_long_to_wait_for_leaves_the_rest_for_later(
    web: Any, folder: Any, fake_clock: SimpleNamespace
) -> None:
    web.put("/robots.txt", "User-agent: *\nCrawl-delay: 600")
    for path in ("/a", "/b"):
        web.put(path, f"Ferry {path} closed.")
    polite = web.make_polite(fake_clock.clock)
    told = [result.reason for result in fetch([web.url("/a"), web.url("/b")], folder, polite=polite).results]
    assert told == ["", "its robots.txt wants 600 s between requests: run again later for the next one"]


def test_redirects_are_followed_so_far_and_no_further(web: Any, folder: Any) -> None:
    for number in range(12):
        web.put(f"/{number}", "", "302 Found", location=str(number + 1))
    web.put("/10", "Ferry closed.")
    assert reasons(web, folder, "/0") == [""]
    web.put("/10", "", "302 Found", location="/0")
    assert reasons(web, folder, "/1") == ["more than 10 redirects"]


def make_answer(**headers: str) -> Answer:
    moment = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    return Answer(url="", status=503, headers={name.replace("_", "-"): value for name, value in headers.items()},
                  body=b"", sent=b"", received=b"", machine="", moment=moment)  # fmt: skip


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("7", 7), ("", 2), ("soon", 2), ("-5", 2), ("Sun, 22 Nov 2026 09:01:30 GMT", 90),
     ("Sun, 22 Nov 2020 09:00:00 GMT", 0),
     ("9" * 400, 999_999_999), ("٣", 2), ("Sun, 22 Nov 2026 09:01:30", 2)],
)  # fmt: skip
def test_a_wait_is_a_number_or_a_date(value: str, seconds: float) -> None:
    assert find_wait(make_answer(retry_after=value), 2) == seconds
