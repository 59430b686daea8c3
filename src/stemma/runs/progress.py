"""What a run tells while it goes on: how much is done, of how much, and what failed."""

from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How far one part of a run is.

    Attributes:
        stage: its name: Read, Group, Investigate.
        done: items done in this run.
        known: items that needed nothing, since they were done before.
        total: items in all, where that is known beforehand.
        failed: of those done, how many could not be used.
        finished: True once nothing is left to do.
    """

    stage: str
    done: int = 0
    known: int = 0
    total: int | None = None
    failed: int = 0
    finished: bool = False


Tell = Callable[[Count], None]


@dataclass(slots=True)
class Tally:
    """Counts one part of a run, and tells each change.

    Attributes:
        count: so far.
        tell: hears of it.
    """

    count: Count
    tell: Tell

    def __post_init__(self) -> None:
        """Tell that it begins."""
        self.tell(self.count)

    def add(self, done: int) -> None:
        """So many more are done."""
        self._change(done=self.count.done + done)

    def pass_over(self, known: int) -> None:
        """So many more were done before."""
        if known:
            self._change(known=self.count.known + known)

    def fail(self, number: int = 1) -> None:
        """So many more are done, and could not be used."""
        self._change(done=self.count.done + number, failed=self.count.failed + number)

    def finish(self) -> None:
        """Nothing is left to do."""
        self._change(finished=True)

    def _change(self, **changed: int | bool) -> None:
        self.count = replace(self.count, **changed)  # type: ignore[arg-type]
        self.tell(self.count)
