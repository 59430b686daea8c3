"""Reads frames that only languages with cases have: "in the ministry (they) said", "of this tells X", object first."""

from collections.abc import Callable
from dataclasses import replace

from stemma.extract.speech.cases.contents import find_one_word
from stemma.extract.speech.cases.subjects import (
    find_cased_subject,
    find_first_subject,
    find_house,
    find_late_subject,
    find_left_house,
    find_right_house,
    has_head,
    is_acronym,
    is_past,
)
from stemma.extract.speech.forms.following import find_right_content
from stemma.extract.speech.frames import (
    extend_apposition,
    find_colon_content,
    find_left_content,
    has_verb,
    is_speaker,
    make_frame,
)
from stemma.extract.speech.phrases import is_speaking
from stemma.extract.syntax.reading import Frame, Range, Reader, Site

_MARKS = frozenset({",", "—", "–", "-"})  # between what is said and its verb
_STOPS = frozenset(",;:.—–(")
_MEDIA = ("agency", "outlet")
_SHORT_TITLE = 30  # characters of a quotation that names something where no dash or comma follows it
_SPOKEN = 20  # characters of the shortest quotation that is surely said
_NAME = 5  # words, and more than those of any name before a colon
_SHORT_NOUN = 2  # letters of words that are surely no nouns
_TOPIC = 2  # words from the head of a sentence to the verb behind its topic, at least
_FIRST = 14  # words from the head of a sentence, within which "of this" has its verb


def read_cased(reader: Reader, site: Site) -> Frame | None:
    """The frame of a verb by the orders that need cases, or None."""
    return next((frame for read in _ORDERS if (frame := read(reader, site))), None)


def _read_backward(reader: Reader, site: Site) -> Frame | None:
    """“Of this | X told journalists”: the content lies before."""
    low = reader.sentence.low
    words = " ".join(reader.fold(i) for i in range(low, low + 2))
    opens = words in reader.speech.backward or reader.fold(low) in reader.speech.backward
    if not opens or site.low - low > _FIRST or not site.families & {"says", "weak", "confirms"}:
        return None
    first = low + (2 if words in reader.speech.backward else 1)
    if any(reader.fold(i) == "," for i in range(first, site.low)):
        return None
    source = _find_anyone(reader, site, first)
    if source and (content := find_right_content(reader, site, after=max(site.high, source[1]))):
        return make_frame(reader, site, source, content)
    return Frame(cue=(site.low, site.high), source=source, family="says", back=True) if source else None


def _read_topic_first(reader: Reader, site: Site) -> Frame | None:
    """“Of the closure of the mine | told | the mayor”: what is told opens the sentence behind a preposition."""
    low, speech = reader.sentence.low, reader.speech
    governed = f"{reader.fold(site.low)} {reader.fold(low)}" in speech.judges
    about = governed or reader.fold(low) in (speech.that & speech.links) - speech.asks
    plain = about and not any(reader.tokens[i].kind == "p" for i in range(low, site.left))
    if not plain or site.left - low < _TOPIC or "says" not in site.families or reader.frames:
        return None
    source = find_anyone_behind(reader, site)
    if source is None or not is_speaker(reader, *source) or find_right_content(reader, site, after=source[1]):
        return None
    return make_frame(reader, site, (source[0], extend_apposition(reader, source[1])), ((low + 1, site.left),))


def _read_relayed(reader: Reader, site: Site) -> Frame | None:
    """“C”, — quotes Y the words of X; “C”, — passes on the words of X Y: they are said by X."""
    tokens, speech = reader.tokens, reader.speech
    if not _is_quoted(reader, site):
        return None
    stop = next((i for i in range(site.high, reader.sentence.last) if tokens[i].fold in _STOPS), reader.sentence.last)
    words = next((i for i in range(site.high, stop) if reader.fold(i) in speech.words), None)
    low = words + 1 if words is not None else site.high
    if low >= stop or (words is None and reader.fold(site.high - 1) not in speech.words):
        return None
    media = (i for i in range(low + 1, stop) if tokens[i].kind == "q" or speech.kinds.get(reader.fold(i)) in _MEDIA)
    end = next(media, stop)
    source = (low, end - (end < stop and end - low > 1 and tokens[end].kind == "q" and is_acronym(tokens[end - 1])))
    return make_frame(reader, replace(site, families=frozenset({"says"})), source, find_left_content(reader, site.left))


def _find_anyone(reader: Reader, site: Site, low: int) -> Range | None:
    """The speaker on either side of a verb."""
    tokens, speech, high = reader.tokens, reader.speech, reader.sentence.high
    if _is_impersonal(reader, site):
        house = find_left_house(tokens, site.left, low, speech) or find_right_house(tokens, site.high, high, speech)
        if house is not None:
            return house
    before = find_cased_subject(tokens, site.left, low, speech)
    if before is not None and is_speaker(reader, *before):
        return before
    after = find_late_subject(tokens, site.high, high, speech)
    return (after[0], extend_apposition(reader, after[1])) if after and is_speaker(reader, *after) else None


