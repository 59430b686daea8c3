"""Which sources could be the same though nothing says so: those that are described and not named.

"An official" could be any other official, and "the clinic" of one article "das Krankenhaus" of the next. Names are
never guessed to be the same here; whether two names are one is decided where witnesses are made.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from stemma.find import stem_word
from stemma.lang import find_language
from stemma.text import WORD, find_words, fold
from stemma.weigh.flow import find_groups
from stemma.weigh.pile import Pile

NOUNS_IN_CAPITALS = frozenset({"de", "lb"})  # there a capital letter makes no proper name
DESCRIBED = frozenset({"person", "organisation", "state", "group"})  # kinds whose name may be a mere description
SHORTEST_STEM = 4  # letters of a word that tells one body from another
ENDING = 2  # letters in which two forms of one word may differ at their ends
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Description:
    """How the articles speak of a body without naming it: its telling words in each language, and what they mean."""

    node: str
    words: Mapping[str, frozenset[str]]  # by language
    meanings: frozenset[str]  # English stems; empty where a word is not known


def find_alike(pile: Pile, kinds: Mapping[str, str]) -> Pairs:
    """Pairs of sources that could be the same.

    Args:
        pile: what the run knows.
        kinds: the kind of every node.
    """
    sources = [node for node in sorted(kinds) if kinds[node] == "unnamed" or kinds[node] in DESCRIBED]
    if len(sources) < 2:
        return ()
    languages = {node: pile.find_languages(node) for node in sources}
    bare = [node for node in sources if kinds[node] != "unnamed" and is_bare(pile, node, languages[node])]
    unnamed = [node for node in sources if kinds[node] == "unnamed" or (node in bare and kinds[node] == "person")]
    bodies = [describe(pile, node, languages[node]) for node in bare if node not in unnamed]
    return (*pair_unnamed(pile, unnamed, languages), *pair_bodies(bodies))


def is_bare(pile: Pile, node: str, languages: Collection[str]) -> bool:
    """True for a name that some article writes without a capital: "the police" names no police in particular.

    Where all nouns have capitals, one word alone names nobody: "die Klinikleitung".
    """
    witness = pile.witnesses.get(node)
    names = (witness.name, *witness.aliases) if witness else ()
    if NOUNS_IN_CAPITALS.isdisjoint(languages):
        return any(name.islower() for name in names)
    return any(name.islower() or (name.isalpha() and not name.isupper()) for name in names)


def pair_unnamed(pile: Pile, unnamed: Sequence[str], languages: Mapping[str, frozenset[str]]) -> Pairs:
    """Pairs of unnamed sources: all but those described by different proper names."""
    pairs = []
    for one, other in combinations(unnamed, 2):
        names = [find_proper_names(pile.find_name(node)) for node in (one, other)]
        told = languages[one]
        comparable = told == languages[other] and len(told) == 1 and not told & NOUNS_IN_CAPITALS
        if not (comparable and names[0] and names[1] and names[0].isdisjoint(names[1])):
            pairs.append((one, other))
    return tuple(pairs)


def find_proper_names(description: str) -> set[str]:
    """The capitalised words of a description after its first word, folded; the first too where it is all capitals."""
    words = WORD.findall(description)
    return {fold(word) for i, word in enumerate(words) if len(word) > 1 and word[0].isupper() and (i or word.isupper())}


def describe(pile: Pile, node: str, languages: Iterable[str]) -> Description:
    """The telling words of a description, in each language in which it is told."""
    witness = pile.witnesses[node]
    words, meanings, known = {}, set(), True
    for code in sorted(languages):
        language = find_language(code)
        small = language.grammar.stopwords if language else frozenset[str]()
        glosses = language.grammar.glosses if language else {}
        told = {word for word in find_words(witness.name) if word not in small and len(word) >= SHORTEST_STEM}
        words[code] = frozenset(told)
        for word in told:
            meaning = word if code == "en" else glosses.get(word) or glosses.get(stem_word(word, language))
            known = known and meaning is not None
            meanings.add(stem_word(meaning or word, find_language("en")))
    return Description(node, words, frozenset(meanings) if known else frozenset())


def pair_bodies(bodies: Sequence[Description]) -> Pairs:
    """Pairs of bodies that could be one: like descriptions in one language, and across languages what does not clash.

    Two bodies that one language keeps apart are never one by way of a third in another language.
    """
    by_node = {body.node: body for body in bodies}
    pairs = [(a.node, b.node) for a, b in combinations(bodies, 2) if share_language(a, b) and are_like(a, b)]
    groups = find_groups(by_node, pairs)
    groups.sort(key=lambda group: sorted(sorted(words) for node in group for words in by_node[node].words.values()))
    joined: list[list[str]] = []
    for group in groups:
        here = [by_node[node] for node in group]
        fitting = next(
            (known for known in joined if all(are_like(by_node[node], body) for node in known for body in here)), None
        )
        if fitting is None:
            joined.append(list(group))
        else:
            pairs.append((fitting[0], group[0]))
            fitting += group
    return tuple(pairs)


def share_language(one: Description, other: Description) -> bool:
    """True where one language tells of both."""
    return not one.words.keys().isdisjoint(other.words)


def are_like(one: Description, other: Description) -> bool:
    """True where two descriptions could mean the same body: a word in common, or two languages without a clash."""
    common = one.words.keys() & other.words.keys()
    if common:
        return any(is_form(a, b) for code in common for a in one.words[code] for b in other.words[code])
    return not (one.meanings and other.meanings and one.meanings.isdisjoint(other.meanings))


def is_form(one: str, other: str) -> bool:
    """True for two forms of one word, which differ in their last letters."""
    stem = max(SHORTEST_STEM, max(len(one), len(other)) - ENDING)
    return one == other or one[:stem] == other[:stem]
