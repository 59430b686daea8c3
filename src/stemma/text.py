"""Pure text helpers that every stage may use."""

import hashlib
import re
import unicodedata
from functools import lru_cache

_UNDECOMPOSED = str.maketrans("łıđø", "lido")  # letters with a mark that Unicode does not take apart
_VOICING = "\u3099\u309a"  # the marks that turn か into が and は into ぱ
MARKS = r"\u0300-\u036f\u064b-\u0655\u0670"  # accents and vowel signs written behind their letter
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # a cell that begins so is run by spreadsheets
_QUOTES = '"“”„«»'
WORD = re.compile(rf"[^\W_]+(?:['’\-][^\W_]+|[{MARKS}]+[^\W_]*)*")

LEAST_ZEROS, MOST_OTHER_ZEROS = 0.3, 0.02  # of the bytes at even places, and at odd ones
SHORTEST_WIDE = 16  # bytes

_ASCII_WORD = re.compile(r"[a-z0-9]++(?:['\-][a-z0-9]++)*+")  # the same for text that is folded already, and faster


def make_id(*parts: object) -> str:
    """First 12 hex digits of the SHA-256 over the parts: the same content always gets the same id."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:12]


@lru_cache(maxsize=4096)
def join_lists(*lists: frozenset[str]) -> frozenset[str]:
    """One list of several, made once: to join them at every word costs far more than to look one up."""
    return frozenset().union(*lists)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Case-folded, without diacritics, straight quotes: for comparing, never for showing.

    The marks of kana stay, which make other letters (が is no か), and the letters of a Korean syllable stay together.
    """
    return fold_long(text)


def fold_long(text: str) -> str:
    """The same of a line or a whole text, which is not worth remembering."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'")).casefold()
    kept = _FOREIGN.sub(lambda run: run.group().translate(_BARE), plain)
    return kept if kept.isascii() else unicodedata.normalize("NFC", kept)


class _Bare(dict[int, str]):
    """What stays of each letter beyond ASCII where marks go; found out when one is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        dropped = letter not in _VOICING and bool(unicodedata.combining(letter))
        self[code] = "" if dropped else letter.translate(_UNDECOMPOSED)
        return self[code]


_BARE = _Bare()


def find_wide_encoding(content: bytes) -> str | None:
    """UTF-16 of either order where no mark says so: in markup and most writing every other byte is zero."""
    head = content[:4000]
    first, second = (head[start::2].count(0) / max(1, len(head) // 2) for start in (0, 1))
    if len(head) < SHORTEST_WIDE or max(first, second) < LEAST_ZEROS or min(first, second) > MOST_OTHER_ZEROS:
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def find_words(text: str) -> list[str]:
    """The words of a text, folded."""
    if text.isascii():
        return _ASCII_WORD.findall(text.casefold())
    return [fold(word) for word in WORD.findall(text)]


def find_word_before(text: str, end: int, within: int) -> list[str]:
    """The last of the words, folded, in the `within` characters before a place; nothing where there is none."""
    return find_words(text[max(0, end - within) : end])[-1:]


def drop_lone_marks(name: str) -> str:
    """A name without a quotation mark whose other half it has lost: 'user "tarn' is user tarn."""
    marks = [letter for letter in name if letter in _QUOTES]
    return name.replace(marks[0], "") if len(marks) == 1 else name


def is_telling_name(name: str) -> bool:
    """True for two words and more with capitals at both ends, as "the Corner" has not: one word may be anything."""
    words = name.split()
    return len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()


def defuse(cell: str) -> str:
    """A cell of a table that is only text to a spreadsheet too: an apostrophe before what it would run."""
    return f"'{cell}" if cell.lstrip(" \xa0").startswith(_FORMULA) else cell
