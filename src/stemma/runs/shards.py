"""Work handed over through a store that all machines share, where it is too much to go through the scheduler.

Each task is one object that its worker reads, its result another that it writes: in a shared folder, or with any object
store that fsspec knows (s3://, gs://, abfs://, …).
"""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from hashlib import sha256
from typing import Any

from stemma.errors import StemmaError, UsageError
from stemma.runs.crews import Crew


class Shards:
    """Objects under one address, each written whole or not at all.

    Raises:
        UsageError: fsspec, or what it needs for this address, is not installed, or the address is none.
    """

    def __init__(self, address: str) -> None:
        try:
            import fsspec

            self._system, self._root = fsspec.core.url_to_fs(address)
        except (ImportError, ValueError) as error:
            raise UsageError(
                f'--shards {address}: {error}. Install "stemma-news[dask]", and what fsspec names for this address.'
            ) from error

    def put(self, name: str, content: bytes) -> None:
        """Write an object."""
        try:
            self._system.makedirs(self._root, exist_ok=True)
            part = f"{self._root}/.{name}.part"
            self._system.pipe_file(part, content)
            self._system.mv(part, f"{self._root}/{name}")
        except OSError as error:
            raise StemmaError(f"--shards {self._root}: nothing can be written there ({error}).") from error

    def get(self, name: str) -> bytes | None:
        """Read an object; None where there is none."""
        try:
            content: bytes = self._system.cat_file(f"{self._root}/{name}")
        except FileNotFoundError:
            return None
        return content

    def drop(self, name: str) -> None:
        """Remove an object, if it is there."""
        with suppress(OSError):
            self._system.rm_file(f"{self._root}/{name}")


class Sharded:
    """A crew that is handed its work through shards."""

    def __init__(self, crew: Crew, address: str) -> None:
        self._crew, self._address = crew, address
        self._shards = Shards(address)
        self.size = crew.size

    def submit(self, work: Callable[[bytes], bytes], given: bytes) -> "Future[bytes]":
        """Write the work down, and have it done."""
        name = sha256(work.__name__.encode() + given).hexdigest()[:32]
        self._shards.put(f"{name}.given", given)
        answer: Future[bytes] = Future()
        answer.set_running_or_notify_cancel()
        inner = self._crew.submit(partial(do_shard, work, self._address), name.encode())
        inner.add_done_callback(lambda done: self._collect(name, done, answer))
        return answer

    def _collect(self, name: str, done: "Future[bytes]", answer: "Future[bytes]") -> None:
        try:
            done.result()
            result = self._shards.get(f"{name}.result")
            if result is None:
                raise StemmaError(f"--shards {self._address}: a result is missing. Do all machines see the same store?")
        except BaseException as error:
            answer.set_exception(error)
            return
        for what in ("given", "result"):
            self._shards.drop(f"{name}.{what}")
        answer.set_result(result)

    def is_gone(self, error: BaseException) -> bool:
        """As the crew says."""
        return self._crew.is_gone(error)

    def renew(self) -> None:
        """Begin with fresh workers."""
        self._crew.renew()

    def close(self) -> None:
        """Send everybody home."""
        self._crew.close()


def do_shard(work: Callable[[bytes], bytes], address: str, name: bytes) -> bytes:
    """What a worker does with the name of a shard: read it, do the work, write the result."""
    shards: Any = Shards(address)
    given = shards.get(f"{name.decode()}.given")
    if given is None:
        raise StemmaError(f"--shards {address}: this worker cannot see what it was given. Use a store that all share.")
    shards.put(f"{name.decode()}.result", work(given))
    return name
