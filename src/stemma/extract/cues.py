"""Reads each cue of a sentence by its kind: verbs in their orders, prepositions, passives, nouns, refusals."""

from collections.abc import Iterator
from dataclasses import replace

from stemma.extract.frames import (
    Frame,
    Lexicon,
    Range,
    Reader,
    Site,
    extend_apposition,
    find_colon_content,
    find_hearer_end,
    find_left_content,
    find_lexicon,
    find_right_content,
    has_verb,
    is_adverb,
    is_follower,
    is_speaker,
    make_frame,
)
from stemma.extract.phrases import Sentence, find_phrase, find_subject, is_pronoun
from stemma.lang.language import Language


def find_frames(sentence: Sentence, language: Language) -> list[Frame]:
    """Every frame of one sentence, in order of their cues; contents do not yet know of their neighbours."""
    reader = Reader(sentence, language.speech, sentence.low)
    for site in _find_sites(sentence, find_lexicon(language)):
        _look_left(reader, site)
        frame = _read_site(reader, site)
        if frame is not None:
            reader.frames.append(frame)
    return _cut_contents(reader)


def _find_sites(sentence: Sentence, lexicon: Lexicon) -> Iterator[Site]:
    index = sentence.low
    while index < sentence.high:
        site = _match_site(sentence, index, lexicon)
        if site is None:
            index += 1
            continue
        yield site
        index = site.high


def _match_site(sentence: Sentence, index: int, lexicon: Lexicon) -> Site | None:
    tokens = sentence.tokens
    if tokens[index].kind != "w":
        return None
    for words, families in lexicon.get(tokens[index].fold, ()):
        end = index + len(words)
        if end <= sentence.high and all(tokens[index + i].fold == word for i, word in enumerate(words)):
            return Site(index, end, families)
    return None


def _look_left(reader: Reader, site: Site) -> None:
    """Walks over adverbs and auxiliaries before the cue: "has since repeatedly" said."""
    speech, index = reader.speech, site.low
    while index > reader.sentence.low:
        token = reader.tokens[index - 1]
        word = token.fold
        if word in speech.be:
            site.passive = True
        elif word in speech.infinitives and reader.fold(index - 2) in speech.leads:
            index -= 1
            site.negated |= reader.fold(index - 1) in speech.negations
        elif word in speech.infinitives:
            site.infinitive = True
        elif word not in speech.auxiliaries and word not in speech.negations and not is_adverb(token, speech):
            break
        site.negated |= word in speech.negations or word.endswith("n't")
        index -= 1
    site.left = index


def _read_site(reader: Reader, site: Site) -> Frame | None:
    """The frame of one cue, or None where the words only look like one."""
    families = site.families
    if "passives" in families and reader.fold(site.high) in reader.speech.agents:
        return _read_passive(reader, site)
    if "cites" in families and reader.frames and (frame := _read_citing(reader, site)):
        return frame
    if "according" in families:
        return _read_according(reader, site)
    if "breaks" in families:
        return _read_break(reader, site)
    if "origins" in families and (frame := _read_origin(reader, site)):
        return frame
    if "declines" in families:
        return _read_decline(reader, site)
    if "cites" in families and (frame := _read_citing(reader, site)):
        return frame
    if _is_noun(reader, site):
        return _read_noun(reader, site)
    if site.negated:
        return _read_negated(reader, site)
    return _read_verb(reader, site)


def _is_noun(reader: Reader, site: Site) -> bool:
    """True for "the report", "its claim": the cue is no verb here."""
    speech, word = reader.speech, reader.fold(site.low)
    if word not in speech.reports and word not in speech.contents and word not in speech.kinds:
        return False
    before = reader.fold(site.low - 1)
    if before in speech.infinitives:
        return False
    if before.endswith(("'s", "s'")) or before in speech.determiners or before in speech.of or before in speech.links:
        return True
    after = reader.fold(site.high)
    verbal = after in speech.that or after in speech.determiners or is_follower(reader, site.high)
    return not verbal and before not in speech.persons and before not in speech.groups


def _read_verb(reader: Reader, site: Site) -> Frame | None:
    speech = reader.speech
    participle = reader.fold(site.low) in speech.participles
    if site.infinitive and not participle:
        return None
    adjective = bool(site.families & {"doubts", "denies", "declines"}) and reader.fold(site.low) not in speech.participles
    if site.passive and not participle and not (adjective and reader.fold(site.low) not in speech.passives and _is_predicate(reader, site)):
        return None
    if participle and not site.passive:
        return _read_participle(reader, site)
    frame = _read_inverted(reader, site)
    if frame is not None or "inverts" in site.families:
        return frame
    return _read_subject_first(reader, site)


