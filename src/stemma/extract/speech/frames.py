"""Matches cue frames (who, cue, what) inside one sentence, by the word orders that news uses."""

from functools import lru_cache
from itertools import pairwise

from stemma.extract.speech.between.offices import find_end_of_name, find_office_holder
from stemma.extract.speech.cases.subjects import is_past
from stemma.extract.speech.parts.forward import find_phrase
from stemma.extract.speech.phrases import is_bare_name, is_foreign_name, is_pronoun
from stemma.extract.speech.words import Token
from stemma.extract.syntax.ends import (
    describes_subject,
    end_before_predicate,
    end_clause,
    end_object,
    end_relative,
    end_subordinate,
    says_only,
)
from stemma.extract.syntax.interrupted import find_interrupted
from stemma.extract.syntax.reading import FAMILIES, STANCES, Frame, Range, Reader, Site
from stemma.lang.language import Speech
from stemma.model import Stance

_PAUSES = (",", ":", ".", "—", "–")  # before a quotation that goes on
SHORTEST_VERB = 3  # letters; shorter words with the ending of a verb are others: red, bed


def is_follower(reader: Reader, index: int) -> bool:
    """True when the word at `index` can begin a content: a capital, a pronoun, a quotation, a colon."""
    if index >= reader.sentence.high:
        return True
    token = reader.tokens[index]
    return token.capital or token.kind == "q" or token.fold in (":", ",") or is_pronoun(token, reader.speech)


def extend_apposition(reader: Reader, end: int) -> int:
    """Takes ", the minister" or "(KCNA)" after a name, up to the next comma or the end."""
    tokens, speech = reader.tokens, reader.speech
    if reader.fold(end) == "(":
        close = next((i for i in range(end, min(end + 12, reader.sentence.high)) if tokens[i].fold == ")"), None)
        return (
            extend_apposition(reader, find_end_of_name(tokens, close + 1, reader.sentence.high, speech))
            if close is not None
            else end
        )
    if reader.fold(end) != "," or end + 1 >= reader.sentence.high:
        return end
    if speech.noun_first and (named := find_office_holder(reader.sentence, end, speech)):
        return named
    stop = find_phrase(tokens, end + 1, reader.sentence.high, speech)
    if reader.fold(end + 1) in speech.describers:
        last = reader.sentence.last
        return next((i for i in range(end + 1, last) if reader.fold(i) in (",", "—", "–")), last)
    words = tokens[end + 1 : stop]
    head = len(words)
    if speech.adjectives_last and words and words[0].fold not in speech.cites:  # the head noun stands first
        head = next((i for i, t in enumerate(words) if t.fold in speech.links and not t.capital), head)
    if speech.noun_first:  # "Menurut Pelagia, kapal itu membawa 12 orang" describes no Pelagia
        head = min(head, 1)
    loose = not speech.cased  # elsewhere a neighbour clause may hold nouns for bodies
    described = any(t.fold in speech.roles or (loose and t.fold in speech.kinds) for t in words[:head]) or (
        is_bare_name(words, speech) and _ends_in_role(reader, end, owned=len(words) == 1)
    )
    belongs = speech.adjectives_last and bool(words) and words[0].fold in speech.of and tokens[end - 1].capital
    described = described or belongs
    described = described and not _is_clause(words, speech)
    closed = stop >= reader.sentence.last or reader.fold(stop) in (",", "—") or reader.fold(stop) in speech.links
    return stop if words and described and closed and words[0].fold not in speech.coordinators else end


def _is_clause(words: list[Token], speech: Speech) -> bool:
    """True for "nurses treated 40 people" behind "according to the clinic,": a verb with its object."""
    pairs = pairwise(words[1:]) if speech.shares else ()
    return any(
        verb.fold.endswith(speech.verb_endings)
        and not verb.capital
        and verb.fold not in speech.namings
        and (behind.fold[:1].isdigit() or behind.fold in speech.determiners)
        for verb, behind in pairs
    )


def drop_relative(reader: Reader, source: Range) -> Range:
    """The X of "X, qui avait pris la parole," where no relative clause is part of a source."""
    speech = reader.speech
    if not speech.relatives_apart:
        return source
    commas = (i for i in range(source[0] + 1, source[1]) if reader.fold(i) == ",")
    return (source[0], next((i for i in commas if reader.fold(i + 1) in speech.relatives), source[1]))


