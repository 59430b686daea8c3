"""Having much work done by a crew, and losing none of it.

Work comes in tasks of several items. Where a task fails, or its worker is lost, each of its items becomes a task of its
own, so that the next loss names the item. An item whose worker is lost is tried once more while nothing else is done,
since on a cluster a worker that ends takes with it what it was given beside; if that is lost too, it is given up.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import msgspec

from stemma.errors import StemmaError
from stemma.runs.crews import Crew, FaultError, GoneError, LostError

AHEAD = 2  # tasks a worker that are handed out beforehand
TRIES = 2  # of an item that loses its worker: one may be lost for reasons of its own
RENEWALS = 5  # times that a crew may be gone without having done anything between

Item = TypeVar("Item")


@dataclass(slots=True)
class Task(Generic[Item]):
    """Items of work that are done together.

    Attributes:
        items: each with what its worker is given.
        tries: how often a worker was lost with it.
    """

    items: list[tuple[Item, bytes]]
    tries: int = 0

    def part(self) -> "list[Task[Item]]":
        """A task for each of its items."""
        return [Task([item]) for item in self.items]


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
    """

    crew: Crew
    work: Callable[[bytes], bytes]
    _doing: "dict[Future[bytes], Task[Item]]" = field(default_factory=dict)
    _again: "deque[Task[Item]]" = field(default_factory=deque)
    _suspects: "deque[Task[Item]]" = field(default_factory=deque)
    _renewals: int = 0

    def do_all(self, tasks: "Iterable[Task[Item]]") -> "Iterator[tuple[Task[Item], bytes] | Failed[Item]]":
        """Yield each task with its result as it is done, and every item that could not be.

        Raises:
            StemmaError: the crew is gone for good, or cannot do any work.
        """
        waiting = iter(tasks)
        while True:
            self._hand_out(waiting)
            if not self._doing:
                return
            done, _ = wait(self._doing, self.crew.silence, FIRST_COMPLETED)
            if done:
                yield from self._take([future for future in self._doing if future in done])
            else:
                self._renew([])

    def _hand_out(self, waiting: "Iterator[Task[Item]]") -> None:
        """Keep the crew busy; while something is suspected, it is done alone."""
        if self._suspects:
            if not self._doing:
                self._submit(self._suspects.popleft())
            return
        while len(self._doing) < self.crew.size * AHEAD:
            task = self._again.popleft() if self._again else next(waiting, None)
            if task is None:
                return
            self._submit(task)

    def _submit(self, task: "Task[Item]") -> None:
        given = msgspec.msgpack.encode([payload for _, payload in task.items])
        self._doing[self.crew.submit(self.work, given)] = task

    def _take(self, done: "Iterable[Future[bytes]]") -> "Iterator[tuple[Task[Item], bytes] | Failed[Item]]":
        gone = []
        for future in done:
            task = self._doing.pop(future)
            try:
                result = future.result()
            except GoneError:
                gone.append(task)
            except (FaultError, LostError) as error:
                self._renewals = 0
                yield from self._blame(task, error)
            else:
                self._renewals = 0
                yield task, result
        if gone:
            self._renew(gone)

    def _blame(self, task: "Task[Item]", error: Exception) -> "Iterator[Failed[Item]]":
        if len(task.items) > 1:
            self._again.extend(task.part())
            return
        task.tries += 1
        if isinstance(error, LostError) and task.tries < TRIES:
            self._suspects.append(task)
        else:
            yield Failed(task.items[0][0], str(error))

    def _renew(self, gone: "list[Task[Item]]") -> None:
        """The crew is gone, and with it all that it was doing."""
        self._renewals += 1
        if self._renewals > RENEWALS:
            raise StemmaError(
                f"the workers were lost {self._renewals} times without having done anything. "
                "What was done before is kept: look at their logs, and run the same again."
            )
        for task in reversed([*gone, *self._doing.values()]):
            (self._suspects if task.tries else self._again).appendleft(task)
        self._doing.clear()
        self.crew.renew()
