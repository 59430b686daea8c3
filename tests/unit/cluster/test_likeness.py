"""Two accounts of one event give the same names and numbers, in whatever languages."""

import pytest

from stemma.cluster.likeness import Vector, compare_vectors, share_facts

RIVER = ("ostervik", "hallen", "brenn", "240", "17.30", "85")


def make_vector(language: str, *facts: str) -> Vector:
    keys = [f"{'q' if fact[0].isdigit() else 'n'}:{fact}" for fact in facts]
    return Vector(id="", language=language, day=None, facts=dict.fromkeys(keys, 1.0), words={})


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
    assert share_facts(make_vector(*one), make_vector(*other)) is shared


def test_one_fact_of_many_is_chance_where_both_languages_spell_names_alike() -> None:
    here, there = ([f"{place}{number}" for number in range(40)] for place in ("orlin", "selmar"))
    for code, other, shared in (("en", "fr", False), ("ru", "uk", True)):
        assert share_facts(make_vector(code, *here, "hallen"), make_vector(other, *there, "hallen")) is shared


def test_pairs_of_signs_count_for_more_than_words() -> None:
    keys = ("v:zh:河水", "v:zh:水位"), ("v:ru:рек", "v:ru:уровен")

    def compare(language: str, shared: str, other: str) -> float:
        one, two = ({shared: 1.0, f"{other}{n}": 1.0} for n in "ab")
        vectors = [Vector(id="", language=language, day=None, facts={}, words=words) for words in (one, two)]
        return compare_vectors(*vectors).score

    chinese, russian = (compare(code, *pair) for code, pair in zip(("zh", "ru"), keys, strict=True))
    assert russian < chinese <= 2 * russian
