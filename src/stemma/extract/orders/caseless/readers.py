"""Cue frames of languages whose script has no capitals, read by where their verb stands.

Without capitals a name looks like any other word, so these readers ask for the fixed places of news prose: a cue, a
mark or particle that opens what is said, and somebody right beside the cue. What stands elsewhere is left alone.
"""

from collections.abc import Callable

from stemma.extract.orders.caseless.final import read_final
from stemma.extract.orders.caseless.first import read_first
from stemma.extract.orders.caseless.medial import read_medial
from stemma.extract.speech.words import Sentence
from stemma.extract.syntax.reading import Frame, Reader
from stemma.lang.language import Language

READERS: dict[str, Callable[[Reader, Language], list[Frame]]] = {
    "first": read_first,
    "medial": read_medial,
    "final": read_final,
}


def find_ordered_frames(sentence: Sentence, language: Language) -> list[Frame]:
    """Every frame of one sentence of a language whose `speech.order` names its word order."""
    reader = Reader(sentence, language.speech, sentence.low)
    frames = READERS[language.speech.order](reader, language)
    return [frame for frame in frames if frame.back or all(low < high for low, high in frame.content)]
