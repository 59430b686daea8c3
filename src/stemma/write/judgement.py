"""The judgement of a claim in one sentence to paste: what is wrong with it, or what stands behind it."""

from stemma.model import Assessment, Variant
from stemma.write.urgency import Finding
from stemma.write.view.groups import explain
from stemma.write.view.lookup import Lookup
from stemma.write.view.wording import Phrase, count, join

NAMED = 4


def make_sentence(lookup: Lookup, finding: Finding) -> str:
    """One sentence to paste: what the contradiction is, else the first reason given, else one made from the numbers."""
    conflicts = _find_conflicts(finding)
    if not conflicts and finding.assessment.against:
        return _say_denials(lookup, finding)
    conflict = explain(lookup, finding.collation, conflicts[0]) if conflicts else ""
    if conflict:
        return conflict
    if finding.assessment.reasons:
        return " ".join(finding.assessment.reasons[0].text.split())
    return _say_support(lookup, finding)


def make_plain_sentence(lookup: Lookup, finding: Finding) -> Phrase:
    """The judgement from the numbers alone, which every language of the interface can say."""
    if _find_conflicts(finding):
        return Phrase("The accounts contradict each other.", "sentence.conflict")
    return _say_denials(lookup, finding) if finding.assessment.against else _say_support(lookup, finding)


def _find_conflicts(finding: Finding) -> list[Variant]:
    return [item for item in finding.collation.variants if item.label == "contradiction" and item.kind != "stance"]


def _say_denials(lookup: Lookup, finding: Finding) -> Phrase:
    """Who puts it forward and who does not agree."""
    assessment = finding.assessment
    sourced, bare = (
        [lookup.names[id] for id in lookup.find_originals(ids)][:NAMED]
        for ids in (assessment.supporting, assessment.unsourced)
    )
    against = _name_deniers(lookup, assessment)
    verb = "doubted" if all(item.stance == "doubts" for item in assessment.against) else "denied"
    if not sourced and not bare:
        text = f"{verb.capitalize()} by {join(against)}; nobody here puts it forward."
        return Phrase(text, f"sentence.{verb}", tuple(against))
    told = [f"with a source: {join(sourced)}"] if sourced else []
    told += [f"without a source: {join(bare)}"] if bare else []
    how = "both" if sourced and bare else "sourced" if sourced else "bare"
    lists = [tuple(names) for names in (sourced, bare) if names]
    text = f"Put forward {'; '.join(told)}; {verb} by {join(against)}."
    return Phrase(text, f"sentence.{verb}-{how}", *lists, tuple(against))


def _name_deniers(lookup: Lookup, assessment: Assessment) -> list[str]:
    names = [
        lookup.name_witness(item.witness) if item.witness else lookup.names.get(item.article, "one article")
        for item in assessment.against
    ]
    return list(dict.fromkeys(names))[:NAMED]


def _say_support(lookup: Lookup, finding: Finding) -> Phrase:
    assessment, told = finding.assessment, len(finding.articles)
    names = [lookup.name_witness(id) for id in assessment.origins]
    if not names:
        text = f"{count(told, 'article')} {'tells' if told == 1 else 'tell'} this; no source is named."
        return Phrase(text, "sentence.no-source", told)
    listed = join([*names[:3], f"{len(names) - 3} more"] if len(names) > NAMED else names)
    shown = tuple(names[:NAMED])
    tests = (
        (
            assessment.circular,
            "circular",
            f"The accounts credit one another; nothing outside them confirms it ({listed}).",
        ),
        (
            assessment.support == "single-origin" and assessment.independent.best > 1,
            "perhaps-one",
            f"It is not certain that these origins are independent of one another: {listed}.",
        ),
        (assessment.support == "single-origin" and told == 1, "one-account", f"The one account goes back to {listed}."),
        (assessment.support == "single-origin", "one-origin", f"All of {count(told, 'article')} go back to {listed}."),
        (True, "independent", f"Independent origins stand behind it: {listed}."),
    )
    key, text = next((key, text) for holds, key, text in tests if holds)
    return Phrase(text, f"sentence.{key}", *([told] if key == "one-origin" else []), shown)
