"""Where what is told ends, when the sentence goes on: at a time, a reason, another predicate."""

from stemma.extract.speech.phrases import is_pronoun
from stemma.extract.syntax.reading import Range, Reader, Site
from stemma.extract.syntax.subjects import DASHES, is_finite
from stemma.lang.language import Speech
from stemma.text import join_lists

_CLAUSE = 8  # tokens in which the subject of a main clause meets its verb
_LONG_COMMENT = 4  # words
_COMMA = frozenset({","})
_COMMAS = (",", '",')  # alone, and at the end of a quotation
_MARKS = (",", "—", "–", "-", "--")
_RUNNING = "ing"
_LONGEST_ANSWER = 5  # words
_SPOKEN = 14  # characters from which a quotation is no single word
_NEAR = 3  # tokens after "and" in which a verb without a subject shows itself


def end_clause(reader: Reader, span: Range) -> Range:
    """The end of a clause that is told: "C, and left the room" goes on with the speaker."""
    span = _end_at_quotation(reader, span)
    for index in [i for i in range(span[0] + 1, span[1] - 1) if reader.tokens[i].fold in _COMMAS]:
        joined = reader.fold(index) == "," and reader.fold(index + 1) in reader.speech.joins
        parted = reader.fold(index) == "," and reader.fold(index + 1) in reader.speech.contrasts
        if (joined and _is_predicate(reader, index + 2)) or (parted and _is_spoken(reader, index + 2)):
            return (span[0], index)
        if parted and _is_refuted(reader, index + 2, span[1]):
            return (span[0], index)
        if reader.fold(index) == '",' and _is_left(reader, index + 1):
            return (span[0], index + 1)
    return _drop_comment(reader, span)


def _end_at_quotation(reader: Reader, span: Range) -> Range:
    """The end of what is told in “C” as they left, “C” — a thing that …, “C” (…) and “C,” though … ."""
    first, speech = reader.tokens[span[0]], reader.speech
    whole = first.kind == "q" and first.end - first.start >= _SPOKEN
    if whole and reader.fold(span[0] + 1) in speech.coordinators - speech.joins - speech.links:
        return (span[0], span[0] + 1)
    last = next((i for i in reversed(reader.sentence.quotes) if span[0] <= i < span[1]), None)
    if last is None or last + 1 >= span[1]:
        return span
    following = reader.fold(last + 1)
    parted = following == "(" or (following in DASHES and not _goes_on(reader, last + 2))
    commented = reader.fold(last) == '",' and _opens_comment(reader, last + 1)
    return (span[0], last + 1) if parted or commented else span


def _goes_on(reader: Reader, index: int) -> bool:
    """True for the "because" and the "to" behind a dash, which go on with the words before it."""
    speech, word = reader.speech, reader.fold(index)
    small = (speech.closers, speech.that, speech.infinitives, speech.joins, speech.of, speech.openers)
    return any(word in words for words in small)


def _opens_comment(reader: Reader, index: int) -> bool:
    """True for the writer's own words on a quotation: "“C,” though …", "“C,” another step"."""
    speech, word = reader.speech, reader.fold(index)
    running = word.endswith(_RUNNING) and word not in speech.closers and word not in speech.openers
    if word in speech.concessions or word in speech.contrasts or word in speech.relatives or running:
        return True
    indefinite = word in speech.determiners - speech.definites - speech.possessors
    return indefinite and not any(is_finite(reader, i) for i in range(index, min(index + 3, reader.sentence.last)))


def _drop_comment(reader: Reader, span: Range) -> Range:
    """`span` without the writer's last words on it: "C, a step that Y had asked for"."""
    speech, marks = reader.speech, (",", "—", "–", "-")
    last = next((i for i in range(span[1] - 1, span[0], -1) if reader.tokens[i].fold in marks), span[0])
    article = reader.fold(last + 1)
    indefinite = article in speech.articles and article not in speech.definites and article not in speech.kinds
    if not indefinite or any(reader.fold(i) in speech.joins for i in range(last, last + 4)):
        return span
    comments = any(
        reader.fold(i) in join_lists(speech.relatives, speech.that, speech.links) for i in range(last, span[1])
    )
    told = any(is_finite(reader, i) for i in range(span[0], last))
    return (span[0], last) if comments and told and span[1] - last > _LONG_COMMENT else span


