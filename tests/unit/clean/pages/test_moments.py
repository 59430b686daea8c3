"""Machine-readable moments → ISO, never more precise than what is written."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.clean.pages.moments import is_same_moment, read_address_day, read_moment


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-05-04", "2026-05-04"),
        ("2026-05-04T00:00:00", "2026-05-04"),
        ("2026-05-04 08:30", "2026-05-04T08:30:00"),
        ("2026-05-04T08:30:15.123Z", "2026-05-04T08:30:15+00:00"),
        ("2026-05-04T08:30+0200", "2026-05-04T08:30:00+02:00"),
        ("20260504T083000", "2026-05-04T08:30:00"),
        ("2026/5/4 8:30", "2026-05-04"),
        ("2026年5月4日", "2026-05-04"),
        ("Mon, 04 May 2026 08:30:00 +0200", "2026-05-04T08:30:00+02:00"),
        ("2026-02-30", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_moments(written: str, moment: str | None) -> None:
    assert read_moment(written) == moment


@given(st.text())
def test_any_text_is_a_moment_or_none(text: str) -> None:
    moment = read_moment(text)
    assert moment is None or datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://a.example/2026/05/04/ferry", "2026-05-04"),
        ("https://a.example/news/2026-05-04-ferry", "2026-05-04"),
        ("https://a.example/20260504/ferry", "2026-05-04"),
        ("https://a.example/2026/99/04/ferry", None),
        ("https://a.example/ferry-20260", None),
    ],
)
def test_days_in_addresses(address: str, day: str | None) -> None:
    assert read_address_day(address) == day


def test_the_same_moment() -> None:
    assert is_same_moment("2026-05-04", "2026-05-04T23:00:00")
    assert is_same_moment("2026-05-04T23:30:00+00:00", "2026-05-05T01:30:00+02:00")
    assert not is_same_moment("2026-05-04", "2026-05-05T01:30:00+02:00")
    assert not is_same_moment("2026-05-04T23:30:00", "2026-05-05T01:30:00+02:00")
