"""Articles that are translations of one another, and which claim of the one is which claim of the other.

Between two languages wording tells little, and one pair of near vectors may be chance; a translation shows in most of
its sentences having their mutual nearest neighbour in the other article. Once that is sure, a weaker likeness is enough
for each sentence, so that one with a mistranslated number still meets its original. Clauses are cut differently in
every language, so sentences are aligned first, and then the claims within them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from stemma.embedders import Vectors
from stemma.match.candidates import Pair, order_pair
from stemma.match.profiles import Profile
from stemma.model import Span

# Likeness of mutual neighbours, summed and shared out over the sentences of the shorter article. Measured on eight
# stories in ten languages (docs/quality.md): of pairs that are no translations, one in a hundred reaches these.
ENOUGH = 0.36
ENOUGH_FOREIGN = 0.22  # where the encoder was not trained on one of the two languages, all likeness is smaller
TRAINED = frozenset({"ar", "de", "en", "es", "fr", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"})
FAIR = 0.22  # cosine of two sentences, or of two claims within them, of articles that are one text
SHORT = 40  # letters; shorter sentences are near one another by their tone alone
FAIR_SHORT = 0.3  # so these need more
SURE = 0.4  # cosine of two sentences of which one surely translates the other
FEWEST = 3
CROSSED = 0.25  # share of pairs that cross, up to which two texts stand in one order; chance gives a half
LONGER = 3  # times the length of a sentence that its translation may have (Gale and Church 1993)
LETTERS_OF_WORD = 3
_WORDLIKE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

Neighbours = tuple[int, int, float]  # rows of two matrices and their likeness


@dataclass(frozen=True, slots=True)
class _Text:
    """The sentences of one article that hold claims: which claims, and the sentences' vectors, a row each."""

    language: str
    sentences: list[list[int]]
    lengths: list[int]
    matrix: Vectors


def find_translated(profiles: Sequence[Profile], candidates: Iterable[Pair]) -> dict[Pair, float]:
    """Index pairs (smaller first) of claims of which one translates the other, with the cosine of their sentences.

    Args:
        profiles: of the claims of one story or thread.
        candidates: index pairs that may be the same; only articles that share some are compared.
    """
    texts = _read_texts(profiles)
    near = {
        pair: _find_mutual(texts[pair[0]].matrix @ texts[pair[1]].matrix.T)
        for pair in _pair_articles(profiles, candidates)
    }
    found: dict[Pair, float] = {}
    for one, other in _choose_translations(texts, near):
        here, there = texts[one], texts[other]
        fitting = [
            (i, j, likeness)
            for i, j, likeness in near[one, other]
            if _fit_in_length(here.lengths[i], there.lengths[j], likeness)
        ]
        for i, j, likeness in _drop_strays(fitting):
            pairs = _align_claims(here.sentences[i], there.sentences[j], profiles, sure=likeness >= SURE)
            found |= dict.fromkeys(pairs, likeness)
    return found


def _drop_strays(near: Sequence[Neighbours]) -> list[Neighbours]:
    """Where the sentences of both texts stand in one order, a pair that crosses most others has to be sure."""
    crossed = [sum((i - k) * (j - m) < 0 for k, m, _ in near) for i, j, _ in near]
    if sum(crossed) > CROSSED * len(near) * (len(near) - 1):
        return list(near)
    return [pair for pair, times in zip(near, crossed, strict=True) if pair[2] >= SURE or 2 * times < len(near)]


def _choose_translations(
    texts: Mapping[str, _Text], near: Mapping[tuple[str, str], Sequence[Neighbours]]
) -> list[tuple[str, str]]:
    """Pairs of articles of which each is the other's nearest in its language, and near enough."""
    shares = {
        (one, other): sum(likeness for _, _, likeness in found)
        / min(len(texts[one].sentences), len(texts[other].sentences))
        for (one, other), found in near.items()
        if len(found) >= FEWEST
    }
    best: dict[tuple[str, str], float] = {}
    for (one, other), share in shares.items():
        for key in ((one, texts[other].language), (other, texts[one].language)):
            best[key] = max(share, best.get(key, 0.0))
    return [
        (one, other)
        for (one, other), share in sorted(shares.items())
        if share >= max(best[one, texts[other].language], best[other, texts[one].language])
        and share >= (ENOUGH if {texts[one].language, texts[other].language} <= TRAINED else ENOUGH_FOREIGN)
    ]


def _read_texts(profiles: Sequence[Profile]) -> dict[str, _Text]:
    claims: dict[str, dict[Span, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, profile in enumerate(profiles):
        if profile.sentence is not None:
            claims[profile.claim.article][profile.claim.sentence].append(at)
    return {
        article: _Text(
            profiles[next(iter(found.values()))[0]].language,
            list(found.values()),
            [sum(_measure(profiles[at].claim.text) for at in held) for held in found.values()],
            np.stack([vector for held in found.values() if (vector := profiles[held[0]].sentence) is not None]),
        )
        for article, found in claims.items()
    }


def _align_claims(some: Sequence[int], others: Sequence[int], profiles: Sequence[Profile], *, sure: bool) -> list[Pair]:
    """The claims of two sentences that say the same, nearest first, each once; one pair at least where that is sure."""
    near = {(a, b): float(_get_vector(profiles[a]) @ _get_vector(profiles[b])) for a in some for b in others}
    pairs: list[Pair] = []
    used: set[int] = set()
    for (a, b), likeness in sorted(near.items(), key=lambda item: (-item[1], item[0])):
        if a not in used and b not in used and (likeness >= FAIR or (sure and not pairs)):
            used |= {a, b}
            pairs.append(order_pair(a, b))
    return pairs


def _measure(text: str) -> int:
    """Length in letters of an alphabet; a letter that is nearly a word counts for as many as it stands for."""
    return len(text) + (LETTERS_OF_WORD - 1) * len(_WORDLIKE.findall(text))


def _fit_in_length(one: int, other: int, likeness: float) -> bool:
    """True where two lengths may be those of a sentence and its translation, at this likeness."""
    shorter, longer = sorted((one, other))
    return longer <= LONGER * shorter and likeness >= (FAIR if shorter >= SHORT else FAIR_SHORT)


def _get_vector(profile: Profile) -> Vectors:
    if profile.vector is None:
        raise ValueError(f"claim {profile.claim.id} has the vector of its sentence, but none of its own")
    return profile.vector


def _pair_articles(profiles: Sequence[Profile], candidates: Iterable[tuple[int, int]]) -> list[tuple[str, str]]:
    """Articles of two languages with enough candidates between them, each pair in order."""
    shared: Counter[tuple[str, str]] = Counter()
    for a, b in candidates:
        one, other = profiles[a], profiles[b]
        if one.language != other.language and one.sentence is not None and other.sentence is not None:
            first, second = sorted((one.claim.article, other.claim.article))
            shared[first, second] += 1
    return sorted(pair for pair, count in shared.items() if count >= FEWEST)


def _find_mutual(near: Vectors) -> list[Neighbours]:
    """Pairs of rows and columns that are each other's nearest."""
    best, back = near.argmax(axis=1), near.argmax(axis=0)
    return [(i, int(j), float(near[i, j])) for i, j in enumerate(best) if back[j] == i]
