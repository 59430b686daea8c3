"""How each article tells one claim: the same, changed on the way, contradicting or denying."""

from dataclasses import dataclass
from typing import Literal

from stemma.model import Assessment, Claim, Collation, Reading, Variant
from stemma.write.view.lookup import Lookup
from stemma.write.view.wording import join, shorten

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
LABELS: dict[str, int] = {
    label: number
    for number, label in enumerate(
        ("contradiction", "drift", "translation", "update", "unsure", "rounding", "same"),
    )
}
QUIET = frozenset({"attribution", "hedge", "stance", "wording"})
WORDED = frozenset({"quantity", "moment", "place", "actor", "wording"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How one article tells one claim."""

    article: str
    claim: str
    manner: Manner
    words: str  # the detail in the article's own words; "" where nothing is compared
    was: str = ""  # what the exemplar had, where it was changed
    witness: str | None = None  # who denies it

    @property
    def symbol(self) -> str:
        """One character for the manner."""
        return SYMBOLS[self.manner]


def find_told(lookup: Lookup, collation: Collation, assessment: Assessment | None) -> list[Told]:
    """One entry an article, in the order of the claims; the worst reading of each article is the one shown."""
    best: dict[str, Told] = {}
    for claim in lookup.find_tellings(collation):
        told = _tell(lookup, collation, claim, assessment)
        known = best.get(told.article)
        if known is None or RANK[told.manner] < RANK[known.manner]:
            best[told.article] = told
    return list(best.values())


def find_readings(lookup: Lookup, collation: Collation, variant: Variant) -> list[Reading]:
    """The readings of a detail, without those of mere copies of an article that gives it too."""
    tellings = {claim.id for claim in lookup.find_tellings(collation)}
    return [reading for reading in variant.readings if reading.claim in tellings]


def is_worth_showing(variant: Variant) -> bool:
    """True where readings differ in what a reader can check; that hedges or credits merely differ is no news."""
    if variant.kind == "stance" or variant.label == "same":
        return False
    return variant.label != "unsure" or variant.kind not in QUIET


def get_manner(reading: Reading) -> Manner:
    """What a reading does to the reference."""
    if reading.relation in ("reference", "same"):
        return "same"
    if reading.on_path is not None:
        return "changed"
    if reading.relation == "rounding":
        return "about"
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


def explain(lookup: Lookup, collation: Collation, variant: Variant) -> str:
    """Why a variant matters, as a sentence: the one given, else, for a contradiction, one made from its readings."""
    given = " ".join(variant.explanation.split())
    if given.endswith((".", "!", "?", "。")):
        return given
    told: dict[str, str] = {}
    for reading in find_readings(lookup, collation, variant):
        if reading.relation in ("reference", "contradiction") or not told:
            article = lookup.claims[reading.claim].article
            told.setdefault(get_words(lookup, variant, reading), lookup.names.get(article, article))
    if variant.label != "contradiction" or len(told) < 2:
        return ""
    return f"{join(f'{words} ({name})' for words, name in list(told.items())[:4])} cannot both hold."


def _find_exemplar(lookup: Lookup, variant: Variant, reading: Reading) -> Reading:
    """The reading that this one was changed from: that of the exemplar, where it is in the pile, else the reference."""
    witness = lookup.witnesses.get(reading.on_path.exemplar) if reading.on_path else None
    for other in variant.readings:
        claim = lookup.claims.get(other.claim)
        if witness and claim and witness.article and lookup.get_original(claim.article) == witness.article:
            return other
    return variant.readings[0]


def _tell(lookup: Lookup, collation: Collation, claim: Claim, assessment: Assessment | None) -> Told:
    article = lookup.get_original(claim.article)
    against = next((item for item in assessment.against if item.article == article), None) if assessment else None
    if against is not None:
        both = assessment is not None and article in assessment.supporting
        words = "told and denied" if both else against.stance
        return Told(article=article, claim=claim.id, manner="denies", words=words, witness=against.witness)
    found = [
        (RANK[get_manner(reading)], LABELS[variant.label], order, variant, reading)
        for order, variant in enumerate(collation.variants)
        if variant.kind != "stance"  # who denies stands in `against`
        for reading in variant.readings
        if reading.claim == claim.id
        and (variant.kind not in QUIET or get_manner(reading) in ("changed", "contradicts", "update"))
    ]
    if not found:
        return Told(article=article, claim=claim.id, manner="same", words="")
    *_, variant, reading = min(found, key=lambda item: item[:3])
    manner = get_manner(reading)
    was = get_words(lookup, variant, _find_exemplar(lookup, variant, reading)) if manner == "changed" else ""
    return Told(article=article, claim=claim.id, manner=manner, words=get_words(lookup, variant, reading), was=was)
