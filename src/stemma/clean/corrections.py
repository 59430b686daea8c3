"""Where an article says of itself that it was corrected, updated or edited: kept, with the place."""

from functools import lru_cache

from stemma.clean.draft import count_words
from stemma.lang import find_language
from stemma.model import Mark, Span
from stemma.text import fold

LONGEST = 120  # words of one note
SHORTEST = 3  # words: "Update:" alone is a heading
OPENING = "([{*•-–—_»> 【［〈<"
LONGEST_NOTE = 600  # characters of the mark


@lru_cache(maxsize=64)
def gather_openers(code: str) -> tuple[str, ...]:
    """What such notes begin with, in a language and in English, folded."""
    pages = [language.page for language in map(find_language, sorted({"en", code})) if language]
    return tuple(sorted({_strip(opener) for page in pages for opener in page.correction_openers}))


def is_correction(line: str, code: str) -> bool:
    """True for a line that corrects, updates or explains the article in which it stands."""
    start, openers = _strip(fold(line[:80])), gather_openers(code)
    if not start.startswith(openers):
        return False
    return SHORTEST <= count_words(line) <= LONGEST and any(_opens(start, known) for known in openers)


def _strip(folded: str) -> str:
    return folded.lstrip(OPENING).replace("：", ":")


def _opens(line: str, opener: str) -> bool:
    if not line.startswith(opener):
        return False
    following = line[len(opener) : len(opener) + 1]
    return not (opener[-1].isascii() and opener[-1].isalpha() and following.isalpha())


def find_corrections(text: str, code: str) -> tuple[Mark, ...]:
    """The notes in an article's text, a paragraph each, in their order.

    Args:
        text: the article's text.
        code: its language.
    """
    marks: list[Mark] = []
    start = 0
    for line in text.split("\n"):
        if start and is_correction(line, code):
            end = start + min(len(line), LONGEST_NOTE)
            marks.append(Mark(span=Span(start, end), text=text[start:end]))
        start += len(line) + 1
    return tuple(marks)
