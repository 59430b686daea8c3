"""Attributions lost on the way: what an exemplar has from somebody, and its copy tells as a fact of its own.

Only a copy that took the exemplar's text and credits no text for it can lose a source like that: "the agency reports"
still tells the reader where to look.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from stemma.find.terms import find_phrases, per_language
from stemma.lang import find_language
from stemma.lang.language import Language
from stemma.model import Attribution, Claim, Collation, Path, Reading, Relation, Span, Variant
from stemma.text import WORD, find_words, fold
from stemma.weigh.doubt.likeness import tells_the_same
from stemma.weigh.independence import Link
from stemma.weigh.paths import TEXTS
from stemma.weigh.pile import Pile

PASSING_ON = frozenset({"asserts", "confirms"})
LONGEST_READING = 200
NEAR = 200  # characters about a sentence in which its source may be named
LONG_NAME = 4  # letters of a word by which a name is known again
LED_BACK = frozenset({"pronoun", "relative", "ellipsis", "description"})  # may stand for another than was found
NOBODY = "no source"
QUOTES = '"“”„«»「『'


class Told(NamedTuple):
    """One article's claim, and whose word it gives it as."""

    claim: Claim
    voice: Attribution


class Loss(NamedTuple):
    """A claim told as a fact, and the link on which its source was lost."""

    claim: Claim
    path: Path


def add_lost_sources(pile: Pile, collation: Collation, links: Sequence[Link]) -> Collation:
    """The collation with one variant more where copies lost the source of its claim.

    Args:
        pile: what the run knows.
        collation: the claims side by side.
        links: those that hold for its claim.
    """
    claims: dict[str, list[Claim]] = {}
    for claim in pile.find_claims(collation):
        if claim.span.start >= pile.articles[claim.article].body_start:  # a headline often leaves out who says it
            claims.setdefault(pile.find_node(claim.article), []).append(claim)
    above: dict[str, list[Link]] = {}
    for link in links:
        if link.copy in claims and (link.exemplar in claims or link.basis == "stated"):
            above.setdefault(link.copy, []).append(link)
    above = {copy: known for copy, known in above.items() if all(k.takes_text and k.is_likely for k in known)}
    if not above:
        return collation
    told = {node: told for node, known in claims.items() if (told := _find_told(pile, known))}
    losses: dict[str, Loss] = {}
    while found := _find_losses(pile, claims, above, told, losses):
        losses |= found
    made = (_make_variant(pile, told, losses),) if losses and not _is_misread(pile, told, losses) else ()
    return replace(collation, variants=(*collation.variants, *made))


def _is_misread(pile: Pile, told: Mapping[str, Told], losses: Mapping[str, Loss]) -> bool:
    """True where one text alone has a source that several in other languages lack: it was read into that one."""
    languages = {pile.articles[t.claim.article].language for t in told.values()}
    across = [loss for loss in losses.values() if pile.articles[loss.claim.article].language not in languages]
    return len(told) < len(across)


def _find_losses(
    pile: Pile,
    claims: Mapping[str, Sequence[Claim]],
    above: Mapping[str, Sequence[Link]],
    told: Mapping[str, Told],
    known: Mapping[str, Loss],
) -> dict[str, Loss]:
    """Copies that lost the source themselves, or have the claim from one that did, which are not known yet."""
    found = {}
    for copy, links in sorted(above.items()):
        exemplars = [link.exemplar for link in links]
        if copy in known or not all(e in told or e in known for e in exemplars):
            continue
        if not _tells_as_fact(pile, claims[copy]):
            continue
        if not all(_could_lose(pile, told[e], claims[copy]) for e in exemplars if e in told):
            continue
        handed = next((known[e].path for e in exemplars if e in known), None)
        best = max(links, key=lambda link: (link.confidence, link.exemplar)).exemplar
        found[copy] = Loss(claims[copy][0], handed or Path(copy=copy, exemplar=best))
    return found


def _could_lose(pile: Pile, told: Told, claims: Sequence[Claim]) -> bool:
    """True where a later text tells the very claim, and nothing about it names the one whose word it is.

    Across languages words tell nothing of how near it keeps to its exemplar; the link must do.
    """
    days = [claim.as_of for claim in (told.claim, claims[0])]
    if days[0] and days[1] and days[0][:10] > days[1][:10]:
        return False
    language = pile.articles[told.claim.article].language
    is_across = any(pile.articles[claim.article].language != language for claim in claims)
    return all(
        (is_across or tells_the_same(pile, told.claim, c)) and not _names_nearby(pile, told.voice, c) for c in claims
    )


