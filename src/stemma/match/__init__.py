"""Stage 5, Claim -> Collation: the same claim side by side, and who is who across articles."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from stemma.match.collate import group_claims
from stemma.match.echoes import find_echoes
from stemma.match.explain import Explanation, NearMiss, Row
from stemma.match.explain import explain as explain_claims
from stemma.match.profiles import SLOTS, make_profiles
from stemma.match.relations import Context, find_taken_up, find_variants, find_years, gather_counts
from stemma.match.witnesses import article_witness_id, make_witnesses
from stemma.model import Article, Attribution, Claim, Collation, Extraction, Matching, Span, Story
from stemma.settings import Settings
from stemma.text import make_id

__all__ = ["Explanation", "NearMiss", "Row", "article_witness_id", "explain_claims", "match"]

LONGEST_TITLE = 140
MOST_READINGS = 60
WHOLE = 0.6  # share of its sentence from which a claim reads as one


def match(
    extractions: Sequence[Extraction], articles: Sequence[Article], stories: Sequence[Story], settings: Settings
) -> Matching:
    """Collate claims inside each story or thread, and make one witness of every spelling of a source.

    Args:
        extractions: one per article.
        articles: the pile, with `story` set.
        stories: with `thread` set where several belong together.
        settings: names the sentence encoder.
    """
    witnesses, resolved = make_witnesses(articles, extractions)
    attributions = [_fill_witness(a, resolved) for e in extractions for a in e.attributions]
    claims = [claim for extraction in extractions for claim in extraction.claims]
    known = {a.id: a for a in articles}, {a.id: a for a in attributions}
    context = Context(*known, find_years(articles, claims), gather_counts(claims))
    collations = [
        _make_collation(group, context)
        for pool in _make_pools(claims, context, stories)
        for group in _group_pool(pool, context, settings)
    ]
    by_id = {c.id: c for c in claims}, {a.id: a for a in attributions}
    echoes = find_echoes(collations, *by_id, (context.articles, {w.id: w for w in witnesses}))
    attributions = [
        _fill_witness(a, {a.id: echoes.get(a.source.witness or "", a.source.witness or "")}) for a in attributions
    ]
    return Matching(
        collations=tuple(sorted(collations, key=lambda c: c.id)),
        claims=tuple(sorted(claims, key=lambda c: (c.article, c.span, c.id))),
        attributions=tuple(sorted(attributions, key=lambda a: (a.article, a.id))),
        witnesses=tuple(witnesses),
    )


def _fill_witness(attribution: Attribution, resolved: dict[str, str]) -> Attribution:
    return replace(attribution, source=replace(attribution.source, witness=resolved.get(attribution.id) or None))


def _make_pools(claims: Sequence[Claim], context: Context, stories: Sequence[Story]) -> list[list[Claim]]:
    """Claims that may be compared: those of one thread, else of one story."""
    pool_of = {article: story.thread or story.id for story in stories for article in story.articles}
    pools: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        pools[pool_of.get(claim.article, claim.article)].append(claim)
    return [sorted(pool, key=lambda c: (c.article, c.span)) for _, pool in sorted(pools.items())]


def _group_pool(pool: Sequence[Claim], context: Context, settings: Settings) -> list[list[Claim]]:
    """Claims of copies follow those of the article they repeat: a thousand copies cost no more than one."""
    own = [c for c in pool if not context.articles[c.article].duplicate_of]
    profiles = make_profiles(own, context.articles, settings.embedder)
    groups = [[own[at] for at in group] for group in group_claims(profiles, find_taken_up(own, context))]
    context.words.update((p.claim.id, frozenset(term for term in p.weights if term[0] not in SLOTS)) for p in profiles)
    by_text: dict[tuple[str, str], list[Claim]] = {(c.article, c.text): group for group in groups for c in group}
    for claim in pool:
        original = context.articles[claim.article].duplicate_of
        if original:
            group = by_text.get((original, claim.text))
            if group is None:
                groups.append([claim])
            else:
                group.append(claim)
    return groups


def _make_collation(group: Sequence[Claim], context: Context) -> Collation:
    claims = sorted(group, key=lambda c: (context.articles[c.article].published or "9999", c.article, c.span))
    stories = sorted({context.articles[c.article].story or "" for c in claims} - {""})
    return Collation(
        id=make_id("collation", *sorted(c.id for c in claims)),
        title=_choose_title(claims, context),
        stories=tuple(stories),
        claims=tuple(c.id for c in claims),
        variants=find_variants(_leave_out_many_copies(claims, context), context),
    )


def _leave_out_many_copies(claims: Sequence[Claim], context: Context) -> list[Claim]:
    """A few copies are shown beside their original; hundreds of equal readings would only hide the others."""
    if len(claims) <= MOST_READINGS:
        return list(claims)
    return [c for c in claims if not context.articles[c.article].duplicate_of]


def _choose_title(claims: Sequence[Claim], context: Context) -> str:
    """The reading that shares most with the others, in the language of most of the pile; the shorter of two alike.

    A title has to say what is claimed, so one that is put forward goes before one that is denied.
    """
    language = _find_main_language(context)
    own = [(context.words.get(claim.id, frozenset()), claim.article) for claim in claims]

    def rank(claim: Claim) -> tuple[bool, bool, bool, int, int, str]:
        telling = context.words.get(claim.id, frozenset())
        shared = sum(len(telling & others) for others, article in own if article != claim.article)
        too_long = len(claim.text) > LONGEST_TITLE
        foreign = context.articles[claim.article].language != language
        cut = len(claim.text) < WHOLE * (claim.sentence.end - claim.sentence.start)
        return foreign, claim.negated or too_long, cut, -shared, len(claim.text), claim.id

    best = _spell_title(min(claims[:MOST_READINGS], key=rank), context)
    return best if len(best) <= LONGEST_TITLE else best[: LONGEST_TITLE - 1].rstrip() + "…"


def _spell_title(claim: Claim, context: Context) -> str:
    """The claim's words; with those before them where it is most of a headline: "Ministry confirms | leak at dam"."""
    article = context.articles[claim.article]
    stances = {context.attributions[a].stance for a in claim.attributions if a in context.attributions}
    begun = claim.span.end < article.body_start and claim.text[:1].islower() and stances <= {"asserts", "confirms"}
    return Span(claim.sentence.start, claim.span.end).of(article.text) if begun else claim.text


def _find_main_language(context: Context) -> str:
    counts = Counter(article.language for article in context.articles.values())
    return min(counts, key=lambda language: (-counts[language], language))
