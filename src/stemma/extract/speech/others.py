"""Reads the other cues: reported by, "the claim that", refusals, rates, "broke the news"."""

from dataclasses import replace

from stemma.extract.speech.cases.frames import find_anyone_before
from stemma.extract.speech.forms.according import is_which
from stemma.extract.speech.frames import (
    extend_apposition,
    find_colon_content,
    find_left_content,
    has_verb,
    is_speaker,
    make_frame,
)
from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import find_subject, is_adverb, is_speaking
from stemma.extract.syntax.ends import end_aside, end_clause
from stemma.extract.syntax.nouns import find_owner
from stemma.extract.syntax.reading import Frame, Range, Reader, Site
from stemma.extract.syntax.subjects import is_finite
from stemma.find.gazetteer import find_places_named
from stemma.model import Stance
from stemma.text import join_lists

_SHORTEST = 14  # characters of a quotation behind a colon


def _read_such(reader: Reader, site: Site) -> Frame | None:
    """The claim of X according to which C."""
    speech, high = reader.speech, reader.sentence.last
    near = range(site.high, min(site.high + 14, high))
    according = next((i for i in near if reader.fold(i) in speech.according), high)
    if not is_which(reader, according + 1) or reader.fold(site.high) not in speech.of | speech.agents | speech.links:
        return None
    source = (site.high + 1, according)
    start = according + 2 + (reader.fold(according + 1) in speech.articles)
    named = source[0] < source[1] and find_phrase(reader.tokens, *source, speech) == according
    if not named or start >= high or not is_speaking(reader.tokens, *source, speech):
        return None
    return Frame(cue=(site.low, site.high), source=source, content=((start, high),), family="nouns")


def read_rate(reader: Reader, site: Site) -> Frame | None:
    """X put the flow at 90 litres: the content is what was rated, with its number."""
    high, speech = reader.sentence.last, reader.speech
    if site.passive or site.infinitive or reader.fold(site.high) in speech.that:
        return None
    link = next((i for i in range(site.high + 1, min(site.high + 14, high)) if _opens_number(reader, i, high)), None)
    subject = find_subject(reader.tokens, site.left, reader.sentence.low, speech)
    if link is None or subject is None or not _may_rate(reader, subject):
        return None
    return Frame(cue=(site.low, site.high), source=subject, content=((site.high, high),), family="rates")


def _may_rate(reader: Reader, subject: Range) -> bool:
    word = reader.fold(subject[0])
    person = word in reader.speech.persons | reader.speech.groups
    return (person and subject[1] - subject[0] == 1) or is_speaking(reader.tokens, *subject, reader.speech)


def _opens_number(reader: Reader, index: int, high: int) -> bool:
    """True for "at" before a number, with "about" or a currency sign between at most."""
    if reader.fold(index) not in reader.speech.rate_links:
        return False
    return any(
        reader.fold(i)[:1].isdigit() or reader.fold(i) in reader.numbers for i in range(index + 1, min(index + 4, high))
    )


def read_asking(reader: Reader, site: Site) -> Frame | None:
    """X confirmed with Y that C: Y is where X has it from; "spoke with Y to confirm that C" likewise."""
    speech, families = reader.speech, site.families
    if not families & {"confirms", "says"} or site.negated or site.passive:
        return None
    if site.infinitive:
        return _read_errand(reader, site) if "confirms" in families else None
    if reader.fold(site.high) not in speech.askings:
        return None
    end = find_phrase(reader.tokens, site.high + 1, reader.sentence.high, speech)
    that = next((i for i in range(end, min(end + 8, reader.sentence.last - 1)) if reader.fold(i) in speech.that), None)
    subject = find_subject(reader.tokens, site.left, reader.sentence.low, speech)
    if (
        that is None
        or end == site.high + 1
        or subject is None
        or not is_speaking(reader.tokens, site.high + 1, end, speech)
    ):
        return None
    return Frame(
        cue=(site.low, site.high),
        source=subject,
        content=((that + 1, reader.sentence.last),),
        quoted=(site.high + 1, end),
        family="cites",
    )


