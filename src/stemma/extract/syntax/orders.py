"""Reads verbs whose subject stands elsewhere, or nowhere: "and praised Y", "to praise Y", "was praised"."""

from dataclasses import replace

from stemma.extract.speech.forms.following import find_right_content
from stemma.extract.speech.frames import make_frame
from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import find_subject, is_adverb
from stemma.extract.syntax.ends import end_object, end_opening
from stemma.extract.syntax.reading import Frame, Range, Reader, Site
from stemma.extract.syntax.subjects import find_shared_subject, is_finite, may_act
from stemma.text import join_lists

_ATTITUDES = frozenset({"judges", "vows", "weak"})
_TOLD = frozenset({"says", "tells", "weak", "confirms", "denies", "doubts"})
_RUNNING = "ing"
_OCCASION = 9  # tokens of "on Monday at a rally" before a question
_TO_LEAD = 2  # tokens of "But when" before "asked whether"


def read_shared(reader: Reader, site: Site, content: tuple[Range, ...]) -> Frame | None:
    """X praised Y and criticised Z: the second verb has the subject of the first."""
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
    loose = join_lists(speech.joins, speech.contrasts, speech.coordinators, speech.openers, speech.links, speech.of)
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
    """X used the speech to praise Y; "to say" tells something only where X was led to it."""
    if reader.fold(site.left - 1) in reader.speech.chances:
        return None
    if not site.families <= _ATTITUDES:
        return _read_led(reader, site)
    content = find_right_content(reader, site)
    subject = find_shared_subject(reader, site.left) if content else None
    frame = make_frame(reader, site, subject, content) if subject else None
    return replace(frame, nested=True) if frame else None


def _read_led(reader: Reader, site: Site) -> Frame | None:
    """The news led X to say that C."""
    low, said = site.low - 1, site.families & {"says"} and reader.fold(site.low) not in reader.speech.reports
    subject = find_subject(reader.tokens, low, reader.sentence.low, reader.speech) if said else None
    led = subject is not None and subject[1] == low and reader.fold(subject[0] - 1) in reader.speech.causatives
    content = find_right_content(reader, site) if led else ()
    if subject is None or not content or not _is_told_clause(reader, content[0]):
        return None
    frame = make_frame(reader, site, subject, content)
    return replace(frame, nested=True) if frame else None


def _is_told_clause(reader: Reader, span: Range) -> bool:
    """True for "that C" and for a quotation, and for a clause with a verb of its own near its beginning."""
    speech, low = reader.speech, span[0]
    if reader.fold(low - 1) in speech.that or reader.tokens[low].kind == "q":
        return True
    return any(is_finite(reader, i) for i in range(low + 1, min(low + 8, span[1])))


def read_agentless(reader: Reader, site: Site) -> Frame | None:
    """Y is expected to win; Y was criticised for Z: what is held of Y, by nobody named."""
    speech, high = reader.speech, reader.sentence.last
    word = reader.fold(site.high)
    if site.high >= high - 1 or word in speech.agents or not word[:1].isalnum() or word in speech.temporal:
        return None
    if "tells" in site.families or word in speech.that:
        content = find_right_content(reader, site)
    else:
        subject = _find_patient(reader, site)
        content = (subject, end_object(reader, (site.high, high))) if subject else ()
    frame = make_frame(reader, site, None, content)
    return replace(frame, inherits=False, family="passives", nested=True) if frame else None


def _find_patient(reader: Reader, site: Site) -> Range | None:
    """The Y of "X said Y was criticised": what stands before the verb, from an earlier cue on."""
    subject = find_subject(reader.tokens, site.left, reader.sentence.low, reader.speech)
    if subject is None:
        return None
    told = (frame.cue[1] for frame in reader.frames if frame.family in _TOLD)
    start = max((end for end in told if subject[0] < end < subject[1]), default=subject[0])
    start += start > subject[0] and reader.fold(start) in reader.speech.that
    return (start, subject[1]) if start < subject[1] else None


def read_asked(reader: Reader, site: Site) -> Frame | None:
    """Asked whether C, X left; when asked by Y about C, X left."""
    speech, low, last = reader.speech, reader.sentence.low, reader.sentence.last
    led = site.low == low or (site.low - low <= _TO_LEAD and reader.fold(site.low - 1) in speech.openers)
    start, source = site.high, None
    if reader.fold(start) in speech.agents:
        end = find_phrase(reader.tokens, start + 1, last, speech)
        source, start = (start + 1, end) if end > start + 1 else None, end
    start = _pass_occasion(reader, start)
    if not led or not _opens_question(reader, start):
        return None
    start += reader.fold(start) in speech.that
    content = end_opening(reader, (start, last))
    return Frame(cue=(site.low, site.high), source=source, content=(content,), nested=True) if content else None


def _pass_occasion(reader: Reader, index: int) -> int:
    """Passes "on Monday" and "during a talk in Elm" before a question."""
    speech, last = reader.speech, reader.sentence.last
    while index < last and reader.fold(index) in speech.temporal | speech.adverbs:
        index += 1
    if reader.fold(index) not in speech.links or _opens_question(reader, index):
        return index
    for ahead in range(index + 1, min(index + _OCCASION, last)):
        if reader.fold(ahead) == "," or is_finite(reader, ahead):
            break
        if _opens_question(reader, ahead) and reader.fold(ahead) not in speech.infinitives | speech.links:
            return ahead
    return index


