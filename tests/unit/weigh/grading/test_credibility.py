import pytest


@pytest.fixture
def grade(scene):
    """The digit and the reason for a claim told by articles, each with its source and the source's kind."""

    def run(*told, text="Eighteen miners left."):
        for at, (name, kind) in enumerate(told):
            scene.tell(f"a{at}", text, (scene.add_witness(name, kind),))
        found = scene.assess().credibility
        return found.digit, found.text

    return run


def test_two_named_origins_that_are_no_party_confirm(grade):
    digit, text = grade(("Mayor Orsa", "person"), ("Dr Lind", "person"))
    assert digit == 1
    assert text == "Confirmed: two independent ways, from origins that are no party (Dr Lind and Mayor Orsa)."


def test_one_of_two_origins_is_a_party(grade):
    digit, text = grade(("Orla Mines", "organisation"), ("Dr Lind", "person"), text="Orla Mines pays the miners.")
    assert digit == 2
    assert "without a part in it" in text


def test_two_media_whose_source_is_not_known_may_repeat_one(grade):
    assert grade(("Radio Tarn", "outlet"), ("The Wire", "agency"))[0] == 2


def test_two_unnamed_sources_may_be_one(grade):
    digit, text = grade(("an official", "unnamed"), ("a miner", "unnamed"))
    assert digit == 2
    assert text.endswith("but they may be one.")


def test_one_named_origin_is_possible(grade):
    digit, text = grade(("Mayor Orsa", "person"), ("Mayor Orsa", "person"))
    assert (digit, text) == (3, "Possibly true: one way only (Mayor Orsa), and nothing to check it against.")


@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [
        ("an official", "unnamed", "Eighteen miners left."),
        ("Orla Mines", "organisation", "Orla Mines pays the miners."),
    ],
)
def test_what_only_a_party_or_nobody_by_name_says_cannot_be_judged(grade, name, kind, text):
    assert grade((name, kind), text=text)[0] == 6


def test_what_names_nobody_cannot_be_judged(scene):
    scene.tell("a", "Eighteen miners left.")
    scene.tell("b", "Eighteen miners left.")
    assert scene.assess().credibility.digit == 6


def test_own_reporting_is_an_origin(scene):
    scene.tell("a", "Eighteen miners left.", own=True)
    scene.tell("b", "Eighteen miners walked out.", own=True)
    assert scene.assess().credibility.digit == 1


def test_a_loop_cannot_be_judged(scene):
    for name, other in (("a", "b"), ("b", "a")):
        scene.add_article(name)
        scene.tell(name, "Eighteen miners left.")
        scene.link(f"w{name}", f"w{other}", "citation", collations=("c",))
    found = scene.assess()
    assert found.circular
    assert found.credibility.text == "Cannot be judged: the accounts lead back to each other."


def test_contested_with_one_origin_is_doubtful(scene):
    scene.tell("a", "Eighteen miners left.", (scene.add_witness("Mayor Orsa", "person"),))
    scene.tell("b", "Eighteen miners left.", ((scene.add_witness("Orla Mines", "organisation"), "denies"),))
    assert scene.assess().credibility.digit == 4


def test_contested_with_two_origins_is_possible(scene):
    scene.tell("a", "Eighteen miners left.", (scene.add_witness("Mayor Orsa", "person"),))
    scene.tell("d", "Eighteen miners left.", (scene.add_witness("Dr Lind", "person"),))
    scene.tell("b", "Eighteen miners left.", ((scene.add_witness("Orla Mines", "organisation"), "denies"),))
    found = scene.assess().credibility
    assert found.digit == 3
    assert found.text.endswith("but it is contested.")


def test_accounts_that_cannot_both_hold_confirm_nothing(scene):
    one = scene.tell("a", "Eighteen miners left.", (scene.add_witness("Mayor Orsa", "person"),))
    other = scene.tell("b", "Thirty miners left.", (scene.add_witness("Dr Lind", "person"),))
    scene.add_variant("quantity", [(one, "18", "reference"), (other, "30", "contradiction")], "contradiction")
    assert scene.assess().credibility.digit == 4


def test_what_is_denied_and_put_forward_by_nobody_is_improbable(scene):
    scene.tell("b", "Eighteen miners left.", ((scene.add_witness("Orla Mines", "organisation"), "denies"),))
    assert scene.assess().credibility.digit == 5


def test_what_an_origin_took_back_is_improbable(scene):
    scene.tell("a", "Eighteen miners left.", (scene.add_witness("Mayor Orsa", "person"),))
    scene.tell("b", "Eighteen miners left.", (("Mayor Orsa", "retracts"),))
    assert scene.assess().credibility.digit == 5


def test_who_denied_it_and_now_says_so_makes_it_probable(scene):
    for name, day in (("a", "2026-05-01"), ("b", "2026-05-03")):
        scene.add_article(name, published=day)
    scene.tell("a", "Eighteen miners left.", ((scene.add_witness("Mayor Orsa", "person"), "denies"),))
    scene.tell("b", "Eighteen miners left.", (("Mayor Orsa", "confirms"),))
    found = scene.assess()
    assert found.dispute == "confirmed-after-denial"
    assert found.credibility.digit == 2
