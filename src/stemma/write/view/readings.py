"""How each article tells one claim: the same, changed on the way, contradicting or denying."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from stemma.model import Assessment, Claim, Collation, Quantity, Reading, Variant
from stemma.write.view.lookup import Lookup
from stemma.write.view.wording import Phrase, quote, shorten

Manner = Literal["changed", "contradicts", "denies", "unsure", "update", "about", "same"]
SYMBOLS: dict[Manner, str] = {
    "contradicts": "≠",
    "changed": "△",
    "denies": "✗",
    "update": "→",
    "unsure": "?",
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
OPPOSING = frozenset({"denies", "doubts", "retracts"})
DECISIVE = frozenset({"contradiction", "drift", "translation", "update"})
MOODS = {"happened": "told as done", "planned": "planned", "possible": "told as possible", "generic": "told as a rule"}
UNHEDGED = "no hedge"  # what a reading without a word of doubt has in place of one
Detail = tuple[int, Variant, Reading]  # by its place among the variants
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
    for told in tell_claims(lookup, collation, assessment):
        known = best.get(told.article)
        if known is None or _get_weight(told) < _get_weight(known):
            best[told.article] = told
    tellers = {*assessment.supporting, *assessment.unsourced} if assessment else set()
    return [
        replace(told, words=Phrase("told and denied", "words.told-and-denied"))
        if told.manner == "denies" and told.article in tellers
        else told
        for told in best.values()
    ]


def tell_claims(lookup: Lookup, collation: Collation, assessment: Assessment | None) -> list[Told]:
    """One entry a claim: a denial is tied to the claim that denies, not to its neighbours in the same article."""
    claims = lookup.find_tellings(collation)
    denials = _find_denials(lookup, collation, claims, assessment) if assessment else {}
    details = _find_details(collation)
    return [denials.get(claim.id) or _tell(lookup, details.get(claim.id, ()), claim) for claim in claims]


def _find_details(collation: Collation) -> dict[str, list[Detail]]:
    """What is compared of each claim: details with its reading; who denies stands in `against`."""
    details: dict[str, list[Detail]] = {}
    for order, variant in enumerate(collation.variants):
        for reading in variant.readings if variant.kind != "stance" else ():
            details.setdefault(reading.claim, []).append((order, variant, reading))
    return details


def _get_weight(told: Told) -> tuple[int, bool]:
    return RANK[told.manner], not told.words


def _find_denials(
    lookup: Lookup, collation: Collation, claims: Sequence[Claim], assessment: Assessment
) -> dict[str, Told]:
    """What is told against the claim, by the id of the claim that tells it."""
    own: dict[str, list[Claim]] = {}
    for claim in claims:
        own.setdefault(lookup.get_original(claim.article), []).append(claim)
    denials: dict[str, Told] = {}
    for against in assessment.against:
        telling = own.get(against.article, [])
        found = [claim for claim in telling if is_denying(lookup, collation, claim)] or telling[:1] * (
            len(telling) == 1
        )
        for claim in found:
            known = Told(
                article=against.article,
                claim=claim.id,
                manner="denies",
                words=Phrase(against.stance, f"stance.{against.stance}"),
                witness=against.witness,
            )
            if claim.id not in denials or against.witness in _find_voices(lookup, claim):
                denials[claim.id] = known
    return denials


def is_denying(lookup: Lookup, collation: Collation, claim: Claim) -> bool:
    """True for a claim that opposes what its collation puts forward."""
    for variant in collation.variants:
        if variant.kind in ("stance", "wording") and any(
            reading.claim == claim.id and reading.relation == "contradiction" for reading in variant.readings
        ):
            return True
    voices = [lookup.attributions[id] for id in claim.attributions if id in lookup.attributions]
    return bool(voices) and voices[-1].stance in OPPOSING


def _find_voices(lookup: Lookup, claim: Claim) -> set[str | None]:
    return {lookup.attributions[id].source.witness for id in claim.attributions if id in lookup.attributions}


def find_readings(lookup: Lookup, collation: Collation, variant: Variant) -> list[Reading]:
    """The readings of a detail, without those of mere copies of an article that gives it too."""
    tellings = {claim.id for claim in lookup.find_tellings(collation)}
    return [reading for reading in variant.readings if reading.claim in tellings]


def is_worth_showing(variant: Variant) -> bool:
    """True where readings differ in what a reader can check; that hedges or credits merely differ is no news."""
    if variant.kind == "stance" or variant.label == "same":
        return False
    return variant.label != "unsure" or variant.kind not in QUIET


def get_manner(lookup: Lookup, variant: Variant, reading: Reading) -> Manner:
    """What a reading does to the reference; one that won or lost an "about" is vaguer, not changed."""
    if reading.relation in ("reference", "same"):
        return "same"
    if reading.relation == "rounding" and (reading.on_path is None or _has_same_count(lookup, variant, reading)):
        return "about"
    if reading.on_path is not None:
        return "changed"
    manners: dict[str, Manner] = {"contradiction": "contradicts", "update": "update"}
    return manners.get(reading.relation, "unsure")


def _has_same_count(lookup: Lookup, variant: Variant, reading: Reading) -> bool:
    one, other = find_quantity(lookup, variant.readings[0]), find_quantity(lookup, reading)
    return one is not None and other is not None and (one.best, one.unit) == (other.best, other.unit)


def find_quantity(lookup: Lookup, reading: Reading) -> Quantity | None:
    """The count behind a reading."""
    claim = lookup.claims.get(reading.claim)
    return next((item for item in claim.quantities if item.span == reading.span), None) if claim else None


def get_words(lookup: Lookup, variant: Variant, reading: Reading) -> str:
    """A reading in the article's own words where these are short, else its value; how sure it is in plain words."""
    if variant.kind == "modality":
        return Phrase(MOODS.get(reading.value, reading.value), f"mood.{reading.value}")
    if variant.kind == "hedge":
        return _say_hedge(lookup, variant, reading)
    claim = lookup.claims.get(reading.claim)
    article = lookup.articles.get(claim.article) if claim else None
    words = reading.span.of(article.text) if article else ""
    if variant.kind in WORDED and 0 < len(words) <= 60:
        return shorten(words, 60)
    return shorten(reading.value, 60) or Phrase("left out", "words.left-out")


