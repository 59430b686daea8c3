"""What is told behind its cue: what stands between the two, and where a clause or an object opens."""

from stemma.extract.speech.cases.contents import find_bare_opening, find_marked_content
from stemma.extract.speech.frames import has_verb
from stemma.extract.speech.phrases import is_adverb, is_clitic, is_pronoun
from stemma.extract.speech.verbal.telling import is_judged
from stemma.extract.syntax.reading import Range, Reader, Site
from stemma.extract.syntax.subjects import is_finite
from stemma.text import join_lists

_TO_DOCUMENT = 8  # tokens of "poll of the whole county on Monday" before its verb
_SUBJECT = 8  # tokens of a subject and its verb
_ADJUNCT = 10  # tokens of "Sunday at a rally" between a verb and its infinitive
OBJECTS = frozenset({"judges", "denies", "doubts", "retracts", "confirms"})  # families that take an object


def find_right_content(reader: Reader, site: Site, after: int | None = None) -> tuple[Range, ...]:
    """What follows the cue, by what its families allow."""
    if reader.speech.cased:
        content, index = find_marked_content(reader, site, after or site.high)
        start = _find_cased_opening(reader, index, site) if not content and index < reader.sentence.last else None
        return content if start is None else ((start, reader.sentence.last),)
    index, high = _skip_adjuncts(reader, after or site.high), reader.sentence.last
    if reader.speech.shares and "vows" in site.families:
        index = _skip_to_infinitive(reader, index)
    if index >= high:
        return ()
    word, speech = reader.fold(index), reader.speech
    comma = word == "," and (speech.comma_content or (index + 1 < high and reader.tokens[index + 1].kind == "q"))
    if comma and reader.fold(index + 1) in speech.that:
        index += 1
    if word in speech.that or word == ":" or comma:
        return ((index + 1, high),) if index + 1 < high else ()
    if reader.tokens[index].kind == "q":
        return ((index, high),)
    if word in speech.infinitives:
        told = "vows" in site.families and high - index > 1 and opens_infinitive(reader, index)
        told = told or (speech.that_required and index + 1 < high and reader.tokens[index + 1].kind == "q")
        return ((index + 1, high),) if told else ()
    start = _find_opening(reader, index, site)
    return ((start, high),) if start is not None else ()


def _needs_that(reader: Reader, index: int, site: Site) -> bool:
    """True where the language puts "that" before every clause, and the verb takes no object for a content."""
    objects = {"judges", "denies", "doubts", "retracts", "confirms"}
    return reader.speech.that_required and not site.families & objects


def _find_infinitive_inside(reader: Reader, index: int, site: Site) -> int | None:
    """`index` where "te" and an infinitive stand later in the clause: zegt niets van de zaak te weten."""
    if not reader.speech.verb_brackets or "vows" not in site.families:
        return None
    for ahead in range(index, min(index + 18, reader.sentence.last - 1)):
        if reader.fold(ahead) in (",", ";") or reader.tokens[ahead].kind == "q":
            return None
        if reader.fold(ahead) in reader.speech.infinitives and not reader.tokens[ahead + 1].capital:
            return index
    return None


def _find_quotation_inside(reader: Reader, index: int) -> int | None:
    """Where an object with a quotation begins: called it “a shame"."""
    following = reader.tokens[index + 1 : index + 2]
    if reader.fold(index) in reader.speech.links | reader.speech.of and not any(t.kind == "q" for t in following):
        return None
    for ahead in range(index, min(index + 14, reader.sentence.last)):
        if reader.fold(ahead) == ",":
            return None
        if reader.tokens[ahead].kind == "q":
            return index
    return None


def opens_infinitive(reader: Reader, index: int) -> bool:
    """True for "di" before an infinitive; where the language tells no endings, for any "to"."""
    endings, following = reader.speech.infinitive_endings, index + 1
    if not endings:
        return reader.fold(index) in reader.speech.infinitives
    while following < index + 3 and reader.fold(following) in reader.speech.negations | reader.speech.clitics:
        following += 1
    return reader.fold(index) in reader.speech.infinitives and reader.fold(following).endswith(endings)


def _find_cased_opening(reader: Reader, index: int, site: Site) -> int | None:
    """Where an object or an infinitive begins: no clause follows a verb bare."""
    if reader.tokens[index].kind == "p" and reader.fold(index) not in "$€£#@([":
        return None
    opening = find_bare_opening(reader, index, site)
    objects = opening is None and site.families & OBJECTS and not is_adverb(reader.tokens[index], reader.speech)
    return index if objects and _may_open_object(reader, index) else opening