def find_anyone_behind(reader: Reader, site: Site) -> Range | None:
    """The speaker behind a verb: its subject, or the body of "said in the ministry"."""
    tokens, speech, high = reader.tokens, reader.speech, reader.sentence.high
    late = find_late_subject(tokens, site.high, high, speech)
    clear = late is not None and has_head(tokens, site.high, late[1], speech)
    if not clear and _is_impersonal(reader, site) and (house := find_right_house(tokens, site.high, high, speech)):
        return house
    return late


def find_anyone_before(reader: Reader, site: Site) -> Range | None:
    """The body of "in the ministry (they) declined to comment"."""
    if not reader.speech.cased:
        return None
    return find_left_house(reader.tokens, site.left, reader.sentence.low, reader.speech)


def _is_impersonal(reader: Reader, site: Site) -> bool:
    return any(reader.fold(i) in reader.speech.impersonals for i in range(site.low, site.high))


def _is_set_off(reader: Reader, site: Site) -> bool:
    """True behind a comma, a dash or a quotation: the content may stand before the verb."""
    before = site.left - 1
    if before < reader.sentence.low or reader.tokens[before].kind != "q":
        return before >= reader.sentence.low and reader.fold(before) in _MARKS
    titled = before > reader.sentence.low and reader.fold(before - 1) in reader.speech.hearers
    return not titled  # told the agency «Berg» that


def _read_house(reader: Reader, site: Site) -> Frame | None:
    """“In the ministry (they) said that C”; “C, (they) said in the ministry”."""
    if not _is_impersonal(reader, site):
        return None
    tokens, speech, high = reader.tokens, reader.speech, reader.sentence.high
    left = (
        _find_first_house(reader, site)
        if _is_set_off(reader, site)
        else find_left_house(tokens, site.left, reader.sentence.low, speech)
    )
    if left is not None:
        return make_frame(reader, site, left, find_right_content(reader, site) or _find_quoted_before(reader, left))
    if not _is_set_off(reader, site) and site.left != reader.sentence.low:
        return None
    late = find_late_subject(tokens, site.high, high, speech)
    if late is not None and has_head(tokens, site.high, late[1], speech):
        return None
    right = find_right_house(tokens, site.high, high, speech)
    if right is None:
        return None
    content = find_left_content(reader, site.left) if _is_set_off(reader, site) else ()
    return make_frame(reader, site, right, content or find_right_content(reader, site, after=right[1]))


def _find_first_house(reader: Reader, site: Site) -> Range | None:
    """The document of "in the report, which X has seen, is stated, that C"."""
    low, told = reader.sentence.low, reader.fold(site.high) == "," and reader.fold(site.high + 1) in reader.speech.that
    comma = next((i for i in range(low, site.left - 1) if reader.fold(i) == ","), low)
    parted = told and reader.fold(site.left - 1) == "," and reader.fold(low) in reader.speech.house_links
    return find_house(reader.tokens, low, comma, reader.speech) if parted and comma > low else None


def _find_quoted_before(reader: Reader, source: Range) -> tuple[Range, ...]:
    """What stands before “C, in the ministry (they) said”."""
    before = source[0] - 2
    return find_left_content(reader, before) if before > 0 and reader.fold(before) in (",", "—", "–", "-") else ()


def read_colon(reader: Reader) -> Frame | None:
    """“The coach was pleased: «C»”: a quotation that nobody else says belongs to the subject of the sentence."""
    low, high = reader.sentence.low, reader.sentence.high
    colon = next((i for i in range(low, high - 1) if reader.fold(i) == ":"), None)
    if colon is None or reader.tokens[colon + 1].kind != "q" or reader.frames:
        return None
    quotation = reader.tokens[colon + 1]
    name = reader.tokens[low:colon]
    bare = 1 < len(name) < _NAME and all(t.capital and t.fold not in reader.speech.labels for t in name)
    source = (low, colon) if bare else find_first_subject(reader.tokens, low, colon, reader.speech)
    person = source is not None and any(
        reader.fold(i) in reader.speech.roles | reader.speech.subject_pronouns for i in range(*source)
    )
    named = source is not None and source[1] - source[0] > 1 and all(t.capital for t in reader.tokens[slice(*source)])
    if source is None or not (person or named) or quotation.end - quotation.start < _SPOKEN:
        return None
    return Frame(cue=(colon, colon + 1), source=source, content=((colon + 1, colon + 2),), family="says")


