import numpy as np

from stemma.cluster.rarity import Rarity, measure_rarity, number_feature


def number(*keys: str) -> np.ndarray:
    return np.array(sorted(map(number_feature, keys)), np.uint32)


def test_what_few_have_weighs_more_and_names_most() -> None:
    rarity = measure_rarity([number("w:dam", "w:flood"), number("w:flood", "n:hallen")])
    dam, flood, name = (float(rarity.weigh(number(key))[0]) for key in ("w:dam", "w:flood", "n:hallen"))
    assert flood < dam < name


def test_a_pile_that_grew_is_as_one_counted_at_once() -> None:
    first, later = [number("w:dam", "w:flood"), number("w:flood")], [number("w:flood", "q:240")]
    assert measure_rarity(first) + measure_rarity(later) == measure_rarity([*first, *later])
    assert Rarity() + measure_rarity(first) == measure_rarity(first)


def test_features_of_different_kinds_never_meet() -> None:
    assert len({number_feature(f"{kind}:may") for kind in "cnqvw"}) == 5
    assert number_feature("q:240") < number_feature("v:de:damm")
