"""Text made safe for a page: escaped, hidden characters shown by name, the direction of foreign text kept to itself."""

import re
from collections.abc import Iterable
from html import escape

from stemma.model import Span
from stemma.write.urgency import Badge
from stemma.write.view import wording
from stemma.write.view.wording import HIDDEN, is_hidden, name_hidden

EMPTY_LINES = re.compile(r"\n\s*\n")


def show(text: str) -> str:
    """Text as HTML; control and bidirectional control characters become visible names such as "U+202E"."""
    if not HIDDEN.search(text):
        return escape(text)
    return "".join(
        f'<span class="hidden-character">{name_hidden(c)}</span>' if is_hidden(c) else escape(c) for c in text
    )


def show_attribute(text: str) -> str:
    """Text for an attribute value; hidden characters become names in brackets."""
    return escape(HIDDEN.sub(lambda found: f"[{name_hidden(found.group())}]", text), quote=True)


def isolate(text: str, classes: str = "") -> str:
    """Words of an article or a name, in an element that keeps their direction to itself."""
    return f'<bdi{make_class(classes)} dir="auto">{show(text)}</bdi>'


def quote(text: str, length: int) -> str:
    """Words of an article in quotation marks, shortened; the marks stand outside, so that they keep their places."""
    return f"“{isolate(wording.quote(text, length)[1:-1])}”"


def make_class(classes: str) -> str:
    """The class attribute, or nothing."""
    return f' class="{classes}"' if classes else ""


def make_link(url: str | None, words: str) -> str:
    """A link for http and https addresses only; any other address is shown as text."""
    if url and url.startswith(("https://", "http://")):
        return f'<a href="{show_attribute(url)}" rel="noreferrer nofollow">{words}</a>'
    return words


def make_badge(badge: Badge) -> str:
    """A coloured label, in the words of the page."""
    label = "Changed on the way" if badge.label == "DRIFT" else badge.label.capitalize()
    return f'<span class="badge {badge.tone}">{escape(label)}</span>'


def make_badges(badges: Iterable[Badge]) -> str:
    """Some badges in a row."""
    return " ".join(map(make_badge, badges))


def make_list(items: Iterable[str], classes: str = "") -> str:
    """An unordered list of ready-made HTML."""
    return f"<ul{make_class(classes)}>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def mark_words(text: str, frame: Span, marked: Span, strong: Iterable[Span] = ()) -> str:
    """The part of a text inside `frame`, with one span marked and some spans inside it emphasised."""
    inner = sorted(span for span in strong if marked.holds(span) and span.start < span.end)
    pieces, position = [_show_lines(text[frame.start : marked.start]), "<mark>"], marked.start
    for span in inner:
        if span.start >= position:
            pieces += [show(text[position : span.start]), f"<strong>{show(span.of(text))}</strong>"]
            position = span.end
    pieces += [show(text[position : marked.end]), "</mark>", _show_lines(text[marked.end : frame.end])]
    return "".join(pieces)


def _show_lines(text: str) -> str:
    """Context around the marked words; an empty line between paragraphs would only take room."""
    return show(EMPTY_LINES.sub("\n", text))
