"""Invented events, and the articles that tell them: each outlet in its own words and language, or in another's.

What is true of an event is a list of facts. Its figures change while it goes on; an article tells some facts, has them
from people, from bodies, or from an earlier article, which it may copy, cut or retell, and now and then it gets a
figure wrong.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache

from news_words import COUNTRIES, Tongue, list_shares, make_names, make_tongue

START = datetime(2031, 3, 3, 5, tzinfo=UTC)
OUTLETS = 400
FIGURES = 400  # people who are in the news every week
MANY = frozenset({1, 10, 11, 12})  # clauses whose count runs to thousands
FALLEN = frozenset({0, 21})  # clauses whose count is corrected while the event goes on
WRONG = 0.04  # figures that an article gets wrong
COPIED, RETOLD = 0.22, 0.3  # articles, of those that have an earlier one
STRANGE = 0.2  # articles in another language than most of their event's
DENIED = 0.08  # facts
SOLID = 0.62  # sentences that tell a fact
TOLD_WHOLE = 0.7  # tellings of a fact
TELLINGS = {"said": 50, "bare": 30, "unnamed": 12, "cites": 5, "silent": 3}  # of a hundred
MEAN, SPREAD = 5.55, 0.62  # of the logarithm of an article's words


@dataclass(frozen=True)
class Person:
    """Somebody who speaks in an event."""

    name: str
    role: int | None  # an office before the name, or
    function: int  # what he or she is of a body
    body: tuple[int, str]


@dataclass(frozen=True)
class Fact:
    """What may be told of an event."""

    clause: int
    count: int
    other: int
    money: float
    year: int
    things: tuple[int, int, int]
    adjunct: int
    towns: tuple[str, str]
    persons: tuple[Person, Person]  # whom it is about, and who says it
    body: tuple[int, str]
    day: date
    denied: bool


@dataclass
class Article:
    """One invented article."""

    event: int
    language: str
    outlet: str
    published: datetime
    title: str = ""
    author: str | None = None
    sentences: list[str] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The body: paragraphs of a few sentences."""
        lines, at = [], 0
        while at < len(self.sentences):
            size = 1 + (len(self.sentences[at]) + at) % 3
            lines.append(" ".join(self.sentences[at : at + size]))
            at += size
        return "\n".join(lines)


@dataclass(frozen=True)
class Event:
    """Something that happened, and what it takes to tell it."""

    number: int
    kind: int
    language: str
    country: str
    town: str
    start: datetime
    facts: Sequence[Fact]


