"""Attribution where the verb ends its clause: X, C-complement said; “C” said X; C saying X; X according-to C.

Switched on by `Speech.verb_final`. The speaker opens the clause, marked by a comma, a topic word or a topic ending, or
told by a run of names and offices; the content lies between it and the cue, closed by a complementiser, a complement
ending or a quotation mark. Postpositions of attribution stand behind their source.
"""

from dataclasses import replace

from stemma.extract.orders.parts import OBJECTS, SPOKEN, make_plain
from stemma.extract.speech.frames import extend_apposition, find_colon_content, has_verb
from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import is_adverb, is_pronoun, is_speaking
from stemma.extract.syntax.reading import Frame, Range, Reader, Site

_LONGEST = 30  # words of the longest speaker
_TO_JOIN = 4  # words between the comma and the "and" of a list inside a name
_TO_OCCASION = 10  # words between a speaker and the occasion of speaking


def read_verb_final(reader: Reader, site: Site) -> Frame | None:
    """The frame of one cue of a language whose verbs close their clauses, or None."""
    if "according" in site.families:
        return _read_postposition(reader, site)
    low = _find_low(reader, site)
    if "declines" in site.families:
        source, _ = _find_speaker(reader, low, site.left)
        return make_plain(site, source, ((site.low, site.high),)) if source else None
    if reader.fold(site.low) in reader.speech.participles:
        return _read_adnominal(reader, site, low)
    return _read_final(reader, site, low) or _read_onward(reader, site, low)


def _find_low(reader: Reader, site: Site) -> int:
    """Where the clause of the cue begins: behind what earlier frames have taken, and behind conjunctions."""
    low = reader.sentence.low
    for frame in reader.frames:
        low = max([low, frame.cue[1], *([frame.source[1]] if frame.source else [])])
    speech = reader.speech
    while low < site.low and (
        reader.fold(low) in speech.coordinators | speech.joins or reader.tokens[low].fold in (",", ";", "—", "–")
    ):
        low += 1
    return min(low, site.low)


def _find_end(reader: Reader, site: Site) -> tuple[int, bool]:
    """Where the content before the cue ends, and whether a mark of speech closes it there."""
    speech, end, marked = reader.speech, site.left, False
    while end > reader.sentence.low:
        token = reader.tokens[end - 1]
        if token.fold in speech.that:
            marked = True
        elif token.fold not in (",", "—", "–", "-") and not is_adverb(token, speech):
            break
        end -= 1
    last = reader.tokens[end - 1] if end > reader.sentence.low else None
    if last is None:
        return end, False
    ends = last.kind == "w" and last.fold.endswith(speech.complement_endings)
    return end, marked or last.kind == "q" or ends


def _read_final(reader: Reader, site: Site, low: int) -> Frame | None:
    """X, C said; X “C” said; C, said X behind a quotation."""
    end, marked = _find_end(reader, site)
    if end <= low:
        return _read_after(reader, site, end)
    if not marked and not site.families & OBJECTS:
        return None
    first = _find_quotations(reader, low, end)
    source, start = _find_speaker(reader, low, first)
    content = tuple((i, i + 1) for i in range(first, end) if reader.tokens[i].kind == "q")
    if source is None and content and first == low:
        behind = _find_behind(reader, site.high)
        return make_plain(site, behind, content)
    while start < end and is_adverb(reader.tokens[start], reader.speech):
        start += 1
    content = content or (((start, end),) if start < end else ())
    if reader.fold(site.low) in reader.speech.impersonals and not _is_written(reader, source):
        return None
    return make_plain(site, source, content) if content and (source is not None or marked) else None


def _is_written(reader: Reader, source: Range | None) -> bool:
    """True for a document: “in the report it is stated that C” names who says so, a bare “it is stated” does not."""
    words = reader.tokens[source[0] : source[1]] if source else []
    return any(reader.speech.kinds.get(t.fold) in ("document", "data") for t in words)


def _read_after(reader: Reader, site: Site, end: int) -> Frame | None:
    """The quotation stands in the sentence before: “C.” Said X."""
    if end > 0 and end == reader.sentence.low and reader.tokens[end - 1].kind == "q" and site.families & SPOKEN:
        behind = _find_behind(reader, site.high)
        return make_plain(site, behind, ((end - 1, end),)) if behind else None
    return None


def _find_quotations(reader: Reader, low: int, end: int) -> int:
    """Where the run of quotations that ends at `end` begins; `end` where there is none."""
    first = end
    while first > low and (reader.tokens[first - 1].kind == "q" or (first < end and reader.fold(first - 1) == ",")):
        first -= 1
    while first < end and reader.tokens[first].kind != "q":
        first += 1
    return first


