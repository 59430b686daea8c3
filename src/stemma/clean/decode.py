"""Bytes → characters: by byte-order mark, as UTF-8, by the page's own word, or by a guess that must be plausible.

Characters that another program had already misread ("Ã©" for "é") are mended here too, where that is certain: all this
happens before any offset exists.
"""

import codecs
import re
from collections.abc import Iterator
from functools import lru_cache

from stemma.clean.charsets import LIKELY, fits, measure_fit
from stemma.text import find_wide_encoding

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
WESTERN_MARKS = frozenset("“”‘’‚„–—…«»•€£§©®°·´¿¡™\xa0")
SHIFTED = re.compile(rb"\x1b\$[@B]")  # how Japanese begins in ISO-2022-JP, which otherwise looks like ASCII
LEAST_VALID = 3  # valid multi-byte characters for each broken one: below that it was hardly UTF-8
SAMPLE = 40_000  # bytes that are looked at to tell encodings apart
CLEAR_LEAD = 1.1  # times the runner-up
WIDER = {  # encodings that browsers read as these larger ones, and that pages often mean
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
MISREAD = re.compile(
    "[\xc2-\xdf\u0152\u0160\u0178\u017d][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013-\u203a\u20ac\u2122]|[\xe0-\xef][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013-\u203a\u20ac\u2122]{2}"
)
LEAST_MISREAD = 3  # places
MOSTLY_MISREAD = 0.5  # of the characters beyond ASCII


@lru_cache(maxsize=1)  # a page is looked at for its posts, then read
def decode(content: bytes, served: str = "") -> str | None:
    """The characters of a document, or None where no encoding is certain enough.

    Args:
        content: the bytes.
        served: the encoding that its server named, which is asked where the page itself names none that fits.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    if b"\x00" in content[:100] and (wide := find_wide_encoding(content)):
        return content.decode(wide, "replace")
    if SHIFTED.search(content) and (shifted := _try(content, "iso2022_jp_2")) is not None:
        return shifted
    try:
        return mend_misread(content.decode("utf-8"))
    except UnicodeDecodeError:
        declared = _decode_declared(content) or _decode_as(content, served)
        return declared or _decode_damaged(content) or _decode_western(content) or _guess(content)


def mend_misread(text: str) -> str:
    """The text as it was before UTF-8 was read as Western, where nearly all beyond ASCII shows that this happened."""
    words = () if text.isascii() else (word for word in text.split(" ") if not word.isascii())
    places = MISREAD.findall(" ".join(words))
    foreign = sum(character > "\x7f" for character in text) if len(places) >= LEAST_MISREAD else 0
    if not foreign or sum(map(len, places)) < MOSTLY_MISREAD * foreign:
        return text
    from ftfy import fix_encoding

    return "\n".join(fix_encoding(line) if MISREAD.search(line) else line for line in text.split("\n"))


def _decode_declared(content: bytes) -> str | None:
    """By the encoding that the page names, or by the larger one of that family, if the result can be read."""
    match = CHARSET.search(content[:4096])
    return _decode_as(content, match.group(1).decode("ascii", "replace")) if match else None


def _decode_as(content: bytes, declared: str) -> str | None:
    try:
        name = codecs.lookup(declared).name
    except (LookupError, UnicodeError, ValueError):
        return None
    if name.startswith(("utf-8", "utf-16", "utf-32")):
        return None
    encoding = WIDER.get(name, name)
    text = _try(content, encoding)
    return text if text is not None and fits(text[:SAMPLE], encoding) else None


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _guess(content: bytes) -> str | None:
    """By the encoding in which the text has by far the most common words or characters of its language."""
    if not _is_printable(content):
        return None
    ranked = sorted(_rank(content), reverse=True)
    if not ranked or not ranked[0][0] or (len(ranked) > 1 and ranked[0][0] < CLEAR_LEAD * ranked[1][0]):
        return None
    return ranked[0][1]


def _rank(content: bytes) -> Iterator[tuple[float, str]]:
    """Yield (how well it fits, text) for every text that the bytes could be."""
    seen: set[str] = set()
    for encoding in LIKELY:
        text = _try(content, encoding)
        if text is not None and text not in seen:
            seen.add(text)
            yield measure_fit(text[:SAMPLE], encoding), text


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
    fitting = sum(character.isalpha() or character in WESTERN_MARKS for character in foreign)
    is_plausible = fitting >= 0.95 * len(foreign) and fits(text[:SAMPLE], "cp1252")
    return text if is_plausible and _is_printable(content) else None


def _is_printable(content: bytes) -> bool:
    controls = sum(content.count(bytes([code])) for code in range(32) if code not in (9, 10, 11, 12, 13))
    return controls * 1000 <= len(content)
