"""Packed streams, unpacked a piece at a time: what is damaged or too much ends the stream and is remembered."""

import bz2
import io
import lzma
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from stemma.acquire.reading import Budget, TooMuchError, open_regular

PIECE = 1 << 16  # bytes
XZ_MEMORY = 200_000_000  # bytes that unpacking may ask for: xz -9 takes 65 MB
BUFFER = 1 << 18
GZIP_MEMBER = re.compile(rb"\x1f\x8b\x08")
SEARCHED = 1 << 20  # bytes that are searched at once
MEMBER_HEAD = 4096  # bytes of a member that show how its content begins
MOST_TRIED = 10_000  # places that look like a member


class _Inflater:
    """zlib in the manner of the other two: what was not used up stays inside."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    def decompress(self, data: bytes, size: int) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, size)


MAKERS: dict[bytes, Callable[[], Any]] = {
    b"\x1f\x8b": _Inflater,
    b"BZh": bz2.BZ2Decompressor,
    b"\xfd7zXZ\x00": lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=XZ_MEMORY),
}


def find_maker(head: bytes) -> Callable[[], Any] | None:
    """What unpacks a stream that begins so; None for one that is not packed."""
    return next((maker for mark, maker in MAKERS.items() if head.startswith(mark)), None)


class Unpacked(io.RawIOBase):
    """The unpacked bytes of a stream of one or more packed members, counted against a budget."""

    def __init__(self, packed: IO[bytes], maker: Callable[[], Any], budget: Budget) -> None:
        self.fault: str | None = None
        self.packed = packed
        self.member_at = packed.tell()  # where the member begins that is being read
        self.is_damaged = False
        self._maker = maker
        self._budget = budget
        self._unpacker = maker()
        self._waiting = b""
        self._position = 0
        self._is_fresh = True  # nothing of this member was seen yet

    def readable(self) -> bool:
        """True: it is there to be read."""
        return True

    def tell(self) -> int:
        """How many bytes were unpacked."""
        return self._position

    def readinto(self, buffer: Any) -> int:
        """Unpack into the buffer; 0 at the end, or where nothing more can be had."""
        piece = self._read_piece(min(len(buffer), PIECE)) if self.fault is None else b""
        buffer[: len(piece)] = piece
        self._position += len(piece)
        return len(piece)

    def _read_piece(self, size: int) -> bytes:
        try:
            piece = self._unpack(size)
            self._budget.spend(len(piece))
        except TooMuchError as error:
            self.fault = str(error)
        except (OSError, ValueError, EOFError, MemoryError, zlib.error, lzma.LZMAError) as error:
            self.fault = f"damaged ({str(error) or type(error).__name__}); read up to there"
            self.is_damaged = True
        else:
            return piece
        return b""

    def _unpack(self, size: int) -> bytes:
        while True:
            if self._unpacker.eof:
                self._start_member()
            if not self._waiting and (self._unpacker.needs_input or self._is_fresh):
                self._waiting = self.packed.read(PIECE)
                if not self._waiting:
                    return self._end()
            given, self._waiting = self._waiting, b""
            self._is_fresh = False
            piece: bytes = self._unpacker.decompress(given, size)
            if piece:
                return piece

    def _start_member(self) -> None:
        self._waiting = self._unpacker.unused_data.lstrip(b"\x00")  # tapes pad with zeros
        self.member_at = self.packed.tell() - len(self._waiting)
        self._unpacker = self._maker()
        self._is_fresh = True

    def _end(self) -> bytes:
        if not self._is_fresh:
            self.fault = "cut off; read up to there"
        return b""


@dataclass(slots=True)
class Stream:
    """An open file, unpacked where it was packed."""

    file: IO[bytes]
    raw: Unpacked | None

    @property
    def fault(self) -> str | None:
        """Why the stream ended before its time; None where it did not."""
        return self.raw.fault if self.raw else None

    @property
    def is_damaged(self) -> bool:
        """True where the stream ended since its bytes make no sense; false where they were cut off, or too many."""
        return self.raw is not None and self.raw.is_damaged


def list_rest(stream: Stream, budget: Budget, beginning: bytes) -> Iterator[Stream]:
    """Yield what stands behind the damage of a file of packed members: a stream from each whole member behind one.

    Args:
        stream: one that has been read up to its damage.
        budget: of the file.
        beginning: how the content of such members begins.
    """
    raw = stream.raw
    while raw and raw.is_damaged:
        place = _find_member(raw.packed, raw.member_at + 1, beginning)
        if place is None:
            return
        raw.packed.seek(place)
        raw = Unpacked(raw.packed, _Inflater, budget)
        yield Stream(io.BufferedReader(raw, BUFFER), raw)


def _find_member(packed: IO[bytes], start: int, beginning: bytes) -> int | None:
    """Where the next member of gzip begins whose content begins so."""
    tries = MOST_TRIED
    packed.seek(start)
    while piece := packed.read(SEARCHED):
        for found in GZIP_MEMBER.finditer(piece):
            tries -= 1
            if _unpack_start(piece[found.start() : found.start() + MEMBER_HEAD]).startswith(beginning):
                return start + found.start()
            if not tries:
                return None
        if len(piece) < SEARCHED:
            return None
        start += len(piece) - MEMBER_HEAD
        packed.seek(start)
    return None


def _unpack_start(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(packed, 100)
    except zlib.error:
        return b""


@contextmanager
def open_unpacked(path: Path, budget: Budget) -> Iterator[Stream]:
    """Open a file, packed or not, as what it holds; its first bytes tell how it is packed.

    Raises:
        OSError: it cannot be opened.
    """
    with open_regular(path) as packed:
        maker = find_maker(packed.read(6))
        packed.seek(0)
        if maker is None:
            yield Stream(packed, None)
            return
        raw = Unpacked(packed, maker, budget)
        yield Stream(io.BufferedReader(raw, BUFFER), raw)
