"""The way to the network: connects to the machine that was checked, keeps what goes over the line, holds the limits.

httpx does the talking. Below it stands `PinnedBackend`, which alone turns a name into a machine, and `Line`, through
which every byte goes: it ends an answer that is too long, or too slow as a whole, however steadily it drips.
"""

import re
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from stemma.errors import StemmaError
from stemma.fetch.safety import Guard

if TYPE_CHECKING:
    import ssl

    import httpx

DECODED = {"gzip": 31, "x-gzip": 31, "deflate": 47}  # zlib's name for each; 47 takes deflate with a zlib head
INTERNAL = re.compile(r"\[[^]]*\] | \(_ssl\.c:\d+\)")  # numbers in an error that help no reader
HEAD_END = b"\r\n\r\n"
CONNECTING = 10  # seconds; who does not take a call in that time rarely does in twice of it, and others wait
MEMBERS = 100  # of one compressed body; a million tiny ones would take minutes to unpack


@dataclass(frozen=True, slots=True)
class Clock:
    """The time, and how to wait; another one in tests."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    tick: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class AnswerError(Exception):
    """An answer that did not come, or not whole; `again` says whether asking again may help."""

    def __init__(self, reason: str, *, again: bool = False) -> None:
        super().__init__(reason)
        self.again = again


@dataclass(slots=True)
class Line:
    """What goes over the line in one exchange, and how much and how long at most."""

    limit: int
    deadline: float
    tick: Callable[[], float] = time.monotonic
    sent: bytearray = field(default_factory=bytearray)
    received: bytearray = field(default_factory=bytearray)
    machine: str = ""

    def take_time(self, asked: float | None) -> float:
        """Seconds that the next step may take.

        Raises:
            AnswerError: the time for the whole exchange is over.
        """
        left = self.deadline - self.tick()
        if left <= 0:
            raise AnswerError("too slow: the time for one answer is over", again=True)
        return min(left, asked) if asked is not None else left

    def take(self, data: bytes) -> bytes:
        """Note what came.

        Raises:
            AnswerError: it is more than one answer may have.
        """
        self.received += data
        if len(self.received) > self.limit:
            raise AnswerError(f"bigger than {self.limit:,} bytes; the limit is the setting `size`")
        return data


class Stream(Protocol):
    """A network stream as httpcore knows it."""

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes: ...  # noqa: D102
    def write(self, buffer: bytes, timeout: float | None = None) -> None: ...  # noqa: D102
    def close(self) -> None: ...  # noqa: D102
    def start_tls(  # noqa: D102
        self, ssl_context: "ssl.SSLContext", server_hostname: str | None = None, timeout: float | None = None
    ) -> "Stream": ...
    def get_extra_info(self, info: str) -> Any: ...  # noqa: D102


class WatchedStream:
    """A stream whose every byte is noted in the line of the exchange that is going on."""

    def __init__(self, inner: Stream, pinned: "PinnedBackend", machine: str) -> None:
        self.inner = inner
        self.pinned = pinned
        self.machine = machine

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read some bytes within the limits of the exchange."""
        line = self.pinned.line
        return line.take(self.inner.read(max_bytes, line.take_time(timeout)))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        line = self.pinned.line
        line.machine = self.machine
        self.inner.write(buffer, line.take_time(timeout))
        line.sent += buffer

    def close(self) -> None:
        """Hang up."""
        self.inner.close()

    def start_tls(
        self, ssl_context: "ssl.SSLContext", server_hostname: str | None = None, timeout: float | None = None
    ) -> "WatchedStream":
        """Go on under TLS; the certificate is that of the name, not of the machine."""
        inner = self.inner.start_tls(ssl_context, server_hostname, self.pinned.line.take_time(timeout))
        return WatchedStream(inner, self.pinned, self.machine)

    def get_extra_info(self, info: str) -> Any:
        """What the stream knows of itself."""
        return self.inner.get_extra_info(info)


