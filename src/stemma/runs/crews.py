"""Who does the work: this process, processes beside it, or the workers of a Dask cluster.

A crew takes a function of one argument and gives a future; whatever ends or hangs a worker ends at most futures.
"""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from stemma.errors import InputError, UsageError

if TYPE_CHECKING:
    from distributed import Client

CONNECT_SECONDS = 30.0
BROKEN = (BrokenExecutor, CancelledError)  # the worker is gone, whatever it was doing


class Crew(Protocol):
    """What a run needs of those who work for it."""

    size: int

    def submit(self, work: Callable[[bytes], bytes], given: bytes) -> "Future[bytes]":
        """Have a piece of work done."""
        ...

    def is_gone(self, error: BaseException) -> bool:
        """True where the worker was lost, and the work may have nothing to do with it."""
        ...

    def renew(self) -> None:
        """Give up whatever is being done, and begin with fresh workers."""
        ...

    def close(self) -> None:
        """Send everybody home."""
        ...


class Alone:
    """This process does everything itself: for a few articles, for which no other would be worth its start."""

    size = 1

    def submit(self, work: Callable[[bytes], bytes], given: bytes) -> "Future[bytes]":
        """Do it at once."""
        future: Future[bytes] = Future()
        try:
            future.set_result(work(given))
        except Exception as error:
            future.set_exception(error)
        return future

    def is_gone(self, error: BaseException) -> bool:
        """Never: who is gone says nothing."""
        return False

    def renew(self) -> None:
        """Nothing to renew."""

    def close(self) -> None:
        """Nobody to send home."""


class Processes:
    """Processes on this machine."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._pool = self._start()

    def _start(self) -> ProcessPoolExecutor:
        # A forked child would inherit an open store, and with it the right to write; a started one inherits nothing.
        return ProcessPoolExecutor(self.size, mp_context=multiprocessing.get_context("spawn"), initializer=_prepare)

    def submit(self, work: Callable[[bytes], bytes], given: bytes) -> "Future[bytes]":
        """Hand it to a process."""
        return self._pool.submit(work, given)

    def is_gone(self, error: BaseException) -> bool:
        """True where a process was ended from outside, by the system for want of memory, or by a fault of its own."""
        return isinstance(error, BROKEN)

    def renew(self) -> None:
        """End the processes, whatever they are doing, and start others."""
        for process in list((self._pool._processes or {}).values()):  # the only way to end one that hangs
            process.kill()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._start()

    def close(self) -> None:
        """End the processes, once they are done."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def _prepare() -> None:
    """A worker leaves an interrupt to the one that it works for."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


class Cluster:
    """The workers of a Dask cluster."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._client = _connect(address)
        self._executor: Executor = self._client.get_executor(pure=False)
        self.size = max(1, sum(self._client.nthreads().values()))

    def submit(self, work: Callable[[bytes], bytes], given: bytes) -> "Future[bytes]":
        """Hand it to the scheduler."""
        return self._executor.submit(work, given)

    def is_gone(self, error: BaseException) -> bool:
        """True where a worker or the scheduler was lost."""
        from distributed import KilledWorker
        from distributed.comm import CommClosedError

        return isinstance(error, (*BROKEN, KilledWorker, CommClosedError, OSError, TimeoutError)) or (
            "lost" in str(error).casefold() and "distributed" in type(error).__module__
        )

    def renew(self) -> None:
        """Restart the workers, and connect anew where the scheduler has gone."""
        with suppress(Exception):  # whatever is wrong with the old connection, there will be a new one
            self._client.restart(timeout=CONNECT_SECONDS, wait_for_workers=False)
        with suppress(Exception):
            self._client.close(timeout=1)
        self._client = _connect(self._address)
        self._executor = self._client.get_executor(pure=False)

    def close(self) -> None:
        """Leave the cluster to others."""
        with suppress(Exception):
            self._client.close(timeout=5)


def _connect(address: str) -> "Client":
    try:
        from distributed import Client
    except ImportError:
        raise UsageError('--dask: Dask is not installed. Install it: pip install "stemma-news[dask]".') from None
    try:
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
    except (OSError, TimeoutError, ValueError) as error:
        raise InputError(
            f"{address}: no Dask scheduler with a worker answers there ({error}). Start one first."
        ) from error
    return client


def make_crew(workers: int, dask: str | None) -> Crew:
    """The crew asked for.

    Args:
        workers: processes on this machine; 0 is this process alone.
        dask: address of a Dask scheduler, which wins.
    """
    if dask:
        return Cluster(dask)
    return Processes(workers) if workers else Alone()
