"""Page furniture in running lines: menus, buttons, credits of pictures and lists of links go; credits of sources stay.

Whole lines are dropped, never a part of one, and never a line that could be a paragraph: precision first.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from stemma.clean.draft import FULL_STOP, SENTENCE_END, count_words, is_body_like, is_headline_like
from stemma.lang import find_language, known_codes
from stemma.lang.language import Page
from stemma.text import find_words, fold

LONGEST_BUTTON = 20  # words; longer lines are read as paragraphs, whatever they begin with
CAPTION = 2  # words before a credit in brackets that make it a caption
LONGEST_CAPTION = 35
SHORTEST_MENU = 4  # lines in a row; three may be the head of a press release
CAPITAL_CREDIT = re.compile(r"^[A-Z][A-Z0-9.,'’& \-]+/[A-Z][A-Z0-9.,'’& \-]*[A-Z](?=\s{2,}|\s+[A-Z][a-z]|$)")
SHORTCODE = re.compile(r"^\[/?\w+(?:[-_]\w+)+\]$|^\[/?\w+(?:\s+\w+=[^\]\s]+)+\]$")
QUOTATION = re.compile(r"[“\"«„][^“”\"«»„]{8,}[”\"»“]")
LAST_PARENTHESIS = re.compile(r"\(([^()]{3,120})\)\s*\.?$")
BARE_LINK = re.compile(r"^(?:https?://|www\.)\S+$")


@lru_cache(maxsize=64)
def gather_furniture(code: str) -> Page:
    """The furniture of a language, and of English, which stands on pages everywhere; for an unknown one, of all."""
    codes = {"en", code} if find_language(code) else set(known_codes())
    pages = [language.page for language in map(find_language, sorted(codes)) if language]
    return Page(
        furniture=frozenset().union(*(page.furniture for page in pages)),
        furniture_parts=tuple(part for page in pages for part in page.furniture_parts),
        furniture_openers=_join([page.furniture_openers for page in pages]),
        related_openers=_join([page.related_openers for page in pages]),
        link_openers=_join([page.link_openers for page in pages]),
        photo_openers=_join([page.photo_openers for page in pages]),
        evidence_openers=_join([page.evidence_openers for page in pages]),
        evidence_parts=_join([page.evidence_parts for page in pages]),
        correction_openers=_join([page.correction_openers for page in pages]),
    )


def _join(groups: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({opener for group in groups for opener in group}))


def drop_furniture(lines: Sequence[str], code: str) -> list[str]:
    """The lines of a text in that language without page furniture; blank lines stay where they are."""
    page = gather_furniture(code)
    return _drop_menus(_drop_lines(lines, page), page)


def _drop_lines(lines: Sequence[str], page: Page) -> list[str]:
    kept: list[str] = []
    dropping: str | None = None  # "link": the next line may be one, "related": all headlines that follow are
    for line in lines:
        if not line:
            kept.append(line)
            continue
        opened = _find_opening(line, page)
        if opened:
            dropping = opened
        elif dropping and _is_link_line(line, page):
            dropping = dropping if dropping == "related" else None
        else:
            dropping = None
            if not is_furniture(line, page):
                kept.append(line)
    return kept


def _find_opening(line: str, page: Page) -> str | None:
    """What a line opens: a list of "related" links, or one "link" that may stand in the next line."""
    if is_evidence(line, page):
        return None
    folded = fold(line).strip(" :.»›>-–—•*")
    if folded in page.related_openers:
        return "related"
    if folded in page.link_openers:
        return "link"
    return None


def _is_link_line(line: str, page: Page) -> bool:
    return is_headline_like(line) and not SENTENCE_END.search(line.rstrip("?!")) and not is_evidence(line, page)


def is_evidence(line: str, page: Page) -> bool:
    """True for a line that says where the article has its matter from, or what was changed in it."""
    folded = fold(line)
    if _opens(folded, page.correction_openers) and len(folded.split(":")[-1].split()) > 1:
        return True
    return _opens(folded, page.evidence_openers) or any(part in folded for part in page.evidence_parts)


def _opens(folded: str, openers: tuple[str, ...]) -> bool:
    """True where the line begins with one of these; an opener that ends in a letter must be followed by no letter."""
    bare = folded.lstrip("([*•-–—»> ")
    if not bare.startswith(openers):
        return False
    for opener in openers:
        if bare.startswith(opener):
            following = bare[len(opener) : len(opener) + 1]
            if not (opener[-1].isalnum() and following.isalnum()):
                return True
    return False


def is_furniture(line: str, page: Page) -> bool:
    """True for a line that belongs to the page, not to the article."""
    words = count_words(line)
    if words > LONGEST_CAPTION:
        return False
    if _is_photo_credit(line, page):
        return True
    if words > LONGEST_BUTTON or is_evidence(line, page):
        return False
    return _is_button(line, page)


def _is_button(line: str, page: Page) -> bool:
    folded = fold(line)
    key = " ".join(word for word in find_words(line) if not word.isdigit())
    if key in page.furniture or folded in page.furniture or SHORTCODE.match(line) or BARE_LINK.match(line):
        return True
    if _opens(folded, page.furniture_openers):
        return True
    return any(_has_parts(folded, parts) for parts in page.furniture_parts)


def _has_parts(folded: str, parts: tuple[str, ...]) -> bool:
    """True where all parts stand in the line, and it either begins with the first or is no sentence."""
    if not all(part in folded for part in parts):
        return False
    return folded.startswith(parts[0]) or not FULL_STOP.search(folded)


def _is_photo_credit(line: str, page: Page) -> bool:
    """True for a line that is nothing but a credit; a caption with a credit behind it may state a fact, and stays."""
    folded = fold(line)
    if _opens(folded, page.photo_openers):
        return count_words(line) <= LONGEST_BUTTON and not (FULL_STOP.search(line) and QUOTATION.search(line))
    match = LAST_PARENTHESIS.search(line)
    if match and _opens(fold(match.group(1)), page.photo_openers) and count_words(line[: match.start()]) < CAPTION:
        return True
    credit = CAPITAL_CREDIT.match(line)
    return credit is not None and count_words(line[credit.end() :]) < CAPTION


def _drop_menus(lines: list[str], page: Page) -> list[str]:
    """The lines without runs of very short ones before the first and after the last line of running text."""
    body = [index for index, line in enumerate(lines) if is_body_like(line)]
    if not body:
        return lines
    doomed = _find_menus(lines, range(body[0]), page) | _find_menus(lines, range(body[-1] + 1, len(lines)), page)
    return [line for index, line in enumerate(lines) if index not in doomed]


def _find_menus(lines: list[str], region: range, page: Page) -> set[int]:
    doomed: set[int] = set()
    run: list[int] = []
    for index in [index for index in region if lines[index]]:
        if is_evidence(lines[index], page):
            return doomed  # names of sources may stand one a line below their heading
        if (
            count_words(lines[index]) <= 3
            and not SENTENCE_END.search(lines[index])
            and not any(map(str.isdigit, lines[index]))
        ):
            run.append(index)
        else:
            doomed |= set(run) if len(run) >= SHORTEST_MENU else set()
            run = []
    return doomed | (set(run) if len(run) >= SHORTEST_MENU else set())
