"""Reads "according to X", "per X", and the verbs that mean it: "come ha riferito X"."""

from dataclasses import replace

from stemma.extract.speech.between.passing import skip_to_speaker
from stemma.extract.speech.cases.authorities import read_cased_according
from stemma.extract.speech.forms.citing import read_quoting
from stemma.extract.speech.frames import (
    drop_relative,
    extend_apposition,
    find_left_content,
    has_verb,
    make_frame,
)
from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import find_subject, is_speaking
from stemma.extract.syntax.reading import Frame, Range, Reader, Site
from stemma.find.gazetteer import find_places_named
from stemma.text import join_lists

LONGEST_ADJUNCT = 14  # words between a source and the comma before its clause


def _is_according(reader: Reader, site: Site, end: int) -> bool:
    """False for "per cent", "secondo le quali", "estuvo de acuerdo con", and words that open a longer cue."""
    speech, word = reader.speech, reader.fold(site.low)
    if end == site.high or reader.fold(site.high) == "cent" or (word in speech.participles and not reader.frames):
        return False
    longer = any(_spell(reader, site.low, site.high + words) in speech.asides for words in (1, 2, 3))
    agrees = site.high - site.low > 1 and reader.fold(site.low - 1) in speech.be and reader.fold(site.low) in speech.of
    if agrees or longer or (site.high - site.low == 1 and _is_measure(reader, site.high)):
        return False
    if speech.that_required and is_which(reader, site.high):
        return False
    first = {reader.fold(index) for index in range(site.high, min(max(end, site.high + 2), site.high + 3))}
    if first & speech.standards:
        return False
    if "weak" not in site.families:
        return True
    bound = reader.fold(site.low - 1) in speech.determiners | speech.of | speech.links
    return not bound and reader.fold(end - 1) not in speech.relatives


def is_which(reader: Reader, index: int) -> bool:
    """True at the "lesquelles" of "rumeurs selon lesquelles", and at the "o qual" of "rumor segundo o qual"."""
    speech = reader.speech
    return reader.fold(index + (reader.fold(index) in speech.articles)) in speech.relatives


def _skip_relative(reader: Reader, right: tuple[Range, ...]) -> tuple[Range, ...]:
    """What was told by X begins behind "qui cite un rapport," where that speaks of X."""
    speech = reader.speech
    if not right or not speech.relatives_apart or reader.fold(right[0][0]) not in speech.relatives:
        return right
    low, high = right[0]
    comma = next((i for i in range(low, min(low + 20, high)) if reader.fold(i) == ","), high)
    return ((comma + 1, high),) if comma + 1 < high else right


def _extend_dated(reader: Reader, end: int, closes: bool) -> int:
    """Takes the "publié lundi par X" of a source, up to its comma; at the end of a sentence only with its "par"."""
    speech, last = reader.speech, reader.sentence.last
    stop = next((i for i in range(end, min(end + 14, last)) if reader.fold(i) == ","), last if closes else end)
    loose = reader.fold(end) in join_lists(
        speech.temporal, speech.links, speech.agents, speech.hearings, speech.passives
    )
    held = any(reader.fold(i) in speech.agents for i in range(end, stop)) or not closes
    return stop if loose and held and end < stop < end + 14 and not has_verb(reader, end, stop) else end


def _read_relative_according(reader: Reader, site: Site) -> Frame | None:
    """X, according to whom C."""
    person = find_subject(reader.tokens, site.low - 1, reader.sentence.low, reader.speech)
    if person is None or reader.sentence.last - site.high < 3:
        return None
    whom, content = (site.high, site.high + 1), (site.high + 1, reader.sentence.last)
    return Frame(cue=(site.low, site.high), source=whom, content=(content,), family="according", antecedent=person)


def read_according(reader: Reader, site: Site) -> Frame | None:
    """According to X, C — or C, according to X."""
    if reader.speech.cased:
        return read_cased_according(reader, site)
    if reader.fold(site.low - 1) == "," and reader.fold(site.high) in reader.speech.whom:
        return _read_relative_according(reader, site)
    start = skip_to_speaker(reader, site.high) if reader.fold(site.low) in reader.speech.asides else site.high
    end = _take_scare_quotes(reader, start, find_phrase(reader.tokens, start, reader.sentence.high, reader.speech))
    if end == start or not _is_according(reader, site, end) or _names_no_voice(reader, site, (start, end)):
        return None
    if "cites" in site.families and (frame := read_quoting(reader, site, (start, extend_apposition(reader, end)))):
        return frame
    return _read_source_and_content(reader, site, start, end)


def _take_scare_quotes(reader: Reader, start: int, end: int) -> int:
    """Where the source of 'according to a "person close to the owner"' ends: an article alone is nobody."""
    alone = start < end < reader.sentence.high and all(
        reader.fold(i) in reader.speech.articles for i in range(start, end)
    )
    return end + 1 if alone and reader.tokens[end].kind == "q" else end


