"""Reads sources set off by a mark alone: "X: C" in headlines and transcripts, and “C” — X."""

import re

from stemma.extract.quotations import find_quotations
from stemma.extract.speech.phrases import is_bare_name
from stemma.extract.speech.words import Paragraph, Token
from stemma.extract.syntax.reading import Draft, span_of
from stemma.find.gazetteer import find_outlet
from stemma.lang.language import Language, Speech
from stemma.model import Span
from stemma.text import fold

LONGEST_LABEL = 12  # tokens up to the colon of "X: C"


def read_label(paragraph: Paragraph, number: int, language: Language) -> Draft | None:
    """X: C, in headlines and transcripts."""
    tokens, speech = paragraph.tokens, language.speech
    colon = next((i for i, t in enumerate(tokens[:LONGEST_LABEL]) if t.fold == ":"), None)
    first = 1 if tokens[0].fold in ('"', "“") else 0
    quoted = speech.colon_speaks and tokens[-1].kind == "q"
    if colon is None or colon <= first or colon + (1 if quoted else 2) >= len(tokens):
        return None
    words = tokens[first:colon]
    phrase = " ".join(t.fold for t in words)
    if (
        phrase in speech.labels
        or words[0].fold in speech.labels
        or phrase in speech.credits
        or words[-1].fold.isdigit()
    ):
        return None
    named = _is_name_like(words, speech, number == 0)
    titled = _is_titled_name(words, speech)
    if (
        not (named or titled)
        or words[0].fold in speech.says
        or words[-1].fold in speech.says
        or (any(t.kind == "p" and t.fold not in ".'’&" for t in words) and not titled)
    ):
        return None
    if any(t.fold in speech.verbs or t.fold in speech.openers for t in words) or (
        number and len(words) > 4 and not titled
    ):
        return None
    if (
        len(tokens) - colon < 6
        and not quoted
        and not any(t.fold in speech.verbs or t.fold in speech.be for t in tokens[colon + 1 :])
    ):
        return None
    content = span_of(tokens, (colon + 1, len(tokens)))
    return Draft(
        cue=Span(tokens[colon].start, tokens[colon].end),
        source=Span(words[0].start, words[-1].end),
        contents=[content],
        family="labels",
        paragraph=number,
    )


def _is_name_like(words: list[Token], speech: Speech, headline: bool) -> bool:
    """True for capitals; in a script without them for a noun for people or bodies, in a headline."""
    if speech.order:
        return headline and (words[-1].fold in speech.kinds or words[0].fold in speech.kinds)
    small = speech.of | speech.determiners | (speech.roles if headline and speech.colon_speaks else frozenset())
    return all(t.capital or t.fold in small for t in words if t.kind == "w")


def _is_titled_name(words: list[Token], speech: Speech) -> bool:
    """True for "the head of the port, Ana Ruiz", and for "el ministro Ruiz": an office, then a name."""
    comma = next((i for i, t in enumerate(words) if t.fold == ","), None)
    if not any(t.fold in speech.roles or t.fold in speech.spokesmen for t in words[:comma]):
        return False
    if comma is None:
        small = speech.roles | speech.titles | speech.of | speech.determiners
        return words[-1].capital and all(t.kind == "w" and (t.capital or t.fold in small) for t in words)
    plain = all(t.kind == "w" for t in words[:comma])
    return plain and len(words) - comma > 2 and is_bare_name(words[comma + 1 :], speech)


def is_voice(text: str, label: Draft, language: Language) -> bool:
    """False for the title of a film, the word over a caption, and the place that opens a headline."""
    if label.source is None or language.speech.order:
        return label.source is not None
    name, speech = label.source.of(text), language.speech
    words = [fold(word) for word in name.split()]
    if any(word in speech.kinds or word in speech.roles or word in speech.titles for word in words) or name.isupper():
        return True
    if speech.colon_speaks and len(words) < 4 and label.paragraph == 0 and _is_quotation(text, label.contents[0]):
        return True
    if any(word in language.grammar.place_heads for word in words):
        return False
    with_next = re.escape(text[label.source.start : label.contents[0].start + 4])
    if len(re.findall(with_next, text)) > 1 and label.paragraph:
        return False
    elsewhere = [m.start() for m in re.finditer(rf"\b{re.escape(name)}\b", text) if m.start() != label.source.start]
    placed = any(
        text[max(0, at - 12) : at].split()[-1:] == [word] for at in elsewhere for word in language.grammar.locatives
    )
    return not placed and (bool(elsewhere) or len(words) > 1 or find_outlet(name) is not None)


def _is_quotation(text: str, content: Span) -> bool:
    """True where what follows the colon is one quotation of several words: Merlo: «We shall not sign»."""
    found = find_quotations(content.of(text))
    whole = len(found) == 1 and found[0].span.start == 0 and content.end - content.start - found[0].span.end <= 1
    return whole and len(found[0].inner.of(content.of(text)).split()) > 2


def read_signature(paragraph: Paragraph, number: int, paragraphs: list[Paragraph]) -> Draft | None:
    """“C” — Name, at the end of a paragraph or on a line of its own below it."""
    tokens = paragraph.tokens
    dash = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].fold in ("―", "—", "–", "--")), None)
    dash = 0 if dash is None and tokens[0].fold == "-" else dash
    if dash is None:
        return None
    before = tokens[:dash] or (paragraphs[number - 1].tokens if number else [])
    name = [t for t in tokens[dash + 1 :] if t.fold != "."]
    if not name or len(name) > 6 or not all(t.capital or t.kind == "p" for t in name):
        return None
    if not before or before[-1].kind != "q" or before[0].kind != "q":
        return None
    return Draft(
        cue=Span(tokens[dash].start, tokens[dash].end),
        source=Span(name[0].start, name[-1].end),
        contents=[Span(before[0].start, before[-1].end)],
        family="labels",
        paragraph=number,
    )
