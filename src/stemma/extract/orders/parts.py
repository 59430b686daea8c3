"""Parts of a sentence where nouns show their case: clauses between marks, subjects anywhere, names without articles."""

from stemma.extract.speech.words import Token
from stemma.extract.syntax.reading import FAMILIES, STANCES, Frame, Range, Reader, Site
from stemma.model import Stance

SPOKEN = frozenset({"says", "inverts", "weak", "tells", "confirms"})  # families that quotations and clauses precede
OBJECTS = frozenset({"denies", "doubts", "confirms", "judges", "retracts", "vows"})  # that take a plain object

LONGEST = 40  # words of the longest noun phrase
_MARKS = frozenset({",", ";", ":", "—", "–", "--", "(", ")", "[", "]"})
_NAME = 40  # characters of the longest name between quotation marks
_PARTICLE = 5  # letters of the longest small word inside a name
_MEDIA = ("agency", "outlet")
_BRACKET = 5  # tokens of the longest bracket inside a clause
_SHORT = 12  # words of the longest apposition


def make_plain(site: Site, source: Range | None, content: tuple[Range, ...], antecedent: Range | None = None) -> Frame:
    """A frame with the stance of its cue; without a source it goes on with whoever spoke before."""
    stance: Stance = next((STANCES[f] for f in FAMILIES if f in site.families and f in STANCES), "asserts")
    family = next(f for f in FAMILIES if f in site.families)
    cue = (site.low, site.high)
    return Frame(
        cue=cue,
        source=source,
        content=content,
        stance=stance,
        family=family,
        inherits=source is None,
        antecedent=antecedent,
    )


def is_mark(token: Token) -> bool:
    """True for what parts clauses: a mark of punctuation, or a quotation that is more than a name."""
    if token.kind == "q":
        return token.end - token.start > _NAME or len(token.fold) > 1
    return token.kind == "p" and token.fold in _MARKS


def is_that(reader: Reader, index: int) -> bool:
    """True for a complementiser, told from a preposition of the same letters by the mark or conjunction before it."""
    speech, before = reader.speech, reader.fold(index - 1)
    return reader.fold(index) in speech.that and (before in speech.coordinators | {",", "", "—", "–"})


def find_clause(reader: Reader, low: int, high: int) -> Range:
    """The stretch around tokens [low, high) between marks; a conjunction before a clause of its own ends it too."""
    tokens, speech, start, end = reader.tokens, reader.speech, low, high
    while start > reader.sentence.low:
        if tokens[start - 1].fold == ")" and (opened := _find_bracket(reader, start - 1)) is not None:
            start = opened
            continue
        if is_mark(tokens[start - 1]):
            break
        word = tokens[start - 1].fold
        joined = word in speech.coordinators and not _joins_nouns(reader, start - 1)
        spoken = start == low and tokens[start - 1].kind == "q" and not _is_title(reader, start - 1)
        if joined or spoken or is_that(reader, start - 1):
            break
        start -= 1
    while end < reader.sentence.last and not is_mark(tokens[end]):
        if tokens[end].fold in speech.coordinators and not _joins_nouns(reader, end):
            break
        end += 1
    return start, end


def _find_bracket(reader: Reader, close: int) -> int | None:
    """Where a short word in brackets behind a name begins: the party of "Jan Novak (ODS) on Monday said"."""
    opened = next(
        (i for i in range(close - 1, max(reader.sentence.low, close - _BRACKET) - 1, -1) if _opens(reader, i)), None
    )
    behind_name = opened is not None and opened > reader.sentence.low and reader.tokens[opened - 1].capital
    return opened if behind_name else None


def _opens(reader: Reader, index: int) -> bool:
    return reader.fold(index) == "("


def _is_title(reader: Reader, index: int) -> bool:
    """True for the “Morgen” of the daily “Morgen”."""
    return index > reader.sentence.low and reader.fold(index - 1) in reader.speech.kinds


def _joins_nouns(reader: Reader, index: int) -> bool:
    """True for the "and" of "Novak and Kral": no verb follows before the next mark or two capitals meet."""
    tokens, speech = reader.tokens, reader.speech
    if tokens[index].fold not in speech.joins or not reader.sentence.low < index < reader.sentence.last - 1:
        return False
    if tokens[index - 1].kind != "w" or tokens[index + 1].kind != "w" or is_verb(reader, index + 1):
        return False
    return not is_verb(reader, index - 1) and not is_small(reader, index + 1)


