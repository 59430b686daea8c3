"""Pure text helpers that every stage may use."""

import hashlib
import re
import unicodedata
from functools import lru_cache

_UNDECOMPOSED = str.maketrans("łıđø", "lido")  # letters with a mark that Unicode does not take apart
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


def make_id(*parts: object) -> str:
    """First 12 hex digits of the SHA-256 over the parts: the same content always gets the same id."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:12]


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Case-folded, without diacritics, straight quotes: for comparing, never for showing."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'")).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_UNDECOMPOSED)


def find_words(text: str) -> list[str]:
    """The words of a text, folded."""
    return [fold(match.group()) for match in WORD.finditer(text)]
