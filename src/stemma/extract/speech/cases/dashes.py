"""The author's words between dashes: «A, — said X, — B» is one quotation for the eye and two for the reader."""

import re

from stemma.extract.quotations import Quotation
from stemma.lang.language import Speech
from stemma.model import Span
from stemma.text import fold

_OPENS = re.compile(r"[,.!?…]\s*[—–-]\s+(?=([^\W\d_]+)(?:\s+([^\W\d_]+))?)")
_CLOSES = re.compile(r"[,.:!?…]\s*[—–-]\s+")
_DASHED_LINE = re.compile(r"^[ \t\u00a0]*[—–-][ \t\u00a0]+(?=\S)(?P<said>.+)$", re.MULTILINE)
_LONGEST = 240  # characters of the author's words


def part_quotations(text: str, quotations: list[Quotation], speech: Speech) -> list[Quotation]:
    """The quotations without the author's words inside them, and what is said in lines that open with a dash."""
    parted = [part for quotation in quotations for part in _part(text, quotation, speech)]
    for line in _DASHED_LINE.finditer(text):
        said = Span(*line.span("said"))
        parts = _cut(text, said, speech)
        if parts:
            parted = [q for q in parted if not q.span.overlaps(said)]
            parted += [Quotation(part, part) for part in parts]
    return sorted(parted, key=lambda quotation: quotation.span)


def _part(text: str, quotation: Quotation, speech: Speech) -> list[Quotation]:
    parts = _cut(text, quotation.inner, speech)
    if len(parts) < 2:
        return [quotation]
    outer = [Span(quotation.span.start, parts[0].end), *parts[1:-1], Span(parts[-1].start, quotation.span.end)]
    return [Quotation(span, inner, quotation.open) for span, inner in zip(outer, parts, strict=True)]


def _cut(text: str, inner: Span, speech: Speech) -> list[Span]:
    """What is said before, between and after the author's words; nothing where there are none."""
    parts: list[Span] = []
    start, position = inner.start, inner.start
    while opening := _OPENS.search(text, position, inner.end):
        position = opening.end()
        if not _is_cue(opening, speech):
            continue
        parts.append(Span(start, opening.start() + 1))
        closing = _CLOSES.search(text, opening.end(), min(inner.end, opening.end() + _LONGEST))
        if closing is None:
            return parts
        start = position = closing.end()
    return [*parts, Span(start, inner.end)] if parts and start < inner.end else parts


def _is_cue(opening: re.Match[str], speech: Speech) -> bool:
    """True where the words behind the dash are a verb of speech, with a small word before it at most."""
    if opening.group(1)[0].isupper():
        return False
    first, second = (fold(word or "") for word in opening.groups())
    cues = (speech.says, speech.inverts, speech.weak, speech.confirms, speech.tells)
    return any(first in words or (first in speech.adverbs and second in words) for words in cues)
