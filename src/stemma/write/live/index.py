"""Places in the lists of a report, by the ids of the dossier."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from stemma.model import Evidence, Span
from stemma.write.urgency import Finding
from stemma.write.view.lookup import Lookup

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Where each article, witness and claim of a dossier stands in the report's lists."""

    lookup: Lookup
    findings: tuple[Finding, ...]
    articles: dict[str, int]
    witnesses: dict[str, int]
    claims: dict[str, int]  # by collation id
    stories: dict[str, int]
    own: dict[str, list[str]]  # witness id -> the articles in the pile that it is or wrote

    def find_articles(self, ids: Iterable[str]) -> list[int]:
        """The places of the known articles among these ids, copies of one text once."""
        return [self.articles[id] for id in self.lookup.find_originals(ids)]

    def find_witnesses(self, ids: Iterable[str]) -> list[int]:
        """The places of the known witnesses among these ids."""
        return [self.witnesses[id] for id in dict.fromkeys(ids) if id in self.witnesses]

    def find_claims(self, ids: Iterable[str]) -> list[int]:
        """The places of the known claims among these ids."""
        return [self.claims[id] for id in dict.fromkeys(ids) if id in self.claims]

    def make_evidence(self, evidence: Iterable[Evidence]) -> list[Json]:
        """Evidence by the place of its article."""
        return [
            {"article": self.articles[item.article], "span": list(item.span)}
            for item in evidence
            if item.article in self.articles
        ]

    def find_named(self, name: str, id: str | None) -> Json:
        """A speaker: the witness where it is known, and what it is called here."""
        return {"witness": self.witnesses.get(id or ""), "name": name}


def make_index(lookup: Lookup, findings: Iterable[Finding], stories: Iterable[str]) -> Index:
    """Number everything: articles and witnesses as the dossier has them, claims by urgency, stories as given."""
    known = tuple(findings)
    return Index(
        lookup=lookup,
        findings=known,
        articles={id: number for number, id in enumerate(lookup.articles)},
        witnesses={id: number for number, id in enumerate(lookup.witnesses)},
        claims={finding.collation.id: number for number, finding in enumerate(known)},
        stories={id: number for number, id in enumerate(stories)},
        own={id: lookup.find_own(id) for id in lookup.witnesses},
    )


def list_span(span: Span | None) -> list[int] | None:
    """A span as JSON has it."""
    return None if span is None else list(span)
