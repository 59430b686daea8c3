import pytest

from stemma.cluster.dates import Day, count_days_between, find_day


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
