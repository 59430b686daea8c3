"""The nouns: frozen, slotted, keyword-only. Their JSON form is the dossier contract (docs/contract.md).

Read in the order of the data: RawDocument → Article → Story → Claim → Collation → Stemma → Assessment → Dossier.
A finding without a Span is a bug.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal[
    "article", "outlet", "agency", "account", "organisation", "state", "person", "group", "document", "data", "unnamed", "lost"
]
Stance = Literal["asserts", "confirms", "denies", "doubts", "declines", "retracts"]
Modality = Literal["happened", "planned", "possible", "generic"]
Relation = Literal["reference", "same", "rounding", "update", "contradiction", "unsure"]
Label = Literal["drift", "translation", "contradiction", "update", "rounding", "same", "unsure"]
Basis = Literal["stated", "inferred"]
VariantKind = Literal["quantity", "moment", "place", "actor", "modality", "stance", "hedge", "attribution", "wording"]


class Span(NamedTuple):
    """Characters [start, end) of an article's text, in Unicode code points. Serialised as `[start, end]`."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """True when `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Some words of a known article: a hedge, a cue, a name. `text` equals the span's characters."""

    span: Span | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The exact words of one article that support a finding; at most 600 characters."""

    article: str
    span: Span
    text: str


# ---------------------------------------------------------------- acquire, clean


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """Bytes as they were found, with what `meta.jsonl` says of them. `uri` is relative to the given path, with `/`."""

    uri: str
    sha256: str
    content: bytes
    suffix: str  # ".txt", ".md", ".html", …; decides how `clean` reads it
    meta: dict[str, str] = field(default_factory=dict)  # url outlet published language title, from meta.jsonl


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An input that could not be used, and why; shown in every report."""

    uri: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Cleaned text of one document. `text` = title, newline, body (the body alone where there is no title)."""

    id: str  # first 12 hex of sha256
    uri: str
    sha256: str
    language: str  # ISO 639-1, or "und"
    title: str | None
    outlet: str | None = None
    published: str | None = None  # ISO date or date-time
    retrieved: str | None = None
    basis: dict[str, str] = field(default_factory=dict)  # outlet/published -> stated|metadata|inferred
    text: str = ""
    url: str | None = None
    story: str | None = None
    duplicate_of: str | None = None
    revision_of: str | None = None

    @property
    def body_start(self) -> int:
        """Where the body begins in `text`."""
        return len(self.title) + 1 if self.title else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One event with its direct consequences within days."""

    id: str
    title: str
    articles: tuple[str, ...]
    thread: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Stories on one continuing matter."""

    id: str
    title: str
    stories: tuple[str, ...]


# ---------------------------------------------------------------- find


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with the thing counted. Lengths are converted to kilometres, so units can be compared; `text` keeps the words."""

    span: Span
    text: str
    low: float
    best: float
    high: float
    unit: str | None  # canonical English singular: soldier, person, kilometre, percent, USD, year …
    role: str | None = None  # canonical: killed, injured, deserted, trained, arrested, magnitude, distance …
    vague: bool = False  # "dozens", "almost", "about", "more than"
    open_ended: bool = False  # "at least", "more than": only a lower bound was given, and `high` is nominal


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time as its article allows it: `XXXX-10-03`, `2024-06`, `2024-W42-2`, `XXXX-W..-2` (a weekday), `T13:00`."""

    span: Span
    text: str
    value: str
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place named in a text; `region` is the first-level division where known."""

    span: Span
    text: str
    name: str
    country: str | None = None  # ISO 3166 alpha-2
    region: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A capitalised name in a text, before anybody decides who it is."""

    span: Span
    text: str
    kind: Kind | Literal["place", "unknown"] = "unknown"


