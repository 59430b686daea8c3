"""Two accounts of one event give the same names and numbers, in whatever languages."""

import numpy as np
import pytest

from stemma.cluster.features import Profile
from stemma.cluster.likeness import compare_rows, explain_rows, share_facts
from stemma.cluster.pile import Pile, make_pile
from stemma.cluster.rarity import Rarity, number_feature

RIVER = ("ostervik", "hallen", "brenn", "240", "17.30", "85")


def make_pile_of(*rows: tuple[str, tuple[str, ...]]) -> Pile:
    profiles = []
    for at, (language, keys) in enumerate(rows):
        features = np.array(sorted(map(number_feature, keys)), np.uint32)
        profiles.append(
            Profile(
                id=str(at), uri="", language=language, published=None, day=None, title="", opening="",
                features=features.tobytes(), counts=np.ones(len(keys), np.float32).tobytes(),
            )
        )  # fmt: skip
    return make_pile(profiles, Rarity())


def share(one: tuple[str, ...], other: tuple[str, ...]) -> bool | None:
    rows = [
        (code, tuple(f"{'q' if fact[0].isdigit() else 'n'}:{fact}" for fact in facts)) for code, *facts in (one, other)
    ]
    return share_facts(make_pile_of(*rows), 0, 1)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (("en", *RIVER), ("fr", "hallen", "penmarrow", "finch", "12", "33", "90"), True),
        (("en", *RIVER), ("fr", "corvin", "penmarrow", "finch", "12", "33", "90"), False),
        (("en", *RIVER), ("en", "corvin", "penmarrow", "finch", "12", "33", "90"), False),
        (("en", *RIVER), ("fr", "corvin", "penmarrow"), None),  # too few
        (("en", *RIVER), ("ru", "корвин", "пенмарроу", "финч", "12", "33", "90"), None),  # too few numbers
        (("en", *RIVER, "7.45", "1300", "61"), ("ru", "12", "33", "90", "45", "66", "85"), True),
        (("ru", "корвин", *RIVER), ("uk", "корвин", "пенмарроу", "финч", "12", "33", "90"), True),
    ],
)
def test_names_are_compared_within_a_script_and_numbers_in_all(one, other, shared) -> None:
    assert share(one, other) is shared


def test_one_fact_of_many_is_chance_where_both_languages_spell_names_alike() -> None:
    here, there = ([f"{place}{number}" for number in range(40)] for place in ("orlin", "selmar"))
    for code, other, shared in (("en", "fr", False), ("ru", "uk", True)):
        assert share((code, *here, "hallen"), (other, *there, "hallen")) is shared


def test_pairs_of_signs_count_for_more_than_words() -> None:
    keys = ("v:zh:河水", "v:zh:水位"), ("v:ru:рек", "v:ru:уровен")

    def compare(language: str, shared: str, other: str) -> float:
        pile = make_pile_of(*((language, (shared, f"{other}{n}")) for n in "ab"))
        return float(compare_rows(pile, (0,), (1,))[0, 0])

    chinese, russian = (compare(code, *pair) for code, pair in zip(("zh", "ru"), keys, strict=True))
    assert russian < chinese <= 2 * russian


def test_explains_what_two_share_and_what_cannot_be_compared() -> None:
    keys = ("n:hallen", "w:dam")
    pile = make_pile_of(("en", (*keys, "w:boat")), ("en", (*keys, "q:240")), ("xx", ("n:hallen", "v:xx:brod")))
    names = {number_feature(key): key[2:] for key in keys}
    same, foreign = explain_rows(pile, 0, 1, names), explain_rows(pile, 0, 2, names)
    assert (same.shared, same.time, same.days) == (("hallen", "dam"), None, None)
    assert (foreign.shared, foreign.words) == (("hallen",), None)
    assert same.score == pytest.approx(float(compare_rows(pile, (0,), (1,))[0, 0]))
