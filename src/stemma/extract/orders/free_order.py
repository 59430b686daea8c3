"""Attribution where cases free the order of words: commas part clauses, and the subject stands on either side.

Switched on by `Speech.free_order`. Orders read: X said, that C; said X, that C; “C,” said (to hearers) X; C, said X;
as X said, C; according to X C, also inside of C; object first: this report denied X; nobody but the one who spoke last.
"""

from collections.abc import Callable
from dataclasses import replace

from stemma.extract.orders.objects import read_back, read_object, read_topic
from stemma.extract.orders.parts import (
    OBJECTS,
    SPOKEN,
    find_apposition,
    find_before_comma,
    find_clause,
    find_oblique,
    find_subject_in,
    is_adjective,
    is_governed,
    is_small,
    is_that,
    is_verb,
    make_plain,
    opens_with_that,
)
from stemma.extract.orders.voices import (
    find_cited,
    find_refusal,
    read_according,
    read_aside,
    read_citing,
    read_noun,
)
from stemma.extract.syntax.reading import Frame, Range, Reader, Site

_DASHES = frozenset({"—", "–", "-", "--"})
_SET_OFF = _DASHES | {","}
_HOUSES = frozenset({"document", "data", "organisation", "outlet", "agency"})  # kinds that speak "in the report"


def read_free_order(reader: Reader, site: Site) -> Frame | None:
    """The frame of one cue, or None where the words only look like one."""
    if "according" in site.families:
        return read_according(reader, site)
    if reader.tokens[site.low].capital and site.low > reader.sentence.low:
        return None
    if "cites" in site.families and (frame := read_citing(reader, site)):
        return frame
    return read_noun(reader, site) if site.families == {"reports"} else _read_verb(reader, site)


def _read_verb(reader: Reader, site: Site) -> Frame | None:
    clause = find_clause(reader, site.low, site.high)
    if (refusal := find_refusal(reader, site, clause)) is not None or site.negated:
        return refusal
    if reader.fold(clause[0]) in reader.speech.asides and clause[0] < site.low:
        return read_aside(reader, site, clause)
    frame = next((frame for read in _ORDERS if (frame := read(reader, site, clause))), None)
    if frame is None or not _tells(reader, site, frame):
        return None
    return frame if frame.back else replace(frame, quoted=find_cited(reader, site, clause))


def _tells(reader: Reader, site: Site, frame: Frame) -> bool:
    """False for what somebody only saw or knew, and for a sentence; a document that found something tells it."""
    if frame.family == "judges" and frame.source and _is_court(reader, frame.source):
        return any(reader.tokens[i].kind == "q" for a, b in frame.content for i in range(a, b))
    if reader.fold(site.low) not in reader.speech.perceives or frame.source is None:
        return True
    words = [t.fold for t in reader.tokens[frame.source[0] : frame.source[1]]]
    written = any(reader.speech.kinds.get(word) in ("document", "data", "organisation") for word in words)
    return written or any(reader.tokens[i].kind == "q" for a, b in frame.content for i in range(a, b))


def _is_court(reader: Reader, source: Range) -> bool:
    return any(reader.fold(i) in reader.speech.courts for i in range(*source))


# ---------------------------------------------------------------- contents to the right


def _read_right(reader: Reader, site: Site, clause: Range) -> Frame | None:
    """X said, that C; said X, that C; X said: C."""
    content = _find_right(reader, site, clause[1])
    if not content or not site.families & (SPOKEN | {"denies", "doubts", "vows", "retracts"}):
        return None
    source, antecedent = _find_speaker(reader, site, clause)
    if source is None and not _may_inherit(reader, site, clause):
        return None
    return make_plain(site, source, content, antecedent)


def _find_right(reader: Reader, site: Site, stop: int) -> tuple[Range, ...]:
    """What follows the mark that ends the clause of the cue."""
    speech, last = reader.speech, reader.sentence.last
    after = find_apposition(reader, stop) if reader.fold(stop) in (",", "(") else stop
    for end in dict.fromkeys((stop, after)):
        if end >= last:
            continue
        word, following = reader.fold(end), reader.fold(end + 1)
        if word == ":" and end + 1 < last and site.families & SPOKEN:
            return ((end + 1, last),)
        if reader.tokens[end].kind == "q" and site.families & SPOKEN:
            return ((end, last),)
        if word == "," and end + 2 < last and (following in speech.that or following in speech.asks):
            start = end + 2 if following in speech.that else end + 1
            return ((start, last),) if site.families & (SPOKEN | OBJECTS) else ()
        if word in speech.coordinators and is_that(reader, end + 1):
            return ((end + 2, last),)
    return ()


