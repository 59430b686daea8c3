"""What happened to those counted: the verb or noun of the same clause that governs a number. Precision first."""

from typing import NamedTuple

from stemma.find.numbers import Amount, Token
from stemma.lang.language import Language

_LENGTH = frozenset({"distance", "depth", "height", "length"})
_MONEY = frozenset({"revenue", "profit", "loss", "price", "debt", "fined", "paid", "raised", "sold", "bought", "stolen", "damaged"})
_PERCENT = frozenset({"turnout", "voted", "laid-off", "sold", "damaged", "destroyed"})
_NOT_COUNTED = _LENGTH | frozenset({"revenue", "profit", "loss", "price", "debt", "fined", "paid", "raised", "turnout", "population"})
_OF_SUBJECT = frozenset({"deserted", "voted", "attended"})  # the counted do it themselves, whatever stands behind the verb
_WALLS = frozenset(".;:!?\n—")
_NEAR = 6
_FAR = 12


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
    """"arrested five men and two women": numbers joined by "and" or a comma share a role."""
    joiners = language.counting.range_joiners | {",", "and", "dan", "serta"}
    roles = [role[0] if role else None for role in found]
    for index in range(1, len(counted)):
        first, second = counted[index - 1], counted[index]
        between = tokens[first.noun_end : second.amount.first]
        if not first.family == second.family == "count" or not between or any(token.folded not in joiners for token in between):
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
        self.active = language.counting.active
        self.auxiliaries = language.grammar.auxiliaries
        self.openers = language.grammar.clause_openers
        self.determiners = language.grammar.determiners
        self.relatives = frozenset({"who", "that", "which", "yang"})
        self.taken = {place for item in counted for place in range(item.amount.first, item.amount.last)}

    def find(self, item: Counted) -> tuple[str, str] | None:
        """The role and where it was found: near, back or far."""
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
            token = self.tokens[index]
            word = token.folded
            role = self.roles.get(word)
            if role and word not in self.active and self._fits(role, item.family):
                helped = self._has_auxiliary(index, item.noun_end)
                if not helped and bare is None and not self._governs(index, role):
                    bare = (role, "near" if distance <= 1 else "far")
                elif helped:
                    return role, "near" if bare or distance <= 1 else "far"
            elif self._is_wall(index, word):
                break
            elif word not in self.auxiliaries and word not in self.relatives and token.text.islower():
                distance += 1
        if bare and item.family == "count" and bare[1] == "far":
            return None
        return bare

    def _has_auxiliary(self, index: int, first: int) -> bool:
        return any(self.tokens[place].folded in self.auxiliaries for place in range(max(first, index - 2), index))

    def _is_wall(self, index: int, word: str) -> bool:
        if index in self.taken or word in _WALLS or word in ("and", "dan", ","):
            return True
        return word in self.openers and word not in self.relatives

    def _governs(self, index: int, role: str) -> bool:
        """"gunmen killed 12 people": the verb's own object follows, so the subject was not killed."""
        if role in _OF_SUBJECT or index + 1 >= len(self.tokens):
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
                return None if role in _OF_SUBJECT else role
            if index in self.taken or word in _WALLS or word in (",", "and", "dan") or word in self.openers:
                return None
        return None
