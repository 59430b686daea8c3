"""Sentence vectors of the claims of one story, which cost more than all else: only of those that are asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from stemma.embedders import Vectors
from stemma.match.profiles import Profile, find_whole, make_profiles
from stemma.model import Article, Claim
from stemma.registry import embedders

FEWEST_CENTRED = 8  # vectors of which the mean tells what all sentences of a story share


class Meanings:
    """Profiles of one story or thread, in a list of their own, some of which have vectors.

    Vectors are centred per language, since what all sentences of a story share says nothing about any two of them: on
    the mean of those that were asked for first, and of some more where these are few.
    """

    def __init__(self, profiles: Sequence[Profile], embedder: str) -> None:
        self.profiles = list(profiles)
        self._encode = embedders.find(embedder)
        self._centres: dict[str, Vectors] = {}

    def add_all(self, articles: dict[str, Article]) -> None:
        """Give every claim a vector, and one of its sentence where several languages are compared."""
        claims, languages = [p.claim for p in self.profiles], [p.language for p in self.profiles]
        texts = [claim.text for claim in claims]
        several = len(set(languages)) > 1
        whole = [find_whole(claim, articles[claim.article].text) for claim in claims] if several else []
        raw: Vectors | None = self._encode([*texts, *whole])
        if raw is None:
            return
        vectors = _centre(raw[: len(texts)], languages)
        sentences = _centre(raw[len(texts) :], languages) if several else [None] * len(texts)
        for at, profile in enumerate(self.profiles):
            self.profiles[at] = replace(profile, vector=vectors[at], sentence=sentences[at])

    def add(self, chosen: Iterable[int]) -> bool:
        """Give these claims of one language a vector, by their indices; False where nothing new came of it."""
        missing = [at for at in sorted(set(chosen)) if self.profiles[at].vector is None]
        if missing and not self._centres:
            missing = self._add_some(missing)
        raw: Vectors | None = self._encode([self.profiles[at].claim.text for at in missing]) if missing else None
        if raw is None:
            return False
        centre = self._centres.setdefault(self.profiles[missing[0]].language, raw.mean(axis=0))
        for at, vector in zip(missing, _shorten(raw - centre), strict=True):
            self.profiles[at] = replace(self.profiles[at], vector=vector)
        return True

    def _add_some(self, chosen: Sequence[int]) -> list[int]:
        """With others from all parts of the story, where they are too few to be centred."""
        others = sorted(set(range(len(self.profiles))) - set(chosen))
        lacking = min(len(others), max(0, FEWEST_CENTRED - len(chosen)))
        return sorted([*chosen, *(others[at * len(others) // lacking] for at in range(lacking))])


def make_full_profiles(claims: Sequence[Claim], articles: dict[str, Article], embedder: str) -> list[Profile]:
    """Profiles of claims, all with vectors, where there is an encoder."""
    meanings = Meanings(make_profiles(claims, articles), embedder)
    meanings.add_all(articles)
    return meanings.profiles


def _centre(raw: Vectors, languages: Sequence[str]) -> Vectors:
    """Unit vectors, each centred on the mean of its language."""
    centred, codes = np.array(raw), np.array(languages)
    for language in sorted(set(languages)):
        chosen = codes == language
        centred[chosen] -= centred[chosen].mean(axis=0) * (chosen.sum() > 1)
    return _shorten(centred)


def _shorten(vectors: Vectors) -> Vectors:
    """The same directions with length 1."""
    result: Vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return result
