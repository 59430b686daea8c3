"""What several articles say, side by side, and who has it from whom."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.claims import Attribution, Claim
from stemma.model.documents import Evidence, Span
from stemma.model.findings import Basis, Kind

Relation = Literal["reference", "same", "rounding", "update", "contradiction", "unsure"]
Label = Literal["drift", "translation", "contradiction", "update", "rounding", "same", "unsure"]
VariantKind = Literal["quantity", "moment", "place", "actor", "modality", "stance", "hedge", "attribution", "wording"]


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
    near: tuple[str, ...] = ()  # collations that may be the same claim; too unsure to be put together


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