def is_verb(reader: Reader, index: int) -> bool:
    """True for a finite verb, by the lists or by its ending."""
    token, speech = reader.tokens[index], reader.speech
    word = token.fold
    if token.kind != "w" or (token.capital and index > reader.sentence.low):
        return False
    if word in speech.verbs or word in speech.be or word in speech.auxiliaries or word in speech.says:
        return word not in speech.heads
    return word.endswith(speech.verb_endings) and word not in speech.kinds and len(word) > 4


def is_small(reader: Reader, index: int) -> bool:
    """True for an adverb, a clitic or a time: no part of a noun phrase."""
    token, speech = reader.tokens[index], reader.speech
    if token.capital and index > reader.sentence.low:
        return False
    return token.fold in speech.adverbs or token.fold in speech.temporal or token.fold in speech.negations


def is_adjective(reader: Reader, index: int) -> bool:
    """True for a word that may stand before the noun it describes."""
    token, speech = reader.tokens[index], reader.speech
    if token.kind != "w" or token.fold in speech.kinds or is_small(reader, index) or token.fold in speech.links:
        return False
    return (
        token.fold in speech.determiners
        or token.fold in speech.possessors
        or (token.fold.endswith(speech.adjective_endings) and len(token.fold) > 3)
    )


def find_subject_in(reader: Reader, low: int, high: int) -> Range | None:
    """The subject among tokens [low, high): a pronoun, a noun in the form of a subject, a name, a body; or None."""
    low = _skip_small(reader, low, high)
    if low >= high:
        return None
    for find in (_find_head, _find_name, _find_body):
        if (start := find(reader, low, high)) is not None:
            return start, close_phrase(reader, start, high)
    return None


def _skip_small(reader: Reader, low: int, high: int) -> int:
    while low < high and (
        is_small(reader, low) or reader.fold(low) in reader.speech.coordinators or reader.tokens[low].kind == "p"
    ):
        low += 1
    return low


def _find_head(reader: Reader, low: int, high: int) -> int | None:
    """Where the first noun or pronoun that only a subject can be begins, with what describes it."""
    speech = reader.speech
    for index in range(low, high):
        word = reader.fold(index)
        if word in speech.subject_pronouns:
            return index
        if word in speech.heads and not is_governed(reader, index, low):
            return _step_over_adjectives(reader, index, low)
    return None


def _step_over_adjectives(reader: Reader, index: int, low: int) -> int:
    while index > low and is_adjective(reader, index - 1) and not _is_owner(reader, index - 1):
        index -= 1
    return index


def _is_owner(reader: Reader, index: int) -> bool:
    """True for the surname "Malého" that looks like an adjective: a capital in a case that no subject has."""
    named = reader.tokens[index].capital and index > reader.sentence.low
    return named and reader.fold(index).endswith(reader.speech.case_endings)


def is_governed(reader: Reader, index: int, low: int) -> bool:
    """True for the object of a preposition, with adjectives between at most."""
    speech, before = reader.speech, index - 1
    while before >= low and is_adjective(reader, before):
        before -= 1
    named = reader.tokens[index].capital and before > low and not reader.tokens[before].capital
    small = is_small(reader, before) or is_verb(reader, before) or reader.fold(before) in speech.links | speech.of
    if named and not small:
        before -= 1  # in the hotel Praha
    return before >= low and reader.fold(before) in speech.links | speech.of | speech.that


def _find_name(reader: Reader, low: int, high: int) -> int | None:
    """Where the first name that no preposition governs begins; the hearer behind the verb gives way to a later one."""
    starts = [
        i
        for i in range(low, high)
        if reader.tokens[i].capital
        and not (i > low and reader.tokens[i - 1].capital and reader.fold(i - 1) not in reader.speech.hearers)
        and not is_governed(reader, i, low)
        and reader.fold(i) not in reader.speech.links | reader.speech.adverbs | reader.speech.of
        and not (i == reader.sentence.low and reader.fold(i) in reader.speech.contents)
        and reader.fold(i) not in reader.speech.hearers
        and not reader.fold(i).endswith(reader.speech.oblique_endings)
    ]
    for index in starts:
        if index == low or reader.fold(index - 1) not in reader.speech.hearers or reader.tokens[index - 1].capital:
            return _step_to_trade(reader, index, low)
        if index + 1 < high and reader.tokens[index + 1].capital:  # told the daily Morgen | Jan Novak
            return index + 1
    return next((i for i in range(max(low, reader.sentence.low + 1), high) if _is_medium(reader, i, low)), None)


