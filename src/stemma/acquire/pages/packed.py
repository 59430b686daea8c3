"""The reader of single documents that were packed with gzip: page.html.gz, wire.txt.gz."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePath

from stemma.acquire.pages.saved import Unreadable, read_file
from stemma.acquire.plain import make_document
from stemma.model import RawDocument, Skipped

PACKED_LIMIT = 20_000_000  # bytes, packed and unpacked


def read_packed(path: Path, uri: str) -> Iterator[RawDocument | Skipped]:
    """Yield the one document in a gzip file such as page.html.gz."""
    try:
        content = unpack(path)
    except Unreadable as error:
        yield Skipped(uri=uri, reason=str(error))
        return
    yield make_document(content, uri, PurePath(path.stem).suffix.casefold())


def unpack(path: Path) -> bytes:
    """What a gzip file holds.

    Raises:
        Unreadable: it is no gzip file, cut off, or bigger than an article.
    """
    packed = read_file(path, PACKED_LIMIT)
    try:
        with gzip.open(path) as stream:
            content = stream.read(PACKED_LIMIT + 1)
    except (OSError, EOFError, zlib.error) as error:
        kind = "a broken gzip file" if packed.startswith(b"\x1f\x8b") else "not a gzip file"
        raise Unreadable(f"{kind}. Unpack it and give what is in it") from error
    if len(content) > PACKED_LIMIT:
        raise Unreadable(f"unpacks to more than {PACKED_LIMIT // 1_000_000} MB, too big for an article")
    return content
