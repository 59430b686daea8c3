"""Which sources are media, and which names are one medium's."""

import re

from stemma.extract.speech.words import Token
from stemma.extract.syntax.reading import Draft
from stemma.find.gazetteer import find_places_named
from stemma.lang.language import Language, Speech
from stemma.model import Source
from stemma.text import find_words, fold

_MEDIA = ("outlet", "agency")
TITLING = frozenset({"la", "le", "les", "el", "los", "il", "der", "die", "das"})  # open titles in foreign texts too
_TITLE = 3  # words of such a title: "Le Marin" may be a person


def is_same_medium(name: str, other: str) -> bool:
    """True for two spellings of one medium's name: "The Lamp" and "lamp.com"."""
    return _squash(name) == _squash(other)


def _squash(name: str) -> str:
    bare = re.sub(r"^(\S+)\.[a-z]{2,4}$", r"\1", fold(name).removeprefix("the "))  # "berg.se" is Berg
    squashed = re.sub(r"\W", "", bare)
    return re.sub(r"(?:com|id|net|org)$", "", squashed)


def sounds_like_medium(words: list[Token], language: Language) -> bool:
    """True for somebody who is told: by a word of media's names ("Corriere di Oster"), or a title ("La Vigie")."""
    speech, page = language.speech, language.page
    capitals = [word for word in words if word.capital]
    if any(word.fold in page.outlet_words or speech.kinds.get(word.fold) in _MEDIA for word in capitals):
        return True
    first = words[0]
    if not first.capital or len(words) < 2 or not words[-1].capital:
        return False
    own = first.fold in speech.articles and first.fold in speech.definites
    placed = find_places_named(" ".join(word.fold for word in words)) or find_places_named(words[-1].fold.title())
    return (own or (first.fold in TITLING and len(words) >= _TITLE)) and not placed


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


def opens_name(words: list[Token], speech: Speech) -> bool:
    """True for the "Radio" of "Radio Tarn"; in small letters, or before a country, it only says what the medium is."""
    if len(words) < 2 or not words[0].capital or words[0].fold not in speech.broadcasters:
        return False
    return not find_places_named(words[1].fold)
