"""Reads a language whose verb ends its clause: Sは「C」と述べた; 「C」とSは述べた; SはCと発表した; Sによると、C."""

from collections.abc import Iterator
from dataclasses import replace

from stemma.extract.orders.caseless.places import (
    cut_neighbours,
    ends_in_role,
    find_sites,
    is_count,
    is_speaking_noun,
    is_voice,
    make_plain_frame,
    skip_times,
    strip_left,
)
from stemma.extract.syntax.reading import Frame, Range, Reader, Site
from stemma.lang.language import Language

_REACH = 70  # tokens that are looked through before a cue
_CITED = 14  # tokens behind a speaker in which "citing Y" stands
_NEAR = 3  # tokens of the shortest adjunct that needs no comma: "at a press conference"
_GAP = 9  # tokens between a content's particle and its cue: adverbs, "at the press conference"
_EDGES = ",、;:.!?—–…"
_OBJECTS = frozenset({"denies", "confirms", "doubts", "retracts", "judges"})
_CUES = _OBJECTS | {"says", "weak", "inverts", "tells", "declines"}


def read_final(reader: Reader, language: Language) -> list[Frame]:
    """The frames of one sentence in the order of their cues."""
    found: list[tuple[Frame, int]] = []
    for site in find_sites(reader, language):
        low = _find_low(reader, site, [frame for frame, _ in found])
        if "according" in site.families:
            frame = _read_according(reader, site, low)
        elif "declines" in site.families:
            frame = _read_refusal(reader, site, low)
        elif site.families & _CUES:
            frame = _read_verb(reader, site, low, bool(found))
        else:
            frame = None
        if frame is not None:
            found.append((frame, site.low))
    return cut_neighbours(reader, found)


def _find_low(reader: Reader, site: Site, earlier: list[Frame]) -> int:
    """Where the words that may belong to a cue begin: behind the cue before."""
    low = max(reader.sentence.low, site.low - _REACH)
    for frame in earlier:
        low = max(low, frame.cue[1])
    while low < site.low and reader.tokens[low].kind == "p":
        low += 1
    return low


# ---------------------------------------------------------------- who


def _find_marks(reader: Reader, low: int, high: int) -> Iterator[int]:
    """Where particles behind a subject stand; not inside a name before its office."""
    speech = reader.speech
    for index in range(low + 1, high):
        mark = reader.fold(index) in speech.subject_marks and _is_glued(reader, index)
        verbal = reader.fold(index - 1).endswith(speech.verb_stems)
        named = not is_speaking_noun(reader.fold(index - 1), speech)
        office = ends_in_role(reader.fold(index + 1), speech) and reader.fold(index + 2) in speech.subject_marks
        if mark and not verbal and not (named and office):
            yield index


def _is_glued(reader: Reader, index: int) -> bool:
    """True for a particle right behind its word."""
    before = reader.tokens[index - 1]
    return before.end == reader.tokens[index].start and (before.kind != "p" or before.fold in ")）〉》")


def _find_subject(reader: Reader, low: int, high: int, first: bool) -> tuple[Range, int] | None:
    """The speaker in a stretch of tokens, and where the rest begins: its topic, else its subject; the first or last."""
    marks = list(_find_marks(reader, low, high))
    topics = [index for index in marks if reader.fold(index) in reader.speech.topic_marks]
    for chosen in (topics, [index for index in marks if index not in topics]):
        for index in chosen if first else reversed(chosen):
            start = _find_start(reader, low, index)
            topic = chosen is topics
            sure = topic and not any(start <= mark < index for mark in marks)  # a topic, and no clause of its own
            if start < index and is_voice(reader, start, index, sure) and (topic or not _is_aside(reader, index, high)):
                return (start, index), index + 1
    return None


def _is_aside(reader: Reader, mark: int, high: int) -> bool:
    """True for a subject in front of "concerning": it belongs to that, and somebody else speaks."""
    return any(reader.fold(i) in reader.speech.links for i in range(mark + 1, high))


def _find_start(reader: Reader, low: int, end: int) -> int:
    """Where the noun phrase before a particle begins: behind a mark, a quotation or an adjunct."""
    start, depth = end, 0
    while start > low:
        token = reader.tokens[start - 1]
        depth += (token.fold in ")）") - (token.fold in "(（")
        if depth <= 0 and (_is_edge(reader, start - 1) or _closes_adjunct(reader, start - 1)):
            break
        start -= 1
    while start < end and reader.fold(start) in reader.speech.quotatives and len(reader.fold(start)) > 1:
        start += 1  # “C” rago | Kim
    return strip_left(reader, start, end)


