"""Reads a language whose cue stands before its speaker: قال X إن C; «Q»، قال X; وفقا لـX، C."""

from stemma.extract.orders.caseless.places import (
    cut_neighbours,
    find_clause_start,
    find_left,
    find_negated_stance,
    find_quotations_before,
    find_sites,
    is_edge,
    is_voice,
    look_left,
    make_plain_frame,
    make_refusal,
    strip_left,
    strip_right,
)
from stemma.extract.syntax.reading import Frame, Range, Reader, Site
from stemma.lang.language import Language

_REACH = 40  # tokens from a cue to what opens its content
_CUES = frozenset({"says", "tells", "weak", "inverts", "confirms", "denies", "doubts", "declines", "retracts"})


def read_first(reader: Reader, language: Language) -> list[Frame]:
    """The frames of one sentence in the order of their cues."""
    found: list[tuple[Frame, int]] = []
    for site in find_sites(reader, language):
        if "according" in site.families:
            frame = _read_according(reader, site)
        elif "cites" in site.families:
            frame = _read_citing(reader, site)
        elif site.families & _CUES:
            frame = _read_verb(reader, site, [f for f, _ in found])
        else:
            frame = None
        if frame is not None:
            found.append((frame, site.low))
    return cut_neighbours(reader, found)


# ---------------------------------------------------------------- قال X إن C


def _read_verb(reader: Reader, site: Site, earlier: list[Frame]) -> Frame | None:
    look_left(reader, site, find_clause_start(reader, site.low))
    if site.negated or "declines" in site.families:
        return _read_refusal(reader, site)
    if reader.fold(site.low - 1) in reader.speech.leads | reader.speech.relatives and not _opens_at_once(reader, site):
        return None  # refused to give his name; a hearing that shows how
    opener = _find_opener(reader, site)
    end = opener if opener is not None else _find_end(reader, site.high)
    named = opener is not None and _is_object(reader, opener)  # "the days confirmed the truth of it": no days speak
    source = _find_source(reader, site.high, _find_hearer(reader, site, end), sure=not named)
    rest = strip_left(reader, site.high, end)
    while rest < end and reader.fold(rest) in reader.speech.links:
        rest += 1
    if source is None and rest < end and not _ends_source(reader, rest, rest) and not _is_adjunct(reader, rest):
        return None
    right = _find_content(reader, opener)
    if source is None:
        return _read_without_follower(reader, site, right, earlier)
    left = find_quotations_before(reader, site.left)
    if not right:
        plain = find_left(reader, site.left) if "says" in site.families else ()
        return make_plain_frame(reader, site, source, left or plain) or _announce(reader, site, source)
    return make_plain_frame(reader, site, source, (*left, *right) if _goes_on(reader, opener) else right)


def _opens_at_once(reader: Reader, site: Site) -> bool:
    """True for a content right behind the cue: who said "that"."""
    return reader.fold(site.high) in reader.speech.that | {":"} or reader.tokens[site.high].kind == "q"


def _goes_on(reader: Reader, opener: int | None) -> bool:
    """True for the second quotation of “A”, said X, “B”."""
    return opener is not None and reader.tokens[opener].kind == "q"


def _read_without_follower(reader: Reader, site: Site, right: tuple[Range, ...], earlier: list[Frame]) -> Frame | None:
    """X says that C, as headlines have it; "and added that C", where the speaker is the last one."""
    if not right:
        return None
    start = find_clause_start(reader, site.left)
    end = strip_right(reader, start, site.left)
    low = strip_left(reader, start, end)
    while low < end and reader.fold(low) in reader.speech.auxiliaries:
        low += 1
    held = any(low <= frame.cue[0] < end for frame in earlier)  # "X told that … and said that"
    if low < end and not held:
        voice = is_voice(reader, low, end, sure=False) and "weak" not in site.families
        return make_plain_frame(reader, site, (low, end), right) if voice else None
    voiced = any(frame.source is not None for frame in earlier)
    return make_plain_frame(reader, site, None, right) if voiced or site.left == reader.sentence.low else None


def _find_opener(reader: Reader, site: Site) -> int | None:
    """The "that", colon or quotation that opens the content, before any other sentence part does."""
    speech, commas = reader.speech, 0
    objects = speech.contents if site.families & {"denies", "confirms"} else frozenset()
    for index in range(site.high, min(site.high + _REACH, reader.sentence.last)):
        token = reader.tokens[index]
        if token.fold in speech.that or token.fold == ":" or (objects and token.fold in objects and index > site.high):
            return index
        if token.kind == "q" and not _is_quoted_name(reader, index):
            return index if commas == 0 or reader.fold(index - 1) == "," else None
        commas += token.fold == ","
        if token.fold in speech.relatives or (token.fold in speech.verbs and commas) or commas > 2:
            return None
    return None


def _is_quoted_name(reader: Reader, index: int) -> bool:
    """True for the name of a paper between marks: "that", or more of the phrase, follows it."""
    following = reader.fold(index + 1)
    return following in reader.speech.that | reader.speech.links and not reader.fold(index).endswith((".", "!", "?"))


def _find_end(reader: Reader, index: int) -> int:
    """Where the speaker ends who has nothing behind: at the next mark."""
    stop = min(index + _REACH, reader.sentence.last)
    return next((i for i in range(index, stop) if is_edge(reader, i)), stop)


