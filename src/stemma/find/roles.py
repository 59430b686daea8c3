"""What happened to those counted: the verb or noun of the same clause that governs a number. Precision first."""

from collections.abc import Mapping
from typing import NamedTuple

from stemma.find.numbers import Amount, Token
from stemma.lang.language import Language

CONVERSIONS: Mapping[str, tuple[str, float]] = {
    "acre": ("square kilometre", 0.00404686),
    "centimetre": ("kilometre", 1e-5),
    "foot": ("kilometre", 0.0003048),
    "gram": ("kilogram", 0.001),
    "hectare": ("square kilometre", 0.01),
    "inch": ("kilometre", 2.54e-5),
    "metre": ("kilometre", 0.001),
    "mile": ("kilometre", 1.609344),
    "millimetre": ("kilometre", 1e-6),
    "minute": ("hour", 1 / 60),
    "mph": ("kph", 1.609344),
    "pound": ("kilogram", 0.45359237),
    "second": ("hour", 1 / 3600),
    "square mile": ("square kilometre", 2.589988),
    "ton": ("kilogram", 1000.0),
    "yard": ("kilometre", 0.0009144),
}
ENDINGS = frozenset({"st", "nd", "rd", "th", "s", "d", "g"})  # 5th, 1990s, 3D, 4G
ORDERED = frozenset(
    {"year", "month", "week", "day", "quarter", "season", "time", "term"}
)  # "ninth year", no "ninth man"
PERIODS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})  # of a rate
DURATIONS = frozenset({"hour", "day", "week", "month", "year", "decade", "century", "quarter"})
OTHER_UNITS = DURATIONS | {
    "age", "celsius", "degree", "fahrenheit", "kilogram", "kph", "magnitude", "percentage point", "point",
    "square kilometre", "time", "litre", "gallon", "barrel",
}  # fmt: skip
_LENGTH = frozenset({"distance", "depth", "height", "length"})
_MONEY = frozenset(
    {"revenue", "profit", "loss", "price", "debt", "fined", "paid", "raised", "sold", "bought", "stolen", "damaged"}
)
_PERCENT = frozenset({"turnout", "voted", "laid-off", "sold", "damaged", "destroyed"})
_NOT_COUNTED = _LENGTH | frozenset(
    {"revenue", "profit", "loss", "price", "debt", "fined", "paid", "raised", "turnout", "population"}
)
_OF_SUBJECT = frozenset(
    {"deserted", "voted", "attended"}
)  # the counted do it themselves, whatever stands behind the verb
_WALLS = frozenset(".;:!?\n—。；：！？؛؟")
_COMMAS = frozenset(",，、،")
_NEAR = 6
_FAR = 12
IDIOMS = frozenset(
    {
        "day",
        "report",
        "expert",
        "official",
        "group",
        "time",
        "point",
        "case",
        "game",
        "match",
        "state",
        "second",
        "call",
        "page",
        "party",
        "person",
    }
)  # as in "third person": no count


def find_family(unit: str | None) -> str:
    """How a unit is compared: count, length, money, percent or other."""
    if unit is None:
        return "count"
    if unit == "percent":
        return "percent"
    if len(unit) == 3 and unit.isupper():
        return "money"
    if unit == "kilometre" or CONVERSIONS.get(unit, ("",))[0] == "kilometre":
        return "length"
    return "other" if unit in OTHER_UNITS or unit in CONVERSIONS else "count"


class Counted(NamedTuple):
    """A number with the tokens its noun phrase takes, and what kind of unit it has."""

    amount: Amount
    noun_end: int  # first token after the noun
    family: str  # count length money percent other


def find_roles(tokens: list[Token], counted: list[Counted], language: Language | None) -> list[str | None]:
    """One canonical role, or None, for each counted number.

    Args:
        tokens: of the whole text read.
        counted: the numbers, in order.
        language: gives role words, auxiliaries and clause openers.
    """
    if language is None:
        return [None] * len(counted)
    finder = _RoleFinder(tokens, counted, language)
    found = [finder.find(item) for item in counted]
    return _share(tokens, counted, found, language)


def _share(
    tokens: list[Token], counted: list[Counted], found: list[tuple[str, str] | None], language: Language
) -> list[str | None]:
    """As in "arrested five men and two women": numbers joined by "and" or a comma share a role."""
    joiners = language.counting.range_joiners | {",", "and", "dan", "serta"}
    roles = [role[0] if role else None for role in found]
    for index in range(1, len(counted)):
        first, second = counted[index - 1], counted[index]
        between = tokens[first.noun_end : second.amount.first]
        if (
            not first.family == second.family == "count"
            or not between
            or any(token.folded not in joiners for token in between)
        ):
            continue
        before, after = found[index - 1], found[index]
        if before and not after and before[1] == "back":
            roles[index] = roles[index - 1]
        elif after and not before and after[1] == "near":
            roles[index - 1] = roles[index]
    return roles


