"""Reads sources set off by a mark alone: "X: C" in headlines and transcripts, and “C” — X."""

import re

from stemma.extract.quotations import find_quotations
from stemma.extract.speech.phrases import is_bare_name, is_foreign_name
from stemma.extract.speech.words import Paragraph, Token
from stemma.extract.syntax.reading import Draft, span_of
from stemma.find.gazetteer import find_outlet, find_places_named
from stemma.lang.language import Language, Speech
from stemma.model import Span
from stemma.text import WORD, fold

_DASHES = ("―", "—", "–", "--")
_SHORTEST_TURNED = 3  # tokens of “C”: X
_FULL_NAME = 2  # words: longer runs of capitals at the head of a sentence begin with a plain noun
_LONGEST_SHORT_FORM = 4  # letters of NASA, NATO
_LONGEST_INITIALS = 3  # letters of "Guy", "May": too often both a name and a word
_OPENING = 120  # characters of a content in which another actor is looked for
_CONTACT = re.compile(r"(?:\(?\+?\d[\d\s().-]{6,}|\S+@\S+\.\w+|https?://|www\.|@\w)", re.IGNORECASE)
_LONGEST_SIGNATURE = 20  # tokens behind the dash of “C” — X, dots included
LONGEST_LABEL = 12  # tokens up to the colon of "X: C"


def read_label(paragraph: Paragraph, number: int, language: Language) -> Draft | None:
    """X: C, in headlines and transcripts; “C”: X, in headlines."""
    turned = None if number else _read_turned_label(paragraph.tokens, language.speech)
    return turned or _read_label(paragraph, number, language)


