"""Work handed over through a store that all machines share, where it is too much to go through the scheduler.

Each piece is one object that its worker reads, its result another that it writes: in a shared folder, or with any
object store that fsspec knows (s3://, gs://, abfs://, …).
"""

from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from typing import Any
from uuid import uuid4

from stemma.errors import StemmaError, UsageError
from stemma.runs.crews.crew import Crew, Work


class Shards:
    """Objects under one address.

    Raises:
        UsageError: fsspec, or what it needs for this address, is not installed, or the address is none.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        try:
            import fsspec

            self._system, self._root = fsspec.core.url_to_fs(address)
        except (ImportError, ValueError) as error:
            raise UsageError(
                f'--shards {address}: {error}. Install "stemma-news[dask]", and what fsspec names for this address.'
            ) from error

    def make(self) -> None:
        """Make the place for the objects, where such a thing is needed."""
        try:
            self._system.makedirs(self._root, exist_ok=True)
        except Exception as error:
            raise self._explain("nothing can be written", error) from error

    def put(self, name: str, content: bytes) -> None:
        """Write an object."""
        try:
            self._system.pipe_file(f"{self._root}/{name}", content)
        except Exception as error:
            raise self._explain("nothing can be written", error) from error

    def get(self, name: str) -> bytes:
        """Read an object."""
        try:
            content: bytes = self._system.cat_file(f"{self._root}/{name}")
        except Exception as error:
            raise self._explain(f"{name} cannot be read", error) from error
        return content

    def drop(self, name: str) -> None:
        """Remove an object, if it is there."""
        with suppress(Exception):
            self._system.rm_file(f"{self._root}/{name}")

    def drop_all(self) -> None:
        """Remove the place with all that is in it."""
        with suppress(Exception):
            self._system.rm(self._root, recursive=True)

    def _explain(self, what: str, error: Exception) -> StemmaError:
        # Each kind of store raises errors of its own.
        reason = f"{type(error).__name__}: {error}"
        return StemmaError(f"--shards {self._address}: {what} ({reason}). Name a place that all machines can write to.")


class Sharded:
    """A crew that is handed its work through shards, in a place of this run alone."""

    def __init__(self, crew: Crew, address: str) -> None:
        self._crew = crew
        self._address = f"{address.rstrip('/')}/run-{uuid4().hex}"
        self._shards = Shards(self._address)
        self._shards.make()
        self._number = 0

    @property
    def size(self) -> int:
        """As the crew says."""
        return self._crew.size

    @property
    def silence(self) -> float | None:
        """As the crew says."""
        return self._crew.silence

    def submit(self, work: Work, given: bytes) -> "Future[bytes]":
        """Write the work down, and have it done."""
        self._number += 1  # a name that comes once: a worker that was given up may still write its result
        name = f"{self._number}"
        self._shards.put(f"{name}.given", given)
        answer: Future[bytes] = Future()
        inner = self._crew.submit(partial(do_shard, work, self._address), name.encode())
        inner.add_done_callback(lambda done: self._collect(name, done, answer))
        return answer

    def _collect(self, name: str, done: "Future[bytes]", answer: "Future[bytes]") -> None:
        try:
            done.result()
            result = self._shards.get(f"{name}.result")
        except BaseException as error:
            answer.set_exception(error)
        else:
            answer.set_result(result)
        for what in ("given", "result"):
            self._shards.drop(f"{name}.{what}")

    def renew(self) -> None:
        """Look for workers anew."""
        self._crew.renew()

    def close(self) -> None:
        """Send everybody home, and leave nothing behind."""
        self._crew.close()
        self._shards.drop_all()


def do_shard(work: Work, address: str, name: bytes) -> bytes:
    """What a worker does with the name of a shard: read it, do the work, write the result."""
    shards: Any = Shards(address)
    shards.put(f"{name.decode()}.result", work(shards.get(f"{name.decode()}.given")))
    return name
