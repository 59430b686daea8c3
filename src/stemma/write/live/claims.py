"""The claims of a report: judged, told by each article, and as they changed."""

from collections.abc import Iterable, Mapping

from stemma.model import Claim, Reading, Variant
from stemma.write.judgement import make_plain_sentence, make_sentence
from stemma.write.live.index import Index, Json
from stemma.write.live.lineage import make_lineage_data
from stemma.write.urgency import Badge, Finding, is_worth_telling
from stemma.write.view.groups import Group, explain, group_readings
from stemma.write.view.lineage import make_lineage, rank_articles
from stemma.write.view.lookup import find_steps
from stemma.write.view.readings import Told, find_told, get_words, is_worth_showing, tell_claims
from stemma.write.view.wording import Phrase, say_claim


def make_claims(index: Index) -> list[Json]:
    """Every assessed claim, most urgent first."""
    return [_make_claim(index, finding) for finding in index.findings]


def _make_claim(index: Index, finding: Finding) -> Json:
    assessment, lookup = finding.assessment, index.lookup
    lineage = make_lineage(lookup, finding)
    ranks = rank_articles(lookup, finding, lineage)
    tellings, places = _make_tellings(index, finding, ranks)
    return {
        "id": finding.collation.id,
        "title": say_claim(finding.collation.title, 200),
        "stories": [index.stories[id] for id in finding.collation.stories if id in index.stories],
        "urgency": finding.urgency.name.lower().replace("_", "-"),
        "worth": is_worth_telling(finding),
        "badges": [_make_badge(badge) for badge in finding.badges],
        "sentence": make_words(make_sentence(lookup, finding)),
        "judgement": make_words(make_plain_sentence(lookup, finding)),
        "support": assessment.support,
        "dispute": assessment.dispute,
        "circular": assessment.circular,
        "credibility": {"digit": assessment.credibility.digit, "text": assessment.credibility.text},
        "independent": {
            "low": assessment.independent.low,
            "best": assessment.independent.best,
            "high": assessment.independent.high,
        },
        "heardBy": assessment.heard_by,
        "articles": [index.articles[id] for id in finding.articles],
        "supporting": index.find_articles(assessment.supporting),
        "unsourced": index.find_articles(assessment.unsourced),
        "against": _make_against(index, finding),
        "origins": index.find_witnesses(assessment.origins),
        "bottlenecks": index.find_witnesses(assessment.bottlenecks),
        "reasons": [
            {"text": reason.text, "evidence": index.make_evidence(reason.evidence)} for reason in assessment.reasons
        ],
        "tellings": tellings,
        "variants": [
            _make_variant(index, finding, item, ranks) for item in finding.collation.variants if is_worth_showing(item)
        ],
        "steps": _make_steps(index, finding),
        "lineage": make_lineage_data(index, lineage, places),
    }


def make_words(words: str) -> str | Json:
    """Words of an article as they are; those of the interface as a message."""
    if not isinstance(words, Phrase):
        return words
    return {"key": words.key, "args": [list(item) if isinstance(item, tuple) else item for item in words.args]}


def _make_badge(badge: Badge) -> Json:
    return {"key": badge.label.lower().replace(", ", "-").replace(" ", "-"), "tone": badge.tone}


def _make_against(index: Index, finding: Finding) -> list[Json]:
    return [
        {
            "article": index.articles[index.lookup.get_original(item.article)],
            "witness": index.witnesses.get(item.witness or ""),
            "stance": item.stance,
        }
        for item in finding.assessment.against
        if item.article in index.articles
    ]


def _make_steps(index: Index, finding: Finding) -> list[Json]:
    return [
        {
            "moment": step.moment,
            "witness": index.witnesses.get(step.witness or ""),
            "stance": step.stance,
            "evidence": index.make_evidence(step.evidence),
        }
        for step in find_steps(index.lookup, finding.assessment)
    ]


def _make_tellings(index: Index, finding: Finding, ranks: Mapping[str, int]) -> tuple[list[Json], dict[str, int]]:
    """Every telling, articles in the order of their way, and the place of the one that stands for each article."""
    lookup = index.lookup
    told = tell_claims(lookup, finding.collation, finding.assessment)
    best = {item.article: item for item in find_told(lookup, finding.collation, finding.assessment)}
    known = [item for item in told if lookup.claims[item.claim].article in index.articles]
    order = sorted(known, key=lambda item: (ranks.get(item.article, 0), best[item.article].claim != item.claim))
    places: dict[str, int] = {}
    tellings = []
    for number, item in enumerate(order):
        shown = places.setdefault(item.article, number) == number
        tellings.append(_make_telling(index, best[item.article] if shown else item, shown))
    return tellings, places


def _make_telling(index: Index, told: Told, shown: bool) -> Json:
    claim = index.lookup.claims[told.claim]
    return {
        "article": index.articles[claim.article],
        "span": list(claim.span),
        "mentions": [list(span) for span in claim.mentions],
        "manner": told.manner,
        "words": make_words(told.words),
        "was": make_words(told.was),
        "speakers": _find_speakers(index, claim, told),
        "shown": shown,
        "modality": claim.modality,
        "hedges": [list(mark.span) for mark in claim.hedges if mark.span],
    }


def _find_speakers(index: Index, claim: Claim, told: Told) -> list[Json]:
    lookup = index.lookup
    if told.witness:
        return [index.find_named(lookup.name_witness(told.witness), told.witness)]
    known: dict[str, str] = {}
    for id in reversed(claim.attributions):
        voice = lookup.attributions.get(id)
        witness = lookup.witnesses.get(voice.source.witness or "") if voice else None
        if witness:
            known.setdefault(lookup.name_witness(witness.id), witness.id)
    return [index.find_named(name, known.get(name)) for name in lookup.find_speakers(claim)]


def _make_variant(index: Index, finding: Finding, variant: Variant, ranks: Mapping[str, int]) -> Json:
    groups = group_readings(index.lookup, finding.collation, variant, ranks)
    return {
        "kind": variant.kind,
        "label": variant.label,
        "explanation": explain(index.lookup, finding.collation, variant),
        "groups": [_make_group(index, variant, group) for group in groups],
    }


def _make_group(index: Index, variant: Variant, group: Group) -> Json:
    return {
        "words": make_words(group.words),
        "manner": group.manner,
        "speakers": group.find_speakers(index.lookup),
        "readings": list(_make_readings(index, variant, group.readings)),
    }


def _make_readings(index: Index, variant: Variant, readings: Iterable[Reading]) -> Iterable[Json]:
    for reading in readings:
        article = index.articles.get(index.lookup.claims[reading.claim].article)
        if article is None:
            continue
        yield {
            "article": article,
            "span": list(reading.span),
            "words": make_words(get_words(index.lookup, variant, reading)),
            "from": index.witnesses.get(reading.on_path.exemplar) if reading.on_path else None,
        }