def _step_to_trade(reader: Reader, index: int, low: int) -> int:
    """Where "the old miller" before a name begins; the name itself where a preposition or a hearer stands there."""
    speech, start = reader.speech, index
    while start > low and not (is_small(reader, start - 1) or is_verb(reader, start - 1)):
        token = reader.tokens[start - 1]
        if token.kind != "w" or token.capital or token.fold.endswith(speech.oblique_endings):
            return index
        if token.fold in speech.links | speech.of | speech.hearers | speech.that | speech.coordinators:
            return index
        start -= 1
    return start


def _is_medium(reader: Reader, index: int, low: int) -> bool:
    """True for a hearer with a capital, where nobody else can be the subject: "as reported | CTK"."""
    capital = reader.tokens[index].capital and reader.fold(index) in reader.speech.hearers
    return capital and not is_governed(reader, index, low)


def _find_body(reader: Reader, low: int, high: int) -> int | None:
    """Where a noun for people, bodies or documents begins, when it is the first noun behind hearers and times."""
    speech, index = reader.speech, low
    while index < high and (
        is_small(reader, index)
        or reader.fold(index) in speech.hearers
        or (reader.fold(index) in speech.links and reader.fold(index + 1) in speech.temporal)
    ):
        index += 1
    noun = index
    while noun < high and is_adjective(reader, noun):
        noun += 1
    known = noun < high and reader.fold(noun) in speech.kinds
    return index if known and not reader.fold(noun).endswith(speech.oblique_endings) else None


def close_phrase(reader: Reader, start: int, high: int) -> int:
    """Where the noun phrase that begins at `start` ends: at an adverb, a verb, a hearer, an adjunct."""
    end = start + 1
    if reader.fold(start) in reader.speech.subject_pronouns:
        return end
    while end < high and end - start < LONGEST and _goes_on(reader, end, high):
        end += 1
    while end > start + 1 and (reader.fold(end - 1) in reader.speech.links | reader.speech.of | reader.speech.joins):
        end -= 1
    return end


def _goes_on(reader: Reader, index: int, high: int) -> bool:
    token, speech, before = reader.tokens[index], reader.speech, reader.tokens[index - 1]
    if token.kind == "q":
        return True
    if token.kind == "p":
        return token.fold in "&/%'’-" or (token.fold == "." and before.end - before.start <= 3 and index + 1 < high)
    if token.fold in speech.joins:
        return index + 1 < high and not is_verb(reader, index + 1) and not is_small(reader, index + 1)
    if token.fold in speech.of:
        told = reader.fold(index + 1) in speech.hearers or speech.kinds.get(reader.fold(index + 1)) in _MEDIA
        return index + 1 < high and reader.fold(index + 1) not in speech.temporal and not told
    named = before.capital and index - 1 > reader.sentence.low  # Morning News
    if token.fold in speech.contents and not token.capital and not named:
        return False
    hearer = token.fold in speech.hearers and (not token.capital or before.capital)
    return not (is_small(reader, index) or is_verb(reader, index) or hearer or token.fold in speech.links)


def find_apposition(reader: Reader, end: int) -> int:
    """Where ", head of the company X" behind a name ends; `end` where nothing of the kind follows."""
    last = reader.sentence.last
    if reader.fold(end) == "(":
        close = next((i for i in range(end, min(end + 8, last)) if reader.fold(i) == ")"), None)
        return close + 1 if close is not None else end
    if reader.fold(end) != "," or end + 1 >= last:
        return end
    stop = next((i for i in range(end + 1, min(end + _SHORT, last)) if is_mark(reader.tokens[i])), last)
    if stop - end > _SHORT or any(is_verb(reader, i) for i in range(end + 1, stop)):
        return end
    first = end + 1
    while first < stop and is_adjective(reader, first):
        first += 1
    named = first < stop and reader.fold(first) in reader.speech.roles
    return stop if named and (stop == last or reader.fold(stop) == ",") else end


