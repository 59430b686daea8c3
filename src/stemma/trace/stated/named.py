"""Stated links to media whose names are known: those of the pile's articles, and those that some article cites.

Who knows that "Quiet Corner" is a newspaper understands "she told Quiet Corner" and "Source: Quiet Corner"; grammar
alone does not tell it from a place or a person.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from stemma.find import find_sentences
from stemma.lang import find_language
from stemma.model import Article, Derivation, Evidence, Matching, Span
from stemma.text import find_words, fold, is_telling_name
from stemma.trace.stated.citations import LONGEST_EVIDENCE, MOST_EVIDENCE, SPOKEN, make_citation

NEAR = 4  # words between the name and the word of saying
SHORTEST_CUE = 3  # letters; a shorter word at the head of a phrase is a preposition: "in the words of"
MEDIA = frozenset({"outlet", "agency"})
_POSSESSIVE = re.compile(r"['’]s\b")


def find_named(matching: Matching, articles: Sequence[Article], citations: Iterable[Derivation]) -> list[Derivation]:
    """One citation for each article and each known medium that it names beside a word of saying.

    Args:
        matching: witnesses, claims and collations.
        articles: the pile.
        citations: what attributions state; nothing is found twice, nor where an attribution reads the name otherwise.
    """
    witness_of = {w.article: w.id for w in matching.witnesses if w.article}
    stated = {(link.copy, link.exemplar) for link in citations}
    read = _find_read(matching)
    names = _find_names(matching, articles)
    told: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    collation_of = {claim: c.id for c in matching.collations for claim in c.claims}
    for claim in matching.claims:
        told[claim.article].append((claim.sentence, collation_of[claim.id]))
    found = []
    for article in articles if names else ():
        copy = witness_of[article.id]
        for exemplar, places in sorted(_find_mentions(article, names, read[article.id]).items()):
            if exemplar != copy and (copy, exemplar) not in stated:
                found.append(_make_link(article, (copy, exemplar), places, told[article.id]))
    return found


def _find_read(matching: Matching) -> dict[str, list[tuple[Span, str]]]:
    """Article -> where attributions read a name, and as whom; a medium quoted by a person is rather misread."""
    kinds = {a.id: a.source.kind for a in matching.attributions}
    read: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for attribution in matching.attributions:
        source = attribution.source
        if source.span and source.witness and kinds.get(attribution.inside or "", "outlet") in MEDIA:
            read[attribution.article].append((source.span, source.witness))
    return read


def _find_names(matching: Matching, articles: Sequence[Article]) -> dict[str, str]:
    """Name -> witness, for names that only one medium has."""
    own: dict[str, set[str]] = defaultdict(set)
    cited: dict[str, set[str]] = defaultdict(set)
    originals = {a.id for a in articles if a.outlet and not a.duplicate_of}
    for witness in matching.witnesses:
        if witness.article in originals:
            own[witness.name].add(witness.id)
        elif witness.kind in MEDIA:
            for name in (witness.name, *witness.aliases):
                cited[name].add(witness.id)
    holders = {**cited, **own}  # an outlet of the pile is represented by its article
    return {name: min(found) for name, found in sorted(holders.items()) if len(found) == 1 and is_telling_name(name)}


def _find_mentions(article: Article, names: dict[str, str], read: Sequence[tuple[Span, str]]) -> dict[str, list[Span]]:
    """Witness -> the sentences that name it as the one who told or was told; an outlet's own name is none."""
    found: dict[str, list[Span]] = defaultdict(list)
    here = [name for name in names if name in article.text and fold(name) != fold(article.outlet or "")]
    if not here:
        return {}
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in sorted(here, key=lambda n: (-len(n), n))))
    for sentence in find_sentences(article.text, find_language(article.language)):
        for match in pattern.finditer(article.text, sentence.start, sentence.end):
            before, after = article.text[sentence.start : match.start()], article.text[match.end() : sentence.end]
            known = any(names[match.group()] == w and at.overlaps(Span(*match.span())) for at, w in read)
            if not known and not _POSSESSIVE.match(after) and _tells(before, after, article.language):
                found[names[match.group()]].append(sentence)
    return dict(found)


def _tells(before: str, after: str, language: str) -> bool:
    """True where a word of saying stands near, or a line holds little but the name: "Source: Quiet Corner"."""
    near = {*find_words(before)[-NEAR:], *find_words(after)[:NEAR]}
    return bool(near & _find_cues(language)) or (before.rstrip(' \xa0«„“"').endswith(":") and not find_words(after))


@lru_cache(maxsize=32)
def _find_cues(language: str) -> frozenset[str]:
    """The words by which somebody tells, is told or is credited; of phrases the first word."""
    known = find_language(language)
    if known is None:
        return frozenset()
    speech = known.speech
    cues = speech.says | speech.tells | speech.inverts | speech.passives | speech.according | speech.cites
    firsts = (fold(cue).split(" ")[0] for cue in cues)
    return frozenset(word for word in firsts if len(word) > SHORTEST_CUE)


def _make_link(
    article: Article, link: tuple[str, str], places: Sequence[Span], told: Sequence[tuple[Span, str]]
) -> Derivation:
    """The citation for what the sentences that name the medium tell; for the whole article where they tell nothing."""
    spans = [Span(s.start, min(s.end, s.start + LONGEST_EVIDENCE)) for s in places[:MOST_EVIDENCE]]
    scope = {c for span, c in told if any(span.overlaps(place) for place in places)}
    evidence = [Evidence(article=article.id, span=s, text=s.of(article.text)) for s in spans]
    return make_citation(link, scope, evidence, SPOKEN)
