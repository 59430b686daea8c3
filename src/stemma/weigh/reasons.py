"""Judgements in plain sentences, each with the words behind it, and the label for the support."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal

from stemma.lang import find_language
from stemma.model import Claim, Collation, Evidence, Reason
from stemma.text import find_words, fold
from stemma.weigh.independence import Ways
from stemma.weigh.pile import Pile
from stemma.weigh.standing import Dispute, Standing, find_bodies
from stemma.weigh.tradition import OWN

Support = Literal["unsourced", "single-origin", "corroborated"]
ENOUGH = 6  # pieces of evidence under one sentence; more would hide it
SHORTEST_STEM = 4  # letters that two forms of one name must share to be taken for it: Tarnia, Tarnias
VERBS = {"denies": "denies it", "doubts": "doubts it", "retracts": "takes it back"}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def choose_support(pile: Pile, ways: Ways, firm: int, claims: Sequence[Claim]) -> Support:
    """The label for the support: two ways for sure, and an origin that is no party, make a claim corroborated.

    Args:
        pile: what the run knows.
        ways: what was counted.
        firm: the ways that are left where all that may be one voice is one.
        claims: the claim as each article tells it.
    """
    if ways.independent.best == 0:
        return "unsourced"
    if min(ways.independent.low, firm) >= 2 and any(not is_party(pile, origin, claims) for origin in ways.origins):
        return "corroborated"
    return "single-origin"


def is_party(pile: Pile, witness: str, claims: Iterable[Claim]) -> bool:
    """True where a witness, or the body that it speaks for, is an actor in the claim's own words, or may be one."""
    if speaks_for_somebody(pile, witness):
        return True
    names = [
        find_words(name)
        for body in find_bodies(pile, witness)
        if body in pile.witnesses and pile.find_kind(body) not in {"article", "lost", "unnamed"}
        for name in (pile.witnesses[body].name, *pile.witnesses[body].aliases)
    ]
    told = [find_own_words(pile, claim) for claim in claims] if names else []
    return any(holds_name(words, name) for words in told for name in names if name)


def speaks_for_somebody(pile: Pile, witness: str) -> bool:
    """True for a spokeswoman of "the company": whose it is nobody says, so it may be the one that the claim is about.

    Bodies of which an event has one, such as the police, are known without a name.
    """
    found = pile.witnesses.get(witness)
    body = pile.witnesses.get(found.speaks_for or "") if found else None
    if body is None or not body.name.islower():
        return False
    return not any(fold(body.name) in _list_public_bodies(code) for code in _find_languages(pile))


def _find_languages(pile: Pile) -> Iterator[str]:
    """The languages of the articles, each once."""
    seen: set[str] = set()
    for article in pile.articles.values():
        if article.language not in seen:
            seen.add(article.language)
            yield article.language


@lru_cache(maxsize=64)
def _list_public_bodies(code: str) -> frozenset[str]:
    language = find_language(code)
    return frozenset(map(fold, language.grammar.public_bodies)) if language else frozenset()


def find_own_words(pile: Pile, claim: Claim) -> list[str]:
    """The words of a claim without the names of those who are quoted for it."""
    text = list(claim.text)
    for attribution in (pile.attributions[a] for a in claim.attributions if a in pile.attributions):
        if (span := attribution.source.span) and span.overlaps(claim.span):
            start, end = max(0, span.start - claim.span.start), min(len(text), span.end - claim.span.start)
            text[start:end] = " " * (end - start)
    return find_words("".join(text))


def holds_name(words: Sequence[str], name: Sequence[str]) -> bool:
    """True where the words of a name, endings apart, stand in a row."""
    head, last = name[0][:SHORTEST_STEM], len(words) - len(name)
    return any(
        all(map(is_same_word, words[at : at + len(name)], name))
        for at, word in enumerate(words)
        if word.startswith(head) and at <= last
    )


def is_same_word(one: str, other: str) -> bool:
    """True for equal words, and for long ones that differ in at most their last two letters."""
    stem = max(SHORTEST_STEM, max(len(one), len(other)) - 2)
    return one == other or (min(len(one), len(other)) >= stem and one[:stem] == other[:stem])


def find_reasons(
    pile: Pile, collation: Collation, standing: Standing, ways: Ways, dispute: Dispute
) -> tuple[Reason, ...]:
    """One-sentence judgements on one collation, ready to paste, each with its evidence."""
    teller = _Teller(pile, collation, standing, ways)
    told = [*teller.tell_support(), *teller.tell_limits(), *teller.tell_opposition(dispute)]
    return tuple(
        Reason(text=text[:1].upper() + text[1:], evidence=tuple(found[:ENOUGH])) for text, found in told if found
    )


