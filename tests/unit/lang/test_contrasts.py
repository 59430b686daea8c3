"""The lists of contrasts are in order, and no word stands against itself."""

from stemma.lang.contrasts import FATES, MATTERS, OPPOSITES


def test_every_pair_stands_once_and_holds_two_words():
    assert len({frozenset(pair) for pair in OPPOSITES}) == len(OPPOSITES)
    assert all(one != other for one, other in OPPOSITES)
    assert list(OPPOSITES) == sorted(OPPOSITES)


def test_no_word_stands_in_two_groups():
    for groups in (FATES, MATTERS):
        words = [word for group in groups for word in group]
        assert len(words) == len(set(words))
