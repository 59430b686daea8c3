from dataclasses import replace

import pytest

from stemma.model import Dossier
from stemma.write.judgement import make_sentence
from stemma.write.urgency import Urgency, find_urgent, is_mistranslated, is_worth_telling, say_origins
from stemma.write.view.lookup import make_lookup


def test_order_is_contradiction_drift_circular_disputed_and_so_on(dossier: Dossier) -> None:
    findings = find_urgent(make_lookup(dossier))
    assert [finding.collation.id for finding in findings] == ["k2", "k1", "k5", "k3", "k4", "k6", "k7", "k8"]
    assert [finding.urgency for finding in findings] == sorted(finding.urgency for finding in findings)


def test_badges_name_every_trouble(dossier: Dossier) -> None:
    badges = {item.collation.id: [badge.label for badge in item.badges] for item in find_urgent(make_lookup(dossier))}
    assert badges["k1"] == ["CHANGED ON THE WAY", "CORROBORATED"]
    assert badges["k2"] == ["CONTRADICTION"]  # two origins stand behind two readings: that corroborates neither
    assert badges["k3"] == ["CONTESTED", "ONE ORIGIN"]
    assert badges["k5"] == ["CIRCULAR"]


def test_three_articles_that_credit_one_source_are_one_origin_and_not_circular(dossier: Dossier) -> None:
    single = replace(
        dossier.assessments[0],
        support="single-origin",
        independent=replace(dossier.assessments[0].independent, low=1, best=1, high=1),
    )
    plain = replace(dossier.collations[0], variants=())
    [finding] = find_urgent(make_lookup(replace(dossier, collations=(plain,), assessments=(single,))))
    assert finding.urgency == Urgency.ONE_ORIGIN
    assert [badge.label for badge in finding.badges] == ["ONE ORIGIN"]
    assert say_origins(finding) == "4 articles, 1 origin"


def test_a_claim_of_one_article_is_worth_telling_only_in_a_headline_with_an_origin(dossier: Dossier) -> None:
    findings = {finding.collation.id: finding for finding in find_urgent(make_lookup(dossier))}
    assert not is_worth_telling(findings["k7"])
    assert is_worth_telling(findings["k4"])
    headline = replace(findings["k7"], headline=True)
    assert not is_worth_telling(headline)
    assert is_worth_telling(replace(headline, assessment=replace(headline.assessment, support="single-origin")))


@pytest.mark.parametrize(
    ("collation", "sentence"),
    [
        ("k1", "Three of four accounts go through Channel Ledra."),
        ("k2", "Two hurt and five hurt on the same morning cannot both hold."),
        ("k4", "2 articles tell this; no source is named."),
        ("k5", "The accounts credit one another; nothing outside them confirms it (The Tarn Courier)."),
    ],
)
def test_the_sentence_can_be_pasted(dossier: Dossier, collation: str, sentence: str) -> None:
    lookup = make_lookup(dossier)
    findings = {finding.collation.id: finding for finding in find_urgent(lookup)}
    assert make_sentence(lookup, findings[collation]) == sentence


def test_uncertain_numbers_show_their_bounds(dossier: Dossier) -> None:
    findings = {finding.collation.id: finding for finding in find_urgent(make_lookup(dossier))}
    assert say_origins(findings["k1"]) == "4 articles, 2 origins (1 to 2)"
    assert say_origins(findings["k4"]) == "2 articles, 0 origins"


def test_origins_that_may_be_one_are_called_so(dossier: Dossier) -> None:
    unsure = replace(dossier.assessments[0], support="single-origin", reasons=())
    plain = replace(dossier.collations[0], variants=())
    lookup = make_lookup(replace(dossier, collations=(plain,), assessments=(unsure,)))
    [finding] = find_urgent(lookup)
    assert [badge.label for badge in finding.badges] == ["PERHAPS ONE ORIGIN"]
    assert make_sentence(lookup, finding).startswith("It is not certain that these origins are independent")


def test_a_denial_inside_one_article_ranks_below_what_several_tell(dossier: Dossier) -> None:
    alone = replace(dossier.collations[2], claims=("c6",))
    [finding] = find_urgent(make_lookup(replace(dossier, collations=(alone,))))
    assert finding.urgency == Urgency.DISPUTED_ALONE
    assert is_worth_telling(finding)


def test_a_number_changed_in_translation_ranks_as_drift_though_unsourced(dossier: Dossier) -> None:
    first = dossier.collations[0]
    variant = replace(first.variants[0], label="translation", readings=first.variants[0].readings[:2])
    plain = replace(
        dossier.assessments[0], support="unsourced", supporting=(), unsourced=dossier.assessments[0].supporting
    )
    changed = replace(dossier, collations=(replace(first, variants=(variant,)),), assessments=(plain,))
    [finding] = find_urgent(make_lookup(changed))
    assert finding.urgency == Urgency.DRIFT
    assert finding.badges[0].label == "CHANGED IN TRANSLATION"


def test_a_later_number_credited_to_the_text_with_the_earlier_one_is_changed_in_translation(dossier: Dossier) -> None:
    first = dossier.collations[0]
    readings = [replace(reading, relation="update") for reading in first.variants[0].readings[:2]]
    variant = replace(first.variants[0], label="translation", readings=tuple(readings))
    assert is_mistranslated(replace(first, variants=(variant,)))


def test_the_heading_tells_who_names_no_source(dossier: Dossier) -> None:
    findings = {finding.collation.id: finding for finding in find_urgent(make_lookup(dossier))}
    one, *rest = findings["k1"].assessment.supporting
    mixed = replace(findings["k1"].assessment, supporting=(one,), unsourced=tuple(rest))
    assert say_origins(replace(findings["k1"], assessment=mixed)).startswith("1 article with a source, 3 without, ")


def test_a_denial_says_who_has_it_with_and_without_a_source(dossier: Dossier) -> None:
    lookup = make_lookup(dossier)
    denied = next(finding for finding in find_urgent(lookup) if finding.collation.id == "k3")
    bare = tuple(id for id in lookup.articles if lookup.names[id] == "Marsh Gazette")
    both = replace(denied, assessment=replace(denied.assessment, unsourced=bare))
    assert make_sentence(lookup, both).startswith(
        "Put forward with a source: The Tarn Courier; without a source: Marsh Gazette; denied by "
    )


def test_a_row_of_a_table_goes_by_the_table_too(dossier: Dossier) -> None:
    renamed = [replace(a, uri=f"crawl/table.csv/{n}", outlet=None) for n, a in enumerate(dossier.articles, start=1)]
    assert make_lookup(replace(dossier, articles=tuple(renamed))).files[renamed[0].id] == "table.csv/1"


def test_what_is_only_denied_is_put_forward_by_none_and_wants_no_source(dossier: Dossier) -> None:
    denied = next(item for item in dossier.assessments if item.collation == "k3")
    alone = replace(denied, supporting=(), unsourced=(), origins=(), support="unsourced", dispute="denied")
    changed = replace(dossier, assessments=tuple(alone if item is denied else item for item in dossier.assessments))
    finding = next(item for item in find_urgent(make_lookup(changed)) if item.collation.id == "k3")
    assert say_origins(finding) == f"{len(finding.articles)} articles, put forward by none"
    assert "UNSOURCED" not in {badge.label for badge in finding.badges}
