"""Speakers in languages whose nouns show their case: no article marks a phrase, and the subject stands anywhere."""

from stemma.extract.speech.words import Token
from stemma.lang.language import Speech

_LONGEST = 45  # words of the longest phrase
_TO_OCCASION = 4  # words between a preposition and its noun: "in his own evening interview"
_SHORT = 3  # letters of an acronym
_CONNECTIVES = (4, 3, 2)  # words of connectives, the longest first
_LETTERS = 5  # letters of the longest acronym
_BREAKS = ",;:—–("
_INNER = ".-&/'’)%№+"


def ends_phrase(tokens: list[Token], index: int, high: int, speech: Speech) -> bool:
    """True where the name of a speaker is over: at a hearer, an adverb, a time, "in an interview", "citing"."""
    token = tokens[index]
    if token.kind != "w":
        return False
    small = not token.capital
    loose = token.fold in speech.hearers or token.fold in speech.adverbs or token.fold in speech.temporal
    if small and (loose or (speech.adverb_endings and token.fold.endswith(speech.adverb_endings))):
        return True
    if token.fold.isdigit():
        return index + 1 < high and tokens[index + 1].fold in speech.temporal
    return token.fold in speech.links and _opens_occasion(tokens, index, high, speech)


def _opens_occasion(tokens: list[Token], index: int, high: int, speech: Speech) -> bool:
    """True for the "in" of "in an interview", "in his own channel", "on 5 May"."""
    for ahead in range(index + 1, min(index + 1 + _TO_OCCASION, high)):
        token = tokens[ahead]
        if token.fold in speech.occasions or token.fold in speech.temporal:
            return True
        loose = token.fold.isdigit() or token.fold in speech.determiners or token.fold in speech.possessors
        if not loose and not _is_adjective(token, speech):
            return False
    return False


def _is_adjective(token: Token, speech: Speech) -> bool:
    noun = token.fold in speech.kinds or token.fold in speech.occasions
    return token.kind == "w" and token.fold.endswith(speech.adjective_endings) and not noun


def find_cased_subject(tokens: list[Token], end: int, low: int, speech: Speech) -> tuple[int, int] | None:
    """The subject before a verb: the first noun that is no object of a preposition, up to an adjunct."""
    begin = _find_region(tokens, end, low, speech)
    begin = _skip_small(tokens, begin, end, speech)
    if begin >= end:
        return None
    start = _find_head(tokens, begin, end, speech)
    if start is None:
        start = begin if not _opens_adjunct(tokens, begin, end, speech) else _find_last_name(tokens, begin, end, speech)
    if start is None:
        return None
    word = tokens[start].fold
    if word in speech.subject_pronouns:
        return (start, start + 1)
    oblique = end - start == 1 and (word in speech.persons or word in speech.groups)
    return None if oblique else _close(tokens, start, end, speech)


def _find_region(tokens: list[Token], end: int, low: int, speech: Speech) -> int:
    """Where the clause before the verb begins, as far as small words and marks show it."""
    begin = end
    while begin > low and end - begin < _LONGEST and not _is_edge(tokens, begin - 1, low, end, speech):
        begin -= 1
    return begin


def _is_edge(tokens: list[Token], index: int, low: int, end: int, speech: Speech) -> bool:
    token = tokens[index]
    if token.kind == "q":
        return token.end - token.start > 90
    if token.kind == "p":
        clock = (
            token.fold == ":" and index > low and tokens[index - 1].fold.isdigit() and tokens[index + 1].fold.isdigit()
        )
        return token.fold not in _INNER and not clock
    if token.fold in speech.joins:
        return not _joins_nouns(tokens, index, low, end, speech)
    if token.capital and index > low:
        return False
    return (
        token.fold in speech.verbs
        or token.fold in speech.be
        or token.fold in speech.openers
        or (token.fold in speech.says and token.fold not in speech.kinds)
    )


def _joins_nouns(tokens: list[Token], index: int, low: int, end: int, speech: Speech) -> bool:
    if index <= low or index + 1 >= end:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    return (before.capital and after.capital) or (
        before.kind == "w" and not before.fold.endswith(speech.verb_endings) and before.fold not in speech.verbs
    )


def find_first_subject(tokens: list[Token], low: int, high: int, speech: Speech) -> tuple[int, int] | None:
    """The subject that opens a sentence, up to its verb: "the minister thanked them and | promised"."""
    begin = _skip_small(tokens, low, high, speech)
    stop = begin
    while stop < high and not _is_edge(tokens, stop, low, high, speech) and not is_past(tokens[stop], speech):
        stop += 1
    if stop >= high or stop == begin:
        return None
    start = _find_head(tokens, begin, stop, speech)
    if start is None and tokens[begin].capital and not _opens_adjunct(tokens, begin, stop, speech):
        start = begin
    return _close(tokens, start, stop, speech) if start is not None else None


