"""How each article tells one claim: the same, changed on the way, contradicting or denying."""

from dataclasses import dataclass
from typing import Literal

from stemma.model import Assessment, Claim, Collation, Reading, Variant
from stemma.write.view.lookup import Lookup
from stemma.write.view.wording import shorten

Manner = Literal["changed", "contradicts", "denies", "unsure", "update", "about", "same"]
SYMBOLS: dict[Manner, str] = {
    "contradicts": "≠",
    "changed": "△",
    "denies": "✗",
    "unsure": "?",
    "update": "→",
    "about": "≈",
    "same": "=",
}  # worst first
RANK = {manner: number for number, manner in enumerate(SYMBOLS)}
WORDED = frozenset({"quantity", "moment", "place", "actor", "wording"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How one article tells one claim."""

    article: str
    claim: str
    manner: Manner
    words: str  # the detail in the article's own words; "" where nothing is compared
    was: str = ""  # what the exemplar had, where it was changed

    @property
    def symbol(self) -> str:
        """One character for the manner."""
        return SYMBOLS[self.manner]


def find_told(lookup: Lookup, collation: Collation, assessment: Assessment | None) -> list[Told]:
    """One entry an article, in the order of the claims; the worst reading of each article is the one shown."""
    best: dict[str, Told] = {}
    for id in collation.claims:
        claim = lookup.claims.get(id)
        if claim is None or lookup.get_original(claim.article) != claim.article:
            continue
        told = _tell(lookup, collation, claim, assessment)
        known = best.get(claim.article)
        if known is None or RANK[told.manner] < RANK[known.manner]:
            best[claim.article] = told
    return list(best.values())


def get_manner(reading: Reading) -> Manner:
    """What a reading does to the reference."""
    if reading.relation in ("reference", "same"):
        return "same"
    if reading.relation == "rounding":
        return "about"
    if reading.on_path is not None:
        return "changed"
    manners: dict[str, Manner] = {"contradiction": "contradicts", "update": "update"}
    return manners.get(reading.relation, "unsure")


def get_words(lookup: Lookup, variant: Variant, reading: Reading) -> str:
    """A reading in the article's own words where these are short, else its value."""
    claim = lookup.claims.get(reading.claim)
    article = lookup.articles.get(claim.article) if claim else None
    words = reading.span.of(article.text) if article else ""
    if variant.kind in WORDED and 0 < len(words) <= 60:
        return shorten(words, 60)
    return shorten(reading.value, 60) or "left out"


def _tell(lookup: Lookup, collation: Collation, claim: Claim, assessment: Assessment | None) -> Told:
    found = [
        (RANK[get_manner(reading)], order, variant, reading)
        for order, variant in enumerate(collation.variants)
        for reading in variant.readings
        if reading.claim == claim.id
    ]
    against = next((item for item in assessment.against if item.article == claim.article), None) if assessment else None
    if against is not None:
        return Told(article=claim.article, claim=claim.id, manner="denies", words=against.stance)
    if not found:
        return Told(article=claim.article, claim=claim.id, manner="same", words="")
    _, _, variant, reading = min(found, key=lambda item: item[:2])
    manner = get_manner(reading)
    if variant.kind == "stance" and manner != "changed":  # who denies stands in `against`
        return Told(article=claim.article, claim=claim.id, manner="same", words="")
    was = get_words(lookup, variant, variant.readings[0]) if manner == "changed" else ""
    return Told(
        article=claim.article, claim=claim.id, manner=manner, words=get_words(lookup, variant, reading), was=was
    )
