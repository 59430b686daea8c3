"""Words that look like a verb of speech and mean something else: a call to the police, a man named Ruiz, a suspect."""

from stemma.extract.speech.cases.contents import is_infinitive
from stemma.extract.speech.phrases import find_subject
from stemma.extract.syntax.reading import Frame, Reader, Site
from stemma.extract.syntax.subjects import is_finite
from stemma.find.terms import per_language
from stemma.lang.language import Speech
from stemma.text import join_lists

_LONGEST_NOUN = 5  # words of "an old river site" before the word that names it

_LONGEST_GIFT = 8  # words of an object in which a noun for words is looked for
_ENDS = frozenset({",", ";", ":", "—", "–"})


def means_otherwise(reader: Reader, site: Site) -> bool:
    """True where the verb tells nothing in this place."""
    if not site.passive and _is_idiom(reader, site):
        return True
    named = _gives_name(reader, site) or _is_bare_noun(reader, site)
    return named or _gives_thing(reader, site) or _is_duty(reader, site)


def _is_duty(reader: Reader, site: Site) -> bool:
    """True for the "следует" of "следует закрыть", which is no "it follows that"."""
    impersonal = site.families == {"weak"} and reader.fold(site.low) in reader.speech.impersonals
    document = reader.fold(site.high) in reader.speech.house_links  # следует "из" отчётности
    return impersonal and not document and is_infinitive(reader, site.high, reader.sentence.last)


def _is_idiom(reader: Reader, site: Site) -> bool:
    """True for "called 911" and "responded to a fire": the word behind the verb, or behind its article."""
    listed = reader.speech.idioms.get(reader.fold(site.low))
    if not listed:
        return False
    index = site.high
    while reader.fold(index) in reader.speech.articles:
        index += 1
    return reader.fold(site.high) in listed or reader.fold(index) in listed


def _gives_thing(reader: Reader, site: Site) -> bool:
    """True for "offers courses" and "released the car", which pass on no words; not for "released a statement"."""
    speech = reader.speech
    loose = join_lists(speech.temporal, speech.links, speech.of, speech.agents)  # a report released on Monday
    if reader.fold(site.low) not in speech.gives or site.passive or reader.fold(site.high) in loose:
        return False
    for index in range(site.high, min(site.high + _LONGEST_GIFT, reader.sentence.last)):
        token = reader.tokens[index]
        listed = join_lists(speech.contents, speech.reports, speech.views, speech.pictures, speech.works, speech.words)
        clause = token.fold in speech.that or token.fold in speech.questions or token.fold in speech.infinitives
        if token.kind == "q" or token.fold in listed or clause or speech.kinds.get(token.fold) in ("document", "data"):
            return False
        if token.fold in _ENDS:
            break
    return True


def _gives_name(reader: Reader, site: Site) -> bool:
    """True for "a nurse named Ana Ruiz" and "on a site called “River Watch”": only a noun gets its name."""
    speech, tokens, named = reader.speech, reader.tokens, site.high
    if reader.fold(site.low) not in speech.namings or _is_helped(reader, site) or named - site.low > 1:
        return False
    bare = named < reader.sentence.last and (tokens[named].capital or tokens[named].kind == "q")
    noun = tokens[site.left - 1]
    return bare and noun.kind == "w" and not noun.capital and _is_indefinite(reader, site.left)


def _is_helped(reader: Reader, site: Site) -> bool:
    """True for the "has named" of a verb with its subject, not for a woman "also named" so."""
    helpers = join_lists(reader.speech.auxiliaries, reader.speech.be)
    return any(reader.fold(index) in helpers for index in range(site.left, site.low))


def _is_indefinite(reader: Reader, end: int) -> bool:
    """True where the noun before `end` is one of many: "a nurse", "an old river site", "two men"."""
    speech = reader.speech
    for index in range(end - 1, max(end - _LONGEST_NOUN, reader.sentence.low - 1), -1):
        word = reader.fold(index)
        if word in speech.articles - speech.definites or word[:1].isdigit() or word in reader.numbers:
            return True
        if reader.tokens[index].kind != "w" or word in join_lists(speech.determiners, speech.links):
            return False
    return False


def _is_bare_noun(reader: Reader, site: Site) -> bool:
    """True for the "champion" of "the Arden champion Ruiz lost": a plural verb, and a singular name before it."""
    speech, word, before = reader.speech, reader.fold(site.low), reader.fold(site.low - 1)
    bare = speech.shares and site.left == site.low and word in speech.nounlike
    relative = reader.fold(site.high) in speech.that and is_finite(reader, site.high + 1)  # emails that leaked
    if bare and (relative or (word.endswith("s") and _is_plural_verb(reader, site.high))):
        return True
    if not bare or word.endswith("s") or before.endswith("s") or reader.fold(site.high) in speech.that:
        return False
    subject = find_subject(reader.tokens, site.low, reader.sentence.low, speech)
    if subject is None or subject[1] != site.low or reader.fold(subject[0]) not in speech.definites | speech.articles:
        return False
    small = join_lists(speech.joins, speech.of, speech.links, speech.unmarked, speech.groups)
    plain = not any(reader.fold(index) in small for index in range(*subject))
    return plain and (reader.tokens[site.low - 1].capital or before in reader.numbers)


def _is_plural_verb(reader: Reader, index: int) -> bool:
    """True for the "show" of "court records show": what stands before it is its subject."""
    speech, word = reader.speech, reader.fold(index)
    known = word in speech.says or word in speech.weak
    return known and word not in speech.nounlike and not word.endswith(("s", *speech.verb_endings))


@per_language
def _list_openings(speech: Speech) -> frozenset[str]:
    """The first words of "according to" and its like."""
    return frozenset(phrase.partition(" ")[0] for phrase in speech.according)


def has_voice(reader: Reader, frame: Frame) -> bool:
    """False where the words before the verb can be nobody: "denied", "according to Ruiz", "on Monday"."""
    speech, source = reader.speech, frame.source
    if source is None or not speech.shares or frame.antecedent is not None:
        return True
    first = reader.tokens[source[0]]
    if first.fold in _list_openings(speech) and first.fold not in join_lists(speech.links, speech.of, speech.agents):
        return False
    if source[1] - source[0] == 1 and not first.capital and first.fold.endswith(speech.verb_endings):
        return first.fold in speech.kinds or first.fold in speech.roles
    return not all(reader.fold(index) in speech.temporal for index in range(*source))
