"""Stated links: whom an article names for what it says, voice by voice."""

from collections import defaultdict
from collections.abc import Sequence

from stemma.find.terms import per_language
from stemma.lang import find_language
from stemma.lang.attitudes import is_attitude
from stemma.lang.language import Speech
from stemma.model import Article, Attribution, Derivation, Evidence, Matching, Source, Span
from stemma.text import find_words, join_lists
from stemma.trace.stated.soundness import is_sound, list_sources, read_words
from stemma.trace.stated.voices import find_saying, is_voiced

LONGEST_EVIDENCE = 600
MOST_EVIDENCE = 6
# How often a reader finds a stated link right (docs/quality.md, "Stated links").
SPOKEN = 0.78  # 118 of 151: a plain verb of saying, "according to", words in quotation marks, a credit
LOOSE = 0.75  # 9 of 12, and 44 of 58 before: "suggest", "think", "release"
# These stances pass nothing on: who declines, says nothing; who takes back, is no source from then on.
SILENT = frozenset({"declines"})
NAMED_BEFORE_COLON = frozenset({"outlet", "agency", "account", "state"})


def find_citations(matching: Matching, articles: dict[str, Article]) -> list[Derivation]:
    """One derivation per pair of voices, with every collation it holds for and the words that state it.

    "The Lamp reported, citing two officials" makes article → Lamp and Lamp → two officials.
    """
    index = _Index(matching, articles)
    evidence: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    sure: dict[tuple[str, str], float] = defaultdict(float)
    scopes: dict[tuple[str, str], set[str] | None] = {}
    for attribution in matching.attributions:
        link = index.find_link(attribution)
        if link is None:
            continue
        evidence[link].append(_quote(attribution, articles[attribution.article]))
        sure[link] = max(sure[link], _find_confidence(attribution, articles))
        covered = index.find_collations(attribution)
        known = scopes.get(link, set())
        scopes[link] = None if known is None or covered is None else known | covered
    told = [link for link in sorted(evidence) if scopes[link] != set()]
    return [make_citation(link, scopes[link], evidence[link], sure[link]) for link in told]


class _Index:
    """Look-ups over one matching."""

    def __init__(self, matching: Matching, articles: dict[str, Article]) -> None:
        self.articles = articles
        self.attributions = {a.id: a for a in matching.attributions}
        self.article_witness = {w.article: w.id for w in matching.witnesses if w.article}
        collation_of = {claim: c.id for c in matching.collations for claim in c.claims}
        self.by_attribution: dict[str, set[str]] = defaultdict(set)
        self.by_article: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for claim in matching.claims:
            self.by_article[claim.article] += [(span, collation_of[claim.id]) for span in claim.mentions]
            for attribution in claim.attributions:
                self.by_attribution[attribution].add(collation_of[claim.id])

    def find_link(self, attribution: Attribution) -> tuple[str, str] | None:
        """(copy, exemplar): the outer voice, or the article itself, has it from this source."""
        exemplar = attribution.source.witness
        if exemplar is None or attribution.stance in SILENT or not _passes_on(attribution, self.articles):
            return None
        outer = self._find_outer(attribution)
        copy = outer.source.witness if outer and outer.source.witness else self.article_witness[attribution.article]
        return (copy, exemplar) if copy != exemplar and exemplar != self.article_witness[attribution.article] else None

    def _find_outer(self, attribution: Attribution) -> Attribution | None:
        """The next voice outwards that passes something on: a man accused in between has not said it."""
        outer = self.attributions.get(attribution.inside or "")
        while outer is not None and not _passes_on(outer, self.articles):
            outer = self.attributions.get(outer.inside or "")
        return outer

    def find_collations(self, attribution: Attribution) -> set[str] | None:
        """Those whose claims it covers; None for a credit that covers the whole article."""
        if attribution.scope == "article":
            return None
        covered = set(self.by_attribution[attribution.id])
        return covered or self._find_overlapping(attribution)

    def _find_overlapping(self, attribution: Attribution) -> set[str]:
        claims = self.by_article[attribution.article]
        found = {c for span, c in claims if any(span.overlaps(part) for part in attribution.content.spans)}
        if found or not claims:
            return found
        at = attribution.content.spans[0].start
        return {min(claims, key=lambda item: (abs(item[0].start - at), item[0]))[1]}