def _find_speaker(reader: Reader, site: Site, clause: Range) -> tuple[Range | None, Range | None]:
    """The subject of the cue: before it, behind it, before a comma with an apposition; a relative and whom it means."""
    low, high = clause
    if reader.fold(low) in reader.speech.relatives and reader.fold(low - 1) == ",":
        person = find_before_comma(reader, low - 1)
        return ((low, low + 1), person) if person else (None, None)
    if reader.fold(site.low) in reader.speech.impersonals:
        return _find_house(reader, site, clause), None
    left = find_subject_in(reader, low, site.left)
    if left is not None:
        return left, None
    right = find_subject_in(reader, site.high, high)
    if right is not None:
        return (right[0], find_apposition(reader, right[1])) if right[1] == high else right, None
    if reader.fold(low - 1) in (",", ")") and site.left == low:
        return find_before_comma(reader, low - 1), None
    return _find_house(reader, site, clause), None


def _find_house(reader: Reader, site: Site, clause: Range) -> Range | None:
    """The document or body of "in the report (it) is stated that C"."""
    speech = reader.speech
    for index in range(clause[0], clause[1] - 1):
        if reader.fold(index) not in speech.house_links or site.low <= index < site.high:
            continue
        end = find_oblique(reader, index + 1, clause[1])
        end = min(end, site.left) if index < site.low else end
        nouns = reader.tokens[index + 1 : end]
        if any(speech.kinds.get(t.fold) in _HOUSES or t.fold in speech.reports for t in nouns):
            return index + 1, end
    return None


def _may_inherit(reader: Reader, site: Site, clause: Range) -> bool:
    """True where a verb without a subject can only go on with whoever spoke before."""
    speech, first = reader.speech, reader.fold(reader.sentence.low)
    adjunct = first in speech.links | speech.house_links | speech.openers | speech.of  # asked whether he knew, he said
    if reader.fold(site.low) in speech.impersonals or (
        reader.fold(clause[0] - 1) == "," and not reader.frames and not adjunct
    ):
        return False
    if not reader.speech.subject_left_out or not site.families & (SPOKEN | {"denies", "doubts"}):
        return False
    if reader.fold(clause[0]) in reader.speech.links | reader.speech.house_links and "weak" not in site.families:
        return site.left - clause[0] > 1  # in an interview with the daily | (he) said that
    plain = all(is_small(reader, i) or reader.fold(i) in reader.speech.coordinators for i in range(clause[0], site.low))
    return plain and reader.fold(clause[0]) not in reader.speech.openers - reader.speech.coordinators


# ---------------------------------------------------------------- contents to the left


def _read_left(reader: Reader, site: Site, clause: Range) -> Frame | None:
    """“C,” said X; C, said X; “C,” X said."""
    low = clause[0]
    before = reader.tokens[low - 1] if low > 0 else None
    if before is None or not site.families & SPOKEN:
        return None
    quoted = before.kind == "q" or (before.fold in _SET_OFF and low > 1 and reader.tokens[low - 2].kind == "q")
    quoted = quoted or (before.fold in _DASHES and reader.fold(reader.sentence.low) in _DASHES)
    opens = site.left == low or all(is_small(reader, i) for i in range(low, site.low))
    set_off = (
        opens
        and before.fold in _SET_OFF
        and low > reader.sentence.low
        and (_is_strong(site) or opens_with_that(reader) or _is_told_by_office(reader, site, clause))
    )
    if not quoted and (not set_off or _find_right(reader, site, clause[1])):
        return None
    content = _find_left(reader, low)
    if not content:
        return None
    source = _find_late_speaker(reader, site, clause, opens)
    if source is None and not quoted and "says" in site.families and not reader.frames:
        source = _find_own_subject(reader, content[0])
    if source is None and not (quoted and reader.speech.subject_left_out):
        return None
    if not quoted and source and source[1] < clause[1] and _ends_in_aside(reader, content[-1]):
        return None
    content = (*content, *_find_rest(reader, source[1] if source else site.high, content[-1], clause))
    words = sum(high - low for low, high in content)
    return make_plain(site, source, content) if quoted or words > 1 else None


def _ends_in_aside(reader: Reader, content: Range) -> bool:
    """True for "At the time when he wrote it, X believed in wonders": what stands before the verb is no report."""
    speech = reader.speech
    comma = next((i for i in range(content[1] - 1, content[0], -1) if reader.fold(i) == ","), None)
    return comma is not None and reader.fold(comma + 1) in speech.relatives | speech.openers | speech.asks


def _find_own_subject(reader: Reader, content: Range) -> Range | None:
    """The X of "X wants to cut taxes, (he) announced at the congress"."""
    verb = next(
        (i for i in range(*content) if is_verb(reader, i) or reader.fold(i) in reader.speech.planned), content[1]
    )
    return find_subject_in(reader, content[0], verb) if verb < content[1] else None


def _is_strong(site: Site) -> bool:
    return "weak" not in site.families or bool(site.families & {"inverts", "confirms", "says"})


def _is_told_by_office(reader: Reader, site: Site, clause: Range) -> bool:
    """True where somebody with an office, or a body, and nothing else follows the verb: C, ruled the court."""
    source = find_subject_in(reader, site.high, clause[1])
    return source is not None and source == (site.high, clause[1]) and reader.fold(source[0]) in reader.speech.heads


