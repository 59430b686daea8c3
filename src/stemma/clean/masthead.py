"""Title, outlet and date of an article, each with the ground on which it is believed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from stemma.clean.dates import find_dates, find_line_date
from stemma.clean.draft import count_words, is_body_like, is_headline_like
from stemma.lang import find_language
from stemma.text import find_words, fold

HEAD = 5  # lines in which a masthead may stand
DASH = r"\s*(?:--+|[-–—])\s+"
DATELINE = re.compile(rf"^([^\n]{{2,90}}?){DASH}(?=[\"“‘'«(]?\w)")
DOMAIN = re.compile(
    r"\b([A-Za-z][\w-]{2,})\.(?:(?:com|net|org|info|news|tv|co|go|or|ac)(?:\.[a-z]{2})?|[a-z]{2})\b(?!\.\w)",
    re.IGNORECASE,
)
PARENTHESIS = re.compile(r"\(([^()]{2,40})\)\s*$")
NAME_WORD = r"[A-Z0-9](?:[\w&'’-]|\.(?=\w))*"  # a full stop only inside: U.S, Site.com
NAME = rf"{NAME_WORD}(?:\s+(?:of\s+the\s+|of\s+|and\s+|the\s+)?{NAME_WORD}){{0,5}}"
BYLINE_NAME = rf"{NAME}|(?:[A-Z]\.\s?)+{NAME}"
BYLINE_END = re.compile(r"(?<=\w\w)\.(?:\s|$)")
CREDIT_PART = re.compile(r"\s*(?:[,|·•]|\s[-–—])\s*")
BYLINE_PART = re.compile(r",|\bfor\b|\bdan\b|\band\b|\||/")
SHORTEST_END = 4  # letters of the outlet word that ends a compound: not "tv"
SHORTEST_START = 5  # letters of an outlet word that does not end the name: Daily Lantern, but not Sun City
LONGEST_KICKER = 2  # words above a headline: "World", "Breaking news"
LONGEST_DATELINE = 8
LONGEST_BYLINE = 14
ACRONYM = re.compile(r"^[A-Z]{3,6}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What stands above an article, and the lines below it."""

    title: str | None
    lines: tuple[str, ...]
    outlet: str | None = None
    outlet_basis: str | None = None
    published: str | None = None
    published_basis: str | None = None
    reprint: bool = False


def read_masthead(lines: Sequence[str], code: str, title: str | None) -> Masthead:
    """Find title, outlet and date in an article's own lines.

    Args:
        lines: the cleaned lines.
        code: the article's language.
        title: the title where metadata state it, else None.
    """
    rest = list(lines)
    position = None if title else _find_title(rest, code)
    if position is not None:
        title = rest.pop(position)
    if title:
        rest = _drop_repeated(rest, title)
    outlet, outlet_basis = _find_outlet(rest, code)
    published, published_basis = _find_published(rest, code)
    return Masthead(
        title=title,
        lines=tuple(rest),
        outlet=outlet,
        outlet_basis=outlet_basis,
        published=published,
        published_basis=published_basis,
        reprint=_find_first_home(rest, code) is not None,
    )


def _take_head(lines: Sequence[str]) -> list[int]:
    return [index for index, line in enumerate(lines) if line][:HEAD]


def _find_title(lines: Sequence[str], code: str) -> int | None:
    """Where the headline stands: in the first line that is neither date nor byline, if running text follows it."""
    head = [index for index in _take_head(lines) if not _is_credit(lines[index], code)]
    for position, following in pairwise(head):
        if not is_headline_like(lines[position]) or lines[position].endswith((":", ",")):
            return None
        if count_words(lines[position]) > LONGEST_KICKER or is_body_like(lines[following]):
            rest = head[head.index(following) :]
            return position if any(is_body_like(lines[index]) for index in rest) else None
    return None


def _is_credit(line: str, code: str) -> bool:
    return _is_byline(line, code) or find_line_date(line, code) is not None


def _drop_repeated(lines: list[str], title: str) -> list[str]:
    for index in _take_head(lines)[:2]:
        if is_same_headline(lines[index], title):
            return lines[:index] + lines[index + 1 :]
    return lines


def is_same_headline(line: str, title: str) -> bool:
    """True for the same headline, or nearly so: four words in five, and every number."""
    first, second = set(find_words(line)), set(find_words(title))
    if not first or not second or not is_headline_like(line):
        return fold(line) == fold(title)
    changed = first ^ second
    return len(first & second) >= 0.8 * len(first | second) and not any(any(map(str.isdigit, word)) for word in changed)


# ---------------------------------------------------------------- outlet


def _find_outlet(lines: Sequence[str], code: str) -> tuple[str | None, str | None]:
    """The outlet as a dateline or byline states it; as inferred where the text only says that it appeared somewhere."""
    filled = [line for line in lines if line]
    start = next((index for index, line in enumerate(filled[:HEAD]) if is_body_like(line)), 0)
    for line in filled[: start + 1]:
        name = _read_dateline(line, code)
        if name:
            return name, "stated"
    for line in filled[:HEAD]:
        name = _read_dated(line, code, [other for other in filled if other is not line])
        if name:
            return name, "stated"
    for line in filled[:3] + filled[-4:]:
        name = _read_byline(line, code)
        if name:
            return name, "stated"
    home = _find_first_home(lines, code)
    return (home, "inferred") if home else (None, None)


