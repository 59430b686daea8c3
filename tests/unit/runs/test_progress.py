"""What a run tells while it goes on."""

from stemma.runs.progress import Count, Tally


def test_every_change_is_told() -> None:
    told: list[Count] = []
    tally = Tally(Count(stage="Read", total=5), told.append)
    tally.add(2)
    tally.pass_over(0)
    tally.pass_over(1)
    tally.fail()
    tally.fail(1)
    tally.finish()
    assert [(count.done, count.known, count.failed, count.finished) for count in told] == [
        (0, 0, 0, False),
        (2, 0, 0, False),
        (2, 1, 0, False),
        (3, 1, 1, False),
        (4, 1, 2, False),
        (4, 1, 2, True),
    ]
    assert {(count.stage, count.total) for count in told} == {("Read", 5)}
