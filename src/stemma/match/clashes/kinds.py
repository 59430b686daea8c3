"""Do two claims say the same of two things of a kind: of a bear and a wolf, of her shares and her house?"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from stemma.match.clashes.actors import are_alike
from stemma.match.clashes.vocabulary import number_deeds, number_kinds
from stemma.match.profiles import Profile
from stemma.match.words import Word

FRAME = 0.6  # share of the words around two things that both claims have, in one order
FOREIGN = 0.5  # share of the fewer words in any order, where the languages differ
FEWEST = 2
FEW = 2  # counts up to this are told of anything
LONGEST = 12  # telling words of a claim that tells one deed
OFFICES = 0  # the kind of titles
Group = set[tuple[int, int]]  # of kinds: (kind, number of the group)


def do_kinds_replace(one: Profile, other: Profile) -> bool:
    """True where the one names a thing just where the other, in the same words, names another of its kind."""
    known, mine, theirs = number_kinds().keys(), one.weights.keys(), other.weights.keys()
    here, there = (known & mine) - theirs, (known & theirs) - mine
    if not here or not there or not _are_two(_find_members(here), _find_members(there)):
        return False
    found = _find_replaced(one, other) if one.language == other.language else _find_left_over(one, other)
    return any(_are_two(some, others) for some, others in found)


def do_deeds_clash(one: Profile, other: Profile) -> bool:
    """True where both tell in few words what was done to as many, and it is another deed."""
    known = number_deeds()
    here, there = known.keys() & one.weights.keys(), known.keys() & other.weights.keys()
    if not here or not there or max(len(one.order), len(other.order)) > LONGEST:
        return False
    mine, theirs = ({known[word] for word in words} for words in (here, there))
    return mine.isdisjoint(theirs) and not _find_numbers(one).isdisjoint(_find_numbers(other))


def _find_numbers(profile: Profile) -> set[float]:
    """What is counted, also of things without a known name."""
    bare = (float(word.text) for word in profile.order if word.text.isdecimal())
    return {number for number in (*(q.best for q in profile.counts), *bare) if number > FEW}


def _find_replaced(one: Profile, other: Profile) -> Iterator[tuple[Group, Group]]:
    """What kinds of things stand in the one where the other has different words, all the rest being nearly the same.

    An office before a name that both have is only another title of its bearer.
    """
    x, y = one.order, other.order
    found = SequenceMatcher(None, [w.concept for w in x], [w.concept for w in y], autojunk=False)
    shared = sum(block.size for block in found.get_matching_blocks())
    for what, i, j, k, m in found.get_opcodes():
        rest = max(len(x) - (j - i), len(y) - (m - k))
        if what != "replace" or shared < max(FEWEST, FRAME * rest):
            continue
        if _is_missing(x[i:j], other) and _is_missing(y[k:m], one):
            titled = j < len(x) and x[j].named
            yield _list_members(x[i:j], titled=titled), _list_members(y[k:m], titled=titled)


def _find_left_over(one: Profile, other: Profile) -> Iterator[tuple[Group, Group]]:
    """The same for the words that only one has, where most of the words of the shorter claim are those of the other."""
    shared = len(one.weights.keys() & other.weights.keys())
    if shared >= max(FEWEST, FOREIGN * min(len(one.order), len(other.order))):
        yield _leave_out(one, other), _leave_out(other, one)


def _leave_out(one: Profile, other: Profile) -> Group:
    return _list_members([word for word in one.order if word.concept not in other.context])


def _is_missing(words: Sequence[Word], profile: Profile) -> bool:
    """True where none of them stands in the other sentence."""
    return not any(
        w.concept in profile.context or any(are_alike(w.text, v.text) for v in profile.around) for w in words
    )


def _are_two(some: Group, others: Group) -> bool:
    """True where both have members of a kind, and none in common."""
    kinds = {kind for kind, _ in some} & {kind for kind, _ in others}
    return any({m for m in some if m[0] == kind}.isdisjoint(others) for kind in kinds)


def _list_members(words: Iterable[Word], *, titled: bool = False) -> Group:
    found = _find_members(word.concept for word in words)
    return {member for member in found if member[0] != OFFICES} if titled else found


def _find_members(concepts: Iterable[str]) -> Group:
    known = number_kinds()
    return {member for concept in concepts if concept in known for member in known[concept]}
