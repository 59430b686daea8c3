"""Reads a language whose cue stands between speaker and content: X表示，C; “Q”，X说; 据X报道，C."""

from dataclasses import replace

from stemma.extract.orders.caseless.places import (
    cut_neighbours,
    find_clause_start,
    find_left,
    find_negated_stance,
    find_sites,
    is_count,
    is_speaking_noun,
    is_voice,
    look_left,
    make_plain_frame,
    make_refusal,
    split_cited,
    strip_left,
    strip_right,
)
from stemma.extract.syntax.reading import Frame, Range, Reader, Site
from stemma.lang.language import Language

_FEWEST_LETTERS = 5  # of a content right behind its cue: "表示欢迎" tells nothing
_FARTHEST = 24  # tokens from "according to" to its comma
_CUES = frozenset({"says", "tells", "weak", "inverts", "confirms", "denies", "doubts", "declines", "retracts"})


def read_medial(reader: Reader, language: Language) -> list[Frame]:
    """The frames of one sentence in the order of their cues."""
    found: list[tuple[Frame, int]] = []
    for site in find_sites(reader, language):
        start = max(find_clause_start(reader, site.low), found[-1][0].cue[1] if found else 0)
        if "according" in site.families:
            frame = _read_according(reader, site, start)
        elif site.families & _CUES:
            frame = _read_verb(reader, site, start, [f for f, _ in found])
        else:
            frame = None
        if frame is not None:
            found.append((frame, start))
    return cut_neighbours(reader, found)


# ---------------------------------------------------------------- X说，C


def _read_verb(reader: Reader, site: Site, start: int, earlier: list[Frame]) -> Frame | None:
    if reader.fold(site.low - 1) in reader.speech.be | reader.speech.of or reader.fold(site.high) in reader.speech.of:
        return None  # "it is said", "what was said by", "the claim of"
    look_left(reader, site, start)
    source = _find_source(reader, start, site)
    if source is None and not _goes_on(reader, start, site, earlier):
        return None
    if site.negated or "declines" in site.families:
        stance = find_negated_stance(reader, site) if site.negated else "declines"
        return make_refusal(reader, site, source, stance) if stance and source else None
    hearer = _find_hearer(reader, site)
    right = _find_right(reader, site, hearer[1] if hearer else site.high)
    content = _choose(reader, site, source, right)
    if not content:
        return _refer_on(reader, site, source)
    outer, quoted = split_cited(reader, source) if source else (None, None)
    frame = make_plain_frame(reader, site, outer, content)
    return replace(frame, hearer=hearer, quoted=quoted) if frame else None


def _refer_on(reader: Reader, site: Site, source: Range | None) -> Frame | None:
    """“X said:” at the end of a paragraph, and “X denied this”: the content stands elsewhere."""
    cue = (site.low, site.high)
    if source is not None and _announces(reader, site):
        return Frame(cue=cue, source=source, family="announces", back=True)
    if source is not None and "denies" in site.families:
        return Frame(cue=cue, source=source, stance="denies", family="denies", back=True)
    return None


def _find_source(reader: Reader, start: int, site: Site) -> Range | None:
    """Who stands before the cue: without conjunctions, times and "in an interview"."""
    speech = reader.speech
    high = strip_right(reader, start, site.left)
    low = strip_left(reader, start, high)
    if low < high and reader.fold(low) in speech.according:
        low += 1
    if low < high and reader.fold(low) in speech.links:
        low = _skip_adjunct(reader, low, high)
    link = next((i for i in range(low + 1, high) if reader.fold(i) in speech.links), high)
    if link < high and not _is_bound(reader, link, high):
        high = strip_right(reader, low, link)
    sure = bool(site.families & {"says", "tells", "confirms", "denies", "declines"})
    if low < high and (
        reader.fold(low) in speech.of or reader.fold(high - 1).endswith(speech.adverb_endings or ("\0",))
    ):
        return None  # the rest of a phrase that a mark has parted; somebody "excitedly"
    return (low, high) if low < high and is_voice(reader, low, high, sure) else None


def _skip_adjunct(reader: Reader, low: int, high: int) -> int:
    """Where the speaker begins behind "at a press conference"; `high` where the adjunct has no clear end."""
    ends = [i + 1 for i in range(low, high - 1) if reader.fold(i) in reader.speech.occasions]
    return strip_left(reader, ends[-1], high) if ends else high


