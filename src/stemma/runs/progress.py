"""What a run tells while it goes on: how much is done, of how much, and what failed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from stemma.model import Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How far one part of a run is.

    Attributes:
        stage: its name: Read, Group, Investigate.
        done: items done in this run.
        known: items that needed nothing, since they were done before.
        total: items in all, where that is known beforehand.
        failed: what could not be used, documents and parts of them, so far.
        failures: those of them that are told here for the first time.
        finished: True once nothing is left to do.
    """

    stage: str
    done: int = 0
    known: int = 0
    total: int | None = None
    failed: int = 0
    failures: tuple[Skipped, ...] = ()
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

    def fail(self, failures: Iterable[Skipped], done: int = 0) -> None:
        """These could not be used; so many more are done with that."""
        told = tuple(failures)
        if told or done:
            self._change(done=self.count.done + done, failed=self.count.failed + len(told), failures=told)

    def finish(self) -> None:
        """Nothing is left to do."""
        self._change(finished=True)

    def _change(self, **changed: int | bool | tuple[Skipped, ...]) -> None:
        self.count = replace(self.count, **{"failures": (), **changed})  # type: ignore[arg-type]
        self.tell(self.count)