def _is_refuted(reader: Reader, start: int, end: int) -> bool:
    """True for the "it is not" of "C, but it is not": the writer's own answer to what is told."""
    speech, words = reader.speech, [reader.fold(i) for i in range(start, end)]
    while words and reader.tokens[start + len(words) - 1].kind == "p":
        words.pop()
    pointing = bool(words) and words[0].partition("'")[0] in join_lists(speech.things, speech.determiners)
    return pointing and len(words) <= _LONGEST_ANSWER and not speech.negations.isdisjoint(words)


def _is_left(reader: Reader, index: int) -> bool:
    """True behind “a shame,” where the speaker's own verb or a clause with "but" follows."""
    speech, word = reader.speech, reader.fold(index)
    helped = reader.fold(index + 1) in speech.auxiliaries | speech.be
    return word in speech.contrasts or (word in speech.joins and not helped and _is_predicate(reader, index + 1))


def _is_spoken(reader: Reader, index: int) -> bool:
    """True for the "said" of "C, but said": a verb of saying that has no subject."""
    speech = reader.speech
    while reader.fold(index) in speech.adverbs:
        index += 1
    word = reader.fold(index)
    said = word in speech.says or word in speech.passives & speech.tells
    said = said or (word in speech.weak and word not in speech.perceives)
    return said and is_finite(reader, index)


def end_object(reader: Reader, span: Range) -> Range:
    """The end of the object of an attitude, which a reason, a time or another predicate follows."""
    span, closing = _end_before_saying(reader, _end_at_quotation(reader, span)), -1
    for index in range(span[0] + 1, span[1] - 1):
        if reader.fold(index) == "," and reader.fold(index + 1) in reader.speech.relatives:
            closing = _find_relative_end(reader, index + 1)
        if index < closing or (index == closing and reader.fold(index) == ","):
            continue
        if _is_judged(reader, index, span[1]):
            continue
        if _closes_object(reader, index) or (reader.fold(index) == "," and _opens_aside(reader, index + 1)):
            return (span[0], index)
    return span


def _end_before_saying(reader: Reader, span: Range) -> Range:
    """The "dam" of "people opposing the dam have said": the verb of saying belongs to what stands before the object."""
    speech = reader.speech
    cue = reader.fold(span[0] - 1 - (reader.fold(span[0] - 1) in speech.links))
    describes = speech.shares and (cue in speech.participles or cue in speech.nounlike or cue.endswith("s"))
    for index in range(*span) if describes else ():
        token = reader.tokens[index]
        if token.kind == "q" or token.fold in speech.relatives or token.fold in speech.that:
            return span
        if says_only(token.fold, speech) and not is_pronoun(reader.tokens[index - 1], speech):
            return (span[0], _drop_helpers(reader, span[0], index))
    return span


def _drop_helpers(reader: Reader, low: int, high: int) -> int:
    """`high` without the ", also have" before it."""
    helpers = join_lists(reader.speech.auxiliaries, reader.speech.adverbs, _COMMA)
    while high > low and reader.fold(high - 1) in helpers:
        high -= 1
    return high


def says_only(word: str, speech: Speech) -> bool:
    """True for "said", not for "claims" and "shows"."""
    others = (speech.judges, speech.weak, speech.nounlike, speech.reports, speech.kinds, speech.participles)
    return word in speech.says and not any(word in words for words in others)


def end_subordinate(reader: Reader, speaker: int, span: Range) -> Range:
    """The end of what is told in "While X says that C, Y left": the comma before the main clause."""
    if not _is_subordinate(reader, speaker) or reader.fold(span[0]) == ",":
        return span
    for index in range(span[0] + 1, span[1] - 2):
        quoted = reader.fold(index) == '",'
        if (quoted or reader.fold(index) in _MARKS) and _resumes(reader, index + 1, span[1]):
            return (span[0], index + quoted)
    return span


def end_aside(reader: Reader, noun: int, span: Range) -> Range:
    """The end of what is told in "Despite claims that C, Y left": the comma before the main clause."""
    opener = reader.fold(reader.sentence.low)
    aside = any(opener in words for words in (reader.speech.links, reader.speech.openers, reader.speech.coordinators))
    if not aside or any(reader.fold(i) in _MARKS for i in range(reader.sentence.low, noun)):
        return span
    commas = (i for i in range(span[0] + 1, span[1] - 2) if reader.fold(i) in _MARKS)
    return (span[0], next((i for i in commas if _opens_main_clause(reader, i + 1, span[1])), span[1]))


