"""Totals that a noun announces, with the number far behind: "the death toll rose on Monday to 12"."""

from collections.abc import Sequence

from stemma.find.numbers import Amount, Token
from stemma.find.roles import Counted
from stemma.lang.language import Counting, Language

Item = tuple[Counted, str | None]
_REACH = 14  # tokens from the noun to the number
_BEFORE = 2  # tokens before the noun in which its people stand: "death toll"
_BEHIND = 4  # and behind it: "number of people killed"
_WALLS = frozenset('.;!?\n"“”„«»—–')
# What a noun may count; who was shot is counted by the shot, not by a toll.
_ROLES = frozenset(
    {
        "arrested",
        "damaged",
        "destroyed",
        "displaced",
        "evacuated",
        "infected",
        "injured",
        "killed",
        "missing",
        "rescued",
    }
)


def read_totals(
    tokens: Sequence[Token], items: Sequence[Item], language: Language | None
) -> tuple[list[Item], dict[int, str]]:
    """The numbers, those that are totals freed of what belongs to the telling, and the roles of these by index.

    Args:
        tokens: of the whole text.
        items: the numbers with their units.
        language: gives the nouns and the words between them and the number.
    """
    if language is None or not language.counting.totals:
        return list(items), {}
    found, roles = list(items), {}
    for at, (item, unit) in enumerate(items):
        role = _find_role(tokens, item, unit, language.counting)
        if role:
            roles[at] = role
            found[at] = item._replace(amount=_free(tokens, item.amount, language.counting)), unit
    return found, roles


def is_total(tokens: Sequence[Token], amount: Amount, language: Language | None) -> bool:
    """Whether such a noun announces the amount."""
    item = Counted(amount, amount.last, "count")
    return language is not None and _find_role(tokens, item, None, language.counting) is not None


def _find_role(tokens: Sequence[Token], item: Counted, unit: str | None, counting: Counting) -> str | None:
    if item.family != "count" or item.amount.ordinal or not (unit in (None, "person") or unit in counting.harm.persons):
        return None
    first = item.amount.first
    noun = _find_noun(tokens, first, counting)
    if noun is None:
        return None
    people = _find_people(tokens, noun, first, counting)
    opened = any(token.folded in counting.total_marks for token in tokens[first - 1 : item.amount.last - 1])
    if not opened and first - 1 != (noun if people is None else max(noun, people)):
        return None
    role = _name_role(tokens[people].folded, counting) if people is not None else counting.totals[tokens[noun].folded]
    return role if role in _ROLES else None


def _find_noun(tokens: Sequence[Token], first: int, counting: Counting) -> int | None:
    """The nearest noun before the number, in its sentence."""
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if tokens[index].text[:1] in _WALLS:
            return None
        if tokens[index].folded in counting.totals:
            return index
    return None


def _find_people(tokens: Sequence[Token], noun: int, first: int, counting: Counting) -> int | None:
    """The word for those counted, beside the noun: "number of wounded", "death toll", "yaralı sayısı"."""
    behind = range(noun + 1, min(noun + 1 + _BEHIND, first))
    before = range(noun - 1, max(-1, noun - 1 - _BEFORE), -1)
    return next((i for i in [*behind, *before] if _name_role(tokens[i].folded, counting) in _ROLES), None)


def _name_role(word: str, counting: Counting) -> str | None:
    return counting.roles.get(word) or counting.harm.deeds.get(word) or counting.totals.get(word) or None


def _free(tokens: Sequence[Token], amount: Amount, counting: Counting) -> Amount:
    """The number reached: of "from 20 to 31" the latter; "up to nine" is nine, where the toll goes up to it."""
    words = [token.folded for token in tokens[amount.first : amount.last]]
    opener = next((i for i, word in enumerate(words[:-1]) if word in counting.total_marks), None)
    if opener is None:
        return amount
    best = amount.high if opener and tokens[amount.first].kind == "number" else amount.best
    return amount._replace(low=best, best=best, high=best, vague=False, joined=False, open_ended=False)
