"""Whole pages copied into a text file: the run of lines that is the article, without menus, boxes and lists."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from stemma.clean.dates import find_line_date
from stemma.clean.draft import SENTENCE_END, count_words, is_headline_like
from stemma.clean.language import detect_language

LEAST_AROUND = 14  # scraps outside the article: fewer are a head, a signature, a list of sources
LEAST_SHARE = 0.2  # of all lines
LONGEST_SCRAP = 4  # words
LEAST_PROSE = 40  # words in the article
SHORTEST_PROSE = 7  # words
LONGEST_UNENDED = 25  # words: a longer line is running text without a full stop
LONGEST_COUNTED = 60  # words of one line
ITEM_PENALTY = 7.0
HIGHEST_TITLE = 12  # lines above the article in which its headline may stand
OFTEN = 3


def cut_to_article(lines: Sequence[str]) -> list[str] | None:
    """The article's lines with its headline, or None where the text is no copied page."""
    filled = [line for line in lines if line]
    prose = [is_prose(line) for line in filled]
    start, end = find_best_run([_weigh(line, is_long) for line, is_long in zip(filled, prose, strict=True)])
    words = sum(count_words(line) for line, is_long in zip(filled[start:end], prose[start:end], strict=True) if is_long)
    around = sum(count_words(line) <= LONGEST_SCRAP for line in [*filled[:start], *filled[end:]])
    if words < LEAST_PROSE or around < LEAST_AROUND or around < LEAST_SHARE * len(filled):
        return None
    often = Counter(filled)
    body = [line for line in filled[start:end] if often[line] < OFTEN]
    return [*_find_head(filled[max(0, start - HIGHEST_TITLE) : start], detect_language(body)), *body]


def is_prose(line: str) -> bool:
    """True for a line of running text."""
    words = count_words(line)
    return words > LONGEST_UNENDED or (words >= SHORTEST_PROSE and SENTENCE_END.search(line) is not None)


def _weigh(line: str, is_long: bool) -> float:
    return float(min(count_words(line), LONGEST_COUNTED)) if is_long else -ITEM_PENALTY


def find_best_run(weights: Sequence[float]) -> tuple[int, int]:
    """Where the run of the greatest sum starts and ends (Kadane's method)."""
    sums = [0.0, *accumulate(weights)]
    best, low, run = 0.0, 0, (0, 0)
    for index, total in enumerate(sums):
        if total < sums[low]:
            low = index
        if total - sums[low] > best:
            best, run = total - sums[low], (low, index)
    return run


def _find_head(above: list[str], code: str) -> list[str]:
    """The headline close above the article, which is longer than menus and bylines, and the date behind it."""
    headlines = [line for line in above if is_headline_like(line) and count_words(line) > LONGEST_SCRAP]
    if not headlines:
        return []
    title = max(headlines, key=count_words)
    behind = above[above.index(title) + 1 :]
    return [title, *[line for line in behind if find_line_date(line, code)]]
