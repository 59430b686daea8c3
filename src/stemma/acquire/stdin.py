"""Standard input: one article, or a file of another kind, known by its first bytes."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from stemma.acquire.plain import make_document
from stemma.acquire.reading import Tell, read_path, start_reading
from stemma.acquire.sniff import HEAD, sniff_suffix
from stemma.acquire.walk import STDIN
from stemma.model import RawDocument, Skipped
from stemma.settings import Settings


def read_stdin(settings: Settings, tell: Tell, kinds: tuple[str, ...]) -> Iterator[RawDocument | Skipped]:
    """Yield the documents on standard input: one text or web page, or those in an archive, a feed or a table."""
    limit = settings.limits.document
    head = sys.stdin.buffer.read(HEAD)
    suffix = sniff_suffix(head)
    if suffix in (".txt", ".html") or suffix not in kinds:
        content = head + sys.stdin.buffer.read(max(0, limit + 1 - len(head)))
        yield make_document(content, STDIN, suffix if suffix == ".html" else ".txt", limit)
        return
    with tempfile.NamedTemporaryFile(prefix="stemma-", suffix=suffix) as file:
        file.write(head)
        shutil.copyfileobj(sys.stdin.buffer, file)
        file.flush()
        path = Path(file.name)
        yield from read_path(path, STDIN, start_reading(path, settings, tell, kinds))
