import numpy as np
import pytest

from stemma.cluster.features import Profile
from stemma.cluster.pile import join_ranges, make_pile, merge_rows
from stemma.cluster.rarity import measure_rarity, number_feature


def make_profile(name: str, *keys: str, language: str = "en") -> Profile:
    features = np.array(sorted(map(number_feature, keys)), np.uint32)
    return Profile(
        id=name, uri=name, language=language, published=None, day=None, title=name, opening="",
        features=features.tobytes(), counts=np.ones(len(keys), np.float32).tobytes(),
    )  # fmt: skip


def make_pile_of(*profiles: Profile):
    return make_pile(profiles, measure_rarity(profile.read_features() for profile in profiles))


def test_products_of_facts_and_of_words_are_apart() -> None:
    pile = make_pile_of(
        make_profile("a", "n:hallen", "q:240", "w:dam"), make_profile("b", "n:hallen", "w:dam"), make_profile("c")
    )
    facts, words = pile.multiply(0, np.array([1, 2]))
    assert facts.tolist() == pytest.approx([pile.facts_lengths[1] ** 2, 0])
    assert words.tolist() == pytest.approx([pile.words_lengths[1] ** 2, 0])
    assert pile.names.tolist() == [1, 1, 0]
    assert pile.facts_sizes.tolist() == [2, 1, 0]


def test_only_words_that_another_language_could_share_count_between_languages() -> None:
    pile = make_pile_of(make_profile("a", "w:dam", "w:boat"), make_profile("b", "w:dam", "v:de:damm", language="de"))
    here, there = np.array([0, 1]), np.array([1, 0])
    lengths = pile.measure_words(here, there)
    assert lengths[1] < pile.words_lengths[1]
    assert pile.measure_words(here, here).tolist() == pile.words_lengths.tolist()


def test_a_merged_row_is_the_mean_of_its_rows() -> None:
    pile = make_pile_of(make_profile("a", "w:x", "w:y"), make_profile("b", "w:x"))
    merged = merge_rows(pile, pile.heads[:1], [[0, 1]])
    weights = dict(zip(*(part.tolist() for part in pile.get_row(0)), strict=True))
    columns, values = merged.get_row(0)
    share = {pile.features.tolist().index(number_feature(key)): part for key, part in (("w:x", 1), ("w:y", 0.5))}
    expected = {column: weights[column] * part for column, part in share.items()}
    assert dict(zip(columns.tolist(), values.tolist(), strict=True)) == pytest.approx(expected)


def test_joins_ranges() -> None:
    assert join_ranges(np.array([3, 9, 5]), np.array([5, 9, 8])).tolist() == [3, 4, 5, 6, 7]