def _is_bare_infinitive(reader: Reader, index: int) -> bool:
    """True for the "enquêter" of "dit enquêter sur l'incident"."""
    speech, token = reader.speech, reader.tokens[index]
    if not speech.bare_infinitives or token.capital or token.fold in speech.kinds:
        return False
    formed = len(token.fold) > 4 and token.fold.endswith(speech.infinitive_endings)
    return token.fold in speech.bare_infinitives or formed


def _find_opening(reader: Reader, index: int, site: Site) -> int | None:
    """Where a clause or an object without "that" begins, when the families of the cue allow one."""
    families, high = site.families, reader.sentence.last
    mark = reader.tokens[index].kind == "p" and reader.fold(index) not in "$€£#@(["
    if mark or all(is_adverb(token, reader.speech) for token in reader.tokens[index:high]):
        return None
    infinitive = families & {"says", "confirms", "denies"} and _is_bare_infinitive(reader, index)
    if _needs_that(reader, index, site) and not infinitive:
        return _find_infinitive_inside(reader, index, site) or _find_quotation_inside(reader, index)
    if infinitive or (families & {"says", "confirms", "tells"} and _may_open_clause(reader, index, site)):
        return index
    if "doubts" in families and reader.fold(index) in reader.speech.links and index + 2 < high:
        return index + 1
    personal = reader.fold(index) in reader.speech.personal and families & {"judges", "retracts"}
    attitude = families & {"judges", "predicates", "denies", "doubts", "retracts", "confirms"}
    if attitude and (personal or _is_bare_be(reader, index) or _may_open_object(reader, index)):
        manner = (
            reader.speech.that_required
            and not reader.tokens[index].capital
            and reader.fold(index).endswith(reader.speech.adverb_endings or "-")
        )
        return index + 1 if manner and index + 1 < high else index
    counted = reader.fold(index)[:1].isdigit()
    verbal = "weak" in families and _may_open_clause(reader, index, site) and (counted or has_verb(reader, index, high))
    found = "weak" in families and (is_judged(reader, site, index) or _is_finding(reader, index, site))
    return index if verbal or found else None


def _is_finding(reader: Reader, index: int, site: Site) -> bool:
    """True for "the poll this week found few who …": what a document finds is told, though no clause follows."""
    speech = reader.speech
    if not speech.shares or reader.fold(site.low) not in speech.perceives or not _may_open_object(reader, index):
        return False
    near = range(max(reader.sentence.low, site.left - _TO_DOCUMENT), site.left)
    return any(speech.kinds.get(reader.fold(i)) in ("document", "data") for i in near)


def _is_bare_be(reader: Reader, index: int) -> bool:
    """True for the "be" of "vowed to be stricter", whose "to" belongs to the cue."""
    return reader.fold(index) in reader.speech.be and reader.fold(index - 1) in reader.speech.infinitives


def _may_open_clause(reader: Reader, index: int, site: Site) -> bool:
    word, speech = reader.fold(index), reader.speech
    if reader.sentence.last - index < 2:
        return False
    if word in speech.links or word in speech.of or word in speech.coordinators or word in speech.agents:
        return (
            "says" in site.families
            and word in speech.links
            and has_verb(reader, index, reader.sentence.last)
            and "," not in [t.fold for t in reader.tokens[index : index + 2]]
        )
    return True


def _may_open_object(reader: Reader, index: int) -> bool:
    token, speech = reader.tokens[index], reader.speech
    if token.fold in speech.questions and reader.fold(index - 1) in speech.links | speech.of:
        return True  # nervous about what comes
    if (
        token.fold in speech.links
        or token.fold in speech.of
        or token.fold in speech.be
        or (token.fold in speech.auxiliaries and not speech.noun_first)
    ):
        return False
    return (
        token.fold not in speech.coordinators and token.fold not in speech.openers and token.fold not in speech.temporal
    )