def _ends_in_role(reader: Reader, end: int, owned: bool) -> bool:
    """True where the phrase before `end` names an office: "the mayor of X"; "its head" where it must be owned."""
    speech = reader.speech
    for index in range(end - 1, max(reader.sentence.low, end - 9) - 1, -1):
        token = reader.tokens[index]
        if token.kind != "w" or token.fold in speech.be or token.fold in speech.that:
            return False
        if token.fold in speech.roles or token.fold in speech.spokesmen:
            owner = reader.fold(index - 1)
            return not owned or owner in speech.possessors or owner.endswith(("'s", "s'"))
    return False


def has_verb(reader: Reader, low: int, high: int) -> bool:
    """True when a finite verb, by the lists or by its -ed, stands in the range."""
    speech = reader.speech
    return any(
        t.fold in speech.verbs
        or t.fold in speech.auxiliaries
        or t.fold in speech.be
        or (
            t.kind == "w"
            and not t.capital
            and (
                (len(t.fold) > SHORTEST_VERB and t.fold.endswith(speech.verb_endings))
                or (len(t.fold) > SHORTEST_VERB and t.fold.startswith(speech.verb_openings))
                or t.fold in speech.judges
            )
        )
        for t in reader.tokens[low:high]
    )


def find_left_content(reader: Reader, end: int) -> tuple[Range, ...]:
    """What stands before the source or the inverted cue: quotations, or the clause."""
    low, tokens = reader.start, reader.tokens
    while end > 0 and tokens[end - 1].fold in (",", "—", "–", "-", "("):
        end -= 1
    if end <= low:
        return ((end - 1, end),) if end > 0 and tokens[end - 1].kind == "q" else ()
    first = end
    while first > low and (tokens[first - 1].kind == "q" or (tokens[first - 1].fold in (",", "...") and first < end)):
        first -= 1
    while first < end and tokens[first].kind != "q":
        first += 1
    if first < end and (first == low or tokens[first - 1].fold in (":", ".", "—", "(")):
        return tuple((i, i + 1) for i in range(first, end) if tokens[i].kind == "q")
    return ((low, end),) if end - low >= (1 if reader.speech.shares else 2) else ()


def find_colon_content(reader: Reader, index: int) -> tuple[Range, ...]:
    """What follows a colon at `index`."""
    if reader.fold(index) == ":" and index + 1 < reader.sentence.last:
        return ((index + 1, reader.sentence.last),)
    return ()


def make_frame(reader: Reader, site: Site, source: Range | None, content: tuple[Range, ...]) -> Frame | None:
    """A frame with its stance, its hearer and what follows an interruption; without a source it inherits one."""
    if not content:
        return None
    hearer = _find_hearer(reader, site, content)
    told = hearer[1] if hearer is not None and hearer[0] == site.high else site.high
    if source is not None and content[-1][1] <= min(source[0], site.low):
        content = (*content, *_find_rest(reader, max(source[1], told), content[-1]))
        if len(content) == 1 and content[0][1] - content[0][0] == 1 and reader.tokens[content[0][0]].kind == "w":
            return None  # "However," Ruiz said on Monday
    elif source is None and reader.speech.subject_left_out and content[-1][1] <= site.low:
        content = (*content, *_find_rest(reader, site.high, content[-1]))
    content = _end_contents(reader, site, source, content)
    if content[0][0] == content[0][1] or _is_said_by_cue(reader, site, content[0]):
        return None
    family, stance = _name_families(site.families)
    return Frame(
        cue=(site.low, site.high),
        source=source,
        content=content,
        stance=stance,
        family=family,
        hearer=hearer,
        inherits=source is None,
    )


