"""Look-ups over one pile that inferred links need: who cites whom, whose text is passed on, where claims stand."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from stemma.lang import find_language
from stemma.model import Article, Derivation, Matching, Span, Witness
from stemma.text import find_words
from stemma.trace.passages import Reader

LONGEST_CREDIT = 6  # words


@dataclass(frozen=True, slots=True)
class Pile:
    """What reuse looks up."""

    articles: dict[str, Article]
    witness_of: dict[str, str]  # article -> witness
    witnesses: dict[str, Witness]
    cites: dict[str, set[str]]  # witness -> witnesses it states to have something from
    relayed: dict[str, set[str]]  # article -> witnesses whose text it passes on
    credited: dict[str, set[str]]  # article -> agencies credited for the whole of it
    media: dict[str, list[tuple[Span, str]]]  # article -> where it cites an outlet outside the pile
    collations: dict[str, list[tuple[Span, str]]]  # article -> claim spans with their collation
    fed: frozenset[str]  # articles that credit agencies without naming one
    reader: Reader


def make_pile(matching: Matching, articles: Sequence[Article], citations: Sequence[Derivation]) -> Pile:
    """Gather what inferred links look up.

    Args:
        matching: claims, collations, attributions and witnesses.
        articles: the pile.
        citations: the stated links.
    """
    cites: dict[str, set[str]] = defaultdict(set)
    witness_of = {w.article: w.id for w in matching.witnesses if w.article}
    original = {witness_of[a.id]: witness_of[a.duplicate_of] for a in articles if a.duplicate_of}
    for link in citations:  # citing a copy, one has it from the original too
        cites[link.copy] |= {link.exemplar, original.get(link.exemplar, link.exemplar)}
    relayed, credited = _find_relayed(matching)
    collation_of = {claim: c.id for c in matching.collations for claim in c.claims}
    collations: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for claim in matching.claims:
        collations[claim.article].append((claim.span, collation_of[claim.id]))
    return Pile(
        {a.id: a for a in articles},
        witness_of,
        {w.id: w for w in matching.witnesses},
        cites,
        relayed,
        credited,
        _find_cited_media(matching, {a.id: a for a in articles}),
        collations,
        frozenset(article.id for article in articles if _credits_agencies(article)),
        Reader(),
    )


def _credits_agencies(article: Article) -> bool:
    """True for a text with a line such as "Staff and agencies" under its title or at its end."""
    language = find_language(article.language)
    wires = language.speech.wires if language else frozenset()
    lines = [line.strip() for line in article.text.split("\n") if line.strip()]
    return any(
        len(words) <= LONGEST_CREDIT and not wires.isdisjoint((*words, *map(" ".join, pairwise(words))))
        for words in map(find_words, (*lines[1:3], *lines[-2:]))
    )


def _find_cited_media(matching: Matching, articles: dict[str, Article]) -> dict[str, list[tuple[Span, str]]]:
    """Where an article credits a medium outside the pile; an unknown name is one where it posts or writes."""
    witnesses = {w.id: w for w in matching.witnesses}
    media: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for attribution in matching.attributions:
        source = attribution.source
        witness = witnesses.get(source.witness or "")
        at = source.span or attribution.cue.span
        if witness is None or at is None or witness.article or attribution.stance != "asserts":
            continue
        language = find_language(articles[attribution.article].language)
        publishes = bool(language and set(find_words(attribution.cue.text)) & language.speech.publishes)
        is_medium = witness.kind == "outlet" or (witness.kind == "organisation" and publishes)
        if is_medium and any(c.isupper() for c in source.name):
            media[attribution.article].append((at, witness.id))
    return dict(media)


def _find_relayed(matching: Matching) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Per article, whose text it passes on, and which agencies it credits at its end for nothing in particular.

    "The Lamp, citing the Bell" shows that the writer had the Lamp's text; "he told the Lamp" may be one quotation, but
    agencies live by passing quotations on.
    """
    witnesses = {w.id: w for w in matching.witnesses}
    by_id = {a.id: a for a in matching.attributions}
    relayed: dict[str, set[str]] = defaultdict(set)
    credited: dict[str, set[str]] = defaultdict(set)
    for attribution in matching.attributions:
        outer = by_id.get(attribution.inside or "")
        voice = witnesses.get((outer or attribution).source.witness or "")
        if voice is None or voice.article:
            continue
        quotes_outlet = attribution.source.kind in ("outlet", "agency")
        if outer and (voice.kind == "agency" or (voice.kind == "outlet" and quotes_outlet)):
            relayed[attribution.article].add(voice.id)
        elif attribution.scope == "article" and voice.kind == "agency":
            credited[attribution.article].add(voice.id)
    return dict(relayed), dict(credited)