def is_time(reader: Reader, index: int) -> bool:
    """True for "Friday", and for the "el" of "el viernes"."""
    speech, word = reader.speech, reader.fold(index)
    if speech.noun_first and reader.tokens[index].capital:  # Hari, Agus and Minggu are names as well
        return False
    if word in speech.temporal:
        return True
    if word not in speech.determiners:
        return False
    # el próximo lunes
    if speech.shares and reader.fold(index + 2) in speech.of:
        return False  # each year of school
    return reader.fold(index + 1) in speech.temporal or (
        speech.noun_first and reader.fold(index + 2) in speech.temporal
    )


def _skip_adjuncts(reader: Reader, index: int) -> int:
    """Passes adverbs, times and "in a statement" on the way from the cue to its content."""
    speech, high = reader.speech, reader.sentence.last
    index = skip_adverbs(reader, _skip_connective(reader, index))
    if (speech.that_required or speech.shares) and reader.fold(index) in (",", "—", "–"):
        index = _skip_aside(reader, index)
    if speech.that_required and reader.fold(index) in speech.articles:
        index = _skip_hearers(reader, index)
    if speech.shares and (end := _find_period_end(reader, index)) > index:
        return end
    word = reader.fold(index)
    adjunct = index < high and (word in speech.links or word in speech.temporal or word in speech.of)
    adjunct = adjunct or (speech.noun_first and reader.fold(index).isdigit())  # martes "28 de enero de 2020" que
    if adjunct and (
        reader.fold(index) not in speech.infinitives
        or not opens_infinitive(reader, index)
        or (speech.shares and _is_nominal(reader, index + 1))
    ):
        return _find_adjunct_end(reader, index)
    return _skip_occasion(reader, index) if speech.shares and word in speech.openers else index


def _skip_occasion(reader: Reader, index: int) -> int:
    """Where the "that" of "told reporters after the match that" stands; `index` where a clause is between.

    "On how it earns money and whether it pays" tells two things, the first of them from "how" on.
    """
    speech, that = reader.speech, _find_adjunct_end(reader, index)
    between = [reader.fold(at) for at in range(index + 1, that)]
    if reader.fold(that) not in speech.that or not between or between[-1] in speech.joins:
        return index
    return index if has_verb(reader, index, that) else that


def _find_period_end(reader: Reader, index: int) -> int:
    """Where "for weeks" ends before a pronoun that opens what is told; `index` where nothing of the kind stands."""
    speech = reader.speech
    if reader.fold(index) not in speech.of and reader.fold(index) not in speech.links:
        return index
    last = next((i for i in range(index + 1, index + 4) if reader.fold(i) in speech.temporal), index)
    if last == index or last + 2 >= reader.sentence.last:
        return index
    token = reader.tokens[last + 1]
    told = is_pronoun(token, speech) or is_clitic(token.fold, speech) or _opens_told(reader, last + 1)
    return last + 1 if told else index


def _opens_told(reader: Reader, index: int) -> bool:
    """True for "the talk was cordial" behind a time: a noun phrase of a few words, and its verb."""
    speech, token = reader.speech, reader.tokens[index]
    if not (token.capital or token.fold in speech.determiners) or token.kind != "w":
        return False
    for ahead in range(index + 1, min(index + _SUBJECT, reader.sentence.last)):
        word = reader.tokens[ahead]
        if word.kind != "w" or word.fold in join_lists(speech.relatives, speech.that, speech.infinitives):
            return False
        if is_finite(reader, ahead):
            return True
    return False


def _is_nominal(reader: Reader, index: int) -> bool:
    """True for the "reporters" of "said to reporters", which is no verb."""
    speech, token = reader.speech, reader.tokens[index] if index < reader.sentence.last else None
    if token is None or token.kind != "w":
        return False
    owned = token.fold in speech.determiners or token.fold in speech.possessors or token.fold in speech.owners
    nouns = (speech.kinds, speech.roles, speech.persons, speech.groups)
    return token.capital or owned or any(token.fold in words for words in nouns)


def _skip_to_infinitive(reader: Reader, index: int) -> int:
    """Where the "to" of "promised Sunday at a rally to leave" stands; `index` where a clause or a mark comes first."""
    speech = reader.speech
    word = reader.fold(index)
    if word in speech.infinitives or word not in join_lists(speech.links, speech.temporal):
        return index
    for ahead in range(index + 1, min(index + _ADJUNCT, reader.sentence.last - 1)):
        word, following = reader.fold(ahead), reader.tokens[ahead + 1]
        if word in speech.infinitives:
            nominal = following.capital or following.fold in speech.determiners | speech.possessors | speech.persons
            return index if nominal or following.kind != "w" else ahead
        if reader.tokens[ahead].kind != "w" or word in join_lists(
            speech.that, speech.relatives, speech.be, speech.auxiliaries
        ):
            break
    return index


