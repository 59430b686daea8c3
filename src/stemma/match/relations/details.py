"""What the comparisons of slots share: a reading before it is compared, and the variant that becomes of it."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from stemma.match.slots import do_places_clash
from stemma.match.words import read_claim
from stemma.model import Article, Attribution, Claim, Label, Quantity, Reading, Relation, Span, Variant, VariantKind

LONGEST_READING = 200


AGAINST = ("denies", "doubts", "not disclosed")


TURNED = 0.65  # share of the shorter claim's words from which a negation turns the other round


@dataclass(frozen=True, slots=True)
class Context:
    """What relations look up."""

    articles: dict[str, Article]
    attributions: dict[str, Attribution]
    years: tuple[int, int] | None = None  # in which an undated article of the pile may have been written
    counts: Mapping[str, Sequence[Quantity]] = field(default_factory=dict)  # all counts of each article
    past: Set[tuple[str, Span]] = frozenset()  # article and sentence of what is told of a year gone by
    words: dict[str, frozenset[str]] = field(default_factory=dict)  # telling words of claims that were compared
    language: str = ""  # that of most articles

    def find_words(self, claim: Claim) -> frozenset[str]:
        """The telling words of a claim."""
        known = self.words.get(claim.id)
        if known is None:
            known = frozenset(word.concept for word in read_claim(self.articles[claim.article], claim, claim.span))
        return known


@dataclass(frozen=True, slots=True)
class Detail:
    """One claim's version of a slot, before it is compared."""

    claim: Claim
    span: Span
    value: str
    quantity: Quantity | None = None


def shorten(claim: Claim) -> Span:
    """The claim itself as a reading, cut to the length that a reading may have."""
    return Span(claim.span.start, min(claim.span.end, claim.span.start + LONGEST_READING))


def make_variant(kind: VariantKind, details: Sequence[Detail], relations: Sequence[Relation], why: str) -> Variant:
    """A variant of details and their relations, in one order; the first is the reference."""
    readings = tuple(
        Reading(claim=d.claim.id, span=d.span, value=d.value, relation=relation)
        for d, relation in zip(details, relations, strict=True)
    )
    return Variant(kind=kind, readings=readings, label=choose_label(relations), explanation=why)


def choose_label(relations: Sequence[Relation]) -> Label:
    """The gravest relation; `weigh` puts drift and translation in its place where a path explains it."""
    for relation in ("contradiction", "update", "unsure", "rounding"):
        if relation in relations:
            return relation
    return "same"


def share_place(one: Claim, other: Claim) -> bool:
    """True unless the two name places that do not fit."""
    return not do_places_clash(one.places, other.places)
