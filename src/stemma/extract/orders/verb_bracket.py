"""Verbs in two parts around their clause: hij "heeft" vrijdag "gezegd", de minister "gaf" gisteren "toe".

The first part is finite and stands second, the second part ends the clause; the subject stands before the first part or
right behind it, and what is told follows the second part, stands between both, or has gone before.
"""

from dataclasses import dataclass, replace

from stemma.extract.speech.forms.following import find_right_content, skip_adverbs
from stemma.extract.speech.frames import extend_apposition, find_left_content, has_verb, is_speaker, make_frame
from stemma.extract.speech.others import read_decline, read_negated
from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import find_subject, is_adverb, is_pronoun, is_speaking
from stemma.extract.syntax.reading import Frame, Range, Reader, Site
from stemma.text import join_lists

_WIDEST = 22  # words between the two parts
_OBJECTS = frozenset({"judges", "denies", "confirms", "doubts", "retracts"})

_SURE = frozenset({"says", "tells", "confirms", "denies", "doubts", "retracts"})


@dataclass(frozen=True, slots=True)
class Bracket:
    """Where the finite part stands, where the middle ends and where the last part ends."""

    finite: int
    middle: int
    tail: int


def read_bracket(reader: Reader, site: Site) -> Frame | None:
    """The frame of a verb in two parts, or of a verb whose subject follows it; None where the usual readers do."""
    if _compares(reader, site):
        return read_comparison(reader, site)
    bracket = _find_bracket(reader, site)
    if bracket is None:
        return None
    if _is_negated(reader, bracket):
        return _read_negated(reader, site, bracket)
    return _read_behind(reader, site, bracket) or _read_before(reader, site, bracket)


def _read_behind(reader: Reader, site: Site, bracket: Bracket) -> Frame | None:
    """“C”, zei X; gisteren zei X dat C; dat heeft X gezegd."""
    behind = _find_subject_behind(reader, bracket)
    if behind is None:
        return None
    if _is_fronted(reader, bracket.finite):
        return _tell(reader, site, bracket, behind)
    if not _follows_content(reader, bracket.finite) or _is_set_off(reader, bracket.finite):
        return None
    source = (behind[0], extend_apposition(reader, behind[1]))
    left = find_left_content(reader, _skip_so(reader, bracket.finite))
    if any(reader.tokens[index].kind == "q" for low, high in left[-1:] for index in (low, high - 1)):
        return make_frame(reader, site, source, left)
    if right := _find_marked(reader, site, max(bracket.tail, behind[1])):
        return make_frame(reader, site, source, right)  # Omdat het regende, zei X dat C
    closed = source[1] >= reader.sentence.last or reader.fold(source[1]) == ","
    told = bool(left) and (closed or has_verb(reader, *left[0])) and not _is_setting(reader, left, source[1])
    return make_frame(reader, site, source, left) if told else None


def _read_before(reader: Reader, site: Site, bracket: Bracket) -> Frame | None:
    """X heeft gisteren gezegd dat C: only for verbs in two parts."""
    subject = find_subject(reader.tokens, bracket.finite, reader.sentence.low, reader.speech)
    if subject is None or bracket.tail <= bracket.finite + 1:
        return None
    sure = site.families & _SURE and reader.fold(subject[0]) not in reader.speech.things - reader.speech.articles
    if not sure and not _may_tell(reader, subject):
        return None
    return _tell(reader, site, bracket, subject)


def _tell(reader: Reader, site: Site, bracket: Bracket, subject: Range) -> Frame | None:
    """The content behind the last part, or the object in the middle, or what was told before."""
    start = max(bracket.finite + 1, subject[1] if subject[0] > bracket.finite else 0)
    content = _find_marked(reader, site, max(bracket.tail, start))
    if not content and site.families & _OBJECTS:
        content = _find_object(reader, start, bracket.middle)
    if content:
        return make_frame(reader, site, subject, content)
    return _take_up(reader, site, bracket, subject)


def _take_up(reader: Reader, site: Site, bracket: Bracket, subject: Range) -> Frame | None:
    """Reads "Dat heeft X gezegd": the content lies in the sentences before, or in the clause before the comma."""
    first = bracket.finite - 1
    middle = [reader.fold(i) for i in range(bracket.finite + 1, bracket.middle)]
    if subject[0] < bracket.finite and len(middle) == 1 and middle[0] in reader.speech.takes_up:
        frame = make_frame(reader, site, subject, ((site.low, site.high),))
        return replace(frame, content=(), family="takes_up", back=True) if frame else None
    if subject[0] < bracket.finite or reader.fold(first) not in reader.speech.takes_up:
        return None
    source = (subject[0], extend_apposition(reader, subject[1]))
    if first > reader.sentence.low:
        return make_frame(reader, site, source, find_left_content(reader, first))
    frame = make_frame(reader, site, source, ((site.low, site.high),))
    if frame is None:
        return None
    return Frame(cue=frame.cue, source=source, stance=frame.stance, family="takes_up", back=True)


