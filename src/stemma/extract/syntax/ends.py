"""Where what is told ends, when the sentence goes on: at a time, a reason, another predicate."""

from stemma.extract.speech.phrases import is_pronoun
from stemma.extract.syntax.reading import Range, Reader
from stemma.extract.syntax.subjects import is_finite
from stemma.text import join_lists

_CLAUSE = 8  # tokens in which the subject of a main clause meets its verb
_LONG_COMMENT = 4  # words
_COMMAS = (",", '",')  # alone, and at the end of a quotation
_NEAR = 3  # tokens after "and" in which a verb without a subject shows itself


def end_clause(reader: Reader, span: Range) -> Range:
    """The end of a clause that is told: "C, and left the room" goes on with the speaker."""
    for index in [i for i in range(span[0] + 1, span[1] - 1) if reader.tokens[i].fold in _COMMAS]:
        joined = reader.fold(index) == "," and reader.fold(index + 1) in reader.speech.joins
        parted = reader.fold(index) == "," and reader.fold(index + 1) in reader.speech.contrasts
        if (joined and _is_predicate(reader, index + 2)) or (parted and _is_spoken(reader, index + 2)):
            return (span[0], index)
        if reader.fold(index) == '",' and _is_left(reader, index + 1):
            return (span[0], index + 1)
    return _drop_comment(reader, span)


def _drop_comment(reader: Reader, span: Range) -> Range:
    """`span` without the writer's last words on it: "C, a step that Y had asked for"."""
    speech, marks = reader.speech, (",", "—", "–", "-")
    last = next((i for i in range(span[1] - 1, span[0], -1) if reader.tokens[i].fold in marks), span[0])
    article = reader.fold(last + 1)
    indefinite = article in speech.articles and article not in speech.definites and article not in speech.kinds
    if not indefinite or any(reader.fold(i) in speech.joins for i in range(last, last + 4)):
        return span
    comments = any(
        reader.fold(i) in join_lists(speech.relatives, speech.that, speech.links) for i in range(last, span[1])
    )
    told = any(is_finite(reader, i) for i in range(span[0], last))
    return (span[0], last) if comments and told and span[1] - last > _LONG_COMMENT else span


def _is_left(reader: Reader, index: int) -> bool:
    """True behind “a shame,” where the speaker's own verb or a clause with "but" follows."""
    speech, word = reader.speech, reader.fold(index)
    return word in speech.contrasts or (word in speech.joins and _is_predicate(reader, index + 1))


def _is_spoken(reader: Reader, index: int) -> bool:
    """True for the "said" of "C, but said": a verb of saying that has no subject."""
    speech = reader.speech
    while reader.fold(index) in speech.adverbs:
        index += 1
    word = reader.fold(index)
    said = word in speech.says or (word in speech.weak and word not in speech.perceives)
    return said and is_finite(reader, index)


def end_object(reader: Reader, span: Range) -> Range:
    """The end of the object of an attitude, which a reason, a time or another predicate follows."""
    closing = -1
    for index in range(span[0] + 1, span[1] - 1):
        if reader.fold(index) == "," and reader.fold(index + 1) in reader.speech.relatives:
            closing = _find_relative_end(reader, index + 1)
        if index < closing or (index == closing and reader.fold(index) == ","):
            continue
        if _closes_object(reader, index) or (reader.fold(index) == "," and _opens_aside(reader, index + 1)):
            return (span[0], index)
    return span


def end_subordinate(reader: Reader, speaker: int, span: Range) -> Range:
    """The end of what is told in "While X says that C, Y left": the comma before the main clause."""
    speech, low = reader.speech, reader.sentence.low
    opener = reader.fold(speaker - 1)
    subordinate = opener in speech.openers or opener in speech.coordinators
    subordinate = subordinate and not any(opener in words for words in (speech.joins, speech.contrasts, speech.that))
    if not subordinate or speaker - 1 > low + 2 or reader.fold(span[0]) == ",":
        return span
    for index in range(span[0] + 1, span[1] - 2):
        quoted = reader.fold(index) == '",'
        if (quoted or reader.fold(index) == ",") and _opens_main_clause(reader, index + 1, span[1]):
            return (span[0], index + quoted)
    return span


def _opens_main_clause(reader: Reader, index: int, high: int) -> bool:
    """True for a name, a pronoun or a determiner with a finite verb near behind it."""
    speech, token = reader.speech, reader.tokens[index]
    if not (token.capital or token.fold in speech.determiners or is_pronoun(token, speech)):
        return False
    for ahead in range(index + 1, min(index + _CLAUSE, high)):
        if reader.fold(ahead) == "," or reader.fold(ahead) in speech.relatives | speech.that:
            return False
        if is_finite(reader, ahead):
            return True
    return False


def end_relative(reader: Reader, span: Range) -> Range:
    """The end of what is told in "X, who says that C, left": the comma before the main verb."""
    for index in range(span[0] + 1, span[1] - 1):
        if reader.fold(index) == "," and _is_predicate(reader, index + 1):
            return (span[0], index)
    return span


def _closes_object(reader: Reader, index: int) -> bool:
    """True at "but", "because", "on Friday", "and left", and behind a quotation that ends in a comma."""
    speech, word, before = reader.speech, reader.fold(index), reader.tokens[index - 1]
    if word in speech.contrasts or word in speech.closers or (before.kind == "q" and before.fold == '",'):
        return True
    dated = word in speech.links and _is_time(reader, index + 1)
    return dated or (word in speech.joins and _is_predicate(reader, index + 1))


def _opens_aside(reader: Reader, index: int) -> bool:
    """True for what a comma parts from an object: "who …", "which …", "he …", "and left", "saying …"."""
    speech, following = reader.speech, reader.tokens[index]
    word = following.fold
    if word in speech.joins:
        return _is_predicate(reader, index + 1)
    openers = (speech.coordinators, speech.openers, speech.relatives, speech.concessions, speech.participles)
    opener = any(word in words for words in openers)
    return opener or is_pronoun(following, speech) or _is_predicate(reader, index)


def _find_relative_end(reader: Reader, index: int) -> int:
    """The second comma of "Ruiz, who is ill, was right", where the clause goes on behind it; -1 elsewhere."""
    close = next((i for i in range(index + 1, reader.sentence.last - 1) if reader.fold(i) == ","), -1)
    return close if close > 0 and _is_predicate(reader, close + 1) else -1


def _is_time(reader: Reader, index: int) -> bool:
    speech = reader.speech
    first, second = reader.fold(index), reader.fold(index + 1)
    return first in speech.temporal or (first in speech.determiners and second in speech.temporal)


def _is_predicate(reader: Reader, index: int) -> bool:
    """True for a finite verb without a subject, adverbs before it included."""
    for ahead in range(index, index + _NEAR):
        if reader.fold(ahead) not in reader.speech.adverbs:
            return is_finite(reader, ahead)
    return False
