"""Sentence boundaries, in one pass over the stops of a text."""

import re

from stemma.lang.language import Language
from stemma.model import Span
from stemma.text import fold

LONGEST = 3000  # characters; no sentence that people wrote is longer, and work grows with the square of its length
_CLOSERS = "\"'”’»)\\]」』）"
_STOP = re.compile(
    rf"(?P<line>\s*[\n\r\u2028\u2029]\s*)|(?P<wide>[。！？]+[{_CLOSERS}]*)|(?P<stop>[.!?…؟۔]+[{_CLOSERS}]*)(?=\s)"
)
_LAST_WORD = re.compile(r"[^\W_]+(?:[.'’\-][^\W_]+)*$")
_NEXT = re.compile(r"\s+[\"'“”‘’«(\[¿¡—–-]*\s?(.)")
_LOOK_BACK = 24  # the longest abbreviation, with room


def _is_abbreviation(word: str, abbreviations: frozenset[str]) -> bool:
    """An initial ("J"), letters with stops ("U.S") or a listed short form; a stop after these ends nothing."""
    if len(word) == 1 and word.isalpha() and word.isupper():
        return True
    return fold(word) in abbreviations or (len(word) > 2 and all(len(part) == 1 for part in word.split(".")))


def _ends_sentence(text: str, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    stop = match.group("stop")
    following = _NEXT.match(text, match.end())
    if following is None:
        return True
    next_character = following.group(1)
    if next_character.islower():
        return False
    if stop != ".":  # "!", "…", ".”": the capital that follows decides
        return True
    before = _LAST_WORD.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    return before is None or not _is_abbreviation(before.group(), abbreviations)


_OPENER = re.compile(r"\s+[\"“‘]?(?:The|This|That|It|He|She|They|But|In|On|At|A|An|And|We|I)\s")


def _is_sentence_after_initials(text: str, match: re.Match[str]) -> bool:
    """As in "… in the U.S. The …": letters with stops may end a sentence when a short common word opens the next."""
    opener = _OPENER.match(text, match.end())
    return opener is not None and text[match.start() - 2 : match.start() - 1] == "."


def find_sentences(text: str, language: Language | None) -> list[Span]:
    """Sentence spans that cover all non-blank text, in order; a line break always ends a sentence.

    Args:
        text: the article's text.
        language: gives the abbreviations; None knows initials and "U.S." only.
    """
    abbreviations = language.grammar.abbreviations if language else frozenset()
    spans: list[Span] = []
    start = 0
    for match in _STOP.finditer(text):
        if match.group("line"):
            end = match.start()
        elif (
            match.group("wide")
            or _ends_sentence(text, match, abbreviations)
            or _is_sentence_after_initials(text, match)
        ):
            end = match.end()
        else:
            continue
        _add(spans, text, start, end)
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    """Add the part without the blanks around it, unless it is blank; what never ends is cut at a space."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space if space > start else start + LONGEST
        _add(spans, text, start, cut)
        start = cut
    part = text[start:end]
    stripped = part.strip()
    if stripped:
        begin = start + len(part) - len(part.lstrip())
        spans.append(Span(begin, begin + len(stripped)))
