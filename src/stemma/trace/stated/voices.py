"""Whether a source's words name somebody who speaks, and whether anything is said: where not, there is no link.

A subject can be cut where a noun looks like a verb, a picture shows, a heading has a participle for its verb: such
attributions may stand in an article's reading, but nobody has anything from them.
"""

from collections.abc import Sequence
from itertools import pairwise

from stemma.find.terms import per_language
from stemma.lang.language import Language, Speech
from stemma.model import Article, Attribution
from stemma.text import WORD, find_word_before, join_lists
from stemma.trace.stated.soundness import list_sources, opens_with_that, read_words

BEFORE = 24  # characters before a source in which its last word stands
LONGEST_TITLE = 8  # words of a title that is called, not said


def is_voiced(attribution: Attribution, article: Article, language: Language) -> bool:
    """True where the words of the source name a voice, and those of the cue pass something on."""
    speech, source = language.speech, attribution.source.text
    words, cue = read_words(source), set(read_words(attribution.cue.text))
    if not words or not cue or attribution.scope == "article":
        return True
    if _is_self(words, speech) or _is_share(words, language) or _is_referring(words, speech):
        return False
    if _is_bound(attribution, words, article, speech) or _is_rate(attribution, cue, language):
        return False
    return not speech.shares or not (
        _is_no_source(attribution, words, article, speech) or _says_nothing(attribution, cue, article, speech)
    )


def _is_no_source(attribution: Attribution, words: Sequence[str], article: Article, speech: Speech) -> bool:
    """True where the words of the source are a heading, a verb, or a phrase without its noun."""
    return _is_label(attribution, article) or _is_verbal(attribution, words, article, speech) or _is_cut(words, speech)


def _says_nothing(attribution: Attribution, cue: set[str], article: Article, speech: Speech) -> bool:
    """True where something is shown, seen or called, or told of the source itself."""
    if _is_unseen(attribution, cue, speech) or _is_empty(attribution, speech) or _is_no_verb(attribution, speech):
        return True
    if (cue & find_saying(speech)) - speech.accuses:
        return False
    return (
        _is_shown(attribution, article, speech)
        or _is_title(attribution)
        or _is_accused(attribution, cue, article, speech)
    )


@per_language
def find_saying(speech: Speech) -> frozenset[str]:
    """Verbs that say nothing but that something is said."""
    return speech.says - speech.judges - speech.perceives | speech.tells | speech.according


def _is_self(words: Sequence[str], speech: Speech) -> bool:
    """True for "I", whom somebody quotes, and for "There's": nobody speaks."""
    dummy = "'" in words[0] and words[0].split("'")[0] in speech.things
    return len(words) == 1 and (words[0] in speech.selves or dummy)


def _is_share(words: Sequence[str], language: Language) -> bool:
    """True for "70 percent": so many were asked, and whoever asked them is not named."""
    units = language.counting.units
    small = join_lists(language.speech.articles, language.speech.determiners)
    counted = [word for word in words if word not in small or word.isdigit()]
    return bool(counted) and all(word.isdigit() or units.get(word) == "percent" for word in counted[-2:])


def _is_rate(attribution: Attribution, cue: set[str], language: Language) -> bool:
    """True for "two dollars per team": so much for each, and no source."""
    source = attribution.source.text
    return cue <= language.counting.per and source.islower() and " " not in source


def _is_referring(words: Sequence[str], speech: Speech) -> bool:
    """True for "his words", "this claim": somebody's, named elsewhere."""
    if not speech.capital_nouns or len(words) != 2:
        return False
    small, nouns = join_lists(speech.possessors, speech.determiners), join_lists(speech.reports, speech.words)
    return words[0] in small and words[1] in nouns


def _is_bound(attribution: Attribution, words: Sequence[str], article: Article, speech: Speech) -> bool:
    """True for the "of Halden" of "the envoy of Halden", and for what stands behind the colon of a time of day."""
    span = attribution.source.span
    if span is None or not span.start:
        return False
    if words[0].isdigit() and article.text[span.start - 1] == ":":
        return True
    called = find_word_before(article.text, span.start, BEFORE) if words[0] in speech.of else []
    return any(word in speech.roles or word in speech.kinds for word in called)


def _is_verbal(attribution: Attribution, words: Sequence[str], article: Article, speech: Speech) -> bool:
    """True for the verb in "which they claim shows", for "said a clerk" and for "named in an indictment"."""
    source, span = attribution.source.text, attribution.source.span
    if span is None:
        return False
    name = attribution.source.name
    if _holds_verb(words, speech) or (name[:1].islower() and _opens_with_verb(read_words(name), speech)):
        return True
    if source[:1].isupper():
        return False
    before = find_word_before(article.text, span.start, BEFORE)
    verb = len(words) == 1 and words[0] in join_lists(speech.says, speech.weak)
    return _opens_with_verb(words, speech) or (
        verb and not join_lists(speech.persons, speech.groups, speech.selves).isdisjoint(before)
    )


