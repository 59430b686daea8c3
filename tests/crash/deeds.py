"""Work for tests that workers must be able to import: what it is given says what it does."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec

from stemma.errors import UsageError


class PanicError(BaseException):
    """As libraries raise it that are not written in Python."""


def do(given: bytes) -> bytes:
    """Do every item, and give back the same in capitals."""
    return msgspec.msgpack.encode([do_one(item) for item in msgspec.msgpack.decode(given, type=list[bytes])])


def do_one(item: bytes) -> bytes:
    what, _, rest = item.decode().partition(" ")
    if what in DEEDS:
        DEEDS[what](rest)
    return item.upper()


def fail(_: str) -> None:
    raise ValueError("a bad item")


def fail_badly(_: str) -> None:
    class Odd(Exception):  # noqa: N818
        """Nobody else can load it."""

    raise Odd(lambda: None)


def refuse(_: str) -> None:
    raise UsageError("no such language")


def panic(_: str) -> None:
    raise PanicError("in a library")


def leave(_: str) -> None:
    os._exit(7)


def crash(_: str) -> None:
    ctypes.string_at(0)


def be_killed(_: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def be_killed_once(path: str) -> None:
    mark = Path(path)
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def hang(_: str) -> None:
    time.sleep(3600)


def hold(_: str) -> None:
    """Hang, and let nothing else in this process run."""
    ctypes.PyDLL(None).sleep(3600)


def hold_and_tell(path: str) -> None:
    Path(path).write_text(str(os.getpid()))
    hold("")


def call(path: str) -> None:
    """Hang in another program."""
    program = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(3600)"])
    Path(path).write_text(str(program.pid))
    program.wait()


def grow(_: str) -> None:
    raise MemoryError


def be_slow(_: str) -> None:
    time.sleep(0.05)


DEEDS = {
    "fail": fail, "odd": fail_badly, "refuse": refuse, "panic": panic, "leave": leave, "crash": crash,
    "killed": be_killed, "once": be_killed_once, "hang": hang, "hold": hold, "tell": hold_and_tell, "call": call,
    "grow": grow, "slow": be_slow,
}  # fmt: skip