def _read_errand(reader: Reader, site: Site) -> Frame | None:
    """Spoke with Y to confirm that C."""
    low, high, speech = reader.sentence.low, reader.sentence.last, reader.speech
    end = site.left - 1 if reader.fold(site.left - 1) in speech.infinitives else site.left
    starts = [i + 1 for i in range(low, end - 1) if reader.fold(i) in speech.hearings]
    asked = next(((i, end) for i in starts if find_phrase(reader.tokens, i, end, speech) == end), None)
    if asked is None:
        return None
    start = site.high + 1 if reader.fold(site.high) in speech.that else site.high
    if high - start < 2 or not is_speaking(reader.tokens, *asked, speech):
        return None
    return Frame(cue=(site.low, site.high), source=asked, content=((start, high),), family="confirms", nested=True)


def read_break(reader: Reader, site: Site) -> Frame | None:
    """X was among the first to break the news: the content lies before."""
    low = reader.sentence.low
    first = next((i for i in range(low, site.low) if reader.fold(i) in reader.speech.be), site.left)
    source = find_subject(reader.tokens, first, low, reader.speech)
    if source is None:
        return None
    return Frame(cue=(site.low, site.high), source=source, family="breaks", back=True)


def read_colon(reader: Reader) -> Frame | None:
    """X was clear: “C” — where no verb of saying has claimed the quotation."""
    low, last, tokens = reader.sentence.low, reader.sentence.last, reader.tokens
    colon = next((i for i in range(low + 1, last - 1) if reader.fold(i) == ":"), None)
    if colon is None or tokens[colon + 1].kind != "q" or tokens[colon + 1].end - tokens[colon + 1].start < _SHORTEST:
        return None
    if any(a <= colon + 1 < b for frame in reader.frames for a, b in frame.content) or colon - low < 2:
        return None
    start = low
    while start < colon and (is_adverb(tokens[start], reader.speech) or reader.fold(start) in reader.speech.openers):
        start += 1
    end = find_phrase(tokens, start, colon, reader.speech)
    source: Range | None = (start, extend_apposition(reader, end))
    if end == start or not _is_voice(reader, start, end):
        source = find_subject(tokens, colon, low, reader.speech)
    if source is None or not _is_voice(reader, *source) or not is_speaking(tokens, *source, reader.speech):
        return None
    return Frame(cue=(colon, colon + 1), source=source, content=((colon + 1, last),), family="says")


def _is_voice(reader: Reader, low: int, high: int) -> bool:
    """True for a person or a body, by a noun or a name; not for a document or a thing."""
    speech, words = reader.speech, [reader.fold(i) for i in range(low, high)]
    if words[0] in speech.clitics | speech.determiners and len(words) == 1:
        return False
    if any(speech.kinds.get(word) in ("document", "data") or word in speech.reports for word in words):
        return False
    named = reader.tokens[high - 1].capital and not find_places_named(reader.tokens[high - 1].fold.title())
    return named or any(word in speech.kinds or word in speech.roles for word in words)


def read_taken_up(reader: Reader, site: Site) -> Frame | None:
    """Lo ha detto X: what X said stands in the sentences before, or behind a colon."""
    behind = reader.fold(site.left - 1) in (",", ":", "—", "–")
    if (site.left != reader.sentence.low and not behind) or site.passive or site.negated:
        return None
    end = find_phrase(reader.tokens, site.high, reader.sentence.high, reader.speech)
    if end == site.high or not is_speaker(reader, site.high, end):
        return None
    source = (site.high, extend_apposition(reader, end))
    content = find_colon_content(reader, source[1])
    if behind and not content:
        return make_frame(reader, site, source, find_left_content(reader, _strip_mark(reader, site.left)))
    frame = make_frame(reader, site, source, content or ((site.low, site.high),))
    return replace(frame, content=content, back=not content, family="takes_up") if frame else None


def _strip_mark(reader: Reader, end: int) -> int:
    return end - 1 if reader.fold(end - 1) == ":" else end


