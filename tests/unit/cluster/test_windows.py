import numpy as np
import pytest

from stemma.cluster import windows
from stemma.cluster.features import Profile
from stemma.cluster.pile import Pile, make_pile
from stemma.cluster.rarity import measure_rarity, number_feature
from stemma.cluster.stories import weigh_articles
from stemma.cluster.windows import WINDOW_DAYS, find_neighbourhoods, find_telling


def make_pile_of(*articles: tuple[str, int | None, str]) -> Pile:
    profiles = []
    for name, day, keys in articles:
        features = np.array(sorted(number_feature(f"n:{key}") for key in keys), np.uint32)
        profiles.append(
            Profile(
                id=name, uri=name, language="en", published=None, day=day, title=name, opening="",
                features=features.tobytes(), counts=np.ones(len(keys), np.float32).tobytes(),
            )
        )  # fmt: skip
    return make_pile(profiles, measure_rarity(profile.read_features() for profile in profiles))


def find_pairs(pile: Pile) -> dict[tuple[int, int], float]:
    return {
        (int(one), int(other)): float(likeness)
        for near in find_neighbourhoods(pile, weigh_articles, 0.2)
        for one, other, likeness in zip(near.ones, near.others, near.likeness, strict=True)
    }


def test_compares_only_within_the_window() -> None:
    pile = make_pile_of(("a", 0, "x"), ("b", 5, "x"), ("c", WINDOW_DAYS + 3, "x"))
    assert sorted(find_pairs(pile)) == [(0, 1), (1, 2)]


def test_compares_undated_articles_with_all() -> None:
    pile = make_pile_of(("a", 0, "x"), ("b", None, "x"), ("c", 9999, "x"))
    assert sorted(find_pairs(pile)) == [(0, 1), (1, 2)]


def test_of_a_crowd_the_latest_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "CROWD", 2)
    monkeypatch.setattr(windows, "WHOLE", 2)
    pile = make_pile_of(*((str(at), at, "x") for at in range(5)))
    assert sorted(find_pairs(pile)) == [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (2, 4), (3, 4)]


def test_inside_a_neighbourhood_all_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "CROWD", 1)
    pile = make_pile_of(*((str(at), at, "x") for at in range(4)), ("y", 0, "y"), ("z", 0, "y"))
    assert sorted(find_pairs(pile)) == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (4, 5)]


def test_the_heaviest_tell_most() -> None:
    columns = np.arange(100)
    assert find_telling(columns, np.arange(100.0)).tolist()[:3] == [99, 98, 97]
    assert find_telling(columns, np.ones(100)).tolist()[:3] == [0, 1, 2]