def _read_onward(reader: Reader, site: Site, low: int) -> Frame | None:
    """X said as follows: C."""
    if not site.families & SPOKEN:
        return None
    source, _ = _find_speaker(reader, low, site.left)
    content = find_colon_content(reader, site.high)
    if content:
        return make_plain(site, source, content)
    closes = site.high == len(reader.tokens) - 1 and reader.tokens[-1].fold == ":"
    return replace(make_plain(site, source, ()), family="announces", back=True) if closes and source else None


def _read_adnominal(reader: Reader, site: Site, low: int) -> Frame | None:
    """C saying X: the source follows a cue that is a participle."""
    end, marked = _find_end(reader, site)
    if end <= low or not (marked or site.families & OBJECTS):
        return None
    source = _find_behind(reader, site.high)
    first = _find_quotations(reader, low, end)
    content = tuple((i, i + 1) for i in range(first, end) if reader.tokens[i].kind == "q") or ((low, end),)
    return make_plain(site, source, content) if source else None


def _find_behind(reader: Reader, start: int) -> Range | None:
    """The speaker that begins at `start`: up to a comma, or a phrase."""
    tokens, speech, high = reader.tokens, reader.speech, reader.sentence.last
    comma = next((i for i in range(start, min(start + 12, high)) if reader.fold(i) == ","), None)
    if comma is not None and comma > start and is_speaking(tokens, start, comma, speech):
        return (start, comma) if not has_verb(reader, start, comma) else None
    end = max(_find_run(reader, start, high), find_phrase(tokens, start, high, speech))
    return (start, extend_apposition(reader, end)) if end > start and is_speaking(tokens, start, end, speech) else None


def _read_postposition(reader: Reader, site: Site) -> Frame | None:
    """X according-to C; C, X according-to."""
    low, speech = _find_low(reader, site), reader.speech
    start = next((i + 1 for i in range(site.low - 1, low - 1, -1) if reader.fold(i) in (",", ";", ":")), low)
    while start < site.low and (reader.fold(start) in speech.temporal or is_adverb(reader.tokens[start], speech)):
        start += 1
    if start >= site.low or site.low - start > _LONGEST or reader.fold(start) in speech.things:
        return None
    if not any(_names(reader, i) for i in range(start, site.high)):
        return None
    after = site.high + 1 if reader.fold(site.high) == "," else site.high
    right = ((after, reader.sentence.last),) if reader.sentence.last - after > 1 else ()
    left = ((low, start),) if start - low > 2 else ()
    return make_plain(site, (start, site.low), (*left, *right)) if left or right else None


def _names(reader: Reader, index: int) -> bool:
    """True for a word that may name who speaks: a capital, a pronoun, a noun for people, bodies and documents."""
    token, speech = reader.tokens[index], reader.speech
    stems = (token.fold, token.fold[:-1], token.fold[:-2])  # with its ending, or without
    if any(stem in speech.kinds for stem in stems) or token.fold in speech.roles or token.fold in speech.reports:
        return True
    plain = token.capital and index > reader.sentence.low
    return plain or token.kind == "q" or token.fold in speech.persons | speech.groups


def _find_speaker(reader: Reader, low: int, high: int) -> tuple[Range | None, int]:
    """The speaker that opens a clause, and where what follows it begins."""
    while low < high and _is_adjunct(reader, low):
        low += 1
    low = low + 1 if low < high and reader.fold(low) == "," else low
    source, start = _find_topic(reader, low, high) or _find_set_off(reader, low, high) or _find_bare(reader, low, high)
    return source, _skip_occasion(reader, start, high) if source else start


def _skip_occasion(reader: Reader, start: int, high: int) -> int:
    """Past "in a statement made on Friday," behind the speaker."""
    for index in range(start, min(start + _TO_OCCASION, high - 1)):
        if reader.fold(index) in reader.speech.occasions:
            return index + 2 if reader.fold(index + 1) == "," else index + 1
    return start


def _is_adjunct(reader: Reader, index: int) -> bool:
    """True for an adverb or a time; not for the first word of a name: Morning Post."""
    timed = reader.fold(index) in reader.speech.temporal or is_adverb(reader.tokens[index], reader.speech)
    following = reader.tokens[index + 1] if index + 1 < reader.sentence.high else None
    return timed and not (reader.tokens[index].capital and following is not None and following.capital)


def _find_topic(reader: Reader, low: int, high: int) -> tuple[Range, int] | None:
    """The speaker with a mark of its own: a topic word behind it, or a topic ending."""
    speech = reader.speech
    if not speech.topics and not speech.topic_endings:
        return None
    for index in range(low, min(high, low + _LONGEST)):
        word = reader.fold(index)
        if word in speech.topics and index > low and not _is_bound(reader, index - 1):
            return _check((low, index), index + 1, reader)
        if word.endswith(speech.topic_endings) and len(word) > 1:
            return _check((low, index + 1), index + 1, reader)
        if reader.tokens[index].kind == "q" or word in (",", ";"):
            return None
    return None