def _end_contents(reader: Reader, site: Site, source: Range | None, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """The contents without what follows the clause or the object in the first of them, where that stands behind."""
    if reader.speech.shares and content[0][0] >= site.high:
        content = (_end_content(reader, site, content[0]), *content[1:])
        if source is not None and len(content) == 1 and reader.fold(content[0][0] - 1) != ",":
            return (end_subordinate(reader, source[0], content[0]),)
    elif _ends_as_object(reader, site, content[0]):
        return (_end_object(reader, content[0]), *content[1:])
    return content


def _is_said_by_cue(reader: Reader, site: Site, content: Range) -> bool:
    """True for the "counsel" of "their counsel said": the cue is who speaks."""
    noun = reader.speech.shares and not site.families & {"says", "tells"} and content[0] >= site.high
    return noun and says_only(reader.fold(content[0]), reader.speech)


@lru_cache(maxsize=1024)
def _name_families(families: frozenset[str]) -> tuple[str, Stance]:
    """The first of the families of a cue, and the first stance that they tell."""
    family = next(f for f in FAMILIES if f in families)
    return family, next((STANCES[f] for f in FAMILIES if f in families and f in STANCES), "asserts")


def _find_hearer(reader: Reader, site: Site, content: tuple[Range, ...]) -> Range | None:
    """Told X that C: who was told."""
    if "tells" not in site.families:
        return _find_interviewer(reader, site, content)
    end = find_hearer_end(reader, site)
    return (site.high, end) if end > site.high else None


def find_hearer_end(reader: Reader, site: Site) -> int:
    """Where the one who is told ends; the end of the cue where nobody is named."""
    word, speech = reader.fold(site.high), reader.speech
    if (
        word in speech.that
        or word in speech.infinitives
        or word in speech.of
        or word in speech.links
        or not word[:1].isalnum()
    ):
        return site.high
    end = find_phrase(reader.tokens, site.high, reader.sentence.high, speech)
    if speech.shares:
        end = next((i for i in range(site.high + 1, end) if _opens_request(reader, i)), end)
    titled = end > site.high and reader.fold(end)[:1] == '"' and reader.fold(end - 1).endswith(("'s", "s'"))
    return end + 1 if titled else end  # told a paper's “Morning Show”


def _opens_request(reader: Reader, index: int) -> bool:
    """True for the "to release" of "asked the firm to release its books"."""
    if reader.fold(index) not in reader.speech.infinitives or not reader.fold(index + 1):
        return False
    speech, following = reader.speech, reader.tokens[index + 1]
    word = following.fold
    nominal = following.capital or word in speech.determiners or word in speech.possessors or word in speech.kinds
    return following.kind == "w" and not nominal


def _end_content(reader: Reader, site: Site, span: Range) -> Range:
    """`span` without what follows the clause or the object that is told."""
    attitude = bool(site.families & {"judges", "vows", "predicates"} and not site.families & {"says", "tells"})
    if not reader.speech.shares:
        return _end_object(reader, span) if attitude else span
    if reader.fold(site.left - 1) in reader.speech.relatives:
        span = end_relative(reader, span)
    clause = reader.fold(span[0] - 1) in reader.speech.that or not attitude
    if not clause and describes_subject(reader, site):
        span = end_before_predicate(reader, span)
    return end_clause(reader, span) if clause else end_object(reader, span)


def _end_object(reader: Reader, span: Range) -> Range:
    """An object ends where a new clause begins: at "but", or at a comma before a pronoun or a conjunction."""
    speech = reader.speech
    for index in range(span[0] + 1, span[1] - 1):
        word = reader.fold(index)
        ends = word in speech.contrasts or (speech.cased and word == ":")
        if ends or (word == "," and _opens_another(reader, index + 1)):
            return (span[0], index)
        if word in speech.joins and _opens_predicate(reader, index + 1):
            return (span[0], index)
    return span


def _ends_as_object(reader: Reader, site: Site, content: Range) -> bool:
    """True where the content is the object of a verb of attitude, which ends before the next verb."""
    if content[0] < site.high:
        return False
    speech, families = reader.speech, site.families
    told, spoken = reader.fold(content[0] - 1) in speech.that, bool(families & {"says", "tells"})
    if speech.cased:
        told = told or reader.fold(content[0] - 1) in (":", ",") or reader.tokens[content[0]].kind == "q"
        return bool(families & {"judges", "vows"}) and not (spoken and told)
    if speech.personal:
        return not told and ("judges" in families or bool(families & {"vows", "denies", "doubts"} and not spoken))
    objects = {"judges", "vows", *(("denies", "confirms", "doubts") if speech.that_required else ())}
    clause = told and "judges" not in families and speech.that_required
    return bool(families & objects) and not spoken and not clause


def _opens_predicate(reader: Reader, index: int) -> bool:
    """True for the "las calificó" of "rechazó las críticas y las calificó de …": a verb, behind its pronoun or not."""
    speech = reader.speech
    if not speech.clitics:
        return speech.cased and is_past(reader.tokens[index], speech)
    index += reader.fold(index) in speech.clitics | speech.determiners
    word = reader.fold(index)
    return word not in speech.nounlike and word in speech.verbs | speech.says | speech.weak | speech.judges


def _opens_another(reader: Reader, index: int) -> bool:
    """True for a conjunction, a pronoun, or a verb that begins what an object does not hold; "and" needs a pronoun."""
    speech, token = reader.speech, reader.tokens[index]
    if token.fold in speech.joins:
        following = reader.tokens[index + 1] if index + 1 < reader.sentence.high else None
        return speech.that_required and following is not None and is_pronoun(following, speech)
    if speech.cased and token.fold in speech.participles:
        return True  # осудил сделку, "назвав" её ошибкой
    verbs = (speech.participles, speech.says, speech.confirms, speech.denies, speech.auxiliaries)
    tells = speech.that_required and any(token.fold in words for words in verbs)
    return tells or token.fold in speech.coordinators | speech.openers or is_pronoun(token, speech)


def _find_rest(reader: Reader, index: int, left: Range) -> tuple[Range, ...]:
    """The quotation that goes on after the cue, as in “A,” X said, “B”, or the rest of a clause."""
    high = reader.sentence.last
    told = reader.speech.shares and reader.tokens[left[0]].kind != "q" and left[0] >= reader.sentence.low
    if told and (rest := find_interrupted(reader, index, left)):
        return (rest,)
    plain = not told and reader.tokens[left[1] - 1].kind != "q" and not has_verb(reader, *left)
    longer = index + (1 if reader.speech.cased else 2) < high
    if plain and reader.fold(index) == "," and longer and left[0] >= reader.sentence.low:
        return ((index + 1, high),)
    for ahead in range(index, min(index + 14, high)):
        if reader.tokens[ahead].kind == "q" and (reader.fold(ahead - 1) in _PAUSES or _follows(reader, index, ahead)):
            return () if _is_of_another(reader, ahead + 1) else ((ahead, ahead + 1),)
    return ()


def _follows(reader: Reader, index: int, ahead: int) -> bool:
    """True for the “B.” of “A,” she said “B.”: a whole sentence right behind the speaker, whose comma is missing."""
    whole = reader.speech.shares and ahead == index and reader.fold(ahead)[1:] in (".", "!", "?")
    return whole and (reader.tokens[index - 1].capital or reader.fold(index - 1) in reader.speech.says)


def _is_of_another(reader: Reader, index: int) -> bool:
    """True for the "said X" behind the “B,” of “A,” she said, and then “B,” said X."""
    speech, token = reader.speech, reader.tokens[index + 1] if index + 1 < reader.sentence.last else None
    if not speech.shares or token is None or reader.fold(index - 1) != '",' or reader.fold(index) not in speech.says:
        return False
    return token.capital or token.fold in speech.determiners


def is_speaker(reader: Reader, low: int, high: int) -> bool:
    """True when the phrase can name a speaker: capitals, a pronoun, a determiner or a noun for people and bodies."""
    speech, first = reader.speech, reader.tokens[low]
    idle = first.fold in speech.things and not (first.fold in speech.determiners and high - low > 1)
    dated = first.fold in speech.temporal and not (speech.noun_first and first.capital)
    lone = high - low == 1 and first.fold in speech.articles
    if dated or lone or idle or first.fold in speech.that:
        return False
    if first.capital or is_pronoun(first, speech) or first.fold in speech.determiners:
        return True
    if speech.cased and (first.kind == "q" or is_foreign_name(first, speech)):  # wrote «Berg»
        return True
    return any(t.fold in speech.kinds or t.fold in speech.roles or t.capital for t in reader.tokens[low:high])


def _find_interviewer(reader: Reader, site: Site, content: tuple[Range, ...]) -> Range | None:
    """Said X to AFP; said in an interview with AFP: a name after "to" or "with" near the cue, outside the content."""
    low = site.high
    for index in range(low, min(low + 16, reader.sentence.last - 1)):
        if any(a <= index < b for a, b in content) or reader.fold(index) in reader.speech.that:
            break
        if reader.fold(index) in reader.speech.hearings:
            end = find_phrase(reader.tokens, index + 1, reader.sentence.high, reader.speech)
            if end > index + 1 and any(t.capital for t in reader.tokens[index + 1 : end]):
                return (index + 1, end)
    return None
