"""The reader of mailboxes (.mbox): mails one after the other, each with a line "From " above it."""

from collections.abc import Iterator
from pathlib import Path

from stemma.acquire.pages.mail import SIZE_LIMIT, read_message
from stemma.acquire.pages.pdf import Reading
from stemma.model import RawDocument, Skipped

MAIL_LIMIT = 100_000
LINE_LIMIT = 1_000_000  # bytes read at once


def read_mbox(path: Path, uri: str, reading: Reading | None = None) -> Iterator[RawDocument | Skipped]:
    """Yield the documents of every mail in a mailbox, the mails by their number."""
    try:
        found = False
        for number, content in enumerate(split_mails(path), 1):
            found = True
            if content is None:
                yield Skipped(uri=f"{uri}/{number}", reason=f"a mail bigger than {SIZE_LIMIT // 1_000_000} MB")
            else:
                yield from read_message(content, f"{uri}/{number}", reading)
            if number >= MAIL_LIMIT:
                yield Skipped(uri=uri, reason=f"more than {MAIL_LIMIT:,} mails: the rest was not read")
                return
    except OSError as error:
        yield Skipped(uri=uri, reason=f"cannot be read ({error.strerror or error})")
        return
    if not found:
        yield Skipped(uri=uri, reason='not a mailbox: no line begins with "From "')


def split_mails(path: Path) -> Iterator[bytes | None]:
    """Yield the bytes of every mail; None for one that is too big."""
    kept: list[bytes] | None = None
    size, is_blank = 0, True
    if not path.is_file():
        raise OSError("not a regular file")
    with path.open("rb") as stream:
        while line := stream.readline(LINE_LIMIT):
            if is_blank and line.startswith(b"From "):
                if kept is not None:
                    yield b"".join(kept) if size <= SIZE_LIMIT else None
                kept, size = [], 0
            elif kept is not None:
                size += len(line)
                if size <= SIZE_LIMIT:
                    kept.append(line[1:] if line.startswith(b">From ") else line)
            is_blank = not line.strip()
    if kept is not None:
        yield b"".join(kept) if size <= SIZE_LIMIT else None
