"""Objects of attitudes where cases free the order of words: X denied Y; Y denied X; X Y denied; X denied it."""

from dataclasses import replace

from stemma.extract.orders.parts import (
    OBJECTS,
    SPOKEN,
    find_apposition,
    find_before_comma,
    find_clause,
    find_subject_in,
    is_adjective,
    is_small,
    make_plain,
    opens_with_that,
)
from stemma.extract.syntax.reading import Frame, Range, Reader, Site

_TOPIC = 2  # words from the head of a sentence to the verb behind its topic, at least


def read_object(reader: Reader, site: Site, clause: Range) -> Frame | None:
    """X denied Y; Y denied X; X Y denied."""
    if not site.families & OBJECTS:
        return None
    low, high = clause
    left, right = find_subject_in(reader, low, site.left), find_subject_in(reader, site.high, high)
    if left is None and right is None and site.left == low and reader.fold(low - 1) == ",":
        left = find_before_comma(reader, low - 1)
    told = _find_told(reader, low, site.left)
    told = _skip(reader, low, site.left) if told is None and _is_plain_object(reader, left, right) else told
    if told is not None and right is not None and _is_object_first(reader, told, right):
        rest = ((right[1], high),) if high > right[1] else ()
        return make_plain(site, (right[0], find_apposition(reader, right[1])), ((told, site.left), *rest))
    if left is None:
        return _read_claim_first(reader, site, right) or _read_onward(reader, site, clause)
    return _read_subject_first(reader, site, clause, left)


def _read_subject_first(reader: Reader, site: Site, clause: Range, left: Range) -> Frame | None:
    """X denied Y; X Y denied."""
    low, high = clause
    between, behind = _skip(reader, max(low, left[1]), site.left), _skip(reader, site.high, high)
    if high > behind:
        told = "says" not in site.families or reader.fold(behind) not in reader.speech.house_links  # on its pages
        return make_plain(site, left, ((behind, _end_object(reader, high)),)) if told else None
    if between == site.left and reader.fold(low - 1) == "," and (first := _read_claim_first(reader, site, left)):
        return first
    between = min(between, _part_object(reader, left))
    left = (left[0], min(left[1], between))
    if any(frame.family == "according" and between <= frame.cue[0] < site.left for frame in reader.frames):
        return None  # according to X confessed
    return make_plain(site, left, ((between, site.left),)) if site.left > between > left[0] else None


def _read_onward(reader: Reader, site: Site, clause: Range) -> Frame | None:
    """“…, and called on the state to help”: the verb goes on with the subject of the one before."""
    speech, behind = reader.speech, _skip(reader, site.high, clause[1])
    joined = reader.fold(clause[0] - 1) in speech.coordinators and site.left == clause[0]
    headed = any(reader.fold(i) in speech.heads for i in range(behind, min(behind + 2, clause[1])))
    if not (joined and reader.frames and speech.subject_left_out) or headed or clause[1] <= behind:
        return None
    return make_plain(site, None, ((behind, _end_object(reader, clause[1])),))


def _part_object(reader: Reader, phrase: Range) -> int:
    """Where the object begins that runs on from a subject: "the accused | the guilt | denied"."""
    speech, named = reader.speech, False
    for index in range(phrase[0] + 1, phrase[1]):
        token, before = reader.tokens[index], reader.tokens[index - 1]
        titled = is_adjective(reader, index - 1) or before.fold in speech.titles
        named = named or ((before.capital or before.fold in speech.heads) and not titled)
        owned = token.fold.endswith(speech.case_endings) or token.fold in speech.of | speech.joins
        if named and token.kind == "w" and not (token.capital or owned or token.fold in speech.kinds):
            return index
    last = reader.tokens[phrase[1] - 1]
    alone = phrase[1] - phrase[0] > 1 and not last.capital and last.fold not in speech.case_endings
    return phrase[1] - 1 if alone and last.kind == "w" and last.fold not in speech.kinds else phrase[1]


