from stemma.cluster import windows
from stemma.cluster.likeness import Vector, compare_vectors
from stemma.cluster.windows import WINDOW_DAYS, find_pairs


def make_vector(name: str, day: int | None, **facts: float) -> Vector:
    return Vector(id=name, language="en", day=day, facts={f"n:{key}": value for key, value in facts.items()}, words={})


def test_compares_only_within_the_window() -> None:
    vectors = [make_vector("a", 0, x=1.0), make_vector("b", 5, x=1.0), make_vector("c", WINDOW_DAYS + 3, x=1.0)]
    assert [(i, j) for i, j, _ in find_pairs(vectors)] == [(0, 1), (1, 2)]


def test_compares_undated_articles_with_all() -> None:
    vectors = [make_vector("a", 0, x=1.0), make_vector("b", None, x=1.0), make_vector("c", 9999, x=1.0)]
    assert sorted((i, j) for i, j, _ in find_pairs(vectors)) == [(0, 1), (1, 2)]


def test_a_crowded_feature_opens_no_comparison_but_counts(monkeypatch) -> None:
    monkeypatch.setattr(windows, "CROWD", 2)
    vectors = [make_vector(str(i), 0, x=1.0) for i in range(4)]
    vectors += [make_vector("8", 0, x=1.0, y=1.0), make_vector("9", 0, x=1.0, y=1.0)]
    found = {(i, j): likeness for i, j, likeness in find_pairs(vectors)}
    assert (0, 3) not in found
    assert found[4, 5].score == compare_vectors(vectors[4], vectors[5]).score
