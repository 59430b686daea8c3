"""The contract's example table, through the public function."""

from dataclasses import replace

import pytest

from stemma.model import Independence


def counts(assessment):
    independent = assessment.independent
    return independent.low, independent.best, independent.high


def test_relay_through_an_outlet_outside_the_pile_is_one_origin(scene):
    scene.add_witness("Radio Tarn")
    scene.add_witness("Weekly Globe")
    scene.tell("a", "Eighteen miners walked out.", ("Radio Tarn",))
    scene.tell("b", "Almost two dozen miners left.", ("Radio Tarn",))
    scene.tell("c", "Some 18 miners are gone.", ("Weekly Globe", "Radio Tarn"))
    found = scene.assess()
    assert counts(found) == (1, 1, 1)
    assert found.bottlenecks == ("Radio Tarn",)
    assert found.origins == ("Radio Tarn",)
    assert found.supporting == ("a", "b", "c")
    assert found.support == "single-origin"
    assert not found.circular
    texts = [reason.text for reason in found.reasons]
    assert texts == [
        "Three articles, one origin (Radio Tarn); none shows own reporting.",
        "All three accounts go through Radio Tarn.",
    ]
    assert all(reason.evidence for reason in found.reasons)


@pytest.mark.parametrize("articles", ["a", "abc"])
def test_articles_that_name_nobody_are_unsourced(scene, articles):
    for article in articles:
        scene.tell(article, "The bridge is his first in 24 years.")
    found = scene.assess()
    assert counts(found) == (0, 0, 0)
    assert found.unsourced == tuple(articles)
    assert (found.supporting, found.origins, found.support) == ((), (), "unsourced")
    assert found.reasons[0].text == f"0 of {len(articles)} name a source."


def test_two_sources_in_one_article_and_its_copy_are_one_way(scene):
    scene.add_witness("Police", "organisation")
    scene.add_witness("Hospital", "organisation")
    for article in "ab":
        scene.tell(article, "Four were hurt.", ("Police",))
        scene.tell(article, "Four people were hurt.", ("Hospital",))
    scene.link("wb", "wa", "reuse", 1.0)
    found = scene.assess()
    assert counts(found) == (1, 1, 1)
    assert found.origins == ("Hospital", "Police")
    assert found.bottlenecks == ()


def test_an_older_version_of_an_article_raises_no_count(scene):
    scene.add_witness("Police", "organisation")
    scene.tell("a", "Four were hurt.", ("Police",), own=True)
    scene.tell("b", "Four were hurt.", own=True)
    before = scene.assess()
    scene.add_article("a2", outlet="The a Post", revision_of="a")
    scene.tell("a2", "Four were hurt.", ("Police",), own=True)
    scene.link("wa2", "wa", "reuse", 0.95)
    after = scene.assess()
    assert after.supporting == ("a2", "b")
    assert counts(after) == counts(before)
    assert (after.heard_by, after.support) == (before.heard_by, before.support)
    assert after.credibility.digit == before.credibility.digit
    assert "One more is an earlier version and not counted." in [reason.text for reason in after.reasons]


def test_what_an_earlier_version_says_counts_no_more_once_the_later_one_denies_it(scene):
    scene.tell("a", "Four were hurt.")
    scene.add_article("b", revision_of="a")
    scene.tell("b", "Four were hurt.", (("Police", "denies"),))
    found = scene.assess()
    assert (found.supporting, found.unsourced) == ((), ())
    assert [(item.article, item.stance) for item in found.against] == [("b", "denies")]


def test_marked_duplicates_are_one_supporter(scene):
    scene.add_witness("Police", "organisation")
    scene.add_article("a")
    scene.add_article("b", duplicate_of="a")
    scene.tell("a", "Four were hurt.", ("Police",))
    scene.tell("b", "Four were hurt.", ("Police",))
    found = scene.assess()
    assert found.supporting == ("a",)
    assert counts(found) == (1, 1, 1)
    assert found.heard_by == 1


@pytest.mark.parametrize(("copy", "exemplar"), [("wb", "wa"), ("wa", "wb"), (None, "lost")])
def test_shared_rare_wording_with_a_sourced_article_is_one_way(scene, copy, exemplar):
    scene.add_witness("Reuters", "agency")
    scene.add_witness("lost", "lost")
    scene.tell("a", "The dam broke at dawn.", ("Reuters",))
    scene.tell("b", "The dam broke at dawn.")
    for name in [copy] if copy else ["wa", "wb"]:
        scene.link(name, exemplar, "reuse", 0.7, collations=("c",))
    found = scene.assess()
    assert counts(found) == (1, 1, 1)
    assert "Reuters" in found.bottlenecks


def test_articles_that_cite_each_other_are_circular(scene):
    scene.add_article("a")
    scene.add_article("b")
    scene.tell("a", "The mine closes.", ("wb",))
    scene.tell("b", "The mine closes.", ("wa",))
    found = scene.assess()
    assert counts(found) == (1, 1, 1)
    assert found.circular
    assert found.supporting == ("a", "b")


def test_two_own_reports_are_two(scene):
    scene.tell("a", "Our reporter saw the ship burn.", own=True)
    scene.tell("b", "The ship burned, our correspondent saw.", own=True)
    found = scene.assess()
    assert counts(found) == (2, 2, 2)
    assert found.origins == ("wa", "wb")
    assert found.support == "corroborated"


