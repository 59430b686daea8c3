from stemma.model import Span
from stemma.trace.explained import leave_out_explained
from stemma.trace.likeness import Likeness
from stemma.trace.passages import Passage


def like(one: str, other: str, *places: tuple[int, int]) -> Likeness:
    """Passages of 30 words that stand at the same place in both."""
    spans = [Span(*place) for place in places]
    return Likeness(one, other, tuple(Passage(s, s, ("w",) * 30, 30) for s in spans), 0.4, 0.8)


def test_what_both_have_from_a_known_third_needs_no_other_exemplar() -> None:
    apart = [like("a", "b", (0, 100))]
    taken = [("a", "c", like("a", "c", (0, 90))), ("b", "c", like("b", "c", (0, 120)))]
    assert leave_out_explained(apart, taken) == []


def test_what_only_one_of_them_has_from_it_stays() -> None:
    apart = [like("a", "b", (0, 100))]
    assert leave_out_explained(apart, [("a", "c", like("a", "c", (0, 90)))]) == apart


def test_the_rest_of_what_they_share_stays() -> None:
    apart = [like("a", "b", (0, 100), (200, 300))]
    taken = [("a", "c", like("a", "c", (0, 90))), ("b", "c", like("b", "c", (0, 120)))]
    (rest,) = leave_out_explained(apart, taken)
    assert [p.one for p in rest.passages] == [Span(200, 300)]