def is_past(token: Token, speech: Speech) -> bool:
    """True for what looks like a verb in the past tense."""
    small = token.kind == "w" and not token.capital and len(token.fold) > _SHORT
    return (
        small
        and bool(speech.past_endings)
        and token.fold.endswith(speech.past_endings)
        and (token.fold not in speech.kinds)
    )


def _skip_connective(tokens: list[Token], begin: int, end: int, speech: Speech) -> int:
    """Past "at the same time", "moreover", where several words make one connective."""
    for length in _CONNECTIVES:
        words = " ".join(t.fold for t in tokens[begin : begin + length])
        if begin + length < end and words in speech.connectives:
            return begin + length
    return begin


def _skip_small(tokens: list[Token], begin: int, end: int, speech: Speech) -> int:
    """Past conjunctions, adverbs and times at the beginning: "But on 5 May the minister"."""
    while begin < end:
        begin = _skip_connective(tokens, begin, end, speech)
        if begin >= end:
            break
        token = tokens[begin]
        timed = begin + 1 < end and tokens[begin + 1].fold in speech.temporal
        loose = token.fold in speech.coordinators or token.fold in speech.adverbs or token.fold in speech.temporal
        if not (loose or token.kind == "p" or (timed and (token.fold.isdigit() or token.fold in speech.links))):
            break
        begin += 1
    return begin


def _is_governed(tokens: list[Token], index: int, begin: int, speech: Speech) -> bool:
    """True for the object of a preposition, with adjectives between at most."""
    before = index - 1
    acronym = is_acronym(tokens[index])
    while before > begin and (
        (_is_adjective(tokens[before], speech) and not tokens[before].capital)
        or (acronym and (is_acronym(tokens[before]) or tokens[before].fold in speech.kinds))
    ):
        before -= 1
    return before >= begin and tokens[before].fold in speech.links


def is_acronym(token: Token) -> bool:
    """True for what may be letters that no case changes: in the press office of the | GRU | (they) said."""
    return token.kind == "w" and token.capital and token.end - token.start <= _LETTERS


def has_head(tokens: list[Token], low: int, high: int, speech: Speech) -> bool:
    """True where a noun that only a subject has, or a pronoun, stands among the tokens."""
    return _find_head(tokens, low, high, speech) is not None


def _find_head(tokens: list[Token], begin: int, end: int, speech: Speech) -> int | None:
    """The first noun that only a subject has, or pronoun, with the adjectives before it."""
    for index in range(begin, end):
        word = tokens[index].fold
        if word not in speech.heads and not (word in speech.subject_pronouns and index + 1 <= end):
            continue
        if _is_governed(tokens, index, begin, speech):
            continue
        return _take_adjectives(tokens, begin, index, speech)
    return None


def _take_adjectives(tokens: list[Token], begin: int, index: int, speech: Speech) -> int:
    """Where the adjectives and determiners before a noun begin; those of a place before it are not its own."""
    while index > begin and _belongs_before(tokens[index - 1], speech):
        if index - 1 > begin and tokens[index - 2].fold in speech.links:
            break
        index -= 1
    return index


def _belongs_before(token: Token, speech: Speech) -> bool:
    """True for an adjective or a determiner before a head noun."""
    return token.fold in speech.determiners or (token.kind == "w" and token.fold.endswith(speech.adjective_endings))


def _opens_adjunct(tokens: list[Token], begin: int, end: int, speech: Speech) -> bool:
    return tokens[begin].fold in speech.links or ends_phrase(tokens, begin, end, speech)


def _find_last_name(tokens: list[Token], begin: int, end: int, speech: Speech) -> int | None:
    """The run of capitals that closes the clause: "in Oslo | Ana Ruiz"."""
    index = end
    while index > begin and (not _is_name(tokens[index - 1]) or tokens[index - 1].fold in speech.links):
        index -= 1
        if end - index > 1 and not ends_phrase(tokens, index, end, speech):
            continue
    stop = index
    while index > begin and (_is_name(tokens[index - 1]) or tokens[index - 1].fold in ".-"):
        index -= 1
    if index == stop:
        return None
    if tokens[index - 1].fold in speech.links and index - 1 >= begin:
        index += 1
    while (
        index < stop - 1
        and tokens[index].fold.endswith(speech.oblique_endings)
        and not (tokens[stop - 1].fold.endswith(speech.oblique_endings))
    ):
        index += 1
    return index if index < stop else None


def _is_name(token: Token) -> bool:
    return token.capital and token.kind == "w"


