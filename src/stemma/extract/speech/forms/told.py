"""Finds the medium that somebody told, where it stands apart from the verb: "said the mayor to the Halden Herald"."""

from dataclasses import replace

from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.parts.media import sounds_like_medium
from stemma.extract.speech.words import Sentence
from stemma.extract.syntax.reading import Frame, Range
from stemma.lang.language import Language, Speech

_FARTHEST = 5  # words from the verb or its source to whoever is told: on Monday in an interview
_SPOKEN = ("says", "tells", "inverts", "weak", "confirms", "denies")
_MEDIA = ("outlet", "agency")


def add_hearers(frames: list[Frame], sentence: Sentence, language: Language) -> list[Frame]:
    """The frames with the medium that was told, for those that have none yet."""
    return [_add_hearer(frame, sentence, language) for frame in frames]


def _add_hearer(frame: Frame, sentence: Sentence, language: Language) -> Frame:
    if frame.source is None or frame.back or frame.family not in _SPOKEN:
        return frame
    if frame.source[0] >= frame.cue[1] and (cut := _cut_source(frame, frame.source, sentence, language)):
        return cut
    if frame.hearer is not None and frame.hearer != frame.source:
        return frame
    start = max(frame.cue[1], frame.source[1] if frame.source[0] >= frame.cue[1] else 0)
    hearer = _find_behind(frame, start, sentence, language.speech)
    return frame if hearer == frame.hearer else replace(frame, hearer=hearer)


def _find_behind(frame: Frame, start: int, sentence: Sentence, speech: Speech) -> Range | None:
    """The medium near behind the verb and its source, outside the content."""
    for index in range(start, min(start + _FARTHEST, sentence.last)):
        stops = sentence.tokens[index].kind != "w" or sentence.tokens[index].fold in speech.that
        if stops or any(low <= index < high for low, high in frame.content):
            return None
        if hearer := _read_hearer(index, sentence, speech):
            return hearer
    return None


def _cut_source(frame: Frame, source: Range, sentence: Sentence, language: Language) -> Frame | None:
    """Takes a medium out of a source behind its verb: said Mayor Ana Ruiz | to the Halden Herald."""
    for index in range(source[0] + 1, source[1] - 1):
        hearer = _read_hearer(index, sentence, language.speech)
        if hearer is not None and sounds_like_medium(sentence.tokens[hearer[0] : hearer[1]], language):
            return replace(frame, source=(source[0], index), hearer=hearer)
    return None


def _read_hearer(index: int, sentence: Sentence, speech: Speech) -> Range | None:
    """The medium behind "to", or in the case of whoever is told: газете «…», der Nachrichtenagentur X."""
    tokens = sentence.tokens
    if index + 1 >= sentence.high:
        return None
    word = tokens[index].fold
    if word in speech.hearers and speech.kinds.get(word) in _MEDIA:
        return _end_name(index, sentence, speech)
    if word in speech.hearings:
        end = find_phrase(tokens, index + 1, sentence.high, speech)
        return (index + 1, end) if any(token.capital for token in tokens[index + 1 : end]) else None
    if word in speech.obliques | speech.genitives and speech.kinds.get(tokens[index + 1].fold) in _MEDIA:
        return _end_name(index + 1, sentence, speech)
    return None


def _end_name(start: int, sentence: Sentence, speech: Speech) -> Range | None:
    """A noun for a medium with the name behind it, quoted or with a capital; None where it has no name."""
    tokens, end = sentence.tokens, start + 1
    if end < sentence.high and tokens[end].kind == "q":
        return (start, end + 1)
    while end < sentence.high and (tokens[end].capital or tokens[end].fold in speech.binders):
        end += 1
    return (start, end) if end > start + 1 else None
