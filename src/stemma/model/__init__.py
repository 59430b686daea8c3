"""The nouns: frozen, slotted, keyword-only. Their JSON form is the dossier contract (docs/contract.md).

Read in the order of the data: RawDocument → Article → Story → Claim → Collation → Stemma → Assessment → Dossier.
A finding without a Span is a bug.
"""

from stemma.model.claims import Attribution, Claim, Content, Extraction, Modality, NameBasis, Source, Stance
from stemma.model.documents import Article, Evidence, Mark, RawDocument, Skipped, Span, Story, Thread
from stemma.model.dossier import (
    Against,
    Assessment,
    Credibility,
    Dossier,
    Findings,
    Independence,
    Reason,
    Step,
    TimelineEntry,
    Wanted,
    Weighing,
)
from stemma.model.findings import Basis, Kind, Moment, Name, Place, Quantity
from stemma.model.lineage import (
    Collation,
    Derivation,
    Label,
    Matching,
    Path,
    Reading,
    Relation,
    Stemma,
    Variant,
    VariantKind,
    Witness,
)

__all__ = [
    "Against",
    "Article",
    "Assessment",
    "Attribution",
    "Basis",
    "Claim",
    "Collation",
    "Content",
    "Credibility",
    "Derivation",
    "Dossier",
    "Evidence",
    "Extraction",
    "Findings",
    "Independence",
    "Kind",
    "Label",
    "Mark",
    "Matching",
    "Modality",
    "Moment",
    "Name",
    "NameBasis",
    "Path",
    "Place",
    "Quantity",
    "RawDocument",
    "Reading",
    "Reason",
    "Relation",
    "Skipped",
    "Source",
    "Span",
    "Stance",
    "Stemma",
    "Step",
    "Story",
    "Thread",
    "TimelineEntry",
    "Variant",
    "VariantKind",
    "Wanted",
    "Weighing",
    "Witness",
]
