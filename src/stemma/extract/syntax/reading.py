"""What the readers of cue frames pass around: the sentence being read, a cue found in it, a frame, a draft."""

from collections.abc import Callable
from dataclasses import dataclass, field

from stemma.extract.speech.words import Sentence, Token, cut_phrase
from stemma.find.terms import per_language
from stemma.lang.language import Language, Speech
from stemma.model import Source, Span, Stance

Range = tuple[int, int]
ENDED = ('",', '"?', '"!')  # quotations that end in a mark, before whoever said them
FAMILIES = (
    "declines",
    "retracts",
    "breaks",
    "according",
    "origins",
    "denies",
    "doubts",
    "confirms",
    "tells",
    "says",
    "inverts",
    "weak",
    "vows",
    "judges",
    "predicates",
    "cites",
    "passives",
    "reports",
    "rates",
    "viewpoints",
    "agentless",
    "impressions",
    "views",
)
STANCES: dict[str, Stance] = {
    "declines": "declines",
    "retracts": "retracts",
    "denies": "denies",
    "doubts": "doubts",
    "confirms": "confirms",
}
Lexicon = dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]


@dataclass(slots=True, kw_only=True)  # frozen ones take twice as long to make
class Frame:
    """One cue with what stands around it, as token ranges of one paragraph; nobody changes one."""

    cue: Range
    source: Range | None = None
    content: tuple[Range, ...] = ()
    stance: Stance = "asserts"
    family: str = "says"
    hearer: Range | None = None
    inherits: bool = False  # the source is that of an earlier frame: "…, adding that"
    antecedent: Range | None = None  # whom "who" stands for
    back: bool = False  # the content lies in the sentences before
    quoted: Range | None = None  # whom the source quotes: "X quoted Y as saying"
    nested: bool = False


@dataclass(slots=True)
class Draft:
    """An attribution in the making: a frame with its places in the text."""

    cue: Span
    source: Span | None
    contents: list[Span]
    stance: Stance = "asserts"
    family: str = "says"
    hearer: Span | None = None
    antecedent: Span | None = None
    back: bool = False
    quoted: Span | None = None
    paragraph: int = 0
    sentence: int = 0
    speaker: Source | None = None
    outer: "Draft | None" = None


@dataclass(slots=True)
class Site:
    """A cue found, and what its left side says."""

    low: int
    high: int
    families: frozenset[str]
    left: int = 0  # where the words before the cue that belong to it begin
    passive: bool = False
    negated: bool = False
    infinitive: bool = False
    tail: Range | None = None  # where the last part of a verb in two parts stands: "gaf" de minister "toe"
    enclosed: int | None = None  # the pronoun between auxiliary and participle: "a-t-il dit"
    taken_up: bool = False  # "lo ha detto": what was said stands in the sentences before


class _Folds(dict[int, str]):
    """The folded tokens of a sentence by their places, "" elsewhere."""

    def __missing__(self, index: int) -> str:
        """Nothing stands outside the sentence."""
        return ""


@dataclass(slots=True)
class Reader:
    """One sentence being read: `start` moves on as earlier frames take their words.

    `fold(index)` is the folded token at a place, or "" outside the sentence; it is asked for a hundred times a
    sentence, and so the bare look-up in a dictionary.
    """

    sentence: Sentence
    speech: Speech
    start: int
    frames: list[Frame] = field(default_factory=list)
    numbers: frozenset[str] = frozenset()
    tokens: list[Token] = field(init=False)  # of the whole paragraph
    low: int = field(init=False)
    high: int = field(init=False)
    fold: Callable[[int], str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keeps the parts of the sentence at hand."""
        tokens, low, high = self.sentence.tokens, self.sentence.low, self.sentence.high
        self.tokens, self.low, self.high = tokens, low, high
        self.fold = _Folds(zip(range(low, high), [token.fold for token in tokens[low:high]], strict=True)).__getitem__


def span_of(tokens: list[Token], span: Range) -> Span:
    """Characters of a token range, without blanks or marks at its edges that belong to nobody."""
    low, high = span
    while low < high - 1 and tokens[low].kind == "p" and tokens[low].fold in ",;:—–-":
        low += 1
    while high - 1 > low and tokens[high - 1].kind == "p" and tokens[high - 1].fold in ",;:—–-":
        high -= 1
    return Span(tokens[low].start, tokens[high - 1].end)


@per_language
def find_lexicon(language: Language | None) -> Lexicon:
    """The cues of a language by their first word, or their first two, the longest first; every first word is a key."""
    lexicon: Lexicon = {}
    if language is None:
        return lexicon
    phrases: dict[tuple[str, ...], set[str]] = {}
    for family in FAMILIES:
        for phrase in getattr(language.speech, family):
            phrases.setdefault(cut_phrase(phrase, language), set()).add(family)
    for words in sorted(phrases):
        key = " ".join(words[:2]) if language.speech.cased else words[0]  # their lists hold a thousand "as X said"
        lexicon.setdefault(words[0], [])
        lexicon.setdefault(key, []).append((words, frozenset(phrases[words])))
    for entries in lexicon.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return lexicon