class PinnedBackend:
    """Connects to a machine that the guard has checked, and to no other."""

    def __init__(self, inner: Any, guard: Guard) -> None:
        self.inner = inner
        self.guard = guard
        self.line = Line(limit=0, deadline=0)

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, **options: Any) -> WatchedStream:
        """Connect to the first machine of that name which answers.

        Raises:
            RefusedError: the name leads to a machine that is not asked.
            OSError: the name leads nowhere, or nobody answers.
        """
        trouble: Exception | None = None
        for machine in self.guard.find_machines(host, port):
            try:
                stream = self.inner.connect_tcp(machine, port, self.line.take_time(timeout), **options)
            except AnswerError:
                raise
            except Exception as error:  # the next machine may answer
                trouble = error
            else:
                return WatchedStream(stream, self, machine)
        raise trouble or OSError(f"{host}: no such host")

    def connect_unix_socket(self, *_arguments: Any, **_options: Any) -> WatchedStream:
        """No socket of this machine is ever asked."""
        raise OSError("a socket of this machine is not fetched")

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One exchange: what was asked and served, byte for byte, and what it means."""

    url: str
    status: int
    headers: dict[str, str]  # names in small letters; those of one name joined
    body: bytes  # as served, without the chunks of the transfer
    sent: bytes
    received: bytes
    machine: str
    moment: datetime

    @property
    def payload(self) -> bytes:
        """What stands behind the head, chunks of the transfer included: what archive tools take digests of."""
        return self.received.partition(HEAD_END)[2]

    def decode(self, limit: int) -> bytes:
        """The body without its compression.

        Raises:
            AnswerError: it is compressed in a way that was not asked for, is broken, or unpacks to more than the limit.
        """
        return decode(self.body, self.headers.get("content-encoding", ""), limit)


class Network:
    """One pool of connections for a whole run. No cookies, no proxies of the environment, no redirects by itself."""

    def __init__(self, guard: Guard, clock: Clock) -> None:
        import httpx

        self.clock = clock
        self.transport = httpx.HTTPTransport(verify=make_context(), trust_env=False)
        pool: Any = self.transport._pool
        if not hasattr(pool, "_network_backend"):  # httpx has no public way in; never go on without the check
            raise StemmaError("This httpx does not let connections be checked. Install the version that uv.lock names.")
        self.backend = PinnedBackend(pool._network_backend, guard)
        pool._network_backend = self.backend

    def get(self, url: str, headers: dict[str, str], line: Line, silence: float) -> Answer:
        """Ask for one address.

        Args:
            url: the address.
            headers: what is sent with it; `Host` is added.
            line: the limits of the exchange.
            silence: seconds without a byte after which the other side is given up.

        Raises:
            RefusedError: the address leads to a machine that is not asked.
            AnswerError: no answer, or not a whole one.
        """
        return self.send("GET", url, headers, (line, silence))

    def send(
        self, method: str, url: str, headers: dict[str, str], limits: tuple[Line, float], content: bytes | None = None
    ) -> Answer:
        """Send a request of any method; else as `get`."""
        import httpx

        self.backend.line, silence = limits
        timeout = {**dict.fromkeys(("read", "write", "pool"), silence), "connect": min(silence, CONNECTING)}
        moment = self.clock.now()
        with tell_trouble():
            request = httpx.Request(method, url, headers=headers, content=content, extensions={"timeout": timeout})
            response = self.transport.handle_request(request)
            try:
                return self._read(response, url, moment)
            finally:
                response.close()

    def _read(self, response: "httpx.Response", url: str, moment: datetime) -> Answer:
        line = self.backend.line
        stream: Any = response.stream
        if not line.sent:
            raise StemmaError("A connection went past the check. Install the version of httpx that uv.lock names.")
        if not line.received.startswith(b"HTTP/"):  # it had come before we asked: the end of an answer before
            response.extensions["network_stream"].close()
            raise AnswerError("the answer is broken (it came before the question)", again=True)
        body = b"".join(stream)
        block = cut_block(bytes(line.received), response.headers, len(body))
        if not line.received.endswith(block):
            response.extensions["network_stream"].close()  # more came than was announced: no next answer on this line
        return Answer(
            url=url, status=response.status_code, headers=dict(response.headers.items()),
            body=body, sent=bytes(line.sent), received=block, machine=line.machine, moment=moment,
        )  # fmt: skip

    def close(self) -> None:
        """Hang up all lines."""
        self.transport.close()


@cache
def make_context() -> "ssl.SSLContext":
    """What a certificate is checked against; to read all those lists takes long, so once."""
    import httpx

    return httpx.create_ssl_context(trust_env=False)


@contextmanager
def tell_trouble() -> Iterator[None]:
    """Whatever the network raises, as `AnswerError` in plain words."""
    import httpx

    try:
        yield
    except httpx.TimeoutException as error:
        raise AnswerError("no answer in time", again=True) from error
    except httpx.ConnectError as error:
        words = INTERNAL.sub("", str(error))
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            raise AnswerError(f"no trust in its certificate ({words.rpartition('failed: ')[2]})") from error
        raise AnswerError(f"no connection ({words})", again=True) from error
    except (httpx.RemoteProtocolError, httpx.LocalProtocolError) as error:
        raise AnswerError(f"the answer is broken ({error})", again=True) from error
    except httpx.TransportError as error:
        raise AnswerError(f"the connection broke ({error or type(error).__name__})", again=True) from error
    except TimeoutError as error:
        raise AnswerError(str(error), again=True) from error
    except OSError as error:
        raise AnswerError(f"no such host ({error.strerror or error})") from error


def cut_block(received: bytes, headers: "httpx.Headers", length: int) -> bytes:
    """The final answer alone: without interim answers (1xx) before it and whatever came behind its end."""
    while received[9:10] == b"1" and HEAD_END in received:
        received = received.partition(HEAD_END)[2]
    if "transfer-encoding" in headers or HEAD_END not in received:
        return received
    return received[: received.index(HEAD_END) + len(HEAD_END) + length]


def decode(body: bytes, encoding: str, limit: int) -> bytes:
    """Unpack a body, up to a limit (a bomb unpacks to a thousand times its size).

    Raises:
        AnswerError: unknown or broken compression, or more bytes than the limit.
    """
    for name in reversed([part.strip().casefold() for part in encoding.split(",")]):
        if name in ("", "identity"):
            continue
        if name not in DECODED:
            raise AnswerError(f"compressed as {name[:20]!r}, which was not asked for")
        body = _unpack(body, DECODED[name], limit)
    return body


def _unpack(body: bytes, form: int, limit: int) -> bytes:
    """Unpack all members of a stream; a server may send several."""
    parts: list[bytes] = []
    left = limit
    while body and len(parts) < MEMBERS:
        unpacker = zlib.decompressobj(form)
        try:
            part = unpacker.decompress(body, left + 1)
        except zlib.error as error:
            if parts:  # what follows the last member is no text; browsers leave it out too
                break
            raise AnswerError("its compression is broken", again=True) from error
        if len(part) > left:
            raise AnswerError(f"unpacks to more than {limit:,} bytes; the limit is the setting `size`")
        if not unpacker.eof:
            raise AnswerError("its compression breaks off", again=True)
        left -= len(part)
        parts.append(part)
        body = unpacker.unused_data
    return b"".join(parts)
