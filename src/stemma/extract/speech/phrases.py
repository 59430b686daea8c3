"""Noun phrases to the left and right of a cue, without a parser."""

from stemma.extract.speech.between.heads import is_noun_too
from stemma.extract.speech.cases.subjects import find_cased_subject, is_date
from stemma.extract.speech.parts.trims import cut_scene, drop_gerund, drop_time, trim_left
from stemma.extract.speech.words import Token, is_title_inside
from stemma.lang.language import Speech
from stemma.text import join_lists

_INITIALS = 2  # letters of "Jr", "B"
_DATE = 4  # tokens of ", 14 May,"
TO_RELATIVE = 4  # words from a comma to the relative of "in the middle of which"
LONGEST = 45  # words of the longest noun phrase read as a source; longer ones were always two clauses run together


def is_nominal(token: Token, speech: Speech) -> bool:
    """True when the word can stand inside a noun phrase."""
    if token.kind == "q":
        return token.fold == '"' and token.end - token.start < 60
    if token.kind == "p":
        return token.fold in "&/%$€£#@.-'’"
    if token.capital and len(token.fold) > 1:
        return True
    return token.fold not in speech.verbs and token.fold not in speech.openers and token.fold not in speech.be


def is_foreign_name(token: Token, speech: Speech) -> bool:
    """True for a word in Latin letters where the language has others: it names somebody, in small letters too."""
    return speech.latin_names and token.kind == "w" and token.fold.isascii() and token.fold[:1].isalpha()


def is_adverb(token: Token, speech: Speech) -> bool:
    """True for a word that may stand between a source and its verb."""
    if token.fold in speech.adverbs:
        return True
    return not token.capital and token.fold.endswith(speech.adverb_endings) and token.fold not in speech.kinds


def is_bare_name(words: list[Token], speech: Speech) -> bool:
    """True for “, Ana Ruiz”: a few capitals and nothing else."""
    plain = all(t.capital or t.fold in speech.titles or t.fold == "." for t in words)
    return 0 < len(words) < 5 and plain and words[0].fold not in speech.temporal


def is_pronoun(token: Token, speech: Speech) -> bool:
    """True for he, they, it, I and their like."""
    word = token.fold
    return word in speech.persons or word in speech.groups or word in speech.things or word in speech.selves


def is_clitic(word: str, speech: Speech) -> bool:
    """True for "he'd" and "they'll": a pronoun and an auxiliary in one word."""
    stem, mark, _ = word.partition("'")
    return bool(mark) and (stem in speech.persons or stem in speech.groups)


def is_contracted(word: str, speech: Speech) -> bool:
    """True for "he's" and "they're": a pronoun and a form of be in one word."""
    stem, mark, rest = word.partition("'")
    return bool(mark) and rest in ("s", "re", "m") and (stem in speech.persons or stem in speech.groups)


def find_subject(tokens: list[Token], end: int, low: int, speech: Speech) -> tuple[int, int] | None:
    """The noun phrase that ends before token `end` and begins not before `low`, without a time at its end; or None."""
    if end <= low:
        return None
    end = _drop_aside(tokens, end, low, speech)
    last = tokens[end - 1]
    if not speech.cased and last.fold in speech.temporal and (shorter := drop_time(tokens, end, low, speech)) > low:
        return find_subject(tokens, shorter, low, speech)
    if speech.cased and last.kind != "p" and not _is_subject_pronoun(last, speech):
        return find_cased_subject(tokens, end, low, speech)
    start = _find_start(tokens, end, low, speech)
    if start == low + 1 and tokens[low].fold in speech.that & speech.definites:
        start = low  # a clause cannot open a sentence with "that": it points at a noun
    while end > low and tokens[end - 1].fold in (",", "—", "–"):
        end -= 1
    if start is not None and speech.noun_first:
        end = cut_scene(tokens, start, end, speech)
        start = _step_to_office(tokens, start, end, low, speech)
    if start is not None and speech.cased:
        end = drop_gerund(tokens, start, end, speech)
    return (start, end) if start is not None else None