@cache
def list_outlets(language: str) -> tuple[str, ...]:
    """The outlets of a language: the first few are agencies."""
    table, die = make_tongue(language).table, random.Random(f"outlets of {language}")
    number = max(12, OUTLETS * list_shares()[language] // 100)
    ways = [*table["agencies"], *(die.choice(table["outlets"]) for _ in range(number))]
    tongue = make_tongue(language)
    return tuple(way.format(tongue.write_name(make_names().draw(die))) for way in ways)


def draw_language(die: random.Random) -> str:
    shares = list_shares()
    return die.choices(list(shares), list(shares.values()))[0]


def draw_person(die: random.Random, bodies: Sequence[tuple[int, str]]) -> Person:
    """Somebody known, or somebody new."""
    own = random.Random(f"figure {die.randrange(FIGURES)}") if die.random() < 0.15 else die
    names = make_names()
    name = f"{names.draw(own)} {names.draw(own)}"
    return Person(name, own.randrange(8) if own.random() < 0.5 else None, own.randrange(5), die.choice(bodies))


def draw_thing(die: random.Random) -> int:
    """A thing that is known in every language, or one with an invented name."""
    return die.randrange(48) if die.random() < 0.7 else die.randrange(48, 1500)


def make_event(number: int, size: int, start: datetime, die: random.Random) -> Event:
    """An event that so many articles will tell."""
    names = make_names()
    towns = [names.draw(die) for _ in range(3)]
    bodies = [(die.randrange(12), names.draw(die)) for _ in range(3 + size // 20)]
    persons = [draw_person(die, bodies) for _ in range(4 + size // 10)]
    things = [draw_thing(die) for _ in range(6 + size // 15)]
    facts = []
    for _ in range(14 + min(60, 2 * size)):
        clause = die.randrange(22)
        facts.append(
            Fact(
                clause=clause,
                count=die.randint(100, 6000) if clause in MANY else die.randint(2, 95),
                other=die.randint(2, 95),
                money=round(die.uniform(0.4, 90), 1),
                year=die.randint(1995, 2030),
                things=(
                    die.choice(things),
                    die.choice(things) if die.random() < 0.6 else draw_thing(die),
                    draw_thing(die),
                ),
                adjunct=die.randrange(6),
                towns=(towns[0] if die.random() < 0.7 else die.choice(towns), die.choice(towns)),
                persons=(die.choice(persons), die.choice(persons)),
                body=die.choice(bodies),
                day=start.date() - timedelta(days=die.choice((0, 0, 0, 1, 1, 2, 9))),
                denied=die.random() < DENIED,
            )
        )
    return Event(number, die.randrange(12), draw_language(die), die.choice(COUNTRIES.split()), towns[0], start, facts)


def tell_event(event: Event, size: int, die: random.Random) -> list[Article]:
    """The articles on an event, in the order of their days."""
    hours = sorted(die.expovariate(1 / (6 + 6 * size**0.4)) for _ in range(size))
    told: list[Article] = []
    for after in hours:
        language = draw_language(die) if die.random() < STRANGE else event.language
        outlets = list_outlets(language)
        outlet = outlets[int(len(outlets) * die.random() ** 2)]
        article = Article(event.number, language, outlet, event.start + timedelta(hours=min(after, 24 * 9)))
        Writer(event, article, die).write(told)
        told.append(article)
    return told


class Writer:
    """Writes one article of an event."""

    def __init__(self, event: Event, article: Article, die: random.Random) -> None:
        self.event, self.article, self.die = event, article, die
        self.tongue: Tongue = make_tongue(article.language)
        self.way = die.randrange(100)  # of writing days, and of putting things
        self.known: set[str] = set()

    def write(self, told: Sequence[Article]) -> None:
        """Its own account, or one made of an earlier article."""
        near = [one for one in told if one.language == self.article.language]
        chance = self.die.random()
        length = self.die.lognormvariate(MEAN, SPREAD)
        if near and chance < COPIED:
            self.copy(self.die.choice(near[:4]))
        elif told and chance < COPIED + RETOLD:
            self.retell(self.die.choice(told[:6]), length)
        else:
            self.account(self.choose_facts(), length)
        if not self.article.title:
            self.article.title = self.say(self.die.choice(self.tongue.table["titles"]), self.article.facts[0])
        if self.die.random() < 0.6:
            self.article.author = self.tongue.write_name(f"{make_names().draw(self.die)} {make_names().draw(self.die)}")

    def choose_facts(self) -> list[Fact]:
        """Facts in an order of its own: what matters more stands first in more articles."""
        ranked = [(self.die.random() ** (1 + 0.1 * place), fact) for place, fact in enumerate(self.event.facts)]
        return [fact for _, fact in sorted(ranked, key=lambda pair: -pair[0])]

    def copy(self, model: Article) -> None:
        """The sentences of another article, some of them left out, with or without a credit."""
        kept = model.sentences if self.die.random() < 0.25 else model.sentences[: self.die.randint(4, 40)]
        self.article.sentences = [one for one in kept if self.die.random() < 0.95] or list(kept)
        self.article.facts = model.facts
        self.article.title = model.title if self.die.random() < 0.5 else ""
        if self.die.random() < 0.6:
            self.article.sentences.append(self.finish(self.attribute("cites", model.facts[0], model.outlet)))

    def retell(self, model: Article, length: float) -> None:
        """The facts of another article in its order, in other words or another language."""
        own = [fact for fact in self.choose_facts() if fact not in model.facts]
        if self.die.random() < 0.7:
            self.article.sentences.append(self.finish(self.attribute("cites", model.facts[0], model.outlet)))
        self.account([*model.facts, *own], length)

    def account(self, facts: Sequence[Fact], length: float) -> None:
        """Sentences until the article is long enough."""
        left, words = iter(facts), 0
        self.article.facts = list(facts[:1])
        while words < length:
            sentence = self.write_sentence(left)
            words += len(sentence.split())
            self.article.sentences.append(sentence)

    def write_sentence(self, left: Iterator[Fact]) -> str:
        """The next sentence: a fact that is attributed or bare, a quotation, or what is said of anything."""
        fact = next(left, None) if self.die.random() < SOLID else None
        if fact is None:
            return self.finish(self.fill() if self.die.random() < 0.75 else self.quote())
        self.article.facts.append(fact)
        kind = self.die.choices(list(TELLINGS), list(TELLINGS.values()))[0]
        if fact.denied and self.die.random() < 0.4:
            kind = "denies"
        if kind == "bare":
            return self.finish(self.say(self.choose_clause(fact), fact))
        known = kind == "said" and fact.persons[1].name in self.known
        return self.finish(self.attribute("again" if known else kind, fact))

    def fill(self) -> str:
        """A sentence that tells no fact; some stand in several articles on the event."""
        ways = self.tongue.table["fillers"]
        if self.die.random() < 0.3:
            own = random.Random(f"{self.event.number} {self.die.randrange(6)}")
            return self.say(own.choice(ways), self.event.facts[0], die=own)
        return self.say(self.die.choice(ways), self.event.facts[0])

    def quote(self) -> str:
        return self.attribute("said", self.die.choice(self.event.facts))

    def attribute(self, kind: str, fact: Fact, outlet: str | None = None) -> str:
        """A fact, or an opinion, as somebody's words."""
        way = self.die.choice(self.tongue.table[kind])
        clause = self.say(self.choose_clause(fact), fact)
        opinion = self.say(self.die.choice(self.tongue.table["quotes"]), fact)
        outlets = list_outlets(self.article.language)
        who = self.introduce(fact.persons[1], "{who} " in way)
        parts = {
            "who": who, "clause": clause, "Clause": capitalise(clause), "Quote": opinion,
            "o": outlet or outlets[int(len(outlets) * self.die.random() ** 3)],
        }  # fmt: skip
        return way.format(**parts, **self.fit(fact, self.die))

    def introduce(self, person: Person, inside: bool) -> str:
        """Who speaks, with an office or a function at the first mention."""
        name = self.tongue.write_name(person.name)
        if person.name in self.known:
            return name.split()[-1]
        self.known.add(person.name)
        table = self.tongue.table
        if person.role is not None:
            return f"{table['roles'][person.role]} {name}"
        function = table["functions"][person.function].format(b=self.write_body(person.body))
        return f"{name}, {function}" + "," * inside

    def write_body(self, body: tuple[int, str]) -> str:
        kind, name = body
        return str(self.tongue.table["bodies"][kind]).format(self.tongue.write_name(name))

    def choose_clause(self, fact: Fact) -> str:
        """A wording of a fact, with or without what makes it this very one."""
        ways = self.tongue.table["clauses"][fact.clause]
        adjunct = f" {self.tongue.table['adjuncts'][fact.adjunct]}" if self.die.random() < TOLD_WHOLE else ""
        return str(ways[(self.way + fact.clause) % len(ways)]) + adjunct

    def say(self, way: str, fact: Fact, die: random.Random | None = None) -> str:
        """A sentence with its slots filled."""
        die = die or self.die
        for slot, words in (("N", self.tongue.nouns), ("A", self.tongue.adjectives), ("V", self.tongue.verbs)):
            while f"{{{slot}}}" in way:
                way = way.replace(f"{{{slot}}}", words.draw(die), 1)
        return way.format(**self.fit(fact, die))

    def fit(self, fact: Fact, die: random.Random) -> dict[str, str]:
        """What stands in the slots, in this language, at the hour of this article."""
        tongue = self.tongue
        hours = (self.article.published - self.event.start).total_seconds() / 3600
        count = fact.count + (int(hours // 10) * (fact.other % 4) if fact.clause in FALLEN else 0)
        count += die.choice((-1, 1, 10)) if die.random() < WRONG and count > 2 else 0
        return {
            "n": tongue.write_number(count), "m": tongue.write_number(fact.other), "w": tongue.write_number(fact.money),
            "v": str(fact.year), "ev": tongue.events[self.event.kind], "k": tongue.write_country(self.event.country),
            **{slot: tongue.things[thing] for slot, thing in zip("xyz", fact.things, strict=True)},
            **{slot: tongue.write_name(town) for slot, town in zip("tr", fact.towns, strict=True)},
            "b": self.write_body(fact.body), "c": self.write_body(fact.persons[0].body),
            "p": tongue.write_name(fact.persons[0].name), "s": tongue.write_name(fact.persons[1].name).split()[-1],
            "d": tongue.write_day(fact.day, self.way + fact.clause), "weekday": tongue.weekdays[fact.day.weekday()],
        }  # fmt: skip

    def finish(self, sentence: str) -> str:
        """With a capital and a full stop."""
        return capitalise(sentence) + ("" if sentence.endswith((".", ".”", ".“")) else ".")


def capitalise(words: str) -> str:
    """With a capital, whatever the rest."""
    return words[:1].upper() + words[1:]
