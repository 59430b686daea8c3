"""Joining stories on one continuing matter into threads: the same actors and theme, later or elsewhere."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from stemma.cluster.features import Profile
from stemma.cluster.likeness import Likeness, make_vector
from stemma.cluster.rarity import Rarity
from stemma.cluster.stories import group_pairs
from stemma.cluster.windows import find_pairs

THREAD_FACTS = 0.3
THREAD_WORDS = 0.1


def group_threads(stories: Sequence[Sequence[Profile]], rarity: Rarity) -> list[list[int]]:
    """Positions of the stories of each thread of two or more."""
    vectors = [make_vector(merge_profiles(story), rarity) for story in stories]
    pairs = [(i, j, _score(likeness), None) for i, j, likeness in find_pairs(vectors)]
    groups = group_pairs(len(stories), [pair for pair in pairs if pair[2] > 0], 1.0)
    return [group for group in groups if len(group) > 1]


def merge_profiles(story: Sequence[Profile]) -> Profile:
    """One undated profile for a whole story: the mean of its articles' counts."""
    counts: dict[str, float] = defaultdict(float)
    for profile in story:
        for key, count in profile.counts.items():
            counts[key] += count / len(story)
    languages = sorted({profile.language for profile in story})
    first = min(story, key=lambda profile: profile.id)
    return replace(first, day=None, language="+".join(languages), counts=dict(sorted(counts.items())))


def _score(likeness: Likeness) -> float:
    """1 or more where both actors and theme are the same."""
    return min((likeness.facts or 0.0) / THREAD_FACTS, (likeness.words or 0.0) / THREAD_WORDS)
