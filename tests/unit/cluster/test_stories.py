import numpy as np

from stemma.cluster.features import Profile
from stemma.cluster.pile import Pile, make_pile
from stemma.cluster.rarity import measure_rarity, number_feature
from stemma.cluster.stories import group_neighbours, group_rows, group_threads, weigh_articles
from stemma.cluster.windows import Neighbourhood

UNKNOWN = float("nan")


def group_pairs(size: int, pairs: list[tuple[int, int, float, float]], least: float) -> list[list[int]]:
    ones, others, likeness, times = (np.array(part) for part in zip(*pairs, strict=True))
    return group_neighbours(Neighbourhood(np.arange(size), ones, others, likeness, times), least)


def make_pile_of(*rows: tuple[str, ...]) -> Pile:
    profiles = []
    for at, keys in enumerate(rows):
        features = np.array(sorted(map(number_feature, keys)), np.uint32)
        profiles.append(
            Profile(
                id=str(at), uri="", language="en", published=None, day=None, title="", opening="",
                features=features.tobytes(), counts=np.ones(len(keys), np.float32).tobytes(),
            )
        )  # fmt: skip
    return make_pile(profiles, measure_rarity(profile.read_features() for profile in profiles))


def test_joins_by_the_mean() -> None:
    pairs = [(0, 1, 0.9, UNKNOWN), (1, 2, 0.5, UNKNOWN), (0, 2, 0.1, UNKNOWN)]
    assert group_pairs(3, pairs, 0.3) == [[0, 1, 2]]
    assert group_pairs(3, pairs, 0.4) == [[0, 1], [2]]


def test_a_pair_never_compared_counts_as_unlike() -> None:
    assert group_pairs(3, [(0, 1, 0.5, UNKNOWN), (1, 2, 0.4, UNKNOWN)], 0.3) == [[0, 1], [2]]


def test_undated_members_share_the_dates_of_their_group() -> None:
    together = [(0, 1, 0.9, UNKNOWN), (0, 2, 0.5, UNKNOWN), (1, 2, 0.5, 0.2)]
    assert group_pairs(3, together, 0.3) == [[0, 1], [2]]


def test_none_and_such_as_have_nothing_in_common() -> None:
    assert group_rows(make_pile_of(), weigh_articles, 0.2) == []
    assert group_rows(make_pile_of(("w:dam",), ("w:bank",)), weigh_articles, 0.2) == [[0], [1]]


def test_threads_join_same_actors_and_theme_only() -> None:
    strike = ("n:brekke", "n:hallen", "w:strike", "w:wage", "w:walkout")
    later = ("n:brekke", "n:hallen", "w:strike", "w:wage", "w:deal")
    others = ("n:ruanes", "n:calderra", "w:strike", "w:wage", "w:walkout")
    wedding = ("n:brekke", "n:hallen", "w:wedding", "w:bride", "w:cake")
    assert group_threads(make_pile_of(strike, later, others, wedding)) == [[0, 1]]
