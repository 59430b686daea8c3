"""A small scene to weigh: articles whose sentences are their claims, and links between them, written by hand."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

import pytest

from stemma.model import (
    Article,
    Attribution,
    Claim,
    Collation,
    Content,
    Derivation,
    Evidence,
    Mark,
    Matching,
    Moment,
    Reading,
    Source,
    Span,
    Stemma,
    Variant,
    Weighing,
    Witness,
)
from stemma.settings import Settings
from stemma.weigh import weigh
from stemma.weigh.pile import Pile


@dataclass
class Scene:
    """Articles tell claims line by line; `collation` puts claims side by side."""

    articles: dict[str, Article] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    attributions: dict[str, Attribution] = field(default_factory=dict)
    witnesses: dict[str, Witness] = field(default_factory=dict)
    derivations: list[Derivation] = field(default_factory=list)
    collations: dict[str, Collation] = field(default_factory=dict)

    def add_article(self, name: str, *, language: str = "en", **known: str | None) -> str:
        known.setdefault("outlet", f"The {name} Post")
        self.articles[name] = Article(
            id=name, uri=f"{name}.txt", sha256=name, language=language, **{"title": None, **known}
        )
        self.witnesses[f"w{name}"] = Witness(
            id=f"w{name}", name=known["outlet"] or f"{name}.txt", kind="article", article=name, in_pile=True
        )
        return f"w{name}"

    def add_witness(self, name: str, kind: str = "outlet", speaks_for: str | None = None) -> str:
        self.witnesses[name] = Witness(id=name, name=name, kind=kind, speaks_for=speaks_for)
        return name

    def tell(self, article: str, text: str, sources: tuple = (), *, collation: str = "c", **known: object) -> str:
        """Add a claim. `sources` is a chain, outermost first: witness names or (name, stance)."""
        old = self.articles.get(article) or self.articles[self.add_article(article).removeprefix("w")]
        start = len(old.text)
        self.articles[article] = replace(old, text=old.text + text + "\n")
        span, names, inside = Span(start, start + len(text)), [], None
        for source in sources:
            witness, stance = source if isinstance(source, tuple) else (source, "asserts")
            name = f"t{len(self.attributions)}"
            self.attributions[name] = Attribution(
                id=name,
                article=article,
                source=Source(span=None, text=witness, name=witness, witness=witness),
                cue=Mark(span=None, text=""),
                content=Content(spans=(span,), text=text),
                type="indirect",
                stance=stance,
                inside=inside,
            )
            names.append(name)
            inside = name
        if known.pop("own", False):
            known["own"] = (Mark(span=span, text=text),)
        claim = Claim(
            id=f"k{len(self.claims)}",
            article=article,
            span=span,
            text=text,
            sentence=span,
            attributions=tuple(names),
            **known,
        )
        self.claims[claim.id] = claim
        self.gather(collation, claim.id)
        self.link_chain(article, [self.attributions[name].source.witness for name in names], collation, span)
        return claim.id

    def gather(self, collation: str, claim: str) -> None:
        old = self.collations.get(collation) or Collation(id=collation, title=collation, stories=(), claims=())
        self.collations[collation] = replace(old, claims=(*old.claims, claim))

    def link_chain(self, article: str, chain: list, collation: str, span: Span) -> None:
        nodes = [f"w{article}", *chain]
        for copy, exemplar in pairwise(nodes):
            self.link(copy, exemplar, "citation", collations=(collation,), at=(article, span))

    def link(
        self,
        copy: str,
        exemplar: str,
        kind: str,
        confidence: float = 1.0,
        collations: tuple = (),
        at: tuple | None = None,
    ) -> None:
        article, span = at or (self.witnesses[copy].article, Span(0, 5))
        evidence = Evidence(article=article, span=span, text=span.of(self.articles[article].text))
        self.derivations.append(
            Derivation(
                copy=copy,
                exemplar=exemplar,
                kind=kind,
                basis="stated" if kind == "citation" else "inferred",
                confidence=confidence,
                direction=1.0,
                collations=collations,
                evidence=(evidence,),
            )
        )

    def add_variant(self, kind: str, readings: list[tuple], label: str, collation: str = "c") -> None:
        """Add a variant of (claim, value, relation) readings."""
        made = tuple(Reading(claim=c, span=self.claims[c].span, value=v, relation=r) for c, v, r in readings)
        old = self.collations[collation]
        variant = Variant(kind=kind, readings=made, label=label, explanation="As matched.")
        self.collations[collation] = replace(old, variants=(*old.variants, variant))

    def date(self, claim: str, words: str, value: str) -> None:
        """Give a claim a moment that stands in its text."""
        old = self.claims[claim]
        start = old.span.start + old.text.index(words)
        moment = Moment(span=Span(start, start + len(words)), text=words, value=value)
        self.claims[claim] = replace(old, moments=(*old.moments, moment))

    @property
    def matching(self) -> Matching:
        return Matching(
            collations=tuple(self.collations.values()),
            claims=tuple(self.claims.values()),
            attributions=tuple(self.attributions.values()),
            witnesses=tuple(self.witnesses.values()),
        )

    @property
    def stemma(self) -> Stemma:
        return Stemma(witnesses=tuple(self.witnesses.values()), derivations=tuple(self.derivations))

    @property
    def pile(self) -> Pile:
        return Pile(self.matching, self.stemma, tuple(self.articles.values()))

    def weigh(self) -> Weighing:
        return weigh(self.matching, self.stemma, tuple(self.articles.values()), Settings())

    def assess(self, collation: str = "c"):
        return next(a for a in self.weigh().assessments if a.collation == collation)


@pytest.fixture
def scene() -> Scene:
    """An empty scene."""
    return Scene()