def test_two_reporters_who_hear_one_minister_are_one(scene):
    scene.add_witness("Minister Orsa", "person")
    scene.tell("a", "The tax falls, she told this newspaper.", ("Minister Orsa",), own=True)
    scene.tell("b", "The tax falls, she told us.", ("Minister Orsa",), own=True)
    found = scene.assess()
    assert counts(found) == (1, 1, 1)
    assert found.heard_by == 2


def test_the_outlet_that_names_nobody_is_where_the_trace_ends(scene):
    scene.add_article("a")
    scene.tell("a", "The mayor resigns.")
    scene.tell("b", "The mayor resigns.", ("wa",))
    found = scene.assess()
    assert (found.supporting, found.unsourced) == (("b",), ("a",))
    assert (found.origins, found.bottlenecks) == (("wa",), ("wa",))
    assert counts(found) == (1, 1, 1)


def test_a_person_and_their_body_are_one_origin(scene):
    scene.add_witness("Port Authority", "organisation")
    scene.add_witness("Lena Haas", "person", speaks_for="Port Authority")
    scene.add_witness("Udo Brink", "person", speaks_for="Port Authority")
    scene.tell("a", "The quay is closed.", ("Lena Haas",))
    scene.tell("b", "The quay is closed.", ("Udo Brink",))
    found = scene.assess()
    assert found.independent.best == 1
    assert found.bottlenecks == ("Lena Haas", "Port Authority", "Udo Brink")


def test_articles_of_one_outlet_are_one_node(scene):
    scene.add_article("a", outlet="Tarn Daily")
    scene.add_article("b", outlet="TARN DAILY")
    scene.tell("a", "The dam holds.", own=True)
    scene.tell("b", "The dam holds.", own=True)
    assert scene.assess().independent.best == 1


def test_unnamed_sources_may_be_one_person(scene):
    scene.add_witness("a source close to the talks", "unnamed")
    scene.add_witness("an official", "unnamed")
    scene.tell("a", "They will sign.", ("a source close to the talks",))
    scene.tell("b", "They will sign.", ("an official",))
    assert counts(scene.assess()) == (1, 2, 2)
    assert scene.assess().support == "single-origin"


def test_unnamed_sources_of_other_sides_are_two(scene):
    scene.add_witness("a Ruritanian official", "unnamed")
    scene.add_witness("a diplomat from Sylvania", "unnamed")
    scene.tell("a", "They will sign.", ("a Ruritanian official",))
    scene.tell("b", "They will sign.", ("a diplomat from Sylvania",))
    assert counts(scene.assess()) == (2, 2, 2)


def test_own_account_beside_a_copied_passage_counts(scene):
    scene.add_witness("Police", "organisation")
    scene.add_witness("Hospital", "organisation")
    scene.tell("a", "Four were hurt in the fire.", ("Police",))
    scene.tell("b", "Four were hurt in the fire.", ("Police",))
    taken = scene.claims["k1"].span
    scene.tell("b", "The clinic counts four as well.", ("Hospital",))
    scene.link("wb", "wa", "reuse", 0.7, at=("b", taken))
    assert scene.assess().independent.best == 2


def test_same_input_in_any_order_gives_the_same(scene):
    scene.add_witness("Radio Tarn")
    scene.tell("a", "Eighteen miners walked out.", ("Radio Tarn",))
    scene.tell("b", "Eighteen miners walked out.")
    scene.link("wb", "wa", "reuse", 0.8)
    first = scene.weigh()
    scene.derivations.reverse()
    scene.articles = dict(reversed(scene.articles.items()))
    scene.witnesses = dict(reversed(scene.witnesses.items()))
    assert scene.weigh() == first


def test_nothing_to_weigh(scene):
    found = scene.weigh()
    assert (found.assessments, found.wanted, found.timeline) == ((), (), ())


def test_claims_that_may_be_the_same_widen_the_range(scene):
    scene.tell("a", "Eighteen miners left.", (scene.add_witness("Mayor Orsa", "person"),))
    scene.tell("b", "Eighteen miners walked out.", ("Mayor Orsa",))
    scene.tell("d", "18 at the pit downed tools.", (scene.add_witness("Dr Lind", "person"),), collation="d")
    assert scene.assess().independent == Independence(low=1, best=1, high=1)
    scene.collations["c"] = replace(scene.collations["c"], near=("d",))
    found = scene.assess()
    assert found.independent == Independence(low=1, best=1, high=2)
    assert found.origins == ("Mayor Orsa",)
    assert any("claims that may be the same" in reason.text for reason in found.reasons)


def test_the_range_never_goes_beyond_the_articles_that_support(scene):
    scene.tell("a", "Eighteen miners left.", (scene.add_witness("Mayor Orsa", "person"),))
    scene.tell("d", "18 at the pit downed tools.", (scene.add_witness("Dr Lind", "person"),), collation="d")
    scene.collations["c"] = replace(scene.collations["c"], near=("d",))
    assert scene.assess().independent == Independence(low=1, best=1, high=1)


def test_a_claim_that_may_be_the_same_can_show_that_two_origins_are_one(scene):
    scene.tell("a", "Eighteen miners left.", (scene.add_witness("Mayor Orsa", "person"),))
    scene.tell("b", "Eighteen miners walked out.", ("The d Post",))
    scene.add_article("d")
    scene.derivations.clear()
    scene.link("wa", "Mayor Orsa", "citation", collations=("c",))
    scene.link("wb", "wd", "citation", collations=("c",))
    scene.tell("d", "18 at the pit downed tools.", ("Mayor Orsa",), collation="d")
    assert scene.assess().independent.low == 2
    scene.collations["c"] = replace(scene.collations["c"], near=("d",))
    assert scene.assess().independent == Independence(low=1, best=2, high=2)