def _read_source_and_content(reader: Reader, site: Site, start: int, end: int) -> Frame | None:
    """The frame of a source that stands behind its cue, from token `start` to token `end`."""
    phrase, end = end, _skip_insertion(reader, extend_apposition(reader, end))
    if site.low == reader.sentence.low and end >= reader.sentence.last:
        end = phrase  # According to X, C: what closes the sentence is told, and no description of X
    end = drop_relative(reader, (start, end))[1]
    end = _extend_dated(reader, end, closes=site.low > reader.sentence.low)
    held, viewer = _find_viewer(reader, (start, end))
    if site.low == reader.sentence.low and reader.fold(site.low) in reader.speech.takes_up:
        return Frame(cue=(site.low, site.high), source=(start, end), family="according", back=True)
    before = reader.fold(site.low - 1)
    if before in reader.speech.takes_up and site.low - 1 == reader.sentence.low:
        return Frame(cue=(site.low, site.high), source=(site.high, held), family="takes_up", hearer=viewer, back=True)
    opens = _opens_clause(reader, site)
    comma = reader.fold(end) == "," and end + 1 < reader.sentence.last
    right: tuple[Range, ...] = ((end + 1, reader.sentence.last),) if comma else ()
    if right and (reader.fold(end + 1) in reader.speech.temporal or reader.fold(end + 1) == "("):
        right = ()
    right = _skip_relative(reader, right) if opens else right
    if opens and not right and end < reader.sentence.last:
        right = ((_pass_adjunct(reader, end), reader.sentence.last),)
    closed = opens or bool(right) or reader.fold(end) in reader.speech.openers
    if reader.speech.verb_brackets and not closed and end < reader.sentence.last:
        right = ((end, reader.sentence.last),)  # De dam vertoont "volgens X" geen scheuren
    left = () if opens else _take_quotation(reader, find_left_content(reader, site.low))
    speech = reader.speech
    apart = any(reader.fold(end + 1) in words for words in (speech.coordinators, speech.participles, speech.relatives))
    content = right if opens else (*left, *right) if right and not apart else left
    frame = make_frame(reader, site, (start, held), content)
    return replace(frame, hearer=viewer) if frame and viewer else frame


def _take_quotation(reader: Reader, left: tuple[Range, ...]) -> tuple[Range, ...]:
    """What stands before "according to", with the “C?” of “C?” Y asked, which ends a sentence of its own."""
    low = reader.sentence.low
    told = reader.speech.shares and bool(left) and left[0][0] == low
    if told and any(frame.content[:1] == ((low - 1, low),) for frame in reader.frames):
        return ((low - 1, left[0][1]), *left[1:])
    return left


def _opens_clause(reader: Reader, site: Site) -> bool:
    """True at the head of a sentence, and behind "that" or "but", with a comma or without."""
    before, heads = reader.fold(site.low - 1), reader.speech.that
    told = bool(reader.frames) and before == ","
    parted = told and reader.fold(site.low - 2) in heads  # says that, according to X, C
    joined = reader.fold(site.low - 2) in reader.speech.coordinators and site.low - 2 == reader.sentence.low
    parted = parted or (reader.speech.shares and before == "," and joined)  # but, according to X, C
    return parted or site.low == reader.sentence.low or before in heads | reader.speech.coordinators


def _skip_insertion(reader: Reader, end: int) -> int:
    """Volgens X, die Y leidt, is C: where the verb comes behind a second comma, the insertion belongs to X."""
    speech = reader.speech
    finite = join_lists(speech.verbs, speech.be, speech.auxiliaries)
    if speech.shares and reader.fold(end) in speech.relatives | speech.that:
        return next((i for i in range(end, reader.sentence.last) if reader.fold(i) == ","), reader.sentence.last)
    if speech.that_required and reader.fold(end) == "," and reader.fold(end + 1) in speech.relatives:
        closing = next((i for i in range(end + 2, reader.sentence.last - 2) if reader.fold(i) == ","), end)
        return end if speech.verb_brackets and reader.fold(closing + 1) not in finite else closing
    if not speech.verb_brackets or reader.fold(end) != "," or reader.fold(end + 1) in finite:
        return end
    commas = [i for i in range(end + 1, reader.sentence.last - 1) if reader.fold(i) == ","]
    return next((i for i in commas if reader.fold(i + 1) in finite), end)


def _pass_adjunct(reader: Reader, index: int) -> int:
    """Passes "collected through officials," between the source and what it tells, up to its comma."""
    speech, high = reader.speech, reader.sentence.last
    if not speech.noun_first or reader.fold(index) not in speech.links | speech.of | speech.joins | speech.relatives:
        return index
    comma = next((i for i in range(index + 1, min(index + LONGEST_ADJUNCT, high - 3)) if reader.fold(i) == ","), None)
    return index if comma is None else comma + 1