def _read_agentless(reader: Reader, site: Site) -> Frame | None:
    """“It is reported that C”: nobody is named."""
    if "agentless" not in site.families:
        return None
    that = reader.fold(site.high) == "," and reader.fold(site.high + 1) in reader.speech.that
    if _is_set_off(reader, site) and not that:
        content = find_left_content(reader, site.left)
    elif that or reader.fold(site.high) in {",", ":"} | reader.speech.that:
        content = find_right_content(reader, replace(site, families=site.families | {"says"}))
    else:
        return None
    frame = make_frame(reader, replace(site, families=frozenset({"agentless"})), None, content)
    return replace(frame, inherits=False) if frame else None


def _read_object_first(reader: Reader, site: Site) -> Frame | None:
    """“This report | denied | the ministry”: what stands before the verb is its object."""
    if not site.families & {"confirms", "denies", "doubts"}:
        return None
    tokens, speech = reader.tokens, reader.speech
    told = find_cased_subject(tokens, site.left, reader.sentence.low, speech)
    if told is None or not any(t.fold in speech.contents for t in tokens[told[0] : min(told[0] + 3, told[1])]):
        return None
    house = find_right_house(tokens, site.high, reader.sentence.high, speech) if _is_impersonal(reader, site) else None
    late = None if house else find_late_subject(tokens, site.high, reader.sentence.high, speech)
    source = house or ((late[0], extend_apposition(reader, late[1])) if late else None)
    if source is None or not is_speaker(reader, *source):
        return None
    return make_frame(reader, site, source, (told,))


def _is_quoted(reader: Reader, site: Site) -> bool:
    """True behind a quotation, with marks or adverbs between; the paper «Berg» that writes is no quotation."""
    index = site.left - 1
    while index > reader.sentence.low and reader.fold(index) in _MARKS:
        index -= 1
    if index < 0 or reader.tokens[index].kind != "q":
        return False
    quotation = reader.tokens[index]
    titled = quotation.fold == '"' and quotation.end - quotation.start < _SHORT_TITLE
    return not (titled and index == site.left - 1)


def _may_invert(reader: Reader, site: Site) -> bool:
    """True when what stands before the cue may be its content."""
    if _is_quoted(reader, site):
        return bool(site.families & {"says", "inverts", "weak", "confirms", "judges"})
    if not site.families & {"says", "inverts", "weak", "confirms"} or site.left != site.low:
        return False
    before = reader.fold(site.low - 1)
    told = "weak" not in site.families or _is_followed_by_voice(reader, site.high)
    return site.low == reader.sentence.low or before in _MARKS - {","} or (before == "," and told)


def _is_followed_by_voice(reader: Reader, index: int) -> bool:
    """True where a noun in the form of a subject follows that can speak: “C, found the young scientists”."""
    speech = reader.speech
    while index < reader.sentence.last and reader.fold(index).endswith(speech.adjective_endings):
        index += 1
    word = reader.fold(index)
    return word in speech.heads and word in speech.kinds


def _may_be_noun(reader: Reader, index: int) -> bool:
    """True for an unknown word that may be a speaker: “C”, — wonders the | beekeeper."""
    token, speech = reader.tokens[index], reader.speech
    small = speech.links | speech.adverbs | speech.things | speech.hearers | speech.that | speech.openers
    loose = token.fold in small or token.fold in speech.verbs or token.fold.endswith(speech.infinitive_endings)
    oblique = token.fold.endswith(speech.oblique_endings) and not token.fold.endswith(speech.adjective_endings)
    return token.kind == "w" and len(token.fold) > _SHORT_NOUN and not (loose or oblique or is_past(token, speech))


def _read_inverted(reader: Reader, site: Site) -> Frame | None:
    """“C”, — said to journalists X; C, said X."""
    if site.passive or site.infinitive or not _may_invert(reader, site):
        return None
    late = find_late_subject(reader.tokens, site.high, reader.sentence.high, reader.speech)
    if late is None or not (is_speaker(reader, *late) or (_is_quoted(reader, site) and _may_be_noun(reader, late[0]))):
        return None
    named = _is_quoted(reader, site) or is_speaking(reader.tokens, *late, reader.speech)
    if not named and not has_verb(reader, reader.sentence.low, site.low):
        return None
    source = (late[0], extend_apposition(reader, late[1]))
    content = find_left_content(reader, site.low) or find_colon_content(reader, source[1])
    if not content and reader.fold(source[1]) == ",":
        content = find_one_word(reader, site.low)
    return make_frame(reader, site, source, content)


_ORDERS: tuple[Callable[[Reader, Site], Frame | None], ...] = (
    _read_backward,
    _read_relayed,
    _read_topic_first,
    _read_house,
    _read_agentless,
    _read_object_first,
    _read_inverted,
)
