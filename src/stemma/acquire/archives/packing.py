"""What Zip and tar have in common: which entries are read, what their `meta.jsonl` says, what is passed over."""

import lzma
import re
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import IO

from stemma.acquire.archives.entries import add_meta, read_stream, say_counts
from stemma.acquire.meta import META_LIMIT, META_NAME, Facts, parse_meta
from stemma.acquire.names import Names, clean_name
from stemma.acquire.plain import find_suffix
from stemma.acquire.reading import Read, Reading, TooMuchError
from stemma.model import Skipped

ARCHIVES = re.compile(r"\.(?:zip|wacz|tar|tgz|tbz2|txz)\b")  # a WARC is one thing with its pages
# what the libraries of packing raise on damaged data
ERRORS: tuple[type[Exception], ...] = (
    OSError, ValueError, EOFError, RuntimeError, NotImplementedError,
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError,
)  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Packing:
    """The reading of one Zip or tar.

    Attributes:
        reading: that of the archive.
        names: what its documents are called.
        facts: what the `meta.jsonl` of its folders say, by the cleaned name of the entry.
        passed: how many entries of which kinds were passed over.
    """

    reading: Reading
    names: Names
    facts: Facts = field(default_factory=dict)
    passed: Counter[str] = field(default_factory=Counter)

    def take_meta(self, name: str, content: bytes, known: set[str]) -> list[Skipped]:
        """Remember what the `meta.jsonl` of a folder in the archive says; `known` are the cleaned names of all."""
        place = clean_name(name)
        folder = place.removesuffix(META_NAME)
        uri = f"{self.names.uri}/{place}"
        if len(content) > META_LIMIT:
            return [Skipped(uri=uri, reason=f"more than {META_LIMIT // 1_000_000} MB; files are taken without it")]
        facts, notices = parse_meta(content, uri, lambda file: folder + clean_name(file) in known)
        self.facts.update({folder + clean_name(file): meta for file, meta in facts.items()})
        return notices

    def read_entry(self, name: str, open_entry: Callable[[], IO[bytes]]) -> Read:
        """Yield the documents of one entry, or count it among those passed over.

        Raises:
            TooMuchError: a limit of the whole archive is reached.
        """
        place = clean_name(name)
        suffix = self.find_kind(place)
        if suffix is None:
            return
        uri = self.names.take(name)
        if ARCHIVES.search(suffix) and self.reading.depth >= self.reading.limits.nested:
            yield Skipped(uri=uri, reason="an archive too deep inside archives (--limit nested=NUMBER)")
            return
        items = self._read(open_entry, uri, suffix)
        yield from add_meta(items, self.facts.get(place, {}))

    def _read(self, open_entry: Callable[[], IO[bytes]], uri: str, suffix: str) -> Read:
        try:
            with open_entry() as stream:
                yield from read_stream(stream, uri, suffix, self.reading.deeper)
        except TooMuchError:
            raise
        except ERRORS as error:
            reason = " ".join(str(error).split())[:200] or type(error).__name__
            yield Skipped(uri=uri, reason=f"cannot be unpacked ({reason})")

    def find_kind(self, place: str) -> str | None:
        """The suffix by which an entry is read; None for one that is passed over, which is counted here."""
        path = PurePosixPath(place)
        if path.name == META_NAME or any(part.startswith((".", "__MACOSX")) for part in path.parts):
            return None
        suffix = find_suffix(path, self.reading.kinds)
        if suffix is None:
            self.passed[path.suffix.casefold()[:12] or "file without a suffix"] += 1
        return suffix

    def tell_passed(self) -> None:
        """Tell how many entries were passed over."""
        if self.passed:
            self.reading.tell(self.names.uri, f"{say_counts(self.passed)} not read")
