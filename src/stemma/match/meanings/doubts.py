"""Which claims need a sentence vector: those of pairs whose words leave it open whether they are one.

Hardly a pair was turned by its vectors that its words find likely by more than four fifths, or by less than one
(docs/quality.md).
"""

from collections.abc import Mapping, Sequence

from stemma.match.profiles import Profile

UNLIKELY, LIKELY = 0.25, 0.75  # scores between which words leave it open
FEW_TERMS = 4  # of a claim whose words tell little
BRIEF = 5  # claims an article, up to which texts are no accounts: there, words alone join next to nothing

Pair = tuple[int, int]


def are_words_enough(profiles: Sequence[Profile]) -> bool:
    """True for full articles in one language; between two languages wording tells little."""
    articles = {profile.claim.article for profile in profiles}
    return len({profile.language for profile in profiles}) == 1 and len(profiles) > BRIEF * len(articles)


def find_doubtful(profiles: Sequence[Profile], scores: Mapping[Pair, float]) -> set[int]:
    """Indices of the claims whose vectors may decide.

    Args:
        profiles: of one story or thread.
        scores: of pairs, by their words.

    Returns:
        Both claims of every pair that is in doubt, if each is the other's likeliest in its article, and one is of so
        few words that these tell little.
    """
    best: dict[tuple[int, str], tuple[float, Pair]] = {}
    for pair, score in scores.items():
        for key in _name_sides(pair, profiles):
            best[key] = max(best.get(key, (score, pair)), (score, pair))
    return {
        at
        for pair, score in scores.items()
        if UNLIKELY < score < LIKELY
        and min(profiles[at].terms for at in pair) <= FEW_TERMS
        and all(best[key][1] == pair for key in _name_sides(pair, profiles))
        for at in pair
    }


def _name_sides(pair: Pair, profiles: Sequence[Profile]) -> tuple[tuple[int, str], tuple[int, str]]:
    """Each claim with the article of the other."""
    a, b = pair
    return (a, profiles[b].claim.article), (b, profiles[a].claim.article)
