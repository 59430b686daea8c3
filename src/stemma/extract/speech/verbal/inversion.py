"""Reads a verb whose speaker stands behind it: “C,” said X; said X: C."""

from stemma.extract.orders.turned import read_impersonal
from stemma.extract.speech.between.passing import is_lead_in, skip_to_speaker
from stemma.extract.speech.forms.following import is_time
from stemma.extract.speech.frames import (
    extend_apposition,
    find_colon_content,
    find_left_content,
    has_verb,
    is_speaker,
    make_frame,
)
from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import is_speaking
from stemma.extract.syntax.reading import Frame, Range, Reader, Site
from stemma.extract.syntax.subjects import extend_description, is_finite

_ANSWER = 14  # characters from which a quotation is no single word


def read_inverted(reader: Reader, site: Site) -> Frame | None:
    """“…,” said X — the cue follows the content, its source follows the cue."""
    start = find_cue_start(reader, site)
    if not _may_invert(reader, site, start):
        return None
    quoted = is_quoted(reader, start)
    if reader.fold(site.low) in reader.speech.pronominal:
        return make_frame(reader, site, None, _find_around(reader, site, quoted=quoted))
    if reader.fold(site.high) in reader.speech.enclitics & reader.speech.things:
        return read_impersonal(reader, site, site.high + 1, find_left_content(reader, start))
    low = skip_to_speaker(reader, site.high)
    end = find_phrase(reader.tokens, low, reader.sentence.high, reader.speech)
    told_of = reader.speech.shares and reader.fold(low) in reader.speech.of  # said of Y
    if end == low or told_of or not is_speaker(reader, low, end):
        return None
    source = (low, _extend(reader, end))
    return _read_speaker_behind(reader, site, start, source) if _is_inverted(reader, start, end, source) else None


def is_quoted(reader: Reader, start: int) -> bool:
    """True when a quotation stands right before the cue, with or without a comma."""
    before = reader.tokens[start - 1] if start else None
    if before is None:
        return False
    return before.kind == "q" or (before.fold in ",:" and start > 1 and reader.tokens[start - 2].kind == "q")


def find_cue_start(reader: Reader, site: Site) -> int:
    """Where the verb begins, its auxiliary included: “C”, "ha detto" X."""
    left = [reader.fold(i) for i in range(site.left, site.low)]
    helpers = (reader.speech.auxiliaries, reader.speech.clitics)
    helped = reader.speech.inverted and not all(words.isdisjoint(left) for words in helpers)
    helped = helped or (reader.speech.subject_left_out and site.left == reader.sentence.low)
    return site.left if helped and not reader.speech.negations & {*left} else site.low


def _may_invert(reader: Reader, site: Site, start: int) -> bool:
    """True when what stands before the cue may be its content: a quotation, or a clause and a comma."""
    if not site.families & {"says", "inverts", "weak", "confirms"} or site.left != start:
        return False
    if reader.fold(site.low) in reader.speech.uninverted:
        return False
    if is_quoted(reader, start):
        return True
    if start == reader.sentence.low:
        return reader.speech.inverted
    return reader.fold(start - 1) in ("—", "–", "-") or (reader.fold(start - 1) == "," and "weak" not in site.families)


def _is_inverted(reader: Reader, start: int, end: int, source: Range) -> bool:
    """True where a clause stands before "said X", and nothing behind X says that X does something else."""
    speech, following = reader.speech, reader.fold(end)
    dashed = speech.inverted and reader.fold(start - 1) in ("—", "–")  # —C —said X
    quoted = is_quoted(reader, start)
    if speech.shares and not quoted and end < reader.sentence.high and reader.tokens[end].kind == "q":
        return False  # the mayor, Ana Ruiz, said Lind “had no choice”
    if speech.shares and quoted and following in speech.auxiliaries:
        return False  # the keeper of “The Lamp,” said he had no choice
    named = quoted or dashed or is_speaking(reader.tokens, source[0], end, speech)
    closed = named and start > reader.sentence.low and reader.fold(source[1]) in (",", "—", "–")
    closed = closed or (speech.shares and named and _is_described(reader, end, source))
    sure = quoted or dashed or closed if speech.that_required else named
    if not sure and not has_verb(reader, reader.sentence.low, start):
        return False  # "il ministro, commosso, ricorda" i caduti
    busy = following in speech.verbs or following in speech.auxiliaries or has_verb(reader, end, reader.sentence.last)
    passed_on = f"{following} {reader.fold(end + 1)}" in speech.according  # kata X seperti dikutip Y
    return quoted or closed or passed_on or not busy


def _is_described(reader: Reader, end: int, source: Range) -> bool:
    """True for "said Berg, a nurse who …" and "said a nurse who …": the verbs tell of the speaker."""
    last = reader.sentence.last
    if source[1] >= last or reader.fold(end) not in reader.speech.relatives:
        return source[1] >= last
    return not any(reader.fold(i) == "," and is_finite(reader, i + 1) for i in range(end, last - 1))


def _read_speaker_behind(reader: Reader, site: Site, start: int, source: Range) -> Frame | None:
    """The frame of a speaker behind the verb, with what stands before the verb, or behind a colon or comma."""
    content = _find_next_answer(reader, start) or find_left_content(reader, start)
    content = content or find_colon_content(reader, source[1]) or _find_behind_comma(reader, source[1])
    titled = content and reader.tokens[content[0][0]].kind != "q" and not has_verb(reader, *content[0])
    if titled and reader.speech.that_required and not is_speaking(reader.tokens, *source, reader.speech):
        return None  # a film, “The Quiet Shore”, tells their story
    return make_frame(reader, site, source, content)


def _find_next_answer(reader: Reader, start: int) -> tuple[Range, ...]:
    """The “B,” of “A,” she said, and then “B,” said X: a quotation behind the words of another speaker."""
    speech, quotation = reader.speech, reader.tokens[start - 1]
    long = quotation.kind == "q" and quotation.end - quotation.start > _ANSWER
    if not speech.shares or not long or not reader.frames or reader.fold(start - 2) != ",":
        return ()
    told = any(frame.cue[1] < start - 1 and reader.tokens[frame.content[0][0]].kind == "q" for frame in reader.frames)
    return ((start - 1, start),) if told else ()


def _find_around(reader: Reader, site: Site, *, quoted: bool) -> tuple[Range, ...]:
    """What stands before "katanya," and, where that interrupts a sentence without quotation marks, behind it."""
    left = find_left_content(reader, site.low)
    behind = _find_behind_comma(reader, site.high)
    if quoted or not behind or is_time(reader, behind[0][0]) or reader.fold(behind[0][0]) in reader.speech.temporal:
        return left
    return behind if not left or is_lead_in(reader, site.low) else (*left, *behind)


def _find_behind_comma(reader: Reader, index: int) -> tuple[Range, ...]:
    """The clause of "Kata X, C": a verb that opens its sentence, its speaker, and a comma."""
    content = (index + 1, reader.sentence.last)
    return (content,) if reader.fold(index) == "," and content[1] - content[0] > 1 else ()


def _extend(reader: Reader, end: int) -> int:
    """The end of a speaker's name with what is said of the speaker behind it."""
    extended = extend_apposition(reader, end)
    return extended if extended > end or not reader.speech.shares else extend_description(reader, end)
