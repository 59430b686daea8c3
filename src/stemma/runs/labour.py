"""Having much work done by a crew, and losing none of it.

Work comes in tasks of several items. A task that fails is parted until the item that fails is alone; one that still
fails is given up and named. When a worker is lost, nobody can tell whose fault it was: all that was being done is done
again, one task at a time, so that the next loss has one possible cause.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from time import monotonic
from typing import Generic, TypeVar

import msgspec

from stemma.runs.crews import Crew

AHEAD = 2  # tasks a worker that are handed out beforehand
TRIES = 2  # of an item alone; a worker may also be lost for reasons of its own
STALLED = 300.0  # seconds for one task, of some thirty articles that take hundredths each

Item = TypeVar("Item")


@dataclass(slots=True)
class Task(Generic[Item]):
    """Items of work that are done together.

    Attributes:
        items: each with what its worker is given.
        tries: how often it was tried alone.
    """

    items: list[tuple[Item, bytes]]
    tries: int = 0
    since: float = 0.0

    def part(self) -> "list[Task[Item]]":
        """Two tasks of half its items each."""
        half = len(self.items) // 2
        return [Task(self.items[:half]), Task(self.items[half:])]


@dataclass(frozen=True, slots=True)
class Failed(Generic[Item]):
    """An item that could not be done, and why."""

    item: Item
    reason: str


@dataclass(slots=True)
class Labour(Generic[Item]):
    """One kind of work, for a crew.

    Attributes:
        crew: who does it.
        work: takes a packed list of what the items of a task are given, and gives packed results.
        stalled: seconds after which a task counts as hanging.
    """

    crew: Crew
    work: Callable[[bytes], bytes]
    stalled: float = STALLED
    _doing: "dict[Future[bytes], Task[Item]]" = field(default_factory=dict)
    _suspects: "deque[Task[Item]]" = field(default_factory=deque)

    def do_all(self, tasks: "Iterable[Task[Item]]") -> "Iterator[tuple[Task[Item], bytes] | Failed[Item]]":
        """Yield each task with its result as it is done, and every item that could not be."""
        waiting = iter(tasks)
        while True:
            self._hand_out(waiting)
            if not self._doing:
                return
            oldest = min(task.since for task in self._doing.values())
            done, _ = wait(self._doing, max(0.0, oldest + self.stalled - monotonic()), FIRST_COMPLETED)
            yield from self._take(done) if done else self._give_up_stalled()

    def _hand_out(self, waiting: "Iterator[Task[Item]]") -> None:
        """Keep the crew busy; while something is suspected, it is done alone."""
        if self._suspects:
            if not self._doing:
                self._submit(self._suspects.popleft())
            return
        while len(self._doing) < self.crew.size * AHEAD and (task := next(waiting, None)) is not None:
            self._submit(task)

    def _submit(self, task: "Task[Item]") -> None:
        task.since = monotonic()
        given = msgspec.msgpack.encode([payload for _, payload in task.items])
        try:
            future = self.crew.submit(self.work, given)
        except Exception as error:
            if not self.crew.is_gone(error):
                raise
            self.crew.renew()  # it was lost while idle
            future = self.crew.submit(self.work, given)
        self._doing[future] = task

    def _take(self, done: "Iterable[Future[bytes]]") -> "Iterator[tuple[Task[Item], bytes] | Failed[Item]]":
        ended = [(future, self._doing.pop(future)) for future in done]
        lost = []
        for future, task in sorted(ended, key=lambda pair: pair[1].since):
            try:
                result = future.result()
            except BaseException as error:
                if self.crew.is_gone(error):
                    lost.append(task)
                elif isinstance(error, Exception):
                    yield from self._try_again(task, f"{type(error).__name__}: {error}")
                else:
                    raise
            else:
                yield task, result
        if lost:
            yield from self._look_for_cause(
                lost, "it ended the process that read it, or took more memory than there is"
            )

    def _look_for_cause(self, lost: "list[Task[Item]]", reason: str) -> "Iterator[Failed[Item]]":
        """A worker is gone: begin with new ones; what was being done alone is to blame, else all of it is suspected."""
        together = [*lost, *self._doing.values()]
        self._doing.clear()
        self.crew.renew()
        if len(together) == 1:
            yield from self._try_again(together[0], reason)
        else:
            self._suspects.extend(together)

    def _give_up_stalled(self) -> "Iterator[Failed[Item]]":
        late = [task for task in self._doing.values() if monotonic() - task.since >= self.stalled]
        if not late:
            return
        others = [task for task in self._doing.values() if task not in late]
        self._doing.clear()
        self.crew.renew()
        self._suspects.extend(others)
        if len(late) > 1:
            self._suspects.extend(late)  # those behind a hanging one are late too
        else:
            yield from self._try_again(late[0], f"it was not done after {self.stalled:.0f} seconds")

    def _try_again(self, task: "Task[Item]", reason: str) -> "Iterator[Failed[Item]]":
        if len(task.items) > 1:
            self._suspects.extendleft(reversed(task.part()))
            return
        task.tries += 1
        if task.tries < TRIES:
            self._suspects.appendleft(task)
        else:
            yield Failed(task.items[0][0], reason)
