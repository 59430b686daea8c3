"""Tar files, packed with gzip, bzip2 or xz or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tarfile import TarFile
from tarfile import open as open_tar

from stemma.acquire.archives.packing import ERRORS, Packing
from stemma.acquire.archives.unpacked import open_unpacked
from stemma.acquire.meta import META_LIMIT, META_NAME
from stemma.acquire.names import Names, clean_name
from stemma.acquire.reading import Budget, Read, Reading, TooMuchError, skip
from stemma.model import Skipped


def read_tar(path: Path, uri: str, reading: Reading) -> Read:
    """Yield the documents in a tar file, read as a stream; links and devices are passed over."""
    packing = Packing(reading=reading, names=Names(uri))
    fault: list[str] = []
    try:
        yield from _gather_meta(path, packing)
        with _open(path, reading.budget, fault) as archive:
            yield from _read_members(archive, packing)
    except TooMuchError as error:
        fault.append(str(error))
    except ERRORS as error:
        if not fault:  # what is wrong with the packing tells more than what tar misses
            yield skip(uri, error)
    if fault:
        yield Skipped(uri=uri, reason=fault[0])
    packing.tell_passed()


@contextmanager
def _open(path: Path, budget: Budget, fault: list[str]) -> Iterator[TarFile]:
    with open_unpacked(path, budget) as stream:
        try:
            with open_tar(fileobj=stream.file, mode="r|") as archive:
                yield archive
        finally:
            if stream.fault:
                fault.append(stream.fault)


def _gather_meta(path: Path, packing: Packing) -> Iterator[Skipped]:
    """Read the archive once for every `meta.jsonl`, which may stand behind the files that it speaks of."""
    found: list[tuple[str, bytes]] = []
    known: set[str] = set()
    budget = replace(packing.reading.budget)  # a copy: the second reading unpacks the same bytes, and tells of damage
    with suppress(*ERRORS), _open(path, budget, []) as archive:
        for member in islice(archive, budget.entries):
            archive.members.clear()  # type: ignore[attr-defined]
            if not member.isfile():
                continue
            place = clean_name(member.name)
            known.add(place)
            file = archive.extractfile(member) if place.rpartition("/")[2] == META_NAME else None
            if file is not None:
                found.append((member.name, file.read(META_LIMIT + 1)))
    for name, content in found:
        yield from packing.take_meta(name, content, known)


def _read_members(archive: TarFile, packing: Packing) -> Read:
    for member in archive:
        # a stream never goes back, so nothing needs to be remembered
        archive.members.clear()  # type: ignore[attr-defined]
        packing.reading.budget.count_entry()
        file = archive.extractfile(member) if member.isfile() else None
        if file is not None:
            yield from packing.read_entry(member.name, lambda file=file: file)  # type: ignore[misc]