def _is_subject_pronoun(token: Token, speech: Speech) -> bool:
    """True for a pronoun in the case of a subject; "ему" speaks of nobody who speaks."""
    oblique = token.fold in speech.persons or token.fold in speech.groups
    return is_pronoun(token, speech) and (not oblique or token.fold in speech.subject_pronouns)


def _drop_aside(tokens: list[Token], end: int, low: int, speech: Speech) -> int:
    """Where the phrase before ", however," or ", 14 May," ends."""
    if speech.cased and tokens[end - 1].fold == "," and end - low > _DATE and is_date(tokens, end - 3, speech):
        return end - _DATE
    set_off = speech.that_required and end - 3 > low and tokens[end - 1].fold == "," and tokens[end - 3].fold == ","
    adverb = set_off and not tokens[end - 2].capital and is_adverb(tokens[end - 2], speech)
    return end - 3 if adverb else _drop_circumstance(tokens, end, low, speech)


def _drop_circumstance(tokens: list[Token], end: int, low: int, speech: Speech) -> int:
    """Where the phrase before ", dans une lettre ouverte," ends: what opens the sentence, and can speak."""
    if not speech.circumstances or tokens[end - 1].fold != ",":
        return end
    opener = next((i for i in range(end - 2, max(low, end - 12), -1) if tokens[i].fold == ","), low)
    first = tokens[opener + 1]
    if opener - low < 1 or first.capital or first.fold not in speech.circumstances:
        return end
    if tokens[opener + 2].fold in speech.relatives and not speech.relatives_apart:
        return end
    found = find_subject(tokens, opener, low, speech)
    whole = found is not None and (found[0] == low or tokens[found[0] - 1].fold == ",")
    return opener if found and whole and is_speaking(tokens, found[0], opener, speech) else end


def _step_to_office(tokens: list[Token], start: int, end: int, low: int, speech: Speech) -> int:
    """The office before a bare name: "ketua dewan kota Randu, Ana Ruiz" said."""
    comma = start - 1
    if comma > low and tokens[comma].fold == ")" and tokens[start].capital:
        before = _find_before_bracket(tokens, comma, low, speech)
        return before if before is not None and tokens[before].fold in speech.roles else start
    if comma <= low or tokens[comma].fold != "," or not is_bare_name(tokens[start:end], speech):
        return start
    office = _walk_left(tokens, comma, low, speech)
    office = trim_left(tokens, office, comma, low, speech)
    return office if office < comma and tokens[office].fold in speech.roles else start


def _find_start(tokens: list[Token], end: int, low: int, speech: Speech) -> int | None:
    last = tokens[end - 1]
    if last.fold in (",", "—", "–") and end - low > 2:
        return _find_before_apposition(tokens, end - 1, low, speech)
    if last.fold in ")]":
        return _find_before_bracket(tokens, end - 1, low, speech)
    alone = is_pronoun(last, speech) and not is_noun_too(tokens, end - 1, low, speech)
    if alone or (speech.shares and is_contracted(last.fold, speech)):
        return end - 1
    start = _walk_left(tokens, end, low, speech)
    start = trim_left(tokens, start, end, low, speech)
    return start if start < end and _is_headed(tokens, start, end, speech) else None


def _find_before_bracket(tokens: list[Token], close: int, low: int, speech: Speech) -> int | None:
    opener = next((i for i in range(close - 1, max(low - 1, close - 20), -1) if tokens[i].fold in "(["), None)
    return _find_start(tokens, opener, low, speech) if opener is not None else None


