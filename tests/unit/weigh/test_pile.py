from stemma.model import Span


def test_representative_is_the_original_where_it_has_the_claim(scene):
    scene.add_article("a")
    scene.add_article("b", duplicate_of="a")
    scene.add_article("d", duplicate_of="a")
    assert scene.pile.choose_representatives("abd") == {"a": "a", "b": "a", "d": "a"}
    assert scene.pile.choose_representatives("db") == {"b": "b", "d": "b"}


def test_the_latest_version_stands_for_those_before_it_and_for_their_copies(scene):
    scene.add_article("a")
    scene.add_article("b", revision_of="a")
    scene.add_article("c", revision_of="b")
    scene.add_article("d", duplicate_of="b")
    scene.add_article("e", revision_of="gone")
    pile = scene.pile
    assert pile.choose_representatives("abcde") == {"a": "c", "b": "c", "c": "c", "d": "c", "e": "e"}
    assert pile.choose_representatives("abd") == {"a": "b", "b": "b", "d": "b"}
    assert [pile.is_superseded(one, "c") for one in "abcde"] == [True, True, False, True, False]
    assert pile.are_versions("c", "a")
    assert not pile.are_versions("b", "d")


def test_versions_in_a_circle_end(scene):
    scene.add_article("a", revision_of="b")
    scene.add_article("b", revision_of="a")
    assert set(scene.pile.choose_representatives("ab")) == {"a", "b"}


def test_names_fall_back(scene):
    scene.add_article("a", outlet=None, title="A ferry at the pier. Photo: harbour office")
    scene.add_witness("", "unnamed")
    assert scene.pile.find_name("wa") == "a.txt"
    assert scene.pile.find_name("") == "an unnamed source"
    assert scene.pile.find_name("nobody") == "an unnamed source"


def test_evidence_is_cut_to_what_the_contract_allows(scene):
    scene.tell("a", "word " * 200)
    evidence = scene.pile.cut_evidence("a", Span(0, 1000))
    assert len(evidence.text) == 600
    assert evidence.span == Span(0, 600)


def test_claims_of_unknown_articles_are_left_out(scene):
    scene.tell("a", "The dam holds.")
    scene.gather("c", "unknown")
    assert [claim.id for claim in scene.pile.find_claims(scene.collations["c"])] == ["k0"]
