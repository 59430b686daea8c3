"""Where words begin and end in scripts that leave no blanks, or glue particles to their nouns.

No trained model: the longest word that the language's own file lists is cut out, and what lies between listed words
stays together. That is enough to find cues, particles and nouns for people.
"""

from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from typing import NamedTuple

from stemma.lang.language import Language
from stemma.text import fold

Cutter = Callable[[str], list[tuple[int, int]]]
_SHORTEST_STEM = 1  # letters that stay before a particle
_NO_WORDS = frozenset({"particles", "own_reporting", "stopwords"})  # of which none is a word to look for
_KEPT = 65536  # words whose pieces are remembered
_made: dict[int, tuple[Language, "Cutter | None"]] = {}


class _Words(NamedTuple):
    """The listed words, and how long those are that begin with a letter, the longest first."""

    all: frozenset[str]
    lengths: dict[str, tuple[int, ...]]


def find_cutter(language: Language | None) -> Cutter | None:
    """What cuts the words of a language apart; None where blanks do. Kept once for each language object."""
    if language is None:
        return None
    entry = _made.get(id(language))
    if entry is None:
        entry = _made[id(language)] = (language, _make_cutter(language))
    return entry[1]


def _make_cutter(language: Language) -> Cutter | None:
    if language.grammar.unspaced:
        words = _index(_find_listed(language))
        return lru_cache(maxsize=_KEPT)(lambda word: _cut_longest(word, words))
    if language.grammar.particles:
        ordered = sorted(language.grammar.particles.items(), key=lambda entry: (-len(entry[0]), entry[0]))
        listed = frozenset(word for word in _find_listed(language) if word not in language.grammar.particles)
        return lru_cache(maxsize=_KEPT)(lambda word: _cut_particle(word, tuple(ordered), listed))
    return None


def _find_listed(language: Language) -> frozenset[str]:
    """Every single word that any section of the language lists."""
    listed: set[str] = set()
    for section in (language.grammar, language.counting, language.calendar, language.speech):
        for entry in fields(section):
            words = getattr(section, entry.name)
            if isinstance(words, frozenset | dict) and entry.name not in _NO_WORDS:
                listed.update(word for word in words if " " not in word)
    return frozenset(listed)


def _index(words: frozenset[str]) -> _Words:
    lengths: dict[str, set[int]] = {}
    for word in words:
        if not word.isascii():
            lengths.setdefault(word[0], set()).add(len(word))
    return _Words(words, {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()})


def _flatten(word: str) -> str:
    """Folded letter by letter, so that every offset stays."""
    return "".join(plain if len(plain := fold(letter)) == 1 else letter for letter in word)


def _script(letter: str) -> str:
    if letter < "\u0250":
        return "latin"
    if "\u3041" <= letter <= "\u309f":
        return "hiragana"
    return "katakana" if "\u30a0" <= letter <= "\u30ff" else "other"


def _cut_longest(word: str, words: _Words) -> list[tuple[int, int]]:
    if word.isascii():
        return [(0, len(word))]
    flat, pieces, start, at = _flatten(word), [], 0, 0
    while at < len(flat):
        lengths = words.lengths.get(flat[at], ())
        length = next((n for n in lengths if at + n <= len(flat) and flat[at : at + n] in words.all), 0)
        if start < at and (length or _script(flat[at]) != _script(flat[at - 1])):
            pieces.append((start, at))
            start = at
        at += length or 1
        if length:
            pieces.append((start, at))
            start = at
    return [*pieces, (start, at)] if start < at else pieces


def _cut_particle(word: str, endings: tuple[tuple[str, str], ...], listed: frozenset[str]) -> list[tuple[int, int]]:
    flat = _flatten(word)
    if word.isascii() or flat in listed:
        return [(0, len(word))]
    for ending, behind in endings:
        stem = len(flat) - len(ending)
        if stem >= _SHORTEST_STEM and flat.endswith(ending) and _may_follow(flat[stem - 1], behind):
            return [(0, stem), (stem, len(flat))]
    return [(0, len(word))]


def _may_follow(letter: str, behind: str) -> bool:
    """True where a particle may stand behind that letter: some follow syllables that end in a vowel, some others."""
    if behind in ("open", "closed"):
        hangul = "\uac00" <= letter <= "\ud7a3"
        return not hangul or ((ord(letter) - 0xAC00) % 28 == 0) == (behind == "open")
    return not behind or letter in behind
