"""A small pile made by hand: articles, one claim a sentence, and attributions where a test adds them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import pytest

from stemma.model import (
    Article,
    Attribution,
    Claim,
    Collation,
    Content,
    Kind,
    Mark,
    Matching,
    Source,
    Span,
    Stance,
    Witness,
)
from stemma.text import make_id


@dataclass
class Pile:
    articles: list[Article] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    witnesses: dict[str, Witness] = field(default_factory=dict)

    def add_article(self, name: str, text: str, published: str | None = None, language: str = "en") -> Article:
        article = Article(
            id=name, uri=f"{name}.txt", sha256="", language=language, title=None, text=text, published=published
        )
        self.articles.append(article)
        self.witnesses[name] = Witness(id=name, name=article.uri, kind="article", article=name, in_pile=True)
        return article

    def name_outlet(self, article: str, outlet: str) -> None:
        """Say which outlet published an article."""
        self.articles = [replace(a, outlet=outlet) if a.id == article else a for a in self.articles]
        self.witnesses[article] = replace(self.witnesses[article], name=outlet)

    def add_claim(self, article: str, words: str, attributions: Sequence[str] = ()) -> Claim:
        text = next(a.text for a in self.articles if a.id == article)
        span = Span(text.index(words), text.index(words) + len(words))
        claim = Claim(
            id=make_id(article, span),
            article=article,
            span=span,
            text=words,
            sentence=span,
            mentions=(span,),
            attributions=tuple(attributions),
        )
        self.claims.append(claim)
        return claim

    def add_attribution(
        self,
        article: str,
        source: str,
        content: str,
        inside: str | None = None,
        kind: Kind = "outlet",
        stance: Stance = "asserts",
    ) -> Attribution:
        text = next(a.text for a in self.articles if a.id == article)
        where, what = text.index(source), text.index(content)
        made = Attribution(
            id=make_id(article, source, content),
            article=article,
            source=Source(span=Span(where, where + len(source)), text=source, name=source, kind=kind, witness=source),
            cue=Mark(span=None, text="said"),
            content=Content(spans=(Span(what, what + len(content)),), text=content),
            type="indirect",
            stance=stance,
            inside=inside,
        )
        self.attributions.append(made)
        self.witnesses.setdefault(source, Witness(id=source, name=source, kind=kind))
        return made

    def match(self, *groups: Sequence[Claim]) -> Matching:
        grouped = {claim.id for group in groups for claim in group}
        all_groups = [*groups, *([claim] for claim in self.claims if claim.id not in grouped)]
        collations = [
            Collation(
                id=make_id("c", *(c.id for c in group)),
                title=group[0].text,
                stories=(),
                claims=tuple(c.id for c in group),
            )
            for group in all_groups
        ]
        return Matching(
            collations=tuple(collations),
            claims=tuple(self.claims),
            attributions=tuple(self.attributions),
            witnesses=tuple(self.witnesses.values()),
        )


@pytest.fixture
def make_pile() -> Callable[[], Pile]:
    return Pile
