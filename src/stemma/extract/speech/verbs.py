"""Reads verbs of speech and attitude in the orders that news uses: X said C; C, X said; C, said X; …, saying C."""

from dataclasses import replace

from stemma.extract.orders.turned import read_enclosed
from stemma.extract.speech.between.passing import is_lead_in
from stemma.extract.speech.cases.frames import read_cased
from stemma.extract.speech.cases.subjects import find_first_subject, is_past
from stemma.extract.speech.forms.following import find_right_content, is_time, opens_infinitive
from stemma.extract.speech.frames import (
    drop_relative,
    find_hearer_end,
    find_left_content,
    has_verb,
    is_follower,
    make_frame,
)
from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import find_subject, is_adverb, is_contracted, is_speaking
from stemma.extract.speech.verbal.inversion import find_cue_start, is_quoted, read_inverted
from stemma.extract.speech.verbal.leads import opens_clause
from stemma.extract.speech.verbal.participles import find_main_subject, find_told, read_participle
from stemma.extract.speech.verbal.senses import means_otherwise
from stemma.extract.speech.verbal.speakers import find_whole_speaker
from stemma.extract.speech.verbal.telling import drop_manner, is_reduced, takes_up, tells_clause, tells_something
from stemma.extract.syntax.interrupted import find_compared
from stemma.extract.syntax.orders import (
    read_agentless,
    read_impression,
    read_infinitive,
    read_relative_object,
    read_shared,
)
from stemma.extract.syntax.reading import ENDED, Frame, Range, Reader, Site
from stemma.extract.syntax.subjects import (
    agrees,
    is_finite,
    is_singular,
    may_act,
)
from stemma.text import join_lists

_TO_MAIN_VERB = 5  # words from the end of a relative clause to the verb that its subject has: "on Monday in Oslo"


def read_verb(reader: Reader, site: Site) -> Frame | None:
    """The frame of a verb that stands in one of the known orders."""
    frame = None if means_otherwise(reader, site) else _read_order(reader, site)
    if frame is not None and takes_up(reader, site, frame):
        return replace(frame, content=(), back=True)
    return frame if frame is not None and tells_something(reader, site, frame) else None


def read_denied(reader: Reader, site: Site) -> Frame | None:
    """X does not support Y; did not say whether C: a view held, or nothing said."""
    frame = read_verb(reader, site)
    if frame is None or frame.family in ("denies", "doubts", "confirms"):
        return None
    if "impressions" in site.families:
        return frame
    view = reader.fold(site.low) in reader.speech.perceives or frame.family in ("judges", "vows", "predicates")
    return replace(frame, stance="doubts" if view else "declines")


def _read_order(reader: Reader, site: Site) -> Frame | None:
    """The frame of a verb in whichever order its words stand."""
    participle = reader.fold(site.low) in reader.speech.participles
    if reader.speech.cased and not participle and (cased := read_cased(reader, site)):
        return cased
    if "impressions" in site.families:
        return read_impression(reader, site)
    loose = not site.passive and site.families == {"predicates"}
    if loose or site.families == {"agentless"} or _lacks_auxiliary(reader, site):
        return None
    passive = site.passive and not _is_predicate(reader, site)
    if not participle and (passive or site.infinitive or site.families == {"passives"}):
        return _read_loose(reader, site, passive=passive) if reader.speech.shares else None
    if participle and not site.passive:
        return read_participle(reader, site)
    return _read_turned(reader, site)


def _read_turned(reader: Reader, site: Site) -> Frame | None:
    """The frame of a finite verb, wherever its subject stands."""
    if site.enclosed is not None:
        return read_enclosed(reader, site, site.enclosed)
    elsewhere = reader.speech.verb_brackets or reader.speech.cased  # read by readers of their own
    frame = None if elsewhere else read_inverted(reader, site)
    before_colon = reader.speech.cased and (bool(site.families & {"says", "weak"}) or reader.fold(site.high) == ":")
    if frame is not None or ("inverts" in site.families and not before_colon):
        return frame
    frame = _read_subject_first(reader, site)
    return frame or (_read_left_out(reader, site) if reader.speech.subject_left_out else None)


