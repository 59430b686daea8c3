"""Which body a description such as "the company" means, among those named so far."""

import re
from bisect import bisect_right
from typing import NamedTuple

from stemma.extract.speech.mentions import Mention
from stemma.extract.speech.words import Token
from stemma.lang.language import Language, Speech
from stemma.text import find_words


class Place(NamedTuple):
    """Where a description stands: its first character, and where its sentence and the one before begin."""

    at: int
    sentence: int
    previous: int


def find_place(starts: list[int], at: int) -> Place:
    """The place of a description among the first characters of all sentences."""
    number = bisect_right(starts, at) - 1
    return Place(at, starts[max(number, 0)] if starts else 0, starts[max(number - 1, 0)] if starts else 0)


def read_local_body(words: list[Token], speech: Speech) -> Token | None:
    """The noun of "the police" and "la policía local", of which every place has one."""
    if len(words) < 2:
        return None
    noun = words[1]
    known = noun.fold in speech.local_bodies or f"{words[0].fold} {noun.fold}" in speech.local_bodies
    return noun if known else None


def find_body(
    noun: str, place: Place, mentions: list[Mention], text: str, speech: Speech
) -> tuple[Mention | None, bool]:
    """The body that "the company" or "the ministry" means, by what the bodies named so far are.

    Returns:
        The body, if only one fits; and whether any fits at all.
    """
    named = [m for m in mentions if m.start < place.at and m.kind == "organisation" and m.words != (noun,)]
    fitting = [m for m in named if _fits(noun, m, text, speech)]
    near = [m for m in fitting if m.start >= place.previous]
    for found in (near, fitting):
        if len({m.name for m in found}) == 1:
            return found[-1], True
    return None, bool(fitting)


def find_only_body(place: Place, mentions: list[Mention], starts: list[int]) -> Mention | None:
    """The only body named since the sentence before began; the "Workers" that opens a sentence may be no name.

    Nor is the surname of a person who has been named in full.
    """
    surnames = {m.words[-1] for m in mentions if m.kind == "person" and len(m.words) > 1}
    sure = {m.name for m in mentions if len(m.words) > 1 or m.start not in starts}
    near = [m for m in mentions if place.previous <= m.start < place.at and m.kind == "organisation"]
    near = [m for m in near if not (len(m.words) == 1 and m.words[0] in surnames)]
    return near[-1] if len({m.name for m in near}) == 1 and near[-1].name in sure else None


def is_other_kind(noun: str, mention: Mention, language: Language) -> bool:
    """True where a name says that its bearer is something else: no company is a ministry."""
    last, speech = mention.words[-1], language.speech
    company = noun in speech.company_nouns
    if company and last in speech.companies:
        return False
    return last != noun and (last in speech.companies or last in language.grammar.organisation_heads)


def _fits(noun: str, mention: Mention, text: str, speech: Speech) -> bool:
    """True where the name, or the words around it, say that it is such a body."""
    if speech.capital_nouns and mention.words[-1].endswith(noun):
        return False  # "Verband" may be any "Fußballverband"
    if noun not in speech.company_nouns:
        return noun in mention.nouns or any(word.endswith(noun) for word in mention.words)
    before = re.split(r"[.!?\n]", text[max(0, mention.start - 30) : mention.start])[-1]
    owned = find_words(before)[-3:]
    return bool(
        mention.nouns & speech.company_nouns or set(mention.words) & speech.companies or set(owned) & speech.owned
    )