def _is_predicate(reader: Reader, site: Site) -> bool:
    """Adjectives such as "sceptical" take a form of be; verb forms after be are passive and have no speaker."""
    word = reader.fold(site.low)
    return not word.endswith("ed") or site.high - site.low > 1


def _read_inverted(reader: Reader, site: Site) -> Frame | None:
    """“…,” said X — the cue follows the content, its source follows the cue."""
    if not site.families & {"says", "inverts", "weak", "confirms"} or site.left != site.low:
        return None
    before = reader.tokens[site.low - 1] if site.low > 0 else None
    opens = site.low == reader.sentence.low
    if before is not None and before.fold == "," and "weak" in site.families and reader.tokens[site.low - 2].kind != "q":
        return None
    quoted = before is not None and (before.kind == "q" or before.fold == "," and site.low > 1 and reader.tokens[site.low - 2].kind == "q")
    if not quoted and not (before is not None and before.fold in (",", "—", "–", "-") and not opens) and not (opens and reader.speech.inverted):
        return None
    if reader.fold(site.low) in reader.speech.pronominal:
        return make_frame(reader, site, None, find_left_content(reader, site.low), inherits=True)
    end = find_phrase(reader.tokens, site.high, reader.sentence.high, reader.speech)
    if end == site.high or not is_speaker(reader, site.high, end):
        return None
    following = reader.fold(end)
    if not quoted and (following in reader.speech.verbs or following in reader.speech.auxiliaries or has_verb(reader, end, reader.sentence.last)):
        return None
    source = (site.high, extend_apposition(reader, end))
    content = find_left_content(reader, site.low) or find_colon_content(reader, source[1])
    return make_frame(reader, site, source, content, after=source[1])


def _read_subject_first(reader: Reader, site: Site) -> Frame | None:
    """X said C, or C, X said."""
    speech, low = reader.speech, reader.sentence.low
    before = reader.fold(site.left - 1)
    if before in speech.relatives and site.left - 1 > low:
        return _read_relative(reader, site)
    source = find_subject(reader.tokens, site.left, low, speech)
    if source is None or not _may_speak(reader, source, site):
        if (before in speech.joins or before in speech.coordinators or before == ",") and reader.frames:
            content = find_right_content(reader, site)
            return make_frame(reader, site, None, content, inherits=True) if content else None
        return None
    content = _choose_content(reader, site, source) or _find_reduced_relative(reader, site, source)
    content = content or _find_next_quotation(reader, site)
    return make_frame(reader, site, source, content) if content else None


def _strip_end(reader: Reader, end: int) -> int:
    while end > reader.sentence.low and reader.fold(end - 1) in (",", "—", "–"):
        end -= 1
    return end


def _find_next_quotation(reader: Reader, site: Site) -> tuple[Range, ...]:
    """X told Y. “C” — the quotation stands in a sentence of its own."""
    following = reader.sentence.high
    end = find_hearer_end(reader, site) if "tells" in site.families else site.high
    spoken = bool(site.families & {"says", "tells"}) and end >= reader.sentence.last
    if spoken and following < len(reader.tokens) and reader.tokens[following].kind == "q":
        return ((following, following + 1),)
    return ()


def _find_reduced_relative(reader: Reader, site: Site, source: Range) -> tuple[Range, ...]:
    """ "accusations X has denied": the content stands before its own subject."""
    if not site.families & {"denies", "confirms", "doubts"} or reader.fold(source[0] - 1) not in reader.speech.contents:
        return ()
    noun = source[0] - 1
    start = reader.frames[-1].content[0][0] if reader.frames and reader.frames[-1].content else noun
    return ((start, noun + 1),) if start <= noun else ((noun, noun + 1),)


def _may_speak(reader: Reader, source: Range, site: Site) -> bool:
    """Weeds out "it", "this" and plain things before ambiguous verbs."""
    speech, tokens = reader.speech, reader.tokens
    first = tokens[source[0]]
    if source[0] + 1 >= source[1] and first.fold in speech.things:
        return first.fold == "it" and bool(site.families & {"says", "confirms", "denies"}) and reader.fold(site.high) in speech.that
    if site.families & {"says", "tells", "confirms", "denies", "doubts", "retracts"}:
        return True
    phrase = tokens[source[0] : source[1]]
    return any(t.capital and t.start != tokens[reader.sentence.low].start or t.fold in speech.kinds or is_pronoun(t, speech) for t in phrase) or (
        phrase[0].capital and phrase[0].fold not in speech.determiners
    ) or any(t.fold in speech.roles for t in phrase)


