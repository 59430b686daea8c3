"""One claim on the page: what it is, who tells it, where it comes from, how it changed, the words themselves."""

from stemma.model import Assessment, Evidence, Variant
from stemma.write.judgement import make_sentence
from stemma.write.sections.evidence import make_evidence
from stemma.write.sections.lineage_svg import make_lineage_figure
from stemma.write.sections.markup import isolate, make_badges, make_list, quote, show, show_attribute
from stemma.write.urgency import Finding, Urgency, count_tellers
from stemma.write.view.groups import Group, explain, group_readings
from stemma.write.view.lineage import make_lineage, rank_articles
from stemma.write.view.lookup import Lookup, find_steps, split_stories
from stemma.write.view.readings import SYMBOLS, is_worth_showing
from stemma.write.view.wording import count, join, say_claim, say_date, shorten

NAMED = 8
STATUS = {
    "unsourced": "No source named",
    "single-origin": "One origin",
    "corroborated": "Corroborated",
}
DISPUTE = {
    "contested": "Contested",
    "denied": "Denied",
    "confirmed-after-denial": "Denied, then confirmed",
    "retracted": "Retracted",
}
LABELS = {
    "contradiction": ("bad", "Contradiction"),
    "drift": ("warn", "Changed on the way"),
    "translation": ("note", "Changed in translation"),
    "update": ("note", "Later state"),
    "rounding": ("plain", "Rounded"),
    "unsure": ("plain", "Differs, perhaps for a reason"),
    "same": ("good", "Same everywhere"),
}


def make_claim(lookup: Lookup, finding: Finding, unfolded: bool, with_words: bool) -> str:
    """The card of one claim.

    Args:
        lookup: the dossier.
        finding: the claim.
        unfolded: show the card open.
        with_words: show the quotations open as well.
    """
    title = say_claim(finding.collation.title, 200)
    lineage = make_lineage(lookup, finding)
    return (
        f'<details class="claim" id="c-{show_attribute(finding.collation.id)}"{" open" if unfolded else ""}>'
        f'<summary><span class="badges">{make_badges(finding.badges)}</span><h3>{isolate(title)}</h3>'
        f"{_say_story(lookup, finding)}</summary>"
        f'<p class="sentence">{isolate(make_sentence(lookup, finding))}</p>'
        f"{_make_facts(lookup, finding)}"
        f"{make_lineage_figure(lookup, lineage, title)}"
        f"{_make_changes(lookup, finding)}"
        f"{_make_life(lookup, finding.assessment)}"
        f"{_make_reasons(lookup, finding)}"
        f"{make_evidence(lookup, finding, with_words)}</details>"
    )


def _say_story(lookup: Lookup, finding: Finding) -> str:
    """The story that the claim belongs to, where the dossier tells several."""
    told, _ = split_stories(lookup.dossier)
    titles = [isolate(story.title) for story in told if story.id in finding.collation.stories]
    return f'<span class="quiet">{join(titles[:3])}</span>' if len(told) > 1 and titles else ""


def _make_facts(lookup: Lookup, finding: Finding) -> str:
    assessment = finding.assessment
    narrow = () if set(assessment.bottlenecks) == set(assessment.origins) else assessment.bottlenecks
    facts = [
        ("Articles", f'<b class="big">{count_tellers(finding)}</b>'),
        ("Independent origins", _say_independence(finding)),
        ("Status", f'<b class="status">{_say_status(finding)}</b>'),
        ("Admiralty digit proposed", _say_credibility(assessment)),
        ("Put forward with a source", _name_all(lookup, assessment.supporting)),
        ("Put forward without a source", _name_all(lookup, assessment.unsourced)),
        ("Denied or doubted", _name_against(lookup, assessment)),
        ("Goes back to", join(isolate(lookup.name_witness(id)) for id in assessment.origins[:NAMED])),
        ("Every way passes", join(isolate(lookup.name_witness(id)) for id in narrow[:NAMED])),
    ]
    rows = [f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in facts if value]
    return f'<dl class="summary">{"".join(rows)}</dl>'


def _say_credibility(assessment: Assessment) -> str:
    """The Admiralty digit and why; the letter for a source is for a person to set."""
    return f"<b>{assessment.credibility.digit}</b> {isolate(assessment.credibility.text)}"


def _say_status(finding: Finding) -> str:
    assessment = finding.assessment
    words = [DISPUTE[assessment.dispute]] if assessment.dispute in DISPUTE else []
    if finding.urgency == Urgency.CONTRADICTION:
        words.append("Readings conflict")
    elif assessment.circular:
        words.append("Circular")
    elif assessment.support != "unsourced" or not words:
        unsure = assessment.support == "single-origin" and assessment.independent.best > 1
        words.append("Perhaps one origin" if unsure else STATUS[assessment.support])
    first, *rest = words
    return ", ".join([first, *(word.lower() for word in rest)])


def _say_independence(finding: Finding) -> str:
    number = finding.assessment.independent
    tone = "alarm" if number.best < 2 and len(finding.articles) > 1 else ""
    notes = []
    if finding.assessment.support == "unsourced" and number.best == 0:
        notes.append(f"of {count_tellers(finding)}, unsourced")
    if number.low != number.high:
        notes.append(f"{number.low} to {number.high} possible")
    if finding.assessment.heard_by > number.best:
        notes.append(f"heard by {finding.assessment.heard_by}")
    return f'<b class="big {tone}">{number.best}</b> <span class="quiet">{show("; ".join(notes))}</span>'


