"""A server that plays the web, on this machine alone: its hosts, outlets and articles are invented."""

import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from stemma.fetch.network import Clock
from stemma.fetch.polite import Polite, make_polite
from stemma.fetch.safety import Guard
from stemma.settings import FetchSettings

Page = bytes | Iterable[bytes]
HOSTS = ("lantern.example", "kabar.example", "feeds.example")


@dataclass(frozen=True)
class Asked:
    """A request as it came."""

    path: str
    host: str
    headers: dict[str, str]
    raw: bytes


@dataclass
class Web:
    """Answers by path: bytes, an iterable of bytes (slowly), or a function of the request that gives one of these."""

    port: int = 0
    pages: dict[str, Page | Callable[[Asked], Page]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    polite: list[Polite] = field(default_factory=list)

    def url(self, path: str, host: str = "lantern.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def put(self, path: str, body: str | bytes, status: str = "200 OK", **headers: str) -> None:
        self.pages[path] = make_answer(body, status, **headers)

    def count(self, path: str) -> int:
        return sum(asked.path == path for asked in self.asked)

    def make_polite(self, clock: Clock | None = None, **settings: Any) -> Polite:
        allowed = frozenset(f"{host}:{self.port}" for host in HOSTS)
        guard = Guard(allowed, resolve=lambda _host, _port: ["127.0.0.1"])
        self.polite.append(make_polite(FetchSettings(**{"delay": 0.0, **settings}), clock or Clock(), guard))
        return self.polite[-1]

    def serve(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                self.connections += 1
                threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            head = b""
            while data := connection.recv(65536):
                head += data
                if b"\r\n\r\n" not in head:
                    continue
                asked = read_request(head)
                head = b""
                self.asked.append(asked)
                page = self.pages.get(asked.path, make_answer("nothing here", "404 Not Found"))
                served = page(asked) if callable(page) else page
                for part in [served] if isinstance(served, bytes) else served:
                    connection.sendall(part)
                if not isinstance(served, bytes):
                    return


def read_request(raw: bytes) -> Asked:
    line, *rest = raw.decode("latin-1").split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (item.partition(":") for item in rest) if name}
    return Asked(line.split(" ")[1], headers.get("host", ""), headers, raw)


def make_answer(body: str | bytes, status: str = "200 OK", **headers: str) -> bytes:
    content = body.encode() if isinstance(body, str) else body
    told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(content))}
    told |= {name.replace("_", "-").title(): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + content


@pytest.fixture
def web() -> Iterator[Web]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        web = Web(port=listener.getsockname()[1])
        web.put("/robots.txt", "", "404 Not Found")
        threading.Thread(target=web.serve, args=(listener,), daemon=True).start()
        yield web
        for polite in web.polite:
            polite.network.close()
        listener.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def fake_clock() -> SimpleNamespace:
    """A clock that only moves when somebody waits; `slept` is how long each time."""
    start = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    fake = SimpleNamespace(tick=0.0, slept=[])

    def sleep(seconds: float) -> None:
        fake.tick += seconds
        if seconds:
            fake.slept.append(round(seconds, 3))

    fake.clock = Clock(lambda: start + timedelta(seconds=fake.tick), lambda: fake.tick, sleep)
    fake.sleep = sleep
    return fake


@pytest.fixture
def articles(web: Web) -> Callable[[], str]:
    """Five articles of an invented outlet behind a feed; gives the address of the feed."""
    titles = ["Ferry", "Bridge", "Harvest", "Tower", "Lighthouse"]

    def publish() -> str:
        items = ""
        for number, title in enumerate(titles, start=1):
            path = f"/{number}-{title.lower()}"
            text = f"{title} of Orvane closed, Mayor Ilse Tarn said on Monday. {number * 12} people were sent home."
            web.put(path, f"<html><head><title>{title} closed</title></head><body><p>{text}</p></body></html>")
            items += f"<item><title>{title} closed</title><link>{web.url(path)}</link></item>"
        feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Lantern</title>{items}</channel></rss>'
        web.put("/feed", feed, content_type="application/rss+xml")
        return web.url("/feed")

    return publish


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "fetched"