def _passes_on(attribution: Attribution, articles: dict[str, Article]) -> bool:
    """False for what somebody plans, judges or perceives, unless in their own words: it tells of them, not by them.

    Nor does a description without any word for people or texts name a source, unless a plain verb of saying follows.
    """
    language = find_language(articles[attribution.article].language)
    if language is None:
        return True
    speech, source = language.speech, attribution.source
    cue = set(read_words(attribution.cue.text))
    article = articles[attribution.article]
    unconfirmed = attribution.stance == "doubts" and cue & join_lists(speech.verifies, speech.confirms)
    silent = (
        unconfirmed
        or (source.kind == "unnamed" and _is_nobody(source, cue, speech))
        or _is_supposed(attribution, article, speech)
        or not is_sound(attribution, article, language)
        or not is_voiced(attribution, article, language)
    )
    if silent or is_attitude(attribution, article.text, language):
        return False
    in_quotes = attribution.type == "direct" or (attribution.type == "mixed" and attribution.inside is None)
    if in_quotes or attribution.stance != "asserts" or cue & join_lists(speech.cites, speech.passives):
        return True
    if not cue:  # a colon: "Radio Tarn: …", but also "Breaking: …" and titles of works
        return source.kind in NAMED_BEFORE_COLON
    attitude = cue & join_lists(speech.vows, speech.judges, speech.perceives)
    said = join_lists(speech.says, speech.according)
    return not attitude or bool(cue & said or (cue & speech.weak) - speech.perceives - speech.vows)


def _is_nobody(source: Source, cue: set[str], speech: Speech) -> bool:
    """True for a description without a word for people or texts, and for the high costs that somebody cites."""
    words = read_words(source.name)
    if _find_plain_cues(speech).isdisjoint(cue) and list_sources(speech).isdisjoint(words):
        return True
    return not cue.isdisjoint(speech.cites) and _find_voices(speech).isdisjoint(words)


@per_language
def _find_plain_cues(speech: Speech) -> frozenset[str]:
    return speech.says - speech.reports | speech.tells | speech.according | speech.cites


@per_language
def _find_voices(speech: Speech) -> frozenset[str]:
    """Nouns for people and bodies."""
    return frozenset(speech.kinds) | speech.roles | speech.spokesmen | speech.reporters | speech.hearsay


def _find_confidence(attribution: Attribution, articles: dict[str, Article]) -> float:
    """How often such a link is right: by how plainly it is said, and by how sure it is who is meant."""
    named = attribution.source.confidence
    language = find_language(articles[attribution.article].language)
    said = SPOKEN if attribution.type != "indirect" or attribution.scope == "article" else LOOSE
    if language is not None and _is_plain(attribution, language.speech):
        said = SPOKEN
    return said if named is None else min(said, named)


def _is_plain(attribution: Attribution, speech: Speech) -> bool:
    """True for a verb that says nothing but that something is said."""
    words = read_words(attribution.cue.text)
    return not find_saying(speech).isdisjoint((*words, " ".join(words)))


def _is_supposed(attribution: Attribution, article: Article, speech: Speech) -> bool:
    """True for "people would think that …", "the mayor might find that …": nobody has said it."""
    source, cue = attribution.source.span, attribution.cue.span
    if source is None or cue is None or source.end > cue.start or attribution.type == "direct":
        return False
    doubted = speech.possible.intersection(find_words(article.text[source.end : cue.start]))
    return bool(doubted if attribution.source.kind == "unnamed" else (doubted & speech.auxiliaries) - speech.abilities)


def _quote(attribution: Attribution, article: Article) -> Evidence:
    """The words from source to cue, with as much of the content as fits."""
    parts = [p for p in (attribution.source.span, attribution.cue.span) if p]
    frame = Span(min(p.start for p in parts), max(p.end for p in parts)) if parts else attribution.content.spans[0]
    whole = frame
    for content in attribution.content.spans:
        joined = Span(min(whole.start, content.start), max(whole.end, content.end))
        if joined.end - joined.start <= LONGEST_EVIDENCE and "\n\n" not in joined.of(article.text):
            whole = joined
    whole = Span(whole.start, min(whole.end, whole.start + LONGEST_EVIDENCE))
    return Evidence(article=article.id, span=whole, text=whole.of(article.text))


def make_citation(
    link: tuple[str, str], scope: set[str] | None, evidence: Sequence[Evidence], confidence: float
) -> Derivation:
    """The stated link from a copy to its exemplar, for the collations of its scope; for all where that is empty."""
    quotes = sorted({(e.article, e.span): e for e in evidence}.items())
    return Derivation(
        copy=link[0],
        exemplar=link[1],
        kind="citation",
        basis="stated",
        confidence=confidence,
        direction=1.0,
        collations=tuple(sorted(scope or ())),
        evidence=tuple(e for _, e in quotes[:MOST_EVIDENCE]),
    )