def _lacks_auxiliary(reader: Reader, site: Site) -> bool:
    """True for a participle that stands alone; behind "and" the auxiliary of the verb before it goes on."""
    speech = reader.speech
    word = reader.fold(site.low)
    if word not in speech.compounds or word in speech.verbs or reader.fold(site.left - 1) in speech.joins:
        return False
    return not any(reader.fold(i) in speech.auxiliaries for i in range(site.left, site.low))


def _read_loose(reader: Reader, site: Site, *, passive: bool) -> Frame | None:
    """Was praised; to praise Y: nobody stands before the verb who says it."""
    if passive:
        return None if site.negated else read_agentless(reader, site)
    return read_infinitive(reader, site) if site.families != {"passives"} else None


def _is_predicate(reader: Reader, site: Site) -> bool:
    """Adjectives such as "sceptical" take a form of be; verb forms after be are passive and have no speaker."""
    word = reader.fold(site.low)
    if "predicates" in site.families:
        return True
    if word in reader.speech.passives or not site.families & {"doubts", "denies", "declines"}:
        return False
    return not word.endswith(reader.speech.verb_endings) or site.high - site.low > 1


def _read_left_out(reader: Reader, site: Site) -> Frame | None:
    """“C”, ha aggiunto — or, at the head of a sentence, Ha aggiunto che C: whoever spoke before goes on."""
    start, following = find_cue_start(reader, site), reader.fold(site.high)
    if not site.families & {"says", "confirms", "denies", "inverts"}:
        return None
    opens = start == reader.sentence.low or is_lead_in(reader, start)
    apart = reader.frames or reader.fold(start - 1) in reader.speech.relatives  # esto es lo "que" dicen
    told = not apart and (following == "," or reader.sentence.last <= site.high)
    if not opens and (is_quoted(reader, start) or told):
        content = find_left_content(reader, start)
        if content and following == "," and site.high + 2 < reader.sentence.last and told:
            content = (*content, (site.high + 1, reader.sentence.last))
        frame = make_frame(reader, site, None, content)
    elif (opens or reader.fold(start - 1) in reader.speech.coordinators | {","}) and _is_told(reader, site.high):
        source = None if opens else find_main_subject(reader, start)
        frame = make_frame(reader, site, source, find_right_content(reader, site))
    else:
        return None
    return replace(frame, inherits=False) if frame else None


def _is_told(reader: Reader, index: int) -> bool:
    """True before "that", an infinitive, a colon or a quotation, times and adverbs left aside."""
    high, speech = reader.sentence.last, reader.speech
    while reader.fold(index) in speech.clitics:
        index += 1
    while index < high and (is_time(reader, index) or is_adverb(reader.tokens[index], speech)):
        index += 1
    if index < high and reader.fold(index) in speech.links | speech.of:
        index += reader.fold(index + 1) in speech.that
    quoted = index < reader.sentence.high and reader.tokens[index].kind == "q"
    return quoted or reader.fold(index) in speech.that | {":"} or opens_infinitive(reader, index)


def _read_subject_first(reader: Reader, site: Site) -> Frame | None:
    """X said C, or C, X said."""
    speech, low = reader.speech, reader.sentence.low
    before = reader.fold(site.left - 1)
    if site.left == site.low and (reader.fold(site.low) in speech.supines or is_reduced(reader, site)):
        return None
    if site.left - 1 > low and (before in speech.relatives or _is_relative(reader, site.left - 1)):
        return _read_relative(reader, site)
    source = _find_speaker(reader, site)
    source = drop_relative(reader, source) if source else None
    before = reader.fold(source[0] - 1) if source is not None else ""
    other = before in speech.verbs and before not in speech.says
    if other or (source is not None and is_singular(reader, source, site)):
        return None
    asked = speech.cased and source is not None and reader.fold(source[0]) in speech.asks
    if source is None or asked or not _may_speak(reader, source, site):
        return _read_without_subject(reader, site)
    compared = find_compared(reader, site, source) if speech.shares else ()
    content = compared or _choose_content(reader, site, source) or _find_reduced_relative(reader, site, source)
    content = content or _find_next_quotation(reader, site)
    if not content and _is_announcement(reader, site):
        return Frame(cue=(site.low, site.high), source=source, family="announces", back=True)
    return make_frame(reader, site, source, content) if content else read_relative_object(reader, site, source)