def _find_marked(reader: Reader, site: Site, index: int) -> tuple[Range, ...]:
    """A quotation, or a clause with "that", behind the verb."""
    found = find_right_content(reader, site, after=index)
    if not found:
        return ()
    before, first = reader.fold(found[0][0] - 1), reader.tokens[found[0][0]]
    marked = before in reader.speech.that | reader.speech.infinitives | {":"} or first.kind == "q"
    comma = before == "," and has_verb(reader, *found[0]) and first.fold not in reader.speech.openers
    return found if marked or comma else ()


def _find_object(reader: Reader, start: int, end: int) -> tuple[Range, ...]:
    """What stands between both parts, without times and adverbs at its edges."""
    speech = reader.speech
    start = skip_adverbs(reader, start)
    while start < end and (reader.fold(start) in speech.temporal or is_adverb(reader.tokens[start], speech)):
        start += 1
    if end - start < 1 or reader.fold(start) in speech.links | speech.coordinators | speech.that:
        return ()
    return ((start, end),)


def _find_bracket(reader: Reader, site: Site) -> Bracket | None:
    """Both parts of the verb; a simple verb has an empty middle."""
    if site.tail:
        return Bracket(site.low, site.tail[0], site.tail[1])
    speech, word = reader.speech, reader.fold(site.low)
    simple = Bracket(site.low, site.high, site.high)
    if word not in speech.compounds | speech.comments | speech.verifies:
        return simple
    before = site.low - 1
    while before > reader.sentence.low and is_adverb(reader.tokens[before], speech):
        before -= 1
    if reader.fold(before) in speech.determiners and reader.fold(before) not in speech.takes_up:
        return None  # "een onlangs aangekondigd besluit"
    heads = speech.perfects if word in speech.compounds else speech.auxiliaries
    for index in range(site.low - 1, max(reader.sentence.low, site.low - _WIDEST) - 1, -1):
        token = reader.tokens[index]
        if token.fold in heads and (index > reader.sentence.low or not token.capital):
            return Bracket(_find_modal(reader, index), site.low, site.high)
        if token.fold in (",", ";", ":") or token.kind == "q" or token.fold in speech.that or token.fold in speech.be:
            break
    return simple if word in speech.verbs else None


def _find_modal(reader: Reader, index: int) -> int:
    """The "zou" of "zou tegen X hebben gezegd", else the auxiliary itself."""
    for earlier in range(index - 1, max(reader.sentence.low, index - _WIDEST) - 1, -1):
        token = reader.tokens[earlier]
        if token.fold in reader.speech.auxiliaries and not token.capital:
            return earlier
        if token.fold in (",", ";", ":") or token.kind == "q" or token.fold in reader.speech.that:
            break
    return index


def _find_subject_behind(reader: Reader, bracket: Bracket) -> Range | None:
    """The X of "zei X": right behind the finite part."""
    low = skip_adverbs(reader, bracket.finite + 1) if bracket.middle == bracket.tail else bracket.finite + 1
    low = max(low, bracket.finite + 1)
    while low + 1 < reader.sentence.last and is_adverb(reader.tokens[low], reader.speech):
        low += 1
    high = bracket.middle if bracket.middle > bracket.finite + 1 else reader.sentence.last
    end = find_phrase(reader.tokens, low, high, reader.speech)
    if end == low or not is_speaker(reader, low, end):
        return None
    return (low, end) if _may_tell(reader, (low, end)) or _is_somebody(reader, bracket, low, end) else None


def _is_somebody(reader: Reader, bracket: Bracket, low: int, end: int) -> bool:
    """True for the "een schipper" of “C”, zei een schipper: whoever says words that stand before is somebody."""
    speech = reader.speech
    said = reader.fold(bracket.finite) in speech.says - speech.weak and bracket.tail == bracket.finite + 1
    noun = reader.fold(low) in speech.articles and end - low > 1 and reader.fold(end - 1) not in speech.things
    taken_up = bracket.finite - 1 == reader.sentence.low and reader.fold(bracket.finite - 1) in speech.takes_up
    following = reader.fold(end)
    closed = end >= reader.sentence.last or following == "," or following in join_lists(speech.links, speech.temporal)
    return said and noun and closed and (taken_up or _follows_content(reader, bracket.finite))


def _may_tell(reader: Reader, subject: Range) -> bool:
    first = reader.tokens[subject[0]]
    if subject[1] - subject[0] == 1 and is_pronoun(first, reader.speech):
        return first.fold in reader.speech.persons | reader.speech.groups
    return is_speaking(reader.tokens, *subject, reader.speech)


def _is_fronted(reader: Reader, finite: int) -> bool:
    """True where a time, a place, an adverb or "that" opens the clause and the verb follows: "gisteren zei X"."""
    speech, low = reader.speech, _find_clause_start(reader, finite)
    while low < finite and reader.fold(low) in speech.joins | speech.contrasts:
        low += 1
    if low >= finite:
        return False
    first = reader.tokens[low]
    if reader.fold(finite - 1) in speech.takes_up and low == finite - 1:
        return True
    opened = first.fold in speech.links | speech.temporal | speech.of or is_adverb(first, speech)
    opened = opened or (first.fold in speech.compounds and first.fold not in speech.verbs)  # "gevraagd naar X"
    timed = first.fold in speech.determiners and reader.fold(finite - 1) in speech.temporal
    return opened or timed


