import random

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.weigh.dependence import find_dependence, gather, rank_apart_from_copies, rank_by_accuracy, rank_by_votes
from stemma.weigh.dependence.copying import count_apart, judge_pair

THINGS = 60


def make_world():
    """Four good almanacs, and a bad one that two others copy word for word."""
    draw = random.Random(1)
    rows = []
    for name, accuracy in (("A", 0.8), ("B", 0.8), ("C", 0.8), ("D", 0.8), ("X", 0.5)):
        for thing in range(THINGS):
            value = "true" if draw.random() < accuracy else f"wrong {draw.randrange(9)}"
            rows += [(copy, f"town {thing}", value) for copy in (("X", "Y", "Z") if name == "X" else (name,))]
    return gather(rows)


def count_right(shares):
    return sum(next(iter(values)) == "true" for values in shares.values())


def test_shared_errors_give_copiers_away():
    world = make_world()
    found = find_dependence(world, rank_apart_from_copies(world))
    assert min(found[pair] for pair in (("X", "Y"), ("X", "Z"), ("Y", "Z"))) > 0.99
    assert max(found[pair] for pair in (("A", "B"), ("A", "C"), ("B", "C"), ("A", "X"))) < 0.2


def test_without_copies_the_bad_source_wins_less():
    world = make_world()
    assert count_right(rank_apart_from_copies(world)) > count_right(rank_by_votes(world))
    assert count_right(rank_apart_from_copies(world)) >= count_right(rank_by_accuracy(world))


def test_a_copy_adds_little_to_a_vote():
    accuracies = {"X": 0.8, "Y": 0.8}
    alone = count_apart({"X": "1"}, accuracies, {})["1"]
    apart = count_apart({"X": "1", "Y": "1"}, accuracies, {})["1"]
    copied = count_apart({"X": "1", "Y": "1"}, accuracies, {("X", "Y"): 1.0})["1"]
    assert alone < copied < apart == 2 * alone


def test_sources_that_meet_once_are_never_judged():
    assert find_dependence({"town": {"A": "1", "B": "1"}}, {"town": {"1": 0.1}}) == {}


COUNTS = st.floats(0, 20)
ACCURACIES = st.floats(0.06, 0.94)


@given(COUNTS, COUNTS, COUNTS, ACCURACIES, ACCURACIES)
@settings(max_examples=300, deadline=None)
def test_one_more_shared_error_never_speaks_for_independence(right, wrong, apart, one, other):
    before = judge_pair((right, wrong, apart), (one, other))
    assert 0 <= before <= 1
    assert judge_pair((right, wrong + 1, apart), (one, other)) >= before - 1e-9
    assert judge_pair((right, wrong, apart + 1), (one, other)) <= before + 1e-9
    assert abs(judge_pair((right, wrong, apart), (other, one)) - before) < 1e-9
