"""How alike two articles are, and why: shared names, numbers and places, shared words, and the days between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from stemma.cluster.dates import count_days_between
from stemma.cluster.pile import Pile, Rows
from stemma.cluster.rarity import Weights

NEAR_DAYS = 2
FADE_DAYS = 60  # after so many days likeness counts half
NEAR_BONUS = 1.7  # published within the same days: likelier one event than two texts of unknown dates
RECALLED = 1.35  # weeks or months later, where the later article names the day that the earlier one tells of
NEAR_STATED_DAYS = 10  # days that texts state are less sure a sign than days of publication
EXPECTED = 0.6  # of the shortest texts
LENGTH_SCALE = 200  # features by which expected likeness doubles
LONG_TEXT = 300
FADE_STATED_DAYS = 60
FACTS_BOUND = 2.0  # the same words about other actors and places are another story
LEAST_NAMES = 3  # fewer are too few to say that the actors differ
GLOSSED_BONUS = 1.2  # spellings differ between languages, so fewer names meet
UNGLOSSED_BONUS = 2.5  # and nothing else can be compared
SIGN_PAIRS = frozenset({"ja", "th", "zh"})  # written without spaces, so words are compared by pairs of signs
SIGN_PAIRS_BONUS = 2.0  # a text has more of these than words, and fewer are the same in another account
FEW_FACTS = 8
FEWEST_FACTS = 6  # names and numbers of either, from which two articles can be told to have none in common
SCRIPTS = {
    "ar": "arabic",
    "ja": "japanese",
    "ko": "hangul",
    "ru": "cyrillic",
    "th": "thai",
    "uk": "cyrillic",
    "zh": "han",
}
NO_FACTS = 0.03  # likeness of these, below which they have none but by chance
SATURATION = 2.0  # of a graded likeness
OPENING_SHARE = 0.5  # of the vectors in it, words being 1
EXPLAINED = 12  # shared features that an explanation lists
NO_FACTS_RESPELT = 0.01  # the same where names cannot be compared, or each language spells them in its own way


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two articles are, and the parts it is made of; None where a part cannot be compared.

    Attributes:
        content: likeness of actors, places, numbers and words, 0 to 1; long texts are held to a higher measure.
        time: what the days between make of it: above 1 for publication within days, falling with distance.
        facts: cosine of names, places and numbers alone.
        words: cosine of the other words alone.
        days: days between publication, or else between the nearest days that the texts state.
        shared: the shared features that weigh most, heaviest first.
    """

    content: float
    time: float | None
    facts: float | None
    words: float | None
    days: int | None
    shared: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """Content and time together, 0 to 1; articles of one story have on average 0.2 or more."""
        return min(1.0, self.content * (1.0 if self.time is None else self.time))


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows of a pile, and how alike they are; NaN where a part cannot be compared."""

    ones: Rows
    others: Rows
    content: Weights
    facts: Weights
    words: Weights

    def choose(self, chosen: NDArray[np.bool_]) -> "Pairs":
        """Some of the pairs."""
        parts = (self.ones, self.others, self.content, self.facts, self.words)
        return Pairs(*(part[chosen] for part in parts))  # type: ignore[arg-type]


def compare(pile: Pile, row: int, others: Rows) -> tuple[Rows, Rows, Weights, Weights]:
    """One row beside others, with the dot products of their facts and their words: what `weigh_pairs` takes."""
    return np.full(len(others), row), others, *pile.multiply(row, others)


def weigh_pairs(pile: Pile, ones: Rows, others: Rows, facts_dots: Weights, words_dots: Weights) -> Pairs:
    """Likeness from the dot products of facts and words.

    The mean of three cosines: all features, facts alone, words alone. A part that one side lacks is left out.
    """
    facts_here, facts_there = pile.facts_lengths[ones], pile.facts_lengths[others]
    words_here, words_there = pile.measure_words(ones, others), pile.measure_words(others, ones)
    facts = _divide(facts_dots, facts_here * facts_there)
    words = _divide(words_dots, words_here * words_there)
    lengths = np.sqrt((facts_here**2 + words_here**2) * (facts_there**2 + words_there**2))
    content = _average([_divide(facts_dots + words_dots, lengths), facts, words]) / _expect(pile, ones, others)
    named = (np.minimum(pile.names[ones], pile.names[others]) >= LEAST_NAMES) & ~np.isnan(facts)
    content = np.where(named, np.fmin(content, FACTS_BOUND * facts), content)
    content *= _favour_languages(pile, ones, others, words)
    return Pairs(ones, others, np.minimum(content, 1.0), facts, words)


def weigh_times(pile: Pile, ones: Rows, others: Rows) -> Weights:
    """What the days between make of the likeness of each pair; NaN where no days are known."""
    days = count_days(pile, ones, others)
    dated = ~np.isnan(pile.days[ones]) & ~np.isnan(pile.days[others])
    near = NEAR_BONUS / (1 + np.maximum(0, days - NEAR_DAYS) / FADE_DAYS)
    for at in np.flatnonzero(dated & (near < RECALLED)).tolist():
        if _recalls(pile, ones[at], others[at]):
            near[at] = RECALLED
    return np.where(dated, near, 1 / (1 + np.maximum(0, days - NEAR_STATED_DAYS) / FADE_STATED_DAYS))


def _recalls(pile: Pile, one: int, other: int) -> bool:
    """Does the later article name a past day that the earlier one names or was published on, or the next to it?"""
    early, late = sorted((one, other), key=lambda row: pile.days[row])
    told = pile.get_stated(early)
    return any(abs(day - of) <= 1 for day in pile.get_stated(late) if day < pile.days[late] - 1 for of in told)


def count_days(pile: Pile, ones: Rows, others: Rows) -> Weights:
    """Days between publication, or else between the nearest days that the texts state; NaN where none are known."""
    days = np.abs(pile.days[ones] - pile.days[others])
    for at in np.flatnonzero(np.isnan(days)).tolist():
        gap = count_days_between(pile.heads[ones[at]].stated, pile.heads[others[at]].stated)
        days[at] = np.nan if gap is None else gap
    return days


def compare_rows(pile: Pile, here: Sequence[int], there: Sequence[int]) -> Weights:
    """How alike each row of one side is to each of the other: content and time together."""
    others = np.array(there, np.int64)
    parts = zip(*(compare(pile, row, others) for row in here), strict=True)
    pairs = weigh_pairs(pile, *(np.concatenate(part) for part in parts))
    scores = pairs.content * np.nan_to_num(weigh_times(pile, pairs.ones, pairs.others), nan=1.0)
    return np.minimum(1.0, scores).reshape(len(here), len(there))


def grade_rows(pile: Pile, ones: Rows, others: Rows, nearness: Weights | None) -> Weights:
    """How much of the same two articles tell, 0 to 1, as people would grade it.

    Actors and places must agree, and the theme: the geometric mean of both, which tells little more once it is high.
    `nearness` are the cosines of sentence vectors of the openings, where there are any.
    """
    parts = zip(*(compare(pile, one, others[at : at + 1]) for at, one in enumerate(ones.tolist())), strict=True)
    pairs = weigh_pairs(pile, *(np.concatenate(part) for part in parts))
    facts, words = (np.where(np.isnan(part), 0.0, part) for part in (pairs.facts, pairs.words))
    told: Weights = np.tanh(SATURATION * np.sqrt(np.maximum(0.0, facts * words)))
    return told if nearness is None else (told + OPENING_SHARE * np.maximum(0.0, nearness)) / (1 + OPENING_SHARE)


def explain_rows(pile: Pile, one: int, other: int, names: Mapping[int, str]) -> Likeness:
    """The likeness of two rows with its parts; `names` says what features are called."""
    pairs = weigh_pairs(pile, *compare(pile, one, np.array([other])))
    times, days = weigh_times(pile, pairs.ones, pairs.others), count_days(pile, pairs.ones, pairs.others)
    content, time, facts, words, gap = (
        None if np.isnan(part[0]) else float(part[0]) for part in (pairs.content, times, pairs.facts, pairs.words, days)
    )
    return Likeness(
        content=content or 0.0,
        time=time,
        facts=facts,
        words=words,
        days=None if gap is None else int(gap),
        shared=_name_shared(pile, one, other, names),
    )


def _name_shared(pile: Pile, one: int, other: int, names: Mapping[int, str]) -> tuple[str, ...]:
    (columns, values), (other_columns, other_values) = pile.get_row(one), pile.get_row(other)
    both, here, there = np.intersect1d(columns, other_columns, assume_unique=True, return_indices=True)
    weights = values[here] * other_values[there]
    called = [names[feature] for feature in pile.features[both].tolist()]
    ranked = sorted(zip((-weights).tolist(), called, strict=True))
    return tuple(name for _, name in ranked[:EXPLAINED])


def share_facts(pile: Pile, one: int, other: int) -> bool | None:
    """Do both give names or numbers that are the same? None where one has too few to tell.

    Two accounts of one event do, in whatever languages; those of two events of one kind have only words in common.
    Between two scripts, numbers alone can be compared.
    """
    codes = [pile.heads[row].language for row in (one, other)]
    scripts = [SCRIPTS.get(code) for code in codes]
    kinds = "nq" if scripts[0] == scripts[1] else "q"
    (here, length), (there, other_length) = (pile.get_facts(row, kinds) for row in (one, other))
    if min(len(here), len(there)) < FEWEST_FACTS:
        return None
    dot = sum(value * there[key] for key, value in here.items() if key in there)
    least = NO_FACTS_RESPELT if any(scripts) else NO_FACTS
    return bool(dot >= least * sqrt(length * other_length))


def _expect(pile: Pile, ones: Rows, others: Rows) -> Weights:
    """Long texts share more words by chance: how much more than short ones."""
    size = np.minimum(np.minimum(pile.sizes[ones], pile.sizes[others]), LONG_TEXT)
    expected: Weights = EXPECTED * (1 + size / LENGTH_SCALE)
    return expected


def _favour_languages(pile: Pile, ones: Rows, others: Rows, words: Weights) -> Weights:
    """What makes up for the features that cannot meet, between two languages or two ways of writing."""
    few = np.minimum(pile.facts_sizes[ones], pile.facts_sizes[others])
    trusted = UNGLOSSED_BONUS * few / (few + FEW_FACTS)  # names and numbers alone decide little, where there are few
    between = np.where(np.isnan(words), trusted, GLOSSED_BONUS)
    signs = np.array([language in SIGN_PAIRS for language in pile.languages], bool)[pile.language[ones]]
    within = np.where(signs, SIGN_PAIRS_BONUS, 1.0)
    return np.where(pile.language[ones] == pile.language[others], within, between)


def _average(parts: list[Weights]) -> Weights:
    known = ~np.isnan(parts)
    mean: Weights = np.where(known, parts, 0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    return mean


def _divide(dots: Weights, lengths: Weights) -> Weights:
    quotients: Weights = np.divide(dots, lengths, out=np.full(len(dots), np.nan), where=lengths > 0)
    return quotients