def _read_dateline(line: str, code: str) -> str | None:
    """The outlet in "PLACE (Agency) - ", "Outlet.com - ", "PLACE, Outlet.com - ", "Place, Harbour News - "."""
    match = DATELINE.match(line)
    head = match.group(1) if match else ""
    if not head or len(head.split()) > LONGEST_DATELINE:
        return None
    domain = DOMAIN.search(head)
    if domain:
        return domain.group(1)
    inside = PARENTHESIS.search(head)
    place = head[: inside.start()] if inside else head
    if not all(word[0].isupper() or word[0].isdigit() for word in place.split()):
        return None
    names = [inside.group(1)] if inside else [part.strip() for part in head.split(",")[1:]]
    return next((name for name in names if _is_outlet(name, code) or (inside and re.fullmatch(NAME, name))), None)


def _is_outlet(name: str, code: str) -> bool:
    """True for a name that says of itself that it is an outlet: Harbour News, CNN Indonesia."""
    if not re.fullmatch(NAME, name):
        return False
    words = name.split()
    is_family = len(words) > 1 and ACRONYM.match(words[0]) is not None and not words[1].isupper()
    return is_family or bool(set(find_words(name)) & set(_find_words_of(code, "outlet_words")))


def _read_dated(line: str, code: str, others: Sequence[str]) -> str | None:
    """The outlet in "The Harbour Herald, 4 May 2026"; a place, a person or a section with a date is none.

    "Business Ledger" is no section where another line names it: "she told the Business Ledger".
    """
    if find_line_date(line, code) is None:
        return None
    name = CREDIT_PART.split(line, maxsplit=1)[0]
    words = find_words(name)
    is_section = not set(words).isdisjoint(_find_words_of(code, "section_words"))
    if not re.fullmatch(NAME, name) or (is_section and not any(name in other for other in others)):
        return None
    marks = {word for word in _find_words_of(code, "outlet_words") if word in words}
    is_named = len(words) > 1 and any(word == words[-1] or len(word) >= SHORTEST_START for word in marks)
    return name if is_named or _ends_as_outlet(words[-1], code) else None


def _ends_as_outlet(word: str, code: str) -> bool:
    """True for a compound such as "Hafenkurier", in languages that write them as one word."""
    language = find_language(code)
    if language is None or not language.grammar.compound_links:
        return False
    ends = tuple(end for end in language.page.outlet_words if len(end) >= SHORTEST_END)
    return word.endswith(ends) and word not in ends


def _is_byline(line: str, code: str) -> bool:
    folded = fold(line).lstrip("-–— ")
    return folded.startswith(_list_byline_starts(code)) and len(line.split()) <= LONGEST_BYLINE


@lru_cache(maxsize=64)
def _list_byline_starts(code: str) -> tuple[str, ...]:
    return tuple(f"{word}{mark}" for word in _find_words_of(code, "byline_openers") for mark in " :")


def _read_byline(line: str, code: str) -> str | None:
    """The outlet in "By CNBC." or "By A. Writer, Harbour News"; a person's name alone is none."""
    if not _is_byline(line, code):
        return None
    credit = BYLINE_END.split(re.split(r"[\s:]+", line.lstrip("-–— "), maxsplit=1)[-1], maxsplit=1)[0]
    parts = [part.strip() for part in BYLINE_PART.split(credit)]
    if not all(re.fullmatch(BYLINE_NAME, part) for part in parts):
        return None  # "By Friday, NASA, the agency, had …" is a sentence
    for part in (_cut_role(part, code) for part in parts):
        domain = DOMAIN.fullmatch(part)
        if domain or ACRONYM.match(part) or _is_outlet(part, code):
            return domain.group(1) if domain else part
    return None


def _cut_role(name: str, code: str) -> str:
    """The acronym before a role, "CNN" of "CNN Staff"; "" for other roles, and the name itself where it holds none."""
    if not set(find_words(name)) & set(_find_words_of(code, "role_words")):
        return name
    first = name.split(maxsplit=1)[0]
    return first if ACRONYM.match(first) else ""


def _find_first_home(lines: Sequence[str], code: str) -> str | None:
    """Where the article says, at its head or end, that it first appeared."""
    filled = [line for line in lines if line]
    for line in filled[:2] + filled[-4:]:
        for opener in _find_words_of(code, "first_home"):
            if opener not in line or len(line) >= 400:
                continue
            match = re.search(rf"{re.escape(opener)}\s+(?:(?i:the)\s+)?({NAME})", line)
            if match and any(map(str.isalpha, match.group(1))):
                return match.group(1).rstrip(".'’")
    return None


@lru_cache(maxsize=256)
def _find_words_of(code: str, field: str) -> tuple[str, ...]:
    """A word list of the article's language and of English, whose formulas stand on pages everywhere."""
    pages = [language.page for language in map(find_language, sorted({"en", code})) if language]
    return tuple(sorted({word for page in pages for word in getattr(page, field)}))


# ---------------------------------------------------------------- date


def _find_published(lines: Sequence[str], code: str) -> tuple[str | None, str | None]:
    """The date above the text; one that only says "updated" is a guess at the day of publication."""
    fallback: str | None = None
    for line in [line for line in lines if line][:HEAD]:
        value = find_line_date(line, code)
        if value and _is_update(line, code):
            fallback = fallback or value
        elif value:
            return value, "stated"
        elif is_body_like(line):
            value = _read_dateline_date(line, code)
            return (value, "stated") if value else (fallback, "inferred" if fallback else None)
    return fallback, "inferred" if fallback else None


def _is_update(line: str, code: str) -> bool:
    """True where the first date of a line is that of a change: "Updated 2 May", not "Posted 1 May, updated 2 May"."""
    words, updates = find_words(line), set(_find_words_of(code, "update_words"))
    is_alone = sum(1 for _ in find_dates(line, code)) < 2
    return words[0] in updates or (is_alone and bool(updates & set(words)))


def _read_dateline_date(line: str, code: str) -> str | None:
    match = DATELINE.match(line)
    return next((value for value, _ in find_dates(match.group(1), code)), None) if match else None