def read_origin(reader: Reader, site: Site) -> Frame | None:
    """The claim comes from X; all reports point to X."""
    low = reader.sentence.low
    subject = find_subject(reader.tokens, site.left, low, reader.speech)
    if subject is None or not any(t.fold in reader.speech.contents for t in reader.tokens[subject[0] : subject[1]]):
        return None
    end = find_phrase(reader.tokens, site.high, reader.sentence.high, reader.speech)
    if end == site.high or not is_speaking(reader.tokens, site.high, end, reader.speech):
        return None
    source = (site.high, extend_apposition(reader, end))
    return Frame(cue=(site.low, site.high), source=source, family="origins", back=True)


def read_decline(reader: Reader, site: Site) -> Frame | None:
    """X declined to comment (on Y): the content is Y, or the clause itself."""
    low = reader.sentence.low
    if reader.speech.verb_brackets:
        site.left = _find_head(reader, site)
    subject = find_anyone_before(reader, site) or find_subject(reader.tokens, site.left, low, reader.speech)
    if subject is None or (reader.fold(subject[0]) in reader.speech.things and subject[1] - subject[0] == 1):
        return None
    content = _find_matter(reader, site) or ((site.low, reader.sentence.last),)
    return Frame(cue=(site.low, site.high), source=subject, content=content, stance="declines", family="declines")


def _find_head(reader: Reader, site: Site) -> int:
    """Where the finite verb of "wilde tegen X geen commentaar geven" stands; the cue's own place where it is finite."""
    for index in range(site.left - 1, max(reader.sentence.low, site.left - 18), -1):
        if reader.fold(index) in reader.speech.auxiliaries:
            return index
        if reader.fold(index) in (",", ";", ":") or reader.tokens[index].kind == "q":
            break
    return site.left


def _find_matter(reader: Reader, site: Site) -> tuple[Range, ...]:
    """What a refusal is about: "on the report", "to a request for comment"."""
    index, high = site.high, reader.sentence.last
    while index < high and is_adverb(reader.tokens[index], reader.speech):
        index += 1
    if reader.fold(index) == "," and reader.fold(index + 1) in reader.speech.asks:
        return ((index + 1, high),)  # отказался уточнить, сколько ракет передали
    if index < high and (reader.fold(index) in reader.speech.links or reader.fold(index) in reader.speech.of):
        index += 1
    stop = next((i for i in range(index, high) if reader.fold(i) in (",", ";", "—")), high)
    return ((index, stop),) if stop > index else ()


def read_negated(reader: Reader, site: Site) -> Frame | None:
    """Has not commented, could not verify; other negated cues say nothing of anyone."""
    words = {reader.fold(site.low), " ".join(reader.fold(i) for i in range(site.low, site.high))}
    if words & reader.speech.verifies:
        stance: Stance = "doubts"
    elif words & reader.speech.comments:
        stance = "declines"
    else:
        return None
    frame = read_decline(reader, site)
    if frame is None:
        return None
    low = site.left
    return replace(frame, cue=(low, site.high), stance=stance, family=stance)


def read_passive(reader: Reader, site: Site) -> Frame | None:
    """C was reported by X."""
    start = site.high + (reader.fold(site.high) in reader.speech.agents)
    end = find_phrase(reader.tokens, start, reader.sentence.high, reader.speech)
    if end == start or not is_speaker(reader, start, end):
        return None
    source = (start, extend_apposition(reader, end))
    subject = find_subject(reader.tokens, site.left, reader.sentence.low, reader.speech)
    cue = (site.low, start)
    if subject is None:
        return None
    if reader.fold(subject[0] - 1) in reader.speech.contents:
        subject = (subject[0] - 1, subject[1])  # "hal itu" diungkapkan X
    subject = _find_passed_on(reader, site, source[1], subject) or subject
    told = reader.tokens[subject[0] : subject[1]]
    stance: Stance = "denies" if "denies" in site.families else "confirms" if "confirms" in site.families else "asserts"
    if site.negated:
        if reader.fold(site.low) not in reader.speech.verifies:
            return None
        cue, stance = (site.left, start), "doubts"
    bare = not any(t.fold in reader.speech.of for t in told)  # "the rumour of a strike" is a content by itself
    back = len(told) <= 4 and bare and any(t.fold in reader.speech.contents for t in told)
    if any(t.fold in reader.speech.likes for t in told):
        return None
    if start == site.high and not (back and is_speaking(reader.tokens, *source, reader.speech)):
        return None
    return Frame(
        cue=cue, source=source, content=() if back else (subject,), family="passives", back=back, stance=stance
    )