def _read_relative(reader: Reader, site: Site) -> Frame | None:
    """X, who said that C."""
    content = find_right_content(reader, site)
    relative = site.left - 1
    end = _strip_end(reader, relative)
    person = find_subject(reader.tokens, end, reader.sentence.low, reader.speech)
    if not content or person is None or not _may_speak(reader, person, site):
        return None
    return make_frame(reader, site, (relative, relative + 1), content, antecedent=person)


def _read_participle(reader: Reader, site: Site) -> Frame | None:
    """…, claiming that C: the source is the speaker of the main clause, or the document just named."""
    speech = reader.speech
    content = find_right_content(reader, site)
    if not content:
        return None
    before = reader.fold(site.left - 1)
    if before in speech.kinds and speech.kinds[before] in ("document", "data"):
        document = find_subject(reader.tokens, site.left, reader.sentence.low, speech)
        if document is not None:
            return make_frame(reader, site, document, content)
    if site.left == reader.sentence.low or not ("says" in site.families or reader.frames):
        return None
    if reader.frames:
        return make_frame(reader, site, None, content, inherits=True)
    subject = _find_main_subject(reader, site.left)
    return make_frame(reader, site, subject, content) if subject else None


def _find_main_subject(reader: Reader, before: int) -> Range | None:
    """The noun phrase that opens the sentence, when it names someone."""
    low = reader.sentence.low
    while low < before and (reader.fold(low) in reader.speech.coordinators or reader.fold(low) in reader.speech.adverbs):
        low += 1
    end = find_phrase(reader.tokens, low, before, reader.speech)
    if end == low or end >= before or not is_speaker(reader, low, end) or reader.tokens[low].fold in reader.speech.links:
        return None
    return (low, end)


def _choose_content(reader: Reader, site: Site, source: Range) -> tuple[Range, ...]:
    """The right side where it holds a clause, else the left; both where a quotation goes on after the cue."""
    right = _find_told(reader, site)
    if not site.families & {"says", "weak", "tells", "confirms"}:
        return right
    comma = reader.fold(source[0] - 1) in (",", "—", "–", "-") or source[0] > 0 and reader.tokens[source[0] - 1].kind == "q"
    if not comma:
        return right
    left = find_left_content(reader, source[0])
    if not left:
        return right
    quoted = reader.tokens[left[0][0]].kind == "q" and left[0][1] - left[0][0] == 1
    if right and _is_clause(reader, right[0], site) and not quoted:
        return right
    if right and quoted and _is_clause(reader, right[0], site) and left[0][0] < reader.sentence.low:
        return right
    if not quoted and not has_verb(reader, *left[0]) and right:
        return right
    return left


def _find_told(reader: Reader, site: Site) -> tuple[Range, ...]:
    """What follows the cue and, after "told", its hearer."""
    if "tells" in site.families and (end := find_hearer_end(reader, site)) > site.high:
        return find_right_content(reader, replace(site, families=frozenset({"says"})), after=end)
    return find_right_content(reader, site)


def _is_clause(reader: Reader, span: Range, site: Site) -> bool:
    """True when what follows the cue is content rather than "on Monday", "in a statement"."""
    if reader.fold(span[0] - 1) in reader.speech.that or reader.tokens[span[0]].kind == "q":
        return True
    first = reader.fold(span[0])
    if first in reader.speech.links or first in reader.speech.temporal or first in reader.speech.openers:
        return False
    return has_verb(reader, *span) or "says" not in site.families


# ---------------------------------------------------------------- other kinds of cue


