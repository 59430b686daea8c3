"""Reads verbs whose subject stands elsewhere, or nowhere: "and praised Y", "to praise Y", "was praised"."""

from dataclasses import replace

from stemma.extract.speech.forms.following import find_right_content
from stemma.extract.speech.frames import make_frame
from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import find_subject
from stemma.extract.syntax.reading import Frame, Range, Reader, Site
from stemma.extract.syntax.subjects import find_shared_subject, may_act

_ATTITUDES = frozenset({"judges", "vows", "weak"})


def read_shared(reader: Reader, site: Site) -> Frame | None:
    """X praised Y and criticised Z: the second verb has the subject of the first."""
    content = find_right_content(reader, site)
    subject = find_shared_subject(reader, site.left) if content else None
    frame = make_frame(reader, site, subject, content) if subject else None
    if frame is None or subject is None:
        return None
    return replace(frame, inherits=_is_inflected(reader, site) and not _is_told(reader, subject))


def _is_inflected(reader: Reader, site: Site) -> bool:
    """True for a past or a third person: "to win and support Y" goes on with its infinitive."""
    word, speech = reader.fold(site.low), reader.speech
    if site.left < site.low or word.endswith((*speech.verb_endings, "s")) or word in speech.verbs:
        return True
    return word in speech.says and f"{word}s" not in speech.says  # said, wrote


def _is_told(reader: Reader, subject: Range) -> bool:
    """True where the subject stands in what an earlier frame tells: the verb goes on with that."""
    return any(low <= subject[0] < high for frame in reader.frames for low, high in frame.content)


def read_dangling(reader: Reader, site: Site, content: tuple[Range, ...]) -> Frame | None:
    """Praising Y, X left; X left, praising Y; placards praising Y."""
    speech, low = reader.speech, reader.sentence.low
    before = reader.fold(site.left - 1)
    loose = speech.joins | speech.contrasts | speech.coordinators | speech.openers | speech.links | speech.of
    if site.left == low or (before in speech.openers and site.left - 1 == low):
        subject = _find_next_subject(reader, content[0])
        content = ((content[0][0], subject[0] - 1),) if subject else content
    elif before in loose or before in (",", "—", "–") or before[:1] == '"' or before in speech.agents:
        subject = find_shared_subject(reader, site.left - 1)
    else:
        subject = find_subject(reader.tokens, site.left, low, speech)
    if subject is None and before == "," and reader.frames:
        return make_frame(reader, site, None, content)
    if subject is None or not may_act(reader, subject) or content[0][0] >= content[0][1]:
        return None
    frame = make_frame(reader, site, subject, content)
    return replace(frame, inherits=not _is_told(reader, subject)) if frame else None


def _find_next_subject(reader: Reader, content: Range) -> Range | None:
    """The X of "Praising Y, X left": the noun phrase behind the comma."""
    comma = next((i for i in range(*content) if reader.fold(i) == ","), None)
    if comma is None:
        return None
    end = find_phrase(reader.tokens, comma + 1, content[1], reader.speech)
    return (comma + 1, end) if end > comma + 1 else None


def read_infinitive(reader: Reader, site: Site) -> Frame | None:
    """X used the speech to praise Y; only verbs of attitude, for who is "to say" something has not said it."""
    if not site.families <= _ATTITUDES:
        return None
    content = find_right_content(reader, site)
    subject = find_shared_subject(reader, site.left) if content else None
    frame = make_frame(reader, site, subject, content) if subject else None
    return replace(frame, nested=True) if frame else None


def read_agentless(reader: Reader, site: Site) -> Frame | None:
    """Y is expected to win; Y was criticised for Z: what is held of Y, by nobody named."""
    speech, high = reader.speech, reader.sentence.last
    word = reader.fold(site.high)
    if site.high >= high - 1 or word in speech.agents or not word[:1].isalnum() or word in speech.temporal:
        return None
    if "tells" in site.families or word in speech.that:
        content = find_right_content(reader, site)
    else:
        subject = find_subject(reader.tokens, site.left, reader.sentence.low, speech)
        content = (subject, (site.high, high)) if subject else ()
    frame = make_frame(reader, site, None, content)
    return replace(frame, inherits=False, family="passives", nested=True) if frame else None
