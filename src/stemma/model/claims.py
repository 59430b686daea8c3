"""What one article says, and to whom it attributes it."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.documents import Mark, Span
from stemma.model.findings import Kind, Moment, Name, Place, Quantity

Stance = Literal["asserts", "confirms", "denies", "doubts", "declines", "retracts"]
Modality = Literal["happened", "planned", "possible", "generic"]
NameBasis = Literal["stated", "short-name", "relative", "pronoun", "description", "ellipsis"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who an attribution names. `span`/`text` are the words there; `name` is who that is inside the article.

    For "He said", `text` is "He" and `name` the full name found earlier; "" where that is not certain. `basis`
    tells how `name` was found: stated in the words, or led back from a short name, a relative, a pronoun, a description
    or nothing at all (ellipsis). `confidence`: how often a reader finds such a name right; 1 where it is stated.
    """

    span: Span | None
    text: str
    name: str = ""
    kind: Kind = "unnamed"
    speaks_for: str | None = None  # name of the body ("Detroit police spokesman Sgt. X" speaks for "Detroit police")
    basis: NameBasis | None = None  # None where nobody is named
    confidence: float | None = None
    witness: str | None = None  # set by match


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What was said: one or more spans of the article; `text` joins them with a space."""

    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Source, cue and content (PARC/PolNeAR). `inside` is the attribution that reports this one: the outer voice.

    "officials, quoted by the broadcaster, cited by the magazine": officials.inside = broadcaster,
    broadcaster.inside = magazine. "Gul told TOLO News": Gul.inside = TOLO News. `scope` is "article" for a credit that
    covers all of it ("Sources: A, B").
    """

    id: str
    article: str
    source: Source
    cue: Mark
    content: Content
    type: Literal["direct", "mixed", "indirect"]
    stance: Stance = "asserts"
    inside: str | None = None
    scope: Literal["content", "article"] = "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What ONE article says once, as one clause.

    `mentions` are its repetitions in the same article (headline, lead, body).
    """

    id: str
    article: str
    span: Span
    text: str
    sentence: Span
    mentions: tuple[Span, ...] = ()
    attributions: tuple[str, ...] = ()  # outermost first
    modality: Modality = "happened"
    negated: bool = False
    hedges: tuple[Mark, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    moments: tuple[Moment, ...] = ()
    places: tuple[Place, ...] = ()
    names: tuple[Name, ...] = ()
    withheld: bool = False  # tells that something was not disclosed, confirmed or acknowledged
    takes_up: bool = False  # opens with "this …": speaks of what the sentence before told
    own: tuple[Mark, ...] = ()  # words by which the article shows its own reporting ("told this newspaper")
    start: Moment | None = None  # when what it tells of began: a date, or "REL:start:9" for "in its ninth year"
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Everything `extract` found in one article."""

    article: str
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