def _find_late_speaker(reader: Reader, site: Site, clause: Range, opens: bool) -> Range | None:
    """The subject behind the verb; before it where the verb does not open its clause."""
    if reader.fold(site.low) in reader.speech.impersonals:
        return _find_house(reader, site, clause)
    if not opens and (before := find_subject_in(reader, clause[0], site.left)):
        return before
    found = find_subject_in(reader, site.high, clause[1]) or _find_plain(reader, site, clause)
    if found is None:
        return _find_house(reader, site, clause)
    return (found[0], find_apposition(reader, found[1])) if found[1] == clause[1] else found


def _find_plain(reader: Reader, site: Site, clause: Range) -> Range | None:
    """An unknown noun that closes the clause, no object of a preposition: “C,” said in Oslo the old beekeeper."""
    last = _step_before_place(reader, clause[1] - 1, site.high)
    token = reader.tokens[last] if last >= site.high else None
    if token is None or token.kind != "w" or is_small(reader, last) or is_verb(reader, last):
        return None
    speech, start = reader.speech, last
    while start > site.high and is_adjective(reader, start - 1):
        start -= 1
    told = token.fold in speech.hearers or token.fold in speech.links or is_governed(reader, last, site.high)
    owned = start == last > site.high and not reader.tokens[last - 1].capital and not is_small(reader, last - 1)
    owned = owned and not reader.fold(last - 1).endswith(speech.oblique_endings)  # told the fans | the skater
    return None if told or owned or token.fold in speech.things else (start, clause[1])


def _step_before_place(reader: Reader, last: int, low: int) -> int:
    """The noun of "the beekeeper from Oslo", where a name behind a preposition closes the clause."""
    before = last - 1
    placed = before > low and reader.tokens[last].capital and reader.fold(before) in reader.speech.of
    return before - 1 if placed else last


def _find_left(reader: Reader, edge: int) -> tuple[Range, ...]:
    """The quotations or the clause that end at the mark before `edge`."""
    tokens, low = reader.tokens, _find_floor(reader, edge)
    end = edge
    while end > 0 and tokens[end - 1].kind == "p" and tokens[end - 1].fold in _SET_OFF:
        end -= 1
    if end > 0 and tokens[end - 1].kind == "q":
        first = end - 1
        while first > low and (tokens[first - 1].kind == "q" or tokens[first - 1].fold == ","):
            first -= 1
        quotations = tuple((i, i + 1) for i in range(first, end) if tokens[i].kind == "q")
        alone = first <= low or tokens[first - 1].fold in (":", ".", *_DASHES)
        return quotations if alone or end <= reader.sentence.low else ((low, end),)
    while low < end and (tokens[low].fold in _SET_OFF or (low == reader.sentence.low and opens_with_that(reader))):
        low += 1
    return ((low, end),) if end > low else ()


def _find_floor(reader: Reader, edge: int) -> int:
    """Where the content before a cue may begin: at the sentence, behind earlier frames, behind their speakers."""
    low = reader.sentence.low
    for frame in reader.frames:
        done = max(frame.cue[1], frame.source[1] if frame.source else 0)
        ahead = any(a >= done for a, _ in frame.content)
        if frame.family not in ("according", "cites") and not ahead and done < edge:
            low = max(low, done)
    return low


def _find_rest(reader: Reader, index: int, left: Range, clause: Range) -> tuple[Range, ...]:
    """The content that goes on behind the speaker: “A,” said X, “B”; – A – said X. – B."""
    last, tokens = reader.sentence.last, reader.tokens
    index = max(index, clause[1])
    if index + 1 < last and reader.fold(index) in _SET_OFF | {":"} and tokens[index + 1].kind == "q":
        return ((index + 1, index + 2),)
    if index >= last and reader.sentence.high < len(tokens) and tokens[reader.sentence.high].kind == "q":
        return ((reader.sentence.high, reader.sentence.high + 1),) if tokens[left[1] - 1].kind == "q" else ()
    dashed = left[0] > 0 and tokens[left[0] - 1].fold in _DASHES and tokens[left[1] - 1].kind != "q"
    if dashed and index + 1 < last and reader.fold(index) in _DASHES:
        return ((index + 1, last),)
    if dashed and index >= last and _opens_with_dash(reader):
        return ((reader.sentence.high + 1, len(tokens)),)
    verbless = tokens[left[1] - 1].kind != "q" and not any(is_verb(reader, i) for i in range(*left))
    if verbless and index + 2 < last and reader.fold(index) == ",":
        return ((index + 1, last),)
    return ()


def _opens_with_dash(reader: Reader) -> bool:
    """True where the next sentence goes on with a speech between dashes."""
    following = reader.sentence.high
    return following + 1 < len(reader.tokens) and reader.tokens[following].fold in _DASHES


_ORDERS: tuple[Callable[[Reader, Site, Range], Frame | None], ...] = (
    _read_left,
    _read_right,
    read_back,
    read_topic,
    read_object,
)