def _holds_verb(words: Sequence[str], speech: Speech) -> bool:
    """True for "a crew recorded", and for "a car followed and police": a clause of its own."""
    said = join_lists(speech.says, speech.weak)
    if len(words) > 2 and words[-1].endswith(speech.verb_endings) and words[-1] in said:
        return True
    pairs = pairwise(words[1:])
    return any(word.endswith(speech.verb_endings) and after in speech.joins for word, after in pairs)


def _opens_with_verb(words: Sequence[str], speech: Speech) -> bool:
    """True for "said a clerk", "named in an indictment", "cuts to the diver" and "ties to the port"."""
    first, *others = words
    if not others or first in speech.roles or first in speech.kinds:
        return False
    if first in speech.says or first in speech.tells:
        return True
    if first.endswith(speech.verb_endings):
        return others[0] in speech.links or others[0] in speech.agents
    return others[0] in speech.infinitives and first.endswith("s") and not first.endswith(speech.agent_endings)


def _is_cut(words: Sequence[str], speech: Speech) -> bool:
    """True for "all of the" and "several unknown": the noun is missing."""
    if len(words) > 1 and words[-1] in join_lists(speech.articles, speech.of):
        return True
    counted = words[0] in speech.determiners and words[0] not in speech.articles and len(words) == 2
    if not counted or words[1] in join_lists(speech.of, speech.groups, list_sources(speech)):
        return False
    return not words[1].endswith(("s", *speech.agent_endings)) and words[0] in speech.kinds


def _is_label(attribution: Attribution, article: Article) -> bool:
    """True for the "Plans" of "Plans: Mayor Dorval opens the lock and said …": a heading, where the colon is no cue."""
    source, cue = attribution.source.span, attribution.cue.span
    colon = source is not None and article.text[source.end : source.end + 1] == ":"
    return colon and source is not None and cue is not None and cue.start > source.end


def _is_unseen(attribution: Attribution, cue: set[str], speech: Speech) -> bool:
    """True for "has not seen the film", and for “C” behind what somebody found: nothing is said by that."""
    if not cue & speech.perceives or cue & join_lists(speech.says, speech.tells, speech.judges):
        return False
    return attribution.stance == "doubts" or attribution.type == "direct"


def _is_no_verb(attribution: Attribution, speech: Speech) -> bool:
    """True for "both suspects are …" and "ports thought by many to …": a noun, or a participle of the subject."""
    first, told = read_words(attribution.source.text)[:1], read_words(attribution.content.text)[:1]
    if attribution.type == "indirect" and not speech.agents.isdisjoint(told):
        return True
    counted = not speech.determiners.isdisjoint(first) and attribution.cue.text.endswith("s")
    return counted and not join_lists(speech.be, speech.auxiliaries).isdisjoint(told)


def _is_empty(attribution: Attribution, speech: Speech) -> bool:
    """True for a pronoun alone, as in "it was rejected by the judge", for "last week", and where no word is left."""
    words = read_words(attribution.content.text)
    alone = len(words) == 1 and words[0] in join_lists(speech.things, speech.persons, speech.groups)
    time = join_lists(speech.temporal, speech.determiners, speech.links)
    return time.issuperset(words) or (alone and attribution.type == "indirect")


def _is_shown(attribution: Attribution, article: Article, speech: Speech) -> bool:
    """True for "the video shows the harbour" and "a film called “Low Tide”": a picture says nothing by itself."""
    marks = join_lists(speech.of, speech.links, speech.relatives, speech.agents)
    words = read_words(attribution.source.text.split(",")[0]) or ("",)
    end = next((at for at, word in enumerate(words) if at and word in marks), len(words))
    return words[end - 1] in speech.pictures and not opens_with_that(attribution, article, speech)


def _is_title(attribution: Attribution) -> bool:
    """True for “Low Tide” in quotation marks: so something or somebody is called."""
    words = [match.group() for match in WORD.finditer(attribution.content.text)]
    long = [word for word in words if len(word) > 3]
    named = bool(long) and all(word[0].isupper() for word in long)
    return attribution.type == "direct" and len(words) <= LONGEST_TITLE and named


def _is_accused(attribution: Attribution, cue: set[str], article: Article, speech: Speech) -> bool:
    """True for "a man suspected in the fire" and "Halden man charged": something is said of them."""
    span = attribution.cue.span
    if span is None or not cue & speech.accuses or attribution.type == "direct":
        return False
    return not opens_with_that(attribution, article, speech)
