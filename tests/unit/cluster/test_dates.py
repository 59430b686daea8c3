from datetime import date

import pytest

from stemma.cluster.dates import Day, count_days_between, find_day, find_stated_days, list_days
from stemma.model import Article


def test_reads_whole_days_only() -> None:
    assert find_day("2024-05-03") == find_day("2024-05-03T10:00:00Z")
    assert find_day("2024-05") is None
    assert find_day(None) is None
    assert find_day("yesterday!") is None


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (Day(2024, 5, 3), Day(2024, 5, 10), 7),
        (Day(2023, 5, 3), Day(2024, 5, 3), 366),
        (Day(None, 5, 3), Day(2024, 5, 10), 7),
        (Day(None, 12, 31), Day(None, 1, 1), 1),
        (Day(None, 2, 29), Day(2023, 3, 1), 1),
    ],
)
def test_counts_days(one: Day, other: Day, days: int) -> None:
    assert count_days_between([one], [other]) == days
    assert count_days_between([other], [one]) == days


def test_takes_the_nearest_and_knows_nothing_without_days() -> None:
    assert count_days_between([Day(2024, 1, 1), Day(2024, 3, 1)], [Day(2024, 3, 4)]) == 3
    assert count_days_between([], [Day(2024, 3, 4)]) is None


def test_a_day_without_a_year_is_the_last_before_publication() -> None:
    article = Article(
        id="a", uri="a", sha256="", language="en", title=None, published="2031-05-02",
        text="The dam broke on 30 April. Another had broken on 3 December.",
    )  # fmt: skip
    stated = find_stated_days(article)
    assert stated == (Day(2030, 12, 3), Day(2031, 4, 30), Day(2031, 5, 2))
    assert list_days(stated) == tuple(date(*day).toordinal() for day in stated)
    assert list_days([Day(None, 4, 30)]) == ()
