"""Who does what to whom: the same two names in swapped roles, and one name put in the place of another."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import permutations

from stemma.lang import find_language
from stemma.match.profiles import FEWEST_DOERS, Profile
from stemma.match.slots import do_places_clash
from stemma.match.words import Word
from stemma.text import find_words, fold

ALIKE = 0.7  # share of the longer sentence's words that both have, before the order of names means anything
LEAST = 0.3  # the same without names, which cases may change
FRAME = 0.6  # share of all words that stand in the same order in both
AROUND = 0.8  # share of the other words, where both have a name of their own
FEWEST = 2
LEAST_SIDES = 3  # telling words: two sides and a verb
SUBJECT = 4  # telling words with which a sentence opens, among them who does it
ENDING = 3  # letters that cases and spellings may change
SHORTEST = 4  # letters that two forms of a name have in common
# What two sides do together has no direction: who is named first says nothing.
MUTUAL = frozenset({"agreement", "discuss", "friend", "marri", "meet", "negoti", "play", "talk", "treati", "join"})


def do_roles_swap(one: Profile, other: Profile) -> bool:
    """True where nearly the same words have two names the other way round about a verb that does not turn."""
    x, y = one.around, other.around
    shared, most = len(one.context.keys() & other.context.keys()), max(len(one.context), len(other.context))
    if shared < LEAST * most:
        return False
    doers = _count_doers(x, y)  # no fewer than the pairs of names, and found faster
    if doers < FEWEST_DOERS or shared + doers < ALIKE * most:
        return False
    if not (_names_doers_first(one) and _names_doers_first(other)):
        return False
    names = list(_pair_names(x, y))
    if len(names) < FEWEST_DOERS or shared + sum(x[i].concept != y[j].concept for i, j in names) < ALIKE * most:
        return False
    if any(w.agent for w in x) != any(w.agent for w in y) or (_has_cases(one) and _are_unchanged(names, x, y)):
        return False
    here, there = _find_once(x), _find_once(y)
    verbs = [(here[concept], there[concept]) for concept in sorted(here.keys() & there.keys())]
    return any(
        i < v < k and m < u < j and max(i, m) < SUBJECT
        for (i, j), (k, m) in permutations(names, 2)
        for v, u in verbs
        if x[v].concept not in MUTUAL
    )


def do_sides_swap(one: Profile, other: Profile) -> bool:
    """True where the very same words have their two sides the other way round about the same form of a verb.

    "The union sued the mill" and "the mill sued the union" name nobody; a passive has another form.
    """
    x, y = one.order, other.order
    if len(x) != len(y) or len(x) < LEAST_SIDES or _has_cases(one):
        return False
    if sorted(w.concept for w in x) != sorted(w.concept for w in y):
        return False
    if not (one.language == other.language and _names_doers_first(one)) or any(w.agent for w in (*x, *y)):
        return False
    return any(
        v.text == u.text
        and v.concept not in MUTUAL
        and not v.named
        and _are_turned(x[:i], x[i + 1 :], y[:k], y[k + 1 :])
        for i, v in enumerate(x)
        for k, u in enumerate(y)
    )


def _are_turned(before: Sequence[Word], behind: Sequence[Word], first: Sequence[Word], last: Sequence[Word]) -> bool:
    """True where all that stands before a word in the one stands behind it in the other, and the other way round."""
    a, b, c, d = ({w.concept for w in words} for words in (before, behind, first, last))
    return bool(a and c) and a <= d and c <= b


def do_sexes_clash(one: Profile, other: Profile) -> bool:
    """True where the one opens with "he" and the other, in the same language, with "she"."""
    apart = bool(one.pronoun and other.pronoun) and one.pronoun != other.pronoun
    return apart and one.language == other.language


def do_names_replace(one: Profile, other: Profile) -> bool:
    """True where two claims run alike, and where the one has a name the other has another or somebody unnamed."""
    x, y = one.order, other.order
    mine, theirs = _has_own_name(one, other), _has_own_name(other, one)
    if not (mine or theirs):
        return False
    shared = len(one.weights.keys() & other.weights.keys())
    if shared < FEWEST or (2 * shared < FRAME * (len(x) + len(y)) and not (mine and theirs)):
        return False
    found = SequenceMatcher(None, [w.concept for w in x], [w.concept for w in y], autojunk=False)
    alike = sum(block.size for block in found.get_matching_blocks())
    return any(
        _are_other_names(x[i:j], y[k:m])
        and (found.ratio() >= FRAME or _is_framed(x[i:j], y[k:m], alike, max(len(x) - j + i, len(y) - m + k)))
        and _is_missing(x[i:j], other)
        and _is_missing(y[k:m], one)
        and not _lies_within(one, other, x[i:j], y[k:m])
        for what, i, j, k, m in found.get_opcodes()
        if what == "replace"
    )


def _is_framed(some: Sequence[Word], others: Sequence[Word], alike: int, rest: int) -> bool:
    """True where both stretches have names, however long they are, and nearly all of the rest is the same."""
    named = all(any(w.named for w in words) for words in (some, others))
    return named and alike >= max(FEWEST, AROUND * rest)


def _has_own_name(one: Profile, other: Profile) -> bool:
    """True where the one has a name that the other's sentence lacks."""
    return not one.bearers <= other.context.keys()


