"""What is attached to a mail: pages, texts, PDFs and other mails are documents of their own; the rest is counted."""

import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from email.errors import MessageError
from email.generator import BytesGenerator
from io import BytesIO
from pathlib import Path, PurePath

from stemma.acquire.pages.mhtml import make_page
from stemma.acquire.pages.parts import Part, list_inner, read_content, read_name, read_text_content
from stemma.acquire.pages.pdf import Reading, read_pdf
from stemma.acquire.plain import make_document
from stemma.model import RawDocument, Skipped

ATTACHED_KINDS = (".txt", ".md", ".html", ".htm", ".mhtml", ".mht", ".pdf", ".eml")
KINDS_OF_TYPES = {
    "message/rfc822": ".eml", "application/pdf": ".pdf", "text/html": ".html", "text/plain": ".txt",
    "multipart/related": ".mhtml", "text/markdown": ".md",
}  # fmt: skip
SILENT = re.compile(r"image/|application/pgp|application/(?:x-)?pkcs7|text/calendar|text/x-vcard|font/")
ATTACHED_LIMIT = 50  # each PDF among them may take its whole time
LONGEST_NAME = 80
UNSAFE = re.compile(r"[/\\:*?\"<>|]+")

Documents = Iterator[RawDocument | Skipped]


def is_attached(part: Part) -> bool:
    """True for a part that is attached rather than shown: a file, or a mail inside the mail."""
    if part.get_content_type() == "message/rfc822" or part.get_content_disposition() == "attachment":
        return True
    return bool(read_name(part)) and not part.get_content_type().startswith(("text/", "image/"))


def read_attached(
    parts: Iterable[Part], uri: str, read_inner: Callable[[bytes, str], Documents] | None, reading: Reading | None
) -> Documents:
    """Yield the documents in the attached parts.

    Args:
        parts: attached parts of one mail.
        uri: of the mail.
        read_inner: reads a mail inside the mail, given its bytes and its uri; None where they have gone deep enough.
        reading: how PDFs are read.
    """
    others: Counter[str] = Counter()
    taken: set[str] = set()
    for number, part in enumerate(parts, 1):
        if number > ATTACHED_LIMIT:
            yield Skipped(uri=uri, reason=f"more than {ATTACHED_LIMIT} attachments: the rest was not read")
            break
        kind = _find_kind(part)
        if kind is None:
            others.update([] if SILENT.match(part.get_content_type()) else [part.get_content_type()])
            continue
        name = f"{uri}/{_name_part(part, number, kind, taken)}"
        if kind == ".eml" and read_inner:
            yield from read_inner(_take_mail(part), name)
        elif kind == ".eml":
            yield Skipped(uri=name, reason="a mail inside a mail inside a mail, too deep to be read")
        else:
            yield from _read_file(part, name, kind, reading)
    if others:
        named = ", ".join(f"{count} of {kind}" for kind, count in sorted(others.items()))
        yield Skipped(uri=uri, reason=f"attachments of kinds that are not read: {named}")


def _find_kind(part: Part) -> str | None:
    suffix = PurePath(read_name(part)).suffix.casefold()
    return suffix if suffix in ATTACHED_KINDS else KINDS_OF_TYPES.get(part.get_content_type())


def _name_part(part: Part, number: int, kind: str, taken: set[str]) -> str:
    """A name for a uri: no folders, no control characters, each once."""
    given = UNSAFE.sub("_", read_name(part).replace("\\", "/").rpartition("/")[2])
    plain = "".join(letter for letter in given if unicodedata.category(letter)[0] != "C").strip(". ")[:LONGEST_NAME]
    name = plain if plain and plain not in taken else f"{number}{kind}"
    taken.add(name)
    return name


def _take_mail(part: Part) -> bytes:
    """The bytes of a mail inside the mail, as near to those sent as the parts tell."""
    inner = list_inner(part)
    if not inner:
        return read_content(part)
    stream = BytesIO()
    try:
        BytesGenerator(stream, mangle_from_=False, maxheaderlen=0).flatten(inner[0])
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return b""
    return stream.getvalue()


def _read_file(part: Part, uri: str, kind: str, reading: Reading | None) -> Documents:
    """Read an attached file as if it had been saved."""
    content = read_content(part)
    if kind == ".pdf":
        with tempfile.TemporaryDirectory(prefix="stemma-") as folder:
            path = Path(folder) / "attached.pdf"
            path.write_bytes(content)
            yield from read_pdf(path, uri, reading)
    elif kind in (".mhtml", ".mht"):
        yield make_page(content, uri)
    else:
        yield make_document(read_text_content(part), uri, kind)
