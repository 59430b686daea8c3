"""What happened to one person: the verb behind the phrase, or the verb or noun that governs it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.find.numbers import Token
from stemma.find.terms import per_language
from stemma.find.victims.phrases import Person, PersonFinder
from stemma.lang.language import Harm, Language

_WALLS = frozenset(".;:!?\n—–")
_REACH = 18
_STEPS = 7  # plain words between somebody and what happened to them
_JOINED = 3  # fewer tokens than this between two of a list: ", and"
_DENIED = 3  # tokens before a verb in which a "not" stands


class Victim(NamedTuple):
    """Somebody to whom something happened: killed, injured or shot."""

    person: Person
    role: str


class _Reader:
    def __init__(
        self, tokens: Sequence[Token], people: Sequence[Person], taken: frozenset[int], language: Language
    ) -> None:
        self.tokens = tokens
        self.people = people
        self.harm = language.counting.harm
        self.grammar = language.grammar
        self.starts = taken | {person.first for person in people}
        self.states = _find_states(tokens, language)
        self.telling = sorted({*self.states, *(i for i, t in enumerate(tokens) if t.folded in self.harm.verbs)})

    def word(self, index: int) -> str:
        """The folded token there, or "" beyond the ends."""
        return self.tokens[index].folded if 0 <= index < len(self.tokens) else ""

    def read(self, person: Person) -> str | None:
        """The role of one phrase."""
        if person.kind == "nobody" and person.noun in self.harm.losses:
            return self.harm.losses[person.noun]
        return self._look_back(person) or self._look_ahead(person)

    # ------------------------------------------------------------ as the object

    def _look_back(self, person: Person) -> str | None:
        """As in "killed a man", "killing of a man", "shot and killed her"."""
        index = person.first - 1
        while self.word(index) in self.harm.looseners or self._is_age(index):  # "killing also", "killed 9-year-old"
            index -= 1
        word = self.word(index)
        if word in self.harm.of and self.word(index - 1) in self.harm.deeds:
            return self._find_role(index - 1) if person.kind != "name" or person.last - person.first > 1 else None
        role = self.harm.verbs.get(word)
        if role is None or word in self.harm.subjects_only:
            return None
        if person.kind == "pronoun" and person.number == 1 and self.word(person.first) in self.harm.nominatives:
            return None
        return None if self._is_passive(index) or self._is_denied(index) else self._find_role(index)

    def _is_age(self, index: int) -> bool:
        return index > 1 and self.tokens[index].kind == "number" and self.word(index + 2) in self.harm.ages

    def _is_passive(self, index: int) -> bool:
        """As in "was killed Tuesday": what follows was not killed. "Was killing" is active."""
        if self.word(index) in self.harm.actives:
            return False
        return any(self.word(place) in self.harm.be for place in range(max(0, index - 4), index))

    def _is_denied(self, index: int) -> bool:
        """As in "did not kill", "tried to kill", "would kill"."""
        before = [self.word(place) for place in range(max(0, index - _DENIED), index)]
        return any(word in self.grammar.negations or word in self.harm.unreal for word in before)

    def _find_role(self, index: int) -> str:
        """The gravest word of a chain: "shot and killed", "shot dead", "fatally shot"."""
        role = self.harm.verbs.get(self.word(index)) or self.harm.deeds[self.word(index)]
        for step in (1, 2):
            if self.word(index - step) in self.harm.manners:
                return self.harm.manners[self.word(index - step)]
        at = index
        while self.word(at - 1) in self.harm.chains and self.word(at - 2) in self.harm.verbs:
            at -= 2
            if self.word(at - 1) in self.harm.manners:
                return self.harm.manners[self.word(at - 1)]
        return self._follow(index, role)

    def _follow(self, index: int, role: str) -> str:
        """What came of it: "shot to death", "shot and wounded"."""
        for width in (1, 2):
            phrase = " ".join(self.word(place) for place in range(index + 1, index + 1 + width))
            if phrase in self.harm.ends:
                return self.harm.ends[phrase]
        if self.word(index + 1) in self.harm.chains or self._goes_on(index + 1):
            step = 3 if self.word(index + 2) in self.harm.looseners | self.harm.manners.keys() else 2
            return self.harm.verbs.get(self.word(index + step), role)
        return role

    def _goes_on(self, index: int) -> bool:
        """As in headlines: "two girls shot, killed by neighbour"; not "they shot, killed and robbed a man"."""
        following, ends = self.word(index + 1), self.word(index + 2)
        is_verb = self.word(index) == "," and following in self.harm.verbs and following not in self.harm.actives
        return is_verb and (ends in self.grammar.prepositions or not ends or ends[0] in _WALLS)

    # ------------------------------------------------------------ as the subject

    def _look_ahead(self, person: Person) -> str | None:
        """As in "a man was killed", "the victim, who died", "man dies after shooting"; death goes before wounds."""
        if person.kind == "self" or self._is_bound(person):
            return None
        if self.word(person.after) in self.harm.manners and self.word(person.after + 1) not in self.harm.verbs:
            return self.harm.manners[self.word(person.after)]  # "one fatally"
        at = bisect_left(self.telling, person.after)
        if at == len(self.telling) or self.telling[at] >= person.after + _REACH:
            return None
        roles = list(self._find_subject_roles(person))
        return "killed" if "killed" in roles else roles[0] if roles else None

    def _find_subject_roles(self, person: Person) -> Iterator[str]:
        """What the words behind a phrase say of it, as far as its clause goes."""
        steps, being = 0, False
        for index in range(person.after, min(person.after + _REACH, len(self.tokens))):
            word = self.word(index)
            if self._is_wall(index, person) or word in self.grammar.negations or word in self.harm.unreal:
                return
            being = being or word in self.harm.be
            role = self._find_subject_role(index, being)
            if role:
                yield role
            elif word not in self.grammar.auxiliaries and word not in self.grammar.prepositions:
                steps += self.tokens[index].text.islower()
            if steps > _STEPS:
                return

    def _is_bound(self, person: Person) -> bool:
        """As in "a friend of Brown was killed": what a preposition binds is no subject, unless "who" follows."""
        before, following = self.word(person.first - 1), self.word(person.last)
        if before not in self.grammar.prepositions or before in self.grammar.clause_openers | self.harm.absolutes:
            return False
        return following not in self.harm.relatives and following not in self.harm.verbs

    def _find_subject_role(self, index: int, being: bool) -> str | None:
        word = self.word(index)
        if index in self.states:
            return self.states[index]
        if word not in self.harm.verbs or word in self.harm.actives:
            return None
        if not being and word not in self.harm.subjects_only and self._has_object(index):
            return None
        return self._find_role(index)

    def _has_object(self, index: int) -> bool:
        """As in "gunmen killed a man": the subject was not killed."""
        while self.word(index + 1) in self.harm.chains and self.word(index + 2) in self.harm.verbs:
            index += 2
        following = self.word(index + 1)
        return (
            index + 1 in self.starts
            or following in self.grammar.determiners
            or following in self.harm.pronouns
            or following in self.harm.selves
        )

    def _is_wall(self, index: int, person: Person) -> bool:
        token = self.tokens[index]
        if token.text[:1] in _WALLS:
            return True
        if token.text == ",":
            return self.word(index + 1) not in self.harm.relatives and index != person.after
        if index in self.starts:
            before = self.word(index - 1)
            return before not in self.grammar.prepositions and before not in self.harm.verbs and before != "-"
        is_opener = token.folded in self.grammar.clause_openers
        return is_opener and token.folded not in self.harm.relatives and token.folded not in self.harm.chains


def find_victims(
    tokens: Sequence[Token], counted: Sequence[Person], taken: frozenset[int], language: Language | None
) -> list[Victim]:
    """People to whom something happened, in order.

    Args:
        tokens: of the whole text.
        counted: people whom a number counts.
        taken: places of numbers and times, where no name is looked for.
        language: gives the words; one that lists none finds nobody.
    """
    if language is None or not language.counting.harm.persons:
        return []
    if _list_deeds(language).isdisjoint(token.folded for token in tokens):
        return []
    people = sorted([*counted, *PersonFinder(tokens, taken, language).find()])
    reader = _Reader(tokens, people, taken, language)
    roles = _share(tokens, people, [reader.read(person) for person in people], language)
    return [
        Victim(_count_on(tokens, person, language), role) for person, role in zip(people, roles, strict=True) if role
    ]


@per_language
def _list_deeds(language: Language) -> frozenset[str]:
    """The words without one of which a text tells of nobody harmed."""
    harm = language.counting.harm
    states = {phrase.split()[0] for phrase in harm.states}
    return frozenset({*harm.verbs, *harm.deeds, *harm.manners, *harm.losses, *states})


@per_language
def _list_first_words_of_states(language: Language) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in language.counting.harm.states)


def _find_states(tokens: Sequence[Token], language: Language) -> dict[int, str]:
    """Where the phrases for a state stand, with the role of each: "in critical condition"."""
    openers, states, found = _list_first_words_of_states(language), language.counting.harm.states, {}
    for index in [i for i, token in enumerate(tokens) if token.folded in openers]:
        for width in (3, 2):
            phrase = " ".join(token.folded for token in tokens[index : index + width])
            if phrase in states:
                found[index] = states[phrase]
                break
    return found


def _count_on(tokens: Sequence[Token], person: Person, language: Language) -> Person:
    """As in "A third victim has died.": by then three have. In "two were hurt and a third man died" one has."""
    harm, ordinals = language.counting.harm, language.counting.ordinals
    number = next((ordinals[t.folded] for t in tokens[person.first : person.first + 2] if t.folded in ordinals), None)
    first, verb = person.first, person.after
    if number is None and first and tokens[first - 1].folded in ordinals:  # "Third man dies" in a headline
        first, number = first - 1, ordinals[tokens[first - 1].folded]
    while verb < len(tokens) and tokens[verb].folded in language.grammar.auxiliaries:
        verb += 1
    opens = first == 0 or tokens[first - 1].text[:1] in _WALLS
    if number is None or not opens or person.kind != "indefinite" or (first == person.first and verb == person.after):
        return person
    has_died = verb < len(tokens) and tokens[verb].folded in harm.subjects_only
    return person._replace(number=float(number)) if has_died else person


def is_joined(tokens: Sequence[Token], one: Person, other: Person, harm: Harm) -> bool:
    """True where only an "and" or a comma stands between the phrases, appositions left aside."""
    between, joiners = tokens[one.after : other.first], harm.chains | {","}
    if tokens[other.first].folded in harm.owners:  # "a man, whose sister was killed"
        return False
    near = len(between) < _JOINED if between else one.after > one.last
    return near and one.after <= other.first and all(token.folded in joiners for token in between)


def _share(
    tokens: Sequence[Token], people: Sequence[Person], roles: list[str | None], language: Language
) -> list[str | None]:
    """As in "killing a man and a woman", "a man and his son were shot": joined phrases share what happened."""
    harm, pairs = language.counting.harm, range(len(people) - 1)
    for index in pairs:
        if roles[index] and not roles[index + 1] and is_joined(tokens, people[index], people[index + 1], harm):
            roles[index + 1] = roles[index]
    for index in reversed(pairs):
        if roles[index + 1] and not roles[index] and is_joined(tokens, people[index], people[index + 1], harm):
            roles[index] = roles[index + 1]
    return roles
