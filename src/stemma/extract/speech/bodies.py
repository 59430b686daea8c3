"""Which medium or body a mere description means: "the agency", "the company", "the ministry"."""

from bisect import bisect_right
from typing import NamedTuple

from stemma.extract.speech.frames import Draft
from stemma.extract.speech.mentions import Mention
from stemma.lang.language import Language, Speech
from stemma.model import Source
from stemma.text import find_words, fold

_MEDIA = ("outlet", "agency")


class Place(NamedTuple):
    """Where a description stands: its first character, and where its sentence and the one before begin."""

    at: int
    sentence: int
    previous: int


def find_place(starts: list[int], at: int) -> Place:
    """The place of a description among the first characters of all sentences."""
    number = bisect_right(starts, at) - 1
    return Place(at, starts[max(number, 0)] if starts else 0, starts[max(number - 1, 0)] if starts else 0)


def is_medium(draft: Draft, source: Source, text: str, language: Language) -> bool:
    """True for a source that is a medium by its kind, or by doing what media do: "the Blick reported"."""
    if source.kind in _MEDIA:
        return True
    speech, words = language.speech, fold(source.name).split()
    body = any(
        word in speech.companies or word in language.grammar.organisation_heads or word in speech.kinds
        for word in words
    )
    if source.kind != "organisation" or body or not draft.source:
        return False
    said = {*find_words(draft.cue.of(text)), *find_words(draft.source.of(text))[:1]}
    return bool(said & speech.relays)


def find_body(noun: str, place: Place, mentions: list[Mention], text: str, speech: Speech) -> tuple[Mention | None, bool]:
    """The body that "the company" or "the ministry" means, by what the bodies named so far are.

    Returns:
        The body, if only one fits; and whether any fits at all.
    """
    fitting = [m for m in mentions if m.start < place.at and m.kind == "organisation" and _fits(noun, m, text, speech)]
    near = [m for m in fitting if m.start >= place.previous]
    for found in (near, fitting):
        if len({m.name for m in found}) == 1:
            return found[-1], True
    return None, bool(fitting)


def find_only_body(place: Place, mentions: list[Mention], starts: list[int]) -> Mention | None:
    """The only body named since the sentence before began; the "Workers" that opens a sentence is no name."""
    sure = {m.name for m in mentions if len(m.words) > 1 or m.start not in starts}
    near = [m for m in mentions if place.previous <= m.start < place.at and m.kind == "organisation"]
    near = [m for m in near if m.name in sure]
    return near[-1] if len({m.name for m in near}) == 1 else None


def is_other_kind(noun: str, mention: Mention, language: Language) -> bool:
    """True where a name says that its bearer is something else: no company is a ministry."""
    last, speech = mention.words[-1], language.speech
    company = noun in speech.company_nouns
    if company and last in speech.companies:
        return False
    return last != noun and (last in speech.companies or last in language.grammar.organisation_heads)


def _fits(noun: str, mention: Mention, text: str, speech: Speech) -> bool:
    """True where the name, or the words around it, say that it is such a body."""
    if noun not in speech.company_nouns:
        return noun in mention.nouns or any(word.endswith(noun) for word in mention.words)
    owned = find_words(text[max(0, mention.start - 30) : mention.start])[-3:]
    return bool(
        mention.nouns & speech.company_nouns or set(mention.words) & speech.companies or set(owned) & speech.owned
    )
