"""People in scripts without capitals."""

import pytest

from stemma.match.witnesses.mentions import Mention
from stemma.match.witnesses.same.romanised import pair_romanised
from stemma.model import Kind


def find_pairs(*names: tuple[str, Kind]) -> set[tuple[str, str]]:
    return set(pair_romanised([Mention(key=name, name=name, kind=kind, article="a") for name, kind in names]))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Marta Kvist", "마르타 크비스트"),
        ("Marta Kvist", "マルタ・クビスト"),
        ("Marta Kvist", "مارتا كفيست"),
        ("Ivan Petrov", "伊万·彼得罗夫"),
        ("Иван Петров", "이반 페트로프"),
    ],
)
def test_a_name_is_known_by_its_sound(name: str, other: str) -> None:
    assert find_pairs((name, "person"), (other, "unnamed")) == {(name, other)}


def test_a_name_that_two_sound_like_is_neithers() -> None:
    assert find_pairs(("Marta Kvist", "person"), ("Marta Kwist", "person"), ("마르타 크비스트", "unnamed")) == set()


def test_another_name_a_lone_one_and_an_outlet_are_not_joined() -> None:
    assert find_pairs(("Marta Kvist", "person"), ("오토 펜드리", "unnamed")) == set()
    assert find_pairs(("Kvist", "person"), ("크비스트", "unnamed")) == set()
    assert find_pairs(("Marta Kvist", "person"), ("마르타 크비스트", "outlet")) == set()


def test_a_name_is_known_by_the_letters_behind_it(pile, article):
    found = pile(
        article("a", "Ivan Petrov said the north bridge was closed to lorries."),
        article("b", "조르게(Ivan Petrov) 시장은 다리가 폐쇄되었다고 말했다.", language="ko"),
    )
    assert found.find_witness("b", "조르게").name == "Ivan Petrov"
