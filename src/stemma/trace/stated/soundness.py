"""Whether an indirect attribution is sure enough to make a link: somebody who can speak, and a fact that is told.

The extractor also finds attitudes, and now and then a verb in another sense; a wrong link harms, so links need more.
"""

from functools import lru_cache

from stemma.find.terms import per_language
from stemma.lang.attitudes import name_sources
from stemma.lang.language import Language, Speech
from stemma.model import Article, Attribution
from stemma.text import find_word_before, find_words, join_lists

SHORTEST_VERB = 3  # letters; shorter words with the ending of a verb are others: red, bed
BEFORE_CONTENT = 12  # characters before what is told in which its "that" stands
LONGEST_OBJECT = 30  # characters before the colon of "a statement: C"
LONGEST_CLAUSE = 40  # words in which the verb of what is told must stand
list_sources = per_language(name_sources)


@lru_cache(maxsize=1024)
def read_words(text: str) -> tuple[str, ...]:
    """The folded words of a cue, a source or what is told: one check after the other looks at them."""
    return tuple(find_words(text))


def is_sound(attribution: Attribution, article: Article, language: Language) -> bool:
    """True where the source can speak, and what it tells is a clause.

    Only languages whose extractor reads attitudes (`Speech.shares`) are held to it.
    """
    speech, source = language.speech, attribution.source
    if not speech.shares or attribution.stance != "asserts" or not attribution.cue.text:
        return True
    mute = source.kind == "unnamed" and not _can_speak(source.text, speech)
    if mute or _is_clause_by_itself(source.text, speech) or _is_asked(attribution, article, speech):
        return False
    words = read_words(attribution.cue.text)
    cue = {*words, " ".join(words)}
    sure = join_lists(speech.according, speech.cites, speech.origins, speech.breaks, speech.rates)
    if attribution.type == "direct" or cue & sure or _stands_before(attribution) or _is_document(source.text, speech):
        return True
    if attribution.type == "mixed":
        return source.kind != "unnamed" or cue & speech.judges <= speech.says
    if _follows_that(attribution, article, speech):
        return True
    return cue & speech.weak <= join_lists(speech.says, speech.tells) and _is_clause(attribution.content.text, speech)


def _is_clause_by_itself(text: str, speech: Speech) -> bool:
    """True for "a guard was found by a man": a source with a verb of its own, outside any relative clause."""
    words, verbs = read_words(text), join_lists(speech.be, speech.auxiliaries)
    verb = next((at for at, word in enumerate(words) if at and word in verbs), None)
    return verb is not None and speech.relatives.isdisjoint(words[:verb])


def _is_asked(attribution: Attribution, article: Article, speech: Speech) -> bool:
    """True for "the guard wondered whether C": asked, and not told."""
    if attribution.type == "direct":
        return False
    before = find_word_before(article.text, attribution.content.spans[0].start, BEFORE_CONTENT)
    first = read_words(attribution.content.text)[:1]
    opening = {*before, *(first if speech.that.isdisjoint(before) else ())}  # "made it clear that if …" is told
    return bool(opening & speech.possible & speech.openers)


def _is_document(text: str, speech: Speech) -> bool:
    """True for a source that is written: "the report lists seventeen faults"."""
    return any(word in speech.reports or speech.kinds.get(word) in ("document", "data") for word in read_words(text))


def _stands_before(attribution: Attribution) -> bool:
    """True for "The dam leaks, X said": nothing but what is told stands before its cue."""
    cue = attribution.cue.span
    return cue is None or attribution.content.spans[0].start < cue.start


def _can_speak(text: str, speech: Speech) -> bool:
    """True for a noun for people, bodies and texts; false for numbers, clauses, things, and nobody in particular."""
    words = read_words(text)
    relative = next((at for at, word in enumerate(words) if at and word in speech.relatives), len(words))
    words = words[:relative]  # "who asked not to be named" has a verb of its own
    if not join_lists(list_sources(speech), speech.persons, speech.groups).isdisjoint(words):
        return join_lists(speech.be, speech.auxiliaries).isdisjoint(words)
    if len(words) <= 1 or any(_is_verb(word, speech) for word in words):
        return False
    counted = words[0] in speech.determiners and words[0] not in speech.articles
    several = counted and words[-1].endswith("s")  # two clerks
    return several or any(word.endswith(speech.agent_endings) for word in words)


def _follows_that(attribution: Attribution, article: Article, speech: Speech) -> bool:
    """True where "that" or a colon opens the content, or a colon stands near its beginning: "a statement: C"."""
    start = attribution.content.spans[0].start
    before = article.text[max(0, start - BEFORE_CONTENT) : start]
    if before.rstrip().endswith(":") or ":" in attribution.content.text[:LONGEST_OBJECT]:
        return True
    return opens_with_that(attribution, article, speech)


def opens_with_that(attribution: Attribution, article: Article, speech: Speech) -> bool:
    """True where "that" stands right before the content."""
    start = attribution.content.spans[0].start
    return not speech.that.isdisjoint(find_word_before(article.text, start, BEFORE_CONTENT))


def _is_clause(content: str, speech: Speech) -> bool:
    """True where the words have a finite verb before the first relative, conjunction or comma."""
    head = read_words(content.split(",", maxsplit=1)[0])
    for word in (head if len(head) > 2 else read_words(content))[:LONGEST_CLAUSE]:
        if word in speech.relatives:
            return False
        if _is_verb(word, speech):
            return True
    return False


def _is_verb(word: str, speech: Speech) -> bool:
    return word in join_lists(speech.be, speech.auxiliaries, speech.verbs) or (
        word.endswith(speech.verb_endings) and len(word) > SHORTEST_VERB
    )
