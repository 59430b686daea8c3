"""Counts of one slot side by side: same, rounded, updated or contradicted."""

from collections import defaultdict
from collections.abc import Sequence

from stemma.match.relations.details import Context, Detail, make_variant, share_place
from stemma.match.relations.owners import count_one_thing
from stemma.match.relations.times import do_moments_agree, name_kind
from stemma.match.relations.tolls import (
    TOLLS,
    give_both,
    have_died_since,
    is_sum,
    leave_out_inner,
    leave_out_parts,
    may_count_one_more,
    restates,
    take_shot_for_injured,
)
from stemma.match.slots import (
    MEASURES,
    ROLES_OF_PEOPLE,
    do_values_meet,
    is_compass_region,
    name_role,
    name_unit,
)
from stemma.model import Claim, Quantity, Relation, Variant

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


TELLING = 11  # from here on, one number for two things is seldom chance
NEAR = 1.5  # times the least, up to which two measures, or two counts of people, may be of the same


def compare_quantities(claims: Sequence[Claim], context: Context) -> list[Variant]:
    """One variant for every slot that several claims count in."""
    found = []
    for slot, members in _find_slots(claims, context).items():
        replaced, unordered = _part_replaced(slot, leave_out_parts(members, context), context)
        found += replaced
        while len(unordered) > 1:
            first, *others = _put_reference_first(unordered)
            details = _gather_one_thing(first, others, context)
            unordered = [d for d in unordered if d not in details]
            if len(details) > 1:
                relations: list[Relation] = ["reference"]
                relations += [_relate(_find_counterpart(details, detail), detail, context) for detail in details[1:]]
                values = " / ".join(dict.fromkeys(d.value for d in details))
                found.append(make_variant("quantity", details, relations, f"{slot}: {values}"[:300]))
    return found


def _part_replaced(slot: str, details: Sequence[Detail], context: Context) -> tuple[list[Variant], list[Detail]]:
    """A variant for each text that says what count its own replaces, and all other details."""
    found, updating = [], []
    for detail in details:
        old = [d for d in details if _may_run(detail) and restates(detail, d, context)]
        if old:
            relations: list[Relation] = ["reference", *(["same"] * (len(old) - 1)), "update"]  # type: ignore[list-item]
            why = f"{slot}: {old[0].value}, replaced by {detail.value}"
            found.append(make_variant("quantity", [*old, detail], relations, why[:300]))
            updating.append(detail)
    return found, [d for d in details if d not in updating]


def _may_run(detail: Detail) -> bool:
    """True for a count that may grow while an event goes on."""
    quantity = detail.quantity
    return quantity is not None and (quantity.role in RUNNING or name_unit(quantity) == "person")


def _gather_one_thing(first: Detail, others: Sequence[Detail], context: Context) -> list[Detail]:
    """The first, and all that count the same thing as it, or as an account that gives its number in other words."""
    others = [d for d in others if not give_both(first, d, context)]
    like = [d for d in others if count_one_thing(first, d, context)]
    agreeing = [d for d in like if _have_one_value(first, d)]
    told = {d.claim.id for d in like}
    rest = [d for d in others if d.claim.id not in told]
    found = [d for d in rest if any(count_one_thing(a, d, context) for a in agreeing)]
    return [first, *(d for d in others if d in like or d in found)]


def _find_counterpart(details: Sequence[Detail], detail: Detail) -> Detail:
    """The first, or where it tells of another part of the country, an account that gives its number and does not.

    "170 died", said of one district by the first account and of the whole flood by others, is contradicted by 230.
    """
    first = details[0]
    like = (d for d in details if d is first or _have_one_value(first, d))
    return next((d for d in like if _tell_of_one_place(d.claim, detail.claim)), first)


def _tell_of_one_place(one: Claim, other: Claim) -> bool:
    return share_place(one, other) and not _name_other_regions(one, other)


def _have_one_value(one: Detail, other: Detail) -> bool:
    mine, theirs = one.quantity, other.quantity
    if mine is None or theirs is None:
        return False
    return (mine.low, mine.best, mine.high) == (theirs.low, theirs.best, theirs.high)