def _names_nearby(pile: Pile, voice: Attribution, claim: Claim) -> bool:
    """True where a name of the source stands in the sentence or next to it: the reader is told, in whatever words."""
    text = pile.articles[claim.article].text
    near = {*find_words(text[max(0, claim.sentence.start - NEAR) : claim.sentence.end + NEAR])}
    capitals = {word for word in WORD.findall(voice.source.text) if word[:1].isupper() and len(word) >= LONG_NAME}
    return not near.isdisjoint(fold(word) for word in capitals)


def _find_told(pile: Pile, claims: Sequence[Claim]) -> Told | None:
    """The first claim of an article with whose word it is, if it tells the claim nowhere as a fact of its own."""
    voices = [_find_voice(pile, claim) for claim in claims]
    return Told(claims[0], voices[0]) if voices[0] and all(voices) and _is_sure(voices[0]) else None


def _find_voice(pile: Pile, claim: Claim) -> Attribution | None:
    """The innermost attribution that puts a claim forward."""
    told = (pile.attributions.get(name) for name in reversed(claim.attributions))
    return next((a for a in told if a and a.source.text and a.stance in PASSING_ON), None)


def _is_sure(voice: Attribution) -> bool:
    """True for a named source of reported speech; a quotation whose marks a copy lacks was read wrongly in one."""
    source = voice.source
    return source.witness is not None and source.basis not in LED_BACK and voice.type != "direct"


def _tells_as_fact(pile: Pile, claims: Sequence[Claim]) -> bool:
    """True where an article gives nobody's word for its claims, and credits no text at all."""
    return all(_is_flat(pile, claim) for claim in claims) and not _credits_text(pile, claims[0].article)


def _is_flat(pile: Pile, claim: Claim) -> bool:
    """True where nothing in the sentence tells of anybody who says it: no attribution, no verb of saying, no doubt."""
    article = pile.articles[claim.article]
    language = find_language(article.language)
    sentence = claim.sentence.of(article.text)
    if claim.attributions or claim.hedges or claim.own or any(mark in sentence for mark in QUOTES):
        return False
    return language is not None and not find_phrases(article.text, claim.sentence, _find_cues(language))


@per_language
def _find_cues(language: Language | None) -> frozenset[str]:
    """Words that tell that somebody says something, whether or not it could be read who."""
    if language is None:
        return frozenset()
    speech = language.speech
    told = speech.says | speech.inverts | speech.tells | speech.confirms | speech.denies | speech.cites
    return told | speech.according | speech.publishes | speech.hearsay | speech.hedges


def _credits_text(pile: Pile, article: str) -> bool:
    """True where an article names any text that it draws on."""
    named = (a.source.witness for a in pile.attributions.values() if a.article == article)
    own = pile.find_node(article)
    return any(w != own and w in pile.witnesses and pile.find_kind(w) in TEXTS for w in named if w)


def _make_variant(pile: Pile, told: Mapping[str, Told], losses: Mapping[str, Loss]) -> Variant:
    """Those who give the same source as the exemplar, which stands first, and those who lost it."""
    first = next(iter(losses.values()))
    exemplar = told[first.path.exemplar]
    witness = exemplar.voice.source.witness
    others = [t for t in told.values() if t is not exemplar and witness and t.voice.source.witness == witness]
    readings = [_read_told(exemplar, "reference"), *(_read_told(other, "same") for other in others)]
    readings += [
        Reading(claim=loss.claim.id, span=_cut(loss.claim), value=NOBODY, relation="unsure", on_path=loss.path)
        for loss in losses.values()
    ]
    language = pile.articles[exemplar.claim.article].language
    across = all(pile.articles[loss.claim.article].language != language for loss in losses.values())
    here, there = pile.find_name(first.path.copy), pile.find_name(first.path.exemplar)
    return Variant(
        kind="attribution",
        readings=tuple(readings),
        label="translation" if across else "drift",
        explanation=f"{here} tells as a fact what its source, {there}, has from “{exemplar.voice.source.text}”.",
    )


def _read_told(told: Told, relation: Relation) -> Reading:
    """The words for who says it, where they stand with the claim; else the claim."""
    claim, source = told.claim, told.voice.source
    span = source.span if source.span and claim.sentence.holds(source.span) else _cut(claim)
    return Reading(claim=claim.id, span=span, value=source.text, relation=relation)


def _cut(claim: Claim) -> Span:
    return Span(claim.span.start, min(claim.span.end, claim.span.start + LONGEST_READING))
