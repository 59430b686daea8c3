"""Typed slots of two claims: do counts, moments and places agree, differ, or speak of different things?"""

from collections.abc import Sequence

from stemma.model import Moment, Place, Quantity

MEASURES = frozenset(
    {"kilometre", "kilogram", "hour", "second", "minute", "celsius", "square kilometre", "litre", "tonne"}
)
MEASURED = 0.05
GREATER = 100
ALONE = 0.5  # how much two counts of one person tell


def is_same_slot(a: Quantity, b: Quantity) -> bool:
    """True when both count the same kind of thing in the same role; an unknown side says nothing against it."""
    roles = (name_role(a.role), name_role(b.role))
    if roles[0] and roles[1] and roles[0] != roles[1]:
        return False
    shared = bool(roles[0] and roles[0] == roles[1])
    if a.unit and b.unit and a.unit != b.unit:
        return (shared or roles == (None, None)) and {a.unit, b.unit} <= PEOPLE
    if not (a.unit and b.unit):  # "24 dead" counts people; "7 million sold" may count anything
        return shared and roles[0] in ROLES_OF_PEOPLE
    return True


def name_unit(quantity: Quantity) -> str:
    """One word for all people; what is killed or injured without a noun is people too."""
    if quantity.unit in PEOPLE or (quantity.unit is None and quantity.role in ROLES_OF_PEOPLE):
        return "person"
    return quantity.unit or "?"


def name_role(role: str | None) -> str | None:
    """The role, or the family of roles that reports exchange: those who fled, moved out or were evacuated left."""
    return "left" if role in LEFT else role


ROLES_OF_PEOPLE = frozenset(
    {
        "adult",
        "arrested",
        "baby",
        "boy",
        "climber",
        "crew",
        "customer",
        "cyclist",
        "demonstrator",
        "docker",
        "doctor",
        "driver",
        "fan",
        "farmer",
        "firefighter",
        "fisherman",
        "girl",
        "guard",
        "guest",
        "hired",
        "hostage",
        "infected",
        "injured",
        "journalist",
        "killed",
        "laid-off",
        "left",
        "member",
        "migrant",
        "miner",
        "missing",
        "neighbour",
        "nurse",
        "patient",
        "pedestrian",
        "pensioner",
        "pilot",
        "player",
        "policeman",
        "prisoner",
        "protester",
        "pupil",
        "recruit",
        "refugee",
        "rescued",
        "rescuer",
        "sailor",
        "shopper",
        "spectator",
        "survivor",
        "suspect",
        "swimmer",
        "teacher",
        "teenager",
        "tenant",
        "tourist",
        "troop",
        "visitor",
        "volunteer",
    }
)
HARMED = frozenset({"injured", "killed", "shot"})
LEFT = frozenset({"deserted", "displaced", "evacuated"})
# Words for people that reports of one event exchange freely: nine rebels, nine fighters, nine people.
PEOPLE = frozenset(
    {
        "person",
        "soldier",
        "officer",
        "fighter",
        "militant",
        "victim",
        "civilian",
        "child",
        "woman",
        "man",
        "worker",
        "employee",
        "resident",
        "villager",
        "passenger",
        "student",
        "police officer",
        "voter",
        "citizen",
        "rebel",
        "insurgent",
    }
)


def do_values_meet(a: Quantity, b: Quantity) -> bool:
    """True when the intervals low…high share a value; "at least five" meets every greater count.

    Measures are compared with a tolerance, since 10 kilometres and six miles are one depth in two units.
    """
    slack = MEASURED if a.unit == b.unit and a.unit in MEASURES else 0.0
    return (a.open_ended or b.low <= a.high * (1 + slack)) and (b.open_ended or a.low <= b.high * (1 + slack))


def score_counts(one: Sequence[Quantity], other: Sequence[Quantity]) -> float:
    """How well the best pair of counts of one slot agrees.

    Returns:
        1 where the values meet and the slot has a role (.8 where only the unit is known, .5 for one person alone), .6
        where the same people or things in the same role are counted differently but within a factor of three, else 0.
    """
    return max((_score_count(a, b) for a in one for b in other if is_same_slot(a, b)), default=0.0)


def _score_count(a: Quantity, b: Quantity) -> float:
    is_rate = bool(a.unit and "/" in a.unit)
    shared = is_rate or bool(a.role and name_role(a.role) == name_role(b.role))
    if do_values_meet(a, b):
        few = shared and max(a.best, b.best) <= 1  # "a man was killed" is true of many events
        return ALONE if few and a.role in ROLES_OF_PEOPLE else 1.0 if shared else 0.8
    if not shared or min(a.best, b.best) <= 0:
        return 0.0
    return 0.6 if max(a.best, b.best) <= 3 * min(a.best, b.best) else 0.1


def do_counts_clash(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """True when both count something in a known role and no role is shared: killed against injured.

    Who was shot may have been killed or injured.
    """
    mine, theirs = {name_role(q.role) for q in one if q.role}, {name_role(q.role) for q in other if q.role}
    if "shot" in mine | theirs and len((mine | theirs) & HARMED) > 1:
        return False
    return bool(mine and theirs and not mine & theirs)


def do_crowds_clash(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """True when both count people, of two kinds and in no role that they share, and no number fits one of the other.

    "60 workers live there" and "27 members of the staff were moved there" share words, but nobody is counted in both.
    """
    mine, theirs = (
        [q for q in counts if name_unit(q) == "person" or q.unit in ROLES_OF_PEOPLE] for counts in (one, other)
    )
    pairs = [(a, b) for a in mine for b in theirs]
    return bool(pairs) and not any(
        do_values_meet(a, b) or a.unit == b.unit or (a.role and name_role(a.role) == name_role(b.role))
        for a, b in pairs
    )


def do_tolls_clash(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """True when both count people in one role, and all numbers of the one are a hundred times those of the other.

    No toll grows like that from report to report: the other one is of a disaster that the article looks back on.
    """
    pairs = [
        (a, b) for a in one for b in other if is_same_slot(a, b) and a.role in ROLES_OF_PEOPLE and a.role == b.role
    ]
    return bool(pairs) and all(
        max(a.best, b.best) >= GREATER * max(1.0, min(a.best, b.best)) and not (a.vague or b.vague) for a, b in pairs
    )


def do_moments_clash(one: Sequence[Moment], other: Sequence[Moment]) -> bool:
    """True when both name years and share none: they tell of different times."""
    mine, theirs = _years(one), _years(other)
    return bool(mine and theirs and not mine & theirs)


def _years(moments: Sequence[Moment]) -> set[str]:
    return {m.value[:4] for m in moments if m.of == "event" and m.value[:4].isdigit()}


def do_places_clash(one: Sequence[Place], other: Sequence[Place]) -> bool:
    """True when both name towns or regions and share none: a country may be an actor, a town is where it happened."""
    near, far = _name_local(one), _name_local(other)
    return bool(near and far and not near & far)


def is_compass_region(place: Place) -> bool:
    """True for a part of a country named by the compass, such as "the northern districts"."""
    return place.region is not None and place.region == place.name


def _name_local(places: Sequence[Place]) -> set[str]:
    """Names and regions of the places below the level of a country."""
    local = [p for p in places if (p.lat is not None or p.region) and not is_compass_region(p)]
    return {part for p in local for part in (p.name, p.region) if part}
