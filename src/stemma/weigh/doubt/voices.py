"""Which named sources may be one voice, so that two of them corroborate nothing.

Read on new stories, most claims with two named origins had one: a person and the house that carried the interview, a
speaker under name and office, somebody whom a pronoun had been led to wrongly. Two voices are sure where two people, or
two bodies, are named apart in the articles' own words, or an article saw for itself.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations
from typing import NamedTuple

from stemma.lang import find_language
from stemma.lang.language import Language
from stemma.model import Claim, Source, Witness
from stemma.text import find_words
from stemma.weigh.doubt.likeness import is_surely_one, tells_the_same
from stemma.weigh.pile import Pile

MEDIA = frozenset({"outlet", "agency", "account", "document", "data"})  # have it from somebody, who is not told
BODIES = frozenset({"organisation", "state"})
VAGUE = frozenset({"group", "unnamed"})
SURE = 0.9  # confidence of a name from which it is taken for the right one
RUN = 8  # words in a row that two do not say by chance
SENTENCE = 5  # words of a whole claim that two do not say by chance
PHRASE = 3  # words in quotation marks that two do not use by chance
SHORTEST = 3  # letters of a word that two names may share
_QUOTED = re.compile(r"[“\"«]([^“”\"«»]{4,120}?)[.,]?[”\"»]")
Pairs = tuple[tuple[str, str], ...]


def find_doubtful(pile: Pile, kinds: Mapping[str, str], claims: Sequence[Claim]) -> Pairs:
    """Pairs of sources of one claim that may be one voice.

    Args:
        pile: what the run knows.
        kinds: the kind of every node; own reporting and articles at hand are left out.
        claims: the claim as each article tells it.
    """
    known = MEDIA | BODIES | VAGUE | {"person"}
    kinds = {**kinds, **dict.fromkeys(find_cited(pile, kinds, claims), "outlet")}
    sources = [node for node in sorted(kinds) if kinds[node] in known and node in pile.witnesses]
    if len(sources) < 2:
        return ()
    guessed = find_guessed(pile, claims)
    worded = find_same_words(pile, claims)
    told = find_tellings(pile, claims)
    return tuple(
        (one, other)
        for one, other in combinations(sources, 2)
        if guessed & {one, other}
        or frozenset((one, other)) in worded
        or may_be_one(pile, kinds, one, other)
        or not tell_one_claim(pile, told.get(one, ()), told.get(other, ()))
    )


def find_cited(pile: Pile, kinds: Mapping[str, str], claims: Sequence[Claim]) -> set[str]:
    """Articles at hand that others cite and that do not tell whom they have the claim from."""
    naming = {pile.find_node(claim.article) for claim in claims if claim.attributions or claim.own}
    silent = [node for node, kind in kinds.items() if kind == "article" and node not in naming]
    return pile.cited.intersection(silent)


def find_tellings(pile: Pile, claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims that each source is named for; who is credited with a whole article is named for none."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for source in list_sources(pile, [claim]):
            if source.witness:
                found[source.witness].append(claim)
    return found


def tell_one_claim(pile: Pile, some: Iterable[Claim], others: Sequence[Claim]) -> bool:
    """True where two articles give their sources for what is surely one claim: else they may be two."""
    return any(a.article != b.article and is_surely_one(pile, a, b) for a in some for b in others)


def may_be_one(pile: Pile, kinds: Mapping[str, str], one: str, other: str) -> bool:
    """True unless two people, or two bodies, go by names of their own."""
    found = {kinds[one], kinds[other]}
    if found & (MEDIA | VAGUE) or is_general(pile, one) or is_general(pile, other):
        return True
    people = [pile.witnesses[node] for node in (one, other) if kinds[node] == "person"]
    if len(people) == 1:
        return people[0].speaks_for is None or is_described(people[0])
    if len(people) == 2:
        return any(is_described(person) for person in people) or share_word(*people)
    return pile.find_languages(one) != pile.find_languages(other) or share_word(
        pile.witnesses[one], pile.witnesses[other]
    )


def is_described(witness: Witness) -> bool:
    """True for "Florida woman" and "the mayor of Orlin": words that may be anybody's."""
    return any(word[0].islower() for word in witness.name.split()) or len(witness.name.split()) < 2


