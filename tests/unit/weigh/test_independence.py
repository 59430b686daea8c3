import pytest

from stemma.weigh.independence import Link, Tradition, measure_independence

KINDS = {
    **dict.fromkeys(("A", "B", "C", "D"), "article"),
    "Radio": "outlet",
    "Wire": "agency",
    "Police": "organisation",
    "Clinic": "organisation",
    "Lost": "lost",
    "own:A": "own",
    "own:B": "own",
}


def cite(copy, exemplar, **known):
    return Link(copy, exemplar, **known)


def take(copy, exemplar, confidence):
    return Link(copy, exemplar, "reuse", "inferred", confidence)


def measure(supporters, *links, **known):
    return measure_independence(
        Tradition(links=links, kinds=KINDS, supporters=tuple(supporters), known=frozenset("ABCD"), **known)
    )


def counts(ways):
    return ways.independent.low, ways.independent.best, ways.independent.high


@pytest.mark.parametrize(
    ("supporters", "links", "expected"),
    [
        ("ABC", [cite("A", "Radio"), cite("B", "Radio"), cite("C", "Wire"), cite("Wire", "Radio")], (1, 1, 1)),
        ("A", [], (0, 0, 0)),
        ("ABC", [], (0, 0, 0)),
        ("AB", [cite(x, y) for x in "AB" for y in ("Police", "Clinic")] + [take("B", "A", 1.0)], (1, 1, 1)),
        ("AB", [cite("A", "Wire"), take("B", "A", 0.7)], (1, 1, 1)),
        ("AB", [cite("A", "Wire"), take("A", "B", 0.7)], (1, 1, 1)),
        ("AB", [cite("A", "Wire"), take("A", "Lost", 0.7), take("B", "Lost", 0.7)], (1, 1, 1)),
        ("AB", [cite("A", "B"), cite("B", "A")], (1, 1, 1)),
        ("AB", [cite("A", "own:A"), cite("B", "own:B")], (2, 2, 2)),
        ("AB", [cite("A", "Police"), cite("B", "Police")], (1, 1, 1)),
    ],
)
def test_the_table_of_the_contract(supporters, links, expected):
    assert counts(measure(supporters, *links)) == expected


def test_inferred_link_below_near_certain_leaves_high_open():
    ways = measure("AB", cite("A", "Police"), cite("B", "Clinic"), take("B", "A", 0.7))
    assert counts(ways) == (1, 1, 2)


def test_unlikely_link_lowers_low_only():
    ways = measure("AB", cite("A", "Police"), cite("B", "Clinic"), take("B", "A", 0.3))
    assert counts(ways) == (1, 2, 2)


def test_citations_in_a_passage_from_a_lost_text_belong_to_it():
    ways = measure("AB", cite("A", "Police"), cite("B", "Clinic"), take("A", "Lost", 0.7), take("B", "Lost", 0.7))
    assert counts(ways) == (1, 1, 2)
    assert ways.bottlenecks == ("Lost",)
    assert ways.origins == ("Clinic", "Police")


def test_lost_text_that_names_nobody_is_no_origin():
    ways = measure("AB", take("A", "Lost", 0.7), take("B", "Lost", 0.7))
    assert (counts(ways), ways.unsourced) == ((0, 0, 0), ("A", "B"))


def test_own_account_outside_the_taken_passage_counts():
    ways = measure("AB", cite("A", "Police"), cite("B", "Clinic", inside=False), take("B", "A", 0.7))
    assert ways.independent.best == 2


def test_near_certain_copy_has_nothing_of_its_own():
    ways = measure("AB", cite("A", "Police"), cite("B", "Clinic", inside=False), take("B", "A", 0.95))
    assert counts(ways) == (1, 1, 1)


def test_what_only_the_copy_names_stays_with_it():
    ways = measure("AB", cite("A", "Police"), take("A", "B", 0.7))
    assert (ways.supporting, ways.unsourced) == (("A",), ("B",))


def test_fed_loop_is_circular_but_no_origin():
    ways = measure("AB", cite("A", "B"), cite("B", "A"), cite("B", "Police"))
    assert (ways.circular, ways.origins, counts(ways)) == (True, ("Police",), (1, 1, 1))


def test_loop_elsewhere_does_not_make_a_claim_circular():
    ways = measure("A", cite("A", "Police"), cite("C", "D"), cite("D", "C"))
    assert not ways.circular


def test_texts_taken_from_each_other_are_one_text_and_no_loop():
    ways = measure("AB", take("A", "B", 0.7), take("B", "A", 0.7), cite("B", "Police"))
    assert (ways.circular, counts(ways)) == (False, (1, 1, 1))


def test_silent_copy_of_a_cited_text_stays_unsourced_with_it():
    ways = measure("ABC", cite("A", "B"), take("C", "B", 0.8))
    assert (ways.supporting, ways.unsourced, ways.origins) == (("A",), ("B", "C"), ("B",))


def test_citing_a_silent_copy_leads_to_what_it_was_copied_from():
    ways = measure("ABCD", cite("A", "B"), cite("D", "C"), take("C", "B", 0.8))
    assert ways.independent.best == 1
    assert ways.bottlenecks == ("B",)


def test_same_nodes_share_their_room():
    ways = measure("AB", cite("A", "Police"), cite("B", "Clinic"), same=(("Police", "Clinic"),))
    assert counts(ways) == (1, 1, 1)
    assert ways.bottlenecks == ("Clinic", "Police")


def test_alike_sources_are_one_for_low():
    ways = measure("AB", cite("A", "Police"), cite("B", "Clinic"), alike=(("Police", "Clinic"),))
    assert counts(ways) == (1, 2, 2)


def test_heard_by_counts_reporters_not_relays():
    heard = measure("AB", cite("A", "Police"), cite("B", "Police"))
    relayed = measure("AB", cite("A", "Radio"), cite("B", "Radio"), cite("Radio", "Police"))
    assert (heard.heard_by, relayed.heard_by) == (2, 1)


def test_text_taken_silently_from_an_outlet_outside_the_pile_is_unsourced():
    ways = measure("AB", take("A", "Radio", 0.8), take("B", "Radio", 0.8))
    assert (counts(ways), ways.unsourced) == ((0, 0, 0), ("A", "B"))


def test_passage_from_an_outlet_outside_the_pile_brings_its_citation():
    ways = measure("AB", take("A", "Radio", 0.8), take("B", "Radio", 0.8), cite("A", "Police"))
    assert (counts(ways)[:2], ways.bottlenecks, ways.supporting) == ((1, 1), ("Police", "Radio"), ("A", "B"))