def _find_hearer(reader: Reader, site: Site, end: int) -> int:
    """Where the medium or body begins that was told: "told officials Reuters that", "told Ruiz the council that"."""
    kinds = reader.speech.kinds
    told = range(site.high + 1, end) if "tells" in site.families else range(0)
    for index in told:
        kind = kinds.get(reader.fold(index))
        if kind in ("outlet", "agency") or (kind == "organisation" and reader.fold(index - 1) not in kinds):
            return index
    return end


def _find_source(reader: Reader, low: int, high: int, sure: bool = True) -> Range | None:
    """The noun phrase behind the cue: without times, hearers and "in a statement"."""
    low = _skip_adjunct(reader, low, high)
    end = next((i for i in range(low, high) if _ends_source(reader, i, low)), high)
    while end > low and (_is_loose_end(reader, end - 1)):
        end -= 1
    return (low, end) if low < end and is_voice(reader, low, end, sure) else None


def _skip_adjunct(reader: Reader, low: int, high: int) -> int:
    """Where the speaker begins behind ", before the end of the talks,": behind its comma."""
    speech = reader.speech
    first = strip_left(reader, low, high)
    opened = [i for i in range(low, first) if reader.fold(i) in speech.openers]
    if not opened or reader.fold(low) != ",":
        return first
    return next((strip_left(reader, i + 1, high) for i in range(first, high) if reader.fold(i) == ","), high)


def _is_adjunct(reader: Reader, index: int) -> bool:
    """True for the "statement" of "said in a statement that"."""
    return reader.fold(index) in reader.speech.occasions


def _is_loose_end(reader: Reader, index: int) -> bool:
    """True for a mark, and for the preposition before "that"."""
    mark = reader.tokens[index].kind == "p" and reader.fold(index) not in ")]"
    return mark or reader.fold(index) in reader.speech.links


def _ends_source(reader: Reader, index: int, low: int) -> bool:
    speech, word = reader.speech, reader.fold(index)
    if word in speech.temporal or word in speech.hearings or word in speech.adverbs or word in speech.openers:
        return True
    following = reader.fold(index + 1)
    if word in speech.links and (following in speech.occasions | speech.temporal):
        return True
    return index > low and (word in speech.verbs or word in speech.relatives or word in speech.according)


def _is_object(reader: Reader, index: int) -> bool:
    """True for the "reports" of "denied the reports": part of the content."""
    word = reader.fold(index)
    return word in reader.speech.contents and word not in reader.speech.that


def _find_content(reader: Reader, opener: int | None) -> tuple[Range, ...]:
    if opener is None:
        return ()
    start = opener if reader.tokens[opener].kind == "q" or _is_object(reader, opener) else opener + 1
    return ((start, reader.sentence.last),) if start < reader.sentence.last else ()


def _announce(reader: Reader, site: Site, source: Range) -> Frame | None:
    closes = reader.sentence.high == len(reader.tokens) and reader.tokens[-1].fold == ":"
    if not closes:
        return None
    return Frame(cue=(site.low, site.high), source=source, family="announces", back=True)


def _read_refusal(reader: Reader, site: Site) -> Frame | None:
    """Refused X to comment: the speaker stands inside the cue, behind it or before it."""
    stance = "declines" if "declines" in site.families else find_negated_stance(reader, site)
    if stance is None:
        return None
    inner = _find_source(reader, site.low + 1, site.high - 1)
    if inner is not None:
        return Frame(
            cue=(site.low, site.low + 1),
            source=inner,
            content=((site.high - 1, _find_end(reader, site.high)),),
            stance=stance,
            family="declines",
        )
    end = _find_end(reader, site.high)
    link = next((i for i in range(site.high + 1, end) if reader.fold(i) in reader.speech.links), end)
    source = _find_source(reader, site.high, link)
    if source is not None:
        content = (source[1], end) if link < end else (site.left, site.high)
        return Frame(cue=(site.left, site.high), source=source, content=(content,), stance=stance, family=stance)
    low = strip_left(reader, find_clause_start(reader, site.left), site.left)
    voice = is_voice(reader, low, site.left, sure=False)
    return make_refusal(reader, site, (low, site.left), stance) if voice else None


# ---------------------------------------------------------------- نقل X عن Y قوله إن C


def _read_citing(reader: Reader, site: Site) -> Frame | None:
    """X quoted Y as saying that C."""
    opener = _find_opener(reader, site)
    if opener is None:
        return None
    link = next((i for i in range(site.high + 1, opener) if reader.fold(i) in reader.speech.links), None)
    if link is None:
        return None
    source, quoted = _find_source(reader, site.high, link), _find_source(reader, link + 1, opener)
    content = _find_content(reader, opener)
    if source is None or quoted is None or not content:
        return None
    return Frame(cue=(site.low, site.high), source=source, content=content, quoted=quoted, family="cites")


# ---------------------------------------------------------------- وفقا لـX، C


def _read_according(reader: Reader, site: Site) -> Frame | None:
    low, last = site.high, reader.sentence.last
    end = _find_end(reader, low)
    source = _find_source(reader, low, end)
    if source is None:
        return None
    opens = strip_left(reader, reader.sentence.low, site.low) == site.low
    cue = (site.low, site.high)
    if opens:
        content = ((end + 1, last),) if reader.fold(end) == "," and end + 1 < last else ()
    else:
        before = site.low - 1 if reader.fold(site.low - 1) == "," else site.low
        content = ((max(reader.sentence.low, reader.start), before),)
    return Frame(cue=cue, source=source, content=content, family="according") if content else None
