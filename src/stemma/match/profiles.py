"""What matching looks at in a claim: telling words in one vocabulary, weighed by rarity, and a sentence vector."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from stemma.embedders import Vectors
from stemma.lang import find_language
from stemma.match.clashes.vocabulary import Trait, find_traits
from stemma.match.slots import is_compass_region, name_role, name_unit
from stemma.match.words import Word, make_readers
from stemma.model import Article, Claim, Moment, Quantity, Span
from stemma.text import find_words, fold

COMMON = 0.5  # a term that stands in three of five claims has no weight left
FAINT = 0.05
LONGEST_SENTENCE = 2000  # characters
SLOTS = "#~"  # what the terms for typed slots begin with
TYPED = 1.35
FEWEST_DOERS = 2  # names that may stand in swapped roles
WHOLE = 0.9  # share of its sentence from which a claim stands for it
Slot = Literal["counts", "moments", "places", "pronoun", "doers"] | Trait
_FIRST_WORD = re.compile(r"\W*(\w+)")
_DATE = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Profile:
    """One claim as matching sees it. `weights` are inverse document frequencies over the claims of the group."""

    claim: Claim
    language: str
    weights: dict[str, float]
    context: dict[str, float]  # the same for the whole sentence
    names: dict[str, float]
    counts: tuple[Quantity, ...]
    vector: Vectors | None = None
    order: tuple[Word, ...] = ()  # telling words as they follow each other
    around: tuple[Word, ...] = ()  # the same for the whole sentence
    headline: bool = False
    named: frozenset[str] = frozenset()  # those of its terms that are names, and peoples and countries
    sentence: Vectors | None = None  # vector of the whole sentence, where several languages are compared
    # What every comparison asks for, and which never changes:
    total: float = field(init=False, repr=False)  # of the weights
    square: float = field(init=False, repr=False)  # of their Euclidean length
    context_square: float = field(init=False, repr=False)
    terms: int = field(init=False, repr=False)  # words, and for three words each what is typed: seldom chance
    filled: frozenset[Slot] = field(init=False, repr=False)  # what it has of what a comparison may need on both sides
    bearers: frozenset[str] = field(init=False, repr=False)  # of its terms, names that are no first word
    pronoun: str = field(init=False, repr=False)  # "she" or "he" where the claim opens with a person's, else ""

    def __post_init__(self) -> None:
        weights, claim = self.weights.values(), self.claim
        pronoun = _find_pronoun(claim.text, self.language)
        doers = sum([word.named and not word.placed for word in self.around])
        held: dict[Slot, object] = {"counts": self.counts, "moments": claim.moments, "places": claim.places}
        held |= {"pronoun": pronoun, "doers": doers >= FEWEST_DOERS}
        for name, value in (
            ("total", sum(weights)),
            ("square", sum(w * w for w in weights)),
            ("context_square", sum(w * w for w in self.context.values())),
            ("terms", len(weights) + 2 * sum(term[0] in SLOTS for term in self.weights)),
            ("filled", frozenset(slot for slot, found in held.items() if found) | find_traits(self.weights)),
            ("pronoun", pronoun),
            ("bearers", frozenset(word.concept for word in self.order if word.named and not word.opens)),
        ):
            object.__setattr__(self, name, value)

    @property
    def norm(self) -> float:
        """Euclidean length of the weights."""
        return math.sqrt(self.square) or 1.0


def _find_pronoun(text: str, code: str) -> str:
    """Which of the two a claim opens with; "" where it opens with none, or where nouns have a gender too."""
    language, first = find_language(code), _FIRST_WORD.match(text)
    if language is None or first is None or not language.speech.natural_gender:
        return ""
    word, speech = fold(first.group(1)), language.speech
    return "she" if word in speech.feminine else "he" if word in speech.masculine else ""


def make_profiles(claims: Sequence[Claim], articles: dict[str, Article]) -> list[Profile]:
    """Profiles of claims that are to be compared with each other, as yet without vectors.

    Args:
        claims: of one story or thread.
        articles: by id; every claim's article is there.
    """
    readers = make_readers(articles, claims)
    orders: list[tuple[Word, ...]] = []
    sentences: dict[tuple[str, Span], tuple[Word, ...]] = {}
    for claim in claims:
        place, reader = (claim.article, claim.sentence), readers[claim.article]
        if place not in sentences:
            sentences[place] = reader.read(_cut(claim.sentence))
        orders.append(reader.read(claim.span))
    own = [[*sorted({word.concept for word in order}), *name_slots(c)] for order, c in zip(orders, claims, strict=True)]
    around = [sentences[c.article, c.sentence] for c in claims]
    weights = _weigh_terms(own)
    rarest = max(weights.values(), default=1.0)
    return [
        Profile(
            claim=claim,
            language=articles[claim.article].language,
            weights={term: weights[term] for term in own[at]},
            context={term: weights.get(term, rarest) for term in sorted({word.concept for word in around[at]})},
            names=_find_name_weights(claim, weights, rarest),
            counts=claim.quantities,
            order=orders[at],
            around=around[at],
            named=frozenset(w.concept for w in orders[at] if w.named or w.concept.startswith("@")),
            headline=claim.span.start < articles[claim.article].body_start,
        )
        for at, claim in enumerate(claims)
    ]


def _cut(sentence: Span) -> Span:
    """A sentence without end says no more about its clauses than its beginning does."""
    return Span(sentence.start, min(sentence.end, sentence.start + LONGEST_SENTENCE))


def name_slots(claim: Claim) -> list[str]:
    """The typed slots of a claim as further concepts: that both count deserters joins them more, the fewer claims do.

    Words for people are one, since reports exchange them: 25 fighters, 25 people.
    """
    counted = {f"#{name_role(q.role)} {name_unit(q)}" for q in claim.quantities if q.role}
    rates = {f"#{q.unit}" for q in claim.quantities if q.unit and "/" in q.unit and not q.role}
    parts = {f"#{p.region}" for p in claim.places if is_compass_region(p)}
    days = {
        f"~{m.value[-5:] if m.value.count('-') == 2 else m.value}"
        for m in claim.moments
        if _is_dated(m) and m != claim.start
    }
    return sorted(counted | rates | parts | days | ({"#start"} if claim.start else set()))


def _is_dated(moment: Moment) -> bool:
    """True for a year, month or day of the event; a weekday comes round too often to prove anything."""
    return moment.of == "event" and bool(_DATE.fullmatch(moment.value))


def _weigh_terms(documents: Sequence[Sequence[str]]) -> dict[str, float]:
    """Inverse document frequency, with what most claims of the pool share taken off: the story's actors prove nothing.

    A typed slot ("#deserted person") counts for more than a word of the same rarity: words are chosen, slots are meant.
    """
    counts = Counter(term for document in documents for term in document)
    total = len(documents)
    return {
        term: max(FAINT, math.log(total / count) - COMMON) * (TYPED if term.startswith("#") else 1.0)
        for term, count in counts.items()
    }


def _find_name_weights(claim: Claim, weights: dict[str, float], rarest: float) -> dict[str, float]:
    words = sorted({word for name in claim.names for word in find_words(name.text) if len(word) > 2})
    return {word: weights.get(word, rarest) for word in words}


def find_whole(claim: Claim, text: str) -> str:
    """The sentence of a claim; the claim itself where it is nearly all of it, and need not be encoded twice."""
    return claim.text if is_whole(claim) else _cut(claim.sentence).of(text)


def is_whole(claim: Claim) -> bool:
    """True where the claim is nearly all of its sentence, and stands for it."""
    return len(claim.text) >= WHOLE * (claim.sentence.end - claim.sentence.start)
