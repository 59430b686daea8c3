"""Reads second sources: "citing Y", "X cites Y", "X quoted Y as saying C"."""

from stemma.extract.speech.frames import extend_apposition, find_left_content, is_speaker
from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import find_subject
from stemma.extract.syntax.reading import Frame, Range, Reader, Site


def read_citing(reader: Reader, site: Site) -> Frame | None:
    """…, citing Y: a second source behind the first; X cites Y; X quoted Y as saying C."""
    end = find_phrase(reader.tokens, site.high, reader.sentence.high, reader.speech)
    if end == site.high:
        return None
    cited = (site.high, extend_apposition(reader, end))
    behind = reader.speech.noun_first and reader.fold(site.low - 1) == "," and bool(reader.frames)
    if reader.fold(site.low) not in reader.speech.participles and not behind:
        return read_quoting(reader, site, cited)
    content = _cut_before(reader, reader.frames[-1].content, site.low) if reader.frames else ()
    if site.low == reader.sentence.low and reader.fold(cited[1]) == ",":
        content = ((cited[1] + 1, reader.sentence.last),)
    if not content:
        return None
    return Frame(cue=(site.low, site.high), source=cited, content=content, family="cites", nested=True)


def _cut_before(reader: Reader, content: tuple[Range, ...], high: int) -> tuple[Range, ...]:
    """What was told ends where the words about its second source begin."""
    if not reader.speech.noun_first:
        return content  # "citing" may bring in reasons as well, which belong to what is told
    while reader.fold(high - 1) == ",":
        high -= 1
    return tuple((low, min(end, high)) for low, end in content if low < high)


def _opens_aside(reader: Reader, index: int) -> bool:
    """True for "in a letter", and for ", naming nobody" where cases show the parts of a sentence."""
    speech = reader.speech
    gerund = speech.cased and reader.fold(index) == "," and reader.fold(index + 1).endswith(speech.gerund_endings)
    return gerund or reader.fold(index) in speech.links


def read_quoting(reader: Reader, site: Site, cited: Range) -> Frame | None:
    """X quoted Y as saying C; X cites Y: two voices at once."""
    subject = find_subject(reader.tokens, site.left, reader.sentence.low, reader.speech)
    if subject is None or site.passive or not (is_speaker(reader, *cited) or reader.tokens[cited[0]].kind == "q"):
        return None
    high = reader.sentence.last
    says = next(
        (i for i in range(cited[1], min(cited[1] + 4, high)) if reader.fold(i) in reader.speech.participles), None
    )
    speaking = any(
        t.fold in reader.speech.kinds or t.fold in reader.speech.roles for t in reader.tokens[cited[0] : cited[1]]
    )
    if says is None and not speaking and reader.tokens[cited[0]].kind != "q":
        return None
    content: tuple[Range, ...] = ()
    if says is not None:
        content = ((says + 1, high),) if says + 1 < high else find_left_content(reader, subject[0])
    elif high - cited[1] > 3 and not _opens_aside(reader, cited[1]):
        content = ((cited[1], high),)
    return Frame(
        cue=(site.low, site.high), source=subject, content=content, quoted=cited, family="cites", back=not content
    )
