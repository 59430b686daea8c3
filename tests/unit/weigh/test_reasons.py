import pytest

from stemma.weigh.reasons import holds_name, is_party


def find_texts(scene):
    return [reason.text for reason in scene.assess().reasons]


def test_every_reason_has_literal_evidence(scene):
    scene.add_witness("Radio Tarn")
    scene.tell("a", "Eighteen miners left.", ("Radio Tarn",))
    scene.tell("b", "Eighteen miners left.")
    reasons = scene.assess().reasons
    assert [r.text for r in reasons] == ["One article, one origin (Radio Tarn).", "1 of 2 names a source."]
    for reason in reasons:
        assert reason.evidence
        for evidence in reason.evidence:
            assert evidence.text == evidence.span.of(scene.articles[evidence.article].text)


def test_circle_hearing_and_copies_are_said(scene):
    scene.add_witness("Minister Orsa", "person")
    scene.add_article("a")
    scene.add_article("b")
    scene.add_article("d", duplicate_of="a")
    for article in "abd":
        scene.tell(article, "The tax falls.", ("Minister Orsa",))
    texts = find_texts(scene)
    assert "Two articles heard the same source at first hand; that makes one independent." in texts
    assert "One more is a copy and not counted." in texts


def test_loop_is_said(scene):
    scene.add_article("a")
    scene.add_article("b")
    scene.tell("a", "The mine closes.", ("wb",))
    scene.tell("b", "The mine closes.", ("wa",))
    assert find_texts(scene)[0] == "The accounts lead back to each other (The a Post and The b Post)."


def test_doubt_about_the_count_is_said(scene):
    scene.add_witness("a source", "unnamed")
    scene.add_witness("an official", "unnamed")
    scene.tell("a", "They will sign.", ("a source",))
    scene.tell("b", "They will sign.", ("an official",))
    assert any(text.startswith("Between one and two independent ways") for text in find_texts(scene))


def test_admission_is_said(scene):
    scene.add_witness("The Ministry", "organisation")
    scene.add_article("a", published="2031-03-01")
    scene.add_article("b", published="2031-03-09")
    scene.tell("a", "The base was hit.", (("The Ministry", "denies"),))
    scene.tell("b", "The base was hit.", (("The Ministry", "confirms"),))
    assert "It was first denied and later confirmed by the same side." in find_texts(scene)


def test_parties_alone_do_not_corroborate(scene):
    scene.add_witness("Norland", "state")
    scene.add_witness("Sudland", "state")
    scene.tell("a", "Norland and Sudland signed a truce.", ("Norland",))
    scene.tell("b", "Norland and Sudland signed a truce.", ("Sudland",))
    found = scene.assess()
    assert found.independent.low == 2
    assert found.support == "single-origin"
    scene.add_witness("Selby Institute", "organisation")
    scene.tell("d", "A truce between Norland and Sudland is signed.", ("Selby Institute",))
    assert scene.assess().support == "corroborated"


def test_who_speaks_for_an_actor_is_a_party(scene):
    scene.add_witness("Norland", "state")
    scene.add_witness("Ivo Lund", "person", speaks_for="Norland")
    scene.tell("a", "Norland signed a truce.", ("Ivo Lund",))
    assert is_party(scene.pile, "Ivo Lund", list(scene.claims.values()))


@pytest.mark.parametrize(("body", "party"), [("company", True), ("police", False), ("Tarn Foods", False)])
def test_who_speaks_for_a_company_without_a_name_may_speak_for_the_actor(scene, body, party):
    scene.add_witness(body, "organisation")
    scene.add_witness("Ana Ruiz", "person", speaks_for=body)
    scene.tell("a", "Twelve workers were hurt.", ("Ana Ruiz",))
    assert is_party(scene.pile, "Ana Ruiz", list(scene.claims.values())) is party


def test_names_are_found_with_their_endings_but_not_inside_words():
    assert holds_name(["the", "tarnians", "left"], ["tarnian"])
    assert holds_name(["bank", "of", "tarn"], ["bank", "of", "tarn"])
    assert not holds_name(["the", "tarnish"], ["tarn"])
    assert not holds_name(["us"], ["use"])