def _find_passed_on(reader: Reader, site: Site, end: int, subject: Range) -> Range | None:
    """The C of "she was told by X that C", and of "it was stated by X that C"."""
    speech, last = reader.speech, reader.sentence.last
    stands_for = subject[1] - subject[0] == 1 and reader.fold(subject[0]) in speech.things
    told = speech.shares and ("tells" in site.families or stands_for)
    return (end + 1, last) if told and reader.fold(end) in speech.that and last - end > 1 else None


def read_noun(reader: Reader, site: Site) -> Frame | None:
    """X's claim that C; the claim by X that C; the claim of X according to which C."""
    if reader.fold(site.low) not in reader.speech.reports:
        return None
    return _read_such(reader, site) or _read_claim(reader, site)


def _read_claim(reader: Reader, site: Site) -> Frame | None:
    """X's claim that C; the claim by X that C."""
    speech = reader.speech
    that = next(
        (i for i in range(site.high, min(site.high + 12, reader.sentence.last)) if reader.fold(i) in speech.that), None
    )
    if that is None or that + 1 >= reader.sentence.last:
        return None
    if that > site.high and reader.fold(that - 1) in join_lists(speech.weak, speech.says):
        return None
    if reader.fold(that) in speech.relatives and reader.fold(that - 1) not in speech.of:
        return None  # the "que" of "información que" tells nothing; that of "información de que" does
    source = _find_noun_source(reader, site, that)
    if source is None:
        return _read_unowned(reader, site) if speech.shares and that == site.high else None
    return Frame(cue=(site.low, site.high), source=source, content=((that + 1, reader.sentence.last),), family="nouns")


def _read_unowned(reader: Reader, site: Site) -> Frame | None:
    """The claim that C, of nobody named; not "claims that were false", nor the subject of the sentence."""
    start, speech = site.high + 1, reader.speech
    opens = site.low - reader.sentence.low <= (reader.fold(site.low - 1) in speech.determiners)
    verbal = site.families != {"reports"} and _follows_verb(reader, site.low)
    taken = any(start == low for frame in reader.frames for low, _ in frame.content)
    if opens or verbal or taken or reader.tokens[site.low].capital or is_finite(reader, start):
        return None
    if not has_verb(reader, start, reader.sentence.last):
        return None
    content = end_aside(reader, site.low, end_clause(reader, (start, reader.sentence.last)))
    return Frame(cue=(site.low, site.high), content=(content,), family="nouns", nested=True)


def _follows_verb(reader: Reader, low: int) -> bool:
    """True for the "fear" of "may fear that", "and fear that"."""
    speech, before = reader.speech, reader.fold(low - 1)
    return before in speech.joins or before in speech.infinitives or before in speech.auxiliaries


def _find_noun_source(reader: Reader, site: Site, that: int) -> Range | None:
    """Whose claim it is: "X's claim", "the claim by X", "klaim X"."""
    speech, owner = reader.speech, reader.fold(site.low - 1)
    told = that == site.high + 1 and reader.fold(site.high) in speech.be  # her point was that C
    if speech.shares and (that == site.high or told) and (found := find_owner(reader, site.low)):
        return found
    if that == site.high and (owner.endswith(("'s", "s'"))):
        return find_subject(reader.tokens, site.low, reader.sentence.low, speech)
    if that > site.high + 1 and reader.fold(site.high) in speech.agents | speech.links | speech.of:
        end = find_phrase(reader.tokens, site.high + 1, that, speech)
        joined = end > site.high + 1 and (
            end == that or (end == that - 1 and reader.fold(end) in speech.be | speech.of)
        )
        voiced = not speech.that_required or is_speaking(reader.tokens, site.high + 1, end, speech)
        return (site.high + 1, end) if joined and voiced else None  # "dubbi sul sistema che fornisce" has none
    if speech.noun_first and that > site.high and find_phrase(reader.tokens, site.high, that, speech) == that:
        return (site.high, that) if is_speaking(reader.tokens, site.high, that, speech) else None
    return None