def _find_speaker(reader: Reader, site: Site) -> Range | None:
    """The phrase before the verb, whole, or set off from it by commas."""
    speech, low, before = reader.speech, reader.sentence.low, reader.fold(site.left - 1)
    source = find_subject(reader.tokens, site.left, low, speech) or _find_set_off(reader, site)
    if source is None and speech.cased and before in speech.joins and not reader.frames:
        return find_first_subject(reader.tokens, low, site.left, speech)
    return find_whole_speaker(reader, site, source) if speech.shares else source


def _read_without_subject(reader: Reader, site: Site) -> Frame | None:
    """X said B and added C: the speaker of the clause before goes on."""
    speech, before = reader.speech, reader.fold(site.left - 1)
    if before != "," and before not in join_lists(speech.joins, speech.coordinators, speech.contrasts):
        return None
    if speech.shares and (frame := read_shared(reader, site, _find_object(reader, site))):
        return frame
    content = find_right_content(reader, site) if reader.frames else ()
    return make_frame(reader, site, None, content) if content else None


def _find_object(reader: Reader, site: Site) -> tuple[Range, ...]:
    """What is told behind the hearer, or where there is none right behind the verb: "and told stories of it"."""
    return find_told(reader, site) or find_right_content(reader, site)


def _find_set_off(reader: Reader, site: Site) -> Range | None:
    """The X of "X, said C": a name that opens the sentence, with a comma before its verb."""
    low, comma = reader.sentence.low, site.left - 1
    if comma <= low or reader.fold(comma) != "," or "says" not in site.families or is_lead_in(reader, comma):
        return None
    small = reader.speech.openers | reader.speech.adverbs | reader.speech.auxiliaries
    named = reader.tokens[low].capital and reader.fold(low) not in small
    whole = named and find_phrase(reader.tokens, low, comma, reader.speech) == comma
    return (low, comma) if whole and is_speaking(reader.tokens, low, comma, reader.speech) else None


def _strip_end(reader: Reader, end: int) -> int:
    while end > reader.sentence.low and reader.fold(end - 1) in (",", "—", "–"):
        end -= 1
    return end


def _is_announcement(reader: Reader, site: Site) -> bool:
    """True for "X continued:" at the end of a paragraph."""
    closes = reader.sentence.high == len(reader.tokens) and reader.tokens[-1].fold == ":"
    return closes and bool(site.families & {"says", "weak", "tells"}) and reader.sentence.last - site.high < 8


def _find_next_quotation(reader: Reader, site: Site) -> tuple[Range, ...]:
    """X told Y. “C” — the quotation stands in a sentence of its own."""
    following, families = reader.sentence.high, {"says", "tells", "weak" if reader.speech.shares else "says"}
    end = find_hearer_end(reader, site) if "tells" in site.families else site.high
    spoken = site.families & families and end >= reader.sentence.last
    if spoken and following < len(reader.tokens) and reader.tokens[following].kind == "q":
        return ((following, following + 1),)
    return ()


def _find_reduced_relative(reader: Reader, site: Site, source: Range) -> tuple[Range, ...]:
    """Reads “accusations X has denied”: the content stands before its own subject."""
    if not site.families & {"denies", "confirms", "doubts"} or reader.fold(source[0] - 1) not in reader.speech.contents:
        return ()
    noun = source[0] - 1
    start = reader.frames[-1].content[0][0] if reader.frames and reader.frames[-1].content else noun
    return ((start, noun + 1),) if start <= noun else ((noun, noun + 1),)