def _find_before_apposition(tokens: list[Token], comma: int, low: int, speech: Speech) -> int | None:
    """The head before "…, a spokesman for X," — an apposition between two commas."""
    marks = (",",) if tokens[comma].fold == "," else ("—", "–")
    opener = next((i for i in range(comma - 1, max(low, comma - 30), -1) if tokens[i].fold in marks), None)
    if opener is None or opener <= low or comma - opener < 2:
        return None
    first = tokens[opener + 1]
    relative = any(t.fold in speech.relatives for t in tokens[opener + 2 : opener + 4])
    bound = first.fold in speech.links and not first.capital and not (relative and speech.noun_first)
    if speech.cased:
        bound = bound and not _opens_insertion(tokens, opener + 1, comma, speech)
    if first.fold in speech.coordinators or bound:
        return None
    if tokens[opener - 1].fold.isdigit() and opener - 2 > low and tokens[opener - 2].fold in marks:
        opener -= 2  # "Ana Ruiz, 61, a nurse,"
    found = find_subject(tokens, opener, low, speech)
    if found is None or _is_adjunct(tokens, found[0], low, speech):
        return None
    return _step_to_name(tokens, found[0], low, speech)


def _opens_insertion(tokens: list[Token], index: int, high: int, speech: Speech) -> bool:
    """True at "in whose centre stands …", and at "the minister among them"."""
    ahead = tokens[index : min(index + TO_RELATIVE, high)]
    words = " ".join(t.fold for t in ahead)
    return any(t.fold in speech.relatives | speech.whom for t in ahead) or any(
        words.startswith(f"{phrase} ") for phrase in speech.inclusions
    )


def _is_adjunct(tokens: list[Token], start: int, low: int, speech: Speech) -> bool:
    """True after a preposition: in "the march, often across Oster Zone, the border, tells" no zone tells anything."""
    return start > low and tokens[start - 1].fold in speech.links and not tokens[start - 1].capital


def _step_to_name(tokens: list[Token], start: int, low: int, speech: Speech) -> int:
    """The name before "a nurse at a clinic" where what followed was no apposition but its place: "…, Oster county,"."""
    comma = start - 1
    described = tokens[start].fold in speech.determiners | (speech.heads if speech.cased else frozenset())
    if comma <= low or tokens[comma].fold != "," or not described:
        return start
    named = find_subject(tokens, comma, low, speech)
    if named is None or named[1] - named[0] < 2 or not is_bare_name(tokens[named[0] : named[1]], speech):
        return start
    return named[0]


def _walk_left(tokens: list[Token], end: int, low: int, speech: Speech) -> int:
    index = end
    while index > low and end - index < LONGEST:
        token = tokens[index - 1]
        if token.fold in speech.determiners and not token.capital and index - 2 >= low:
            if _binds(tokens, index - 1, low, speech):
                index -= 1
                continue
            return index - 1
        if _is_dateline_dash(tokens, index - 1) or not _continues(tokens, index - 1, end, low, speech):
            return index
        index -= 1
    return index


def _binds(tokens: list[Token], index: int, low: int, speech: Speech) -> bool:
    """True when what stands before a determiner still belongs to the phrase: "chief of the", "both the"."""
    before = tokens[index - 1]
    if speech.that_required and tokens[index].fold in speech.articles and before.fold in speech.possessors:
        return False  # "da parte sua" l'azienda
    own = speech.shares and tokens[index].fold in join_lists(speech.persons, speech.possessors) and index - 2 >= low
    if own and before.fold in speech.joins and tokens[index - 2].capital:
        return True  # Ruiz and her son
    if before.fold in speech.joins and _joins_halves(tokens, index - 1, low, speech):
        return True
    return (
        before.fold in speech.of
        or before.fold in speech.determiners
        or (before.fold in speech.links and index - 2 >= low)
    )


def _joins_halves(tokens: list[Token], join: int, low: int, speech: Speech) -> bool:
    """True inside one long name: "Office for the Care of Canals and the Repair of Locks"."""
    start = join
    while start > low and (tokens[start - 1].capital or tokens[start - 1].fold in speech.of | speech.articles):
        start -= 1
    bound = any(t.fold in speech.of for t in tokens[start:join])
    named = any(speech.kinds.get(t.fold) == "organisation" and t.capital for t in tokens[start:join])
    return bound and named and tokens[join - 1].capital and tokens[join + 2].capital