def end_opening(reader: Reader, span: Range) -> Range | None:
    """The end of what is told in a clause that opens a sentence: the comma before the main clause."""
    commas = [i for i in range(span[0] + 1, span[1] - 1) if reader.fold(i) in _COMMAS]
    if not commas:
        return None
    end = next((i for i in commas if _resumes(reader, i + 1, span[1])), commas[0])
    return (span[0], end + (reader.fold(end) != ","))


def _is_subordinate(reader: Reader, speaker: int) -> bool:
    """True in "While X says that C, Y left", and in "As it became clear that X opposed C, Y left"."""
    speech, low = reader.speech, reader.sentence.low
    first = low + (reader.fold(low) in join_lists(speech.joins, speech.contrasts))
    for place in {first, max(speaker - 1, low)}:
        opener = reader.fold(place)
        opens = opener in speech.openers or opener in speech.coordinators
        opens = opens and not any(opener in words for words in (speech.joins, speech.contrasts, speech.that))
        near = place == first or place <= low + 2
        if opens and near and not any(reader.fold(i) in _MARKS for i in range(place, speaker)):
            return True
    return False


def _resumes(reader: Reader, index: int, high: int) -> bool:
    """True where the main clause begins, with its subject, or with a time or a place before it: "on Friday he left"."""
    speech, word = reader.speech, reader.fold(index)
    if word in speech.kinds or word in speech.roles or word[:1].isdigit():
        return any(is_finite(reader, i) for i in range(index + 1, min(index + _CLAUSE, high)))
    if not (word in speech.links or word in speech.temporal) or word in speech.openers:
        return _has_bare_verb(reader, index) or _opens_main_clause(reader, index, high)
    for ahead in range(index + 1, min(index + _CLAUSE, high - 1)):
        if reader.tokens[ahead].kind != "w" or reader.fold(ahead) in speech.relatives | speech.that:
            return False
        subject = is_pronoun(reader.tokens[ahead], speech) and is_finite(reader, ahead + 1)
        if subject and reader.fold(ahead - 1) not in speech.links | speech.of:
            return True
    return False


def _has_bare_verb(reader: Reader, index: int) -> bool:
    """True for "they differ" and "we walk": a pronoun that has a verb, though no list knows that verb."""
    speech, word, following = reader.speech, reader.fold(index), reader.tokens[index + 1]
    spoken = word in join_lists(speech.persons, speech.groups, speech.selves) and word not in speech.possessors
    small = join_lists(speech.links, speech.of, speech.joins, speech.that, speech.relatives, speech.openers)
    return spoken and following.kind == "w" and not following.capital and following.fold not in small


def _opens_main_clause(reader: Reader, index: int, high: int) -> bool:
    """True for a name, a pronoun or a determiner with a finite verb near behind it."""
    speech, token = reader.speech, reader.tokens[index]
    if not (token.capital or token.fold in speech.determiners or is_pronoun(token, speech)):
        return False
    for ahead in range(index + 1, min(index + _CLAUSE, high)):
        if reader.fold(ahead) == "," or reader.fold(ahead) in speech.relatives | speech.that:
            return False
        if is_finite(reader, ahead):
            return True
    return False


def end_relative(reader: Reader, span: Range) -> Range:
    """The end of what is told in "X, who says that C, left": the comma before the main verb."""
    for index in range(span[0], span[1] - 1):
        quoted = reader.fold(index) == '",'
        if (quoted or reader.fold(index) == ",") and _is_predicate(reader, index + 1):
            return (span[0], index + quoted)
    return span


def describes_subject(reader: Reader, site: Site) -> bool:
    """True for the "oppose" and "opposing" of "those who oppose the dam now have doubts": the verb is still to come."""
    speech, before = reader.speech, reader.tokens[site.left - 1]
    relative = before.fold in speech.relatives and reader.fold(site.left - 2) != ","
    named = before.kind == "w" and not before.fold.endswith(("'s", "s'"))
    reduced = named and site.left == site.low and reader.fold(site.low) in speech.participles
    if site.left <= reader.sentence.low or not (relative or reduced):
        return False
    return not any(is_finite(reader, i) for i in range(reader.sentence.low, site.left - 1))