def _is_bare_noun(reader: Reader, site: Site, source: Range) -> bool:
    """True for "según terminación de cédula", "come secondo rivenditore": a noun without an article that is nobody."""
    speech, first = reader.speech, reader.tokens[source[0]]
    if not speech.subject_left_out or site.high - site.low > 1 or first.kind != "w" or first.capital:
        return False
    small = (speech.determiners, speech.persons, speech.groups, speech.things, speech.relatives, speech.whom)
    told = (speech.kinds, speech.roles, speech.reports, speech.hearsay, speech.contents, speech.opinions)
    known = any(reader.fold(i) in listed for i in range(source[0], source[0] + 2) for listed in (*small, *told))
    several = first.fold.endswith("s") or reader.fold(source[0]) in speech.says | speech.weak
    return not known and not several and not first.fold[:1].isdigit()


def _names_no_voice(reader: Reader, site: Site, source: Range) -> bool:
    """True for "according to schedule", and for the "según" of "según informó X", which is read with its verb."""
    speech, index = reader.speech, site.high
    words = [reader.fold(i) for i in range(source[0], max(source[1], source[0] + 2))]
    if (
        all(word in join_lists(speech.determiners, speech.relatives) for word in words)
        and words[-1] not in speech.groups
    ):
        return True
    if words[0] == "cent" or any(word in speech.standards for word in words[:3]):
        return True
    if _is_bare_noun(reader, site, source):
        return True
    if reader.fold(site.low) not in speech.asides or site.high - site.low > 1:
        return False
    while reader.fold(index) in speech.clitics | speech.auxiliaries:
        index += 1
    return reader.fold(index) in speech.says | speech.weak | speech.confirms


def _find_viewer(reader: Reader, source: Range) -> tuple[int, Range | None]:
    """Reads “a log seen by X”: where the document's own words end, and who saw it."""
    speech = reader.speech
    for index in range(source[0] + 1, source[1] - 2):
        if reader.fold(index) in speech.viewings and reader.fold(index + 1) in speech.agents | speech.hearings:
            return index, (index + 2, source[1])
    return source[1], None


def find_aside(reader: Reader, site: Site) -> Site | None:
    """Reads “come ha riferito” X, "stando a quanto riferito da" X as one cue that means according to."""
    speech, low = reader.speech, reader.sentence.low
    spoken = site.families & {"says", "confirms", "weak", "passives"} and "according" not in site.families
    spoken = spoken and reader.fold(site.low) not in speech.perceives
    if not speech.asides or not spoken:
        return None
    start = next(
        (i for i in range(max(low, site.left - 4), site.left) if _spell(reader, i, site.left) in speech.asides), None
    )
    if start is None:
        return None
    high = site.high + 1 if reader.fold(site.high) in speech.agents else site.high
    return Site(start, high, frozenset({"according"}), left=start)


def _spell(reader: Reader, low: int, high: int) -> str:
    return " ".join(reader.fold(index) for index in range(low, high))


def _is_measure(reader: Reader, index: int) -> bool:
    """True for the "day" of "50,000 per day": a bare noun that nobody can be."""
    token, speech = reader.tokens[index], reader.speech
    named = token.capital or any(token.fold in words for words in (speech.kinds, speech.roles, speech.determiners))
    return speech.shares and token.kind == "w" and not named


def read_viewpoint(reader: Reader, site: Site) -> Frame | None:
    """Per X, C: only where X opens the sentence, can speak, and a clause follows its comma."""
    if site.low != reader.sentence.low:
        return None
    if reader.fold(site.low) in reader.speech.mediums:
        return _read_measured(reader, site)
    end = find_phrase(reader.tokens, site.high, reader.sentence.high, reader.speech)
    named = end > site.high and is_speaking(reader.tokens, site.high, end, reader.speech)
    named = named and reader.fold(site.high) not in reader.speech.temporal
    named = named and not any(reader.fold(i) in reader.speech.contents for i in range(site.high, end))
    end = extend_apposition(reader, end)
    content = (end + 1, reader.sentence.last)
    if not named or reader.fold(end) != "," or content[1] - content[0] < 3 or not has_verb(reader, *content):
        return None
    if find_places_named(_spell(reader, site.high, end).title()):
        return None
    return make_frame(reader, site, (site.high, end), (content,))


def _read_measured(reader: Reader, site: Site) -> Frame | None:
    """In the latest poll, C: what was counted, where nobody says so in a verb."""
    speech, last = reader.speech, reader.sentence.last
    end = find_phrase(reader.tokens, site.high, reader.sentence.high, speech)
    counted = any(speech.kinds.get(reader.fold(i)) == "data" for i in range(site.high, end))
    comma = next((i for i in range(end, last) if reader.fold(i) == ","), last)
    if not counted or has_verb(reader, end, comma):
        return None
    while reader.fold(comma + 1) in speech.participles or reader.fold(comma + 1) in speech.supines:
        comma = next((i for i in range(comma + 1, last) if reader.fold(i) == ","), last)
    content = (comma + 1, last)
    told = any(reader.fold(i) in speech.says or reader.fold(i) in speech.weak for i in range(*content))
    if told or not has_verb(reader, *content):
        return None
    return make_frame(reader, site, (site.high, end), (content,))
