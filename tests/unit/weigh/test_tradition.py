from stemma.weigh.standing import judge_standing
from stemma.weigh.tradition import make_tradition


def make(scene):
    (collation,) = scene.collations.values()
    return make_tradition(scene.pile, collation, judge_standing(scene.pile, collation))


def test_links_of_other_claims_are_left_out(scene):
    scene.add_witness("Radio Tarn")
    scene.tell("a", "Eighteen miners left.")
    scene.link("wa", "Radio Tarn", "citation", collations=("another",))
    assert make(scene).links == ()


def test_credit_for_a_whole_article_holds_for_each_claim(scene):
    scene.add_witness("Radio Tarn")
    scene.tell("a", "Eighteen miners left.")
    scene.link("wa", "Radio Tarn", "citation")
    assert scene.assess().origins == ("Radio Tarn",)


def test_taking_from_an_article_without_the_claim_says_nothing_of_it(scene):
    scene.add_witness("Radio Tarn")
    scene.add_article("b")
    scene.tell("a", "Eighteen miners left.", ("Radio Tarn",))
    scene.link("wa", "wb", "reuse", 0.8)
    assert [link.exemplar for link in make(scene).links] == ["Radio Tarn"]


def test_taking_through_an_article_without_the_claim_leads_on(scene):
    scene.add_article("b")
    scene.tell("a", "Eighteen miners left.", own=True)
    scene.tell("d", "Eighteen miners left.", own=True)
    scene.link("wd", "wb", "reuse", 0.8)
    scene.link("wb", "wa", "reuse", 0.8)
    assert scene.assess().independent.best == 1


def test_link_that_only_carries_a_denial_is_left_out(scene):
    scene.add_witness("The Ministry", "organisation")
    scene.tell("a", "The base was hit.", (("The Ministry", "denies"),))
    assert make(scene).links == ()


def test_own_words_about_whom_the_reporter_heard_are_no_second_origin(scene):
    scene.add_witness("Minister Orsa", "person")
    scene.tell("a", "The tax falls, she told us.", ("Minister Orsa",), own=True)
    assert [link.exemplar for link in make(scene).links] == ["Minister Orsa"]


def test_outlet_witness_is_one_node_with_its_article(scene):
    scene.add_witness("Tarn Daily")
    scene.add_article("a", outlet="TARN DAILY")
    scene.tell("a", "The dam holds.")
    scene.tell("b", "The dam holds.", ("Tarn Daily",))
    assert make(scene).same == (("wa", "Tarn Daily"),)
    found = scene.assess()
    assert (found.supporting, found.unsourced, found.bottlenecks) == (("b",), ("a",), ("Tarn Daily",))


def test_article_without_a_witness_still_counts(scene):
    scene.add_witness("Radio Tarn")
    scene.tell("a", "Eighteen miners left.")
    del scene.witnesses["wa"]
    scene.derivations.clear()
    assert scene.assess().unsourced == ("a",)


def test_source_that_only_ever_denies_carries_nothing(scene):
    scene.add_witness("The Ministry", "organisation")
    scene.tell("a", "The base was hit.", (("The Ministry", "denies"),), collation="d")
    scene.tell("a", "The base burned.")
    scene.link("wa", "The Ministry", "citation", collations=("c",))
    assert scene.assess().origins == ()
