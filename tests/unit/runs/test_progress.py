"""What a run tells while it goes on."""

from stemma.model import Skipped
from stemma.runs.progress import Count, Tally


def test_every_change_is_told() -> None:
    told: list[Count] = []
    tally = Tally(Count(stage="Read", total=5), told.append)
    tally.add(2)
    tally.pass_over(0)
    tally.pass_over(1)
    tally.fail([Skipped(uri="a", reason="empty")], 1)
    tally.fail([])
    tally.fail([Skipped(uri="b", reason="empty")])
    tally.finish()
    assert [(count.done, count.known, count.failed, count.finished) for count in told] == [
        (0, 0, 0, False),
        (2, 0, 0, False),
        (2, 1, 0, False),
        (3, 1, 1, False),
        (3, 1, 2, False),
        (3, 1, 2, True),
    ]
    assert [[item.uri for item in count.failures] for count in told] == [[], [], [], ["a"], ["b"], []]
    assert {(count.stage, count.total) for count in told} == {("Read", 5)}