def _read_label(paragraph: Paragraph, number: int, language: Language) -> Draft | None:
    tokens, speech = paragraph.tokens, language.speech
    colon = next((i for i, t in enumerate(tokens[:LONGEST_LABEL]) if t.fold == ":"), None)
    first = 1 if tokens[0].fold in ('"', "“") else 0
    quoted = speech.colon_speaks and tokens[-1].kind == "q"
    if colon is None or colon <= first or colon + (1 if quoted else 2) >= len(tokens):
        return None
    words = tokens[first:colon]
    words = words[: _find_topic(words, speech)] if number == 0 else words
    if _is_heading(words, speech):
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
    office = number == 0 and _is_office_or_surname(words, speech)
    if (
        len(tokens) - colon < 6
        and not quoted
        and not office
        and not any(_is_verbal(t, speech) for t in tokens[colon + 1 :])
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


def _read_turned_label(tokens: list[Token], speech: Speech) -> Draft | None:
    """“C”: X on Y, in headlines."""
    if not speech.surname_endings or len(tokens) < _SHORTEST_TURNED or tokens[0].kind != "q" or tokens[1].fold != ":":
        return None
    marks = speech.links | speech.that | frozenset(_DASHES)
    stop = next((i for i in range(2, len(tokens)) if not tokens[i].capital and tokens[i].fold in marks), len(tokens))
    named = tokens[2:stop]
    full = len(named) == _FULL_NAME and all(t.capital for t in named)
    office = bool(named) and named[0].fold in speech.roles and named[-1].capital
    if not named or not (full or office or _is_office_or_surname(named, speech)):
        return None
    return Draft(
        cue=Span(tokens[1].start, tokens[1].end),
        source=Span(named[0].start, named[-1].end),
        contents=[Span(tokens[0].start, tokens[0].end)],
        family="labels",
    )


def _is_heading(words: list[Token], speech: Speech) -> bool:
    """True for "Video:", "Analysis:", "Sources:", "at 12:", "Nach Unglück:"."""
    phrase = " ".join(t.fold for t in words)
    labelled = phrase in speech.labels or words[0].fold in speech.labels | speech.links
    return labelled or phrase in speech.credits or words[-1].fold.isdigit()


def _find_topic(words: list[Token], speech: Speech) -> int:
    """Where "on the defeat" begins in "Ana Ruiz on the defeat: C"; behind all words where nobody is named before it."""
    marks = speech.links | speech.that | frozenset(_DASHES)
    topic = next((i for i, t in enumerate(words) if not t.capital and t.fold in marks), 0)
    named = words[:topic]
    office = len(named) > 1 and named[0].fold in speech.roles and named[-1].capital
    full = office or (len(named) == _FULL_NAME and all(t.capital for t in named))
    cut = bool(speech.surname_endings) and bool(named) and (full or _is_office_or_surname(named, speech))
    return topic if cut else len(words)


def _is_office_or_surname(words: list[Token], speech: Speech) -> bool:
    """True for "Ministry" and for a surname: before the colon of a headline nothing else is asked for."""
    surname = len(words) == 1 and words[0].fold.endswith(speech.surname_endings or ("\0",))
    return surname or (bool(speech.surname_endings) and all(t.fold in speech.kinds for t in words))


def _is_name_like(words: list[Token], speech: Speech, headline: bool) -> bool:
    """True for capitals; in a script without them for a noun for people or bodies, in a headline."""
    if speech.order:
        return headline and (words[-1].fold in speech.kinds or words[0].fold in speech.kinds)
    small = speech.of | speech.determiners | (speech.roles if headline and speech.surname_endings else frozenset())
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
    if label.source is None or language.speech.order or _is_dateline(label.source.of(text)):
        return label.source is not None and bool(language.speech.order)
    name, speech = label.source.of(text), language.speech
    words = [fold(word) for word in name.split()]
    content = label.contents[0].of(text)
    if _CONTACT.match(content):
        return False
    if any(word in speech.kinds or word in speech.roles or word in speech.titles for word in words):
        return not _captions(label, words, content, speech)
    topic = _is_plain_noun(text, label, language)
    if name.isupper():
        return not topic and _is_called(text, name)
    return not topic and not _opens_with_actor(content, speech) and _is_name(text, label, words, language)


def _is_name(text: str, label: Draft, words: list[str], language: Language) -> bool:
    """True for capitals that are somebody's name: the text has them elsewhere, and not as a place."""
    name, speech = label.source.of(text) if label.source else "", language.speech
    if speech.colon_speaks and len(words) < 4 and label.paragraph == 0 and _is_quotation(text, label.contents[0]):
        return True
    if any(word in language.grammar.place_heads for word in words):
        return False
    start = label.source.start if label.source else 0
    if text.count(text[start : label.contents[0].start + 4]) > 1 and label.paragraph:
        return False
    elsewhere = [m.start() for m in re.finditer(rf"\b{re.escape(name)}\b(?!\s?:)", text) if m.start() != start]
    placed = any(
        text[max(0, at - 12) : at].split()[-1:] == [word] for at in elsewhere for word in language.grammar.locatives
    )
    known = bool(elsewhere) or len(words) > 1 or find_outlet(name) is not None
    return not placed and (known or _is_surname(text, label, speech))


def _captions(label: Draft, words: list[str], content: str, speech: Speech) -> bool:
    """True for "Survivor: Ana Ruiz at the weir" within the text: one plain noun, and nothing is quoted."""
    plain = len(words) == 1 and speech.kinds.get(words[0]) in ("person", "unnamed") and words[0] not in speech.roles
    return bool(label.paragraph) and plain and not find_quotations(content)


def _is_called(text: str, name: str) -> bool:
    """True for capitals that name somebody: in a transcript, or also written as a name; not "METHODS:"."""
    short = len(name) <= _LONGEST_SHORT_FORM
    return short or text.count(f"{name}:") > 1 or name.title() in text or find_outlet(name) is not None


def _is_plain_noun(text: str, label: Draft, language: Language) -> bool:
    """True for the "Lover" over a caption and the "Liver Health" of a list: the text has its words in small letters."""
    name = label.source.of(text) if label.source else ""
    if language.speech.capital_nouns or (" " in name and text.count(name) > 1):
        return False
    words = [word for word in WORD.findall(name) if len(word) > _LONGEST_INITIALS and word[0].isupper()]
    return any(re.search(rf"\b{re.escape(word.lower())}\b", text) for word in words)


def _opens_with_actor(content: str, speech: Speech) -> bool:
    """True for "Ana Ruiz: the police arrest two": somebody else acts, and the name is what the headline is about."""
    found = WORD.findall(content[:_OPENING])
    words = [fold(word) for word in found]
    at = int(bool(words) and words[0] in speech.determiners)
    if not content[:1].isalpha() or not speech.selves.isdisjoint(words) or len(words) < at + 2:
        return False
    plain = speech.capital_nouns or not found[1][:1].isupper()  # no "State Department"
    return plain and speech.kinds.get(words[at], "document") not in ("document", "data")


def _is_dateline(name: str) -> bool:
    """True for the place in capitals that opens a report: "OSTERVIK: The dam …"."""
    places = find_places_named(name.title()) if name.isupper() and len(name) > _LONGEST_SHORT_FORM else ()
    return bool(places) and not find_outlet(name)


def _is_surname(text: str, label: Draft, speech: Speech) -> bool:
    """True for the one word before the colon of a headline, by its ending or by the sentence behind it."""
    name = label.source.of(text) if label.source else ""
    if label.paragraph or not speech.surname_endings or " " in name or find_places_named(name):
        return False
    stated = speech.free_order and text[label.contents[0].start].isupper()  # there a sentence, and no list, follows
    return stated or fold(name).endswith(speech.surname_endings) or (speech.latin_names and name.isascii())


def _is_quotation(text: str, content: Span) -> bool:
    """True where what follows the colon is one quotation of several words: Merlo: «We shall not sign»."""
    found = find_quotations(content.of(text))
    whole = len(found) == 1 and found[0].span.start == 0 and content.end - content.start - found[0].span.end <= 1
    return whole and len(found[0].inner.of(content.of(text)).split()) > 2


def _is_verbal(token: Token, speech: Speech) -> bool:
    """True for a finite verb; by its ending too where a language tells those of headlines."""
    endings = speech.verb_endings + speech.past_endings + speech.present_endings
    formed = bool(speech.present_endings) and not token.capital and token.fold.endswith(endings)
    return token.fold in speech.verbs or token.fold in speech.be or formed


def _signs_headline(before: list[Token], name: list[Token], speech: Speech) -> bool:
    """True for "Prices will fall — the ministry": a clause, then one who can speak, and no full stop."""
    if not speech.dash_speech or name[-1].kind == "p" or any(t.fold in _DASHES or t.fold == ":" for t in before):
        return False
    spoken = name[0].fold in speech.heads or name[0].fold.endswith(speech.surname_endings)
    spoken = spoken or is_foreign_name(name[0], speech)
    verbal = not before[-1].capital and any(_is_verbal(t, speech) for t in before)
    plain = not any(t.fold in speech.verbs or t.fold in speech.be or t.fold in speech.negations for t in name)
    return verbal and plain and (spoken or speech.kinds.get(name[0].fold) in ("organisation", "agency", "outlet"))


def read_signature(paragraph: Paragraph, number: int, paragraphs: list[Paragraph], language: Language) -> Draft | None:
    """“C” — Name, at the end of a paragraph or on a line of its own below it; C — the ministry, in a headline."""
    tokens, speech = paragraph.tokens, language.speech
    near = range(len(tokens) - 1, max(-1, len(tokens) - 1 - _LONGEST_SIGNATURE), -1)
    dash = next((i for i in near if tokens[i].fold in _DASHES), None)
    dash = 0 if dash is None and tokens[0].fold == "-" else dash
    if dash is None:
        return None
    before = tokens[:dash] or (paragraphs[number - 1].tokens if number else [])
    name = [t for t in tokens[dash + 1 :] if t.fold != "."]
    if not name or len(name) > 6 or not before:
        return None
    quoted = before[-1].kind == "q" and before[0].kind == "q" and all(t.capital or t.kind == "p" for t in name)
    if not quoted and not (number == 0 and dash and _signs_headline(before, tokens[dash + 1 :], speech)):
        return None
    return Draft(
        cue=Span(tokens[dash].start, tokens[dash].end),
        source=Span(name[0].start, name[-1].end),
        contents=[Span(before[0].start, before[-1].end)],
        family="labels",
        paragraph=number,
    )
