"""How well a text decoded by some encoding reads as a language that is written in it."""

import re
from collections import Counter

from stemma.clean.language import count_stopwords
from stemma.text import find_words

LATIN = "A-Za-z\u00c0-\u024f"
CYRILLIC = "\u0400-\u045f\u0490\u0491"
SCRIPTS = {  # encoding -> letters that a text in it is made of
    "cp1251": CYRILLIC,
    "koi8-r": CYRILLIC,
    "koi8-u": CYRILLIC,
    "iso8859-5": CYRILLIC,
    "cp866": CYRILLIC,
    "cp1250": LATIN,
    "iso8859-2": LATIN,
    "cp1254": LATIN,
    "cp1252": LATIN,
    "cp1253": "\u0370-\u03ff",
    "iso8859-7": "\u0370-\u03ff",
    "cp1255": "\u05d0-\u05ea",
    "cp1256": "\u0620-\u06ff",
    "cp874": "\u0e01-\u0e5b",
}
COMMON = {  # characters of every tenth or so in running text
    "gb18030": "的一是不在了有和人这中大为上个国我以要他时来用们到说年会日月",
    "big5hkscs": "的一是不在了有和人這中大為上個國我以要他時來用們到說年會日月",
    "cp949": "이다는을의에가를은한고하지도로사기대",
    "cp932": "のにはをたがでてとしれさいるもなこっ",
    "euc_jp": "のにはをたがでてとしれさいるもなこっ",
}
HOMES = {
    "cp1254": {"tr"},
    "koi8-u": {"uk"},
    "cp1250": {"pl", "cs"},
    "iso8859-2": {"pl", "cs"},
}  # where they write other letters
UNMISTAKEN = {"cp1256": 0.97}  # the share of its letters from which the script alone tells: other texts mix in Latin
AT_HOME = 1.5  # times the fit of a neighbour that has the same small words
LIKELY = ("cp1251", "koi8-r", "koi8-u", "cp1250", "iso8859-2", "cp1254", "cp1256", "cp1253", "cp1255", *COMMON)
LEAST_COMMON = 0.08  # of the characters beyond ASCII
LEAST_KNOWN = 0.06  # of the words are small words of one language
LEAST_CASED = 0.7  # of the letters stand in words with capitals where people write them
LEAST_OWN = 0.9  # of the characters beyond ASCII are letters of the script, or marks that all share
SHARED = re.compile(
    "[\u00a0\u00ab\u00bb\u00a7\u00a9\u00ae\u00b0\u00b7\u2010-\u203a\u20ac\u2116\u2122\u060c\u061b\u061f]"
)
MOST_ACCENTED = 0.6  # of the letters of words that have an accent
MOST_MIXED = 0.2  # of the words that have letters of the script
FEW_WORDS = 12  # below that small words may be missing by chance


def measure_fit(text: str, encoding: str) -> float:
    """0 for what no language writes in that encoding, else the share of its common words or characters."""
    foreign = [character for character in text if character > "\x7f"]
    if not foreign:
        return 0.0
    if encoding in COMMON:
        share = sum(map(COMMON[encoding].count, foreign)) / len(foreign)
        return share if share >= LEAST_COMMON else 0.0
    if measure_script(foreign, encoding) < LEAST_OWN or (SCRIPTS[encoding] == LATIN and is_all_accents(text)):
        return 0.0
    words = find_words(text)
    code, count = find_likeliest(words)
    share = count / max(len(words), 1) * (AT_HOME if code in HOMES.get(encoding, ()) else 1.0)
    if len(words) >= FEW_WORDS and measure_script(foreign, encoding) >= UNMISTAKEN.get(encoding, 2.0):
        share = max(share, LEAST_KNOWN)  # small words are written as one with others there
    letters = _weigh_letters(text)
    is_known = share >= LEAST_KNOWN and letters >= LEAST_CASED
    return share * letters * measure_script(foreign, encoding) if is_known else 0.0


def find_likeliest(words: list[str]) -> tuple[str, int]:
    """The language most of whose small words are among these, and how many they are."""
    counts = count_stopwords(words)
    return max(((code, counts[code]) for code in sorted(counts)), key=lambda found: found[1], default=("", 0))


def fits(text: str, encoding: str) -> bool:
    """True where the text may be written in the encoding that it claims: readable, or too short to tell."""
    foreign = [character for character in text if character > "\x7f"]
    if not foreign or (encoding not in COMMON and encoding not in SCRIPTS):
        return True
    if encoding in COMMON:
        is_short = len(foreign) < 2 * FEW_WORDS and not _is_mixed(text)
        return is_short or measure_fit(text, encoding) > 0
    if measure_script(foreign, encoding) < LEAST_OWN:
        return False
    if SCRIPTS[encoding] == LATIN:
        code, _ = find_likeliest(find_words(text))
        return not is_all_accents(text) and code not in _find_strangers(encoding)
    return not _is_mixed(text) and (len(find_words(text)) < FEW_WORDS or _weigh_letters(text) >= LEAST_OWN)


def _is_mixed(text: str) -> bool:
    """True where letters of two scripts stand in one word, and in more than a few."""
    words: list[str] = [word for word in re.findall(r"[^\W\d_]{3,}", text) if not word.isascii()]
    return sum(any(map(str.isascii, word)) for word in words) > MOST_MIXED * len(words)


def _find_strangers(encoding: str) -> set[str]:
    """The languages whose letters this encoding of Latin letters lacks."""
    homes = HOMES.get(encoding, set())
    return {code for codes in HOMES.values() for code in codes} - homes if not homes else set()


def is_all_accents(text: str) -> bool:
    """True where words with an accent are made of little else: another script, misread."""
    words: list[str] = [word for word in re.findall(r"[^\W\d_]{3,}", text) if not word.isascii()]
    accented = sum(letter > "\x7f" for word in words for letter in word)
    return accented > MOST_ACCENTED * sum(map(len, words))


def measure_script(foreign: list[str], encoding: str) -> float:
    """The share of these characters that are letters of the encoding's script, or marks that all share."""
    own = re.compile(f"[{SCRIPTS[encoding]}]")
    if any(character <= "\x9f" for character in foreign):
        return 0.0  # controls that no text holds
    fitting = sum(own.match(character) is not None or SHARED.match(character) is not None for character in foreign)
    return fitting / len(foreign)


def _weigh_letters(text: str) -> float:
    """The share of letters that stand in words as people write them: capitals only at the front, or throughout."""
    words: list[str] = [word for word in re.findall(r"[^\W\d_]{2,}", text) if not word.isascii()]
    kinds = Counter(word[1:].islower() or word.isupper() or word.lower() == word.upper() for word in words)
    return kinds[True] / max(kinds.total(), 1)
