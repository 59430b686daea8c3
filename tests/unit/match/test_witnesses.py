from stemma.match.witnesses import Groups


def test_joined_keys_share_the_smallest_root() -> None:
    groups = Groups(["c", "a", "b", "d"])
    groups.join("c", "b")
    groups.join("b", "a")
    assert [groups.root(key) for key in "abcd"] == ["a", "a", "a", "d"]


def test_order_of_joining_does_not_show() -> None:
    one, other = Groups("abcd"), Groups("abcd")
    for left, right in (("a", "b"), ("c", "d"), ("b", "d")):
        one.join(left, right)
    for left, right in (("b", "d"), ("d", "c"), ("b", "a")):
        other.join(left, right)
    assert [one.root(k) for k in "abcd"] == [other.root(k) for k in "abcd"]
