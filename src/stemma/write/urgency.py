"""What a reader must see first: the claims of a dossier, most urgent first. Terminal and page share this order."""

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Literal

from stemma.model import Assessment, Collation
from stemma.write.view.lookup import Lookup
from stemma.write.view.wording import count

Tone = Literal["bad", "warn", "note", "good", "plain"]


class Urgency(IntEnum):
    """Why a claim is shown where it is; the smaller the more urgent."""

    CONTRADICTION = 0
    DRIFT = 1
    CIRCULAR = 2
    DISPUTED = 3
    ONE_ORIGIN = 4
    UNSOURCED = 5
    DISPUTED_ALONE = 6  # one article tells the claim and its denial
    CORROBORATED = 7
    REST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """One or two words on a claim."""

    label: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One claim as a view shows it."""

    collation: Collation
    assessment: Assessment
    articles: tuple[str, ...]
    urgency: Urgency
    badges: tuple[Badge, ...]
    headline: bool  # a headline says it


DISPUTES = {
    "contested": Badge(label="CONTESTED", tone="note"),
    "denied": Badge(label="DENIED", tone="bad"),
    "confirmed-after-denial": Badge(label="DENIED, THEN CONFIRMED", tone="note"),
    "retracted": Badge(label="RETRACTED", tone="bad"),
}


def find_urgent(lookup: Lookup) -> list[Finding]:
    """Every assessed claim, most urgent first; equally urgent ones by number of articles, then in reading order."""
    place = {claim.id: number for number, claim in enumerate(lookup.dossier.claims)}
    findings = [
        make_finding(lookup, collation, lookup.assessments[collation.id])
        for collation in lookup.dossier.collations
        if collation.id in lookup.assessments
    ]

    def get_key(finding: Finding) -> tuple[int, int, int, str]:
        first = min((place.get(id, len(place)) for id in finding.collation.claims), default=0)
        return finding.urgency, -len(finding.articles), first, finding.collation.id

    return sorted(findings, key=get_key)


def make_finding(lookup: Lookup, collation: Collation, assessment: Assessment) -> Finding:
    """One claim with its urgency and badges."""
    articles = tuple(lookup.get_articles(collation))
    if not collation.title.strip():
        first = next(
            (lookup.claims[id].text for id in collation.claims if id in lookup.claims), "a claim without words"
        )
        collation = replace(collation, title=first)
    return Finding(
        collation=collation,
        assessment=assessment,
        articles=articles,
        urgency=_get_urgency(collation, assessment, len(articles)),
        badges=tuple(_find_badges(collation, assessment, len(articles))),
        headline=_is_headline(lookup, collation),
    )


def is_worth_telling(finding: Finding) -> bool:
    """True for a claim that two articles tell, that changed or is disputed, or a headline that rests on one origin."""
    if len(finding.articles) > 1 or finding.urgency <= Urgency.DISPUTED_ALONE:
        return True
    return finding.headline and finding.assessment.support == "single-origin"


def count_tellers(finding: Finding) -> int:
    """The articles that put the claim forward, with a source or without; of one that is only denied, all of them."""
    assessment = finding.assessment
    return len({*assessment.supporting, *assessment.unsourced}) or len(finding.articles)


def is_only_denied(assessment: Assessment) -> bool:
    """True for a claim that articles tell only as what somebody denies or doubts: nobody puts it forward."""
    return bool(assessment.against) and not assessment.supporting and not assessment.unsourced


def say_origins(finding: Finding) -> str:
    """How many ways lead to how many articles: "3 articles, 1 origin", "1 article with a source, 1 without, …"."""
    if is_only_denied(finding.assessment):
        return f"{count(len(finding.articles), 'article')}, put forward by none"
    articles = count(count_tellers(finding), "article")
    sourced, bare = len(set(finding.assessment.supporting)), len(set(finding.assessment.unsourced))
    if sourced and bare:
        articles = f"{count(sourced, 'article')} with a source, {bare} without"
    number = finding.assessment.independent
    between = f" ({number.low} to {number.high})" if number.low != number.high else ""
    return f"{articles}, {count(number.best, 'origin')}{between}"


def is_mistranslated(collation: Collation) -> bool:
    """True where a translation has another number, time or place than its source.

    A later number is one too: on a path it stands only where the text with the earlier one is credited for it.
    """
    return any(
        reading.on_path is not None and reading.relation in ("contradiction", "unsure", "update")
        for variant in collation.variants
        if variant.label == "translation" and variant.kind in ("quantity", "moment", "place")
        for reading in variant.readings
    )


def _get_urgency(collation: Collation, assessment: Assessment, articles: int) -> Urgency:
    labels = {variant.label for variant in collation.variants}
    tests = (
        ("contradiction" in labels, Urgency.CONTRADICTION),
        ("drift" in labels or is_mistranslated(collation), Urgency.DRIFT),
        (assessment.circular, Urgency.CIRCULAR),
        (assessment.dispute != "none" and articles > 1, Urgency.DISPUTED),
        (assessment.support == "single-origin" and articles > 1, Urgency.ONE_ORIGIN),
        (assessment.support == "unsourced" and articles > 1, Urgency.UNSOURCED),
        (assessment.dispute != "none", Urgency.DISPUTED_ALONE),
        (assessment.support == "corroborated", Urgency.CORROBORATED),
    )
    return next((urgency for holds, urgency in tests if holds), Urgency.REST)


def _find_badges(collation: Collation, assessment: Assessment, articles: int) -> list[Badge]:
    labels = {variant.label for variant in collation.variants}
    badges = []
    if "contradiction" in labels:
        badges.append(Badge(label="CONTRADICTION", tone="bad"))
    if "drift" in labels:
        badges.append(Badge(label="CHANGED ON THE WAY", tone="warn"))
    elif is_mistranslated(collation):
        badges.append(Badge(label="CHANGED IN TRANSLATION", tone="warn"))
    if assessment.circular:
        badges.append(Badge(label="CIRCULAR", tone="bad"))
    if assessment.dispute in DISPUTES:
        badges.append(DISPUTES[assessment.dispute])
    corroborated = assessment.support == "corroborated"
    # Two origins for two readings corroborate nothing; what nobody puts forward needs no source.
    if not assessment.circular and not (corroborated and "contradiction" in labels) and not is_only_denied(assessment):
        badges.append(_get_support(assessment, articles))
    return badges


def _get_support(assessment: Assessment, articles: int) -> Badge:
    if assessment.support == "corroborated":
        return Badge(label="CORROBORATED", tone="good")
    if assessment.support == "unsourced":
        return Badge(label="UNSOURCED", tone="plain")
    label = "PERHAPS ONE ORIGIN" if assessment.independent.best > 1 else "ONE ORIGIN"
    return Badge(label=label, tone="warn" if articles > 1 else "plain")


def _is_headline(lookup: Lookup, collation: Collation) -> bool:
    for id in collation.claims:
        claim = lookup.claims.get(id)
        article = lookup.articles.get(claim.article) if claim else None
        if claim and article and any(span.start < article.body_start for span in (claim.span, *claim.mentions)):
            return True
    return False