def _close(tokens: list[Token], start: int, end: int, speech: Speech) -> tuple[int, int] | None:
    """The phrase from `start`, cut where an adjunct begins."""
    stop = start + 1
    while stop < end and not (ends_phrase(tokens, stop, end, speech) or _ends_name(tokens, stop, start, speech)):
        stop += 1
    while stop > start and (tokens[stop - 1].fold in speech.links or tokens[stop - 1].fold in speech.negations):
        stop -= 1
    while stop > start and tokens[stop - 1].kind == "p" and tokens[stop - 1].fold not in ".)%":
        stop -= 1
    return (start, stop) if stop > start else None


def _ends_name(tokens: list[Token], index: int, start: int, speech: Speech) -> bool:
    """True for a preposition behind a person's name: "Ana Ruiz | after the match"; not for "the embassy in Oslo"."""
    if tokens[index].fold not in speech.links or tokens[index].capital:
        return False
    name = index
    while name > start and tokens[name - 1].capital and len(tokens[name - 1].fold) > _SHORT:
        name -= 1
    noun = tokens[start].fold in speech.heads or tokens[start].fold in speech.contents | speech.reports
    alone = name == start and index > start and not noun and tokens[start].fold not in speech.kinds
    return alone or (index - name > 1 and tokens[name].fold not in speech.heads)


def find_late_subject(tokens: list[Token], index: int, high: int, speech: Speech) -> tuple[int, int] | None:
    """The subject behind a verb: "said to reporters on Monday | the head of the ministry"."""
    stop = index
    while stop < high and stop - index < _LONGEST and not _is_stop(tokens, stop, index, speech):
        stop += 1
    if stop == index:
        return None
    first = tokens[index]
    if first.fold in speech.subject_pronouns:
        return (index, index + 1)
    head = _find_head(tokens, index, stop, speech)
    if first.fold in speech.that:
        start = head
    elif _opens_adjunct(tokens, index, stop, speech):
        start = head if head is not None else _find_last_name(tokens, index, stop, speech)
    elif head is not None and (not first.capital or _is_medium_run(tokens, index, head)):
        start = head
    else:
        start = index
    return _close(tokens, start, stop, speech) if start is not None else None


def _is_stop(tokens: list[Token], at: int, index: int, speech: Speech) -> bool:
    token = tokens[at]
    if token.fold == "," and (is_date(tokens, at + 1, speech) or is_date(tokens, at - 2, speech)):
        return False  # said on Wednesday, 14 May, | the minister
    if token.kind == "p":
        initial = (
            token.fold == "." and at > index and at + 1 < len(tokens) and tokens[at - 1].end - tokens[at - 1].start <= 2
        )
        return token.fold in _BREAKS or (token.fold in ".!?…" and not initial)
    if token.kind == "q":
        return token.end - token.start > 90
    return token.fold in speech.that and at > index


def is_date(tokens: list[Token], index: int, speech: Speech) -> bool:
    """True for the "14 May" of "on Wednesday, 14 May,"."""
    dated = 0 <= index < len(tokens) - 1 and tokens[index].fold.isdigit()
    return dated and tokens[index + 1].fold in speech.temporal


def _is_medium_run(tokens: list[Token], index: int, head: int) -> bool:
    """True for nothing but capitals or a quotation before the head: "told RIA Novosti | the director"."""
    return all(t.kind == "q" or t.capital for t in tokens[index:head])


def find_house(tokens: list[Token], low: int, high: int, speech: Speech) -> tuple[int, int] | None:
    """The body of "in the ministry (they) said" between two tokens: behind a preposition, no occasion, no time."""
    for index in range(low, high - 1):
        written = speech.kinds.get(tokens[index + 1].fold) in ("document", "data")
        adjunct = not written and _opens_occasion(tokens, index, high, speech)
        if tokens[index].fold not in speech.house_links or adjunct:
            continue
        found = _close(tokens, index + 1, high, speech)
        if found is not None and any(
            t.capital or t.kind == "q" or t.fold in speech.kinds for t in tokens[found[0] : found[1]]
        ):
            return found
    return None


def find_left_house(tokens: list[Token], end: int, low: int, speech: Speech) -> tuple[int, int] | None:
    """The body before its verb, where no noun of the clause is its subject."""
    begin = _skip_small(tokens, _find_region(tokens, end, low, speech), end, speech)
    if begin >= end or tokens[begin].fold not in speech.house_links | speech.links:
        if not (begin > low and begin < end and tokens[begin - 1].fold in speech.house_links):
            return None
        begin -= 1
    if _find_head(tokens, begin, end, speech) is not None:
        return None
    return find_house(tokens, begin, end, speech)


def find_right_house(tokens: list[Token], index: int, high: int, speech: Speech) -> tuple[int, int] | None:
    """The body behind its verb: "said to reporters | in the ministry"."""
    stop = index
    while stop < high and not _is_stop(tokens, stop, index, speech):
        stop += 1
    return find_house(tokens, index, stop, speech)
