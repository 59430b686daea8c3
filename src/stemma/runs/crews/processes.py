"""Processes on this machine, each on a line of its own, so that the end of one says whose work ended it.

The pool of the standard library gives up all work with the first process that ends, and may wait for ever for one that
was ended while it wrote. Here a thread stands for each process: it hands over one piece, waits for the answer or the
end of the process, and starts another.
"""

import fcntl
import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from threading import Lock, Thread, Timer
from typing import TYPE_CHECKING

from stemma.errors import StemmaError
from stemma.runs.crews.crew import LostError, Work, attempt

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

Job = tuple["Future[bytes]", Work, bytes]
# A forked child would inherit an open store, and with it the right to write; a started one inherits nothing.
START = multiprocessing.get_context("spawn")
STARTS = 5  # of a process that ends before it was given anything
COLLECT = (
    50_000,
    20,
    50,
)  # findings are many and hold no loops: looking for loops less often saves a tenth of the time
STARTING = 120.0  # seconds that a process may take until it is there


class Processes:
    """So many processes; each is started when there is work for it."""

    silence = None

    def __init__(self, size: int, patience: float) -> None:
        self.size = size
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._workers = [_Worker(patience) for _ in range(size)]
        self._threads = [Thread(target=_serve, args=(self._jobs, worker), daemon=True) for worker in self._workers]
        for thread in self._threads:
            thread.start()

    def submit(self, work: Work, given: bytes) -> "Future[bytes]":
        """Hand it to the process that is free first."""
        future: Future[bytes] = Future()
        self._jobs.put((future, work, given))
        return future

    def renew(self) -> None:
        """Nothing to renew: whoever ends is replaced."""

    def close(self) -> None:
        """End the processes, whatever they are doing."""
        while not self._jobs.empty():
            self._jobs.get()
        for worker in self._workers:
            self._jobs.put(None)
            worker.close()
        for thread in self._threads:
            thread.join()


def _serve(jobs: "SimpleQueue[Job | None]", worker: "_Worker") -> None:
    while (job := jobs.get()) is not None:
        future, work, given = job
        try:
            future.set_result(worker.do(work, given))
        except Exception as error:
            future.set_exception(error)


class _Worker:
    """One process after the other."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None
        self._changing = Lock()
        self._is_late = self._is_closed = False

    def do(self, work: Work, given: bytes) -> bytes:
        """Have it done.

        Raises:
            LostError: the process has ended over it.
            StemmaError: no process can be started.
        """
        for _ in range(STARTS):
            try:
                line = self._line or self._start()
                break
            except LostError as error:  # before it was given anything
                reason = str(error)
        else:
            raise StemmaError(f"no worker can be started ({reason}). Try fewer of them: --workers 1.")
        with self._watch(self._patience):
            line.send((work, given))
            failure, result = line.recv()
        if failure is not None:
            raise failure
        answer: bytes = result
        return answer

    def _start(self) -> Connection:
        with self._changing:
            if self._is_closed:
                raise LostError("the run was ended")
            self._line, theirs = START.Pipe()
            self._process = START.Process(target=_work, args=(theirs,), daemon=True)
            with _ignore_interrupt():
                self._process.start()
            theirs.close()  # so that the end of the process ends the line
            line = self._line
        with self._watch(STARTING):
            line.recv()
        return line

    @contextmanager
    def _watch(self, patience: float) -> Iterator[None]:
        """End the process when it takes too long, and say how it ended, whoever ended it."""
        self._is_late = False
        timer = Timer(patience, self._give_up)  # covers the handing over too: a stopped process reads nothing
        timer.daemon = True
        timer.start()
        try:
            yield
        except (EOFError, OSError):
            raise LostError(self._bury(patience)) from None
        finally:
            timer.cancel()

    def _give_up(self) -> None:
        self._is_late = True
        self._kill()

    def _kill(self) -> None:
        if self._process is not None and self._process.pid:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)  # with the programs that it has started
            self._process.kill()

    def _bury(self, patience: float) -> str:
        """See the process off, and say how it ended."""
        with self._changing:
            self._kill()
            code = None
            if self._process is not None and self._line is not None:
                self._process.join()
                code = self._process.exitcode
                self._process.close()
                self._line.close()
            self._process = self._line = None
        if self._is_late:
            return f"it was not done after {patience:g} seconds"
        if code == -signal.SIGKILL:
            return "the process that did it was killed, as the system does where memory runs out"
        return f"it ended the process that did it ({_name_end(code)})"

    def close(self) -> None:
        with self._changing:
            self._is_closed = True
            if self._process is None:
                return
            self._kill()
            self._process.join()


@contextmanager
def _ignore_interrupt() -> Iterator[None]:
    """A process started meanwhile never hears of Ctrl-C: its parent does, and ends it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _name_end(code: int | None) -> str:
    if code is None or code >= 0:
        return f"exit code {code}"
    with suppress(ValueError):
        return signal.Signals(-code).name
    return f"signal {-code}"


def _work(line: Connection) -> None:
    """What a process does: answer until the other end of the line is gone."""
    _end_with_parent()
    gc.set_threshold(*COLLECT)
    with suppress(EOFError, OSError):
        line.send(None)  # here it is
        while True:
            line.send(_answer(*line.recv()))


def _answer(work: Work, given: bytes) -> tuple[Exception | None, bytes]:
    try:
        return None, attempt(work, given)
    except Exception as error:
        return error, b""


def _end_with_parent() -> None:
    """Be the first of a group of processes that ends with the parent, however that ends."""
    os.setpgid(0, 0)
    parent = multiprocessing.parent_process()
    assert parent is not None
    lifeline = parent.sentinel  # a pipe that nobody writes to; the system closes it with the parent
    # The signal comes even while a library holds the interpreter; the thread where the parent was gone before.
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, -os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    Thread(target=_end_after, args=(lifeline,), daemon=True).start()


def _end_after(lifeline: int) -> None:
    wait([lifeline])
    os.killpg(0, signal.SIGKILL)