def _read_claim_first(reader: Reader, site: Site, right: Range | None) -> Frame | None:
    """The claim that C, denied X."""
    low, comma = reader.sentence.low, find_clause(reader, site.low, site.high)[0] - 1
    noun = any(reader.fold(i) in reader.speech.contents for i in range(low, min(low + 3, comma)))
    if right is not None and reader.fold(comma) == "," and opens_with_that(reader) and comma - low > 2:
        return make_plain(site, right, ((low + 1, comma),))
    if right is None or reader.fold(comma) != "," or not noun:
        return None
    return make_plain(site, (right[0], find_apposition(reader, right[1])), ((low, comma),))


def _find_told(reader: Reader, low: int, high: int) -> int | None:
    """Where the words before a verb begin, when they open with something that can be denied: news, claims."""
    low = _skip(reader, low, high)
    return low if low < high and any(reader.fold(i) in reader.speech.contents for i in range(low, high)) else None


def _is_plain_object(reader: Reader, left: Range | None, right: Range | None) -> bool:
    """True where only what follows the verb has the form of a subject: the deal | called | the premier historic."""
    heads = reader.speech.heads
    if left is None or right is None or any(reader.fold(i) in heads for i in range(*left)):
        return False
    alone = left == (reader.sentence.low, left[0] + 1)
    return alone and any(reader.fold(i) in heads for i in range(*right))


def _is_object_first(reader: Reader, told: int, right: Range) -> bool:
    heads = reader.speech.heads
    return reader.fold(told) not in heads - reader.speech.contents and (
        reader.fold(right[0]) not in reader.speech.contents
    )


def _skip(reader: Reader, low: int, high: int) -> int:
    while low < high and is_small(reader, low):
        low += 1
    return low


def _end_object(reader: Reader, high: int) -> int:
    """An object goes on with its relative clause, and with what is asked of somebody: asks witnesses to come."""
    following = reader.fold(high + 1)
    relative = reader.fold(high) == "," and following in reader.speech.relatives | reader.speech.that
    return reader.sentence.last if relative else high


def read_topic(reader: Reader, site: Site, clause: Range) -> Frame | None:
    """“Before frost | warn | the forecasters”: the object opens the sentence behind the preposition of its verb."""
    low, high = clause
    cue = f"{reader.fold(site.low)} {reader.fold(low)}"
    if low != reader.sentence.low or site.left - low < _TOPIC or cue not in reader.speech.judges:
        return None
    source = find_subject_in(reader, site.high, high)
    if source is None or reader.fold(low + 1) in reader.speech.backward:
        return None
    source = (source[0], find_apposition(reader, source[1])) if source[1] == high else source
    return make_plain(site, source, ((low + 1, site.left),))


def read_back(reader: Reader, site: Site, clause: Range) -> Frame | None:
    """“X said so to reporters”; “…, but X denies it”: the content lies before."""
    if "judges" in site.families and site.high < clause[1] and reader.tokens[site.high].kind == "q":
        return None  # called it “a shame”
    around = range(max(clause[0], site.low - 3), min(clause[1], site.high + 4))
    small = (i for i in around if reader.fold(i) in reader.speech.backward)
    if all(reader.fold(i + 1) in reader.speech.contents for i in small):  # nothing, or "these reports"
        return None
    low, high = clause
    source = find_subject_in(reader, site.high, high) or find_subject_in(reader, low, site.left)
    told = reader.frames[-1].content if reader.frames else ()
    told = tuple((a, min(b, low - 1)) for a, b in told if a < low - 1)
    if source is not None and told and site.families & OBJECTS:
        return make_plain(site, source, told)
    if source is None or low != reader.sentence.low or reader.sentence.last != high:
        return None
    return replace(make_plain(site, source, ()), back=True) if site.families & (SPOKEN | OBJECTS) else None
