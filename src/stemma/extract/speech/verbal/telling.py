"""Whether a verb of perceiving or writing tells something, or takes up what was told before."""

from stemma.extract.speech.frames import has_verb
from stemma.extract.speech.phrases import is_adverb, is_pronoun
from stemma.extract.syntax.reading import ENDED, Frame, Range, Reader, Site
from stemma.extract.syntax.subjects import is_finite

_TO_JUDGEMENT = 10  # tokens from a verb of seeing to the "as" of its judgement


def is_reduced(reader: Reader, site: Site) -> bool:
    """True for the "briefed" of "people briefed on the talks": nobody is told anything."""
    speech, following = reader.speech, site.high
    if speech.shares and _is_dated(reader, site):
        return True
    if not speech.shares or "tells" not in site.families or "says" in site.families:
        return False
    if reader.fold(following) in speech.infinitives and "vows" in site.families:
        return False  # promised to leave
    spoken = any(reader.fold(i) in ENDED for i in range(reader.sentence.low, site.low))
    return not spoken and reader.fold(following) in speech.links and reader.fold(site.low).endswith(speech.verb_endings)


def _is_dated(reader: Reader, site: Site) -> bool:
    """True for the "released" of "a poll released on Sunday showed": the verb of the clause follows a time."""
    speech, index = reader.speech, site.high
    if site.left < site.low or reader.fold(site.low) not in speech.passives:
        return False
    index += reader.fold(index) in speech.definites  # this week
    if reader.fold(index) not in speech.temporal:
        return False
    while reader.fold(index) in speech.temporal or reader.fold(index) in speech.adverbs:
        index += 1
    return is_finite(reader, index)


def tells_clause(reader: Reader, site: Site) -> bool:
    """True for "claims that he left", not for the noun of "the claims that surfaced"."""
    speech, opening = reader.speech, site.high + 1
    if reader.fold(site.high) not in speech.that or opening >= reader.sentence.last:
        return False
    token = reader.tokens[opening]
    return token.capital or token.fold in speech.determiners or is_pronoun(token, speech)


def takes_up(reader: Reader, site: Site, frame: Frame) -> bool:
    """True for "mengatakan hal itu saat …": what was told stands in the sentences before."""
    speech, first = reader.speech, frame.content[0][0] if frame.content else site.high
    if first < site.high or reader.fold(first) not in speech.contents or reader.fold(first + 1) not in speech.takes_up:
        return False
    after = reader.fold(first + 2)
    return first + 2 >= reader.sentence.last or after in speech.links | speech.openers | speech.temporal | {","}


def tells_something(reader: Reader, site: Site, frame: Frame) -> bool:
    """False for "she saw the bridge fall" and "she wrote three letters": nothing is told there."""
    speech, word, first = reader.speech, reader.fold(site.low), frame.content[0][0] if frame.content else 0
    if frame.family == "passives" and _is_taken_for(reader, site):
        return True
    looks = word in speech.perceives and site.enclosed is None and not site.families & {"says", "tells", "vows"}
    writes = word in speech.composes and first >= site.high and not _tells_event(reader, frame.content[0])
    inverted = frame.source is not None and frame.source[0] >= site.high
    last = speech.shares and site.high >= reader.sentence.last  # C, X found
    behind = last and frame.source is not None and 0 <= first < frame.source[0]
    if not (looks or writes) or frame.back or inverted or behind or _is_document(reader, frame):
        return True
    quoted = any(token.kind == "q" for low, high in frame.content for token in reader.tokens[low:high])
    if writes and not looks:
        return (
            quoted
            or reader.fold(first - 1) in speech.that
            or not (reader.fold(first)[:1].isdigit() or reader.fold(first) in speech.determiners)
        )
    return quoted or reader.fold(first - 1) in speech.that | {":"} or is_judged(reader, site, first)


def _is_taken_for(reader: Reader, site: Site) -> bool:
    """True for "is seen as a rival", "is considered a rival", "is known for her wit": what nobody named holds."""
    speech, word = reader.speech, reader.fold(site.high)
    if "judges" in site.families and word not in speech.links | speech.of | speech.temporal:
        return True
    return word in speech.judgements | speech.of


def is_judged(reader: Reader, site: Site, low: int) -> bool:
    """True for "sees Ruiz as a rival": what somebody is taken for stands behind "as"."""
    speech = reader.speech
    if low < site.high or reader.fold(site.low) not in speech.perceives:
        return False
    for index in range(low + 1, min(low + _TO_JUDGEMENT, reader.sentence.last - 1)):
        following = reader.tokens[index + 1]
        if reader.fold(index) in speech.judgements:
            return following.kind != "w" or not (is_pronoun(following, speech) or following.fold in speech.temporal)
        if reader.fold(index) in (",", ";", "—") or is_finite(reader, index):
            return False
    return False


def _tells_event(reader: Reader, content: Range) -> bool:
    """True where the words have a finite verb of their own: not "a photo which showed the wreck"."""
    relatives = (i for i in range(*content) if reader.fold(i) in reader.speech.relatives)
    return has_verb(reader, content[0], next(relatives, content[1]))


def _is_document(reader: Reader, frame: Frame) -> bool:
    """True where the source is something written: "the inquiry found the dam unsafe"."""
    if frame.source is None:
        return False
    words = [token.fold for token in reader.tokens[frame.source[0] : frame.source[1]]]
    return any(word in reader.speech.reports or reader.speech.kinds.get(word) in ("document", "data") for word in words)


def drop_manner(reader: Reader, left: tuple[Range, ...], right: tuple[Range, ...], edge: int) -> tuple[Range, ...]:
    """`right` without the "softly into the phone" of “C?” X said softly into the phone: a quotation is told already."""
    speech, before = reader.speech, reader.tokens[edge - 1] if edge else None
    if not (left and right and speech.shares) or before is None or before.fold not in ENDED or left[-1][1] != edge:
        return right
    start = right[0][0]
    first = reader.tokens[start]
    told = reader.fold(start - 1) in speech.that | {":", ","} or first.kind == "q"
    loose = any(first.fold in words for words in (speech.links, speech.temporal, speech.openers, speech.of))
    return () if not told and (loose or is_adverb(first, speech)) else right


def swallows_cue(reader: Reader, frame: Frame) -> bool:
    """True where the source holds the cue of an earlier frame: "analysts expect the firm to report" is no speaker."""
    if frame.source is None or frame.antecedent is not None:
        return False
    return any(
        frame.source[0] < earlier.cue[0] < earlier.cue[1] <= frame.source[1]
        and earlier.family in ("says", "weak", "denies", "confirms", "doubts", "judges")
        and earlier.antecedent is None
        and not _is_set_off(reader, frame.source, earlier.cue[0])
        for earlier in reader.frames
    )


def _is_set_off(reader: Reader, source: Range, cue: int) -> bool:
    """True for the "backing" of "X, a guide backing the dam, said": it describes X, whom commas part from it."""
    holder = cue > source[0] and reader.fold(cue) in reader.speech.participles  # members backing the dam said
    if reader.speech.shares and holder and not any(is_finite(reader, i) for i in range(*source)):
        return True
    if not reader.speech.shares or reader.fold(source[1]) != ",":
        return False
    comma = next((i for i in range(source[0] + 1, cue) if reader.fold(i) == ","), source[1])
    return comma < cue and not any(is_finite(reader, i) for i in range(source[0], comma))
