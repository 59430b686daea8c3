def test_missing_texts_are_ranked_by_what_hangs_on_them(scene):
    scene.add_witness("Radio Tarn")
    scene.add_witness("Weekly Globe")
    scene.add_witness("The Mayor", "person")
    scene.tell("a", "Eighteen miners left.", ("Radio Tarn",))
    scene.tell("b", "Eighteen miners left.", ("Weekly Globe", "Radio Tarn"))
    scene.tell("a", "The mine is old.", ("Radio Tarn",), collation="d")
    scene.tell("b", "The mayor is glad.", ("The Mayor",), collation="e")
    found = scene.weigh().wanted
    assert [(w.witness, w.cited_by, w.collations) for w in found] == [
        ("Radio Tarn", ("a", "b"), ("c", "d")),
        ("Weekly Globe", ("b",), ("c",)),
    ]
    assert found[0].why == "2 articles go back to Radio Tarn, and every way to 2 claims passes it."


def test_outlet_in_the_pile_is_not_wanted(scene):
    scene.tell("a", "Eighteen miners left.")
    scene.tell("b", "Eighteen miners left.", ("wa",))
    assert scene.weigh().wanted == ()


def test_lost_text_is_wanted(scene):
    scene.add_witness("lost text", "lost")
    scene.tell("a", "The dam broke at dawn.")
    scene.tell("b", "The dam broke at dawn.")
    scene.link("wa", "lost text", "reuse", 0.8)
    scene.link("wb", "lost text", "reuse", 0.8)
    (found,) = scene.weigh().wanted
    assert found.cited_by == ("a", "b")
    assert found.why == "2 articles share wording that none has from another: a text behind them is missing."


def test_body_that_one_reporter_heard_is_not_wanted(scene):
    scene.add_witness("Police", "organisation")
    scene.tell("a", "Four were hurt.", ("Police",))
    assert scene.weigh().wanted == ()
    scene.tell("b", "Four were hurt.", ("Police",))
    assert [w.witness for w in scene.weigh().wanted] == ["Police"]
