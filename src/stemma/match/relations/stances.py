"""How sure and by whom: planned or happened, put forward or denied, hedged or outright."""

from collections.abc import Sequence

from stemma.match.profiles import find_concepts
from stemma.match.relations.details import AGAINST, LONGEST_READING, TURNED, Context, Detail, make_variant, shorten
from stemma.model import Claim, Relation, Span, Variant


def find_taken_up(claims: Sequence[Claim], context: Context) -> list[tuple[int, int]]:
    """Index pairs of one article: what somebody confirms, and the next sentence, by which nobody discloses it.

    Args:
        claims: in the order of article and span.
        context: attributions by id.
    """
    pairs = []
    first = 0  # claim of the article
    for at, claim in enumerate(claims):
        first = first if claims[first].article == claim.article else at
        if not (claim.withheld and claim.takes_up):
            continue
        before = [i for i in range(first, at) if claims[i].sentence.end <= claim.sentence.start]
        last = [i for i in before if claims[i].sentence == claims[before[-1]].sentence]
        confirmed = [i for i in last if _stance_of(claims[i], context) == "confirms"]
        pairs += [(confirmed[0], at)] if confirmed else []
    return pairs


def compare_stance(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """Put forward here, denied or doubted there, or said with a negation that turns the same words round."""
    stances = {c.id: _stance_of(c, context) for c in claims}
    positive = [c for c in claims if stances[c.id] not in AGAINST and not c.negated]
    for claim in claims:
        if (
            claim.negated
            and not claim.withheld
            and stances[claim.id] == "asserts"
            and any(_turns_round(claim, c, context) for c in positive)
        ):
            stances[claim.id] = "denies"
    if "confirms" in stances.values():
        stances |= {c.id: "not disclosed" for c in claims if c.withheld and stances[c.id] == "asserts"}
    if not set(AGAINST) & set(stances.values()):
        return []
    ordered = sorted(claims, key=lambda c: stances[c.id] in AGAINST)
    if stances[ordered[0].id] in AGAINST:
        return []
    details = [Detail(claim=c, span=_span_with_cue(c, context), value=stances[c.id]) for c in ordered]
    relations: list[Relation] = ["reference"]
    relations += ["contradiction" if d.value in AGAINST else "same" for d in details[1:]]
    return [
        make_variant("stance", details, relations, "put forward by some, denied, doubted or not disclosed by others")
    ]


def _span_with_cue(claim: Claim, context: Context) -> Span:
    """The claim with the words that show the stance, where both fit into one reading."""
    cues = [context.attributions[a].cue.span for a in claim.attributions if a in context.attributions]
    parts = [claim.span, *(cue for cue in cues if cue)]
    whole = Span(min(p.start for p in parts), max(p.end for p in parts))
    return whole if whole.end - whole.start <= LONGEST_READING else shorten(claim)


def _turns_round(negated: Claim, positive: Claim, context: Context) -> bool:
    """True where the two say nearly the same words, one with a "not": negating something else denies nothing."""
    one, other = _find_words(negated, context), _find_words(positive, context)
    shared = len(one & other)
    return shared >= TURNED * min(len(one), len(other)) and (shared > 2 or shared == min(len(one), len(other)) == 2)


def _find_words(claim: Claim, context: Context) -> frozenset[str]:
    known = context.words.get(claim.id)
    return known if known is not None else frozenset(find_concepts(context.articles[claim.article], claim.span))


def _stance_of(claim: Claim, context: Context) -> str:
    """What the innermost voice does with the claim."""
    stances = [context.attributions[a].stance for a in claim.attributions if a in context.attributions]
    against = [s for s in stances if s in AGAINST]
    return against[-1] if against else "confirms" if "confirms" in stances else "asserts"


def compare_modality(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """Planned here, happened there. Whether that is drift or an update is for the lineage to say."""
    kinds = {c.modality for c in claims}
    if "happened" not in kinds or not kinds & {"planned", "possible"}:
        return []
    ordered = sorted(claims, key=lambda c: (c.modality == "happened", c.as_of or "9999"))
    details = [Detail(claim=c, span=shorten(c), value=c.modality) for c in ordered]
    relations: list[Relation] = ["reference"]
    relations += ["update" if d.value == "happened" else "same" for d in details[1:]]
    return [make_variant("modality", details, relations, f"{details[0].value} in one account, happened in another")]


def compare_hedges(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """Said with a word of doubt here, without there."""
    hedged = [c for c in claims if c.hedges]
    plain = [c for c in claims if not c.hedges]
    if not hedged or not plain:
        return []
    details = [Detail(claim=c, span=c.hedges[0].span or shorten(c), value=c.hedges[0].text) for c in hedged]
    details += [Detail(claim=c, span=shorten(c), value="no hedge") for c in plain]
    relations: list[Relation] = ["reference", *(["same"] * (len(hedged) - 1)), *(["unsure"] * len(plain))]  # type: ignore[list-item]
    return [make_variant("hedge", details, relations, f"“{details[0].value}” in one account, said outright in another")]
