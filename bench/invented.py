"""A dossier as large as one likes: every outlet, person, place and number in it is invented, by a seeded die.

Several languages and scripts, stories, details changed on the way, contradictions, denials, copies, later versions,
lost common sources, texts with characters beyond the basic plane.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from invented_facts import Draft, Fact, Telling, say
from invented_findings import make_findings
from invented_words import FILLER, LANGUAGES, NOUNS, OUTLETS, SPEECH, make_names
from stemma.model import (
    Article,
    Attribution,
    Claim,
    Content,
    Dossier,
    Mark,
    Moment,
    Place,
    Quantity,
    Skipped,
    Source,
    Span,
    Story,
    Witness,
)
from stemma.text import make_id

COPIED = 25  # one article in so many is a copy of another
REVISED = 40  # and one in so many a later version


@dataclass(slots=True)
class World:
    """What the die has thrown so far."""

    die: random.Random
    names: list[str]
    drafts: list[Draft]
    facts: list[Fact]
    sources: list[Witness]
    stories: list[list[int]]


def make_dossier(articles: int = 200, claims: int = 5000, seed: int = 7) -> Dossier:
    """A dossier of about so many articles and claims; the same numbers give the same dossier."""
    world = make_world(articles, claims, random.Random(seed))
    for fact in world.facts:
        fact.tellings = list(tell(world, fact))
    for draft in world.drafts:
        write_article(world, draft)
    own = [make_article(world, draft) for draft in world.drafts]
    copies = list(make_copies(own, articles - len(own)))
    return replace(
        make_findings(world.drafts, world.facts, world.sources),
        articles=(*own, *copies),
        skipped=(Skipped(uri="scan.pdf", reason="no text in it: the pages are pictures"),),
        stories=tuple(make_story(world, number, copies) for number in range(len(world.stories))),
    )


def make_world(articles: int, claims: int, die: random.Random) -> World:
    """Articles by story, sources, and the facts with whoever tells them."""
    own = max(2, articles - articles // COPIED - articles // REVISED)
    cuts = sorted({0, round(own * 0.6), round(own * 0.85), own - 1, own} - {-1})
    stories = [list(range(start, end)) for start, end in pairwise(cuts) if end > start]
    names = make_names(die, 400)
    kinds = ("person", "organisation", "agency", "outlet", "state", "document", "account", "unnamed")
    sources = [
        Witness(
            id=make_id("source", number),
            name=names[number],
            kind=die.choice(kinds),
            aliases=(names[number].split()[-1],) if number % 3 else (),
        )
        for number in range(60)
    ]
    drafts = [
        Draft(number, die.choice(LANGUAGES) if number % 2 else "en", make_outlet(names, number))
        for number in range(own)
    ]
    world = World(die, names, drafts, [], sources, stories)
    left = claims
    while left > 0:
        fact = make_fact(world, len(world.facts), left)
        left -= len(fact.articles)
        world.facts.append(fact)
    return world


def make_outlet(names: Sequence[str], number: int) -> str:
    """The outlet of an article: some have several."""
    place = names[200 + number % 150].split()[-1]
    return OUTLETS[number % len(OUTLETS)].format(place)


def make_fact(world: World, number: int, left: int) -> Fact:
    """A fact that few articles tell, or, now and then, most of a story."""
    die = world.die
    story = die.choices(range(len(world.stories)), [len(ids) for ids in world.stories])[0]
    inside = world.stories[story]
    size = die.choices((1, 2, die.randint(3, 12), die.randint(12, 200)), (62, 16, 19, 3))[0]
    town = world.names[300 + number % 60].split()[-1]
    spread = random.Random(town)
    place = Place(
        span=Span(0, 0), text=town, name=town, country=spread.choice(("ID", "DE", "BR", "KE", "JO", "FR", "JP")),
        lat=round(spread.uniform(-50, 65), 3), lon=round(spread.uniform(-120, 150), 3),
    )  # fmt: skip
    return Fact(
        id=make_id("fact", number), story=story, number=die.randint(2, 900), noun=die.randrange(len(NOUNS["en"])),
        place=place, day=f"2031-{die.randint(1, 5):02}-{die.randint(1, 28):02}", source=die.choice(world.sources),
        articles=sorted(die.sample(inside, min(size, len(inside), left))), denied=die.random() < 0.08,
        clashes=die.random() < 0.12,
    )  # fmt: skip


def tell(world: World, fact: Fact) -> Iterator[Telling]:
    """How each article has the fact: from the source, or from an earlier article; now and then it is changed."""
    die, known = world.die, {}
    for place, article in enumerate(fact.articles):
        exemplar = die.choice(fact.articles[:place]) if place and die.random() < 0.7 else None
        number = known.get(exemplar, fact.number)
        if place and die.random() < 0.08:
            number += die.randint(1, 40)
        if place and exemplar is None and fact.clashes:
            number = fact.number + 7
        known[article] = number
        is_last = place == len(fact.articles) - 1
        yield Telling(
            article=article,
            number=number,
            exemplar=exemplar,
            denies=fact.denied and is_last,
            bare=exemplar is None and die.random() < 0.2,
        )


def write_article(world: World, draft: Draft) -> None:
    """The text of one article: a headline, a sentence a fact, and words between them that say nothing."""
    told = [(fact, item) for fact in world.facts for item in fact.tellings if item.article == draft.number]
    if told:
        fact, telling = told[0]
        draft.add(say(draft.language, fact, telling.number)[0])
    else:
        draft.add(world.names[draft.number % 200])
    draft.add("\n")
    for number, (fact, telling) in enumerate(told):
        if number % 3 == 1:
            draft.add(FILLER[draft.language][(draft.number + number) % len(FILLER[draft.language])] + " ")
        write_sentence(world, draft, fact, telling)
        draft.add("\n" if number % 4 == 3 else " ")


def write_sentence(world: World, draft: Draft, fact: Fact, telling: Telling) -> None:
    """A sentence that attributes a fact, or tells it bare."""
    start = draft.length
    voice = None
    if telling.bare:
        span = draft.add(say(draft.language, fact, telling.number)[0])
        draft.add(SPEECH[draft.language][-1])
    else:
        voice, span = write_speech(world, draft, fact, telling)
    draft.claims.append(make_claim(draft, fact, telling, (Span(start, draft.length), span, voice)))


def write_speech(world: World, draft: Draft, fact: Fact, telling: Telling) -> tuple[str, Span]:
    """Source, cue and content in the order of the language; the id of the attribution, and where the content stands."""
    credited = fact.source.name if telling.exemplar is None else world.drafts[telling.exemplar].outlet
    words = say(draft.language, fact, telling.number)[0]
    *order, end = SPEECH[draft.language]
    cue = next(part for part in order if part.strip() and part[0] != "{")
    spans = {part: draft.add(part.format(source=credited, content=words)) for part in order}
    draft.add(end)
    witness = fact.source.id if telling.exemplar is None else make_id("witness", telling.exemplar)
    id = make_id("voice", fact.id, draft.number)
    draft.voices.append(
        Attribution(
            id=id,
            article=draft.id,
            source=Source(span=spans["{source}"], text=credited, name=credited, kind="person", witness=witness),
            cue=Mark(span=spans[cue], text=cue),
            content=Content(spans=(spans["{content}"],), text=words),
            type="indirect",
            stance="denies" if telling.denies else "asserts",
        )
    )
    return id, spans["{content}"]


def make_claim(draft: Draft, fact: Fact, telling: Telling, places: tuple[Span, Span, str | None]) -> Claim:
    """The claim of one sentence, with its number, its day and its place."""
    sentence, span, voice = places
    words, low, high, town = say(draft.language, fact, telling.number)
    number, day = float(telling.number), str(int(fact.day[-2:]))
    at = words.rindex(day)
    return Claim(
        id=make_id("claim", fact.id, draft.number),
        article=draft.id,
        span=span,
        text=words,
        sentence=sentence,
        attributions=(voice,) if voice else (),
        modality=draft_modality(fact),
        quantities=(
            Quantity(
                span=Span(span.start + low, span.start + high), text=str(telling.number), low=number, best=number,
                high=number, unit=NOUNS["en"][fact.noun],
            ),
        ),
        moments=(Moment(span=Span(span.start + at, span.start + at + len(day)), text=day, value=fact.day),),
        places=(replace(fact.place, span=Span(span.start + town, span.start + town + len(fact.place.text))),),
    )  # fmt: skip


def draft_modality(fact: Fact) -> str:
    """Most facts are told as done, some as planned."""
    return "planned" if fact.number % 11 == 0 else "happened"


def make_article(world: World, draft: Draft) -> Article:
    """The article of a draft."""
    text = "".join(draft.parts)
    month, day = 1 + draft.number * 5 // len(world.drafts), 1 + draft.number * 7 % 28
    story = next(number for number, ids in enumerate(world.stories) if draft.number in ids)
    return Article(
        id=draft.id,
        uri=f"{draft.language}/{draft.number:03}-{make_slug(draft.outlet)}.txt",
        sha256=draft.id + "0" * 52,
        language=draft.language,
        title=text.partition("\n")[0],
        outlet=draft.outlet,
        published=None if draft.number % 19 == 7 else f"2031-{month:02}-{day:02}",
        author=world.names[draft.number % 90],
        basis={"outlet": "metadata", "published": "stated"},
        text=text,
        url=f"https://news.example/{draft.number}",
        story=make_id("story", story),
    )


def make_slug(name: str) -> str:
    """A file name of an outlet's."""
    return "-".join(name.casefold().split())


def make_copies(own: Sequence[Article], number: int) -> Iterator[Article]:
    """Copies of the first articles, and later versions of others."""
    for place in range(number):
        original = own[place * 3 % len(own)]
        is_copy = place % 3 < 2
        text = original.text if is_copy else f"{original.text}\nCorrected on Friday: {original.author} was misspelt."
        id = make_id("copy", place)
        yield replace(
            original, id=id, uri=f"copies/{place:03}.txt", sha256=id + "1" * 52, outlet=f"Mirror {place}", text=text,
            duplicate_of=original.id if is_copy else None, revision_of=None if is_copy else original.id,
        )  # fmt: skip


def make_story(world: World, number: int, copies: Sequence[Article]) -> Story:
    """A story, by the name of a place."""
    id = make_id("story", number)
    ids = [make_id("article", article) for article in world.stories[number]]
    also = [article.id for article in copies if article.story == id]
    return Story(id=id, title=f"What happened at {world.names[300 + number]}", articles=(*ids, *also))