def _is_dateline_dash(tokens: list[Token], index: int) -> bool:
    """True for the dash of "HALDEN - New papers": it stands apart from both words."""
    apart = index + 1 < len(tokens) and tokens[index].fold == "-" and tokens[index].end < tokens[index + 1].start
    return apart and tokens[index - 1].end < tokens[index].start


def _continues(tokens: list[Token], index: int, end: int, low: int, speech: Speech) -> bool:
    token = tokens[index]
    before = tokens[index - 1] if index > low else None
    if token.fold == ",":
        return _is_list(tokens, index, end, speech)
    if token.fold in speech.relatives and before is not None and before.kind == "w" and index + 1 < end:
        return before.fold not in speech.links and token.fold != "which"
    if token.fold in speech.coordinators and index + 1 < end:
        return before is not None and (_is_with(tokens, index, speech) or _joins_names(tokens, index, end, low, speech))
    if token.kind == "p" and token.fold == "." and before is not None:
        return before.fold in speech.titles or before.end - before.start <= 2
    if token.fold in speech.of or (token.fold in speech.links and not token.capital):
        return before is not None and before.kind != "p" and index + 1 < end and before.fold not in speech.temporal
    return _continues_word(tokens, index, end, low, speech)


def _continues_word(tokens: list[Token], index: int, end: int, low: int, speech: Speech) -> bool:
    """True when a word that is no preposition belongs to the phrase to its right."""
    token = tokens[index]
    before = tokens[index - 1] if index > low else None
    if before is not None and "being" in (token.fold, before.fold):
        return True
    if before is not None and before.fold == ":" and before.end == token.start and token.fold.isdigit():
        return False  # the end of "2:38"
    if token.fold in speech.temporal and index + 1 < end and not token.fold.endswith("'s"):
        apart = before is None or before.fold in speech.links or before.fold in speech.temporal or index - low <= 2
        titled = before is not None and is_title_inside(before, token, tokens[index + 1], speech)
        return titled or not apart or _is_age(tokens, index, low, speech)
    article = token.capital and index == low and token.fold in speech.articles and index + 1 < end
    called = tokens[index + 1].fold if index + 1 < end and token.fold in speech.titles else ""  # the first lady
    office = called in speech.roles or speech.kinds.get(called) == "person"
    if article or office or is_noun_too(tokens, index, low, speech):
        return True  # the "Het" of "Het bedrijf", which may be a pronoun elsewhere
    if (
        is_pronoun(token, speech)
        or token.fold in speech.auxiliaries
        or (token.fold in speech.adverbs and not token.capital)
    ):
        return False
    return is_nominal(token, speech)


def _is_age(tokens: list[Token], index: int, low: int, speech: Speech) -> bool:
    """True for the "tahun" of "perempuan 34 tahun itu": a noun stands before its number."""
    if not speech.noun_first or index - 2 < low or not tokens[index - 1].fold.isdigit():
        return False
    noun = tokens[index - 2]
    return noun.kind == "w" and noun.fold not in speech.links | speech.temporal


def _is_list(tokens: list[Token], comma: int, end: int, speech: Speech) -> bool:
    """A comma inside "A, B and C": capitals on both sides and an "and" to come; one inside "64,5 %"."""
    digits = comma > 0 and comma + 1 < end and tokens[comma - 1].end == tokens[comma + 1].start - 1
    if digits and tokens[comma - 1].fold.isdigit() and tokens[comma + 1].fold[:1].isdigit():
        return True
    return (
        comma > 0
        and comma + 1 < end
        and tokens[comma - 1].capital
        and tokens[comma + 1].capital
        and any(t.fold in speech.joins for t in tokens[comma + 2 : end])
    )


