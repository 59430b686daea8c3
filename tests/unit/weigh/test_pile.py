from stemma.model import Span


def test_representative_is_the_original_where_it_has_the_claim(scene):
    scene.add_article("a")
    scene.add_article("b", duplicate_of="a")
    scene.add_article("d", duplicate_of="a")
    assert scene.pile.choose_representatives("abd") == {"a": "a", "b": "a", "d": "a"}
    assert scene.pile.choose_representatives("db") == {"b": "b", "d": "b"}


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