class _Teller:
    """Puts one assessment into words; each method yields sentences with their evidence."""

    def __init__(self, pile: Pile, collation: Collation, standing: Standing, ways: Ways) -> None:
        self.pile, self.standing, self.ways = pile, standing, ways
        self.claims = pile.find_claims(collation)
        self.collation, self.near = collation.id, collation.near

    def tell_support(self) -> Iterator[tuple[str, list[Evidence]]]:
        """Who stands behind the claim, and through whom all accounts go."""
        ways, count = self.ways, len(self.ways.supporting)
        articles = "one article" if count == 1 else f"{spell(count)} articles"
        names = list_names(self.pile, ways.origins)
        if ways.circular:
            yield f"the accounts lead back to each other ({names}).", self.find_link_evidence()
        if ways.independent.best == 1:
            origins = "one origin" if len(ways.origins) == 1 else f"{spell(len(ways.origins))} origins but one way"
            yield f"{articles}, {origins} ({names}){self.tell_own()}.", self.find_link_evidence()
        elif ways.independent.best > 1:
            best = spell(ways.independent.best)
            yield f"{articles}, {best} independent ways ({names}){self.tell_own()}.", self.find_link_evidence()
        if count > 1 and ways.bottlenecks:
            through = list_names(self.pile, ways.bottlenecks)
            accounts = "both accounts" if count == 2 else f"all {spell(count)} accounts"
            yield f"{accounts} go through {through}.", self.find_link_evidence(ways.bottlenecks)

    def tell_own(self) -> str:
        """Whether anybody went to see."""
        if len(self.ways.supporting) < 2 or any(link.exemplar.startswith(OWN) for link in self.ways.links):
            return ""
        return "; none shows own reporting"

    def tell_limits(self) -> Iterator[tuple[str, list[Evidence]]]:
        """What the count leaves out or cannot be sure of."""
        total, silent = len(self.standing.putting_forward), self.ways.unsourced
        nodes = {self.pile.find_node(article) for article in self.standing.putting_forward} & {*silent}
        if nodes:
            evidence = [self.pile.make_evidence(c) for c in self.claims if self.pile.find_node(c.article) in nodes]
            named = total - len(nodes)
            yield f"{named} of {total} {'names' if named == 1 else 'name'} a source.", evidence
        counts = self.ways.independent
        if counts.low < counts.high:
            ways = f"between {spell(counts.low)} and {spell(counts.high)} independent ways"
            evidence = self.find_link_evidence(inferred=True) or self.find_link_evidence()
            other = ", or on claims that may be the same" if self.near else ""
            yield f"{ways}, depending on links that are inferred or sources that are not named{other}.", evidence
        if self.ways.heard_by > counts.best:
            heard = f"{spell(self.ways.heard_by)} articles heard the same source at first hand"
            yield f"{heard}; that makes {spell(counts.best)} independent.", self.find_link_evidence()
        others = [a for a, chosen in self.standing.representatives.items() if a != chosen]
        versions = [a for a in others if self.pile.is_superseded(a, self.standing.representatives[a])]
        copies = [a for a in others if a not in versions]
        for left, one, more in ((copies, "a copy", "copies"), (versions, "an earlier version", "earlier versions")):
            if left:
                evidence = [self.pile.make_evidence(c) for c in self.claims if c.article in left]
                what = f"is {one}" if len(left) == 1 else f"are {more}"
                yield f"{spell(len(left))} more {what} and not counted.", evidence

    def tell_opposition(self, dispute: Dispute) -> Iterator[tuple[str, list[Evidence]]]:
        """Who says that it is not so."""
        told: dict[str, list[Evidence]] = {}
        for voice in self.standing.voices:
            if voice.side == "against":
                name = self.pile.find_name(voice.witness) if voice.witness else "somebody who is not named"
                told.setdefault(f"{name} {VERBS[voice.stance]}.", []).append(self.pile.make_evidence(voice.claim))
        yield from told.items()
        if dispute == "confirmed-after-denial":
            evidence = [self.pile.make_evidence(v.claim) for v in self.standing.voices if v.side != "neither"]
            yield "it was first denied and later confirmed by the same side.", evidence

    def find_link_evidence(self, exemplars: Sequence[str] = (), *, inferred: bool = False) -> list[Evidence]:
        """The words of the links that the count rests on; of the claims where a link shows none."""
        pairs = {(link.copy, link.exemplar) for link in self.ways.links if not exemplars or link.exemplar in exemplars}
        found = [
            evidence
            for copy, exemplar in sorted(pairs)
            for derivation in self.pile.find_links(copy, exemplar, self.collation)
            if not inferred or derivation.basis == "inferred"
            for evidence in derivation.evidence
        ]
        if not found and not inferred:
            found = [self.pile.make_evidence(c) for c in self.claims if c.article in self.standing.putting_forward]
        return list(dict.fromkeys(found))


def spell(number: int) -> str:
    """A small number in words."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def list_names(pile: Pile, witnesses: Iterable[str]) -> str:
    """Up to three names, and how many more."""
    names = list(dict.fromkeys(pile.find_name(witness.removeprefix(OWN)) for witness in witnesses))
    parts = [*names[:3], f"{len(names) - 3} more"] if len(names) > 3 else names
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
