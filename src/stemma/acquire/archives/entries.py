"""What was found inside another file, handed to the reader of its kind."""

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO

from stemma.acquire.plain import SUFFIXES, make_document
from stemma.acquire.reading import Read, Reading, read_path
from stemma.model import RawDocument

PIECE = 1 << 20  # bytes


def read_content(content: bytes, uri: str, suffix: str, reading: Reading) -> Read:
    """Yield the documents in the bytes of a file of that kind."""
    if suffix in SUFFIXES:
        yield make_document(content, uri, suffix, reading.limits.document)
        return
    with _make_file(suffix) as file:
        file.write(content)
        file.flush()
        yield from read_path(Path(file.name), uri, reading)


def read_stream(stream: IO[bytes], uri: str, suffix: str, reading: Reading) -> Read:
    """Yield the documents in a stream of that kind, counting what is unpacked.

    Raises:
        TooMuchError: more was unpacked than the file around it may hold.
    """
    if suffix in SUFFIXES:
        content = stream.read(reading.limits.document + 1)
        reading.budget.spend(len(content))
        yield make_document(content, uri, suffix, reading.limits.document)
        return
    with _make_file(suffix) as file:
        while piece := stream.read(PIECE):
            reading.budget.spend(len(piece))
            file.write(piece)
        file.flush()
        yield from read_path(Path(file.name), uri, reading)


@contextmanager
def _make_file(suffix: str) -> Iterator[IO[bytes]]:
    """A file of no given name, since readers of such kinds need a path; it is gone afterwards."""
    with tempfile.NamedTemporaryFile(prefix="stemma-", suffix=suffix) as file:
        yield file


def add_meta(items: Read, meta: Mapping[str, str]) -> Read:
    """Yield the items with what is known of them from outside; what they say themselves wins."""
    for item in items:
        yield replace(item, meta={**meta, **item.meta}) if isinstance(item, RawDocument) else item


def say_counts(counts: Counter[str]) -> str:
    """The counts in words, "12 images, 1 redirect", the most first."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count:,} {name}{'s' if count > 1 and name[0] != '.' else ''}" for name, count in ranked)
