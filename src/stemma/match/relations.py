"""How the readings of one collation differ, slot by slot, each with a label and one sentence that says why."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stemma.match.profiles import find_concepts
from stemma.match.slots import MEASURES, do_places_clash, do_values_meet, is_compass_region, is_same_slot, name_role
from stemma.model import (
    Article,
    Attribution,
    Claim,
    Label,
    Place,
    Quantity,
    Reading,
    Relation,
    Span,
    Variant,
    VariantKind,
)

LONGEST_READING = 200
AGAINST = ("denies", "doubts", "not disclosed")
TURNED = 0.65  # share of the shorter claim's words from which a negation turns the other round
# Counts that grow while an event goes on: a later, larger one replaces an earlier one and contradicts nothing.
RUNNING = frozenset(
    {
        "killed",
        "injured",
        "missing",
        "arrested",
        "displaced",
        "damaged",
        "destroyed",
        "turnout",
        "voted",
        "evacuated",
        "infected",
        "rescued",
        "sold",
    }
)


# Units that are things one can recount; a length, a share or a year without a role may measure anything.
COUNTABLE = frozenset({"country", "job", "worker", "soldier", "house", "building", "copy", "employee", "magnitude"})


@dataclass(frozen=True, slots=True)
class Context:
    """What relations look up."""

    articles: dict[str, Article]
    attributions: dict[str, Attribution]
    years: tuple[int, int] | None = None  # in which an undated article of the pile may have been written


@dataclass(frozen=True, slots=True)
class Detail:
    """One claim's version of a slot, before it is compared."""

    claim: Claim
    span: Span
    value: str
    quantity: Quantity | None = None


def find_variants(claims: Sequence[Claim], context: Context) -> tuple[Variant, ...]:
    """All variants of one collation: quantities, moments, places, modality, stance, hedges, sources, wording.

    Args:
        claims: in the order of their articles' dates (undated last), then of their ids.
        context: articles and attributions by id.
    """
    if len(claims) < 2:
        return ()
    found = [
        *_compare_quantities(claims, context),
        *_compare_moments(claims, context),
        *_compare_starts(claims, context),
        *_compare_places(claims, context),
        *_compare_modality(claims, context),
        *_compare_stance(claims, context),
        *_compare_hedges(claims, context),
    ]
    return tuple(v for v in found if v is not None)


def _shorten(claim: Claim) -> Span:
    return Span(claim.span.start, min(claim.span.end, claim.span.start + LONGEST_READING))


def _make_variant(kind: VariantKind, details: Sequence[Detail], relations: Sequence[Relation], why: str) -> Variant:
    readings = tuple(
        Reading(claim=d.claim.id, span=d.span, value=d.value, relation=relation)
        for d, relation in zip(details, relations, strict=True)
    )
    return Variant(kind=kind, readings=readings, label=_label(relations), explanation=why)


def _label(relations: Sequence[Relation]) -> Label:
    for relation in ("contradiction", "update", "unsure", "rounding"):
        if relation in relations:
            return relation
    return "same"


def _compare_quantities(claims: Sequence[Claim], context: Context) -> list[Variant]:
    found = []
    for slot, unordered in _find_slots(claims).items():
        if len(unordered) > 1:
            details = _put_reference_first(unordered)
            relations: list[Relation] = ["reference"]
            relations += [_relate(details[0], detail, context) for detail in details[1:]]
            values = " / ".join(dict.fromkeys(d.value for d in details))
            found.append(_make_variant("quantity", details, relations, f"{slot}: {values}"[:300]))
    return found


def _find_slots(claims: Sequence[Claim]) -> dict[str, list[Detail]]:
    """Counts by what they count. One of unknown role joins a slot of its unit only with a value that fits there."""
    by_slot: dict[tuple[str, str], list[Detail]] = defaultdict(list)
    for claim in claims:
        for quantity in claim.quantities:
            detail = Detail(claim=claim, span=quantity.span, value=quantity.text, quantity=quantity)
            by_slot[(name_role(quantity.role) or "", quantity.unit or "")].append(detail)
    merged: dict[str, list[Detail]] = {}
    for (role, unit), details in sorted(by_slot.items(), reverse=True):
        for detail in details:
            name = next((n for n in merged if _fits_slot(n, merged[n], detail)), None)
            merged.setdefault(name or f"{role or 'counted'} {unit}".strip(), []).append(detail)
    return {name: _sort_details(details, claims) for name, details in merged.items()}


