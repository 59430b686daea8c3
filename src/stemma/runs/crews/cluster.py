"""The workers of a Dask cluster, which may be on many machines.

The cluster belongs to others too: nothing of it is restarted from here. A worker ends itself where its work hangs, and
a scheduler that comes back under the same address is given again what it has forgotten.
"""

import logging
import os
from concurrent.futures import CancelledError, Executor, Future, wait
from contextlib import suppress
from threading import Thread, Timer
from time import monotonic
from typing import TYPE_CHECKING

from stemma.errors import InputError, StemmaError, UsageError
from stemma.runs.crews.crew import FaultError, GoneError, LostError, Work, attempt

if TYPE_CHECKING:
    from distributed import Client

CONNECT = 30.0  # seconds that a scheduler and a worker may take to answer
RETURN = 300.0  # seconds that a scheduler which was there may take to come back
FRESH = 5.0  # seconds after which the workers are counted again: they come and go
FAREWELL = 2.0  # seconds that a worker has to tell that its work hangs
LATE = 3  # a piece may wait behind another; after so many times the patience somebody would have answered


class Cluster:
    """The workers of a Dask cluster.

    Raises:
        UsageError: Dask is not installed.
        InputError: nobody answers at the address, or those who do have another Stemma.
    """

    def __init__(self, address: str, patience: float) -> None:
        self._address, self._patience = address, patience
        self._client = _connect(address, CONNECT)
        self._executor: Executor = self._client.get_executor(pure=False)
        self._size, self._counted = 1, 0.0

    @property
    def size(self) -> int:
        """Threads of all workers that are there now."""
        if monotonic() - self._counted > FRESH:
            with suppress(Exception):  # the scheduler is gone: the futures will tell
                self._size = max(1, sum(self._client.nthreads().values()))
            self._counted = monotonic()
        return self._size

    @property
    def silence(self) -> float:
        """Seconds after which somebody would have answered."""
        return self._patience * LATE + CONNECT

    def submit(self, work: Work, given: bytes) -> "Future[bytes]":
        """Hand it to the scheduler."""
        answer: Future[bytes] = Future()
        try:
            inner = self._executor.submit(do_patiently, work, given, self._patience)
        except Exception as error:
            answer.set_exception(GoneError(str(error)))
        else:
            inner.add_done_callback(lambda done: _pass_on(done, answer))
        return answer

    def renew(self) -> None:
        """Connect anew; the old connection takes its work with it."""
        self._close()
        self._client = _connect(self._address, RETURN)
        self._executor = self._client.get_executor(pure=False)
        self._counted = 0.0

    def close(self) -> None:
        """Leave the cluster to others."""
        self._close()

    def _close(self) -> None:
        with suppress(Exception):
            self._client.close(timeout=5)


def _pass_on(done: "Future[bytes]", answer: "Future[bytes]") -> None:
    """Hand on the outcome, in the words of every crew."""
    from distributed import KilledWorker
    from distributed.comm import CommClosedError

    try:
        answer.set_result(done.result())
    except (FaultError, LostError, StemmaError) as error:
        answer.set_exception(error)
    except KilledWorker:
        answer.set_exception(LostError("it ended its worker, or took more memory than a worker has"))
    except (CancelledError, CommClosedError, OSError, TimeoutError) as error:
        answer.set_exception(GoneError(str(error)))
    except Exception as error:
        answer.set_exception(StemmaError(f"the Dask cluster failed: {type(error).__name__}: {error}"))


def do_patiently(work: Work, given: bytes, patience: float) -> bytes:
    """What a worker does: the work, or, where that hangs, say so and end.

    The work is done in a thread of its own, since nothing else can be told while it hangs. Where it holds the whole
    interpreter, the scheduler misses the worker by itself.
    """
    answer: Future[bytes] = Future()
    Thread(target=_fulfil, args=(answer, work, given), daemon=True).start()
    if wait([answer], patience).done:
        return answer.result()
    leaving = Timer(FAREWELL, os._exit, (1,))
    leaving.daemon = True
    leaving.start()
    raise LostError(f"it was not done after {patience:g} seconds")


def _fulfil(answer: "Future[bytes]", work: Work, given: bytes) -> None:
    try:
        answer.set_result(attempt(work, given))
    except BaseException as error:
        answer.set_exception(error)


def find_version() -> str:
    """The version of Stemma that a worker has."""
    import stemma

    return stemma.__version__


def _connect(address: str, seconds: float) -> "Client":
    try:
        from distributed import Client
    except ImportError:
        raise UsageError('--dask: Dask is not installed. Install it: pip install "stemma-news[dask]".') from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what is lost and found again is told here, in words
    client = None
    try:
        client = Client(address, timeout=seconds, set_as_default=False)
        client.wait_for_workers(1, timeout=seconds)
        versions = set(client.run(find_version).values())
    except (OSError, TimeoutError, ValueError) as error:
        _close_quietly(client)
        raise InputError(
            f"{address}: no Dask scheduler with a worker answers there ({error}). Start one first."
        ) from error
    except Exception as error:  # whatever a worker without this function raises
        _close_quietly(client)
        raise InputError(f"{address}: its workers cannot run Stemma ({error}). Install this version there.") from error
    if versions != {find_version()}:
        _close_quietly(client)
        raise InputError(f"{address}: its workers have Stemma {', '.join(sorted(versions))}. Install {find_version()}.")
    return client


def _close_quietly(client: "Client | None") -> None:
    if client is not None:
        with suppress(Exception):
            client.close(timeout=1)
