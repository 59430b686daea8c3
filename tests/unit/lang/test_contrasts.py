"""The lists of contrasts are in order, and no word stands against itself."""

from stemma.lang.contrasts import FATES, MATTERS, OPPOSITES


def test_every_pair_stands_once_and_holds_two_words():
    assert len({frozenset(pair) for pair in OPPOSITES}) == len(OPPOSITES)
    assert all(one != other for one, other in OPPOSITES)
    assert list(OPPOSITES) == sorted(OPPOSITES)


def test_no_matter_stands_in_two_groups():
    words = [word for group in MATTERS for word in group]
    assert len(words) == len(set(words))


def test_only_who_is_treated_may_be_hurt_or_ill():
    assert all(len(group) == len(set(group)) for group in FATES)
    groups_of = {word: [group for group in FATES if word in group] for group in FATES for word in group}
    assert {word for word, groups in groups_of.items() if len(groups) > 1} == {"hospital", "hospitalise", "treat"}
