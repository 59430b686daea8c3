"""Pairs of claims that are compared at all."""

import numpy as np
import pytest

from stemma.match import candidates
from stemma.match.candidates import find_candidates

TOLL = "The Selmar ferry fire killed 12 people in the harbour."


def test_pairs_are_of_two_articles_sorted_and_each_once(texts):
    profiles = texts(f"{TOLL} The fire on the Selmar ferry killed 12 people.", TOLL, TOLL).make_profiles()
    pairs = find_candidates(profiles)
    assert pairs == sorted(set(pairs))
    assert pairs
    for a, b in pairs:
        assert a < b
        assert profiles[a].claim.article != profiles[b].claim.article


def test_an_equal_count_is_enough(texts):
    profiles = texts(
        TOLL, "Twelve people were killed when the boiler of a tug burst.", "A thrush sang in the lime trees."
    ).make_profiles()
    assert find_candidates(profiles) == [(0, 1)]


def test_a_count_that_everybody_gives_proposes_nothing(texts, monkeypatch):
    monkeypatch.setattr(candidates, "TOO_COMMON", 2)
    monkeypatch.setattr(candidates, "_find_near_words", lambda _profiles, _articles: set())
    profiles = texts(*[TOLL] * 3).make_profiles()
    assert find_candidates(profiles) == []


def test_without_shared_words_there_is_no_candidate(texts):
    profiles = texts("A thrush sang in the lime trees.", "Rain kept carters at home.").make_profiles()
    assert find_candidates(profiles) == []


def test_both_ways_to_compare_are_united(texts):
    text = "The Orlin brewery bought the Selmar dairy works."
    german = "Die Brauerei aus Orlin hat die Molkerei in Selmar gekauft."
    by_words = set(find_candidates(texts(text, text, german).make_profiles("none")))
    assert by_words <= set(find_candidates(texts(text, text, german).make_profiles("fuse")))


def test_of_what_several_buckets_propose_the_nearest_are_kept_once(monkeypatch):
    monkeypatch.setattr(candidates, "NEAREST", 2)
    numbers, likeness = np.full((4, 2), -1), np.full((4, 2), 0.05, dtype=np.float32)
    rows = np.array([0])
    for columns, near in (([1, 2], [[0.3, 0.9]]), ([2, 3], [[0.9, 0.5]]), ([1], [[0.3]])):
        candidates._keep_nearest(rows, np.array(columns), np.array(near, dtype=np.float32), (numbers, likeness))
    assert sorted(numbers[0].tolist()) == [2, 3]
    assert sorted(likeness[0].tolist()) == pytest.approx([0.5, 0.9])


def test_many_claims_are_compared_in_buckets_alone(texts, monkeypatch):
    monkeypatch.setattr(candidates, "EXACT", 2)
    monkeypatch.setattr(candidates, "BUCKET", 2)
    profiles = texts(TOLL, TOLL, "A thrush sang in the lime trees.").make_profiles("fuse")
    assert (0, 1) in find_candidates(profiles)