def _find_once(words: Sequence[Word]) -> dict[str, int]:
    """Where the words stand that name nobody and occur once."""
    counts = Counter(w.concept for w in words)
    return {w.concept: at for at, w in enumerate(words) if not w.named and counts[w.concept] == 1}


def are_alike(one: str, other: str) -> bool:
    """True for two forms of one name: all but the ending is the same."""
    length = max(min(len(one), len(other)) - ENDING, SHORTEST)
    return one == other or one[:length] == other[:length]


def _are_other_names(some: Sequence[Word], others: Sequence[Word]) -> bool:
    return any(w.named and not w.opens for w in (*some, *others))


def _is_missing(words: Sequence[Word], profile: Profile) -> bool:
    """True where none of them stands in the other sentence, not even as the speaker."""
    return not any(
        w.concept in profile.context or any(are_alike(w.text, v.text) for v in profile.around) for w in words
    )


def _lies_within(one: Profile, other: Profile, some: Sequence[Word], others: Sequence[Word]) -> bool:
    """True for a town and its country: places of which one may hold the other are left to be compared as places."""
    known = all(_is_place(word, one) for word in some if word.named)
    known = known and all(_is_place(word, other) for word in others if word.named)
    return known and not do_places_clash(one.claim.places, other.claim.places)


def _is_place(word: Word, profile: Profile) -> bool:
    return any(fold(word.text) in find_words(place.text) for place in profile.claim.places)


def _pair_names(x: Sequence[Word], y: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Places of names that both sentences have; one that tells where something is does nothing."""
    for i, word in enumerate(x):
        if word.named and not word.placed:
            begins = word.text[:SHORTEST]  # so do all that are like it
            here = [j for j, w in enumerate(x) if w.text.startswith(begins) and are_alike(w.text, word.text)]
            there = [j for j, w in enumerate(y) if w.text.startswith(begins) and are_alike(w.text, word.text)]
            if len(here) == len(there) == 1 and y[there[0]].named and not y[there[0]].placed:
                yield i, there[0]


def _count_doers(x: Sequence[Word], y: Sequence[Word]) -> int:
    """Names of the first sentence that begin as one of the second does."""
    there = {word.text[:SHORTEST] for word in y if word.named and not word.placed}
    return sum([word.named and not word.placed and word.text[:SHORTEST] in there for word in x])


def _names_doers_first(profile: Profile) -> bool:
    language = find_language(profile.language)
    return language is not None and not language.speech.verb_final and not language.grammar.unspaced


def _has_cases(profile: Profile) -> bool:
    language = find_language(profile.language)
    return language is not None and bool(language.grammar.place_endings)


def _are_unchanged(names: Sequence[tuple[int, int]], x: Sequence[Word], y: Sequence[Word]) -> bool:
    """True where every name has the case that it has there: only the order differs, and cases leave that free."""
    return all(x[i].text == y[j].text for i, j in names)
