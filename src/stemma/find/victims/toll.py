"""Counts of people harmed that no number gives: one man, a sum of several, nobody."""

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from stemma.find.numbers import Token
from stemma.find.roles import Counted
from stemma.find.victims.phrases import Person
from stemma.find.victims.victims import Victim, find_victims, is_joined
from stemma.lang.language import Language
from stemma.model import Quantity, Span
from stemma.text import join_lists

_SINGLE = frozenset({"indefinite", "counted", "both", "nobody"})  # kinds that say how many there were
_SUMMED = (_SINGLE | {"definite", "self", "name", "pronoun"}) - {"nobody"}  # "his wife and two children" are three
_OPEN = frozenset({None, "shot", "killed", "injured"})  # what victims know better
_LONGEST = 120
_OLDEST = 110


def read_toll(
    tokens: Sequence[Token],
    items: Sequence[tuple[Counted, str | None]],
    roles: Sequence[str | None],
    times: Sequence[Span],
    language: Language | None,
) -> list[Victim]:
    """Everybody of whom the text says that they were killed, injured or shot, with a number or without.

    Args:
        tokens: of the whole text.
        items: the numbers with their units.
        roles: of the numbers, as verbs near them say; all there is where a language lists no people.
        times: spans of moments, which hold no names.
        language: gives the words.
    """
    if language is None or not language.counting.harm.persons:
        return _take_counted(items, roles)
    persons = language.counting.harm.persons
    counted = [
        _make_person(tokens, item, unit, language)
        for item, unit in items
        if item.family == "count" and not item.amount.ordinal and (unit in (None, "person") or unit in persons)
        if not _is_age(tokens, item, unit, language)
    ]
    taken = {place for item, _ in items for place in range(item.amount.first, item.amount.last)}
    starts = [token.start for token in tokens]
    for time in times:
        taken.update(range(bisect_left(starts, time.start), bisect_left(starts, time.end)))
    return find_victims(tokens, counted, frozenset(taken), language)


def _take_counted(items: Sequence[tuple[Counted, str | None]], roles: Sequence[str | None]) -> list[Victim]:
    return [
        Victim(Person(item.amount.first, item.noun_end, item.noun_end, "counted", item.amount.low, unit or ""), role)
        for (item, unit), role in zip(items, roles, strict=True)
        if role in _OPEN and role and item.family == "count"
    ]


def _make_person(tokens: Sequence[Token], item: Counted, unit: str | None, language: Language) -> Person:
    """The phrase with its noun, also one that is no unit: "one male"."""
    end, harm = item.noun_end, language.counting.harm
    while end < len(tokens) and tokens[end].folded in join_lists(harm.persons, harm.plurals):
        end += 1
    return Person(item.amount.first, end, end, "counted", item.amount.low, unit or "")


def _is_age(tokens: Sequence[Token], item: Counted, unit: str | None, language: Language) -> bool:
    """As in "two men, ages 20 and 25,", "A. Brown Jr., 11,", "another woman, also 22,"."""
    first, last = item.amount.first, item.amount.last
    if unit is not None or not first > 0 or tokens[first].kind != "number" or item.amount.best > _OLDEST:
        return False
    harm, before = language.counting.harm, tokens[first - 1]
    if before.folded in harm.before_ages:
        return True
    ends = last >= len(tokens) or tokens[last].kind == "mark"
    if before.text == "," and first > 1 and ends:
        somebody = tokens[first - 2]
        return somebody.text[:1].isupper() or somebody.folded in harm.persons | harm.plurals or somebody.text == "."
    is_second = before.folded in harm.chains or before.text == ","
    return is_second and tokens[first - 2].kind == "number" and tokens[first - 3].folded in harm.before_ages


def correct_roles(
    tokens: Sequence[Token],
    items: Sequence[tuple[Counted, str | None]],
    roles: Sequence[str | None],
    victims: Sequence[Victim],
    language: Language | None,
) -> list[str | None]:
    """The roles of numbers, with what became of those who were shot, and of those in the same list; an age has none."""
    if language is None or not language.counting.harm.persons:
        return list(roles)
    roles = [
        None if _is_age(tokens, item, unit, language) else role for (item, unit), role in zip(items, roles, strict=True)
    ]
    known = {victim.person.first: victim.role for victim in victims if victim.person.kind == "counted"}
    return [
        known.get(item.amount.first, role) if role in _OPEN else role
        for (item, _), role in zip(items, roles, strict=True)
    ]


def add_counts(
    text: str, tokens: Sequence[Token], victims: Sequence[Victim], counted: list[Quantity], language: Language | None
) -> list[Quantity]:
    """The quantities with those of single people, and with the sums of people harmed together."""
    if language is None or not victims:
        return counted
    known = {quantity.span.start for quantity in counted}
    singles = [
        make_one(text, tokens, victim, language)
        for victim in victims
        if victim.person.kind in _SINGLE and tokens[victim.person.first].start not in known
    ]
    groups = [_drop_appositions(tokens, group) for group in _find_groups(tokens, victims, language)]
    sums = [_make_sum(text, tokens, g) for g in groups if _is_list(tokens, g, language.counting.harm.chains)]
    return sorted([*counted, *singles, *sums], key=lambda quantity: quantity.span)


def make_one(text: str, tokens: Sequence[Token], victim: Victim, language: Language | None) -> Quantity:
    """The quantity of one phrase."""
    person = victim.person
    span = Span(tokens[person.first].start, tokens[person.last - 1].end)
    if span.end - span.start > _LONGEST:
        span = Span(span.start, tokens[person.first].end)
    units = language.counting.units if language else {}
    unit = units.get(person.noun, person.noun) or None if person.number else None
    return _make(text, span, person.number, unit, victim.role)


def _make(text: str, span: Span, number: float, unit: str | None, role: str) -> Quantity:
    return Quantity(span=span, text=span.of(text), low=number, best=number, high=number, unit=unit, role=role)


def _find_groups(tokens: Sequence[Token], victims: Sequence[Victim], language: Language) -> Iterator[Sequence[Victim]]:
    """Runs of two and more that only "and" and commas join, with one role."""
    group: list[Victim] = []
    for victim in [victim for victim in victims if victim.person.kind in _SUMMED]:
        if group and not (
            group[-1].role == victim.role and is_joined(tokens, group[-1].person, victim.person, language.counting.harm)
        ):
            yield group
            group = []
        group.append(victim)
    yield group


def _is_list(tokens: Sequence[Token], group: Sequence[Victim], chains: frozenset[str]) -> bool:
    """Two and more with an "and" before the last; in headlines a comma will do: "Man, woman killed"."""
    if len(group) < 2:
        return False
    before_last = tokens[group[-1].person.first - 1].folded
    return before_last in chains or all(victim.person.kind in _SINGLE for victim in group)


def _drop_appositions(tokens: Sequence[Token], group: Sequence[Victim]) -> list[Victim]:
    """As in "his wife, Mary Brown, and two children", "Mary Brown, a nurse, and two children": somebody said twice."""
    kept = list(group[:1])
    for one, other in itertools.pairwise(group):
        kinds = {one.person.kind, other.person.kind}
        is_loose = tokens[other.person.first - 1].text == ","
        if not (is_loose and "name" in kinds and kinds != {"name"} and "counted" not in kinds):
            kept.append(other)
    return kept


def _make_sum(text: str, tokens: Sequence[Token], group: Sequence[Victim]) -> Quantity:
    span = Span(tokens[group[0].person.first].start, tokens[group[-1].person.last - 1].end)
    number = sum(victim.person.number for victim in group)
    return _make(text, span, number, "person", group[0].role)
