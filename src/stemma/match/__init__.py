"""Stage 5, Claim -> Collation: the same claim side by side, and who is who across articles."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from stemma.find.terms import per_language
from stemma.lang import find_language
from stemma.lang.language import Language
from stemma.match.collate import Grouping, group_claims
from stemma.match.echoes import find_echoes
from stemma.match.explain import Explanation, NearMiss, Row
from stemma.match.explain import explain as explain_claims
from stemma.match.meanings.doubts import are_words_enough
from stemma.match.meanings.vectors import Meanings
from stemma.match.profiles import SLOTS, make_profiles
from stemma.match.relations import Context, find_past, find_taken_up, find_variants, find_years, gather_counts
from stemma.match.witnesses import article_witness_id, make_witnesses
from stemma.match.witnesses.counterparts import join_counterparts
from stemma.match.witnesses.mastheads import read_mastheads
from stemma.model import Article, Attribution, Claim, Collation, Extraction, Matching, Span, Story, Variant
from stemma.settings import Settings
from stemma.text import find_words, fold, make_id

__all__ = ["Explanation", "NearMiss", "Row", "article_witness_id", "explain_claims", "match"]

LONGEST_TITLE = 140
MOST_READINGS = 60
WHOLE = 0.6  # share of its sentence from which a claim reads as one
SPEAKS_FOR = 0.8  # share of the most words in common from which a reading may speak for all
SHORTEST_CLEAR, LONGEST_CLEAR = 7, 25  # words of a title
_OPENED = re.compile(r"^[‘']{1,2}(?!.*[’'](?:\W|$))")  # a mark whose other half stands behind the claim
_HALF = re.compile(r"^[^(]*\)|\([^)]*$|^[^“]*”|“[^”]*$")  # one of two brackets, or of two quotation marks
_ADDRESS = re.compile(r"https?:|\bwww\.|\w\.\w+/|@\w|#\w")


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
    extractions = read_mastheads(extractions, articles)
    witnesses, resolved = make_witnesses(articles, extractions)
    attributions = [_fill_witness(a, resolved) for e in extractions for a in e.attributions]
    claims = [claim for extraction in extractions for claim in extraction.claims]
    known = {a.id: a for a in articles}, {a.id: a for a in attributions}
    years = find_years(articles, claims)
    main = _find_main_language(articles)
    context = Context(*known, years, gather_counts(claims), find_past(claims, years), language=main)
    collations, near = [], list[tuple[str, str]]()
    for pool in _make_pools(claims, context, stories):
        groups, pairs = _group_pool(pool, context, settings)
        collations += [_make_collation(group, context) for group in groups]
        near += pairs
    collations = _note_near(collations, near)
    by_id = {c.id: c for c in claims}, {a.id: a for a in attributions}
    echoes = find_echoes(collations, *by_id, (context.articles, {w.id: w for w in witnesses}))
    attributions = [_rename_witness(a, echoes) for a in attributions]
    witnesses, joined = join_counterparts(witnesses, attributions, by_id[0], collations, context.articles)
    attributions = [_rename_witness(a, joined) for a in attributions]
    return Matching(
        collations=tuple(sorted(collations, key=lambda c: c.id)),
        claims=tuple(sorted(claims, key=lambda c: (c.article, c.span, c.id))),
        attributions=tuple(sorted(attributions, key=lambda a: (a.article, a.id))),
        witnesses=tuple(witnesses),
    )


def _fill_witness(attribution: Attribution, resolved: dict[str, str]) -> Attribution:
    return replace(attribution, source=replace(attribution.source, witness=resolved.get(attribution.id) or None))


def _rename_witness(attribution: Attribution, names: Mapping[str, str]) -> Attribution:
    """The same with the witness that its own is one with."""
    own = attribution.source.witness or ""
    return _fill_witness(attribution, {attribution.id: names[own]}) if own in names else attribution


def _make_pools(claims: Sequence[Claim], context: Context, stories: Sequence[Story]) -> list[list[Claim]]:
    """Claims that may be compared: those of one thread, else of one story."""
    pool_of = {article: story.thread or story.id for story in stories for article in story.articles}
    pools: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        pools[pool_of.get(claim.article, claim.article)].append(claim)
    return [sorted(pool, key=lambda c: (c.article, c.span)) for _, pool in sorted(pools.items())]


def _group_pool(
    pool: Sequence[Claim], context: Context, settings: Settings
) -> tuple[list[list[Claim]], list[tuple[str, str]]]:
    """Claims that are one, and pairs of claims of which it is not sure whether they are.

    Claims of copies follow those of the article they repeat: a thousand copies cost no more than one.
    """
    own = [c for c in pool if not context.articles[c.article].duplicate_of]
    grouping = _group_own(own, context, settings)
    groups = [[own[at] for at in group] for group in grouping.groups]
    by_text: dict[tuple[str, str], list[Claim]] = {(c.article, c.text): group for group in groups for c in group}
    for claim in pool:
        original = context.articles[claim.article].duplicate_of
        if original:
            group = by_text.get((original, claim.text))
            if group is None:
                groups.append([claim])
            else:
                group.append(claim)
    return groups, [(own[a].id, own[b].id) for a, b in grouping.near]


def _group_own(own: Sequence[Claim], context: Context, settings: Settings) -> Grouping:
    """The same for claims of no copies, by their indices; what an article tells alone is compared with nothing."""
    taken_up = find_taken_up(own, context)
    if not taken_up and len({claim.article for claim in own}) == 1:
        return Grouping([[at] for at in range(len(own))], [])
    profiles = make_profiles(own, context.articles)
    context.words.update((p.claim.id, frozenset(term for term in p.weights if term[0] not in SLOTS)) for p in profiles)
    meanings = Meanings(profiles, settings.embedder)
    if not are_words_enough(profiles):
        meanings.add_all(context.articles)
    return group_claims(meanings, taken_up)


def _note_near(collations: Sequence[Collation], pairs: Sequence[tuple[str, str]]) -> list[Collation]:
    """The collations, each with those that may be the same claim."""
    where = {claim: collation.id for collation in collations for claim in collation.claims}
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        near[where[a]].add(where[b])
        near[where[b]].add(where[a])
    return [replace(c, near=tuple(sorted(near[c.id] - {c.id}))) if near.get(c.id) else c for c in collations]


def _make_collation(group: Sequence[Claim], context: Context) -> Collation:
    claims = sorted(group, key=lambda c: (context.articles[c.article].published or "9999", c.article, c.span))
    stories = sorted({context.articles[c.article].story or "" for c in claims} - {""})
    variants = find_variants(_leave_out_many_copies(claims, context), context)
    return Collation(
        id=make_id("collation", *sorted(c.id for c in claims)),
        title=_choose_title(claims, context, _find_odd(variants)),
        stories=tuple(stories),
        claims=tuple(c.id for c in claims),
        variants=variants,
    )


def _find_odd(variants: Iterable[Variant]) -> set[str]:
    """Claims with a detail that the first account has otherwise, and more readings have as the first."""
    odd = set[str]()
    for variant in variants:
        others = {reading.claim for reading in variant.readings if reading.relation == "contradiction"}
        first = {reading.claim for reading in variant.readings if reading.relation in ("reference", "same")}
        if len(first) > len(others):
            odd |= others
    return odd


def _leave_out_many_copies(claims: Sequence[Claim], context: Context) -> list[Claim]:
    """A few copies are shown beside their original; hundreds of equal readings would only hide the others."""
    if len(claims) <= MOST_READINGS:
        return list(claims)
    return [c for c in claims if not context.articles[c.article].duplicate_of]


def _choose_title(claims: Sequence[Claim], context: Context, odd: Set[str]) -> str:
    """The clearest of the readings that share most with the others, in the language of most of the pile.

    A title has to say what is claimed, so what is put forward goes before its denial, however many deny it: they are
    shown as denying the title. A reading that few words tie to the others does not speak for them, however clear it is,
    nor does one of the few with another figure or day (`odd`): "Confirmed" above it would confirm the change.
    """
    near = claims[:MOST_READINGS]
    if len(near) > 1:
        near = [min(near, key=_rank_titles(claims, context, odd))]
    best = _spell_title(near[0], context)
    return best if len(best) <= LONGEST_TITLE else best[: LONGEST_TITLE - 1].rstrip() + "…"


def _rank_titles(claims: Sequence[Claim], context: Context, odd: Set[str]) -> Callable[[Claim], tuple[object, ...]]:
    """What tells how well a claim stands for all of them, the least being the best."""
    words = [(context.words.get(claim.id, frozenset()), claim.article) for claim in claims]
    shared = {
        claim.id: sum(len(own & others) for others, article in words if article != claim.article)
        for claim, (own, _) in zip(claims[:MOST_READINGS], words, strict=False)
    }
    most = max(shared.values())

    def rank(claim: Claim) -> tuple[object, ...]:
        title = _spell_title(claim, context)
        too_long = len(claim.text) > LONGEST_TITLE
        foreign = context.articles[claim.article].language != context.language
        broken, vague = _count_flaws(title, claim, find_language(context.articles[claim.article].language))
        apart = shared[claim.id] < SPEAKS_FOR * most
        wrong = _speaks_against(claim, context) or too_long
        return foreign, wrong, claim.id in odd, broken, apart, vague, -shared[claim.id], len(claim.text), claim.id

    return rank


def _speaks_against(claim: Claim, context: Context) -> bool:
    """True for words that are the denial themselves: "not …", and "there is no leak" said of a leak."""
    language = find_language(context.articles[claim.article].language)
    said = [context.attributions[a] for a in claim.attributions if a in context.attributions]
    verbs = language.speech.denies if language else frozenset[str]()
    denials = (a for a in said if a.stance == "denies" and verbs.isdisjoint(find_words(a.cue.text)))
    return claim.negated or any(denials)


def _count_flaws(title: str, claim: Claim, language: Language | None) -> tuple[int, int]:
    """What makes a title no sentence (an address, half a quotation, a cut), and what only makes it less clear."""
    broken = [bool(_ADDRESS.search(title)), title.count('"') % 2 == 1 or bool(_HALF.search(title))]
    words = find_words(title)
    whole = len(claim.text) >= WHOLE * (claim.sentence.end - claim.sentence.start)
    vague = [not whole]
    if language is not None and words and not language.grammar.unspaced:
        known, begins = _list_telling(language), claim.span.start - claim.sentence.start <= 1
        broken.append(not begins and words[0] in language.grammar.clause_openers)
        broken.append(words[-1] in known.ends)
        broken.append(not whole and known.verbs.isdisjoint(words))
        vague.append(words[0] in known.pronouns)
        vague.append(not SHORTEST_CLEAR <= len(words) <= LONGEST_CLEAR)
    return sum(broken), sum(vague)


class _Telling(NamedTuple):
    """Words of a language that tell whether words are a sentence."""

    ends: frozenset[str]  # with which none ends
    verbs: frozenset[str]
    pronouns: frozenset[str]


@per_language
def _list_telling(language: Language) -> _Telling:
    speech = language.speech
    return _Telling(
        speech.that | speech.joins | speech.articles | speech.says | language.grammar.prepositions,
        speech.be | speech.auxiliaries | speech.verbs,
        speech.persons | speech.groups | speech.selves | speech.things | speech.possessors,
    )


def _spell_title(claim: Claim, context: Context) -> str:
    """The claim's words without an "and" or "that" before them, with the quotation mark that closes them.

    With those before them in a headline, of which they may be the lesser part: "Ministry confirms | leak at dam".
    """
    article = context.articles[claim.article]
    stances = {context.attributions[a].stance for a in claim.attributions if a in context.attributions}
    begun = claim.span.end < article.body_start and claim.text[:1].islower() and stances <= {"asserts", "confirms"}
    words = Span(claim.sentence.start, claim.span.end).of(article.text) if begun else claim.text
    language = find_language(article.language)
    first, _, rest = words.partition(" ")
    if language and rest and fold(first) in language.speech.joins | language.speech.that:
        words = rest
    words = _OPENED.sub("", words)
    return words + _find_closing_mark(words, article.text[claim.span.end : claim.span.end + 2])


def _find_closing_mark(words: str, behind: str) -> str:
    """The mark that a claim lost with its full stop: he called it "a folly|."."""
    mark = next((c for c in behind if c in '"”'), "")
    opened = words.count('"') % 2 == 1 if mark == '"' else words.count("“") > words.count("”")
    return mark if mark and opened and behind.partition(mark)[0] in ("", ".", ",", "!", "?") else ""


def _find_main_language(articles: Sequence[Article]) -> str:
    counts = Counter(article.language for article in articles)
    return min(counts, key=lambda language: (-counts[language], language), default="")
