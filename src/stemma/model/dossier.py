"""What is made of it: how well each claim is supported, what is missing, and the whole of one run."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.claims import Attribution, Claim, Stance
from stemma.model.documents import Article, Evidence, Skipped, Span, Story, Thread
from stemma.model.findings import Basis
from stemma.model.lineage import Collation, Derivation, Witness


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
class Credibility:
    """The digit of the Admiralty code, proposed from the evidence; the letter, for a source, only a person sets."""

    digit: Literal[1, 2, 3, 4, 5, 6]
    text: str  # why, in one sentence


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
    credibility: Credibility = Credibility(digit=6, text="Nothing to judge it by.")


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
class Findings:
    """What the last three stages found in articles that were investigated together: a dossier without its articles."""

    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    collations: tuple[Collation, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()


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
        shared = sum(len(set(col.claims)) > 1 for col in self.collations)
        return (
            f"<Dossier: {len(self.articles)} articles in {len(self.stories)} stories, {len(self.claims)} claims "
            f"({shared} told more than once), {len(self.derivations)} links, {len(self.wanted)} sources wanted>"
        )
