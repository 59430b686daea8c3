from dataclasses import replace

import pytest

from stemma.model import Span
from stemma.weigh.standing import find_chains, judge_standing


def test_denier_stands_against_and_lends_no_support(scene):
    scene.add_witness("Radio Tarn")
    scene.add_witness("The Ministry", "organisation")
    scene.tell("a", "Troops crossed the river.", ("Radio Tarn",))
    scene.tell("b", "Troops crossed the river.", (("The Ministry", "denies"),))
    found = scene.assess()
    assert found.supporting == ("a",)
    assert [(a.article, a.witness, a.stance) for a in found.against] == [("b", "The Ministry", "denies")]
    assert found.origins == ("Radio Tarn",)
    assert found.dispute == "contested"
    assert "The Ministry denies it." in [reason.text for reason in found.reasons]


def test_article_with_both_sides_supports_and_the_denier_is_against(scene):
    scene.add_witness("Radio Tarn")
    scene.add_witness("The Ministry", "organisation")
    scene.tell("a", "Troops crossed the river.", ("Radio Tarn",))
    scene.tell("a", "The ministry rejects that troops crossed.", (("The Ministry", "denies"),))
    found = scene.assess()
    assert (found.supporting, len(found.against)) == (("a",), 1)
    assert found.independent.best == 1


def test_only_denied(scene):
    scene.add_witness("The Ministry", "organisation")
    scene.tell("a", "Troops crossed the river.", (("The Ministry", "denies"),))
    found = scene.assess()
    assert (found.supporting, found.unsourced, found.dispute) == ((), (), "denied")
    assert found.independent.best == 0


def test_denial_passed_on_by_an_outlet_is_no_support(scene):
    scene.add_witness("Radio Tarn")
    scene.add_witness("The Ministry", "organisation")
    scene.tell("a", "Troops crossed the river.", ("Radio Tarn", ("The Ministry", "doubts")))
    found = scene.assess()
    assert found.supporting == ()
    assert (found.against[0].witness, found.against[0].stance) == ("The Ministry", "doubts")


def test_declining_is_neither(scene):
    scene.add_witness("The Ministry", "organisation")
    scene.tell("a", "Troops crossed the river.", (("The Ministry", "declines"),))
    scene.tell("b", "Troops crossed the river.")
    found = scene.assess()
    assert (found.supporting, found.against, found.unsourced) == ((), (), ("b",))
    assert found.dispute == "none"


def test_refusal_to_comment_alone_still_shows_its_article(scene):
    scene.add_witness("The Ministry", "organisation")
    scene.tell("a", "Troops crossed the river.", (("The Ministry", "declines"),))
    assert scene.assess().unsourced == ("a",)


def test_saying_that_it_is_not_so_is_against(scene):
    scene.add_witness("Radio Tarn")
    scene.add_witness("The Mayor", "person")
    one = scene.tell("a", "The bridge fell.", ("Radio Tarn",))
    other = scene.tell("b", "The bridge did not fall.", ("The Mayor",), negated=True)
    scene.add_variant("stance", [(one, "asserts", "reference"), (other, "denies", "contradiction")], "contradiction")
    found = scene.assess()
    assert found.supporting == ("a",)
    assert (found.against[0].witness, found.against[0].stance) == ("The Mayor", "denies")


def test_a_negation_that_match_does_not_see_as_the_opposite_denies_nothing(scene):
    scene.tell("a", "The bridge fell.")
    scene.tell("b", "The bridge, not yet repaired, fell.", negated=True)
    assert scene.assess().against == ()


def test_claim_that_is_negative_throughout_is_supported(scene):
    scene.add_witness("The Mayor", "person")
    scene.tell("a", "The bridge did not fall.", ("The Mayor",), negated=True)
    found = scene.assess()
    assert (found.supporting, found.against) == (("a",), ())


def test_denied_then_admitted(scene):
    scene.add_witness("The Ministry", "organisation")
    scene.add_witness("Ivo Lund", "person", speaks_for="The Ministry")
    scene.add_article("a", published="2031-03-01")
    scene.add_article("b", published="2031-03-09")
    scene.tell("a", "The base was hit.", (("Ivo Lund", "denies"),))
    scene.tell("b", "The base was hit.", (("The Ministry", "confirms"),))
    found = scene.assess()
    assert found.dispute == "confirmed-after-denial"
    assert [(step.moment, step.stance) for step in found.steps] == [
        ("2031-03-01", "denies"),
        ("2031-03-09", "confirms"),
    ]


@pytest.mark.parametrize(("first", "second"), [(None, None), ("2031-03-09", "2031-03-01")])
def test_undated_or_earlier_confirmation_is_no_turn(scene, first, second):
    scene.add_witness("The Ministry", "organisation")
    scene.add_article("a", published=first)
    scene.add_article("b", published=second)
    scene.tell("a", "The base was hit.", (("The Ministry", "denies"),))
    scene.tell("b", "The base was hit.", (("The Ministry", "confirms"),))
    assert scene.assess().dispute != "confirmed-after-denial"


