"""What an invented dossier is made of: facts, who tells them, and articles in the making."""

from dataclasses import dataclass, field

from invented_words import CLAIM, NOUNS
from stemma.model import Attribution, Claim, Place, Span, Witness
from stemma.text import make_id


@dataclass(slots=True)
class Fact:
    """Something that some articles tell: what the claims of one collation say."""

    id: str
    story: int
    number: int
    noun: int
    place: Place
    day: str
    source: Witness
    articles: list[int]
    denied: bool
    clashes: bool
    tellings: list["Telling"] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One fact as one article tells it."""

    article: int
    number: int
    exemplar: int | None  # the article that it has it from; None: from the source itself
    denies: bool
    bare: bool  # names nobody


@dataclass(slots=True)
class Draft:
    """An article in the making: its text so far, and what stands where."""

    number: int
    language: str
    outlet: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    claims: list[Claim] = field(default_factory=list)
    voices: list[Attribution] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The article's id."""
        return make_id("article", self.number)

    def add(self, words: str) -> Span:
        """Append words; where they stand."""
        span = Span(self.length, self.length + len(words))
        self.parts.append(words)
        self.length = span.end
        return span


def say(language: str, fact: Fact, number: int) -> tuple[str, int, int, int]:
    """The words of a fact, and where the number, its noun's end and the place stand in them."""
    noun, town = NOUNS[language][fact.noun], fact.place.text
    words = CLAIM[language].format(number=number, noun=noun, town=town, day=str(int(fact.day[-2:])))
    at = words.index(str(number))
    return words, at, at + len(str(number)), words.index(town)