def end_before_predicate(reader: Reader, span: Range) -> Range:
    """The "dam" of "those who oppose the dam now have doubts": what stands before the main verb."""
    speech = reader.speech
    for index in range(span[0] + 1, span[1] - 1):
        word = reader.fold(index)
        if reader.tokens[index].kind != "w" or word in join_lists(speech.relatives, speech.that, speech.contrasts):
            return span
        if _heads_predicate(reader, index):
            return (span[0], _drop_helpers(reader, span[0] + 1, index))
    return span


def _heads_predicate(reader: Reader, index: int) -> bool:
    """True for a helping verb, and for a verb with its object: "now have doubts", "left the room"."""
    speech, before, following = reader.speech, reader.tokens[index - 1], reader.tokens[index + 1]
    if not is_finite(reader, index) or is_pronoun(before, speech) or before.fold in join_lists(speech.joins, speech.of):
        return False
    if reader.fold(index) in join_lists(speech.be, speech.auxiliaries):
        return before.fold not in speech.infinitives
    return following.capital or following.fold in speech.determiners or is_pronoun(following, speech)


def _closes_object(reader: Reader, index: int) -> bool:
    """True at "but", "because", "on Friday", "and left", and behind a quotation that ends in a comma."""
    speech, word, before = reader.speech, reader.fold(index), reader.tokens[index - 1]
    if word in speech.contrasts or word in speech.closers or (before.kind == "q" and before.fold == '",'):
        return True
    if word in speech.links and _is_time(reader, index + 1):
        return True
    return word in speech.joins and (_is_predicate(reader, index + 1) or _has_pronoun(reader, index + 1))


def _is_judged(reader: Reader, index: int, high: int) -> bool:
    """True at the "during" of "described the club during a talk as “a relic”": the judgement is still to come."""
    speech = reader.speech
    if reader.fold(index) not in speech.closers and reader.fold(index) not in speech.links:
        return False
    near = range(index + 1, min(index + _CLAUSE, high - 1))
    at = next((i for i in near if reader.fold(i) in speech.judgements), high)
    article = reader.fold(at + 1) in speech.articles - speech.definites
    return at < high and (article or reader.tokens[at + 1].kind == "q")


def _has_pronoun(reader: Reader, index: int) -> bool:
    """True for the "he left" of "praised the dam and he left"."""
    speech, word = reader.speech, reader.fold(index)
    return (word in speech.persons or word in speech.groups) and is_finite(reader, index + 1)


def _opens_aside(reader: Reader, index: int) -> bool:
    """True for what a comma parts from an object: "who …", "which …", "he …", "and left", "saying …"."""
    speech, following = reader.speech, reader.tokens[index]
    word = following.fold
    if word in speech.joins:
        return _is_predicate(reader, index + 1) or _opens_main_clause(reader, index + 1, reader.sentence.last)
    if _names_some(reader, index):
        return False
    openers = (speech.coordinators, speech.openers, speech.relatives, speech.concessions, speech.participles)
    opener = any(word in words for words in openers)
    return opener or is_pronoun(following, speech) or _is_predicate(reader, index)


def _names_some(reader: Reader, index: int) -> bool:
    """True for "including Y", "such as Y" and "as well as Y", which go on with the object."""
    return any(" ".join(reader.fold(index + i) for i in range(n)) in reader.speech.inclusions for n in (1, 2, 3))


def _find_relative_end(reader: Reader, index: int) -> int:
    """The second comma of "Ruiz, who is ill, was right", where the clause goes on behind it; -1 elsewhere."""
    speech = reader.speech
    close = next((i for i in range(index + 1, reader.sentence.last - 1) if reader.fold(i) == ","), -1)
    judged = reader.fold(close + 1) in speech.judgements | speech.of  # praises Ruiz, who is ill, as “a friend”
    return close if close > 0 and (judged or _is_predicate(reader, close + 1)) else -1


def _is_time(reader: Reader, index: int) -> bool:
    speech = reader.speech
    first, second = reader.fold(index), reader.fold(index + 1)
    return first in speech.temporal or (first in speech.determiners and second in speech.temporal)


def _is_predicate(reader: Reader, index: int) -> bool:
    """True for a finite verb without a subject, adverbs before it included."""
    for ahead in range(index, index + _NEAR):
        if reader.fold(ahead) not in reader.speech.adverbs:
            return is_finite(reader, ahead)
    return False