def _say_hedge(lookup: Lookup, variant: Variant, reading: Reading) -> str:
    """A word of doubt in quotation marks; where there is none, the one that is missing."""
    if reading.value != UNHEDGED:
        return quote(reading.value, 60)
    others = [_find_exemplar(lookup, variant, reading), *variant.readings]
    missing = next((quote(item.value, 60) for item in others if item.value != UNHEDGED), "")
    return (
        Phrase(f"without {missing}", "words.without", missing) if missing else Phrase("told outright", "words.outright")
    )


def _find_exemplar(lookup: Lookup, variant: Variant, reading: Reading) -> Reading:
    """The reading that this one was changed from: that of the exemplar, where it is in the pile, else the reference."""
    witness = lookup.witnesses.get(reading.on_path.exemplar) if reading.on_path else None
    for other in variant.readings:
        claim = lookup.claims.get(other.claim)
        if witness and claim and witness.article and lookup.get_original(claim.article) == witness.article:
            return other
    return variant.readings[0]


def _tell(lookup: Lookup, details: Iterable[Detail], claim: Claim) -> Told:
    article = lookup.get_original(claim.article)
    found = [
        (_get_order(lookup, variant, reading), order, variant, reading)
        for order, variant, reading in details
        if variant.kind not in QUIET or get_manner(lookup, variant, reading) in ("changed", "contradicts", "update")
    ]
    if not found:
        return Told(article=article, claim=claim.id, manner="same", words="")
    *_, variant, reading = min(found, key=lambda item: item[:2])
    manner = get_manner(lookup, variant, reading)
    was = get_words(lookup, variant, _find_exemplar(lookup, variant, reading)) if manner == "changed" else ""
    return Told(article=article, claim=claim.id, manner=manner, words=get_words(lookup, variant, reading), was=was)


def _get_order(lookup: Lookup, variant: Variant, reading: Reading) -> tuple[bool, int, bool, int]:
    """The detail that made the finding comes first, numbers before other details."""
    return (
        variant.label not in DECISIVE,
        RANK[get_manner(lookup, variant, reading)],
        variant.kind != "quantity",
        LABELS[variant.label],
    )
