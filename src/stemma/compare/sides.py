"""What the comparisons share: the two articles with all that is known of them, and a change as it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from stemma.match.features import score_pair
from stemma.match.meanings.vectors import make_full_profiles
from stemma.match.profiles import Profile
from stemma.match.relations import Context, find_years
from stemma.match.words import find_concepts
from stemma.model import Article, Attribution, Claim, Matching, Span, Witness
from stemma.text import find_words
from stemma.write.view.wording import quote

TELLING = 4  # letters of a word that two names hardly share by chance
LONGEST = 60  # characters of a detail that a sentence quotes
Aspect = Literal["figure", "moment", "place", "certainty", "stance", "hedge", "source", "name", "detail"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not the same in the two claims. A span is None where that side has nothing."""

    aspect: Aspect
    label: str
    a: str
    b: str
    a_span: Span | None
    b_span: Span | None
    explanation: str
    is_contradiction: bool = False
    is_doubtful: bool = False  # the two may speak of two things


def soften(change: Change) -> Change:
    """The same change between two claims of which it is not known that they tell one thing."""
    if not change.is_contradiction:
        return change
    told = f"{say(change.a)} in A, {say(change.b)} in B; either they contradict each other or they tell of two things."
    return replace(change, is_contradiction=False, is_doubtful=True, explanation=told)


class Pile:
    """The two articles, and what is looked up in them."""

    def __init__(self, articles: Sequence[Article], matching: Matching, embedder: str) -> None:
        self.articles: dict[str, Article] = {article.id: article for article in articles}
        self.letters: dict[str, str] = {article.id: letter for article, letter in zip(articles, "AB", strict=True)}
        self.witnesses: dict[str, Witness] = {witness.id: witness for witness in matching.witnesses}
        self.attributions: dict[str, Attribution] = {item.id: item for item in matching.attributions}
        self.claims: tuple[Claim, ...] = matching.claims
        years = find_years(articles, matching.claims)
        self.context = Context(self.articles, self.attributions, years)
        profiles = make_full_profiles(matching.claims, self.articles, embedder)
        self.profiles: dict[str, Profile] = {profile.claim.id: profile for profile in profiles}

    def name(self, claim: Claim) -> str:
        """A or B."""
        return self.letters[claim.article]

    def find_voices(self, claim: Claim) -> list[Attribution]:
        """Who says it, innermost first."""
        return [self.attributions[id] for id in reversed(claim.attributions) if id in self.attributions]

    def score(self, a: Claim, b: Claim) -> float:
        """How surely the two tell one thing, as `match` has it."""
        return score_pair(self.profiles[a.id], self.profiles[b.id])

    def is_across_languages(self, a: Claim, b: Claim) -> bool:
        """True where the two are of two languages."""
        return self.articles[a.article].language != self.articles[b.article].language

    def measure_overlap(self, a: Claim, b: Claim) -> tuple[int, float, float]:
        """How many telling words both have, and as shares of the shorter claim's and of the longer one's."""
        one, other = (set(find_concepts(self.articles[claim.article], claim.span)) for claim in (a, b))
        least, most = sorted((len(one), len(other)))
        shared = len(one & other)
        return shared, shared / max(1, least), shared / max(1, most)

    def find_claims(self, article: str) -> list[Claim]:
        """Every claim of one article."""
        return [claim for claim in self.claims if claim.article == article]


def say(words: str) -> str:
    """A detail in quotation marks."""
    return quote(words, LONGEST)


def is_alike(one: str, other: str) -> bool:
    """True where the first, a name, stands in the second or shares a telling word with it."""
    mine, theirs = find_words(one), find_words(other)
    shared = set(mine) & set(theirs)
    return set(mine) <= set(theirs) or any(len(word) >= TELLING or not word.isascii() for word in shared)
