"""Sentence vectors: of those claims alone that are asked for, centred alike."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from stemma.match.meanings.vectors import FEWEST_CENTRED, Meanings, make_full_profiles
from stemma.match.profiles import make_profiles

TOLD = "The ferry sank. The mill burned. Rain kept carters home. A thrush sang in May. Bread grew dear. The mayor left."
ASKED = "Boats lay idle at the quay. Two bakers struck for pay. The bridge was shut. A crane fell. Coal ran out."


def take_up(pile: Any, embedder: str) -> Meanings:
    claims = sorted(pile.matching.claims, key=lambda c: (c.article, c.span))
    return Meanings(make_profiles(claims, {a.id: a for a in pile.articles}), embedder)


def test_only_those_asked_for_have_vectors_and_some_to_centre_them(texts: Callable[..., Any]) -> None:
    meanings = take_up(texts(TOLD, ASKED), "fuse")
    assert meanings.add([0, 2])
    told = [at for at, profile in enumerate(meanings.profiles) if profile.vector is not None]
    assert {0, 2} <= set(told)
    assert len(told) == FEWEST_CENTRED < len(meanings.profiles)
    assert not meanings.add([0, 2])


def test_what_is_added_later_has_the_same_centre(texts: Callable[..., Any]) -> None:
    meanings = take_up(texts(TOLD, TOLD), "fuse")
    half = len(meanings.profiles) // 2
    meanings.add(range(half))
    meanings.add([half])
    one, other = meanings.profiles[0].vector, meanings.profiles[half].vector
    assert one is not None
    assert other is not None
    assert float(one @ other) > 0.99


@pytest.mark.parametrize("embedder", ["none", "fuse"])
def test_vectors_only_with_an_encoder(texts: Callable[..., Any], embedder: str) -> None:
    meanings = take_up(texts(TOLD, ASKED), embedder)
    assert meanings.add([0]) == (embedder == "fuse")


def test_in_one_language_sentences_have_no_vectors_of_their_own(texts: Callable[..., Any]) -> None:
    pile = texts(TOLD, ASKED)
    full = make_full_profiles(pile.matching.claims, {a.id: a for a in pile.articles}, "fuse")
    assert all(profile.sentence is None for profile in full)
    assert np.allclose([np.linalg.norm(profile.vector) for profile in full], 1.0, atol=1e-4)
