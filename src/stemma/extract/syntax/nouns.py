"""Reads nouns that hold a view: "X's criticism of Y", "the call by X for Y", "his decision to leave"."""

from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import find_subject
from stemma.extract.syntax.reading import Frame, Range, Reader, Site
from stemma.extract.syntax.subjects import find_shared_subject, is_finite
from stemma.text import join_lists

_OWNED = 3  # words before the noun within which its owner stands: "her sharp public" criticism


def read_view(reader: Reader, site: Site) -> Frame | None:
    """X's criticism of Y; without an owner nobody is named."""
    content = _find_object(reader, site.high)
    if content is None:
        return None
    source = find_owner(reader, site.low) or _find_maker(reader, site.low)
    return Frame(cue=(site.low, site.high), source=source, content=(content,), family="views", nested=True)


def is_view(reader: Reader, site: Site) -> bool:
    """True behind a determiner, an owner or an adjective; "call for" is a verb behind a name or a pronoun."""
    if site.families == {"views"}:
        return True
    before, speech = reader.fold(site.low - 1), reader.speech
    return before in speech.determiners | speech.possessors | speech.of or before.endswith(("'s", "s'"))


def find_owner(reader: Reader, low: int) -> Range | None:
    """The X of "X's loud criticism", the "her" of "her loud criticism"."""
    for index in range(low - 1, max(reader.sentence.low, low - _OWNED) - 1, -1):
        word, speech = reader.fold(index), reader.speech
        if word in speech.possessors or word in speech.owners:
            return (index, index + 1)
        if word in speech.roles or speech.kinds.get(word) == "person":
            return None  # Ruiz's deputy plans to
        if word.removesuffix("'s") in speech.things | speech.persons | speech.relatives:
            return None  # "there's no guarantee"
        if word.endswith(("'s", "s'")):
            return find_subject(reader.tokens, index + 1, reader.sentence.low, speech)
        if reader.tokens[index].kind != "w" or word in join_lists(speech.determiners, speech.of, speech.links):
            return None
    return None


def _find_maker(reader: Reader, low: int) -> Range | None:
    """The X of "X made a loud call for Y"."""
    for index in range(low - 1, max(reader.sentence.low, low - 2 * _OWNED), -1):
        if reader.fold(index) in reader.speech.lights:
            return find_shared_subject(reader, index + 1)
        if reader.tokens[index].kind != "w" or is_finite(reader, index):
            return None
    return None


def _find_object(reader: Reader, start: int) -> Range | None:
    """What follows, up to a comma or the verb whose subject the noun is."""
    speech, last = reader.speech, reader.sentence.last
    end = start
    while end < last and reader.fold(end) not in (",", ";", ":", "—", "–", "-"):
        relative = reader.fold(end - 1) in join_lists(speech.relatives, speech.that)
        if end > start and is_finite(reader, end) and not relative and find_phrase(reader.tokens, start, end, speech):
            break
        end += 1
    return (start, end) if end > start else None
