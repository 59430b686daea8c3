"""ARC files, the format before WARC (Internet Archive, 1996): a line of facts, then the response, again and again."""

import re
from collections.abc import Iterator
from typing import IO

from stemma.acquire.crawls.sorting import Record

ARC_MARK = b"filedesc://"
LINE_LIMIT = 100_000  # bytes of one line of facts
PIECE = 1 << 16
MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")


def list_arc_records(file: IO[bytes], faults: list[str]) -> Iterator[Record]:
    """Yield the records of an ARC file; whatever ends it early is added to the faults."""
    while line := file.readline(LINE_LIMIT):
        if not line.strip():
            continue
        facts = _read_facts(line)
        if facts is None:
            faults.append("damaged (a line of facts is none); read up to there")
            return
        address, date, kind, size = facts
        block = _Block(file, size)
        if not line.startswith(ARC_MARK):
            yield Record(type="response", address=address, date=date, kind=kind, size=size, read=block.read)
        block.skip_rest()


def _read_facts(line: bytes) -> tuple[str, str, str, int] | None:
    """Address, date, content type and length: an address may hold spaces, the four or more fields behind it none.

    Version 1 has address, IP, date, type and length; version 2 has five more fields before the length.
    """
    words = "".join(filter(_is_shown, line.decode("utf-8", "replace"))).split()
    if len(words) < 5 or not (words[-1].isascii() and words[-1].isdigit()) or len(words[-1]) > 15:
        return None
    at = next((index for index in range(len(words) - 2, 0, -1) if re.fullmatch(r"\d{8,20}", words[index])), None)
    if at is None or at < 2:
        return None
    address = " ".join(words[: at - 1])
    match = MOMENT.match(words[at])
    date = "{}-{}-{}T{}:{}:{}Z".format(*match.groups()) if match else ""
    return address, date, words[at + 1].casefold(), int(words[-1])


def _is_shown(character: str) -> bool:
    return character.isprintable() or character.isspace()


class _Block:
    """The bytes of one record."""

    def __init__(self, file: IO[bytes], size: int) -> None:
        self._file = file
        self._left = size

    def read(self, size: int) -> bytes:
        """At most so many bytes of it, and none beyond its end."""
        pieces: list[bytes] = []
        wanted = min(size, self._left)
        while wanted and (piece := self._file.read(wanted)):
            pieces.append(piece)
            wanted -= len(piece)
            self._left -= len(piece)
        return b"".join(pieces)

    def skip_rest(self) -> None:
        """Go to its end."""
        while self._left and self.read(PIECE):
            pass
