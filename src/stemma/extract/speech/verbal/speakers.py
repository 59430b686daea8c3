"""Who speaks where more than a plain noun phrase stands before the verb: "the voters who had left early said"."""

from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import LONGEST, find_subject, is_adverb, is_clitic, is_pronoun
from stemma.extract.speech.verbal.participles import find_told
from stemma.extract.syntax.reading import ENDED, Range, Reader, Site
from stemma.extract.syntax.subjects import (
    complete_subject,
    find_clause_opening,
    find_dashed_subject,
    find_parted_subject,
    is_finite,
    may_act,
)
from stemma.text import join_lists

_TO_VERB = 12  # words from the beginning of what is told to its verb
_NAME = 40  # characters of a quotation that may be a name or a title
_SAYS = frozenset({"says", "tells"})
_TELLS = _SAYS | {"weak"}


def find_whole_speaker(reader: Reader, site: Site, nearest: Range | None) -> Range | None:
    """The whole subject of a verb, of which `nearest` is the noun phrase right before it."""
    last = reader.tokens[site.left - 1]
    comma = last.fold == "," or (last.fold == '",' and last.end - last.start < _NAME)  # “The Lamp,”
    parted = find_parted_subject(reader, site.left) if comma else find_dashed_subject(reader, site.left)
    found = parted or (complete_subject(reader, nearest) if nearest is not None else None)
    found = _add_joined(reader, _add_holder(reader, found)) if found is not None else None
    word = reader.fold(site.low)
    said = site.families & _TELLS and word not in reader.speech.participles and word not in reader.speech.nounlike
    if not said or site.infinitive or site.passive:
        return found
    if found is not None and may_act(reader, found):
        return _find_last_subject(reader, site, found[0]) or found
    return _find_long_subject(reader, site) or _find_last_subject(reader, site, site.left) or found


def _add_holder(reader: Reader, subject: Range) -> Range:
    """The whole of "members backing the dam", whose object stands right before the verb."""
    last = reader.frames[-1] if reader.frames else None
    if last is None or last.source is None or last.cue[1] != subject[0] or last.source[1] != last.cue[0]:
        return subject
    return (last.source[0], subject[1]) if reader.fold(last.cue[0]) in reader.speech.participles else subject


def _add_joined(reader: Reader, subject: Range) -> Range:
    """The whole of "the mayor and the council", which open a sentence and speak together."""
    speech, join, low = reader.speech, subject[0] - 1, reader.sentence.low
    low += reader.fold(low) in join_lists(speech.contrasts, speech.joins)
    if join <= low or reader.fold(join) not in speech.joins or is_pronoun(reader.tokens[subject[0]], speech):
        return subject
    left = find_subject(reader.tokens, join, low, speech)
    whole = left is not None and left[0] == low and may_act(reader, left) and not _list_verbs(reader, low, join)
    return (low, subject[1]) if whole and _is_plain(reader, low, join) else subject


def _find_long_subject(reader: Reader, site: Site) -> Range | None:
    """The phrase that opens the clause, where a verb of saying with a clause of its own leaves no other reading."""
    joined = reader.fold(site.left - 1) in join_lists(reader.speech.joins, reader.speech.contrasts)
    says = bool(site.families & _SAYS) and _tells_clause(reader, site)
    if joined or not (says or find_told(reader, site)):
        return None
    start, end = _pass_opening(reader, find_clause_opening(reader, site.left), site.left), site.left
    while end > start and (reader.fold(end - 1) == "," or is_adverb(reader.tokens[end - 1], reader.speech)):
        end -= 1
    head = find_phrase(reader.tokens, start, end, reader.speech) if _may_open(reader, start, end) else start
    if head == start or not may_act(reader, (start, head)) or not _is_one_phrase(reader, start, head, end):
        return None
    if not says and not _is_written(reader, start, head):
        return None
    head -= _is_reduced(reader, head - 1)
    return (start, end if _is_described(reader, head, end) else head)