def _is_edge(reader: Reader, index: int) -> bool:
    token = reader.tokens[index]
    if token.kind == "q":
        return token.end - token.start > _GAP * 2
    return token.kind == "p" and token.fold in _EDGES


def _closes_adjunct(reader: Reader, index: int) -> bool:
    """True behind "concerning", and behind "at" where it closes "at the press conference"."""
    speech, word = reader.speech, reader.fold(index)
    return word in speech.links or (word in speech.of and reader.fold(index - 1) in speech.occasions)


# ---------------------------------------------------------------- SはCと述べた


def _read_verb(reader: Reader, site: Site, low: int, follows: bool) -> Frame | None:
    frame = _read_quoted_behind(reader, site, low)
    if frame is not None:
        return frame
    end = _find_content_end(reader, site, low)
    if end is None:
        return _read_object(reader, site, low) if site.families & _OBJECTS else _read_before(reader, site, low)
    first = _find_quotations(reader, low, end)
    quoted = first < end
    subject = _find_subject(reader, low, first, first=not quoted)
    source, start = subject if subject is not None else (None, strip_left(reader, low, end))
    if quoted:
        content = tuple((i, i + 1) for i in range(first, end) if reader.tokens[i].kind == "q")
    else:
        content = ((_skip_adjunct(reader, start, end), end),)
    quoted_other = _find_cited(reader, start, end) if source is not None and not quoted else None
    if quoted_other is not None:
        content = ((quoted_other[1], end),)
    if source is None and not _goes_on(reader, low, start, follows or quoted):
        return None
    if not quoted and not _is_clause(reader, end):
        return None
    if not _is_whole(reader, site, quoted):
        return None
    frame = make_plain_frame(reader, site, source, content)
    return replace(frame, quoted=quoted_other[0]) if frame and quoted_other else frame


def _is_whole(reader: Reader, site: Site, quoted: bool) -> bool:
    """True for a cue by itself; a bare noun ("apology") or a single letter is one only at the end of its clause."""
    closes = site.high >= reader.sentence.last or reader.fold(site.high) in (",", "、")
    short = site.high - site.low == 1 and len(reader.fold(site.low)) == 1
    return closes and (quoted or not short) if short or site.families == {"inverts"} else True


def _is_clause(reader: Reader, end: int) -> bool:
    """True where what stands before a content's particle ends as clauses do: "talked with a friend" tells nothing."""
    endings = reader.speech.verb_endings
    return len(reader.fold(end)) > 2 or not endings or reader.fold(end - 1).endswith(endings)


def _find_cited(reader: Reader, low: int, high: int) -> tuple[Range, int] | None:
    """Reads “citing Y” behind the speaker: Y, and where the content begins."""
    for index in range(low + 1, min(high, low + _CITED)):
        if reader.fold(index) in reader.speech.cites and index + 1 < high:
            end = index - 1 if reader.fold(index - 1) in reader.speech.object_marks else index
            return ((low, end), _skip_comma(reader, index + 1, high)) if low < end else None
    return None


def _goes_on(reader: Reader, low: int, start: int, sure: bool) -> bool:
    """True where nobody is named and the last speaker can be meant: a quotation, a second verb, "also"."""
    return sure or (low == reader.sentence.low and start > low)


def _skip_comma(reader: Reader, start: int, end: int) -> int:
    while start < end - 1 and reader.tokens[start].kind == "p" and reader.fold(start) in _EDGES:
        start += 1
    return start


def _skip_adjunct(reader: Reader, start: int, end: int) -> int:
    """Where the content begins behind "on Friday," and "at the press conference,"."""
    speech = reader.speech
    timed = skip_times(reader, start, end)
    if timed > start and reader.fold(timed) in (",", "、"):
        start = timed
    for index in range(start, min(end - 1, start + _GAP)):
        closes = reader.fold(index) in speech.of and reader.fold(index - 1) in speech.occasions
        closes = closes or reader.fold(index) in speech.adverbs
        if closes and (reader.fold(index + 1) in (",", "、") or index - start < _NEAR):
            return _skip_comma(reader, index + 1, end)
    return _skip_comma(reader, start, end)


