"""Messages of MIME parts, which saved pages and mails are: parsing within limits, headers and bytes of parts."""

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING

WORK_LIMIT = 3_000_000  # lines times levels of parts, which is what parsing costs: some 5 seconds
HEAD_LIMIT = 1_000_000  # bytes of the headers of a message
DEEPEST = 12  # levels of parts; mail programs make four
PARTS_LIMIT = 2000
LONGEST_HEADER = 2000  # characters of one header that are looked at
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
END_OF_HEAD = re.compile(rb"\n\r?\n|\r\r")
LEVEL = re.compile(rb"content-type\s{0,99}:\s{0,99}multipart/", re.IGNORECASE)
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")

if TYPE_CHECKING:
    Part = Message[str, str]
else:
    Part = Message


def parse_message(content: bytes) -> Part | None:
    """The message in these bytes; None where it is so nested that reading it could take for ever."""
    levels = 1 + min(len(LEVEL.findall(content)), 100)
    if max(content.count(b"\n"), content.count(b"\r")) * levels > WORK_LIMIT:
        return None
    if END_OF_HEAD.search(content, 0, HEAD_LIMIT) is None and len(content) > HEAD_LIMIT:
        return None
    try:
        return message_from_bytes(content)
    except (RecursionError, ValueError, LookupError):
        return None


def find_parts(message: Part, deepest: int = DEEPEST) -> Iterator[Part]:
    """Yield the parts of a message that hold no others, in their order; a message inside it is one part."""
    waiting = [(message, 0)]
    seen = 0
    while waiting and seen < PARTS_LIMIT:
        part, depth = waiting.pop()
        seen += 1
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            if depth < deepest:
                waiting += [(item, depth + 1) for item in reversed(list_inner(part))]
        else:
            yield part


def list_inner(part: Part) -> list[Part]:
    """The messages that a part holds; none where it holds text."""
    inner = part.get_payload() if part.is_multipart() else []  # of text it would decode, and a broken set of it raises
    return [item for item in inner if isinstance(item, Message)] if isinstance(inner, list) else []


def read_name(part: Part) -> str:
    """The name of the file that a part was; "" where there is none."""
    try:
        return part.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        return ""


def read_header(part: Part, name: str) -> str:
    """A header in plain characters on one line; "" where there is none."""
    value = str(part.get(name, ""))[:LONGEST_HEADER]
    with suppress(MessageError, LookupError, ValueError):  # as it stands is better than nothing
        value = str(make_header(decode_header(value)))
    return " ".join(CONTROLS.sub(" ", value).split())


def read_moment(part: Part, name: str) -> str | None:
    """The moment in a header as ISO date-time, or None."""
    try:
        return parsedate_to_datetime(read_header(part, name)).isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def read_address(part: Part, name: str) -> tuple[str, str]:
    """The name and the address in a header such as From; "" for what is missing."""
    shown, address = parseaddr(read_header(part, name))
    return shown.strip().strip("\"'").strip(), address.strip()


def read_content(part: Part) -> bytes:
    """The bytes of a part without their transfer encoding."""
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError, UnicodeError):
        content = None
    return content if isinstance(content, bytes) else b""


def read_text_content(part: Part) -> bytes:
    """The bytes of a text part, as UTF-8 where only the header of the part says what they are.

    What is UTF-8 already stays as it is, also where the header says otherwise, as careless programs write.
    """
    content = read_content(part)
    if content.startswith(BYTE_ORDER_MARK) or (not content.isascii() and _is_utf8(content)):
        return content
    try:
        charset = part.get_content_charset("utf-8")
        text = content.decode(charset)
    except (LookupError, UnicodeError, ValueError, TypeError):
        return content
    return content if text.encode("utf-8", "replace") == content else BYTE_ORDER_MARK + text.encode("utf-8", "replace")


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