def _fits_slot(name: str, members: Sequence[Detail], detail: Detail) -> bool:
    quantity = detail.quantity
    if quantity is None:
        return False
    its_role, _, its_unit = name.partition(" ")
    if quantity.role and its_role != "counted":
        return name_role(quantity.role) == its_role
    if not quantity.unit or quantity.unit != its_unit:
        return False
    return its_role == "counted" or any(m.quantity and do_values_meet(m.quantity, quantity) for m in members)


def _sort_details(details: Sequence[Detail], claims: Sequence[Claim]) -> list[Detail]:
    order = {claim.id: at for at, claim in enumerate(claims)}
    return sorted(details, key=lambda d: (order[d.claim.id], d.span))


def _put_reference_first(details: list[Detail]) -> list[Detail]:
    """The earliest dated reading, else the most frequent value (contract: exemplar's, earliest, most frequent)."""
    if details[0].claim.as_of:
        return details
    values = [d.quantity.best if d.quantity else d.value for d in details]
    at = max(range(len(details)), key=lambda i: (values.count(values[i]), -i))
    return [details[at], *details[:at], *details[at + 1 :]]


def _relate(reference: Detail, detail: Detail, context: Context) -> Relation:
    one, other = reference.quantity, detail.quantity
    if one is None or other is None:
        return "unsure"
    if (one.low, one.best, one.high) == (other.low, other.best, other.high):
        return "same"
    if do_values_meet(one, other):
        return "rounding"
    return _relate_apart(reference, detail, context)


def _relate_apart(reference: Detail, detail: Detail, context: Context) -> Relation:
    """Values that cannot both hold at one moment: what do the role and the order of moments say?

    Counts of unknown role may be two counts. A running count is contradicted only by a smaller one on a later day.
    """
    one, other = reference.quantity, detail.quantity
    if one is None or other is None:
        return "unsure"
    if _is_level(one) and _have_other_moments(reference.claim, detail.claim):
        return "update"
    if not (one.role or other.role or one.unit in COUNTABLE or "/" in (one.unit or "")):
        return "unsure"
    if other.role not in RUNNING or _tells_of_another_time(reference.claim, detail.claim):
        return "contradiction" if _share_place(reference.claim, detail.claim) else "unsure"
    before, after = reference.claim.as_of, detail.claim.as_of
    if reference.claim.article == detail.claim.article:
        return "contradiction"
    if not before or not after or before == after:
        return "unsure"
    return "update" if (other.best > one.best) == (after > before) else "contradiction"


def _is_level(quantity: Quantity) -> bool:
    """True for what rises and falls, and is read off at a moment: a share, a rate, a measure."""
    unit = quantity.unit or ""
    return unit in MEASURES | {"percent"} or "/" in unit


def _have_other_moments(one: Claim, other: Claim) -> bool:
    """True where both state when their count holds, and the moments differ: 91 percent on Tuesday, 84 by Friday."""
    mine, theirs = ([m.value for m in c.moments if m.of == "event" and _kind_of_moment(m.value)] for c in (one, other))
    same_kind = [(a, b) for a in mine for b in theirs if _kind_of_moment(a) == _kind_of_moment(b)]
    return bool(same_kind) and not any(_agree(a, b) for a, b in same_kind)


def _tells_of_another_time(one: Claim, other: Claim) -> bool:
    """True where both name a year before that of their article: an old count runs no more."""
    return all(
        any(m.value[:4].isdigit() and claim.as_of and m.value[:4] < claim.as_of[:4] for m in claim.moments)
        for claim in (one, other)
    )


def _compare_moments(claims: Sequence[Claim], context: Context) -> list[Variant]:
    by_kind: dict[str, list[Detail]] = defaultdict(list)
    for claim in claims:
        for moment in (m for m in claim.moments if m.of == "event"):
            kind = _kind_of_moment(moment.value)
            if kind:
                by_kind[kind].append(Detail(claim=claim, span=moment.span, value=moment.value))
    found = []
    for kind, details in sorted(by_kind.items()):
        if len({d.claim.id for d in details}) > 1:
            relations: list[Relation] = ["reference", *(_relate_moments(details[0], d, context) for d in details[1:])]
            found.append(_make_variant("moment", details, relations, f"{kind}: " + " / ".join(dict.fromkeys(d.value for d in details))))
    return found