def _read_before(reader: Reader, site: Site, low: int) -> Frame | None:
    """“C”. X said. — the quotation is a sentence of its own."""
    before = reader.sentence.low - 2
    alone = before >= 0 and reader.tokens[before].kind == "q" and reader.tokens[before + 1].fold in ".!?"
    subject = _find_subject(reader, low, site.low, first=True) if alone and site.high >= reader.sentence.last else None
    return make_plain_frame(reader, site, subject[0], ((before, before + 1),)) if subject else None


def _find_content_end(reader: Reader, site: Site, low: int) -> int | None:
    """Where the content before a cue ends: at its particle, with nothing but adverbs and adjuncts behind."""
    speech = reader.speech
    noun = reader.fold(site.low) in speech.nounlike and reader.fold(site.low - 1).endswith(speech.verb_endings)
    if noun and site.low > low:
        return site.low
    for index in range(site.low - 1, max(low, site.low - _GAP), -1):
        if reader.fold(index) in speech.quotatives and (_is_glued(reader, index) or len(reader.fold(index)) > 2):
            plain = reader.tokens[index - 1].kind != "q"
            return index if index > low and not (plain and _is_far(reader, index + 1, site.low)) else None
        if reader.tokens[index].kind == "q" or reader.fold(index) in ".;:":
            return None
    return None


def _is_far(reader: Reader, low: int, high: int) -> bool:
    """True where more than adverbs stands between the particle of an unquoted content and the cue."""
    speech = reader.speech
    loose = speech.adverbs | speech.temporal
    return any(
        token.kind == "w" and token.fold not in loose and not is_count(token.fold) for token in reader.tokens[low:high]
    )


def _find_quotations(reader: Reader, low: int, end: int) -> int:
    """Where the run of quotations that ends at `end` begins, particles between them passed over."""
    first, index = end, end
    while index > low:
        token = reader.tokens[index - 1]
        if token.kind == "q":
            first = index - 1
        elif first == end or not (token.fold in reader.speech.quotatives or token.fold in ",、"):
            break
        index -= 1
    return first


def _read_quoted_behind(reader: Reader, site: Site, low: int) -> Frame | None:
    """“C”, X said: the speaker stands between the content's particle and the cue."""
    speech = reader.speech
    marks = list(_find_marks(reader, max(low, site.low - _REACH // 2), site.low))
    if not marks or not site.families & {"says", "inverts", "weak", "confirms", "denies", "tells"}:
        return None
    mark = marks[-1]
    between = range(mark - 1, low, -1)
    particle = next((i for i in between if reader.fold(i) in speech.quotatives and _is_glued(reader, i)), None)
    if _find_content_end(reader, site, mark) is not None:
        return None
    end = particle + 1 if particle is not None else _find_start(reader, low, mark)
    start = strip_left(reader, _skip_comma(reader, end, mark), mark)
    apart = particle is None and reader.fold(end - 1) in speech.quotatives  # “C” rago Kim, with a blank before it
    first = _find_quotations(reader, low, end - apart if particle is None else particle)
    content = tuple((i, i + 1) for i in range(first, end) if reader.tokens[i].kind == "q")
    if not content or start >= mark or not is_voice(reader, start, mark):
        return None
    return make_plain_frame(reader, site, (start, mark), content)


def _read_object(reader: Reader, site: Site, low: int) -> Frame | None:
    """X denied C, where C is a noun phrase with the particle of an object."""
    end = site.low - 1
    while end > low and reader.fold(end) in reader.speech.adverbs:
        end -= 1
    if end <= low or reader.fold(end) not in reader.speech.object_marks:
        return None
    subject = _find_subject(reader, low, end, first=True)
    if subject is None:
        return None
    start = _skip_comma(reader, subject[1], end)
    return make_plain_frame(reader, site, subject[0], ((start, end),))


def _read_refusal(reader: Reader, site: Site, low: int) -> Frame | None:
    """X declined to comment: the words of the refusal are the content, with what it is about."""
    subject = _find_subject(reader, low, site.low, first=True)
    if subject is None:
        return None
    start = _skip_comma(reader, subject[1], site.high)
    return Frame(
        cue=(site.low, site.high),
        source=subject[0],
        content=((start, site.high),),
        stance="declines",
        family="declines",
    )


# ---------------------------------------------------------------- Sによると、C


def _read_according(reader: Reader, site: Site, low: int) -> Frame | None:
    start, last = _find_start(reader, low, site.low), reader.sentence.last
    if start >= site.low or not is_voice(reader, start, site.low):
        return None
    after = _skip_comma(reader, site.high, last)
    if after >= last:
        return None
    return Frame(cue=(site.low, site.high), source=(start, site.low), content=((after, last),), family="according")