def _may_speak(reader: Reader, source: Range, site: Site) -> bool:
    """Weeds out "it", "this" and plain things before ambiguous verbs."""
    speech, tokens = reader.speech, reader.tokens
    first = tokens[source[0]]
    last = reader.fold(source[1] - 1)
    owned = site.left == site.low and last.endswith(("'s", "s'")) and not is_contracted(last, speech)
    nounlike = reader.fold(site.low) in speech.nounlike and reader.fold(site.left - 1) not in speech.relatives
    verbal = not nounlike or (speech.shares and tells_clause(reader, site))
    if speech.shares and not owned and verbal:
        return may_act(reader, source)
    if source[0] + 1 >= source[1] and first.fold in speech.things:
        return (
            first.fold == "it"
            and bool(site.families & {"says", "confirms", "denies"})
            and reader.fold(site.high) in speech.that
        )
    if owned:
        return False
    sure = site.families & {"says", "tells", "confirms", "denies", "doubts", "retracts"}
    if speech.that_required and {"says", "judges"} <= site.families and reader.fold(site.low) in speech.compounds:
        return True
    marked = (
        is_follower(reader, site.high) or reader.fold(site.high) in speech.that or reader.fold(source[0] - 1) == ","
    )
    marked = marked or (bool(speech.infinitive_endings) and opens_infinitive(reader, site.high))
    if (sure and marked and reader.fold(site.low) not in reader.speech.nounlike) or agrees(
        reader, source, (site.low, site.high)
    ):
        return True
    return is_speaking(tokens, source[0], source[1], speech)


def _is_relative(reader: Reader, index: int) -> bool:
    """True for the "that" of "a group that opposes the dam": a noun stands before it, no cue."""
    if not reader.speech.shares or reader.fold(index) not in reader.speech.that:
        return False
    cued = any(frame.cue[1] == index for frame in reader.frames)
    return not cued and reader.tokens[index - 1].kind == "w" and not is_finite(reader, index - 1)


def _read_relative(reader: Reader, site: Site) -> Frame | None:
    """X, who said that C."""
    content = find_right_content(reader, site)
    relative = site.left - 1
    end = _strip_end(reader, relative)
    person = find_subject(reader.tokens, end, reader.sentence.low, reader.speech)
    if not content or person is None or not _may_speak(reader, person, site) or opens_clause(reader, person, relative):
        return None
    agent = next(
        (i for i in range(person[1] - 2, person[0], -1) if reader.fold(i) in reader.speech.agents), person[0] - 1
    )
    person = (agent + 1, person[1])  # torn apart "by" a rival who said
    if reader.fold(relative - 1) == ",":
        content = tuple(_end_before_main_verb(reader, span) for span in content)
    frame = make_frame(reader, site, (relative, relative + 1), content)
    return replace(frame, antecedent=person) if frame else None


def _end_before_main_verb(reader: Reader, span: Range) -> Range:
    """Reads “X, who said that C, resigned”: the main clause goes on behind the second comma."""
    speech = reader.speech
    finite = join_lists(speech.verbs, speech.be, speech.auxiliaries)
    commas = (i for i in range(span[0] + 2, span[1] - 1) if reader.fold(i) == ",")
    near = 1 if not speech.cased or reader.fold(span[0] - 1) in speech.that else _TO_MAIN_VERB
    return (span[0], next((i for i in commas if _opens_main(reader, i + 1, near, finite)), span[1]))


def _opens_main(reader: Reader, index: int, near: int, finite: frozenset[str]) -> bool:
    """True where a finite verb follows within `near` words, times and places aside, and no new clause opens first."""
    speech = reader.speech
    for ahead in range(index, min(index + near, reader.sentence.last)):
        token = reader.tokens[ahead]
        if token.fold in finite or (near > 1 and is_past(token, speech)):
            return True
        if token.kind != "w" or token.fold in speech.relatives | speech.that | speech.openers | speech.coordinators:
            return False
    return False


