"""What lineage and independence cost on many articles of one thread: CPU seconds of `trace` and `weigh`, and memory.

usage: python bench/lineage_speed.py [ARTICLES ...]
Without numbers 1,000, 3,000 and 10,000 articles. All is invented, from extracted and matched claims onwards: a few
first accounts of one event, and articles that copy, cut or retell an earlier one, half of which say from whom.
The bar is 300 seconds for 10,000 articles on two cores.
"""

import argparse
import random
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from arguments import make_parser
from stemma.model import (
    Article,
    Attribution,
    Claim,
    Collation,
    Content,
    Kind,
    Mark,
    Matching,
    Quantity,
    Source,
    Span,
    Witness,
)
from stemma.settings import Settings
from stemma.text import make_id
from stemma.trace import trace
from stemma.weigh import weigh

SIZES = (1_000, 3_000, 10_000)
BAR = 300.0  # seconds
FACTS = 400
TELLINGS = 6  # ways to put one fact
FACTS_OF_ARTICLE = 10
FIRST_ACCOUNTS = 0.05  # share of the articles
VERBATIM = 0.5  # of the descended articles
CREDITED = 0.5
DRIFTED = 0.03
WORDS = 4_000


@dataclass
class Told:
    """One sentence of an article: a fact in one of its tellings, its figure, and who said it."""

    fact: int
    telling: int
    figure: int
    speaker: str | None


@dataclass
class Pile:
    """A matching in the making."""

    articles: list[Article] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    witnesses: dict[str, Witness] = field(default_factory=dict)
    members: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))


def tell(told: Told) -> str:
    """The words of one sentence: always the same for one telling."""
    chance = random.Random(f"{told.fact}/{told.telling}")
    words = " ".join(f"w{chance.randrange(WORDS)}" for _ in range(14))
    said = f", {told.speaker} said" if told.speaker else ""
    return f"The {words} {told.figure} times{said}"


def attribute(pile: Pile, article: Article, source: str, content: Span, kind: Kind) -> str:
    """Add an attribution, and the witness that it names."""
    at = article.text.index(source)
    witness = make_id("w", source) if kind == "person" else source
    found = Attribution(
        id=make_id(article.id, source, content),
        article=article.id,
        source=Source(span=Span(at, at + len(source)), text=source, name=source, kind=kind, witness=witness),
        cue=Mark(span=None, text="said"),
        content=Content(spans=(content,), text=content.of(article.text)),
        type="indirect",
    )
    pile.attributions.append(found)
    pile.witnesses.setdefault(witness, Witness(id=witness, name=source, kind=kind))
    return found.id


def add_article(pile: Pile, at: int, told: Sequence[Told], credit: str | None) -> None:
    """Write one article and read it."""
    name = f"Outlet{at}"
    lead = f"{credit} reported this. " if credit else ""
    text = lead + ". ".join(map(tell, told)) + "."
    moment = f"2031-{1 + at // 20_000:02}-{1 + at // 700 % 28:02}T{at % 700 // 30:02}:{at % 30 * 2:02}:00"
    article = Article(
        id=name, uri=f"{name}.txt", sha256="", language="en", title=None, outlet=name, text=text, published=moment
    )
    pile.articles.append(article)
    pile.witnesses[name] = Witness(id=name, name=name, kind="article", article=name, in_pile=True)
    start = len(lead)
    for one in told:
        span = Span(start, start + len(tell(one)))
        start = span.end + 2
        by = [attribute(pile, article, one.speaker, span, "person")] if one.speaker else []
        if credit and one is told[0]:
            by.append(attribute(pile, article, credit, span, "outlet"))
        figure = Quantity(
            span=span, text=str(one.figure), low=one.figure, best=one.figure, high=one.figure, unit="time"
        )
        claim = Claim(
            id=make_id(name, span),
            article=name,
            span=span,
            text=span.of(text),
            sentence=span,
            mentions=(span,),
            attributions=tuple(by),
            quantities=(figure,),
        )
        pile.claims.append(claim)
        pile.members[one.fact].append(claim.id)


def make_account(chance: random.Random) -> list[Told]:
    """Facts of its own choice, from speakers of its own."""
    speakers = [f"Speaker{chance.randrange(10**6)}" for _ in range(2)]
    facts = chance.sample(range(FACTS), FACTS_OF_ARTICLE)
    return [Told(fact, chance.randrange(TELLINGS), 20 + fact, chance.choice([*speakers, None])) for fact in facts]


def retell(told: Sequence[Told], chance: random.Random) -> list[Told]:
    """The same facts, or most of them, in the same words or others; now and then a figure slips."""
    verbatim = chance.random() < VERBATIM
    kept = [one for one in told if chance.random() < 0.9] or list(told)
    return [
        replace(
            one,
            telling=one.telling if verbatim else chance.randrange(TELLINGS),
            figure=one.figure + (3 if chance.random() < DRIFTED else 0),
        )
        for one in kept
    ]


def make_pile(size: int) -> tuple[Matching, list[Article]]:
    """A thread of so many articles."""
    chance = random.Random(size)
    pile, known = Pile(), list[list[Told]]()
    for at in range(size):
        parent = chance.randrange(at) if at and chance.random() >= FIRST_ACCOUNTS else None
        told = make_account(chance) if parent is None else retell(known[parent], chance)
        known.append(told)
        add_article(pile, at, told, f"Outlet{parent}" if parent is not None and chance.random() < CREDITED else None)
    collations = [
        Collation(id=make_id("c", fact), title=str(fact), stories=(), claims=tuple(sorted(claims)))
        for fact, claims in sorted(pile.members.items())
    ]
    matching = Matching(
        collations=tuple(collations),
        claims=tuple(pile.claims),
        attributions=tuple(pile.attributions),
        witnesses=tuple(pile.witnesses.values()),
    )
    return matching, pile.articles


def measure(size: int) -> None:
    """Print one line for one size."""
    matching, articles = make_pile(size)
    settings = Settings(embedder="none")
    started = time.process_time()
    stemma = trace(matching, articles, settings)
    traced = time.process_time()
    weighed = weigh(matching, stemma, articles, settings)
    ended = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    total = ended - started
    print(
        f"{size:8,} articles {len(matching.claims):8,} claims {len(stemma.derivations):8,} links "
        f"{len(weighed.assessments):6,} assessments   trace {traced - started:7.1f} s   "
        f"weigh {ended - traced:7.1f} s   {memory:6,.0f} MB   {'' if total <= BAR else 'over the bar'}",
        flush=True,
    )


def main(arguments: Sequence[str]) -> int:
    """Measure each size in a process of its own."""
    parser = make_parser(__doc__)
    parser.add_argument("sizes", metavar="ARTICLES", nargs="*", type=int)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)  # one size, in a process of its own
    given = parser.parse_args(arguments)
    if given.one:
        measure(given.one)
        return 0
    for size in given.sizes or SIZES:
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
