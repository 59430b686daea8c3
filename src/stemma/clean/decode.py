"""Bytes → characters: by byte-order mark, as UTF-8, by the page's own word, or by a guess that must be plausible."""

import codecs
import re

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
WESTERN_MARKS = frozenset("“”‘’‚„–—…«»•€£§©®°·´¿¡™\xa0")
LEAST_VALID = 3  # valid multi-byte characters for each broken one: below that it was hardly UTF-8


def decode(content: bytes) -> str | None:
    """The characters of a document, or None where no encoding is certain enough."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_declared(content) or _decode_damaged(content) or _decode_western(content)


def _decode_declared(content: bytes) -> str | None:
    match = CHARSET.search(content[:4096])
    if match is None:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name
        return None if name == "utf-8" else content.decode(name)
    except (LookupError, UnicodeError):
        return None


def _decode_damaged(content: bytes) -> str | None:
    """UTF-8 with a few broken bytes, such as a file that was cut inside a character."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    valid = sum(character > "\x7f" for character in text) - broken
    return text if valid >= LEAST_VALID * broken else None


def _decode_western(content: bytes) -> str | None:
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    foreign = [character for character in text if character > "\x7f"]
    letters = sum(character.isalpha() for character in text)
    fitting = sum(character.isalpha() or character in WESTERN_MARKS for character in foreign)
    # Cyrillic or Greek read as Western gives words of nothing but accented letters.
    accented = sum(character.isalpha() for character in foreign)
    is_plausible = fitting >= 0.95 * len(foreign) and accented <= 0.25 * letters
    return text if is_plausible and _is_printable(content) else None


def _is_printable(content: bytes) -> bool:
    controls = sum(content.count(bytes([code])) for code in range(32) if code not in (9, 10, 11, 12, 13))
    return controls * 1000 <= len(content)
