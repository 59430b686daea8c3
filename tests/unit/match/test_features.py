"""Features of pairs of claims: vetoes, lone counts, and the order of scores."""

import pytest

from stemma.match.features import FEATURES, compare_bare_names, compare_lone_counts, explain_pair, score_pair

TOLL = "The Selmar ferry fire killed 12 people in the harbour."
OTHERS = (
    "A thrush has built its nest in the bell of the Velden chapel.",
    "Rain kept the carters of Harborview at home for three weeks.",
    "The choir of Orlin sang under the lime trees.",
)


def make_pair(texts, one, other, embedder="none"):
    profiles = texts(one, other, *OTHERS).make_profiles(embedder)
    return profiles[0], profiles[1]


@pytest.mark.parametrize("embedder", ["none", "fuse"])
def test_the_nearer_claim_scores_higher(texts, embedder):
    first = "The Orlin brewery bought the Selmar dairy works for four million crowns."
    second = "For four million crowns the Selmar dairy works was bought by the Orlin brewery."
    profiles = texts(first, second, "The Orlin brewery opened a cellar in March.", *OTHERS).make_profiles(embedder)
    scores = [score_pair(profiles[0], profile) for profile in profiles[1:]]
    assert scores == sorted(scores, reverse=True) or scores[0] > scores[1] > max(scores[2:])
    assert scores[0] > 0.5 > scores[1]


@pytest.mark.parametrize("embedder", ["none", "fuse"])
def test_scores_lie_between_0_and_1_and_have_no_direction(texts, embedder):
    profiles = texts(TOLL, *OTHERS).make_profiles(embedder)
    for a in profiles:
        for b in profiles:
            assert 0 <= score_pair(a, b) <= 1
            assert score_pair(a, b) == pytest.approx(score_pair(b, a))


@pytest.mark.parametrize(
    ("other", "name"),
    [
        ("The Selmar ferry fire injured 12 people in the harbour.", "counts clash"),
        ("The Selmar ferry fire killed 12 people in the harbour in 1987.", None),
    ],
)
def test_a_veto_outweighs_all_the_rest(texts, other, name):
    one, two = make_pair(texts, TOLL, other)
    assert (score_pair(one, two) == 0.0) is (name is not None)
    vetoes = {feature.name for feature in FEATURES if feature.veto and feature.compare(one, two)}
    assert vetoes == ({name} if name else set())


def test_other_years_forbid_a_join(texts):
    one, two = make_pair(texts, "The Selmar mill burned down in 1987.", "The Selmar mill burned down in 2003.")
    assert score_pair(one, two) == 0.0


def test_a_toll_is_more_than_its_event(texts):
    event = "A fire broke out on the Selmar ferry in the harbour."
    one, two = make_pair(texts, TOLL, event)
    assert compare_lone_counts(one, two) == 1.0
    assert compare_lone_counts(one, one) == compare_lone_counts(two, two) == 0.0
    assert next(added for name, _, added in explain_pair(one, two) if name == "lone count") < 0


def test_names_alone_do_not_say_what_is_said(texts):
    award = "In March Queen Sylva Marten awarded the Selmar guild a large sum."
    reign = "Many hoped for better from the long reign of Sylva Marten."
    repeated = "Queen Sylva Marten awarded the guild that sum in March."
    one, two = make_pair(texts, award, reign)
    assert compare_bare_names(one, two) == 1.0
    assert score_pair(one, two) < 0.5
    assert compare_bare_names(*make_pair(texts, award, repeated)) == 0.0


def test_the_explanation_adds_up_in_the_same_order(texts):
    one, two = make_pair(texts, TOLL, TOLL.replace("12", "14"))
    rows = explain_pair(one, two)
    assert [name for name, _, _ in rows] == [feature.name for feature in FEATURES]
    assert all(0 <= value <= 1 for _, value, _ in rows)


def test_meaning_counts_for_nothing_without_an_encoder(texts):
    one, two = make_pair(texts, TOLL, TOLL)
    assert next(row for row in explain_pair(one, two) if row[0] == "meaning") == ("meaning", 0.0, 0.0)