def _is_bound(reader: Reader, link: int, high: int) -> bool:
    """True for a preposition inside a noun phrase: "the guard at the gate's captain" ends in a noun for people."""
    speech = reader.speech
    if reader.fold(link) in speech.joins:  # "the school of science and engineering"
        return reader.fold(high - 1) not in speech.occasions
    last = max(i for i in range(link, high) if reader.fold(i) in speech.links)
    of = any(reader.fold(i) in speech.of for i in range(last, high - 1))
    return of and is_speaking_noun(reader.fold(high - 1), speech)


def _goes_on(reader: Reader, start: int, site: Site, earlier: list[Frame]) -> bool:
    """True for "…, and said further that": nobody is named, and nobody else can be meant."""
    if strip_left(reader, start, site.left) < site.left:
        return False
    voiced = any(frame.source is not None for frame in earlier)
    return voiced or (start == reader.sentence.low and start < site.low)


def _find_hearer(reader: Reader, site: Site) -> Range | None:
    """Whom a cue like 告诉 names, up to a mark or to the noun for people that ends the phrase."""
    if "tells" not in site.families:
        return None
    for index in range(site.high, min(site.high + 10, reader.sentence.last)):
        token = reader.tokens[index]
        if token.kind != "w":
            return (site.high, index) if index > site.high else None
        if is_speaking_noun(token.fold, reader.speech) and reader.fold(index + 1) not in reader.speech.roles:
            return (site.high, index + 1)
    return None


def _find_right(reader: Reader, site: Site, index: int) -> tuple[Range, ...]:
    """What follows the cue: behind a comma or colon, or at once."""
    speech, last = reader.speech, reader.sentence.last
    while index < last and reader.fold(index) in speech.auxiliaries | speech.that:
        index += 1
    if index >= last:
        return ()
    if reader.fold(index) in (",", ":"):
        return ((index + 1, last),) if index + 1 < last else ()
    if reader.tokens[index].kind == "q":
        return ((index, last),)
    letters = reader.tokens[last - 1].end - reader.tokens[index].start
    direct = reader.tokens[index].kind == "w" and reader.fold(index) not in speech.of
    return ((index, last),) if direct and letters >= _FEWEST_LETTERS and "weak" not in site.families else ()


def _choose(reader: Reader, site: Site, source: Range | None, right: tuple[Range, ...]) -> tuple[Range, ...]:
    """A quotation right before the speaker goes first; a clause there only where nothing follows a plain verb."""
    if source is None:
        return right
    left = find_left(reader, source[0])
    quoted = bool(left) and reader.tokens[left[0][0]].kind == "q"
    able = reader.fold(site.low - 1) in reader.speech.auxiliaries  # has more to say
    if not quoted and (right or able or "says" not in site.families):
        return right
    return (*left, *right)


def _announces(reader: Reader, site: Site) -> bool:
    """True for "X said:" at the end of a paragraph."""
    closes = reader.sentence.high == len(reader.tokens) and reader.tokens[-1].fold == ":"
    return closes and reader.sentence.last - site.high < 3


# ---------------------------------------------------------------- 据X报道，C


def _read_according(reader: Reader, site: Site, start: int) -> Frame | None:
    if strip_left(reader, start, site.low) < site.low:
        return None
    last = reader.sentence.last
    comma = next((i for i in range(site.high, min(site.high + _FARTHEST, last)) if reader.fold(i) == ","), None)
    if comma is None or comma + 1 >= last:
        return None
    source = _strip_report(reader, site.high, comma)
    if source is None:
        return None
    reader.start = comma + 1
    frame = Frame(cue=(site.low, site.high), source=source, content=((comma + 1, last),), family="according")
    outer, quoted = split_cited(reader, source)
    return replace(frame, source=outer, quoted=quoted)


def _strip_report(reader: Reader, low: int, high: int) -> Range | None:
    """The medium or body between "according to" and "reported": without the verb, the date and "the news that"."""
    speech = reader.speech
    loose = speech.says | speech.weak | speech.relays | speech.of | speech.auxiliaries | speech.temporal
    loose |= speech.adverbs | (speech.reports - speech.kinds.keys())
    while high > low and (reader.fold(high - 1) in loose or is_count(reader.fold(high - 1))):
        high -= 1
    low = strip_left(reader, low, high)
    link = next((i for i in range(low + 1, high) if reader.fold(i) in speech.links), high)
    return (low, link) if low < link and is_voice(reader, low, link) else None
