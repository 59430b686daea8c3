"""What every crew is: the protocol, what may become of a piece of work, and the crew of one."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol

from stemma.errors import StemmaError

LONGEST_REASON = 300  # characters: some errors quote all that they were given

Work = Callable[[bytes], bytes]


class FaultError(Exception):
    """The work itself failed: it would again."""


class LostError(Exception):
    """The worker ended, hung or ran out of memory: the work may be to blame, or not."""


class GoneError(Exception):
    """The crew could not be reached: the work is not to blame."""


class Crew(Protocol):
    """What a run needs of those who work for it.

    Attributes:
        size: how many pieces are done at the same time.
        silence: seconds without any result after which the crew is gone; None: it always answers.
    """

    @property
    def size(self) -> int: ...  # noqa: D102

    @property
    def silence(self) -> float | None: ...  # noqa: D102

    def submit(self, work: Work, given: bytes) -> "Future[bytes]":
        """Have a piece of work done.

        Returns:
            What gives the result, or raises FaultError, LostError, GoneError, or what should end the run.
        """
        ...

    def renew(self) -> None:
        """Give up whatever is being done, and look for workers anew."""
        ...

    def close(self) -> None:
        """Give up whatever is being done, and leave nobody behind."""
        ...


class Alone:
    """This process does everything itself: for a few articles, for which no other would be worth its start."""

    size = 1
    silence = None

    def submit(self, work: Work, given: bytes) -> "Future[bytes]":
        """Do it at once."""
        future: Future[bytes] = Future()
        try:
            future.set_result(attempt(work, given))
        except Exception as error:
            future.set_exception(error)
        return future

    def renew(self) -> None:
        """Nothing to renew."""

    def close(self) -> None:
        """Nobody to send home."""


def attempt(work: Work, given: bytes) -> bytes:
    """Do the work, and tell its own faults from everything else that may happen.

    Raises:
        FaultError: it failed.
        LostError: there was not enough memory.
        StemmaError: what was asked for cannot be done with any document.
    """
    try:
        return work(given)
    except (StemmaError, KeyboardInterrupt, SystemExit):
        raise
    except MemoryError:
        raise LostError("it took more memory than there is") from None
    except BaseException as error:  # a panic in a library that is not written in Python is no Exception
        raise FaultError(f"{type(error).__name__}: {error}"[:LONGEST_REASON]) from error