def _find_slots(claims: Sequence[Claim], context: Context) -> dict[str, list[Detail]]:
    """Counts by what they count. One of unknown role joins a slot of its unit only with a value that fits there."""
    by_slot: dict[tuple[str, str], list[Detail]] = defaultdict(list)
    for claim in claims:
        for quantity in leave_out_inner(claim.quantities, context.articles[claim.article]):
            detail = take_shot_for_injured(
                Detail(claim=claim, span=quantity.span, value=quantity.text, quantity=quantity), context
            )
            role = detail.quantity.role if detail.quantity else None
            by_slot[(name_role(role) or "", quantity.unit or "")].append(detail)
    merged: dict[str, list[Detail]] = {}
    for (role, unit), details in sorted(by_slot.items(), reverse=True):
        for detail in details:
            name = next((n for n in merged if _fits_slot(n, merged[n], detail)), None)
            merged.setdefault(name or f"{role or 'counted'} {unit}".strip(), []).append(detail)
    return {name: _sort_details(details, claims) for name, details in _join_slots(merged).items()}


def _join_slots(slots: dict[str, list[Detail]]) -> dict[str, list[Detail]]:
    """Counts of one thing under two names, "104 shells" and "110 blasts": no claim has both, and some give one number.

    Words for people are exchanged without that, where the numbers are near.
    """
    joined: dict[str, list[Detail]] = {}
    for name, details in slots.items():
        home = next((n for n, others in joined.items() if _are_one_slot(details, others)), name)
        joined.setdefault(home, []).extend(details)
    return joined


def _are_one_slot(some: Sequence[Detail], others: Sequence[Detail]) -> bool:
    here, there = ([d.quantity for d in details if d.quantity] for details in (some, others))
    if not (here and there) or not {d.claim.id for d in some}.isdisjoint(d.claim.id for d in others):
        return False
    roles = [{_name_extent(q.role) for q in quantities if q.role} for quantities in (here, there)]
    if roles[0] and roles[1] and roles[0].isdisjoint(roles[1]):
        return False
    both = [*here, *there]
    shared = max({q.best for q in here} & {q.best for q in there}, default=0.0)
    if any(_is_measured(q) for q in both):
        slipped = not {_find_digits(q) for q in here}.isdisjoint(_find_digits(q) for q in there)
        return len({q.unit for q in both}) == 1 and (shared > 0 or slipped or _are_near(both))
    people = all(name_unit(q) == "person" or q.unit in ROLES_OF_PEOPLE for q in both)
    return shared >= TELLING or (people and min(q.best for q in both) >= TELLING and _are_near(both))


def _find_digits(quantity: Quantity) -> str:
    """What is written of a number, whatever its unit: 16 miles may have been 16 kilometres."""
    return "".join(character for character in quantity.text if character.isdigit())


def _are_near(quantities: Sequence[Quantity]) -> bool:
    values = [quantity.best for quantity in quantities]
    return max(values) <= NEAR * min(values)


def _name_extent(role: str | None) -> str | None:
    """The role; how long something is and how far it reaches are told for each other."""
    return "distance" if role == "length" else name_role(role)


def _is_measured(quantity: Quantity) -> bool:
    unit = quantity.unit or ""
    return unit in MEASURES | {"percent", "age", "magnitude"} or "/" in unit or unit.isupper()


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
    """The earliest dated reading, else the most frequent value (contract: exemplar's, earliest, most frequent).

    Of the most frequent value an exact telling. An exact one of that day stands for a vague one that it fits: "at least
    twenty" would hide that 19 and 22 do not.
    """
    first = details[0].claim.as_of
    values = [d.quantity.best if d.quantity else d.value for d in details]
    if first:
        at = next((i for i, d in enumerate(details) if d.claim.as_of == first and _makes_exact(d, details[0])), 0)
    else:
        at = max(range(len(details)), key=lambda i: (values.count(values[i]), -i))
        at = next((i for i, d in enumerate(details) if _is_rounded(details[at], d)), at)
    return [details[at], *details[:at], *details[at + 1 :]]


def _is_rounded(detail: Detail, exact: Detail) -> bool:
    """True for "about 18" where another has the same number without the "about"."""
    one, other = detail.quantity, exact.quantity
    if one is None or other is None or one.open_ended or other.open_ended:
        return False
    return one.vague and not other.vague and (one.best, one.unit) == (other.best, other.unit)


def _makes_exact(detail: Detail, first: Detail) -> bool:
    one, other = detail.quantity, first.quantity
    if one is None or other is None or not other.open_ended:
        return one is other
    return one.low == one.high and not one.open_ended and do_values_meet(one, other)


