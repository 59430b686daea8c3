"""Pages that stand where an article should be: a paywall's stub, a request for consent, an error, a login.

A short article is one all the same: what decides is what its lines say, and how little else there is.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from stemma.clean.draft import Draft, count_words
from stemma.lang import find_language, known_codes
from stemma.text import fold

REASONS = {
    "paywall": "a paywall's stub, not a whole article",
    "consent": "a cookie wall, not an article",
    "error": "an error page, not an article",
    "login": "a login page, not an article",
}
LONGEST_STUB = 80  # words beside the barrier's own
LONGEST_WALL = 400  # words
LONGEST_ERROR = 120  # words below a headline that is the error itself
LONGEST_NOTICE = 40  # words, where only a line says so
LONGEST_LINE = 30  # words of a line that can be a barrier's
SHORT_LINE = 14  # words
LAST = 4  # lines at the end of a stub
MOSTLY = 0.5
LEAST_SIGNS = 2


def find_barrier(draft: Draft) -> str | None:
    """Why a document is no article, or None where nothing says so."""
    words = sum(map(count_words, draft.lines))
    if words > LONGEST_WALL:
        return None
    lines = [line for line in draft.lines if line]
    kinds = (
        ("error", _is_error(lines, draft.title or "", words)),
        ("consent", _is_mostly("consent", [draft.title or "", *lines] if lines else draft.around)),
        ("login", words <= LONGEST_NOTICE and len(_find_signs("login", lines or draft.around)) >= LEAST_SIGNS),
        ("paywall", _is_stub(lines, draft)),
    )
    return next((REASONS[kind] for kind, is_so in kinds if is_so), None)


@lru_cache(maxsize=4)
def _gather(kind: str) -> tuple[str, ...]:
    """The parts of such lines in all languages: an error page need not speak that of the site."""
    pages = [language.page for language in map(find_language, known_codes()) if language]
    return tuple(sorted({part for page in pages for part in page.barriers.get(kind, ())}))


def _find_signs(kind: str, lines: Iterable[str]) -> set[str]:
    folded = [fold(line) for line in lines if count_words(line) <= LONGEST_LINE]
    return {part for part in _gather(kind) for line in folded if part in line}


def _is_error(lines: Sequence[str], title: str, words: int) -> bool:
    if title and words <= LONGEST_ERROR and _is_nothing_but("error", title):
        return True
    short = [line for line in lines if count_words(line) <= SHORT_LINE]
    return words <= LONGEST_NOTICE and bool(_find_signs("error", short))


def _is_nothing_but(kind: str, line: str) -> bool:
    folded = fold(line)
    return any(part in folded and len(part) >= MOSTLY * len(folded) for part in _gather(kind))


def _is_mostly(kind: str, lines: Sequence[str]) -> bool:
    """True where most of the words stand in lines with such a part, of which there are several."""
    folded = {line: fold(line) for line in lines}
    signs = {line: [part for part in _gather(kind) if part in plain] for line, plain in folded.items()}
    words = sum(count_words(line) for line in lines if signs[line])
    parts = {part for found in signs.values() for part in found}
    return len(parts) >= LEAST_SIGNS and words > MOSTLY * sum(map(count_words, lines))


def _is_stub(lines: Sequence[str], draft: Draft) -> bool:
    asking = [line for line in lines if _find_signs("paywall", [line])]
    words = sum(count_words(line) for line in lines if line not in asking)
    if words > LONGEST_STUB:
        return False
    return draft.is_paid or bool(set(asking) & set(lines[-LAST:])) or bool(_find_signs("paywall", draft.around))
