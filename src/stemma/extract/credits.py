"""Credits that cover a whole article: "Sources: A, B", datelines of agencies, "A contributed to this report"."""

import re
from functools import lru_cache

from stemma.extract.speech.speakers import Cast
from stemma.extract.speech.words import Paragraph
from stemma.extract.syntax.reading import Draft
from stemma.find.gazetteer import find_outlet
from stemma.model import Source, Span
from stemma.text import fold, fold_long

_DATELINE = re.compile(r"^.{0,60}?\(([^()\n]{2,40})\)\s*[-–—]")
_SPLIT = re.compile(r"\s*(?:,|;|\band\b|\bdan\b|&|\|)\s*")


def find_credits(text: str, paragraphs: list[Paragraph], cast: Cast) -> list[Draft]:
    """A draft for every source credited with the whole article."""
    if not paragraphs:
        return []
    title, folded = _find_title(paragraphs), fold_long(text)
    told = any(phrase in folded for phrase in (*cast.speech.contributions, *cast.speech.originals))
    found = [draft for paragraph in paragraphs for draft in _read_line(text, paragraph, cast, told=told)]
    for draft in found:
        draft.contents = [title]
        draft.family = "credits"
    return [d for d in found if d.speaker is not None and not cast.is_own(d.speaker.name)]


def _find_title(paragraphs: list[Paragraph]) -> Span:
    sentence = paragraphs[0].sentences[0]
    return Span(
        sentence.tokens[sentence.low].start,
        min(sentence.tokens[sentence.high - 1].end, sentence.tokens[sentence.low].start + 600),
    )


def _read_line(text: str, paragraph: Paragraph, cast: Cast, *, told: bool) -> list[Draft]:
    """The credits of one line; `told` where the article somewhere tells who contributed to it."""
    line = paragraph.span.of(text)
    start = paragraph.span.start
    if match := _DATELINE.match(line):
        known = find_outlet(match.group(1))
        if known:
            return _name(
                text,
                cast,
                Span(start + match.start(1), start + match.end(1)),
                Span(start + match.start(1) - 1, start + match.end(1) + 1),
            )
    colon = line.find(":")
    if 0 < colon < 12 and fold(line[:colon].strip()) in cast.speech.credits and len(line) < 300:
        return _read_list(text, cast, Span(start + colon + 1, paragraph.span.end), Span(start, start + colon + 1))
    return _read_contribution(text, paragraph, cast) if told else []


def _read_list(text: str, cast: Cast, names: Span, cue: Span) -> list[Draft]:
    """Reads “Sources: A, B and C”: each name on its own."""
    drafts, position = [], names.start
    for part in [*_SPLIT.finditer(text, names.start, names.end), None]:
        end = part.start() if part else names.end
        piece = text[position:end]
        begin = position + len(piece) - len(piece.lstrip())
        span = Span(begin, begin + len(piece.strip().rstrip(".")))
        if 1 < span.end - span.start < 60 and text[span.start].isalnum():
            drafts.extend(_name(text, cast, span, cue))
        position = part.end() if part else end
    return drafts


def _read_contribution(text: str, paragraph: Paragraph, cast: Cast) -> list[Draft]:
    """Reads “A contributed to this report”; "originally appeared at A"."""
    line = fold_long(paragraph.span.of(text))
    if len(line) != paragraph.span.end - paragraph.span.start:
        return []
    for phrase in _sort(cast.speech.contributions):
        if (at := line.find(phrase)) > 3:
            sentence = max(line.rfind(". ", 0, at) + 2, 0) if ". " in line[:at] else 0
            span = _tight(text, Span(paragraph.span.start + sentence, paragraph.span.start + at))
            cue = Span(paragraph.span.start + at, paragraph.span.start + at + len(phrase))
            return [draft for part in _part_names(text, span, cast) for draft in _name(text, cast, part, cue)]
    for phrase in _sort(cast.speech.originals):
        if (at := line.find(phrase)) >= 0:
            end = at + len(phrase)
            stop = next(
                (i for i in range(end, len(line)) if line[i] in ".,;:" and line[i + 1 : i + 2] in (" ", "")), len(line)
            )
            span = _tight(text, Span(paragraph.span.start + end, paragraph.span.start + stop))
            return _name(text, cast, span, Span(paragraph.span.start + at, paragraph.span.start + end))
    return []


def _part_names(text: str, span: Span, cast: Cast) -> list[Span]:
    """The two of "Ana Ruiz and the Lamp", where both are names; else the whole."""
    words = cast.words_in(span)
    join = next((i for i, t in enumerate(words) if i and t.fold in cast.speech.joins and not t.capital), None)
    if join is None or join + 1 >= len(words) or not (words[join - 1].capital and words[-1].capital):
        return [span]
    first, second = words[:join], words[join + 1 :]
    if len(first) < 2 or not second[0].capital:
        return [span]
    return [Span(part[0].start, part[-1].end) for part in (first, second)]


@lru_cache(maxsize=64)
def _sort(phrases: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(phrases))


def _tight(text: str, span: Span) -> Span:
    piece = span.of(text)
    return Span(
        span.start + len(piece) - len(piece.lstrip(" ,—-:(")), span.end - (len(piece) - len(piece.rstrip(" ,—-:(")))
    )


def _name(text: str, cast: Cast, span: Span, cue: Span) -> list[Draft]:
    if not 1 < span.end - span.start < 80:
        return []
    words = span.of(text)
    known = find_outlet(words)
    source = cast.find_source(span)
    name = known[0] if known else source.name or words.removeprefix("The ")
    kind = ("agency" if known[1] == "agency" else "outlet") if known else source.kind
    kind = "outlet" if kind in ("unnamed", "state") else kind
    speaker = Source(
        span=span,
        text=words,
        name=name,
        kind=kind,
        basis=source.basis or "stated",
        confidence=1.0 if source.confidence is None else source.confidence,
    )
    return [Draft(cue=cue, source=span, contents=[], speaker=speaker)]