class _RoleFinder:
    def __init__(self, tokens: list[Token], counted: list[Counted], language: Language) -> None:
        self.tokens = tokens
        self.roles = language.counting.roles
        self.units = language.counting.units
        self.prepositions = language.grammar.prepositions - {"of", "about"}
        self.shares = language.counting.shares
        self.active = language.counting.active
        self.auxiliaries = language.grammar.auxiliaries
        self.openers = language.grammar.clause_openers
        self.negations = language.grammar.negations
        self.verb_final = language.speech.verb_final
        self.be = language.counting.harm.be
        self.determiners = language.grammar.determiners
        self.relatives = frozenset({"who", "that", "which", "yang"})
        self.taken = {place for item in counted for place in range(item.amount.first, item.amount.last)}

    def find(self, item: Counted) -> tuple[str, str] | None:
        """The role and where it was found: near, back or far."""
        noun = self.tokens[item.noun_end - 1].folded if item.noun_end > item.amount.last else ""
        if noun in self.roles and noun not in self.active and self.units.get(noun) == "person":
            return self.roles[noun], "back"  # "deux morts": the noun tells what happened
        near = self._look_ahead(item)
        if near and near[1] == "near":
            return near
        back = self._look_back(item)
        return (back, "back") if back else near

    def _fits(self, role: str | None, family: str) -> bool:
        if role is None:
            return False
        if family == "length":
            return role in _LENGTH
        if family == "money":
            return role in _MONEY
        if family == "percent":
            return role in _PERCENT
        return family == "count" and role not in _NOT_COUNTED

    def _look_ahead(self, item: Counted) -> tuple[str, str] | None:
        """The participle or verb after the noun: "killed in", "have deserted"; a verb with an auxiliary wins."""
        bare: tuple[str, str] | None = None
        distance = 0
        for index in range(item.noun_end, min(item.noun_end + _FAR, len(self.tokens))):
            word = self.tokens[index].folded
            role = self._find_passive(word, item.family)
            if role and self.tokens[index - 1].folded in self.negations:
                return None
            if role and self._has_auxiliary(index, item.noun_end):
                return role, "near" if bare or distance <= 1 else "far"
            if role and bare is None and not self._governs(index, role):
                bare = (role, "near" if distance <= 1 else "far")
            elif not role and self._is_wall(index, word):
                break
            distance += 0 if role else self._count_step(index)
        return None if bare and item.family == "count" and bare[1] == "far" else bare

    def _find_passive(self, word: str, family: str) -> str | None:
        """The role of a word that may speak of the noun before it."""
        role = self.roles.get(word)
        return role if word not in self.active and self._fits(role, family) else None

    def _count_step(self, index: int) -> int:
        """One for a plain word that leads away from the noun; none for auxiliaries, names and relative words."""
        token = self.tokens[index]
        is_light = token.folded in self.auxiliaries or token.folded in self.relatives or not token.text.islower()
        return 0 if is_light else 1

    def _has_auxiliary(self, index: int, first: int) -> bool:
        return any(self.tokens[place].folded in self.auxiliaries for place in range(max(first, index - 2), index))

    def _is_wall(self, index: int, word: str) -> bool:
        if word in self.auxiliaries:
            return False
        if word in ("and", "dan") and index + 1 < len(self.tokens):  # "1,500 houses and buildings were damaged"
            return index + 1 in self.taken or self.tokens[index + 1].folded not in self.units
        if index in self.taken or self._is_break(index) or word in _COMMAS:
            return True
        return word in self.openers and word not in self.relatives

    def _is_passive(self, index: int) -> bool:
        """As in "was killed three blocks away": what follows a passive was not killed."""
        return index > 0 and self.tokens[index - 1].folded in self.be and self.tokens[index].folded not in self.active

    def _is_break(self, index: int) -> bool:
        """The end of a sentence, or one line break and more."""
        return self.tokens[index].text[:1] in _WALLS

    def _governs(self, index: int, role: str) -> bool:
        """As in "gunmen killed 12 people": the verb's own object follows, so the subject was not killed."""
        if role in _OF_SUBJECT | _NOT_COUNTED or index + 1 >= len(self.tokens) or self.verb_final:
            return False
        following = self.tokens[index + 1]
        return index + 1 in self.taken or following.folded in self.determiners

    def _look_back(self, item: Counted) -> str | None:
        """The verb or noun that governs the number: "killing five", "a depth of 10 km", "menewaskan 5 orang"."""
        first = item.amount.first
        for index in range(first - 1, max(-1, first - 1 - _NEAR), -1):
            word = self.tokens[index].folded
            role = self.roles.get(word)
            if role and self._fits(role, item.family):
                return None if role in _OF_SUBJECT or self._is_passive(index) else role
            if (
                index in self.taken
                or self._is_break(index)
                or word in _COMMAS
                or word in ("and", "dan")
                or word in self.openers
                or word in self.shares
            ):
                return None
            if word in self.prepositions and item.family == "count":  # "evacuated to 10 shelters"
                return None
        return None


def make_singular(word: str) -> str:
    """The singular of a regular English plural."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1]