def _find_clause_start(reader: Reader, finite: int) -> int:
    for index in range(finite - 1, reader.sentence.low - 1, -1):
        if reader.fold(index) in (",", ";", ":", "–", "—") or reader.tokens[index].kind == "q":
            return index + 1
    return reader.sentence.low


def _is_setting(reader: Reader, left: tuple[Range, ...], end: int) -> bool:
    """True for "Toen het regende, zei X niets": one subordinate clause, which nobody says."""
    speech = reader.speech
    first, inside = reader.fold(left[0][0]), [reader.fold(i) for i in range(*left[0])]
    plain = speech.that | speech.relatives | speech.joins | speech.contrasts | speech.things
    finite = speech.verbs | speech.be | speech.auxiliaries
    opened = first in speech.openers - plain and not finite & {*inside[1:2]}
    return opened and "," not in inside and reader.fold(end) != ","


def _is_set_off(reader: Reader, finite: int) -> bool:
    """True where the subject and an apposition stand before the verb: "X, de voorzitter, zei"."""
    if reader.fold(finite - 1) != ",":
        return False
    subject = find_subject(reader.tokens, finite, reader.sentence.low, reader.speech)
    return subject is not None and subject[0] == reader.sentence.low and _may_tell(reader, subject)


def _skip_so(reader: Reader, finite: int) -> int:
    """Where the "zo" of ", zo zei X" begins."""
    return finite - 1 if reader.fold(finite - 1) in reader.speech.asides else finite


def _follows_content(reader: Reader, finite: int) -> bool:
    """True behind a quotation, or behind a comma that ends a clause."""
    low = _skip_so(reader, finite)
    if low <= reader.sentence.low:
        return low > 0 and reader.tokens[low - 1].kind == "q"
    before, earlier = reader.tokens[low - 1], reader.tokens[low - 2] if low > 1 else None
    clause = low - 2 > reader.sentence.low or (earlier is not None and earlier.kind == "q")
    return before.kind == "q" or (before.fold in (",", "–", "—") and clause)


def _compares(reader: Reader, site: Site) -> bool:
    """True in "zoals X zei", "naar X meldt": such a word opens the clause."""
    start = _find_clause_start(reader, site.low)
    return start < site.low and reader.fold(start) in reader.speech.comparers


def read_comparison(reader: Reader, site: Site) -> Frame | None:
    """Zoals X zei, C — and C, zoals X zei."""
    start = _find_clause_start(reader, site.low)
    end = find_phrase(reader.tokens, start + 1, site.low, reader.speech)
    if end == start + 1 or not _may_tell(reader, (start + 1, end)):
        return None
    if start > reader.sentence.low:
        content = find_left_content(reader, start)
    else:
        comma = next((i for i in range(site.high, reader.sentence.last) if reader.fold(i) == ","), None)
        content = ((comma + 1, reader.sentence.last),) if comma else ()
    return make_frame(reader, site, (start + 1, end), content)


def _is_negated(reader: Reader, bracket: Bracket) -> bool:
    """True for "wilde niet reageren", "bevestigde dat niet": the negation stands behind the finite part."""
    high = max(bracket.tail, bracket.finite + 2)
    return any(reader.fold(i) in reader.speech.negations for i in range(bracket.finite + 1, high))


def _read_negated(reader: Reader, site: Site, bracket: Bracket) -> Frame | None:
    """Heeft niet gereageerd; wilde niet op de vraag reageren; kon het bericht niet bevestigen."""
    site.left = bracket.finite
    behind = _find_subject_behind(reader, bracket)
    turned = behind is not None and _find_clause_start(reader, bracket.finite) == bracket.finite
    frame = _decline(reader, site, behind) if turned and behind else read_negated(reader, site)
    frame = frame or (read_decline(reader, site) if "declines" in site.families else None)
    if frame is None:
        return None
    start = max(bracket.finite + 1, behind[1] if turned and behind else 0)
    start, end = _trim(reader, start, bracket.middle)
    return replace(frame, content=((start, end),)) if end - start > 1 else frame


def _decline(reader: Reader, site: Site, source: Range) -> Frame | None:
    """Wilde X niet antwoorden: the subject stands behind the finite verb."""
    content, word = ((site.low, site.high),), reader.fold(site.low)
    if word in reader.speech.verifies:
        return Frame(cue=(site.left, site.high), source=source, content=content, stance="doubts", family="doubts")
    if word in reader.speech.comments:
        return Frame(cue=(site.left, site.high), source=source, content=content, stance="declines", family="declines")
    return None


def _trim(reader: Reader, start: int, end: int) -> Range:
    """A range without negations, adverbs and a preposition at its edges."""
    small = reader.speech.negations | reader.speech.adverbs
    while start < end and reader.fold(start) in small:
        start += 1
    start += reader.fold(start) in reader.speech.links
    while end > start and reader.fold(end - 1) in small:
        end -= 1
    return start, end
