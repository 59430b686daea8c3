"""The file of a sealed case: what its members are called, and how they are read without trusting them.

A case is a zip file. `raw/` holds every input byte for byte under its SHA-256, `documents/` what readers took out of
inputs that hold more than one document or need a reader, `text/` the cleaned articles. `case.json` says how they belong
together, and `manifest.jsonl` holds the SHA-256 of every member in a chain.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Any
from zipfile import BadZipFile, ZipFile, ZipInfo

FORMAT = "stemma/case/1"
CASE, DOSSIER, REPORT, MANIFEST = "case.json", "dossier.json", "report.html", "manifest.jsonl"
RAW, DOCUMENTS, TEXT = "raw/", "documents/", "text/"
OPENING = re.compile(rb"\s*\{\s*\"format\":\s*\"stemma/case/1\"")
CHAIN_START = "0" * 64
MEMBERS_LIMIT = 1_000_000
TAIL = 66_000  # bytes at the end of a zip file that hold where its list of members stands
DIRECTORY_LIMIT = 200_000_000  # bytes of that list
INDEX_LIMIT = 500_000_000  # bytes of case.json, of the manifest and of the dossier
MEMBER_LIMIT = 20_000_000_000  # bytes of one member
RATIO_LIMIT, SMALL = 1100, 10_000_000  # deflate packs no more than 1032 to 1; a small member may claim what it likes
PIECE = 1_000_000  # bytes read at once
LOCAL_HEADER, END_RECORD, ZIP64_RECORDS = 30, 22, 76  # bytes of the parts of a zip file
LARGE, MANY = 2_000_000_000, 65_000  # bytes and members from which a zip file may need the larger records


class BrokenCaseError(Exception):
    """A case that cannot be read; the message says why, in words for the user."""


class CaseFile:
    """A sealed case that is open for reading; whatever is wrong with it raises `BrokenCaseError`."""

    def __init__(self, path: Path) -> None:
        try:
            self._path = path
            with path.open("rb") as stream:
                _check_directory(measure_directory(stream))
            self._zip = ZipFile(path)
        except (OSError, BadZipFile, ValueError, NotImplementedError, UnicodeError) as error:
            raise BrokenCaseError(f"no zip file, or a broken one ({error})") from error
        self.members = self._zip.infolist()
        if len(self.members) > MEMBERS_LIMIT:
            self._zip.close()
            raise BrokenCaseError(f"more than {MEMBERS_LIMIT:,} files in it")
        self._infos = {info.filename: info for info in self.members}

    def __enter__(self) -> "CaseFile":
        """The case itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """The names of its members, sorted."""
        return sorted(self._infos)

    def has_hidden_bytes(self) -> bool:
        """True where something stands before, between or behind the members, as a second file inside the first does."""
        place = 0
        with self._path.open("rb") as stream:
            for info in sorted(self.members, key=lambda info: info.header_offset):
                if info.header_offset != place:
                    return True
                stream.seek(place)
                head = stream.read(LOCAL_HEADER)
                lengths = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
                place += LOCAL_HEADER + lengths + info.compress_size
            stream.seek(0, 2)
            return place != self._zip.start_dir or stream.tell() - place > self._measure_directory()

    def _measure_directory(self) -> int:
        """The most that the list of members at the end of the file takes."""
        own = sum(46 + len(info.filename.encode()) + len(info.extra) for info in self.members)
        return own + END_RECORD + (ZIP64_RECORDS if self._zip.start_dir > LARGE or len(self.members) > MANY else 0)

    def stream(self, name: str, limit: int = MEMBER_LIMIT) -> Iterator[bytes]:
        """Yield the bytes of a member in pieces.

        Raises:
            BrokenCaseError: there is no such member, it is broken, or bigger than the limit.
        """
        info = self._infos.get(name)
        if info is None:
            raise BrokenCaseError(f"{name} is missing")
        _check_size(info, limit)
        try:
            with self._zip.open(info) as member:
                while piece := member.read(PIECE):
                    yield piece
        except (OSError, BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
            raise BrokenCaseError(f"{name} cannot be read ({error})") from error

    def read(self, name: str, limit: int = INDEX_LIMIT) -> bytes:
        """The bytes of a member.

        Raises:
            BrokenCaseError: as for `stream`.
        """
        return b"".join(self.stream(name, limit))

    def read_json(self, name: str) -> dict[str, Any]:
        """The JSON object in a member.

        Raises:
            BrokenCaseError: as for `stream`, or it is no JSON object.
        """
        return parse_object(self.read(name), name)

    def digest(self, name: str) -> tuple[str, int]:
        """The SHA-256 of a member and its size.

        Raises:
            BrokenCaseError: as for `stream`.
        """
        digest, size = hashlib.sha256(), 0
        for piece in self.stream(name):
            digest.update(piece)
            size += len(piece)
        return digest.hexdigest(), size


def _check_size(info: ZipInfo, limit: int) -> None:
    if info.file_size > limit:
        raise BrokenCaseError(f"{info.filename} is bigger than {limit:,} bytes")
    if info.file_size > max(SMALL, RATIO_LIMIT * info.compress_size):
        raise BrokenCaseError(f"{info.filename} unpacks to far more than it can hold")


def parse_object(data: bytes, name: str) -> dict[str, Any]:
    """The JSON object in these bytes.

    Raises:
        BrokenCaseError: they are no JSON object.
    """
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BrokenCaseError(f"{name} is not JSON") from error
    if not isinstance(found, dict):
        raise BrokenCaseError(f"{name} is no JSON object")
    return found


def read_case(case: CaseFile) -> dict[str, Any]:
    """What `case.json` says.

    Raises:
        BrokenCaseError: it is missing, unreadable or of an unknown format.
    """
    found = case.read_json(CASE)
    if found.get("format") != FORMAT:
        raise BrokenCaseError(f"{CASE} is of an unknown format, not {FORMAT}")
    return found


def is_sealed(path: Path) -> bool:
    """True for a sealed case, whatever the file is called; only its beginning is looked at."""
    try:
        with CaseFile(path) as case:
            if not {CASE, MANIFEST} <= set(case.names):
                return False
            start = next(case.stream(CASE, INDEX_LIMIT), b"")
            return OPENING.match(start) is not None
    except BrokenCaseError:
        return False


def measure_directory(stream: IO[bytes]) -> int | None:
    """How many bytes the list of members of a zip file says to take, of which nothing is read; None where it has none.

    The library reads that list as a whole, so that one made to harm would fill the memory. The stream is at its
    beginning afterwards.
    """
    size = stream.seek(0, 2)
    stream.seek(max(0, size - TAIL))
    tail = stream.read(TAIL)
    stream.seek(0)
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) < place + END_RECORD:
        return None
    listed = int.from_bytes(tail[place + 12 : place + 16], "little")
    if listed == 0xFFFFFFFF:  # the larger record before this one has it (ZIP64)
        larger = tail.rfind(b"PK\x06\x06", 0, place)
        listed = int.from_bytes(tail[larger + 40 : larger + 48], "little") if larger >= 0 else size
    return min(listed, size)  # the library reads no more than there is


def _check_directory(listed: int | None) -> None:
    if listed is None:
        raise BrokenCaseError("no zip file, or one that was cut off")
    if listed > DIRECTORY_LIMIT:
        raise BrokenCaseError("more files in it than can be read")


def make_line(path: str, sha256: str, size: int, chain: str) -> dict[str, str | int]:
    """A line of the manifest, whose `chain` covers the line before.

    Args:
        path: of the member.
        sha256: of its bytes.
        size: its bytes.
        chain: that of the line before, or `CHAIN_START`.
    """
    link = hashlib.sha256(f"{chain}\n{path}\n{sha256}\n{size}".encode("utf-8", "surrogatepass")).hexdigest()
    return {"path": path, "sha256": sha256, "bytes": size, "chain": link}