def _is_bound(reader: Reader, index: int) -> bool:
    """True for a plain word that belongs to the noun after it, and for a postposition: "for these roads" too."""
    token, speech = reader.tokens[index], reader.speech
    return token.fold in speech.links or (not token.capital and token.fold.endswith(speech.owner_endings or ("\0",)))


def _find_set_off(reader: Reader, low: int, high: int) -> tuple[Range, int] | None:
    """The speaker that a comma sets off from its content."""
    for index in range(low + 1, min(high + 1, low + _LONGEST)):
        if reader.tokens[index].kind == "q" and index < high:
            return None
        if reader.tokens[index].fold == "," and not _lists_domains(reader, index, high):
            return _check((low, index), index + 1, reader) if not has_verb(reader, low, index) else None
    return None


def _lists_domains(reader: Reader, comma: int, high: int) -> bool:
    """True for the comma of "Aile, Çalışma ve Sosyal Hizmetler Bakanı Zehra Tan": an office, or a day, of several."""
    tokens, speech = reader.tokens, reader.speech
    join = next((i for i in range(comma + 1, min(comma + _TO_JOIN, high)) if reader.fold(i) in speech.joins), None)
    if join is None or not all(token.capital for token in tokens[comma + 1 : join]) or not tokens[comma - 1].capital:
        return False
    end = _find_run(reader, comma + 1, high)
    return any(
        tokens[i].capital and (speech.kinds.get(reader.fold(i)) == "organisation" or reader.fold(i) in speech.roles)
        for i in range(join + 1, end)
    )


def _find_bare(reader: Reader, low: int, high: int) -> tuple[Range | None, int]:
    """The speaker without a mark: a pronoun, or a run of names and offices."""
    end = low + 1 if low < high and is_pronoun(reader.tokens[low], reader.speech) else _find_run(reader, low, high)
    first_word = end == low + 1 == reader.sentence.low + 1 and not _names(reader, low)  # has its capital from its place
    modifies = end < high and reader.fold(end) in reader.speech.links  # for the health service, because of X
    if end > low and not first_word and not modifies and (found := _check((low, end), end, reader)):
        return found
    return None, low


def _find_run(reader: Reader, low: int, high: int) -> int:
    """Where a run of names, offices and owners of offices ends: it closes with a name or an office."""
    end, speech = low, reader.speech
    for index in range(low, min(high, low + _LONGEST)):
        token = reader.tokens[index]
        office = token.fold in speech.kinds or token.fold in speech.roles
        bound = token.fold.endswith(speech.owner_endings) and not office and (not token.capital or "'" in token.fold)
        if token.kind == "w" and (token.capital or office) and not bound:
            end = index + 1
        elif not (bound or token.fold in speech.determiners or token.fold in speech.joins or token.fold in ".'&"):
            break
    return end


def _check(source: Range, start: int, reader: Reader) -> tuple[Range, int] | None:
    """The source, where it can speak; without what it did before: "speaking to Reuters | an official"."""
    spoke = (i + 1 for i in range(source[1] - 2, source[0] - 1, -1) if reader.fold(i) in reader.speech.participles)
    source = (next(spoke, source[0]), source[1])
    words = reader.tokens[source[0] : source[1]]
    if not words or source[1] - source[0] > _LONGEST or words[0].fold in reader.speech.things:
        return None
    if words[-1].fold.endswith(reader.speech.oblique_endings or ("\0",)) and not words[-1].fold[0].isdigit():
        return None  # in Ankara, from the council
    if not words[-1].capital and _is_bound(reader, source[1] - 1) and words[-1].fold not in reader.speech.kinds:
        return None  # "of the police": what is told is its deed
    speaking = is_speaking(reader.tokens, *source, reader.speech) or any(
        t.fold in reader.speech.kinds or t.fold in reader.speech.roles for t in words
    )
    if reader.speech.topic_endings and words[-1].fold.endswith(reader.speech.topic_endings):
        speaking = True
    return ((source[0], _cut_occasion(reader, source)), start) if speaking else None


def _cut_occasion(reader: Reader, source: Range) -> int:
    """Where the speaker ends before "in the statement that he made"."""
    if reader.fold(source[1] - 1) not in reader.speech.occasions:
        return source[1]
    made = next((i for i in range(source[0] + 1, source[1] - 1) if reader.fold(i) in reader.speech.lights), source[1])
    if reader.fold(made - 1).endswith(reader.speech.oblique_endings or ("\0",)):
        return source[1]  # the statement of X, in which it is said
    while made > source[0] + 1 and reader.fold(made - 1) in reader.speech.temporal:
        made -= 1
    return made