def _find_adjunct_end(reader: Reader, index: int) -> int:
    """Where "that", a colon, a quotation or an infinitive follows "in a statement"; `index` where none does."""
    speech = reader.speech
    for ahead in range(index, min(index + 16, reader.sentence.last)):
        token = reader.tokens[ahead]
        if token.fold in speech.that or token.fold == ":" or _opens_content(reader, ahead):
            return ahead
        if speech.infinitive_endings and opens_infinitive(reader, ahead):
            return ahead
        if speech.shares and ahead > index + 1 and _opens_question(reader, index, ahead):
            return ahead
        if token.fold in speech.bare_infinitives and not token.capital and ahead > index + 1:
            return ahead
        titled = token.kind == "q" and reader.fold(ahead - 1).endswith(("'s", "s'"))  # on a station's “Morning Show”
        if token.fold in (",", ";") or (token.kind == "q" and not titled):
            break
    return index


def _opens_question(reader: Reader, low: int, index: int) -> bool:
    """True for the "why" of "explained to the paper why he left"."""
    speech, word = reader.speech, reader.fold(index)
    asked = word in speech.questions and word not in speech.relatives and word not in speech.links
    return asked and not has_verb(reader, low, index)


def _skip_connective(reader: Reader, index: int) -> int:
    """Passes ", además," between a verb and its content."""
    if reader.fold(index) != ",":
        return index
    comma = next((i for i in range(index + 2, min(index + 6, reader.sentence.last)) if reader.fold(i) == ","), None)
    if comma is None:
        return index
    words = " ".join(reader.fold(i) for i in range(index + 1, comma))
    return comma + 1 if words in reader.speech.connectives else index


def skip_adverbs(reader: Reader, index: int) -> int:
    """Passes times, and adverbs before what may be told."""
    speech, high = reader.speech, reader.sentence.last
    while index < high and is_time(reader, index):
        index += 1
    if speech.that_required:
        index = _skip_time(reader, index)
    ahead = index
    while ahead < high and (reader.fold(ahead) in speech.temporal or is_adverb(reader.tokens[ahead], speech)):
        ahead += 1
    if ahead >= high:
        return index
    word = reader.fold(ahead)
    marked = word in (":", ",") or word in speech.that or word in speech.infinitives
    return ahead if marked or reader.tokens[ahead].kind == "q" else index


def _skip_time(reader: Reader, index: int) -> int:
    """Passes "na quarta-feira" and "nesta terça-feira (5)", a preposition and a time, on the way to the content."""
    speech, end = reader.speech, index
    while reader.fold(end) in speech.links | speech.articles and end < index + 2:
        end += 1
    if reader.fold(end) not in speech.temporal:
        return index
    while reader.fold(end) in speech.temporal or reader.fold(end).isdigit() or reader.fold(end) in speech.of:
        end += 1
    if reader.fold(end) == "(" and reader.fold(end + 2) == ")":
        end += 3
    return end - (reader.fold(end - 1) in speech.of)


def _skip_aside(reader: Reader, index: int) -> int:
    """Where the "que" of "affirmou, em nota, que" stands; `index` where no "that" follows the second comma."""
    mark = reader.fold(index)
    close = next((i for i in range(index + 2, index + 9) if reader.fold(i) == mark), index)
    if reader.speech.shares and mark == "," and has_verb(reader, index, close):
        return index
    return close + 1 if reader.fold(close + 1) in reader.speech.that and close > index else index


def _skip_hearers(reader: Reader, index: int) -> int:
    """Where the "que" of "disse a jornalistas que" stands; `index` where more than a noun is between."""
    that = next((i for i in range(index + 1, index + 5) if reader.fold(i) in reader.speech.that), index)
    plain = all(reader.tokens[i].kind == "w" for i in range(index, that)) and not has_verb(reader, index, that)
    return that if plain else index


def _opens_content(reader: Reader, comma: int) -> bool:
    """True for a comma before a quotation, and before ", dass"."""
    if reader.fold(comma) != "," or comma + 1 >= reader.sentence.last:
        return False
    that = reader.speech.comma_content and reader.fold(comma + 1) in reader.speech.that
    return that or reader.tokens[comma + 1].kind == "q"
