"""What goes on behind its speaker: "Perhaps, Ruiz said, the bridge is late"."""

from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import is_adverb, is_pronoun
from stemma.extract.syntax.reading import ENDED, Range, Reader, Site
from stemma.extract.syntax.subjects import is_finite
from stemma.text import join_lists

_COMMA = frozenset({","})
_LIKE = ("as", "like")
_CLAUSE = 20  # characters of a quotation that may hold a clause
_ADJUNCT = 9  # words of "in an interview" between a speaker and the comma behind it


def find_interrupted(reader: Reader, index: int, left: Range) -> Range | None:
    """The rest of a clause without quotation marks that a speaker interrupts.

    Args:
        reader: the sentence.
        index: the token behind speaker and cue.
        left: what stands before them.
    """
    last, whole = reader.sentence.last, _is_whole(reader, left)
    comma = index if whole else _find_comma(reader, index)
    start = comma + 1
    if reader.fold(comma) != "," or last - start < 2 or not _goes_on(reader, start, whole=whole):
        return None
    return (start, last)


def find_compared(reader: Reader, site: Site, source: Range) -> tuple[Range, ...]:
    """The clause of "As X said, C" and of "C, as X said in a letter"; nothing where the verb has an object."""
    speech, low = reader.speech, reader.sentence.low
    before = source[0] - 1
    if reader.fold(before) not in _LIKE or not site.families & {"says", "tells", "weak", "confirms"}:
        return ()
    end = site.high
    if "tells" in site.families and end < reader.sentence.last and reader.fold(end) not in speech.links:
        end = find_phrase(reader.tokens, end, reader.sentence.last, speech)
    comma = _find_comma(reader, end)
    if any(frame.content[:1] == ((low, low + 1),) and frame.cue[0] < before for frame in reader.frames):
        return ()  # “C,” she asked, as X went on
    behind = join_lists(speech.links, speech.temporal, speech.coordinators, speech.closers, _COMMA)
    if reader.fold(before - 1) in ENDED:
        return ((low, before),)
    if _opens(reader, low, before) and reader.fold(comma) == "," and reader.sentence.last - comma > 2:
        return ((comma + 1, reader.sentence.last),)
    apart = end >= reader.sentence.last or reader.fold(end) in behind
    return ((low, before - 1),) if before - low > 2 and reader.fold(before - 1) == "," and apart else ()


def _opens(reader: Reader, low: int, before: int) -> bool:
    """True for the "As" of "As X said, C", and of "But as X said" and "However, as X said"."""
    speech, first = reader.speech, reader.fold(low)
    small = first in speech.contrasts or first in speech.adverbs
    return before - low <= 1 or (before - low == 2 and reader.fold(low + 1) == "," and small)


def _is_whole(reader: Reader, left: Range) -> bool:
    """False for "perhaps", "the dam" and "if the dam breaks", which a main clause must follow."""
    speech, (low, high) = reader.speech, left
    while low < high and (reader.fold(low) in speech.joins | speech.contrasts or reader.fold(low) == ","):
        low += 1
    opened = reader.fold(low) in join_lists(speech.openers, speech.links, speech.infinitives, speech.closers)
    if reader.fold(high - 1) in join_lists(speech.openers, speech.of, speech.be):
        return False
    if opened and not any(reader.fold(i) == "," for i in range(low, high)):
        return False
    return any(
        is_finite(reader, i)
        or reader.fold(i).endswith(("n't", "'s", "'re"))
        or (reader.tokens[i].kind == "q" and reader.tokens[i].end - reader.tokens[i].start >= _CLAUSE)
        for i in range(low, high)
    )


def _find_comma(reader: Reader, index: int) -> int:
    """The comma behind "in an interview"; `index` where a verb or a quotation comes before it."""
    speech = reader.speech
    if reader.fold(index) not in speech.links - speech.infinitives | speech.temporal:
        return index
    for ahead in range(index, min(index + _ADJUNCT, reader.sentence.last)):
        if reader.fold(ahead) == ",":
            return ahead
        if reader.tokens[ahead].kind == "q" or reader.fold(ahead) in speech.that or is_finite(reader, ahead):
            break
    return index


def _goes_on(reader: Reader, index: int, *, whole: bool) -> bool:
    """True where the words belong to the clause before: a verb, "that", "to"; behind half a clause nearly any."""
    speech, token = reader.speech, reader.tokens[index]
    word = token.fold
    if word in speech.relatives or word in speech.participles or word in speech.concessions:
        return False
    if word in speech.joins | speech.contrasts:
        return _goes_on_joined(reader, index + 1)
    if not whole or token.kind == "q" or word in speech.that | speech.infinitives | speech.closers | speech.agents:
        return True
    return is_pronoun(token, speech) or _is_predicate(reader, index)


def _goes_on_joined(reader: Reader, index: int) -> bool:
    """True for "and fell", "but never X"; not before a cue, which has a frame of its own."""
    speech = reader.speech
    near = [reader.fold(i) for i in range(index, index + 4)]
    spoken = any(word in speech.says or word in speech.tells or word in speech.weak for word in near)
    joined = reader.fold(index - 1) in speech.joins
    clause = joined and is_pronoun(reader.tokens[index], speech) and is_finite(reader, index + 1)
    return not spoken and (clause or _is_predicate(reader, index) or reader.fold(index)[:1] == '"')


def _is_predicate(reader: Reader, index: int) -> bool:
    """True for a finite verb, adverbs before it included."""
    while is_adverb(reader.tokens[index], reader.speech) and index + 1 < reader.sentence.last:
        index += 1
    return is_finite(reader, index)
