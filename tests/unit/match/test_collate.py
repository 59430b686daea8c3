"""Groups of claims: average linkage, vetoes, forced pairs."""

from dataclasses import dataclass

import pytest

from stemma.match import collate
from stemma.match.collate import group_claims


@dataclass(frozen=True)
class Likeness:
    """Stands in for profiles: claims that are numbers, each of an article of its own, with given scores."""

    scores: dict[tuple[int, int], float]

    def score(self, a, b):
        return self.scores.get((min(a, b), max(a, b)), 0.2)


@pytest.fixture
def group(monkeypatch):
    def run(size, scores, forced=()):
        likeness = Likeness(scores)
        monkeypatch.setattr(collate, "find_candidates", lambda _profiles: sorted(scores))
        monkeypatch.setattr(collate, "score_pair", likeness.score)
        monkeypatch.setattr(collate, "find_enclosed", lambda _profiles, _scores: [])
        monkeypatch.setattr(collate, "find_translated", lambda _profiles, _candidates: {})
        return group_claims(list(range(size)), forced)

    return run


def test_alike_claims_are_grouped_and_the_others_stand_alone(group):
    assert group(4, {(0, 1): 0.9, (1, 3): 0.1}) == [[0, 1], [2], [3]]


def test_a_bridge_does_not_chain_two_matters(group):
    assert group(4, {(0, 1): 0.95, (2, 3): 0.95, (1, 2): 0.6}) == [[0, 1], [2, 3]]


def test_groups_that_agree_on_average_become_one(group):
    scores = {(0, 1): 0.95, (2, 3): 0.95, (1, 2): 0.6, (0, 2): 0.45, (0, 3): 0.45, (1, 3): 0.45}
    assert group(4, scores) == [[0, 1, 2, 3]]


def test_one_forbidden_pair_keeps_groups_apart(group):
    scores = {(0, 1): 0.95, (2, 3): 0.95, (1, 2): 0.9, (0, 2): 0.9, (1, 3): 0.9, (0, 3): 0.0}
    assert group(4, scores) == [[0, 1], [2, 3]]


def test_a_forced_pair_is_joined_whatever_it_looks_like(group):
    assert group(3, {(0, 1): 0.1}, [(0, 1)]) == [[0, 1], [2]]


def test_scores_below_the_bound_join_nothing(group):
    assert group(3, {(0, 1): 0.49, (1, 2): 0.3}) == [[0], [1], [2]]


def test_nothing_gives_nothing(group):
    assert group(0, {}) == []


SAME = (
    "The Orlin brewery bought the Selmar dairy works for four million crowns.",
    "For four million crowns the Selmar dairy works was bought by the Orlin brewery.",
    "A thrush has built its nest in the bell of the Velden chapel.",
)


@pytest.mark.parametrize("embedder", ["none", "fuse"])
def test_claims_of_texts_are_grouped_by_what_they_say(texts, embedder):
    pile = texts(*SAME, "Rain kept the carters of Harborview at home.", embedder=embedder)
    assert pile.is_joined("The Orlin brewery bought", "was bought by")
    assert not pile.is_joined("thrush", "brewery")


def test_every_claim_stands_in_exactly_one_collation(texts):
    matching = texts(*SAME, " ".join(SAME)).matching
    found = sorted(claim for collation in matching.collations for claim in collation.claims)
    assert found == sorted(claim.id for claim in matching.claims)


def test_tolls_of_killed_and_injured_are_never_joined(texts):
    pile = texts(
        "The Selmar ferry fire killed 12 people in the harbour.",
        "The Selmar ferry fire injured 12 people in the harbour.",
    )
    assert pile.groups == set()


def test_a_copy_joins_what_its_original_joins(pile, article):
    first, second = article("a", SAME[0]), article("b", SAME[1])
    found = pile(first, second, article("c", SAME[0], duplicate_of="a"))
    (group,) = found.groups
    assert {member[0] for member in group} == {"a", "b", "c"}


def test_titles_are_claims_of_the_collation_and_not_too_long(texts):
    pile = texts("The " + "very long and winding " * 20 + "road to Selmar was closed by the carters.", *SAME)
    claims = {c.id: c.text for c in pile.matching.claims}
    for collation in pile.matching.collations:
        assert len(collation.title) <= 140
        assert any(claims[i].startswith(collation.title.rstrip("…")) for i in collation.claims)