def find_before_comma(reader: Reader, comma: int) -> Range | None:
    """The phrase before a comma: the antecedent of a relative, or a name with its apposition or relative clause."""
    start, end = find_clause(reader, max(comma - 1, reader.sentence.low), comma)
    aside = reader.speech.relatives | reader.speech.participles
    if reader.fold(start) in aside and reader.fold(start - 1) == ",":
        start, end, comma = (*find_clause(reader, start - 2, start - 1), start - 1)
    if end != comma and reader.tokens[comma].fold != ")":
        return None
    if any(is_verb(reader, i) for i in range(start, comma)):
        return None
    named = find_subject_in(reader, start, comma)
    before = start - 1
    if named is None or reader.fold(before) not in (",", "("):
        return named
    outer = find_clause(reader, max(before - 1, reader.sentence.low), before)
    head = find_subject_in(reader, outer[0], before)
    verbless = not any(is_verb(reader, i) for i in range(outer[0], before))
    return (head[0], comma) if head and head[1] == before and verbless else named


def find_oblique(reader: Reader, low: int, high: int) -> int:
    """Where the phrase that a preposition of attribution governs ends, by the endings of its case."""
    speech, end, named = reader.speech, low, False
    if reader.fold(low) in (speech.persons | speech.groups) - speech.possessors:
        return low + 1
    while end < high and end - low < LONGEST:
        token = reader.tokens[end]
        if not _stays_oblique(reader, end, low, named):
            break
        named = token.kind == "q" or (token.kind == "w" and (named or not is_adjective(reader, end)))
        end += 1
    while end > low + 1 and reader.fold(end - 1) in speech.links | speech.of | speech.joins:
        end -= 1
    return end


def _stays_oblique(reader: Reader, index: int, low: int, named: bool) -> bool:
    token, speech = reader.tokens[index], reader.speech
    if token.kind == "p":
        return token.fold in "&/-'’" or (token.fold == "." and _is_abbreviated(reader, index))
    if index == low or token.kind == "q":
        return True
    if token.fold in speech.joins or token.fold in speech.of:
        return _joins_obliques(reader, index)
    return _is_oblique_noun(reader, index, named)


def _is_oblique_noun(reader: Reader, index: int, named: bool) -> bool:
    token, before, speech = reader.tokens[index], reader.tokens[index - 1], reader.speech
    if is_small(reader, index) or is_verb(reader, index) or token.fold in speech.links:
        return False
    if token.fold in speech.heads and (named or before.capital):
        return False
    if token.capital or _is_particle(reader, index):
        return True
    owned = token.fold.endswith(speech.case_endings)
    if before.capital and before.kind == "w" and not before.fold.endswith(speech.adjective_endings):
        return before.fold in speech.titles or (before.fold in speech.kinds and owned)
    return not named or token.fold in speech.kinds or owned or _describes_owner(reader, index)


def _describes_owner(reader: Reader, index: int) -> bool:
    """True for the "mountain" of "the spokesman of the mountain rescue": an adjective before such a noun."""
    if index + 1 >= reader.sentence.last or not is_adjective(reader, index):
        return False
    word, speech = reader.fold(index + 1), reader.speech
    return word not in speech.heads and not reader.tokens[index + 1].capital and word.endswith(speech.case_endings)


def _is_particle(reader: Reader, index: int) -> bool:
    """True for the "della" of "Corriere della Sera": a small word between two capitals."""
    token, last = reader.tokens[index], reader.sentence.last
    short = token.kind == "w" and token.end - token.start <= _PARTICLE
    return short and index + 1 < last and reader.tokens[index - 1].capital and reader.tokens[index + 1].capital


def _is_abbreviated(reader: Reader, index: int) -> bool:
    before = reader.tokens[index - 1]
    return before.end - before.start <= 3 and index + 1 < reader.sentence.last


def _joins_obliques(reader: Reader, index: int) -> bool:
    """True for "and" or "of" that goes on with a phrase: a noun of the kind follows."""
    if index + 1 >= reader.sentence.last:
        return False
    following, speech = reader.tokens[index + 1], reader.speech
    return following.capital or following.fold in speech.kinds or following.fold.endswith(speech.case_endings)


def opens_with_that(reader: Reader) -> bool:
    """True for “That C, found X”."""
    return reader.fold(reader.sentence.low) in reader.speech.that