def _name_all(lookup: Lookup, ids: tuple[str, ...]) -> str:
    known = lookup.find_originals(ids)
    names = [f'<a href="#a-{id}">{isolate(lookup.names[id])}</a>' for id in known[:NAMED]]
    return join(names + ([f"{len(known) - NAMED} more"] if len(known) > NAMED else []))


def _name_against(lookup: Lookup, assessment: Assessment) -> str:
    items = []
    for against in assessment.against[:NAMED]:
        who = isolate(lookup.name_witness(against.witness))
        where = isolate(lookup.names.get(against.article, against.article))
        items.append(f"{who} {against.stance} <span class='quiet'>(in {where})</span>")
    return "; ".join(items)


def _make_changes(lookup: Lookup, finding: Finding) -> str:
    labels = {variant.label for variant in finding.collation.variants}
    title = "How it changed on the way" if labels & {"drift", "translation"} else "Where the accounts differ"
    variants = [_make_variant(lookup, finding, item) for item in finding.collation.variants if is_worth_showing(item)]
    return f'<section class="changes"><h4>{title}</h4>{"".join(variants)}</section>' if variants else ""


def _make_variant(lookup: Lookup, finding: Finding, variant: Variant) -> str:
    tone, label = LABELS[variant.label]
    groups = group_readings(lookup, finding.collation, variant, rank_articles(lookup, finding))
    readings = "".join(_make_group(lookup, group, variant) for group in groups[:NAMED])
    why = explain(lookup, finding.collation, variant)
    words = isolate(shorten(why, 300)) if why != make_sentence(lookup, finding) else ""  # not said twice
    return (
        f'<div class="variant"><p><span class="badge {tone}">{label}</span> <span class="quiet">{variant.kind}</span> '
        f'{words}</p><ul class="readings">{readings}</ul></div>'
    )


def _make_group(lookup: Lookup, group: Group, variant: Variant) -> str:
    """One value, who says it where values conflict, and links to the words of each article."""
    first = {lookup.get_original(claim.article): claim.id for claim in reversed(group.claims)}
    names = [
        f'<a href="#e-{show_attribute(first[id])}">{isolate(lookup.names[id])}</a>'
        for id in group.find_articles(lookup)
    ]
    shown = join(names[:NAMED] + ([f"{len(names) - NAMED} more"] if len(names) > NAMED else []))
    speakers = group.find_speakers(lookup) if variant.label == "contradiction" else []
    who = f"{join(isolate(name) for name in speakers[:3])}, in " if speakers else ""
    value = f"<b>{SYMBOLS[group.manner]} {isolate(group.words)}</b>"
    return f'<li class="{group.manner}">{value}<span>{who}{shown}</span></li>'


def _make_life(lookup: Lookup, assessment: Assessment) -> str:
    told = find_steps(lookup, assessment)
    if assessment.dispute == "none" or len(told) < 2:
        return ""
    steps = []
    for step in told[:NAMED]:
        words = quote(step.evidence[0].text, 160) if step.evidence else ""
        steps.append(
            f"<li><b>{show(say_date(step.moment))}</b> {isolate(lookup.name_witness(step.witness))} {step.stance} "
            f'<span class="quiet">{words}</span></li>'
        )
    return f'<section class="life"><h4>Said, denied, confirmed</h4><ol>{"".join(steps)}</ol></section>'


def _make_reasons(lookup: Lookup, finding: Finding) -> str:
    """The reasons and the words behind them; the one that is the sentence of the card is not repeated."""
    items = []
    sentence = make_sentence(lookup, finding)
    for reason in finding.assessment.reasons[:NAMED]:
        is_new = " ".join(reason.text.split()) != sentence
        words = [
            f"{isolate(lookup.names.get(item.article, item.article))}: {quote(item.text, 110)}"
            for item in _pick(lookup, reason.evidence)
        ]
        if is_new or words:
            text = isolate(shorten(reason.text, 300)) if is_new else "In the words of"
            items.append(f'{text} <span class="quiet">{"; ".join(words)}</span>')
    return f'<section class="reasons"><h4>Why</h4>{make_list(items)}</section>' if items else ""


def _pick(lookup: Lookup, evidence: tuple[Evidence, ...]) -> list[Evidence]:
    """Two pieces of evidence, of different articles where there are such, none from a mere copy."""
    first: dict[str, Evidence] = {}
    for item in evidence:
        if lookup.get_original(item.article) == item.article:
            first.setdefault(item.article, item)
    return list(first.values())[:2] or list(evidence[:2])


def make_alone(lookup: Lookup, findings: list[Finding], shown: int) -> str:
    """Claims that one article alone tells, as a folded list."""
    if not findings:
        return ""
    items = []
    for finding in findings[:shown]:
        names = join(isolate(lookup.names[id]) for id in finding.articles)
        words = isolate(say_claim(finding.collation.title, 200))
        items.append(f'{words} <span class="quiet">{names} · {STATUS[finding.assessment.support].lower()}</span>')
    more = [f"… and {count(len(findings) - shown, 'more claim')} in the JSON"] if len(findings) > shown else []
    return (
        f'<details class="alone"><summary>{count(len(findings), "claim")} told by one article only</summary>'
        f"{make_list([*items, *more])}</details>"
    )
