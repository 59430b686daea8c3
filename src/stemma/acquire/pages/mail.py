"""The reader of mails (.eml): newsletters, forwarded mails, and the articles attached to them."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from stemma.acquire.pages.attached import is_attached, read_attached
from stemma.acquire.pages.forwarded import cut_forwarded
from stemma.acquire.pages.parts import (
    Part,
    find_parts,
    parse_message,
    read_address,
    read_header,
    read_moment,
    read_text_content,
)
from stemma.acquire.pages.pdf import Reading
from stemma.acquire.pages.saved import Unreadable, is_address, read_file
from stemma.model import RawDocument, Skipped

SIZE_LIMIT = 50_000_000  # bytes, with what is attached
DEEPEST = 4  # mails inside mails
TEXT_TYPES = ("text/html", "text/plain")
ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
FORWARDED = re.compile(
    r"^(?:(?:fwd?|wg|tr|rv|re|aw|enc|doorst|i|antw|vs|vb|пересл|转发|轉寄)\s?[:：]\s*)+", re.IGNORECASE
)
LIST_MARK = re.compile(r"^\s*\[[^\]\n]{1,40}\]\s*")
THROUGH = re.compile(
    r"^.{1,80}?\s(?:from|at|via|von|bei|de|di|от|из|dari)\s+(?:the\s+)?(?=[A-Z\u0400-\u042f])(.{2,80})$"
)
PARTED = re.compile(r"\s+[|•·]\s+")
MACHINE = re.compile(r"^(?:no-?reply|newsletters?|news|info|mail|hello|do-?not-?reply|redaktion)$", re.IGNORECASE)


def read_mail(path: Path, uri: str, reading: Reading | None = None) -> Iterator[RawDocument | Skipped]:
    """Yield the text of a mail, and after it the documents attached to it under `uri/name`."""
    try:
        content = read_file(path, SIZE_LIMIT)
    except Unreadable as error:
        yield Skipped(uri=uri, reason=str(error))
        return
    yield from read_message(content, uri, reading)


def read_message(
    content: bytes, uri: str, reading: Reading | None = None, depth: int = 0
) -> Iterator[RawDocument | Skipped]:
    """Yield the documents of one mail given as bytes.

    Args:
        content: the mail as it is stored.
        uri: what reports call it.
        reading: how attached PDFs are read.
        depth: how many mails it stands in.
    """
    message = parse_message(content)
    if message is None:
        yield Skipped(uri=uri, reason="a mail with more parts than can be read")
        return
    if not message.keys():
        yield Skipped(uri=uri, reason="not a mail: it has no header")
        return
    if message.get_content_type() in ENCRYPTED:
        yield Skipped(uri=uri, reason="an encrypted mail: save it decrypted")
        return
    parts = list(find_parts(message))
    attached = [part for part in parts if is_attached(part)]
    body = _make_body(message, parts, content, uri)
    if isinstance(body, RawDocument) or not attached:
        yield body

    def read_inner(inner: bytes, name: str) -> Iterator[RawDocument | Skipped]:
        return read_message(inner, name, reading, depth + 1)

    yield from read_attached(attached, uri, read_inner if depth < DEEPEST else None, reading)


def _make_body(message: Part, parts: list[Part], content: bytes, uri: str) -> RawDocument | Skipped:
    """The text of the mail: its web page, or else its plain text."""
    texts = [part for part in parts if part.get_content_type() in TEXT_TYPES and not is_attached(part)]
    for kind, suffix in (("text/html", ".html"), ("text/plain", ".txt")):
        for part in texts:
            text = read_text_content(part) if part.get_content_type() == kind else b""
            if text.strip(b"\xef\xbb\xbf\xa0 \t\r\n"):
                text = join_flowed(text, part) if suffix == ".txt" else text
                text, forwarded = cut_forwarded(text)
                meta = {**_read_facts(message), **forwarded}
                return RawDocument(
                    uri=uri, sha256=hashlib.sha256(content).hexdigest(), content=text, suffix=suffix,
                    meta={key: value for key, value in meta.items() if value},
                )  # fmt: skip
    return Skipped(uri=uri, reason="a mail without text")


def join_flowed(text: bytes, part: Part) -> bytes:
    """Plain text with its soft line ends joined, where the part says that it has such (RFC 3676)."""
    if str(part.get_param("format", "")).casefold() != "flowed":
        return text
    lines = text.replace(b"\r\n", b"\n").split(b"\n")
    joined: list[bytes] = []
    is_open = False
    for line in (line.removeprefix(b" ") for line in lines):  # stuffed, to keep a word "From" or ">" apart
        if is_open and line and line != b"-- ":
            joined[-1] += line
        else:
            joined.append(line)
        is_open = line.endswith(b" ") and line != b"-- "
    return b"\n".join(joined)


def _read_facts(message: Part) -> dict[str, str | None]:
    address = read_header(message, "Archived-At").strip("<>")
    return {
        "title": clean_subject(read_header(message, "Subject")),
        "outlet": find_outlet(message),
        "published": read_moment(message, "Date"),
        "url": address if is_address(address) else None,
    }


def clean_subject(subject: str) -> str | None:
    """The subject without "Fwd:" and without the mark of a mailing list; None where nothing is left."""
    return LIST_MARK.sub("", FORWARDED.sub("", subject)).strip() or None


def find_outlet(message: Part) -> str | None:
    """Who sends a mail: the name in From, or else in Sender, of the list, or of the house in the address."""
    for header in ("From", "Sender"):
        name, _ = read_address(message, header)
        if name and "@" not in name and not MACHINE.match(name):
            return name_house(name)
    listed = read_header(message, "List-Id").partition("<")[0].strip().strip('"')
    if listed:
        return listed
    _, address = read_address(message, "From")
    labels = address.rpartition("@")[2].split(".")
    return labels[-2].capitalize() if len(labels) > 1 and labels[-2] else None


def name_house(name: str) -> str:
    """The outlet in the name of a sender: "Ana Ruiz from The Harbour Herald", "Morning Brief | Harbour Herald"."""
    through = THROUGH.match(name)
    return PARTED.split(through.group(1) if through else name)[-1].strip()