def _opens_question(reader: Reader, index: int) -> bool:
    """True for "whether", "why" and "about"."""
    speech, word = reader.speech, reader.fold(index)
    return word in speech.that or word in speech.questions or word in speech.infinitives


def read_impression(reader: Reader, site: Site) -> Frame | None:
    """Y seems ready to leave; it appears that C: what looks so to the writer, or to nobody named."""
    speech, high = reader.speech, reader.sentence.last
    start = site.high
    while start < high and is_adverb(reader.tokens[start], speech):
        start += 1
    word = reader.fold(start)
    if start >= high or site.infinitive or not (word[:1].isalnum() or word[:1] == '"') or _tells(reader, start):
        return None
    subject = _find_patient(reader, site)
    if subject is None:
        return None
    told = (start + (word in speech.that), high)
    if subject[1] - subject[0] == 1 and reader.fold(subject[0]) in speech.things and word not in speech.infinitives:
        content: tuple[Range, ...] = (told,) if high - told[0] > 1 else ()
    else:
        content = (subject, end_object(reader, told))
    frame = make_frame(reader, site, None, content)
    return replace(frame, inherits=False, family="passives", nested=True) if frame else None


def _tells(reader: Reader, start: int) -> bool:
    """True for "on Monday", which says where something appeared, and for "to say", a cue of its own."""
    speech, word, following = reader.speech, reader.fold(start), reader.fold(start + 1)
    if word in speech.infinitives:
        cues = (speech.says, speech.tells, speech.weak, speech.judges, speech.vows, speech.confirms, speech.denies)
        return any(following in words for words in cues)
    return word in join_lists(speech.temporal, speech.agents, speech.links, speech.of)


def read_relative_object(reader: Reader, site: Site, source: Range) -> Frame | None:
    """The "whom" of "whom X views as a rival", the plan of "a plan X opposes": the object stands before its subject."""
    speech, before = reader.speech, source[0] - 1
    if not speech.shares or before <= reader.sentence.low or site.infinitive or site.passive:
        return None
    inflected = site.left < site.low or reader.fold(site.low).endswith((*speech.verb_endings, "s"))
    told = site.families & {"says", "tells"} and "judges" not in site.families
    if not inflected or told or not _lacks_object(reader, site.high):
        return None
    content = _find_link(reader, site, before) or _find_bare_antecedent(reader, site, source)
    at = min(site.high, len(reader.tokens) - 1)  # the verb itself at the end of the text
    frame = make_frame(reader, site, source, ((at, at + 1),)) if content else None
    return replace(frame, content=content, nested=True) if frame else None


def _lacks_object(reader: Reader, index: int) -> bool:
    """True where no object follows the verb: a preposition, a time, a mark or the end."""
    speech, token = reader.speech, reader.tokens[index] if index < reader.sentence.last else None
    if token is None or (token.kind == "p" and token.fold not in "$€£#("):
        return True
    small = (speech.links, speech.of, speech.judgements, speech.joins, speech.temporal, speech.closers)
    if token.fold in speech.infinitives:
        return reader.fold(index + 1) in speech.determiners
    return any(token.fold in words for words in small) or is_adverb(token, speech)


def _find_link(reader: Reader, site: Site, index: int) -> tuple[Range, ...]:
    """The "whom" at `index`, and with it what follows the verb in "as a rival" and "for the loss"."""
    speech, word = reader.speech, reader.fold(index)
    linked = word in speech.relatives and reader.fold(index - 1) not in speech.links | speech.of
    if not linked and not (word in speech.that and _is_noun_before(reader, index)):
        return ()
    bound = reader.fold(site.high) in speech.judgements | speech.of and reader.sentence.last - site.high > 1
    rest = (end_object(reader, (site.high, reader.sentence.last)),) if bound else ()
    return ((index, index + 1), *rest)


def _find_bare_antecedent(reader: Reader, site: Site, source: Range) -> tuple[Range, ...]:
    """The plan of "a plan X opposes"; a verb that looks like a noun needs an auxiliary."""
    speech, first = reader.speech, reader.tokens[source[0]]
    nominal = site.left == site.low and reader.fold(site.low) in join_lists(
        speech.nounlike, speech.reports, speech.contents
    )
    if nominal or "says" in site.families or not _is_noun_before(reader, source[0]):
        return ()
    opened = first.capital or first.fold in speech.definites | speech.persons | speech.groups | speech.selves
    noun = find_subject(reader.tokens, source[0], reader.sentence.low, speech) if opened else None
    return (noun,) if noun is not None and noun[1] == source[0] else ()


def _is_noun_before(reader: Reader, index: int) -> bool:
    """True where a word in small letters stands before `index` that is neither a verb nor a small word."""
    token, speech = reader.tokens[index - 1], reader.speech
    small = (speech.links, speech.of, speech.that, speech.joins, speech.coordinators, speech.openers, speech.adverbs)
    plain = token.kind == "w" and not token.capital and not any(token.fold in words for words in small)
    plain = plain and token.fold not in speech.participles and not token.fold.endswith(_RUNNING)
    cued = any(frame.cue[0] < index <= frame.cue[1] for frame in reader.frames)
    return plain and not cued and not is_finite(reader, index - 1) and not is_adverb(token, speech)