def _is_with(tokens: list[Token], index: int, speech: Speech) -> bool:
    """True for the "with" of "people with knowledge of it"."""
    before = tokens[index - 1].fold
    somebody = before in speech.kinds or before in speech.roles or before.endswith(speech.agent_endings)
    return speech.shares and tokens[index].fold in speech.links and somebody


def _joins_names(tokens: list[Token], index: int, end: int, low: int, speech: Speech) -> bool:
    """True when "and" joins two nouns of one subject rather than two clauses."""
    if tokens[index].fold not in speech.joins:
        return False
    for token in reversed(tokens[low:index]):
        if token.fold in (",", ";", ":") or token.kind == "q":
            break
        if (
            token.fold in speech.verbs
            or token.fold in speech.says
            or token.fold in speech.be
            or token.fold in speech.that
        ):
            return False
    before, after = tokens[index - 1], tokens[index + 1]
    if before.fold == "." and index - 2 >= low and tokens[index - 2].end - tokens[index - 2].start <= _INITIALS:
        before = tokens[index - 2]  # Ruiz Jr. and Merlo
    owned = speech.shares and index + 2 < end and after.fold in speech.persons | speech.possessors  # Ruiz and her son
    others = owned or after.fold in speech.determiners or after.fold in speech.groups
    return before.kind == "w" and (before.capital == after.capital or others)


def _is_headed(tokens: list[Token], start: int, end: int, speech: Speech) -> bool:
    """True when the phrase ends in a noun-like word and holds a name or a noun."""
    last = tokens[end - 1]
    if last.kind == "p" and last.fold not in ".)%":
        return False
    if (
        last.fold in speech.links
        or last.fold in speech.of
        or last.fold in speech.joins
        or (last.fold in speech.openers and not last.capital)
    ):
        return False
    if (
        end - start > 1
        and last.fold in speech.determiners
        and last.fold not in speech.groups
        and not last.fold.isdigit()
        and tokens[end - 2].fold not in speech.of  # "a mother of three"
        and not (speech.shares and _is_share(tokens, start, end, speech))
    ):
        return False
    return not all(t.fold in speech.determiners or t.kind == "p" for t in tokens[start:end]) or (
        end - start == 1 and (last.fold in speech.kinds or last.fold in speech.groups)
    )


def _is_share(tokens: list[Token], start: int, end: int, speech: Speech) -> bool:
    """True for "one in three"."""
    counted = tokens[start].fold in speech.determiners and tokens[start].fold not in speech.articles
    return counted and end - start == 3 and tokens[start + 1].fold in speech.links


def is_speaking(tokens: list[Token], low: int, high: int, speech: Speech) -> bool:
    """True when the head of the phrase is a name, a pronoun or a noun for people, bodies and documents."""
    head = next(
        (
            i
            for i in range(low + 1, high)
            if tokens[i].fold in speech.of or tokens[i].fold in speech.links or tokens[i].fold == ","
        ),
        high,
    )
    last = tokens[head - 1]
    if head - low == 1 and is_pronoun(last, speech):
        return last.fold in speech.persons or last.fold in speech.groups
    if _is_apposed_name(tokens, low, head, high, speech):
        return True
    if speech.cased and (last.kind == "q" or is_foreign_name(last, speech)):
        return True
    nouns = tokens[low:head] if speech.noun_first or speech.adjectives_last or speech.cased else (last,)
    if last.fold.endswith(speech.voice_endings):
        return True
    return (
        last.capital
        or last.fold == ")"
        or any(t.fold in speech.kinds or t.fold in speech.roles or t.fold in speech.reports for t in nouns)
    )


def _is_apposed_name(tokens: list[Token], low: int, head: int, high: int, speech: Speech) -> bool:
    """True for "the harbour master, Ines Dorval": somebody's office, then the name."""
    if head >= high or tokens[head].fold != "," or tokens[low].fold not in speech.determiners | speech.possessors:
        return False
    return high - head > 2 and is_bare_name(tokens[head + 1 : high], speech)
