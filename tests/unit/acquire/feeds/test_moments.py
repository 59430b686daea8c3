from datetime import UTC, date, datetime

import pytest

from stemma.acquire.feeds.moments import DAY_FIRST, MONTH_FIRST, find_moment, find_order


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2026-05-04", "2026-05-04"),
        ("2026-05-04 10:15", "2026-05-04T10:15:00"),
        ("2026-05-04T10:15:00.123+07:00", "2026-05-04T10:15:00+07:00"),
        ("2026-05-04T10:15:00Z", "2026-05-04T10:15:00Z"),
        ("2026-05-04 something", "2026-05-04"),
        ("2026", "2026"),
        ("2026-05", "2026-05"),
        ("20260504", "2026-05-04"),
        ("20260504101500", "2026-05-04T10:15:00Z"),
        (1777889700, "2026-05-04T10:15:00Z"),
        ("1777889700123", "2026-05-04T10:15:00Z"),
        ("Mon, 04 May 2026 10:15:00 +0700", "2026-05-04T10:15:00+07:00"),
        ("Mon, 04 May 2026 10:15:00 GMT", "2026-05-04T10:15:00Z"),
        ("4.5.2026", "2026-05-04"),
        ("25/05/2026", "2026-05-25"),
        ("05/25/2026 10:15", "2026-05-25"),
        ("2026/5/4", "2026-05-04"),
        (date(2026, 5, 4), "2026-05-04"),
        (datetime(2026, 5, 4, tzinfo=UTC), "2026-05-04T00:00:00+00:00"),
        ("03/04/2026", None),
        ("31/31/2026", None),
        ("2026-13-40", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (True, None),
        (7, None),
        ([1], None),
        ("9" * 14, None),
    ],
)
def test_moments(value, moment):
    assert find_moment(value) == moment


def test_the_order_of_a_column_is_told_by_its_clear_days():
    assert find_order(["03/04/2026", "25/04/2026"]) == DAY_FIRST
    assert find_order(["03/04/2026", "04/25/2026"]) == MONTH_FIRST
    assert find_order(["03/04/2026", None]) is None
    assert find_moment("03/04/2026", DAY_FIRST) == "2026-04-03"
    assert find_moment("03/04/2026", MONTH_FIRST) == "2026-03-04"