def test_origin_that_takes_it_back(scene):
    scene.add_witness("Radio Tarn")
    scene.tell("a", "The base was hit.", ("Radio Tarn",))
    scene.tell("b", "The base was hit.", (("Radio Tarn", "retracts"),))
    found = scene.assess()
    assert (found.dispute, found.supporting, found.unsourced) == ("retracted", (), ())
    assert found.independent.best == 0


def test_what_was_taken_back_supports_no_more_from_that_day(scene):
    for name, day in (("a", "2026-05-01"), ("b", "2026-05-03"), ("d", "2026-05-05")):
        scene.add_article(name, published=day)
    scene.add_witness("Radio Tarn")
    scene.tell("a", "The base was hit.", (scene.add_witness("The Globe"), "Radio Tarn"))
    scene.tell("b", "The base was hit.", (("Radio Tarn", "retracts"),))
    assert scene.assess().supporting == ()
    scene.tell("d", "The base was hit.", ("Radio Tarn",))
    found = scene.assess()
    assert (found.dispute, found.supporting, found.origins) == ("retracted", ("d",), ("Radio Tarn",))
    assert [(step.moment, step.stance) for step in found.steps] == [
        ("2026-05-01", "asserts"),
        ("2026-05-03", "retracts"),
    ]


def test_who_has_it_from_others_still_supports_it(scene):
    scene.tell("a", "The base was hit.", (scene.add_witness("Radio Tarn"),))
    scene.tell("b", "The base was hit.", (("Radio Tarn", "retracts"),))
    scene.tell("d", "The base was hit.", (scene.add_witness("Colonel Orsa", "person"),))
    found = scene.assess()
    assert (found.dispute, found.supporting, found.origins) == ("retracted", ("d",), ("Colonel Orsa",))
    assert found.credibility.digit == 4


def test_a_paper_that_takes_back_its_own_report(scene):
    node = scene.add_article("a")
    scene.tell("a", "The base was hit.")
    scene.tell("b", "The base was hit.", ((node, "retracts"),))
    found = scene.assess()
    assert (found.dispute, found.unsourced) == ("retracted", ())


def test_chains_are_outermost_first(scene):
    for name in ("Globe", "Radio", "Police"):
        scene.add_witness(name)
    claim = scene.claims[scene.tell("a", "Four were hurt.", ("Globe", "Radio", "Police"))]
    (chain,) = find_chains(scene.pile, claim)
    assert [attribution.source.witness for attribution in chain] == ["Globe", "Radio", "Police"]


def test_unknown_articles_are_left_out(scene):
    scene.tell("a", "Four were hurt.")
    scene.articles.clear()
    assert judge_standing(scene.pile, scene.collations["c"]).voices == ()


@pytest.mark.parametrize(
    ("cue", "side"), [("said", "for"), ("told", "for"), ("denied", "against"), ("dismissed", "against")]
)
def test_a_negative_that_nobody_turns_round_is_put_forward_by_whoever_says_it(scene, cue, side):
    scene.tell("a", "this is a hoax", ((scene.add_witness("Dr Lind", "person"), "denies"),))
    said = scene.attributions["t0"]
    scene.attributions["t0"] = replace(said, cue=replace(said.cue, text=cue))
    found = scene.assess()
    assert bool(found.against) == (side == "against")
    scene.tell("b", "this is real", (scene.add_witness("Ana Ruiz", "person"),))
    assert scene.assess().against


def test_who_denies_what_all_others_negate_agrees_with_them(scene):
    scene.tell("a", "They are no threat.", (scene.add_witness("Ana Ruiz", "person"),), negated=True)
    scene.tell("b", "They are a threat.", ((scene.add_witness("Dr Lind", "person"), "denies"),))
    found = scene.assess()
    assert (found.against, found.dispute) == ((), "none")


def test_a_negation_of_a_detail_negates_no_claim(scene):
    scene.tell("a", "They were spies of the old council and not guards.", ("Ana Ruiz",), negated=True)
    scene.tell("b", "They were spies.", ((scene.add_witness("Dr Lind", "person"), "denies"),))
    assert scene.assess().against


def test_a_refusal_is_no_denial(scene):
    scene.tell("a", "Bail is right.", (scene.add_witness("Ana Ruiz", "person"),))
    scene.tell("b", "bail", ((scene.add_witness("The judge", "person"), "denies"),))
    said = scene.attributions["t1"]
    start = said.content.spans[0].start
    scene.attributions["t1"] = replace(said, cue=replace(said.cue, span=Span(start, start), text="denied"))
    assert scene.assess().dispute == "none"
