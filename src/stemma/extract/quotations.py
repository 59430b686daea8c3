"""Finds quotations: straight, curly, single and angled marks; apostrophes and inches are none."""

import re

from msgspec import Struct

from stemma.model import Span

CLOSERS = {
    '"': '"”',
    "“": "”",
    "”": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "‘": "’",
    "'": "'",
    "’": "’",
}
_MARK = re.compile(r"''|[\"“”„«»「『‘'’]")
_STRAY = {"“": '"', '"': "“"}  # what may stand where a closing mark should
_STRAYS = {"“": '"“', '"': "“"}  # the same, and another opening mark
_EDGES = {mark: re.compile(f"[{mark}{closers}{_STRAY.get(mark, '')}]") for mark, closers in CLOSERS.items()}
_PARAGRAPH = re.compile(r"[^\n]+")
_SINGLE = "‘'’"
_SENTENCE_END = ".!?…,;。！？؟—"


class Quotation(Struct, frozen=True):
    """One stretch between quotation marks, marks included; `open` where no mark closes it before the paragraph ends."""

    span: Span
    inner: Span
    open: bool = False

    def is_speech(self, text: str) -> bool:
        """True when the words look spoken rather than a title or a scare quote: closed by punctuation, or long."""
        inside = self.inner.of(text).rstrip()
        after = text[self.span.end : self.span.end + 1]
        return self.open or inside[-1:] in _SENTENCE_END or after == "," or len(inside.split()) > 7


def find_quotations(text: str) -> list[Quotation]:
    """Every quotation of a text, outermost only, in order; never across a paragraph break."""
    found: list[Quotation] = []
    for paragraph in _PARAGRAPH.finditer(text):
        found.extend(_scan(text, paragraph.start(), paragraph.end()))
    return found


def _scan(text: str, start: int, end: int) -> list[Quotation]:
    """Quotations of one paragraph."""
    found, position = [], start
    while match := _MARK.search(text, position, end):
        position = match.end()
        if match.group() == "''":
            double = text.find("''", position, end)
            double += text[double + 2 : double + 3] == "'"  # the mark of a quotation inside ends here as well
            if double > position:
                found.append(Quotation(Span(match.start(), double + 2), Span(position, double)))
                position = double + 2
            continue
        if not _may_open(text, match.start(), start, end):
            continue
        close = _find_close(text, match.start(), start, end)
        if close is not None:
            found.append(Quotation(Span(match.start(), close + 1), Span(match.end(), close)))
            position = close + 1
        elif (text[match.start()] in '"“„«' and _begins_line(text, match.start(), start)) or (
            text[match.start()] in "“„«" and end - match.end() > 8
        ):
            found.append(Quotation(Span(match.start(), end), Span(match.end(), end), open=True))
            break
    return found


def _begins_line(text: str, at: int, start: int) -> bool:
    return not text[start:at].strip()


def _may_open(text: str, at: int, start: int, end: int) -> bool:
    """True when the mark at `at` can begin a quotation: apostrophes, inch signs and stray closers cannot."""
    mark = text[at]
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if mark == "'":
        return not before.isalnum() and before not in '.,!?”"' and (after.isalnum() or after in '“"[…')
    if mark == "‘":
        return not before.isalnum() and not after.isspace()
    if mark == "’":
        return False
    if mark == '"':
        return not (before.isdigit() and not after.isalpha())
    return mark != "»" or after.isalnum()


def _find_close(text: str, at: int, start: int, end: int) -> int | None:
    """Where the quotation opened at `at` closes, or None."""
    mark = text[at]
    if mark in _SINGLE:
        return _find_single_close(text, at, end)
    closers, depth, last, inner = CLOSERS[mark], 1, None, False
    for match in _EDGES[mark].finditer(text, at + 1, end):
        position, char = match.start(), match.group()
        if char in _STRAYS.get(mark, ""):
            if not inner and _ends_words(text, position):
                return position
            inner = mark == "“"
        if char in closers and not (
            char == '"' and text[position - 1].isdigit() and text[position + 1 : position + 2].isdigit()
        ):
            depth, last = depth - 1, position
            if depth == 0 or mark == '"':
                return position
        elif char == mark and mark in "“„«":
            depth += 1
    return last if last is not None or mark != "“" else _find_mixed_close(text, at, end)


def _ends_words(text: str, at: int) -> bool:
    """True for a mark that closes though it is the wrong one: “C," and “C,“ and "C.“ and “C“ as."""
    before, after = text[at - 1], text[at + 1 : at + 2]
    opening = text[at] == "“" and (before.isalnum() or before in ",.!?")
    return (opening and not after.isalnum()) or (before in ",.!?" and not after.strip())


def _find_mixed_close(text: str, at: int, end: int) -> int | None:
    """Where “C" or “C“ ends: a straight or an opening mark behind a word, where the right one is missing."""
    for position in range(at + 2, end):
        if (
            text[position] in '"“'
            and not text[position - 1].isspace()
            and not text[position + 1 : position + 2].isalnum()
        ):
            return position
    return None


def _find_single_close(text: str, at: int, end: int) -> int | None:
    """A closing single mark: no letter follows; after a plural s only where no better one comes."""
    closer, weak = CLOSERS[text[at]], None
    for position in range(at + 2, min(end, at + 1500)):
        if text[position] not in closer or text[position + 1 : position + 2].isalnum():
            continue
        if text[position - 1] in ",.!?…":
            return position
        if text[position - 1] not in "sS":
            return weak if weak is not None and position - weak > 60 else position
        weak = position if weak is None else weak
    return weak