def _relate_moments(reference: Detail, detail: Detail, context: Context) -> Relation:
    """Other days contradict each other only in nearly the same words: one thing may be told as of several days."""
    if _agree(reference.value, detail.value):
        return "same"
    one, other = (set(find_concepts(context.articles[d.claim.article], d.claim.span)) for d in (reference, detail))
    alike = len(one & other) >= TURNED * min(len(one), len(other))
    counts = [(a, b) for a in reference.claim.quantities for b in detail.claim.quantities if is_same_slot(a, b)]
    return "contradiction" if alike and all(do_values_meet(a, b) for a, b in counts) else "unsure"


def _compare_starts(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """Since when: "began in February 2022" against "enters its eighth year"."""
    known = [(c, c.start) for c in claims if c.start]
    if len({c.article for c, _ in known}) < 2:
        return []
    bounds = [_bound_start(claim, moment.value, context.years) for claim, moment in known]
    details = [Detail(claim=c, span=m.span, value=m.text) for c, m in known]
    first = bounds[0]
    relations: list[Relation] = ["reference"]
    relations += [
        "unsure" if not b or not first else "same" if b[0] <= first[1] and first[0] <= b[1] else "contradiction"
        for b in bounds[1:]
    ]
    return [
        _make_variant(
            "moment", details, relations, "since when: " + " / ".join(dict.fromkeys(d.value for d in details))
        )
    ]


def find_years(articles: Iterable[Article], claims: Iterable[Claim]) -> tuple[int, int] | None:
    """The years in which an undated article of this pile may have been written.

    A thread is one matter: a year before its first dated article to two years after the last. Without any date, the
    latest year in which something is told to have happened stands for it.
    """
    dated = sorted(int(a.published[:4]) for a in articles if a.published and a.published[:4].isdigit())
    if not dated:
        told = [m.value[:4] for c in claims if c.modality == "happened" for m in c.moments if m.value[:4].isdigit()]
        dated = [int(max(told))] if told else []
    return (dated[0] - 1, dated[-1] + 2) if dated else None


def _bound_start(claim: Claim, value: str, years: tuple[int, int] | None) -> tuple[int, int] | None:
    """The first and the last year in which it can have begun."""
    if not value.startswith("REL:start:"):
        return int(value[:4]), int(value[:4])
    written = (int(claim.as_of[:4]), int(claim.as_of[:4])) if claim.as_of else years
    count = int(value.rsplit(":", 1)[1])
    return (written[0] - count, written[1] - count + 1) if written else None


def _kind_of_moment(value: str) -> str | None:
    if value.startswith("T"):
        return "time of day"
    if value.startswith("REL"):
        return None
    if "W" in value:
        return "weekday"
    return "date"


def _agree(one: str, other: str) -> bool:
    """True when two values could be one moment: equal up to the coarser precision, X standing for anything."""
    if one.startswith("T"):
        return one[:6] == other[:6]
    return all(a == b or "X" in (a, b) for a, b in zip(one, other, strict=False))


def _compare_places(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """Towns and regions that claims name (a town inside a named country agrees with it), and parts of countries."""
    return [*_compare_towns(claims), *_compare_regions(claims)]


def _compare_towns(claims: Sequence[Claim]) -> list[Variant]:
    named = [(c, [p for p in c.places if not is_compass_region(p)]) for c in claims]
    named = [(c, places) for c, places in named if places]
    if len({c.article for c, _ in named}) < 2:
        return []
    details = [Detail(claim=c, span=places[-1].span, value=places[-1].name) for c, places in named]
    relations: list[Relation] = ["reference"]
    relations += ["same" if _share_place(named[0][0], c) else "unsure" for c, _ in named[1:]]
    return [_make_variant("place", details, relations, "where: " + " / ".join(dict.fromkeys(d.value for d in details)))]


def _compare_regions(claims: Sequence[Claim]) -> list[Variant]:
    """The south-west of one country is not the south-west of another."""
    named = [(c, p) for c in claims for p in c.places if is_compass_region(p) and p.country]
    if len({c.id for c, _ in named}) < 2:
        return []
    reference = named[0][1]
    details = [Detail(claim=c, span=p.span, value=f"{p.name} of {p.country}") for c, p in named]
    relations: list[Relation] = ["reference"]
    relations += [
        "same" if (p.country, p.name) == (reference.country, reference.name) else _relate_regions(reference, p)
        for _, p in named[1:]
    ]
    return [
        _make_variant(
            "place", details, relations, "part of the country: " + " / ".join(dict.fromkeys(d.value for d in details))
        )
    ]


def _relate_regions(one: Place, other: Place) -> Relation:
    return "contradiction" if one.name == other.name else "unsure"


def _share_place(one: Claim, other: Claim) -> bool:
    return not do_places_clash(one.places, other.places)


def _compare_modality(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """Planned here, happened there. Whether that is drift or an update is for the lineage to say."""
    kinds = {c.modality for c in claims}
    if "happened" not in kinds or not kinds & {"planned", "possible"}:
        return []
    ordered = sorted(claims, key=lambda c: (c.modality == "happened", c.as_of or "9999"))
    details = [Detail(claim=c, span=_shorten(c), value=c.modality) for c in ordered]
    relations: list[Relation] = ["reference"]
    relations += ["update" if d.value == "happened" else "same" for d in details[1:]]
    return [_make_variant("modality", details, relations, f"{details[0].value} in one account, happened in another")]


def find_taken_up(claims: Sequence[Claim], context: Context) -> list[tuple[int, int]]:
    """Index pairs of one article: what somebody confirms, and the next sentence, by which nobody discloses it.

    Args:
        claims: in the order of article and span.
        context: attributions by id.
    """
    pairs = []
    for at, claim in enumerate(claims):
        if not (claim.withheld and claim.takes_up):
            continue
        before = [
            i
            for i in range(at)
            if claims[i].article == claim.article and claims[i].sentence.end <= claim.sentence.start
        ]
        last = [i for i in before if claims[i].sentence == claims[before[-1]].sentence]
        confirmed = [i for i in last if _stance_of(claims[i], context) == "confirms"]
        pairs += [(confirmed[0], at)] if confirmed else []
    return pairs


def _compare_stance(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """Put forward here, denied or doubted there, or said with a negation that turns the same words round."""
    stances = {c.id: _stance_of(c, context) for c in claims}
    positive = [c for c in claims if stances[c.id] not in AGAINST and not c.negated]
    for claim in claims:
        if claim.negated and stances[claim.id] == "asserts" and any(_turns_round(claim, c, context) for c in positive):
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
        _make_variant("stance", details, relations, "put forward by some, denied, doubted or not disclosed by others")
    ]


def _span_with_cue(claim: Claim, context: Context) -> Span:
    """The claim with the words that show the stance, where both fit into one reading."""
    cues = [context.attributions[a].cue.span for a in claim.attributions if a in context.attributions]
    parts = [claim.span, *(cue for cue in cues if cue)]
    whole = Span(min(p.start for p in parts), max(p.end for p in parts))
    return whole if whole.end - whole.start <= LONGEST_READING else _shorten(claim)


def _turns_round(negated: Claim, positive: Claim, context: Context) -> bool:
    """True where the two say nearly the same words, one with a "not": negating something else denies nothing."""
    one = set(find_concepts(context.articles[negated.article], negated.span))
    other = set(find_concepts(context.articles[positive.article], positive.span))
    shared = len(one & other)
    return shared >= TURNED * min(len(one), len(other)) and (shared > 2 or shared == min(len(one), len(other)) == 2)


def _stance_of(claim: Claim, context: Context) -> str:
    """What the innermost voice does with the claim."""
    stances = [context.attributions[a].stance for a in claim.attributions if a in context.attributions]
    against = [s for s in stances if s in AGAINST]
    return against[-1] if against else "confirms" if "confirms" in stances else "asserts"


def _compare_hedges(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """Said with a word of doubt here, without there."""
    hedged = [c for c in claims if c.hedges]
    plain = [c for c in claims if not c.hedges]
    if not hedged or not plain:
        return []
    details = [Detail(claim=c, span=c.hedges[0].span or _shorten(c), value=c.hedges[0].text) for c in hedged]
    details += [Detail(claim=c, span=_shorten(c), value="no hedge") for c in plain]
    relations: list[Relation] = ["reference", *(["same"] * (len(hedged) - 1)), *(["unsure"] * len(plain))]  # type: ignore[list-item]
    return [
        _make_variant("hedge", details, relations, f"“{details[0].value}” in one account, said outright in another")
    ]