def _read_according(reader: Reader, site: Site) -> Frame | None:
    """According to X, C — or C, according to X."""
    if reader.fold(site.low) in reader.speech.participles and not reader.frames:
        return None
    end = find_phrase(reader.tokens, site.high, reader.sentence.high, reader.speech)
    if end == site.high:
        return None
    end = extend_apposition(reader, end)
    before = reader.fold(site.low - 1)
    opens = site.low == reader.sentence.low or before in reader.speech.that or before in reader.speech.coordinators
    right = ((end + 1, reader.sentence.last),) if reader.fold(end) == "," and end + 1 < reader.sentence.last else ()
    if opens and not right and end < reader.sentence.last:
        right = ((end, reader.sentence.last),)
    left = () if opens else find_left_content(reader, site.low)
    content = right if opens else left
    if not opens and right and not (reader.fold(end + 1) in reader.speech.coordinators or reader.fold(end + 1) in reader.speech.participles or reader.fold(end + 1) in reader.speech.relatives):
        content = (*left, *right)
    return make_frame(reader, site, (site.high, end), content, after=end)


def _read_break(reader: Reader, site: Site) -> Frame | None:
    """X was among the first to break the news: the content lies before."""
    low = reader.sentence.low
    first = next((i for i in range(low, site.low) if reader.fold(i) in reader.speech.be), site.left)
    source = find_subject(reader.tokens, first, low, reader.speech)
    if source is None:
        return None
    return Frame(cue=(site.low, site.high), source=source, family="breaks", back=True)


def _read_origin(reader: Reader, site: Site) -> Frame | None:
    """The claim comes from X; all reports point to X."""
    low = reader.sentence.low
    subject = find_subject(reader.tokens, site.left, low, reader.speech)
    if subject is None or not any(t.fold in reader.speech.contents for t in reader.tokens[subject[0] : subject[1]]):
        return None
    end = find_phrase(reader.tokens, site.high, reader.sentence.high, reader.speech)
    if end == site.high or not is_speaker(reader, site.high, end):
        return None
    source = (site.high, extend_apposition(reader, end))
    return Frame(cue=(site.low, site.high), source=source, family="origins", back=True)


def _read_decline(reader: Reader, site: Site) -> Frame | None:
    """X declined to comment (on Y): the content is Y, or the clause itself."""
    low = reader.sentence.low
    subject = find_subject(reader.tokens, site.left, low, reader.speech)
    if subject is None or reader.fold(subject[0]) in reader.speech.things and subject[1] - subject[0] == 1:
        return None
    content = _find_matter(reader, site) or ((site.low, reader.sentence.last),)
    return Frame(cue=(site.low, site.high), source=subject, content=content, stance="declines", family="declines")


def _find_matter(reader: Reader, site: Site) -> tuple[Range, ...]:
    """What a refusal is about: "on the report", "to a request for comment"."""
    index, high = site.high, reader.sentence.last
    while index < high and is_adverb(reader.tokens[index], reader.speech):
        index += 1
    if index < high and (reader.fold(index) in reader.speech.links or reader.fold(index) in reader.speech.of):
        index += 1
    stop = next((i for i in range(index, high) if reader.fold(i) in (",", ";", "—")), high)
    return ((index, stop),) if stop > index else ()


def _read_negated(reader: Reader, site: Site) -> Frame | None:
    """has not commented, could not verify; other negated cues say nothing of anyone."""
    words = {reader.fold(site.low), " ".join(reader.fold(i) for i in range(site.low, site.high))}
    if words & reader.speech.verifies:
        stance = "doubts"
    elif words & reader.speech.comments:
        stance = "declines"
    else:
        return None
    frame = _read_decline(reader, site)
    if frame is None:
        return None
    low = site.left
    return replace(frame, cue=(low, site.high), stance=stance, family=stance)


def _read_citing(reader: Reader, site: Site) -> Frame | None:
    """…, citing Y: a second source behind the first; X cites Y; X quoted Y as saying C."""
    end = find_phrase(reader.tokens, site.high, reader.sentence.high, reader.speech)
    if end == site.high:
        return None
    cited = (site.high, extend_apposition(reader, end))
    if reader.fold(site.low) not in reader.speech.participles:
        return _read_quoting(reader, site, cited)
    content = reader.frames[-1].content if reader.frames else ()
    if site.low == reader.sentence.low and reader.fold(cited[1]) == ",":
        content = ((cited[1] + 1, reader.sentence.last),)
    if not content:
        return None
    return Frame(cue=(site.low, site.high), source=cited, content=content, family="cites", nested=True)