def _choose_content(reader: Reader, site: Site, source: Range) -> tuple[Range, ...]:
    """The right side where it holds a clause, else the left; both where a quotation goes on after the cue."""
    right = find_told(reader, site)
    if not site.families & {"says", "weak", "tells", "confirms"}:
        return right
    edge = source[0] - (reader.speech.cased and reader.fold(source[0] - 1) in reader.speech.adverbs)  # “C”, so X said
    comma = reader.fold(edge - 1) in (",", "—", "–", "-") or (edge > 0 and reader.tokens[edge - 1].kind == "q")
    cited = any(f.family == "cites" and f.cue[0] == reader.sentence.low for f in reader.frames)
    left = find_left_content(reader, edge) if comma and not cited else ()
    right = drop_manner(reader, left, right, edge)
    scene = bool(left and right) and _sets_scene(reader, left[0], right[0])
    led = not left or (right and is_lead_in(reader, source[0])) or scene or _goes_on(reader, site, left[0])
    if led or ((right or reader.speech.cased) and _is_adjunct(reader, left[0])):
        return right
    framed = any(left[0][0] <= frame.cue[0] < left[0][1] for frame in reader.frames)
    if framed and (reader.speech.noun_first or (right and (reader.speech.cased or reader.speech.shares))):
        return right  # the words before are the frame of another verb: "X mengatakan, kapal itu menjawab …"
    quoted = reader.tokens[left[0][0]].kind == "q" and left[0][1] - left[0][0] == 1
    spoken = reader.speech.shares and _is_spoken(reader, left[0])
    resumed = spoken and bool(right) and reader.tokens[right[0][0]].kind == "q" and reader.fold(right[0][0] - 1) == ","
    clause = bool(right) and not resumed and _is_clause(reader, right[0], site)
    if clause and (not quoted or left[0][0] < reader.sentence.low):
        return right
    bare = reader.speech.that_required or reader.speech.noun_first  # there "In Rome," before a verb is no content
    if not quoted and not spoken and not has_verb(reader, *left[0]) and (right or bare):
        return right
    return left


def _goes_on(reader: Reader, site: Site, left: Range) -> bool:
    """True for the "continued" of "As it rained, X continued to work"."""
    infinitive = reader.speech.shares and reader.fold(site.high) in reader.speech.infinitives
    return infinitive and not _is_spoken(reader, left)


def _is_spoken(reader: Reader, span: Range) -> bool:
    """True for “A” of B, and for A “of B,”: a quotation opens or closes the words."""
    return reader.tokens[span[0]].kind == "q" or reader.fold(span[1] - 1) in ENDED


def _is_adjunct(reader: Reader, span: Range) -> bool:
    """True for "Terkait banjir itu,": words behind a preposition, without a verb."""
    if reader.speech.cased and reader.fold(span[0]) in reader.speech.links:  # На вопрос, кто придёт, он ответил отказом
        comma = next((i for i in range(*span) if reader.fold(i) == ","), span[1])
        return comma < span[1] and not has_verb(reader, span[0] + 1, comma)
    word = reader.fold(span[0]) if reader.speech.noun_first else ""
    return word in join_lists(reader.speech.links, reader.speech.openers) and not has_verb(reader, span[0] + 1, span[1])


def _sets_scene(reader: Reader, left: Range, right: Range) -> bool:
    """True for "As the crowd waited," before "X promised a way": no clause of its own, and the verb has an object."""
    speech, (low, high) = reader.speech, left
    if not speech.shares:
        return False
    while low < high and reader.fold(low) in speech.joins | speech.contrasts:
        low += 1
    opened, first = reader.fold(low), reader.fold(right[0])
    if not any(opened in words for words in (speech.openers, speech.links, speech.coordinators, speech.participles)):
        return False
    small = any(first in words for words in (speech.links, speech.temporal, speech.openers, speech.of))
    told = not small and first[:1].isalnum()
    return told and not is_adverb(reader.tokens[right[0]], speech)


def _is_clause(reader: Reader, span: Range, site: Site) -> bool:
    """True when what follows the cue is content rather than "on Monday", "in a statement"."""
    if reader.fold(span[0] - 1) in reader.speech.that or reader.tokens[span[0]].kind == "q":
        return True
    first = reader.fold(span[0])
    if first in reader.speech.links or first in reader.speech.temporal or first in reader.speech.openers:
        return False
    quoted = reader.speech.shares and any(token.kind == "q" for token in reader.tokens[span[0] : span[1]])
    return quoted or has_verb(reader, *span) or "says" not in site.families