# ---------------------------------------------------------------- extract


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who an attribution names. `span`/`text` are the words there; `name` is who that is inside the article.

    For "He said", `text` is "He" and `name` the full name found earlier; "" where that is not certain.
    """

    span: Span | None
    text: str
    name: str = ""
    kind: Kind = "unnamed"
    speaks_for: str | None = None  # name of the body ("Detroit police spokesman Sgt. X" speaks for "Detroit police")
    witness: str | None = None  # set by match


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What was said: one or more spans of the article; `text` joins them with a space."""

    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Source, cue and content (PARC/PolNeAR). `inside` is the attribution that reports this one: the outer voice.

    "officials, quoted by the broadcaster, cited by the magazine": officials.inside = broadcaster, broadcaster.inside = magazine.
    "Gul told TOLO News": Gul.inside = TOLO News. `scope` is "article" for a credit that covers all of it ("Sources: A, B").
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
    """What ONE article says once, as one clause; `mentions` are its repetitions in the same article (headline, lead, body)."""

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
    own: tuple[Mark, ...] = ()  # words by which the article shows its own reporting ("told this newspaper")
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Everything `extract` found in one article."""

    article: str
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]


# ---------------------------------------------------------------- match


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """The link on which a reading changed."""

    copy: str
    exemplar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article's version of a detail."""

    claim: str
    span: Span
    value: str
    relation: Relation
    on_path: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A detail that several claims of one collation give; `readings[0]` is the reference."""

    kind: VariantKind
    readings: tuple[Reading, ...]
    label: Label
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collation:
    """The same claim, side by side."""

    id: str
    title: str
    stories: tuple[str, ...]
    claims: tuple[str, ...]
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Anyone a claim can go back to: an article, outlet, agency, person, body, unnamed source, or a lost text."""

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    article: str | None = None
    in_pile: bool = False
    speaks_for: str | None = None  # witness id


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """What `match` hands on: collations, witnesses, and the attributions with their witnesses filled in."""

    collations: tuple[Collation, ...]
    claims: tuple[Claim, ...]
    attributions: tuple[Attribution, ...]
    witnesses: tuple[Witness, ...]


# ---------------------------------------------------------------- trace, weigh


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """`copy` has it from `exemplar`. `collations` empty = the whole article."""

    copy: str
    exemplar: str
    kind: Literal["citation", "reuse", "translation"]
    basis: Basis
    confidence: float
    direction: float
    collations: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stemma:
    """The family tree: all witnesses, and who has what from whom."""

    witnesses: tuple[Witness, ...]
    derivations: tuple[Derivation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Independence:
    """How many ways lead from origins to supporters without sharing a node: low ≤ best ≤ high."""

    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """Someone who denies or doubts the claim, in one article."""

    article: str
    witness: str | None
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One sentence of judgement with the words behind it."""

    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One move in the life of a claim: rumour, denial, confirmation, retraction."""

    moment: str | None
    witness: str | None
    stance: Stance
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """How well one collation is supported; never whether it is true."""

    collation: str
    supporting: tuple[str, ...]
    against: tuple[Against, ...]
    unsourced: tuple[str, ...]
    independent: Independence
    heard_by: int
    origins: tuple[str, ...]
    bottlenecks: tuple[str, ...]
    circular: bool
    support: Literal["unsourced", "single-origin", "corroborated"]
    dispute: Literal["none", "contested", "denied", "confirmed-after-denial", "retracted"]
    steps: tuple[Step, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A source that is not in the pile, and what hangs on it."""

    witness: str
    cited_by: tuple[str, ...]
    collations: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A dated event; `basis` is inferred where a year was filled in."""

    value: str
    basis: Basis
    text: str
    article: str
    span: Span
    collation: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What `weigh` hands on; collations come back with `on_path` and labels set."""

    collations: tuple[Collation, ...]
    assessments: tuple[Assessment, ...]
    wanted: tuple[Wanted, ...]
    timeline: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything one run found; every view is a view of this one object."""

    format: str = "stemma/dossier/1"
    version: str
    settings: dict[str, str | bool | None]
    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    stories: tuple[Story, ...]
    threads: tuple[Thread, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    collations: tuple[Collation, ...]
    witnesses: tuple[Witness, ...]
    derivations: tuple[Derivation, ...]
    assessments: tuple[Assessment, ...]
    wanted: tuple[Wanted, ...]
    timeline: tuple[TimelineEntry, ...]
    reviews: tuple[dict[str, str], ...] = ()

    def __repr__(self) -> str:
        """A line that says what is inside."""
        shared = sum(len({c for c in col.claims}) > 1 for col in self.collations)
        return (
            f"<Dossier: {len(self.articles)} articles in {len(self.stories)} stories, {len(self.claims)} claims "
            f"({shared} told more than once), {len(self.derivations)} links, {len(self.wanted)} sources wanted>"
        )