def _relate(reference: Detail, detail: Detail, context: Context) -> Relation:
    one, other = reference.quantity, detail.quantity
    if one is None or other is None:
        return "unsure"
    if _have_one_value(reference, detail):
        return "same"
    if do_values_meet(one, other) and not _is_too_exact(one, other) and not _has_run_on(one, other):
        return "rounding"
    return _relate_apart(reference, detail, context)


def _is_too_exact(one: Quantity, other: Quantity) -> bool:
    """True where neither number is the other rounded: "about 360" is no 326, though it may be a tenth off."""
    if one.unit != other.unit or one.open_ended or other.open_ended or not (one.vague or other.vague):
        return False
    exact, rounded = sorted((one, other), key=lambda quantity: quantity.vague)
    if exact.vague or not any(c.isdigit() for c in rounded.text):
        return False
    step = find_step(rounded.best)
    return step > 0 and abs(one.best - other.best) > step


def _has_run_on(one: Quantity, other: Quantity) -> bool:
    """True where a running count has left "at least" far behind: five of the evening are not 24 of the morning."""
    return other.role in RUNNING and (one.high < other.low or other.high < one.low)


def find_step(value: float) -> float:
    """What a number looks rounded to: 360 to tens, 400 to hundreds, 450 to fifties; 0 where that is not to be told."""
    if value <= 0 or value != int(value):
        return 0.0
    step = 10.0 ** (len(str(int(value))) - len(str(int(value)).rstrip("0")))
    return 5 * step if value % (5 * step) == 0 else step


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
    is_over = _tells_of_another_time(reference.claim, detail.claim) and not (one.vague or other.vague)
    is_elsewhere = _name_other_regions(reference.claim, detail.claim)
    if is_elsewhere or other.role not in RUNNING or is_over:
        return "contradiction" if _tell_of_one_place(reference.claim, detail.claim) else "unsure"
    is_other_year = _names_earlier_year(reference.claim) != _names_earlier_year(detail.claim)
    if is_other_year or may_count_one_more(reference, detail, context):
        return "unsure"
    return _relate_running(reference, detail, other.best > one.best, context)


def _relate_running(reference: Detail, detail: Detail, is_larger: bool, context: Context) -> Relation:
    """A count that grows while an event goes on; the injured become fewer where some of them died."""
    one, other = reference.claim, detail.claim
    if one.article == other.article:
        return "contradiction"
    if not one.as_of or not other.as_of or one.as_of == other.as_of:
        return "unsure"
    earlier, later = sorted((one, other), key=lambda claim: claim.as_of or "")
    if is_larger == (other.as_of > one.as_of):
        return "unsure" if is_sum(reference, detail, context) else "update"
    counts = [d.quantity for d in (reference, detail) if d.quantity]
    if all(q.role == "injured" for q in counts) and have_died_since(earlier.article, later.article, context):
        return "update"
    is_one_of_many = is_sum(reference, detail, context) or any(
        q.best == 1 and q.role in TOLLS for q in counts
    )  # "one was killed" of four, or in all?
    return "unsure" if is_one_of_many else "contradiction"


def _name_other_regions(one: Claim, other: Claim) -> bool:
    """True where both name parts of a country, and none is shared: they may tell of two events."""
    mine, theirs = ({p.name for p in claim.places if is_compass_region(p)} for claim in (one, other))
    return bool(mine and theirs) and not mine & theirs


def _is_level(quantity: Quantity) -> bool:
    """True for what rises and falls, and is read off at a moment: a share, a rate, a measure."""
    unit = quantity.unit or ""
    return unit in MEASURES | {"percent"} or "/" in unit


def _have_other_moments(one: Claim, other: Claim) -> bool:
    """True where both state when their count holds, and the moments differ: 91 percent on Tuesday, 84 by Friday."""
    mine, theirs = ([m.value for m in c.moments if m.of == "event" and name_kind(m.value)] for c in (one, other))
    same_kind = [(a, b) for a in mine for b in theirs if name_kind(a) == name_kind(b)]
    return bool(same_kind) and not any(do_moments_agree(a, b) for a, b in same_kind)


def _tells_of_another_time(one: Claim, other: Claim) -> bool:
    """True where both name a year before that of their article: an old count runs no more."""
    return _names_earlier_year(one) and _names_earlier_year(other)


def _names_earlier_year(claim: Claim) -> bool:
    return any(m.value[:4].isdigit() and claim.as_of and m.value[:4] < claim.as_of[:4] for m in claim.moments)
