from stemma.cluster.stories import group_pairs


def test_joins_by_the_mean() -> None:
    pairs = [(0, 1, 0.9, None), (1, 2, 0.5, None), (0, 2, 0.1, None)]
    assert group_pairs(3, pairs, 0.3) == [[0, 1, 2]]
    assert group_pairs(3, pairs, 0.4) == [[0, 1], [2]]


def test_a_pair_never_compared_counts_as_unlike() -> None:
    assert group_pairs(3, [(0, 1, 0.5, None), (1, 2, 0.4, None)], 0.3) == [[0, 1], [2]]


def test_undated_members_share_the_dates_of_their_group() -> None:
    together = [(0, 1, 0.9, None), (0, 2, 0.5, None), (1, 2, 0.5, 0.2)]
    assert group_pairs(3, together, 0.3) == [[0, 1], [2]]


def test_single_and_empty() -> None:
    assert group_pairs(0, [], 0.2) == []
    assert group_pairs(2, [], 0.2) == [[0], [1]]
