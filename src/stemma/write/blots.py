"""Names blacked out in a text: whatever their case, accents, inflection and spelling with hyphens or as one word."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

BLOT = "█"
LONG = 6  # letters from which on a name is taken out inside other words too; of a shorter one that would hurt too many
TAIL = r"[^\W\d_]{0,3}"  # an ending: "Talvars", "Talvarin", "Талваром"
POSSESSIVE = r"(?:['’ʼ][^\W\d_]{1,3})?"  # "Talvar's", "Talvar'ın"
BETWEEN = r"(?:[\W_]|%[0-9a-f]{2}){0,4}"  # words of a name: "ines talvar", "Ines-Talvar", "ines_talvar", "inestalvar"
START, END = r"(?<![^\W_])", r"(?![^\W\d_])"
VOWELS = "aeoyаяеоуыиьй"  # a last letter that an ending replaces: "Kowalska", "Kowalskiej"
STEMMED = 5  # letters from which on it may
# Writing that sets no spaces between words, where a name may stand anywhere.
UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
PREFIXED = re.compile(r"[\u0590-\u05ff\u0600-\u06ff]")  # writing that joins "and", "the", "to" to the next word
PREFIX = r"(?:[وفبكل]?ا?ل?|[והבלמשכ]{0,3})"
LETTERS = str.maketrans({"ß": "ss", "ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ى": "ي", "ة": "ه"})
ADDRESS = re.compile(r"^([a-z]+://[^/]*/|)(.*)$", re.DOTALL | re.IGNORECASE)


@lru_cache(maxsize=65536)
def _fold_letter(letter: str) -> str:
    """A character without case, accents and width; nothing of one that nobody sees."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    kept = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Me", "Cf", "Lm"))
    return kept.translate(LETTERS)


def _fold(text: str) -> tuple[str, list[int] | range]:
    """A text to look for names in, and for each of its characters the place that it came from."""
    if text.isascii():
        return text.lower(), range(len(text))
    folded = list(map(_fold_letter, text))
    return "".join(folded), [place for place, letters in enumerate(folded) for _ in letters]


class Blots:
    """Blacks out names. Each character becomes █, so that every place in the text stays what it was."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(dict.fromkeys(name for name in names if has_letters(name)))
        self._patterns = [pattern for name in self.names for pattern in _make_patterns(name)]
        self.black = lru_cache(maxsize=None)(self._black)  # the same words stand in a dossier many times

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where names stand, in characters of the text, in order and without overlap."""
        merged: list[tuple[int, int]] = []
        for start, end in sorted(self._find(text)):
            if merged and start < merged[-1][1]:
                merged[-1] = merged[-1][0], max(end, merged[-1][1])
            else:
                merged.append((start, end))
        return merged

    def _find(self, text: str) -> Iterator[tuple[int, int]]:
        folded, places = _fold(text)
        for pattern in self._patterns:
            for match in pattern.words.finditer(folded):
                start = places[match.start()]
                is_other = len(match[0]) > pattern.length and text[start].islower()  # "market" is no form of Mark
                if not (pattern.is_proper and is_other):
                    yield start, _find_end(text, places[match.end() - 1] + 1)

    def _black(self, text: str) -> str:
        letters = list(text)
        for start, end in self.find(text):
            letters[start:end] = BLOT * (end - start)
        return "".join(letters)

    def black_address(self, address: str) -> str:
        """An address or a file name; one that hides a name in escapes loses all behind its host."""
        blacked = self.black(address)
        if "%" not in address or not self.find(_unquote(blacked)):
            return blacked
        host, rest = ADDRESS.findall(address)[0]
        is_told = bool(self.find(_unquote(host)))
        return (BLOT * len(host) if is_told else self.black(host)) + BLOT * len(rest)


def has_letters(name: str) -> bool:
    """True for a name that can be looked for: some letter or digit is in it."""
    return any(_fold_letter(letter).isalnum() for letter in name)


def _find_end(text: str, end: int) -> int:
    """The end with the accents written behind the last letter."""
    while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me"):
        end += 1
    return end


def _unquote(address: str) -> str:
    return unquote(address.replace("+", " "))


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a name is looked for."""

    words: re.Pattern[str]
    length: int  # letters of the name
    is_proper: bool = False  # a short name with a capital: what is longer and has none is another word


def _make_patterns(name: str) -> Iterator[Pattern]:
    """Yield the patterns of a name: as it stands, and with its words inflected."""
    words = re.findall(r"[^\W_]+", _fold(unicodedata.normalize("NFC", name))[0])
    letters = sum(map(len, words))
    exact = BETWEEN.join(map(re.escape, words))
    inflected = BETWEEN.join(map(_inflect, words)) + POSSESSIVE
    prefix = PREFIX if PREFIXED.search(name) else ""
    is_proper = len(words) == 1 and name.strip()[0].isupper() and letters < LONG
    if not UNSPACED.search(name):
        whole = inflected if letters > 3 else exact + POSSESSIVE
        yield Pattern(re.compile(f"{START}{prefix}{whole}{END}"), letters, is_proper)
    if UNSPACED.search(name) or letters >= LONG:
        yield Pattern(re.compile(exact), letters)


def _inflect(word: str) -> str:
    """A word with an ending, or with another in place of its last vowel."""
    if len(word) < 3:
        return re.escape(word)
    is_open = len(word) >= STEMMED and word[-1] in VOWELS
    return re.escape(word[:-1] if is_open else word) + TAIL
