import pytest

from stemma.match.slots import (
    do_counts_clash,
    do_crowds_clash,
    do_moments_clash,
    do_places_clash,
    do_tolls_clash,
    is_same_slot,
    score_counts,
)
from stemma.model import Moment, Place, Quantity, Span

AT = Span(0, 2)


def count(low: float, best: float, high: float, unit: str | None = None, role: str | None = None) -> Quantity:
    return Quantity(span=AT, text="xx", low=low, best=best, high=high, unit=unit, role=role)


def test_killed_and_injured_are_two_slots_and_clash() -> None:
    killed, injured = count(5, 5, 5, "person", "killed"), count(24, 36, 99, "person", "injured")
    assert not is_same_slot(killed, injured)
    assert do_counts_clash([killed], [injured])
    assert not do_counts_clash([killed], [killed, injured])


def test_words_for_people_are_exchanged_unless_their_roles_differ() -> None:
    assert is_same_slot(count(9, 9, 9, "fighter", "killed"), count(9, 9, 9, "person", "killed"))
    assert is_same_slot(count(9, 9, 9, "fighter"), count(9, 9, 9, "militant"))
    assert not is_same_slot(count(9, 9, 9, "fighter", "killed"), count(9, 9, 9, "person", "injured"))
    assert not is_same_slot(count(9, 9, 9, "fighter"), count(9, 9, 9, "house"))


def test_a_drifted_number_still_fills_the_slot_but_a_far_one_does_not() -> None:
    eighteen, almost_two_dozen = count(18, 18, 18, "sailor", "missing"), count(20, 22, 24, "sailor", "missing")
    assert score_counts([eighteen], [count(16, 18, 20, "sailor")]) == 0.8
    assert score_counts([eighteen], [count(16, 18, 20, "sailor", "missing")]) == 1.0
    assert score_counts([eighteen], [almost_two_dozen]) == 0.6
    assert score_counts([eighteen], [count(400, 400, 400, "sailor", "missing")]) == 0.1
    assert score_counts([count(18, 18, 18, "sailor")], [count(22, 22, 22, "sailor")]) == 0.0


def test_years_clash_only_where_both_name_one() -> None:
    def moment(value: str) -> Moment:
        return Moment(span=AT, text="xx", value=value)

    assert do_moments_clash([moment("2012-03")], [moment("2013")])
    assert not do_moments_clash([moment("XXXX-03-04")], [moment("2013")])


def test_a_town_and_its_country_do_not_clash() -> None:
    def place(name: str, country: str, lat: float | None = None) -> Place:
        return Place(span=AT, text="xx", name=name, country=country, lat=lat)

    assert not do_places_clash([place("Porto", "PT")], [place("Portugal", "PT")])
    assert do_places_clash([place("Porto", "PT", 41.1)], [place("Lima", "PE", -12.0)])


def test_a_toll_a_hundred_times_as_high_is_of_another_disaster() -> None:
    few, many = count(5, 5, 5, "person", "killed"), count(900, 900, 900, "person", "killed")
    assert do_tolls_clash([few], [many])
    assert not do_tolls_clash([few], [count(90, 90, 90, "person", "killed")])
    assert not do_tolls_clash([few], [many, count(6, 6, 6, "person", "killed")])
    assert not do_tolls_clash([few], [count(900, 900, 900, "person", "injured")])


@pytest.mark.parametrize(
    ("unit", "number", "role", "clash"),
    [
        ("member", 27, None, True),
        ("worker", 27, None, False),
        ("member", 60, None, False),
        ("member", 27, "left", False),
    ],
)
def test_other_people_in_another_number_are_another_crowd(
    unit: str, number: float, role: str | None, clash: bool
) -> None:
    workers = count(60, 60, 60, "worker", role)
    assert do_crowds_clash([workers], [count(number, number, number, unit, role)]) is clash
    assert not do_crowds_clash([workers], [count(27, 27, 27, "boat")])