def is_general(pile: Pile, node: str) -> bool:
    """True for "Police" and "Officers": words for a kind of body or people, and no name among them."""
    languages = [language for code in pile.find_languages(node) if (language := find_language(code))]
    words = find_words(pile.witnesses[node].name)
    return any(all(is_common(word, language) for word in words) for language in languages)


def is_common(word: str, language: Language) -> bool:
    """True for a noun for a kind of body or people, or its plural."""
    forms = {word, word.removesuffix(language.counting.plural)}
    return not forms.isdisjoint(language.speech.kinds.keys() | language.speech.roles)


def share_word(one: Witness, other: Witness) -> bool:
    """True where two names have a word in common, in any of their spellings."""
    words = [{w for name in (x.name, *x.aliases) for w in find_words(name) if len(w) >= SHORTEST} for x in (one, other)]
    return not words[0].isdisjoint(words[1]) or is_short_for(one, other) or is_short_for(other, one)


def is_short_for(one: Witness, other: Witness) -> bool:
    """True for "OPD" beside "Orlin Police" and "Orlin Police Department"."""
    initials = "".join(word[0] for word in find_words(other.name))
    return one.name.isupper() and len(initials) > 1 and one.name.casefold().startswith(initials)


def find_guessed(pile: Pile, claims: Iterable[Claim]) -> set[str]:
    """Sources that no article names for the claim: a pronoun or a description was led to them."""
    sure: dict[str, bool] = defaultdict(bool)
    for source in list_sources(pile, claims):
        if source.witness:
            sure[source.witness] |= source.confidence is None or source.confidence >= SURE
    return {witness for witness, is_sure in sure.items() if not is_sure}


def list_sources(pile: Pile, claims: Iterable[Claim]) -> list[Source]:
    """The sources of the claims' attributions."""
    return [pile.attributions[a].source for claim in claims for a in claim.attributions if a in pile.attributions]


def find_same_words(pile: Pile, claims: Sequence[Claim]) -> set[frozenset[str]]:
    """Pairs of sources to whom two articles give the same words: one of them said so, and was perhaps misread."""
    told = [(claim, {s.witness for s in list_sources(pile, [claim]) if s.witness}) for claim in claims]
    told = [(claim, witnesses) for claim, witnesses in told if witnesses]
    if len(told) < 2:
        return set()
    found: set[frozenset[str]] = set()
    worded = [(read_wording(pile, claim), witnesses) for claim, witnesses in told]
    for (one, some), (other, others) in combinations(worded, 2):
        if one.claim.article != other.claim.article and some != others and has_same_words(pile, one, other):
            found |= {frozenset((a, b)) for a in some for b in others if a != b}
    return found


class Wording(NamedTuple):
    """How one article words a claim."""

    claim: Claim
    runs: Set[tuple[str, ...]]
    phrases: frozenset[str]  # in quotation marks, in the whole sentence
    is_quoted: bool


def read_wording(pile: Pile, claim: Claim) -> Wording:
    """What can be compared of a claim's words."""
    text, (start, end) = pile.articles[claim.article].text, claim.sentence
    phrases = {match[1].casefold() for match in _QUOTED.finditer(text, start, end)}
    long = frozenset(phrase for phrase in phrases if len(find_words(phrase)) >= PHRASE)
    return Wording(claim, find_runs(claim.text), long, is_quoted(pile, claim))


def has_same_words(pile: Pile, one: Wording, other: Wording) -> bool:
    """True for many words in a row in common, for one phrase in quotation marks, or for nearly one quotation."""
    if not one.runs.isdisjoint(other.runs) or not one.phrases.isdisjoint(other.phrases):
        return True
    return one.is_quoted and other.is_quoted and tells_the_same(pile, one.claim, other.claim)


def is_quoted(pile: Pile, claim: Claim) -> bool:
    """True for the words of somebody in quotation marks."""
    told = [pile.attributions[name] for name in claim.attributions if name in pile.attributions]
    return any(attribution.type != "indirect" for attribution in told)


def find_runs(text: str) -> Set[tuple[str, ...]]:
    """All runs of so many words that two texts have none in common by chance; of a shorter text all of its words."""
    words = tuple(find_words(text))
    if len(words) < RUN:
        return {words} if len(words) >= SENTENCE else frozenset()
    return {words[at : at + RUN] for at in range(len(words) - RUN + 1)}
