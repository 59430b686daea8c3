import pytest

from stemma.weigh.dependence.ranking import (
    find_accuracies,
    gather,
    rank_by_accuracy,
    rank_by_trust,
    rank_by_votes,
    turn_into_shares,
)

SURE = [(source, f"town {at}", "yes") for source in ("Almanac", "Atlas") for at in range(8)]
LOOSE = [("Rumour", f"town {at}", "yes" if at < 2 else f"no {at}") for at in range(8)]


def choose(shares):
    return {thing: next(iter(values)) for thing, values in shares.items()}


def test_of_several_values_of_one_source_the_last_holds():
    assert gather([("Atlas", "town", "old"), ("Atlas", "town", "new")]) == {"town": {"Atlas": "new"}}


def test_a_vote_is_a_share_and_a_tie_goes_by_the_letters():
    assert rank_by_votes({"town": {"a": "2", "b": "1", "c": "2"}}) == {"town": {"2": 2 / 3, "1": 1 / 3}}
    assert choose(rank_by_votes({"town": {"a": "2", "b": "1"}})) == {"town": "1"}


@pytest.mark.parametrize("rank", [rank_by_accuracy, rank_by_trust])
def test_who_is_right_elsewhere_wins_where_two_stand_alone(rank):
    rows = [*SURE, *LOOSE, ("Rumour", "new town", "aaa"), ("Atlas", "new town", "zzz")]
    assert choose(rank_by_votes(gather(rows)))["new town"] == "aaa"
    assert choose(rank(gather(rows)))["new town"] == "zzz"


@pytest.mark.parametrize("rank", [rank_by_accuracy, rank_by_trust, rank_by_votes])
def test_the_order_of_the_rows_does_not_matter(rank):
    rows = [*SURE, *LOOSE]
    assert choose(rank(gather(rows))) == choose(rank(gather(rows[::-1])))


def test_accuracy_is_how_likely_that_is_what_a_source_says():
    sayings = gather([("Atlas", "a", "1"), ("Atlas", "b", "1")])
    assert find_accuracies(sayings, {"a": {"1": 0.9}, "b": {"1": 0.5}}) == {"Atlas": 0.7}


def test_shares_leave_room_for_what_nobody_says():
    shares = turn_into_shares({"1": 2.0, "2": 0.0})
    assert shares["1"] > shares["2"]
    assert sum(shares.values()) < 1
