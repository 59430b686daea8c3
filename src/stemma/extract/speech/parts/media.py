"""Which sources are media, and which names are one medium's."""

import re

from stemma.extract.syntax.reading import Draft
from stemma.lang.language import Language
from stemma.model import Source
from stemma.text import find_words, fold

_MEDIA = ("outlet", "agency")


def is_same_medium(name: str, other: str) -> bool:
    """True for two spellings of one medium's name: "The Lamp" and "lamp.com"."""
    return _squash(name) == _squash(other)


def _squash(name: str) -> str:
    bare = re.sub(r"^(\S+)\.[a-z]{2,4}$", r"\1", fold(name).removeprefix("the "))  # "berg.se" is Berg
    squashed = re.sub(r"\W", "", bare)
    return re.sub(r"(?:com|id|net|org)$", "", squashed)


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