def _find_last_subject(reader: Reader, site: Site, nearest: int) -> Range | None:
    """The X of “C,” X, a guide, said on Monday — and of C, a guide close to him said; it begins before `nearest`."""
    speech, end = reader.speech, site.left
    low = next((i for i in range(end - 1, reader.sentence.low, -1) if reader.fold(i) in ENDED), None)
    if low is None:
        low = next((i for i in range(end - 2, reader.sentence.low, -1) if reader.fold(i) == ","), None)
    if low is None or low + 1 >= nearest:
        return None
    if not site.families & _SAYS:
        return None
    after = site.high >= reader.sentence.last or reader.fold(site.high) in join_lists(speech.links, speech.temporal)
    if not after or not _may_open(reader, low + 1, end):
        return None
    end -= reader.fold(end - 1) == ","
    token = reader.tokens[low + 1]
    opened = token.capital or token.fold in speech.determiners or is_pronoun(token, speech)
    if not opened or _list_verbs(reader, low + 1, end) or not may_act(reader, (low + 1, end)):
        return None
    return (low + 1, end) if _is_plain(reader, low + 1, end) else None


def _tells_clause(reader: Reader, site: Site) -> bool:
    """True for "said that C", "told Y why C" and "said they had left"."""
    speech, content = reader.speech, find_told(reader, site)
    if not content:
        return False
    low, last = content[0][0], content[0][1]
    if reader.fold(low - 1) in speech.that or reader.fold(low) in speech.questions:
        return True
    token = reader.tokens[low]
    if is_clitic(token.fold, speech):
        return True
    if not (token.capital or token.fold in speech.determiners or is_pronoun(token, speech)):
        return False
    return any(is_finite(reader, i) for i in range(low + 1, min(low + _TO_VERB, last)))


def _pass_opening(reader: Reader, start: int, high: int) -> int:
    """Passes "Indeed," and "Yet" before the subject."""
    speech = reader.speech
    while start < high - 1 and (is_adverb(reader.tokens[start], speech) or reader.fold(start) in speech.contrasts):
        if reader.fold(start + 1) in speech.links:
            break
        start += 1 + (reader.fold(start + 1) == ",")
    return start


def _is_written(reader: Reader, low: int, high: int) -> bool:
    """True for a poll, a study, a report, which tell something where others only see it."""
    return any(reader.speech.kinds.get(reader.fold(i)) in ("document", "data") for i in range(low, high))


def _may_open(reader: Reader, start: int, end: int) -> bool:
    """True where a noun phrase can begin: not at a preposition or a conjunction."""
    speech, token = reader.speech, reader.tokens[start]
    small = join_lists(
        speech.links, speech.of, speech.openers, speech.relatives, speech.participles, speech.infinitives
    )
    loose = token.fold in small or is_adverb(token, speech)
    return 0 < end - start < LONGEST and token.kind == "w" and not loose


def _is_one_phrase(reader: Reader, start: int, head: int, end: int) -> bool:
    """False where a clause of its own stands before the verb; one behind "who" or in brackets describes the head."""
    speech = reader.speech
    verbs = _list_verbs(reader, start, end)
    if any(i < head or reader.fold(i - 1) == "," for i in verbs):
        return False
    marks = join_lists(speech.relatives, speech.that)
    return (not verbs or any(reader.fold(i) in marks for i in range(head, verbs[0]))) and _is_plain(reader, head, end)


def _list_verbs(reader: Reader, low: int, high: int) -> list[int]:
    """Where the finite verbs of the range stand."""
    return [i for i in range(low, high) if is_finite(reader, i) and not _is_reduced(reader, i)]


def _is_reduced(reader: Reader, index: int) -> bool:
    """True for the "published" of "a report published on Monday"."""
    speech, following = reader.speech, reader.fold(index + 1)
    loose = any(following in words for words in (speech.temporal, speech.links, speech.agents))
    return loose and reader.fold(index).endswith(speech.verb_endings)


def _is_plain(reader: Reader, low: int, high: int) -> bool:
    """True for words and names; no colon, no dash, no quotation that somebody may have said."""
    marks = (":", ";", "—", "–")
    return all(
        reader.fold(i) not in marks
        and (reader.tokens[i].kind != "q" or reader.tokens[i].end - reader.tokens[i].start < _NAME)
        for i in range(low, high)
    )


def _is_described(reader: Reader, head: int, end: int) -> bool:
    """True where what follows the head belongs to it: "who left", ", a nurse", "(who left)", "trying to leave"."""
    speech, word = reader.speech, reader.fold(head)
    closing = head < end and (word in join_lists(speech.relatives, speech.that, speech.joins) or word in (",", "("))
    return closing or (word.endswith("ing") and head < end)
