"""A pile of invented texts, taken as far as `match`, with short ways to what was found."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from stemma.extract import extract
from stemma.match import match
from stemma.match.meanings.vectors import make_full_profiles
from stemma.match.profiles import Profile
from stemma.match.relations import Context, find_variants, find_years, gather_counts
from stemma.model import Article, Attribution, Claim, Extraction, Matching, Story, Variant, Witness
from stemma.settings import Settings


@dataclass(frozen=True)
class Pile:
    """Articles of one story with what was found in them."""

    articles: tuple[Article, ...]
    extractions: tuple[Extraction, ...]
    matching: Matching

    @property
    def groups(self) -> set[frozenset[str]]:
        """The texts of the claims of each collation that holds several."""
        claims = {c.id: f"{c.article}: {c.text}" for c in self.matching.claims}
        return {frozenset(claims[i] for i in c.claims) for c in self.matching.collations if len(c.claims) > 1}

    def is_joined(self, one: str, other: str) -> bool:
        """True where claims with these words stand in one collation."""
        claims = {c.id: c.text for c in self.matching.claims}
        groups = [[claims[i] for i in c.claims] for c in self.matching.collations]
        return any(any(one in t for t in group) and any(other in t for t in group) for group in groups)

    def find_witness(self, article: str, source: str) -> Witness:
        """Who a source of an article is."""
        attribution = self.find_attribution(article, source)
        return next(w for w in self.matching.witnesses if w.id == attribution.source.witness)

    def find_attribution(self, article: str, source: str) -> Attribution:
        """The first attribution of an article whose source has these words."""
        return next(a for a in self.matching.attributions if a.article == article and source in a.source.text)

    def find_claim(self, words: str) -> Claim:
        """The first claim with these words."""
        return next(c for c in self.matching.claims if words in c.text)

    def make_profiles(self, embedder: str = "none") -> list[Profile]:
        """Profiles of all claims, in the order of article and span."""
        claims = sorted(self.matching.claims, key=lambda c: (c.article, c.span))
        return make_full_profiles(claims, {a.id: a for a in self.articles}, embedder)

    def compare(self, kind: str, opening: str = "") -> Variant | None:
        """The first variant of that kind where all claims are taken for one, whatever matching says of them."""
        return next((v for v in self.find_variants(kind) if v.explanation.startswith(opening)), None)

    def find_variants(self, kind: str) -> list[Variant]:
        """All variants of that kind, likewise."""
        claims = sorted(self.matching.claims, key=lambda c: (c.as_of or "9999", c.article, c.span))
        context = Context(
            {a.id: a for a in self.articles},
            {a.id: a for a in self.matching.attributions},
            find_years(self.articles, claims),
            gather_counts(claims),
        )
        return [v for v in find_variants(claims, context) if v.kind == kind]


def write_article(name: str, text: str, **known: str | None) -> Article:
    return Article(
        **{  # type: ignore[arg-type]
            "id": name,
            "uri": f"{name}.txt",
            "sha256": name,
            "language": "en",
            "title": None,
            "text": text,
            "story": "s",
            **known,
        }
    )


def read_articles(*articles: Article, embedder: str = "none") -> Pile:
    extractions = tuple(extract(article) for article in articles)
    story = Story(id="s", title="Invented", articles=tuple(a.id for a in articles))
    matching = match(extractions, articles, [story], Settings(embedder=embedder))
    return Pile(articles, extractions, matching)


def read_texts(*texts: str, days: tuple[str | None, ...] = (), embedder: str = "none") -> Pile:
    """A pile of texts, which are called a, b, c …"""
    articles = [write_article("abcdefgh"[at], text) for at, text in enumerate(texts)]
    dated = [replace(article, published=day) for article, day in zip(articles, days, strict=True)] if days else articles
    return read_articles(*dated, embedder=embedder)


@pytest.fixture
def article() -> Callable[..., Article]:
    """Makes an article of a name, a text and whatever else is known of it."""
    return write_article


@pytest.fixture
def pile() -> Callable[..., Pile]:
    """Makes a pile of articles."""
    return read_articles


@pytest.fixture
def texts() -> Callable[..., Pile]:
    """Makes a pile of bare texts, perhaps with days."""
    return read_texts