def _read_quoting(reader: Reader, site: Site, cited: Range) -> Frame | None:
    """X quoted Y as saying C; X cites Y: two voices at once."""
    subject = find_subject(reader.tokens, site.left, reader.sentence.low, reader.speech)
    if subject is None or site.passive or not is_speaker(reader, *cited):
        return None
    high = reader.sentence.last
    says = next((i for i in range(cited[1], min(cited[1] + 4, high)) if reader.fold(i) in reader.speech.participles), None)
    speaking = any(t.fold in reader.speech.kinds or t.fold in reader.speech.roles for t in reader.tokens[cited[0] : cited[1]])
    if says is None and not speaking and reader.tokens[cited[0]].kind != "q":
        return None
    content: tuple[Range, ...] = ()
    if says is not None:
        content = ((says + 1, high),) if says + 1 < high else find_left_content(reader, subject[0])
    elif high - cited[1] > 3:
        content = ((cited[1], high),)
    return Frame(
        cue=(site.low, site.high), source=subject, content=content, quoted=cited, family="cites", back=not content
    )


def _read_passive(reader: Reader, site: Site) -> Frame | None:
    """C was reported by X."""
    start = site.high + 1
    end = find_phrase(reader.tokens, start, reader.sentence.high, reader.speech)
    if end == start or not is_speaker(reader, start, end):
        return None
    source = (start, extend_apposition(reader, end))
    subject = find_subject(reader.tokens, site.left, reader.sentence.low, reader.speech)
    cue = (site.low, start)
    if subject is None:
        return None
    told = reader.tokens[subject[0] : subject[1]]
    if site.negated:
        if reader.fold(site.low) not in reader.speech.verifies:
            return None
        return Frame(cue=(site.left, start), source=source, content=(subject,), family="doubts", stance="doubts")
    stance = "denies" if "denies" in site.families else "confirms" if "confirms" in site.families else "asserts"
    back = len(told) <= 4 and any(t.fold in reader.speech.contents for t in told)
    return Frame(cue=cue, source=source, content=() if back else (subject,), family="passives", back=back, stance=stance)


def _read_noun(reader: Reader, site: Site) -> Frame | None:
    """X's claim that C; the claim by X that C."""
    speech, low = reader.speech, reader.sentence.low
    if reader.fold(site.low) not in speech.reports:
        return None
    that = next((i for i in range(site.high, min(site.high + 12, reader.sentence.last)) if reader.fold(i) in speech.that), None)
    if that is None or that + 1 >= reader.sentence.last:
        return None
    source: Range | None = None
    owner = reader.fold(site.low - 1)
    if that == site.high and (owner.endswith("'s") or owner.endswith("s'")):
        source = find_subject(reader.tokens, site.low, low, speech)
    elif that > site.high + 1 and (reader.fold(site.high) in speech.agents or reader.fold(site.high) in speech.links):
        end = find_phrase(reader.tokens, site.high + 1, that, speech)
        joined = end == that or end == that - 1 and reader.fold(end) in speech.be
        source = (site.high + 1, end) if joined and end > site.high + 1 else None
    if source is None:
        return None
    return Frame(cue=(site.low, site.high), source=source, content=((that + 1, reader.sentence.last),), family="nouns")


# ---------------------------------------------------------------- neighbours


def _cut_contents(reader: Reader) -> list[Frame]:
    """Ends each content where a neighbour clause with a source of its own begins."""
    frames = reader.frames
    result: list[Frame] = []
    for position, frame in enumerate(frames):
        content = frame.content
        for other in frames[position + 1 :]:
            content = tuple(cut for span in content if (cut := _cut(reader, span, frame, other)))
        result.append(replace(frame, content=content) if content != frame.content else frame)
    return [frame for frame in result if frame.content or frame.back]


def _cut(reader: Reader, span: Range, frame: Frame, other: Frame) -> Range | None:
    """`span` without what belongs to `other`, when that is a neighbour and not nested."""
    start = min(other.source[0] if other.source else other.cue[0], other.cue[0])
    if other.antecedent is not None or other.nested and other.source is None:
        return span
    if not span[0] < start < span[1] or frame.cue[0] > start:
        return span
    edge, speech = start, reader.speech
    loose = speech.coordinators | speech.adverbs | speech.contents | {",", "—", "–"}
    while edge - 1 > span[0] and reader.fold(edge - 1) in loose:
        edge -= 1
    if edge == start and not other.inherits:
        return span
    after_comma = any(reader.fold(i) in (",", "—", "–") for i in range(edge, start))
    joined = any(reader.fold(i) in speech.coordinators for i in range(edge, start))
    if not (after_comma or joined or other.inherits):
        return span
    return (span[0], edge) if edge > span[0] else None
